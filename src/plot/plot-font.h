/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fonts that a picture's text was laid out with, cut down to the letters in use, so that they
 * can travel inside a file. Internal to libplot. */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _PlotFontSet PlotFontSet;

PlotFontSet *plot_font_set_new (void);
void plot_font_set_free (PlotFontSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlotFontSet, plot_font_set_free)

/* Notes that the letters of text (length bytes) are drawn in font; returns the index of the face,
 * from 0 in the order of first use. */
guint plot_font_set_add (PlotFontSet *self, PangoFont *font, const char *text, gsize length);
/* The name that the face has inside the file, NULL where its maker forbids embedding. Belongs to
 * self. */
const char *plot_font_set_name (PlotFontSet *self, guint face);
/* Appends an @font-face rule for each face that may be embedded, its bytes as a data: address. */
void plot_font_set_append_css (PlotFontSet *self, GString *out);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SVG with real text: cairo writes the shapes, and the texts, which it would turn into outlines,
 * are written from the layout. Internal to libplot. */

#pragma once

#include "plot-record.h"

G_BEGIN_DECLS

/* shapes: cairo's file of the layout without texts. Appends the finished file to out. */
void plot_svg_write (PlotLayout *layout, const PlotMeta *meta, const GByteArray *shapes,
                     GByteArray *out);
/* The record inside, or NULL. Free with g_free. */
char *plot_svg_read_record (const guint8 *data, gsize size);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures as PNG, with resolution and texts that cairo's own writer cannot put in, and several
 * times faster than it. Internal to libplot. */

#pragma once

#include <cairo.h>

#include "plot-record.h"

G_BEGIN_DECLS

/* Appends the image (CAIRO_FORMAT_RGB24 or _ARGB32) to out. dpi: written as the pHYs chunk. FALSE
 * when there is not enough memory. */
gboolean plot_png_write (cairo_surface_t *image, double dpi, const PlotMeta *meta, GByteArray *out);
/* The record inside, or NULL. Free with g_free. */
char *plot_png_read_record (const guint8 *data, gsize size);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compresses the rows of a chart's picture as a zlib stream. Charts are flat: rows repeat, and so do
 * pixels within them, so that looking at the row above and the pixel at the left finds nearly all that
 * a general search finds, in a fraction of its time. Internal to libplot. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlotDeflate PlotDeflate;

/* width: pixels of a row; bytes: of a pixel, 3 or 4. */
PlotDeflate *plot_deflate_new (guint width, guint bytes);
/* A pixel's first byte is its lowest; what lies above its bytes is 0. Before each row stands a byte 0, PNG's
 * sign for a row without a filter. */
void plot_deflate_add (PlotDeflate *self, const guint32 *row);
/* The row that was added last once more. */
void plot_deflate_repeat (PlotDeflate *self);
/* The whole stream, and frees self. Free with g_byte_array_unref. */
GByteArray *plot_deflate_finish (PlotDeflate *self);

G_END_DECLS

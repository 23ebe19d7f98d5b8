/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes bytes and repetitions as a deflate stream (RFC 1951): blocks whose codes are made for what is
 * in them. Finds no repetitions. Internal to libplot. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlotHuffman PlotHuffman;

PlotHuffman *plot_huffman_new (void);
void plot_huffman_literal (PlotHuffman *self, guint byte);
/* length: 3-258; distance: 1-32768, and no more than what was written. */
void plot_huffman_copy (PlotHuffman *self, guint length, guint distance);
/* Appends the stream to out and frees self. */
void plot_huffman_finish (PlotHuffman *self, GByteArray *out);

G_END_DECLS

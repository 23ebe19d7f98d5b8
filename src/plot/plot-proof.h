/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What proves the marks of a figure, as the figure's owner words it: it travels into tables and
 * into the record inside an exported file. libplot knows no reports; these are texts to it. */

#pragma once

#include "plot-figure.h"

G_BEGIN_DECLS

typedef struct
{
  const char *sentence; /* as it stands in the source, or NULL */
  const char *source;   /* what holds the sentence: title, publisher, day, address */
  const char *review;   /* what people decided about it, or NULL where nobody looked */
  const char *wording;  /* the figure alone as the source words it: "“1.234 cuộc”"; or NULL */
  guint64 key;          /* owner's handle of what holds the sentence, 0 for none */
} PlotProof;

/* Adds a proof of all marks with that key; texts are copied. A computed mark has two. */
void plot_figure_add_proof (PlotFigure *self, guint64 key, const PlotProof *proof);
guint plot_figure_n_proofs (const PlotFigure *self, guint64 key);
const PlotProof *plot_figure_proof (const PlotFigure *self, guint64 key, guint i);

/* One text of all of the mark's proofs, in their order: field is the text's offset in PlotProof. What
 * is not there is left out, and with once what was there before. "" where there is none. Free with
 * g_free. */
char *plot_figure_join_proofs (const PlotFigure *self, guint64 key, gsize field,
                               const char *separator, gboolean once);

G_END_DECLS

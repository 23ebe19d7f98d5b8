/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What travels inside an exported picture beside what is seen: title, description, source, day and
 * state of review for people and file managers, and for machines one JSON text of all that is
 * drawn with its proofs. Every format carries the same. */

#pragma once

#include "plot-export.h"

G_BEGIN_DECLS

/* Keyword of the PNG chunk, id of the SVG element, and name of the file attached to a PDF. */
#define PLOT_RECORD_PNG "chart-data"
#define PLOT_RECORD_SVG "chart-data"
#define PLOT_RECORD_PDF "chart-data.json"

typedef struct
{
  char *title, *description, *source, *review, *created; /* NULL where there is none */
  char *record;                                          /* JSON, ends in a line end */
} PlotMeta;

void plot_meta_init (PlotMeta *self, PlotLayout *layout, const PlotExportOptions *options);
void plot_meta_clear (PlotMeta *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlotMeta, plot_meta_clear)

/* How many of the drawn figures people looked at: "4 of 9 figures were reviewed"; NULL where
 * no mark has a proof. Free with g_free. */
char *plot_record_review (PlotLayout *layout);

/* text as XML can carry it, with <, >, & and quotes escaped. */
void plot_xml_append (GString *out, const char *text);

G_END_DECLS

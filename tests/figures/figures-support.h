/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of figures share: the registry and catalogue that every program carries, figures
 * asked for in one line, and a figure's marks as text. */

#pragma once

#include "figures/chiso-figures.h"
#include "record-support.h"

/* What is compared, in Vietnamese unless language says otherwise. */
typedef struct
{
  const char *indicator;
  const char *places; /* with commas */
  PlotKind kind;
  ChisoShow show;
  const char *focus;
  int first_year, last_year;
  const char *language;
  ChisoBoundary boundary; /* 0: the 63 */
  int base_year;
  const char *across; /* scatter: the indicator along x */
} Compared;

/* Runs the tests that have been added, with geo and catalogue loaded. */
int test_figures_run (void);

GPtrArray *test_records_of (const char *const *lines);
#define RECORDS(...) test_records_of ((const char *const[]){ __VA_ARGS__, NULL })

/* The same selection as chiso_figures_listing() beside that chart. */
PlotFigure *test_listing (GPtrArray *records, const Compared *asked, const PlotFigure *chart);
PlotFigure *test_compare (GPtrArray *records, const Compared *asked);
/* The ids of chiso_figures_behind(), "4 3 2 1"; and chiso_figures_find_mark(). */
char *test_behind_of (GPtrArray *records, const Compared *asked, guint64 key);
guint64 test_mark_of (GPtrArray *records, const Compared *asked, gint64 record_id);
PlotFigure *test_headline (GPtrArray *records, ChisoHeadline which, const char *place, int year,
                           const char *language);

/* chiso_figures_headline_nearest() of the 63. */
gboolean test_nearest (GPtrArray *records, ChisoHeadline which, const char *place, int year,
                       const char **nearest_place, int *nearest_year);

/* The same of the 34 provinces, in Vietnamese. */
PlotFigure *test_headline_of_34 (GPtrArray *records, ChisoHeadline which, const char *place,
                                 int year);

/* Compares a figure's text, which has no-break spaces before units, with one typed plainly; "" is
 * none. */
void assert_text (const char *got, const char *expected);
/* The marks as "label=value | ..."; of a line the period for the label. "-" is what is not
 * reported; ">", "~", "<" at least, about, at most; "c" computed. */
void assert_marks (PlotFigure *figure, const char *expected);

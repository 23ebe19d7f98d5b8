/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places along time: lines and panels. Must join nothing over a year that is not known, nor over
 * the day on which provinces and communes were merged. */

#include "chiso-compare-private.h"

#include <math.h>

/* 1 July 2025 as decimal year, a little before, since the year 2025 as a whole was reported by the
 * new provinces. */
#define MERGERS 2025.497

void
chiso_compare_mark_missing (ChisoCompare *self, guint series, double x, int first, int last,
                            PlotRole role, const char *name)
{
  ChisoPeriod missing = chiso_period_year (first);
  g_autofree char *words = NULL;
  PlotMark mark = {
    .x = x, .value = NAN, .state = PLOT_STATE_NOT_REPORTED, .role = role, .place = name
  };

  missing.end.year = (gint16) last;
  words = chiso_text_period (&self->draft, &missing);
  mark.period = words;
  mark.when = chiso_period_to_decimal (&missing, TRUE);
  plot_figure_add_mark (self->figure, series, &mark);
}

/* A flow is due each year, so one year without it is a gap. A stock is dated as it happens, and two
 * dates are joined unless more than two years lie between them. */
gboolean
chiso_compare_find_gap (const ChisoCompare *self, const ChisoPeriod *before,
                        const ChisoPeriod *after, ChisoPeriod *missing)
{
  int first = chiso_period_last_year (before) + 1, last = chiso_period_last_year (after) - 1;
  double apart = chiso_period_to_decimal (after, TRUE) - chiso_period_to_decimal (before, TRUE);

  *missing = chiso_period_year (first);
  missing->end.year = (gint16) last;
  return first <= last && (!self->spec->indicator->stock || apart > 2.01);
}

/* One mark, in the middle of the years of which nothing is known. */
static void
mark_gap_between (ChisoCompare *self, guint series, const ChisoPeriod *before,
                  const ChisoPeriod *after, const char *name)
{
  ChisoPeriod missing;

  if (chiso_compare_find_gap (self, before, after, &missing))
    chiso_compare_mark_missing (self, series, chiso_period_to_decimal (&missing, FALSE),
                                missing.start.year, missing.end.year, PLOT_ROLE_NORMAL, name);
}

static void
add_line (ChisoCompare *self, guint place)
{
  const ChisoIndicator *indicator = self->spec->indicator;
  GArray *points = g_ptr_array_index (self->series, place);
  g_autofree char *name = NULL;
  const ChisoPeriod *before = NULL;
  guint series = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);
      const ChisoEntry *entry;

      if (!chiso_compare_is_like (self, point))
        continue;
      entry = chiso_compare_show (self, place, point);
      if (name == NULL)
        {
          name = g_strdup (entry->name);
          series = plot_figure_add_series (
              self->figure, name, chiso_compare_role (self, self->spec->places[place]), place);
        }
      if (before != NULL)
        mark_gap_between (self, series, before, &point->period, name);
      before = &point->period;
      chiso_draft_mark (&self->draft, self->figure, series,
                        chiso_period_to_decimal (&point->period, indicator->stock),
                        PLOT_ROLE_NORMAL, entry);
    }
}

/* Where what is shown is from both sides of the mergers: of a province that was merged, and of what
 * counts communes or districts, whatever the place. Figures of the 34 are added up over them. */
static void
add_break (ChisoCompare *self)
{
  gboolean counts_units = self->spec->indicator->counts_units;
  gboolean before = FALSE, after = FALSE;
  g_autofree char *label = chiso_words (CHISO_WORD_BREAK, self->draft.language, NULL);

  for (guint i = 0; i < self->draft.shown->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (self->draft.shown, i);
      double x = chiso_period_to_decimal (&entry->point.period, self->spec->indicator->stock);

      if (!counts_units
          && (self->spec->boundary == CHISO_BOUNDARY_34 || chiso_place_is_country (entry->place)
              || chiso_draft_is_unchanged (&self->draft, entry->place)))
        continue;
      before |= x < MERGERS;
      after |= x >= MERGERS;
    }
  if (before && after)
    plot_figure_add_break (self->figure, MERGERS, label);
}

void
chiso_compare_add_lines (ChisoCompare *self)
{
  for (guint i = 0; i < self->series->len; i++)
    add_line (self, i);
  add_break (self);
  if (self->spec->show == CHISO_SHOW_YEAR_ON_YEAR)
    plot_figure_set_panels (self->figure, PLOT_KIND_COLUMN, FALSE);
}

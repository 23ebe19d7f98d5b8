/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All figures of a selection as the rows of a table: what no chart draws beside the others as well, each
 * with what it is. Must not choose: what the statistics chose stands first, and what they did not
 * choose says so. */

#include "chiso-compare-private.h"

#include <math.h>
#include <string.h>

#include "plot/plot-change.h"

/* A row in the making. */
typedef struct
{
  double x;
  gboolean missing; /* nothing is known of entry's period */
  gboolean aside;   /* another source's, or a part: none of the statistics' choice */
  ChisoEntry entry; /* name and remark are borrowed */
} Row;

typedef struct
{
  ChisoCompare *compare;
  const char *place;
  char *name;
  GPtrArray *records; /* of the place and its indicator; borrowed */
  GArray *rows;       /* of Row */
  const char *other_source, *one_part;
  GHashTable *ranked; /* marks of the chart by key */
} Listing;

static void
add_row (Listing *self, const ChisoEntry *entry, gboolean missing, gboolean aside)
{
  const ChisoIndicator *indicator = self->compare->spec->indicator;
  Row row = { .x = chiso_period_to_decimal (&entry->point.period, indicator->stock),
              .missing = missing,
              .aside = aside,
              .entry = *entry };

  row.entry.name = self->name;
  g_array_append_val (self->rows, row);
}

static void
add_record (Listing *self, const ChisoEntry *of, const ChisoRecord *record, const char *remark)
{
  ChisoEntry entry = chiso_entry_of_record (of, record);

  entry.remark = remark;
  add_row (self, &entry, FALSE, TRUE);
}

/* What other sources say, and what stands beside it as parts. */
static void
add_beside (Listing *self, const ChisoEntry *entry)
{
  const ChisoPoint *point = &entry->point;
  g_autoptr (GPtrArray) parts = chiso_stats_parts (self->records, point);
  g_autoptr (GPtrArray) others = NULL;

  for (guint i = 0; i < parts->len; i++)
    if (parts->pdata[i] != point->record)
      add_record (self, entry, parts->pdata[i], self->one_part);
  if (point->computed || point->n_conflicts == 0)
    return;
  others = chiso_stats_conflicts (self->records, entry->indicator, 0, point);
  for (guint i = 0; i < others->len; i++)
    add_record (self, entry, others->pdata[i], self->other_source);
}

static void
add_points (Listing *self, GArray *points)
{
  ChisoCompare *compare = self->compare;
  const ChisoPeriod *before = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);
      const ChisoEntry entry = { .indicator = compare->spec->indicator,
                                 .place = self->place,
                                 .point = *point };
      ChisoEntry gap = entry;

      if (chiso_compare_is_like (compare, point))
        {
          if (before != NULL
              && chiso_compare_find_gap (compare, before, &point->period, &gap.point.period))
            add_row (self, &gap, TRUE, FALSE);
          before = &point->period;
        }
      add_row (self, &entry, FALSE, FALSE);
      add_beside (self, &entry);
    }
}

/* Parts of which no bound of the whole is known: there is no value, and each of them has a row. */
static void
add_undecided (Listing *self)
{
  GArray *undecided = self->compare->draft.undecided;

  for (guint i = 0; i < undecided->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (undecided, i);
      g_autoptr (GPtrArray) parts = NULL;

      if (strcmp (entry->place, self->place) != 0)
        continue;
      parts = chiso_stats_parts (self->records, &entry->point);
      for (guint k = 0; k < parts->len; k++)
        add_record (self, entry, parts->pdata[k], self->one_part);
    }
}

static int
compare_rows (gconstpointer left, gconstpointer right)
{
  double a = ((const Row *) left)->x, b = ((const Row *) right)->x;

  return (a > b) - (a < b);
}

/* The change of a level on the year before, as the draft would show it. */
static void
set_change (Listing *self, GArray *changes, const ChisoEntry *entry)
{
  ChisoCompare *compare = self->compare;
  const ChisoShow show = compare->draft.show;

  for (guint i = 0; i < changes->len; i++)
    {
      const ChisoPoint *point = &g_array_index (changes, ChisoPoint, i);
      ChisoEntry change = *entry;
      g_autofree char *written = NULL;

      if (!chiso_stats_same_time (entry->indicator, &point->period, &entry->point.period))
        continue;
      change.point = *point;
      compare->draft.show = CHISO_SHOW_YEAR_ON_YEAR;
      written = chiso_text_signed (&compare->draft, &change);
      compare->draft.show = show;
      plot_figure_set_change (
          compare->figure, (guint64) entry->point.record->id,
          &(PlotChange){ .value = point->value, .written = written, .computed = point->computed });
      return;
    }
}

/* The marks of chart that have a rank, by their keys. */
static GHashTable *
find_ranked (const PlotFigure *chart)
{
  GHashTable *ranked = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = chart != NULL && plot_figure_n_series (chart) == 1 ? plot_figure_n_marks (chart, 0) : 0;

  for (guint i = 0; i < n; i++)
    {
      const PlotMark *mark = plot_figure_mark (chart, 0, i);

      if (mark->rank > 0)
        g_hash_table_insert (ranked, (gpointer) &mark->key, (gpointer) mark);
    }
  return ranked;
}

static void
set_rank (Listing *self, ChisoEntry *entry)
{
  const PlotMark *mark = g_hash_table_lookup (self->ranked, &entry->point.record->id);

  if (mark == NULL)
    return;
  entry->rank = (ChisoRank){ .first = mark->rank, .last = mark->last_rank };
  entry->n_ranked = g_hash_table_size (self->ranked);
}

static void
mark_rows (Listing *self, guint series)
{
  ChisoCompare *compare = self->compare;
  g_autoptr (GArray) changes = NULL;

  if (compare->spec->show == CHISO_SHOW_VALUE)
    changes = chiso_draft_changes (&compare->draft, compare->spec->indicator, self->place);
  g_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      const ChisoPeriod *period = &row->entry.point.period;

      if (row->missing)
        {
          chiso_compare_mark_missing (compare, series, row->x, period->start.year, period->end.year,
                                      PLOT_ROLE_NORMAL, self->name);
          continue;
        }
      if (!row->aside)
        set_rank (self, &row->entry);
      chiso_draft_mark (&compare->draft, compare->figure, series, row->x,
                        row->aside ? PLOT_ROLE_CONTEXT : PLOT_ROLE_NORMAL, &row->entry);
      if (!row->aside && changes != NULL)
        set_change (self, changes, &row->entry);
    }
}

static void
mark_nothing (Listing *self, guint series)
{
  const PlotMark mark = { .value = NAN, .state = PLOT_STATE_NOT_REPORTED, .place = self->name };

  plot_figure_add_mark (self->compare->figure, series, &mark);
}

void
chiso_compare_add_listing (ChisoCompare *self, const PlotFigure *chart)
{
  const char *language = self->draft.language;
  g_autofree char *other_source = chiso_words (CHISO_WORD_MARK_OTHER_SOURCE, language, NULL);
  g_autofree char *one_part = chiso_words (CHISO_WORD_MARK_ONE_PART, language, NULL);
  g_autoptr (GHashTable) ranked = find_ranked (chart);

  chiso_choose_like (self->series, self->spec->indicator, &self->like);
  for (guint i = 0; i < self->series->len; i++)
    {
      const char *place = self->spec->places[i];
      g_autofree char *name = chiso_compare_name (self, place);
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
      Listing listing = { .compare = self,
                          .place = place,
                          .name = name,
                          .records = chiso_draft_records (&self->draft, self->spec->indicator,
                                                          place),
                          .rows = rows,
                          .other_source = other_source,
                          .one_part = one_part,
                          .ranked = ranked };
      guint series = plot_figure_add_series (self->figure, name, PLOT_ROLE_NORMAL, i);

      add_points (&listing, g_ptr_array_index (self->series, i));
      add_undecided (&listing);
      if (rows->len == 0)
        mark_nothing (&listing, series);
      else
        mark_rows (&listing, series);
    }
}

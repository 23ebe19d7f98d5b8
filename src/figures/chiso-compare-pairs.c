/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two years of each place: the dumbbell and the slope. The years are the two furthest apart that
 * most places have both of; a place that lacks one of them keeps its row. */

#include "chiso-compare-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  guint place;
  const ChisoPoint *ends[2]; /* NULL: not reported */
} Pair;

/* The place's latest comparable point of a year. */
static const ChisoPoint *
point_of_year (ChisoCompare *self, guint place, int year)
{
  GArray *points = g_ptr_array_index (self->series, place);
  const ChisoPoint *found = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (chiso_compare_is_like (self, point) && chiso_period_last_year (&point->period) == year)
        found = point;
    }
  return found;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static GArray *
collect_years (ChisoCompare *self)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->series->len; i++)
    {
      GArray *points = g_ptr_array_index (self->series, i);

      for (guint j = 0; j < points->len; j++)
        {
          const ChisoPoint *point = &g_array_index (points, ChisoPoint, j);
          int year = chiso_period_last_year (&point->period);
          gboolean known = !chiso_compare_is_like (self, point);

          for (guint k = 0; k < years->len && !known; k++)
            known = g_array_index (years, int, k) == year;
          if (!known)
            g_array_append_val (years, year);
        }
    }
  g_array_sort (years, compare_years);
  return years;
}

/* Whether one tells how far the other has gone. */
static gboolean
is_pair (ChisoCompare *self, const ChisoPoint *a, const ChisoPoint *b)
{
  return !chiso_stats_is_across_mergers (self->spec->indicator, &a->period, &b->period)
         && chiso_measures_count_alike (self->spec->indicator, a, b);
}

static guint
count_places (ChisoCompare *self, int earlier, int later)
{
  guint n = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const ChisoPoint *a = point_of_year (self, i, earlier), *b = point_of_year (self, i, later);

      n += a != NULL && b != NULL && is_pair (self, a, b);
    }
  return n;
}

/* Where no place has two years, the first and the last of all places; FALSE where there is one. */
static gboolean
choose_years (ChisoCompare *self, int *chosen)
{
  g_autoptr (GArray) years = collect_years (self);
  guint best = 0;

  if (years->len < 2)
    return FALSE;
  chosen[0] = g_array_index (years, int, 0);
  chosen[1] = g_array_index (years, int, years->len - 1);
  for (guint i = 0; i < years->len; i++)
    for (guint j = i + 1; j < years->len; j++)
      {
        int earlier = g_array_index (years, int, i), later = g_array_index (years, int, j);
        guint n = count_places (self, earlier, later);

        if (n < best || n == 0 || (n == best && later - earlier <= chosen[1] - chosen[0]))
          continue;
        best = n;
        chosen[0] = earlier;
        chosen[1] = later;
      }
  return TRUE;
}

/* By the later value downwards; what lacks it goes last. */
static int
compare_pairs (gconstpointer left, gconstpointer right)
{
  const Pair *a = left, *b = right;

  if ((a->ends[1] == NULL) != (b->ends[1] == NULL))
    return a->ends[1] == NULL ? 1 : -1;
  for (int i = 1; i >= 0; i--)
    if (a->ends[i] != NULL && b->ends[i] != NULL && a->ends[i]->value != b->ends[i]->value)
      return a->ends[i]->value > b->ends[i]->value ? -1 : 1;
  return (int) a->place - (int) b->place;
}

static GArray *
collect_pairs (ChisoCompare *self, const int *years)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < self->series->len; i++)
    {
      Pair pair = { i, { point_of_year (self, i, years[0]), point_of_year (self, i, years[1]) } };

      if (pair.ends[0] != NULL || pair.ends[1] != NULL)
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

static void
add_end (ChisoCompare *self, const Pair *pair, guint end, int year, guint series, double x,
         PlotRole role, const char *name)
{
  if (pair->ends[end] == NULL)
    chiso_compare_mark_missing (self, series, x, year, year, role, name);
  else
    chiso_draft_mark (&self->draft, self->figure, series, x, role,
                      chiso_compare_show (self, pair->place, pair->ends[end]));
}

/* A row a place, a series a year. */
static void
add_rows (ChisoCompare *self, GArray *pairs, const int *years)
{
  for (guint end = 0; end < 2; end++)
    {
      g_autofree char *name = g_strdup_printf ("%d", years[end]);

      plot_figure_add_series (self->figure, name, end == 0 ? PLOT_ROLE_CONTEXT : PLOT_ROLE_NORMAL,
                              0);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      const char *place = self->spec->places[pair->place];
      g_autofree char *name = chiso_compare_name (self, place);
      guint category = plot_figure_add_category (self->figure, name);
      PlotRole role = chiso_compare_role (self, place);

      for (guint end = 0; end < 2; end++)
        add_end (self, pair, end, years[end], end, category,
                 end == 0 && role != PLOT_ROLE_FOCUS ? PLOT_ROLE_NORMAL : role, name);
    }
}

/* A series a place, a column a year. */
static void
add_slopes (ChisoCompare *self, GArray *pairs, const int *years)
{
  for (guint end = 0; end < 2; end++)
    {
      g_autofree char *name = g_strdup_printf ("%d", years[end]);

      plot_figure_add_category (self->figure, name);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      const char *place = self->spec->places[pair->place];
      g_autofree char *name = chiso_compare_name (self, place);
      guint series = plot_figure_add_series (self->figure, name, chiso_compare_role (self, place),
                                             pair->place);

      for (guint end = 0; end < 2; end++)
        add_end (self, pair, end, years[end], series, end, PLOT_ROLE_NORMAL, name);
    }
}

gboolean
chiso_compare_add_pairs (ChisoCompare *self)
{
  g_autoptr (GArray) pairs = NULL;
  int years[2];

  if (!choose_years (self, years))
    return FALSE;
  pairs = collect_pairs (self, years);
  if (self->spec->kind == PLOT_KIND_SLOPE)
    add_slopes (self, pairs, years);
  else
    add_rows (self, pairs, years);
  return TRUE;
}

/* The two shown entries of a place; NULL where it has but one. */
static gboolean
find_pair (ChisoCompare *self, const char *place, const ChisoEntry **first, const ChisoEntry **last)
{
  *first = *last = NULL;
  for (guint i = 0; i < self->draft.shown->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (self->draft.shown, i);

      if (strcmp (entry->place, place) != 0)
        continue;
      if (*first == NULL
          || chiso_period_compare (&entry->point.period, &(*first)->point.period) < 0)
        *first = entry;
      if (*last == NULL || chiso_period_compare (&entry->point.period, &(*last)->point.period) > 0)
        *last = entry;
    }
  return *first != *last;
}

/* What certainly rose and fell, among all provinces that have both. */
static guint
count_directions (ChisoCompare *self, guint *rose, guint *fell, const ChisoEntry **only)
{
  guint n = 0;

  *rose = *fell = 0;
  for (guint i = 0; i < self->series->len; i++)
    {
      const char *place = self->spec->places[i];
      const ChisoEntry *first, *last;

      if (chiso_place_is_country (place) || !find_pair (self, place, &first, &last))
        continue;
      n++;
      *only = last;
      *rose += chiso_entry_is_above (last, first);
      *fell += chiso_entry_is_above (first, last);
    }
  return n;
}

char *
chiso_compare_title_of_pairs (ChisoCompare *self)
{
  const ChisoEntry *first = NULL, *last = NULL;
  guint rose, fell, n = count_directions (self, &rose, &fell, &last);
  const char *told = self->spec->focus != NULL ? self->spec->focus : n == 1 ? last->place : NULL;
  g_autofree char *what = chiso_text_indicator (&self->draft, self->spec->indicator);
  g_autofree char *span = chiso_text_span (&self->draft, self->draft.shown, FALSE);
  g_autofree char *count = chiso_text_number (&self->draft, MAX (rose, fell));
  g_autofree char *all = chiso_text_number (&self->draft, n);

  if (told != NULL && find_pair (self, told, &first, &last))
    return chiso_title_along (&self->draft, first, last);
  if (n == 0 || rose == fell)
    return chiso_words (CHISO_WORD_TITLE_SEVERAL, self->draft.language, what, all, span, NULL);
  return chiso_words (rose > fell ? CHISO_WORD_TITLE_N_ROSE : CHISO_WORD_TITLE_N_FELL,
                      self->draft.language, what, count, all, span, NULL);
}

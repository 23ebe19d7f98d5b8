/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places as parts of a whole: stacks of years, and the standard of shares. Must not add up what is
 * no count, and must not take the country for one of its parts. */

#include "chiso-compare-private.h"

#include <math.h>

/* Series that a chart tells apart by colour. */
#define N_HUES 8

/* The place's point of that very time, or NULL. */
static const ChisoPoint *
point_at (ChisoCompare *self, guint place, const ChisoPeriod *period)
{
  GArray *points = g_ptr_array_index (self->series, place);

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (chiso_stats_same_time (self->spec->indicator, &point->period, period))
        return point;
    }
  return NULL;
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  return chiso_period_compare (a, b);
}

/* Each different time once, in order. */
static GArray *
collect_periods (ChisoCompare *self)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (ChisoPeriod));

  for (guint i = 0; i < self->series->len; i++)
    {
      GArray *points = g_ptr_array_index (self->series, i);

      for (guint j = 0; j < points->len && !chiso_place_is_country (self->spec->places[i]); j++)
        {
          const ChisoPoint *point = &g_array_index (points, ChisoPoint, j);
          gboolean known = !chiso_compare_is_like (self, point);

          for (guint k = 0; k < periods->len && !known; k++)
            known = chiso_stats_same_time (self->spec->indicator, &point->period,
                                           &g_array_index (periods, ChisoPeriod, k));
          if (!known)
            g_array_append_val (periods, point->period);
        }
    }
  g_array_sort (periods, compare_periods);
  return periods;
}

static gboolean
has_any (ChisoCompare *self, guint place, GArray *periods)
{
  for (guint i = 0; i < periods->len; i++)
    if (point_at (self, place, &g_array_index (periods, ChisoPeriod, i)) != NULL)
      return TRUE;
  return FALSE;
}

/* A place with all that it counted in these periods. */
typedef struct
{
  guint place;
  double sum;
} Part;

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *one = a, *other = b;

  if (one->sum != other->sum)
    return one->sum > other->sum ? -1 : 1;
  return one->place < other->place ? -1 : 1;
}

/* The places that have any part; where they are more than the hues, those with the greatest parts
 * first, since only the first have a hue and a name. */
static GArray *
collect_parts (ChisoCompare *self, GArray *periods)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < self->series->len; i++)
    {
      Part part = { .place = i };

      if (chiso_place_is_country (self->spec->places[i]) || !has_any (self, i, periods))
        continue;
      for (guint j = 0; j < periods->len; j++)
        {
          const ChisoPoint *point = point_at (self, i, &g_array_index (periods, ChisoPeriod, j));

          if (point != NULL && isfinite (point->value))
            part.sum += fabs (point->value);
        }
      g_array_append_val (parts, part);
    }
  if (parts->len > N_HUES)
    g_array_sort (parts, compare_parts);
  return parts;
}

static void
add_parts (ChisoCompare *self, guint place, GArray *periods, gboolean many)
{
  g_autofree char *name = chiso_compare_name (self, self->spec->places[place]);
  guint colour = many ? plot_figure_n_series (self->figure) : place;
  guint series = plot_figure_add_series (self->figure, name, PLOT_ROLE_NORMAL, colour);

  for (guint i = 0; i < periods->len; i++)
    {
      const ChisoPeriod *period = &g_array_index (periods, ChisoPeriod, i);
      const ChisoPoint *point = point_at (self, place, period);
      int year = chiso_period_last_year (period);

      if (point == NULL)
        chiso_compare_mark_missing (self, series, i, year, year, PLOT_ROLE_NORMAL, name);
      else
        chiso_draft_mark (&self->draft, self->figure, series, i, PLOT_ROLE_NORMAL,
                          chiso_compare_show (self, place, point));
    }
}

void
chiso_compare_add_stacks (ChisoCompare *self)
{
  g_autoptr (GArray) periods = collect_periods (self);
  g_autoptr (GArray) parts = collect_parts (self, periods);

  for (guint i = 0; i < periods->len; i++)
    {
      g_autofree char *label = chiso_text_period (&self->draft,
                                                  &g_array_index (periods, ChisoPeriod, i));

      plot_figure_add_category (self->figure, label);
    }
  for (guint i = 0; i < parts->len; i++)
    add_parts (self, g_array_index (parts, Part, i).place, periods, self->series->len > N_HUES);
}

void
chiso_compare_set_standard (ChisoCompare *self)
{
  for (guint i = 0; i < self->draft.shown->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (self->draft.shown, i);
      g_autofree char *value = NULL;
      g_autofree char *label = NULL;

      if (!chiso_place_is_country (entry->place))
        continue;
      value = chiso_text_value (&self->draft, entry);
      label = g_strdup_printf ("%s: %s", entry->name, value);
      plot_figure_set_reference (self->figure, entry->point.value, label);
    }
}

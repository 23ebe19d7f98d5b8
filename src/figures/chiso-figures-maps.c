/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator as tiles of provinces, or as a table of places and years in colour. Every province or
 * year without a figure has a mark that says so. */

#include "chiso-compare-private.h"

#include <math.h>
#include <string.h>

/* Columns of a heat map; of a longer time the latest. */
#define MAX_YEARS 60

static void
mark_missing (ChisoCompare *self, guint series, guint category, const char *place,
              const ChisoPeriod *period)
{
  g_autofree char *name = chiso_compare_name (self, place);
  g_autofree char *words = period != NULL ? chiso_text_period (&self->draft, period) : NULL;
  const PlotMark mark = { .x = category,
                          .value = NAN,
                          .state = PLOT_STATE_NOT_REPORTED,
                          .role = chiso_compare_role (self, place),
                          .place = name,
                          .period = words,
                          .when = period != NULL ? chiso_period_to_decimal (period, TRUE) : 0 };

  plot_figure_add_mark (self->figure, series, &mark);
}

/* What the tile shows: of a flow the one period alone, since a colour cannot say that it is of
 * another year; what is left out for that is noted. */
static const ChisoPoint *
choose (ChisoCompare *self, guint place, const ChisoPeriod *common)
{
  const ChisoIndicator *indicator = self->spec->indicator;
  const ChisoPoint *point = chiso_choose_point (g_ptr_array_index (self->series, place), indicator,
                                                &self->like, common);

  if (point == NULL || indicator->stock || chiso_period_equal (&point->period, common))
    return point;
  chiso_draft_add (&self->draft, self->draft.unlike, indicator, self->spec->places[place], point);
  return NULL;
}

/* A tile of a province, without its mark; it gets an entry among what is shown where it has a figure. */
static void
add_tile (ChisoCompare *self, guint place, const ChisoProvince *province, const ChisoPeriod *common)
{
  gboolean vietnamese = chiso_language_is_vietnamese (self->draft.language);
  guint category = plot_figure_add_category (self->figure,
                                             vietnamese ? province->name_vi : province->name_en);
  const ChisoPoint *point = choose (self, place, common);

  if (province->tile_row >= 0 && province->tile_col >= 0)
    plot_figure_set_tile (self->figure, category, (guint) province->tile_row,
                          (guint) province->tile_col, province->brief);
  if (point != NULL)
    chiso_compare_show (self, place, point)->dated = !chiso_period_equal (&point->period, common);
}

/* Tiles and entries are in the same order. */
static void
mark_tile (ChisoCompare *self, guint place, guint category, guint *next, const ChisoPeriod *common)
{
  const char *key = self->spec->places[place];
  const ChisoEntry *entry = *next < self->draft.shown->len ? chiso_entry (self->draft.shown, *next)
                                                           : NULL;

  if (entry == NULL || strcmp (entry->place, key) != 0)
    {
      mark_missing (self, 0, category, key, self->spec->indicator->stock ? NULL : common);
      return;
    }
  (*next)++;
  chiso_draft_mark (&self->draft, self->figure, 0, category, chiso_compare_role (self, key), entry);
}

void
chiso_compare_add_tiles (ChisoCompare *self)
{
  const ChisoIndicator *indicator = self->spec->indicator;
  ChisoBoundary boundary = self->spec->boundary != 0 ? self->spec->boundary : CHISO_BOUNDARY_63;
  g_autoptr (GArray) tiles = g_array_new (FALSE, FALSE, sizeof (guint));
  ChisoPeriod common;
  guint next = 0;

  plot_figure_add_series (self->figure, chiso_indicator_name (indicator, self->draft.language),
                          PLOT_ROLE_NORMAL, 0);
  chiso_choose_common (self->series, indicator, &self->like, &common);
  for (guint i = 0; i < self->series->len; i++)
    {
      const ChisoProvince *province = chiso_geo_find_code (self->draft.geo, boundary,
                                                           self->spec->places[i]);

      /* Country and districts have no tile. */
      if (province == NULL)
        continue;
      add_tile (self, i, province, &common);
      g_array_append_val (tiles, i);
    }
  self->ranking = chiso_draft_rank (&self->draft, self->draft.shown, &common, self->spec);
  for (guint k = 0; k < tiles->len; k++)
    mark_tile (self, g_array_index (tiles, guint, k), k, &next, &common);
}

/* The place's last comparable point of that year. */
static const ChisoPoint *
find_year (ChisoCompare *self, guint place, int year)
{
  GArray *points = g_ptr_array_index (self->series, place);
  const ChisoPoint *found = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (chiso_period_last_year (&point->period) == year
          && chiso_period_comparable (&point->period, &self->like, self->spec->indicator->stock))
        found = point;
    }
  return found;
}

static gboolean
get_years (ChisoCompare *self, int *first, int *last)
{
  *first = G_MAXINT;
  *last = G_MININT;
  for (guint i = 0; i < self->series->len; i++)
    {
      GArray *points = g_ptr_array_index (self->series, i);

      for (guint j = 0; j < points->len; j++)
        {
          const ChisoPeriod *period = &g_array_index (points, ChisoPoint, j).period;

          if (!chiso_period_comparable (period, &self->like, self->spec->indicator->stock))
            continue;
          *first = MIN (*first, chiso_period_last_year (period));
          *last = MAX (*last, chiso_period_last_year (period));
        }
    }
  *first = MAX (*first, *last - MAX_YEARS + 1);
  return *first <= *last;
}

static gboolean
has_any (ChisoCompare *self, guint place, int first, int last)
{
  for (int year = first; year <= last; year++)
    if (find_year (self, place, year) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_row (ChisoCompare *self, guint place, int first, int last)
{
  const char *key = self->spec->places[place];
  g_autofree char *name = chiso_compare_name (self, key);
  guint category = plot_figure_add_category (self->figure, name);

  for (int year = first; year <= last; year++)
    {
      const ChisoPoint *point = find_year (self, place, year);
      const ChisoPeriod missing = chiso_period_year (year);

      if (point == NULL)
        mark_missing (self, (guint) (year - first), category, key, &missing);
      else
        chiso_draft_mark (&self->draft, self->figure, (guint) (year - first), category,
                          chiso_compare_role (self, key), chiso_compare_show (self, place, point));
    }
}

void
chiso_compare_add_cells (ChisoCompare *self)
{
  int first, last;

  if (!get_years (self, &first, &last))
    return;
  for (int year = first; year <= last; year++)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);

      plot_figure_add_series (self->figure, name, PLOT_ROLE_NORMAL, 0);
    }
  for (guint i = 0; i < self->series->len; i++)
    if (has_any (self, i, first, last))
      add_row (self, i, first, last);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the points that a tile shows and puts them in words. Pure functions: no store, no widget. */

#include "chiso-tile-facts.h"

#include "chiso-record-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* The longest period that ends in the year: the whole year if there is one. Of a stock, the last. */
static const ChisoPoint *
choose_point (GArray *points, int year, gboolean stock)
{
  const ChisoPoint *best = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (chiso_period_last_year (&point->period) != year)
        continue;
      if (best == NULL || stock
          || chiso_period_n_days (&point->period) >= chiso_period_n_days (&best->period))
        best = point;
    }
  return best;
}

static const ChisoPoint *
find_period (GArray *points, const ChisoIndicator *indicator, const ChisoPeriod *period)
{
  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (chiso_stats_same_time (indicator, &point->period, period))
        return point;
    }
  return NULL;
}

static PlotState
point_state (const ChisoPoint *point)
{
  switch (point->qualifier)
    {
    case CHISO_QUALIFIER_AT_LEAST:
      return PLOT_STATE_AT_LEAST;
    case CHISO_QUALIFIER_ABOUT:
      return PLOT_STATE_ABOUT;
    case CHISO_QUALIFIER_AT_MOST:
      return PLOT_STATE_AT_MOST;
    case CHISO_QUALIFIER_EXACT:
    default:
      return PLOT_STATE_EXACT;
    }
}

static PlotFigure *
make_sparkline (GArray *points, const ChisoPoint *chosen, const ChisoIndicator *indicator,
                const char *language)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_SPARKLINE, language);
  guint n = 0;

  plot_figure_set_title (figure, chiso_indicator_name (indicator, language));
  chiso_words_set_unit (figure, indicator, FALSE);
  plot_figure_add_series (figure, chiso_indicator_name (indicator, language), PLOT_ROLE_FOCUS, 0);
  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);
      g_autofree char *words = NULL;

      if (!chiso_period_comparable (&point->period, &chosen->period, indicator->stock)
          || chiso_stats_is_across_mergers (indicator, &point->period, &chosen->period)
          || !chiso_measures_count_alike (indicator, point, chosen))
        continue;
      words = chiso_period_to_words (&point->period, language);
      plot_figure_add_mark (figure, 0,
                            &(PlotMark){
                                .x = chiso_period_to_decimal (&point->period, indicator->stock),
                                .value = point->value,
                                .state = point_state (point),
                                .key = point->record->id,
                                .period = words,
                            });
      n++;
    }
  return n > 1 ? g_steal_pointer (&figure) : NULL;
}

/* The number with the sign that charts write before one that is not exact; the narrow space keeps it
 * apart from the no-break space before a unit. */
static char *
number_of (const ChisoPoint *point, const ChisoIndicator *indicator, gboolean signed_value,
           const char *language)
{
  static const char *const signs[] = { [CHISO_QUALIFIER_EXACT] = "",
                                       [CHISO_QUALIFIER_AT_LEAST] = "≥\u202F",
                                       [CHISO_QUALIFIER_ABOUT] = "≈\u202F",
                                       [CHISO_QUALIFIER_AT_MOST] = "≤\u202F" };
  g_autofree char *number = chiso_words_number (point->value, indicator, signed_value, language);

  return g_strconcat (signs[point->qualifier], number, NULL);
}

static void
put_change (ChisoTileFacts *facts, const ChisoPoint *change, const ChisoIndicator *indicator,
            const char *language)
{
  facts->change = number_of (change, indicator, TRUE, language);
  facts->change_size = change->value;
  facts->direction = (change->value > 0) - (change->value < 0);
  facts->good = facts->direction * indicator->better;
  facts->computed = change->computed;
  facts->change_id = change->record->id;
}

/* The period, and that no report states the value. */
static char *
period_of (const ChisoPoint *level, const char *language)
{
  g_autofree char *period = chiso_period_to_words (&level->period, language);

  if (level->n_units == 0)
    return g_steal_pointer (&period);
  /* Translators: a tile shows a sum; %1$s is its period, %2$u the number of districts or communes. */
  return g_strdup_printf (ngettext ("%1$s, from %2$u district or commune",
                                    "%1$s, from %2$u districts or communes", level->n_units),
                          period, level->n_units);
}

ChisoTileFacts *
chiso_tile_facts_new (GPtrArray *records, const ChisoIndicator *indicator, const char *place,
                      ChisoBoundary boundary, ChisoProvinceFacts *sizes, int year,
                      const char *language)
{
  const ChisoMeasures values = { .boundary = boundary, .facts = sizes };
  const ChisoMeasures growth = { .show = CHISO_SHOW_YEAR_ON_YEAR,
                                 .boundary = boundary,
                                 .facts = sizes };
  g_autoptr (GArray) levels = chiso_measures_series (&values, records, indicator, place, NULL);
  g_autoptr (GArray) changes = chiso_measures_series (&growth, records, indicator, place, NULL);
  const ChisoPoint *level = choose_point (levels, year, indicator->stock);
  const ChisoPoint *change = level != NULL ? find_period (changes, indicator, &level->period)
                                           : choose_point (changes, year, indicator->stock);
  ChisoTileFacts *facts;

  if (level == NULL && change == NULL)
    return NULL;
  facts = g_new0 (ChisoTileFacts, 1);
  facts->change_size = NAN;
  facts->name = g_strdup (chiso_indicator_name (indicator, language));
  if (change != NULL)
    put_change (facts, change, indicator, language);
  if (level != NULL)
    {
      facts->value = number_of (level, indicator, FALSE, language);
      facts->period = period_of (level, language);
      facts->n_units = level->n_units;
      facts->record_id = level->record->id;
      facts->sparkline = make_sparkline (levels, level, indicator, language);
    }
  else
    {
      g_autofree char *period = chiso_period_to_words (&change->period, language);

      facts->value = g_steal_pointer (&facts->change);
      /* Translators: a tile shows only a change; this is its period. */
      facts->period = g_strdup_printf (_ ("%s, year on year"), period);
      facts->record_id = change->record->id;
    }
  return facts;
}

void
chiso_tile_facts_free (ChisoTileFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->name);
  g_free (facts->value);
  g_free (facts->period);
  g_free (facts->change);
  g_clear_pointer (&facts->sparkline, plot_figure_unref);
  g_free (facts);
}

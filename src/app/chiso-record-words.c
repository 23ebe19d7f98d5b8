/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns records into words. Numbers are written by the charts' own formatter, so that a value reads
 * the same beside a chart as inside it. */

#include "chiso-record-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* A word unit stands apart from its number, a per cent sign as the language has it. */
static char *
unit_suffix (const char *unit)
{
  if (unit == NULL || *unit == '\0' || g_str_equal (unit, "%"))
    return g_strdup (unit != NULL ? unit : "");
  return g_strconcat (" ", unit, NULL);
}

void
chiso_words_set_unit (PlotFigure *figure, const ChisoIndicator *indicator, gboolean change)
{
  const char *unit = chiso_indicator_unit (indicator, plot_figure_language (figure));
  g_autofree char *suffix = NULL;
  guint decimals = MAX (indicator->decimals, 2);

  if (!change)
    suffix = unit_suffix (unit);
  else if (g_str_has_prefix (unit, "%"))
    /* Translators: percentage points, written behind a number. */
    suffix = g_strdup (_ (" pp"));
  else
    {
      suffix = g_strdup ("%");
      decimals = 1;
    }
  plot_figure_set_unit (figure, suffix, decimals);
  plot_figure_set_signed (figure, change);
}

static PlotFigure *
new_format (const ChisoIndicator *indicator, gboolean change, const char *language)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, language);

  chiso_words_set_unit (figure, indicator, change);
  return figure;
}

char *
chiso_words_number (double value, const ChisoIndicator *indicator, gboolean change,
                    const char *language)
{
  g_autoptr (PlotFigure) format = new_format (indicator, change, language);

  return plot_figure_format_value (format, value);
}

static char *
qualify (char *text, ChisoQualifier qualifier)
{
  g_autofree char *value = text;

  switch (qualifier)
    {
    case CHISO_QUALIFIER_AT_LEAST:
      return g_strdup_printf (_ ("at least %s"), value);
    case CHISO_QUALIFIER_ABOUT:
      return g_strdup_printf (_ ("about %s"), value);
    case CHISO_QUALIFIER_AT_MOST:
      return g_strdup_printf (_ ("at most %s"), value);
    case CHISO_QUALIFIER_EXACT:
    default:
      return g_steal_pointer (&value);
    }
}

char *
chiso_words_value (const ChisoRecord *record, ChisoSession *session)
{
  const ChisoObservation *observation = record->observation;
  const char *language = chiso_session_get_language (session);
  const ChisoIndicator *indicator = chiso_catalogue_find (chiso_session_get_catalogue (session),
                                                          observation->indicator);
  g_autoptr (PlotFigure) format = NULL;
  double value = observation->value;

  if (indicator == NULL)
    return chiso_value_format (value);
  format = new_format (indicator, observation->measure == CHISO_MEASURE_RATIO, language);
  if (observation->measure == CHISO_MEASURE_RATIO)
    {
      /* A ratio is always a growth in per cent, also of an indicator that is itself one. */
      plot_figure_set_unit (format, "%", 2);
      value = (value - 1) * 100;
    }
  else if (observation->measure == CHISO_MEASURE_DELTA)
    {
      g_autoptr (PlotFigure) points = new_format (indicator, TRUE, language);

      plot_figure_set_signed (format, TRUE);
      if (indicator->kind == CHISO_KIND_SHARE)
        return qualify (plot_figure_format_value (points, value), observation->qualifier);
    }
  return qualify (plot_figure_format_value (format, value), observation->qualifier);
}

char *
chiso_words_remark (const ChisoRecord *record, ChisoSession *session)
{
  const ChisoObservation *observation = record->observation;
  const char *language = chiso_session_get_language (session);

  if (observation->measure != CHISO_MEASURE_LEVEL)
    {
      g_autofree char *base = NULL;

      if (!chiso_period_is_set (&observation->base))
        return g_strdup (_ ("compared with an earlier period"));
      base = chiso_period_to_words (&observation->base, language);
      return g_strdup_printf (_ ("compared with %s"), base);
    }
  if (!isnan (observation->numerator) && !isnan (observation->denominator))
    {
      g_autoptr (PlotFigure) format = plot_figure_new (PLOT_KIND_LINE, language);
      g_autofree char *part = NULL;
      g_autofree char *whole = NULL;

      plot_figure_set_unit (format, "", 0);
      part = plot_figure_format_value (format, observation->numerator);
      whole = plot_figure_format_value (format, observation->denominator);
      /* Translators: a part of a whole: "226 of 431". */
      return g_strdup_printf (_ ("%s of %s"), part, whole);
    }
  return NULL;
}

char *
chiso_words_where (const ChisoRecord *record, ChisoSession *session)
{
  const ChisoObservation *observation = record->observation;
  const char *language = chiso_session_get_language (session);
  g_autofree char *place = chiso_geo_place_name (
      chiso_session_get_geo (session), observation->boundary, observation->place, language);
  g_autofree char *period = chiso_period_to_words (&observation->period, language);

  /* Translators: a place and a period: "Nghệ An, 2021". */
  return g_strdup_printf (_ ("%s, %s"), place, period);
}

char *
chiso_words_published (const ChisoRecord *record, ChisoSession *session)
{
  gboolean has_publisher = record->publisher != NULL && *record->publisher != '\0';
  g_autofree char *date = NULL;
  ChisoPeriod period;

  if (record->published != NULL && chiso_period_parse (record->published, &period))
    date = chiso_period_to_words (&period, chiso_session_get_language (session));
  if (has_publisher && date != NULL)
    return g_strdup_printf ("%s · %s", record->publisher, date);
  return has_publisher ? g_strdup (record->publisher) : g_steal_pointer (&date);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns what cells say. Must not know widgets, and keeps nothing. */

#include "plot-table-cell.h"

#include "plot/plot-change.h"
#include "plot/plot-kind.h"
#include "plot/plot-number.h"
#include "plot/plot-proof.h"

#include <math.h>
#include <string.h>

#define NO_VALUE "—"

gboolean
plot_column_is_number (PlotColumn column)
{
  return column == PLOT_COLUMN_RANK || column == PLOT_COLUMN_X || column == PLOT_COLUMN_VALUE
         || column == PLOT_COLUMN_CHANGE;
}

static gboolean
is_plane (const PlotFigure *figure)
{
  return plot_kind_class (plot_figure_kind (figure))->plane;
}

char *
plot_column_heading (const PlotFigure *figure, PlotColumn column)
{
  const char *across = plot_figure_x_title (figure), *upwards = plot_figure_y_title (figure);

  if (column == PLOT_COLUMN_X && across != NULL)
    return g_strdup (across);
  if (column == PLOT_COLUMN_VALUE && is_plane (figure) && upwards != NULL)
    return g_strdup (upwards);
  return g_strdup (plot_word (PLOT_WORD_COLUMN_SERIES + column, plot_figure_language (figure)));
}

static gboolean
says (const char *text, const char *part)
{
  return part != NULL && *part != '\0' && strstr (text, part) != NULL;
}

/* Whether text tells what place, period and name do not. */
static gboolean
is_news (const char *text, const PlotMark *mark, const char *name)
{
  return text != NULL && *text != '\0' && !says (text, mark->place) && !says (text, mark->period)
         && !says (text, name) && !(mark->period != NULL && says (mark->period, text));
}

static gboolean
is_told (const PlotFigure *figure, PlotMarkRef ref, PlotColumn column)
{
  const PlotMark *mark = plot_figure_mark (figure, ref.series, ref.index);
  const char *name = plot_figure_series_name (figure, ref.series);

  switch (column)
    {
    case PLOT_COLUMN_SERIES:
      return plot_figure_n_series (figure) > 1 && is_news (name, mark, NULL);
    case PLOT_COLUMN_CATEGORY:
      return is_news (plot_figure_mark_category (figure, mark), mark, name);
    case PLOT_COLUMN_RANK:
      return mark->rank > 0;
    case PLOT_COLUMN_X:
      return is_plane (figure);
    case PLOT_COLUMN_VALUE:
      return TRUE;
    case PLOT_COLUMN_STATE:
      return mark->state != PLOT_STATE_EXACT || mark->computed;
    case PLOT_COLUMN_PLACE:
      return mark->place != NULL && *mark->place != '\0';
    case PLOT_COLUMN_PERIOD:
      return mark->period != NULL && *mark->period != '\0';
    case PLOT_COLUMN_CHANGE:
    case PLOT_COLUMN_ORIGIN:
      return plot_figure_change (figure, mark->key) != NULL;
    case PLOT_COLUMN_REPORTED:
    case PLOT_COLUMN_REVIEW:
    case PLOT_COLUMN_SOURCE:
    case PLOT_COLUMN_NOTE:
    case PLOT_N_COLUMNS:
    default:
      {
        g_autofree char *text = plot_cell_text (figure, ref, column);

        return *text != '\0';
      }
    }
}

gboolean
plot_column_is_used (const PlotFigure *figure, const PlotMarkRef *marks, guint n, PlotColumn column)
{
  for (guint i = 0; i < n; i++)
    if (is_told (figure, marks[i], column))
      return TRUE;
  return FALSE;
}

static char *
rank_text (const PlotFigure *figure, const PlotMark *mark)
{
  const char *language = plot_figure_language (figure);
  g_autofree char *first = plot_number_format (mark->rank, 0, PLOT_NUMBER_DEFAULT, language);
  g_autofree char *last = plot_number_format (mark->last_rank, 0, PLOT_NUMBER_DEFAULT, language);

  if (mark->rank == 0)
    return g_strdup ("");
  return mark->last_rank > mark->rank ? g_strconcat (first, "–", last, NULL)
                                      : g_steal_pointer (&first);
}

/* Without a value there is no text. */
static char *
value_text (PlotState state, char *written)
{
  g_autofree char *value = written;

  return *value != '\0' ? g_strconcat (plot_state_sign (state), value, NULL) : g_strdup (NO_VALUE);
}

static char *
state_text (const PlotFigure *figure, const PlotMark *mark)
{
  const char *language = plot_figure_language (figure);
  const char *computed = plot_word (PLOT_WORD_STATE_COMPUTED, language);

  if (!plot_mark_has_value (mark))
    return g_strdup (
        plot_word (PLOT_WORD_NOT_REPORTED + (mark->state - PLOT_STATE_NOT_REPORTED), language));
  if (!mark->computed)
    return g_strdup (plot_word (PLOT_WORD_STATE_EXACT + mark->state, language));
  if (mark->state == PLOT_STATE_EXACT)
    return g_strdup (computed);
  return plot_word_fill (PLOT_WORD_STATE_BOTH, language, computed,
                         plot_word (PLOT_WORD_STATE_EXACT + mark->state, language), NULL);
}

/* The fraction, where the note does not say it, and the note. */
static char *
note_text (const PlotFigure *figure, const PlotMark *mark)
{
  g_autofree char *fraction = plot_figure_format_fraction (figure, mark);
  gboolean noted = mark->note != NULL && *mark->note != '\0';

  if (fraction == NULL || (noted && strstr (mark->note, fraction) != NULL))
    return g_strdup (noted ? mark->note : "");
  return noted ? g_strconcat (fraction, "; ", mark->note, NULL) : g_steal_pointer (&fraction);
}

static char *
change_text (const PlotFigure *figure, const PlotMark *mark, PlotColumn column)
{
  const PlotChange *change = plot_figure_change (figure, mark->key);

  if (change == NULL)
    return g_strdup ("");
  if (column == PLOT_COLUMN_CHANGE)
    return g_strdup (change->written);
  return g_strdup (
      plot_word (change->computed ? PLOT_WORD_CHANGE_COMPUTED : PLOT_WORD_CHANGE_STATED,
                 plot_figure_language (figure)));
}

static char *
proofs_text (const PlotFigure *figure, const PlotMark *mark, gsize field)
{
  return plot_figure_join_proofs (figure, mark->key, field, "; ", TRUE);
}

char *
plot_cell_text (const PlotFigure *figure, PlotMarkRef ref, PlotColumn column)
{
  const PlotMark *mark = plot_figure_mark (figure, ref.series, ref.index);
  const char *category = plot_figure_mark_category (figure, mark);

  switch (column)
    {
    case PLOT_COLUMN_SERIES:
      return g_strdup (plot_figure_series_name (figure, ref.series));
    case PLOT_COLUMN_CATEGORY:
      return g_strdup (category != NULL ? category : "");
    case PLOT_COLUMN_PLACE:
      return g_strdup (mark->place != NULL ? mark->place : "");
    case PLOT_COLUMN_PERIOD:
      return g_strdup (mark->period != NULL ? mark->period : "");
    case PLOT_COLUMN_RANK:
      return rank_text (figure, mark);
    case PLOT_COLUMN_X:
      return value_text (mark->x_state, plot_figure_format_x (figure, mark->x));
    case PLOT_COLUMN_VALUE:
      return value_text (mark->state, plot_figure_format_value (figure, mark->value));
    case PLOT_COLUMN_STATE:
      return state_text (figure, mark);
    case PLOT_COLUMN_CHANGE:
    case PLOT_COLUMN_ORIGIN:
      return change_text (figure, mark, column);
    case PLOT_COLUMN_REPORTED:
      return proofs_text (figure, mark, G_STRUCT_OFFSET (PlotProof, wording));
    case PLOT_COLUMN_NOTE:
      return note_text (figure, mark);
    case PLOT_COLUMN_REVIEW:
      return proofs_text (figure, mark, G_STRUCT_OFFSET (PlotProof, review));
    case PLOT_COLUMN_SOURCE:
      return proofs_text (figure, mark, G_STRUCT_OFFSET (PlotProof, source));
    case PLOT_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

double
plot_cell_number (const PlotFigure *figure, PlotMarkRef ref, PlotColumn column)
{
  const PlotMark *mark = plot_figure_mark (figure, ref.series, ref.index);

  if (column == PLOT_COLUMN_RANK)
    return mark->rank > 0 ? mark->rank + mark->last_rank / 1e6 : NAN;
  if (column == PLOT_COLUMN_X)
    return plot_mark_has_x (mark) ? mark->x : NAN;
  if (column == PLOT_COLUMN_VALUE)
    return plot_mark_has_value (mark) ? mark->value : NAN;
  if (column == PLOT_COLUMN_CHANGE)
    return plot_figure_change (figure, mark->key) != NULL
               ? plot_figure_change (figure, mark->key)->value
               : NAN;
  if (column == PLOT_COLUMN_PERIOD && mark->when != 0)
    return mark->when;
  if (column == PLOT_COLUMN_PERIOD && plot_kind_class (plot_figure_kind (figure))->time)
    return mark->x;
  return NAN;
}

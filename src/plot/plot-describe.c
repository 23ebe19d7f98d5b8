/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the sentences for tooltip and speech. Must say no more than the figure holds: what is
 * missing is said to be missing, what is computed or not exact is said to be so. */

#include <math.h>
#include <string.h>

#include "plot-kind.h"
#include "plot-number.h"
#include "plot-stack.h"
#include "plot-summary.h"
#include "plot-window.h"

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Joins what is there of two parts. */
static void
append_part (GString *out, const char *separator, const char *text)
{
  if (!is_text (text))
    return;
  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, text);
}

/* "Nghệ An, Đối thoại, năm 2023": each once, though figures often name the place as category or
 * series. */
static char *
subject_of (PlotFigure *figure, guint series, const PlotMark *mark)
{
  GString *out = g_string_new (NULL);
  const char *category = plot_figure_mark_category (figure, mark);
  const char *name = plot_figure_series_name (figure, series);
  const char *parts[] = { mark->place, category, name, mark->period };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      /* One series needs no name where place or category stand. */
      if (i == 2 && plot_figure_n_series (figure) == 1 && out->len > 0)
        continue;
      /* "Nghệ An" says nothing beside "Nghệ An: lượt tiếp công dân". */
      if (i == 0 && is_text (parts[0]) && is_text (category) && strstr (category, parts[0]) != NULL)
        continue;
      /* Nor does a column's "2023" beside "năm 2023". */
      if (i == 2 && is_text (mark->period) && strstr (mark->period, name) != NULL)
        continue;
      if (is_text (parts[i]) && strstr (out->str, parts[i]) == NULL)
        append_part (out, ", ", parts[i]);
    }
  return g_string_free (out, FALSE);
}

/* value as what is known of mark says it; the word for its kind of nothing. */
static char *
qualify (const char *language, const PlotMark *mark, const char *value)
{
  static const PlotWord words[] = { [PLOT_STATE_AT_LEAST] = PLOT_WORD_AT_LEAST,
                                    [PLOT_STATE_ABOUT] = PLOT_WORD_ABOUT,
                                    [PLOT_STATE_AT_MOST] = PLOT_WORD_AT_MOST };

  if (!plot_mark_has_value (mark))
    return g_strdup (
        plot_word (PLOT_WORD_NOT_REPORTED + (mark->state - PLOT_STATE_NOT_REPORTED), language));
  if (mark->state == PLOT_STATE_EXACT)
    return g_strdup (value);
  return plot_word_fill (words[mark->state], language, value, NULL);
}

char *
plot_figure_describe_value (PlotFigure *figure, const PlotMark *mark)
{
  g_autofree char *value = plot_figure_format_value (figure, mark->value);

  return qualify (plot_figure_language (figure), mark, value);
}

static char *
name_value (const char *language, const char *name, const char *value)
{
  return is_text (name) ? plot_word_fill (PLOT_WORD_VALUE_OF, language, name, value, NULL)
                        : g_strdup (value);
}

/* Of two values both, each with what it is: "Dialogues 412, receptions 1,204". */
static char *
values_in_words (PlotFigure *figure, const PlotMark *mark)
{
  const char *language = plot_figure_language (figure);
  const PlotMark across = { .value = mark->x, .state = mark->x_state };
  g_autofree char *value = plot_figure_describe_value (figure, mark);
  g_autofree char *number = NULL, *x = NULL, *x_named = NULL, *named = NULL;

  if (!plot_kind_class (plot_figure_kind (figure))->plane)
    return g_steal_pointer (&value);
  number = plot_figure_format_x (figure, mark->x);
  x = qualify (language, &across, number);
  x_named = name_value (language, plot_figure_x_title (figure), x);
  named = name_value (language, plot_figure_y_title (figure), value);
  return g_strconcat (x_named, "; ", named, NULL);
}

/* An amount of difference: without sign, and in points where the unit is a per cent sign. */
static char *
difference_in_words (PlotFigure *figure, double difference)
{
  const char *language = plot_figure_language (figure);
  const char *unit = plot_figure_unit (figure);
  g_autofree char *number = plot_number_format (fabs (difference), 2, PLOT_NUMBER_DEFAULT,
                                                language);

  if (strchr (unit, '%') != NULL)
    return plot_word_fill (PLOT_WORD_POINTS, language, number, NULL);
  return g_strconcat (number, unit, NULL);
}

/* Whether what is measured changed between two marks along time. */
static gboolean
is_across_break (PlotFigure *figure, const PlotMark *first, const PlotMark *last)
{
  for (guint i = 0; i < plot_figure_n_breaks (figure); i++)
    {
      double x;

      plot_figure_break (figure, i, &x);
      if (first->x < x && x <= last->x)
        return TRUE;
    }
  return FALSE;
}

/* The mark of the period before, by the kind's way of showing time; NULL where there is none. */
static const PlotMark *
find_before (PlotFigure *figure, guint series, guint index)
{
  double x = plot_figure_mark (figure, series, index)->x;

  switch (plot_kind_class (plot_figure_kind (figure))->past)
    {
    case PLOT_PAST_MARK:
      return index > 0 ? plot_figure_mark (figure, series, index - 1) : NULL;
    case PLOT_PAST_SERIES:
      for (guint i = 0; series > 0 && i < plot_figure_n_marks (figure, series - 1); i++)
        if (plot_figure_mark (figure, series - 1, i)->x == x)
          return plot_figure_mark (figure, series - 1, i);
      return NULL;
    case PLOT_PAST_NONE:
    default:
      return NULL;
    }
}

/* Only along time, only between figures that are both exact, and only to the mark right before:
 * what is rounded or missing gives no difference. */
static char *
change_in_words (PlotFigure *figure, guint series, guint index)
{
  const char *language = plot_figure_language (figure);
  const PlotMark *mark = plot_figure_mark (figure, series, index);
  const PlotMark *before = find_before (figure, series, index);
  g_autofree char *amount = NULL;
  PlotWord word = PLOT_WORD_SAME_AS;

  if (before == NULL || before->state != PLOT_STATE_EXACT || mark->state != PLOT_STATE_EXACT
      || !is_text (before->period) || is_across_break (figure, before, mark))
    return NULL;
  if (mark->value != before->value)
    word = mark->value > before->value ? PLOT_WORD_MORE_THAN : PLOT_WORD_LESS_THAN;
  amount = difference_in_words (figure, mark->value - before->value);
  return plot_word_fill (word, language, amount, before->period, NULL);
}

/* "33 % of the sum", where the kind shows that. */
static char *
share_in_words (PlotFigure *figure, const PlotMark *mark)
{
  g_autoptr (PlotCategories) categories = NULL;
  g_autofree char *share = NULL;
  PlotStack stack;

  if (!plot_kind_class (plot_figure_kind (figure))->shares || !plot_mark_has_value (mark)
      || plot_figure_mark_category (figure, mark) == NULL)
    return NULL;
  categories = plot_categories_new (figure);
  stack = plot_stack_sum (categories, figure, (guint) round (mark->x));
  if (!plot_stack_has_shares (&stack))
    return g_strdup (plot_word (PLOT_WORD_NO_SHARES, plot_figure_language (figure)));
  share = plot_stack_share_text (&stack, figure, mark->value, FALSE);
  return plot_word_fill (PLOT_WORD_SHARE, plot_figure_language (figure), share, NULL);
}

/* Growth comes from a sentence of the report, or out of two figures; what a note already says of that
 * is not said again. */
char *
plot_figure_describe_origin (PlotFigure *figure, const PlotMark *mark)
{
  const char *language = plot_figure_language (figure);
  gboolean stated = plot_figure_signed (figure) && plot_mark_has_value (mark) && !mark->computed;
  g_autofree char *fraction = plot_figure_format_fraction (figure, mark);
  GString *out = g_string_new (NULL);

  /* A note often says the fraction already. */
  if (fraction != NULL && (!is_text (mark->note) || strstr (mark->note, fraction) == NULL))
    append_part (out, "; ", fraction);
  if (mark->computed && !is_text (mark->note))
    append_part (out, "; ", plot_word (PLOT_WORD_COMPUTED, language));
  else if (stated)
    append_part (out, "; ", plot_word (PLOT_WORD_STATED, language));
  append_part (out, "; ", mark->note);
  return g_string_free (out, FALSE);
}

char *
plot_layout_describe_mark (PlotLayout *self, guint mark)
{
  PlotFigure *figure = self->figure;
  GString *out;
  const PlotSpot *spot;
  const PlotMark *shown;
  g_autofree char *value = NULL, *change = NULL, *subject = NULL, *share = NULL, *origin = NULL;

  g_return_val_if_fail (mark < PLOT_N_SPOTS (self), NULL);

  spot = PLOT_SPOT (self, mark);
  shown = plot_figure_mark (figure, spot->series, spot->index);
  subject = subject_of (figure, spot->series, shown);
  value = values_in_words (figure, shown);
  change = change_in_words (figure, spot->series, spot->index);
  share = share_in_words (figure, shown);
  origin = plot_figure_describe_origin (figure, shown);
  out = g_string_new (subject);
  append_part (out, ": ", value);
  append_part (out, ", ", share);
  append_part (out, ", ", change);
  append_part (out, "; ", origin);
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}

static void
append_count (GString *out, PlotWord word, PlotFigure *figure, guint count)
{
  g_autofree char *text = plot_word_count (word, plot_figure_language (figure), count);

  if (count > 0)
    append_part (out, ", ", text);
}

static void
append_extreme (GString *out, PlotFigure *figure, PlotWord word, const char *subject,
                const PlotMark *mark)
{
  g_autofree char *value = values_in_words (figure, mark);
  g_autofree char *text = plot_word_fill (word, plot_figure_language (figure), value, subject,
                                          NULL);

  append_part (out, " ", text);
}

static void
append_extremes (GString *out, PlotFigure *figure, const PlotSummary *sum)
{
  g_autofree char *high = NULL, *low = NULL;

  if (sum->n_values < 2)
    {
      for (guint i = 0; i < sum->n_values; i++)
        {
          g_autofree char *value = plot_figure_describe_value (figure, sum->least);
          g_autofree char *subject = subject_of (figure, sum->least_series, sum->least);

          append_part (out, " ", subject);
          append_part (out, ": ", value);
          g_string_append_c (out, '.');
        }
      return;
    }
  if (sum->least->value == sum->greatest->value)
    {
      g_autofree char *value = plot_figure_format_value (figure, sum->least->value);
      g_autofree char *text = plot_word_fill (PLOT_WORD_ALL_EQUAL, plot_figure_language (figure),
                                              value, NULL);

      append_part (out, " ", text);
      return;
    }
  high = plot_summary_level (figure, sum, sum->greatest_series, sum->greatest, subject_of);
  low = plot_summary_level (figure, sum, sum->least_series, sum->least, subject_of);
  append_extreme (out, figure, PLOT_WORD_HIGHEST, high, sum->greatest);
  append_extreme (out, figure, PLOT_WORD_LOWEST, low, sum->least);
}

/* What can be said for certain: changes that "rise" would be read as what changes, what was measured
 * otherwise did neither, and of values that are not exact only their open side may be taken. */
static PlotWord
direction_of (PlotFigure *figure, const PlotMark *first, const PlotMark *last)
{
  const PlotMark *low = last->value > first->value ? first : last;
  const PlotMark *high = low == first ? last : first;

  if (plot_figure_signed (figure) || is_across_break (figure, first, last)
      || (low->state != PLOT_STATE_EXACT && low->state != PLOT_STATE_AT_MOST)
      || (high->state != PLOT_STATE_EXACT && high->state != PLOT_STATE_AT_LEAST))
    return PLOT_WORD_WENT;
  if (first->value == last->value)
    return first->state == last->state ? PLOT_WORD_UNCHANGED : PLOT_WORD_WENT;
  return low == first ? PLOT_WORD_ROSE : PLOT_WORD_FELL;
}

/* From the first to the last value of one series. */
static void
append_trend (GString *out, PlotFigure *figure, guint series)
{
  const PlotMark *first = NULL, *last = NULL;
  g_autofree char *from = NULL, *to = NULL, *text = NULL;
  PlotWord word;
  guint begin, end;

  if (!is_text (plot_figure_series_name (figure, series)))
    return;
  plot_window_marks (figure, series, &begin, &end);
  for (guint i = begin; i < end; i++)
    {
      const PlotMark *mark = plot_figure_mark (figure, series, i);

      if (!plot_mark_has_value (mark) || !is_text (mark->period))
        continue;
      first = first != NULL ? first : mark;
      last = mark;
    }
  if (first == last)
    return;
  word = direction_of (figure, first, last);
  from = plot_figure_describe_value (figure, first);
  to = plot_figure_describe_value (figure, last);
  text = plot_word_fill (word, plot_figure_language (figure),
                         plot_figure_series_name (figure, series), from, first->period, to,
                         last->period, NULL);
  append_part (out, " ", text);
}

#define MOST_TRENDS 4

static void
append_trends (GString *out, PlotFigure *figure)
{
  guint n = plot_figure_n_series (figure), told = 0;

  if (plot_kind_class (plot_figure_kind (figure))->past != PLOT_PAST_MARK)
    return;
  /* Of many lines only those the chart is about. */
  for (guint s = 0; s < n && told < MOST_TRENDS; s++)
    if (n <= MOST_TRENDS || plot_figure_series_role (figure, s) == PLOT_ROLE_FOCUS)
      {
        append_trend (out, figure, s);
        told++;
      }
}

/* Of pairs of periods how many rose, fell and stayed; only what is certain is counted. */
static void
append_directions (GString *out, PlotFigure *figure)
{
  static const PlotWord words[] = { PLOT_WORD_N_ROSE, PLOT_WORD_N_FELL, PLOT_WORD_N_SAME };
  guint counts[G_N_ELEMENTS (words)] = { 0 };

  if (!plot_kind_class (plot_figure_kind (figure))->pairs)
    return;
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
      {
        const PlotMark *mark = plot_figure_mark (figure, s, i);
        const PlotMark *before = find_before (figure, s, i);

        if (before == NULL || before->state != PLOT_STATE_EXACT || mark->state != PLOT_STATE_EXACT)
          continue;
        counts[mark->value > before->value ? 0 : mark->value < before->value ? 1 : 2]++;
      }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = plot_word_count (words[i], plot_figure_language (figure), counts[i]);

      if (counts[i] > 0)
        append_part (out, " ", text);
    }
}

static void
append_breaks (GString *out, PlotFigure *figure)
{
  for (guint i = 0; i < plot_figure_n_breaks (figure); i++)
    {
      double x;
      const char *label = plot_figure_break (figure, i, &x);
      g_autofree char *text = plot_word_fill (PLOT_WORD_BREAK, plot_figure_language (figure), label,
                                              NULL);

      if (is_text (label))
        append_part (out, " ", text);
    }
}

static void
append_reference (GString *out, PlotFigure *figure)
{
  const char *label = plot_figure_reference_label (figure);
  g_autofree char *value = plot_figure_format_value (figure, plot_figure_reference (figure));
  g_autofree char *text = NULL;

  if (isnan (plot_figure_reference (figure)) || !is_text (label))
    return;
  /* A label such as "Target 80%" has the number already. */
  if (strpbrk (label, "0123456789") != NULL)
    text = plot_word_fill (PLOT_WORD_REFERENCE_LABEL, plot_figure_language (figure), label, NULL);
  else
    text = plot_word_fill (PLOT_WORD_REFERENCE, plot_figure_language (figure), label, value, NULL);
  append_part (out, " ", text);
}

static char *
describe_counts (PlotFigure *figure, const PlotSummary *sum)
{
  const PlotKindClass *kind = plot_kind_class (plot_figure_kind (figure));
  GString *out = g_string_new (plot_word (kind->word, plot_figure_language (figure)));

  if (plot_figure_n_series (figure) > 1)
    append_count (out, PLOT_WORD_N_SERIES, figure, plot_figure_n_series (figure));
  if (kind->categories)
    append_count (out, PLOT_WORD_N_CATEGORIES, figure, plot_figure_n_categories (figure));
  append_count (out, PLOT_WORD_N_VALUES, figure, sum->n_values);
  append_count (out, PLOT_WORD_N_ROUNDED, figure, sum->n_rounded);
  append_count (out, PLOT_WORD_N_COMPUTED, figure, sum->n_computed);
  append_count (out, PLOT_WORD_N_MISSING, figure, sum->n_missing);
  append_count (out, PLOT_WORD_N_OUTSIDE, figure, plot_window_n_outside (figure));
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}

/* A sentence of its own, whether or not its maker ended it. */
static void
append_sentence (GString *out, const char *text)
{
  if (!is_text (text))
    return;
  append_part (out, " ", text);
  if (strchr (".!?…", out->str[out->len - 1]) == NULL)
    g_string_append_c (out, '.');
}

char *
plot_figure_describe (PlotFigure *figure)
{
  GString *out = g_string_new (NULL);
  PlotSummary sum;
  g_autofree char *counts = NULL;

  g_return_val_if_fail (figure != NULL, NULL);

  sum = plot_summarise (figure);
  append_sentence (out, plot_figure_title (figure));
  append_sentence (out, plot_figure_subtitle (figure));
  counts = describe_counts (figure, &sum);
  append_part (out, " ", counts);
  if (sum.n_values == 0)
    append_sentence (out, plot_figure_empty (figure) != NULL
                              ? plot_figure_empty (figure)
                              : plot_word (PLOT_WORD_NO_DATA, plot_figure_language (figure)));
  append_extremes (out, figure, &sum);
  append_trends (out, figure);
  append_directions (out, figure);
  append_reference (out, figure);
  append_breaks (out, figure);
  append_sentence (out, plot_figure_note (figure));
  append_sentence (out, plot_figure_source (figure));
  return g_string_free (out, FALSE);
}

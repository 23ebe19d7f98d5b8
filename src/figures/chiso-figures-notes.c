/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the marks: where the figures come from, and what a reader must know who would
 * otherwise take parts for a whole, one source for all, or one year for another. */

#include "chiso-figures-private.h"
#include "chiso-finding-words.h"

#include "plot/plot-number.h"
#include "plot/plot-other.h"

#include <math.h>

/* Most publishers named in the source line, and most figures named in one note. */
#define MAX_NAMED 3

static void
add_publisher (ChisoDraft *self, GPtrArray *names, const ChisoRecord *record)
{
  const char *name = record->publisher;

  if (name == NULL || *name == '\0')
    name = record->source_title;
  for (guint i = 0; i < names->len; i++)
    if (g_strcmp0 (g_ptr_array_index (names, i), name) == 0)
      return;
  if (name != NULL && *name != '\0')
    g_ptr_array_add (names, g_strdup (name));
}

void
chiso_draft_set_source (ChisoDraft *self, PlotFigure *figure)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  guint named;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (self->shown, i);
      g_autoptr (GPtrArray)
          behind = chiso_draft_behind (self, entry->indicator, entry->place, &entry->point);

      for (guint j = 0; j < behind->len; j++)
        add_publisher (self, names, g_ptr_array_index (behind, j));
    }
  if (self->shown->len == 0)
    return;
  if (names->len == 0)
    g_ptr_array_add (names, chiso_words (CHISO_WORD_UNNAMED_SOURCE, self->language, NULL));
  named = MIN (names->len, MAX_NAMED);
  if (names->len > named)
    {
      g_autofree char *others = chiso_text_number (self, names->len - named);

      g_ptr_array_set_size (names, named);
      g_ptr_array_add (names, NULL);
      list = g_strjoinv (", ", (char **) names->pdata);
      text = chiso_words (CHISO_WORD_SOURCES_MORE, self->language, list, others, NULL);
    }
  else
    {
      list = chiso_text_list (self, (const char *const *) names->pdata, named);
      text = chiso_words (named == 1 ? CHISO_WORD_SOURCE : CHISO_WORD_SOURCES, self->language, list,
                          NULL);
    }
  plot_figure_set_source (figure, text);
}

/* "Nghệ An (2021)"; what ends in brackets gets no others behind them: "Vinh (Nghệ An; 2022)". */
static char *
dated (ChisoDraft *self, const char *name, const char *detail)
{
  if (g_str_has_suffix (name, ")"))
    return g_strdup_printf ("%.*s; %s)", (int) strlen (name) - 1, name, detail);
  return chiso_words (CHISO_WORD_DATED, self->language, name, detail, NULL);
}

char *
chiso_entry_label (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autofree char *period = NULL;

  if (!entry->dated)
    return g_strdup (entry->name);
  period = chiso_text_period (self, &entry->point.period);
  return dated (self, entry->name, period);
}

/* Who and what a note speaks of: "Nghệ An (2021)", with the indicator where the chart has several.
 */
static char *
whose (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autofree char *period = chiso_text_period (self, &entry->point.period);
  const char *indicator = chiso_words_short_name (entry->indicator->id, self->language);
  g_autofree char *detail = NULL;

  if (self->several_indicators && indicator != NULL)
    detail = g_strconcat (indicator, ", ", period, NULL);
  return dated (self, entry->name, detail != NULL ? detail : period);
}

ChisoEntry
chiso_entry_of_record (const ChisoEntry *entry, const ChisoRecord *record)
{
  const ChisoObservation *observation = record->observation;
  ChisoEntry other = *entry;

  other.point = (ChisoPoint){ .period = observation->period,
                              .value = observation->value,
                              .qualifier = observation->qualifier,
                              .record = record };
  if (observation->measure == CHISO_MEASURE_RATIO)
    other.point.value = (observation->value - 1) * 100;
  return other;
}

/* The different values of records, "395; 97; 35 cuộc". */
static char *
values_of (ChisoDraft *self, const ChisoEntry *entry, GPtrArray *records)
{
  GString *text = g_string_new (NULL);
  double last = NAN;

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);
      const ChisoEntry other = chiso_entry_of_record (entry, record);
      g_autofree char *level = chiso_text_level (self, entry->indicator, other.point.value);
      g_autofree char *value = record->observation->measure == CHISO_MEASURE_LEVEL
                                   ? chiso_text_qualified (self, other.point.qualifier, level)
                                   : chiso_text_signed (self, &other);

      if (record->observation->value == last)
        continue;
      last = record->observation->value;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", value);
    }
  return g_string_free (text, FALSE);
}

static char *
parts_text (ChisoDraft *self, const ChisoEntry *entry)
{
  GPtrArray *records = chiso_draft_records (self, entry->indicator, entry->place);
  g_autoptr (GPtrArray) parts = chiso_stats_parts (records, &entry->point);

  return values_of (self, entry, parts);
}

static char *
conflicts_text (ChisoDraft *self, const ChisoEntry *entry)
{
  GPtrArray *records = chiso_draft_records (self, entry->indicator, entry->place);
  g_autoptr (GPtrArray)
      conflicts = chiso_stats_conflicts (records, entry->indicator, 0, &entry->point);

  return values_of (self, entry, conflicts);
}

static void
add_sentence (GString *note, char *sentence)
{
  g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* The sentence that a shown entry is due, or NULL. */
static char *
sentence_about (ChisoDraft *self, const ChisoEntry *entry)
{
  const ChisoDecision *decision = &entry->point.record->decision;
  g_autofree char *who = NULL;
  g_autofree char *values = NULL;
  g_autofree char *chosen = NULL;

  if (entry->point.n_parts == 0 && entry->point.n_conflicts == 0)
    return NULL;
  who = whose (self, entry);
  if (entry->point.n_parts > 0)
    {
      values = parts_text (self, entry);
      return chiso_words (CHISO_WORD_NOTE_PARTS, self->language, who, values, NULL);
    }
  if (entry->point.computed)
    return chiso_words (CHISO_WORD_NOTE_CONTESTED, self->language, who, NULL);
  values = conflicts_text (self, entry);
  if (decision->kind == CHISO_DECISION_CHOOSE)
    {
      chosen = chiso_decision_to_words (decision, self->language);
      return chiso_words (CHISO_WORD_NOTE_CHOSEN, self->language, who, values, chosen, NULL);
    }
  return chiso_words (CHISO_WORD_NOTE_CONFLICT, self->language, who, values, NULL);
}

/* Up to MAX_NAMED sentences, and how many more are due: the marks themselves tell those. */
static void
note_shown (ChisoDraft *self, GString *note)
{
  guint n_due = 0;

  for (guint i = 0; i < self->shown->len; i++)
    {
      char *sentence = sentence_about (self, chiso_entry (self->shown, i));

      if (sentence == NULL)
        continue;
      if (n_due++ < MAX_NAMED)
        add_sentence (note, sentence);
      else
        g_free (sentence);
    }
  if (n_due > MAX_NAMED)
    {
      g_autofree char *more = chiso_text_number (self, n_due - MAX_NAMED);

      add_sentence (note, chiso_words (CHISO_WORD_NOTE_MORE, self->language, more, NULL));
    }
}

static void
note_undecided (ChisoDraft *self, GString *note)
{
  for (guint i = 0; i < self->undecided->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (self->undecided, i);
      g_autofree char *who = whose (self, entry);
      g_autofree char *values = parts_text (self, entry);

      add_sentence (note,
                    chiso_words (CHISO_WORD_NOTE_UNDECIDED, self->language, who, values, NULL));
    }
}

static void
note_unlike (ChisoDraft *self, GString *note)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n = self->unlike->len;

  if (n == 0)
    return;
  for (guint i = 0; i < MIN (n, MAX_NAMED); i++)
    g_ptr_array_add (names, whose (self, chiso_entry (self->unlike, i)));
  if (n > MAX_NAMED)
    {
      g_autofree char *rest = chiso_text_number (self, n - MAX_NAMED);

      g_ptr_array_add (names, chiso_words (CHISO_WORD_N_OTHER_FIGURES, self->language, rest, NULL));
    }
  list = chiso_text_list (self, (const char *const *) names->pdata, names->len);
  add_sentence (note, chiso_words (CHISO_WORD_NOTE_UNLIKE, self->language, list, NULL));
}

static gboolean
are_of_several_indicators (GArray *gaps)
{
  for (guint i = 1; i < gaps->len; i++)
    if (g_array_index (gaps, ChisoDraftGap, i).indicator
        != g_array_index (gaps, ChisoDraftGap, 0).indicator)
      return TRUE;
  return FALSE;
}

/* "Tuyên Quang (2022: 1/2 tỉnh)". */
static char *
gap_text (ChisoDraft *self, const ChisoDraftGap *gap)
{
  g_autofree char *name = chiso_draft_place_name (self, gap->place);
  g_autofree char *period = chiso_text_period (self, &gap->gap.period);
  g_autofree char *reported = chiso_text_number (self, gap->gap.n_reported);
  g_autofree char *needed = chiso_text_number (self, gap->gap.n_needed);
  ChisoWord word = gap->gap.reason == CHISO_GAP_PREDECESSORS ? CHISO_WORD_GAP_OF
                                                             : CHISO_WORD_GAP_OF_UNITS;
  g_autofree char *of = chiso_words (word, self->language, period, reported, needed, NULL);
  const char *when = gap->gap.n_needed > 0 ? of : period;
  const char *indicator = chiso_words_short_name (gap->indicator->id, self->language);
  g_autofree char *detail = NULL;

  if (are_of_several_indicators (self->gaps) && indicator != NULL)
    detail = g_strconcat (indicator, ", ", when, NULL);
  return dated (self, name, detail != NULL ? detail : when);
}

/* One sentence for all gaps of a reason. */
static void
note_gaps_of (ChisoDraft *self, GString *note, ChisoGapReason reason)
{
  static const ChisoWord words[] = {
    [CHISO_GAP_NO_BASE] = CHISO_WORD_GAP_NO_BASE,
    [CHISO_GAP_NO_SIZE] = CHISO_WORD_GAP_NO_SIZE,
    [CHISO_GAP_NO_COUNTRY] = CHISO_WORD_GAP_NO_COUNTRY,
    [CHISO_GAP_PREDECESSORS] = CHISO_WORD_GAP_PREDECESSORS,
    [CHISO_GAP_NO_FRACTION] = CHISO_WORD_GAP_NO_FRACTION,
    [CHISO_GAP_NOT_ADDITIVE] = CHISO_WORD_GAP_NOT_ADDITIVE,
    [CHISO_GAP_MERGERS] = CHISO_WORD_GAP_MERGERS,
    [CHISO_GAP_INEXACT] = CHISO_WORD_GAP_INEXACT,
    [CHISO_GAP_UNITS_UNSAID] = CHISO_WORD_GAP_UNITS_UNSAID,
    [CHISO_GAP_UNITS_MISSING] = CHISO_WORD_GAP_UNITS_MISSING,
    [CHISO_GAP_UNITS_UNCLEAR] = CHISO_WORD_GAP_UNITS_UNCLEAR,
    [CHISO_GAP_OF_UNITS] = CHISO_WORD_GAP_UNLIKE_SUMS,
  };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *year = g_strdup_printf ("%d", self->base_year);
  guint n = 0;

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const ChisoDraftGap *gap = &g_array_index (self->gaps, ChisoDraftGap, i);

      if (gap->gap.reason == reason && n++ < MAX_NAMED)
        g_ptr_array_add (texts, gap_text (self, gap));
    }
  if (n == 0)
    return;
  if (n > MAX_NAMED)
    {
      g_autofree char *rest = chiso_text_number (self, n - MAX_NAMED);

      g_ptr_array_add (texts, chiso_words (CHISO_WORD_N_OTHER_FIGURES, self->language, rest, NULL));
    }
  list = chiso_text_list (self, (const char *const *) texts->pdata, texts->len);
  add_sentence (note, chiso_words (words[reason], self->language, list, year, NULL));
}

/* A first year without one before it is no surprise; all else is told. */
static void
note_gaps (ChisoDraft *self, GString *note)
{
  for (guint reason = 0; reason < CHISO_N_GAP_REASONS; reason++)
    if (reason != CHISO_GAP_NO_BASE || self->show != CHISO_SHOW_YEAR_ON_YEAR)
      note_gaps_of (self, note, reason);
}

/* Whether what is shown was counted in units from before and after they merged. */
static gboolean
is_across_mergers (ChisoDraft *self)
{
  for (guint i = 1; i < self->shown->len; i++)
    {
      const ChisoEntry *one = chiso_entry (self->shown, i - 1),
                       *next = chiso_entry (self->shown, i);

      if (one->indicator == next->indicator
          && chiso_stats_is_across_mergers (one->indicator, &one->point.period,
                                            &next->point.period))
        return TRUE;
    }
  return FALSE;
}

void
chiso_draft_set_note (ChisoDraft *self, PlotFigure *figure, const char *extra)
{
  g_autoptr (GString) note = g_string_new (NULL);

  chiso_draft_set_computed (self, figure);
  note_shown (self, note);
  note_undecided (self, note);
  note_unlike (self, note);
  note_gaps (self, note);
  if (is_across_mergers (self))
    add_sentence (note, chiso_words (CHISO_WORD_NOTE_MERGERS, self->language, NULL));
  if (extra != NULL)
    add_sentence (note, g_strdup (extra));
  plot_figure_set_note (figure, note->len > 0 ? note->str : NULL);
}

static void
add_detail (GString *detail, char *text)
{
  g_string_append_printf (detail, "%s%s", detail->len > 0 ? "; " : "", text);
  g_free (text);
}

/* What a tooltip adds to the value: the fraction, the parts, other sources, the way of computing.
 */
static char *
mark_note (ChisoDraft *self, const ChisoEntry *entry)
{
  const ChisoPoint *point = &entry->point;
  const ChisoObservation *observation = point->record->observation;
  GString *detail = g_string_new (NULL);
  g_autofree char *way = NULL;
  g_autofree char *rank = chiso_text_rank (self, entry);

  if (entry->remark != NULL)
    add_detail (detail, g_strdup (entry->remark));
  if (rank != NULL)
    add_detail (detail, g_steal_pointer (&rank));
  if (self->several_indicators)
    add_detail (detail, g_strdup (chiso_indicator_name (entry->indicator, self->language)));
  if (self->show == CHISO_SHOW_VALUE && point->n_merged + point->n_units == 0
      && !isnan (observation->numerator) && !isnan (observation->denominator))
    {
      g_autofree char *part = plot_number_format (observation->numerator, 2, PLOT_NUMBER_DEFAULT,
                                                  self->language);
      g_autofree char *whole = plot_number_format (observation->denominator, 2, PLOT_NUMBER_DEFAULT,
                                                   self->language);

      add_detail (detail, g_strconcat (part, "/", whole, NULL));
    }
  if (point->n_parts > 0)
    {
      g_autofree char *n = chiso_text_number (self, point->n_parts);

      add_detail (detail, chiso_words (CHISO_WORD_MARK_PARTS, self->language, n, NULL));
    }
  else if (point->n_conflicts > 0 && !point->computed)
    {
      g_autofree char *values = conflicts_text (self, entry);

      add_detail (detail, chiso_words (CHISO_WORD_MARK_CONFLICT, self->language, values, NULL));
    }
  way = chiso_text_way (self, entry);
  if (way != NULL)
    add_detail (detail, g_steal_pointer (&way));
  return g_string_free (detail, detail->len == 0);
}

/* Whether the mark is a share that its record states, so that the record's fraction is the mark's. */
static gboolean
shows_share (ChisoDraft *self, const ChisoEntry *entry)
{
  return self->show == CHISO_SHOW_VALUE && !entry->point.computed
         && g_str_equal (entry->indicator->unit_en, "%");
}

/* Whether the chart's values are what the record states. */
static gboolean
is_of_axis (ChisoDraft *self, const ChisoRecord *record)
{
  ChisoMeasure measure = record->observation->measure;

  return self->show == CHISO_SHOW_VALUE
             ? measure == CHISO_MEASURE_LEVEL
             : self->show == CHISO_SHOW_YEAR_ON_YEAR && measure == CHISO_MEASURE_RATIO;
}

/* What other sources say against a figure that is shown as it is stated. */
static void
add_others (ChisoDraft *self, PlotFigure *figure, guint64 key, const ChisoEntry *entry)
{
  GPtrArray *records = chiso_draft_records (self, entry->indicator, entry->place);
  g_autoptr (GPtrArray) others = NULL;

  if (entry->point.n_conflicts == 0 || entry->point.computed || entry->point.n_parts > 0)
    return;
  others = chiso_stats_conflicts (records, entry->indicator, 0, &entry->point);
  for (guint i = 0; i < others->len; i++)
    {
      const ChisoEntry other = chiso_entry_of_record (entry, others->pdata[i]);

      /* A difference in its own unit does not stand on an axis of per cents. */
      if (is_of_axis (self, others->pdata[i]))
        plot_figure_add_other (figure, key, other.point.value);
    }
}

void
chiso_draft_mark (ChisoDraft *self, PlotFigure *figure, guint series, double x, PlotRole role,
                  const ChisoEntry *entry)
{
  static const PlotState states[] = {
    [CHISO_QUALIFIER_EXACT] = PLOT_STATE_EXACT,
    [CHISO_QUALIFIER_AT_LEAST] = PLOT_STATE_AT_LEAST,
    [CHISO_QUALIFIER_ABOUT] = PLOT_STATE_ABOUT,
    [CHISO_QUALIFIER_AT_MOST] = PLOT_STATE_AT_MOST,
  };
  g_autofree char *period = chiso_text_period (self, &entry->point.period);
  g_autofree char *note = mark_note (self, entry);
  const ChisoObservation *observation = entry->point.record->observation;
  const PlotMark mark = { .x = x,
                          .value = entry->point.value,
                          .state = states[entry->point.qualifier],
                          .role = role,
                          .computed = entry->point.computed,
                          .key = (guint64) entry->point.record->id,
                          .place = entry->name,
                          .period = period,
                          .note = note,
                          .when = chiso_period_to_decimal (&entry->point.period, TRUE),
                          .rank = entry->n_ranked > 0 ? entry->rank.first : 0,
                          .last_rank = entry->n_ranked > 0 ? entry->rank.last : 0,
                          .part = shows_share (self, entry) ? observation->numerator : 0,
                          .of = shows_share (self, entry) ? observation->denominator : 0 };

  plot_figure_add_mark (figure, series, &mark);
  add_others (self, figure, mark.key, entry);
  chiso_draft_prove (self, figure, mark.key, entry);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in text: a head line that names a period for each column of figures, then lines of a label
 * and as many figures. Cells are parted by tabs or bars, or only by spaces at the line's end. */

#include "chiso-rows-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_COLUMNS 12
/* Items of a head line beside its periods. */
#define MAX_HEAD_WORDS 14

typedef struct
{
  ChisoPeriod periods[MAX_COLUMNS]; /* unset: a column that is no period (a plan, a comparison) */
  guint n;
} Head;

static const ChisoToken *
token_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_token (self->mentions, i);
}

gboolean
chiso_rows_bare_year (const ChisoReading *self, guint i, ChisoPeriod *period)
{
  const ChisoToken *token = token_at (self, i);
  const char *digits = self->mentions->text + token->start;

  if (token->kind != CHISO_TOKEN_DIGITS || token->end - token->start != 4
      || (strncmp (digits, "19", 2) != 0 && strncmp (digits, "20", 2) != 0))
    return FALSE;
  *period = chiso_period_year (atoi (digits));
  return TRUE;
}

/* Whether what stands before item i, behind the column before it, says that it holds plans or changes. */
static gboolean
is_no_result (const ChisoReading *self, guint first, guint i)
{
  static const ChisoClass classes[] = { CHISO_CLASS_PLAN_COLUMN, CHISO_CLASS_THAN, CHISO_CLASS_UP,
                                        CHISO_CLASS_DOWN };

  for (; first < i; first++)
    for (guint k = 0; k < G_N_ELEMENTS (classes); k++)
      if (chiso_mentions_is (self->mentions, first, classes[k]))
        return TRUE;
  return FALSE;
}

static gboolean
may_stand_in_head (const ChisoItem *item)
{
  return item->kind != CHISO_ITEM_PLACE
         && (item->kind != CHISO_ITEM_PUNCT || item->mark == '|' || item->mark == '('
             || item->mark == ')' || item->mark == '/' || item->mark == '%');
}

static gboolean
add_column (Head *head, const ChisoPeriod *period)
{
  if (head->n == MAX_COLUMNS)
    return FALSE;
  head->periods[head->n++] = *period;
  return TRUE;
}

/* The columns that item i names: a time, or years without a word before them, which read on their own
 * are numbers, or masked as groups of digits. behind: the item after the column before. */
static gboolean
read_columns (const ChisoReading *self, guint i, guint behind, Head *head)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);
  const ChisoPeriod none = { 0 };
  gboolean result = !is_no_result (self, behind, i);
  ChisoPeriod period = { 0 };

  if (item->kind == CHISO_ITEM_TIME)
    return chiso_time_resolve_flow (
               &g_array_index (self->mentions->times, ChisoTimeMention, item->index),
               &self->published, &none, &period)
           && add_column (head, result ? &period : &none);
  for (guint t = item->first; t < item->last; t++)
    if (!chiso_rows_bare_year (self, t, &period) || !add_column (head, result ? &period : &none))
      return FALSE;
  return TRUE;
}

/* The periods of a head line's columns; FALSE if the sentence is no such line. */
static gboolean
read_head (const ChisoReading *self, const ChisoSentence *sentence, Head *head)
{
  guint others = 0, behind = sentence->first;

  head->n = 0;
  /* Nearly all sentences end in a full stop. */
  if (chiso_sentence_has (sentence, CHISO_ITEM_PLACE)
      || sentence->last - sentence->first > MAX_HEAD_WORDS + MAX_COLUMNS
      || !may_stand_in_head (chiso_mentions_item (self->mentions, sentence->last - 1)))
    return FALSE;
  for (guint i = sentence->first; i < sentence->last; i++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i);

      if (!may_stand_in_head (item))
        return FALSE;
      if (item->kind == CHISO_ITEM_TIME || item->kind == CHISO_ITEM_NUMBER
          || item->kind == CHISO_ITEM_MASK)
        {
          if (!read_columns (self, i, behind, head))
            return FALSE;
          behind = i + 1;
        }
      else if (++others > MAX_HEAD_WORDS)
        return FALSE;
    }
  return head->n >= 2;
}

/* The first token of the cell that ends at token end: digits with their separators, glued. */
static guint
cell_start (const ChisoReading *self, guint first, guint end)
{
  guint start = end;

  while (start > first)
    {
      const ChisoToken *token = token_at (self, start - 1);
      gboolean numeric = token->kind == CHISO_TOKEN_DIGITS
                         || (token->kind == CHISO_TOKEN_PUNCT
                             && (token->mark == '.' || token->mark == ','));

      if (!numeric)
        return end;
      start--;
      if (!(token->flags & CHISO_TOKEN_GLUED))
        break;
    }
  return start < end && token_at (self, start)->kind == CHISO_TOKEN_DIGITS ? start : end;
}

/* A bar between cells, or the per cent sign glued to a cell's number. */
static gboolean
is_separator (const ChisoToken *token)
{
  return token->kind == CHISO_TOKEN_PUNCT
         && (token->mark == '|' || (token->mark == '%' && (token->flags & CHISO_TOKEN_GLUED)));
}

/* The numbers of the last n cells of the line, and the token where the first of these begins. */
static gboolean
read_cells (const ChisoReading *self, const ChisoSentence *sentence, guint n, ChisoNumber *cells,
            guint *label_end)
{
  guint first = chiso_mentions_item (self->mentions, sentence->first)->first;
  guint end = chiso_mentions_item (self->mentions, sentence->last - 1)->last;

  for (guint i = n; i > 0; i--)
    {
      guint start;

      while (end > first && is_separator (token_at (self, end - 1)))
        end--;
      start = cell_start (self, first, end);
      if (start == end || start == first
          || !chiso_number_scan ((const ChisoToken *) self->mentions->tokens->data, end, start,
                                 self->mentions->text, &cells[i - 1]))
        return FALSE;
      cells[i - 1].first = start;
      cells[i - 1].last = end;
      end = start;
    }
  *label_end = end;
  /* One number more: the line has other columns than the head says. */
  while (end > first && is_separator (token_at (self, end - 1)))
    end--;
  return cell_start (self, first, end) == end;
}

/* "tỷ đồng", "triệu": how much one figure of the row is. */
static double
unit_of (const ChisoReading *self, guint first, guint last)
{
  double unit = 1;

  for (guint i = first; i < last; i++)
    {
      guint16 word = token_at (self, chiso_mentions_item (self->mentions, i)->first)->word;

      if (word == CHISO_W_TRIEU)
        unit = 1e6;
      else if (word == CHISO_W_TY
               && (i + 1 == last
                   || (!chiso_indicator_set_is_empty (&self->money_units)
                       && token_at (self, chiso_mentions_item (self->mentions, i + 1)->first)->word
                              == CHISO_W_DONGW)))
        unit = 1e9;
    }
  return unit;
}

static gboolean
has_percent (const ChisoReading *self, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    if (token_at (self, chiso_mentions_item (self->mentions, i)->first)->mark == '%')
      return TRUE;
  return FALSE;
}

static gboolean
has_word (const ChisoReading *self, guint first, guint last, ChisoWordList list, guint k)
{
  for (guint i = first; i < last; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      if (phrase != NULL && chiso_indicator_set_has (&phrase->lists[list], k))
        return TRUE;
    }
  return FALSE;
}

/* Of two units in "Ý kiến tại hội nghị đối thoại | ý kiến" the one that heads the label, or fills the
 * column behind it, is what the row counts. */
static int
unit_at_edge (const ChisoReading *self, guint first, guint last, guint k)
{
  return first == last ? 0
                       : has_word (self, first, first + 1, CHISO_WORDS_UNITS, k)
                             + has_word (self, last - 1, last, CHISO_WORDS_UNITS, k);
}

/* The one indicator whose unit the label names and whose topic the heading above it does. */
static int
indicator_by_heading (const ChisoReading *self, guint s, guint first, guint last)
{
  int number = chiso_reading_sentence (self, s)->heading, found = -1;
  const ChisoSentence *heading;

  if (number < 0)
    return -1;
  heading = chiso_reading_sentence (self, number);
  for (guint k = 0; k < self->grammar->n_indicators; k++)
    if (has_word (self, first, last, CHISO_WORDS_UNITS, k)
        && has_word (self, heading->first, heading->last, CHISO_WORDS_TOPICS, k)
        && !has_word (self, first, last, CHISO_WORDS_AVOID, k))
      {
        if (found >= 0)
          return -1;
        found = (int) k;
      }
  return found;
}

int
chiso_rows_indicator (const ChisoReading *self, guint s, guint first, guint last, guint cell_first,
                      guint cell_last, double *unit)
{
  gboolean percent = has_percent (self, first, last) || has_percent (self, cell_first, cell_last);
  ChisoIndicatorSet named = chiso_name_candidates (self, first, last);
  int best = -1, best_score = CHISO_NAME_TOPIC, best_edge = 0, edge;

  *unit = unit_of (self, first, last);
  for (guint k = 0; k < self->grammar->n_indicators; k++)
    {
      int score = chiso_indicator_set_has (&named, k) ? chiso_name_score (self, first, last, k) : 0;
      gboolean in_percent = chiso_indicator_set_has (&self->percent_units, k);

      if (score > 0 && score < CHISO_NAME_TOPIC + CHISO_NAME_UNIT
          && has_word (self, cell_first, cell_last, CHISO_WORDS_UNITS, k))
        score += CHISO_NAME_UNIT;
      if (in_percent != percent
          || (!in_percent && *unit == 1 && score < CHISO_NAME_TOPIC + CHISO_NAME_UNIT))
        continue;
      edge = score > 0 ? unit_at_edge (self, first, last, k) : 0;
      if (score > best_score || (score == best_score && edge > best_edge))
        {
          best_score = score;
          best_edge = edge;
          best = (int) k;
        }
    }
  return best >= 0 || percent || cell_first < cell_last
             ? best
             : indicator_by_heading (self, s, first, last);
}

static ChisoObservation *
new_observation (const ChisoReading *self, const ChisoRowCell *cell, const char *indicator)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, cell->sentence);
  ChisoObservation *observation = chiso_observation_new (indicator, cell->place);

  observation->boundary = self->boundary;
  observation->period = cell->period;
  observation->figure = chiso_mentions_span (self->mentions, cell->number.first, cell->number.last);
  observation->evidence = chiso_mentions_span (
      self->mentions, MIN (cell->evidence_first, cell->number.first), cell->number.last);
  observation->sentence = chiso_mentions_span (
      self->mentions, chiso_mentions_item (self->mentions, sentence->first)->first,
      chiso_mentions_item (self->mentions, sentence->last - 1)->last);
  observation->confidence = 0.9;
  observation->rule = CHISO_INTERNED ("table-row");
  if (cell->number.kind == CHISO_NUMBER_FRACTION)
    {
      observation->numerator = cell->number.value;
      observation->denominator = cell->number.denominator;
    }
  return observation;
}

void
chiso_rows_emit (ChisoReading *self, const ChisoRowCell *cell, GPtrArray *observations)
{
  const ChisoWording *wording = chiso_grammar_wording (self->grammar, cell->indicator);
  const char *id = chiso_grammar_indicator (self->grammar, cell->indicator)->id;
  ChisoObservation *observation = new_observation (self, cell, id);

  observation->value = cell->number.value * cell->unit / wording->scale;
  chiso_reading_add (self, observations, observation);
  if (cell->number.kind != CHISO_NUMBER_FRACTION || wording->share == NULL || wording->share_stated
      || cell->number.denominator <= 0)
    return;
  observation = new_observation (self, cell, wording->share);
  observation->value = round (cell->number.value / cell->number.denominator * 1e4) / 1e2;
  chiso_reading_add (self, observations, observation);
}

/* TRUE if the sentence is a row under head; then it is marked as such. */
static gboolean
read_row (ChisoReading *self, guint s, const Head *head, GPtrArray *observations)
{
  ChisoSentence *sentence = chiso_reading_sentence (self, s);
  ChisoNumber cells[MAX_COLUMNS];
  guint label_end, last = sentence->first;
  double unit;
  int k;

  if (!read_cells (self, sentence, head->n, cells, &label_end))
    return FALSE;
  sentence->kind = CHISO_BLOCK_ROW;
  while (last < sentence->last && chiso_mentions_item (self->mentions, last)->last <= label_end)
    last++;
  k = chiso_rows_indicator (self, s, sentence->first, last, last, last, &unit);
  if (k < 0 || self->province == NULL || last == sentence->first)
    return TRUE;
  for (guint c = 0; c < head->n; c++)
    {
      ChisoRowCell cell = {
        .sentence = s,
        .indicator = k,
        .unit = unit,
        .number = cells[c],
        .period = head->periods[c],
        .place = self->province,
        .evidence_first = chiso_mentions_item (self->mentions, last - 1)->first
      };

      if (chiso_period_is_set (&cell.period))
        chiso_rows_emit (self, &cell, observations);
    }
  return TRUE;
}

void
chiso_reading_rows (ChisoReading *self, GPtrArray *observations)
{
  if (self->province == NULL)
    chiso_where_find_province (self);
  for (guint s = 0; s < self->sentences->len; s++)
    {
      ChisoSentence *sentence = chiso_reading_sentence (self, s);
      Head head;
      guint row = s + 1;

      if (sentence->kind == CHISO_BLOCK_TAIL)
        break;
      row = chiso_grid_read (self, s, observations);
      if (row > s)
        {
          s = row - 1;
          continue;
        }
      row = s + 1;
      if (!read_head (self, sentence, &head))
        continue;
      while (row < self->sentences->len && read_row (self, row, &head, observations))
        row++;
      if (row > s + 1)
        sentence->kind = CHISO_BLOCK_ROW;
      s = row - 1;
    }
}

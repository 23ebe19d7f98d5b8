/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in text: a head line that names a period for each column of figures, then lines of a label
 * and as many figures. Cells are parted by tabs or bars, or only by spaces at the line's end. */

#include "chiso-reading.h"

#include <math.h>
#include <string.h>

#define MAX_COLUMNS 12

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

/* The periods of a head line's columns; FALSE if the sentence is no such line. */
static gboolean
read_head (const ChisoReading *self, const ChisoSentence *sentence, Head *head)
{
  ChisoPeriod none = { 0 };
  guint others = 0;

  if (!chiso_sentence_has (sentence, CHISO_ITEM_TIME)
      || chiso_sentence_has (sentence, CHISO_ITEM_NUMBER)
      || chiso_sentence_has (sentence, CHISO_ITEM_PLACE))
    return FALSE;
  *head = (Head){ 0 };
  for (guint i = sentence->first; i < sentence->last; i++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i);

      if (item->kind == CHISO_ITEM_NUMBER || item->kind == CHISO_ITEM_PLACE
          || (item->kind == CHISO_ITEM_PUNCT && item->mark != '|' && item->mark != '('
              && item->mark != ')' && item->mark != '/' && item->mark != '%'))
        return FALSE;
      if (item->kind == CHISO_ITEM_TIME && head->n < MAX_COLUMNS)
        {
          const ChisoTimeMention *mention = &g_array_index (self->mentions->times, ChisoTimeMention,
                                                            item->index);

          if (!chiso_time_resolve_flow (mention, &self->published, &none, &head->periods[head->n]))
            return FALSE;
          head->n++;
        }
      else
        others++;
    }
  return head->n >= 2 && others <= 14;
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
  return cell_start (self, first, end) == end;
}

/* What the row counts, and how much one unit of its figures is. */
static int
row_indicator (const ChisoReading *self, guint first, guint last, double *unit)
{
  gboolean percent = FALSE;
  int best = -1, best_score = CHISO_NAME_TOPIC;
  ChisoIndicatorSet candidates = chiso_name_candidates (self, first, last);
  guint k;

  *unit = 1;
  for (guint i = first; i < last; i++)
    {
      guint16 word = token_at (self, chiso_mentions_item (self->mentions, i)->first)->word;

      percent |= token_at (self, chiso_mentions_item (self->mentions, i)->first)->mark == '%';
      if (word == CHISO_W_TRIEU)
        *unit = 1e6;
      else if (word == CHISO_W_TY && i + 1 == last)
        *unit = 1e9;
      else if (word == CHISO_W_TY && !chiso_indicator_set_is_empty (&self->money_units)
               && token_at (self, chiso_mentions_item (self->mentions, i + 1)->first)->word
                      == chiso_vocabulary_find (self->grammar->vocabulary, "đồng", strlen ("đồng")))
        *unit = 1e9;
    }
  while (chiso_indicator_set_take (&candidates, &k))
    {
      int score = chiso_name_score (self, first, last, k);
      gboolean in_percent = chiso_indicator_set_has (&self->percent_units, k);

      if (in_percent != percent
          || (!in_percent && *unit == 1 && score < CHISO_NAME_TOPIC + CHISO_NAME_UNIT))
        continue;
      if (score > best_score)
        {
          best_score = score;
          best = (int) k;
        }
    }
  return best;
}

static void
emit_cell (ChisoReading *self, const ChisoSentence *sentence, int k, double unit,
           const ChisoNumber *cell, const ChisoPeriod *period, guint evidence_first,
           GPtrArray *observations)
{
  const ChisoWording *wording = chiso_catalogue_wording (self->grammar->catalogue, k);
  ChisoObservation *observation = chiso_observation_new (
      chiso_catalogue_indicator (self->grammar->catalogue, k)->id, self->province);

  observation->boundary = self->boundary;
  observation->period = *period;
  observation->value = cell->value * unit / wording->scale;
  observation->figure = chiso_mentions_span (self->mentions, cell->first, cell->last);
  observation->evidence = chiso_mentions_span (self->mentions, evidence_first, cell->last);
  observation->sentence = chiso_mentions_span (
      self->mentions, chiso_mentions_item (self->mentions, sentence->first)->first,
      chiso_mentions_item (self->mentions, sentence->last - 1)->last);
  observation->confidence = 0.9;
  observation->rule = CHISO_INTERNED ("table-row");
  chiso_reading_add (self, observations, observation);
}

/* TRUE if the sentence is a row under head; then it is marked as such. */
static gboolean
read_row (ChisoReading *self, ChisoSentence *sentence, const Head *head, GPtrArray *observations)
{
  ChisoNumber cells[MAX_COLUMNS];
  guint label_end, last = sentence->first;
  double unit;
  int k;

  if (!read_cells (self, sentence, head->n, cells, &label_end))
    return FALSE;
  sentence->kind = CHISO_BLOCK_ROW;
  while (last < sentence->last && chiso_mentions_item (self->mentions, last)->last <= label_end)
    last++;
  k = row_indicator (self, sentence->first, last, &unit);
  if (k < 0 || self->province == NULL || last == sentence->first)
    return TRUE;
  for (guint c = 0; c < head->n; c++)
    emit_cell (self, sentence, k, unit, &cells[c], &head->periods[c],
               chiso_mentions_item (self->mentions, last - 1)->first, observations);
  return TRUE;
}

void
chiso_reading_rows (ChisoReading *self, GPtrArray *observations)
{
  for (guint s = 0; s < self->sentences->len; s++)
    {
      ChisoSentence *sentence = chiso_reading_sentence (self, s);
      Head head;
      guint row = s + 1;

      if (sentence->kind == CHISO_BLOCK_TAIL)
        break;
      if (!read_head (self, sentence, &head))
        continue;
      while (row < self->sentences->len
             && read_row (self, chiso_reading_sentence (self, row), &head, observations))
        row++;
      if (row > s + 1)
        sentence->kind = CHISO_BLOCK_ROW;
      s = row - 1;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables whose cells are parted clearly, by tabs, bars or gaps: the head says of each column whether it
 * holds labels, a period's results, one indicator, or what is no result (plans, comparisons). Lines whose
 * cells only spaces part are left to chiso-rows.c. */

#include "chiso-rows-private.h"

#define MAX_COLUMNS 12
/* Items of a head's cell. */
#define MAX_HEAD_ITEMS 16
/* Tokens behind a cell's number: its unit. */
#define MAX_UNIT_TOKENS 4

typedef enum
{
  COLUMN_LABEL,     /* before the first column of figures */
  COLUMN_RESULT,    /* of a period */
  COLUMN_INDICATOR, /* of one indicator, each row another place or year */
  COLUMN_OTHER,     /* plans, comparisons, notes */
} ColumnKind;

typedef struct
{
  guint first, last; /* tokens */
} Cell;

typedef struct
{
  ColumnKind kinds[MAX_COLUMNS];
  ChisoPeriod periods[MAX_COLUMNS];
  int indicators[MAX_COLUMNS];
  double units[MAX_COLUMNS];
  guint n, n_labels;
  gboolean of_communes; /* labels are names of communes, or of districts */
  gboolean of_districts;
} Head;

static const ChisoToken *
token_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_token (self->mentions, i);
}

static gboolean
is_bar (const ChisoReading *self, guint i)
{
  return token_at (self, i)->kind == CHISO_TOKEN_PUNCT && token_at (self, i)->mark == '|';
}

static gboolean
is_gap (const ChisoReading *self, guint i)
{
  return (token_at (self, i)->flags & CHISO_TOKEN_GAP) != 0;
}

/* The cells of a line; 0 where it has none, or too many. */
static guint
split_cells (const ChisoReading *self, const ChisoSentence *sentence, Cell *cells)
{
  guint first = chiso_mentions_item (self->mentions, sentence->first)->first;
  guint end = chiso_mentions_item (self->mentions, sentence->last - 1)->last;
  guint n = 0, start = first;

  while (start < end && is_bar (self, start))
    start++;
  for (guint i = start + 1; i <= end; i++)
    {
      if (i < end && !is_bar (self, i) && !is_gap (self, i))
        continue;
      if (n == MAX_COLUMNS)
        return 0;
      cells[n++] = (Cell){ start, i };
      start = i < end && is_bar (self, i) ? i + 1 : i;
      i = start;
    }
  return n >= 2 ? n : 0;
}

/* The items of a cell. */
static void
cell_items (const ChisoReading *self, const ChisoSentence *sentence, const Cell *cell, guint *first,
            guint *last)
{
  *first = sentence->first;
  while (*first < sentence->last
         && chiso_mentions_item (self->mentions, *first)->first < cell->first)
    (*first)++;
  *last = *first;
  while (*last < sentence->last && chiso_mentions_item (self->mentions, *last)->first < cell->last)
    (*last)++;
}

static gboolean
has_class (const ChisoReading *self, guint first, guint last, ChisoClass class_)
{
  for (guint i = first; i < last; i++)
    if (chiso_mentions_is (self->mentions, i, class_))
      return TRUE;
  return FALSE;
}

static const ChisoTimeMention *
find_time (const ChisoReading *self, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i);

      if (item->kind == CHISO_ITEM_TIME)
        return &g_array_index (self->mentions->times, ChisoTimeMention, item->index);
    }
  return NULL;
}

/* A head's cell of years without a word: 1 for "2023", more for what compares, as "2023/2022 (%)"; 0 for others. */
static guint
count_years (const ChisoReading *self, const Cell *cell)
{
  ChisoPeriod year;
  guint n = 0, marks = 0;

  for (guint t = cell->first; t < cell->last; t++)
    if (chiso_rows_bare_year (self, t, &year))
      n++;
    else if (token_at (self, t)->kind == CHISO_TOKEN_PUNCT)
      marks++;
    else
      return 0;
  return n == 1 && marks > 0 ? 2 : n;
}

/* Item i, a number, stands in a cell of years. */
static gboolean
is_in_years (const ChisoReading *self, guint i, const Cell *cells, guint n)
{
  guint token = chiso_mentions_item (self->mentions, i)->first;

  for (guint c = 0; c < n; c++)
    if (token >= cells[c].first && token < cells[c].last)
      return count_years (self, &cells[c]) > 0;
  return FALSE;
}

/* What one of the head's cells says of its column. */
static void
read_column (const ChisoReading *self, guint s, guint first, guint last, guint c, Head *head)
{
  const ChisoTimeMention *mention = find_time (self, first, last);
  const ChisoPeriod none = { 0 };
  gboolean compares = has_class (self, first, last, CHISO_CLASS_THAN)
                      || has_class (self, first, last, CHISO_CLASS_UP)
                      || has_class (self, first, last, CHISO_CLASS_DOWN);
  double unit;

  head->kinds[c] = COLUMN_OTHER;
  head->indicators[c] = -1;
  if (compares || has_class (self, first, last, CHISO_CLASS_PLAN_COLUMN))
    return;
  if (mention != NULL)
    {
      if (chiso_time_resolve_flow (mention, &self->published, &none, &head->periods[c]))
        head->kinds[c] = COLUMN_RESULT;
      return;
    }
  head->indicators[c] = chiso_rows_indicator (self, s, first, last, last, last, &unit);
  head->units[c] = unit;
  if (head->indicators[c] >= 0)
    head->kinds[c] = COLUMN_INDICATOR;
  else if (has_class (self, first, last, CHISO_CLASS_RESULT_COLUMN))
    {
      head->kinds[c] = COLUMN_RESULT;
      head->periods[c] = self->period;
    }
}

/* The columns before the first that holds figures are labels. */
static void
find_labels (const ChisoReading *self, const ChisoSentence *sentence, const Cell *cells, Head *head)
{
  while (head->n_labels < head->n)
    {
      guint first, last, c = head->n_labels;

      cell_items (self, sentence, &cells[c], &first, &last);
      if (last > first + MAX_HEAD_ITEMS)
        break;
      if (c > 0 && !has_class (self, first, last, CHISO_CLASS_LABEL_COLUMN))
        break;
      head->of_communes |= has_class (self, first, last, CHISO_CLASS_COMMUNE);
      head->of_districts |= has_class (self, first, last, CHISO_CLASS_DISTRICT);
      head->kinds[c] = COLUMN_LABEL;
      head->n_labels++;
    }
}

static gboolean
read_head (const ChisoReading *self, guint s, Head *head)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);
  Cell cells[MAX_COLUMNS];
  guint figures = 0;

  *head = (Head){ 0 };
  head->n = split_cells (self, sentence, cells);
  if (head->n == 0)
    return FALSE;
  for (guint i = sentence->first; i < sentence->last; i++)
    if (chiso_mentions_item (self->mentions, i)->kind == CHISO_ITEM_NUMBER
        && !is_in_years (self, i, cells, head->n))
      return FALSE;
  find_labels (self, sentence, cells, head);
  for (guint c = head->n_labels; c < head->n; c++)
    {
      guint first, last;

      cell_items (self, sentence, &cells[c], &first, &last);
      if (last > first + MAX_HEAD_ITEMS)
        return FALSE;
      if (count_years (self, &cells[c]) == 1
          && chiso_rows_bare_year (self, cells[c].first, &head->periods[c]))
        head->kinds[c] = COLUMN_RESULT;
      else if (count_years (self, &cells[c]) > 1)
        head->kinds[c] = COLUMN_OTHER;
      else
        read_column (self, s, first, last, c, head);
      figures += head->kinds[c] != COLUMN_OTHER;
    }
  return head->n_labels > 0 && figures > 0;
}

/* The number that a cell consists of, but for its unit; FALSE for an empty or other cell. */
static gboolean
read_cell (const ChisoReading *self, const Cell *cell, ChisoNumber *number)
{
  const ChisoToken *tokens = (const ChisoToken *) self->mentions->tokens->data;

  return cell->first < cell->last && tokens[cell->first].kind == CHISO_TOKEN_DIGITS
         && chiso_number_scan (tokens, cell->last, cell->first, self->mentions->text, number)
         && number->kind != CHISO_NUMBER_RANGE && cell->last - number->last <= MAX_UNIT_TOKENS;
}

/* The row's place by its label: a name, "toàn tỉnh", or a name that the head says is a commune's. NULL
 * where it cannot be told. */
static const char *
row_place (ChisoReading *self, guint s, const Head *head, guint first, guint last)
{
  g_autofree char *key = NULL;
  ChisoSpan name;

  /* "Quy Nhơn", "UBND huyện Phù Cát"; not "các huyện, thị xã, thành phố Huế". */
  for (guint i = first; i < last && !chiso_mentions_is_mark (self->mentions, i, ','); i++)
    if (chiso_mentions_item (self->mentions, i)->kind == CHISO_ITEM_PLACE
        && (i == first
            || g_array_index (self->mentions->places, ChisoPlaceMention,
                              chiso_mentions_item (self->mentions, i)->index)
                   .with_kind))
      return chiso_where_key_of (self, s, i);
  if (first == last || !(head->of_communes || head->of_districts)
      || has_class (self, first, last, CHISO_CLASS_PROVINCE)
      || has_class (self, first, last, CHISO_CLASS_TOTAL))
    return chiso_where_key_of (self, s, -1);
  for (guint t = chiso_mentions_item (self->mentions, first)->first;
       t < chiso_mentions_item (self->mentions, last - 1)->last; t++)
    if (token_at (self, t)->kind != CHISO_TOKEN_WORD
        || !(token_at (self, t)->flags & CHISO_TOKEN_CAPITAL))
      return NULL;
  if (self->province == NULL)
    return NULL;
  name = chiso_mentions_span (self->mentions, chiso_mentions_item (self->mentions, first)->first,
                              chiso_mentions_item (self->mentions, last - 1)->last);
  key = g_strdup_printf ("%s/%.*s", self->province, (int) (name.end - name.start),
                         self->mentions->text + name.start);
  return g_string_chunk_insert (self->keys, key);
}

/* The last label that is no running number, and the first item of all labels. */
static guint
skip_ordinal (const ChisoReading *self, guint first, guint last)
{
  while (first < last
         && (chiso_mentions_item (self->mentions, first)->kind == CHISO_ITEM_MASK
             || chiso_mentions_item (self->mentions, first)->kind == CHISO_ITEM_NUMBER
             || chiso_mentions_item (self->mentions, first)->kind == CHISO_ITEM_PUNCT))
    first++;
  return first;
}

/* "2021" or "Năm 2021" as a row's label: its period is set. */
static gboolean
row_period (const ChisoReading *self, const Cell *label, guint first, guint last,
            ChisoPeriod *period)
{
  const ChisoTimeMention *mention = find_time (self, first, last);
  const ChisoPeriod none = { 0 };

  if (mention != NULL)
    return chiso_time_resolve_flow (mention, &self->published, &none, period);
  return label->last == label->first + 1 && chiso_rows_bare_year (self, label->first, period);
}

static void
emit_columns (ChisoReading *self, guint s, const Head *head, const Cell *cells,
              GPtrArray *observations)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);
  guint first = sentence->first, last, behind, n;
  ChisoPeriod period = self->period;
  gboolean of_years;
  const char *place;
  ChisoNumber number;
  double unit = 1;
  int k = -1;

  cell_items (self, sentence, &cells[head->n_labels - 1], &n, &last);
  of_years = row_period (self, &cells[head->n_labels - 1], first, last, &period);
  first = skip_ordinal (self, first, last);
  place = of_years ? chiso_where_key_of (self, s, -1) : row_place (self, s, head, first, last);
  for (guint c = head->n_labels; c < head->n && place != NULL; c++)
    {
      ChisoRowCell cell = { .sentence = s, .place = place };

      if (head->kinds[c] == COLUMN_OTHER || !read_cell (self, &cells[c], &number))
        continue;
      cell_items (self, sentence, &cells[c], &n, &behind);
      if (head->kinds[c] == COLUMN_INDICATOR)
        {
          k = head->indicators[c];
          unit = head->units[c];
        }
      else
        k = chiso_rows_indicator (self, s, first, last, n, behind, &unit);
      cell.indicator = k;
      cell.unit = number.scale >= 1e6 ? 1 : unit;
      cell.number = number;
      cell.period = head->kinds[c] == COLUMN_RESULT ? head->periods[c] : period;
      cell.evidence_first = chiso_mentions_item (self->mentions, MAX (last, 1) - 1)->first;
      if (k >= 0 && chiso_period_is_set (&cell.period))
        chiso_rows_emit (self, &cell, observations);
    }
}

/* The cells of a row under head. A row of totals often lacks the running number that the others begin
 * with. FALSE where it is no such row. */
static gboolean
split_row (const ChisoReading *self, guint s, const Head *head, Cell *cells)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);
  guint n = split_cells (self, sentence, cells);

  if (n + 1 == head->n && head->n_labels >= 2)
    {
      for (guint c = n; c > 0; c--)
        cells[c] = cells[c - 1];
      cells[0].last = cells[0].first;
      return TRUE;
    }
  return n == head->n;
}

guint
chiso_grid_read (ChisoReading *self, guint s, GPtrArray *observations)
{
  Head head;
  guint row = s + 1;

  if (!self->mentions->has_cells || !read_head (self, s, &head))
    return s;
  for (; row < self->sentences->len; row++)
    {
      Cell cells[MAX_COLUMNS];

      if (!split_row (self, row, &head, cells))
        break;
      chiso_reading_sentence (self, row)->kind = CHISO_BLOCK_ROW;
      emit_columns (self, row, &head, cells, observations);
    }
  if (row == s + 1)
    return s;
  chiso_reading_sentence (self, s)->kind = CHISO_BLOCK_ROW;
  return row;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the words that say "all of them" and gives them to the figures that they speak of. Whether there truly
 * are so many units is no matter of the report, and not asked here. */

#include "chiso-listed.h"

#include "chiso-scan-private.h"

#include <string.h>

/* "21/21 huyện". */
typedef struct
{
  ChisoSpan span;
  guint n; /* 0: no number */
} Statement;

/* The figures of one list. */
typedef struct
{
  const ChisoObservation *first;
  GHashTable
      *places;   /* that they are of, keys are borrowed; NULL while that is the first's alone */
  guint32 after; /* end of the figure of another province that stands last before the first */
  guint last;    /* number of the last figure among the observations */
  const Statement *said; /* of several places: what says that they are all */
} List;

/* How many statements before a list are looked at. */
#define MAX_BACK 8

static gboolean
is_unit_figure (const ChisoObservation *observation)
{
  return observation->measure == CHISO_MEASURE_LEVEL
         && observation->confidence >= CHISO_CONFIDENCE_ASSERTED
         && strchr (observation->place, '/') != NULL;
}

/* By its code, which has two letters. */
static gboolean
same_province (const ChisoObservation *a, const ChisoObservation *b)
{
  return a->place[0] == b->place[0] && a->place[1] == b->place[1];
}

/* Figures of one list are of one province, indicator and period. */
static gboolean
belong_together (const ChisoObservation *a, const ChisoObservation *b)
{
  return same_province (a, b) && a->boundary == b->boundary
         && strcmp (a->indicator, b->indicator) == 0 && chiso_period_equal (&a->period, &b->period);
}

/* The list that one is of, which is made where there is none. Most figures are of one of the last. */
static List *
find_list (GArray *lists, const ChisoObservation *one, guint32 after)
{
  List list = { .first = one, .after = after };

  for (guint i = lists->len; i > 0; i--)
    if (belong_together (g_array_index (lists, List, i - 1).first, one))
      return &g_array_index (lists, List, i - 1);
  g_array_append_val (lists, list);
  return &g_array_index (lists, List, lists->len - 1);
}

static void
clear_list (gpointer data)
{
  g_clear_pointer (&((List *) data)->places, g_hash_table_unref);
}

static void
add_place (List *list, const char *place)
{
  if (list->places == NULL && strcmp (list->first->place, place) == 0)
    return;
  if (list->places == NULL)
    {
      list->places = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_add (list->places, (gpointer) list->first->place);
    }
  g_hash_table_add (list->places, (gpointer) place);
}

/* Steps over the word where it is there. */
static gboolean
take (const ChisoScan *scan, guint *i, ChisoWord word)
{
  if (!chiso_scan_is (scan, *i, word))
    return FALSE;
  (*i)++;
  return TRUE;
}

/* Takes all of them or none. */
static gboolean
take_both (const ChisoScan *scan, guint *i, ChisoWord first, ChisoWord second)
{
  if (!chiso_scan_is (scan, *i, first) || !chiso_scan_is (scan, *i + 1, second))
    return FALSE;
  *i += 2;
  return TRUE;
}

static gboolean
take_number (const ChisoScan *scan, guint *i, guint *n)
{
  if (!chiso_scan_kind (scan, *i, CHISO_TOKEN_DIGITS) || chiso_scan_length (scan, *i) > 3)
    return FALSE;
  *n = (guint) chiso_scan_digits (scan, *i);
  (*i)++;
  return *n > 0;
}

/* "huyện", "thị xã", "đơn vị hành chính cấp xã", "địa phương". */
static gboolean
take_unit (const ChisoScan *scan, guint *i)
{
  gboolean place = take_both (scan, i, CHISO_W_DIA, CHISO_W_PHUONGX);
  gboolean body = !place && take_both (scan, i, CHISO_W_DONV, CHISO_W_VIJ);

  if (body)
    take_both (scan, i, CHISO_W_HANH, CHISO_W_CHINH);
  if (take_both (scan, i, CHISO_W_CAP, CHISO_W_HUYEN)
      || take_both (scan, i, CHISO_W_CAP, CHISO_W_XA) || place)
    return TRUE;
  return !body
         && (take (scan, i, CHISO_W_HUYEN) || take (scan, i, CHISO_W_QUAN2)
             || take (scan, i, CHISO_W_XA) || take (scan, i, CHISO_W_PHUONG)
             || take_both (scan, i, CHISO_W_THI, CHISO_W_XA)
             || take_both (scan, i, CHISO_W_THI, CHISO_W_TRAN)
             || take_both (scan, i, CHISO_W_THANH, CHISO_W_PHO));
}

/* "21/21 huyện", or "21 huyện" where all is said before. */
static gboolean
take_count (const ChisoScan *scan, guint *i, gboolean all, guint *n)
{
  guint whole;

  if (!take_number (scan, i, n))
    return FALSE;
  if (chiso_scan_mark (scan, *i, '/'))
    {
      (*i)++;
      return take_number (scan, i, &whole) && whole == *n && take_unit (scan, i);
    }
  return all && take_unit (scan, i);
}

/* What words that say "all" go on with from *i: "các huyện", "13 huyện", "các 13 huyện". */
static gboolean
take_all (const ChisoScan *scan, guint *i, guint *n)
{
  guint behind;

  if (!take (scan, i, CHISO_W_CAC))
    return take_count (scan, i, TRUE, n);
  behind = *i;
  if (take_count (scan, i, TRUE, n))
    return TRUE;
  *i = behind;
  *n = 0;
  return take_unit (scan, i);
}

/* What begins at token `at`, and the token behind it; FALSE if nothing does. */
static gboolean
read_statement (const ChisoScan *scan, guint at, guint *end, guint *n)
{
  guint percent;

  *end = at;
  *n = 0;
  if (take_both (scan, end, CHISO_W_TAT, CHISO_W_CA)
      || take_both (scan, end, CHISO_W_TOAN, CHISO_W_BOJ))
    return take_all (scan, end, n);
  if (take (scan, end, CHISO_W_CA))
    return take_count (scan, end, TRUE, n);
  if (take_number (scan, end, &percent) && percent == 100 && chiso_scan_mark (scan, *end, '%'))
    {
      (*end)++;
      take (scan, end, CHISO_W_SO);
      take (scan, end, CHISO_W_CAC);
      return take_unit (scan, end);
    }
  *end = at;
  return take_count (scan, end, FALSE, n);
}

/* As the words that say all of them do, and numbers of how many of how many; the rest of the text is passed over. */
static inline gboolean
may_begin (const ChisoToken *token)
{
  if (token->kind == CHISO_TOKEN_DIGITS)
    return token[1].mark == '/' || token[1].mark == '%';
  return token->word == CHISO_W_TAT || token->word == CHISO_W_TOAN || token->word == CHISO_W_CA;
}

static gboolean
goes_on_word (const ChisoScan *scan, guint at)
{
  return chiso_scan_glued (scan, at) && !chiso_scan_kind (scan, at - 1, CHISO_TOKEN_PUNCT);
}

static GArray *
find_statements (const ChisoScan *scan)
{
  GArray *statements = g_array_new (FALSE, FALSE, sizeof (Statement));

  /* The last token is the text's end. */
  for (guint at = 0; at + 1 < scan->n; at++)
    {
      Statement statement;
      guint end;

      if (!may_begin (&scan->tokens[at]) || goes_on_word (scan, at)
          || !read_statement (scan, at, &end, &statement.n))
        continue;
      statement.span = (ChisoSpan){ scan->tokens[at].start, scan->tokens[end - 1].end };
      g_array_append_val (statements, statement);
      at = end - 1;
    }
  return statements;
}

static const Statement *
choose_before (GArray *statements, const List *list)
{
  const Statement *nearest = NULL;
  guint n = statements->len, n_seen = 0;

  while (n > 0
         && g_array_index (statements, Statement, n - 1).span.start > list->first->evidence.start)
    n--;
  for (; n > 0 && n_seen < MAX_BACK; n--, n_seen++)
    {
      const Statement *statement = &g_array_index (statements, Statement, n - 1);

      if (statement->span.start < list->after)
        break;
      if (statement->n == g_hash_table_size (list->places))
        return statement;
      if (nearest == NULL)
        nearest = statement;
    }
  return nearest;
}

/* Where the figure after the list's last begins, of whatever it is. */
static guint32
begin_of_next (GPtrArray *observations, const List *list, guint32 end)
{
  for (guint i = list->last + 1; i < observations->len; i++)
    {
      const ChisoObservation *next = observations->pdata[i];

      if (next->evidence.start >= end)
        return next->evidence.start;
    }
  return G_MAXUINT32;
}

/* A list may be summed up: "Đó là tất cả 21 huyện." What goes on to other figures, or names another number,
 * speaks of them. */
static const Statement *
choose_behind (GArray *statements, GPtrArray *observations, const List *list)
{
  guint32 from = ((const ChisoObservation *) observations->pdata[list->last])->evidence.end;
  guint32 until = begin_of_next (observations, list, from);

  for (guint i = 0; i < statements->len; i++)
    {
      const Statement *statement = &g_array_index (statements, Statement, i);

      if (statement->span.start >= until)
        break;
      if (statement->span.start >= from
          && (statement->n == 0 || statement->n == g_hash_table_size (list->places)))
        return statement;
    }
  return NULL;
}

static const Statement *
choose (GArray *statements, GPtrArray *observations, const List *list)
{
  const Statement *before = choose_before (statements, list);
  const Statement *behind;

  if (before != NULL && before->n == g_hash_table_size (list->places))
    return before;
  behind = choose_behind (statements, observations, list);
  return before == NULL || (behind != NULL && behind->n > 0) ? behind : before;
}

/* The lists, and single figures as lists of one; which_list: by observation, its list's number from 1, or 0. */
static GArray *
collect (GPtrArray *observations, guint *which_list)
{
  GArray *lists = g_array_new (FALSE, FALSE, sizeof (List));
  const ChisoObservation *last = NULL;
  guint32 after = 0; /* end of the last figure of another province than last's */

  g_array_set_clear_func (lists, clear_list);
  for (guint i = 0; i < observations->len; i++)
    {
      const ChisoObservation *one = observations->pdata[i];
      List *list;

      if (one->place[0] == 'V')
        continue;
      if (last != NULL && !same_province (last, one))
        after = last->evidence.end;
      last = one;
      if (!is_unit_figure (one))
        continue;
      list = find_list (lists, one, after);
      add_place (list, one->place);
      list->last = i;
      which_list[i] = list - (const List *) lists->data + 1;
    }
  return lists;
}

static void
choose_all (GArray *lists, GArray *statements, GPtrArray *observations)
{
  for (guint i = 0; i < lists->len; i++)
    {
      List *list = &g_array_index (lists, List, i);

      if (list->places != NULL)
        list->said = choose (statements, observations, list);
    }
}

static gboolean
has_several_places (GArray *lists)
{
  for (guint i = 0; i < lists->len; i++)
    if (g_array_index (lists, List, i).places != NULL)
      return TRUE;
  return FALSE;
}

static void
set_listed (ChisoObservation *one, const List *list)
{
  one->listed.beside = TRUE;
  one->listed.n = list->said != NULL ? list->said->n : 0;
  one->listed.said = list->said != NULL ? list->said->span : (ChisoSpan){ 0, 0 };
}

void
chiso_listed_find (GPtrArray *observations, const char *text, GArray *tokens)
{
  g_autofree guint *which_list = NULL;
  g_autoptr (GArray) lists = NULL;
  g_autoptr (GArray) statements = NULL;

  g_return_if_fail (observations != NULL);
  g_return_if_fail (tokens != NULL);

  which_list = g_new0 (guint, observations->len);
  lists = collect (observations, which_list);
  /* Of most reports this is all there is to do. */
  if (!has_several_places (lists))
    return;
  statements = find_statements (
      &(ChisoScan){ (const ChisoToken *) tokens->data, tokens->len, text });
  choose_all (lists, statements, observations);
  for (guint i = 0; i < observations->len; i++)
    {
      const List *list = which_list[i] > 0 ? &g_array_index (lists, List, which_list[i] - 1) : NULL;

      if (list != NULL && list->places != NULL)
        set_listed (observations->pdata[i], list);
    }
}

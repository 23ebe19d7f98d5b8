/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the words that say "all of them" and gives them to the figures behind. Whether there truly
 * are so many units is no matter of the report, and not asked here. */

#include "chiso-listed.h"

#include "chiso-fold.h"

#include <stdlib.h>
#include <string.h>

/* A word without diacritics, a number, "/" or "%"; "." stands for any other mark or line end. */
typedef struct
{
  char key[12]; /* cut off where longer: no word that is looked for is */
  ChisoSpan span;
} Word;

/* "21/21 huyện". */
typedef struct
{
  ChisoSpan span;
  guint n; /* 0: no number */
} Statement;

/* The figures of one list. */
typedef struct
{
  GPtrArray *members; /* of ChisoObservation*, in the order of the text */
  GHashTable *places; /* that they are of; keys are borrowed */
  guint32 after;      /* end of the figure of another province that stands last before the first */
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

/* By its code. */
static gboolean
same_province (const ChisoObservation *a, const ChisoObservation *b)
{
  return strncmp (a->place, b->place, 2) == 0;
}

/* Figures of one list are of one province, indicator and period. */
static gboolean
belong_together (const ChisoObservation *a, const ChisoObservation *b)
{
  return same_province (a, b) && a->boundary == b->boundary
         && chiso_period_equal (&a->period, &b->period) && strcmp (a->indicator, b->indicator) == 0;
}

static List *
find_list (GPtrArray *lists, const ChisoObservation *one)
{
  for (guint i = 0; i < lists->len; i++)
    {
      List *list = lists->pdata[i];

      if (belong_together (list->members->pdata[0], one))
        return list;
    }
  return NULL;
}

static void
free_list (gpointer data)
{
  List *list = data;

  g_ptr_array_unref (list->members);
  g_hash_table_unref (list->places);
  g_free (list);
}

static void
add_word (GArray *words, const char *text, gsize start, gsize end)
{
  g_autofree char *piece = g_strndup (text + start, end - start);
  g_autofree char *key = chiso_fold_search (piece);
  Word word = { .span = { start, end } };

  g_strlcpy (word.key, key, sizeof word.key);
  g_array_append_val (words, word);
}

static void
add_mark (GArray *words, gunichar c, gsize start)
{
  Word word = { .key = ".", .span = { start, start + 1 } };

  if (c == '/' || c == '%')
    word.key[0] = (char) c;
  g_array_append_val (words, word);
}

/* Letters and digits are words of their own, so that "100%" and "21/21" come apart. */
static GArray *
split (const char *text, gsize length)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  gsize start = 0;

  for (gsize i = 0; i < length;)
    {
      gunichar c = g_utf8_get_char (text + i);
      gsize next = i + g_utf8_skip[(guchar) text[i]];

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          i = next;
          continue;
        }
      if (i > start)
        add_word (words, text, start, i);
      if (!g_unichar_isspace (c) || c == '\n')
        add_mark (words, c, i);
      start = i = next;
    }
  if (length > start)
    add_word (words, text, start, length);
  return words;
}

static gboolean
is_at (GArray *words, guint i, const char *key)
{
  return i < words->len && strcmp (g_array_index (words, Word, i).key, key) == 0;
}

/* Steps over the word where it is there. */
static gboolean
take (GArray *words, guint *i, const char *key)
{
  if (!is_at (words, *i, key))
    return FALSE;
  (*i)++;
  return TRUE;
}

/* Takes all of them or none. */
static gboolean
take_both (GArray *words, guint *i, const char *first, const char *second)
{
  if (!is_at (words, *i, first) || !is_at (words, *i + 1, second))
    return FALSE;
  *i += 2;
  return TRUE;
}

static gboolean
take_number (GArray *words, guint *i, guint *n)
{
  const char *key = *i < words->len ? g_array_index (words, Word, *i).key : "";

  if (*key == '\0' || strlen (key) > 3 || strspn (key, "0123456789") != strlen (key))
    return FALSE;
  *n = (guint) atoi (key);
  (*i)++;
  return *n > 0;
}

/* "huyện", "thị xã", "đơn vị hành chính cấp xã", "địa phương". */
static gboolean
take_unit (GArray *words, guint *i)
{
  static const char *const kinds[] = { "huyen", "quan", "xa", "phuong" };
  gboolean place = take_both (words, i, "dia", "phuong");
  gboolean body = !place && take_both (words, i, "don", "vi");

  if (body)
    take_both (words, i, "hanh", "chinh");
  if (take_both (words, i, "cap", "huyen") || take_both (words, i, "cap", "xa") || place)
    return TRUE;
  if (body)
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    if (take (words, i, kinds[k]))
      return TRUE;
  return take_both (words, i, "thi", "xa") || take_both (words, i, "thi", "tran")
         || take_both (words, i, "thanh", "pho");
}

/* "21/21 huyện", or "21 huyện" where all is said before. */
static gboolean
take_count (GArray *words, guint *i, gboolean all, guint *n)
{
  guint whole;

  if (!take_number (words, i, n))
    return FALSE;
  if (take (words, i, "/"))
    return take_number (words, i, &whole) && whole == *n && take_unit (words, i);
  return all && take_unit (words, i);
}

/* What begins at word i; FALSE if nothing does. */
static gboolean
read_statement (GArray *words, guint at, Statement *statement)
{
  guint i = at;
  gboolean all = take_both (words, &i, "tat", "ca") || take_both (words, &i, "toan", "bo");
  gboolean whole = !all && take (words, &i, "ca");
  guint n = 0;

  if (!all && !whole && is_at (words, i, "100") && is_at (words, i + 1, "%"))
    {
      i += 2;
      take (words, &i, "so");
      all = take (words, &i, "cac") || TRUE;
      if (!take_unit (words, &i))
        return FALSE;
    }
  else if (all && take (words, &i, "cac"))
    {
      guint behind = i;

      if (!take_count (words, &i, TRUE, &n))
        {
          i = behind;
          n = 0;
          if (!take_unit (words, &i))
            return FALSE;
        }
    }
  else if (!take_count (words, &i, all || whole, &n))
    return FALSE;
  statement->n = n;
  statement->span = (ChisoSpan){ g_array_index (words, Word, at).span.start,
                                 g_array_index (words, Word, i - 1).span.end };
  return TRUE;
}

/* Bytes behind the beginning of a statement that its words can take. */
#define MAX_STATEMENT 96

static gboolean
begins_word (const char *text, gsize at)
{
  const char *before = at > 0 ? g_utf8_find_prev_char (text, text + at) : NULL;
  gunichar c = before != NULL ? g_utf8_get_char (before) : ' ';

  return !g_unichar_isalnum (c) && !g_unichar_ismark (c);
}

/* The number at *at, past blanks behind it; 0 for none, or a long one. */
static guint
number_at (const char *text, gsize length, gsize *at)
{
  gsize end = *at;
  guint n = 0;

  while (end < length && g_ascii_isdigit (text[end]) && end - *at < 4)
    n = n * 10 + (guint) (text[end++] - '0');
  if (end - *at > 3)
    n = 0;
  while (end < length && text[end] == ' ')
    end++;
  *at = end;
  return n;
}

/* "21/21", "100%" */
static gboolean
is_whole_number (const char *text, gsize length, gsize at)
{
  guint n = number_at (text, length, &at);

  if (n == 0 || at >= length)
    return FALSE;
  if (text[at] == '%')
    return n == 100;
  if (text[at] != '/')
    return FALSE;
  at++;
  while (at < length && text[at] == ' ')
    at++;
  return number_at (text, length, &at) == n;
}

/* As the words that say all of them do; the rest of the text is passed over at once. */
static gboolean
may_begin (const char *text, gsize length, gsize at)
{
  static const char *const leads[] = { "tất c", "Tất c", "TẤT C", "toàn b", "Toàn b", "TOÀN B" };
  static const char *const wholes[] = { "cả ", "Cả ", "CẢ " };
  guchar second = at + 1 < length ? (guchar) text[at + 1] : 0;

  /* Most words with these letters go on with another. */
  if (g_ascii_isalpha (text[at]) && second != 0xe1 && second != 'o' && second != 'O')
    return FALSE;
  switch (text[at])
    {
    case 't':
    case 'T':
      for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
        if (strncmp (text + at, leads[i], MIN (strlen (leads[i]), length - at)) == 0)
          return TRUE;
      return FALSE;
    case 'c':
    case 'C':
      for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
        if (at + strlen (wholes[i]) < length
            && strncmp (text + at, wholes[i], strlen (wholes[i])) == 0)
          return g_ascii_isdigit (text[at + strlen (wholes[i])]);
      return FALSE;
    default:
      return g_ascii_isdigit (text[at]) && is_whole_number (text, length, at);
    }
}

static GArray *
find_statements (const char *text, gsize length)
{
  GArray *statements = g_array_new (FALSE, FALSE, sizeof (Statement));

  for (gsize at = 0; at < length; at++)
    {
      g_autoptr (GArray) words = NULL;
      Statement statement;

      if (!may_begin (text, length, at) || !begins_word (text, at))
        continue;
      words = split (text + at, MIN (length - at, MAX_STATEMENT));
      if (!read_statement (words, 0, &statement))
        continue;
      statement.span.start += at;
      statement.span.end += at;
      g_array_append_val (statements, statement);
      at = statement.span.end - 1;
    }
  return statements;
}

static const Statement *
choose (GArray *statements, const List *list)
{
  const ChisoObservation *first = g_ptr_array_index (list->members, 0);
  const Statement *nearest = NULL;
  guint n = statements->len, n_seen = 0;

  while (n > 0 && g_array_index (statements, Statement, n - 1).span.start > first->evidence.start)
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

/* The lists, and single figures as lists of one, of the order of the text. */
static GPtrArray *
collect (GPtrArray *observations)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (free_list);
  const ChisoObservation *last = NULL;
  guint32 after = 0; /* end of the last figure of another province than last's */

  for (guint i = 0; i < observations->len; i++)
    {
      ChisoObservation *one = observations->pdata[i];
      List *list;

      if (strcmp (one->place, "VN") == 0)
        continue;
      if (last != NULL && !same_province (last, one))
        after = last->evidence.end;
      last = one;
      if (!is_unit_figure (one))
        continue;
      list = find_list (lists, one);
      if (list == NULL)
        {
          list = g_new0 (List, 1);
          list->members = g_ptr_array_new ();
          list->places = g_hash_table_new (g_str_hash, g_str_equal);
          list->after = after;
          g_ptr_array_add (lists, list);
        }
      g_ptr_array_add (list->members, one);
      g_hash_table_add (list->places, (gpointer) one->place);
    }
  return lists;
}

static void
set_listed (const List *list, const Statement *statement)
{
  for (guint i = 0; i < list->members->len; i++)
    {
      ChisoObservation *one = list->members->pdata[i];

      one->listed.beside = TRUE;
      one->listed.n = statement != NULL ? statement->n : 0;
      one->listed.said = statement != NULL ? statement->span : (ChisoSpan){ 0, 0 };
    }
}

void
chiso_listed_find (GPtrArray *observations, const char *text, gsize length)
{
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GArray) statements = NULL;
  guint n_units = 0;

  g_return_if_fail (observations != NULL);
  g_return_if_fail (text != NULL || length == 0);

  for (guint i = 0; i < observations->len; i++)
    n_units += is_unit_figure (observations->pdata[i]);
  /* Of most reports this is all there is to do. */
  if (n_units < 2)
    return;
  lists = collect (observations);
  for (guint i = 0; i < lists->len; i++)
    {
      const List *list = lists->pdata[i];

      if (g_hash_table_size (list->places) < 2)
        continue;
      if (statements == NULL)
        statements = find_statements (text, length);
      set_listed (list, choose (statements, list));
    }
}

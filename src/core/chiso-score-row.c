/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and folds rows for the score. The foldings are those of the score's definition: what they
 * make equal counts as equal, so a change here changes every number that was ever reported. */

#include "chiso-score-row.h"

#include "chiso-fold.h"
#include "chiso-table.h"

#include <math.h>
#include <string.h>

#define RELATIVE_TOLERANCE 0.005
#define ABSOLUTE_TOLERANCE 1e-9

static const char *const needed_columns[] = { "indicator", "place", "period",
                                              "measure",   "value", "base" };
static const char *const gold_columns[] = { "numerator", "denominator", "qualifier", "evidence" };

void
chiso_score_row_free (ChisoScoreRow *row)
{
  g_free (row->indicator);
  g_free (row->place);
  g_free (row->place_key);
  g_free (row->measure);
  g_free (row->value_text);
  g_free (row->qualifier);
  g_free (row->period);
  g_free (row->base);
  g_strfreev (row->spans);
  g_strfreev (row->base_spans);
  g_free (row->evidence);
  g_free (row);
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* Appends a separator and takes back the space before it: "Bà Rịa - Vũng Tàu" is "bà rịa-vũng
 * tàu". */
static void
append_separator (GString *key, char separator)
{
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  g_string_append_c (key, separator);
}

/* Words are folded one by one; spaces run together, and stand neither at the ends nor beside a
 * dash or a slash. */
static char *
fold_place (const char *place)
{
  g_autofree char *text = g_utf8_normalize (place, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) word = g_string_new (NULL);
  GString *key = g_string_new (NULL);
  gboolean tight = TRUE; /* a space here would be dropped */

  for (const char *p = text; p != NULL && *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *end = p;

      while (g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > p)
        {
          chiso_fold_word (p, end - p, word);
          g_string_append_len (key, word->str, word->len);
          p = end;
          tight = FALSE;
          continue;
        }
      if (is_dash (c) || c == '/')
        append_separator (key, c == '/' ? '/' : '-');
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (key, g_unichar_tolower (c));
      else if (!tight)
        g_string_append_c (key, ' ');
      tight = is_dash (c) || c == '/' || g_unichar_isspace (c);
      p = g_utf8_next_char (p);
    }
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

/* Reads "2023", "2023-06" or "2023-06-30", whole; parts that are missing stay 0. */
static gboolean
read_date (const char *text, int *year, int *month, int *day)
{
  static const gsize part_lengths[] = { 4, 2, 2 };
  int *parts[] = { year, month, day };

  *year = *month = *day = 0;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (i > 0 && *text == '\0')
        break;
      if (i > 0 && *text++ != '-')
        return FALSE;
      for (gsize digit = 0; digit < part_lengths[i]; digit++, text++)
        {
          if (!g_ascii_isdigit (*text))
            return FALSE;
          *parts[i] = *parts[i] * 10 + (*text - '0');
        }
    }
  return *text == '\0' && *month <= 12;
}

/* One end of a span as text, the first or the last day that the date covers; ".." stays open. */
static char *
read_end (const char *text, gboolean last, gboolean may_be_open)
{
  int year, month, day;

  if (may_be_open && (*text == '\0' || strcmp (text, "..") == 0))
    return g_strdup ("..");
  if (!read_date (text, &year, &month, &day))
    return NULL;
  if (month == 0)
    month = last ? 12 : 1;
  if (last && year == 0)
    day = 31;
  else if (day == 0)
    day = last ? g_date_get_days_in_month (month, year) : 1;
  return g_strdup_printf ("%d-%d-%d", year, month, day);
}

/* One EDTF reading as "first day/last day"; what is none is compared as it is written. */
static char *
fold_span (const char *reading)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  char *slash;

  for (; *reading != '\0'; reading++)
    if (strchr ("~?%", *reading) == NULL && !g_ascii_isspace (*reading))
      g_string_append_c (text, *reading);
  slash = strchr (text->str, '/');
  if (slash != NULL)
    {
      g_autofree char *start = g_strndup (text->str, slash - text->str);

      first = read_end (start, FALSE, TRUE);
      last = read_end (slash + 1, TRUE, TRUE);
    }
  else
    {
      first = read_end (text->str, FALSE, FALSE);
      last = read_end (text->str, TRUE, FALSE);
    }
  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s/%s", first, last);
  return g_strdup_printf ("raw %s", text->str);
}

/* all: every reading, else the first. An empty cell agrees with an empty cell only. */
static char **
fold_spans (const char *readings, gboolean all)
{
  g_auto (GStrv) parts = g_strsplit (readings, "|", -1);
  guint n = all ? g_strv_length (parts) : MIN (1, g_strv_length (parts));
  char **spans;

  if (n == 0)
    return g_strsplit ("none", "|", -1);
  spans = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    spans[i] = fold_span (parts[i]);
  return spans;
}

static double
read_number (const char *cell)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));
  char *end;
  double value = g_ascii_strtod (text, &end);

  return end > text && *end == '\0' ? value : NAN;
}

static ChisoScoreRow *
read_row (const ChisoTable *table, guint i, gboolean gold)
{
  ChisoScoreRow *row = g_new0 (ChisoScoreRow, 1);
#define CELL(name) chiso_table_cell (table, i, chiso_table_column (table, name))

  row->indicator = g_strstrip (g_strdup (CELL ("indicator")));
  row->place = g_strdup (CELL ("place"));
  row->place_key = fold_place (row->place);
  row->measure = g_ascii_strdown (CELL ("measure"), -1);
  g_strstrip (row->measure);
  row->value_text = g_strdup (CELL ("value"));
  row->value = read_number (row->value_text);
  row->numerator = read_number (CELL ("numerator"));
  row->denominator = read_number (CELL ("denominator"));
  row->qualifier = g_strdup (CELL ("qualifier"));
  row->period = g_strdup (CELL ("period"));
  row->base = g_strdup (CELL ("base"));
  row->spans = fold_spans (row->period, gold);
  row->base_spans = fold_spans (row->base, gold);
  row->evidence = g_strdup (CELL ("evidence"));
#undef CELL
  return row;
}

static gboolean
has_columns (const ChisoTable *table, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    if (chiso_table_column (table, names[i]) < 0)
      return FALSE;
  return TRUE;
}

GPtrArray *
chiso_score_rows_read (GBytes *tsv, gboolean gold)
{
  g_autoptr (ChisoTable) table = chiso_table_new (tsv);
  GPtrArray *rows;

  if (!has_columns (table, needed_columns, G_N_ELEMENTS (needed_columns))
      || (gold && !has_columns (table, gold_columns, G_N_ELEMENTS (gold_columns))))
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_score_row_free);
  for (guint i = 0; i < chiso_table_n_rows (table); i++)
    {
      ChisoScoreRow *row = read_row (table, i, gold);

      if (*row->indicator != '\0')
        g_ptr_array_add (rows, row);
      else
        chiso_score_row_free (row);
    }
  return rows;
}

gboolean
chiso_score_near (double value, double expected)
{
  /* False whenever one of them is NAN. */
  return fabs (value - expected) <= MAX (RELATIVE_TOLERANCE * fabs (expected), ABSOLUTE_TOLERANCE);
}

gboolean
chiso_score_spans_meet (char *const *a, char *const *b)
{
  for (; *a != NULL; a++)
    if (g_strv_contains ((const char *const *) b, *a))
      return TRUE;
  return FALSE;
}

gboolean
chiso_score_row_equal (const ChisoScoreRow *a, const ChisoScoreRow *b)
{
  return strcmp (a->indicator, b->indicator) == 0 && strcmp (a->place_key, b->place_key) == 0
         && strcmp (a->measure, b->measure) == 0
         && (a->value == b->value || (isnan (a->value) && isnan (b->value)))
         && chiso_score_spans_meet (a->spans, b->spans)
         && (strcmp (a->measure, "level") == 0
             || chiso_score_spans_meet (a->base_spans, b->base_spans));
}

char *
chiso_score_row_show (const ChisoScoreRow *row)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s  %s  %s  %s %s", row->indicator, row->place, row->period,
                          row->measure, row->value_text);
  if (strcmp (row->measure, "level") != 0)
    g_string_append_printf (text, " (base %s)", row->base);
  if (*row->evidence != '\0')
    g_string_append_printf (text, "  «%s»", row->evidence);
  return g_string_free (text, FALSE);
}

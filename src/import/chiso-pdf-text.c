/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows to text, when all pages are there: leaves out what is the page's own, joins the lines of
 * paragraphs and of cells. */

#include "chiso-pdf-page.h"

#include <math.h>
#include <string.h>

/* What a page repeats is one of so many rows within this part of its height, from above or below. */
#define MARGIN_PART 0.2
#define MARGIN_ROWS 2
/* Lines of a paragraph are at most so far apart, in heights of a line. */
#define MAX_LEADING 2.2
/* A line that begins so far (points) right of the one before it begins a paragraph. */
#define INDENT 9.0
/* Lines that begin farther apart than this are not of one column. */
#define COLUMN_SLACK 90.0
/* How many rows above and below show how wide a column is. */
#define COLUMN_REACH 100

/* --- what is the page's own --------------------------------------------------------------------- */

/* Whether row i is one of its page's outermost. */
static gboolean
in_margin (const ChisoPages *self, guint i)
{
  const ChisoRow *row = chiso_pages_row (self, i);
  double height = g_array_index (self->heights, double, row->page);

  if (row->y2 < height * MARGIN_PART)
    return i < MARGIN_ROWS || chiso_pages_row (self, i - MARGIN_ROWS)->page != row->page;
  return row->y1 > height * (1 - MARGIN_PART)
         && (i + MARGIN_ROWS >= self->rows->len
             || chiso_pages_row (self, i + MARGIN_ROWS)->page != row->page);
}

/* The row's text with every number as one "#", so that "Trang 2/10" and "Trang 3/10" are equal. */
static char *
row_pattern (const ChisoRow *row)
{
  GString *pattern = g_string_new (NULL);

  for (guint i = 0; i < row->runs->len; i++)
    for (const char *p = chiso_row_run (row, i)->text; *p != '\0'; p++)
      if (!g_ascii_isdigit (*p))
        g_string_append_c (pattern, *p);
      else if (pattern->len == 0 || pattern->str[pattern->len - 1] != '#')
        g_string_append_c (pattern, '#');
  return g_string_free (pattern, FALSE);
}

/* "3", "- 3 -", "Trang 3/10". */
static gboolean
is_page_number (const char *pattern)
{
  const char *p = pattern;

  if (g_str_has_prefix (p, "Trang") || g_str_has_prefix (p, "trang"))
    p += 5;
  for (; *p != '\0'; p++)
    if (strchr ("# -/|[]()", *p) == NULL && !g_str_has_prefix (p, "\xe2\x80\x93"))
      return FALSE;
    else if ((guint8) *p == 0xe2)
      p += 2;
  return strchr (pattern, '#') != NULL;
}

/* How many pages have each pattern in a margin. */
static GHashTable *
count_patterns (const ChisoPages *self)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (in_margin (self, i))
      {
        char *pattern = row_pattern (chiso_pages_row (self, i));
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pattern));

        g_hash_table_replace (counts, pattern, GUINT_TO_POINTER (n + 1));
      }
  return counts;
}

/* Only what is outermost on its page: a body's line that happens to be repeated stays. */
static void
drop_running_rows (ChisoPages *self)
{
  g_autoptr (GHashTable) counts = count_patterns (self);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_row_free);
  g_autoptr (GPtrArray) dropped = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_row_free);
  guint needed = MAX (2, (self->heights->len + 1) / 2);

  g_ptr_array_set_free_func (self->rows, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      ChisoRow *row = chiso_pages_row (self, i);
      g_autofree char *pattern = row_pattern (row);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pattern));

      g_ptr_array_add (
          in_margin (self, i) && (n >= needed || is_page_number (pattern)) ? dropped : kept, row);
    }
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&kept);
}

/* --- paragraphs --------------------------------------------------------------------------------- */

static gboolean
begins_small (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

/* "- ", "+ ", "• ", "1. ", "a) ", "II. " */
static gboolean
begins_item (const char *text)
{
  gsize n = strcspn (text, " ");

  if (n == 0 || text[n] == '\0')
    return FALSE;
  if (n <= 3 && !g_ascii_isalnum (text[0]) && strchr ("\"(", text[0]) == NULL
      && !g_unichar_isalpha (g_utf8_get_char (text)) && !g_str_has_prefix (text, "“"))
    return TRUE;
  return n <= 6 && (text[n - 1] == '.' || text[n - 1] == ')') && g_ascii_isalnum (text[0])
         && (text[n - 1] == ')' || g_ascii_isdigit (text[0]) || g_ascii_isupper (text[0]));
}

/* From where to where the lines run among which a line stands. */
typedef struct
{
  double left, right;
} Column;

static void
widen (Column *column, const ChisoRow *row, const ChisoRow *other)
{
  if (other->runs->len != 1 || other->x1 > row->x2 || other->x2 < row->x1
      || fabs (other->x1 - row->x1) > COLUMN_SLACK)
    return;
  column->left = MIN (column->left, other->x1);
  column->right = MAX (column->right, other->x2);
}

/* Looks at the rows around row i on its page. */
static Column
column_of (const ChisoPages *self, guint i)
{
  const ChisoRow *row = chiso_pages_row (self, i);
  Column column = { row->x1, row->x2 };

  for (guint k = i;
       k > 0 && i - k < COLUMN_REACH && chiso_pages_row (self, k - 1)->page == row->page; k--)
    widen (&column, row, chiso_pages_row (self, k - 1));
  for (guint k = i + 1;
       k < self->rows->len && k - i < COLUMN_REACH && chiso_pages_row (self, k)->page == row->page;
       k++)
    widen (&column, row, chiso_pages_row (self, k));
  return column;
}

/* Whether a line of that indent can follow: below an item's text or at its dash, below the indent
 * of a first line, or straight below. */
static gboolean
is_in_place (const ChisoRow *a, const ChisoRow *b, gboolean first, const Column *column)
{
  double shift = b->x1 - a->x1;

  if (b->page != a->page && fabs (shift) > INDENT)
    return first && b->x1 < column->left + INDENT;
  if (!first)
    return fabs (shift) < INDENT;
  if (begins_item (chiso_row_run (a, 0)->text))
    return shift > -COLUMN_SLACK && shift < COLUMN_SLACK;
  if (a->x1 > column->left + INDENT)
    return b->x1 < column->left + INDENT / 2;
  return fabs (shift) < INDENT;
}

/* Whether b goes on with what a began; first: a is the first line of its paragraph. */
static gboolean
continues (const ChisoRow *a, const ChisoRow *b, gboolean first, const Column *column)
{
  const ChisoRun *run = chiso_row_run (b, 0);
  double height = a->y2 - a->y1;
  double word = g_array_index (run->words, ChisoPlacedWord, 0).x2 - run->x1;
  gboolean near;

  if (a->runs->len != 1 || b->runs->len != 1 || begins_item (run->text))
    return FALSE;
  near = a->page != b->page || fabs (b->y1 - a->y1) < MAX_LEADING * height;
  if (near && begins_small (run->text))
    return TRUE;
  /* A line was full when the next one's first word did not fit into it. */
  return near && a->x2 + word + height * 0.15 > column->right && is_in_place (a, b, first, column)
         && fabs ((b->y2 - b->y1) - height) < 0.2 * height;
}

/* A line end inside a word, "mô hì-" and "nh", goes; one behind a word's own hyphen keeps it. */
static void
join_line (GString *paragraph, const char *next)
{
  gboolean hyphen = paragraph->len > 1 && paragraph->str[paragraph->len - 1] == '-'
                    && paragraph->str[paragraph->len - 2] != ' ';

  if (g_str_has_suffix (paragraph->str, "\u00AD"))
    g_string_truncate (paragraph, paragraph->len - 2);
  else if (hyphen && begins_small (next))
    g_string_truncate (paragraph, paragraph->len - 1);
  else if (!hyphen)
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, next);
}

static void
write_table_row (const ChisoRow *row, GPtrArray *cells, ChisoLines *lines)
{
  for (guint i = 0; i < row->runs->len; i++)
    {
      if (i > 0)
        chiso_lines_cell (lines);
      chiso_lines_text (lines, ((GString *) cells->pdata[i])->str, -1);
    }
  chiso_lines_end (lines, CHISO_LINE_ROW);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

/* Whether row i + 1 is nearer to the row above it than the one below is to it, as a second line of a
 * cell is. */
static gboolean
hangs_on (const ChisoPages *self, const ChisoRow *above, guint i)
{
  const ChisoRow *row = chiso_pages_row (self, i + 1);
  const ChisoRow *next = i + 2 < self->rows->len ? chiso_pages_row (self, i + 2) : NULL;
  double gap = row->y1 - above->y2;

  return next != NULL && next->page == row->page && next->runs->len > 1
         && gap < 0.25 * (above->y2 - above->y1) && next->y1 - row->y2 > gap + 2;
}

/* The cell of a row that the lone run in row i + 1 goes on with: it stands under the cell and begins
 * small or hangs on to it. -1 for none. */
static int
continued_cell (const ChisoPages *self, const ChisoRow *row, guint i)
{
  const ChisoRow *below = chiso_pages_row (self, i + 1);
  const ChisoRun *run = chiso_row_run (below, 0);

  if (below->runs->len != 1 || row->page != below->page
      || below->y1 - row->y1 > MAX_LEADING * (row->y2 - row->y1)
      || (!begins_small (run->text) && !hangs_on (self, row, i)))
    return -1;
  for (guint k = 0; k < row->runs->len; k++)
    if (run->x1 < chiso_row_run (row, k)->x2 && run->x2 > chiso_row_run (row, k)->x1)
      return (int) k;
  return -1;
}

/* Writes the table's row at *i and steps over the lines that its cells take below it. */
static void
write_row (const ChisoPages *self, guint *i, ChisoLines *lines)
{
  const ChisoRow *row = chiso_pages_row (self, *i);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (free_string);
  ChisoRow bottom = *row;
  int cell;

  for (guint k = 0; k < row->runs->len; k++)
    g_ptr_array_add (cells, g_string_new (chiso_row_run (row, k)->text));
  while (*i + 1 < self->rows->len && (cell = continued_cell (self, &bottom, *i)) >= 0)
    {
      const ChisoRow *below = chiso_pages_row (self, ++*i);

      join_line (cells->pdata[cell], chiso_row_run (below, 0)->text);
      bottom.y1 = below->y1;
      bottom.y2 = below->y2;
    }
  write_table_row (row, cells, lines);
}

/* The bytes of the bullet that a line begins with, its space included; 0 for none. */
static gsize
bullet_bytes (const char *text)
{
  static const char *const bullets[] = { "- ", "– ", "• ", "* ", " ", "▪ ", "◦ ", "● " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return strlen (bullets[i]);
  return 0;
}

static void
write_paragraph (const ChisoPages *self, guint *i, ChisoLines *lines)
{
  g_autoptr (GString)
      paragraph = g_string_new (chiso_row_run (chiso_pages_row (self, *i), 0)->text);
  gsize bullet = bullet_bytes (paragraph->str);
  Column column = column_of (self, *i);
  gboolean first = TRUE;

  while (*i + 1 < self->rows->len
         && continues (chiso_pages_row (self, *i), chiso_pages_row (self, *i + 1), first, &column))
    {
      guint page = chiso_pages_row (self, *i)->page;

      ++*i;
      join_line (paragraph, chiso_row_run (chiso_pages_row (self, *i), 0)->text);
      if (chiso_pages_row (self, *i)->page != page)
        column = column_of (self, *i);
      first = FALSE;
    }
  chiso_lines_text (lines, paragraph->str + bullet, paragraph->len - bullet);
  chiso_lines_end (lines, bullet > 0 ? CHISO_LINE_ITEM : CHISO_LINE_PARAGRAPH);
}

void
chiso_pages_write (ChisoPages *self, ChisoLines *lines)
{
  drop_running_rows (self);
  for (guint i = 0; i < self->rows->len && !chiso_lines_is_full (lines); i++)
    if (chiso_pages_row (self, i)->runs->len > 1)
      write_row (self, &i, lines);
    else
      write_paragraph (self, &i, lines);
}

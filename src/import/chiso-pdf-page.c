/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. Rows are made a page at a time; what is the page's own is found and paragraphs
 * are joined when all pages are there. */

#include "chiso-pdf-page.h"

#include <math.h>
#include <string.h>

/* Two columns of prose: at least so many rows are parted by the same gap, with so long text on both
 * sides on average. Cells of tables are shorter. */
#define COLUMN_ROWS 8
#define COLUMN_BYTES 45
/* Cells of one column begin so near to each other (points), behind a gap of so many heights. */
#define SAME_PLACE 3.0
#define CELL_SPACE 0.12
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
/* No table that people print has more columns; bounds what parting cells costs. */
#define MAX_CELLS 40

ChisoRun *
chiso_run_new (void)
{
  ChisoRun *run = g_new0 (ChisoRun, 1);

  run->words = g_array_new (FALSE, TRUE, sizeof (ChisoPlacedWord));
  return run;
}

void
chiso_run_free (ChisoRun *run)
{
  g_array_unref (run->words);
  g_free (run->text);
  g_free (run);
}

static ChisoRow *
row_new (guint page)
{
  ChisoRow *row = g_new0 (ChisoRow, 1);

  row->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_run_free);
  row->page = page;
  return row;
}

static void
row_free (ChisoRow *row)
{
  g_ptr_array_unref (row->runs);
  g_free (row);
}

ChisoPages *
chiso_pages_new (void)
{
  ChisoPages *self = g_new0 (ChisoPages, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
chiso_pages_free (ChisoPages *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->heights);
  g_free (self);
}

static const ChisoRun *
run_at (const ChisoRow *row, guint i)
{
  return g_ptr_array_index (row->runs, i);
}

static ChisoRow *
row_at (const ChisoPages *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

/* --- rows of one page --------------------------------------------------------------------------- */

static void
row_take (ChisoRow *row, ChisoRun *run)
{
  if (row->runs->len == 0)
    {
      row->x1 = run->x1;
      row->y1 = run->y1;
      row->x2 = run->x2;
      row->y2 = run->y2;
    }
  row->x1 = MIN (row->x1, run->x1);
  row->x2 = MAX (row->x2, run->x2);
  g_ptr_array_add (row->runs, run);
}

/* Whether two lie in one line: by the larger part of the smaller height. */
static gboolean
overlaps (const ChisoRow *row, const ChisoRun *run)
{
  double shared = MIN (row->y2, run->y2) - MAX (row->y1, run->y1);
  double smaller = MIN (row->y2 - row->y1, run->y2 - run->y1);

  return shared > 0.5 * smaller;
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const ChisoRun *one = *(ChisoRun *const *) a, *other = *(ChisoRun *const *) b;
  double middle = one->y1 + one->y2 - other->y1 - other->y2;

  return middle < 0 ? -1 : middle > 0;
}

static int
compare_lefts (gconstpointer a, gconstpointer b)
{
  double left = (*(ChisoRun *const *) a)->x1 - (*(ChisoRun *const *) b)->x1;

  return left < 0 ? -1 : left > 0;
}

static GPtrArray *
make_rows (GPtrArray *runs, guint page)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (runs, NULL, NULL);
  ChisoRow *row = NULL;

  g_ptr_array_sort (sorted, compare_tops);
  for (guint i = 0; i < sorted->len; i++)
    {
      if (row == NULL || !overlaps (row, sorted->pdata[i]))
        {
          row = row_new (page);
          g_ptr_array_add (rows, row);
        }
      row_take (row, sorted->pdata[i]);
    }
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_sort (((ChisoRow *) rows->pdata[i])->runs, compare_lefts);
  return rows;
}

/* The word of a run, behind its first, with which a cell begins that stands at x; 0 for none. */
static guint
word_at (const ChisoRun *run, double x)
{
  double least = CELL_SPACE * (run->y2 - run->y1);

  for (guint i = 1; i < run->words->len; i++)
    {
      const ChisoPlacedWord *word = &g_array_index (run->words, ChisoPlacedWord, i);

      if (fabs (word->x1 - x) < SAME_PLACE && word->x1 - word[-1].x2 > least)
        return i;
    }
  return 0;
}

/* Parts a run before its word i; gives the second part. */
static ChisoRun *
split_run (ChisoRun *run, guint i)
{
  ChisoRun *rest = chiso_run_new ();
  gsize offset = g_array_index (run->words, ChisoPlacedWord, i).offset;

  rest->text = g_strdup (run->text + offset);
  for (guint k = i; k < run->words->len; k++)
    {
      ChisoPlacedWord word = g_array_index (run->words, ChisoPlacedWord, k);

      word.offset -= offset;
      g_array_append_val (rest->words, word);
    }
  rest->x1 = g_array_index (rest->words, ChisoPlacedWord, 0).x1;
  rest->x2 = run->x2;
  rest->y1 = run->y1;
  rest->y2 = run->y2;

  g_array_set_size (run->words, i);
  run->x2 = g_array_index (run->words, ChisoPlacedWord, i - 1).x2;
  run->text[offset - 1] = '\0';
  return rest;
}

/* A cell that is nearly full leaves no wide gap before the next one; that the next one begins there
 * the row above or below shows. */
static void
split_by (ChisoRow *row, const ChisoRow *model)
{
  for (guint m = 1; m < model->runs->len; m++)
    for (guint i = 0; i < row->runs->len; i++)
      {
        ChisoRun *run = g_ptr_array_index (row->runs, i);
        guint word = word_at (run, run_at (model, m)->x1);

        if (word > 0)
          g_ptr_array_insert (row->runs, (int) i + 1, split_run (run, word));
      }
}

/* By the rows up to two above and below, since a cell of the head may take two lines. A lone line of
 * prose may have a word anywhere, so it is left whole. */
static void
split_row (GPtrArray *rows, guint i)
{
  ChisoRow *row = rows->pdata[i];

  for (guint k = i > 2 ? i - 2 : 0; k <= i + 2 && k < rows->len; k++)
    {
      const ChisoRow *model = rows->pdata[k];

      if (row->runs->len > 1 && model->runs->len > row->runs->len && model->runs->len <= MAX_CELLS)
        split_by (row, model);
    }
}

/* Down and up, so that one clear row serves those on both sides of it. */
static void
split_cells (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    split_row (rows, i);
  for (guint i = rows->len; i > 0; i--)
    split_row (rows, i - 1);
}

/* Whether the page is set in two columns of prose: many rows of two long runs with a gap around the
 * page's middle. */
static gboolean
has_columns (const GPtrArray *rows, double width)
{
  guint n = 0, others = 0;
  gsize bytes = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const ChisoRow *row = rows->pdata[i];
      gboolean middle = row->runs->len == 2 && run_at (row, 0)->x2 < width * 0.6
                        && run_at (row, 1)->x1 > width * 0.4;

      if (middle)
        {
          bytes += MIN (strlen (run_at (row, 0)->text), strlen (run_at (row, 1)->text));
          n++;
        }
      else
        others += row->runs->len > 1;
    }
  return n >= COLUMN_ROWS && n > 3 * others && bytes >= n * COLUMN_BYTES;
}

/* Each run a row of its own, in the order of the file, which goes down one column and then the
 * next. */
static void
add_columns (ChisoPages *self, GPtrArray *runs, guint page)
{
  for (guint i = 0; i < runs->len; i++)
    {
      ChisoRow *row = row_new (page);

      row_take (row, runs->pdata[i]);
      g_ptr_array_add (self->rows, row);
    }
}

static void
keep_runs (gpointer data, gpointer user_data)
{
  ChisoRow *row = data;

  g_ptr_array_set_free_func (row->runs, NULL);
}

void
chiso_pages_add (ChisoPages *self, GPtrArray *runs, double width, double height)
{
  guint page = self->heights->len;
  g_autoptr (GPtrArray) rows = make_rows (runs, page);

  g_array_append_val (self->heights, height);
  if (has_columns (rows, width))
    {
      g_ptr_array_foreach (rows, keep_runs, NULL);
      add_columns (self, runs, page);
    }
  else
    {
      split_cells (rows);
      g_ptr_array_extend_and_steal (self->rows, g_steal_pointer (&rows));
    }
}

/* --- what is the page's own --------------------------------------------------------------------- */

/* Whether row i is one of its page's outermost. */
static gboolean
in_margin (const ChisoPages *self, guint i)
{
  const ChisoRow *row = row_at (self, i);
  double height = g_array_index (self->heights, double, row->page);

  if (row->y2 < height * MARGIN_PART)
    return i < MARGIN_ROWS || row_at (self, i - MARGIN_ROWS)->page != row->page;
  return row->y1 > height * (1 - MARGIN_PART)
         && (i + MARGIN_ROWS >= self->rows->len
             || row_at (self, i + MARGIN_ROWS)->page != row->page);
}

/* The row's text with every number as one "#", so that "Trang 2/10" and "Trang 3/10" are equal. */
static char *
row_pattern (const ChisoRow *row)
{
  GString *pattern = g_string_new (NULL);

  for (guint i = 0; i < row->runs->len; i++)
    for (const char *p = run_at (row, i)->text; *p != '\0'; p++)
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
        char *pattern = row_pattern (row_at (self, i));
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
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autoptr (GPtrArray) dropped = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  guint needed = MAX (2, (self->heights->len + 1) / 2);

  g_ptr_array_set_free_func (self->rows, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      ChisoRow *row = row_at (self, i);
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
  const ChisoRow *row = row_at (self, i);
  Column column = { row->x1, row->x2 };

  for (guint k = i; k > 0 && i - k < COLUMN_REACH && row_at (self, k - 1)->page == row->page; k--)
    widen (&column, row, row_at (self, k - 1));
  for (guint k = i + 1;
       k < self->rows->len && k - i < COLUMN_REACH && row_at (self, k)->page == row->page; k++)
    widen (&column, row, row_at (self, k));
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
  if (begins_item (run_at (a, 0)->text))
    return shift > -COLUMN_SLACK && shift < COLUMN_SLACK;
  if (a->x1 > column->left + INDENT)
    return b->x1 < column->left + INDENT / 2;
  return fabs (shift) < INDENT;
}

/* Whether b goes on with what a began; first: a is the first line of its paragraph. */
static gboolean
continues (const ChisoRow *a, const ChisoRow *b, gboolean first, const Column *column)
{
  const ChisoRun *run = run_at (b, 0);
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
  const ChisoRow *row = row_at (self, i + 1);
  const ChisoRow *next = i + 2 < self->rows->len ? row_at (self, i + 2) : NULL;
  double gap = row->y1 - above->y2;

  return next != NULL && next->page == row->page && next->runs->len > 1
         && gap < 0.25 * (above->y2 - above->y1) && next->y1 - row->y2 > gap + 2;
}

/* The cell of a row that the lone run in row i + 1 goes on with: it stands under the cell and begins
 * small or hangs on to it. -1 for none. */
static int
continued_cell (const ChisoPages *self, const ChisoRow *row, guint i)
{
  const ChisoRow *below = row_at (self, i + 1);
  const ChisoRun *run = run_at (below, 0);

  if (below->runs->len != 1 || row->page != below->page
      || below->y1 - row->y1 > MAX_LEADING * (row->y2 - row->y1)
      || (!begins_small (run->text) && !hangs_on (self, row, i)))
    return -1;
  for (guint k = 0; k < row->runs->len; k++)
    if (run->x1 < run_at (row, k)->x2 && run->x2 > run_at (row, k)->x1)
      return (int) k;
  return -1;
}

/* Writes the table's row at *i and steps over the lines that its cells take below it. */
static void
write_row (const ChisoPages *self, guint *i, ChisoLines *lines)
{
  const ChisoRow *row = row_at (self, *i);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (free_string);
  ChisoRow bottom = *row;
  int cell;

  for (guint k = 0; k < row->runs->len; k++)
    g_ptr_array_add (cells, g_string_new (run_at (row, k)->text));
  while (*i + 1 < self->rows->len && (cell = continued_cell (self, &bottom, *i)) >= 0)
    {
      const ChisoRow *below = row_at (self, ++*i);

      join_line (cells->pdata[cell], run_at (below, 0)->text);
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
  g_autoptr (GString) paragraph = g_string_new (run_at (row_at (self, *i), 0)->text);
  gsize bullet = bullet_bytes (paragraph->str);
  Column column = column_of (self, *i);
  gboolean first = TRUE;

  while (*i + 1 < self->rows->len
         && continues (row_at (self, *i), row_at (self, *i + 1), first, &column))
    {
      guint page = row_at (self, *i)->page;

      ++*i;
      join_line (paragraph, run_at (row_at (self, *i), 0)->text);
      if (row_at (self, *i)->page != page)
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
    if (row_at (self, i)->runs->len > 1)
      write_row (self, &i, lines);
    else
      write_paragraph (self, &i, lines);
}

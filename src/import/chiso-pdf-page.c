/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs to rows, a page at a time: what stands in one line, in two columns, in one cell. What the rows
 * say is the other file's (chiso-pdf-text.c). */

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

void
chiso_row_free (ChisoRow *row)
{
  g_ptr_array_unref (row->runs);
  g_free (row);
}

ChisoPages *
chiso_pages_new (void)
{
  ChisoPages *self = g_new0 (ChisoPages, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_row_free);
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
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_row_free);
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
        guint word = word_at (run, chiso_row_run (model, m)->x1);

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
      gboolean middle = row->runs->len == 2 && chiso_row_run (row, 0)->x2 < width * 0.6
                        && chiso_row_run (row, 1)->x1 > width * 0.4;

      if (middle)
        {
          bytes += MIN (strlen (chiso_row_run (row, 0)->text),
                        strlen (chiso_row_run (row, 1)->text));
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

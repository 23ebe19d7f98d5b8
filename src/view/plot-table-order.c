/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts and searches the rows of a table. Must not know widgets or models, and compares no texts that
 * are equal twice: a hundred thousand rows name few places. */

#include "plot-table-order.h"

#include <math.h>
#include <string.h>

#include "plot/plot-window.h"

/* Rows between two looks at whether the answer is still wanted. */
#define STRIDE 1024

PlotTableRows *
plot_table_rows_new (PlotFigure *figure, PlotFold fold)
{
  PlotTableRows *self = g_new0 (PlotTableRows, 1);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (PlotMarkRef));

  g_atomic_ref_count_init (&self->references);
  self->figure = plot_figure_ref (figure);
  self->fold = fold;
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    {
      guint first, end;

      plot_window_marks (figure, s, &first, &end);
      for (guint i = first; i < end; i++)
        g_array_append_vals (marks, &(PlotMarkRef){ s, i }, 1);
    }
  self->n = marks->len;
  self->marks = (PlotMarkRef *) g_array_free (g_steal_pointer (&marks), FALSE);
  return self;
}

PlotTableRows *
plot_table_rows_ref (PlotTableRows *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
plot_table_rows_unref (PlotTableRows *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; self->keys != NULL && i < self->n; i++)
    g_free (self->keys[i]);
  g_free (self->keys);
  g_free (self->marks);
  plot_figure_unref (self->figure);
  g_free (self);
}

PlotTableOrder *
plot_table_order_new (PlotTableRows *rows, const guint32 *all)
{
  PlotTableOrder *self = g_new0 (PlotTableOrder, 1);

  self->rows = plot_table_rows_ref (rows);
  self->column = PLOT_N_COLUMNS;
  self->all = g_new (guint32, rows->n + 1);
  for (guint i = 0; i < rows->n; i++)
    self->all[i] = all != NULL ? all[i] : i;
  return self;
}

void
plot_table_order_free (PlotTableOrder *self)
{
  plot_table_rows_unref (self->rows);
  g_free (self->all);
  g_free (self->shown);
  g_free (self->search);
  g_free (self);
}

/* A text that stands in the column, for the order of its letters. */
typedef struct
{
  char *text, *key; /* of the table of texts */
  double place;     /* in the order of all */
} Text;

static void
text_free (gpointer data)
{
  Text *text = data;

  g_free (text->text);
  g_free (text->key);
  g_free (text);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  const Text *one = *(Text *const *) a, *other = *(Text *const *) b;
  int order = strcmp (one->key, other->key);

  return order != 0 ? order : strcmp (one->text, other->text);
}

/* Each row's number among the texts of the column, NAN for none. */
static gboolean
rank_texts (PlotTableOrder *self, double *keys, GCancellable *cancellable)
{
  PlotTableRows *rows = self->rows;
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, text_free);
  g_autofree Text **of_rows = g_new0 (Text *, rows->n + 1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < rows->n; i++)
    {
      g_autofree char *text = plot_cell_text (rows->figure, rows->marks[i], self->column);

      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (*text == '\0')
        continue;
      of_rows[i] = g_hash_table_lookup (texts, text);
      if (of_rows[i] == NULL)
        {
          of_rows[i] = g_new0 (Text, 1);
          of_rows[i]->key = rows->fold (text);
          of_rows[i]->text = g_steal_pointer (&text);
          g_hash_table_insert (texts, of_rows[i]->text, of_rows[i]);
          g_ptr_array_add (sorted, of_rows[i]);
        }
    }
  g_ptr_array_sort (sorted, compare_texts);
  for (guint i = 0; i < sorted->len; i++)
    ((Text *) sorted->pdata[i])->place = i;
  for (guint i = 0; i < rows->n; i++)
    keys[i] = of_rows[i] != NULL ? of_rows[i]->place : NAN;
  return TRUE;
}

/* Numbers where the column has any for each row that says something. */
static gboolean
take_numbers (PlotTableOrder *self, double *keys)
{
  PlotTableRows *rows = self->rows;

  if (!plot_column_is_number (self->column) && self->column != PLOT_COLUMN_PERIOD)
    return FALSE;
  for (guint i = 0; i < rows->n; i++)
    {
      keys[i] = plot_cell_number (rows->figure, rows->marks[i], self->column);
      if (isnan (keys[i]) && self->column == PLOT_COLUMN_PERIOD)
        {
          g_autofree char *text = plot_cell_text (rows->figure, rows->marks[i], self->column);

          if (*text != '\0')
            return FALSE;
        }
    }
  return TRUE;
}

typedef struct
{
  const double *keys;
  gboolean reversed;
} ByKey;

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const ByKey *by = data;
  double one = by->keys[*(const guint32 *) a], other = by->keys[*(const guint32 *) b];
  int order;

  if (isnan (one) || isnan (other))
    return isnan (one) - isnan (other);
  order = (one > other) - (one < other);
  return by->reversed ? -order : order;
}

static gboolean
sort (PlotTableOrder *self, GCancellable *cancellable)
{
  g_autofree double *keys = g_new (double, self->rows->n + 1);
  ByKey by = { keys, self->reversed };

  if (self->column == PLOT_N_COLUMNS)
    return TRUE;
  if (!take_numbers (self, keys) && !rank_texts (self, keys, cancellable))
    return FALSE;
  /* Stable, so that a second heading sorts within the first. */
  g_qsort_with_data (self->all, (int) self->rows->n, sizeof *self->all, compare_keys, &by);
  return TRUE;
}

/* Without the marks between thousands, "2.904" to "2904", so that a number is one word however it is
 * written and typed. In place. */
static char *
ungroup (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      gboolean mark = (*from == '.' || *from == ',') && from > text && g_ascii_isdigit (from[-1])
                      && g_ascii_isdigit (from[1]) && g_ascii_isdigit (from[2])
                      && g_ascii_isdigit (from[3]) && !g_ascii_isdigit (from[4]);

      if (!mark)
        *to++ = *from;
    }
  *to = '\0';
  return text;
}

/* What a row is found by: all that its cells say. */
static char *
search_key (PlotTableRows *rows, guint row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (guint column = 0; column < PLOT_N_COLUMNS; column++)
    if (rows->used[column])
      {
        g_autofree char *cell = plot_cell_text (rows->figure, rows->marks[row], column);

        g_string_append_printf (text, " %s", cell);
      }
  folded = rows->fold (ungroup (text->str));
  return g_strconcat (" ", folded, NULL);
}

static gboolean
make_keys (PlotTableRows *rows, GCancellable *cancellable)
{
  if (rows->keys == NULL)
    rows->keys = g_new0 (char *, rows->n + 1);
  for (guint i = 0; i < rows->n; i++)
    {
      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (rows->keys[i] == NULL)
        rows->keys[i] = search_key (rows, i);
    }
  return TRUE;
}

/* Each begins a word of it. */
static gboolean
has_all (const char *key, char *const *terms)
{
  for (guint i = 0; terms[i] != NULL; i++)
    if (strstr (key, terms[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* The search's words, each behind a space. */
static char **
split (PlotTableOrder *self)
{
  g_autofree char *search = ungroup (g_strdup (self->search != NULL ? self->search : ""));
  g_autofree char *folded = *search != '\0' ? self->rows->fold (search) : g_strdup ("");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) terms = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *term = g_strconcat (" ", words[i], NULL);

      if (*words[i] != '\0')
        g_strv_builder_add (terms, term);
    }
  return g_strv_builder_end (terms);
}

static void
find_columns (PlotTableRows *rows)
{
  if (rows->columns_known)
    return;
  for (guint column = 0; column < PLOT_N_COLUMNS; column++)
    rows->used[column] = plot_column_is_used (rows->figure, rows->marks, rows->n, column);
  rows->columns_known = TRUE;
}

gboolean
plot_table_order_run (PlotTableOrder *self, GCancellable *cancellable)
{
  PlotTableRows *rows = self->rows;
  g_auto (GStrv) terms = split (self);

  find_columns (rows);
  if (!sort (self, cancellable) || (*terms != NULL && !make_keys (rows, cancellable)))
    return FALSE;
  self->shown = g_new (guint32, rows->n + 1);
  self->n_shown = 0;
  for (guint i = 0; i < rows->n; i++)
    if (*terms == NULL || has_all (rows->keys[self->all[i]], terms))
      self->shown[self->n_shown++] = self->all[i];
  return TRUE;
}

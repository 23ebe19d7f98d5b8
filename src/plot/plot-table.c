/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the table of what is drawn. Must not know files, and takes nothing that no spot stands for. */

#include "plot-table.h"

#include <math.h>
#include <string.h>

#include "plot-arrays.h"
#include "plot-change.h"
#include "plot-json.h"
#include "plot-kind.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

const char *
plot_state_to_string (PlotState state)
{
  static const char *const names[] = {
    [PLOT_STATE_EXACT] = "exact",
    [PLOT_STATE_AT_LEAST] = "at_least",
    [PLOT_STATE_ABOUT] = "about",
    [PLOT_STATE_AT_MOST] = "at_most",
    [PLOT_STATE_NOT_REPORTED] = "not_reported",
    [PLOT_STATE_NOT_APPLICABLE] = "not_applicable",
    [PLOT_STATE_UNREADABLE] = "unreadable",
    [PLOT_STATE_REJECTED] = "rejected",
  };

  return (guint) state < G_N_ELEMENTS (names) ? names[state] : "";
}

void
plot_layout_row (PlotLayout *self, guint i, PlotRow *row)
{
  const PlotSpot *spot;

  g_return_if_fail (i < PLOT_N_SPOTS (self));

  spot = PLOT_SPOT (self, i);
  row->mark = plot_figure_mark (self->figure, spot->series, spot->index);
  row->series = plot_figure_series_name (self->figure, spot->series);
  row->category = plot_figure_mark_category (self->figure, row->mark);
  row->written = plot_figure_format_value (self->figure, row->mark->value);
}

/* Of a mark with several proofs, one text for all: what a cell can hold. */
static char *
join (const PlotFigure *figure, guint64 key, gsize field)
{
  return plot_figure_join_proofs (figure, key, field, " | ", FALSE);
}

/* A place for each proof where there is any, so that it tells of which. */
static char *
join_reviews (const PlotFigure *figure, guint64 key)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < plot_figure_n_proofs (figure, key); i++)
    {
      const char *review = plot_figure_proof (figure, key, i)->review;

      any |= review != NULL;
      g_string_append_printf (out, "%s%s", i > 0 ? " | " : "", review != NULL ? review : "");
    }
  return g_string_free (g_steal_pointer (&out), !any);
}

static void
append_csv (GString *out, const char *cell)
{
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (out, cell);
      return;
    }
  g_string_append_c (out, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *cell);
    }
  g_string_append_c (out, '"');
}

/* A figure's texts hold neither tabs nor line ends. */
static void
append_tsv (GString *out, const char *cell)
{
  g_string_append (out, cell);
}

static void
append_html (GString *out, const char *cell)
{
  g_autofree char *escaped = g_markup_escape_text (cell, -1);

  g_string_append_printf (out, "<td>%s</td>", escaped);
}

typedef struct
{
  const char *begin_line, *between, *end_line;
  void (*append) (GString *out, const char *cell);
} Format;

static const Format formats[] = {
  [PLOT_TABLE_CSV] = { "", ",", "\r\n", append_csv },
  [PLOT_TABLE_TSV] = { "", "\t", "\n", append_tsv },
  [PLOT_TABLE_HTML] = { "<tr>", "", "</tr>\n", append_html },
};

/* The last are those of a chart of two values, the one along x, or of one whose changes are known. */
#define N_COLUMNS 18
#define N_COLUMNS_OF_ONE 13

static gboolean
is_plane (const PlotFigure *figure)
{
  return plot_kind_class (plot_figure_kind (figure))->plane;
}

static guint
n_columns (const PlotFigure *figure)
{
  if (is_plane (figure))
    return N_COLUMNS_OF_ONE + 3;
  return plot_figure_has_changes (figure) ? N_COLUMNS_OF_ONE + 2 : N_COLUMNS_OF_ONE;
}

/* Fills in what stands behind the columns of every chart. */
static void
set_last (const char **cells, const char *const *last)
{
  for (guint i = 0; N_COLUMNS_OF_ONE + i < N_COLUMNS && last[i] != NULL; i++)
    cells[N_COLUMNS_OF_ONE + i] = last[i];
}

static void
append_line (GString *out, const Format *format, const char *const *cells, guint n)
{
  g_string_append (out, format->begin_line);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (out, format->between);
      format->append (out, cells[i] != NULL ? cells[i] : "");
    }
  g_string_append (out, format->end_line);
}

static void
append_row (GString *out, const Format *format, const PlotFigure *figure, guint series,
            const PlotMark *mark)
{
  g_autofree char *value = isfinite (mark->value) ? plot_digits (mark->value) : NULL;
  g_autofree char *written = plot_figure_format_value (figure, mark->value);
  g_autofree char *wordings = join (figure, mark->key, G_STRUCT_OFFSET (PlotProof, wording));
  g_autofree char *sentences = join (figure, mark->key, G_STRUCT_OFFSET (PlotProof, sentence));
  g_autofree char *sources = join (figure, mark->key, G_STRUCT_OFFSET (PlotProof, source));
  g_autofree char *reviews = join_reviews (figure, mark->key);
  g_autofree char *x = isfinite (mark->x) ? plot_digits (mark->x) : NULL;
  g_autofree char *x_written = plot_figure_format_x (figure, mark->x);
  const char *origin = !plot_mark_has_value (mark) ? NULL : mark->computed ? "computed" : "stated";
  const PlotChange *change = plot_figure_change (figure, mark->key);
  const char *cells[N_COLUMNS] = { plot_figure_series_name (figure, series),
                                   plot_figure_mark_category (figure, mark),
                                   mark->place,
                                   mark->period,
                                   value,
                                   written,
                                   plot_state_to_string (mark->state),
                                   origin,
                                   mark->note,
                                   wordings,
                                   sentences,
                                   sources,
                                   reviews };

  if (is_plane (figure))
    set_last (cells, (const char *const[]){ x != NULL ? x : "", x_written,
                                            plot_state_to_string (mark->x_state), NULL });
  else if (change != NULL)
    set_last (cells, (const char *const[]){ change->written,
                                            change->computed ? "computed" : "stated", NULL });
  append_line (out, format, cells, n_columns (figure));
}

static void
append_caption (GString *out, const PlotFigure *figure)
{
  const char *title = plot_figure_title (figure);
  g_autofree char *escaped = g_markup_escape_text (title != NULL ? title : "", -1);

  g_string_append_printf (out, "<table lang=\"%s\">\n<caption>%s</caption>\n",
                          plot_figure_language (figure), escaped);
}

static GString *
begin_table (const PlotFigure *figure, PlotTableFormat format)
{
  static const char *const plane[] = { "x", "x_written", "x_state", NULL };
  static const char *const changes[] = { "change", "change_origin", NULL };
  const char *names[N_COLUMNS] = { "series",   "category", "place",  "period", "value",
                                   "written",  "state",    "origin", "note",   "reported",
                                   "evidence", "source",   "review" };
  GString *out = g_string_new (format == PLOT_TABLE_CSV ? BYTE_ORDER_MARK : NULL);

  set_last (names, is_plane (figure) ? plane : changes);
  if (format == PLOT_TABLE_HTML)
    append_caption (out, figure);
  append_line (out, &formats[format], names, n_columns (figure));
  return out;
}

static char *
end_table (GString *out, PlotTableFormat format)
{
  if (format == PLOT_TABLE_HTML)
    g_string_append (out, "</table>\n");
  return g_string_free (out, FALSE);
}

char *
plot_layout_table (PlotLayout *self, PlotTableFormat format)
{
  GString *out;

  g_return_val_if_fail (self != NULL && format < G_N_ELEMENTS (formats), NULL);

  out = begin_table (self->figure, format);
  for (guint i = 0; i < PLOT_N_SPOTS (self); i++)
    {
      const PlotSpot *spot = PLOT_SPOT (self, i);

      append_row (out, &formats[format], self->figure, spot->series,
                  plot_figure_mark (self->figure, spot->series, spot->index));
    }
  return end_table (out, format);
}

char *
plot_figure_table (const PlotFigure *figure, const PlotMarkRef *marks, guint n,
                   PlotTableFormat format)
{
  GString *out;

  g_return_val_if_fail (figure != NULL && format < G_N_ELEMENTS (formats), NULL);

  out = begin_table (figure, format);
  for (guint i = 0; i < n; i++)
    append_row (out, &formats[format], figure, marks[i].series,
                plot_figure_mark (figure, marks[i].series, marks[i].index));
  return end_table (out, format);
}

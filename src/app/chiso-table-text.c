/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the work of writing many rows. Knows no widget. */

#include "chiso-table-text.h"

#include <string.h>

/* No text takes a longer table, and a spreadsheet takes the other form. */
#define MOST_ROWS_OF_HTML 5000

typedef struct
{
  PlotFigure *figure;
  PlotMarkRef *marks;
  guint n;
  PlotTableFormat format;
} Work;

static Work *
work_new (PlotFigure *figure, PlotMarkRef *marks, guint n, PlotTableFormat format)
{
  Work *work = g_new (Work, 1);

  *work = (Work){ plot_figure_ref (figure), marks, n, format };
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  plot_figure_unref (work->figure);
  g_free (work->marks);
  g_free (work);
}

static GBytes *
write_rows (const Work *work, PlotTableFormat format)
{
  char *text = plot_figure_table (work->figure, work->marks, work->n, format);

  return g_bytes_new_take (text, strlen (text));
}

static void
text_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;

  g_task_return_pointer (task, write_rows (work, work->format), (GDestroyNotify) g_bytes_unref);
}

static void
content_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autofree char *tsv = plot_figure_table (work->figure, work->marks, work->n, PLOT_TABLE_TSV);
  GdkContentProvider *providers[2] = { gdk_content_provider_new_typed (G_TYPE_STRING, tsv) };

  if (work->n <= MOST_ROWS_OF_HTML)
    {
      g_autoptr (GBytes) html = write_rows (work, PLOT_TABLE_HTML);

      providers[1] = providers[0];
      providers[0] = gdk_content_provider_new_for_bytes ("text/html", html);
    }
  g_task_return_pointer (task,
                         providers[1] != NULL
                             ? gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers))
                             : providers[0],
                         g_object_unref);
}

static void
run (Work *work, gpointer source, GAsyncReadyCallback callback, gpointer data,
     GTaskThreadFunc function)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, data);

  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, function);
}

void
chiso_table_text_async (PlotFigure *figure, PlotMarkRef *marks, guint n, PlotTableFormat format,
                        gpointer source, GAsyncReadyCallback callback, gpointer data)
{
  run (work_new (figure, marks, n, format), source, callback, data, text_cb);
}

GBytes *
chiso_table_text_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
chiso_table_content_async (PlotFigure *figure, PlotMarkRef *marks, guint n, gpointer source,
                           GAsyncReadyCallback callback, gpointer data)
{
  run (work_new (figure, marks, n, PLOT_TABLE_TSV), source, callback, data, content_cb);
}

GdkContentProvider *
chiso_table_content_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

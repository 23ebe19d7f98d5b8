/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of files to write and the task that writes them. Figures are immutable by now, so that a
 * thread may draw them. Knows no widget. */

#include "chiso-export-job.h"

#define MAX_NAME_CHARS 80

struct _ChisoExportJob
{
  GArray *targets; /* of PlotExportTarget */
  PlotExportOptions options;
  char *day;
};

static void
job_free (gpointer data)
{
  ChisoExportJob *self = data;

  g_array_unref (self->targets);
  g_free (self->day);
  g_free (self);
}

static void
clear_target (gpointer data)
{
  PlotExportTarget *target = data;

  plot_figure_unref (target->figure);
  g_free ((char *) target->path);
}

ChisoExportJob *
chiso_export_job_new (const PlotExportOptions *options, const char *day)
{
  ChisoExportJob *self = g_new0 (ChisoExportJob, 1);

  self->targets = g_array_new (FALSE, FALSE, sizeof (PlotExportTarget));
  g_array_set_clear_func (self->targets, clear_target);
  self->day = g_strdup (day);
  self->options = *options;
  self->options.created = self->day;
  return self;
}

void
chiso_export_job_add (ChisoExportJob *self, PlotFigure *figure, const char *path)
{
  const PlotExportTarget target = { plot_figure_ref (figure), g_strdup (path) };

  g_array_append_val (self->targets, target);
}

static gboolean
is_taken (const ChisoExportJob *self, const char *path)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (g_str_equal (g_array_index (self->targets, PlotExportTarget, i).path, path))
      return TRUE;
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

void
chiso_export_job_add_into (ChisoExportJob *self, PlotFigure *figure, const char *folder,
                           const char *format)
{
  g_autofree char *stem = chiso_export_file_name (plot_figure_title (figure), NULL);
  g_autofree char *path = NULL;

  for (guint n = 1; path == NULL || is_taken (self, path); n++)
    {
      g_autofree char *name = n == 1 ? g_strconcat (stem, ".", format, NULL)
                                     : g_strdup_printf ("%s %u.%s", stem, n, format);

      g_free (path);
      path = g_build_filename (folder, name, NULL);
    }
  chiso_export_job_add (self, figure, path);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ChisoExportJob *self = data;
  GError *error = NULL;

  if (plot_export_files ((const PlotExportTarget *) self->targets->data, self->targets->len,
                         &self->options, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
chiso_export_job_run (ChisoExportJob *self, gpointer source, GAsyncReadyCallback callback,
                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, data);

  g_task_set_task_data (task, self, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
chiso_export_job_finish (GAsyncResult *result, char **first, guint *n, GError **error)
{
  ChisoExportJob *self = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *n = self->targets->len;
  *first = *n > 0 ? g_strdup (g_array_index (self->targets, PlotExportTarget, 0).path) : NULL;
  return TRUE;
}

/* At most so many letters, up to the end of a word where that leaves half of them. In place. */
static void
cut_at_word (char *text, glong most)
{
  char *end, *space;

  if (g_utf8_strlen (text, -1) <= most)
    return;
  end = g_utf8_offset_to_pointer (text, most);
  space = *end == ' ' ? end : g_strrstr_len (text, end - text, " ");
  *(space != NULL && space - text >= (end - text) / 2 ? space : end) = '\0';
}

char *
chiso_export_file_name (const char *title, const char *format)
{
  g_autofree char *valid = g_utf8_make_valid (title != NULL ? title : "", -1);
  g_autoptr (GString) name = g_string_new (NULL);

  g_strdelimit (valid, "/\\:*?\"<>|\n\t", ' ');
  for (const char *c = g_strstrip (valid); *c != '\0'; c++)
    if (*c != ' ' || c[1] != ' ')
      g_string_append_c (name, *c);
  cut_at_word (name->str, MAX_NAME_CHARS);
  return g_strconcat (*name->str != '\0' ? name->str : "Chỉ Số", format != NULL ? "." : NULL,
                      format, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reporting and reading for benches. */

#include "bench-support.h"

#include "import/chiso-import.h"

#include <math.h>
#include <stdio.h>

static gboolean missed;

void
bench_report (const char *name, double value, const char *unit, gboolean at_least, double bound)
{
  if (isfinite (bound))
    printf ("%-32s %10.2f %-6s %s %.2f\n", name, value, unit, at_least ? ">=" : "<=", bound);
  else
    printf ("%-32s %10.2f %-6s -\n", name, value, unit);
  fflush (stdout);
  missed |= at_least ? value < bound : value > bound;
}

gboolean
bench_missed (void)
{
  return missed;
}

void
bench_keep_least (double *least, double seconds)
{
  *least = MIN (*least, seconds);
}

void
bench_least_of_runs (const char *program, guint n_runs, double *numbers, guint n)
{
  char *arguments[] = { (char *) program, (char *) "steps", NULL };

  for (guint i = 0; i < n; i++)
    numbers[i] = INFINITY;
  for (guint run = 0; run < n_runs; run++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *output = NULL;
      char *at;
      int status;

      if (!g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                         &error)
          || !g_spawn_check_wait_status (status, &error))
        g_error ("%s: %s", program, error->message);
      at = output;
      for (guint i = 0; i < n; i++)
        {
          double number = g_ascii_strtod (at, &at);

          bench_keep_least (&numbers[i], number);
        }
    }
}

GPtrArray *
bench_read_reports (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GPtrArray) files = chiso_import_list (file, NULL, NULL);
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      g_autofree char *name = g_file_get_basename (files->pdata[i]);
      g_autoptr (ChisoDocument) document = NULL;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      document = chiso_import_file (files->pdata[i], NULL, NULL);
      if (document != NULL)
        g_ptr_array_add (texts, g_bytes_new (document->text, document->length));
    }
  return texts;
}

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

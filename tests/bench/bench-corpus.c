/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Extraction over a corpus, against `wc -w` under a UTF-8 locale on the same bytes, in one run on one
 * core: the ratio says how far reading is from merely counting words. Then the same reports, each
 * made different by a line, as files into a library: what reading files, storing and indexing cost
 * beside extraction. That is measured on one core too, and, as people have it, on all of them: there
 * reports are read while those before them are stored. */

#include "bench-support.h"
#include "core/chiso-catalogue-load.h"
#include "core/chiso-store.h"
#include "import/chiso-intake.h"

#include <malloc.h>
#include <math.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>

#define CORPUS_BYTES (30u * 1024 * 1024)
#define N_IMPORTED 10000
#define REPETITIONS 3
#define MAX_TIMES_OF_WC 3.0
#define MAX_GROWTH_MEGABYTES 4.0
#define MIN_SHARE_OF_EXTRACTOR 0.5
#define MAX_IMPORT_MEGABYTES 64.0

/* Gives the cores that there were. */
static cpu_set_t
stay_on_one_core (void)
{
  cpu_set_t before, set;

  sched_getaffinity (0, sizeof before, &before);
  CPU_ZERO (&set);
  CPU_SET (MAX (sched_getcpu (), 0), &set);
  sched_setaffinity (0, sizeof set, &set);
  return before;
}

/* Resident memory in megabytes, without what the allocator only keeps at hand: the threads of six imports leave
 * their arenas half empty. */
static double
resident (void)
{
  g_autofree char *text = NULL;
  gint64 pages = 0;

  malloc_trim (0);
  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    {
      const char *second = strchr (text, ' ');

      pages = second != NULL ? g_ascii_strtoll (second, NULL, 10) : 0;
    }
  return (double) pages * sysconf (_SC_PAGESIZE) / 1e6;
}

static double
seconds_since (gint64 start)
{
  return MAX (g_get_monotonic_time () - start, 1) / 1e6;
}

static void
extract_one (ChisoExtractor *extractor, GBytes *report)
{
  gsize length;
  const char *text = g_bytes_get_data (report, &length);
  g_autoptr (ChisoExtraction) extraction = chiso_extract (extractor, text, length, NULL);
}

static guint
times_to_corpus (GPtrArray *reports)
{
  gsize bytes = 0;

  for (guint i = 0; i < reports->len; i++)
    bytes += g_bytes_get_size (reports->pdata[i]);
  return bytes == 0 ? 0 : CORPUS_BYTES / bytes + 1;
}

static double
time_extraction (ChisoExtractor *extractor, GPtrArray *reports, guint times)
{
  gint64 start = g_get_monotonic_time ();

  for (guint n = 0; n < times; n++)
    for (guint i = 0; i < reports->len; i++)
      extract_one (extractor, reports->pdata[i]);
  return seconds_since (start);
}

static char *
write_corpus (const char *folder, GPtrArray *reports, guint times)
{
  char *path = g_build_filename (folder, "corpus.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream)
      out = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);

  for (guint n = 0; out != NULL && n < times; n++)
    for (guint i = 0; i < reports->len; i++)
      {
        gsize length;
        const void *text = g_bytes_get_data (reports->pdata[i], &length);

        g_output_stream_write_all (G_OUTPUT_STREAM (out), text, length, NULL, NULL, NULL);
      }
  return path;
}

/* Seconds of `wc -w` on the corpus. */
static double
time_wc (const char *path)
{
  const char *argv[] = { "wc", "-w", path, NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "LC_ALL", "C.UTF-8", TRUE);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, environment,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                     &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("wc -w %s: %s", path, error->message);
  return seconds_since (start);
}

/* Files that differ by their last line: the store takes equal bytes for one document. */
static void
write_files (const char *folder, GPtrArray *reports)
{
  for (guint n = 0; n < N_IMPORTED; n++)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (reports->pdata[n % reports->len], &length);
      g_autofree char *path = g_strdup_printf ("%s/report-%05u.txt", folder, n);
      g_autofree char *text = g_strdup_printf ("%.*s\n\n(%u)\n", (int) length, bytes, n);
      g_autoptr (GError) error = NULL;

      if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error))
        g_error ("%s", error->message);
    }
}

static void
report_cb (ChisoIntake *intake, const ChisoIntakeReport *report, guint *n)
{
  if (report->error != NULL || report->added->already_there)
    g_error ("%s was not stored: %s", report->path,
             report->error != NULL ? report->error->message : "it is there already");
  *n += 1;
}

/* Seconds from the question for a folder of files to a closed library in which all of them are found. */
static double
time_import (ChisoCatalogue *catalogue, ChisoGeo *geo, ChisoExtractor *extractor,
             const char *library, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (ChisoStore) store = chiso_store_open (library, catalogue, geo, NULL, &error);
  g_autoptr (ChisoIntake) intake = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  if (store == NULL)
    g_error ("%s", error->message);
  intake = chiso_intake_new (store, extractor);
  g_list_store_append (list, file);
  g_signal_connect (intake, "report", G_CALLBACK (report_cb), &n);
  chiso_intake_add_files (intake, G_LIST_MODEL (list));
  while (!chiso_intake_is_finished (intake))
    g_main_context_iteration (NULL, TRUE);
  found = chiso_store_documents_sync (store, "report", &error);
  if (n != N_IMPORTED || found == NULL || found->len != N_IMPORTED)
    g_error ("not all reports are there");
  chiso_store_close (store);
  return seconds_since (start);
}

static double
time_reading (ChisoExtractor *extractor, GPtrArray *reports)
{
  gint64 start = g_get_monotonic_time ();

  for (guint n = 0; n < N_IMPORTED; n++)
    extract_one (extractor, reports->pdata[n % reports->len]);
  return seconds_since (start);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      unlink (path);
    }
  rmdir (folder);
}

/* What importing keeps of the extractor's own speed. Turn by turn and the best of each, as above. */
static double
share_kept (ChisoCatalogue *catalogue, ChisoGeo *geo, ChisoExtractor *extractor, GPtrArray *reports,
            const char *inbox)
{
  double reading = G_MAXDOUBLE, import = G_MAXDOUBLE;

  for (guint i = 0; i < REPETITIONS; i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("chiso-bench-XXXXXX", NULL);
      g_autofree char *library = g_build_filename (folder, "library.chiso", NULL);

      bench_keep_least (&reading, time_reading (extractor, reports));
      bench_keep_least (&import, time_import (catalogue, geo, extractor, library, inbox));
      remove_folder (folder);
    }
  return reading / import;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) reports = bench_read_reports (REPORTS_FOLDER);
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, NULL);
  g_autoptr (ChisoGeo) geo = chiso_geo_new_from_resources (NULL);
  g_autoptr (ChisoExtractor) extractor = chiso_extractor_new (catalogue, geo);
  g_autofree char *folder = g_dir_make_tmp ("chiso-bench-XXXXXX", NULL);
  g_autofree char *corpus = NULL;
  g_autofree char *inbox = g_dir_make_tmp ("chiso-bench-XXXXXX", NULL);
  guint times = times_to_corpus (reports);
  double wc = G_MAXDOUBLE, extraction = G_MAXDOUBLE, before;
  cpu_set_t all = stay_on_one_core ();

  corpus = write_corpus (folder, reports, times);
  time_extraction (extractor, reports, 2);
  before = resident ();
  /* Turn by turn, so that a busy moment hits both; the best of each counts. */
  for (guint i = 0; i < REPETITIONS; i++)
    {
      bench_keep_least (&wc, time_wc (corpus));
      bench_keep_least (&extraction, time_extraction (extractor, reports, times));
    }
  bench_report ("corpus-wc", wc * 1e3, "ms", FALSE, INFINITY);
  bench_report ("corpus-extraction", extraction * 1e3, "ms", FALSE, INFINITY);
  bench_report ("corpus-against-wc", extraction / wc, "x", FALSE, MAX_TIMES_OF_WC);
  bench_report ("corpus-memory-growth", resident () - before, "MB", FALSE, MAX_GROWTH_MEGABYTES);
  write_files (inbox, reports);
  before = resident ();
  bench_report ("import-on-one-core", share_kept (catalogue, geo, extractor, reports, inbox), "x",
                TRUE, -INFINITY);
  sched_setaffinity (0, sizeof all, &all);
  bench_report ("import-against-extraction", share_kept (catalogue, geo, extractor, reports, inbox),
                "x", TRUE, MIN_SHARE_OF_EXTRACTOR);
  bench_report ("import-memory-growth", resident () - before, "MB", FALSE, MAX_IMPORT_MEGABYTES);
  remove_folder (inbox);
  remove_folder (folder);
  return bench_missed () ? 1 : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast reports are read: bytes of text per second through the whole pipeline, that time grows
 * no faster than the text, and what starting costs. Bounds are a third of what a slow machine
 * does, so that a miss means that something was broken, not that the machine was busy. */

#include "core/chiso-catalogue-load.h"
#include "core/chiso-extract.h"
#include "bench-support.h"

#define MIN_MEGABYTES_PER_SECOND 2.0
#define MAX_GROWTH 1.5
#define MAX_LOAD_MILLISECONDS 300.0
#define REPETITIONS 5

static GString *
read_reports (const char *folder)
{
  g_autoptr (GPtrArray) texts = bench_read_reports (folder);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (texts->pdata[i], &length);

      g_string_append_len (text, bytes, length);
      g_string_append (text, "\n\n");
    }
  return text;
}

/* The best of some runs, in seconds: the others were disturbed. */
static double
time_extraction (ChisoExtractor *extractor, const GString *text)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (ChisoExtraction)
          extraction = chiso_extract (extractor, text->str, text->len, NULL);

      best = MIN (best, (g_get_monotonic_time () - start) / 1e6);
    }
  return MAX (best, 1e-6);
}

static GString *
repeat (const GString *text, guint times)
{
  GString *out = g_string_sized_new (text->len * times);

  while (times-- > 0)
    g_string_append_len (out, text->str, text->len);
  return out;
}

/* How much longer a byte takes in a text of times copies than in one of a quarter of them. */
static double
growth (ChisoExtractor *extractor, const GString *text, guint times)
{
  g_autoptr (GString) small = repeat (text, times / 4);
  g_autoptr (GString) large = repeat (text, times);

  return time_extraction (extractor, large) / time_extraction (extractor, small) / 4;
}

int
main (int argc, char **argv)
{
  g_autoptr (GString) reports = read_reports (REPORTS_FOLDER);
  g_autoptr (GString) clause = g_string_new ("Nghệ An năm 2023 có 5 cuộc đối thoại, ");
  g_autoptr (GString) text = repeat (reports, 20);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, NULL);
  g_autoptr (ChisoGeo) geo = chiso_geo_new_from_resources (NULL);
  g_autoptr (ChisoExtractor) extractor = chiso_extractor_new (catalogue, geo);
  double load = (g_get_monotonic_time () - start) / 1e3;

  bench_report ("extract-load", load, "ms", FALSE, MAX_LOAD_MILLISECONDS);
  bench_report ("extract-throughput", text->len / 1e6 / time_extraction (extractor, text), "MB/s",
                TRUE, MIN_MEGABYTES_PER_SECOND);
  bench_report ("extract-growth-over-reports", growth (extractor, reports, 20), "x", FALSE,
                MAX_GROWTH);
  /* A list that never ends its sentence is where a scan of all for each would show. */
  bench_report ("extract-growth-in-one-sentence", growth (extractor, clause, 4000), "x", FALSE,
                MAX_GROWTH);
  return bench_missed () ? 1 : 0;
}

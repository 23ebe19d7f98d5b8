/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's steps in Compare on a made library of a million observations: what each keeps the main
 * thread, in all and between two looks at what else is due, and the memory of it all. The steps are
 * made in a process of their own, several times; the least counts, since all that disturbs adds to it. */

#include "bench-loop.h"
#include "bench-support.h"

#include "app/chiso-chart.h"
#include "app/chiso-compare-controls.h"
#include "app/chiso-place-bar.h"
#include "app/chiso-window-private.h"
#include "core/chiso-catalogue-load.h"
#include "made-library.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>

#define N_RUNS 5
#define MAX_STEP_MS 50.0
#define MAX_ITERATION_MS 16.0
#define MAX_MEGABYTES 200.0
#define N_OWN_INDICATORS 10

static const MadeSize million = {
  .n_observations = 1000000,
  .n_communes = 11000,
  .n_indicators = 40,
  .first_year = 2013,
  .n_years = 12,
};

enum
{
  STEP_OVERVIEW,
  STEP_OPEN,
  STEP_INDICATOR,
  STEP_PLACE,
  STEP_ALL,
  STEP_TABLE,
  N_STEPS
};
static const char *const step_names[] = { "overview", "compare", "indicator",
                                          "province", "all",     "table" };

static void
set_cb (gboolean *flag)
{
  *flag = TRUE;
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *) flag;
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static BenchLoad
change (ChisoComparePage *page, GType type, const char *signal, const char *key)
{
  gboolean loaded = FALSE;
  gulong handler = g_signal_connect_swapped (page, "loaded", G_CALLBACK (set_cb), &loaded);
  BenchLoad result;

  bench_loop_begin ();
  g_signal_emit_by_name (find_widget (GTK_WIDGET (page), type), signal, key);
  result = bench_loop_run (GTK_WIDGET (page), is_set, &loaded);
  g_signal_handler_disconnect (page, handler);
  return result;
}

static gboolean
is_settled (gpointer table)
{
  return plot_table_is_settled (table);
}

/* All provinces as bars, then the table of every period of each, which is made when it is first shown. */
static void
list_all (ChisoComparePage *page, BenchLoad *loads)
{
  ChisoChart *chart = CHISO_CHART (find_widget (GTK_WIDGET (page), CHISO_TYPE_CHART));
  gboolean loaded = FALSE;
  gulong handler = g_signal_connect_swapped (page, "loaded", G_CALLBACK (set_cb), &loaded);

  bench_loop_begin ();
  gtk_widget_activate_action (GTK_WIDGET (page), "compare.preset", "s", "all");
  loads[STEP_ALL] = bench_loop_run (GTK_WIDGET (page), is_set, &loaded);
  g_signal_handler_disconnect (page, handler);
  bench_loop_begin ();
  chiso_chart_set_table_shown (chart, TRUE);
  loads[STEP_TABLE] = bench_loop_run (GTK_WIDGET (chart), is_settled,
                                      chiso_chart_get_table (chart));
  if (plot_table_n_rows (chiso_chart_get_table (chart)) < 63 * 12)
    g_error ("the table has %u rows", plot_table_n_rows (chiso_chart_get_table (chart)));
}

/* Resident at most, in megabytes. */
static double
peak (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL)
      || (line = strstr (text, "VmHWM:")) == NULL)
    return INFINITY;
  return g_ascii_strtod (line + strlen ("VmHWM:"), NULL) * 1024 / 1e6;
}

/* Of several choices the one that took longest counts. */
static void
change_all (ChisoComparePage *page, BenchLoad *loads)
{
  static const char *const indicators[] = { "made_3", "ntm_communes", "made_7",
                                            "dialogue_sessions" };
  static const char *const places[] = { "63:40", "63:38", "63:79", "63:48" };

  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    loads[STEP_INDICATOR] = bench_load_longer (
        loads[STEP_INDICATOR],
        change (page, CHISO_TYPE_COMPARE_CONTROLS, "indicator-picked", indicators[i]));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    loads[STEP_PLACE] = bench_load_longer (loads[STEP_PLACE],
                                           change (page, CHISO_TYPE_PLACE_BAR, "added", places[i]));
}

/* The steps, once; prints what each took. */
static int
take_steps (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoSession) session = chiso_session_new ("vi", NULL, &error);
  BenchLoad loads[N_STEPS] = { 0 };
  ChisoWindow *window;
  gboolean overview = FALSE, compare = FALSE;

  if (session == NULL || !chiso_session_open_library (session, NULL, &error))
    g_error ("%s", error->message);
  window = CHISO_WINDOW (chiso_window_new (NULL, session));
  g_signal_connect_swapped (window->overview, "loaded", G_CALLBACK (set_cb), &overview);
  g_signal_connect_swapped (_chiso_window_get_compare (window), "loaded", G_CALLBACK (set_cb),
                            &compare);
  bench_loop_init ();
  bench_loop_begin ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  loads[STEP_OVERVIEW] = bench_loop_run (GTK_WIDGET (window->overview), is_set, &overview);
  bench_loop_begin ();
  chiso_window_show_page (window, "compare");
  loads[STEP_OPEN] = bench_loop_run (GTK_WIDGET (_chiso_window_get_compare (window)), is_set,
                                     &compare);
  change_all (_chiso_window_get_compare (window), loads);
  list_all (_chiso_window_get_compare (window), loads);
  for (guint i = 0; i < N_STEPS; i++)
    printf ("%.3f %.3f ", loads[i].sum, loads[i].longest);
  printf ("%.3f\n", peak ());
  fflush (stdout);
  _Exit (0);
}

static void
report (const double *numbers)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *sum = g_strdup_printf ("scale-%s", step_names[i]);
      g_autofree char *longest = g_strdup_printf ("scale-%s-longest", step_names[i]);
      gboolean bounded = i == STEP_OPEN || i == STEP_INDICATOR || i == STEP_PLACE;

      bench_report (sum, numbers[2 * i], "ms", FALSE, bounded ? MAX_STEP_MS : INFINITY);
      bench_report (longest, numbers[2 * i + 1], "ms", FALSE,
                    i == STEP_OVERVIEW ? INFINITY : MAX_ITERATION_MS);
    }
  bench_report ("scale-memory", numbers[2 * N_STEPS], "MB", FALSE, MAX_MEGABYTES);
}

static void
make_library (const char *home)
{
  g_autofree char *folder = g_build_filename (home, "chiso", "catalogue.d", NULL);
  g_autofree char *own = g_build_filename (folder, "made.ini", NULL);
  g_autofree char *path = g_build_filename (home, "chiso", "library.chiso", NULL);
  g_autofree char *groups = made_indicators (N_OWN_INDICATORS);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoGeo) geo = chiso_geo_new_from_resources (&error);
  g_autoptr (ChisoCatalogue) catalogue = NULL;
  g_autoptr (ChisoStore) store = NULL;
  gint64 start = g_get_monotonic_time ();

  g_mkdir_with_parents (folder, 0700);
  if (geo == NULL || !g_file_set_contents (own, groups, -1, &error)
      || (catalogue = chiso_catalogue_load (folder, &error)) == NULL
      || (store = chiso_store_open (path, catalogue, geo, NULL, &error)) == NULL
      || !made_library_fill (store, catalogue, geo, &million, &error))
    g_error ("%s", error->message);
  chiso_store_close (store);
  bench_report ("scale-library", (g_get_monotonic_time () - start) / 1e6, "s", FALSE, INFINITY);
}

static void
remove_home (const char *home)
{
  static const char *const parts[] = { "chiso/library.chiso",
                                       "chiso/library.chiso-wal",
                                       "chiso/library.chiso-shm",
                                       "chiso/catalogue.d/made.ini",
                                       "chiso/catalogue.d",
                                       "chiso",
                                       "" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename (home, parts[i], NULL);

      g_remove (path);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *home = NULL;
  double numbers[2 * N_STEPS + 1];

  if (argc > 1 && g_str_equal (argv[1], "steps"))
    {
      adw_init ();
      return take_steps ();
    }
  if (g_getenv ("DISPLAY") == NULL)
    {
      g_printerr ("bench-scale: there is no display, so the steps are not measured\n");
      return 0;
    }
  home = g_dir_make_tmp ("chiso-scale-XXXXXX", NULL);
  make_library (home);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  bench_least_of_runs (argv[0], N_RUNS, numbers, G_N_ELEMENTS (numbers));
  report (numbers);
  remove_home (home);
  return bench_missed () ? 1 : 0;
}

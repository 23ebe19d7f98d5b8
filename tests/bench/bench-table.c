/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's steps in a table of a hundred thousand figures: what each keeps the main thread, in all and
 * between two looks at what else is due, and how long until it is done. The steps are made in a process
 * of their own, several times; the least counts, since all that disturbs adds to it. */

#include "app/chiso-table-pane.h"
#include "bench-loop.h"
#include "bench-support.h"
#include "plot/plot-proof.h"

#include <math.h>
#include <stdio.h>

#define N_RUNS 5
#define N_PLACES 100
#define N_ROWS 100000
#define MAX_ITERATION_MS 16.0

enum
{
  STEP_OPEN,
  STEP_SORT_NUMBERS,
  STEP_SORT_TEXTS,
  STEP_SEARCH,
  STEP_SEARCH_AGAIN,
  STEP_SCROLL,
  N_STEPS
};
static const char *const names[] = { "open",   "sort-numbers", "sort-texts",
                                     "search", "search-again", "scroll" };

typedef struct
{
  BenchLoad load;
  double wait; /* milliseconds until the table shows it */
} Step;

/* Places, years and sources repeat as they do in a library; notes are each another. */
static PlotFigure *
make_figure (void)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, "vi");

  plot_figure_set_unit (figure, " xã", 0);
  for (guint s = 0; s < N_PLACES; s++)
    {
      g_autofree char *name = g_strdup_printf ("Tỉnh %u", s * 37 % N_PLACES);
      g_autofree char *source = g_strdup_printf ("Báo %s: Kết quả xây dựng nông thôn mới", name);

      plot_figure_add_series (figure, name, PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < N_ROWS / N_PLACES; i++)
        {
          guint64 key = s * (N_ROWS / N_PLACES) + i + 1;
          g_autofree char *period = g_strdup_printf ("%u", 1020 + i);
          g_autofree char *note = g_strdup_printf ("tính từ %u và %u", i, s);
          g_autofree char *wording = g_strdup_printf ("“%u xã”", i);

          plot_figure_add_mark (figure, s,
                                &(PlotMark){ .x = 1020.5 + i,
                                             .value = (double) (key * 7919 % N_ROWS),
                                             .computed = i % 3 == 0,
                                             .key = key,
                                             .place = name,
                                             .period = period,
                                             .note = i % 3 == 0 ? note : NULL,
                                             .when = 1021 + i });
          plot_figure_add_proof (figure, key,
                                 &(PlotProof){ .sentence = "Toàn tỉnh có 138 xã đạt chuẩn.",
                                               .source = source,
                                               .wording = wording,
                                               .key = key });
        }
    }
  return figure;
}

static gboolean
is_settled (gpointer table)
{
  return plot_table_is_settled (table);
}

static Step
finish (PlotTable *table, gint64 start)
{
  Step step = { .load = bench_loop_run (GTK_WIDGET (table), is_settled, table) };

  step.wait = (g_get_monotonic_time () - start) / 1e3;
  return step;
}

static Step
sort (PlotTable *table, guint column)
{
  gint64 start = g_get_monotonic_time ();

  bench_loop_begin ();
  plot_table_sort (table, column, GTK_SORT_DESCENDING);
  return finish (table, start);
}

static Step
search (PlotTable *table, const char *text)
{
  gint64 start = g_get_monotonic_time ();

  bench_loop_begin ();
  plot_table_set_search (table, text);
  return finish (table, start);
}

/* A page at a time, and across. */
static Step
scroll (PlotTable *table)
{
  Step longest = { 0 };

  for (guint i = 0; i < 40; i++)
    {
      gint64 start = g_get_monotonic_time ();
      Step step;

      bench_loop_begin ();
      plot_table_scroll_to (table, i < 20 ? 50000 + i * 30 : i * (N_ROWS / 40));
      step = finish (table, start);
      longest.load = bench_load_longer (longest.load, step.load);
      longest.wait = MAX (longest.wait, step.wait);
    }
  return longest;
}

static int
take_steps (void)
{
  g_autoptr (PlotFigure) figure = make_figure ();
  GtkWidget *window = gtk_window_new (), *pane = chiso_table_pane_new ();
  PlotTable *table = chiso_table_pane_get_table (CHISO_TABLE_PANE (pane));
  Step steps[N_STEPS];
  gint64 start;

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_set_child (GTK_WINDOW (window), pane);
  gtk_window_present (GTK_WINDOW (window));
  bench_loop_init ();
  finish (table, 0);
  start = g_get_monotonic_time ();
  bench_loop_begin ();
  plot_table_set_figure (table, figure);
  steps[STEP_OPEN] = finish (table, start);
  steps[STEP_SORT_NUMBERS] = sort (table, 2);
  steps[STEP_SORT_TEXTS] = sort (table, 5);
  steps[STEP_SEARCH] = search (table, "tinh 7");
  steps[STEP_SEARCH_AGAIN] = search (table, "tinh");
  steps[STEP_SCROLL] = scroll (table);
  for (guint i = 0; i < N_STEPS; i++)
    printf ("%.3f %.3f %.3f ", steps[i].load.sum, steps[i].load.longest, steps[i].wait);
  printf ("\n");
  fflush (stdout);
  _Exit (0);
}

static void
report (const double *numbers)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *sum = g_strdup_printf ("table-%s", names[i]);
      g_autofree char *longest = g_strdup_printf ("table-%s-longest", names[i]);
      g_autofree char *wait = g_strdup_printf ("table-%s-wait", names[i]);

      bench_report (sum, numbers[3 * i], "ms", FALSE, INFINITY);
      bench_report (longest, numbers[3 * i + 1], "ms", FALSE, MAX_ITERATION_MS);
      bench_report (wait, numbers[3 * i + 2], "ms", FALSE, INFINITY);
    }
}

int
main (int argc, char **argv)
{
  double numbers[3 * N_STEPS];

  if (argc > 1 && g_str_equal (argv[1], "steps"))
    {
      adw_init ();
      return take_steps ();
    }
  if (g_getenv ("DISPLAY") == NULL)
    {
      g_printerr ("bench-table: there is no display, so the steps are not measured\n");
      return 0;
    }
  bench_least_of_runs (argv[0], N_RUNS, numbers, G_N_ELEMENTS (numbers));
  report (numbers);
  return bench_missed () ? 1 : 0;
}

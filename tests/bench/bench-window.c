/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person waits for in the window: laying out and drawing many marks, hovering one, and from the
 * start of the program to its first painted overview, beside an empty libadwaita window that is
 * started in turns with it. The least of several times counts, since all that disturbs adds to it. */

#include "bench-support.h"
#include "plot/plot-layout.h"

#include <glib/gstdio.h>
#include <math.h>
#include <time.h>

#define N_SERIES 10
#define N_EACH 1000
#define WIDTH 1080
#define HEIGHT 640
#define REPETITIONS 15
#define N_HOVERS 400
#define N_STARTS 7
#define MAX_DRAW_MS 8.0
#define MAX_HOVER_MS 1.0
#define MAX_START_RATIO 1.3

static PlotFigure *
make_figure (void)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, "vi");

  plot_figure_set_title (figure, "Mười nghìn số liệu");
  plot_figure_set_source (figure, "Nguồn: báo cáo");
  for (guint s = 0; s < N_SERIES; s++)
    {
      g_autofree char *name = g_strdup_printf ("Dãy %u", s);

      plot_figure_add_series (figure, name, PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < N_EACH; i++)
        plot_figure_add_mark (figure, s,
                              &(PlotMark){ .x = 1000.5 + i,
                                           .value = 100 * s + 60 * sin (i / 40.0 + s) + i % 7,
                                           .key = 1 + s * N_EACH + i });
    }
  return figure;
}

static PlotFigure *
make_scatter (void)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_SCATTER, "vi");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  plot_figure_set_title (figure, "Mười nghìn số liệu");
  plot_figure_set_source (figure, "Nguồn: báo cáo");
  plot_figure_add_series (figure, "Dãy", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < N_SERIES * N_EACH; i++)
    {
      double x = 100 * (g_rand_double (random) + g_rand_double (random) + g_rand_double (random));

      plot_figure_add_mark (figure, 0,
                            &(PlotMark){ .x = x,
                                         .value = x / 2 + 60 * g_rand_double (random),
                                         .key = 1 + i,
                                         .place = "Nghệ An" });
    }
  return figure;
}

/* Of this thread alone, so that other programs do not count. */
static double
cpu_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
time_drawing (PlotFigure *figure, PangoContext *context, cairo_t *cr)
{
  double start = cpu_milliseconds ();
  g_autoptr (PlotLayout)
      layout = plot_layout_new (figure, WIDTH, HEIGHT, PLOT_THEME_LIGHT, context);

  plot_layout_draw (layout, cr, TRUE);
  return cpu_milliseconds () - start;
}

/* Of a pointer that goes across the chart; one hover in the mean. */
static double
time_hovering (PlotLayout *layout, cairo_t *cr)
{
  double start = cpu_milliseconds ();

  for (guint i = 0; i < N_HOVERS; i++)
    {
      int mark = plot_layout_hit (layout, (i + 0.5) * WIDTH / N_HOVERS, HEIGHT / 2.0 + i % 50);

      plot_layout_draw_crosshair (layout, cr, mark);
      plot_layout_draw_overlay (layout, cr, mark, plot_layout_find_key (layout, 5000));
    }
  return (cpu_milliseconds () - start) / N_HOVERS;
}

static void
bench_marks (void)
{
  g_autoptr (PlotFigure) figure = make_figure (), points = make_scatter ();
  PangoContext *context = plot_text_context_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PlotLayout)
      layout = plot_layout_new (figure, WIDTH, HEIGHT, PLOT_THEME_LIGHT, context);
  double drawing = INFINITY, hovering = INFINITY, scattering = INFINITY;

  for (guint i = 0; i < REPETITIONS; i++)
    {
      drawing = fmin (drawing, time_drawing (figure, context, cr));
      hovering = fmin (hovering, time_hovering (layout, cr));
      scattering = fmin (scattering, time_drawing (points, context, cr));
    }
  bench_report ("10,000 marks laid out and drawn", drawing, "ms", FALSE, MAX_DRAW_MS);
  bench_report ("10,000 points of a scatter", scattering, "ms", FALSE, MAX_DRAW_MS);
  bench_report ("hover among 10,000 marks", hovering, "ms", FALSE, MAX_HOVER_MS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

/* From before it is executed until it has ended, which it does with its first picture. */
static double
time_start (const char *program, const char *home)
{
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "XDG_DATA_HOME", home, TRUE);
  char *arguments[] = { (char *) program, NULL };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  int status;

  if (!g_spawn_sync (NULL, arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                     &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", program, error->message);
  return (g_get_monotonic_time () - start) / 1e3;
}

static void
remove_home (const char *home)
{
  static const char *const parts[] = { "chiso/library.chiso", "chiso/library.chiso-wal",
                                       "chiso/library.chiso-shm", "chiso", "" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename (home, parts[i], NULL);

      g_remove (path);
    }
}

static void
bench_start (void)
{
  g_autofree char *home = g_dir_make_tmp ("chiso-start-XXXXXX", NULL);
  double empty = INFINITY, overview = INFINITY;

  /* Once for what the disk has to give, and for the library that the first start makes. */
  time_start (START_EMPTY, home);
  time_start (START_OVERVIEW, home);
  for (guint i = 0; i < N_STARTS; i++)
    {
      empty = fmin (empty, time_start (START_EMPTY, home));
      overview = fmin (overview, time_start (START_OVERVIEW, home));
    }
  remove_home (home);
  bench_report ("empty libadwaita window", empty, "ms", FALSE, INFINITY);
  bench_report ("start to painted overview", overview, "ms", FALSE, INFINITY);
  bench_report ("start, times the empty window", overview / empty, "", FALSE, MAX_START_RATIO);
}

int
main (void)
{
  bench_marks ();
  if (g_getenv ("DISPLAY") != NULL)
    bench_start ();
  else
    g_printerr ("bench-window: there is no display, so starting is not measured\n");
  return bench_missed () ? 1 : 0;
}

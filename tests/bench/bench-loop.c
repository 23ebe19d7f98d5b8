/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the clock of the main loop: the function that waits between two pieces of work tells it. */

#include "bench-loop.h"

#include <time.h>

static BenchLoad load;
static double woken;

static double
cpu_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
poll_func (GPollFD *fds, guint n, int timeout)
{
  double spent = cpu_milliseconds () - woken;
  int result;

  if (spent > 4)
    load.sum += spent;
  load.longest = MAX (load.longest, spent);
  result = g_poll (fds, n, timeout);
  woken = cpu_milliseconds ();
  return result;
}

void
bench_loop_init (void)
{
  g_main_context_set_poll_func (NULL, poll_func);
}

void
bench_loop_begin (void)
{
  load = (BenchLoad){ 0 };
  woken = cpu_milliseconds ();
}

BenchLoad
bench_load_longer (BenchLoad a, BenchLoad b)
{
  return (BenchLoad){ MAX (a.sum, b.sum), MAX (a.longest, b.longest) };
}

static void
set_cb (gboolean *flag)
{
  *flag = TRUE;
}

BenchLoad
bench_loop_run (GtkWidget *widget, gboolean (*condition) (gpointer data), gpointer data)
{
  gboolean painted = FALSE;
  GdkFrameClock *clock;
  gulong handler;

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (widget);
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (set_cb), &painted);
  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  /* What the last iteration did is told with the next wait. */
  g_main_context_iteration (NULL, FALSE);
  return load;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the main loop works on what a person did: in all, and between two looks at what else is
 * due. Time is the main thread's own, so that neither other threads' nor other programs' counts. */

#pragma once

#include <gtk/gtk.h>

typedef struct
{
  double sum, longest; /* milliseconds */
} BenchLoad;

/* Once, before anything is measured. */
void bench_loop_init (void);
void bench_loop_begin (void);
/* Of each the longer. */
BenchLoad bench_load_longer (BenchLoad a, BenchLoad b);

/* Runs until condition answers TRUE and widget has been painted after that; the load since the begin. */
BenchLoad bench_loop_run (GtkWidget *widget, gboolean (*condition) (gpointer data), gpointer data);

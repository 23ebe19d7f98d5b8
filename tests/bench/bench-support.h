/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What benches share: a line for each figure, and the texts to read. */

#pragma once

#include <gio/gio.h>

/* Prints "name value unit bound" and remembers whether the bound was missed; an infinite bound is none. */
void bench_report (const char *name, double value, const char *unit, gboolean at_least,
                   double bound);
gboolean bench_missed (void);

/* Keeps the least of several times, since the others were disturbed. No macro: a second look at what took the time
 * would be another run. */
void bench_keep_least (double *least, double seconds);

/* Runs "program steps" several times; each prints n numbers, of each of which the least is kept. */
void bench_least_of_runs (const char *program, guint n_runs, double *numbers, guint n);

/* The texts of a folder's reports, in name order; GPtrArray of GBytes. */
GPtrArray *bench_read_reports (const char *folder);

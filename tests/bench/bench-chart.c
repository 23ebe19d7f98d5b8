/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts against gnuplot and matplotlib, from the start of a process to its end: bars of the 34
 * provinces out of a library against the same bars out of a text file, and a line of a million
 * points out of the same text file. What counts is the time of a processor that the process took,
 * start and end included, since a clock on a busy machine also counts the others; turn by turn in
 * one run, the best of each. */

#include "bench-support.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sys/resource.h>

#define REPETITIONS 7
#define MAX_TIMES_OF_GNUPLOT 1.0
#define N_POINTS 1000000
#define MIN_TIMES_FASTER 10.0
#define PICTURE "chart.png"

static const char bars_of_gnuplot[] =
    "set terminal pngcairo size 1600,900 font 'Inter,12'\n"
    "set output 'gnuplot.png'\n"
    "set style fill solid\n"
    "set xrange [0:*]\n"
    "set yrange [-1:34]\n"
    "unset key\n"
    "set title 'Communes that reached the standard'\n"
    "plot 'bars.txt' using (0):0:(0):2:($0-0.4):($0+0.4):ytic(1) with boxxyerrorbars, "
    "'' using 2:0:2 with labels left offset 1\n";

static const char line_of_gnuplot[] = "set terminal pngcairo size 1600,900 font 'Inter,12'\n"
                                      "set output 'gnuplot.png'\n"
                                      "unset key\n"
                                      "set title 'A million points'\n"
                                      "plot 'line.txt' using 1:2 with lines\n";

static const char line_of_matplotlib[] = "import matplotlib\n"
                                         "matplotlib.use('agg')\n"
                                         "import matplotlib.pyplot as plot\n"
                                         "import numpy\n"
                                         "points = numpy.loadtxt('line.txt')\n"
                                         "plot.figure(figsize=(16, 9), dpi=100)\n"
                                         "plot.title('A million points')\n"
                                         "plot.plot(points[:, 0], points[:, 1])\n"
                                         "plot.savefig('matplotlib.png')\n";

/* Codes and names of the provinces since July 2025. */
static const char *const provinces[][2] = {
  { "01", "Hà Nội" },    { "04", "Cao Bằng" },   { "08", "Tuyên Quang" }, { "11", "Điện Biên" },
  { "12", "Lai Châu" },  { "14", "Sơn La" },     { "15", "Lào Cai" },     { "19", "Thái Nguyên" },
  { "20", "Lạng Sơn" },  { "22", "Quảng Ninh" }, { "24", "Bắc Ninh" },    { "25", "Phú Thọ" },
  { "31", "Hải Phòng" }, { "33", "Hưng Yên" },   { "37", "Ninh Bình" },   { "38", "Thanh Hóa" },
  { "40", "Nghệ An" },   { "42", "Hà Tĩnh" },    { "44", "Quảng Trị" },   { "46", "Huế" },
  { "48", "Đà Nẵng" },   { "51", "Quảng Ngãi" }, { "52", "Gia Lai" },     { "56", "Khánh Hòa" },
  { "66", "Đắk Lắk" },   { "68", "Lâm Đồng" },   { "75", "Đồng Nai" },    { "79", "Hồ Chí Minh" },
  { "80", "Tây Ninh" },  { "82", "Đồng Tháp" },  { "86", "Vĩnh Long" },   { "91", "An Giang" },
  { "92", "Cần Thơ" },   { "96", "Cà Mau" },
};

static const char *const bars[] = { CHISOCTL,
                                    "chart",
                                    "--library=library.chiso",
                                    "--boundary=34",
                                    "--indicator=ntm_communes_share",
                                    "--kind=bar",
                                    "--size=1600x900",
                                    "--output=" PICTURE,
                                    NULL };
static const char *const import[] = {
  CHISOCTL, "import", "--library=library.chiso", "--published=2026-01-10", "bars.tsv", NULL
};
static const char *const line[] = { DRAW_LINE, "line.txt", PICTURE, NULL };
static const char *const gnuplot[] = { "gnuplot", "chart.gp", NULL };

/* Seconds that processes which have ended took of a processor. */
static double
processor_time (void)
{
  struct rusage used;

  getrusage (RUSAGE_CHILDREN, &used);
  return (double) (used.ru_utime.tv_sec + used.ru_stime.tv_sec)
         + (double) (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/* Such seconds of one run in the folder, or a negative number when it fails. */
static double
run (const char *folder, const char *const *argv)
{
  double start = processor_time ();
  int status;

  if (!g_spawn_sync (folder, (char **) argv, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, NULL)
      || !g_spawn_check_wait_status (status, NULL))
    return -1;
  return processor_time () - start;
}

static double
must_run (const char *folder, const char *const *argv)
{
  double seconds = run (folder, argv);

  if (seconds < 0)
    g_error ("%s does not do what it was asked", argv[0]);
  return seconds;
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}

static double
share_of (guint i)
{
  return 25 + (i * 37) % 71 + i * 0.25;
}

static void
write_bars (const char *folder)
{
  g_autoptr (GString) table = g_string_new ("indicator\tplace\tperiod\tmeasure\tvalue\tnumerator\t"
                                            "denominator\tqualifier\tbase\tevidence\n");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (provinces); i++)
    {
      g_string_append_printf (table,
                              "ntm_communes_share\t%s\t2025-12\tlevel\t%.2f\t\t\t\t\t%.2f%%\n",
                              provinces[i][0], share_of (i), share_of (i));
      g_string_append_printf (text, "\"%s\"\t%.2f\n", provinces[i][1], share_of (i));
    }
  write_file (folder, "bars.tsv", table->str);
  write_file (folder, "bars.txt", text->str);
}

/* A walk of many small steps, the same in every run. */
static void
write_line (const char *folder)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  double value = 0;

  for (guint i = 0; i < N_POINTS; i++)
    {
      value += g_rand_double (random) - 0.5;
      g_string_append_printf (text, "%.6f\t%.4f\n", 2000 + i * 25e-6, value);
    }
  write_file (folder, "line.txt", text->str);
}

/* Best seconds of ours and of theirs in turns. */
static void
race (const char *folder, const char *const *ours, const char *const *theirs, guint repetitions,
      double *our_best, double *their_best)
{
  *our_best = *their_best = INFINITY;
  must_run (folder, ours);
  must_run (folder, theirs);
  for (guint i = 0; i < repetitions; i++)
    {
      bench_keep_least (our_best, must_run (folder, ours));
      bench_keep_least (their_best, must_run (folder, theirs));
    }
}

static void
race_bars (const char *folder)
{
  double ours, theirs;

  write_bars (folder);
  write_file (folder, "chart.gp", bars_of_gnuplot);
  must_run (folder, import);
  race (folder, bars, gnuplot, REPETITIONS, &ours, &theirs);
  bench_report ("chart-34-bars", ours * 1e3, "ms", FALSE, INFINITY);
  bench_report ("chart-34-bars-gnuplot", theirs * 1e3, "ms", FALSE, INFINITY);
  bench_report ("chart-34-bars-against-gnuplot", ours / theirs, "x", FALSE, MAX_TIMES_OF_GNUPLOT);
}

static void
race_line (const char *folder, const char *name, const char *const *theirs)
{
  g_autofree char *own = g_strdup_printf ("chart-million-%s", name);
  g_autofree char *faster = g_strdup_printf ("chart-million-faster-%s", name);
  double our_time, their_time;

  race (folder, line, theirs, 3, &our_time, &their_time);
  bench_report ("chart-million", our_time * 1e3, "ms", FALSE, INFINITY);
  bench_report (own, their_time * 1e3, "ms", FALSE, INFINITY);
  bench_report (faster, their_time / our_time, "x", TRUE, MIN_TIMES_FASTER);
}

static void
leave_out (const char *name, const char *what)
{
  g_print ("%-32s left out: %s is not installed\n", name, what);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* The Python that has matplotlib: a person's own may stand before the system's. */
static const char *
find_python (const char *folder)
{
  static const char *const names[] = { "python3", "/usr/bin/python3" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (run (folder, (const char *const[]){ names[i], "-c", "import matplotlib, numpy", NULL })
        >= 0)
      return names[i];
  return NULL;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("chiso-bench-XXXXXX", NULL);
  const char *python = find_python (folder);
  g_autofree char *found = g_find_program_in_path ("gnuplot");

  if (found != NULL)
    race_bars (folder);
  else
    leave_out ("chart-34-bars-against-gnuplot", "gnuplot");
  write_line (folder);
  write_file (folder, "chart.gp", line_of_gnuplot);
  write_file (folder, "chart.py", line_of_matplotlib);
  if (found != NULL)
    race_line (folder, "gnuplot", gnuplot);
  else
    leave_out ("chart-million-faster-gnuplot", "gnuplot");
  if (python != NULL)
    race_line (folder, "matplotlib", (const char *const[]){ python, "chart.py", NULL });
  else
    leave_out ("chart-million-faster-matplotlib", "matplotlib");
  remove_folder (folder);
  return bench_missed () ? 1 : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draw-line FILE PICTURE: a line chart of a text file of two numbers a row, as gnuplot and matplotlib
 * are given it. Only bench-chart runs it. */

#include <math.h>
#include <string.h>

#include "plot/plot-export.h"

static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8 };

/* The value of up to eight digits at *at, which is moved behind them, and how many they are: all at
 * once, as every digit's byte is 0x30 to 0x39. */
static inline guint64
read_digits (const char **at, guint *n)
{
  guint64 bytes, others;

  memcpy (&bytes, *at, sizeof bytes);
  bytes = GUINT64_FROM_LE (bytes);
  others = ((bytes ^ 0x3030303030303030) + 0x0606060606060606) | (bytes ^ 0x3030303030303030);
  others &= 0xf0f0f0f0f0f0f0f0;
  *n = others != 0 ? (guint) __builtin_ctzll (others) / 8 : 8;
  *at += *n;
  if (*n == 0)
    return 0;
  bytes = (bytes - 0x3030303030303030) << (64 - 8 * *n);
  bytes = bytes * 10 + (bytes >> 8);
  return ((bytes & 0x000000ff000000ff) * 0x000f424000000064
          + ((bytes >> 16) & 0x000000ff000000ff) * 0x0000271000000001)
         >> 32;
}

/* Digits with a point, as the bench writes them; what is neither ends the number. */
static inline double
read_number (const char **at)
{
  gboolean negative = **at == '-';
  guint n_whole, n_decimals = 0;
  guint64 whole, decimals = 0;
  double value;

  *at += negative;
  whole = read_digits (at, &n_whole);
  if (**at == '.')
    {
      ++*at;
      decimals = read_digits (at, &n_decimals);
    }
  ++*at;
  value = ((double) whole * powers[n_decimals] + (double) decimals) / powers[n_decimals];
  return negative ? -value : value;
}

/* Rows that are read before they are added to the figure. */
#define ROWS 1024

static void
read_rows (PlotFigure *figure, const char *at, gsize length)
{
  const char *end = at + length, *in_tail = NULL;
  double x[ROWS], values[ROWS];
  char tail[128] = { 0 };
  guint n = 0;

  while (at < end)
    {
      /* The last rows are read from where eight bytes at once reach nothing foreign. */
      if (end - at < (gssize) sizeof tail / 2 && end != in_tail)
        {
          in_tail = tail + (end - at);
          memcpy (tail, at, (gsize) (end - at));
          at = tail;
          end = in_tail;
        }
      x[n] = read_number (&at);
      values[n++] = read_number (&at);
      if (n == ROWS || at >= end)
        {
          plot_figure_add_points (figure, 0, x, values, n);
          n = 0;
        }
    }
}

int
main (int argc, char **argv)
{
  const PlotExportOptions options = { .width = 1600, .height = 900, .scale = 1 };
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_LINE, "en");
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    return 2;
  file = g_mapped_file_new (argv[1], FALSE, &error);
  if (file == NULL)
    g_error ("%s", error->message);
  plot_figure_set_title (figure, "A million points");
  plot_figure_add_series (figure, "", PLOT_ROLE_NORMAL, 0);
  read_rows (figure, g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
  if (!plot_export_file (figure, argv[2], &options, &error))
    g_error ("%s", error->message);
  return 0;
}

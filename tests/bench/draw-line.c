/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draw-line FILE PICTURE: a line chart of a text file of two numbers a row, as gnuplot and matplotlib
 * are given it. Only bench-chart runs it. */

#include <math.h>
#include <stdio.h>

#include "plot/plot-export.h"

/* Digits with a point, as the bench writes them; what is neither ends the number. */
static double
read_number (const char **at)
{
  static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
  const char *c = *at, *point = NULL;
  gboolean negative = *c == '-';
  gint64 digits = 0;
  guint digit;

  c += negative;
  while ((digit = (guint) (*c - '0')) < 10)
    digits = digits * 10 + digit, c++;
  if (*c == '.')
    for (point = ++c; (digit = (guint) (*c - '0')) < 10; c++)
      digits = digits * 10 + digit;
  *at = c + 1;
  g_assert (point == NULL || c - point < (gssize) G_N_ELEMENTS (powers));
  return (double) (negative ? -digits : digits) / powers[point != NULL ? c - point : 0];
}

int
main (int argc, char **argv)
{
  const PlotExportOptions options = { .width = 1600, .height = 900, .scale = 1 };
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_LINE, "en");
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const char *at, *end;

  if (argc != 3)
    return 2;
  file = g_mapped_file_new (argv[1], FALSE, &error);
  if (file == NULL)
    g_error ("%s", error->message);
  plot_figure_set_title (figure, "A million points");
  plot_figure_add_series (figure, "", PLOT_ROLE_NORMAL, 0);
  at = g_mapped_file_get_contents (file);
  end = at + g_mapped_file_get_length (file);
  while (at < end)
    {
      double x = read_number (&at);
      double value = read_number (&at);

      plot_figure_add_mark (figure, 0, &(PlotMark){ .x = x, .value = value });
    }
  if (!plot_export_file (figure, argv[2], &options, &error))
    g_error ("%s", error->message);
  return 0;
}

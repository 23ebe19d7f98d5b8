/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How numbers and units are written in both languages. */

#include <math.h>

#include "plot/plot-figure.h"
#include "plot/plot-json.h"
#include "plot/plot-number.h"

#define MINUS "\u2212"
#define NBSP "\u00a0"

static void
check (double value, guint decimals, PlotNumberFlags flags, const char *vi, const char *en)
{
  g_autofree char *in_vi = plot_number_format (value, decimals, flags, "vi");
  g_autofree char *in_en = plot_number_format (value, decimals, flags, "en");

  g_assert_cmpstr (in_vi, ==, vi);
  g_assert_cmpstr (in_en, ==, en);
}

static void
test_grouping (void)
{
  check (0, 0, 0, "0", "0");
  check (999, 0, 0, "999", "999");
  check (1000, 0, 0, "1.000", "1,000");
  check (1234.5, 1, 0, "1.234,5", "1,234.5");
  check (1234567, 2, 0, "1.234.567", "1,234,567");
  check (-20000, 0, 0, MINUS "20.000", MINUS "20,000");
  check (1e15, 0, 0, "1.000.000.000.000.000", "1,000,000,000,000,000");
}

static void
test_rounding (void)
{
  check (54.25, 1, 0, "54,3", "54.3");
  check (-18.75, 1, 0, MINUS "18,8", MINUS "18.8");
  check (1.005, 2, 0, "1,01", "1.01");
  check (0.5, 0, 0, "1", "1");
  check (52.4361, 2, 0, "52,44", "52.44");
  check (99.96, 1, 0, "100", "100");
  check (0.3, 1, 0, "0,3", "0.3");
}

static void
test_zeros (void)
{
  check (12.5, 3, 0, "12,5", "12.5");
  check (12, 2, 0, "12", "12");
  check (12, 2, PLOT_NUMBER_KEEP_ZEROS, "12,00", "12.00");
  check (100, 0, 0, "100", "100");
}

/* What rounds to nothing has no direction. */
static void
test_sign (void)
{
  check (5, 0, PLOT_NUMBER_SIGNED, "+5", "+5");
  check (-5, 0, PLOT_NUMBER_SIGNED, MINUS "5", MINUS "5");
  check (0, 0, PLOT_NUMBER_SIGNED, "0", "0");
  check (0.04, 1, PLOT_NUMBER_SIGNED, "0", "0");
  check (-0.04, 1, 0, "0", "0");
  check (-0.0, 1, PLOT_NUMBER_KEEP_ZEROS, "0,0", "0.0");
}

static void
test_not_finite (void)
{
  check (NAN, 1, 0, "", "");
  check (-INFINITY, 1, 0, MINUS "∞", MINUS "∞");
}

static void
check_unit (const char *language, const char *unit, guint decimals, gboolean sign, double value,
            const char *expected)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_BAR, language);
  g_autofree char *text = NULL;

  plot_figure_set_unit (figure, unit, decimals);
  plot_figure_set_signed (figure, sign);
  text = plot_figure_format_value (figure, value);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_unit (void)
{
  check_unit ("vi", "%", 1, FALSE, 1234.5, "1.234,5" NBSP "%");
  check_unit ("vi", " %", 1, FALSE, 12.5, "12,5" NBSP "%");
  check_unit ("en", "%", 1, FALSE, 1234.5, "1,234.5%");
  check_unit ("en", " %", 1, TRUE, 12.5, "+12.5%");
  check_unit ("vi", " xã", 0, FALSE, 226, "226" NBSP "xã");
  check_unit ("vi", "", 0, FALSE, 226, "226");
  check_unit ("vi", NULL, 0, FALSE, 226, "226");
  check_unit ("vi", "%", 1, FALSE, NAN, "");
}

static void
test_bare (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_BAR, "vi");
  g_autofree char *words = NULL, *percent = NULL;

  plot_figure_set_unit (figure, " cuộc", 0);
  words = plot_figure_format_bare (figure, 12);
  g_assert_cmpstr (words, ==, "12");
  plot_figure_set_unit (figure, "%", 0);
  percent = plot_figure_format_bare (figure, 12);
  g_assert_cmpstr (percent, ==, "12" NBSP "%");
}

static void
check_tick (const char *language, double value, guint decimals, const char *expected)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_LINE, language);
  g_autofree char *text = plot_figure_format_tick (figure, value, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_tick (void)
{
  check_tick ("vi", 0.2, 1, "0,2");
  check_tick ("vi", 1, 1, "1,0");
  check_tick ("vi", 2500000, 0, "2,5" NBSP "triệu");
  check_tick ("en", 2500000, 0, "2.5" NBSP "million");
  check_tick ("vi", 3e9, 0, "3" NBSP "tỷ");
  check_tick ("en", 20000, 0, "20,000");
}

/* The short way writes what the C library would, to the letter. */
static void
test_digits (void)
{
  static const double tens[] = { 1, 10, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e9 };
  static const double edges[] = { 0.0,      -0.0,   1e-4,    9.9e-5,
                                  0.5,      -12.25, 1e15,    999999999.999999,
                                  1e-7,     0.1,    1.0 / 3, 1e6,
                                  -1000000, 2.5e-6, 123.456, 4503599627370497 };

  for (guint i = 0; i < 20000 + G_N_ELEMENTS (edges); i++)
    {
      double value = i < G_N_ELEMENTS (edges) ? edges[i]
                                              : g_test_rand_int_range (-2000000000, 2000000000)
                                                    / tens[i % G_N_ELEMENTS (tens)];
      g_autofree char *digits = plot_digits (value);
      char expected[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (expected, sizeof expected, "%.15g", value);
      if (g_ascii_strtod (expected, NULL) != value)
        g_ascii_formatd (expected, sizeof expected, "%.17g", value);
      g_assert_cmpstr (digits, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/number/grouping", test_grouping);
  g_test_add_func ("/plot/number/rounding", test_rounding);
  g_test_add_func ("/plot/number/zeros", test_zeros);
  g_test_add_func ("/plot/number/sign", test_sign);
  g_test_add_func ("/plot/number/not-finite", test_not_finite);
  g_test_add_func ("/plot/number/unit", test_unit);
  g_test_add_func ("/plot/number/bare", test_bare);
  g_test_add_func ("/plot/number/tick", test_tick);
  g_test_add_func ("/plot/number/digits", test_digits);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scales and ticks, and the shifting apart of labels. */

#include <math.h>

#include "plot/plot-scale.h"
#include "plot/plot-spread.h"

static void
check_ticks (double lo, double hi, guint most, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PlotScale scale;

  plot_scale_init_linear (&scale, lo, hi, 0, 100, most, PLOT_SCALE_ANY_STEP, TRUE);
  for (guint i = 0; i < scale.n_ticks; i++)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      /* The shortest text that reads back: a tick that is off by one bit shows as such. */
      g_ascii_formatd (digits, sizeof digits, "%.17g", plot_scale_tick (&scale, i));
      g_assert_cmpfloat (plot_scale_tick (&scale, i), ==, g_ascii_strtod (digits, NULL));
      g_ascii_formatd (digits, sizeof digits, "%.10g", plot_scale_tick (&scale, i));
      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", digits);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_ticks (void)
{
  check_ticks (0, 100, 6, "0 20 40 60 80 100");
  check_ticks (0, 1, 6, "0 0.2 0.4 0.6 0.8 1");
  check_ticks (-21.4, 44, 8, "-30 -20 -10 0 10 20 30 40 50");
  check_ticks (1234, 1234, 4, "1100 1200 1300 1400");
  check_ticks (0, 0, 3, "-0.5 0 0.5");
  check_ticks (0, 1234567, 4, "0 500000 1000000 1500000");
  check_ticks (0, 108, 2, "0 100");
  check_ticks (1e-7, 3e-7, 4, "1e-07 2e-07 3e-07");
}

/* Every tick is the double nearest to its decimal, for every step there is. */
static void
test_ticks_are_exact (void)
{
  for (int exponent = -9; exponent <= 12; exponent++)
    for (int mantissa = 1; mantissa <= 5; mantissa += mantissa == 1 ? 1 : 3)
      for (int i = -40; i <= 40; i++)
        {
          g_autofree char *decimal = g_strdup_printf ("%de%d", i * mantissa, exponent);
          PlotScale scale;

          plot_scale_init_linear (&scale, 0, 1, 0, 1, 2, PLOT_SCALE_ANY_STEP, FALSE);
          scale.mantissa = mantissa;
          scale.exponent = exponent;
          scale.first = i;
          g_assert_cmpfloat (plot_scale_tick (&scale, 0), ==, g_ascii_strtod (decimal, NULL));
        }
}

static void
test_finest_step (void)
{
  PlotScale scale;

  plot_scale_init_linear (&scale, 0, 2, 0, 100, 8, 0, TRUE);
  g_assert_cmpuint (scale.n_ticks, ==, 3);
  g_assert_cmpuint (plot_scale_decimals (&scale), ==, 0);
}

static void
test_linear_round_trip (void)
{
  PlotScale scale;

  plot_scale_init_linear (&scale, -5, 15, 200, 0, 5, PLOT_SCALE_ANY_STEP, FALSE);
  g_assert_cmpfloat (plot_scale_map (&scale, -5), ==, 200);
  g_assert_cmpfloat (plot_scale_map (&scale, 15), ==, 0);
  for (double v = -5; v <= 15; v += 0.5)
    g_assert_cmpfloat_with_epsilon (plot_scale_unmap (&scale, plot_scale_map (&scale, v)), v, 1e-9);
}

static void
test_band (void)
{
  PlotScale scale;

  plot_scale_init_band (&scale, 4, 100, 500);
  g_assert_cmpfloat (plot_scale_band_width (&scale), ==, 100);
  g_assert_cmpfloat (plot_scale_map (&scale, 0), ==, 150);
  g_assert_cmpfloat (plot_scale_map (&scale, 3), ==, 450);
  g_assert_cmpfloat (plot_scale_unmap (&scale, 399), ==, 2);
  plot_scale_init_band (&scale, 0, 0, 10);
  g_assert_cmpuint (scale.n_ticks, ==, 0);
}

static void
check_periods (double lo, double hi, guint most, gboolean months, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PlotScale scale;

  plot_scale_init_period (&scale, lo, hi, 0, 100, most, months);
  for (guint i = 0; i < scale.n_ticks; i++)
    {
      int year, month;

      plot_scale_tick_period (&scale, i, &year, &month);
      g_string_append_printf (out, "%s%d", i > 0 ? " " : "", year);
      if (month > 0)
        g_string_append_printf (out, "/%d", month);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

/* A year's label stands at its middle, so a year is labelled where its middle is in view. */
static void
test_period (void)
{
  check_periods (2018.4, 2023.5, 10, FALSE, "2018 2019 2020 2021 2022 2023");
  check_periods (2018.6, 2023.4, 10, FALSE, "2019 2020 2021 2022");
  check_periods (2010.5, 2023.5, 7, FALSE, "2010 2012 2014 2016 2018 2020 2022");
  check_periods (2022.0, 2023.0, 12, TRUE,
                 "2022/1 2022/2 2022/3 2022/4 2022/5 2022/6 2022/7 2022/8 2022/9 2022/10 2022/11 "
                 "2022/12");
  check_periods (2022.0, 2023.0, 5, TRUE, "2022/1 2022/4 2022/7 2022/10");
  check_periods (2022.5, 2022.5, 5, FALSE, "2022");
}

static void
test_spread (void)
{
  PlotSpread near[] = { { 50, 10, 0 }, { 52, 10, 0 }, { 54, 10, 0 } };
  PlotSpread edge[] = { { -5, 10, 0 }, { 0, 10, 0 }, { 99, 10, 0 } };
  PlotSpread apart[] = { { 10, 10, 0 }, { 60, 10, 0 } };

  plot_spread (near, 3, 0, 100);
  g_assert_cmpfloat_with_epsilon (near[0].middle, 42, 1e-9);
  g_assert_cmpfloat_with_epsilon (near[1].middle, 52, 1e-9);
  g_assert_cmpfloat_with_epsilon (near[2].middle, 62, 1e-9);
  plot_spread (edge, 3, 0, 100);
  g_assert_cmpfloat_with_epsilon (edge[0].middle, 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (edge[1].middle, 15, 1e-9);
  g_assert_cmpfloat_with_epsilon (edge[2].middle, 95, 1e-9);
  plot_spread (apart, 2, 0, 100);
  g_assert_cmpfloat (apart[0].middle, ==, 10);
  g_assert_cmpfloat (apart[1].middle, ==, 60);
}

/* Whatever the wishes: in order, in the room, without overlap. */
static void
test_spread_never_overlaps (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 20);
      g_autofree PlotSpread *items = g_new0 (PlotSpread, n);
      double want = -20;

      for (guint i = 0; i < n; i++)
        {
          want += g_test_rand_double_range (0, 15);
          items[i] = (PlotSpread){ want, g_test_rand_double_range (1, 10), 0 };
        }
      plot_spread (items, n, 0, 200);
      for (guint i = 0; i < n; i++)
        {
          double top = items[i].middle - items[i].size / 2;
          double above = i > 0 ? items[i - 1].middle + items[i - 1].size / 2 : 0;

          g_assert_cmpfloat (top, >=, above - 1e-9);
          g_assert_cmpfloat (items[i].middle + items[i].size / 2, <=, 200 + 1e-9);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/scale/ticks", test_ticks);
  g_test_add_func ("/plot/scale/ticks-are-exact", test_ticks_are_exact);
  g_test_add_func ("/plot/scale/finest-step", test_finest_step);
  g_test_add_func ("/plot/scale/linear-round-trip", test_linear_round_trip);
  g_test_add_func ("/plot/scale/band", test_band);
  g_test_add_func ("/plot/scale/period", test_period);
  g_test_add_func ("/plot/spread/examples", test_spread);
  g_test_add_func ("/plot/spread/never-overlaps", test_spread_never_overlaps);
  return g_test_run ();
}

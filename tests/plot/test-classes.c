/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes of values: round limits, every value in one of them, and no class that swallows all. */

#include "plot/plot-classes.h"

#include <math.h>

static PlotClasses
classify (const double *values, guint n, double centre, guint finest)
{
  g_autofree double *copy = g_memdup2 (values, n * sizeof (double));
  PlotClasses classes;

  plot_classes_init (&classes, copy, n, centre, finest);
  return classes;
}

static guint
count (const PlotClasses *classes, const double *values, guint n, guint class)
{
  guint found = 0;

  for (guint i = 0; i < n; i++)
    found += plot_classes_find (classes, values[i]) == class;
  return found;
}

static void
test_round (void)
{
  g_assert_cmpfloat (plot_round_between (118, 134), ==, 120);
  g_assert_cmpfloat (plot_round_between (163, 1234567), ==, 1e6);
  g_assert_cmpfloat (plot_round_between (99, 100), ==, 100);
  g_assert_cmpfloat (plot_round_between (100, 101), ==, 101);
  g_assert_cmpfloat (plot_round_between (-3.2, 4), ==, 0);
  g_assert_cmpfloat (plot_round_between (-7.5, -6.1), ==, -7);
  g_assert_cmpfloat (plot_round_between (0.123, 0.1241), ==, 0.124);
}

static void
test_equal_steps (void)
{
  double values[60];
  PlotClasses classes;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 22.5 + 77.0 * i / 60;
  classes = classify (values, G_N_ELEMENTS (values), NAN, 1);
  g_assert_cmpuint (classes.n, ==, 4);
  g_assert_true (classes.round_ends);
  g_assert_cmpfloat (classes.limits[0], ==, 20);
  g_assert_cmpfloat (classes.limits[1], ==, 40);
  g_assert_cmpfloat (classes.limits[4], ==, 100);
  g_assert_cmpuint (classes.decimals, ==, 0);
  /* A limit belongs to the class above it, the last one's end to it. */
  g_assert_cmpuint (plot_classes_find (&classes, 40), ==, 1);
  g_assert_cmpuint (plot_classes_find (&classes, 39.99), ==, 0);
  g_assert_cmpuint (plot_classes_find (&classes, 100), ==, 3);
}

/* One value ten thousand times the others neither empties the classes nor joins them all. */
static void
test_outlier (void)
{
  double values[63];
  PlotClasses classes;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i == 49 ? 1234567 : 123 + (i * 7) % 40;
  classes = classify (values, G_N_ELEMENTS (values), NAN, 0);
  g_assert_cmpuint (classes.n, >=, 4);
  g_assert_cmpuint (count (&classes, values, G_N_ELEMENTS (values), classes.n - 1), ==, 1);
  for (guint i = 0; i < classes.n; i++)
    {
      guint n = count (&classes, values, G_N_ELEMENTS (values), i);

      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (n, <, 40);
    }
  g_assert_cmpfloat (fmod (classes.limits[1], 5), ==, 0);
}

static void
test_diverging (void)
{
  static const double values[] = { -21.4, -8.25, -3, 0, 2, 4, 6.5, 12.5, 15.1, 18, 44, 412.5 };
  PlotClasses classes = classify (values, G_N_ELEMENTS (values), 0, 1);

  g_assert_true (classes.diverging);
  g_assert_cmpfloat (classes.limits[classes.n_below], ==, 0);
  /* What did not change has a class of its own, and the pale ink between the two directions. */
  g_assert_cmpuint (classes.n - classes.n_below, ==, 4);
  g_assert_cmpuint (plot_classes_find (&classes, 0), ==, classes.n_below);
  g_assert_cmpuint (plot_classes_find (&classes, 0.1), ==, classes.n_below + 1);
  g_assert_cmpuint (plot_classes_ink (&classes, classes.n_below), ==,
                    PLOT_INK_DIVERGENCE + PLOT_N_STEPS / 2);
  g_assert_cmpuint (plot_classes_find (&classes, -0.1), ==, classes.n_below - 1);
  g_assert_cmpuint (count (&classes, values, G_N_ELEMENTS (values), classes.n - 1), <, 4);
  /* Equally far from the centre is equally strong. */
  g_assert_cmpuint (plot_classes_ink (&classes, classes.n_below + 1) - PLOT_INK_DIVERGENCE
                        + plot_classes_ink (&classes, classes.n_below - 1) - PLOT_INK_DIVERGENCE,
                    ==, PLOT_N_STEPS - 1);
}

static void
test_one_side (void)
{
  static const double below[] = { -30, -20, -12, -7, -1 }, above[] = { 1, 2, 3 };
  PlotClasses classes = classify (below, G_N_ELEMENTS (below), 0, 0);

  g_assert_cmpuint (classes.n_below, ==, classes.n);
  g_assert_cmpuint (classes.n, >=, 3);
  classes = classify (above, G_N_ELEMENTS (above), 0, 0);
  g_assert_cmpuint (classes.n_below, ==, 0);
  g_assert_cmpuint (plot_classes_ink (&classes, 0), >, PLOT_INK_DIVERGENCE + PLOT_N_STEPS / 2);
}

/* Nothing but zeros, and zeros with changes of one direction. */
static void
test_unchanged (void)
{
  static const double none[] = { 0, 0, 0 }, fell[] = { -10, -5, 0, 0 };
  PlotClasses classes = classify (none, G_N_ELEMENTS (none), 0, 0);

  g_assert_cmpuint (classes.n, ==, 1);
  g_assert_cmpuint (plot_classes_find (&classes, 0), ==, 0);
  g_assert_cmpuint (plot_classes_ink (&classes, 0), ==, PLOT_INK_DIVERGENCE + PLOT_N_STEPS / 2);
  classes = classify (fell, G_N_ELEMENTS (fell), 0, 0);
  g_assert_cmpuint (plot_classes_find (&classes, 0), ==, classes.n - 1);
  g_assert_cmpuint (plot_classes_find (&classes, -5), <, classes.n - 1);
  g_assert_cmpuint (count (&classes, fell, G_N_ELEMENTS (fell), classes.n - 1), ==, 2);
}

static void
test_few (void)
{
  static const double one[] = { 7, 7, 7 }, two[] = { 3, 9 };
  PlotClasses classes = classify (one, 0, NAN, 0);

  g_assert_cmpuint (classes.n, ==, 0);
  classes = classify (one, G_N_ELEMENTS (one), NAN, 0);
  g_assert_cmpuint (classes.n, ==, 1);
  g_assert_cmpuint (plot_classes_find (&classes, 7), ==, 0);
  classes = classify (two, G_N_ELEMENTS (two), NAN, 0);
  g_assert_cmpuint (plot_classes_find (&classes, 3), !=, plot_classes_find (&classes, 9));
  classes = classify (one, G_N_ELEMENTS (one), 0, 0);
  g_assert_cmpuint (plot_classes_find (&classes, 7), <, classes.n);
}

/* Whatever the values: limits go up, each value lies inside its class, and no limit is finer than
 * it must be. */
static void
test_random (void)
{
  for (guint round = 0; round < 400; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 80);
      g_autofree double *values = g_new (double, n);
      double centre = g_test_rand_int_range (0, 2) ? NAN : 0;
      PlotClasses classes;

      for (guint i = 0; i < n; i++)
        values[i] = rint (g_test_rand_double_range (-1, 3)
                          * pow (10, g_test_rand_double_range (0, 7)))
                    / 10;
      classes = classify (values, n, centre, 1);
      g_assert_cmpuint (classes.n, >=, 1);
      g_assert_cmpuint (classes.n, <=, 7);
      for (guint i = 1; i < classes.n; i++)
        g_assert_cmpfloat (classes.limits[i], <=, classes.limits[i + 1]);
      for (guint i = 0; i < n; i++)
        {
          guint class = plot_classes_find (&classes, values[i]);

          g_assert_cmpuint (class, <, classes.n);
          if (class > 0)
            g_assert_cmpfloat (values[i], >=, classes.limits[class]);
          if (class + 1 < classes.n && (classes.n_centre == 0 || values[i] != centre))
            g_assert_cmpfloat (values[i], <, classes.limits[class + 1]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/classes/round", test_round);
  g_test_add_func ("/plot/classes/equal-steps", test_equal_steps);
  g_test_add_func ("/plot/classes/outlier", test_outlier);
  g_test_add_func ("/plot/classes/diverging", test_diverging);
  g_test_add_func ("/plot/classes/one-side", test_one_side);
  g_test_add_func ("/plot/classes/unchanged", test_unchanged);
  g_test_add_func ("/plot/classes/few", test_few);
  g_test_add_func ("/plot/classes/random", test_random);
  return g_test_run ();
}

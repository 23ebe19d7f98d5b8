/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours by calculation: text can be read on what it stands on, and what stands side by side in one
 * chart can be told apart by readers with and without all three kinds of cones. */

#include <math.h>

#include "plot/plot-classes.h"
#include "plot/plot-colour.h"

static void
test_contrast (void)
{
  for (PlotTheme theme = PLOT_THEME_LIGHT; theme <= PLOT_THEME_PRINT; theme++)
    {
      PlotColour page = plot_theme_mark_colour (theme, PLOT_INK_PAGE);
      double least = theme == PLOT_THEME_HIGH_CONTRAST ? 7 : 4.5;

      for (PlotInk ink = PLOT_INK_TEXT; ink < PLOT_N_INKS; ink++)
        {
          double contrast = plot_colour_contrast (plot_theme_text_colour (theme, ink), page);

          if (ink != PLOT_INK_GRID && contrast < least)
            g_error ("%s text on %s has a contrast of %.2f", plot_ink_to_string (ink),
                     plot_theme_to_string (theme), contrast);
        }
    }
}

/* A value stands in a tile of any step. */
static void
test_contrast_on_classes (void)
{
  for (PlotTheme theme = PLOT_THEME_LIGHT; theme <= PLOT_THEME_PRINT; theme++)
    for (PlotInk ink = PLOT_INK_SEQUENCE; ink < PLOT_INK_DIVERGENCE + PLOT_N_STEPS; ink++)
      {
        double contrast = plot_colour_contrast (plot_theme_text_colour (theme, ink),
                                                plot_theme_mark_colour (theme, ink));

        if (contrast < 4.5)
          g_error ("text on %s of %s has a contrast of %.2f", plot_ink_to_string (ink),
                   plot_theme_to_string (theme), contrast);
      }
}

/* Full protan-, deuteran- and tritanopia on linear RGB, after Machado, Oliveira and Fernandes
 * (2009), A Physiologically-based Model for Simulation of Color Vision Deficiency; the first is
 * none. */
static const double visions[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};
static const char *const vision_names[] = { "full colour vision", "protanopia", "deuteranopia",
                                            "tritanopia" };

typedef struct
{
  double l, a, b;
} Lab;

static double
lab_curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIE L*a*b* under D65 of a colour as that vision sees it. */
static Lab
to_lab (PlotColour c, const double vision[3][3])
{
  const double rgb[3] = { plot_colour_to_light (c.red), plot_colour_to_light (c.green),
                          plot_colour_to_light (c.blue) };
  double seen[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (vision[i][0] * rgb[0] + vision[i][1] * rgb[1] + vision[i][2] * rgb[2], 0, 1);
  x = lab_curve ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = lab_curve (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = lab_curve ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  return (Lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

static double
hue_of (double a, double b)
{
  double hue = atan2 (b, a) * 180 / G_PI;

  return hue < 0 ? hue + 360 : hue;
}

static double
mean_hue (double one, double other)
{
  if (fabs (one - other) <= 180)
    return (one + other) / 2;
  return (one + other + (one + other < 360 ? 360 : -360)) / 2;
}

/* CIEDE2000, after Sharma, Wu and Dalal (2005), The CIEDE2000 Color-Difference Formula. */
static double
ciede2000 (Lab one, Lab other)
{
  double chroma = (hypot (one.a, one.b) + hypot (other.a, other.b)) / 2;
  double g = 0.5 * (1 - sqrt (pow (chroma, 7) / (pow (chroma, 7) + pow (25, 7))));
  double a1 = one.a * (1 + g), a2 = other.a * (1 + g);
  double c1 = hypot (a1, one.b), c2 = hypot (a2, other.b), c = (c1 + c2) / 2;
  double h1 = hue_of (a1, one.b), h2 = hue_of (a2, other.b);
  double turn = c1 * c2 > 0 ? remainder (h2 - h1, 360) : 0;
  double h = c1 * c2 > 0 ? mean_hue (h1, h2) : h1 + h2;
  double dl = other.l - one.l, dc = c2 - c1, dh = 2 * sqrt (c1 * c2) * sin (radians (turn) / 2);
  double l50 = pow ((one.l + other.l) / 2 - 50, 2);
  double t = 1 - 0.17 * cos (radians (h - 30)) + 0.24 * cos (radians (2 * h))
             + 0.32 * cos (radians (3 * h + 6)) - 0.2 * cos (radians (4 * h - 63));
  double sl = 1 + 0.015 * l50 / sqrt (20 + l50), sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
  double rotation = -sin (radians (60 * exp (-pow ((h - 275) / 25, 2)))) * 2
                    * sqrt (pow (c, 7) / (pow (c, 7) + pow (25, 7)));

  return sqrt (pow (dl / sl, 2) + pow (dc / sc, 2) + pow (dh / sh, 2)
               + rotation * dc / sc * dh / sh);
}

/* Pairs of the paper's table, so that the measure itself is known to be right. */
static void
test_measure (void)
{
  static const struct
  {
    Lab one, other;
    double apart;
  } pairs[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, 2.5, 0 }, { 50, 0, -2.5 }, 4.3065 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (ciede2000 (pairs[i].one, pairs[i].other), pairs[i].apart, 1e-4);
}

static void
check_apart (PlotTheme theme, PlotInk a, PlotInk b, double least)
{
  for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
    {
      double apart = ciede2000 (to_lab (plot_theme_mark_colour (theme, a), visions[v]),
                                to_lab (plot_theme_mark_colour (theme, b), visions[v]));

      if (apart < least)
        g_error ("%s: %s and %s are only %.1f apart with %s", plot_theme_to_string (theme),
                 plot_ink_to_string (a), plot_ink_to_string (b), apart, vision_names[v]);
    }
}

/* Any two of accent, context and hues may stand in one chart: ten units, where two are what can be
 * seen side by side. */
static void
test_categories (void)
{
  for (PlotTheme theme = PLOT_THEME_LIGHT; theme <= PLOT_THEME_PRINT; theme++)
    for (PlotInk a = PLOT_INK_ACCENT; a < PLOT_N_INKS; a++)
      for (PlotInk b = PLOT_INK_ACCENT; b < a; b++)
        check_apart (theme, a, b, 10);
}

/* Of any number of classes any two differ, and the palest from the page. */
static void
check_classes (PlotTheme theme, const PlotClasses *classes)
{
  for (guint i = 0; i < classes->n; i++)
    {
      check_apart (theme, plot_classes_ink (classes, i), PLOT_INK_PAGE, 6);
      for (guint j = 0; j < i; j++)
        check_apart (theme, plot_classes_ink (classes, i), plot_classes_ink (classes, j), 6);
    }
}

static void
test_classes (void)
{
  for (PlotTheme theme = PLOT_THEME_LIGHT; theme <= PLOT_THEME_PRINT; theme++)
    {
      for (guint n = 1; n <= 7; n++)
        check_classes (theme, &(PlotClasses){ .n = n });
      for (guint below = 0; below <= 4; below++)
        for (guint above = 0; above <= 4; above++)
          if (below + above > 0 && (below <= 3 || above == 0) && (above <= 3 || below == 0))
            check_classes (
                theme, &(PlotClasses){ .n = below + above, .n_below = below, .diverging = TRUE });
    }
}

/* More is darker (on a dark page lighter) all the way, so that the order is seen without hue. */
static void
test_order (void)
{
  for (PlotTheme theme = PLOT_THEME_LIGHT; theme <= PLOT_THEME_PRINT; theme++)
    {
      double direction = theme == PLOT_THEME_DARK ? 1 : -1;

      for (PlotInk ink = PLOT_INK_SEQUENCE + 1; ink < PLOT_INK_DIVERGENCE; ink++)
        g_assert_cmpfloat (
            direction * to_lab (plot_theme_mark_colour (theme, ink), visions[0]).l, >,
            direction * to_lab (plot_theme_mark_colour (theme, ink - 1), visions[0]).l);
    }
}

static void
test_mix (void)
{
  PlotColour a = { 0.2, 0.4, 0.6 }, b = { 1, 1, 1 };
  PlotColour same = plot_colour_mix (a, b, 0), other = plot_colour_mix (a, b, 1);

  g_assert_cmpfloat_with_epsilon (same.green, a.green, 1e-9);
  g_assert_cmpfloat_with_epsilon (other.red, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (plot_colour_contrast ((PlotColour){ 0, 0, 0 }, b), 21, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/colour/contrast", test_contrast);
  g_test_add_func ("/plot/colour/contrast-on-classes", test_contrast_on_classes);
  g_test_add_func ("/plot/colour/measure", test_measure);
  g_test_add_func ("/plot/colour/categories", test_categories);
  g_test_add_func ("/plot/colour/classes", test_classes);
  g_test_add_func ("/plot/colour/order", test_order);
  g_test_add_func ("/plot/colour/mix", test_mix);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the mixing and the contrast of colours. Knows no theme and no ink. */

#include "plot-colour.h"

#include <math.h>

double
plot_colour_to_light (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
plot_colour_from_light (double light)
{
  return light <= 0.0031308 ? 12.92 * light : 1.055 * pow (light, 1 / 2.4) - 0.055;
}

static void
to_oklab (PlotColour c, double lab[3])
{
  double r = plot_colour_to_light (c.red), g = plot_colour_to_light (c.green);
  double b = plot_colour_to_light (c.blue);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
channel_of (double light)
{
  return round (255 * plot_colour_from_light (CLAMP (light, 0, 1))) / 255;
}

static PlotColour
from_oklab (const double lab[3])
{
  double l = pow (lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
  double m = pow (lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
  double s = pow (lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);

  return (PlotColour){ channel_of (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                       channel_of (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                       channel_of (-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s) };
}

PlotColour
plot_colour_mix (PlotColour a, PlotColour b, double share)
{
  double one[3], other[3], mixed[3];

  to_oklab (a, one);
  to_oklab (b, other);
  for (guint i = 0; i < 3; i++)
    mixed[i] = one[i] + (other[i] - one[i]) * share;
  return from_oklab (mixed);
}

static double
luminance (PlotColour c)
{
  return 0.2126 * plot_colour_to_light (c.red) + 0.7152 * plot_colour_to_light (c.green)
         + 0.0722 * plot_colour_to_light (c.blue);
}

double
plot_colour_contrast (PlotColour a, PlotColour b)
{
  double one = luminance (a) + 0.05, other = luminance (b) + 0.05;

  return one > other ? one / other : other / one;
}

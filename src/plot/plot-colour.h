/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic of colours: what the themes mix and what makes text readable. Internal to libplot. */

#pragma once

#include "plot-theme.h"

G_BEGIN_DECLS

/* The colour at share (0-1) of the way from a to b in OKLab, where equal steps look equal (Björn
 * Ottosson, A perceptual color space for image processing, 2020), rounded to 8 bits a channel. */
PlotColour plot_colour_mix (PlotColour a, PlotColour b, double share);
/* Contrast as WCAG 2.1 defines it: 1 for equal colours, 21 for black and white. */
double plot_colour_contrast (PlotColour a, PlotColour b);
/* A channel of sRGB (0-1) as an amount of light, and back. */
double plot_colour_to_light (double channel);
double plot_colour_from_light (double light);

G_END_DECLS

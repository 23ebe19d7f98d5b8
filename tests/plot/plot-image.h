/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparison of pictures with a tolerance, after GTK's reftest-compare. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* NULL when the two look alike: no pixel's channel is off by more than tolerance (0-255), except
 * for stray ones up to a share of all pixels; another size is never alike. Else an opaque
 * picture of the differences, amplified so that the smallest can be seen. */
cairo_surface_t *plot_image_compare (cairo_surface_t *one, cairo_surface_t *other, guint tolerance,
                                     double stray);

G_END_DECLS

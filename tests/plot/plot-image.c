/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the comparison of two image surfaces. */

#include "plot-image.h"

#include <stdlib.h>

/* The greatest difference of a channel; *difference is opaque, eight times as strong. */
static guint
compare_pixel (guint32 a, guint32 b, guint32 *difference)
{
  guint worst = 0;

  *difference = 0xff000000;
  for (guint shift = 0; shift < 24; shift += 8)
    {
      guint off = (guint) abs ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff));

      worst = MAX (worst, off);
      *difference |= MIN (off * 8, 0xff) << shift;
    }
  return worst;
}

static const guint32 *
get_row (cairo_surface_t *surface, int y)
{
  return (const guint32 *) (cairo_image_surface_get_data (surface)
                            + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));
}

cairo_surface_t *
plot_image_compare (cairo_surface_t *one, cairo_surface_t *other, guint tolerance, double stray)
{
  int width = cairo_image_surface_get_width (one), height = cairo_image_surface_get_height (one);
  gboolean same_size = cairo_image_surface_get_width (other) == width
                       && cairo_image_surface_get_height (other) == height;
  cairo_surface_t *result = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint n_off = 0;

  for (int y = 0; same_size && y < height; y++)
    {
      guint32 *row = (guint32 *) get_row (result, y);

      for (int x = 0; x < width; x++)
        n_off += compare_pixel (get_row (one, y)[x], get_row (other, y)[x], &row[x]) > tolerance;
    }
  cairo_surface_mark_dirty (result);
  if (same_size && n_off <= stray * width * height)
    g_clear_pointer (&result, cairo_surface_destroy);
  return result;
}

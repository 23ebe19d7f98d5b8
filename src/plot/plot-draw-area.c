/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns how areas are filled: what is known of a value as form, its series as colour and, on paper, as
 * lines. Must not measure or move anything. */

#include <math.h>

#include "plot-draw.h"

#define PALE 0.45
#define HATCH_TINT 0.22
#define HATCH_PITCH 5.0

static double
mix (double page, double ink, double share)
{
  return page + (ink - page) * share;
}

void
plot_draw_set_ink (cairo_t *cr, const PlotLayout *self, PlotInk ink, double share)
{
  PlotColour c = plot_theme_mark_colour (self->theme, ink);
  PlotColour page = plot_theme_mark_colour (self->theme, PLOT_INK_PAGE);

  cairo_set_source_rgb (cr, mix (page.red, c.red, share), mix (page.green, c.green, share),
                        mix (page.blue, c.blue, share));
}

/* Lines at 45 degrees that start from the chart's origin, so that neighbours' hatches meet. */
static void
draw_hatch (cairo_t *cr, const PlotRect *box)
{
  double first = floor ((box->x - box->y - box->height) / HATCH_PITCH) * HATCH_PITCH;

  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1.4);
  for (double at = first; at <= box->x + box->width - box->y; at += HATCH_PITCH)
    {
      cairo_move_to (cr, at + box->y, box->y);
      cairo_line_to (cr, at + box->y + box->height, box->y + box->height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Pitches of lines for each hue, 0 for none. */
static const struct
{
  double across, up, rising;
} patterns[PLOT_N_HUES] = { { 0, 0, 0 }, { 0, 0, 5 }, { 4, 0, 0 }, { 0, 4, 0 },
                            { 6, 6, 0 }, { 9, 0, 0 }, { 0, 9, 0 }, { 0, 0, 10 } };

/* Whether areas of that ink have lines, which those of the first hue do without. */
static gboolean
has_pattern (const PlotLayout *self, PlotInk ink)
{
  return self->theme == PLOT_THEME_PRINT && ink > PLOT_INK_HUE && ink < PLOT_INK_HUE + PLOT_N_HUES
         && plot_figure_n_series (self->figure) > 1;
}

gboolean
plot_draw_rim (const PlotLayout *self, const PlotText *text, PlotInk *ink)
{
  *ink = text->on ? text->ink : PLOT_INK_PAGE;
  return text->halo || (text->on && has_pattern (self, text->ink));
}

/* On paper colours may come out as greys: there the areas of several series have lines in the page's
 * colour, each hue its own, none like those of what is computed. */
static void
draw_pattern (cairo_t *cr, const PlotLayout *self, const PlotBox *box)
{
  guint hue = box->ink - PLOT_INK_HUE;
  const PlotRect *r = &box->box;
  double right = r->x + r->width, bottom = r->y + r->height, pitch;

  if (!has_pattern (self, box->ink))
    return;
  cairo_save (cr);
  cairo_rectangle (cr, r->x, r->y, r->width, r->height);
  cairo_clip (cr);
  plot_draw_set_ink (cr, self, PLOT_INK_PAGE, 1);
  cairo_set_line_width (cr, 1);
  pitch = patterns[hue].across;
  for (double y = r->y + pitch / 2; pitch > 0 && y < bottom; y += pitch)
    {
      cairo_move_to (cr, r->x, y);
      cairo_line_to (cr, right, y);
    }
  pitch = patterns[hue].up;
  for (double x = r->x + pitch / 2; pitch > 0 && x < right; x += pitch)
    {
      cairo_move_to (cr, x, r->y);
      cairo_line_to (cr, x, bottom);
    }
  pitch = patterns[hue].rising * G_SQRT2;
  for (double x = r->x; pitch > 0 && x < right + r->height; x += pitch)
    {
      cairo_move_to (cr, x, r->y);
      cairo_line_to (cr, x - r->height, bottom);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The colour means the value, so what else is known changes the form alone: not exact leaves only a
 * broad rim, computed cuts off a corner. */
static void
draw_class (cairo_t *cr, const PlotLayout *self, const PlotBox *box)
{
  const PlotRect *r = &box->box;
  double rim = PLOT_OPEN_RIM (r->width, r->height);
  double notch = MIN (0.34 * MIN (r->width, r->height), 9);

  plot_draw_set_ink (cr, self, box->ink, 1);
  cairo_rectangle (cr, r->x, r->y, r->width, r->height);
  cairo_fill (cr);
  plot_draw_set_ink (cr, self, PLOT_INK_PAGE, 1);
  if ((box->fill == PLOT_FILL_HOLLOW || box->fill == PLOT_FILL_HOLLOW_HATCH) && r->width > 2 * rim
      && r->height > 2 * rim)
    {
      cairo_rectangle (cr, r->x + rim, r->y + rim, r->width - 2 * rim, r->height - 2 * rim);
      cairo_fill (cr);
    }
  if (box->fill == PLOT_FILL_HATCH || box->fill == PLOT_FILL_HOLLOW_HATCH)
    {
      cairo_move_to (cr, r->x + r->width - notch, r->y);
      cairo_rel_line_to (cr, notch, 0);
      cairo_rel_line_to (cr, 0, notch);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  if (self->theme != PLOT_THEME_HIGH_CONTRAST)
    return;
  plot_draw_set_ink (cr, self, PLOT_INK_TEXT, 1);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, r->x + 0.5, r->y + 0.5, r->width - 1, r->height - 1);
  cairo_stroke (cr);
}

void
plot_draw_box (cairo_t *cr, const PlotLayout *self, const PlotBox *box)
{
  const PlotRect *r = &box->box;
  double share = box->pale ? PALE : 1;
  double rim = MIN (1.5, MIN (r->width, r->height) / 2);

  if (PLOT_INK_IS_CLASS (box->ink))
    {
      draw_class (cr, self, box);
      return;
    }
  plot_draw_set_ink (cr, self, box->ink,
                     box->fill == PLOT_FILL_SOLID   ? share
                     : box->fill == PLOT_FILL_HATCH ? HATCH_TINT * share
                                                    : 0);
  cairo_rectangle (cr, r->x, r->y, r->width, r->height);
  cairo_fill (cr);
  if (box->fill == PLOT_FILL_SOLID)
    {
      draw_pattern (cr, self, box);
      return;
    }
  plot_draw_set_ink (cr, self, box->ink, share);
  if (box->fill != PLOT_FILL_HOLLOW)
    draw_hatch (cr, r);
  cairo_set_line_width (cr, rim);
  cairo_rectangle (cr, r->x + rim / 2, r->y + rim / 2, r->width - rim, r->height - rim);
  cairo_stroke (cr);
}

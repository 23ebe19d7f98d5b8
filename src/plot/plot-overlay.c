/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns what is painted on top of a chart while a person points at it, and which part of time they
 * point at. Must not change the layout. */

#include <math.h>

#include "plot-draw.h"
#include "plot-layout.h"

static void
draw_highlight (cairo_t *cr, const PlotLayout *self, const PlotSpot *spot, double width)
{
  const PlotRect *b = &spot->bounds;

  cairo_new_path (cr);
  if (spot->round)
    cairo_arc (cr, b->x + b->width / 2, b->y + b->height / 2, b->width / 2 + 3, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, b->x - 1.5, b->y - 1.5, b->width + 3, b->height + 3);
  plot_draw_set_ink (cr, self, PLOT_INK_PAGE, 1);
  cairo_set_line_width (cr, width + 2);
  cairo_stroke_preserve (cr);
  plot_draw_set_ink (cr, self, PLOT_INK_TEXT, 1);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

void
plot_layout_draw_overlay (PlotLayout *self, cairo_t *cr, int hovered, int selected)
{
  int n = (int) PLOT_N_SPOTS (self);

  cairo_save (cr);
  if (hovered >= 0 && hovered < n && hovered != selected)
    draw_highlight (cr, self, PLOT_SPOT (self, hovered), 1.25);
  if (selected >= 0 && selected < n)
    draw_highlight (cr, self, PLOT_SPOT (self, selected), 2.25);
  cairo_restore (cr);
}

static guint
n_plots (const PlotLayout *self)
{
  return MAX (self->panels->len, 1);
}

static const PlotRect *
plot_at (const PlotLayout *self, guint i)
{
  return self->panels->len > 0 ? &g_array_index (self->panels, PlotRect, i) : &self->plot;
}

/* The first that is nearest to x: those below each other lie over the same time. */
static guint
plot_near (const PlotLayout *self, double x)
{
  double least = INFINITY;
  guint nearest = 0;

  for (guint i = 0; i < n_plots (self); i++)
    {
      const PlotRect *plot = plot_at (self, i);
      double away = MAX (MAX (plot->x - x, x - plot->x - plot->width), 0);

      if (away < least)
        {
          least = away;
          nearest = i;
        }
    }
  return nearest;
}

gboolean
plot_layout_time (PlotLayout *self, double *from, double *to)
{
  if (!self->has_time)
    return FALSE;
  *from = self->time.lo;
  *to = self->time.hi;
  return TRUE;
}

gboolean
plot_layout_time_between (PlotLayout *self, double x1, double x2, double *from, double *to)
{
  double left = MIN (x1, x2), right = MAX (x1, x2), shift;

  if (!self->has_time || right - left < 1)
    return FALSE;
  shift = plot_at (self, plot_near (self, x1))->x - plot_at (self, 0)->x;
  *from = MAX (plot_scale_unmap (&self->time, left - shift), self->time.lo);
  *to = MIN (plot_scale_unmap (&self->time, right - shift), self->time.hi);
  for (guint i = 0; i < PLOT_N_SPOTS (self); i++)
    {
      const PlotSpot *spot = PLOT_SPOT (self, i);
      double time = plot_figure_mark (self->figure, spot->series, spot->index)->x;

      if (time >= *from && time <= *to)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_inside (const PlotRect *plot, double x, double y)
{
  return x >= plot->x - 1 && x <= plot->x + plot->width + 1 && y >= plot->y - 1
         && y <= plot->y + plot->height + 1;
}

/* The time of mark in every panel, its value in its own. A whole line, since breaks and references
 * are dashed. */
void
plot_layout_draw_crosshair (PlotLayout *self, cairo_t *cr, int mark)
{
  const PlotRect *spot, *own;
  double x, y;

  if (!self->has_time || mark < 0 || mark >= (int) PLOT_N_SPOTS (self))
    return;
  spot = &PLOT_SPOT (self, mark)->bounds;
  x = spot->x + spot->width / 2;
  y = round (spot->y + spot->height / 2) + 0.5;
  own = plot_at (self, plot_near (self, x));
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < n_plots (self); i++)
    {
      const PlotRect *plot = plot_at (self, i);
      double at = round (x - own->x + plot->x) + 0.5;

      cairo_move_to (cr, at, plot->y);
      cairo_line_to (cr, at, plot->y + plot->height);
      if (n_plots (self) > 1 && !is_inside (plot, x, y))
        continue;
      cairo_move_to (cr, plot->x, y);
      cairo_line_to (cr, at, y);
    }
  plot_draw_set_ink (cr, self, PLOT_INK_MUTED, 1);
  cairo_set_line_width (cr, plot_theme_line_factor (self->theme));
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
plot_layout_draw_band (PlotLayout *self, cairo_t *cr, double x1, double x2)
{
  const PlotRect *own = plot_at (self, plot_near (self, x1));
  double left = CLAMP (MIN (x1, x2), own->x, own->x + own->width);
  double right = CLAMP (MAX (x1, x2), own->x, own->x + own->width);
  PlotColour c = plot_theme_mark_colour (self->theme, PLOT_INK_TEXT);

  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < n_plots (self); i++)
    {
      const PlotRect *plot = plot_at (self, i);

      cairo_rectangle (cr, round (left - own->x + plot->x) + 0.5, plot->y,
                       round (right) - round (left), plot->height);
    }
  cairo_set_source_rgba (cr, c.red, c.green, c.blue, 0.1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, c.red, c.green, c.blue);
  cairo_set_line_width (cr, plot_theme_line_factor (self->theme));
  cairo_stroke (cr);
  cairo_restore (cr);
}

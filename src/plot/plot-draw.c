/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns painting: the layout's arrays onto any cairo surface, screen and file alike. Must not
 * measure or move anything. */

#include <math.h>

#include "plot-draw.h"

#define PALE 0.45
#define HATCH_TINT 0.22
#define HATCH_PITCH 5.0
/* cairo's time for a stroke grows with the square of its crossings; round caps hide the seams. */
#define STROKE_CHUNK 48
/* Beyond so many points a line is a texture, of which nobody sees the 256 shades: a sixteenth of the
 * pixel is fine enough, and takes half the time. */
#define DENSE_PATH 512
#define DENSE_CHUNK 128

static double
mix (double page, double ink, double share)
{
  return page + (ink - page) * share;
}

/* share: of the ink against the page; mixed rather than translucent, so that no grid shines
 * through. */
static void
set_mark_ink (cairo_t *cr, const PlotLayout *self, PlotInk ink, double share)
{
  PlotColour c = plot_theme_mark_colour (self->theme, ink);
  PlotColour page = plot_theme_mark_colour (self->theme, PLOT_INK_PAGE);

  cairo_set_source_rgb (cr, mix (page.red, c.red, share), mix (page.green, c.green, share),
                        mix (page.blue, c.blue, share));
}

static void
set_text_ink (cairo_t *cr, const PlotLayout *self, PlotInk ink)
{
  PlotColour c = plot_theme_text_colour (self->theme, ink);

  cairo_set_source_rgb (cr, c.red, c.green, c.blue);
}

static void
draw_stroke (cairo_t *cr, const PlotLayout *self, const PlotStroke *stroke)
{
  static const double reference[] = { 5, 3 };
  static const double computed[] = { 4, 2.5 };
  /* A whole line from a single mark to its name would be read as values that stay the same. */
  static const double leader[] = { 1, 3 };

  if (stroke->kind == PLOT_STROKE_REFERENCE)
    cairo_set_dash (cr, reference, G_N_ELEMENTS (reference), 0);
  else if (stroke->kind == PLOT_STROKE_KEY_DASHED)
    cairo_set_dash (cr, computed, G_N_ELEMENTS (computed), 0);
  else if (stroke->kind == PLOT_STROKE_LEADER)
    cairo_set_dash (cr, leader, G_N_ELEMENTS (leader), 0);
  set_mark_ink (cr, self, stroke->ink, 1);
  cairo_set_line_width (cr, stroke->width * plot_theme_line_factor (self->theme));
  cairo_move_to (cr, stroke->x1, stroke->y1);
  cairo_line_to (cr, stroke->x2, stroke->y2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
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

/* On paper colours may come out as greys: there the areas of several series have lines in the page's
 * colour, each hue its own, none like those of what is computed. */
static void
draw_pattern (cairo_t *cr, const PlotLayout *self, const PlotBox *box)
{
  static const struct
  {
    double across, up, rising; /* pitches of lines, 0 for none */
  } patterns[PLOT_N_HUES] = { { 0, 0, 0 }, { 0, 0, 5 }, { 4, 0, 0 }, { 0, 4, 0 },
                              { 6, 6, 0 }, { 9, 0, 0 }, { 0, 9, 0 }, { 0, 0, 10 } };
  guint hue = box->ink - PLOT_INK_HUE;
  const PlotRect *r = &box->box;
  double right = r->x + r->width, bottom = r->y + r->height, pitch;

  if (self->theme != PLOT_THEME_PRINT || box->ink < PLOT_INK_HUE || hue >= PLOT_N_HUES
      || plot_figure_n_series (self->figure) < 2)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, r->x, r->y, r->width, r->height);
  cairo_clip (cr);
  set_mark_ink (cr, self, PLOT_INK_PAGE, 1);
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

  set_mark_ink (cr, self, box->ink, 1);
  cairo_rectangle (cr, r->x, r->y, r->width, r->height);
  cairo_fill (cr);
  set_mark_ink (cr, self, PLOT_INK_PAGE, 1);
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
  set_mark_ink (cr, self, PLOT_INK_TEXT, 1);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, r->x + 0.5, r->y + 0.5, r->width - 1, r->height - 1);
  cairo_stroke (cr);
}

static void
draw_box (cairo_t *cr, const PlotLayout *self, const PlotBox *box)
{
  const PlotRect *r = &box->box;
  double share = box->pale ? PALE : 1;
  double rim = MIN (1.5, MIN (r->width, r->height) / 2);

  if (PLOT_INK_IS_CLASS (box->ink))
    {
      draw_class (cr, self, box);
      return;
    }
  set_mark_ink (cr, self, box->ink,
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
  set_mark_ink (cr, self, box->ink, share);
  if (box->fill != PLOT_FILL_HOLLOW)
    draw_hatch (cr, r);
  cairo_set_line_width (cr, rim);
  cairo_rectangle (cr, r->x + rim / 2, r->y + rim / 2, r->width - rim, r->height - rim);
  cairo_stroke (cr);
}

static void
draw_path (cairo_t *cr, const PlotLayout *self, const PlotPath *path)
{
  static const double dashes[] = { 4, 3.5 };
  const PlotPoint *points = &g_array_index (self->points, PlotPoint, path->first);
  gboolean dense = path->n > DENSE_PATH;
  guint chunk = dense ? DENSE_CHUNK : STROKE_CHUNK;

  if (path->dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_antialias (cr, dense ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
  cairo_set_line_join (cr, dense ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, path->dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, path->width * plot_theme_line_factor (self->theme));
  set_mark_ink (cr, self, path->ink, 1);
  for (guint i = 0; i < path->n; i++)
    {
      cairo_line_to (cr, points[i].x, points[i].y);
      if (path->dashed || i % chunk != chunk - 1)
        continue;
      cairo_stroke (cr);
      cairo_move_to (cr, points[i].x, points[i].y);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
trace_polygon (cairo_t *cr, double x, double y, double radius, guint corners, double turn,
               double inner)
{
  guint n = inner > 0 ? corners * 2 : corners;

  for (guint i = 0; i < n; i++)
    {
      double angle = turn + 2 * G_PI * i / n;
      double r = inner > 0 && i % 2 == 1 ? radius * inner : radius;

      cairo_line_to (cr, x + r * cos (angle), y + r * sin (angle));
    }
  cairo_close_path (cr);
}

/* Radii are set so that all shapes weigh about the same. */
static void
trace_shape (cairo_t *cr, const PlotSymbol *s)
{
  cairo_new_path (cr);
  switch (s->shape)
    {
    case PLOT_SHAPE_SQUARE:
      trace_polygon (cr, s->x, s->y, s->radius * 1.25, 4, G_PI / 4, 0);
      break;
    case PLOT_SHAPE_TRIANGLE:
      trace_polygon (cr, s->x, s->y + s->radius * 0.15, s->radius * 1.35, 3, -G_PI / 2, 0);
      break;
    case PLOT_SHAPE_DIAMOND:
      trace_polygon (cr, s->x, s->y, s->radius * 1.3, 4, 0, 0);
      break;
    case PLOT_SHAPE_TRIANGLE_DOWN:
      trace_polygon (cr, s->x, s->y - s->radius * 0.15, s->radius * 1.35, 3, G_PI / 2, 0);
      break;
    case PLOT_SHAPE_HEXAGON:
      trace_polygon (cr, s->x, s->y, s->radius * 1.15, 6, 0, 0);
      break;
    case PLOT_SHAPE_STAR:
      trace_polygon (cr, s->x, s->y, s->radius * 1.5, 5, -G_PI / 2, 0.45);
      break;
    case PLOT_SHAPE_PENTAGON:
      trace_polygon (cr, s->x, s->y, s->radius * 1.2, 5, -G_PI / 2, 0);
      break;
    case PLOT_SHAPE_CIRCLE:
    case PLOT_SHAPE_CROSS:
    default:
      cairo_arc (cr, s->x, s->y, s->radius, 0, 2 * G_PI);
      cairo_close_path (cr);
    }
}

static void
draw_cross (cairo_t *cr, const PlotSymbol *s)
{
  cairo_move_to (cr, s->x - s->radius, s->y - s->radius);
  cairo_line_to (cr, s->x + s->radius, s->y + s->radius);
  cairo_move_to (cr, s->x - s->radius, s->y + s->radius);
  cairo_line_to (cr, s->x + s->radius, s->y - s->radius);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* Not exact: the page shows through. Computed: the lower half is filled. */
static void
draw_symbol (cairo_t *cr, const PlotLayout *self, const PlotSymbol *s)
{
  gboolean half = s->fill == PLOT_FILL_HATCH || s->fill == PLOT_FILL_HOLLOW_HATCH;

  set_mark_ink (cr, self, s->shape == PLOT_SHAPE_CROSS ? s->ink : PLOT_INK_PAGE, 1);
  if (s->shape == PLOT_SHAPE_CROSS)
    {
      draw_cross (cr, s);
      return;
    }
  trace_shape (cr, s);
  if (s->fill != PLOT_FILL_SOLID)
    cairo_fill_preserve (cr);
  set_mark_ink (cr, self, s->ink, 1);
  if (s->fill == PLOT_FILL_SOLID)
    cairo_fill_preserve (cr);
  cairo_set_line_width (cr, s->fill == PLOT_FILL_SOLID ? 0.5 : 1.75);
  cairo_stroke (cr);
  if (!half)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, s->x - 2 * s->radius, s->y, 4 * s->radius, 2 * s->radius);
  cairo_clip (cr);
  trace_shape (cr, s);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_text (cairo_t *cr, const PlotLayout *self, const PlotText *text)
{
  double x = text->box.x - text->dx;

  if (text->halo)
    {
      cairo_move_to (cr, x, text->box.y);
      pango_cairo_layout_path (cr, text->layout);
      set_mark_ink (cr, self, PLOT_INK_PAGE, 1);
      cairo_set_line_width (cr, 3);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  set_text_ink (cr, self, text->on ? plot_theme_ink_on (self->theme, text->ink) : text->ink);
  cairo_move_to (cr, x, text->box.y);
  pango_cairo_show_layout (cr, text->layout);
}

/* Which parts are painted: those that belong to nobody, to one series, or to the others. */
typedef enum
{
  LAYER_ALL,
  LAYER_FRAME,
  LAYER_OTHERS,
  LAYER_SERIES,
} Layer;

static gboolean
is_in (Layer layer, guint owner, guint series)
{
  switch (layer)
    {
    case LAYER_FRAME:
      return owner == 0;
    case LAYER_OTHERS:
      return owner != 0 && owner != series + 1;
    case LAYER_SERIES:
      return owner == series + 1;
    case LAYER_ALL:
    default:
      return TRUE;
    }
}

static void
draw_strokes (cairo_t *cr, const PlotLayout *self, Layer layer, guint series, gboolean front)
{
  for (guint i = 0; i < self->strokes->len; i++)
    {
      const PlotStroke *stroke = &g_array_index (self->strokes, PlotStroke, i);

      if ((stroke->kind >= PLOT_STROKE_AXIS) == front && is_in (layer, stroke->series, series))
        draw_stroke (cr, self, stroke);
    }
}

#define DRAW_EACH(array, Type, draw)                                                               \
  for (guint i = 0; i < (array)->len; i++)                                                         \
    {                                                                                              \
      const Type *part = &g_array_index ((array), Type, i);                                        \
                                                                                                   \
      if (is_in (layer, part->series, series))                                                     \
        draw (cr, self, part);                                                                     \
    }

static void
draw_shapes (cairo_t *cr, const PlotLayout *self, Layer layer, guint series)
{
  draw_strokes (cr, self, layer, series, FALSE);
  DRAW_EACH (self->boxes, PlotBox, draw_box)
  draw_strokes (cr, self, layer, series, TRUE);
  DRAW_EACH (self->paths, PlotPath, draw_path)
  DRAW_EACH (self->symbols, PlotSymbol, draw_symbol)
}

static void
draw_texts (cairo_t *cr, const PlotLayout *self, Layer layer, guint series)
{
  DRAW_EACH (self->texts, PlotText, draw_text)
}

static void
draw_page (cairo_t *cr, const PlotLayout *self, gboolean background)
{
  cairo_new_path (cr);
  if (!background)
    return;
  set_mark_ink (cr, self, PLOT_INK_PAGE, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
}

void
plot_draw_shapes (PlotLayout *self, cairo_t *cr, gboolean background)
{
  cairo_save (cr);
  draw_page (cr, self, background);
  draw_shapes (cr, self, LAYER_ALL, 0);
  cairo_restore (cr);
}

void
plot_layout_draw (PlotLayout *self, cairo_t *cr, gboolean background)
{
  plot_draw_shapes (self, cr, background);
  cairo_save (cr);
  cairo_new_path (cr);
  draw_texts (cr, self, LAYER_ALL, 0);
  cairo_restore (cr);
}

static void
draw_layer (cairo_t *cr, const PlotLayout *self, Layer layer, guint series)
{
  draw_shapes (cr, self, layer, series);
  draw_texts (cr, self, layer, series);
}

void
plot_layout_draw_emphasis (PlotLayout *self, cairo_t *cr, gboolean background, guint series)
{
  cairo_save (cr);
  draw_page (cr, self, background);
  draw_layer (cr, self, LAYER_FRAME, series);
  cairo_push_group (cr);
  draw_layer (cr, self, LAYER_OTHERS, series);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, self->theme == PLOT_THEME_HIGH_CONTRAST ? 0.35 : 0.22);
  draw_layer (cr, self, LAYER_SERIES, series);
  cairo_restore (cr);
}

static void
draw_highlight (cairo_t *cr, const PlotLayout *self, const PlotSpot *spot, double width)
{
  const PlotRect *b = &spot->bounds;

  cairo_new_path (cr);
  if (spot->round)
    cairo_arc (cr, b->x + b->width / 2, b->y + b->height / 2, b->width / 2 + 3, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, b->x - 1.5, b->y - 1.5, b->width + 3, b->height + 3);
  set_mark_ink (cr, self, PLOT_INK_PAGE, 1);
  cairo_set_line_width (cr, width + 2);
  cairo_stroke_preserve (cr);
  set_mark_ink (cr, self, PLOT_INK_TEXT, 1);
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

void
plot_layout_draw_crosshair (PlotLayout *self, cairo_t *cr, int mark)
{
  static const double dashes[] = { 3, 3 };
  const PlotRect *plot = &self->plot;
  const PlotRect *spot;
  double x, y;

  if (!self->has_time || mark < 0 || mark >= (int) PLOT_N_SPOTS (self))
    return;
  spot = &PLOT_SPOT (self, mark)->bounds;
  x = round (spot->x + spot->width / 2) + 0.5;
  y = round (spot->y + spot->height / 2) + 0.5;
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x, plot->y);
  cairo_line_to (cr, x, plot->y + plot->height);
  cairo_move_to (cr, plot->x, y);
  cairo_line_to (cr, x, y);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  set_mark_ink (cr, self, PLOT_INK_MUTED, 1);
  cairo_set_line_width (cr, plot_theme_line_factor (self->theme));
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
plot_layout_draw_band (PlotLayout *self, cairo_t *cr, double x1, double x2)
{
  const PlotRect *plot = &self->plot;
  double left = CLAMP (MIN (x1, x2), plot->x, plot->x + plot->width);
  double right = CLAMP (MAX (x1, x2), plot->x, plot->x + plot->width);
  PlotColour c = plot_theme_mark_colour (self->theme, PLOT_INK_TEXT);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, round (left) + 0.5, plot->y, round (right) - round (left), plot->height);
  cairo_set_source_rgba (cr, c.red, c.green, c.blue, 0.1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, c.red, c.green, c.blue);
  cairo_set_line_width (cr, plot_theme_line_factor (self->theme));
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns painting: the layout's arrays onto any cairo surface, screen and file alike. Must not
 * measure or move anything. */

#include <math.h>

#include "plot-draw.h"

/* cairo's own, and what is fine enough for the far side of a rim. */
#define TOLERANCE 0.1
#define RIM_TOLERANCE 0.5

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
  plot_draw_set_ink (cr, self, stroke->ink, 1);
  cairo_set_line_width (cr, stroke->width * plot_theme_line_factor (self->theme));
  cairo_move_to (cr, stroke->x1, stroke->y1);
  cairo_line_to (cr, stroke->x2, stroke->y2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_text (cairo_t *cr, const PlotLayout *self, const PlotText *text)
{
  double x = text->box.x - text->dx;
  PlotInk rim;

  if (plot_draw_rim (self, text, &rim))
    {
      cairo_move_to (cr, x, text->box.y);
      pango_cairo_layout_path (cr, text->layout);
      plot_draw_set_ink (cr, self, rim, 1);
      cairo_set_line_width (cr, PLOT_HALO_WIDTH);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_tolerance (cr, RIM_TOLERANCE);
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
      cairo_stroke (cr);
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
      cairo_set_tolerance (cr, TOLERANCE);
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

/* Many are drawn as stamps. */
static void
draw_symbols (cairo_t *cr, const PlotLayout *self, Layer layer, guint series)
{
  g_autoptr (PlotStamps) stamps = plot_stamps_new (cr, self);

  for (guint i = 0; i < self->symbols->len; i++)
    {
      const PlotSymbol *symbol = &g_array_index (self->symbols, PlotSymbol, i);

      if (!is_in (layer, symbol->series, series) || plot_stamps_add (stamps, symbol))
        continue;
      plot_stamps_draw (stamps);
      plot_draw_symbol (cr, self, symbol);
    }
  plot_stamps_draw (stamps);
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
  DRAW_EACH (self->boxes, PlotBox, plot_draw_box)
  draw_strokes (cr, self, layer, series, TRUE);
  DRAW_EACH (self->paths, PlotPath, plot_draw_path)
  draw_symbols (cr, self, layer, series);
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
  plot_draw_set_ink (cr, self, PLOT_INK_PAGE, 1);
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

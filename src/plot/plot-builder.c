/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns measuring and placing. Must not know kinds: it is told what to place and where. */

#include "plot-builder.h"

#include <math.h>

static PangoLayout *
create_layout (PlotBuilder *self, PlotStyle style)
{
  const PlotStyleRow *row = plot_style_row (style);
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (
      font, plot_text_family (pango_context_get_font_map (self->context)));
  pango_font_description_set_absolute_size (font,
                                            round (self->em * row->size * 4) / 4 * PANGO_SCALE);
  pango_font_description_set_weight (font, row->weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (row->tabular)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

static PlotLabel
measure (PlotBuilder *self, PlotStyle style, const char *text, double max_width, guint max_lines,
         PangoAlignment alignment)
{
  PlotLabel label = { .style = style };
  PangoRectangle logical;

  if (text == NULL || *text == '\0')
    return PLOT_LABEL_NONE;

  label.layout = create_layout (self, style);
  pango_layout_set_text (label.layout, text, -1);
  if (max_width > 0)
    {
      pango_layout_set_width (label.layout, (int) ceil (max_width * PANGO_SCALE));
      pango_layout_set_wrap (label.layout, max_lines > 1 ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (label.layout, alignment);
      pango_layout_get_extents (label.layout, NULL, &logical);
      /* Ellipsis comes second, since Pango would rather cut a long word than wrap before it. */
      if (logical.width > max_width * PANGO_SCALE + 1
          || pango_layout_get_line_count (label.layout) > (int) max_lines)
        {
          label.cut = TRUE;
          pango_layout_set_wrap (label.layout, PANGO_WRAP_WORD_CHAR);
          pango_layout_set_height (label.layout, -(int) max_lines);
          pango_layout_set_ellipsize (label.layout, PANGO_ELLIPSIZE_END);
        }
    }
  pango_layout_get_extents (label.layout, NULL, &logical);
  label.dx = (double) logical.x / PANGO_SCALE;
  label.width = (double) logical.width / PANGO_SCALE;
  label.height = (double) logical.height / PANGO_SCALE;
  return label;
}

PlotLabel
plot_builder_measure (PlotBuilder *self, PlotStyle style, const char *text, double max_width,
                      guint max_lines)
{
  return measure (self, style, text, max_width, max_lines, PANGO_ALIGN_LEFT);
}

PlotLabel
plot_builder_measure_centred (PlotBuilder *self, PlotStyle style, const char *text,
                              double max_width, guint max_lines)
{
  return measure (self, style, text, max_width, max_lines, PANGO_ALIGN_CENTER);
}

double
plot_builder_line_height (PlotBuilder *self, PlotStyle style)
{
  g_auto (PlotLabel) label = plot_builder_measure (self, style, "Ặg", 0, 1);

  return label.height;
}

void
plot_label_clear (PlotLabel *self)
{
  g_clear_object (&self->layout);
}

static void
put (PlotBuilder *self, PlotLabel *label, PlotInk ink, double x, double y, gboolean halo)
{
  PlotText text = {
    .layout = g_steal_pointer (&label->layout),
    .box = { x, y, label->width, label->height },
    .dx = label->dx,
    .style = label->style,
    .ink = ink,
    .halo = halo,
    .series = self->series,
  };

  g_array_append_val (self->layout->texts, text);
}

void
plot_builder_put (PlotBuilder *self, PlotLabel *label, PlotInk ink, double x, double y)
{
  if (label->layout != NULL)
    put (self, label, ink, x, y, FALSE);
}

void
plot_builder_put_over (PlotBuilder *self, PlotLabel *label, PlotInk ink, double x, double y)
{
  if (label->layout != NULL)
    put (self, label, ink, x, y, TRUE);
}

void
plot_builder_put_on (PlotBuilder *self, PlotLabel *label, PlotInk area, double x, double y)
{
  if (label->layout == NULL)
    return;
  put (self, label, area, x, y, FALSE);
  g_array_index (self->layout->texts, PlotText, self->layout->texts->len - 1).on = TRUE;
}

gboolean
plot_builder_is_free (PlotBuilder *self, const PlotRect *box)
{
  if (box->x < 0 || box->y < 0 || box->x + box->width > self->layout->width
      || box->y + box->height > self->layout->height)
    return FALSE;
  for (guint i = 0; i < self->layout->texts->len; i++)
    {
      const PlotRect *other = &g_array_index (self->layout->texts, PlotText, i).box;

      if (box->x < other->x + other->width && other->x < box->x + box->width
          && box->y < other->y + other->height && other->y < box->y + box->height)
        return FALSE;
    }
  return TRUE;
}

/* By the sides of the box that both ends lie beyond (Cohen and Sutherland). */
static guint
outside (const PlotRect *box, const PlotPoint *p)
{
  return (p->x < box->x                ? 1
          : p->x > box->x + box->width ? 2
                                       : 0)
         | (p->y < box->y                 ? 4
            : p->y > box->y + box->height ? 8
                                          : 0);
}

gboolean
plot_rect_crosses (const PlotRect *box, const PlotPoint *a, const PlotPoint *b)
{
  double dx = b->x - a->x, dy = b->y - a->y, sides[4];

  if ((outside (box, a) & outside (box, b)) != 0)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    sides[i] = (box->x + (i & 1) * box->width - a->x) * dy
               - (box->y + (i >> 1) * box->height - a->y) * dx;
  return !((sides[0] > 0 && sides[1] > 0 && sides[2] > 0 && sides[3] > 0)
           || (sides[0] < 0 && sides[1] < 0 && sides[2] < 0 && sides[3] < 0));
}

gboolean
plot_builder_is_clear (PlotBuilder *self, const PlotRect *box)
{
  const PlotLayout *layout = self->layout;

  for (guint i = 0; i < layout->symbols->len; i++)
    {
      const PlotSymbol *s = &g_array_index (layout->symbols, PlotSymbol, i);
      double dx = s->x - CLAMP (s->x, box->x, box->x + box->width);
      double dy = s->y - CLAMP (s->y, box->y, box->y + box->height);

      if (hypot (dx, dy) < s->radius)
        return FALSE;
    }
  for (guint i = 0; i < layout->paths->len; i++)
    {
      const PlotPath *path = &g_array_index (layout->paths, PlotPath, i);
      const PlotPoint *points = &g_array_index (layout->points, PlotPoint, path->first);

      for (guint j = 1; j < path->n; j++)
        if (plot_rect_crosses (box, &points[j - 1], &points[j]))
          return FALSE;
    }
  return TRUE;
}

gboolean
plot_builder_put_if_free (PlotBuilder *self, PlotLabel *label, PlotInk ink, double x, double y)
{
  PlotRect box = { x, y, label->width, label->height };

  if (label->layout == NULL || !plot_builder_is_free (self, &box))
    return FALSE;
  put (self, label, ink, x, y, TRUE);
  return TRUE;
}

void
plot_builder_box (PlotBuilder *self, PlotRect box, PlotInk ink, PlotFill fill, gboolean pale)
{
  PlotBox record = { box, ink, fill, pale, self->series };

  g_array_append_val (self->layout->boxes, record);
}

void
plot_builder_stroke (PlotBuilder *self, double x1, double y1, double x2, double y2, double width,
                     PlotInk ink, PlotStrokeKind kind)
{
  PlotStroke stroke = { x1, y1, x2, y2, width, ink, kind, self->series };

  g_array_append_val (self->layout->strokes, stroke);
}

void
plot_builder_symbol (PlotBuilder *self, double x, double y, double radius, PlotShape shape,
                     PlotInk ink, PlotFill fill)
{
  PlotSymbol symbol = { x, y, radius, shape, ink, fill, self->series, 1 };

  g_array_append_val (self->layout->symbols, symbol);
}

void
plot_builder_way (PlotBuilder *self, const PlotPoint *from, const PlotPoint *to, PlotInk ink,
                  PlotStrokeKind kind)
{
  double cap = 0.45 * self->em; /* wider than a symbol, which may hide a short way */
  double dx = from->x == to->x ? cap : 0, dy = from->x == to->x ? 0 : cap;

  plot_builder_stroke (self, from->x, from->y, to->x, to->y, 1.25, ink, kind);
  plot_builder_stroke (self, to->x - dx, to->y - dy, to->x + dx, to->y + dy, 1.5, ink, kind);
}

/* Of page, beside a line on a fill. */
#define RIM 1.25

void
plot_builder_way_on_fill (PlotBuilder *self, const PlotPoint *from, const PlotPoint *to)
{
  const double cap = 0.45 * self->em + RIM;
  double dx = from->x == to->x ? cap : 0, dy = from->x == to->x ? 0 : cap;

  plot_builder_stroke (self, from->x, from->y, to->x, to->y, 1.25 + 2 * RIM, PLOT_INK_PAGE,
                       PLOT_STROKE_AXIS);
  plot_builder_stroke (self, to->x - dx, to->y - dy, to->x + dx, to->y + dy, 1.5 + 2 * RIM,
                       PLOT_INK_PAGE, PLOT_STROKE_AXIS);
  plot_builder_way (self, from, to, PLOT_INK_TEXT, PLOT_STROKE_AXIS);
}

void
plot_builder_spot (PlotBuilder *self, const PlotSpot *spot, double margin)
{
  PlotSpot copy = *spot;

  if (margin >= 0)
    copy.region = (PlotRect){ spot->bounds.x - margin, spot->bounds.y - margin,
                              spot->bounds.width + 2 * margin, spot->bounds.height + 2 * margin };
  g_array_append_val (self->layout->spots, copy);
}

static PlotInk
role_ink (PlotRole role, guint colour)
{
  switch (role)
    {
    case PLOT_ROLE_FOCUS:
      return PLOT_INK_ACCENT;
    case PLOT_ROLE_CONTEXT:
      return PLOT_INK_CONTEXT;
    case PLOT_ROLE_NORMAL:
    default:
      return colour < PLOT_N_HUES ? PLOT_INK_HUE + colour : PLOT_INK_CONTEXT;
    }
}

PlotInk
plot_builder_series_ink (PlotBuilder *self, guint series)
{
  return role_ink (plot_figure_series_role (self->figure, series),
                   plot_figure_series_colour (self->figure, series));
}

PlotShape
plot_builder_series_shape (PlotBuilder *self, guint series)
{
  if (plot_figure_series_role (self->figure, series) != PLOT_ROLE_NORMAL)
    return PLOT_SHAPE_CIRCLE;
  return plot_figure_series_colour (self->figure, series) % PLOT_SHAPE_CROSS;
}

gboolean
plot_builder_series_is_alike (PlotBuilder *self, guint series)
{
  return plot_figure_series_role (self->figure, series) == PLOT_ROLE_NORMAL
         && plot_builder_series_ink (self, series) == PLOT_INK_CONTEXT;
}

PlotRole
plot_builder_mark_role (PlotBuilder *self, guint series, const PlotMark *mark)
{
  return mark->role != PLOT_ROLE_NORMAL ? mark->role
                                        : plot_figure_series_role (self->figure, series);
}

/* Where colour already tells several series apart, a mark's own role must not take it over: the
 * focus stays in its series' colour, and what stands beside it turns pale. */
static gboolean
colour_tells_series (PlotBuilder *self, guint series)
{
  return plot_figure_n_series (self->figure) > 1
         && plot_figure_series_role (self->figure, series) == PLOT_ROLE_NORMAL;
}

PlotInk
plot_builder_mark_ink (PlotBuilder *self, guint series, const PlotMark *mark)
{
  if (colour_tells_series (self, series))
    return plot_builder_series_ink (self, series);
  return role_ink (plot_builder_mark_role (self, series, mark),
                   plot_figure_series_colour (self->figure, series));
}

gboolean
plot_builder_mark_is_pale (PlotBuilder *self, guint series, const PlotMark *mark)
{
  return mark->role == PLOT_ROLE_CONTEXT && colour_tells_series (self, series);
}

PlotFill
plot_mark_fill (const PlotMark *mark)
{
  if (mark->state != PLOT_STATE_EXACT)
    return mark->computed ? PLOT_FILL_HOLLOW_HATCH : PLOT_FILL_HOLLOW;
  return mark->computed ? PLOT_FILL_HATCH : PLOT_FILL_SOLID;
}

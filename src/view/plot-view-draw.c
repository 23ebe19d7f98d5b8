/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the chart widget's layout on the screen: a picture that is kept, and on top of it what the
 * person points at. Places nothing itself. */

#include "plot-view-private.h"

#include <math.h>

static void
draw_node (PlotView *self, cairo_t *cr, int emphasis)
{
  cairo_scale (cr, self->text_scale, self->text_scale);
  if (emphasis < 0)
    plot_layout_draw (self->layout, cr, FALSE);
  else
    plot_layout_draw_emphasis (self->layout, cr, FALSE, emphasis);
}

/* As pixels of the screen's own size: thousands of points are put down on them in a fraction of the time
 * that recording and repeating their shapes takes, and look as in an exported picture. */
static void
append_pixels (PlotView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds, int emphasis,
               int scale)
{
  int width = (int) ceilf (bounds->size.width) * scale;
  int height = (int) ceilf (bounds->size.height) * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1),
                                                         MAX (height, 1));
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  cairo_scale (cr, scale, scale);
  draw_node (self, cr, emphasis);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) MAX (height, 1),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (MAX (width, 1), MAX (height, 1), GDK_MEMORY_DEFAULT, bytes,
                                    stride);
  gtk_snapshot_append_texture (
      snapshot, texture,
      &GRAPHENE_RECT_INIT (0, 0, (float) width / (float) scale, (float) height / (float) scale));
}

static void
append_shapes (PlotView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds, int emphasis)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  draw_node (self, cr, emphasis);
  cairo_destroy (cr);
}

/* Drawn once for a layout: the renderer keeps what it made of a node that it sees again. */
static GskRenderNode *
ensure_node (PlotView *self, const graphene_rect_t *bounds)
{
  int emphasis = plot_view_get_emphasis (self);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GtkSnapshot *snapshot;

  if (self->node != NULL && (emphasis != self->drawn_emphasis || scale != self->drawn_scale))
    g_clear_pointer (&self->node, gsk_render_node_unref);
  if (self->node != NULL)
    return self->node;
  snapshot = gtk_snapshot_new ();
  if (plot_layout_is_dense (self->layout))
    append_pixels (self, snapshot, bounds, emphasis, scale);
  else
    append_shapes (self, snapshot, bounds, emphasis);
  self->node = gtk_snapshot_free_to_node (snapshot);
  self->drawn_emphasis = emphasis;
  self->drawn_scale = scale;
  return self->node;
}

static int
selected_mark (PlotView *self)
{
  guint64 key = plot_view_state_get_selected_key (self->state);

  return key != 0 ? plot_layout_find_key (self->layout, key) : -1;
}

static void
draw_overlay (PlotView *self, cairo_t *cr)
{
  int pointed = self->hovered >= 0 ? self->hovered : self->focused;
  int selected = selected_mark (self);

  cairo_scale (cr, self->text_scale, self->text_scale);
  plot_layout_draw_crosshair (self->layout, cr, pointed);
  plot_layout_draw_overlay (self->layout, cr, pointed, selected);
  if (self->band_from != self->band_to)
    plot_layout_draw_band (self->layout, cr, self->band_from, self->band_to);
}

void
_plot_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlotView *self = PLOT_VIEW (widget);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (plot_view_get_layout (self) == NULL)
    return;
  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  if (ensure_node (self, &bounds) != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (self->hovered < 0 && self->focused < 0 && self->band_from == self->band_to
      && plot_view_state_get_selected_key (self->state) == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_overlay (self, cr);
  cairo_destroy (cr);
  /* What the selected mark says stands beside the chart. */
  if (self->focused >= 0 && self->hovered < 0 && self->focused != self->quiet
      && self->focused != selected_mark (self))
    _plot_view_append_caption (self, snapshot);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the mark says on which the keyboard stands, beside it: a pointer has tooltips for that. The words
 * are the layout's. */

#include "plot-view-private.h"

#define PADDING_X 10
#define PADDING_Y 6
#define RADIUS 9
#define GAP 8
#define WIDEST 360

void
_plot_view_place_caption (const graphene_rect_t *mark, const graphene_size_t *room,
                          const graphene_size_t *size, graphene_point_t *at)
{
  float middle = mark->origin.x + mark->size.width / 2;
  float below = mark->origin.y + mark->size.height + GAP;

  at->x = CLAMP (middle - size->width / 2, 0, MAX (room->width - size->width, 0));
  at->y = mark->origin.y - GAP - size->height;
  if (at->y < 0 && below + size->height <= room->height)
    at->y = below;
  at->y = MAX (at->y, 0);
}

static PangoLayout *
create_words (PlotView *self, const graphene_size_t *room)
{
  g_autofree char *sentence = plot_layout_describe_mark (self->layout, self->focused);
  PangoLayout *words = gtk_widget_create_pango_layout (GTK_WIDGET (self), sentence);
  float widest = MIN (WIDEST * (float) self->text_scale, room->width - 2 * PADDING_X);

  pango_layout_set_wrap (words, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (words, (int) (MAX (widest, 1) * PANGO_SCALE));
  return words;
}

/* As tooltips look, on light and on dark. */
static void
append_box (GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  static const GdkRGBA ground = { 0, 0, 0, 0.85f }, edge = { 1, 1, 1, 0.2f };
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, box, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &ground, box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &shape, (const float[4]){ 1, 1, 1, 1 },
                              (const GdkRGBA[4]){ edge, edge, edge, edge });
}

void
_plot_view_append_caption (PlotView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const graphene_size_t room = { gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  g_autoptr (PangoLayout) words = create_words (self, &room);
  graphene_rect_t mark, box;
  int width, height;

  /* Lines that are broken fill the width that was asked for, and need not. */
  pango_layout_get_pixel_size (words, &width, &height);
  plot_view_get_mark_bounds (self, self->focused, &mark);
  box.size = GRAPHENE_SIZE_INIT (width + 2 * PADDING_X, height + 2 * PADDING_Y);
  _plot_view_place_caption (&mark, &room, &box.size, &box.origin);
  append_box (snapshot, &box);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (box.origin.x + PADDING_X, box.origin.y + PADDING_Y));
  gtk_snapshot_append_layout (snapshot, words, &(const GdkRGBA){ 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}

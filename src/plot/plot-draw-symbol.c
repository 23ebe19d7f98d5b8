/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns what symbols look like, one by one and, where there are very many, as stamps. */

#include <math.h>

#include "plot-draw.h"

/* A solid symbol beside an open one, half of whose line lies outside, would look small. */
#define SOLID_GROWS 0.25

/* Fewer symbols than this are drawn one by one. */
#define MANY 1000
/* Parts of a pixel, each way, to which a stamp's place is exact. */
#define PHASES 4
/* Among so many that follow each other, those of one look are drawn together. */
#define MOST_WAITING 500

/* grow: pixels by which the sides lie further out. */
static void
trace_polygon (cairo_t *cr, double x, double y, double radius, guint corners, double turn,
               double inner, double grow)
{
  guint n = inner > 0 ? corners * 2 : corners;

  radius += grow / cos (G_PI / corners);
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
trace_shape (cairo_t *cr, const PlotSymbol *s, double grow)
{
  double r = s->radius;

  cairo_new_path (cr);
  switch (s->shape)
    {
    case PLOT_SHAPE_SQUARE:
      trace_polygon (cr, s->x, s->y, r * 1.25, 4, G_PI / 4, 0, grow);
      break;
    case PLOT_SHAPE_TRIANGLE:
      trace_polygon (cr, s->x, s->y + r * 0.15, r * 1.35, 3, -G_PI / 2, 0, grow);
      break;
    case PLOT_SHAPE_DIAMOND:
      trace_polygon (cr, s->x, s->y, r * 1.3, 4, 0, 0, grow);
      break;
    case PLOT_SHAPE_TRIANGLE_DOWN:
      trace_polygon (cr, s->x, s->y - r * 0.15, r * 1.35, 3, G_PI / 2, 0, grow);
      break;
    case PLOT_SHAPE_HEXAGON:
      trace_polygon (cr, s->x, s->y, r * 1.15, 6, 0, 0, grow);
      break;
    case PLOT_SHAPE_STAR:
      trace_polygon (cr, s->x, s->y, r * 1.5, 5, -G_PI / 2, 0.45, 2 * grow);
      break;
    case PLOT_SHAPE_PENTAGON:
      trace_polygon (cr, s->x, s->y, r * 1.2, 5, -G_PI / 2, 0, grow);
      break;
    case PLOT_SHAPE_CIRCLE:
    case PLOT_SHAPE_CROSS:
    default:
      cairo_arc (cr, s->x, s->y, r + grow, 0, 2 * G_PI);
      cairo_close_path (cr);
    }
}

static void
draw_cross (cairo_t *cr, const PlotLayout *self, const PlotSymbol *s)
{
  plot_draw_set_ink (cr, self, s->ink, 1);
  cairo_move_to (cr, s->x - s->radius, s->y - s->radius);
  cairo_line_to (cr, s->x + s->radius, s->y + s->radius);
  cairo_move_to (cr, s->x - s->radius, s->y + s->radius);
  cairo_line_to (cr, s->x + s->radius, s->y - s->radius);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* Not exact: the page shows through. Computed: the lower half is filled. */
static void
draw_open (cairo_t *cr, const PlotLayout *self, const PlotSymbol *s)
{
  plot_draw_set_ink (cr, self, PLOT_INK_PAGE, 1);
  trace_shape (cr, s, 0);
  cairo_fill_preserve (cr);
  plot_draw_set_ink (cr, self, s->ink, 1);
  cairo_set_line_width (cr, 1.75);
  cairo_stroke (cr);
  if (s->fill != PLOT_FILL_HATCH && s->fill != PLOT_FILL_HOLLOW_HATCH)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, s->x - 2 * s->radius, s->y, 4 * s->radius, 2 * s->radius);
  cairo_clip (cr);
  trace_shape (cr, s, 0);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
plot_draw_symbol (cairo_t *cr, const PlotLayout *self, const PlotSymbol *s)
{
  if (s->shape == PLOT_SHAPE_CROSS)
    draw_cross (cr, self, s);
  else if (s->fill != PLOT_FILL_SOLID)
    draw_open (cr, self, s);
  else
    {
      plot_draw_set_ink (cr, self, s->ink, 1);
      trace_shape (cr, s, SOLID_GROWS);
      cairo_fill (cr);
    }
}

/* Symbols that differ only in their place, and the font that has them as glyphs. */
typedef struct
{
  PlotSymbol like;
  cairo_matrix_t to; /* from user space to pixels */
  cairo_font_face_t *face;
  GArray *glyphs; /* of cairo_glyph_t, that are to be drawn */
} Stamp;

struct _PlotStamps
{
  cairo_t *cr;
  const PlotLayout *layout;
  gboolean suits; /* FALSE: none is a stamp */
  cairo_matrix_t to;
  GPtrArray *stamps; /* of Stamp* */
  guint n_waiting;
};

static const cairo_user_data_key_t stamp_key;

/* cairo cuts what it puts down at once to this much around the outermost places. */
static cairo_status_t
init_cb (cairo_scaled_font_t *font, cairo_t *cr, cairo_font_extents_t *extents)
{
  const Stamp *stamp = cairo_font_face_get_user_data (cairo_scaled_font_get_font_face (font),
                                                      &stamp_key);
  double reach = 2 * stamp->like.radius + 2 / MIN (stamp->to.xx, stamp->to.yy);

  extents->ascent = extents->descent = reach;
  extents->height = extents->max_x_advance = 2 * reach;
  return CAIRO_STATUS_SUCCESS;
}

/* A glyph is the symbol in one part of a pixel. */
static cairo_status_t
render_cb (cairo_scaled_font_t *font, gulong glyph, cairo_t *cr, cairo_text_extents_t *extents)
{
  const Stamp *stamp = cairo_font_face_get_user_data (cairo_scaled_font_get_font_face (font),
                                                      &stamp_key);
  PlotSymbol symbol = stamp->like;

  symbol.x = (double) (glyph % PHASES) / PHASES / stamp->to.xx;
  symbol.y = (double) (glyph / PHASES) / PHASES / stamp->to.yy;
  trace_shape (cr, &symbol, SOLID_GROWS);
  cairo_fill (cr);
  return CAIRO_STATUS_SUCCESS;
}

static void
stamp_free (gpointer data)
{
  Stamp *stamp = data;

  g_array_unref (stamp->glyphs);
  g_free (stamp);
}

/* A recorded picture may ask for glyphs when its stamps are drawn: they live as long as their font. */
static Stamp *
stamp_new (PlotStamps *self, const PlotSymbol *like)
{
  Stamp *stamp = g_new0 (Stamp, 1);

  stamp->like = *like;
  stamp->to = self->to;
  stamp->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  stamp->face = cairo_user_font_face_create ();
  cairo_user_font_face_set_init_func (stamp->face, init_cb);
  cairo_user_font_face_set_render_glyph_func (stamp->face, render_cb);
  cairo_font_face_set_user_data (stamp->face, &stamp_key, stamp, stamp_free);
  g_ptr_array_add (self->stamps, stamp);
  return stamp;
}

static Stamp *
find_stamp (PlotStamps *self, const PlotSymbol *symbol)
{
  for (guint i = 0; i < self->stamps->len; i++)
    {
      Stamp *stamp = self->stamps->pdata[i];

      if (symbol->shape == stamp->like.shape && symbol->radius == stamp->like.radius
          && symbol->ink == stamp->like.ink)
        return stamp;
    }
  return stamp_new (self, symbol);
}

static void
stamp_release (gpointer data)
{
  cairo_font_face_destroy (((Stamp *) data)->face);
}

/* Pixels are what stamps are made of: a vector file keeps its shapes. */
static gboolean
is_raster (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type == CAIRO_SURFACE_TYPE_IMAGE || type == CAIRO_SURFACE_TYPE_RECORDING;
}

PlotStamps *
plot_stamps_new (cairo_t *cr, const PlotLayout *layout)
{
  PlotStamps *self = g_new0 (PlotStamps, 1);

  self->cr = cr;
  self->layout = layout;
  self->stamps = g_ptr_array_new_with_free_func (stamp_release);
  cairo_get_matrix (cr, &self->to);
  self->suits = layout->symbols->len >= MANY && is_raster (cr) && self->to.xy == 0
                && self->to.yx == 0 && self->to.xx > 0 && self->to.yy > 0;
  return self;
}

void
plot_stamps_free (PlotStamps *self)
{
  g_ptr_array_unref (self->stamps);
  g_free (self);
}

/* The pixel that holds the place, and in which part of it. */
static double
part_pixel (double place, gulong *phase)
{
  double parts = round (place * PHASES), pixel = floor (parts / PHASES);

  *phase = (gulong) (parts - pixel * PHASES);
  return pixel;
}

gboolean
plot_stamps_add (PlotStamps *self, const PlotSymbol *symbol)
{
  cairo_glyph_t glyph;
  gulong across, down;

  if (!self->suits || symbol->shape == PLOT_SHAPE_CROSS || symbol->fill != PLOT_FILL_SOLID)
    return FALSE;
  glyph.x = (part_pixel (symbol->x * self->to.xx + self->to.x0, &across) - self->to.x0)
            / self->to.xx;
  glyph.y = (part_pixel (symbol->y * self->to.yy + self->to.y0, &down) - self->to.y0) / self->to.yy;
  glyph.index = down * PHASES + across;
  g_array_append_val (find_stamp (self, symbol)->glyphs, glyph);
  if (++self->n_waiting == MOST_WAITING)
    plot_stamps_draw (self);
  return TRUE;
}

void
plot_stamps_draw (PlotStamps *self)
{
  cairo_save (self->cr);
  cairo_set_font_size (self->cr, 1);
  for (guint i = 0; i < self->stamps->len; i++)
    {
      Stamp *stamp = self->stamps->pdata[i];

      if (stamp->glyphs->len == 0)
        continue;
      cairo_set_font_face (self->cr, stamp->face);
      plot_draw_set_ink (self->cr, self->layout, stamp->like.ink, 1);
      cairo_show_glyphs (self->cr, (const cairo_glyph_t *) stamp->glyphs->data,
                         (int) stamp->glyphs->len);
      g_array_set_size (stamp->glyphs, 0);
    }
  cairo_restore (self->cr);
  self->n_waiting = 0;
}

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

static void
set_translucent (cairo_t *cr, const PlotLayout *self, const PlotSymbol *s)
{
  PlotColour c = plot_theme_mark_colour (self->theme, s->ink);

  cairo_set_source_rgba (cr, c.red, c.green, c.blue, s->opacity);
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
      set_translucent (cr, self, s);
      trace_shape (cr, s, SOLID_GROWS);
      cairo_fill (cr);
    }
}

/* Bytes that are mixed at once, and pixels that these are. */
#define BLOCK 16
#define BLOCK_PIXELS (BLOCK / 4)

/* A symbol in one part of a pixel, as far as it has ink, and on to whole blocks. */
typedef struct
{
  guint8 *ink;       /* premultiplied; NULL while it is not painted */
  guint16 *rest;     /* of 256, what stays of what lies below, for each byte of ink */
  int left, top;     /* of the first pixel, from the one that holds the symbol's place */
  int width, height; /* width in whole blocks */
} Picture;

/* Symbols that differ only in their place. */
typedef struct
{
  PlotSymbol like;
  Picture pictures[PHASES * PHASES];
} Stamp;

struct _PlotStamps
{
  cairo_t *cr;
  const PlotLayout *layout;
  gboolean suits;         /* FALSE: none is a stamp */
  cairo_matrix_t to;      /* from user space to pixels */
  GArray *stamps;         /* of Stamp */
  guint last;             /* of these, that was found */
  cairo_surface_t *sheet; /* what they are put down on; NULL while there is none */
  int left, top;          /* of the sheet */
};

static void
stamp_clear (gpointer data)
{
  Stamp *stamp = data;

  for (guint i = 0; i < G_N_ELEMENTS (stamp->pictures); i++)
    {
      g_clear_pointer (&stamp->pictures[i].ink, g_free);
      g_clear_pointer (&stamp->pictures[i].rest, g_free);
    }
}

/* Pixels to each side of a stamp's place: a star reaches furthest, and an edge half a line further. */
static int
reach_of (const PlotStamps *self, const PlotSymbol *like)
{
  return (int) ceil ((1.6 * like->radius + 1.5) * MAX (self->to.xx, self->to.yy)) + 1;
}

/* Cuts off what has no ink. */
static Picture
cut_out (const guint32 *pixels, int size, int middle)
{
  int left = size, right = 0, top = size, bottom = 0;
  Picture picture;

  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      if (pixels[y * size + x] != 0)
        {
          left = MIN (left, x);
          right = MAX (right, x + 1);
          top = MIN (top, y);
          bottom = MAX (bottom, y + 1);
        }
  picture = (Picture){ .left = left - middle, .top = top - middle };
  picture.width = (MAX (right - left, 0) + BLOCK_PIXELS - 1) / BLOCK_PIXELS * BLOCK_PIXELS;
  picture.height = MAX (bottom - top, 0);
  picture.ink = g_new0 (guint8, MAX (4 * picture.width * picture.height, 1));
  picture.rest = g_new (guint16, MAX (4 * picture.width * picture.height, 1));
  for (int i = 0; i < 4 * picture.width * picture.height; i++)
    {
      int x = left + i / 4 % picture.width, y = top + i / 4 / picture.width;
      guint32 pixel = x < size ? pixels[y * size + x] : 0, alpha = pixel >> 24;

      ((guint32 *) picture.ink)[i / 4] = pixel;
      picture.rest[i] = (guint16) (256 - alpha - (alpha >> 7));
    }
  return picture;
}

static Picture
paint_stamp (const PlotStamps *self, const PlotSymbol *like, guint phase)
{
  int reach = reach_of (self, like), size = 2 * reach + 1;
  g_autofree guint32 *pixels = g_new0 (guint32, size * size);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      (guint8 *) pixels, CAIRO_FORMAT_ARGB32, size, size, size * (int) sizeof *pixels);
  cairo_t *cr = cairo_create (surface);
  PlotSymbol symbol = *like;

  cairo_translate (cr, reach + (double) (phase % PHASES) / PHASES,
                   reach + (double) (phase / PHASES) / PHASES);
  cairo_scale (cr, self->to.xx, self->to.yy);
  symbol.x = symbol.y = 0;
  plot_draw_symbol (cr, self->layout, &symbol);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  cairo_surface_destroy (surface);
  return cut_out (pixels, size, reach);
}

static gboolean
is_like (const PlotSymbol *a, const PlotSymbol *b)
{
  return a->ink == b->ink && a->shape == b->shape && a->fill == b->fill && a->radius == b->radius
         && a->opacity == b->opacity;
}

/* The one that was found last comes first. */
static Stamp *
find_stamp (PlotStamps *self, const PlotSymbol *symbol)
{
  Stamp *stamps = (Stamp *) self->stamps->data;

  for (guint i = 0; i < self->stamps->len; i++)
    {
      guint at = (self->last + i) % self->stamps->len;

      if (!is_like (symbol, &stamps[at].like))
        continue;
      self->last = at;
      return &stamps[at];
    }
  self->last = self->stamps->len;
  g_array_append_val (self->stamps, (Stamp){ .like = *symbol });
  return &g_array_index (self->stamps, Stamp, self->last);
}

/* Pixels are what stamps are made of: a file of shapes keeps its shapes. */
static gboolean
is_raster (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_target (cr);
  double across, down;

  cairo_surface_get_device_scale (target, &across, &down);
  return cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_IMAGE && across == 1 && down == 1;
}

gboolean
plot_layout_is_dense (PlotLayout *self)
{
  return self->symbols->len >= MANY;
}

PlotStamps *
plot_stamps_new (cairo_t *cr, const PlotLayout *layout)
{
  PlotStamps *self = g_new0 (PlotStamps, 1);

  self->cr = cr;
  self->layout = layout;
  self->stamps = g_array_new (FALSE, FALSE, sizeof (Stamp));
  g_array_set_clear_func (self->stamps, stamp_clear);
  cairo_get_matrix (cr, &self->to);
  self->suits = layout->symbols->len >= MANY && is_raster (cr) && self->to.xy == 0
                && self->to.yx == 0 && self->to.xx > 0 && self->to.yy > 0;
  return self;
}

void
plot_stamps_free (PlotStamps *self)
{
  g_clear_pointer (&self->sheet, cairo_surface_destroy);
  g_array_unref (self->stamps);
  g_free (self);
}

/* As large as what is painted at all. */
static void
ensure_sheet (PlotStamps *self)
{
  double x1, y1, x2, y2;

  if (self->sheet != NULL)
    return;
  cairo_clip_extents (self->cr, &x1, &y1, &x2, &y2);
  cairo_user_to_device (self->cr, &x1, &y1);
  cairo_user_to_device (self->cr, &x2, &y2);
  self->left = (int) floor (x1);
  self->top = (int) floor (y1);
  self->sheet = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (x2) - self->left,
                                            (int) ceil (y2) - self->top);
  if (cairo_surface_status (self->sheet) == CAIRO_STATUS_SUCCESS)
    return;
  g_clear_pointer (&self->sheet, cairo_surface_destroy);
  self->suits = FALSE;
}

/* Of as many bytes as a compiler makes few instructions of; rounded down. */
static inline void
mix_block (guint8 *restrict to, const guint8 *restrict ink, const guint16 *restrict rest)
{
  for (guint i = 0; i < BLOCK; i++)
    to[i] = (guint8) (ink[i] + ((guint16) (to[i] * rest[i]) >> 8));
}

static inline void
mix_pixel (guint8 *to, const guint8 *ink, const guint16 *rest)
{
  for (guint i = 0; i < 4; i++)
    to[i] = (guint8) (ink[i] + ((guint16) (to[i] * rest[i]) >> 8));
}

/* x, y: the pixel that holds the symbol's place. */
static void
put_down (const PlotStamps *self, const Picture *picture, int x, int y)
{
  guint8 *to = cairo_image_surface_get_data (self->sheet);
  gsize stride = (gsize) cairo_image_surface_get_stride (self->sheet);
  int width = cairo_image_surface_get_width (self->sheet);
  int left = x - self->left + picture->left, top = y - self->top + picture->top;
  int row_end = MIN (picture->height, cairo_image_surface_get_height (self->sheet) - top);
  gboolean whole = left >= 0 && left + picture->width <= width;

  for (int row = MAX (0, -top); row < row_end; row++)
    {
      const guint8 *ink = picture->ink + 4 * row * picture->width;
      const guint16 *rest = picture->rest + 4 * row * picture->width;
      guint8 *line = to + (gsize) (top + row) * stride;

      if (whole)
        for (int i = 0; i < 4 * picture->width; i += BLOCK)
          mix_block (line + 4 * left + i, ink + i, rest + i);
      else
        for (int i = MAX (0, -left); i < MIN (picture->width, width - left); i++)
          mix_pixel (line + 4 * (left + i), ink + 4 * i, rest + 4 * i);
    }
}

/* The pixel that holds the place, and in which part of it. No place lies further left or up than the
 * widest chart is wide. */
static int
part_pixel (double place, guint *phase)
{
  const int widest = 1 << 15;
  guint parts = (guint) MAX ((place + widest) * PHASES + 0.5, 0);

  *phase = parts % PHASES;
  return (int) (parts / PHASES) - widest;
}

gboolean
plot_stamps_add (PlotStamps *self, const PlotSymbol *symbol)
{
  guint across, down, phase;
  Stamp *stamp;
  int x, y;

  if (!self->suits)
    return FALSE;
  ensure_sheet (self);
  if (self->sheet == NULL)
    return FALSE;
  x = part_pixel (symbol->x * self->to.xx + self->to.x0, &across);
  y = part_pixel (symbol->y * self->to.yy + self->to.y0, &down);
  phase = down * PHASES + across;
  stamp = find_stamp (self, symbol);
  if (stamp->pictures[phase].ink == NULL)
    stamp->pictures[phase] = paint_stamp (self, symbol, phase);
  put_down (self, &stamp->pictures[phase], x, y);
  return TRUE;
}

void
plot_stamps_draw (PlotStamps *self)
{
  if (self->sheet == NULL)
    return;
  cairo_surface_mark_dirty (self->sheet);
  cairo_save (self->cr);
  cairo_identity_matrix (self->cr);
  cairo_set_source_surface (self->cr, self->sheet, self->left, self->top);
  cairo_pattern_set_filter (cairo_get_source (self->cr), CAIRO_FILTER_NEAREST);
  cairo_paint (self->cr);
  cairo_restore (self->cr);
  g_clear_pointer (&self->sheet, cairo_surface_destroy);
}

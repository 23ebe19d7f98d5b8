/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns how a value becomes a coloured area and how the colours are explained. Must not say "nothing"
 * in a colour of the scale: each kind of nothing has a hatch or a sign of its own. */

#include "plot-tile.h"

#include <math.h>
#include <string.h>

#include "plot-words.h"

static const char *const signs[] = {
  [PLOT_STATE_NOT_REPORTED] = "",
  [PLOT_STATE_NOT_APPLICABLE] = "–",
  [PLOT_STATE_UNREADABLE] = "?",
  [PLOT_STATE_REJECTED] = "×",
};

void
plot_tiles_init (PlotTiles *self, PlotBuilder *builder, PlotTilesShows shows)
{
  PlotFigure *figure = builder->figure;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  double centre = plot_figure_signed (figure) ? 0 : plot_figure_reference (figure);

  *self = (PlotTiles){ 0 };
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
      {
        const PlotMark *mark = plot_figure_mark (figure, s, i);

        if (!shows (builder, s, mark))
          continue;
        self->has[mark->state] = TRUE;
        if (plot_mark_has_value (mark))
          g_array_append_val (values, mark->value);
      }
  plot_classes_init (&self->classes, (double *) values->data, values->len, centre,
                     plot_figure_decimals (figure));
}

double
plot_tile_rim (const PlotMark *mark, const PlotRect *box)
{
  if (mark == NULL || !plot_mark_has_value (mark) || mark->state == PLOT_STATE_EXACT)
    return 0;
  return PLOT_OPEN_RIM (box->width, box->height);
}

void
plot_tiles_build_tile (const PlotTiles *self, PlotBuilder *builder, const PlotMark *mark,
                       const PlotRect *box)
{
  if (mark != NULL && plot_mark_has_value (mark))
    plot_builder_box (
        builder, *box,
        plot_classes_ink (&self->classes, plot_classes_find (&self->classes, mark->value)),
        plot_mark_fill (mark), FALSE);
  else
    plot_builder_box (builder, *box, PLOT_INK_CONTEXT,
                      mark != NULL && mark->state == PLOT_STATE_NOT_APPLICABLE ? PLOT_FILL_HOLLOW
                                                                               : PLOT_FILL_HATCH,
                      TRUE);
}

PlotInk
plot_tiles_text_ink (const PlotTiles *self, const PlotMark *mark, gboolean *halo)
{
  *halo = FALSE;
  if (mark != NULL && plot_mark_has_value (mark) && mark->state == PLOT_STATE_EXACT)
    return plot_classes_ink (&self->classes, plot_classes_find (&self->classes, mark->value));
  *halo = mark == NULL || !plot_mark_has_value (mark);
  return PLOT_INK_TEXT;
}

PlotLabel
plot_tile_measure_value (PlotBuilder *builder, PlotStyle style, const PlotMark *mark, double room)
{
  gboolean value = mark != NULL && plot_mark_has_value (mark);
  g_autofree char *text = value ? plot_builder_mark_number (builder, mark) : NULL;
  PlotLabel label = plot_builder_measure (
      builder, style, value || mark == NULL ? text : signs[mark->state], room, 1);

  if (value && label.cut && mark->state != PLOT_STATE_EXACT)
    {
      const char *sign = plot_state_sign (mark->state);

      plot_label_clear (&label);
      label = plot_builder_measure (builder, style, text + strlen (sign), room, 1);
    }
  return label;
}

PlotLabel
plot_tile_measure_rounded (PlotBuilder *builder, PlotStyle style, const PlotMark *mark, double room)
{
  g_autofree char *text = plot_builder_mark_rounded (builder, mark);

  return plot_builder_measure (builder, style, text, room, 1);
}

static double
line_height (PlotBuilder *builder)
{
  return plot_builder_line_height (builder, PLOT_STYLE_KEY);
}

static double
swatch_width (PlotBuilder *builder)
{
  return 1.5 * builder->em;
}

static char *
limit_text (const PlotTiles *self, PlotBuilder *builder, guint i)
{
  gboolean extreme = !self->classes.round_ends && (i == 0 || i == self->classes.n);

  if (extreme)
    return plot_figure_format_bare (builder->figure, self->classes.limits[i]);
  return plot_figure_format_tick (builder->figure, self->classes.limits[i], self->classes.decimals);
}

/* "20 to 40", "under 20", "80 and more". */
static char *
range_text (const PlotTiles *self, PlotBuilder *builder, guint i)
{
  const PlotClasses *classes = &self->classes;
  g_autofree char *from = limit_text (self, builder, i);
  g_autofree char *to = limit_text (self, builder, i + 1);

  if (classes->n_centre > 0 && i == classes->n_below)
    return plot_figure_format_tick (builder->figure, classes->limits[i], classes->decimals);
  if (classes->n == 1)
    return g_strcmp0 (from, to) == 0
               ? g_strdup (from)
               : plot_word_fill (PLOT_WORD_FROM_TO, builder->language, from, to, NULL);
  if (!classes->round_ends && i == 0)
    return plot_word_fill (PLOT_WORD_UNDER, builder->language, to, NULL);
  if (!classes->round_ends && i == classes->n - 1)
    return plot_word_fill (PLOT_WORD_AND_MORE, builder->language, from, NULL);
  return plot_word_fill (PLOT_WORD_FROM_TO, builder->language, from, to, NULL);
}

/* The kinds of nothing that the figure has, each with its swatch and sign. */
static guint
collect_missing (const PlotTiles *self, PlotState *states)
{
  guint n = 0;

  for (PlotState state = PLOT_STATE_NOT_REPORTED; state <= PLOT_STATE_REJECTED; state++)
    if (self->has[state] || (state == PLOT_STATE_NOT_REPORTED && self->has_none))
      states[n++] = state;
  return n;
}

static PlotLabel
measure_missing (PlotBuilder *builder, PlotState state)
{
  return plot_builder_measure (
      builder, PLOT_STYLE_KEY,
      plot_word (PLOT_WORD_NOT_REPORTED + (state - PLOT_STATE_NOT_REPORTED), builder->language), 0,
      1);
}

static void
build_missing_swatch (const PlotTiles *self, PlotBuilder *builder, PlotState state,
                      const PlotRect *box)
{
  const PlotMark mark = { .state = state, .value = NAN };
  g_auto (PlotLabel)
      sign = plot_builder_measure (builder, PLOT_STYLE_TILE, signs[state], box->width, 1);

  plot_tiles_build_tile (self, builder, &mark, box);
  if (sign.height <= box->height + 2)
    plot_builder_put_over (builder, &sign, PLOT_INK_TEXT, box->x + (box->width - sign.width) / 2,
                           box->y + (box->height - sign.height) / 2);
}

void
plot_tiles_list_size (const PlotTiles *self, PlotBuilder *builder, double *width, double *height)
{
  PlotState states[4];
  guint n_missing = collect_missing (self, states);
  double widest = 0;

  for (guint i = 0; i < self->classes.n; i++)
    {
      g_autofree char *text = range_text (self, builder, i);
      g_auto (PlotLabel) label = plot_builder_measure (builder, PLOT_STYLE_KEY, text, 0, 1);

      widest = MAX (widest, label.width);
    }
  for (guint i = 0; i < n_missing; i++)
    {
      g_auto (PlotLabel) label = measure_missing (builder, states[i]);

      widest = MAX (widest, label.width);
    }
  *width = swatch_width (builder) + 0.5 * builder->em + widest;
  *height = (self->classes.n + n_missing) * line_height (builder) * 1.25
            + (n_missing > 0 ? 0.5 * builder->em : 0);
}

static void
put_line (PlotBuilder *builder, PlotLabel *label, double x, double y, double height)
{
  plot_builder_put (builder, label, PLOT_INK_TEXT, x + swatch_width (builder) + 0.5 * builder->em,
                    y + (height - label->height) / 2);
}

void
plot_tiles_build_list (const PlotTiles *self, PlotBuilder *builder, double x, double y)
{
  double height = line_height (builder) * 1.25;
  PlotState states[4];
  guint n_missing = collect_missing (self, states);

  for (guint i = self->classes.n; i-- > 0;)
    {
      g_autofree char *text = range_text (self, builder, i);
      g_auto (PlotLabel) label = plot_builder_measure (builder, PLOT_STYLE_KEY, text, 0, 1);

      plot_builder_box (builder,
                        (PlotRect){ round (x), round (y), round (swatch_width (builder)),
                                    round (y + height) - round (y) },
                        plot_classes_ink (&self->classes, i), PLOT_FILL_SOLID, FALSE);
      put_line (builder, &label, x, y, height);
      y += height;
    }
  y += 0.5 * builder->em;
  for (guint i = 0; i < n_missing; i++)
    {
      g_auto (PlotLabel) label = measure_missing (builder, states[i]);

      build_missing_swatch (self, builder, states[i],
                            &(PlotRect){ round (x), round (y) + 1, round (swatch_width (builder)),
                                         round (height) - 2 });
      put_line (builder, &label, x, y, height);
      y += height;
    }
}

static double
widest_limit (const PlotTiles *self, PlotBuilder *builder)
{
  double widest = 0;

  for (guint i = 0; i <= self->classes.n; i++)
    {
      g_autofree char *text = limit_text (self, builder, i);
      g_auto (PlotLabel) label = plot_builder_measure (builder, PLOT_STYLE_KEY, text, 0, 1);

      widest = MAX (widest, label.width);
    }
  return widest;
}

/* The class that begins and ends at one value, so that this stands below its middle, once: that of the
 * centre, or the only one where all values are written alike. */
static guint
point_class (const PlotTiles *self, PlotBuilder *builder)
{
  const PlotClasses *classes = &self->classes;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (classes->n_centre > 0)
    return classes->n_below;
  if (classes->n != 1)
    return G_MAXUINT;
  from = limit_text (self, builder, 0);
  to = limit_text (self, builder, 1);
  return g_str_equal (from, to) ? 0 : G_MAXUINT;
}

/* The strip begins where its first limit stands below its edge like the others. */
static double
strip_start (const PlotTiles *self, PlotBuilder *builder)
{
  g_autofree char *text = self->classes.n > 0 ? limit_text (self, builder, 0) : NULL;
  g_auto (PlotLabel) label = plot_builder_measure (builder, PLOT_STYLE_KEY, text, 0, 1);

  return point_class (self, builder) == 0 ? 0 : round (label.width / 2);
}

/* A class in the strip is as wide as the widest limit needs, within what there is room for. */
static double
step_width (const PlotTiles *self, PlotBuilder *builder, double width)
{
  return MIN (MAX (widest_limit (self, builder) + 1.4 * builder->em, 3 * builder->em),
              (width - strip_start (self, builder)) / (MAX (self->classes.n, 1) + 0.5));
}

/* To where what stands beside the strip begins, clear of its last limit. */
static double
strip_width (const PlotTiles *self, PlotBuilder *builder, double width)
{
  double step = step_width (self, builder, width);

  return strip_start (self, builder) + self->classes.n * step
         + MAX (step, widest_limit (self, builder)) / 2 + builder->em;
}

/* Signs of nothing stand behind the strip, or below it where it is too long. */
static double
missing_width (PlotBuilder *builder, const PlotState *states, guint n)
{
  double width = 0;

  for (guint i = 0; i < n; i++)
    {
      g_auto (PlotLabel) label = measure_missing (builder, states[i]);

      width += swatch_width (builder) + 0.4 * builder->em + label.width + 1.2 * builder->em;
    }
  return width;
}

static double
strip_block_height (PlotBuilder *builder)
{
  return 1.3 * builder->em + line_height (builder);
}

static gboolean
missing_beside (const PlotTiles *self, PlotBuilder *builder, double width)
{
  PlotState states[4];
  guint n = collect_missing (self, states);
  double strip = strip_width (self, builder, width);

  return n == 0 || self->classes.n == 0 || strip + missing_width (builder, states, n) <= width;
}

double
plot_tiles_strip_height (const PlotTiles *self, PlotBuilder *builder, double width)
{
  PlotState states[4];
  double missing = line_height (builder) + 0.3 * builder->em;
  guint n = collect_missing (self, states);
  double height = self->classes.n > 0 ? strip_block_height (builder) : 0;

  if (n > 0 && (self->classes.n == 0 || !missing_beside (self, builder, width)))
    height += missing;
  return height + 0.6 * builder->em;
}

/* Round limits first; the extremes only where they leave those alone. */
static void
put_limits (const PlotTiles *self, PlotBuilder *builder, double x, double y, double step)
{
  guint n = self->classes.n;
  guint point = point_class (self, builder);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i <= n; i++)
      {
        gboolean end = i == 0 || i == n;
        g_autofree char *text = limit_text (self, builder, i);
        g_auto (PlotLabel) label = plot_builder_measure (builder, PLOT_STYLE_KEY, text, 0, 1);
        double at = x + (i == point ? i + 0.5 : i) * step - label.width / 2;
        PlotRect box = { MAX (at, builder->area.x), y, label.width, label.height };
        PlotRect around = { box.x - 0.3 * builder->em, y, box.width + 0.6 * builder->em,
                            box.height };

        around.x = MAX (around.x, 0);
        if ((i == 0 || i - 1 != point) && end == (pass == 1)
            && plot_builder_is_free (builder, &around))
          plot_builder_put (builder, &label, PLOT_INK_TEXT, box.x, y);
      }
}

static void
build_missing_row (const PlotTiles *self, PlotBuilder *builder, double x, double y, double height)
{
  PlotState states[4];
  guint n = collect_missing (self, states);
  double end = builder->area.x + builder->area.width;

  for (guint i = 0; i < n; i++)
    {
      g_auto (PlotLabel) label = measure_missing (builder, states[i]);
      double w = swatch_width (builder), gap = 0.4 * builder->em;
      double next = x + w + gap + label.width + 1.2 * builder->em;

      if (x + w + gap + label.width > end)
        return;
      build_missing_swatch (self, builder, states[i],
                            &(PlotRect){ round (x), round (y), round (w), round (height) });
      plot_builder_put (builder, &label, PLOT_INK_TEXT, x + w + gap,
                        y + (height - label.height) / 2);
      x = next;
    }
}

void
plot_tiles_build_strip (const PlotTiles *self, PlotBuilder *builder)
{
  PlotRect *area = &builder->area;
  double height = plot_tiles_strip_height (self, builder, area->width);
  double step = step_width (self, builder, area->width), side = 0.9 * builder->em;
  double x = area->x + strip_start (self, builder), y = area->y, line = line_height (builder);
  gboolean beside = missing_beside (self, builder, area->width);

  if (height > 0.4 * area->height)
    return;
  for (guint i = 0; i < self->classes.n; i++)
    plot_builder_box (builder,
                      (PlotRect){ round (x + i * step), round (y),
                                  round (x + (i + 1) * step) - round (x + i * step), round (side) },
                      plot_classes_ink (&self->classes, i), PLOT_FILL_SOLID, FALSE);
  if (self->classes.n > 0)
    put_limits (self, builder, x, y + side + 0.15 * builder->em, step);
  if (self->classes.n > 0 && beside)
    build_missing_row (self, builder, area->x + strip_width (self, builder, area->width), y, side);
  else
    build_missing_row (self, builder, area->x,
                       self->classes.n > 0 ? y + strip_block_height (builder) : y, line);
  area->y += height;
  area->height -= height;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tile map: each category a tile at its place in a grid, coloured by class, with its name (whole
 * or short) and its value as far as they fit. Shows the first series alone. */

#include <math.h>

#include "plot-categories.h"
#include "plot-extremes.h"
#include "plot-kind.h"
#include "plot-tile.h"

/* A tile is at most so many times as wide as high; wider ones no longer look like a map. With name and
 * value on one line it may be wider, so that both can be read. */
#define WIDEST 3.2
#define WIDEST_LINE 4.4
/* And at most so high, in base sizes. */
#define HIGHEST 4.5
/* Pixels between the lines of tiles below each other, and of the smallest letters. */
#define LINE_GAP 0.5
#define LEAST_LETTERS 7.0
/* Between name and value on one line, in base sizes. */
#define NAME_GAP 0.3
/* With whole names in fewer tiles than this share, all have the short ones; with values in fewer of
 * those that have one, none has. */
#define MOSTLY_NAMED 0.9
#define MOSTLY_VALUES 0.6
/* Where fewer have room with their decimals, all are written without. */
#define NEARLY_ALL 0.95

typedef struct
{
  guint category, row, column;
  const PlotMark *mark; /* NULL: the figure knows nothing of it */
  guint index;
  gboolean focus;
  PlotRect box;
} Tile;

typedef struct
{
  PlotCategories *categories;
  PlotTiles classes;
  GArray *tiles;
  guint rows, columns;
  double width, height; /* of a tile with the gap to the next */
  guint lines;          /* 0: no text; 1: name and value side by side; 2: below each other */
  gboolean low;         /* no line of a value's usual height has room */
  gboolean whole_names;
  gboolean values;
} Plan;

static gboolean
has_tile (PlotBuilder *self, guint series, const PlotMark *mark)
{
  double category = round (mark->x);
  guint row, column;

  return series == 0 && category >= 0 && category < plot_figure_n_categories (self->figure)
         && plot_figure_tile (self->figure, (guint) category, &row, &column);
}

static gboolean
is_taken (const Plan *plan, guint row, guint column)
{
  for (guint i = 0; i < plan->tiles->len; i++)
    {
      const Tile *tile = &g_array_index (plan->tiles, Tile, i);

      if (tile->row == row && tile->column == column)
        return TRUE;
    }
  return FALSE;
}

/* Tiles from the first row and column that are used. */
static void
collect_tiles (PlotBuilder *self, Plan *plan)
{
  guint top = G_MAXUINT, left = G_MAXUINT;

  plan->tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  for (guint c = 0; c < plan->categories->n_all; c++)
    {
      Tile tile = { .category = c };

      if (!plot_figure_tile (self->figure, c, &tile.row, &tile.column)
          || is_taken (plan, tile.row, tile.column))
        continue;
      if (plan->categories->n_series > 0)
        tile.mark = plot_categories_mark (plan->categories, self->figure, c, 0, &tile.index);
      tile.focus = tile.mark != NULL
                   && plot_builder_mark_role (self, 0, tile.mark) == PLOT_ROLE_FOCUS;
      plan->classes.has_none |= tile.mark == NULL;
      top = MIN (top, tile.row);
      left = MIN (left, tile.column);
      g_array_append_val (plan->tiles, tile);
    }
  for (guint i = 0; i < plan->tiles->len; i++)
    {
      Tile *tile = &g_array_index (plan->tiles, Tile, i);

      tile->row -= top;
      tile->column -= left;
      plan->rows = MAX (plan->rows, tile->row + 1);
      plan->columns = MAX (plan->columns, tile->column + 1);
    }
}

/* The greatest tiles for that room; returns their area. */
static double
fit_tiles (PlotBuilder *self, Plan *plan, double width, double height)
{
  double lines = plot_builder_line_height (self, PLOT_STYLE_TILE)
                 + plot_builder_line_height (self, PLOT_STYLE_TILE_VALUE);

  plan->width = width / plan->columns;
  plan->height = MIN (MIN (height / plan->rows, plan->width), HIGHEST * self->em);
  plan->width = MIN (plan->width, (plan->height < lines + 2 ? WIDEST_LINE : WIDEST) * plan->height);
  return plan->width * plan->height;
}

/* A wide chart has room beside its map: right of the legend, or else below it. */
static void
build_extremes (PlotBuilder *self, const Plan *plan, const PlotRect *legend)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PlotExtreme));
  const PlotRect *area = &self->area;
  double gap = 1.8 * self->em, right = area->x + area->width, height = plan->height * plan->rows;
  double x = legend->x + legend->width + gap, y = legend->y + legend->height + self->em;

  for (guint i = 0; i < plan->tiles->len; i++)
    {
      const Tile *tile = &g_array_index (plan->tiles, Tile, i);
      PlotExtreme one = { .name = plot_figure_category (self->figure, tile->category),
                          .mark = tile->mark,
                          .focus = tile->focus };

      if (tile->mark != NULL && plot_mark_has_value (tile->mark))
        g_array_append_val (all, one);
    }
  if (!plot_extremes_build (self, all, &(PlotRect){ x, area->y, right - x, height }))
    plot_extremes_build (self, all,
                         &(PlotRect){ legend->x, y, right - legend->x, area->y + height - y });
}

/* The legend stands beside the map or above it, whichever leaves greater tiles. */
static PlotRect
place_legend (PlotBuilder *self, Plan *plan)
{
  PlotRect *area = &self->area;
  double list_width, list_height, gap = 1.8 * self->em, beside = 0, above;

  plot_tiles_list_size (&plan->classes, self, &list_width, &list_height);
  above = fit_tiles (self, plan, area->width,
                     area->height - plot_tiles_strip_height (&plan->classes, self, area->width));
  if (list_height <= area->height && list_width + gap < 0.6 * area->width)
    beside = fit_tiles (self, plan, area->width - list_width - gap, area->height);
  if (beside >= above)
    {
      double x = area->x + plan->width * plan->columns + gap;

      plot_tiles_build_list (&plan->classes, self, x, area->y);
      build_extremes (self, plan, &(PlotRect){ x, area->y, list_width, list_height });
      return (PlotRect){ area->x, area->y, plan->width * plan->columns, plan->height * plan->rows };
    }
  plot_tiles_build_strip (&plan->classes, self);
  fit_tiles (self, plan, area->width, area->height);
  return (PlotRect){ area->x, area->y, plan->width * plan->columns, plan->height * plan->rows };
}

static void
place_tiles (Plan *plan, const PlotRect *plot)
{
  double gap = MIN (plan->width, plan->height) > 8 ? 1 : 0;

  for (guint i = 0; i < plan->tiles->len; i++)
    {
      Tile *tile = &g_array_index (plan->tiles, Tile, i);
      double x = round (plot->x + tile->column * plan->width);
      double y = round (plot->y + tile->row * plan->height);
      double right = round (plot->x + (tile->column + 1) * plan->width);
      double bottom = round (plot->y + (tile->row + 1) * plan->height);

      tile->box = (PlotRect){ x, y, MAX (right - x - gap, 1), MAX (bottom - y - gap, 1) };
    }
}

static PlotStyle
name_style (const Tile *tile)
{
  return tile->focus ? PLOT_STYLE_TILE_FOCUS : PLOT_STYLE_TILE;
}

static PlotLabel
measure_name (PlotBuilder *self, const Plan *plan, const Tile *tile, double room, double height)
{
  const char *whole = plot_figure_category (self->figure, tile->category);
  const char *brief = plot_figure_category_brief (self->figure, tile->category);
  guint lines = plan->lines == 2 && height > 3 * plot_builder_line_height (self, PLOT_STYLE_TILE)
                    ? 2
                    : 1;
  PlotLabel label = plan->whole_names
                        ? plot_builder_measure_centred (self, name_style (tile), whole, room, lines)
                        : PLOT_LABEL_NONE;

  if (label.layout != NULL && !label.cut)
    return label;
  plot_label_clear (&label);
  label = plot_builder_measure (self, name_style (tile), brief, room, 1);
  if (label.cut)
    plot_label_clear (&label);
  return label;
}

/* A little larger than the name, where there is room for that. */
static PlotLabel
measure_value (PlotBuilder *self, const Plan *plan, const Tile *tile, double room, gboolean rounded)
{
  PlotStyle style = plan->low ? PLOT_STYLE_TILE : PLOT_STYLE_TILE_VALUE;

  return rounded ? plot_tile_measure_rounded (self, style, tile->mark, room)
                 : plot_tile_measure_value (self, style, tile->mark, room);
}

/* What a value beside the name takes of the tile's width. */
static double
beside_name (PlotBuilder *self, const Plan *plan, const Tile *tile, gboolean rounded)
{
  g_auto (PlotLabel) value = PLOT_LABEL_NONE;

  if (plan->lines != 1)
    return 0;
  value = measure_value (self, plan, tile, 0, rounded);
  return value.width + NAME_GAP * self->em;
}

/* Names in low tiles have smaller letters, so that a small map is not left without any. */
static void
fit_letters (PlotBuilder *self, const Plan *plan)
{
  double usual = self->em, least = LEAST_LETTERS / plot_style_row (PLOT_STYLE_TILE)->size;

  while (plot_builder_line_height (self, PLOT_STYLE_TILE) > plan->height - LINE_GAP)
    {
      self->em -= 0.25;
      if (self->em >= least)
        continue;
      self->em = usual;
      return;
    }
}

/* How many lines a tile has, and whether whole names go into most of them. */
static void
choose_text (PlotBuilder *self, Plan *plan)
{
  double name, value, height = plan->height - 2;
  guint fit = 0;

  fit_letters (self, plan);
  name = plot_builder_line_height (self, PLOT_STYLE_TILE);
  value = plot_builder_line_height (self, PLOT_STYLE_TILE_VALUE);
  plan->low = value > plan->height - LINE_GAP;
  plan->lines = height >= name + value ? 2 : plan->height - LINE_GAP >= name ? 1 : 0;
  for (guint i = 0; i < plan->tiles->len && plan->lines > 0; i++)
    {
      const Tile *tile = &g_array_index (plan->tiles, Tile, i);
      double room = plan->width - 0.5 * self->em - beside_name (self, plan, tile, FALSE);
      g_auto (PlotLabel) label = plot_builder_measure (
          self, PLOT_STYLE_TILE, plot_figure_category (self->figure, tile->category), MAX (room, 1),
          height > 3 * name ? 2 : 1);

      fit += !label.cut;
    }
  plan->whole_names = fit >= MOSTLY_NAMED * plan->tiles->len;
}

static void
put (PlotBuilder *self, PlotLabel *label, PlotInk ink, gboolean halo, double x, double y)
{
  if (halo)
    plot_builder_put_over (self, label, ink, x, y);
  else
    plot_builder_put (self, label, ink, x, y);
}

/* Name and value as far as the tile has room for both; FALSE where it has none for the value. */
static gboolean
measure_texts (PlotBuilder *self, const Plan *plan, const Tile *tile, gboolean rounded,
               PlotLabel *name, PlotLabel *value)
{
  double rim = plot_tile_rim (tile->mark, &tile->box);
  double width = tile->box.width - 2 * MAX (rim, 0.15 * self->em);
  double height = tile->box.height - 2 * MAX (0, rim - 2);
  gboolean below = plan->lines == 2, fits;

  *name = measure_name (self, plan, tile, MAX (width - beside_name (self, plan, tile, rounded), 1),
                        height);
  if (name->layout == NULL)
    *name = measure_name (self, plan, tile, width, height);
  *value = measure_value (self, plan, tile,
                          MAX (below ? width : width - NAME_GAP * self->em - name->width, 1),
                          rounded);
  fits = !value->cut
         && (below ? name->height + value->height <= height + 2
                   : name->width + NAME_GAP * self->em + value->width <= width
                         && value->height <= height + 2);
  if (!fits)
    plot_label_clear (value);
  if (name->height > height + 2)
    plot_label_clear (name);
  return fits;
}

static gboolean
has_value (const Tile *tile)
{
  return tile->mark != NULL && plot_mark_has_value (tile->mark);
}

static double
share_with_values (PlotBuilder *self, const Plan *plan)
{
  guint n = 0, fit = 0;

  for (guint i = 0; i < plan->tiles->len; i++)
    {
      const Tile *tile = &g_array_index (plan->tiles, Tile, i);
      g_auto (PlotLabel) name = PLOT_LABEL_NONE;
      g_auto (PlotLabel) value = PLOT_LABEL_NONE;

      if (!has_value (tile))
        continue;
      n++;
      fit += measure_texts (self, plan, tile, FALSE, &name, &value) ? 1 : 0;
    }
  return n > 0 ? (double) fit / n : 1;
}

static void
choose_values (PlotBuilder *self, Plan *plan)
{
  double share = share_with_values (self, plan);

  if (share < NEARLY_ALL && plot_builder_brief_decimals (self) > 0)
    {
      plot_builder_set_brief_decimals (self, 0);
      share = share_with_values (self, plan);
    }
  plan->values = share >= MOSTLY_VALUES;
}

static void
build_texts (PlotBuilder *self, const Plan *plan, const Tile *tile)
{
  double middle = tile->box.x + tile->box.width / 2, y = tile->box.y + tile->box.height / 2;
  double gap = NAME_GAP * self->em;
  g_auto (PlotLabel) name = PLOT_LABEL_NONE;
  g_auto (PlotLabel) value = PLOT_LABEL_NONE;
  gboolean halo, below = plan->lines == 2;
  PlotInk ink = plot_tiles_text_ink (&plan->classes, tile->mark, &halo);

  if (!measure_texts (self, plan, tile, FALSE, &name, &value) && plan->values && has_value (tile))
    {
      plot_label_clear (&name);
      measure_texts (self, plan, tile, TRUE, &name, &value);
    }
  if (!plan->values && has_value (tile))
    plot_label_clear (&value);
  if (value.layout == NULL)
    put (self, &name, ink, halo, middle - name.width / 2, y - name.height / 2);
  else if (below)
    {
      double top = y - (name.height + value.height) / 2;

      put (self, &name, ink, halo, middle - name.width / 2, top);
      put (self, &value, ink, halo, middle - value.width / 2, top + name.height);
    }
  else
    {
      double left = middle - (name.width + gap + value.width) / 2;

      put (self, &name, ink, halo, left, y - name.height / 2);
      put (self, &value, ink, halo, left + name.width + gap, y - value.height / 2);
    }
}

/* The focus has a frame, since its colour says the value. */
static void
build_frame (PlotBuilder *self, const PlotRect *box)
{
  double x1 = box->x, y1 = box->y, x2 = x1 + box->width, y2 = y1 + box->height, w = 2;

  plot_builder_stroke (self, x1 - 1, y1, x2 + 1, y1, w, PLOT_INK_TEXT, PLOT_STROKE_AXIS);
  plot_builder_stroke (self, x1 - 1, y2, x2 + 1, y2, w, PLOT_INK_TEXT, PLOT_STROKE_AXIS);
  plot_builder_stroke (self, x1, y1, x1, y2, w, PLOT_INK_TEXT, PLOT_STROKE_AXIS);
  plot_builder_stroke (self, x2, y1, x2, y2, w, PLOT_INK_TEXT, PLOT_STROKE_AXIS);
}

static void
build_tiles (PlotBuilder *self, const Plan *plan)
{
  for (guint i = 0; i < plan->tiles->len; i++)
    {
      const Tile *tile = &g_array_index (plan->tiles, Tile, i);
      PlotSpot spot = { .index = tile->index, .row = tile->row, .bounds = tile->box };

      plot_tiles_build_tile (&plan->classes, self, tile->mark, &tile->box);
      if (tile->mark != NULL)
        plot_builder_spot (self, &spot, 0.5);
      if (tile->focus)
        build_frame (self, &tile->box);
      if (plan->lines > 0)
        build_texts (self, plan, tile);
    }
}

static void
build (PlotBuilder *self)
{
  g_autoptr (PlotCategories) categories = plot_categories_new (self->figure);
  Plan plan = { .categories = categories };
  PlotRect plot;

  plot_tiles_init (&plan.classes, self, has_tile);
  collect_tiles (self, &plan);
  if (plan.tiles->len < categories->n_all && plan.tiles->len > 0)
    {
      g_autofree char *text = plot_word_count (PLOT_WORD_NO_TILE, self->language,
                                               categories->n_all - plan.tiles->len);

      plot_frame_build_more (self, text);
    }
  if (plan.tiles->len == 0)
    plot_frame_build_empty (self);
  else
    {
      plot = place_legend (self, &plan);
      self->layout->plot = plot;
      place_tiles (&plan, &plot);
      choose_text (self, &plan);
      choose_values (self, &plan);
      build_tiles (self, &plan);
    }
  g_array_unref (plan.tiles);
}

const PlotKindClass plot_kind_tilemap = {
  .name = "tilemap",
  .word = PLOT_WORD_CHART_TILEMAP,
  .along = PLOT_ALONG_X,
  .step = PLOT_STEP_GRID,
  .categories = TRUE,
  .swatches = TRUE,
  .classes = TRUE,
  .build = build,
};

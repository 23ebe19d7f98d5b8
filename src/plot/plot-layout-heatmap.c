/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heat map: a row for each category in the figure's order, a column for each series (a period),
 * each cell coloured by class. Rows that do not fit are left out and counted below, columns from the
 * first on, so that the latest stay. */

#include <math.h>

#include "plot-categories.h"
#include "plot-kind.h"
#include "plot-tile.h"

/* Narrower cells are not seen as cells. */
#define LEAST_CELL 4.0
/* Lines of text that a row is high at most. */
#define HIGHEST_ROW 3.5
/* Of what few rows leave free, above them. */
#define SHARE_ABOVE 0.4
/* With values in fewer cells than this share none are written: single numbers look chosen. */
#define MOSTLY 0.6
/* Where fewer have room with their decimals, all are written without. */
#define NEARLY_ALL 0.95

typedef struct
{
  PlotCategories *categories;
  PlotTiles classes;
  guint first, columns; /* of the series */
  double name_width;
  double width, height; /* of a cell with the gap to the next */
  gboolean values;
} Plan;

static gboolean
has_cell (PlotBuilder *self, guint series, const PlotMark *mark)
{
  double row = round (mark->x);

  return row >= 0 && row < plot_figure_n_categories (self->figure);
}

/* Whether a cell has no mark at all: nothing was reported there. */
static gboolean
lacks_marks (PlotBuilder *self, const PlotCategories *categories)
{
  guint index;

  for (guint r = 0; r < categories->n; r++)
    for (guint s = 0; s < categories->n_series; s++)
      if (plot_categories_mark (categories, self->figure, r, s, &index) == NULL)
        return TRUE;
  return FALSE;
}

static void
fit_rows (PlotBuilder *self, Plan *plan)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_CATEGORY);
  double head = plot_builder_line_height (self, PLOT_STYLE_TICK) + 0.3 * self->em;
  double more = plot_builder_line_height (self, PLOT_STYLE_NOTE) + 0.2 * self->em;
  double room = self->area.height - head;
  guint capacity = (guint) MAX (1, floor (room / line));

  if (capacity < plan->categories->n_all)
    {
      g_autofree char *text = NULL;

      plot_categories_limit (plan->categories, (guint) MAX (1, floor ((room - more) / line)));
      text = plot_categories_more (plan->categories, self->figure);
      plot_frame_build_more (self, text);
      room = self->area.height - head;
    }
  plan->height = MIN (MAX (room, 1) / plan->categories->n, HIGHEST_ROW * line);
  self->area.y += SHARE_ABOVE * MAX (room - plan->height * plan->categories->n, 0);
}

static PlotLabel
measure_name (PlotBuilder *self, const Plan *plan, guint row)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_CATEGORY);

  return plot_builder_measure (self, plot_categories_style (plan->categories, row),
                               plot_categories_label (plan->categories, self->figure, row),
                               self->area.width * 0.34, (guint) CLAMP (plan->height / line, 1, 2));
}

static void
fit_columns (PlotBuilder *self, Plan *plan)
{
  double room;
  guint capacity;

  for (guint c = 0; c < plan->categories->n; c++)
    {
      g_auto (PlotLabel) name = measure_name (self, plan, c);

      plan->name_width = MAX (plan->name_width, name.width);
    }
  if (plan->name_width > 0)
    plan->name_width += 0.7 * self->em;
  room = MAX (self->area.width - plan->name_width, 1);
  capacity = (guint) MAX (1, floor (room / LEAST_CELL));
  plan->columns = MIN (plan->categories->n_series, capacity);
  plan->first = plan->categories->n_series - plan->columns;
  plan->width = MIN (room / plan->columns, 9 * self->em);
}

static PlotRect
cell_box (const PlotRect *plot, const Plan *plan, guint row, guint column)
{
  double gap = MIN (plan->width, plan->height) > 6 ? 1 : 0;
  double x = round (plot->x + column * plan->width), y = round (plot->y + row * plan->height);

  return (PlotRect){ x, y, MAX (round (plot->x + (column + 1) * plan->width) - x - gap, 1),
                     MAX (round (plot->y + (row + 1) * plan->height) - y - gap, 1) };
}

/* Cells differ by a pixel, as their edges are whole ones; the values of all have the same room. */
static gboolean
value_fits (PlotBuilder *self, const Plan *plan, const PlotMark *mark, const PlotRect *box,
            gboolean rounded, PlotLabel *label)
{
  double rim = plot_tile_rim (mark, box);
  double room = floor (plan->width) - 1 - 2 * MAX (rim - 0.5, 0.15 * self->em);

  *label = rounded ? plot_tile_measure_rounded (self, PLOT_STYLE_TILE_VALUE, mark, MAX (room, 1))
                   : plot_tile_measure_value (self, PLOT_STYLE_TILE_VALUE, mark, MAX (room, 1));
  return !label->cut && label->height <= floor (plan->height) + 1 - 2 * MAX (0, rim - 2);
}

static double
share_with_values (PlotBuilder *self, const Plan *plan, const PlotRect *plot)
{
  guint n = 0, fit = 0, index;

  for (guint r = 0; r < plan->categories->n; r++)
    for (guint c = 0; c < plan->columns; c++)
      {
        const PlotMark *mark = plot_categories_mark (plan->categories, self->figure, r,
                                                     plan->first + c, &index);
        PlotRect box = cell_box (plot, plan, r, c);
        g_auto (PlotLabel) label = PLOT_LABEL_NONE;

        if (mark == NULL || !plot_mark_has_value (mark))
          continue;
        n++;
        fit += value_fits (self, plan, mark, &box, FALSE, &label);
      }
  return n > 0 ? (double) fit / n : 1;
}

static void
choose_values (PlotBuilder *self, Plan *plan, const PlotRect *plot)
{
  double share = share_with_values (self, plan, plot);

  if (share < NEARLY_ALL && plot_builder_brief_decimals (self) > 0)
    {
      plot_builder_set_brief_decimals (self, 0);
      share = share_with_values (self, plan, plot);
    }
  plan->values = share >= MOSTLY;
}

static void
build_cell (PlotBuilder *self, const Plan *plan, guint row, guint column, const PlotRect *box)
{
  PlotSpot spot = { .series = plan->first + column, .row = row, .bounds = *box };
  const PlotMark *mark = plot_categories_mark (plan->categories, self->figure, row, spot.series,
                                               &spot.index);
  g_auto (PlotLabel) label = PLOT_LABEL_NONE;
  gboolean halo;
  PlotInk ink;

  plot_tiles_build_tile (&plan->classes, self, mark, box);
  if (mark == NULL)
    return;
  plot_builder_spot (self, &spot, 0.5);
  if (!value_fits (self, plan, mark, box, FALSE, &label))
    {
      plot_label_clear (&label);
      if (!plot_mark_has_value (mark) || !value_fits (self, plan, mark, box, TRUE, &label))
        return;
    }
  if (plot_mark_has_value (mark) && !plan->values)
    return;
  ink = plot_tiles_text_ink (&plan->classes, mark, &halo);
  if (halo)
    plot_builder_put_over (self, &label, ink, box->x + (box->width - label.width) / 2,
                           box->y + (box->height - label.height) / 2);
  else
    plot_builder_put (self, &label, ink, box->x + (box->width - label.width) / 2,
                      box->y + (box->height - label.height) / 2);
}

/* The last column first, then the others as far as they leave room. */
static void
build_heads (PlotBuilder *self, const Plan *plan, const PlotRect *plot)
{
  for (guint c = plan->columns; c-- > 0;)
    {
      const char *name = plot_figure_series_name (self->figure, plan->first + c);
      g_auto (PlotLabel) label = plot_builder_measure (self, PLOT_STYLE_TICK, name,
                                                       MAX (plan->width, 5 * self->em), 1);
      double x = plot->x + (c + 0.5) * plan->width - label.width / 2;
      PlotRect box = { CLAMP (x, 0, self->layout->width - label.width),
                       plot->y - 0.2 * self->em - label.height, label.width, label.height };
      PlotRect around = { MAX (box.x - 0.3 * self->em, 0), box.y, box.width + 0.3 * self->em,
                          box.height };

      if (plot_builder_is_free (self, &around))
        plot_builder_put (self, &label, PLOT_INK_MUTED, box.x, box.y);
    }
}

static void
build_rows (PlotBuilder *self, const Plan *plan, const PlotRect *plot)
{
  for (guint r = 0; r < plan->categories->n; r++)
    {
      g_auto (PlotLabel) name = measure_name (self, plan, r);
      double middle = plot->y + (r + 0.5) * plan->height;

      /* Where rows were left out between two neighbours. */
      if (r > 0 && plan->categories->shown[r] != plan->categories->shown[r - 1] + 1)
        plot_builder_stroke (self, self->area.x, round (plot->y + r * plan->height) - 0.5,
                             plot->x + plot->width, round (plot->y + r * plan->height) - 0.5, 1,
                             PLOT_INK_AXIS, PLOT_STROKE_AXIS);
      plot_builder_put (self, &name, PLOT_INK_TEXT, self->area.x, middle - name.height / 2);
      for (guint c = 0; c < plan->columns; c++)
        {
          PlotRect box = cell_box (plot, plan, r, c);

          build_cell (self, plan, r, c, &box);
        }
    }
}

static void
build (PlotBuilder *self)
{
  g_autoptr (PlotCategories) categories = plot_categories_new (self->figure);
  Plan plan = { .categories = categories };
  double head = plot_builder_line_height (self, PLOT_STYLE_TICK) + 0.3 * self->em;
  PlotRect plot;

  plot_tiles_init (&plan.classes, self, has_cell);
  plan.classes.has_none = lacks_marks (self, categories);
  plot_tiles_build_strip (&plan.classes, self);
  fit_rows (self, &plan);
  fit_columns (self, &plan);
  plot = (PlotRect){ self->area.x + plan.name_width, self->area.y + head, plan.width * plan.columns,
                     plan.height * categories->n };
  self->layout->plot = plot;
  choose_values (self, &plan, &plot);
  build_heads (self, &plan, &plot);
  build_rows (self, &plan, &plot);
}

const PlotKindClass plot_kind_heatmap = {
  .name = "heatmap",
  .word = PLOT_WORD_CHART_HEATMAP,
  .along = PLOT_ALONG_Y,
  .step = PLOT_STEP_GRID,
  .categories = TRUE,
  .swatches = TRUE,
  .classes = TRUE,
  .build = build,
};

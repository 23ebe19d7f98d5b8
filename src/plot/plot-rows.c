/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the heights of rows and the names at their left. Knows nothing of what stands in a row. */

#include "plot-rows.h"

#include <math.h>

/* Letters become no smaller than this, in pixels and as a share, for all rows to have a place. */
#define LEAST_SIZE 10.5
#define LEAST_SHARE 0.7
/* Lines of text that a row is high at most, and a bar in it thick. */
#define HIGHEST_ROW 6
#define THICKEST 2.8
/* Of what few rows leave free, above them: the middle looks low. */
#define SHARE_ABOVE 0.4

void
plot_rows_reserve_reference (PlotBuilder *self)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_KEY);

  if (plot_figure_reference_label (self->figure) == NULL)
    return;
  self->area.y += line;
  self->area.height = MAX (self->area.height - line, 1);
}

/* Lines of text that a row needs. */
static double
least_lines (guint lanes)
{
  return lanes > 1 ? lanes * 1.02 + 0.5 : 1.15;
}

/* Nearly all rows in their letters and all in somewhat smaller ones: the smaller ones. */
static void
fit_letters (PlotBuilder *self, const PlotRows *rows)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_CATEGORY);
  double all = rows->categories->n_all * least_lines (rows->lanes) * line;
  double size = floor (4 * self->em * self->area.height / MAX (all, 1)) / 4;

  if (size < self->em && size >= MAX (LEAST_SIZE, LEAST_SHARE * self->em))
    self->em = size;
}

static void
fit_heights (PlotBuilder *self, PlotRows *rows)
{
  guint lanes = rows->lanes;
  double line = plot_builder_line_height (self, PLOT_STYLE_CATEGORY);
  double least = least_lines (lanes) * line;
  double most = lanes > 1 ? lanes * line * 2.4 + line : line * HIGHEST_ROW;
  double more = plot_builder_line_height (self, PLOT_STYLE_NOTE) + 0.2 * self->em, unused;
  guint capacity = (guint) MAX (1, floor (self->area.height / least));

  if (capacity < rows->categories->n_all)
    {
      g_autofree char *text = NULL;

      capacity = (guint) MAX (1, floor ((self->area.height - more) / least));
      plot_categories_limit (rows->categories, capacity);
      text = plot_categories_more (rows->categories, self->figure);
      plot_frame_build_more (self, text);
    }
  rows->pitch = MIN (self->area.height / rows->categories->n, most);
  rows->thickness = lanes > 1 ? (rows->pitch - 0.4 * line) / lanes
                              : MIN (rows->pitch * 0.7, THICKEST * line);
  unused = self->area.height - rows->pitch * rows->categories->n;
  self->area.y += SHARE_ABOVE * unused;
  self->area.height -= unused;
}

static void
measure_names (PlotBuilder *self, PlotRows *rows)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_CATEGORY);
  guint lines = (guint) CLAMP (rows->pitch / line, 1, 3);
  double widest = 0;

  rows->names = g_new0 (PlotLabel, MAX (rows->categories->n, 1));
  for (guint c = 0; c < rows->categories->n; c++)
    {
      rows->names[c] = plot_builder_measure (
          self, plot_categories_style (rows->categories, c),
          plot_categories_label (rows->categories, self->figure, c), self->area.width * 0.36,
          lines);
      widest = MAX (widest, rows->names[c].width);
    }
  rows->left = self->area.x + ceil (widest) + (widest > 0 ? 0.8 * self->em : 0);
  rows->right = self->area.x + self->area.width;
}

void
plot_rows_fit (PlotBuilder *self, PlotRows *rows, PlotCategories *categories, guint lanes)
{
  rows->categories = categories;
  rows->lanes = lanes;
  fit_letters (self, rows);
  fit_heights (self, rows);
  measure_names (self, rows);
}

double
plot_rows_top (PlotBuilder *self, const PlotRows *rows, guint category)
{
  return self->area.y + category * rows->pitch;
}

double
plot_rows_lane_top (PlotBuilder *self, const PlotRows *rows, guint category, guint lane)
{
  return plot_rows_top (self, rows, category) + (rows->pitch - rows->lanes * rows->thickness) / 2
         + lane * rows->thickness;
}

PlotRect
plot_rows_plot (PlotBuilder *self, const PlotRows *rows)
{
  return (PlotRect){ rows->left, self->area.y, MAX (rows->right - rows->left, 1),
                     rows->pitch * rows->categories->n };
}

void
plot_rows_build_names (PlotBuilder *self, PlotRows *rows)
{
  for (guint c = 0; c < rows->categories->n; c++)
    {
      PlotLabel *name = &rows->names[c];
      double top = round (plot_rows_top (self, rows, c)) + 0.5;

      /* Where rows were left out between two neighbours. */
      if (c > 0 && rows->categories->shown[c] != rows->categories->shown[c - 1] + 1)
        plot_builder_stroke (self, self->area.x, top, self->area.x + self->area.width, top, 1,
                             PLOT_INK_GRID, PLOT_STROKE_GRID);
      plot_builder_put (self, name, PLOT_INK_TEXT, self->area.x,
                        plot_rows_top (self, rows, c) + (rows->pitch - name->height) / 2);
      plot_label_clear (name);
    }
  g_clear_pointer (&rows->names, g_free);
}

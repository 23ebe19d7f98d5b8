/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large a section's chart is on its page: as high as its rows need, drawn smaller where they would not all be
 * seen. */

#include "sheet-flow.h"

#define POINTS_PER_PIXEL 0.75
#define CHART_RATIO 0.53 /* height to width, where rows do not say it */
#define CHART_ROW 20     /* pixels of a bar's row, and the least that its text needs */
#define CHART_ROW_LEAST 16
#define CHART_PANEL 130       /* pixels of a row of small charts */
#define CHART_FRAME 96        /* pixels around the rows */
#define CHART_LEAST 190       /* pixels */
#define CHART_SHRINK 0.74     /* a chart of many rows is drawn no smaller than that */
#define CHART_LEAST_SCALE 0.5 /* points a pixel */
#define CHART_INSET 10        /* pixels: the least room that a chart leaves at its own edges */

/* Rows that a chart has one below the other, 0 where it has none. */
static guint
n_rows (const PlotFigure *figure)
{
  PlotKind kind = plot_figure_kind (figure);

  if (kind == PLOT_KIND_BAR)
    return plot_figure_n_categories (figure) * MAX (1, plot_figure_n_series (figure));
  return kind == PLOT_KIND_ATTAINMENT || kind == PLOT_KIND_DUMBBELL
             ? plot_figure_n_categories (figure)
             : 0;
}

/* Of a chart without rows, by its width. */
static double
usual_height (const PlotFigure *figure, double width)
{
  PlotKind kind = plot_figure_kind (figure);
  guint n = plot_figure_n_series (figure);

  if (kind == PLOT_KIND_MULTIPLES)
    return MAX (CHART_LEAST, CHART_FRAME + CHART_PANEL * ((n + 3) / 4));
  return width * (kind == PLOT_KIND_SLOPE ? 0.8 : CHART_RATIO);
}

/* Pixels of a chart whose rows take that many each. */
static double
height_with (const PlotFigure *figure, double row)
{
  double width = SHEET_BODY_WIDTH / POINTS_PER_PIXEL + 2 * CHART_INSET;
  guint n = n_rows (figure);

  return n > 0 ? MAX (CHART_LEAST, CHART_FRAME + row * n) : usual_height (figure, width);
}

/* How large a chart is that has room (points): *height in pixels, and points a pixel. A chart of more
 * rows than that has room for is drawn smaller, so that all of them are seen. */
static double
fit_chart (const PlotFigure *figure, double room, double *height)
{
  double pixels = room / POINTS_PER_PIXEL;
  double shrink = CLAMP (pixels / height_with (figure, CHART_ROW_LEAST), CHART_SHRINK, 1);

  *height = MIN (pixels / shrink, height_with (figure, CHART_ROW));
  return POINTS_PER_PIXEL * shrink;
}

/* Whether all of it can be seen on what is left of the page; one without rows is not drawn smaller. */
static gboolean
chart_fits (const PlotFigure *figure, double room)
{
  double height, scale = fit_chart (figure, room, &height);

  return height + 0.01 >= height_with (figure, CHART_ROW_LEAST)
         && (n_rows (figure) > 0 || scale + 0.001 >= POINTS_PER_PIXEL);
}

/* In the item's box; smaller where rows would be left out of it. */
static PlotLayout *
lay_out_chart (SheetFlow *self, PlotFigure *figure, SheetItem *item)
{
  for (;; item->scale *= 0.95)
    {
      PlotLayout *layout;

      /* Its texts begin where the sheet's begin. */
      item->box.x = SHEET_MARGIN - CHART_INSET * item->scale;
      item->box.width = SHEET_BODY_WIDTH + 2 * CHART_INSET * item->scale;
      layout = plot_layout_new (figure, item->box.width / item->scale,
                                item->box.height / item->scale, PLOT_THEME_PRINT,
                                self->chart_context);

      if (plot_figure_kind (figure) != PLOT_KIND_BAR
          || plot_layout_n_marks (layout) >= plot_figure_count_marks (figure)
          || item->scale < CHART_LEAST_SCALE)
        return layout;
      plot_layout_free (layout);
    }
}

void
sheet_flow_chart (SheetFlow *self, const SheetSection *section, guint number, double legend)
{
  double below = MIN (legend, 200), height;
  SheetItem item = { .role = SHEET_ROLE_CHART };

  sheet_flow_gap (self, number == 1 ? SHEET_GAP_BLOCK : SHEET_GAP_PART + SHEET_GAP_BLOCK);
  if (!chart_fits (section->figure, sheet_flow_room (self) - below) && !sheet_flow_is_at_top (self))
    sheet_flow_break (self);
  item.scale = fit_chart (section->figure, sheet_flow_room (self) - below, &height);
  item.page = self->page;
  item.box = (SheetBox){ .y = self->y, .height = height * item.scale };
  item.chart = lay_out_chart (self, section->figure, &item);
  g_array_append_val (self->pages->items, item);
  self->y += item.box.height;
}

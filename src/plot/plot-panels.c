/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the arrangement of small multiples and their names. Must not draw marks or axes. */

#include "plot-panels.h"

#include <math.h>

#include "plot-words.h"

/* Least size of a panel, in base sizes. */
#define LEAST_WIDTH 8.5
#define LEAST_HEIGHT 6.2
/* Width of a panel's plot for its height that reads best. */
#define ASPECT 1.7
/* Of a name above the labels of an axis, in base sizes. */
#define ABOVE_LABELS 0.3

static guint
count_fitting (PlotBuilder *self, double height)
{
  guint across = (guint) MAX (1, floor (self->area.width / (LEAST_WIDTH * self->em)));
  guint down = (guint) MAX (1, floor (height / (LEAST_HEIGHT * self->em)));

  return across * down;
}

gboolean
plot_panels_is_focus (PlotFigure *figure, guint series)
{
  if (plot_figure_series_role (figure, series) == PLOT_ROLE_FOCUS)
    return TRUE;
  for (guint i = 0; i < plot_figure_n_marks (figure, series); i++)
    if (plot_figure_mark (figure, series, i)->role == PLOT_ROLE_FOCUS)
      return TRUE;
  return FALSE;
}

/* The first ones up to capacity, and the focus in any case. */
static void
choose_panels (PlotBuilder *self, PlotPanels *panels, guint capacity)
{
  guint n = plot_figure_n_series (self->figure), focused = 0, others;

  for (guint s = 0; s < n; s++)
    focused += plot_panels_is_focus (self->figure, s) ? 1 : 0;
  focused = MIN (focused, capacity);
  others = capacity - focused;
  panels->shown = g_new (guint, MAX (n, 1));
  for (guint s = 0; s < n; s++)
    {
      guint *room = plot_panels_is_focus (self->figure, s) ? &focused : &others;

      if (*room == 0)
        continue;
      (*room)--;
      panels->shown[panels->n++] = s;
    }
}

static gboolean
has_places (PlotFigure *figure)
{
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    if (plot_figure_n_marks (figure, s) > 0)
      return plot_figure_mark (figure, s, 0)->place != NULL;
  return FALSE;
}

static void
fit_panels (PlotBuilder *self, PlotPanels *panels)
{
  guint n = plot_figure_n_series (self->figure);
  guint capacity = count_fitting (self, self->area.height - panels->below);

  if (capacity < n)
    {
      PlotWord word = has_places (self->figure) ? PLOT_WORD_MORE_PLACES : PLOT_WORD_MORE_ITEMS;
      double more = plot_builder_line_height (self, PLOT_STYLE_NOTE) + 0.2 * self->em;
      g_autofree char *text = NULL;

      capacity = MIN (capacity, count_fitting (self, self->area.height - panels->below - more));
      text = plot_word_count (word, self->language, n - MIN (capacity, n));
      plot_frame_build_more (self, text);
    }
  choose_panels (self, panels, MIN (capacity, n));
}

/* The number of columns that makes the panels' plots largest, at the shape that reads best. */
static void
arrange (PlotBuilder *self, PlotPanels *panels)
{
  double best = -INFINITY;
  guint most = (guint) MAX (1, floor (self->area.width / (LEAST_WIDTH * self->em)));

  for (guint columns = 1; columns <= MIN (panels->n, most); columns++)
    {
      guint rows = (panels->n + columns - 1) / columns;
      double width = self->area.width / columns - panels->gap;
      double height = (self->area.height - panels->below) / rows - panels->title;
      double size = MIN (width, height * ASPECT);

      if (size > best + 0.5)
        {
          best = size;
          panels->columns = columns;
          panels->rows = rows;
        }
    }
}

PlotRect
plot_panels_plot (PlotBuilder *self, const PlotPanels *panels, guint i)
{
  double x = self->area.x + (i % panels->columns) * panels->width + panels->left;
  double y = self->area.y + (i / panels->columns) * panels->height + panels->title;
  double width = panels->width - panels->gap - (panels->own_axes ? panels->left : 0);

  return (PlotRect){ x, y, MAX (width, 1),
                     MAX (panels->height - panels->title - 0.9 * self->em, 1) };
}

static PlotLabel
measure_title (PlotBuilder *self, guint series, double width, guint lines)
{
  PlotStyle style = plot_panels_is_focus (self->figure, series) ? PLOT_STYLE_CATEGORY_FOCUS
                                                                : PLOT_STYLE_SERIES;

  return plot_builder_measure (self, style, plot_figure_series_name (self->figure, series), width,
                               lines);
}

/* With an axis of its own a panel is named from where the axis' labels begin, above the first of them. */
static double
title_indent (const PlotPanels *panels)
{
  return panels->own_axes ? panels->left : 0;
}

/* Names that one line would cut take two where the plots are high enough for that. */
static void
fit_titles (PlotBuilder *self, PlotPanels *panels)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_SERIES);
  double width = plot_panels_plot (self, panels, 0).width + title_indent (panels);

  panels->title_lines = 1;
  if (plot_panels_plot (self, panels, 0).height - line < 2.6 * self->em)
    return;
  for (guint i = 0; i < panels->n && panels->title_lines == 1; i++)
    {
      g_auto (PlotLabel) title = measure_title (self, panels->shown[i], width, 1);

      if (title.cut)
        panels->title_lines = 2;
    }
  if (panels->title_lines == 2)
    panels->title += line;
}

void
plot_panels_fit (PlotBuilder *self, PlotPanels *panels)
{
  fit_panels (self, panels);
  arrange (self, panels);
  panels->height = (self->area.height - panels->below) / panels->rows;
}

void
plot_panels_measure (PlotBuilder *self, PlotPanels *panels, double left)
{
  panels->left = left;
  panels->width = panels->own_axes ? self->area.width / panels->columns
                                   : (self->area.width - left) / panels->columns;
  if (panels->own_axes)
    panels->title += ABOVE_LABELS * self->em;
  fit_titles (self, panels);
}

void
plot_panels_clear (PlotPanels *panels)
{
  g_clear_pointer (&panels->shown, g_free);
}

void
plot_panels_build_title (PlotBuilder *self, const PlotPanels *panels, guint i)
{
  PlotRect plot = plot_panels_plot (self, panels, i);
  guint series = panels->shown[i];
  PlotInk ink = plot_panels_is_focus (self->figure, series) ? PLOT_INK_ACCENT : PLOT_INK_TEXT;
  double indent = title_indent (panels);
  g_auto (PlotLabel) title = measure_title (self, series, plot.width + indent, panels->title_lines);
  double away = (panels->own_axes ? 0.35 + ABOVE_LABELS : 0.35) * self->em;

  plot_builder_put_if_free (self, &title, ink, plot.x - indent, plot.y - away - title.height);
}

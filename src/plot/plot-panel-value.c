/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns where the last value of a panel stands: at its mark, and off the panel's own line, columns and
 * dashed lines as long as there is such a place. Must not move anything. */

#include <math.h>

#include "plot-panels.h"

#define COLUMN_AWAY 0.1
/* From what is passed by, rather than stood at. */
#define PAST 0.15

typedef struct
{
  PlotBuilder *builder;
  guint series; /* plus one */
  const PlotRect *plot;
  gboolean columns;
  PlotLabel label;
  double x;
} Value;

/* Takes the part of a segment that lies between two x into a range of y. */
static void
reach_segment (const PlotPoint *a, const PlotPoint *b, double left, double right, double *top,
               double *bottom)
{
  double from, to, slope;

  if (a->x > b->x)
    {
      reach_segment (b, a, left, right, top, bottom);
      return;
    }
  if (b->x < left || a->x > right)
    return;
  slope = b->x > a->x ? (b->y - a->y) / (b->x - a->x) : 0;
  from = a->y + slope * (MAX (left, a->x) - a->x);
  to = b->x > a->x ? a->y + slope * (MIN (right, b->x) - a->x) : b->y;
  *top = MIN (*top, MIN (from, to));
  *bottom = MAX (*bottom, MAX (from, to));
}

/* Above and below which y nothing of the panel is between two x; top above bottom: nothing at all. */
static void
reach (const Value *self, double left, double right, double *top, double *bottom)
{
  const PlotLayout *layout = self->builder->layout;

  *top = INFINITY;
  *bottom = -INFINITY;
  for (guint i = 0; i < layout->paths->len; i++)
    {
      const PlotPath *path = &g_array_index (layout->paths, PlotPath, i);
      const PlotPoint *points = &g_array_index (layout->points, PlotPoint, path->first);

      for (guint j = 1; path->series == self->series && j < path->n; j++)
        reach_segment (&points[j - 1], &points[j], left, right, top, bottom);
    }
  for (guint i = 0; i < layout->symbols->len; i++)
    {
      const PlotSymbol *s = &g_array_index (layout->symbols, PlotSymbol, i);

      if (s->series != self->series || s->x + s->radius < left || s->x - s->radius > right)
        continue;
      *top = MIN (*top, s->y - s->radius);
      *bottom = MAX (*bottom, s->y + s->radius);
    }
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const PlotBox *part = &g_array_index (layout->boxes, PlotBox, i);

      if (part->series != self->series || part->box.x + part->box.width < left
          || part->box.x > right)
        continue;
      *top = MIN (*top, part->box.y);
      *bottom = MAX (*bottom, part->box.y + part->box.height);
    }
}

/* The digits of a label at y, which has room above and below them. */
static PlotRect
digits (const Value *self, double y)
{
  return (PlotRect){ self->x, y + 0.15 * self->label.height, self->label.width,
                     0.7 * self->label.height };
}

/* Column by column of a few pixels, as a steep line leaves the other end of a label free. */
static gboolean
is_off_marks (const Value *self, double y)
{
  PlotRect box = digits (self, y);
  double step = MAX (box.width / 4, 1);

  for (double x = box.x; x < box.x + box.width; x += step)
    {
      double top, bottom;

      reach (self, x, MIN (x + step, box.x + box.width), &top, &bottom);
      if (top < box.y + box.height && bottom > box.y)
        return FALSE;
    }
  return TRUE;
}

/* Off the dashed lines of a standard and of breaks. */
static gboolean
is_off_lines (const Value *self, double y)
{
  const GArray *strokes = self->builder->layout->strokes;
  PlotRect box = digits (self, y);

  for (guint i = 0; i < strokes->len; i++)
    {
      const PlotStroke *s = &g_array_index (strokes, PlotStroke, i);

      if (s->kind == PLOT_STROKE_REFERENCE
          && plot_rect_crosses (&box, &(PlotPoint){ s->x1, s->y1 }, &(PlotPoint){ s->x2, s->y2 }))
        return FALSE;
    }
  return TRUE;
}

/* Columns end inside the plot, lines may end at its foot, where the years stand. */
static gboolean
put (Value *self, double y)
{
  return y >= self->plot->y - 0.3 * self->builder->em
         && (self->columns || y + self->label.height <= self->plot->y + self->plot->height)
         && plot_builder_put_if_free (self->builder, &self->label, PLOT_INK_TEXT, self->x, y);
}

/* At the mark, or past all that is near: at a line first off everything, then off the line, at last on
 * it. A column's value that is not at the column would be read as its neighbour's. */
static void
place (Value *self, PlotPoint at, gboolean below)
{
  double em = self->builder->em, height = self->label.height, top, bottom;
  double over = at.y - PLOT_PANEL_VALUE_AWAY * em - height;
  double under = at.y + (self->columns ? COLUMN_AWAY : PLOT_PANEL_VALUE_AWAY) * em;
  double places[4] = { below ? under : over, below ? over : under };
  guint n_rounds = self->columns ? 2 : 3;

  reach (self, self->x, self->x + self->label.width, &top, &bottom);
  places[2] = top - PAST * em - height;
  places[3] = bottom + PAST * em;
  for (guint round = 0; round < n_rounds; round++)
    for (guint i = 0; i < (self->columns ? 1 : round < 2 ? 4 : 2); i++)
      if ((round > 1 || is_off_marks (self, places[i]))
          && (round > 0 || is_off_lines (self, places[i])) && put (self, places[i]))
        return;
}

void
plot_panel_value_build (PlotBuilder *self, guint series, const PlotMark *mark, PlotPoint at,
                        gboolean below, const PlotRect *plot)
{
  g_autofree char *text = plot_builder_mark_text (self, mark, FALSE);
  g_autofree char *brief = plot_builder_mark_number (self, mark);
  const char *const texts[] = { text, brief };
  Value value = { .builder = self,
                  .series = series + 1,
                  .plot = plot,
                  .columns = plot_figure_panel_kind (self->figure) == PLOT_KIND_COLUMN };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gboolean placed;

      value.label = plot_builder_measure (self, PLOT_STYLE_VALUE, texts[i], plot->width, 1);
      value.x = CLAMP (at.x - value.label.width / 2, plot->x,
                       MAX (plot->x + plot->width - value.label.width, plot->x));
      place (&value, at, below);
      placed = value.label.layout == NULL;
      plot_label_clear (&value.label);
      if (placed)
        return;
    }
}

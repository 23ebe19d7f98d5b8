/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the layout as text, for exact comparison in tests: one line a record, tenths of a pixel. */

#include "plot-arrays.h"

static const char *const fills[] = { "solid", "hollow", "hatch", "hollow-hatch" };
static const char *const shapes[] = { "circle",  "square", "triangle", "diamond", "triangle-down",
                                      "hexagon", "star",   "pentagon", "cross" };
static const char *const strokes[] = { "grid", "leader", "key",      "key-dashed",
                                       "way",  "axis",   "reference" };

/* Without a "-0.0", which would differ from "0.0" by nothing that can be seen. */
static void
append_number (GString *out, double value)
{
  char digits[32];

  g_ascii_formatd (digits, sizeof digits, "%.1f", value);
  g_string_append_printf (out, " %s", g_str_equal (digits, "-0.0") ? "0.0" : digits);
}

static void
append_rect (GString *out, const PlotRect *rect)
{
  append_number (out, rect->x);
  append_number (out, rect->y);
  append_number (out, rect->width);
  append_number (out, rect->height);
}

static void
append_texts (GString *out, const PlotLayout *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const PlotText *text = &g_array_index (self->texts, PlotText, i);

      g_string_append_printf (out, "text %s %s%s", plot_style_row (text->style)->name,
                              text->on ? "on-" : "", plot_ink_to_string (text->ink));
      append_rect (out, &text->box);
      g_string_append_printf (out, "%s \"%s\"\n",
                              pango_layout_is_ellipsized (text->layout) ? " cut" : "",
                              pango_layout_get_text (text->layout));
    }
}

static void
append_areas (GString *out, const PlotLayout *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const PlotBox *box = &g_array_index (self->boxes, PlotBox, i);

      g_string_append_printf (out, "box %s%s %s", box->pale ? "pale-" : "",
                              plot_ink_to_string (box->ink), fills[box->fill]);
      append_rect (out, &box->box);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < self->symbols->len; i++)
    {
      const PlotSymbol *symbol = &g_array_index (self->symbols, PlotSymbol, i);

      g_string_append_printf (out, "symbol %s %s %s", shapes[symbol->shape],
                              plot_ink_to_string (symbol->ink), fills[symbol->fill]);
      append_number (out, symbol->x);
      append_number (out, symbol->y);
      append_number (out, symbol->radius);
      if (symbol->opacity < 1)
        append_number (out, symbol->opacity);
      g_string_append_c (out, '\n');
    }
}

static void
append_lines (GString *out, const PlotLayout *self)
{
  for (guint i = 0; i < self->strokes->len; i++)
    {
      const PlotStroke *stroke = &g_array_index (self->strokes, PlotStroke, i);

      g_string_append_printf (out, "stroke %s %s", strokes[stroke->kind],
                              plot_ink_to_string (stroke->ink));
      append_number (out, stroke->x1);
      append_number (out, stroke->y1);
      append_number (out, stroke->x2);
      append_number (out, stroke->y2);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < self->paths->len; i++)
    {
      const PlotPath *path = &g_array_index (self->paths, PlotPath, i);

      g_string_append_printf (out, "path %s%s", plot_ink_to_string (path->ink),
                              path->dashed ? " dashed" : "");
      for (guint p = path->first; p < path->first + path->n; p++)
        {
          append_number (out, g_array_index (self->points, PlotPoint, p).x);
          append_number (out, g_array_index (self->points, PlotPoint, p).y);
        }
      g_string_append_c (out, '\n');
    }
}

static void
append_marks (GString *out, const PlotLayout *self)
{
  for (guint i = 0; i < PLOT_N_SPOTS (self); i++)
    {
      const PlotSpot *spot = PLOT_SPOT (self, i);

      g_string_append_printf (out, "mark %u %u key %" G_GUINT64_FORMAT, spot->series, spot->index,
                              plot_figure_mark (self->figure, spot->series, spot->index)->key);
      append_rect (out, &spot->bounds);
      g_string_append_c (out, '\n');
    }
}

char *
plot_layout_dump (PlotLayout *self)
{
  GString *out = g_string_new ("layout ");

  g_string_append_printf (out, "%s %s", plot_kind_to_string (plot_figure_kind (self->figure)),
                          plot_theme_to_string (self->theme));
  append_number (out, self->width);
  append_number (out, self->height);
  g_string_append (out, "\nplot");
  append_rect (out, &self->plot);
  g_string_append_c (out, '\n');
  append_texts (out, self);
  append_areas (out, self);
  append_lines (out, self);
  append_marks (out, self);
  return g_string_free (out, FALSE);
}

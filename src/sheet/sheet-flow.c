/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the breaking of texts over pages, and where the words in them lie. Knows no part of a sheet. */

#include "sheet-flow.h"

#include <math.h>

#define LEAST_LINES 2 /* of a paragraph on either side of a break */

double
sheet_flow_room (const SheetFlow *self)
{
  return SHEET_PAGE_HEIGHT - SHEET_BOTTOM - self->y;
}

gboolean
sheet_flow_is_at_top (const SheetFlow *self)
{
  return self->y <= SHEET_TOP + 0.01;
}

void
sheet_flow_break (SheetFlow *self)
{
  self->page++;
  self->y = SHEET_TOP;
  self->pages->n_pages = self->page + 1;
}

void
sheet_flow_need (SheetFlow *self, double height)
{
  if (sheet_flow_room (self) < height && !sheet_flow_is_at_top (self))
    sheet_flow_break (self);
}

void
sheet_flow_gap (SheetFlow *self, double height)
{
  if (!sheet_flow_is_at_top (self))
    self->y += height;
}

double
sheet_text_height (PangoLayout *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (text, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

/* Adds each part of the line that the span covers. */
static void
add_link_of_line (SheetFlow *self, PangoLayoutIter *iter, const SheetLinkSpan *span, double x,
                  double y)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle logical;
  int *ranges, n;

  if ((int) span->end <= line->start_index || (int) span->start >= line->start_index + line->length)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  pango_layout_line_get_x_ranges (line, MAX ((int) span->start, line->start_index),
                                  MIN ((int) span->end, line->start_index + line->length), &ranges,
                                  &n);
  for (int i = 0; i < n; i++)
    {
      SheetLink link = { .page = self->page, .outside = span->outside };

      link.box = (SheetBox){ x + (double) ranges[2 * i] / PANGO_SCALE, y,
                             (double) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE,
                             (double) logical.height / PANGO_SCALE };
      link.target = g_strdup (span->target);
      g_array_append_val (self->pages->links, link);
    }
  g_free (ranges);
}

void
sheet_flow_put (SheetFlow *self, SheetRole role, PangoLayout *text, guint line, guint n_lines,
                double x, double y, GArray *spans)
{
  SheetItem item = {
    .page = self->page, .role = role, .line = line, .n_lines = n_lines, .left = x
  };
  PangoLayoutIter *iter = pango_layout_get_iter (text);
  double top = 0, left = G_MAXDOUBLE, right = 0, bottom = 0;

  for (guint i = 0; i < line + n_lines; i++, pango_layout_iter_next_line (iter))
    {
      PangoRectangle logical;

      if (i < line)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (i == line)
        top = (double) logical.y / PANGO_SCALE;
      left = MIN (left, (double) logical.x / PANGO_SCALE);
      right = MAX (right, (double) (logical.x + logical.width) / PANGO_SCALE);
      bottom = (double) (logical.y + logical.height) / PANGO_SCALE;
      for (guint s = 0; spans != NULL && s < spans->len; s++)
        add_link_of_line (self, iter, &g_array_index (spans, SheetLinkSpan, s), x,
                          y + (double) logical.y / PANGO_SCALE - top);
    }
  pango_layout_iter_free (iter);
  item.box = (SheetBox){ x + left, y, right - left, bottom - top };
  item.text = g_object_ref (text);
  g_array_append_val (self->pages->items, item);
}

/* How many lines from line on fit into room; *height is theirs. */
static guint
count_fitting (PangoLayout *text, guint line, double room, double *height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text);
  double top = 0;
  guint n = 0;

  *height = 0;
  for (guint i = 0;; i++)
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (i == line)
        top = (double) logical.y / PANGO_SCALE;
      if (i >= line)
        {
          double bottom = (double) (logical.y + logical.height) / PANGO_SCALE - top;

          if (bottom > room + 0.01)
            break;
          *height = bottom;
          n++;
        }
      if (!pango_layout_iter_next_line (iter))
        break;
    }
  pango_layout_iter_free (iter);
  return n;
}

void
sheet_flow_paragraph (SheetFlow *self, SheetRole role, PangoLayout *text, double x, GArray *spans)
{
  guint n = (guint) pango_layout_get_line_count (text), line = 0;

  while (line < n)
    {
      double height;
      guint fitting = count_fitting (text, line, sheet_flow_room (self), &height);

      if (line + fitting < n)
        {
          guint left = n - line - fitting;

          if (left < LEAST_LINES)
            fitting -= MIN (fitting, LEAST_LINES - left);
          if (fitting < LEAST_LINES && !sheet_flow_is_at_top (self))
            fitting = 0;
          else
            fitting = MAX (fitting, 1);
        }
      if (fitting > 0)
        sheet_flow_put (self, role, text, line, fitting, x, self->y, spans);
      line += fitting;
      if (line < n)
        sheet_flow_break (self);
      else
        self->y += height;
    }
  g_object_unref (text);
}

void
sheet_flow_rule (SheetFlow *self, SheetRole role, double y)
{
  double thickness = sheet_style_size (role);
  const SheetItem item = { .page = self->page,
                           .role = role,
                           .box = { SHEET_MARGIN, y - thickness / 2, SHEET_BODY_WIDTH,
                                    thickness } };

  g_array_append_val (self->pages->items, item);
}

void
sheet_flow_destination (SheetFlow *self, const char *name, double y)
{
  const SheetDestination destination = { self->page, SHEET_MARGIN, y, g_strdup (name) };

  g_array_append_val (self->pages->destinations, destination);
}

void
sheet_flow_bookmark (SheetFlow *self, const char *title, const char *destination)
{
  const SheetBookmark bookmark = { g_strdup (title), g_strdup (destination) };

  g_array_append_val (self->pages->bookmarks, bookmark);
}

void
sheet_flow_spoken (SheetFlow *self, GArray *numbers, double y)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      gboolean *spoken = &g_array_index (self->spoken, gboolean, number - 1);
      g_autofree char *name = g_strdup_printf ("mark-%u", number);

      if (!*spoken)
        sheet_flow_destination (self, name, y);
      *spoken = TRUE;
    }
}

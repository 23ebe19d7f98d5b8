/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns what stands around the marks: title, subtitle, key, note, source. The source line is never
 * dropped; the others go by rank when the chart is too low, so that the marks keep half of it. */

#include <math.h>

#include "plot-key.h"
#include "plot-words.h"

typedef struct
{
  PlotLabel title, subtitle, note, source;
  GArray *key;
  double key_height;
  double gap;
} Frame;

static double
block_height (const PlotLabel *label, double gap)
{
  return label->layout != NULL ? label->height + gap : 0;
}

static double
frame_height (const Frame *frame)
{
  double inner = frame->gap;
  double line = inner * 0.25;
  double bottom = block_height (&frame->note, line) + block_height (&frame->source, 0)
                  + frame->key_height + (frame->key_height > 0 ? line : 0);
  double top = block_height (&frame->title, 0) + block_height (&frame->subtitle, inner * 0.4);

  return top + (top > 0 ? inner * 1.4 : 0) + bottom + (bottom > 0 ? inner : 0);
}

/* The least height that marks and their labels are worth. */
static double
wanted_height (PlotBuilder *self)
{
  return MAX (self->area.height * 0.5, MIN (8 * self->em, self->area.height * 0.55));
}

static void
drop_key (Frame *frame)
{
  g_array_set_size (frame->key, 0);
  frame->key_height = 0;
}

static void
shorten (PlotBuilder *self, PlotLabel *label, PlotStyle style, const char *text, guint lines)
{
  plot_label_clear (label);
  *label = plot_builder_measure (self, style, text, self->area.width, lines);
}

/* A finding that is cut off says nothing, or something else: it goes on in smaller letters, on one line
 * more where those are not higher than lines of the usual size by much. */
static PlotLabel
measure_title (PlotBuilder *self, guint lines, guint more)
{
  const char *text = plot_figure_title (self->figure);
  PlotLabel label = plot_builder_measure (self, PLOT_STYLE_TITLE, text, self->area.width, lines);

  if (!label.cut)
    return label;
  plot_label_clear (&label);
  return plot_builder_measure (self, PLOT_STYLE_TITLE_LONG, text, self->area.width, lines + more);
}

static void
shorten_title (PlotBuilder *self, Frame *frame, guint lines, guint more)
{
  plot_label_clear (&frame->title);
  frame->title = measure_title (self, lines, more);
}

/* By rank: second lines first, then note, key, subtitle, and the title last of all. */
static void
fit_frame (PlotBuilder *self, Frame *frame)
{
  double room = self->area.height - wanted_height (self);
  PlotFigure *figure = self->figure;

  for (guint step = 0; frame_height (frame) > room && step < 8; step++)
    switch (step)
      {
      case 0:
        shorten_title (self, frame, 2, 1);
        shorten (self, &frame->source, PLOT_STYLE_SOURCE, plot_figure_source (figure), 1);
        break;
      case 1:
        shorten (self, &frame->subtitle, PLOT_STYLE_SUBTITLE, plot_figure_subtitle (figure), 1);
        shorten (self, &frame->note, PLOT_STYLE_NOTE, plot_figure_note (figure), 1);
        break;
      case 2:
        plot_label_clear (&frame->note);
        break;
      case 3:
        shorten_title (self, frame, 1, 1);
        break;
      case 4:
        drop_key (frame);
        break;
      case 5:
        plot_label_clear (&frame->subtitle);
        break;
      case 6:
        shorten_title (self, frame, 1, 0);
        break;
      default:
        plot_label_clear (&frame->title);
      }
}

static void
place_frame (PlotBuilder *self, Frame *frame)
{
  double x = self->area.x, top = self->area.y, bottom = self->area.y + self->area.height;
  double gap = frame->gap;

  if (frame->title.layout != NULL)
    {
      double height = frame->title.height;

      plot_builder_put (self, &frame->title, PLOT_INK_TEXT, x, top);
      top += height + gap * 0.4;
    }
  if (frame->subtitle.layout != NULL)
    {
      double height = frame->subtitle.height;

      plot_builder_put (self, &frame->subtitle, PLOT_INK_MUTED, x, top);
      top += height;
    }
  if (frame->source.layout != NULL)
    {
      bottom -= frame->source.height;
      plot_builder_put (self, &frame->source, PLOT_INK_MUTED, x, bottom);
    }
  if (frame->note.layout != NULL)
    {
      bottom -= frame->note.height + gap * 0.25;
      plot_builder_put (self, &frame->note, PLOT_INK_MUTED, x, bottom);
    }
  bottom -= frame->key_height + (frame->key_height > 0 ? gap * 0.25 : 0);
  plot_key_place (self, frame->key, x, bottom, self->area.width);
  if (top > self->area.y)
    top += gap;
  if (bottom < self->area.y + self->area.height)
    bottom -= gap;
  self->area.y = top;
  self->area.height = MAX (bottom - top, 1);
}

void
plot_frame_build (PlotBuilder *self, gboolean swatches)
{
  PlotFigure *figure = self->figure;
  double width = self->area.width;
  Frame frame = {
    .title = measure_title (self, 3, 1),
    .subtitle = plot_builder_measure (self, PLOT_STYLE_SUBTITLE, plot_figure_subtitle (figure),
                                      width, 2),
    .note = plot_builder_measure (self, PLOT_STYLE_NOTE, plot_figure_note (figure), width, 3),
    .source = plot_builder_measure (self, PLOT_STYLE_SOURCE, plot_figure_source (figure), width, 2),
    .key = plot_key_collect (self, swatches),
    .gap = (self->area.height < 16 * self->em ? 0.35 : 0.75) * self->em,
  };

  frame.key_height = plot_key_measure (self, frame.key, width, 3);
  fit_frame (self, &frame);
  place_frame (self, &frame);
  plot_label_clear (&frame.title);
  plot_label_clear (&frame.subtitle);
  plot_label_clear (&frame.note);
  plot_label_clear (&frame.source);
  g_array_unref (frame.key);
}

void
plot_frame_build_empty (PlotBuilder *self)
{
  const char *text = plot_figure_empty (self->figure);
  PlotRect *area = &self->area;
  double line = plot_builder_line_height (self, PLOT_STYLE_EMPTY);
  guint lines = (guint) CLAMP (area->height / line, 1, 6);
  g_auto (PlotLabel) label = plot_builder_measure_centred (
      self, PLOT_STYLE_EMPTY, text != NULL ? text : plot_word (PLOT_WORD_NO_DATA, self->language),
      MIN (area->width, 34 * self->em), lines);

  plot_builder_put (self, &label, PLOT_INK_MUTED, area->x + (area->width - label.width) / 2,
                    area->y + MAX (0, (area->height - label.height) / 2));
}

void
plot_frame_build_no_values (PlotBuilder *self, const PlotRect *plot)
{
  PlotBuilder inner = *self;

  inner.area = *plot;
  /* The crosses stand at the bottom. */
  inner.area.height -= 2 * self->em;
  if (inner.area.height > 1.5 * self->em)
    plot_frame_build_empty (&inner);
}

void
plot_frame_build_more (PlotBuilder *self, const char *text)
{
  g_auto (PlotLabel)
      label = plot_builder_measure (self, PLOT_STYLE_NOTE, text, self->area.width, 1);

  self->area.height -= label.height + 0.2 * self->em;
  plot_builder_put (self, &label, PLOT_INK_MUTED, self->area.x,
                    self->area.y + self->area.height + 0.2 * self->em);
}

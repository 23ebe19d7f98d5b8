/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the record of a picture. Must hold nothing that is not drawn, and no clock: the day is the
 * caller's or there is none. */

#include "plot-record.h"

#include <math.h>
#include <string.h>

#include "plot-arrays.h"
#include "plot-json.h"
#include "plot-kind.h"
#include "plot-number.h"
#include "plot-table.h"
#include "plot-words.h"

#define RECORD_VERSION 1

static void
write_proofs (PlotJson *json, const PlotFigure *figure, guint64 key)
{
  guint n = plot_figure_n_proofs (figure, key);

  if (n == 0)
    return;
  plot_json_open (json, "evidence", '[');
  for (guint i = 0; i < n; i++)
    {
      const PlotProof *proof = plot_figure_proof (figure, key, i);

      plot_json_open (json, NULL, '{');
      plot_json_text (json, "sentence", proof->sentence);
      plot_json_text (json, "source", proof->source);
      plot_json_text (json, "review", proof->review);
      plot_json_close (json, '}');
    }
  plot_json_close (json, ']');
}

static void
write_mark (PlotJson *json, PlotLayout *layout, guint i)
{
  PlotRow row;

  plot_layout_row (layout, i, &row);
  plot_json_open (json, NULL, '{');
  if (row.category != NULL)
    plot_json_text (json, "category", row.category);
  else
    plot_json_number (json, "x", row.mark->x);
  if (plot_kind_class (plot_figure_kind (layout->figure))->plane)
    plot_json_text (json, "x_state", plot_state_to_string (row.mark->x_state));
  plot_json_text (json, "place", row.mark->place);
  plot_json_text (json, "period", row.mark->period);
  plot_json_number (json, "value", row.mark->value);
  if (plot_mark_has_value (row.mark))
    {
      plot_json_text (json, "written", row.written);
      plot_json_text (json, "origin", row.mark->computed ? "computed" : "stated");
    }
  plot_json_text (json, "state", plot_state_to_string (row.mark->state));
  plot_json_text (json, "note", row.mark->note);
  write_proofs (json, layout->figure, row.mark->key);
  plot_json_close (json, '}');
  g_free (row.written);
}

/* Spots stand series by series. */
static void
write_series (PlotJson *json, PlotLayout *layout)
{
  const PlotFigure *figure = layout->figure;
  guint i = 0, n = PLOT_N_SPOTS (layout);

  plot_json_open (json, "series", '[');
  while (i < n)
    {
      guint series = PLOT_SPOT (layout, i)->series;

      plot_json_open (json, NULL, '{');
      plot_json_text (json, "name", plot_figure_series_name (figure, series));
      plot_json_open (json, "marks", '[');
      for (; i < n && PLOT_SPOT (layout, i)->series == series; i++)
        write_mark (json, layout, i);
      plot_json_close (json, ']');
      plot_json_close (json, '}');
    }
  plot_json_close (json, ']');
}

static void
write_head (PlotJson *json, const PlotFigure *figure, const PlotMeta *meta)
{
  plot_json_text (json, "format", "chart-data");
  plot_json_number (json, "version", RECORD_VERSION);
  plot_json_text (json, "kind", plot_kind_to_string (plot_figure_kind (figure)));
  plot_json_text (json, "language", plot_figure_language (figure));
  plot_json_text (json, "title", plot_figure_title (figure));
  plot_json_text (json, "subtitle", plot_figure_subtitle (figure));
  plot_json_text (json, "note", plot_figure_note (figure));
  plot_json_text (json, "source", plot_figure_source (figure));
  plot_json_text (json, "unit", plot_figure_unit (figure));
  plot_json_text (json, "created", meta->created);
  plot_json_text (json, "review", meta->review);
  if (!isfinite (plot_figure_reference (figure)))
    return;
  plot_json_open (json, "reference", '{');
  plot_json_number (json, "value", plot_figure_reference (figure));
  plot_json_text (json, "label", plot_figure_reference_label (figure));
  plot_json_close (json, '}');
}

static char *
make_record (PlotLayout *layout, const PlotMeta *meta)
{
  PlotJson json = { .out = g_string_new (NULL), .first = TRUE };

  plot_json_open (&json, NULL, '{');
  write_head (&json, layout->figure, meta);
  write_series (&json, layout);
  plot_json_close (&json, '}');
  return g_string_free (json.out, FALSE);
}

/* A figure counts as reviewed when all that proves it is. */
static gboolean
is_reviewed (const PlotFigure *figure, guint64 key)
{
  for (guint i = 0; i < plot_figure_n_proofs (figure, key); i++)
    if (plot_figure_proof (figure, key, i)->review == NULL)
      return FALSE;
  return TRUE;
}

char *
plot_record_review (PlotLayout *layout)
{
  const PlotFigure *figure = layout->figure;
  guint n = 0, n_reviewed = 0;
  g_autofree char *of = NULL;
  g_autofree char *reviewed = NULL;

  for (guint i = 0; i < PLOT_N_SPOTS (layout); i++)
    {
      guint64 key = plot_layout_mark_key (layout, i);

      if (plot_figure_n_proofs (figure, key) == 0)
        continue;
      n++;
      n_reviewed += is_reviewed (figure, key);
    }
  if (n == 0)
    return NULL;
  of = plot_number_format (n, 0, PLOT_NUMBER_DEFAULT, plot_figure_language (figure));
  reviewed = plot_number_format (n_reviewed, 0, PLOT_NUMBER_DEFAULT, plot_figure_language (figure));
  return plot_word_fill (PLOT_WORD_REVIEWED, plot_figure_language (figure), reviewed, of, NULL);
}

void
plot_meta_init (PlotMeta *self, PlotLayout *layout, const PlotExportOptions *options)
{
  const PlotFigure *figure = layout->figure;

  *self = (PlotMeta){ .title = g_strdup (plot_figure_title (figure)),
                      .description = plot_figure_describe (layout->figure),
                      .source = g_strdup (plot_figure_source (figure)),
                      .review = plot_record_review (layout),
                      .created = g_strdup (options->created) };
  self->record = make_record (layout, self);
}

void
plot_meta_clear (PlotMeta *self)
{
  g_free (self->title);
  g_free (self->description);
  g_free (self->source);
  g_free (self->review);
  g_free (self->created);
  g_free (self->record);
}

static const char *
escape_of (gunichar letter)
{
  switch (letter)
    {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    default:
      return NULL;
    }
}

void
plot_xml_append (GString *out, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);
      gboolean forbidden = (letter < 0x20 && letter != '\n' && letter != '\t') || letter == 0xfffe
                           || letter == 0xffff;

      if (escape_of (letter) != NULL)
        g_string_append (out, escape_of (letter));
      else if (!forbidden)
        g_string_append_unichar (out, letter);
    }
}

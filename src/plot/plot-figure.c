/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns what a chart shows: copies of all texts and marks. Knows no pixels and no colours. Texts
 * live in one string chunk, since thousands of marks repeat the same few places and periods. */

#include "plot-figure-private.h"

#include <math.h>

#include "plot-marks.h"
#include "plot-number.h"
#include "plot-proof-private.h"

G_DEFINE_BOXED_TYPE (PlotFigure, plot_figure, plot_figure_ref, plot_figure_unref)

/* Valid UTF-8, composed, on one line; NULL stays NULL. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = NULL;
  char *clean;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  clean = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  return g_strdelimit (clean, "\n\r\t\v\f", ' ');
}

static void
set_text (char **field, const char *text)
{
  g_autofree char *old = *field;

  *field = clean_text (text);
}

static const char *
keep_string (PlotFigure *self, const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return NULL;
  clean = clean_text (text);
  return g_string_chunk_insert_const (self->strings, clean);
}

const char *
plot_figure_keep_text (PlotFigure *self, const char *text)
{
  return keep_string (self, text);
}

GHashTable **
plot_figure_proofs (PlotFigure *self)
{
  return &self->proofs;
}

GHashTable **
plot_figure_changes (PlotFigure *self)
{
  return &self->changes;
}

GHashTable **
plot_figure_others (PlotFigure *self)
{
  return &self->others;
}

static void
clear_series (gpointer data)
{
  PlotSeries *series = data;

  plot_marks_clear (&series->marks);
}

PlotFigure *
plot_figure_new (PlotKind kind, const char *language)
{
  PlotFigure *self = g_new0 (PlotFigure, 1);

  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->language = g_strdup (plot_language_is_vietnamese (language) ? "vi" : "en");
  self->strings = g_string_chunk_new (1024);
  self->categories = g_array_new (FALSE, FALSE, sizeof (PlotCategory));
  self->series = g_array_new (FALSE, TRUE, sizeof (PlotSeries));
  g_array_set_clear_func (self->series, clear_series);
  self->reference = self->from = self->to = NAN;
  self->breaks = g_array_new (FALSE, FALSE, sizeof (PlotBreak));
  self->panel_kind = PLOT_KIND_LINE;
  return self;
}

PlotFigure *
plot_figure_derive (PlotFigure *self)
{
  PlotFigure *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  g_atomic_ref_count_init (&copy->references);
  copy->base = plot_figure_ref (self);
  copy->strings = NULL;
  copy->language = g_strdup (self->language);
  copy->title = g_strdup (self->title);
  copy->subtitle = g_strdup (self->subtitle);
  copy->source = g_strdup (self->source);
  copy->note = g_strdup (self->note);
  copy->computed = g_strdup (self->computed);
  copy->empty = g_strdup (self->empty);
  copy->unit = g_strdup (self->unit);
  copy->reference_label = g_strdup (self->reference_label);
  copy->x_title = g_strdup (self->x_title);
  copy->y_title = g_strdup (self->y_title);
  copy->x_unit = g_strdup (self->x_unit);
  copy->proofs = self->proofs != NULL ? g_hash_table_ref (self->proofs) : NULL;
  copy->changes = self->changes != NULL ? g_hash_table_ref (self->changes) : NULL;
  copy->others = self->others != NULL ? g_hash_table_ref (self->others) : NULL;
  copy->categories = g_array_ref (self->categories);
  copy->series = g_array_ref (self->series);
  copy->breaks = g_array_ref (self->breaks);
  return copy;
}

PlotFigure *
plot_figure_ref (PlotFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
plot_figure_unref (PlotFigure *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->series);
  g_array_unref (self->breaks);
  if (self->strings != NULL)
    g_string_chunk_free (self->strings);
  g_clear_pointer (&self->base, plot_figure_unref);
  g_array_unref (self->categories);
  g_free (self->language);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self->note);
  g_free (self->computed);
  g_free (self->empty);
  g_free (self->unit);
  g_free (self->reference_label);
  g_clear_pointer (&self->proofs, g_hash_table_unref);
  g_clear_pointer (&self->changes, g_hash_table_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_free (self->x_title);
  g_free (self->y_title);
  g_free (self->x_unit);
  g_free (self);
}

void
plot_figure_set_title (PlotFigure *self, const char *text)
{
  set_text (&self->title, text);
}

void
plot_figure_set_subtitle (PlotFigure *self, const char *text)
{
  set_text (&self->subtitle, text);
}

void
plot_figure_set_source (PlotFigure *self, const char *text)
{
  set_text (&self->source, text);
}

void
plot_figure_set_note (PlotFigure *self, const char *text)
{
  set_text (&self->note, text);
}

void
plot_figure_set_computed (PlotFigure *self, const char *text)
{
  set_text (&self->computed, text);
}

void
plot_figure_set_empty (PlotFigure *self, const char *text)
{
  set_text (&self->empty, text);
}

void
plot_figure_set_unit (PlotFigure *self, const char *unit, guint decimals)
{
  g_autofree char *spaced = plot_number_unit (unit, self->language);

  set_text (&self->unit, spaced);
  self->decimals = MIN (decimals, 9);
}

void
plot_figure_set_signed (PlotFigure *self, gboolean signed_values)
{
  self->signed_values = signed_values;
}

void
plot_figure_set_reference (PlotFigure *self, double value, const char *label)
{
  self->reference = isfinite (value) ? value : NAN;
  set_text (&self->reference_label, label);
}

void
plot_figure_set_range (PlotFigure *self, double from, double to)
{
  gboolean any = isfinite (from) && isfinite (to) && from < to;

  self->from = any ? from : NAN;
  self->to = any ? to : NAN;
}

void
plot_figure_add_break (PlotFigure *self, double x, const char *label)
{
  PlotBreak record = { x, keep_string (self, label != NULL ? label : "") };

  g_return_if_fail (isfinite (x));

  g_array_append_val (self->breaks, record);
}

void
plot_figure_set_panels (PlotFigure *self, PlotKind drawn_as, gboolean own_axes)
{
  g_return_if_fail (drawn_as == PLOT_KIND_LINE || drawn_as == PLOT_KIND_COLUMN);

  self->panel_kind = drawn_as;
  self->own_axes = own_axes;
}

guint
plot_figure_add_category (PlotFigure *self, const char *label)
{
  PlotCategory category = { .label = keep_string (self, label != NULL ? label : "") };

  g_array_append_val (self->categories, category);
  return self->categories->len - 1;
}

void
plot_figure_set_tile (PlotFigure *self, guint category, guint row, guint column, const char *brief)
{
  PlotCategory *tile;

  g_return_if_fail (category < self->categories->len);
  g_return_if_fail (row < PLOT_FIGURE_MAX_TILE && column < PLOT_FIGURE_MAX_TILE);

  tile = &g_array_index (self->categories, PlotCategory, category);
  tile->has_tile = TRUE;
  tile->row = row;
  tile->column = column;
  tile->brief = keep_string (self, brief);
}

void
plot_figure_set_x_axis (PlotFigure *self, const char *title, const char *unit, guint decimals)
{
  g_autofree char *spaced = plot_number_unit (unit, self->language);

  set_text (&self->x_title, title);
  set_text (&self->x_unit, spaced);
  self->x_decimals = MIN (decimals, 9);
}

void
plot_figure_set_y_title (PlotFigure *self, const char *title)
{
  set_text (&self->y_title, title);
}

guint
plot_figure_add_series (PlotFigure *self, const char *name, PlotRole role, guint colour_index)
{
  PlotSeries series = {
    .name = keep_string (self, name != NULL ? name : ""),
    .role = role,
    .colour = colour_index,
  };

  g_array_append_val (self->series, series);
  return self->series->len - 1;
}

/* A value that is no finite number is nothing that could be drawn: it becomes "unreadable" rather
 * than a mark at a made-up place. */
static void
make_sound (PlotMark *mark, gboolean plane)
{
  if (mark->state <= PLOT_STATE_AT_MOST && !isfinite (mark->value))
    mark->state = PLOT_STATE_UNREADABLE;
  if (mark->state > PLOT_STATE_AT_MOST)
    mark->value = NAN;
  if (!(mark->of > 0 && isfinite (mark->of) && isfinite (mark->part)))
    mark->part = mark->of = 0;
  if (!plane)
    mark->x_state = PLOT_STATE_EXACT;
  if (mark->x_state <= PLOT_STATE_AT_MOST && !isfinite (mark->x))
    mark->x_state = PLOT_STATE_UNREADABLE;
  if (mark->x_state > PLOT_STATE_AT_MOST)
    mark->x = NAN;
}

void
plot_figure_add_mark (PlotFigure *self, guint series, const PlotMark *mark)
{
  PlotMarks *marks;
  PlotMark *copy;

  g_return_if_fail (self->base == NULL);
  g_return_if_fail (series < self->series->len);
  g_return_if_fail (isfinite (mark->x) || self->kind == PLOT_KIND_SCATTER);

  marks = &g_array_index (self->series, PlotSeries, series).marks;
  copy = plot_marks_append (marks, mark);
  make_sound (copy, self->kind == PLOT_KIND_SCATTER);
  /* Most of a million marks have no texts. */
  if (mark->place != NULL || mark->period != NULL || mark->note != NULL)
    {
      copy->place = keep_string (self, mark->place);
      copy->period = keep_string (self, mark->period);
      copy->note = keep_string (self, mark->note);
    }
  plot_marks_count (marks);
}

void
plot_figure_add_points (PlotFigure *self, guint series, const double *x, const double *values,
                        guint n)
{
  PlotMarks *marks;

  g_return_if_fail (self->base == NULL);
  g_return_if_fail (series < self->series->len);

  marks = &g_array_index (self->series, PlotSeries, series).marks;
  for (guint i = 0; i < n; i++)
    {
      guint first = i;

      while (i < n && isfinite (x[i]) && isfinite (values[i]))
        i++;
      plot_marks_add_points (marks, x + first, values + first, i - first);
      if (i < n)
        plot_figure_add_mark (self, series, &(PlotMark){ .x = x[i], .value = values[i] });
    }
}

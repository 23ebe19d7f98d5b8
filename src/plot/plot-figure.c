/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns what a chart shows: copies of all texts and marks. Knows no pixels and no colours. Texts
 * live in one string chunk, since thousands of marks repeat the same few places and periods. */

#include "plot-figure.h"

#include <math.h>
#include <string.h>

#include "plot-marks.h"
#include "plot-number.h"
#include "plot-proof-private.h"

typedef struct
{
  const char *name;
  PlotRole role;
  guint colour;
  PlotMarks marks;
} Series;

typedef struct
{
  double x;
  const char *label;
} Break;

struct _PlotFigure
{
  gatomicrefcount references;
  PlotKind kind;
  PlotFigure *base;      /* whose marks and strings these are, or NULL */
  GStringChunk *strings; /* NULL where there is a base */
  char *language;
  char *title;
  char *subtitle;
  char *source;
  char *note;
  char *empty;
  char *unit;
  char *reference_label;
  double reference;
  double from, to; /* part of time that is shown */
  guint decimals;
  gboolean signed_values;
  PlotKind panel_kind;
  gboolean own_axes;
  GArray *breaks;        /* of Break */
  GPtrArray *categories; /* of const char *, in strings */
  GArray *series;        /* of Series */
  GHashTable *proofs;    /* plot-proof.c's; NULL while there are none */
};

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

  /* Most of a million marks have no texts. */
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

static void
clear_series (gpointer data)
{
  Series *series = data;

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
  self->categories = g_ptr_array_new ();
  self->series = g_array_new (FALSE, TRUE, sizeof (Series));
  g_array_set_clear_func (self->series, clear_series);
  self->reference = self->from = self->to = NAN;
  self->breaks = g_array_new (FALSE, FALSE, sizeof (Break));
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
  copy->empty = g_strdup (self->empty);
  copy->unit = g_strdup (self->unit);
  copy->reference_label = g_strdup (self->reference_label);
  copy->categories = g_ptr_array_ref (self->categories);
  copy->series = g_array_ref (self->series);
  copy->breaks = g_array_ref (self->breaks);
  copy->proofs = self->proofs != NULL ? g_hash_table_ref (self->proofs) : NULL;
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
  g_ptr_array_unref (self->categories);
  if (self->strings != NULL)
    g_string_chunk_free (self->strings);
  g_clear_pointer (&self->base, plot_figure_unref);
  g_free (self->language);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self->note);
  g_free (self->empty);
  g_free (self->unit);
  g_free (self->reference_label);
  g_clear_pointer (&self->proofs, g_hash_table_unref);
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
  Break record = { x, keep_string (self, label != NULL ? label : "") };

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
  g_ptr_array_add (self->categories, (gpointer) keep_string (self, label != NULL ? label : ""));
  return self->categories->len - 1;
}

guint
plot_figure_add_series (PlotFigure *self, const char *name, PlotRole role, guint colour_index)
{
  Series series = {
    .name = keep_string (self, name != NULL ? name : ""),
    .role = role,
    .colour = colour_index,
  };

  g_array_append_val (self->series, series);
  return self->series->len - 1;
}

/* A value that is no finite number is nothing that could be drawn: it becomes "unreadable" rather
 * than a mark at a made-up place. */
void
plot_figure_add_mark (PlotFigure *self, guint series, const PlotMark *mark)
{
  PlotMark copy = *mark;

  g_return_if_fail (self->base == NULL);
  g_return_if_fail (series < self->series->len);
  g_return_if_fail (isfinite (mark->x));

  if (plot_mark_has_value (&copy) && !isfinite (copy.value))
    copy.state = PLOT_STATE_UNREADABLE;
  if (!plot_mark_has_value (&copy))
    copy.value = NAN;
  if (!(copy.of > 0 && isfinite (copy.of) && isfinite (copy.part)))
    copy.part = copy.of = 0;
  copy.place = keep_string (self, mark->place);
  copy.period = keep_string (self, mark->period);
  copy.note = keep_string (self, mark->note);
  plot_marks_append (&g_array_index (self->series, Series, series).marks, &copy);
}

PlotKind
plot_figure_kind (const PlotFigure *self)
{
  return self->kind;
}

const char *
plot_figure_language (const PlotFigure *self)
{
  return self->language;
}

const char *
plot_figure_title (const PlotFigure *self)
{
  return self->title;
}

const char *
plot_figure_subtitle (const PlotFigure *self)
{
  return self->subtitle;
}

const char *
plot_figure_source (const PlotFigure *self)
{
  return self->source;
}

const char *
plot_figure_note (const PlotFigure *self)
{
  return self->note;
}

const char *
plot_figure_empty (const PlotFigure *self)
{
  return self->empty;
}

const char *
plot_figure_unit (const PlotFigure *self)
{
  return self->unit != NULL ? self->unit : "";
}

guint
plot_figure_decimals (const PlotFigure *self)
{
  return self->decimals;
}

gboolean
plot_figure_signed (const PlotFigure *self)
{
  return self->signed_values;
}

gboolean
plot_figure_range (const PlotFigure *self, double *from, double *to)
{
  *from = self->from;
  *to = self->to;
  return !isnan (self->from);
}

double
plot_figure_reference (const PlotFigure *self)
{
  return self->reference;
}

const char *
plot_figure_reference_label (const PlotFigure *self)
{
  return self->reference_label;
}

guint
plot_figure_n_breaks (const PlotFigure *self)
{
  return self->breaks->len;
}

const char *
plot_figure_break (const PlotFigure *self, guint i, double *x)
{
  g_return_val_if_fail (i < self->breaks->len, NULL);

  *x = g_array_index (self->breaks, Break, i).x;
  return g_array_index (self->breaks, Break, i).label;
}

PlotKind
plot_figure_panel_kind (const PlotFigure *self)
{
  return self->panel_kind;
}

gboolean
plot_figure_own_axes (const PlotFigure *self)
{
  return self->own_axes;
}

guint
plot_figure_n_categories (const PlotFigure *self)
{
  return self->categories->len;
}

const char *
plot_figure_category (const PlotFigure *self, guint i)
{
  g_return_val_if_fail (i < self->categories->len, NULL);

  return g_ptr_array_index (self->categories, i);
}

guint
plot_figure_n_series (const PlotFigure *self)
{
  return self->series->len;
}

static const Series *
get_series (const PlotFigure *self, guint series)
{
  return &g_array_index (self->series, Series, series);
}

const char *
plot_figure_series_name (const PlotFigure *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, NULL);

  return get_series (self, series)->name;
}

PlotRole
plot_figure_series_role (const PlotFigure *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, PLOT_ROLE_NORMAL);

  return get_series (self, series)->role;
}

guint
plot_figure_series_colour (const PlotFigure *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, 0);

  return get_series (self, series)->colour;
}

guint
plot_figure_n_marks (const PlotFigure *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, 0);

  return get_series (self, series)->marks.n;
}

const PlotMark *
plot_figure_mark (const PlotFigure *self, guint series, guint mark)
{
  g_return_val_if_fail (series < self->series->len, NULL);
  g_return_val_if_fail (mark < get_series (self, series)->marks.n, NULL);

  return &get_series (self, series)->marks.marks[mark];
}

const PlotMarks *
plot_figure_marks (const PlotFigure *self, guint series)
{
  return &get_series (self, series)->marks;
}

const PlotMark *
plot_figure_find_key (const PlotFigure *self, guint64 key)
{
  for (guint s = 0; key != 0 && s < self->series->len; s++)
    for (guint i = 0; i < plot_figure_n_marks (self, s); i++)
      if (plot_figure_mark (self, s, i)->key == key)
        return plot_figure_mark (self, s, i);
  return NULL;
}

gboolean
plot_mark_has_value (const PlotMark *mark)
{
  return mark->state <= PLOT_STATE_AT_MOST;
}

static char *
format_with (const PlotFigure *self, double value, const char *unit)
{
  g_autofree char *number = plot_number_format (
      value, self->decimals, self->signed_values ? PLOT_NUMBER_SIGNED : PLOT_NUMBER_DEFAULT,
      self->language);

  return g_strconcat (number, *number != '\0' ? unit : "", NULL);
}

static gboolean
unit_is_percent (const PlotFigure *self)
{
  return strchr (plot_figure_unit (self), '%') != NULL;
}

char *
plot_figure_format_value (const PlotFigure *self, double value)
{
  return format_with (self, value, plot_figure_unit (self));
}

char *
plot_figure_format_bare (const PlotFigure *self, double value)
{
  return format_with (self, value, unit_is_percent (self) ? plot_figure_unit (self) : "");
}

char *
plot_figure_format_tick (const PlotFigure *self, double value, guint decimals)
{
  gboolean vietnamese = plot_language_is_vietnamese (self->language);
  const char *behind = unit_is_percent (self) ? plot_figure_unit (self) : "";
  PlotNumberFlags flags = PLOT_NUMBER_KEEP_ZEROS;
  g_autofree char *number = NULL;

  if (self->signed_values)
    flags |= PLOT_NUMBER_SIGNED;
  if (fabs (value) >= 1e6)
    {
      double power = fabs (value) >= 1e9 ? 1e9 : 1e6;

      value /= power;
      decimals = 2;
      flags &= ~PLOT_NUMBER_KEEP_ZEROS;
      if (power == 1e9)
        behind = vietnamese ? "\u00a0tỷ" : "\u00a0billion";
      else
        behind = vietnamese ? "\u00a0triệu" : "\u00a0million";
    }
  number = plot_number_format (value, decimals, flags, self->language);
  return g_strconcat (number, behind, NULL);
}

char *
plot_figure_format_fraction (const PlotFigure *self, const PlotMark *mark)
{
  g_autofree char *part = NULL, *of = NULL;

  if (mark->of <= 0)
    return NULL;
  part = plot_number_format (mark->part, 2, PLOT_NUMBER_DEFAULT, self->language);
  of = plot_number_format (mark->of, 2, PLOT_NUMBER_DEFAULT, self->language);
  return g_strconcat (part, "/", of, NULL);
}

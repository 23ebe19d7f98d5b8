/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the table of a chart's values. Must compute nothing that the statistics do not compute. */

#include "core/chiso-stats.h"
#include "plot/plot-number.h"
#include "plot/plot-proof.h"
#include "sheet-content-private.h"

#include <math.h>
#include <string.h>

#define NO_VALUE "—"

void
sheet_row_clear (gpointer data)
{
  SheetRow *row = data;

  for (guint i = 0; i < SHEET_N_COLUMNS; i++)
    g_free (row->cells[i]);
  g_array_unref (row->notes);
}

static const char *
language_of (const SheetDraft *self)
{
  return self->content->language;
}

static void
add_note (GArray *notes, guint number)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_array_index (notes, guint, i) == number)
      return;
  g_array_append_val (notes, number);
}

/* Adds text to a cell that may have some. */
static void
add_text (SheetRow *row, SheetColumn column, const char *text)
{
  char *old = row->cells[column];

  if (text == NULL || *text == '\0')
    return;
  row->cells[column] = old != NULL ? g_strconcat (old, "; ", text, NULL) : g_strdup (text);
  g_free (old);
}

/* A note and the wording of what a record states. */
static void
add_record (SheetDraft *self, SheetRow *row, const ChisoRecord *record)
{
  g_autofree char *wording = sheet_wording (record, language_of (self));
  const char *there = row->cells[SHEET_COLUMN_REPORTED];

  add_note (row->notes, sheet_draft_note_record (self, record));
  if (wording != NULL && (there == NULL || strstr (there, wording) == NULL))
    add_text (row, SHEET_COLUMN_REPORTED, wording);
}

/* What proves the mark; of a mark without proofs its own record. */
static void
add_proofs (SheetDraft *self, SheetRow *row, const PlotFigure *figure, const PlotMark *mark)
{
  guint n = mark->key != 0 ? plot_figure_n_proofs (figure, mark->key) : 0;
  const ChisoRecord *own = sheet_draft_record (self, mark->key);

  for (guint i = 0; i < n; i++)
    {
      const PlotProof *proof = plot_figure_proof (figure, mark->key, i);
      const ChisoRecord *record = sheet_draft_record (self, proof->key);

      if (record != NULL)
        add_record (self, row, record);
      else
        add_note (row->notes, sheet_draft_note_text (self, proof->sentence, proof->source));
    }
  if (n == 0 && own != NULL)
    add_record (self, row, own);
}

/* The changes year on year of the record's place and indicator. */
static GArray *
changes_of (SheetDraft *self, const ChisoIndicator *indicator, const ChisoObservation *observation)
{
  g_autofree char *key = g_strdup_printf ("%s %s %d", observation->indicator, observation->place,
                                          observation->boundary);
  GArray *changes = g_hash_table_lookup (self->changes, key);

  if (changes == NULL)
    {
      changes = chiso_stats_year_on_year (self->records, indicator, observation->place,
                                          observation->boundary);
      g_hash_table_insert (self->changes, g_steal_pointer (&key), changes);
    }
  return changes;
}

static const ChisoPoint *
find_change (SheetDraft *self, const ChisoIndicator *indicator, const ChisoRecord *record)
{
  GArray *changes = changes_of (self, indicator, record->observation);

  for (guint i = 0; i < changes->len; i++)
    {
      const ChisoPoint *point = &g_array_index (changes, ChisoPoint, i);

      if (chiso_stats_same_time (indicator, &point->period, &record->observation->period)
          && (!point->computed || point->record == record || point->earlier == record))
        return point;
    }
  return NULL;
}

static gboolean
is_percent (const ChisoIndicator *indicator)
{
  return g_strcmp0 (indicator->unit_en, "%") == 0;
}

static char *
change_words (SheetDraft *self, const ChisoIndicator *indicator, const ChisoPoint *point)
{
  static const SheetWord words[] = {
    [CHISO_QUALIFIER_AT_LEAST] = SHEET_WORD_AT_LEAST,
    [CHISO_QUALIFIER_ABOUT] = SHEET_WORD_ABOUT,
    [CHISO_QUALIFIER_AT_MOST] = SHEET_WORD_AT_MOST,
  };
  const char *language = language_of (self);
  g_autofree char *points = sheet_words (SHEET_WORD_POINTS, language, NULL);
  g_autofree char *unit = plot_number_unit (is_percent (indicator) ? points : "%", language);
  g_autofree char *number = plot_number_format (point->value, is_percent (indicator) ? 2 : 1,
                                                PLOT_NUMBER_SIGNED, language);
  g_autofree char *text = g_strconcat (number, unit, NULL);

  if (point->qualifier == CHISO_QUALIFIER_EXACT)
    return g_steal_pointer (&text);
  return sheet_words (words[point->qualifier], language, text, NULL);
}

/* Of a level that is shown as it is reported: its change, and where that comes from. */
static void
add_change (SheetDraft *self, SheetRow *row, const PlotFigure *figure, const PlotMark *mark)
{
  const ChisoRecord *record = sheet_draft_record (self, mark->key);
  const ChisoIndicator *indicator;
  const ChisoPoint *point;

  if (record == NULL || mark->computed || record->observation->measure != CHISO_MEASURE_LEVEL
      || record->observation->value != mark->value)
    return;
  indicator = chiso_catalogue_find (self->catalogue, record->observation->indicator);
  point = indicator != NULL ? find_change (self, indicator, record) : NULL;
  if (point == NULL)
    return;
  row->cells[SHEET_COLUMN_CHANGE] = change_words (self, indicator, point);
  if (!point->computed)
    add_record (self, row, point->record);
  else if (point->earlier != NULL)
    {
      const ChisoRecord *earlier = point->earlier != record ? point->earlier : point->record;
      g_autofree char *level = plot_figure_format_bare (figure, earlier->observation->value);
      g_autofree char *period = chiso_period_to_words (&earlier->observation->period,
                                                       language_of (self));
      g_autofree char *way = sheet_words (SHEET_WORD_CHANGE_FROM, language_of (self), level, period,
                                          NULL);

      add_note (row->notes, sheet_draft_note_record (self, earlier));
      if (earlier->observation->measure == CHISO_MEASURE_LEVEL)
        add_text (row, SHEET_COLUMN_COMPUTED, way);
    }
}

static char *
state_words (SheetDraft *self, const PlotMark *mark)
{
  const char *language = language_of (self);
  g_autofree char *known = sheet_words (SHEET_WORD_STATE_EXACT + mark->state, language, NULL);
  g_autofree char *computed = sheet_words (SHEET_WORD_STATE_COMPUTED, language, NULL);

  if (!plot_mark_has_value (mark) || !mark->computed)
    return g_steal_pointer (&known);
  if (mark->state == PLOT_STATE_EXACT)
    return g_steal_pointer (&computed);
  return sheet_words (SHEET_WORD_STATE_BOTH, language, computed, known, NULL);
}

static const ChisoIndicator *
indicator_of (const SheetDraft *self, const PlotMark *mark)
{
  const ChisoRecord *record = sheet_draft_record (self, mark->key);

  return record != NULL ? chiso_catalogue_find (self->catalogue, record->observation->indicator)
                        : NULL;
}

/* Of a chart of several indicators a mark's note begins with its own, which has a column here. */
static const char *
note_without (const char *note, const char *name)
{
  if (note == NULL || !g_str_has_prefix (note, name))
    return note;
  note += strlen (name);
  return g_str_has_prefix (note, "; ") ? note + 2 : note;
}

static void
add_row (SheetDraft *self, SheetSection *section, guint series, const PlotMark *mark,
         gboolean several)
{
  const PlotFigure *figure = section->table;
  const ChisoIndicator *indicator = several ? indicator_of (self, mark) : NULL;
  const char *name = indicator != NULL ? chiso_indicator_name (indicator, language_of (self)) : "";
  SheetRow row = { .notes = g_array_new (FALSE, FALSE, sizeof (guint)) };

  add_text (&row, SHEET_COLUMN_INDICATOR, name);
  add_text (&row, SHEET_COLUMN_PLACE,
            mark->place != NULL ? mark->place : plot_figure_series_name (figure, series));
  add_text (&row, SHEET_COLUMN_PERIOD, mark->period);
  row.cells[SHEET_COLUMN_VALUE] = plot_mark_has_value (mark) && isfinite (mark->value)
                                      ? plot_figure_format_value (figure, mark->value)
                                      : g_strdup (NO_VALUE);
  row.cells[SHEET_COLUMN_STATE] = state_words (self, mark);
  add_text (&row, SHEET_COLUMN_COMPUTED, note_without (mark->note, name));
  add_proofs (self, &row, figure, mark);
  add_change (self, &row, figure, mark);
  g_array_append_val (section->rows, row);
}

/* The names of the figure's indicators, "A; B"; *several says whether there is more than one. */
static char *
name_indicators (SheetDraft *self, const PlotFigure *figure, gboolean *several)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
      {
        const ChisoIndicator *indicator = indicator_of (self, plot_figure_mark (figure, s, i));
        const char *name = indicator != NULL ? chiso_indicator_name (indicator, language_of (self))
                                             : NULL;

        if (name != NULL && !g_ptr_array_find (names, name, NULL))
          g_ptr_array_add (names, (char *) name);
      }
  *several = names->len > 1;
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **) names->pdata);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

static gboolean
is_used (const SheetSection *section, SheetColumn column)
{
  for (guint i = 0; i < section->rows->len; i++)
    {
      const SheetRow *row = &g_array_index (section->rows, SheetRow, i);

      if (row->cells[column] != NULL || (column == SHEET_COLUMN_NOTES && row->notes->len > 0))
        return TRUE;
    }
  return FALSE;
}

void
sheet_draft_fill_rows (SheetDraft *self, SheetSection *section)
{
  const PlotFigure *figure = section->table;
  gboolean several;

  section->subject = name_indicators (self, figure, &several);
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
      add_row (self, section, s, plot_figure_mark (figure, s, i), several);
  for (guint i = 0; i < section->rows->len; i++)
    {
      const SheetRow *row = &g_array_index (section->rows, SheetRow, i);

      for (guint j = 0; j < row->notes->len; j++)
        add_note (section->notes, g_array_index (row->notes, guint, j));
    }
  g_array_sort (section->notes, compare_numbers);
  for (guint column = 0; column < SHEET_N_COLUMNS; column++)
    if (is_used (section, column))
      section->heads[column] = sheet_words (SHEET_WORD_COLUMN_INDICATOR + column,
                                            language_of (self), NULL);
}

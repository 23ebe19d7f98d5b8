/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a computed value came about, down to the figures that it was computed from. Computes nothing. */

#include "chiso-figures-private.h"

#include <string.h>

#include "plot/plot-number.h"

/* Most districts or communes of a sum that are named; the evidence names all. */
#define MAX_UNITS 30

/* "ít nhất 138 xã": a level as its source gives it. */
static char *
level_of (ChisoDraft *self, const ChisoEntry *entry, const ChisoRecord *record)
{
  g_autofree char *level = chiso_text_level (self, entry->indicator, record->observation->value);

  return chiso_text_qualified (self, record->observation->qualifier, level);
}

/* "Hà Giang 138 xã; Tuyên Quang 122 xã". */
static char *
merged_text (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autoptr (GPtrArray) records = chiso_draft_addends (self, entry);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);
      g_autofree char *name = chiso_geo_place_name (self->geo, CHISO_BOUNDARY_63,
                                                    record->observation->place, self->language);
      g_autofree char *level = level_of (self, entry, record);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", name, level);
    }
  return g_string_free (text, FALSE);
}

/* "+60 cuộc", or "0,75 lần": a change as its source states it, whatever the chart shows. */
static char *
stated_change (ChisoDraft *self, const ChisoEntry *entry, const ChisoRecord *record)
{
  const ChisoObservation *observation = record->observation;
  g_autofree char *text = NULL;

  if (observation->measure == CHISO_MEASURE_DELTA)
    {
      text = chiso_text_level (self, entry->indicator, observation->value);
      return observation->value > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
    }
  text = plot_number_format (observation->value, 4, PLOT_NUMBER_DEFAULT, self->language);
  return chiso_words (CHISO_WORD_TIMES, self->language, text, NULL);
}

char *
chiso_text_reported (ChisoDraft *self, const ChisoEntry *entry, const ChisoRecord *record)
{
  g_autofree char *words = NULL;

  if (record->sentence == NULL)
    return record->observation->measure == CHISO_MEASURE_LEVEL
               ? level_of (self, entry, record)
               : stated_change (self, entry, record);
  if (record->mark_start >= record->mark_end || record->mark_end > strlen (record->sentence))
    return NULL;
  words = g_strndup (record->sentence + record->mark_start, record->mark_end - record->mark_start);
  return g_strconcat ("“", g_strstrip (words), "”", NULL);
}

/* "cộng từ 21 huyện hoặc xã, theo báo cáo là “tất cả 21 huyện”: Anh Sơn 3 cuộc; …". */
static char *
way_of_units (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autoptr (GPtrArray) records = chiso_draft_addends (self, entry);
  g_autofree char *n = chiso_text_number (self, entry->point.n_units);
  const char *said = entry->point.record->said;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (records->len, MAX_UNITS); i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);
      const char *name = strchr (record->observation->place, '/');
      g_autofree char *level = level_of (self, entry, record);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", name != NULL ? name + 1 : "",
                              level);
    }
  if (records->len > MAX_UNITS)
    g_string_append (text, "; …");
  return chiso_words (CHISO_WORD_MARK_UNITS, self->language, n, said != NULL ? said : "", text->str,
                      NULL);
}

/* What turns a stated change into the one that is shown is the level beside it. */
static char *
way_from_change (ChisoDraft *self, const ChisoEntry *entry)
{
  const ChisoObservation *level = entry->point.earlier->observation;
  g_autofree char *change = stated_change (self, entry, entry->point.record);
  g_autofree char *value = level_of (self, entry, entry->point.earlier);
  g_autofree char *period = chiso_text_period (self, &level->period);

  return chiso_words (CHISO_WORD_MARK_STATED, self->language, change, value, period, NULL);
}

char *
chiso_text_way (ChisoDraft *self, const ChisoEntry *entry)
{
  const ChisoPoint *point = &entry->point;
  gboolean people = self->show == CHISO_SHOW_PER_100000;
  ChisoWord word = self->show == CHISO_SHOW_COUNTRY_SHARE ? CHISO_WORD_MARK_COUNTRY
                   : self->show == CHISO_SHOW_INDEX       ? CHISO_WORD_MARK_BASE
                                                          : CHISO_WORD_MARK_FROM;
  g_autofree char *level = level_of (self, entry, point->record);
  g_autofree char *other = NULL;
  g_autofree char *year = NULL;

  if (!point->computed)
    return NULL;
  if (point->n_merged > 0)
    {
      g_autofree char *n = chiso_text_number (self, point->n_merged);
      g_autofree char *merged = merged_text (self, entry);

      return self->show == CHISO_SHOW_VALUE
                 ? chiso_words (CHISO_WORD_MARK_MERGED, self->language, merged, NULL)
                 : chiso_words (CHISO_WORD_MARK_OF_MERGED, self->language, n, NULL);
    }
  if (point->n_units > 0)
    {
      g_autofree char *n = chiso_text_number (self, point->n_units);

      return self->show == CHISO_SHOW_VALUE
                 ? way_of_units (self, entry)
                 : chiso_words (CHISO_WORD_MARK_OF_UNITS, self->language, n, NULL);
    }
  if (point->divisor_year != 0)
    {
      other = chiso_text_number (self, (guint) point->divisor);
      year = g_strdup_printf ("%d", point->divisor_year);
      /* The last day of the communes of before. */
      if (!people && point->divisor_year == 2025 && !chiso_period_is_after_mergers (&point->period))
        return chiso_words (CHISO_WORD_MARK_COMMUNES_JUNE, self->language, level, other, year,
                            NULL);
      return chiso_words (people ? CHISO_WORD_MARK_PEOPLE : CHISO_WORD_MARK_COMMUNES,
                          self->language, level, other, year, NULL);
    }
  if (point->earlier == NULL)
    return NULL;
  if (point->record->observation->measure != CHISO_MEASURE_LEVEL)
    return way_from_change (self, entry);
  /* Of a sum the record is only the first. */
  other = point->earlier->observation->listed.beside && strchr (entry->place, '/') == NULL
              ? chiso_text_level (self, entry->indicator, point->divisor)
              : level_of (self, entry, point->earlier);
  if (word == CHISO_WORD_MARK_FROM)
    return chiso_words (word, self->language, other, level, NULL);
  return chiso_words (word, self->language, level, other, NULL);
}

void
chiso_draft_set_computed (ChisoDraft *self, PlotFigure *figure)
{
  gboolean merged = FALSE, of_units = FALSE;
  ChisoWord word;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->shown->len; i++)
    {
      merged |= chiso_entry (self->shown, i)->point.n_merged > 0;
      of_units |= chiso_entry (self->shown, i)->point.n_units > 0;
    }
  if (self->show == CHISO_SHOW_PER_100000)
    word = CHISO_WORD_KEY_PEOPLE;
  else if (self->show == CHISO_SHOW_PER_COMMUNE)
    word = CHISO_WORD_KEY_COMMUNES;
  else if (of_units)
    word = self->show == CHISO_SHOW_VALUE && !merged ? CHISO_WORD_KEY_UNITS
                                                     : CHISO_WORD_KEY_SEVERAL;
  else if (merged)
    word = self->show == CHISO_SHOW_VALUE ? CHISO_WORD_KEY_MERGED : CHISO_WORD_KEY_SEVERAL;
  else
    return;
  text = chiso_words (word, self->language, NULL);
  plot_figure_set_computed (figure, text);
}

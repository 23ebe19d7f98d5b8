/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart in the making: finds records by place and indicator in one pass, and keeps what the
 * chart shows and what it leaves out. Must not word anything. */

#include "chiso-figures-private.h"

#include <string.h>

gboolean
chiso_place_is_country (const char *place)
{
  return strcmp (place, "VN") == 0;
}

/* Whether the place, or the province that it lies in, is the same in both sets: then its figures stand
 * together. */
static gboolean
is_unchanged (ChisoGeo *geo, const char *place)
{
  char code[3] = { 0 };

  if (geo == NULL || strlen (place) < 2)
    return FALSE;
  memcpy (code, place, 2);
  return chiso_geo_is_unchanged (geo, code);
}

gboolean
chiso_draft_is_unchanged (const ChisoDraft *self, const char *place)
{
  return is_unchanged (self->geo, place);
}

static gboolean
belongs (const ChisoDraft *self, const ChisoObservation *observation)
{
  return self->boundary == 0 || observation->boundary == self->boundary
         || chiso_place_is_country (observation->place)
         || is_unchanged (self->geo, observation->place);
}

static char *
index_key (const char *indicator, const char *place)
{
  return g_strconcat (indicator, " ", place, NULL);
}

/* The records of a province of the 63 stand apart from those of the 34 that has the same code. */
static char *
old_key (const char *indicator, const char *place)
{
  return g_strconcat (indicator, " 63:", place, NULL);
}

/* Takes over key. */
static GPtrArray *
get_list (ChisoDraft *self, char *key)
{
  GPtrArray *list = g_hash_table_lookup (self->index, key);

  if (list != NULL)
    {
      g_free (key);
      return list;
    }
  list = g_ptr_array_new ();
  g_hash_table_insert (self->index, key, list);
  return list;
}

/* Whether the place's figures are added up out of those of the 63. */
static gboolean
is_merged (const ChisoDraft *self, const char *place)
{
  return self->boundary == CHISO_BOUNDARY_34 && self->geo != NULL && strlen (place) == 2
         && !chiso_place_is_country (place) && !is_unchanged (self->geo, place);
}

/* A figure of one of the 63 that goes into a sum; sets its successor. */
static gboolean
is_addend (const ChisoDraft *self, const ChisoObservation *observation, const char **successor)
{
  const ChisoProvince *old;

  if (self->boundary != CHISO_BOUNDARY_34 || observation->boundary != CHISO_BOUNDARY_63
      || self->geo == NULL)
    return FALSE;
  old = chiso_geo_find_code (self->geo, CHISO_BOUNDARY_63, observation->place);
  *successor = old != NULL ? old->successor : NULL;
  return old != NULL;
}

/* The province of a district's or commune's figure that stands in a list; NULL where it does not. */
static const char *
province_of_listed (const ChisoDraft *self, const ChisoObservation *observation)
{
  const ChisoProvince *province;
  char code[3] = { 0 };

  if (!observation->listed.beside || self->geo == NULL || strlen (observation->place) < 3)
    return NULL;
  memcpy (code, observation->place, 2);
  province = chiso_geo_find_code (self->geo, observation->boundary, code);
  return province != NULL ? province->code : NULL;
}

/* Puts what may be added up with the figures of its province. */
static void
add_listed (ChisoDraft *self, const ChisoRecord *record, const char *province)
{
  const ChisoObservation *observation = record->observation;
  const ChisoProvince *old = chiso_geo_find_code (self->geo, CHISO_BOUNDARY_63, province);

  if (belongs (self, observation))
    {
      g_ptr_array_add (get_list (self, index_key (observation->indicator, province)),
                       (gpointer) record);
      g_hash_table_add (self->places, (gpointer) province);
    }
  else if (self->boundary == CHISO_BOUNDARY_34 && observation->boundary == CHISO_BOUNDARY_63
           && old != NULL)
    {
      g_ptr_array_add (get_list (self, old_key (observation->indicator, province)),
                       (gpointer) record);
      g_hash_table_add (self->places, (gpointer) old->successor);
    }
}

static void
add_record (ChisoDraft *self, const ChisoRecord *record)
{
  const ChisoObservation *observation = record->observation;
  const char *province = province_of_listed (self, observation);
  const char *successor;

  if (province != NULL)
    add_listed (self, record, province);
  if (belongs (self, observation))
    {
      g_ptr_array_add (get_list (self, index_key (observation->indicator, observation->place)),
                       (gpointer) record);
      g_hash_table_add (self->places, (gpointer) observation->place);
    }
  else if (is_addend (self, observation, &successor))
    {
      g_ptr_array_add (get_list (self, old_key (observation->indicator, observation->place)),
                       (gpointer) record);
      g_hash_table_add (self->places, (gpointer) successor);
    }
}

static void
clear_entry (gpointer data)
{
  g_free (((ChisoEntry *) data)->name);
}

GArray *
chiso_entries_new (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (ChisoEntry));

  g_array_set_clear_func (list, clear_entry);
  return list;
}

void
chiso_draft_init (ChisoDraft *self, GPtrArray *records, ChisoGeo *geo, ChisoBoundary boundary,
                  ChisoShow show, const char *language)
{
  *self = (ChisoDraft){ .records = records,
                        .geo = geo,
                        .boundary = boundary,
                        .language = chiso_language_is_vietnamese (language) ? "vi" : "en",
                        .show = show };
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->shown = chiso_entries_new ();
  self->unlike = chiso_entries_new ();
  self->undecided = chiso_entries_new ();
  self->gaps = g_array_new (FALSE, FALSE, sizeof (ChisoDraftGap));
  for (guint i = 0; i < records->len; i++)
    add_record (self, g_ptr_array_index (records, i));
}

void
chiso_draft_clear (ChisoDraft *self)
{
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->unlike, g_array_unref);
  g_clear_pointer (&self->undecided, g_array_unref);
  g_clear_pointer (&self->gaps, g_array_unref);
}

GPtrArray *
chiso_draft_records (ChisoDraft *self, const ChisoIndicator *indicator, const char *place)
{
  return get_list (self, index_key (indicator->id, place));
}

/* The place's own records and those of the provinces that it was made of. */
static GPtrArray *
records_to_merge (ChisoDraft *self, const ChisoIndicator *indicator, const char *place)
{
  GPtrArray *all = g_ptr_array_copy (chiso_draft_records (self, indicator, place), NULL, NULL);

  for (guint i = 0; i < chiso_geo_n_provinces (self->geo, CHISO_BOUNDARY_63); i++)
    {
      const ChisoProvince *old = chiso_geo_province (self->geo, CHISO_BOUNDARY_63, i);

      if (strcmp (old->successor, place) == 0)
        g_ptr_array_extend (all, get_list (self, old_key (indicator->id, old->code)), NULL, NULL);
    }
  return all;
}

GPtrArray *
chiso_draft_addends (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autoptr (GPtrArray) all = records_to_merge (self, entry->indicator, entry->place);

  return chiso_measures_addends (all, self->geo, self->facts, entry->indicator, entry->place,
                                 &entry->point);
}

static gboolean
is_within (const ChisoPeriod *period, int first_year, int last_year)
{
  int year = chiso_period_last_year (period);

  return (first_year == 0 || year >= first_year) && (last_year == 0 || year <= last_year);
}

static void
keep_years (GArray *points, int first_year, int last_year)
{
  for (guint i = points->len; i > 0; i--)
    if (!is_within (&g_array_index (points, ChisoPoint, i - 1).period, first_year, last_year))
      g_array_remove_index (points, i - 1);
}

/* All that the place's series is made of. */
static GPtrArray *
records_for (ChisoDraft *self, ChisoShow show, const ChisoIndicator *indicator, const char *place)
{
  GPtrArray *records = is_merged (self, place)
                           ? records_to_merge (self, indicator, place)
                           : g_ptr_array_copy (chiso_draft_records (self, indicator, place), NULL,
                                               NULL);

  if (show == CHISO_SHOW_COUNTRY_SHARE && !chiso_place_is_country (place))
    g_ptr_array_extend (records, chiso_draft_records (self, indicator, "VN"), NULL, NULL);
  return records;
}

/* gaps: of ChisoGap, or NULL. */
static GArray *
series_of (ChisoDraft *self, ChisoShow show, const ChisoIndicator *indicator, const char *place,
           GArray *gaps)
{
  const gboolean merge = is_merged (self, place);
  const ChisoMeasures measures = {
    .show = show,
    .boundary = merge ? CHISO_BOUNDARY_34 : 0,
    .merge = merge,
    .sizes = self->boundary,
    .base_year = self->base_year,
    .geo = self->geo,
    .facts = self->facts,
  };
  g_autoptr (GPtrArray) records = records_for (self, show, indicator, place);

  return chiso_measures_series (&measures, records, indicator, place, gaps);
}

GArray *
chiso_draft_series (ChisoDraft *self, const ChisoIndicator *indicator, const char *place,
                    int first_year, int last_year)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (ChisoGap));
  GArray *points = series_of (self, self->show, indicator, place, gaps);

  keep_years (points, first_year, last_year);
  for (guint i = 0; i < gaps->len; i++)
    {
      ChisoDraftGap gap = { indicator, place, g_array_index (gaps, ChisoGap, i) };

      if (is_within (&gap.gap.period, first_year, last_year))
        g_array_append_val (self->gaps, gap);
    }
  return points;
}

GArray *
chiso_draft_levels (ChisoDraft *self, const ChisoIndicator *indicator, const char *place,
                    int first_year, int last_year)
{
  GArray *points = series_of (self, CHISO_SHOW_VALUE, indicator, place, NULL);

  keep_years (points, first_year, last_year);
  return points;
}

GArray *
chiso_draft_changes (ChisoDraft *self, const ChisoIndicator *indicator, const char *place)
{
  return series_of (self, CHISO_SHOW_YEAR_ON_YEAR, indicator, place, NULL);
}

void
chiso_draft_note_undecided (ChisoDraft *self, const ChisoIndicator *indicator, const char *place,
                            int first_year, int last_year)
{
  GPtrArray *records = chiso_draft_records (self, indicator, place);
  g_autoptr (GArray) points = chiso_stats_undecided (records, indicator, place, 0,
                                                     self->show == CHISO_SHOW_YEAR_ON_YEAR);

  keep_years (points, first_year, last_year);
  for (guint i = 0; i < points->len; i++)
    chiso_draft_add (self, self->undecided, indicator, place,
                     &g_array_index (points, ChisoPoint, i));
}

char **
chiso_figures_places_to_ask (ChisoGeo *geo, ChisoBoundary boundary, const char *const *places)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  g_return_val_if_fail (geo != NULL && places != NULL, NULL);

  g_strv_builder_addv (keys, (const char **) places);
  for (guint i = 0;
       boundary == CHISO_BOUNDARY_34 && i < chiso_geo_n_provinces (geo, CHISO_BOUNDARY_63); i++)
    {
      const ChisoProvince *old = chiso_geo_province (geo, CHISO_BOUNDARY_63, i);

      if (g_strv_contains (places, old->successor) && !g_strv_contains (places, old->code))
        g_strv_builder_add (keys, old->code);
    }
  return g_strv_builder_end (keys);
}

char *
chiso_draft_place_name (ChisoDraft *self, const char *place)
{
  /* The country's records are of either set, and its name is the same in both. */
  ChisoBoundary boundary = self->boundary != 0 ? self->boundary : CHISO_BOUNDARY_63;

  if (self->geo == NULL)
    return g_strdup (place);
  return self->set_told ? chiso_geo_place_name_in_set (self->geo, boundary, place, self->language)
                        : chiso_geo_place_name (self->geo, boundary, place, self->language);
}

ChisoEntry *
chiso_draft_add (ChisoDraft *self, GArray *list, const ChisoIndicator *indicator, const char *place,
                 const ChisoPoint *point)
{
  ChisoEntry entry = { .indicator = indicator,
                       .place = place,
                       .point = *point,
                       .name = chiso_draft_place_name (self, place) };

  g_array_append_val (list, entry);
  return chiso_entry (list, list->len - 1);
}

void
chiso_draft_drop_bases (GArray *points)
{
  for (guint i = points->len; i > 0; i--)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i - 1);

      if (point->earlier == point->record)
        g_array_remove_index (points, i - 1);
    }
}

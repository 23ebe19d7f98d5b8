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

/* Whether the code means the same province in both sets: then its figures stand together. */
static gboolean
is_unchanged (ChisoGeo *geo, const char *place)
{
  char code[3] = { 0 };
  const ChisoProvince *before, *after;

  if (geo == NULL || strlen (place) < 2)
    return FALSE;
  memcpy (code, place, 2);
  before = chiso_geo_find_code (geo, CHISO_BOUNDARY_63, code);
  after = chiso_geo_find_code (geo, CHISO_BOUNDARY_34, code);
  /* A province whose area changed succeeds others beside itself; a row of its own carries its name.
   */
  return before != NULL && after != NULL && before->name_vi == after->name_vi;
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

static void
add_record (ChisoDraft *self, const ChisoRecord *record)
{
  const ChisoObservation *observation = record->observation;
  g_autofree char *key = index_key (observation->indicator, observation->place);
  GPtrArray *list = g_hash_table_lookup (self->index, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->index, g_steal_pointer (&key), list);
    }
  g_ptr_array_add (list, (gpointer) record);
  g_hash_table_add (self->places, observation->place);
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
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);

      if (belongs (self, record->observation))
        add_record (self, record);
    }
}

void
chiso_draft_clear (ChisoDraft *self)
{
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->unlike, g_array_unref);
  g_clear_pointer (&self->undecided, g_array_unref);
}

GPtrArray *
chiso_draft_records (ChisoDraft *self, const ChisoIndicator *indicator, const char *place)
{
  char *key = index_key (indicator->id, place);
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

static void
keep_years (GArray *points, int first_year, int last_year)
{
  for (guint i = points->len; i > 0; i--)
    {
      int year = chiso_period_last_year (&g_array_index (points, ChisoPoint, i - 1).period);

      if ((first_year != 0 && year < first_year) || (last_year != 0 && year > last_year))
        g_array_remove_index (points, i - 1);
    }
}

GArray *
chiso_draft_series (ChisoDraft *self, const ChisoIndicator *indicator, const char *place,
                    int first_year, int last_year)
{
  GPtrArray *records = chiso_draft_records (self, indicator, place);
  GArray *points = self->show == CHISO_SHOW_VALUE
                       ? chiso_stats_levels (records, indicator, place, 0)
                       : chiso_stats_year_on_year (records, indicator, place, 0);

  keep_years (points, first_year, last_year);
  return points;
}

void
chiso_draft_note_undecided (ChisoDraft *self, const ChisoIndicator *indicator, const char *place,
                            int first_year, int last_year)
{
  GPtrArray *records = chiso_draft_records (self, indicator, place);
  g_autoptr (GArray)
      points = chiso_stats_undecided (records, indicator, place, 0, self->show != CHISO_SHOW_VALUE);

  keep_years (points, first_year, last_year);
  for (guint i = 0; i < points->len; i++)
    chiso_draft_add (self, self->undecided, indicator, place,
                     &g_array_index (points, ChisoPoint, i));
}

ChisoEntry *
chiso_draft_add (ChisoDraft *self, GArray *list, const ChisoIndicator *indicator, const char *place,
                 const ChisoPoint *point)
{
  /* The country's records are of either set, and its name is the same in both. */
  ChisoBoundary boundary = self->boundary != 0 ? self->boundary : CHISO_BOUNDARY_63;
  ChisoEntry entry = { .indicator = indicator,
                       .place = place,
                       .point = *point,
                       .name = self->geo != NULL ? chiso_geo_place_name (self->geo, boundary, place,
                                                                         self->language)
                                                 : g_strdup (place) };

  g_array_append_val (list, entry);
  return chiso_entry (list, list->len - 1);
}

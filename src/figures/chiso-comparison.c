/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text form of what to compare. Must not know where the text is kept. */

#include "chiso-comparison.h"

#include <string.h>

#define GROUP "compare"

ChisoComparison *
chiso_comparison_new (void)
{
  ChisoComparison *self = g_new0 (ChisoComparison, 1);

  self->places = g_ptr_array_new_with_free_func (g_free);
  self->boundary = CHISO_BOUNDARY_63;
  self->kind = PLOT_KIND_LINE;
  self->show = CHISO_SHOW_VALUE;
  return self;
}

void
chiso_comparison_free (ChisoComparison *self)
{
  if (self == NULL)
    return;
  g_free (self->indicator);
  g_free (self->across);
  g_ptr_array_unref (self->places);
  g_free (self);
}

void
chiso_comparison_missing_clear (ChisoComparisonMissing *missing)
{
  g_clear_pointer (&missing->indicator, g_free);
  g_clear_pointer (&missing->places, g_ptr_array_unref);
}

char *
chiso_comparison_format (const ChisoComparison *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_return_val_if_fail (self != NULL, NULL);

  if (self->indicator != NULL)
    g_key_file_set_string (keys, GROUP, "indicator", self->indicator);
  if (self->across != NULL)
    g_key_file_set_string (keys, GROUP, "across", self->across);
  g_key_file_set_string_list (keys, GROUP, "place", (const char *const *) self->places->pdata,
                              self->places->len);
  g_key_file_set_integer (keys, GROUP, "boundary", self->boundary);
  g_key_file_set_integer (keys, GROUP, "first", self->first_year);
  g_key_file_set_integer (keys, GROUP, "last", self->last_year);
  g_key_file_set_string (keys, GROUP, "kind", plot_kind_to_string (self->kind));
  g_key_file_set_string (keys, GROUP, "measure", chiso_show_to_string (self->show));
  g_key_file_set_integer (keys, GROUP, "base", self->base_year);
  if (self->table)
    g_key_file_set_boolean (keys, GROUP, "table", TRUE);
  return g_key_file_to_data (keys, NULL, NULL);
}

/* A year, or 0 for what is none. */
static int
read_year (GKeyFile *keys, const char *key)
{
  int year = g_key_file_get_integer (keys, GROUP, key, NULL);

  return year > 0 && year <= 9999 ? year : 0;
}

/* NULL where there is none that the catalogue knows. */
static char *
read_indicator (GKeyFile *keys, const char *key, ChisoCatalogue *catalogue,
                ChisoComparisonMissing *missing)
{
  g_autofree char *id = g_key_file_get_string (keys, GROUP, key, NULL);

  if (id == NULL || *id == '\0')
    return NULL;
  if (chiso_catalogue_find (catalogue, id) != NULL)
    return g_steal_pointer (&id);
  if (missing != NULL && missing->indicator == NULL)
    missing->indicator = g_steal_pointer (&id);
  return NULL;
}

/* Smaller units are known by their province. */
static gboolean
is_place (ChisoGeo *geo, ChisoBoundary boundary, const char *key)
{
  g_autofree char *code = g_strndup (key, strcspn (key, "/"));

  return g_str_equal (key, "VN") || chiso_geo_find_code (geo, boundary, code) != NULL;
}

static void
read_places (ChisoComparison *self, GKeyFile *keys, ChisoGeo *geo, ChisoComparisonMissing *missing)
{
  g_auto (GStrv) places = g_key_file_get_string_list (keys, GROUP, "place", NULL, NULL);

  for (char **place = places; place != NULL && *place != NULL; place++)
    {
      if (is_place (geo, self->boundary, *place))
        {
          if (!g_ptr_array_find_with_equal_func (self->places, *place, g_str_equal, NULL))
            g_ptr_array_add (self->places, g_strdup (*place));
          continue;
        }
      if (missing == NULL)
        continue;
      if (missing->places == NULL)
        missing->places = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (missing->places, g_strdup (*place));
    }
}

ChisoComparison *
chiso_comparison_parse (const char *text, ChisoCatalogue *catalogue, ChisoGeo *geo,
                        ChisoComparisonMissing *missing)
{
  ChisoComparison *self = chiso_comparison_new ();
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *kind = NULL;
  g_autofree char *show = NULL;

  if (missing != NULL)
    *missing = (ChisoComparisonMissing){ NULL };
  if (text == NULL || *text == '\0'
      || !g_key_file_load_from_data (keys, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return self;
  self->indicator = read_indicator (keys, "indicator", catalogue, missing);
  self->across = read_indicator (keys, "across", catalogue, missing);
  if (g_key_file_get_integer (keys, GROUP, "boundary", NULL) == CHISO_BOUNDARY_34)
    self->boundary = CHISO_BOUNDARY_34;
  read_places (self, keys, geo, missing);
  self->first_year = read_year (keys, "first");
  self->last_year = read_year (keys, "last");
  self->base_year = read_year (keys, "base");
  self->table = g_key_file_get_boolean (keys, GROUP, "table", NULL);
  kind = g_key_file_get_string (keys, GROUP, "kind", NULL);
  /* A scatter chart has two indicators. */
  if (!plot_kind_from_string (kind, &self->kind)
      || (self->kind == PLOT_KIND_SCATTER
          && (self->across == NULL || g_strcmp0 (self->across, self->indicator) == 0)))
    self->kind = PLOT_KIND_LINE;
  show = g_key_file_get_string (keys, GROUP, "measure", NULL);
  if (!chiso_show_from_string (show, &self->show)
      || (self->indicator != NULL
          && !chiso_show_applies (self->show, chiso_catalogue_find (catalogue, self->indicator))))
    self->show = CHISO_SHOW_VALUE;
  return self;
}

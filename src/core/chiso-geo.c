/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads the tables of places once and answers look-ups from sorted arrays and hash tables. */

#include "chiso-geo.h"

#include "chiso-table.h"

#include <math.h>
#include <string.h>

struct _ChisoGeo
{
  gatomicrefcount refs;
  GPtrArray *tables;    /* ChisoTable*: own all strings */
  GArray *provinces[2]; /* ChisoProvince of the 63 and of the 34, in code order */
  GArray *aliases;      /* ChisoAlias */
  GArray *districts;    /* ChisoDistrict */
  GArray *friends;      /* ChisoFalseFriend */
  GHashTable *names[2]; /* search key -> code */
};

G_DEFINE_QUARK (chiso-geo-error-quark, chiso_geo_error)

static guint
set_index (ChisoBoundary boundary)
{
  return boundary == CHISO_BOUNDARY_34 ? 1 : 0;
}

static gboolean
in_set (const char *set, ChisoBoundary boundary)
{
  return strcmp (set, "both") == 0 || atoi (set) == (int) boundary;
}

/* The columns of names, each found, or an error that names the missing one. */
static gboolean
find_columns (const ChisoTable *table, const char *file, const char *const *names, int *columns,
              GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      columns[i] = chiso_table_column (table, names[i]);
      if (columns[i] < 0)
        {
          g_set_error (error, CHISO_GEO_ERROR, CHISO_GEO_ERROR_DATA, "%s: no column “%s”", file,
                       names[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static int
cell_int (const ChisoTable *table, guint row, int column)
{
  const char *cell = chiso_table_cell (table, row, column);

  return *cell == '\0' ? -1 : atoi (cell);
}

static int
compare_province (gconstpointer a, gconstpointer b)
{
  return strcmp (((const ChisoProvince *) a)->code, ((const ChisoProvince *) b)->code);
}

static void
add_province (ChisoGeo *self, const ChisoTable *table, guint row, const int *columns,
              ChisoBoundary boundary)
{
  const char *set = chiso_table_cell (table, row, columns[4]);
  gboolean own_34 = boundary == CHISO_BOUNDARY_34 && strcmp (set, "both") == 0;
  const char *population = chiso_table_cell (table, row, columns[10]);
  const char *successor = chiso_table_cell (table, row, columns[5]);
  ChisoProvince province = {
    .code = chiso_table_cell (table, row, columns[0]),
    .boundary = boundary,
    .name_vi = chiso_table_cell (table, row, columns[1]),
    .name_en = chiso_table_cell (table, row, columns[2]),
    .region = chiso_table_cell (table, row, columns[3]),
    .tile_row = cell_int (table, row, columns[own_34 ? 8 : 6]),
    .tile_col = cell_int (table, row, columns[own_34 ? 9 : 7]),
    .brief = "",
    .population = *population == '\0' ? NAN : g_ascii_strtod (population, NULL),
  };

  province.successor = *successor != '\0' ? successor : province.code;
  g_array_append_val (self->provinces[set_index (boundary)], province);
}

static gboolean
load_provinces (ChisoGeo *self, const ChisoTable *table, const char *file, GError **error)
{
  static const char *const names[] = { "code",       "name_vi",    "name_en",    "region",
                                       "set",        "successor",  "tile_row",   "tile_col",
                                       "tile34_row", "tile34_col", "population", NULL };
  static const ChisoBoundary sets[] = { CHISO_BOUNDARY_63, CHISO_BOUNDARY_34 };
  int columns[G_N_ELEMENTS (names)];

  if (!find_columns (table, file, names, columns, error))
    return FALSE;
  for (guint row = 0; row < chiso_table_n_rows (table); row++)
    for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
      if (in_set (chiso_table_cell (table, row, columns[4]), sets[i]))
        add_province (self, table, row, columns, sets[i]);
  for (guint i = 0; i < 2; i++)
    g_array_sort (self->provinces[i], compare_province);
  return TRUE;
}

static gboolean
load_tiles (ChisoGeo *self, const ChisoTable *table, const char *file, GError **error)
{
  static const char *const names[] = { "set", "code", "label", NULL };
  int columns[G_N_ELEMENTS (names)];

  if (!find_columns (table, file, names, columns, error))
    return FALSE;
  for (guint row = 0; row < chiso_table_n_rows (table); row++)
    for (guint set = 0; set < 2; set++)
      for (guint i = 0; i < self->provinces[set]->len; i++)
        {
          ChisoProvince *province = &g_array_index (self->provinces[set], ChisoProvince, i);

          if (strcmp (chiso_table_cell (table, row, columns[1]), province->code) == 0
              && in_set (chiso_table_cell (table, row, columns[0]), province->boundary))
            province->brief = chiso_table_cell (table, row, columns[2]);
        }
  return TRUE;
}

static gboolean
load_aliases (ChisoGeo *self, const ChisoTable *table, const char *file, GError **error)
{
  static const char *const names[] = { "code", "set", "alias", NULL };
  int columns[G_N_ELEMENTS (names)];

  if (!find_columns (table, file, names, columns, error))
    return FALSE;
  for (guint row = 0; row < chiso_table_n_rows (table); row++)
    {
      const char *set = chiso_table_cell (table, row, columns[1]);
      ChisoAlias alias = { chiso_table_cell (table, row, columns[2]),
                           chiso_table_cell (table, row, columns[0]),
                           in_set (set, CHISO_BOUNDARY_63), in_set (set, CHISO_BOUNDARY_34) };

      g_array_append_val (self->aliases, alias);
    }
  return TRUE;
}

static char *
district_key (const ChisoDistrict *district)
{
  return g_strjoin ("\t", district->name, district->kind, district->province, NULL);
}

/* The ended districts overlap with those of the last list where only a detail of theirs changed. */
static GHashTable *
known_districts (const ChisoGeo *self)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->districts->len; i++)
    g_hash_table_add (known, district_key (&g_array_index (self->districts, ChisoDistrict, i)));
  return known;
}

static gboolean
load_districts (ChisoGeo *self, const ChisoTable *table, const char *file, GError **error)
{
  static const char *const names[] = { "name_vi", "kind", "province", NULL };
  g_autoptr (GHashTable) known = known_districts (self);
  int columns[G_N_ELEMENTS (names)];

  if (!find_columns (table, file, names, columns, error))
    return FALSE;
  for (guint row = 0; row < chiso_table_n_rows (table); row++)
    {
      ChisoDistrict district = { chiso_table_cell (table, row, columns[0]),
                                 chiso_table_cell (table, row, columns[1]),
                                 chiso_table_cell (table, row, columns[2]) };

      if (g_hash_table_add (known, district_key (&district)))
        g_array_append_val (self->districts, district);
    }
  return TRUE;
}

static gboolean
load_false_friends (ChisoGeo *self, const ChisoTable *table, const char *file, GError **error)
{
  static const char *const names[] = { "text", "name_vi", "province", NULL };
  int columns[G_N_ELEMENTS (names)];

  if (!find_columns (table, file, names, columns, error))
    return FALSE;
  for (guint row = 0; row < chiso_table_n_rows (table); row++)
    {
      ChisoFalseFriend friend = { chiso_table_cell (table, row, columns[0]),
                                  chiso_table_cell (table, row, columns[1]),
                                  chiso_table_cell (table, row, columns[2]) };

      g_array_append_val (self->friends, friend);
    }
  return TRUE;
}

static void
index_name (ChisoGeo *self, guint set, const char *text, const char *code)
{
  char *key = chiso_fold_search (text);

  /* The first name wins: official names are indexed before aliases. */
  if (*key != '\0' && !g_hash_table_contains (self->names[set], key))
    g_hash_table_insert (self->names[set], key, (char *) code);
  else
    g_free (key);
}

static void
index_names (ChisoGeo *self)
{
  for (guint set = 0; set < 2; set++)
    {
      for (guint i = 0; i < self->provinces[set]->len; i++)
        {
          const ChisoProvince *province = &g_array_index (self->provinces[set], ChisoProvince, i);

          index_name (self, set, province->name_vi, province->code);
          index_name (self, set, province->code, province->code);
        }
      for (guint i = 0; i < self->aliases->len; i++)
        {
          const ChisoAlias *alias = &g_array_index (self->aliases, ChisoAlias, i);

          if (set == 0 ? alias->in_63 : alias->in_34)
            index_name (self, set, alias->text, alias->code);
        }
      index_name (self, set, "VN", "VN");
      index_name (self, set, "cả nước", "VN");
      index_name (self, set, "toàn quốc", "VN");
      index_name (self, set, "Việt Nam", "VN");
      index_name (self, set, "Vietnam", "VN");
    }
}

typedef gboolean (*LoadFunc) (ChisoGeo *self, const ChisoTable *table, const char *file,
                              GError **error);

ChisoGeo *
chiso_geo_new_from_resources (GError **error)
{
  static const struct
  {
    const char *file;
    LoadFunc load;
  } files[] = {
    { "provinces.tsv", load_provinces },
    { "tiles.tsv", load_tiles },
    { "aliases.tsv", load_aliases },
    { "districts.tsv", load_districts },
    { "district_history.tsv", load_districts },
    { "false_friends.tsv", load_false_friends },
  };
  g_autoptr (ChisoGeo) self = g_new0 (ChisoGeo, 1);

  g_atomic_ref_count_init (&self->refs);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_table_free);
  for (guint i = 0; i < 2; i++)
    {
      self->provinces[i] = g_array_new (FALSE, FALSE, sizeof (ChisoProvince));
      self->names[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  self->aliases = g_array_new (FALSE, FALSE, sizeof (ChisoAlias));
  self->districts = g_array_new (FALSE, FALSE, sizeof (ChisoDistrict));
  self->friends = g_array_new (FALSE, FALSE, sizeof (ChisoFalseFriend));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/org/chiso/ChiSo/data/", files[i].file, NULL);
      g_autoptr (GBytes)
          bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      ChisoTable *table;

      if (bytes == NULL)
        return NULL;
      table = chiso_table_new (bytes);
      g_ptr_array_add (self->tables, table);
      if (!files[i].load (self, table, files[i].file, error))
        return NULL;
    }
  index_names (self);
  return g_steal_pointer (&self);
}

ChisoGeo *
chiso_geo_ref (ChisoGeo *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
chiso_geo_unref (ChisoGeo *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_array_unref (self->provinces[i]);
      g_hash_table_unref (self->names[i]);
    }
  g_array_unref (self->aliases);
  g_array_unref (self->districts);
  g_array_unref (self->friends);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

guint
chiso_geo_n_provinces (const ChisoGeo *self, ChisoBoundary boundary)
{
  return self->provinces[set_index (boundary)]->len;
}

const ChisoProvince *
chiso_geo_province (const ChisoGeo *self, ChisoBoundary boundary, guint i)
{
  GArray *provinces = self->provinces[set_index (boundary)];

  g_return_val_if_fail (i < provinces->len, NULL);

  return &g_array_index (provinces, ChisoProvince, i);
}

const ChisoProvince *
chiso_geo_find_code (const ChisoGeo *self, ChisoBoundary boundary, const char *code)
{
  ChisoProvince key = { .code = code };
  GArray *provinces = self->provinces[set_index (boundary)];

  return bsearch (&key, provinces->data, provinces->len, sizeof key, compare_province);
}

char *
chiso_geo_resolve (const ChisoGeo *self, ChisoBoundary boundary, const char *text, GError **error)
{
  const char *slash;
  g_autofree char *head = NULL;
  g_autofree char *key = NULL;
  const char *code;

  g_return_val_if_fail (text != NULL, NULL);

  /* "Nghệ An/Nam Đàn": the smaller unit is kept as it is written. */
  slash = strchr (text, '/');
  head = slash != NULL ? g_strndup (text, slash - text) : g_strdup (text);
  key = chiso_fold_search (head);
  code = g_hash_table_lookup (self->names[set_index (boundary)], key);
  if (code == NULL)
    {
      g_set_error (error, CHISO_GEO_ERROR, CHISO_GEO_ERROR_UNKNOWN,
                   "“%s” is no province, by name or code, of the %d", text, (int) boundary);
      return NULL;
    }
  return slash != NULL ? g_strconcat (code, slash, NULL) : g_strdup (code);
}

/* Whether the 34 set reuses the name for a wider province than the 63 set's. */
static gboolean
name_is_ambiguous (const ChisoGeo *self, const ChisoProvince *province)
{
  if (province->boundary != CHISO_BOUNDARY_34)
    return FALSE;
  for (guint i = 0; i < self->provinces[0]->len; i++)
    {
      const ChisoProvince *old = &g_array_index (self->provinces[0], ChisoProvince, i);

      /* A province of both sets is the same row, so the same strings. */
      if (old->name_vi == province->name_vi)
        return FALSE;
    }
  return TRUE;
}

static char *
name_place (const ChisoGeo *self, ChisoBoundary boundary, const char *place, const char *language,
            gboolean tell_set)
{
  gboolean vi = g_strcmp0 (language, "vi") == 0;
  const ChisoProvince *province;
  const char *slash, *name;
  g_autofree char *code = NULL;

  if (strcmp (place, "VN") == 0)
    return g_strdup (vi ? "Cả nước" : "Vietnam");
  slash = strchr (place, '/');
  code = slash != NULL ? g_strndup (place, slash - place) : g_strdup (place);
  province = chiso_geo_find_code (self, boundary, code);
  if (province == NULL)
    return g_strdup (place);
  name = vi ? province->name_vi : province->name_en;
  if (slash != NULL)
    return g_strdup_printf ("%s (%s)", slash + 1, name);
  if (tell_set && name_is_ambiguous (self, province))
    return g_strdup_printf (vi ? "%s (từ 7/2025)" : "%s (since 7/2025)", name);
  return g_strdup (name);
}

char *
chiso_geo_place_name (const ChisoGeo *self, ChisoBoundary boundary, const char *place,
                      const char *language)
{
  g_return_val_if_fail (place != NULL, NULL);
  return name_place (self, boundary, place, language, TRUE);
}

char *
chiso_geo_place_name_in_set (const ChisoGeo *self, ChisoBoundary boundary, const char *place,
                             const char *language)
{
  g_return_val_if_fail (place != NULL, NULL);
  return name_place (self, boundary, place, language, FALSE);
}

const ChisoAlias *
chiso_geo_aliases (const ChisoGeo *self, guint *n)
{
  *n = self->aliases->len;
  return (const ChisoAlias *) self->aliases->data;
}

const ChisoDistrict *
chiso_geo_districts (const ChisoGeo *self, guint *n)
{
  *n = self->districts->len;
  return (const ChisoDistrict *) self->districts->data;
}

const ChisoFalseFriend *
chiso_geo_false_friends (const ChisoGeo *self, guint *n)
{
  *n = self->friends->len;
  return (const ChisoFalseFriend *) self->friends->data;
}

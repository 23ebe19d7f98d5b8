/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads the sizes and borders of provinces and sums those of the 63 for the 34 and the country.
 * Knows no figure of any report. */

#include "chiso-province-facts.h"

#include "chiso-table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* One number of one province and year. */
typedef struct
{
  ChisoBoundary boundary; /* 63 or 34; of provinces in both sets there is one of each */
  const char *code;       /* borrowed from the tables, as below */
  int year;
  double value;
} Size;

typedef struct
{
  ChisoBoundary boundary;
  const char *a, *b;
} Border;

/* A district, and the months (year * 12 + month) of the first and last official list that has it. */
typedef struct
{
  const char *province, *name;
  int first, last;
} District;

struct _ChisoProvinceFacts
{
  ChisoGeo *geo;
  GPtrArray *tables;      /* ChisoTable*: own all strings */
  GHashTable *population; /* of Size, found by all but their value */
  GHashTable *communes;
  GArray *borders;
  GArray *districts;
};

static const ChisoBoundary sets[] = { CHISO_BOUNDARY_63, CHISO_BOUNDARY_34 };

static gboolean
in_set (const char *set, ChisoBoundary boundary)
{
  return strcmp (set, "both") == 0 || atoi (set) == (int) boundary;
}

static ChisoTable *
load_table (ChisoProvinceFacts *self, const char *file, const char *const *names, int *columns,
            GError **error)
{
  g_autofree char *path = g_strconcat ("/org/chiso/ChiSo/data/", file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  ChisoTable *table;

  if (bytes == NULL)
    return NULL;
  table = chiso_table_new (bytes);
  g_ptr_array_add (self->tables, table);
  for (guint i = 0; names[i] != NULL; i++)
    {
      columns[i] = chiso_table_column (table, names[i]);
      if (columns[i] < 0)
        {
          g_set_error (error, CHISO_GEO_ERROR, CHISO_GEO_ERROR_DATA, "%s: no column “%s”", file,
                       names[i]);
          return NULL;
        }
    }
  return table;
}

static guint
size_hash (gconstpointer data)
{
  const Size *size = data;

  return g_str_hash (size->code) * 31 + (guint) size->year * 2
         + (size->boundary == CHISO_BOUNDARY_34 ? 1 : 0);
}

static gboolean
size_equal (gconstpointer a, gconstpointer b)
{
  const Size *one = a, *other = b;

  return one->year == other->year && one->boundary == other->boundary
         && strcmp (one->code, other->code) == 0;
}

/* Later rows of one year are later dates. */
static void
set_size (GHashTable *sizes, ChisoBoundary boundary, const char *code, int year, double value)
{
  const Size size = { boundary, code, year, value };

  g_hash_table_add (sizes, g_memdup2 (&size, sizeof size));
}

static gboolean
load_population (ChisoProvinceFacts *self, GError **error)
{
  static const char *const names[] = { "code", "set", "year", "population", NULL };
  int columns[G_N_ELEMENTS (names)];
  ChisoTable *table = load_table (self, "population.tsv", names, columns, error);

  for (guint row = 0; table != NULL && row < chiso_table_n_rows (table); row++)
    for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
      if (in_set (chiso_table_cell (table, row, columns[1]), sets[i]))
        set_size (self->population, sets[i], chiso_table_cell (table, row, columns[0]),
                  atoi (chiso_table_cell (table, row, columns[2])),
                  g_ascii_strtod (chiso_table_cell (table, row, columns[3]), NULL) * 1000);
  return table != NULL;
}

static gboolean
load_communes (ChisoProvinceFacts *self, GError **error)
{
  static const char *const names[] = { "code", "set", "as_of", "total", NULL };
  int columns[G_N_ELEMENTS (names)];
  ChisoTable *table = load_table (self, "communes.tsv", names, columns, error);

  for (guint row = 0; table != NULL && row < chiso_table_n_rows (table); row++)
    {
      const char *as_of = chiso_table_cell (table, row, columns[2]);
      /* From July 2025 on a count is one of the 34, also where the province stayed what it was. */
      gboolean now = strcmp (as_of, "2025-07-01") >= 0;

      for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
        if (in_set (chiso_table_cell (table, row, columns[1]), sets[i])
            && (sets[i] == CHISO_BOUNDARY_34 || !now))
          set_size (self->communes, sets[i], chiso_table_cell (table, row, columns[0]),
                    atoi (as_of), g_ascii_strtod (chiso_table_cell (table, row, columns[3]), NULL));
    }
  return table != NULL;
}

static gboolean
load_borders (ChisoProvinceFacts *self, GError **error)
{
  static const char *const names[] = { "set", "code_a", "code_b", NULL };
  int columns[G_N_ELEMENTS (names)];
  ChisoTable *table = load_table (self, "borders.tsv", names, columns, error);

  for (guint row = 0; table != NULL && row < chiso_table_n_rows (table); row++)
    for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
      if (in_set (chiso_table_cell (table, row, columns[0]), sets[i]))
        {
          Border border = { sets[i], chiso_table_cell (table, row, columns[1]),
                            chiso_table_cell (table, row, columns[2]) };

          g_array_append_val (self->borders, border);
        }
  return table != NULL;
}

/* "2017-10". */
static int
read_month (const char *text)
{
  return atoi (text) * 12 + (strlen (text) >= 7 ? atoi (text + 5) : 0);
}

/* Those that some list lacks, with the lists that they are on. */
static gboolean
load_changed_districts (ChisoProvinceFacts *self, GHashTable *changed, GError **error)
{
  static const char *const names[] = { "code",       "name_vi",   "kind", "province",
                                       "first_list", "last_list", NULL };
  int columns[G_N_ELEMENTS (names)];
  ChisoTable *table = load_table (self, "district_history.tsv", names, columns, error);

  for (guint row = 0; table != NULL && row < chiso_table_n_rows (table); row++)
    {
      District district = { chiso_table_cell (table, row, columns[3]),
                            chiso_table_cell (table, row, columns[1]),
                            read_month (chiso_table_cell (table, row, columns[4])),
                            read_month (chiso_table_cell (table, row, columns[5])) };

      g_array_append_val (self->districts, district);
      g_hash_table_add (changed,
                        g_strjoin (" ", chiso_table_cell (table, row, columns[0]),
                                   chiso_table_cell (table, row, columns[2]), district.name, NULL));
    }
  return table != NULL;
}

static gboolean
load_districts (ChisoProvinceFacts *self, GError **error)
{
  static const char *const names[] = { "code", "name_vi", "kind", "province", NULL };
  g_autoptr (GHashTable) changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int columns[G_N_ELEMENTS (names)];
  ChisoTable *table;

  if (!load_changed_districts (self, changed, error))
    return FALSE;
  table = load_table (self, "districts.tsv", names, columns, error);
  for (guint row = 0; table != NULL && row < chiso_table_n_rows (table); row++)
    {
      District district = { chiso_table_cell (table, row, columns[3]),
                            chiso_table_cell (table, row, columns[1]), 0, G_MAXINT };
      g_autofree char *key = g_strjoin (" ", chiso_table_cell (table, row, columns[0]),
                                        chiso_table_cell (table, row, columns[2]), district.name,
                                        NULL);

      if (!g_hash_table_contains (changed, key))
        g_array_append_val (self->districts, district);
    }
  return table != NULL;
}

ChisoProvinceFacts *
chiso_province_facts_new_from_resources (ChisoGeo *geo, GError **error)
{
  g_autoptr (ChisoProvinceFacts) self = g_new0 (ChisoProvinceFacts, 1);

  g_return_val_if_fail (geo != NULL, NULL);

  self->geo = chiso_geo_ref (geo);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_table_free);
  self->population = g_hash_table_new_full (size_hash, size_equal, g_free, NULL);
  self->communes = g_hash_table_new_full (size_hash, size_equal, g_free, NULL);
  self->borders = g_array_new (FALSE, FALSE, sizeof (Border));
  self->districts = g_array_new (FALSE, FALSE, sizeof (District));
  if (!load_population (self, error) || !load_communes (self, error) || !load_borders (self, error)
      || !load_districts (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
chiso_province_facts_free (ChisoProvinceFacts *self)
{
  if (self == NULL)
    return;
  chiso_geo_unref (self->geo);
  g_hash_table_unref (self->population);
  g_hash_table_unref (self->communes);
  g_array_unref (self->borders);
  g_array_unref (self->districts);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

static double
own_size (GHashTable *sizes, ChisoBoundary boundary, const char *code, int year)
{
  const Size *size = g_hash_table_lookup (sizes, &(Size){ boundary, code, year, 0 });

  return size != NULL ? size->value : NAN;
}

/* The sum over the provinces of the 63 that became successor (NULL: over all); NAN when one of them
 * is not known. */
static double
sum_of (const ChisoProvinceFacts *self, GHashTable *sizes, const char *successor, int year)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < chiso_geo_n_provinces (self->geo, CHISO_BOUNDARY_63); i++)
    {
      const ChisoProvince *old = chiso_geo_province (self->geo, CHISO_BOUNDARY_63, i);

      if (successor != NULL && strcmp (old->successor, successor) != 0)
        continue;
      sum += own_size (sizes, CHISO_BOUNDARY_63, old->code, year);
      n++;
    }
  return n > 0 ? sum : NAN;
}

static double
sum_of_34 (const ChisoProvinceFacts *self, GHashTable *sizes, int year)
{
  double sum = 0;

  for (guint i = 0; i < chiso_geo_n_provinces (self->geo, CHISO_BOUNDARY_34); i++)
    sum += own_size (sizes, CHISO_BOUNDARY_34,
                     chiso_geo_province (self->geo, CHISO_BOUNDARY_34, i)->code, year);
  return sum;
}

static double
size_in (const ChisoProvinceFacts *self, GHashTable *sizes, ChisoBoundary boundary,
         const char *place, int year)
{
  gboolean country = strcmp (place, "VN") == 0;
  double value;

  if (boundary == CHISO_BOUNDARY_63)
    return country ? sum_of (self, sizes, NULL, year) : own_size (sizes, boundary, place, year);
  value = country ? sum_of_34 (self, sizes, year) : own_size (sizes, boundary, place, year);
  return isnan (value) ? sum_of (self, sizes, country ? NULL : place, year) : value;
}

static double
nearest_size (const ChisoProvinceFacts *self, GHashTable *sizes, ChisoBoundary boundary,
              const char *place, int year, int *used)
{
  for (int away = 0; away <= CHISO_PROVINCE_FACTS_REACH; away++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        double value = size_in (self, sizes, boundary, place, year + sign * away);

        if (isnan (value))
          continue;
        if (used != NULL)
          *used = year + sign * away;
        return value;
      }
  return NAN;
}

double
chiso_province_facts_population (const ChisoProvinceFacts *self, ChisoBoundary boundary,
                                 const char *place, int year, int *used)
{
  g_return_val_if_fail (self != NULL && place != NULL, NAN);

  return nearest_size (self, self->population, boundary, place, year, used);
}

/* Of the 63 that became a province of the 34, at the end of their time or before. */
static double
nearest_former (const ChisoProvinceFacts *self, const char *place, int year, int *used)
{
  gboolean country = strcmp (place, "VN") == 0;

  for (int away = 0; away <= CHISO_PROVINCE_FACTS_REACH; away++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        double value = sum_of (self, self->communes, country ? NULL : place, year + sign * away);

        if (isnan (value))
          continue;
        if (used != NULL)
          *used = year + sign * away;
        return value;
      }
  return NAN;
}

double
chiso_province_facts_communes (const ChisoProvinceFacts *self, ChisoBoundary boundary,
                               const char *place, const ChisoPeriod *period, int *used)
{
  gboolean after;
  int year;

  g_return_val_if_fail (self != NULL && place != NULL && period != NULL, NAN);

  after = chiso_period_is_after_mergers (period);
  year = chiso_period_last_year (period);
  if (!after && boundary == CHISO_BOUNDARY_34)
    return nearest_former (self, place, year, used);
  if (after && (strcmp (place, "VN") == 0 || chiso_geo_is_unchanged (self->geo, place)))
    boundary = CHISO_BOUNDARY_34;
  return nearest_size (self, self->communes, boundary, place, year, used);
}

/* The month of the last list up to month, or where after of the next one from it on. */
static int
list_near (const ChisoProvinceFacts *self, int month, gboolean after)
{
  int earliest = G_MAXINT, latest = 0, near = after ? G_MAXINT : 0;

  for (guint i = 0; i < self->districts->len; i++)
    {
      const District *district = &g_array_index (self->districts, District, i);
      const int lists[] = { district->first, district->last };

      for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
        {
          if (lists[k] == 0 || lists[k] == G_MAXINT)
            continue;
          earliest = MIN (earliest, lists[k]);
          latest = MAX (latest, lists[k]);
          if (after && lists[k] >= month)
            near = MIN (near, lists[k]);
          else if (!after && lists[k] <= month)
            near = MAX (near, lists[k]);
        }
    }
  return CLAMP (near, earliest, latest);
}

/* The different names of the province's districts on the list of that month. */
static guint
count_districts (const ChisoProvinceFacts *self, const char *place, int list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->districts->len; i++)
    {
      const District *district = &g_array_index (self->districts, District, i);

      if (district->first <= list && list <= district->last
          && strcmp (district->province, place) == 0)
        g_hash_table_add (seen, (gpointer) district->name);
    }
  return g_hash_table_size (seen);
}

static gboolean
are_districts (const ChisoProvinceFacts *self, const char *place, const char *const *names, guint n)
{
  guint n_known = 0;

  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < self->districts->len; i++)
      {
        const District *district = &g_array_index (self->districts, District, i);

        if (strcmp (district->province, place) == 0 && strcmp (district->name, names[k]) == 0)
          {
            n_known++;
            break;
          }
      }
  return 2 * n_known > n;
}

guint
chiso_province_facts_units (const ChisoProvinceFacts *self, ChisoBoundary boundary,
                            const char *place, const ChisoPeriod *period, const char *const *names,
                            guint n)
{
  ChisoDate end;
  double before, now;
  int month, year;
  guint count;

  g_return_val_if_fail (self != NULL && place != NULL && period != NULL, 0);
  g_return_val_if_fail (names != NULL || n == 0, 0);

  end = period->open_end ? period->start : period->end;
  year = end.year;
  month = year * 12 + (end.month != 0 ? end.month : 12);
  if (!chiso_period_is_after_mergers (period) && are_districts (self, place, names, n))
    {
      count = count_districts (self, place, list_near (self, month, TRUE));
      return count == n ? n : count_districts (self, place, list_near (self, month, FALSE));
    }
  now = chiso_province_facts_communes (self, boundary, place, period, NULL);
  before = size_in (self, self->communes, boundary, place, year - 1);
  if (before == n && !chiso_period_is_after_mergers (period))
    return n;
  return isnan (now) ? 0 : (guint) now;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char **
chiso_province_facts_neighbours (const ChisoProvinceFacts *self, ChisoBoundary boundary,
                                 const char *place)
{
  GPtrArray *codes = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && place != NULL, NULL);

  for (guint i = 0; i < self->borders->len; i++)
    {
      const Border *border = &g_array_index (self->borders, Border, i);

      if (border->boundary != boundary)
        continue;
      if (strcmp (border->a, place) == 0)
        g_ptr_array_add (codes, (gpointer) border->b);
      else if (strcmp (border->b, place) == 0)
        g_ptr_array_add (codes, (gpointer) border->a);
    }
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return (const char **) g_ptr_array_free (codes, FALSE);
}

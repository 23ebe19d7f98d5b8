/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry over the tables it ships with: each row of the data is a test case. */

#include "core/chiso-geo.h"

#include <string.h>

static const ChisoBoundary sets[] = { CHISO_BOUNDARY_63, CHISO_BOUNDARY_34 };

static ChisoGeo *
geo_new (void)
{
  g_autoptr (GError) error = NULL;
  ChisoGeo *geo = chiso_geo_new_from_resources (&error);

  g_assert_no_error (error);
  return geo;
}

static void
test_provinces (void)
{
  g_autoptr (ChisoGeo) geo = geo_new ();

  g_assert_cmpuint (chiso_geo_n_provinces (geo, CHISO_BOUNDARY_63), ==, 63);
  g_assert_cmpuint (chiso_geo_n_provinces (geo, CHISO_BOUNDARY_34), ==, 34);
  for (guint s = 0; s < G_N_ELEMENTS (sets); s++)
    for (guint i = 0; i < chiso_geo_n_provinces (geo, sets[s]); i++)
      {
        const ChisoProvince *province = chiso_geo_province (geo, sets[s], i);
        const ChisoProvince *successor = chiso_geo_find_code (geo, CHISO_BOUNDARY_34,
                                                              province->successor);

        g_test_message ("%s %s", province->code, province->name_vi);
        g_assert_cmpuint (strlen (province->code), ==, 2);
        g_assert_true (chiso_geo_find_code (geo, sets[s], province->code) == province);
        g_assert_cmpint (province->boundary, ==, sets[s]);
        g_assert_cmpint (*province->name_vi, !=, '\0');
        g_assert_cmpint (*province->name_en, !=, '\0');
        g_assert_cmpint (*province->region, !=, '\0');
        g_assert_nonnull (successor);
        if (sets[s] == CHISO_BOUNDARY_34)
          g_assert_true (successor == province);
        g_assert_cmpint (province->tile_row, >=, 0);
        g_assert_cmpint (province->tile_col, >=, 0);
        g_assert_cmpuint (strlen (province->brief), ==, 3);
        for (guint j = 0; j < i; j++)
          {
            const ChisoProvince *other = chiso_geo_province (geo, sets[s], j);

            g_assert_cmpstr (other->code, <, province->code);
            g_assert_false (other->tile_row == province->tile_row
                            && other->tile_col == province->tile_col);
            g_assert_cmpstr (other->brief, !=, province->brief);
          }
      }
  g_assert_null (chiso_geo_find_code (geo, CHISO_BOUNDARY_34, "02"));
  g_assert_null (chiso_geo_find_code (geo, CHISO_BOUNDARY_63, ""));
}

/* Every province of the 34 is the successor of itself and of at least one of the 63. */
static void
test_successors (void)
{
  g_autoptr (ChisoGeo) geo = geo_new ();

  for (guint i = 0; i < chiso_geo_n_provinces (geo, CHISO_BOUNDARY_34); i++)
    {
      const ChisoProvince *now = chiso_geo_province (geo, CHISO_BOUNDARY_34, i);
      guint n = 0;

      for (guint j = 0; j < 63; j++)
        n += strcmp (chiso_geo_province (geo, CHISO_BOUNDARY_63, j)->successor, now->code) == 0;
      g_test_message ("%s", now->name_vi);
      g_assert_cmpuint (n, >=, 1);
      g_assert_cmpuint (n, <=, 3);
    }
}

/* Every alias, however it is typed, leads to its own code in each set that it is a name of. */
static void
test_aliases (void)
{
  g_autoptr (ChisoGeo) geo = geo_new ();
  guint n;
  const ChisoAlias *aliases = chiso_geo_aliases (geo, &n);

  g_assert_cmpuint (n, >, 63);
  for (guint i = 0; i < n; i++)
    for (guint s = 0; s < G_N_ELEMENTS (sets); s++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *code = NULL;

        if (!(sets[s] == CHISO_BOUNDARY_63 ? aliases[i].in_63 : aliases[i].in_34))
          continue;
        g_test_message ("%s, %d", aliases[i].text, sets[s]);
        code = chiso_geo_resolve (geo, sets[s], aliases[i].text, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (code, ==, aliases[i].code);
        g_assert_true (strcmp (code, "VN") == 0
                       || chiso_geo_find_code (geo, sets[s], code) != NULL);
      }
}

static void
test_resolve (void)
{
  static const struct
  {
    ChisoBoundary boundary;
    const char *text, *place;
  } rows[] = {
    { CHISO_BOUNDARY_63, "Nghệ An", "40" },
    { CHISO_BOUNDARY_63, "nghe an", "40" },
    { CHISO_BOUNDARY_63, "NGHỆ AN", "40" },
    { CHISO_BOUNDARY_63, "40", "40" },
    { CHISO_BOUNDARY_63, " TP.HCM ", "79" },
    { CHISO_BOUNDARY_63, "Hoà Bình", "17" },
    { CHISO_BOUNDARY_63, "Ðắk Lắk", "66" },
    { CHISO_BOUNDARY_63, "Nam Định", "36" },
    { CHISO_BOUNDARY_63, "40/Nam Đàn", "40/Nam Đàn" },
    { CHISO_BOUNDARY_63, "Nghệ An/Nam Đàn", "40/Nam Đàn" },
    { CHISO_BOUNDARY_63, "cả nước", "VN" },
    { CHISO_BOUNDARY_34, "Vietnam", "VN" },
    { CHISO_BOUNDARY_34, "Ninh Bình", "37" },
    { CHISO_BOUNDARY_34, "Nghệ An", "40" },
  };
  static const char *const unknown[] = { "", "Atlantis", "99", "Nam Đàn/40", "02" };
  g_autoptr (ChisoGeo) geo = geo_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = chiso_geo_resolve (geo, rows[i].boundary, rows[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (place, ==, rows[i].place);
    }
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (chiso_geo_resolve (geo, CHISO_BOUNDARY_34, unknown[i], &error));
      g_assert_error (error, CHISO_GEO_ERROR, CHISO_GEO_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, unknown[i]));
    }
}

static void
test_names (void)
{
  static const struct
  {
    ChisoBoundary boundary;
    const char *place, *vi, *en;
  } rows[] = {
    { CHISO_BOUNDARY_63, "40", "Nghệ An", "Nghe An" },
    { CHISO_BOUNDARY_34, "40", "Nghệ An", "Nghe An" },
    { CHISO_BOUNDARY_63, "40/Nam Đàn", "Nam Đàn (Nghệ An)", "Nam Đàn (Nghe An)" },
    { CHISO_BOUNDARY_63, "VN", "Cả nước", "Vietnam" },
    { CHISO_BOUNDARY_63, "37", "Ninh Bình", "Ninh Binh" },
    { CHISO_BOUNDARY_34, "37", "Ninh Bình (từ 7/2025)", "Ninh Binh (since 7/2025)" },
    { CHISO_BOUNDARY_34, "02", "02", "02" },
    { CHISO_BOUNDARY_63, "", "", "" },
  };
  g_autoptr (ChisoGeo) geo = geo_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *vi = chiso_geo_place_name (geo, rows[i].boundary, rows[i].place, "vi");
      g_autofree char *en = chiso_geo_place_name (geo, rows[i].boundary, rows[i].place, "en");

      g_assert_cmpstr (vi, ==, rows[i].vi);
      g_assert_cmpstr (en, ==, rows[i].en);
    }
}

/* Districts and false friends name provinces of the 63, and no text stands twice for two things. */
static void
test_smaller_places (void)
{
  g_autoptr (ChisoGeo) geo = geo_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const ChisoDistrict *districts = chiso_geo_districts (geo, &n);
  const ChisoFalseFriend *friends;

  /* Those of June 2025, and the ended ones that older reports name. */
  g_assert_cmpuint (n, >, 696);
  for (guint i = 0; i < n; i++)
    {
      const ChisoDistrict *d = &districts[i];

      g_assert_nonnull (chiso_geo_find_code (geo, CHISO_BOUNDARY_63, d->province));
      g_assert_true (strcmp (d->kind, "huyện") == 0 || strcmp (d->kind, "quận") == 0
                     || strcmp (d->kind, "thị xã") == 0 || strcmp (d->kind, "thành phố") == 0);
      g_assert_true (
          g_hash_table_add (seen, g_strdup_printf ("%s %s/%s", d->province, d->kind, d->name)));
    }
  friends = chiso_geo_false_friends (geo, &n);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = chiso_fold_search (friends[i].text);
      g_autofree char *name = chiso_fold_search (friends[i].name);

      g_assert_nonnull (chiso_geo_find_code (geo, CHISO_BOUNDARY_63, friends[i].province));
      g_assert_true (g_str_has_suffix (text, name));
    }
}

/* The names of what a search finds, "|" between them. */
static char *
search (ChisoGeo *geo, ChisoBoundary boundary, const char *text)
{
  g_autoptr (GPtrArray) found = chiso_geo_search (geo, boundary, text);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "",
                            ((const ChisoProvince *) found->pdata[i])->name_vi);
  return g_string_free (names, FALSE);
}

static void
test_search (void)
{
  static const struct
  {
    const char *text, *found;
    ChisoBoundary boundary;
  } rows[] = {
    { "NA", "Nghệ An", CHISO_BOUNDARY_63 }, /* and not Nam Định, which begins so */
    { "HN", "Hà Nội|Hà Nam", CHISO_BOUNDARY_63 },
    { "HN", "Hà Nội", CHISO_BOUNDARY_34 },
    { "ba ria", "Bà Rịa - Vũng Tàu", CHISO_BOUNDARY_63 },
    { "vũng tàu", "Bà Rịa - Vũng Tàu", CHISO_BOUNDARY_63 },
    { "Bà Rịa", "", CHISO_BOUNDARY_34 }, /* part of another one, which is more than it */
    { "quảng n", "Quảng Ninh|Quảng Nam|Quảng Ngãi", CHISO_BOUNDARY_63 },
    { "ghe an", "", CHISO_BOUNDARY_63 },
    { "", "", CHISO_BOUNDARY_63 },
  };
  g_autoptr (ChisoGeo) geo = geo_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = search (geo, rows[i].boundary, rows[i].text);

      g_assert_cmpstr (found, ==, rows[i].found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/geo/provinces", test_provinces);
  g_test_add_func ("/core/geo/successors", test_successors);
  g_test_add_func ("/core/geo/aliases", test_aliases);
  g_test_add_func ("/core/geo/resolve", test_resolve);
  g_test_add_func ("/core/geo/search", test_search);
  g_test_add_func ("/core/geo/names", test_names);
  g_test_add_func ("/core/geo/smaller-places", test_smaller_places);
  return g_test_run ();
}

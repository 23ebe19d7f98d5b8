/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing from coverage: years, places, indicators, what to compare first. */

#include "app-support.h"
#include "app/chiso-coverage.h"

static const char *const lines[] = {
  "08 ntm_communes 2021", "08 ntm_communes 2022",    "08 ntm_communes 2023",
  "40 ntm_communes 2022", "40 ntm_communes 2023",    "VN ntm_communes 2023",
  "40 grdp_growth 2020",  "37 ntm_communes 2025 34", NULL,
};

static void
test_place_key (void)
{
  g_autofree char *key = chiso_place_key (CHISO_BOUNDARY_34, "40/Nam Đàn");
  ChisoBoundary boundary;
  const char *place;

  g_assert_cmpstr (key, ==, "34:40/Nam Đàn");
  g_assert_true (chiso_place_key_parse (key, &boundary, &place));
  g_assert_cmpint (boundary, ==, CHISO_BOUNDARY_34);
  g_assert_cmpstr (place, ==, "40/Nam Đàn");
  g_assert_false (chiso_place_key_parse ("40", &boundary, &place));
  g_assert_false (chiso_place_key_parse ("63:", &boundary, &place));
  g_assert_false (chiso_place_key_parse (NULL, &boundary, &place));
}

static void
test_years (void)
{
  g_autoptr (GPtrArray) coverage = test_coverage_new (lines);
  g_autoptr (GArray) all = chiso_coverage_years (coverage, NULL, NULL);
  g_autoptr (GArray) own = chiso_coverage_years (coverage, "63:40", "ntm_communes");
  g_autoptr (GArray) none = chiso_coverage_years (coverage, "34:40", NULL);

  g_assert_cmpuint (all->len, ==, 5);
  g_assert_cmpint (g_array_index (all, int, 0), ==, 2025);
  g_assert_cmpint (g_array_index (all, int, 4), ==, 2020);
  g_assert_cmpuint (own->len, ==, 2);
  g_assert_cmpint (g_array_index (own, int, 0), ==, 2023);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_opening_empty (void)
{
  const char *const nothing[] = { NULL };
  g_autoptr (GPtrArray) coverage = test_coverage_new (nothing);
  char *key = NULL;
  int year;

  g_assert_false (chiso_coverage_opening (coverage, &key, &year));
  g_assert_null (key);
  g_assert_null (chiso_coverage_widest_indicator (coverage));
}

static void
test_longest_places (void)
{
  g_autoptr (GPtrArray) coverage = test_coverage_new (lines);
  ChisoBoundary boundary;
  g_auto (GStrv) places = chiso_coverage_longest_places (coverage, "ntm_communes", 5, &boundary);

  g_assert_cmpstr (chiso_coverage_widest_indicator (coverage), ==, "ntm_communes");
  /* The country is no province, and one of the other set is not compared. */
  g_assert_cmpuint (g_strv_length (places), ==, 2);
  g_assert_cmpstr (places[0], ==, "08");
  g_assert_cmpstr (places[1], ==, "40");
  g_assert_cmpint (boundary, ==, CHISO_BOUNDARY_63);
}

static const ChisoChoice *
find (GPtrArray *choices, const char *key)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((ChisoChoice *) choices->pdata[i])->key, key))
      return choices->pdata[i];
  return NULL;
}

static void
test_place_choices (void)
{
  g_autoptr (ChisoSession) session = test_session_new ();
  g_autoptr (GPtrArray) coverage = test_coverage_new (lines);
  g_autoptr (GPtrArray) choices = chiso_coverage_place_choices (coverage, session, NULL);

  /* What has figures comes first, the country at the head. */
  g_assert_cmpstr (((ChisoChoice *) choices->pdata[0])->key, ==, "63:VN");
  g_assert_cmpstr (((ChisoChoice *) choices->pdata[1])->key, ==, "63:40");
  g_assert_cmpstr (((ChisoChoice *) choices->pdata[2])->key, ==, "63:08");
  g_assert_cmpstr (find (choices, "63:40")->detail, ==, "3 figures");
  g_assert_cmpstr (find (choices, "63:01")->detail, ==, "none");
  g_assert_cmpstr (find (choices, "34:37")->group, ==, "Provinces since July 2025");
  /* Hà Nội was not merged: it is offered once. */
  g_assert_null (find (choices, "34:01"));
}

static void
test_indicator_choices (void)
{
  g_autoptr (ChisoSession) session = test_session_new ();
  g_autoptr (GPtrArray) coverage = test_coverage_new (lines);
  g_autoptr (GPtrArray) choices = chiso_coverage_indicator_choices (coverage, session);

  g_assert_cmpuint (choices->len, ==,
                    chiso_catalogue_n_indicators (chiso_session_get_catalogue (session)));
  g_assert_cmpstr (find (choices, "ntm_communes")->detail, ==, "3 provinces · 4 years");
  g_assert_cmpstr (find (choices, "grdp_growth")->detail, ==, "1 province · 1 year");
  g_assert_cmpstr (find (choices, "citizen_receptions")->detail, ==, "none");
  for (guint i = 1; i < choices->len; i++)
    {
      const ChisoChoice *before = choices->pdata[i - 1], *choice = choices->pdata[i];

      /* A group that was left does not come again. */
      for (guint j = 0; j + 1 < i && g_strcmp0 (before->group, choice->group) != 0; j++)
        g_assert_cmpstr (((ChisoChoice *) choices->pdata[j])->group, !=, choice->group);
    }
}

/* One code of the 63 and one of the 34 are one province where nothing changed; one of the 34 counts where
 * none of those that it was made of does, or there were more than 63; a country alone is no province. */
static void
test_indicator_reach (void)
{
  static const char *const mixed[] = {
    "08 ntm_communes 2021", "08 ntm_communes 2025 34", "37 ntm_communes 2025 34",
    "40 ntm_communes 2024", "40 ntm_communes 2025 34", "VN ntm_communes 2025",
    "VN grdp_growth 2020",  "VN grdp_growth 2021",     NULL,
  };
  g_autoptr (ChisoSession) session = test_session_new ();
  g_autoptr (GPtrArray) coverage = test_coverage_new (mixed);
  g_autoptr (GPtrArray) choices = chiso_coverage_indicator_choices (coverage, session);

  g_assert_cmpstr (find (choices, "ntm_communes")->detail, ==, "3 provinces · 3 years");
  g_assert_cmpstr (find (choices, "grdp_growth")->detail, ==, "the country · 2 years");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/coverage/place-key", test_place_key);
  g_test_add_func ("/app/coverage/years", test_years);
  g_test_add_func ("/app/coverage/opening-empty", test_opening_empty);
  g_test_add_func ("/app/coverage/longest-places", test_longest_places);
  g_test_add_func ("/app/coverage/place-choices", test_place_choices);
  g_test_add_func ("/app/coverage/indicator-choices", test_indicator_choices);
  g_test_add_func ("/app/coverage/indicator-reach", test_indicator_reach);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the Overview below its charts: what is missing, the order of tiles, what is to be
 * reviewed. */

#include "app-support.h"
#include "app/chiso-coverage.h"
#include "app/chiso-missing.h"
#include "app/chiso-overview-needs.h"
#include "app/chiso-tile-list.h"
#include "core/chiso-catalogue-load.h"
#include "core/chiso-store-decisions.h"
#include "record-support.h"
#include "test-display.h"

static char *
words_of_missing (const char *const *lines, const char *key, int year)
{
  g_autoptr (GPtrArray) coverage = test_coverage_new (lines);
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, NULL);
  g_autoptr (GArray) list = chiso_missing_list (coverage, catalogue, key, year);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const ChisoMissing *missing = &g_array_index (list, ChisoMissing, i);

      g_string_append_printf (text, "%s%s %d %u", i > 0 ? " | " : "", missing->indicator->id,
                              missing->nearest_year, missing->n_others);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_missing (void)
{
  static const char *const lines[] = {
    "40 ntm_communes 2021",         "40 ntm_communes 2022",
    "40 dialogue_sessions 2019",    "40 dialogue_sessions 2020",
    "40 poverty_rate 2023",         "01 ntm_communes 2023",
    "40 supervision_sessions 2024", "40/Nam_Đàn grdp_growth 2023",
    "01 grdp_growth 2023",          "VN grdp_growth 2023",
    "38 grdp_growth 2023",          "37 grdp_growth 2023 34",
    "01 citizens_received 2023",    "38 citizens_received 2023",
    "42 citizens_received 2023",    NULL,
  };
  g_autofree char *one = words_of_missing (lines, "63:40", 2023);
  g_autofree char *other_set = words_of_missing (lines, "34:40", 2023);
  g_autofree char *no_place = words_of_missing (lines, "40", 2023);

  /* Growth is told by two other provinces of the set only: the country, a district and one of the
   * other set count for nothing. */
  g_assert_cmpstr (one, ==,
                   "citizens_received 0 3 | ntm_communes 2022 1 | supervision_sessions 2024 0 | "
                   "dialogue_sessions 2020 0");
  g_assert_cmpstr (other_set, ==, "");
  g_assert_cmpstr (no_place, ==, "");
}

/* Neither what nobody asks for nor a year that is as near but earlier. */
static void
test_missing_nearest (void)
{
  static const char *const lines[] = { "40 ntm_communes 2020", "40 ntm_communes 2024",
                                       "40 ntm_communes 2015", NULL };
  g_autofree char *between = words_of_missing (lines, "63:40", 2022);
  g_autofree char *reported = words_of_missing (lines, "63:40", 2024);

  g_assert_cmpstr (between, ==, "ntm_communes 2024 0");
  g_assert_cmpstr (reported, ==, "");
}

typedef struct
{
  char *folder;
  ChisoSession *session;
  GPtrArray *coverage;
  GtkWidget *needs;
  guint n_counted;
} Fixture;

static void
counted_cb (Fixture *fixture)
{
  fixture->n_counted++;
}

static gboolean
set_up (Fixture *fixture)
{
  if (!test_display_needed ())
    return FALSE;
  fixture->session = test_session_new_with_library (&fixture->folder);
  fixture->coverage = chiso_store_coverage_sync (chiso_session_get_store (fixture->session), NULL);
  fixture->needs = g_object_ref_sink (g_object_new (CHISO_TYPE_OVERVIEW_NEEDS, NULL));
  g_signal_connect_swapped (fixture->needs, "counted", G_CALLBACK (counted_cb), fixture);
  return TRUE;
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (fixture->needs);
  g_ptr_array_unref (fixture->coverage);
  test_session_end (fixture->session, fixture->folder);
}

static void
show (Fixture *fixture, const char *key, int year)
{
  guint before = fixture->n_counted;

  chiso_overview_needs_show (CHISO_OVERVIEW_NEEDS (fixture->needs), fixture->session,
                             fixture->coverage, key, year);
  while (fixture->n_counted == before)
    g_main_context_iteration (NULL, TRUE);
}

/* The starter library has an article that states 52.49 % of 226/431 for Nghệ An in 2019. */
static void
test_reviews (void)
{
  Fixture fixture = { NULL };
  ChisoOverviewNeeds *needs;

  if (!set_up (&fixture))
    return;
  needs = CHISO_OVERVIEW_NEEDS (fixture.needs);
  show (&fixture, "63:40", 2019);
  g_assert_cmpuint (chiso_overview_needs_get_n_reviews (needs), >=, 1);
  g_assert_true (g_str_has_suffix (chiso_overview_needs_get_review (needs, 0),
                                   "226 of 431 is 52.44%, but 52.49% is stated."));
  g_assert_cmpuint (chiso_overview_needs_get_n_missing (needs), >, 0);
  /* What is wrong with one year is no matter of another. */
  show (&fixture, "63:40", 2016);
  for (guint i = 0; i < chiso_overview_needs_get_n_reviews (needs); i++)
    g_assert_null (strstr (chiso_overview_needs_get_review (needs, i), "52.49%"));
  tear_down (&fixture);
}

/* A conflict that a person has decided is not asked about again. */
static void
test_decided (void)
{
  static const char *const communes[] = { "ntm_communes", NULL };
  static const char *const place[] = { "52", NULL };
  const ChisoQuery query = {
    .indicators = communes, .places = place, .first_year = 2015, .last_year = 2015
  };
  Fixture fixture = { NULL };
  g_autoptr (GPtrArray) records = NULL;
  ChisoOverviewNeeds *needs;
  guint before;

  if (!set_up (&fixture))
    return;
  needs = CHISO_OVERVIEW_NEEDS (fixture.needs);
  show (&fixture, "63:52", 2015);
  before = chiso_overview_needs_get_n_reviews (needs);
  g_assert_cmpuint (before, >=, 1);
  records = chiso_store_query_sync (chiso_session_get_store (fixture.session), &query, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = records->pdata[i];

      if (record->observation->value == 28)
        g_assert_cmpint (chiso_store_decide_sync (chiso_session_get_store (fixture.session),
                                                  record->id, CHISO_DECISION_CHOOSE,
                                                  CHISO_REASON_OTHER_PERIOD, NULL, 1700000000,
                                                  NULL),
                         >, 0);
    }
  show (&fixture, "63:52", 2015);
  g_assert_cmpuint (chiso_overview_needs_get_n_reviews (needs), ==, before - 1);
  tear_down (&fixture);
}

/* Changes of either sign by their size, stated or computed, before what has none. */
static void
test_tiles (void)
{
  g_autoptr (ChisoSession) session = NULL;
  g_autoptr (GPtrArray) records = test_records_new ();
  GtkWidget *widget;
  ChisoTileList *list;

  if (!test_display_needed ())
    return;
  test_records_add (records, "dialogue_sessions 40 2023 level 12");
  test_records_add (records, "citizens_received 40 2022 level 100");
  test_records_add (records, "citizens_received 40 2023 level 90");
  test_records_add (records, "citizen_receptions 40 2023 ratio 1.05 2022");
  test_records_add (records, "petitions_received 40 2023 ratio 0.6 2022");
  session = test_session_new ();
  widget = g_object_ref_sink (g_object_new (CHISO_TYPE_TILE_LIST, NULL));
  list = CHISO_TILE_LIST (widget);
  chiso_tile_list_show (list, session, records, CHISO_BOUNDARY_63, "40", 2023);
  g_assert_cmpstr (chiso_tile_list_get_name (list, 0), ==, "Petitions received");
  g_assert_cmpstr (chiso_tile_list_get_name (list, 1), ==, "Citizens received");
  g_assert_cmpstr (chiso_tile_list_get_name (list, 2), ==, "Citizen receptions");
  g_assert_cmpstr (chiso_tile_list_get_name (list, 3), ==, "Dialogues with the people");
  g_assert_null (chiso_tile_list_get_name (list, 4));
  g_assert_finalize_object (widget);
}

int
main (int argc, char **argv)
{
  if (test_display_init (&argc, &argv))
    adw_init ();
  g_test_add_func ("/app/overview/missing", test_missing);
  g_test_add_func ("/app/overview/missing-nearest", test_missing_nearest);
  g_test_add_func ("/app/overview/reviews", test_reviews);
  g_test_add_func ("/app/overview/decided", test_decided);
  g_test_add_func ("/app/overview/tiles", test_tiles);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of the Compare page: defaults, consistency, memory. */

#include "app-support.h"
#include "app/chiso-application.h"
#include "app/chiso-compare-presets.h"

static ChisoGeo *geo;

static const char *const lines[] = {
  "08 ntm_communes 2021",
  "08 ntm_communes 2022",
  "40 ntm_communes 2022",
  "40 ntm_communes 2023",
  "38 grdp_growth 2022",
  "38 grdp_growth 2023",
  NULL,
};

static void
test_complete (void)
{
  g_autoptr (ChisoComparison) state = chiso_comparison_new ();
  g_autoptr (GPtrArray) coverage = test_coverage_new (lines);

  chiso_compare_state_complete (state, coverage);
  g_assert_cmpstr (state->indicator, ==, "ntm_communes");
  g_assert_cmpuint (state->places->len, ==, 2);
  /* What the person chose is not changed. */
  chiso_compare_state_remove_place (state, "08");
  chiso_compare_state_complete (state, coverage);
  g_assert_cmpuint (state->places->len, ==, 1);
}

static void
test_complete_empty (void)
{
  const char *const nothing[] = { NULL };
  g_autoptr (ChisoComparison) state = chiso_comparison_new ();
  g_autoptr (GPtrArray) coverage = test_coverage_new (nothing);

  chiso_compare_state_complete (state, coverage);
  g_assert_null (state->indicator);
  g_assert_cmpuint (state->places->len, ==, 0);
}

static void
test_set_indicator (void)
{
  g_autoptr (ChisoComparison) state = chiso_comparison_new ();
  g_autoptr (GPtrArray) coverage = test_coverage_new (lines);

  chiso_compare_state_complete (state, coverage);
  state->first_year = 2022;
  chiso_compare_state_set_indicator (state, "grdp_growth", coverage, geo);
  /* None of the places has it, so that others are chosen; the range was of the other one. */
  g_assert_cmpuint (state->places->len, ==, 1);
  g_assert_cmpstr (state->places->pdata[0], ==, "38");
  g_assert_cmpint (state->first_year, ==, 0);
}

/* A scatter chart is given the indicator that has most years of places in common. */
static void
test_across (void)
{
  static const char *const pairs[] = {
    "08 ntm_communes 2021",
    "08 ntm_communes 2022",
    "40 ntm_communes 2022",
    "40 poverty_rate 2021",
    "08 poverty_rate 2023",
    "08 grdp_growth 2021",
    "40 grdp_growth 2022",
    "01 poverty_rate 2020",
    "02 poverty_rate 2020",
    "40 citizen_denunciations 2022",
    NULL,
  };
  g_autoptr (ChisoComparison) state = chiso_comparison_new ();
  g_autoptr (GPtrArray) coverage = test_coverage_new (pairs);
  g_autoptr (GPtrArray)
      alone = test_coverage_new ((const char *const[]){ pairs[0], pairs[3], NULL });

  state->kind = PLOT_KIND_SCATTER;
  state->indicator = g_strdup ("ntm_communes");
  chiso_compare_state_complete (state, coverage);
  g_assert_cmpstr (state->across, ==, "grdp_growth");
  g_assert_cmpint (state->kind, ==, PLOT_KIND_SCATTER);
  /* What the person chose stays, and choosing one for both turns them round. */
  chiso_compare_state_set_across (state, "poverty_rate");
  chiso_compare_state_complete (state, coverage);
  g_assert_cmpstr (state->across, ==, "poverty_rate");
  chiso_compare_state_set_across (state, "ntm_communes");
  g_assert_cmpstr (state->indicator, ==, "poverty_rate");
  g_assert_cmpstr (state->across, ==, "ntm_communes");
  chiso_compare_state_set_indicator (state, "ntm_communes", coverage, geo);
  g_assert_cmpstr (state->indicator, ==, "ntm_communes");
  g_assert_cmpstr (state->across, ==, "poverty_rate");
  /* Nothing to set it against. */
  g_clear_pointer (&state->across, g_free);
  chiso_compare_state_complete (state, alone);
  g_assert_null (state->across);
  g_assert_cmpint (state->kind, ==, PLOT_KIND_LINE);
}

static void
test_places (void)
{
  g_autoptr (ChisoComparison) state = chiso_comparison_new ();

  g_assert_true (chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "40"));
  g_assert_false (chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "40"));
  for (int i = 1; i < CHISO_COMPARE_MAX_PLACES; i++)
    {
      g_autofree char *place = g_strdup_printf ("40/%02d", i);

      g_assert_true (chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, place));
    }
  g_assert_false (chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "38"));
  g_assert_cmpuint (state->places->len, ==, CHISO_COMPARE_MAX_PLACES);
}

static char *
places_of (const ChisoCompareState *state)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < state->places->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) state->places->pdata[i]);
  return g_string_free (text, FALSE);
}

#define assert_places(state, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *got = places_of (state);                                                      \
    g_assert_cmpstr (got, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

/* 02 and 08 (Hà Giang, Tuyên Quang) became 08 of the 34; 40 (Nghệ An) did not change. */
static void
test_boundaries (void)
{
  g_autoptr (ChisoComparison) state = chiso_comparison_new ();

  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "02");
  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "VN");
  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "08");
  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "40");
  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "40/Nam Đàn");
  chiso_compare_state_set_boundary (state, geo, CHISO_BOUNDARY_34);
  assert_places (state, "08 VN 40");
  chiso_compare_state_set_boundary (state, geo, CHISO_BOUNDARY_63);
  assert_places (state, "02 08 VN 40");
  /* A place of the other set takes the others with it; one that did not change does not. */
  g_assert_true (chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_34, "38"));
  g_assert_cmpint (state->boundary, ==, CHISO_BOUNDARY_63);
  g_assert_true (chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_34, "37"));
  g_assert_cmpint (state->boundary, ==, CHISO_BOUNDARY_34);
  assert_places (state, "08 VN 40 38 37");
}

static void
test_order (void)
{
  g_autoptr (ChisoComparison) state = chiso_comparison_new ();

  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "02");
  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "08");
  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "40");
  g_assert_true (chiso_compare_state_move_place (state, "40", -2));
  assert_places (state, "40 02 08");
  g_assert_false (chiso_compare_state_move_place (state, "40", -1));
  g_assert_false (chiso_compare_state_move_place (state, "08", 1));
  g_assert_true (chiso_compare_state_move_place (state, "40", 1));
  assert_places (state, "02 40 08");
}

static void
test_presets (void)
{
  g_autoptr (ChisoComparison) state = chiso_comparison_new ();
  g_autoptr (ChisoSession) session = test_session_new ();
  ChisoProvinceFacts *facts = chiso_session_get_facts (session);

  g_assert_false (chiso_compare_state_apply_preset (state, CHISO_PRESET_REGION, geo, facts));
  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "40");
  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_63, "01");
  g_assert_true (chiso_compare_state_apply_preset (state, CHISO_PRESET_NEIGHBOURS, geo, facts));
  assert_places (state, "40 38 42");
  g_assert_false (chiso_compare_state_apply_preset (state, CHISO_PRESET_NEIGHBOURS, geo, facts));
  g_assert_true (chiso_compare_state_apply_preset (state, CHISO_PRESET_ALL, geo, facts));
  g_assert_cmpuint (state->places->len, ==, 63);
  g_assert_cmpstr (state->places->pdata[0], ==, "40");
}

static void
test_memory (void)
{
  g_autoptr (GSettings) settings = chiso_application_find_settings ();
  g_autoptr (ChisoSession) session = test_session_new ();
  g_autoptr (ChisoComparison) state = chiso_comparison_new ();
  g_autoptr (ChisoComparison) again = NULL;
  ChisoCatalogue *catalogue = chiso_session_get_catalogue (session);

  g_assert_nonnull (settings);
  state->indicator = g_strdup ("ntm_communes");
  chiso_compare_state_add_place (state, geo, CHISO_BOUNDARY_34, "37");
  state->first_year = 2020;
  state->kind = PLOT_KIND_COLUMN;
  state->show = CHISO_SHOW_INDEX;
  state->base_year = 2018;
  chiso_compare_state_save (state, settings);

  again = chiso_compare_state_load (settings, catalogue, geo);
  g_assert_cmpstr (again->indicator, ==, "ntm_communes");
  g_assert_cmpuint (again->places->len, ==, 1);
  g_assert_cmpstr (again->places->pdata[0], ==, "37");
  g_assert_cmpint (again->boundary, ==, CHISO_BOUNDARY_34);
  g_assert_cmpint (again->first_year, ==, 2020);
  g_assert_cmpint (again->last_year, ==, 0);
  g_assert_cmpint (again->kind, ==, PLOT_KIND_COLUMN);
  g_assert_cmpint (again->show, ==, CHISO_SHOW_INDEX);
  g_assert_cmpint (again->base_year, ==, 2018);
}

/* An indicator of a catalogue.d that was taken away is forgotten. */
static void
test_unknown_indicator (void)
{
  g_autoptr (GSettings) settings = chiso_application_find_settings ();
  g_autoptr (ChisoSession) session = test_session_new ();
  g_autoptr (ChisoComparison) state = NULL;

  g_settings_set_string (settings, "compare-choice", "[compare]\nindicator=no_such_indicator\n");
  state = chiso_compare_state_load (settings, chiso_session_get_catalogue (session), geo);
  g_assert_null (state->indicator);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/compare-state/complete", test_complete);
  g_test_add_func ("/app/compare-state/complete-empty", test_complete_empty);
  g_test_add_func ("/app/compare-state/set-indicator", test_set_indicator);
  g_test_add_func ("/app/compare-state/across", test_across);
  g_test_add_func ("/app/compare-state/places", test_places);
  g_test_add_func ("/app/compare-state/boundaries", test_boundaries);
  g_test_add_func ("/app/compare-state/order", test_order);
  g_test_add_func ("/app/compare-state/presets", test_presets);
  g_test_add_func ("/app/compare-state/memory", test_memory);
  g_test_add_func ("/app/compare-state/unknown-indicator", test_unknown_indicator);
  geo = chiso_geo_new_from_resources (NULL);
  g_assert_nonnull (geo);
  status = g_test_run ();
  chiso_geo_unref (geo);
  return status;
}

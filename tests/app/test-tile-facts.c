/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a tile says: which period, which change, for better or worse. */

#include "app/chiso-evidence.h"
#include "app/chiso-tile-facts.h"
#include "core/chiso-catalogue-load.h"
#include "plot/plot-proof.h"
#include "record-support.h"

static ChisoTileFacts *
make_facts (const char *const *lines, const char *indicator, int year)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, NULL);

  for (; *lines != NULL; lines++)
    test_records_add (records, *lines);
  return chiso_tile_facts_new (records, chiso_catalogue_find (catalogue, indicator), "40",
                               CHISO_BOUNDARY_63, NULL, year, "en");
}

static void
test_computed_change (void)
{
  const char *const lines[] = { "poverty_rate 40 2020 level 5", "poverty_rate 40 2021 level 4",
                                NULL };
  g_autoptr (ChisoTileFacts) facts = make_facts (lines, "poverty_rate", 2021);

  g_assert_nonnull (facts);
  g_assert_cmpstr (facts->value, ==, "4%");
  g_assert_cmpstr (facts->period, ==, "2021");
  g_assert_nonnull (facts->change);
  g_assert_true (facts->computed);
  g_assert_cmpint (facts->direction, ==, -1);
  /* Less poverty is better. */
  g_assert_cmpint (facts->good, ==, 1);
  g_assert_cmpint (facts->record_id, ==, 2);
  g_assert_nonnull (facts->sparkline);
  g_assert_cmpuint (plot_figure_n_marks (facts->sparkline, 0), ==, 2);
}

static void
test_stated_change (void)
{
  const char *const lines[] = { "dialogue_sessions 40 2021 ratio 1.25 2020", NULL };
  g_autoptr (ChisoTileFacts) facts = make_facts (lines, "dialogue_sessions", 2021);

  g_assert_nonnull (facts);
  g_assert_cmpstr (facts->value, ==, "+25%");
  g_assert_null (facts->change);
  g_assert_null (facts->sparkline);
  g_assert_false (facts->computed);
  g_assert_cmpint (facts->record_id, ==, 1);
}

static void
test_whole_year_first (void)
{
  const char *const lines[] = { "dialogue_sessions 40 2021-01/2021-06 level 10",
                                "dialogue_sessions 40 2021 level 25",
                                "dialogue_sessions 40 2021-01/2021-09 level 18", NULL };
  g_autoptr (ChisoTileFacts) facts = make_facts (lines, "dialogue_sessions", 2021);

  g_assert_cmpstr (facts->value, ==, "25\u00a0sessions");
  /* Nine months are not compared with twelve. */
  g_assert_null (facts->sparkline);
}

/* Parts of one source say only that the whole is no less, and the tile must not say more. */
static void
test_not_exact (void)
{
  const char *const parts[] = { "voter_meetings 40 2021 level 97 @a",
                                "voter_meetings 40 2021 level 395 @a", NULL };
  const char *const about[] = { "voter_meetings 40 2021 level 90~", NULL };
  g_autoptr (ChisoTileFacts) bounded = make_facts (parts, "voter_meetings", 2021);
  g_autoptr (ChisoTileFacts) rounded = make_facts (about, "voter_meetings", 2021);

  g_assert_cmpstr (bounded->value, ==, "≥\u202f395\u00a0meetings");
  g_assert_cmpstr (rounded->value, ==, "≈\u202f90\u00a0meetings");
}

/* A stock's change may be dated by its year, its level by the month. */
static void
test_stock_of_one_time (void)
{
  const char *const lines[] = { "ntm_communes 40 2022-12 level 299",
                                "ntm_communes 40 2022 delta 12 2021", NULL };
  g_autoptr (ChisoTileFacts) facts = make_facts (lines, "ntm_communes", 2022);

  g_assert_cmpstr (facts->value, ==, "299\u00a0communes");
  g_assert_nonnull (facts->change);
}

/* A line from 330 of 411 communes to 95 of 121 would be a fall that there was not. */
static void
test_not_over_mergers (void)
{
  const char *const lines[] = { "ntm_communes 40 2023-12 level 300",
                                "ntm_communes 40 2024-12 level 330/411",
                                "ntm_communes 40 2025-12 level 95/121", NULL };
  g_autoptr (ChisoTileFacts) facts = make_facts (lines, "ntm_communes", 2025);
  g_autoptr (ChisoTileFacts) before = make_facts (lines, "ntm_communes", 2024);

  g_assert_null (facts->change);
  g_assert_null (facts->sparkline);
  g_assert_nonnull (before->change);
  g_assert_cmpuint (plot_figure_n_marks (before->sparkline, 0), ==, 2);
}

/* Beside a mark stands all that proves it, its own record first. */
static void
test_behind_mark (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_BAR, "en");
  g_autoptr (GPtrArray) behind = NULL, none = NULL;

  for (guint i = 1; i <= 3; i++)
    test_records_add (records, "dialogue_sessions 40 2021 level 10");
  plot_figure_add_series (figure, "", PLOT_ROLE_NORMAL, 0);
  plot_figure_add_mark (figure, 0, &(PlotMark){ .value = 30, .key = 2 });
  for (guint64 key = 3; key > 0; key--)
    plot_figure_add_proof (figure, 2, &(PlotProof){ .key = key });
  behind = chiso_evidence_behind_mark (records, figure, 2);
  g_assert_cmpuint (behind->len, ==, 3);
  g_assert_true (behind->pdata[0] == records->pdata[1]);
  g_assert_true (behind->pdata[1] == records->pdata[2]);
  none = chiso_evidence_behind_mark (records, figure, 9);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A tile of a sum says so, and opens all that was added up. */
static void
test_districts (void)
{
  static const char *const lines[] = {
    "dialogue_sessions 08/Lâm_Bình 2022 level 1 @5 #all",
    "dialogue_sessions 08/Na_Hang 2022 level 2 @5 #all",
    "dialogue_sessions 08/Chiêm_Hóa 2022 level 3 @5 #all",
    "dialogue_sessions 08/Hàm_Yên 2022 level 4 @5 #all",
    "dialogue_sessions 08/Yên_Sơn 2022 level 5 @5 #all",
    "dialogue_sessions 08/Sơn_Dương 2022 level 6 @5 #all",
    "dialogue_sessions 08/Tuyên_Quang 2022 level 10 @5 #all",
    "dialogue_sessions 08 2021 level 25",
  };
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, NULL);
  g_autoptr (ChisoGeo) geo = chiso_geo_new_from_resources (NULL);
  g_autoptr (ChisoProvinceFacts) sizes = chiso_province_facts_new_from_resources (geo, NULL);
  const ChisoIndicator *dialogues = chiso_catalogue_find (catalogue, "dialogue_sessions");
  g_autoptr (ChisoTileFacts) facts = NULL, own = NULL;
  g_autoptr (GPtrArray) behind = NULL, alone = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    test_records_add (records, lines[i]);
  facts = chiso_tile_facts_new (records, dialogues, "08", CHISO_BOUNDARY_63, sizes, 2022, "en");
  own = chiso_tile_facts_new (records, dialogues, "08", CHISO_BOUNDARY_63, sizes, 2021, "en");
  g_assert_cmpstr (facts->value, ==, "31\u00a0sessions");
  g_assert_cmpstr (facts->period, ==, "2022, from 7 districts or communes");
  /* The province's own 25 may be of more bodies than the districts. */
  g_assert_null (facts->change);
  g_assert_null (facts->sparkline);
  g_assert_cmpstr (own->period, ==, "2021");
  behind = chiso_evidence_behind_level (records, catalogue, geo,
                                        chiso_evidence_find (records, facts->record_id));
  g_assert_cmpuint (behind->len, ==, 7);
  alone = chiso_evidence_behind_level (records, catalogue, geo,
                                       chiso_evidence_find (records, own->record_id));
  g_assert_cmpuint (alone->len, ==, 1);
}

static void
test_nothing (void)
{
  const char *const lines[] = { "dialogue_sessions 40 2021 level 10",
                                "dialogue_sessions 38 2022 level 12", NULL };

  g_assert_null (make_facts (lines, "dialogue_sessions", 2022));
  g_assert_null (make_facts (lines, "poverty_rate", 2021));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/tile-facts/computed-change", test_computed_change);
  g_test_add_func ("/app/tile-facts/stated-change", test_stated_change);
  g_test_add_func ("/app/tile-facts/whole-year-first", test_whole_year_first);
  g_test_add_func ("/app/tile-facts/not-exact", test_not_exact);
  g_test_add_func ("/app/tile-facts/stock-of-one-time", test_stock_of_one_time);
  g_test_add_func ("/app/tile-facts/not-over-mergers", test_not_over_mergers);
  g_test_add_func ("/app/evidence/behind-mark", test_behind_mark);
  g_test_add_func ("/app/tile-facts/districts", test_districts);
  g_test_add_func ("/app/tile-facts/nothing", test_nothing);
  return g_test_run ();
}

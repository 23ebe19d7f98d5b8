/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What levels are turned into, how provinces merge and how they rank: each rule with a case that
 * breaks when the rule is broken. 02 and 08 (Hà Giang, Tuyên Quang) became 08 of the 34. */

#include "core/chiso-measures.h"
#include "record-support.h"

#include <math.h>

static const ChisoIndicator visits = {
  .id = "visits", .unit_en = "visits", .kind = CHISO_KIND_COUNT, .aggregate = CHISO_AGGREGATE_SUM
};
static const ChisoIndicator communes = { .id = "communes",
                                         .unit_en = "communes",
                                         .kind = CHISO_KIND_COUNT,
                                         .aggregate = CHISO_AGGREGATE_SUM,
                                         .stock = TRUE };
static const ChisoIndicator share = { .id = "share",
                                      .unit_en = "%",
                                      .kind = CHISO_KIND_SHARE,
                                      .aggregate = CHISO_AGGREGATE_RATIO_OF_SUMS };
static const ChisoIndicator growth = { .id = "growth", .unit_en = "%", .kind = CHISO_KIND_RATE };

static ChisoGeo *geo;
static ChisoProvinceFacts *facts;

/* Points as "period=value" with a sign for the qualifier, "/divisor", "mN" for merged provinces;
 * "uN" for districts; behind "|" the gaps as "period!reason" and "n of m". */
static char *
dump (GArray *points, GArray *gaps)
{
  static const char *const signs[] = { "", ">", "~", "<" };
  static const char *const reasons[] = { "base",     "size",     "country", "predecessors",
                                         "fraction", "additive", "mergers", "inexact",
                                         "unsaid",   "missing",  "unclear", "units" };
  GString *text = g_string_new (NULL);
  char period[CHISO_PERIOD_MAX];

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);
      g_autofree char *value = chiso_value_format (round (point->value * 1000) / 1000);
      g_autofree char *divisor = chiso_value_format (point->divisor);

      g_string_append_printf (text, "%s%s=%s%s", i > 0 ? " " : "",
                              chiso_period_format (&point->period, period), value,
                              signs[point->qualifier]);
      if (point->divisor > 0)
        g_string_append_printf (text, "/%s", divisor);
      if (point->n_units > 0)
        g_string_append_printf (text, "u%u", point->n_units);
      if (point->n_merged > 0)
        g_string_append_printf (text, "m%u", point->n_merged);
    }
  for (guint i = 0; i < gaps->len; i++)
    {
      const ChisoGap *gap = &g_array_index (gaps, ChisoGap, i);

      g_string_append_printf (text, "%s%s!%s", i == 0 ? "|" : " ",
                              chiso_period_format (&gap->period, period), reasons[gap->reason]);
      if (gap->n_needed > 0)
        g_string_append_printf (text, "%u/%u", gap->n_reported, gap->n_needed);
    }
  return g_string_free (text, FALSE);
}

static void
check (ChisoMeasures spec, const ChisoIndicator *indicator, const char *const *lines,
       const char *expected)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (ChisoGap));
  g_autoptr (GArray) points = NULL;
  g_autofree char *got = NULL;

  spec.geo = geo;
  spec.facts = facts;
  for (guint i = 0; lines[i] != NULL; i++)
    test_records_add (records, lines[i]);
  points = chiso_measures_series (&spec, records, indicator, "08", gaps);
  got = dump (points, gaps);
  g_assert_cmpstr (got, ==, expected);
}

#define OLD(show_, base, indicator, expected, ...)                                                 \
  check ((ChisoMeasures){ .show = (show_), .boundary = CHISO_BOUNDARY_63, .base_year = (base) },   \
         indicator, (const char *const[]){ __VA_ARGS__, NULL }, expected)
#define NEW(show_, indicator, expected, ...)                                                       \
  check ((ChisoMeasures){ .show = (show_), .boundary = CHISO_BOUNDARY_34, .merge = TRUE },         \
         indicator, (const char *const[]){ __VA_ARGS__, NULL }, expected)

static void
test_index (void)
{
  OLD (CHISO_SHOW_INDEX, 2020, &visits, "2020=100/200 2022=150/200", "visits 08 2020 level 200",
       "visits 08 2022 level 300");
  /* Nine months are set against nine months. */
  OLD (CHISO_SHOW_INDEX, 2020, &visits, "2020=100/200|2022-01/2022-09!base",
       "visits 08 2020 level 200", "visits 08 2022-01/2022-09 level 300");
  /* "At least" below makes "at most" of the quotient; above and below nothing is known. */
  OLD (CHISO_SHOW_INDEX, 2020, &visits, "2022=150</200|2020!base", "visits 08 2020 level 200>",
       "visits 08 2022 level 300");
  /* A stock dated to the year and one dated to its last month are the same date. */
  OLD (CHISO_SHOW_INDEX, 2020, &communes, "2020-12=100/40 2022=150/40",
       "communes 08 2020-12 level 40", "communes 08 2022 level 60");
  /* and of one year's dates the last is its base. */
  OLD (CHISO_SHOW_INDEX, 2020, &communes, "2020-03=50/40 2020-06=100/40 2022-09=150/40",
       "communes 08 2020-03 level 20", "communes 08 2020-06 level 40",
       "communes 08 2022-09 level 60");
  g_assert_false (chiso_show_applies (CHISO_SHOW_INDEX, &growth));
}

static void
test_since_base (void)
{
  OLD (CHISO_SHOW_SINCE_BASE, 2020, &visits, "2020=0/200 2022=-25/200", "visits 08 2020 level 200",
       "visits 08 2022 level 150");
  OLD (CHISO_SHOW_SINCE_BASE, 2020, &share, "2020=0/40 2022=12.5/40", "share 08 2020 level 40",
       "share 08 2022 level 52.5");
}

static void
test_sizes (void)
{
  OLD (CHISO_SHOW_PER_COMMUNE, 0, &visits, "2023=2/138", "visits 08 2023 level 276");
  OLD (CHISO_SHOW_PER_100000, 0, &visits, "2023=100>/812210|2010!size",
       "visits 08 2023 level 812.21>", "visits 08 2010 level 812");
  g_assert_false (chiso_show_applies (CHISO_SHOW_PER_COMMUNE, &share));
  g_assert_true (chiso_show_applies (CHISO_SHOW_PER_100000, &visits));
}

static void
test_country_share (void)
{
  OLD (CHISO_SHOW_COUNTRY_SHARE, 0, &visits, "2023=5/4000|2022!country", "visits 08 2023 level 200",
       "visits VN 2023 level 4000", "visits 08 2022 level 100");
}

static void
test_merge_counts (void)
{
  NEW (CHISO_SHOW_VALUE, &visits, "2022=30m2 2023=12|2021!predecessors1/2",
       "visits 08 2022 level 10", "visits 02 2022 level 20", "visits 02 2021 level 5",
       "visits 08 2023 level 12 ^34");
  /* What the new province itself reports goes before a sum. */
  NEW (CHISO_SHOW_VALUE, &visits, "2022=31", "visits 08 2022 level 10", "visits 02 2022 level 20",
       "visits 08 2022 level 31 ^34");
  NEW (CHISO_SHOW_VALUE, &visits, "2022=30>m2", "visits 08 2022 level 10>",
       "visits 02 2022 level 20");
  NEW (CHISO_SHOW_VALUE, &visits, "|2022!inexact", "visits 08 2022 level 10>",
       "visits 02 2022 level 20<");
  /* Unlike periods are never added up. */
  NEW (CHISO_SHOW_VALUE, &visits, "|2022-01/2022-09!predecessors1/2 2022!predecessors1/2",
       "visits 08 2022 level 10", "visits 02 2022-01/2022-09 level 20");
}

static void
test_merge_shares (void)
{
  NEW (CHISO_SHOW_VALUE, &share, "2022=37.5/40m2", "share 08 2022 level 5/10",
       "share 02 2022 level 10/30");
  NEW (CHISO_SHOW_VALUE, &share, "|2022!fraction", "share 08 2022 level 50",
       "share 02 2022 level 10/30");
  NEW (CHISO_SHOW_VALUE, &growth, "|2022!additive", "growth 08 2022 level 5",
       "growth 02 2022 level 6");
}

static void
test_merge_changes (void)
{
  NEW (CHISO_SHOW_YEAR_ON_YEAR, &visits, "2023=10/30|2022!base", "visits 08 2022 level 10",
       "visits 02 2022 level 20", "visits 08 2023 level 33 ^34");
}

/* Tuyên Quang had seven districts. */
#define SEVEN(period, how)                                                                         \
  "visits 08/Lâm_Bình " period " level 1 @5 " how, "visits 08/Na_Hang " period " level 2 @5 " how, \
      "visits 08/Chiêm_Hóa " period " level 3 @5 " how,                                            \
      "visits 08/Hàm_Yên " period " level 4 @5 " how,                                              \
      "visits 08/Yên_Sơn " period " level 5 @5 " how,                                              \
      "visits 08/Sơn_Dương " period " level 6 @5 " how

static void
test_districts (void)
{
  const char *city = "visits 08/Tuyên_Quang 2022 level 10 @5 #all";

  OLD (CHISO_SHOW_VALUE, 0, &visits, "2022=31u7", SEVEN ("2022", "#all"), city);
  OLD (CHISO_SHOW_VALUE, 0, &visits, "2022=31u7", SEVEN ("2022", "#7"), city);
  /* The report says so, or not; a number of its own that is higher goes before the registry's. */
  OLD (CHISO_SHOW_VALUE, 0, &visits, "|2022!unsaid", SEVEN ("2022", "#"),
       "visits 08/Tuyên_Quang 2022 level 10 @5 #");
  OLD (CHISO_SHOW_VALUE, 0, &visits, "|2022!missing7/8", SEVEN ("2022", "#8"), city);
  /* A lower one is of some of them: "cả 6 huyện miền núi". */
  OLD (CHISO_SHOW_VALUE, 0, &visits, "|2022!missing6/7", SEVEN ("2022", "#6"));
  /* What a person rejected is missing. */
  OLD (CHISO_SHOW_VALUE, 0, &visits, "|2022!missing6/7", SEVEN ("2022", "#all"),
       "visits 08/Tuyên_Quang 2022 level 10 @5 #all !-3");
  /* Other documents and periods do not fill up a list. */
  OLD (CHISO_SHOW_VALUE, 0, &visits, "|2022!missing6/7", SEVEN ("2022", "#all"),
       "visits 08/Tuyên_Quang 2022 level 10 @6 #all");
  OLD (CHISO_SHOW_VALUE, 0, &visits, "|2022!missing6/7 2021!missing1/7", SEVEN ("2022", "#all"),
       "visits 08/Tuyên_Quang 2021 level 10 @5 #all");
  /* Two figures of one district are not for us to choose from, nor bounds of both kinds to be added. */
  OLD (CHISO_SHOW_VALUE, 0, &visits, "|2022!unclear", SEVEN ("2022", "#all"), city,
       "visits 08/Tuyên_Quang 2022 level 11 @5 #all");
  OLD (CHISO_SHOW_VALUE, 0, &visits, "2022=31>u7", SEVEN ("2022", "#all"),
       "visits 08/Tuyên_Quang 2022 level 10> @5 #all");
  /* The province's own figure goes before; what does not add up is no gap. */
  OLD (CHISO_SHOW_VALUE, 0, &visits, "2022=40", SEVEN ("2022", "#all"), city,
       "visits 08 2022 level 40 @6");
  /* Rejected, it leaves its place to the sum. */
  OLD (CHISO_SHOW_VALUE, 0, &visits, "2022=31u7", SEVEN ("2022", "#all"), city,
       "visits 08 2022 level 40 @6 !-3");
  OLD (CHISO_SHOW_VALUE, 0, &growth, "", "growth 08/Lâm_Bình 2022 level 4 @5 #all",
       "growth 08/Na_Hang 2022 level 5 @5 #all");
  /* Communes go by the count of communes, far above. */
  OLD (CHISO_SHOW_VALUE, 0, &visits, "|2022!missing2/138", "visits 08/Kim_Quan 2022 level 4 @5 #2",
       "visits 08/Trung_Sơn 2022 level 5 @5 #2");
}

static void
test_districts_as_levels (void)
{
  const char *city = "visits 08/Tuyên_Quang 2022 level 10 @5 #all";

  /* Districts may have done half, and their province the rest in both years; at a date they are it. */
  OLD (CHISO_SHOW_INDEX, 2021, &visits, "2021=100/62|2022!units", "visits 08 2021 level 62 @6",
       SEVEN ("2022", "#all"), city);
  OLD (CHISO_SHOW_SINCE_BASE, 2021, &visits, "2021=0/62|2022!units", "visits 08 2021 level 62 @6",
       SEVEN ("2022", "#all"), city);
  OLD (CHISO_SHOW_YEAR_ON_YEAR, 0, &visits, "|2021!base 2022!units", "visits 08 2021 level 62 @6",
       SEVEN ("2022", "#all"), city);
  OLD (CHISO_SHOW_YEAR_ON_YEAR, 0, &visits, "2022=0/31u7|2021!base", SEVEN ("2021", "#all"),
       "visits 08/Tuyên_Quang 2021 level 10 @5 #all", SEVEN ("2022", "#all"), city);
  OLD (CHISO_SHOW_INDEX, 2021, &communes, "2021=100/2 2022=150/2u7", "communes 08 2021 level 2 @6",
       "communes 08/Lâm_Bình 2022 level 1 @5 #all", "communes 08/Na_Hang 2022 level 0 @5 #all",
       "communes 08/Chiêm_Hóa 2022 level 0 @5 #all", "communes 08/Hàm_Yên 2022 level 0 @5 #all",
       "communes 08/Yên_Sơn 2022 level 1 @5 #all", "communes 08/Sơn_Dương 2022 level 0 @5 #all",
       "communes 08/Tuyên_Quang 2022 level 1 @5 #all");
  /* A change that is stated needs none, and a list that is not whole is no matter of it. */
  OLD (CHISO_SHOW_YEAR_ON_YEAR, 0, &visits, "2022=20", "visits 08 2022 ratio 1.2 2021 @6",
       SEVEN ("2022", "#all"));
  /* Hà Giang reported itself, Tuyên Quang by its districts. */
  NEW (CHISO_SHOW_VALUE, &visits, "2022=131m2", "visits 02 2022 level 100", SEVEN ("2022", "#all"),
       city);
  NEW (CHISO_SHOW_VALUE, &visits, "|2022!predecessors1/2", "visits 02 2022 level 100",
       SEVEN ("2022", "#all"));
}

static void
test_unit_records (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  const char *const lines[] = { "visits 02 2022 level 100", SEVEN ("2022", "#all"),
                                "visits 08/Tuyên_Quang 2022 level 10 @5 #all",
                                "visits 08/Tuyên_Quang 2021 level 10 @5 #all", NULL };
  g_autoptr (GArray) points = NULL;
  g_autoptr (GPtrArray) addends = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    test_records_add (records, lines[i]);
  points = chiso_measures_merged (records, geo, facts, &visits, "08", NULL);
  g_assert_cmpuint (points->len, ==, 1);
  addends = chiso_measures_addends (records, geo, facts, &visits, "08",
                                    &g_array_index (points, ChisoPoint, 0));
  /* One of a province and seven of districts, by name; not that of another year. */
  g_assert_cmpuint (addends->len, ==, 8);
  g_assert_cmpstr (((ChisoRecord *) addends->pdata[0])->observation->place, ==, "02");
  g_assert_cmpstr (((ChisoRecord *) addends->pdata[1])->observation->place, ==, "08/Chiêm Hóa");
}

static void
test_merged_records (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) points = NULL;
  g_autoptr (GPtrArray) merged = NULL;

  test_records_add (records, "visits 08 2022 level 10");
  test_records_add (records, "visits 02 2022 level 20");
  points = chiso_measures_merged (records, geo, facts, &visits, "08", NULL);
  merged = chiso_measures_addends (records, geo, facts, &visits, "08",
                                   &g_array_index (points, ChisoPoint, 0));
  g_assert_cmpuint (merged->len, ==, 2);
  g_assert_cmpint (((ChisoRecord *) merged->pdata[0])->id, ==, 2);
  g_assert_cmpint (((ChisoRecord *) merged->pdata[1])->id, ==, 1);
}

static void
check_ranks (guint n_asked, const char *values, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (values, " ", -1);
  guint n = g_strv_length (words);
  g_autofree ChisoPoint *points = g_new0 (ChisoPoint, n);
  g_autofree const ChisoPoint **pointers = g_new0 (const ChisoPoint *, n);
  g_autofree ChisoRank *ranks = g_new0 (ChisoRank, n);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char *end;

      points[i].value = g_ascii_strtod (words[i], &end);
      points[i].qualifier = *end == '>' ? CHISO_QUALIFIER_AT_LEAST : CHISO_QUALIFIER_EXACT;
      pointers[i] = &points[i];
    }
  if (chiso_measures_rank (pointers, n, n_asked, ranks))
    for (guint i = 0; i < n; i++)
      g_string_append_printf (got, "%s%u-%u/%u", i > 0 ? " " : "", ranks[i].first, ranks[i].last,
                              ranks[i].band);
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_ranks (void)
{
  check_ranks (3, "100 50 75", "1-1/0 3-3/2 2-2/1");
  /* Ties and what is within two per cent share a band; small steps do not add up to one band. */
  check_ranks (3, "100 100 50", "1-2/0 1-2/0 3-3/1");
  check_ranks (3, "100 98.5 97", "1-2/0 1-3/0 2-3/1");
  /* "At least 50" may be the highest of all. */
  check_ranks (3, "100 50> 40", "1-2/0 1-2/1 3-3/2");
  check_ranks (5, "100 50", "");
  check_ranks (1, "100", "");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  geo = chiso_geo_new_from_resources (&error);
  g_assert_no_error (error);
  facts = chiso_province_facts_new_from_resources (geo, &error);
  g_assert_no_error (error);
  g_test_add_func ("/core/measures/index", test_index);
  g_test_add_func ("/core/measures/since-base", test_since_base);
  g_test_add_func ("/core/measures/sizes", test_sizes);
  g_test_add_func ("/core/measures/country-share", test_country_share);
  g_test_add_func ("/core/measures/merge-counts", test_merge_counts);
  g_test_add_func ("/core/measures/merge-shares", test_merge_shares);
  g_test_add_func ("/core/measures/merge-changes", test_merge_changes);
  g_test_add_func ("/core/measures/merged-records", test_merged_records);
  g_test_add_func ("/core/measures/districts", test_districts);
  g_test_add_func ("/core/measures/districts-as-levels", test_districts_as_levels);
  g_test_add_func ("/core/measures/unit-records", test_unit_records);
  g_test_add_func ("/core/measures/ranks", test_ranks);
  status = g_test_run ();
  chiso_province_facts_free (facts);
  chiso_geo_unref (geo);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the statistics, each with a case that breaks when the rule is broken. */

#include "core/chiso-stats.h"
#include "record-support.h"

#include <math.h>

static const ChisoIndicator visits = {
  .id = "visits", .unit_en = "visits", .kind = CHISO_KIND_COUNT, .aggregate = CHISO_AGGREGATE_SUM
};
static const ChisoIndicator share = { .id = "share",
                                      .unit_en = "%",
                                      .kind = CHISO_KIND_SHARE,
                                      .aggregate = CHISO_AGGREGATE_RATIO_OF_SUMS };
static const ChisoIndicator communes = { .id = "communes",
                                         .unit_en = "communes",
                                         .kind = CHISO_KIND_COUNT,
                                         .aggregate = CHISO_AGGREGATE_SUM,
                                         .stock = TRUE };

typedef GArray *(*SeriesFunc) (GPtrArray *records, const ChisoIndicator *indicator,
                               const char *place, ChisoBoundary boundary);

static GPtrArray *
records_of (const char *const *lines)
{
  GPtrArray *records = test_records_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    test_records_add (records, lines[i]);
  return records;
}

/* Points as text, "period=value" with a sign behind for the qualifier, "c" for computed and "pN",
 * "oN", "xN" for parts, others and conflicts. */
static char *
dump (GArray *points)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      static const char *const signs[] = { "", ">", "~", "<" };
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);
      char period[CHISO_PERIOD_MAX];
      g_autofree char *value = chiso_value_format (round (point->value * 1000) / 1000);

      g_string_append_printf (text, "%s%s=%s%s", i > 0 ? " " : "",
                              chiso_period_format (&point->period, period), value,
                              signs[point->qualifier]);
      if (point->computed)
        g_string_append_c (text, 'c');
      if (point->n_parts > 0)
        g_string_append_printf (text, "p%u", point->n_parts);
      if (point->n_others > 0)
        g_string_append_printf (text, "o%u", point->n_others);
      if (point->n_conflicts > 0)
        g_string_append_printf (text, "x%u", point->n_conflicts);
    }
  return g_string_free (text, FALSE);
}

static void
check (SeriesFunc series, const ChisoIndicator *indicator, const char *const *lines,
       const char *expected)
{
  g_autoptr (GPtrArray) records = records_of (lines);
  g_autoptr (GArray) points = series (records, indicator, "40", CHISO_BOUNDARY_63);
  g_autofree char *got = dump (points);

  g_assert_cmpstr (got, ==, expected);
}

#define LEVELS(indicator, expected, ...)                                                           \
  check (chiso_stats_levels, indicator, (const char *const[]){ __VA_ARGS__, NULL }, expected)
#define CHANGES(indicator, expected, ...)                                                          \
  check (chiso_stats_year_on_year, indicator, (const char *const[]){ __VA_ARGS__, NULL }, expected)

static void
test_levels_order (void)
{
  LEVELS (&visits, "2021=5 2023-01/2023-09=9 2023=7", "visits 40 2023 level 7",
          "visits 40 2021 level 5", "visits 40 2023-01/2023-09 level 9", "visits 38 2022 level 1",
          "share 40 2022 level 2", "visits 40 2022 ratio 1.5 2021");
}

static void
test_levels_boundary (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) old = NULL;
  g_autoptr (GArray) either = NULL;

  test_records_add (records, "visits 37 2024 level 5");
  test_records_add (records, "visits 37 2025 level 50")->observation->boundary = CHISO_BOUNDARY_34;
  old = chiso_stats_levels (records, &visits, "37", CHISO_BOUNDARY_63);
  either = chiso_stats_levels (records, &visits, "37", 0);
  g_assert_cmpuint (old->len, ==, 1);
  g_assert_cmpuint (either->len, ==, 2);
}

static void
test_levels_country (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) points = NULL;

  test_records_add (records, "visits VN 2024 level 5");
  points = chiso_stats_levels (records, &visits, "VN", CHISO_BOUNDARY_34);
  g_assert_cmpuint (points->len, ==, 1);
}

static void
test_levels_nothing (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) points = NULL;

  test_records_add (records, "visits 40 2024 level 5")->observation->value = NAN;
  points = chiso_stats_levels (records, &visits, "40", CHISO_BOUNDARY_63);
  g_assert_cmpuint (points->len, ==, 0);
}

static void
test_levels_winner (void)
{
  /* A document before curated, even where curated is published later. */
  LEVELS (&visits, "2023=7o1x1", "visits 40 2023 level 8 @A", "visits 40 2023 level 7 @3");
  /* Exact before rounded; the rounded one may be the same and is no conflict. */
  LEVELS (&visits, "2023=7300o1", "visits 40 2023 level 7200~ @A", "visits 40 2023 level 7300 @B");
  LEVELS (&visits, "2023=7300o1x1", "visits 40 2023 level 8000> @A",
          "visits 40 2023 level 7300 @B");
  /* Two sources that agree are no conflict either. */
  LEVELS (&visits, "2023=7o1", "visits 40 2023 level 7 @A", "visits 40 2023 level 7 @B");
  /* Roundings of a share. */
  LEVELS (&share, "2023=52.49o1", "share 40 2023 level 52.49 @A", "share 40 2023 level 52.5 @B");
  LEVELS (&share, "2023=52.49o1x1", "share 40 2023 level 52.49 @A", "share 40 2023 level 53 @B");
}

static void
test_levels_later_published (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) points = NULL;
  g_autofree char *got = NULL;

  test_records_add (records, "visits 40 2023 level 7 @A")->published = g_strdup ("2024-01");
  test_records_add (records, "visits 40 2023 level 8 @B")->published = g_strdup ("2024-03-02");
  test_records_add (records, "visits 40 2023 level 9 @C");
  points = chiso_stats_levels (records, &visits, "40", CHISO_BOUNDARY_63);
  got = dump (points);
  g_assert_cmpstr (got, ==, "2023=8o2x2");
}

static void
test_levels_stock_date (void)
{
  /* As at the end of 2021, twice: the finer date wins, and they are one point. */
  LEVELS (&communes, "2021-12=71o1x1", "communes 40 2021 level 66 @A",
          "communes 40 2021-12 level 71 @B");
  LEVELS (&communes, "2021-12=71", "communes 40 2021 level 66 @A",
          "communes 40 2021-12 level 71 @A");
  LEVELS (&visits, "2021=66 2021-12=71", "visits 40 2021 level 66 @A",
          "visits 40 2021-12 level 71 @B");
}

static void
test_parts_bound (void)
{
  LEVELS (&visits, "2023=395>p3", "visits 40 2023 level 97", "visits 40 2023 level 395",
          "visits 40 2023 level 35");
  /* A fact said twice, or rounded by the same source, is no part. */
  LEVELS (&visits, "2023=395", "visits 40 2023 level 395", "visits 40 2023 level 395",
          "visits 40 2023 level 390~");
  /* A source that states the whole goes before one that states parts, and agrees with it. */
  LEVELS (&visits, "2023=527o3", "visits 40 2023 level 97 @3", "visits 40 2023 level 395 @3",
          "visits 40 2023 level 35 @3", "visits 40 2023 level 527 @A");
  LEVELS (&visits, "2023=300o2x1", "visits 40 2023 level 97 @3", "visits 40 2023 level 395 @3",
          "visits 40 2023 level 300 @A");
  /* Parts of what does not add up bound nothing. */
  LEVELS (&share, "", "share 40 2023 level 71.3", "share 40 2023 level 76");
}

static void
test_parts_pages (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) points = NULL;
  g_autofree char *got = NULL;

  /* Different titles at one address are one source. */
  test_records_add (records, "visits 40 2023 level 97 @A")->url = g_strdup ("https://a.vn/1");
  test_records_add (records, "visits 40 2023 level 395 @B")->url = g_strdup ("https://a.vn/1");
  test_records_add (records, "visits 40 2023 level 396 @B")->url = g_strdup ("https://a.vn/2");
  points = chiso_stats_levels (records, &visits, "40", CHISO_BOUNDARY_63);
  got = dump (points);
  g_assert_cmpstr (got, ==, "2023=396o2");
}

static void
test_parts_listed (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) points = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GArray) undecided = NULL;

  test_records_add (records, "visits 40 2023 level 97 @A");
  test_records_add (records, "visits 40 2023 level 395 @A");
  test_records_add (records, "visits 40 2023 level 300 @B");
  test_records_add (records, "visits 40 2022 level 396 @A");
  test_records_add (records, "share 40 2022 level 50 @A");
  test_records_add (records, "share 40 2022 level 60 @A");
  test_records_add (records, "share 40 2023 level 60 @A");
  points = chiso_stats_levels (records, &visits, "40", CHISO_BOUNDARY_63);
  g_assert_cmpuint (points->len, ==, 2);
  parts = chiso_stats_parts (records, &g_array_index (points, ChisoPoint, 0));
  g_assert_cmpuint (parts->len, ==, 0);
  undecided = chiso_stats_undecided (records, &share, "40", CHISO_BOUNDARY_63, FALSE);
  g_assert_cmpuint (undecided->len, ==, 1);
  g_ptr_array_unref (parts);
  parts = chiso_stats_parts (records, &g_array_index (undecided, ChisoPoint, 0));
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpfloat (((ChisoRecord *) parts->pdata[0])->observation->value, ==, 60);
}

static void
test_conflicts_listed (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) points = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  test_records_add (records, "communes 08 2020 level 47 @A");
  test_records_add (records, "communes 08 2020 level 35 @B");
  test_records_add (records, "communes 08 2020 level 47 @C");
  test_records_add (records, "communes 08 2019 level 30 @B");
  points = chiso_stats_levels (records, &communes, "08", CHISO_BOUNDARY_63);
  g_assert_cmpuint (points->len, ==, 2);
  conflicts = chiso_stats_conflicts (records, &communes, CHISO_BOUNDARY_63,
                                     &g_array_index (points, ChisoPoint, 1));
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpfloat (((ChisoRecord *) conflicts->pdata[0])->observation->value, ==, 35);
}

static void
test_decided_choice (void)
{
  /* Before a document, an exact figure and a later page; the others are still counted. */
  LEVELS (&visits, "2023=8o1x1", "visits 40 2023 level 8 @A !1", "visits 40 2023 level 7 @3");
  LEVELS (&visits, "2023=8000>o2x1", "visits 40 2023 level 8000> @A !1",
          "visits 40 2023 level 7300 @B", "visits 40 2023 level 9000 @C");
  /* Of two choices the later, whatever the order of the records. */
  LEVELS (&visits, "2023=8o2x2", "visits 40 2023 level 7 @3 !4", "visits 40 2023 level 8 @A !6",
          "visits 40 2023 level 9 @B !5");
  /* One of several figures of a source is then the source's, and no longer a part. */
  LEVELS (&visits, "2023=97>p3", "visits 40 2023 level 97 @3", "visits 40 2023 level 395 @4 !-1",
          "visits 40 2023 level 35 @3", "visits 40 2023 level 20 @3");
  LEVELS (&visits, "2023=35", "visits 40 2023 level 97 @3", "visits 40 2023 level 35 @3 !1",
          "visits 40 2023 level 20 @3");
  /* Other periods are as they were. */
  LEVELS (&visits, "2022=7o1x1 2023=8o1x1", "visits 40 2023 level 8 @A !1",
          "visits 40 2023 level 7 @3", "visits 40 2022 level 8 @A", "visits 40 2022 level 7 @3");
}

static void
test_decided_rejection (void)
{
  LEVELS (&visits, "2023=8", "visits 40 2023 level 8 @A", "visits 40 2023 level 7 @3 !-1");
  /* Of another source's figures the rest is still counted. */
  LEVELS (&visits, "2023=8o1x1", "visits 40 2023 level 8 @4", "visits 40 2023 level 7 @3 !-1",
          "visits 40 2023 level 6 @3");
  /* A gap rather than a figure that somebody found to be wrong. */
  LEVELS (&visits, "2022=5", "visits 40 2023 level 7 @3 !-1", "visits 40 2022 level 5");
  LEVELS (&visits, "", "visits 40 2023 level 7 @3 !-1", "visits 40 2023 level 8 @A !-2");
  /* What is left of a source's figures speaks for it. */
  LEVELS (&visits, "2023=35", "visits 40 2023 level 97 @3 !-1", "visits 40 2023 level 35 @3");
  /* Without the later level there is no change, but for another source's. */
  CHANGES (&visits, "", "visits 40 2023 level 120 !-1", "visits 40 2022 level 100");
  CHANGES (&visits, "2023=10c", "visits 40 2023 level 120 !-1", "visits 40 2023 level 110 @B",
           "visits 40 2022 level 100 @B");
}

static void
test_decided_conflicts (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) points = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  test_records_add (records, "communes 08 2020 level 47 @3");
  test_records_add (records, "communes 08 2020 level 35 @B !1");
  test_records_add (records, "communes 08 2020 level 48 @C !-2");
  points = chiso_stats_levels (records, &communes, "08", CHISO_BOUNDARY_63);
  g_assert_cmpuint (points->len, ==, 1);
  conflicts = chiso_stats_conflicts (records, &communes, CHISO_BOUNDARY_63,
                                     &g_array_index (points, ChisoPoint, 0));
  /* What was rejected is no rival of what was chosen. */
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpfloat (((ChisoRecord *) conflicts->pdata[0])->observation->value, ==, 47);
}

static void
test_change_ratio (void)
{
  CHANGES (&visits, "2023=14", "visits 40 2023 ratio 1.14 2022");
  CHANGES (&visits, "2023=-23.66", "visits 40 2023 ratio 0.7634 2022");
  CHANGES (&visits, "2023-01/2023-06=14", "visits 40 2023-01/2023-06 ratio 1.14 2022-01/2022-06");
  /* The stated change goes before the one that the levels give. */
  CHANGES (&visits, "2023=14", "visits 40 2023 ratio 1.14 2022", "visits 40 2023 level 120",
           "visits 40 2022 level 100");
  CHANGES (&visits, "2023=14>", "visits 40 2023 ratio 1.14> 2022");
  CHANGES (&visits, "2023=-30~", "visits 40 2023 ratio 0.7> 2022");
  CHANGES (&visits, "", "visits 40 2023 ratio 0 2022");
}

static void
test_change_span (void)
{
  CHANGES (&visits, "", "visits 40 2023 ratio 1.14 2021");
  CHANGES (&visits, "", "visits 40 2023 ratio 1.14");
  CHANGES (&visits, "", "visits 40 2023-02 delta 14 2023-01");
  CHANGES (&visits, "", "visits 40 2023 level 120", "visits 40 2021 level 100");
  /* A half year later is no year, though both are dated stocks. */
  CHANGES (&communes, "", "communes 40 2022-06 delta 160 2021-12",
           "communes 40 2022-06 level 5775");
  CHANGES (&communes, "2021-12=8.642c", "communes 40 2021-12 delta 7 2020",
           "communes 40 2021-12 level 88");
}

static void
test_change_unlike (void)
{
  CHANGES (&visits, "", "visits 40 2023 level 120", "visits 40 2022-01/2022-09 level 100");
  CHANGES (&visits, "", "visits 40 2022/.. level 120", "visits 40 2021/.. level 100");
  CHANGES (&visits, "2023-01/2023-09=20c", "visits 40 2023-01/2023-09 level 120",
           "visits 40 2022-01/2022-09 level 100", "visits 40 2022 level 110");
  CHANGES (&visits, "", "visits 40 2018/2023 level 120", "visits 40 2018/2022 level 100");
}

static void
test_change_delta (void)
{
  /* Per cent needs a level: of the period, or of the year before. */
  CHANGES (&visits, "2023=25c", "visits 40 2023 delta 20 2022", "visits 40 2023 level 100");
  CHANGES (&visits, "2023=20c", "visits 40 2023 delta 20 2022", "visits 40 2022 level 100");
  CHANGES (&visits, "", "visits 40 2023 delta 20 2022");
  CHANGES (&visits, "", "visits 40 2023 delta 20 2022", "visits 40 2023 level 20");
  /* The level of the same source, not the one that wins the period. */
  CHANGES (&visits, "2023=25c", "visits 40 2023 delta 20 2022 @A", "visits 40 2023 level 100 @A",
           "visits 40 2023 level 500 @7");
  /* A ratio goes before a difference. */
  CHANGES (&visits, "2023=24", "visits 40 2023 delta 20 2022", "visits 40 2023 ratio 1.24 2022",
           "visits 40 2023 level 100");
}

static void
test_change_points (void)
{
  CHANGES (&share, "2023=4.8", "share 40 2023 delta 4.8 2022");
  CHANGES (&share, "2023=-2.5c", "share 40 2023 level 50", "share 40 2022 level 52.5");
  /* A ratio of percentages gives points only with a level. */
  CHANGES (&share, "", "share 40 2023 ratio 1.25 2022");
  CHANGES (&share, "2023=10c", "share 40 2023 ratio 1.25 2022", "share 40 2023 level 50");
}

static void
test_change_computed (void)
{
  CHANGES (&visits, "2023=20c", "visits 40 2023 level 120", "visits 40 2022 level 100");
  CHANGES (&visits, "", "visits 40 2023 level 120", "visits 40 2022 level 0");
  CHANGES (&visits, "2023=20>c", "visits 40 2023 level 120>", "visits 40 2022 level 100");
  CHANGES (&visits, "2023=20>c", "visits 40 2023 level 120", "visits 40 2022 level 100<");
  CHANGES (&visits, "2023=20~c", "visits 40 2023 level 120", "visits 40 2022 level 100~");
  /* Over "at least 100" nothing is known but a bound from above, here of a rise. */
  CHANGES (&visits, "2023=20<c", "visits 40 2023 level 120", "visits 40 2022 level 100>");
  CHANGES (&visits, "", "visits 40 2023 level 120>", "visits 40 2022 level 100>");
  CHANGES (&visits, "", "visits 40 2023 level 80>", "visits 40 2022 level 100");
}

static void
test_change_of_parts (void)
{
  CHANGES (&visits, "", "visits 40 2023 level 90", "visits 40 2023 level 30",
           "visits 40 2022 level 100");
  CHANGES (&visits, "", "visits 40 2023 ratio 1.3 2022", "visits 40 2023 ratio 1.48 2022");
  /* Nor with parts in the year before, or with parts that a difference belongs to. */
  CHANGES (&visits, "", "visits 40 2023 level 120", "visits 40 2022 level 100",
           "visits 40 2022 level 30");
  CHANGES (&visits, "", "visits 40 2023 delta 20 2022", "visits 40 2023 level 100",
           "visits 40 2023 level 30");
  /* The whole that the source also states is enough. */
  CHANGES (&visits, "2023=20c", "visits 40 2023 ratio 1.3 2022", "visits 40 2023 ratio 1.48 2022",
           "visits 40 2023 level 120", "visits 40 2022 level 100");
}

static void
test_change_undecided (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) undecided = NULL;

  test_records_add (records, "visits 40 2023 ratio 1.3 2022");
  test_records_add (records, "visits 40 2023 ratio 1.48 2022");
  test_records_add (records, "visits 40 2021 ratio 1.3 2020");
  undecided = chiso_stats_undecided (records, &visits, "40", CHISO_BOUNDARY_63, TRUE);
  g_assert_cmpuint (undecided->len, ==, 1);
  g_assert_true (isnan (g_array_index (undecided, ChisoPoint, 0).value));
  g_assert_cmpuint (g_array_index (undecided, ChisoPoint, 0).n_parts, ==, 2);
}

static void
test_starter (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GArray) levels = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autofree char *level_text = NULL;
  g_autofree char *change_text = NULL;
  ChisoIndicator meetings = visits, receptions = visits;

  test_records_add_starter (records);
  g_assert_cmpuint (records->len, >, 700);
  meetings.id = "voter_meetings";
  receptions.id = "citizen_receptions";
  levels = chiso_stats_levels (records, &meetings, "08", CHISO_BOUNDARY_63);
  level_text = dump (levels);
  g_assert_cmpstr (level_text, ==, "2023=395>p3");
  changes = chiso_stats_year_on_year (records, &receptions, "92", CHISO_BOUNDARY_63);
  change_text = dump (changes);
  g_assert_cmpstr (change_text, ==, "2022=8.919c 2023=-14.302c");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/stats/levels/order", test_levels_order);
  g_test_add_func ("/core/stats/levels/boundary", test_levels_boundary);
  g_test_add_func ("/core/stats/levels/country", test_levels_country);
  g_test_add_func ("/core/stats/levels/nothing", test_levels_nothing);
  g_test_add_func ("/core/stats/levels/winner", test_levels_winner);
  g_test_add_func ("/core/stats/levels/later-published", test_levels_later_published);
  g_test_add_func ("/core/stats/levels/stock-date", test_levels_stock_date);
  g_test_add_func ("/core/stats/parts/bound", test_parts_bound);
  g_test_add_func ("/core/stats/parts/pages", test_parts_pages);
  g_test_add_func ("/core/stats/parts/listed", test_parts_listed);
  g_test_add_func ("/core/stats/conflicts/listed", test_conflicts_listed);
  g_test_add_func ("/core/stats/decided/choice", test_decided_choice);
  g_test_add_func ("/core/stats/decided/rejection", test_decided_rejection);
  g_test_add_func ("/core/stats/decided/conflicts", test_decided_conflicts);
  g_test_add_func ("/core/stats/change/ratio", test_change_ratio);
  g_test_add_func ("/core/stats/change/span", test_change_span);
  g_test_add_func ("/core/stats/change/unlike", test_change_unlike);
  g_test_add_func ("/core/stats/change/delta", test_change_delta);
  g_test_add_func ("/core/stats/change/points", test_change_points);
  g_test_add_func ("/core/stats/change/computed", test_change_computed);
  g_test_add_func ("/core/stats/change/parts", test_change_of_parts);
  g_test_add_func ("/core/stats/change/undecided", test_change_undecided);
  g_test_add_func ("/core/stats/starter", test_starter);
  return g_test_run ();
}

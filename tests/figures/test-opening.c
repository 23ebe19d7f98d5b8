/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an overview opens on, over made-up coverage. */

#include "figures/chiso-opening.h"

static void
add (GPtrArray *coverage, const char *place, ChisoBoundary boundary, const char *indicator,
     int year)
{
  ChisoCoverage *row = g_new0 (ChisoCoverage, 1);

  row->place = g_strdup (place);
  row->boundary = boundary;
  row->indicator = g_strdup (indicator);
  row->year = year;
  row->n = 1;
  g_ptr_array_add (coverage, row);
}

/* 40 fills most charts in 2023, 37 has more figures for one chart, 38 one headline figure of 2024 and one of 2022, the
 * country most of all. */
static GPtrArray *
sample (void)
{
  GPtrArray *coverage = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_coverage_free);

  add (coverage, "VN", CHISO_BOUNDARY_63, "citizen_receptions", 2023);
  add (coverage, "VN", CHISO_BOUNDARY_63, "supervision_sessions", 2023);
  add (coverage, "VN", CHISO_BOUNDARY_63, "ntm_communes", 2023);
  add (coverage, "40", CHISO_BOUNDARY_63, "citizen_receptions", 2023);
  add (coverage, "40", CHISO_BOUNDARY_63, "ntm_communes", 2023);
  add (coverage, "40", CHISO_BOUNDARY_34, "poverty_rate", 2025);
  add (coverage, "38", CHISO_BOUNDARY_63, "citizen_receptions", 2022);
  add (coverage, "37", CHISO_BOUNDARY_63, "ntm_communes", 2023);
  add (coverage, "37", CHISO_BOUNDARY_63, "ntm_communes_share", 2023);
  add (coverage, "37", CHISO_BOUNDARY_63, "ntm_districts", 2023);
  add (coverage, "38", CHISO_BOUNDARY_63, "citizen_receptions", 2024);
  return coverage;
}

static void
assert_opening (const char *place, ChisoBoundary boundary, int year, const char *expected,
                ChisoBoundary expected_boundary, int expected_year)
{
  g_autoptr (GPtrArray) coverage = sample ();
  const char *best = NULL;

  g_assert_true (chiso_figures_opening (coverage, place, &boundary, &year, &best));
  g_assert_cmpstr (best, ==, expected);
  g_assert_cmpint (boundary, ==, expected_boundary);
  g_assert_cmpint (year, ==, expected_year);
}

static void
test_most (void)
{
  assert_opening (NULL, 0, 0, "40", CHISO_BOUNDARY_63, 2023);
}

/* What was said stays; of equal years the later goes first. */
static void
test_given (void)
{
  assert_opening ("38", 0, 0, "38", CHISO_BOUNDARY_63, 2024);
  assert_opening (NULL, 0, 2022, "38", CHISO_BOUNDARY_63, 2022);
  assert_opening (NULL, CHISO_BOUNDARY_34, 0, "40", CHISO_BOUNDARY_34, 2025);
  assert_opening ("VN", 0, 0, "VN", CHISO_BOUNDARY_63, 2023);
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) coverage = sample ();
  ChisoBoundary boundary = 0;
  int year = 1990;
  const char *best = NULL;

  g_assert_false (chiso_figures_opening (coverage, NULL, &boundary, &year, &best));
  g_assert_cmpint (year, ==, 1990);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/opening/most", test_most);
  g_test_add_func ("/figures/opening/given", test_given);
  g_test_add_func ("/figures/opening/none", test_none);
  return g_test_run ();
}

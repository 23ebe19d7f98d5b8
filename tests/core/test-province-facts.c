/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes and borders of provinces in both boundary sets, against figures of the tables' sources. */

#include "core/chiso-province-facts.h"

#include <math.h>

static ChisoGeo *geo;
static ChisoProvinceFacts *facts;

static void
test_population (void)
{
  int used = 0;

  g_assert_cmpfloat (chiso_province_facts_population (facts, CHISO_BOUNDARY_63, "08", 2023, &used),
                     ==, 812210);
  g_assert_cmpint (used, ==, 2023);
  /* The new Tuyên Quang is the old one and Hà Giang. */
  g_assert_cmpfloat_with_epsilon (
      chiso_province_facts_population (facts, CHISO_BOUNDARY_34, "08", 2023, NULL), 812210 + 899900,
      0.5);
  g_assert_cmpfloat_with_epsilon (
      chiso_province_facts_population (facts, CHISO_BOUNDARY_63, "VN", 2023, NULL),
      chiso_province_facts_population (facts, CHISO_BOUNDARY_34, "VN", 2023, NULL), 0.5);
  /* Before the first year the nearest within reach, and nothing beyond it. */
  g_assert_cmpfloat (chiso_province_facts_population (facts, CHISO_BOUNDARY_63, "08", 2017, &used),
                     ==, 786300);
  g_assert_cmpint (used, ==, 2019);
  g_assert_true (
      isnan (chiso_province_facts_population (facts, CHISO_BOUNDARY_63, "08", 2016, NULL)));
  g_assert_true (
      isnan (chiso_province_facts_population (facts, CHISO_BOUNDARY_63, "99", 2023, NULL)));
}

static double
communes (ChisoBoundary boundary, const char *place, const char *period, int *used)
{
  ChisoPeriod parsed;

  g_assert_true (chiso_period_parse (period, &parsed));
  return chiso_province_facts_communes (facts, boundary, place, &parsed, used);
}

static void
test_communes (void)
{
  int used = 0;

  g_assert_cmpfloat (communes (CHISO_BOUNDARY_63, "08", "2023", NULL), ==, 138);
  g_assert_cmpfloat (communes (CHISO_BOUNDARY_34, "08", "2023", NULL), ==, 138 + 193);
  g_assert_cmpfloat (communes (CHISO_BOUNDARY_34, "08", "2025", &used), ==, 124);
  g_assert_cmpint (used, ==, 2025);
  g_assert_cmpfloat (communes (CHISO_BOUNDARY_34, "08", "2026-12", &used), ==, 124);
  /* Former communes until their last day, whatever the set. */
  g_assert_cmpfloat (communes (CHISO_BOUNDARY_34, "08", "2025-01/2025-06", NULL), ==,
                     communes (CHISO_BOUNDARY_63, "08", "2025-06", NULL)
                         + communes (CHISO_BOUNDARY_63, "02", "2025-06", NULL));
  /* A province that stayed what it was had other communes before July 2025 than after it. */
  for (int set = 34; set <= 63; set += 29)
    {
      g_assert_cmpfloat (communes (set, "22", "2025-06", NULL), >, 54);
      g_assert_cmpfloat (communes (set, "22", "2025", NULL), ==, 54);
      g_assert_cmpfloat (communes (set, "VN", "2024", NULL), >, 10000);
      g_assert_cmpfloat (communes (set, "VN", "2025", NULL), ==, 3321);
    }
}

static void
assert_neighbours (ChisoBoundary boundary, const char *place, const char *expected)
{
  g_autofree const char **codes = chiso_province_facts_neighbours (facts, boundary, place);
  g_autofree char *got = g_strjoinv (" ", (char **) codes);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_neighbours (void)
{
  assert_neighbours (CHISO_BOUNDARY_63, "40", "38 42");
  assert_neighbours (CHISO_BOUNDARY_34, "96", "91 92");
  assert_neighbours (CHISO_BOUNDARY_63, "99", "");
}

static guint
units (const char *place, const char *period, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, ",", -1);
  ChisoPeriod parsed;

  g_assert_true (chiso_period_parse (period, &parsed));
  return chiso_province_facts_units (facts, CHISO_BOUNDARY_63, place, &parsed,
                                     (const char *const *) list, g_strv_length (list));
}

static void
test_units (void)
{
  /* Nghệ An had 21 districts until Cửa Lò went into Vinh at the end of 2024. */
  g_assert_cmpuint (units ("40", "2023", "Nam Đàn,Vinh"), ==, 21);
  g_assert_cmpuint (units ("40", "2025-03", "Nam Đàn,Vinh"), ==, 20);
  /* Between two lists the number that was given decides, else the earlier one. */
  g_assert_cmpuint (units ("40", "2024-12", "Nam Đàn,Vinh"), ==, 21);
  g_assert_cmpuint (units ("40", "2024-12",
                           "Vinh,Nam Đàn,Anh Sơn,Con Cuông,Diễn Châu,Đô Lương,Hoàng Mai,Hưng "
                           "Nguyên,Kỳ Sơn,Nghi Lộc,Nghĩa Đàn,Quế Phong,Quỳ Châu,Quỳ Hợp,Quỳnh "
                           "Lưu,Tân Kỳ,Thái Hòa,Thanh Chương,Tương Dương,Yên Thành"),
                    ==, 20);
  /* Before the first list as on it; of two districts of one name (Cao Lãnh) there is one. */
  g_assert_cmpuint (units ("40", "2012", "Nam Đàn,Vinh"), ==, 21);
  g_assert_cmpuint (units ("87", "2023", "Cao Lãnh,Sa Đéc"), ==, 10);
  /* What are no districts are communes, after July 2025 all. */
  g_assert_cmpuint (units ("40", "2023", "Kim Liên,Nam Giang"), ==, 460);
  g_assert_cmpuint (units ("40", "2025", "Vinh,Nam Đàn"), ==, 130);
  g_assert_cmpuint (units ("99", "2023", "Vinh,Nam Đàn"), ==, 0);
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
  g_test_add_func ("/core/province-facts/population", test_population);
  g_test_add_func ("/core/province-facts/communes", test_communes);
  g_test_add_func ("/core/province-facts/neighbours", test_neighbours);
  g_test_add_func ("/core/province-facts/units", test_units);
  status = g_test_run ();
  chiso_province_facts_free (facts);
  chiso_geo_unref (geo);
  return status;
}

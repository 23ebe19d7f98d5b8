/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text form of what to compare: all of it comes back, and what cannot be read does no harm. */

#include "core/chiso-catalogue-load.h"
#include "figures/chiso-comparison.h"

static ChisoGeo *geo;
static ChisoCatalogue *catalogue;

static void
test_round_trip (void)
{
  g_autoptr (ChisoComparison) one = chiso_comparison_new ();
  g_autoptr (ChisoComparison) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  one->indicator = g_strdup ("ntm_communes");
  one->boundary = CHISO_BOUNDARY_34;
  for (const char *const *place = (const char *const[]){ "VN", "40", "37", "40/A; b = c", NULL };
       *place != NULL; place++)
    g_ptr_array_add (one->places, g_strdup (*place));
  one->first_year = 2018;
  one->last_year = 2024;
  one->kind = PLOT_KIND_DUMBBELL;
  one->show = CHISO_SHOW_PER_COMMUNE;
  one->base_year = 2015;
  one->table = TRUE;
  text = chiso_comparison_format (one);
  again = chiso_comparison_parse (text, catalogue, geo, NULL);
  g_assert_cmpstr (again->indicator, ==, "ntm_communes");
  g_assert_cmpuint (again->places->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (again->places->pdata[i], ==, one->places->pdata[i]);
  g_assert_cmpint (again->boundary, ==, CHISO_BOUNDARY_34);
  g_assert_cmpint (again->first_year, ==, 2018);
  g_assert_cmpint (again->last_year, ==, 2024);
  g_assert_cmpint (again->kind, ==, PLOT_KIND_DUMBBELL);
  g_assert_cmpint (again->show, ==, CHISO_SHOW_PER_COMMUNE);
  g_assert_cmpint (again->base_year, ==, 2015);
  g_assert_true (again->table);
  text_again = chiso_comparison_format (again);
  g_assert_cmpstr (text_again, ==, text);
}

/* Two indicators come back as they were; a scatter chart of one is none. */
static void
test_across (void)
{
  g_autoptr (ChisoComparison) one = chiso_comparison_new ();
  g_autoptr (ChisoComparison) again = NULL;
  g_autoptr (ChisoComparison) same = chiso_comparison_parse (
      "[compare]\nindicator=ntm_communes\nacross=ntm_communes\nkind=scatter\n", catalogue, geo,
      NULL);
  g_auto (ChisoComparisonMissing) missing = { NULL };
  g_autoptr (ChisoComparison) gone = chiso_comparison_parse (
      "[compare]\nindicator=ntm_communes\nacross=no_such\nkind=scatter\n", catalogue, geo,
      &missing);
  g_autofree char *text = NULL;

  one->indicator = g_strdup ("ntm_communes");
  one->across = g_strdup ("citizen_receptions");
  one->kind = PLOT_KIND_SCATTER;
  text = chiso_comparison_format (one);
  again = chiso_comparison_parse (text, catalogue, geo, NULL);
  g_assert_cmpstr (again->across, ==, "citizen_receptions");
  g_assert_cmpint (again->kind, ==, PLOT_KIND_SCATTER);
  g_assert_cmpint (same->kind, ==, PLOT_KIND_LINE);
  g_assert_cmpint (gone->kind, ==, PLOT_KIND_LINE);
  g_assert_cmpstr (gone->indicator, ==, "ntm_communes");
  g_assert_cmpstr (missing.indicator, ==, "no_such");
}

static void
test_missing (void)
{
  g_auto (ChisoComparisonMissing) missing = { NULL };
  /* Hà Giang is none of the 34. */
  g_autoptr (ChisoComparison) read = chiso_comparison_parse (
      "[compare]\nindicator=no_such\nboundary=34\nplace=02;40;40;99;\n", catalogue, geo, &missing);

  g_assert_null (read->indicator);
  g_assert_cmpstr (missing.indicator, ==, "no_such");
  g_assert_cmpuint (read->places->len, ==, 1);
  g_assert_cmpstr (read->places->pdata[0], ==, "40");
  g_assert_cmpuint (missing.places->len, ==, 2);
  g_assert_cmpstr (missing.places->pdata[0], ==, "02");
  g_assert_cmpstr (missing.places->pdata[1], ==, "99");
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    NULL,
    "",
    "kind=bar",
    "[compare",
    "\xFF\xFE",
    "[compare]\nfirst=99999\nlast=-4\nboundary=12\nkind=scatter\nmeasure=more\nbase=x\nplace=;;\n",
    "[compare]\nlater=value\n[another]\nindicator=ntm_communes\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (ChisoComparisonMissing) missing = { NULL };
      g_autoptr (ChisoComparison)
          read = chiso_comparison_parse (texts[i], catalogue, geo, &missing);

      g_assert_null (read->indicator);
      g_assert_cmpuint (read->places->len, ==, 0);
      g_assert_cmpint (read->boundary, ==, CHISO_BOUNDARY_63);
      g_assert_cmpint (read->first_year + read->last_year + read->base_year, ==, 0);
      g_assert_cmpint (read->kind, ==, PLOT_KIND_LINE);
      g_assert_cmpint (read->show, ==, CHISO_SHOW_VALUE);
    }
}

/* What the indicator cannot be turned into is shown as it is. */
static void
test_show (void)
{
  g_autoptr (ChisoComparison) read = chiso_comparison_parse (
      "[compare]\nindicator=ntm_communes_share\nmeasure=per-commune\n", catalogue, geo, NULL);

  g_assert_cmpint (read->show, ==, CHISO_SHOW_VALUE);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/comparison/round-trip", test_round_trip);
  g_test_add_func ("/figures/comparison/across", test_across);
  g_test_add_func ("/figures/comparison/missing", test_missing);
  g_test_add_func ("/figures/comparison/hostile", test_hostile);
  g_test_add_func ("/figures/comparison/show", test_show);
  geo = chiso_geo_new_from_resources (NULL);
  catalogue = chiso_catalogue_load (NULL, NULL);
  g_assert_true (geo != NULL && catalogue != NULL);
  status = g_test_run ();
  chiso_geo_unref (geo);
  chiso_catalogue_unref (catalogue);
  return status;
}

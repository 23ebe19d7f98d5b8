/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl views, and chart --view: what was saved under a name is what is drawn. */

#include "cli-support.h"
#include "core/chiso-catalogue-load.h"
#include "core/chiso-store-views.h"

#include <string.h>

/* Saves a view into the fixture's library as the window does. */
static void
save (CliFixture *self, const char *name, const char *choice)
{
  g_autofree char *path = cli_path (self, "data/chiso/library.chiso");
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoStore) store = chiso_store_open (path, catalogue, NULL, NULL, &error);
  g_autoptr (ChisoSavedView) view = chiso_saved_view_new (0, name, choice, 1);

  g_assert_no_error (error);
  g_assert_cmpint (chiso_store_change_view_sync (store, CHISO_VIEW_SAVE, view, &error), !=, 0);
  g_assert_no_error (error);
}

#define NTM                                                                                        \
  "[compare]\nindicator=ntm_communes_share\nplace=40;38;\nboundary=63\nfirst=2018\nlast=0\n"       \
  "kind=bar\nmeasure=value\nbase=0\n"

/* Makes the starter library. */
static void
make_library (CliFixture *self)
{
  cli_run (self, "views", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==,
                   "view\tindicator\tplace\tboundary\tperiod\tkind\tmeasure\tbase\n");
}

static void
test_list (CliFixture *self, gconstpointer data)
{
  make_library (self);
  save (self, "Nông thôn mới", NTM);
  save (self, "Cũ", "[compare]\nindicator=gone_for_good\nkind=spiral\nbase=2015\nmeasure=index\n");
  cli_run (self, "views", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==,
                   "view\tindicator\tplace\tboundary\tperiod\tkind\tmeasure\tbase\n"
                   "Cũ\tgone_for_good\t\t63\t\tline\tindex\t2015\n"
                   "Nông thôn mới\tntm_communes_share\t40,38\t63\t2018..\tbar\tvalue\t\n");
}

static void
test_draw (CliFixture *self, gconstpointer data)
{
  g_autofree char *by_view = NULL;
  g_autofree char *by_options = NULL;
  g_autofree char *other = NULL;
  g_autofree char *other_by_options = NULL;

  make_library (self);
  save (self, "Nông thôn mới", NTM);
  /* Typed with decomposed letters and a space too many. */
  cli_run (self, "chart", "--view=No\xCC\x82ng thôn  mới", "--output=view.svg", NULL);
  cli_assert (self, 0, "");
  cli_run (self, "chart", "--indicator=ntm_communes_share", "--place=40,38", "--kind=bar",
           "--period=2018..", "--output=options.svg", NULL);
  cli_assert (self, 0, "");
  by_view = cli_read (self, "view.svg");
  by_options = cli_read (self, "options.svg");
  g_assert_cmpstr (by_view, ==, by_options);
  /* What is typed goes before. */
  cli_run (self, "chart", "--view=Nông thôn mới", "--kind=column", "--place=VN,40",
           "--output=view.svg", NULL);
  cli_assert (self, 0, "");
  cli_run (self, "chart", "--indicator=ntm_communes_share", "--place=VN,40", "--kind=column",
           "--period=2018..", "--output=options.svg", NULL);
  other = cli_read (self, "view.svg");
  other_by_options = cli_read (self, "options.svg");
  g_assert_cmpstr (other, ==, other_by_options);
  g_assert_cmpstr (other, !=, by_view);
}

static void
test_unknown (CliFixture *self, gconstpointer data)
{
  make_library (self);
  cli_run (self, "chart", "--view=Gì đó", "--output=x.svg", NULL);
  cli_assert (self, 2,
              "chisoctl: There is no view “Gì đó”: the library has none; they are saved in the "
              "window, on the Compare page\n");
  save (self, "Hai", NTM);
  save (self, "Ba", NTM);
  cli_run (self, "chart", "--view=Gì đó", "--output=x.svg", NULL);
  cli_assert (self, 2, "chisoctl: There is no view “Gì đó”; there are “Ba”, “Hai”\n");
  g_assert_false (cli_exists (self, "x.svg"));
  cli_run (self, "views", "Hai", NULL);
  cli_assert (self, 2, "chisoctl: views takes no “Hai”; a view is drawn by chart --view=NAME\n");
}

static void
test_missing (CliFixture *self, gconstpointer data)
{
  make_library (self);
  save (self, "Một", "[compare]\nindicator=gone_for_good\nplace=40;\n");
  save (self, "Hai", "[compare]\nindicator=ntm_communes_share\nplace=40;991;992;\nkind=bar\n");
  save (self, "Ba", "[compare]\nindicator=ntm_communes_share\nplace=991;\n");
  cli_run (self, "chart", "--view=Một", "--output=x.svg", NULL);
  cli_assert (self, 1,
              "chisoctl: The view “Một” is of the indicator “gone_for_good”, which the catalogue "
              "does not have; give another with --indicator\n");
  cli_run (self, "chart", "--view=Ba", "--output=x.svg", NULL);
  cli_assert (self, 1,
              "chisoctl: The view “Ba” is of places that are not known: 991; give others with "
              "--place\n");
  g_assert_false (cli_exists (self, "x.svg"));
  cli_run (self, "chart", "--view=Hai", "--output=x.svg", NULL);
  cli_assert (self, 0,
              "chisoctl: The view “Hai” names places that are not known, and left out: 991,992\n");
  g_assert_true (cli_exists (self, "x.svg"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_ADD ("/cli/views/list", test_list);
  CLI_ADD ("/cli/views/draw", test_draw);
  CLI_ADD ("/cli/views/unknown", test_unknown);
  CLI_ADD ("/cli/views/missing", test_missing);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl sheet through the real program: A4 pages whose Vietnamese text comes out again, with
 * links, an outline and properties; and no file where there is nothing to say. */

#include "cli-support.h"

#include <math.h>
#include <poppler.h>
#include <string.h>

static PopplerDocument *
open_pdf (CliFixture *self, const char *name)
{
  g_autofree char *path = cli_path (self, name);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* All text of all pages, line ends as blanks. */
static char *
text_of (PopplerDocument *document)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (GObject) object = G_OBJECT (poppler_document_get_page (document, i));
      PopplerPage *page = POPPLER_PAGE (object);
      g_autofree char *own = poppler_page_get_text (page);

      g_string_append (text, g_strdelimit (own, "\n", ' '));
      g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static guint
count_links (PopplerDocument *document, PopplerActionType type)
{
  guint n = 0;

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (GObject) object = G_OBJECT (poppler_document_get_page (document, i));
      PopplerPage *page = POPPLER_PAGE (object);
      GList *links = poppler_page_get_link_mapping (page);

      for (GList *l = links; l != NULL; l = l->next)
        n += ((PopplerLinkMapping *) l->data)->action->type == type;
      poppler_page_free_link_mapping (links);
    }
  return n;
}

/* A report with one figure of Nghệ An and one of its year before. */
static void
import_report (CliFixture *self)
{
  cli_write (self, "nghe-an.txt",
             "Tỉnh Nghệ An: kết quả công tác dân vận năm 2023\n\n"
             "Năm 2023, tỉnh Nghệ An đã tiếp 2.904 lượt công dân.\n"
             "Năm 2022, tỉnh Nghệ An đã tiếp 2.200 lượt công dân.\n");
  cli_run (self, "import", "nghe-an.txt", NULL);
  g_assert_cmpint (self->status, ==, 0);
}

static void
test_text (CliFixture *self, gconstpointer data)
{
  static const char *const expected[] = { "Lượt tiếp công dân",
                                          "Hình 1.",
                                          "Bảng 1.",
                                          "Chú thích và nguồn",
                                          "Trang 1/",
                                          "Lập ngày 22/11/2026",
                                          "“2.904 lượt công dân”",
                                          "Năm 2023, tỉnh Nghệ An đã tiếp 2.904 lượt công dân." };
  g_autoptr (GObject) file = NULL;
  PopplerDocument *document;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  PopplerIndexIter *outline;

  import_report (self);
  cli_run (self, "sheet", "--indicator=citizen_receptions", "--place=Nghệ An", "--lang=vi",
           "--date=2026-11-22", "--author=Ban Dân vận", "--output=x.pdf", NULL);
  cli_assert (self, 0, "");
  document = open_pdf (self, "x.pdf");
  file = G_OBJECT (document);
  text = text_of (document);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("“%s” is not in: %s", expected[i], text);
  title = poppler_document_get_title (document);
  g_assert_cmpstr (title, ==, "Lượt tiếp công dân");
  outline = poppler_index_iter_new (document);
  g_assert_nonnull (outline);
  poppler_index_iter_free (outline);
  g_assert_cmpuint (count_links (document, POPPLER_ACTION_GOTO_DEST), >=, 4);
}

/* Every page is A4, a table of all places goes over several, and the starter's sources are linked. */
static void
test_all_places (CliFixture *self, gconstpointer data)
{
  g_autoptr (GObject) file = NULL;
  PopplerDocument *document;
  g_autofree char *text = NULL;

  cli_run (self, "sheet", "--indicator=ntm_communes_share", "--kind=bar", "--lang=en",
           "--output=x.pdf", NULL);
  cli_assert (self, 0, "");
  document = open_pdf (self, "x.pdf");
  file = G_OBJECT (document);
  g_assert_cmpint (poppler_document_get_n_pages (document), >, 2);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (GObject) object = G_OBJECT (poppler_document_get_page (document, i));
      PopplerPage *page = POPPLER_PAGE (object);
      double width, height;

      poppler_page_get_size (page, &width, &height);
      g_assert_cmpfloat (fabs (width - 595.28), <, 0.1);
      g_assert_cmpfloat (fabs (height - 841.89), <, 0.1);
    }
  text = text_of (document);
  g_assert_nonnull (strstr (text, "Table 1 (continued)"));
  g_assert_nonnull (strstr (text, "Published figure, without its sentence."));
  g_assert_cmpuint (count_links (document, POPPLER_ACTION_URI), >, 10);
}

static void
test_several (CliFixture *self, gconstpointer data)
{
  g_autoptr (GObject) file = NULL;
  PopplerDocument *document;
  g_autofree char *text = NULL;

  cli_run (self, "sheet", "--indicator=ntm_communes_share,ntm_communes", "--place=40,38",
           "--lang=vi", "--title=Nông thôn mới", "--output=x.pdf", NULL);
  cli_assert (self, 0, "");
  document = open_pdf (self, "x.pdf");
  file = G_OBJECT (document);
  text = text_of (document);
  g_assert_nonnull (strstr (text, "Hình 2."));
  g_assert_nonnull (strstr (text, "Bảng 2."));
  g_assert_nonnull (strstr (text, "Nông thôn mới"));
}

static void
test_overview (CliFixture *self, gconstpointer data)
{
  g_autoptr (GObject) file = NULL;
  PopplerDocument *document;
  g_autofree char *text = NULL;

  cli_run (self, "sheet", "--overview", "--place=Tuyên Quang", "--year=2023", "--lang=vi",
           "--output=x.pdf", NULL);
  cli_assert (self, 0, "");
  document = open_pdf (self, "x.pdf");
  file = G_OBJECT (document);
  text = text_of (document);
  g_assert_nonnull (strstr (text, "Tuyên Quang, 2023"));
  g_assert_nonnull (strstr (text, "Hình 3."));
}

/* Equal input gives equal bytes. */
static void
test_repeatable (CliFixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  gsize lengths[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = cli_path (self, i == 0 ? "a.pdf" : "b.pdf");

      cli_run (self, "sheet", "--indicator=ntm_communes_share", "--place=15,49", "--lang=vi",
               i == 0 ? "--output=a.pdf" : "--output=b.pdf", NULL);
      cli_assert (self, 0, "");
      g_assert_true (g_file_get_contents (path, i == 0 ? &first : &second, &lengths[i], &error));
    }
  g_assert_cmpmem (first, lengths[0], second, lengths[1]);
}

static void
test_nothing (CliFixture *self, gconstpointer data)
{
  cli_run (self, "sheet", "--indicator=ntm_communes", "--place=40", "--period=1990",
           "--output=x.pdf", NULL);
  cli_assert (self, 1,
              "chisoctl: The library has no figures of ntm_communes for that place and period, so "
              "there is no chart\n");
  g_assert_false (cli_exists (self, "x.pdf"));
  cli_run (self, "sheet", "--overview", "--place=40", "--year=1990", "--lang=en", "--output=x.pdf",
           NULL);
  cli_assert (self, 1, "chisoctl: There are no figures to put on a report sheet\n");
  g_assert_false (cli_exists (self, "x.pdf"));
}

static void
test_no_folder (CliFixture *self, gconstpointer data)
{
  cli_run (self, "sheet", "--indicator=ntm_communes_share", "--place=15", "--output=no/x.pdf",
           NULL);
  cli_assert (self, 1, "chisoctl: “no/x.pdf” cannot be written: there is no such folder\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_ADD ("/cli/sheet/text", test_text);
  CLI_ADD ("/cli/sheet/all-places", test_all_places);
  CLI_ADD ("/cli/sheet/several", test_several);
  CLI_ADD ("/cli/sheet/overview", test_overview);
  CLI_ADD ("/cli/sheet/repeatable", test_repeatable);
  CLI_ADD ("/cli/sheet/nothing", test_nothing);
  CLI_ADD ("/cli/sheet/no-folder", test_no_folder);
  return g_test_run ();
}

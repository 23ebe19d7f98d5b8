/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real files of each format: what their text is, what they say of themselves, and that a report
 * gives the same figures whatever file it comes in. */

#include "core/chiso-catalogue-load.h"
#include "core/chiso-extract.h"
#include "import-support.h"

#include <string.h>

static ChisoExtractor *extractor;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The asserted figures, a line each, without where they stand. */
static char *
figures_of (const char *text, const char *published)
{
  ChisoPeriod day = { 0 };
  gboolean dated = published != NULL && chiso_period_parse (published, &day);
  g_autoptr (ChisoExtraction)
      extraction = chiso_extract (extractor, text, strlen (text), dated ? &day.end : NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < extraction->observations->len; i++)
    {
      const ChisoObservation *o = extraction->observations->pdata[i];
      char period[CHISO_PERIOD_MAX], base[CHISO_PERIOD_MAX];
      g_autofree char *value = chiso_value_format (o->value);

      if (o->confidence >= CHISO_CONFIDENCE_ASSERTED)
        g_ptr_array_add (lines, g_strdup_printf ("%s %s %s %s %s %s %s", o->indicator, o->place,
                                                 chiso_period_format (&o->period, period),
                                                 chiso_measure_to_string (o->measure), value,
                                                 chiso_qualifier_to_string (o->qualifier),
                                                 chiso_period_format (&o->base, base)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

typedef struct
{
  const char *file;
  const char *format;
  const char *report;
  const char *published; /* as the file says, or NULL for any */
} Case;

static const Case cases[] = {
  { "bac-giang.docx", "docx", "08-bac-giang-bang-so-lieu", "2024-01-18" },
  { "bac-giang.odt", "odt", "08-bac-giang-bang-so-lieu", "2024-01-18" },
  { "bac-giang.pdf", "pdf", "08-bac-giang-bang-so-lieu", NULL },
  { "cong-thong-tin.html", "html", "08-bac-giang-bang-so-lieu", "2024-01-17" },
  { "nam-dinh.docx", "docx", "07-nam-dinh-bao-cao-nam", "2024-01-18" },
  { "nam-dinh.odt", "odt", "07-nam-dinh-bao-cao-nam", "2024-01-18" },
  { "nam-dinh.pdf", "pdf", "07-nam-dinh-bao-cao-nam", NULL },
  { "tuyen-quang.pdf", "pdf", "01-tuyen-quang-ntm-va-tiep-dan", NULL },
  { "bao-dien-tu.html", "html", "01-tuyen-quang-ntm-va-tiep-dan", "2022-06-12" },
};

static ChisoDocument *
import_case (const Case *item)
{
  g_autofree char *name = g_strconcat ("import/", item->file, NULL);
  g_autoptr (GError) error = NULL;
  ChisoDocument *document = import_test_document (name, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_figures (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (ChisoDocument) document = import_case (item);
  g_autofree char *name = g_strdup_printf ("reports/%s.txt", item->report);
  g_autoptr (ChisoDocument) report = import_test_document (name, NULL);
  /* A page's date is its own; a file's only says when it was saved. */
  gboolean page = strcmp (item->format, "html") == 0;
  g_autofree char *found = figures_of (document->text, page ? document->published : NULL);
  g_autofree char *expected = figures_of (report->text, NULL);

  g_assert_cmpstr (document->format, ==, item->format);
  if (item->published != NULL)
    g_assert_cmpstr (document->published, ==, item->published);
  g_assert_cmpuint (strlen (expected), >, 200);
  g_assert_cmpstr (found, ==, expected);
}

/* What is printed around the text, or was taken out of it. */
static void
test_left_out (gconstpointer data)
{
  static const char *const foreign[] = { "BẢN TIN",   "Trang ",  "999",        "888",
                                         "777",       "666",     " 555 hội",   "444",
                                         "333",       "222 hội", "Bình luận",  "Trang chủ",
                                         "Giấy phép", "10:24",   "Giới thiệu", "Bản quyền",
                                         "Chia sẻ" };
  const Case *item = data;
  g_autoptr (ChisoDocument) document = import_case (item);

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (strstr (document->text, foreign[i]) != NULL)
      {
        g_test_message ("“%s” is in the text of %s", foreign[i], item->file);
        g_test_fail ();
      }
}

/* The same lines from a table whatever it was made with. */
static void
test_table (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (ChisoDocument) document = import_case (item);

  g_assert_nonnull (strstr (document->text,
                            "\n\nSTT\tChỉ tiêu\tĐơn vị\tNăm 2022\tNăm 2023\n"
                            "1\tSố xã đạt chuẩn nông thôn mới\txã\t145\t154\n"
                            "2\tSố xã đạt chuẩn nông thôn mới nâng cao\txã\t42\t58\n"));
  g_assert_nonnull (strstr (document->text, "\n5\tĐơn vị cấp huyện đạt chuẩn, hoàn thành nhiệm "
                                            "vụ\tđơn vị\t5\t6\n"));
  g_assert_nonnull (strstr (document->text, "\n8\tTỷ lệ hộ nghèo\t%\t3,93\t2,67\n\nGhi chú:"));
}

static void
test_items (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (ChisoDocument) document = import_case (item);

  g_assert_nonnull (strstr (document->text, "\n\n- Chủ trì giám sát 623 cuộc; trong đó cấp tỉnh 12 "
                                            "cuộc, cấp huyện 97 cuộc, cấp xã 514 cuộc.\n"
                                            "- Thành lập 148 đoàn giám sát.\n"));
}

/* Lines and pages of a PDF end where the paper does, not where a paragraph does. */
static void
test_pdf_paragraphs (void)
{
  g_autoptr (ChisoDocument) document = import_test_document ("import/tuyen-quang.pdf", NULL);
  g_autoptr (ChisoDocument)
      report = import_test_document ("reports/01-tuyen-quang-ntm-va-tiep-dan.txt", NULL);

  g_assert_cmpstr (document->text, ==, report->text);
}

static void
test_html_head (void)
{
  g_autoptr (ChisoDocument) page = import_test_document ("import/bao-dien-tu.html", NULL);
  g_autoptr (ChisoDocument) portal = import_test_document ("import/cong-thong-tin.html", NULL);

  g_assert_cmpstr (page->title, ==, "Tuyên Quang: Xã khó về đích trước, lòng dân là thước đo");
  g_assert_cmpstr (page->publisher, ==, "Báo Sông Lô điện tử");
  g_assert_cmpstr (page->url, ==,
                   "https://baosonglo.example/nong-thon-moi/xa-kho-ve-dich-truoc.html");
  g_assert_cmpstr (page->encoding, ==, "UTF-8");
  g_assert_cmpstr (portal->title, ==, "Bắc Giang: Một năm nhìn lại xây dựng nông thôn mới");
  g_assert_cmpstr (portal->encoding, ==, "Windows-1258");
  g_assert_null (portal->url);
}

static void
test_properties (void)
{
  static const char *const files[] = { "bac-giang.docx", "bac-giang.odt", "bac-giang.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat ("import/", files[i], NULL);
      g_autoptr (ChisoDocument) document = import_test_document (name, NULL);

      g_assert_cmpstr (document->title, ==, "Bắc Giang: Một năm nhìn lại xây dựng nông thôn mới");
    }
}

typedef struct
{
  const char *name;
  const char *head, *body;
  const char *title, *published, *publisher, *url;
} HeadCase;

#define PROSE                                                                                      \
  "<p>Năm 2022, toàn tỉnh tổ chức 118 hội nghị đối thoại với nhân dân ở các huyện, thành phố.</p>"

static const HeadCase heads[] = {
  { "title-and-site", "<title>Tin A ở huyện | Báo B</title>", "<h1>Tin A</h1>" PROSE,
    "Tin A ở huyện", NULL, NULL, NULL },
  { "dash-in-a-title", "<title>Đảng ủy - Chính quyền xã</title>", PROSE, "Đảng ủy - Chính quyền xã",
    NULL, NULL, NULL },
  { "heading-only", "", "<h1>Tin <em>A</em></h1>" PROSE, "Tin A", NULL, NULL, NULL },
  { "night-in-london", "<meta itemprop='datePublished' content='2023-11-14T18:30:00Z'>", PROSE,
    NULL, "2023-11-15", NULL, NULL },
  { "day-first", "<meta name='pubdate' content='15/11/2023 08:00'>", PROSE, NULL, "2023-11-15",
    NULL, NULL },
  { "impossible-day", "<meta name='pubdate' content='31/02/2023'>", PROSE, NULL, NULL, NULL, NULL },
  { "json-ld",
    "<script type='application/ld+json'>{\"datePublished\" : \"2023-11-15\",\"publisher\":"
    "{\"name\":\"B\\u00e1o \\u0110\"}}</script>",
    PROSE, NULL, "2023-11-15", "Báo Đ", NULL },
  { "time-element", "",
    "<div class='clock'>01/01/2025</div><article><h1>A</h1><time datetime='2023-11-15'>hôm "
    "qua</time>" PROSE "</article>",
    "A", "2023-11-15", NULL, NULL },
  { "host-for-publisher", "<meta property='og:url' content='https://www.bao.example/a.html'>",
    PROSE, NULL, NULL, "bao.example", "https://www.bao.example/a.html" },
  { "no-script-as-address", "<link rel='canonical' href='javascript:alert(1)'>", PROSE, NULL, NULL,
    NULL, NULL },
};

static void
test_head (gconstpointer data)
{
  const HeadCase *item = data;
  g_autofree char *page = g_strdup_printf ("<!doctype html><html><head><meta charset=utf-8>%s"
                                           "</head><body>%s</body></html>",
                                           item->head, item->body);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument) document = chiso_import_bytes (bytes, "x.html", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->title, ==, item->title);
  g_assert_cmpstr (document->published, ==, item->published);
  g_assert_cmpstr (document->publisher, ==, item->publisher);
  g_assert_cmpstr (document->url, ==, item->url);
  g_assert_nonnull (strstr (document->text, "118 hội nghị đối thoại"));
}

/* A document typed in a font of TCVN3: its letters are Latin by form. */
static void
test_legacy_font (void)
{
  const ImportTestEntry entry = {
    "word/document.xml",
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
    "<w:p><w:r><w:t>N¨m 2022, tØnh cã 61 x· ®¹t chuÈn n«ng th«n míi.</w:t></w:r></w:p>"
    "</w:body></w:document>",
    0
  };
  g_autoptr (GBytes) bytes = import_test_zip (&entry, 1, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument) document = chiso_import_bytes (bytes, "x.docx", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->text, ==, "Năm 2022, tỉnh có 61 xã đạt chuẩn nông thôn mới.\n");
  g_assert_cmpstr (document->encoding, ==, "TCVN3");
}

static void
add_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *figures = g_strconcat ("/import/figures/", cases[i].file, NULL);
      g_autofree char *left_out = g_strconcat ("/import/left-out/", cases[i].file, NULL);
      g_autofree char *table = g_strconcat ("/import/table/", cases[i].file, NULL);
      g_autofree char *items = g_strconcat ("/import/items/", cases[i].file, NULL);

      g_test_add_data_func (figures, &cases[i], test_figures);
      g_test_add_data_func (left_out, &cases[i], test_left_out);
      if (g_str_has_prefix (cases[i].report, "08"))
        g_test_add_data_func (table, &cases[i], test_table);
      if (g_str_has_prefix (cases[i].report, "07"))
        g_test_add_data_func (items, &cases[i], test_items);
    }
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *path = g_strconcat ("/import/html/", heads[i].name, NULL);
      g_test_add_data_func (path, &heads[i], test_head);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (ChisoCatalogue) catalogue = NULL;
  g_autoptr (ChisoGeo) geo = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalogue = chiso_catalogue_load (NULL, NULL);
  geo = chiso_geo_new_from_resources (NULL);
  g_assert_nonnull (catalogue);
  g_assert_nonnull (geo);
  extractor = chiso_extractor_new (catalogue, geo);
  add_cases ();
  g_test_add_func ("/import/pdf/paragraphs", test_pdf_paragraphs);
  g_test_add_func ("/import/html/head", test_html_head);
  g_test_add_func ("/import/properties", test_properties);
  g_test_add_func ("/import/docx/legacy-font", test_legacy_font);
  status = g_test_run ();
  chiso_extractor_unref (extractor);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of observations as reports, and which date of a document counts. */

#include "core/chiso-catalogue-load.h"
#include "core/chiso-derive.h"
#include "core/chiso-sheet.h"

#include <math.h>
#include <string.h>

static ChisoExtractor *extractor;

#define HEAD "indicator,place,period,measure,value,numerator,denominator,qualifier,base,evidence\n"

static ChisoExtraction *
read_sheet (const char *text, GPtrArray *problems)
{
  return chiso_sheet_extract (chiso_extractor_catalogue (extractor),
                              chiso_extractor_geo (extractor), text, strlen (text), problems);
}

static void
test_recognised (void)
{
  static const char *const sheets[] = { HEAD,
                                        "# a comment\n\nvalue\tmeasure\tperiod\tplace\tindicator\n",
                                        "indicator;place;period;measure;value",
                                        "\"indicator\",\"place\",period,measure,value\n" };
  static const char *const others[] = { "", "Báo cáo\n", "indicator,place,period,value\n",
                                        "indicator place period measure value\n",
                                        "“indicator, place, period, measure, value” là tên cột" };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    g_assert_true (chiso_sheet_is (sheets[i], strlen (sheets[i])));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (chiso_sheet_is (others[i], strlen (others[i])));
}

static void
test_rows (void)
{
  const char *text = HEAD
      "# half a year\n"
      "ntm_communes,40,2023-06,level,226,226,431,at_least,,\"226/431 \"\"xã\"\"\"\n"
      "grdp_growth,\"40/Nam Đàn\",2023,delta,-2.3,,,,2022,\n"
      "dialogue_sessions,37,2025-12,level,5,,,,,\n";
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ChisoExtraction) extraction = read_sheet (text, problems);
  const ChisoObservation *o;

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (extraction->observations->len, ==, 3);
  o = extraction->observations->pdata[0];
  g_assert_cmpstr (o->indicator, ==, "ntm_communes");
  g_assert_cmpstr (o->place, ==, "40");
  g_assert_cmpfloat (o->value, ==, 226);
  g_assert_cmpfloat (o->denominator, ==, 431);
  g_assert_cmpint (o->qualifier, ==, CHISO_QUALIFIER_AT_LEAST);
  g_assert_cmpint (o->boundary, ==, CHISO_BOUNDARY_63);
  /* The row proves the figure. */
  g_assert_true (g_str_has_prefix (text + o->sentence.start, "ntm_communes,40"));
  g_assert_cmpint (text[o->sentence.end], ==, '\n');
  g_assert_true (g_str_has_prefix (text + o->evidence.start, "226,226"));
  g_assert_cmpuint (o->evidence.end - o->evidence.start, ==, 3);

  o = extraction->observations->pdata[1];
  g_assert_cmpstr (o->place, ==, "40/Nam Đàn");
  g_assert_cmpfloat (o->value, ==, -2.3);
  g_assert_true (isnan (o->numerator));
  o = extraction->observations->pdata[2];
  g_assert_cmpint (o->boundary, ==, CHISO_BOUNDARY_34);
}

static void
test_problems (void)
{
  static const char text[] = HEAD "no_such_thing,40,2023,level,1,,,,,\n"
                                  "ntm_communes,99,2023,level,1,,,,,\n"
                                  "ntm_communes,40,13/2023,level,1,,,,,\n"
                                  "\"ntm_communes\n\",40,2023,levels,1,,,,,\n"
                                  "ntm_communes,40,2023,level,\"1,5\",,,,,\n"
                                  "ntm_communes,40,2023,level\n"
                                  "ntm_communes,40,2023,level,61,,,,,\n";
  static const char *const expected[] = { "line 2: there is no indicator “no_such_thing”",
                                          "line 3: there is no place “99”",
                                          "line 4: “13/2023” is no period",
                                          "line 5: “levels” is no measure (level, ratio, delta)",
                                          "line 7: “1,5” is no number (write 1234.5)",
                                          "line 8: it has no value" };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ChisoExtraction) extraction = read_sheet (text, problems);

  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpstr (problems->pdata[i], ==, expected[i]);
  g_assert_cmpuint (extraction->observations->len, ==, 1);
}

/* A quote that is never closed takes the rest of the file, and no more. */
static void
test_open_quote (void)
{
  g_autoptr (ChisoExtraction) extraction = read_sheet (
      HEAD "ntm_communes,40,2023,level,61,,,,,\n\"ntm_communes,40,2023,level,1", NULL);

  g_assert_cmpuint (extraction->observations->len, ==, 1);
}

static ChisoDocument *
make_document (const char *format, const char *text, const char *published)
{
  ChisoDocument *document = chiso_document_new ("x");

  document->format = g_strdup (format);
  document->text = g_strdup (text);
  document->length = strlen (text);
  document->published = g_strdup (published);
  return document;
}

#define DATED                                                                                                     \
  "Phú Yên: Tin trong tỉnh\n\n15/11/2023 08:00\n\n9 tháng đầu năm, tỉnh tổ chức 88 cuộc đối " \
  "thoại.\n"
#define UNDATED "Phú Yên: Tin trong tỉnh\n\n9 tháng đầu năm, tỉnh tổ chức 88 cuộc đối thoại.\n"

static void
test_dates (void)
{
  static const struct
  {
    const char *format, *text, *published;
    int given, year;
    const char *kept;
  } cases[] = {
    { "html", DATED, "2022-05-01", 0, 2022, "2022-05-01" },
    { "docx", DATED, "2022-05-01", 0, 2023, NULL },
    { "docx", UNDATED, "2022-05-01", 0, 2022, "2022-05-01" },
    { "pdf", UNDATED, NULL, 0, 0, NULL },
    { "pdf", DATED, "2022-05-01", 2020, 2020, "2022-05-01" },
    { "text", DATED, NULL, 0, 2023, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ChisoDocument)
          document = make_document (cases[i].format, cases[i].text, cases[i].published);
      const ChisoDate given = { cases[i].given, 3, 1 };
      g_autoptr (ChisoExtraction)
          extraction = chiso_derive (extractor, document, cases[i].given ? &given : NULL, NULL);

      g_assert_cmpint (extraction->published.year, ==, cases[i].year);
      g_assert_cmpstr (document->published, ==, cases[i].kept);
    }
}

static void
test_derive_sheet (void)
{
  g_autoptr (ChisoDocument) document = make_document (
      CHISO_FORMAT_SHEET, HEAD "ntm_communes,40,2023,level,61,,,,,\nx,40,2023,level,1\n", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ChisoExtraction) extraction = chiso_derive (extractor, document, NULL, problems);

  g_assert_cmpuint (extraction->observations->len, ==, 1);
  g_assert_cmpuint (problems->len, ==, 1);
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
  extractor = chiso_extractor_new (catalogue, geo);
  g_test_add_func ("/core/sheet/recognised", test_recognised);
  g_test_add_func ("/core/sheet/rows", test_rows);
  g_test_add_func ("/core/sheet/problems", test_problems);
  g_test_add_func ("/core/sheet/open-quote", test_open_quote);
  g_test_add_func ("/core/derive/dates", test_dates);
  g_test_add_func ("/core/derive/sheet", test_derive_sheet);
  status = g_test_run ();
  chiso_extractor_unref (extractor);
  return status;
}

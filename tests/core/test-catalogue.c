/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue as data: what a person's file adds and changes, and that each mistake in it is told
 * with its line. */

#include "core/chiso-catalogue-load.h"
#include "core/chiso-catalogue-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define LIBRARIES                                                                                  \
  "[village_libraries]\n"                                                                          \
  "name_vi=Thư viện thôn\n"                                                                    \
  "name_en=Village libraries\n"                                                                    \
  "unit_vi=thư viện\n"                                                                          \
  "unit_en=libraries\n"                                                                            \
  "group=living\n"

static ChisoCatalogue *
load (const char *const *texts, GError **error)
{
  GBytes *sources[3] = { NULL };
  const char *const names[] = { "a.ini", "b.ini", "c.ini" };
  ChisoCatalogue *catalogue;
  guint n = 0;

  for (; texts[n] != NULL; n++)
    sources[n] = g_bytes_new_static (texts[n], strlen (texts[n]));
  catalogue = chiso_catalogue_new (sources, names, n, error);
  while (n > 0)
    g_bytes_unref (sources[--n]);
  return catalogue;
}

#define LOAD(error, ...) load ((const char *const[]){ __VA_ARGS__, NULL }, error)

static void
test_own (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (chiso_catalogue_find (catalogue, "ntm_communes"));
  g_assert_null (chiso_catalogue_find (catalogue, "village_libraries"));
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoCatalogue) catalogue = LOAD (
      &error, LIBRARIES "kind=count\naggregate=sum\nbetter=more\nstock=true\ndecimals=1\n"
                        "units=thư viện; tủ sách ;\ntopics=xây dựng\nreach=clause\nof=19\n"
                        "scale=1e3\nshare=share\nshare_from=percent\n"
                        "[share]\nname_vi=a\nname_en=b\nunit_vi=%\nunit_en=%\n"
                        "group=living\nkind=share\n");
  const ChisoIndicator *indicator;
  const ChisoWording *wording;

  g_assert_no_error (error);
  indicator = chiso_catalogue_find (catalogue, "village_libraries");
  g_assert_cmpstr (chiso_indicator_name (indicator, "vi"), ==, "Thư viện thôn");
  g_assert_cmpstr (chiso_indicator_name (indicator, "en"), ==, "Village libraries");
  g_assert_cmpint (indicator->kind, ==, CHISO_KIND_COUNT);
  g_assert_cmpint (indicator->aggregate, ==, CHISO_AGGREGATE_SUM);
  g_assert_cmpint (indicator->better, ==, 1);
  g_assert_true (indicator->stock);
  g_assert_cmpuint (indicator->decimals, ==, 1);
  wording = chiso_catalogue_wording (catalogue, 0);
  g_assert_cmpstr (wording->lists[CHISO_WORDS_UNITS][1], ==, "tủ sách");
  g_assert_null (wording->lists[CHISO_WORDS_UNITS][2]);
  g_assert_cmpint (wording->reach, ==, 1);
  g_assert_cmpint (wording->of, ==, 19);
  g_assert_cmpfloat (wording->scale, ==, 1000);
  g_assert_cmpstr (wording->share, ==, "share");
  g_assert_true (wording->share_stated);
}

/* A later source changes the keys that it gives, and leaves the others. */
static void
test_override (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoCatalogue) one = LOAD (&error, LIBRARIES "units=thư viện\nkind=money\n");
  g_autoptr (ChisoCatalogue)
      both = LOAD (&error, LIBRARIES "units=thư viện\nkind=money\n",
                   "[village_libraries]\nname_en=Libraries\ntopics=xây dựng\n");
  const ChisoIndicator *indicator;

  g_assert_no_error (error);
  g_assert_cmpuint (chiso_catalogue_n_indicators (both), ==, 1);
  indicator = chiso_catalogue_indicator (both, 0);
  g_assert_cmpstr (indicator->name_en, ==, "Libraries");
  g_assert_cmpstr (indicator->name_vi, ==, "Thư viện thôn");
  g_assert_cmpint (indicator->kind, ==, CHISO_KIND_MONEY);
  g_assert_cmpstr (chiso_catalogue_wording (both, 0)->lists[CHISO_WORDS_UNITS][0], ==, "thư viện");
  g_assert_cmpstr (chiso_catalogue_wording (both, 0)->lists[CHISO_WORDS_TOPICS][0], ==, "xây dựng");
  g_assert_cmpstr (chiso_catalogue_version (one), !=, chiso_catalogue_version (both));
}

/* As other systems' editors save it. */
static void
test_line_ends (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = g_strsplit (LIBRARIES "topics=xây dựng;thành lập\n", "\n", -1);
  g_autofree char *joined = g_strjoinv ("\r\n", lines);
  g_autofree char *text = g_strconcat ("\xef\xbb\xbf", joined, NULL);
  g_autoptr (ChisoCatalogue) catalogue = LOAD (&error, text);

  g_assert_no_error (error);
  g_assert_cmpstr (chiso_catalogue_indicator (catalogue, 0)->name_vi, ==, "Thư viện thôn");
  g_assert_cmpstr (chiso_catalogue_wording (catalogue, 0)->lists[CHISO_WORDS_TOPICS][1], ==,
                   "thành lập");
}

typedef struct
{
  const char *name; /* of the test */
  const char *text; /* the file */
  const char *why;
} Mistake;

static const Mistake mistakes[] = {
  { "line", LIBRARIES "units thư viện\n",
    "a.ini:7: “units thư viện” is no line of the form key=value" },
  { "no-group", "name_vi=x\n[a]\n", "a.ini:1: “name_vi” stands before the first [indicator]" },
  { "head", "[village\n", "a.ini:1: “[village” is no group; it must be a name in square brackets" },
  { "id", "\n[Village libraries]\n",
    "a.ini:2: “Village libraries” is no id of an indicator; use letters from a to z, digits and "
    "_" },
  { "unknown-key", LIBRARIES "# wordings\ntopcs=xây dựng\n",
    "a.ini:8: indicators have no key “topcs”" },
  { "translated-key", LIBRARIES "name_vi[en]=x\n",
    "a.ini:7: indicators have no key “name_vi[en]”" },
  { "twice", LIBRARIES "name_en=Libraries\n", "a.ini:7: “name_en” was already given, in line 3" },
  { "group-twice", LIBRARIES "\n" LIBRARIES,
    "a.ini:8: “village_libraries” was already given, in line 1" },
  { "missing-name", "# mine\n[a]\nname_vi=x\nunit_vi=x\nunit_en=x\ngroup=living\n",
    "a.ini:2: indicator “a” has no “name_en”" },
  { "empty-name", "[a]\nname_vi=\nname_en=x\nunit_vi=x\nunit_en=x\ngroup=living\n",
    "a.ini:2: indicator “a” has no “name_vi”" },
  { "group", "[a]\nname_vi=x\nname_en=x\nunit_vi=x\nunit_en=x\ngroup=health\n",
    "a.ini:6: “group” of indicator “a” is “health”, not one of dialogue, supervision, ntm, "
    "mobilisation, living" },
  { "kind", LIBRARIES "kind=number\n",
    "a.ini:7: “kind” of indicator “village_libraries” is “number”, not one of count, share, rate, "
    "money" },
  { "stock", LIBRARIES "stock=yes\n",
    "a.ini:7: “stock” of indicator “village_libraries” is “yes”, not one of false, true" },
  { "decimals", LIBRARIES "decimals=12\n",
    "a.ini:7: “decimals” of indicator “village_libraries” is “12”, not one of 0, 1, 2, 3, 4, 5, "
    "6" },
  { "reach", LIBRARIES "reach=page\n",
    "a.ini:7: “reach” of indicator “village_libraries” is “page”, not one of np, clause, sentence, "
    "paragraph" },
  { "share-from", LIBRARIES "share_from=text\n",
    "a.ini:7: “share_from” of indicator “village_libraries” is “text”, not one of fraction, "
    "percent" },
  { "of", LIBRARIES "of=19.5\n",
    "a.ini:7: “of” of indicator “village_libraries” is “19.5”, not a whole number above 0" },
  { "scale", LIBRARIES "scale=1.000 tỷ\n",
    "a.ini:7: “scale” of indicator “village_libraries” is “1.000 tỷ”, not a number above 0" },
  { "scale-zero", LIBRARIES "scale=0\n",
    "a.ini:7: “scale” of indicator “village_libraries” is “0”, not a number above 0" },
  { "empty-list", LIBRARIES "units= ; \n",
    "a.ini:7: “units” of indicator “village_libraries” is “;”, not a list of at least one phrase" },
  { "bad-list", LIBRARIES "units=thư\\viện\n",
    "a.ini:7: “units” of indicator “village_libraries” is “thư\\viện”, not a list of phrases with "
    "semicolons between them" },
  { "encoding", LIBRARIES "units=th\xb0\n", "a.ini:7: the line is not valid UTF-8" },
  { "share", LIBRARIES "share=library_share\n",
    "a.ini:7: “share” of indicator “village_libraries” is “library_share”, not another indicator" },
  { "share-of-itself", LIBRARIES "share=village_libraries\n",
    "a.ini:7: “share” of indicator “village_libraries” is “village_libraries”, not another "
    "indicator" },
};

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoCatalogue) catalogue = LOAD (&error, mistake->text);

  g_assert_null (catalogue);
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, mistake->why);
  g_assert_true (error->domain == CHISO_CATALOGUE_ERROR);
}

/* The file that is to blame is named, not the one that it changes. */
static void
test_mistake_in_second (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoCatalogue)
      catalogue = LOAD (&error, LIBRARIES, "[village_libraries]\nshare=nothing\n");

  g_assert_null (catalogue);
  g_assert_error (error, CHISO_CATALOGUE_ERROR, CHISO_CATALOGUE_ERROR_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "b.ini:2: “share”"));
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoCatalogue) catalogue = NULL;

  for (guint i = 0; i <= CHISO_MAX_INDICATORS; i++)
    g_string_append_printf (text,
                            "[i%u]\nname_vi=x\nname_en=x\nunit_vi=x\nunit_en=x\ngroup=living\n", i);
  catalogue = LOAD (&error, text->str);
  g_assert_null (catalogue);
  g_assert_cmpstr (error->message, ==,
                   "a.ini:769: “i128” is one indicator too many; there can be 128");
}

/* Only *.ini counts, in the order of names. */
static void
test_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("chiso-catalogue-XXXXXX", &error);
  g_autofree char *first = g_build_filename (folder, "1.ini", NULL);
  g_autofree char *second = g_build_filename (folder, "2.ini", NULL);
  g_autofree char *notes = g_build_filename (folder, "notes.txt", NULL);
  g_autoptr (ChisoCatalogue) catalogue = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (second, "[village_libraries]\nname_en=Second\n", -1, NULL));
  g_assert_true (g_file_set_contents (first, LIBRARIES, -1, NULL));
  g_assert_true (g_file_set_contents (notes, "my notes", -1, NULL));
  catalogue = chiso_catalogue_load (folder, &error);
  g_assert_no_error (error);
  g_assert_nonnull (chiso_catalogue_find (catalogue, "ntm_communes"));
  g_assert_cmpstr (chiso_catalogue_find (catalogue, "village_libraries")->name_en, ==, "Second");
  g_unlink (first);
  g_unlink (second);
  g_unlink (notes);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/catalogue/own", test_own);
  g_test_add_func ("/core/catalogue/read", test_read);
  g_test_add_func ("/core/catalogue/override", test_override);
  g_test_add_func ("/core/catalogue/line-ends", test_line_ends);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/catalogue/mistake/%s", mistakes[i].name);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }
  g_test_add_func ("/core/catalogue/mistake-in-second", test_mistake_in_second);
  g_test_add_func ("/core/catalogue/too-many", test_too_many);
  g_test_add_func ("/core/catalogue/folder", test_folder);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who issued a report, as its own head or signature says, as data pairs: tests/data/publishers has cases
 * of a text, "--", and the publisher, or nothing where nothing says it. */

#include "core/chiso-catalogue-load.h"
#include "core/chiso-extract.h"

#include <locale.h>
#include <string.h>

static ChisoExtractor *extractor;

static void
test_case (gconstpointer data)
{
  const char *text = data, *mark = strstr (text, "\n--");
  g_autofree char *expected = g_strstrip (g_strdup (mark + strlen ("\n--")));
  g_autoptr (ChisoExtraction) extraction = chiso_extract (extractor, text, mark - text, NULL);

  if (extraction->publisher == NULL)
    g_assert_cmpstr (expected, ==, "");
  else
    g_assert_cmpstr (extraction->publisher, ==, expected);
}

/* Cut anywhere, a text says nothing that is not in it, nor anything that is not UTF-8. */
static void
test_cut (gconstpointer data)
{
  g_auto (GStrv) cases = g_strsplit (data, "\n== ", -1);

  for (guint i = 1; cases[i] != NULL; i++)
    for (const char *end = cases[i]; *end != '\0'; end = g_utf8_next_char (end))
      {
        g_autofree char *text = g_strndup (cases[i], end - cases[i]);
        g_autoptr (ChisoExtraction)
            extraction = chiso_extract (extractor, text, strlen (text), NULL);

        g_assert_true (extraction->publisher == NULL
                       || (*extraction->publisher != '\0'
                           && g_utf8_validate (extraction->publisher, -1, NULL)));
      }
}

int
main (int argc, char *argv[])
{
  g_autoptr (ChisoCatalogue) catalogue = NULL;
  g_autoptr (ChisoGeo) geo = NULL;
  g_autofree char *path = NULL, *contents = NULL;
  g_auto (GStrv) cases = NULL;
  int status;

  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalogue = chiso_catalogue_load (NULL, NULL);
  geo = chiso_geo_new_from_resources (NULL);
  extractor = chiso_extractor_new (catalogue, geo);
  path = g_test_build_filename (G_TEST_DIST, "data", "publishers", "heads.txt", NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  cases = g_strsplit (contents, "\n== ", -1);
  for (guint i = 1; cases[i] != NULL; i++)
    {
      char *text = strchr (cases[i], '\n');
      g_autofree char *name = g_strndup (cases[i], text - cases[i]);
      g_autofree char *test = g_strconcat ("/core/publisher/", name, NULL);

      g_test_add_data_func (test, text, test_case);
    }
  g_test_add_data_func ("/core/publisher-cut", contents, test_cut);
  status = g_test_run ();
  chiso_extractor_unref (extractor);
  return status;
}

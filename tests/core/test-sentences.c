/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Constructions of the genre one by one, as data pairs: each file of tests/data/sentences is a topic,
 * with the head of a report and cases of a few sentences and what is asserted of them. Lines that begin
 * with # are comments; the lines before the first case are the head; a case is "== name", its text,
 * "--", and a line for each observation: indicator, place, period, measure, value, qualifier, base. */

#include "core/chiso-catalogue-load.h"
#include "core/chiso-extract.h"

#include <locale.h>
#include <string.h>

static ChisoExtractor *extractor;

typedef struct
{
  char *path;
  GString *text;
  GString *expected;
} Case;

static void
free_case (gpointer data)
{
  Case *self = data;

  g_free (self->path);
  g_string_free (self->text, TRUE);
  g_string_free (self->expected, TRUE);
  g_free (self);
}

static char *
extract_lines (const char *text, gsize length)
{
  g_autoptr (ChisoExtraction) extraction = chiso_extract (extractor, text, length, NULL);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < extraction->observations->len; i++)
    {
      const ChisoObservation *o = g_ptr_array_index (extraction->observations, i);
      char period[CHISO_PERIOD_MAX], base[CHISO_PERIOD_MAX];
      const char *qualifier = chiso_qualifier_to_string (o->qualifier);
      g_autofree char *value = chiso_value_format (o->value);

      if (o->confidence < CHISO_CONFIDENCE_ASSERTED)
        continue;
      g_string_append_printf (lines, "%s %s %s %s %s", o->indicator, o->place,
                              chiso_period_format (&o->period, period),
                              chiso_measure_to_string (o->measure), value);
      if (*qualifier != '\0')
        g_string_append_printf (lines, " %s", qualifier);
      if (chiso_period_is_set (&o->base))
        g_string_append_printf (lines, " / %s", chiso_period_format (&o->base, base));
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The lines of text in an order of their own: which one the extractor meets first is no promise. */
static char *
sort_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *lines = extract_lines (self->text->str, self->text->len);
  g_autofree char *found = sort_lines (lines), *expected = sort_lines (self->expected->str);

  if (strcmp (found, expected) == 0)
    return;
  g_test_message ("%s\nexpected:%s\nfound:%s", self->text->str, expected, found);
  g_test_fail ();
}

/* Adds the cases of one file. */
static void
read_cases (const char *folder, const char *name, GPtrArray *cases)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *contents = NULL;
  g_autofree char *topic = g_strndup (name, strlen (name) - strlen (".txt"));
  g_autoptr (GString) head = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  GString *into = head;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "== "))
        {
          Case *one = g_new0 (Case, 1);

          one->path = g_strdup_printf ("/core/sentences/%s/%s", topic, lines[i] + strlen ("== "));
          one->text = g_string_new (head->str);
          one->expected = g_string_new (NULL);
          g_ptr_array_add (cases, one);
          into = one->text;
        }
      else if (strcmp (lines[i], "--") == 0)
        into = ((Case *) g_ptr_array_index (cases, cases->len - 1))->expected;
      else if (lines[i][0] != '#' && (into == head || into->len > 0 || lines[i][0] != '\0'))
        {
          if (cases->len == 0
              || into != ((Case *) g_ptr_array_index (cases, cases->len - 1))->expected
              || lines[i][0] != '\0')
            g_string_append_printf (into, "%s\n", lines[i]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (ChisoCatalogue) catalogue = NULL;
  g_autoptr (ChisoGeo) geo = NULL;
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (free_case);
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int status;

  /* For what a failed case prints. */
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalogue = chiso_catalogue_load (NULL, NULL);
  geo = chiso_geo_new_from_resources (NULL);
  extractor = chiso_extractor_new (catalogue, geo);
  folder = g_test_build_filename (G_TEST_DIST, "data", "sentences", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      read_cases (folder, name, cases);
  g_assert_cmpuint (cases->len, >, 0);
  for (guint i = 0; i < cases->len; i++)
    {
      const Case *one = g_ptr_array_index (cases, i);

      g_test_add_data_func (one->path, one, test_case);
    }
  status = g_test_run ();
  chiso_extractor_unref (extractor);
  return status;
}

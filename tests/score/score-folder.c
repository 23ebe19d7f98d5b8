/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the pairs of report and gold in a folder and feeds them to the score. Prints nothing. */

#include "score-folder.h"

#include "core/chiso-catalogue-load.h"
#include "core/chiso-extract.h"
#include "core/chiso-tsv.h"
#include "import/chiso-import.h"

#include <string.h>

#define GOLD_SUFFIX ".tsv"
#define OPTIONAL_SUFFIX ".optional.tsv"

/* NULL when there is no such file. */
static GBytes *
load (const char *folder, const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  return g_bytes_new_take (contents, length);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the golds without suffix, sorted. */
static GPtrArray *
list_golds (const char *folder, const char *prefix, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *names;
  const char *name;

  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, GOLD_SUFFIX)
        && !g_str_has_suffix (name, OPTIONAL_SUFFIX))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (GOLD_SUFFIX)));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* What the extractor makes of the report beside the gold, as chisoctl extract would write it. */
static GBytes *
predict (ChisoExtractor *extractor, const char *folder, const char *name, GError **error)
{
  g_autofree char *file_name = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ChisoDocument) document = chiso_import_file (file, NULL, error);
  g_autoptr (ChisoExtraction) extraction = NULL;
  GString *rows;

  if (document == NULL)
    return NULL;
  extraction = chiso_extract (extractor, document->text, document->length, NULL);
  rows = g_string_new (NULL);
  chiso_tsv_append_header (rows);
  for (guint i = 0; i < extraction->observations->len; i++)
    {
      const ChisoObservation *observation = extraction->observations->pdata[i];

      if (observation->confidence >= CHISO_CONFIDENCE_ASSERTED)
        chiso_tsv_append_observation (rows, observation, document->text);
    }
  return g_string_free_to_bytes (rows);
}

static ChisoExtractor *
new_extractor (GError **error)
{
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, error);
  g_autoptr (ChisoGeo) geo = catalogue != NULL ? chiso_geo_new_from_resources (error) : NULL;

  return geo != NULL ? chiso_extractor_new (catalogue, geo) : NULL;
}

gboolean
score_folder (ChisoScore *score, const char *folder, const char *prefix, const char *predictions,
              GPtrArray *complaints, GError **error)
{
  g_autoptr (GPtrArray) names = list_golds (folder, prefix, error);
  g_autoptr (ChisoExtractor) extractor = NULL;

  if (names == NULL)
    return FALSE;
  if (predictions == NULL && (extractor = new_extractor (error)) == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autoptr (GBytes) gold = load (folder, name, GOLD_SUFFIX);
      g_autoptr (GBytes) optional = load (folder, name, OPTIONAL_SUFFIX);
      g_autoptr (GBytes) predicted = NULL;
      g_autoptr (GError) unread = NULL;
      gboolean valid;

      predicted = extractor != NULL ? predict (extractor, folder, name, &unread)
                                    : load (predictions, name, GOLD_SUFFIX);
      if (gold == NULL || !chiso_score_add (score, name, gold, optional, predicted, &valid))
        continue;
      if (predicted == NULL)
        g_ptr_array_add (complaints, g_strdup_printf ("No prediction for %s%s%s", name,
                                                      unread != NULL ? ": " : "",
                                                      unread != NULL ? unread->message : ""));
      else if (!valid)
        g_ptr_array_add (complaints, g_strdup_printf ("%s: columns missing, taken as empty", name));
    }
  if (chiso_score_n_reports (score) > 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "There is no gold in “%s”", folder);
  return FALSE;
}

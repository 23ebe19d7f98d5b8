/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the sources of a catalogue. Knows where they stand, not what is in them. */

#include "chiso-catalogue-load.h"

#define CATALOGUE_RESOURCE "/org/chiso/ChiSo/data/catalogue.ini"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (const char *folder)
{
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".ini") && name[0] != '.')
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}

ChisoCatalogue *
chiso_catalogue_load (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) files = list_files (folder);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GBytes *own = g_resources_lookup_data (CATALOGUE_RESOURCE, 0, error);

  if (own == NULL)
    return NULL;
  g_ptr_array_add (sources, own);
  g_ptr_array_add (names, g_strdup ("catalogue.ini"));
  for (guint i = 0; i < files->len; i++)
    {
      char *contents;
      gsize length;

      if (!g_file_get_contents (files->pdata[i], &contents, &length, error))
        return NULL;
      g_ptr_array_add (sources, g_bytes_new_take (contents, length));
      g_ptr_array_add (names, g_filename_display_name (files->pdata[i]));
    }
  return chiso_catalogue_new ((GBytes *const *) sources->pdata, (const char *const *) names->pdata,
                              sources->len, error);
}

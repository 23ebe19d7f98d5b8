/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the shape of a key file, line by line. Values are for whoever reads the catalogue. */

#include "chiso-catalogue-lines.h"

#include "chiso-catalogue.h"

#include <stdarg.h>
#include <string.h>

struct _ChisoCatalogueLines
{
  const char *name;
  GHashTable *lines; /* "group" and "group\nkey" -> line */
};

static gboolean fail (const ChisoCatalogueLines *self, guint line, GError **error,
                      const char *format, ...) G_GNUC_PRINTF (4, 5);

static gboolean
fail (const ChisoCatalogueLines *self, guint line, GError **error, const char *format, ...)
{
  g_autofree char *why = NULL;
  va_list list;

  va_start (list, format);
  why = g_strdup_vprintf (format, list);
  va_end (list);
  g_set_error (error, CHISO_CATALOGUE_ERROR, CHISO_CATALOGUE_ERROR_SYNTAX, "%s:%u: %s", self->name,
               line, why);
  return FALSE;
}

/* Takes what; said is how to call it where it is there already. */
static gboolean
add (ChisoCatalogueLines *self, char *what, guint line, const char *said, GError **error)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, what));

  if (before == 0)
    {
      g_hash_table_insert (self->lines, what, GUINT_TO_POINTER (line));
      return TRUE;
    }
  g_free (what);
  return fail (self, line, error, "“%s” was already given, in line %u", said, before);
}

static gboolean
read_head (ChisoCatalogueLines *self, char *text, guint line, char **group, GError **error)
{
  gsize length = strlen (text);

  if (length < 3 || text[length - 1] != ']')
    return fail (self, line, error, "“%s” is no group; it must be a name in square brackets", text);
  text[length - 1] = '\0';
  g_free (*group);
  *group = g_strdup (text + 1);
  return add (self, g_strdup (*group), line, *group, error);
}

static gboolean
read_key (ChisoCatalogueLines *self, char *text, guint line, const char *group, GError **error)
{
  char *sign = strchr (text, '=');

  if (sign == NULL || sign == text)
    return fail (self, line, error, "“%s” is no line of the form key=value", text);
  *sign = '\0';
  g_strchomp (text);
  if (group == NULL)
    return fail (self, line, error, "“%s” stands before the first [indicator]", text);
  return add (self, g_strconcat (group, "\n", text, NULL), line, text, error);
}

ChisoCatalogueLines *
chiso_catalogue_lines_new (const char *text, const char *name, GError **error)
{
  g_autoptr (ChisoCatalogueLines) self = g_new0 (ChisoCatalogueLines, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *group = NULL;

  self->name = name;
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line;

      if (!g_utf8_validate (lines[i], -1, NULL))
        {
          fail (self, i + 1, error, "the line is not valid UTF-8");
          return NULL;
        }
      line = g_strstrip (lines[i]);
      if (*line == '\0' || *line == '#')
        continue;
      if (*line == '[' ? !read_head (self, line, i + 1, &group, error)
                       : !read_key (self, line, i + 1, group, error))
        return NULL;
    }
  self->name = NULL;
  return g_steal_pointer (&self);
}

void
chiso_catalogue_lines_free (ChisoCatalogueLines *self)
{
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_free (self);
}

guint
chiso_catalogue_lines_find (ChisoCatalogueLines *self, const char *group, const char *key)
{
  g_autofree char *what = key != NULL ? g_strconcat (group, "\n", key, NULL) : NULL;
  gpointer line = what != NULL ? g_hash_table_lookup (self->lines, what) : NULL;

  if (line == NULL)
    line = g_hash_table_lookup (self->lines, group);
  return GPOINTER_TO_UINT (line);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument texts. Headers and footers stand in another part; tracked deletions, comments, notes
 * and tables of contents are left out of the main one. */

#include "chiso-office.h"
#include "chiso-readers.h"

#include <string.h>

#define MAIN_PART "content.xml"
#define MANIFEST "META-INF/manifest.xml"
/* A cell or a space may say that it is there so many times; more are not written out. */
#define MAX_REPEATED 64

typedef struct
{
  ChisoOffice office;
  guint lists;
  guint paragraphs; /* open ones: text elsewhere is not printed */
} Odt;

static gboolean
is_skipped (const char *name)
{
  static const char *const names[] = { "tracked-changes",
                                       "annotation",
                                       "note",
                                       "table-of-content",
                                       "alphabetical-index",
                                       "automatic-styles",
                                       "font-face-decls",
                                       "forms",
                                       "sequence-decls",
                                       "title",
                                       "desc",
                                       "scripts",
                                       "shapes",
                                       "illustration-index",
                                       NULL };

  return g_strv_contains (names, name);
}

static guint
repeated (xmlTextReader *reader, const char *name)
{
  g_autofree char *value = chiso_zip_attribute (reader, name);
  guint64 n = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 1;

  return CLAMP (n, 1, MAX_REPEATED);
}

static void
start_inline (Odt *self, const char *name)
{
  ChisoLines *lines = self->office.lines;

  if (strcmp (name, "line-break") == 0)
    chiso_lines_break (lines);
  else if (strcmp (name, "tab") == 0 && self->office.tables == 0)
    chiso_lines_cell (lines);
  else if (strcmp (name, "s") == 0 || strcmp (name, "tab") == 0)
    chiso_lines_text (lines, " ", 1);
}

static void
start_cell (Odt *self, xmlTextReader *reader)
{
  guint n = repeated (reader, "number-columns-repeated");

  for (guint i = 0; i < n; i++)
    chiso_office_start_cell (&self->office);
}

static gboolean
start (gpointer data, xmlTextReader *reader, const char *uri, const char *name)
{
  Odt *self = data;

  if (strstr (uri, "opendocument") == NULL)
    return TRUE;
  if (is_skipped (name))
    return FALSE;
  if (g_str_has_suffix (uri, ":table:1.0"))
    {
      if (strcmp (name, "table") == 0)
        chiso_office_start_table (&self->office);
      else if (strcmp (name, "table-cell") == 0)
        start_cell (self, reader);
      return TRUE;
    }
  if (!g_str_has_suffix (uri, ":text:1.0"))
    return TRUE;
  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      /* A text box's paragraph inside another one. */
      if (self->paragraphs++ > 0)
        chiso_office_end_paragraph (&self->office);
      self->office.item = self->lists > 0 && strcmp (name, "p") == 0;
    }
  else if (strcmp (name, "list") == 0)
    self->lists++;
  else
    start_inline (self, name);
  return TRUE;
}

static void
end (gpointer data, const char *uri, const char *name)
{
  Odt *self = data;

  if (g_str_has_suffix (uri, ":text:1.0"))
    {
      if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
        {
          self->paragraphs -= self->paragraphs > 0;
          chiso_office_end_paragraph (&self->office);
        }
      else if (strcmp (name, "list") == 0)
        self->lists -= self->lists > 0;
    }
  else if (g_str_has_suffix (uri, ":table:1.0"))
    {
      if (strcmp (name, "table-row") == 0)
        chiso_office_end_row (&self->office);
      else if (strcmp (name, "table") == 0)
        chiso_office_end_table (&self->office);
    }
}

static void
text (gpointer data, const char *words)
{
  Odt *self = data;

  if (self->paragraphs > 0)
    chiso_lines_text (self->office.lines, words, -1);
}

/* --- passwords ---------------------------------------------------------------------------------- */

static gboolean
start_manifest (gpointer data, xmlTextReader *reader, const char *uri, const char *name)
{
  gboolean *encrypted = data;

  *encrypted |= strcmp (name, "encryption-data") == 0;
  return TRUE;
}

static void
end_manifest (gpointer data, const char *uri, const char *name)
{
}

static void
manifest_text (gpointer data, const char *words)
{
}

/* The parts of a protected document are noise; only its manifest says that a password is wanted. A
 * manifest that is damaged or not there says nothing. */
static gboolean
is_encrypted (GBytes *bytes)
{
  static const ChisoXmlHandler handler = { start_manifest, end_manifest, manifest_text };
  gboolean encrypted = FALSE, found;

  chiso_zip_walk (bytes, MANIFEST, &handler, &encrypted, &found, NULL);
  return encrypted;
}

gboolean
chiso_read_odt (GBytes *bytes, ChisoDocument *document, GError **error)
{
  static const ChisoXmlHandler handler = { start, end, text };
  g_autoptr (ChisoLines) lines = chiso_lines_new ();
  Odt self = { .office.lines = lines };

  if (is_encrypted (bytes))
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_ENCRYPTED,
                   "it is protected by a password");
      return FALSE;
    }
  return chiso_zip_walk (bytes, MAIN_PART, &handler, &self, NULL, error)
         && chiso_office_read_properties (bytes, "meta.xml", document, error)
         && chiso_lines_finish (lines, document, error);
}

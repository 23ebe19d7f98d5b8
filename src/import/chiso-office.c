/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. */

#include "chiso-office.h"

#include "chiso-stamp.h"

#include <string.h>

#define MAX_TITLE 300

void
chiso_office_end_paragraph (ChisoOffice *self)
{
  if (self->tables > 0)
    chiso_lines_text (self->lines, " ", 1);
  else
    chiso_lines_end (self->lines, self->item ? CHISO_LINE_ITEM : CHISO_LINE_PARAGRAPH);
}

void
chiso_office_start_table (ChisoOffice *self)
{
  if (self->tables++ == 0)
    {
      chiso_lines_end (self->lines, CHISO_LINE_PARAGRAPH);
      self->cell = FALSE;
    }
}

void
chiso_office_end_table (ChisoOffice *self)
{
  if (self->tables > 0 && --self->tables == 0)
    chiso_lines_end (self->lines, CHISO_LINE_ROW);
}

void
chiso_office_end_row (ChisoOffice *self)
{
  if (self->tables != 1)
    return;
  chiso_lines_end (self->lines, CHISO_LINE_ROW);
  self->cell = FALSE;
}

void
chiso_office_start_cell (ChisoOffice *self)
{
  if (self->tables == 1 && self->cell)
    chiso_lines_cell (self->lines);
  else if (self->tables > 1)
    chiso_lines_text (self->lines, " ", 1);
  self->cell |= self->tables == 1;
}

/* --- properties --------------------------------------------------------------------------------- */

/* Two dates may be there: a document is often made out of last year's, so that the day when it was
 * last saved is nearer to its own. */
typedef enum
{
  PROPERTY_NONE,
  PROPERTY_TITLE,
  PROPERTY_SAVED,
  PROPERTY_MADE,
  N_PROPERTIES,
} Property;

typedef struct
{
  GString *values[N_PROPERTIES];
  Property current;
} Properties;

static Property
property_of (const char *name)
{
  if (strcmp (name, "title") == 0)
    return PROPERTY_TITLE;
  if (strcmp (name, "modified") == 0 || strcmp (name, "date") == 0)
    return PROPERTY_SAVED;
  if (strcmp (name, "created") == 0 || strcmp (name, "creation-date") == 0)
    return PROPERTY_MADE;
  return PROPERTY_NONE;
}

static gboolean
start_property (gpointer data, xmlTextReader *reader, const char *uri, const char *name)
{
  Properties *self = data;

  self->current = property_of (name);
  return TRUE;
}

static void
end_property (gpointer data, const char *uri, const char *name)
{
  Properties *self = data;

  self->current = PROPERTY_NONE;
}

static void
property_text (gpointer data, const char *text)
{
  Properties *self = data;
  GString *value = self->values[self->current];

  if (self->current != PROPERTY_NONE && value->len + strlen (text) <= MAX_TITLE)
    g_string_append (value, text);
}

gboolean
chiso_office_is_title (const char *title)
{
  static const char *const made_up[] = {
    ".doc", ".odt", ".pdf", ".xls", ".ppt", "Microsoft ", "\\"
  };
  guint words = 1;

  for (const char *p = title; *p != '\0'; p++)
    words += *p == ' ' && p[1] != ' ' && p[1] != '\0';
  for (guint i = 0; i < G_N_ELEMENTS (made_up); i++)
    if (strstr (title, made_up[i]) != NULL)
      return FALSE;
  return words >= 3 && strlen (title) <= MAX_TITLE;
}

gboolean
chiso_office_read_properties (GBytes *archive, const char *part, ChisoDocument *document,
                              GError **error)
{
  static const ChisoXmlHandler handler = { start_property, end_property, property_text };
  Properties self = { .current = PROPERTY_NONE };
  gboolean found, read;

  for (guint i = 0; i < N_PROPERTIES; i++)
    self.values[i] = g_string_new (NULL);
  read = chiso_zip_walk (archive, part, &handler, &self, &found, error);
  if (read && chiso_office_is_title (g_strstrip (self.values[PROPERTY_TITLE]->str)))
    document->title = g_strdup (self.values[PROPERTY_TITLE]->str);
  document->published = chiso_stamp_parse (self.values[PROPERTY_SAVED]->str);
  if (document->published == NULL)
    document->published = chiso_stamp_parse (self.values[PROPERTY_MADE]->str);
  for (guint i = 0; i < N_PROPERTIES; i++)
    g_string_free (self.values[i], TRUE);
  return read;
}

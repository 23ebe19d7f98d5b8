/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word documents (OOXML). Reads the main part as it would be printed with all changes accepted:
 * headers, footers, notes and comments stand in other parts; deleted and hidden text, field codes
 * and the second form of drawings are left out. */

#include "chiso-office.h"
#include "chiso-readers.h"

#include <string.h>

#define MAIN_PART "word/document.xml"

typedef struct
{
  ChisoOffice office;
  gboolean in_text; /* inside w:t: nothing else's text is printed */
  gboolean hidden;  /* the run */
} Docx;

static gboolean
is_skipped (const char *name)
{
  static const char *const names[] = { "del",          "moveFrom", "instrText", "delText",
                                       "delInstrText", "sectPr",   "tblPr",     NULL };

  return g_strv_contains (names, name);
}

/* Whether a switch such as <w:vanish/> is on. */
static gboolean
is_on (xmlTextReader *reader)
{
  g_autofree char *value = chiso_zip_attribute (reader, "val");

  return value == NULL || (strcmp (value, "0") != 0 && strcmp (value, "false") != 0);
}

/* Which numbering a paragraph has: 0 takes it out of its style's list. */
static gboolean
has_number (xmlTextReader *reader)
{
  g_autofree char *value = chiso_zip_attribute (reader, "val");

  return value != NULL && strcmp (value, "0") != 0;
}

static void
start_inline (Docx *self, const char *name)
{
  ChisoLines *lines = self->office.lines;

  if (self->hidden)
    return;
  if (strcmp (name, "br") == 0 || strcmp (name, "cr") == 0)
    chiso_lines_break (lines);
  else if (strcmp (name, "tab") == 0 && self->office.tables == 0)
    chiso_lines_cell (lines);
  else if (strcmp (name, "tab") == 0)
    chiso_lines_text (lines, " ", 1);
  else if (strcmp (name, "noBreakHyphen") == 0)
    chiso_lines_text (lines, "-", 1);
}

static gboolean
start (gpointer data, xmlTextReader *reader, const char *uri, const char *name)
{
  Docx *self = data;

  /* A drawing is given twice, for new programs and for old ones. */
  if (strcmp (name, "Fallback") == 0)
    return FALSE;
  if (strstr (uri, "wordprocessingml") == NULL)
    return TRUE;
  if (is_skipped (name))
    return FALSE;
  if (strcmp (name, "t") == 0)
    self->in_text = TRUE;
  else if (strcmp (name, "r") == 0)
    self->hidden = FALSE;
  else if (strcmp (name, "vanish") == 0)
    self->hidden = is_on (reader);
  else if (strcmp (name, "p") == 0)
    self->office.item = FALSE;
  else if (strcmp (name, "numId") == 0)
    self->office.item = has_number (reader);
  else if (strcmp (name, "tabs") == 0)
    return FALSE;
  else if (strcmp (name, "tbl") == 0)
    chiso_office_start_table (&self->office);
  else if (strcmp (name, "tc") == 0)
    chiso_office_start_cell (&self->office);
  else if (strcmp (name, "txbxContent") == 0)
    chiso_office_end_paragraph (&self->office);
  else
    start_inline (self, name);
  return TRUE;
}

static void
end (gpointer data, const char *uri, const char *name)
{
  Docx *self = data;

  if (strstr (uri, "wordprocessingml") == NULL)
    return;
  if (strcmp (name, "t") == 0)
    self->in_text = FALSE;
  else if (strcmp (name, "r") == 0 || strcmp (name, "pPr") == 0)
    /* What the properties of a paragraph hide is its mark. */
    self->hidden = FALSE;
  else if (strcmp (name, "p") == 0)
    chiso_office_end_paragraph (&self->office);
  else if (strcmp (name, "tr") == 0)
    chiso_office_end_row (&self->office);
  else if (strcmp (name, "tbl") == 0)
    chiso_office_end_table (&self->office);
}

static void
text (gpointer data, const char *words)
{
  Docx *self = data;

  if (self->in_text && !self->hidden)
    chiso_lines_text (self->office.lines, words, -1);
}

gboolean
chiso_read_docx (GBytes *bytes, ChisoDocument *document, GError **error)
{
  static const ChisoXmlHandler handler = { start, end, text };
  g_autoptr (ChisoLines) lines = chiso_lines_new ();
  Docx self = { .office.lines = lines };

  return chiso_zip_walk (bytes, MAIN_PART, &handler, &self, NULL, error)
         && chiso_office_read_properties (bytes, "docProps/core.xml", document, error)
         && chiso_lines_finish (lines, document, error);
}

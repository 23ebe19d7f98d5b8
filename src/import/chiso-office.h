/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What DOCX and ODT have in common once their names are told apart: paragraphs, items, tables, and
 * properties. Knows neither format's elements. */

#pragma once

#include "chiso-lines.h"
#include "chiso-zip.h"

G_BEGIN_DECLS

typedef struct
{
  ChisoLines *lines;
  guint tables;  /* how many the current place lies in */
  gboolean cell; /* the row has one already */
  gboolean item; /* the paragraph is of a list */
} ChisoOffice;

void chiso_office_end_paragraph (ChisoOffice *self);
void chiso_office_start_table (ChisoOffice *self);
void chiso_office_end_table (ChisoOffice *self);
/* Rows and cells of a table inside a cell are only words apart. */
void chiso_office_end_row (ChisoOffice *self);
void chiso_office_start_cell (ChisoOffice *self);

/* Reads title and date of a part with Dublin Core properties, the same elements in both formats.
 * Titles that a program made up are none. A part that is not there changes nothing. */
gboolean chiso_office_read_properties (GBytes *archive, const char *part, ChisoDocument *document,
                                       GError **error);
/* Whether a property says what the document is called, and not what a program called it. */
gboolean chiso_office_is_title (const char *title);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one report: its text with the figures highlighted, and the list of its figures beside it. */

#pragma once

#include <adwaita.h>

#include "chiso-reader-text.h"

G_BEGIN_DECLS

#define CHISO_TYPE_READER (chiso_reader_get_type ())
G_DECLARE_FINAL_TYPE (ChisoReader, chiso_reader, CHISO, READER, AdwBin)

/* property "folded" (gboolean): whether there is a way back to the list to be shown.
 * signal "loaded" (void): the report that was asked for is on the screen.
 * signal "show-record" (gint64 record_id): the person opened a figure.
 * signal "back" (void), signal "remove" (gint64 document_id): the person asked for it. */

void chiso_reader_set_session (ChisoReader *self, ChisoSession *session);

/* Shows a report; record_id is scrolled to and selected, 0 for none. The same report is not loaded
 * again when it is on the screen. */
void chiso_reader_open (ChisoReader *self, gint64 document_id, gint64 record_id);
/* Shows nothing. */
void chiso_reader_close (ChisoReader *self);
/* The library changed: the figures of the open report are asked for again. */
void chiso_reader_refresh (ChisoReader *self);

gint64 chiso_reader_get_document_id (ChisoReader *self); /* 0 for none */
gint64 chiso_reader_get_record_id (ChisoReader *self);   /* the selected one, 0 for none */
const ChisoDocument *chiso_reader_get_document (ChisoReader *self); /* NULL until loaded */
ChisoReaderText *chiso_reader_get_text (ChisoReader *self);

G_END_DECLS

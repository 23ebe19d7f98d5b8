/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a report with every figure highlighted, to be hovered, walked and opened. */

#pragma once

#include <gtk/gtk.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_READER_TEXT (chiso_reader_text_get_type ())
G_DECLARE_FINAL_TYPE (ChisoReaderText, chiso_reader_text, CHISO, READER_TEXT, GtkTextView)

/* signal "record-selected" (guint record): the person went to that record's figure.
 * signal "record-activated" (guint record): the person opened it.
 * A record is its index among those set. */

/* Shows the document with its records (GPtrArray of ChisoRecord*; a reference is taken). The title
 * is set as a heading, in the text where it begins with it, and else above. */
void chiso_reader_text_set (ChisoReaderText *self, const ChisoDocument *document,
                            GPtrArray *records, ChisoSession *session);
void chiso_reader_text_clear (ChisoReaderText *self);

/* Draws the record's figure as the selected one and scrolls to it; -1 for none. No signal. */
void chiso_reader_text_select (ChisoReaderText *self, int record);
int chiso_reader_text_get_selected (ChisoReaderText *self);

/* Goes to the next or the one before among the figures in the order of the text; FALSE at the end. */
gboolean chiso_reader_text_step (ChisoReaderText *self, int step);
/* Opens the selected figure; FALSE when there is none. */
gboolean chiso_reader_text_activate_selected (ChisoReaderText *self);

/* What hovering says of a record: "Dialogues · Nghệ An, 2021 · 226 sessions". Free with g_free. */
char *chiso_reader_text_describe (ChisoReaderText *self, guint record);

G_END_DECLS

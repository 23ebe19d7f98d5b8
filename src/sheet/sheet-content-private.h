/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet's content in the making. Internal to libsheet. */

#pragma once

#include "sheet-content.h"
#include "sheet-words.h"

G_BEGIN_DECLS

typedef struct
{
  SheetContent *content;
  ChisoCatalogue *catalogue; /* borrowed */
  GPtrArray *records;        /* borrowed */
  GHashTable *by_id;         /* gint64* -> const ChisoRecord* */
  GHashTable *numbers;       /* what a note says -> its number */
  GHashTable *changes;       /* "indicator place set" -> GArray of ChisoPoint */
  GPtrArray *publishers;     /* char*, in order of appearance */
} SheetDraft;

/* NULL where there is none of that id. */
const ChisoRecord *sheet_draft_record (const SheetDraft *self, guint64 id);

/* sheet-notes.c: the number of the note that says what the record, or of a proof without one the
 * proof, says; made where there is none yet. */
guint sheet_draft_note_record (SheetDraft *self, const ChisoRecord *record);
guint sheet_draft_note_text (SheetDraft *self, const char *sentence, const char *source);
void sheet_note_free (gpointer note);
/* The figure as its source writes it, in quotes; of a published one a word; NULL where neither is
 * known. Free with g_free. */
char *sheet_wording (const ChisoRecord *record, const char *language);

/* sheet-rows.c: fills rows, heads, notes and subject from the section's table. */
void sheet_draft_fill_rows (SheetDraft *self, SheetSection *section);
void sheet_row_clear (gpointer row);

G_END_DECLS

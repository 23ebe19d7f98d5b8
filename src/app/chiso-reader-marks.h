/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the figures of a report stand in the reader's text: from bytes to characters once, and from
 * a character back to its figure. Pure functions. */

#pragma once

#include "core/chiso-store.h"

G_BEGIN_DECLS

/* One run of text that proves a record; a fact that is stated twice has two. */
typedef struct
{
  guint record;          /* index into the records */
  gboolean repeat;       /* another place where the same fact is stated */
  guint start, end;      /* characters [start, end) of the evidence */
  guint figure, to;      /* characters [figure, to) of the figure itself; empty in a repeat */
  guint sentence, until; /* characters [sentence, until); empty in a repeat */
} ChisoReaderMark;

/* GArray of ChisoReaderMark in the order of the text. Bytes that are not in text, or that would cut
 * a character, are moved to the nearest character before. Takes time linear in the text. */
GArray *chiso_reader_marks_new (const char *text, gsize length, GPtrArray *records);

/* The mark at a character, the shortest where several overlap; -1 for none. */
int chiso_reader_marks_at (const GArray *marks, guint character);
/* The first mark of a record that is no repeat, -1 for none. */
int chiso_reader_marks_of (const GArray *marks, guint record);

G_END_DECLS

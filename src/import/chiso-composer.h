/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts together a text of letters and combining marks, in NFC. Only a letter that marks stand behind is composed,
 * and each kind of it once: a text as a whole is not normalised. Internal to the importers. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of room for each part; a letter and its marks take less, composed or not. */
#define CHISO_COMPOSER_GROWTH 4

#define CHISO_COMPOSER_SLOTS 256

typedef struct
{
  char *text; /* with room for all that may come */
  gsize length;
  gsize base;      /* where the last letter begins */
  gboolean marked; /* marks stand behind it */
  struct
  {
    guint64 parts, whole; /* up to eight bytes each, the first lowest; 0 is empty */
  } composed
      [CHISO_COMPOSER_SLOTS]; /* letters and marks that were composed before, by a hash of theirs */
} ChisoComposer;

/* n_parts: how many letters and marks, or runs of marks, may be added. */
void chiso_composer_start (ChisoComposer *self, gsize n_parts);
/* Puts the last letter and its marks as one letter in their place. */
void chiso_composer_compose_last (ChisoComposer *self);
void chiso_composer_add_code (ChisoComposer *self, gunichar c);
/* The text, NUL-terminated, of *length bytes; self is done with. Free with g_free. */
char *chiso_composer_finish (ChisoComposer *self, gsize *length);

/* A letter, or anything else but a mark, of size bytes; composed, and not part of any other letter. */
static inline void
chiso_composer_add_letter (ChisoComposer *self, const char *letter, gsize size)
{
  if (self->marked)
    chiso_composer_compose_last (self);
  self->base = self->length;
  for (gsize i = 0; i < size; i++)
    self->text[self->length++] = letter[i];
}

/* Combining marks of size bytes. */
static inline void
chiso_composer_add_marks (ChisoComposer *self, const char *marks, gsize size)
{
  for (gsize i = 0; i < size; i++)
    self->text[self->length++] = marks[i];
  self->marked = TRUE;
}

G_END_DECLS

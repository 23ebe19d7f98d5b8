/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a text looks like Vietnamese, by the syllables that its accented words make. Knows the
 * language's syllables, not encodings. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts over the characters beyond ASCII, which are all that an encoding can get wrong. */
typedef struct
{
  guint good;     /* in words that can be Vietnamese syllables */
  guint bad;      /* in words that cannot, and what is no letter and no typographic sign */
  guint frequent; /* of the good ones, in the commonest syllables of reports */
} ChisoSyllables;

/* text: UTF-8 of length bytes, composed or not. Linear in length. */
ChisoSyllables chiso_syllables_count (const char *text, gsize length);
/* good out of good and bad; 0 where there are none. */
double chiso_syllables_share (const ChisoSyllables *counts);

G_END_DECLS

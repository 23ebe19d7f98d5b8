/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two foldings of Vietnamese text: the exact key of a word, by which the extractor compares, and
 * the loose key without diacritics, by which people search and lists are sorted. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The key of one word (letters only): decomposed, case folded, D with stroke in any of its encodings as "đ",
 * the tone taken from whichever vowel carries it to the word's end, so that "Hoà" and "Hòa" are equal, and a
 * lone "i" after consonants as "y", so that "kì" and "kỳ", "tỉ" and "tỷ", "quí" and "quý" are.
 * Appended to out, which is truncated first. */
void chiso_fold_word (const char *word, gsize length, GString *out);

/* Without diacritics and case, runs of anything but letters and digits as one space, none at the
 * ends: "TP. Hồ Chí Minh" to "tp ho chi minh". Free with g_free. */
char *chiso_fold_search (const char *text);
/* Puts the same behind what is in out, parted by a space. FALSE, and nothing, where text is not UTF-8. */
gboolean chiso_fold_search_append (const char *text, GString *out);

/* Compares two texts as a Vietnamese dictionary orders them, independent of the locale: by their
 * search keys, then by bytes. For qsort-like callers. */
int chiso_fold_compare (const char *a, const char *b);

G_END_DECLS

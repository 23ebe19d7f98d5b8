/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The encodings of Vietnamese from before Unicode. Knows their tables and which of them a text is
 * in; does not know files. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* "TCVN3", "VNI-Windows", "Windows-1258", "VISCII" */
  /* NUL-terminated UTF-8 in NFC of any bytes; what the encoding does not have becomes U+FFFD. */
  char *(*convert) (const guint8 *bytes, gsize length, gsize *text_length);
} ChisoLegacy;

/* The encoding that alone makes Vietnamese of these bytes, or NULL: by the syllables of all words
 * that are not plain ASCII, never by one letter. A text of too few of them is not recognised. */
const ChisoLegacy *chiso_legacy_recognise (const guint8 *bytes, gsize length);

/* Office documents and pages written with the fonts of TCVN3 or VNI hold these encodings' bytes as
 * if they were Latin letters ("NghÖ An"). Gives the text as it was meant, so that lines that are
 * Unicode already stay; NULL where it is no such text. name is set to the encoding's. */
char *chiso_legacy_repair (const char *text, gsize length, gsize *text_length, const char **name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the importers' tests share: files of tests/data, archives made in memory. */

#pragma once

#include "import/chiso-import.h"

G_BEGIN_DECLS

/* The bytes of tests/data/NAME. */
GBytes *import_test_data (const char *name);
/* Imports tests/data/NAME under its own name. */
ChisoDocument *import_test_document (const char *name, GError **error);

/* One entry of an archive; size zero bytes follow text, for bombs. */
typedef struct
{
  const char *name;
  const char *text;
  gsize padding;
} ImportTestEntry;

/* A ZIP archive of n entries, compressed where compress. */
GBytes *import_test_zip (const ImportTestEntry *entries, guint n, gboolean compress);

/* Asserts that these bytes are refused with that code and sentence (without the file's name). */
void import_test_refused (GBytes *bytes, ChisoImportError code, const char *reason);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The translated sentences for what can go wrong with a library. */

#include "chiso-error-words.h"

#include "core/chiso-store.h"

#include <glib/gi18n.h>

static const struct
{
  ChisoStoreError code;
  const char *sentence;
} sentences[] = {
  { CHISO_STORE_ERROR_NO_LIBRARY, N_ ("“%s” is no library of Chỉ Số; it was not touched.") },
  { CHISO_STORE_ERROR_TOO_NEW, N_ ("“%s” was made by a newer version of Chỉ Số; it was not "
                                   "touched. Update the program to open it.") },
  { CHISO_STORE_ERROR_CORRUPT, N_ ("“%s” is damaged and cannot be read. Open a backup instead.") },
  { CHISO_STORE_ERROR_FULL,
    N_ ("There is no room left on the disk of “%s”: nothing was changed.") },
};

char *
chiso_error_words (const GError *error, const char *path)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (path != NULL && error->domain == CHISO_STORE_ERROR)
    for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
      if (error->code == (int) sentences[i].code)
        {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
          return g_strdup_printf (_ (sentences[i].sentence), path);
#pragma GCC diagnostic pop
        }
  return g_strdup (error->message);
}

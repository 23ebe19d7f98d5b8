/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The translated sentences for what can go wrong with a library or a report. */

#include "chiso-error-words.h"

#include "core/chiso-store.h"
#include "import/chiso-import.h"

#include <string.h>

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

/* The importer's reasons why a file cannot be read, which it speaks in English. */
static const char *const reasons[] = {
  N_ ("there is no such file"),          N_ ("permission is denied"), N_ ("it is a folder"),
  N_ ("its links go round in a circle"), N_ ("its name is too long"),
};

/* What stands behind the name in the importer's sentence; a reason that it does not know is GIO's,
 * and in the person's language already. */
static const char *
translate_reason (const char *message)
{
  const char *reason = g_strrstr (message, "”: ");

  if (reason == NULL)
    return message;
  reason += strlen ("”: ");
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (reason, reasons[i]))
      return _ (reasons[i]);
  return reason;
}

static char *
import_words (const GError *error, const char *path)
{
  switch ((ChisoImportError) error->code)
    {
    case CHISO_IMPORT_ERROR_EMPTY:
      return g_strdup_printf (_ ("“%s” is empty."), path);
    case CHISO_IMPORT_ERROR_BINARY:
      return g_strdup_printf (_ ("“%s” is no file of a kind that can be read."), path);
    case CHISO_IMPORT_ERROR_TOO_LARGE:
      return g_strdup_printf (_ ("“%s” is too large: the limit is %u MB."), path,
                              CHISO_IMPORT_MAX_BYTES / (1024 * 1024));
    case CHISO_IMPORT_ERROR_ENCODING:
      return g_strdup_printf (_ ("“%s” is not in UTF-8 or another encoding that is recognised."),
                              path);
    case CHISO_IMPORT_ERROR_NO_TEXT:
      return g_strdup_printf (_ ("“%s” holds no text: a scan has to go through text recognition "
                                 "first."),
                              path);
    case CHISO_IMPORT_ERROR_ENCRYPTED:
      return g_strdup_printf (_ ("“%s” is protected by a password."), path);
    case CHISO_IMPORT_ERROR_DAMAGED:
      return g_strdup_printf (_ ("“%s” is cut off or damaged."), path);
    case CHISO_IMPORT_ERROR_READ:
    default:
      return g_strdup_printf (_ ("“%s” cannot be read: %s."), path,
                              translate_reason (error->message));
    }
}

static const char *
store_reason (const GError *error)
{
  if (g_error_matches (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FULL))
    return _ ("there is no room left on the disk");
  if (g_error_matches (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CORRUPT))
    return _ ("the library is damaged");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return _ ("the library was closed");
  return error->message;
}

char *
chiso_error_words_of_report (const GError *error, const char *path)
{
  g_return_val_if_fail (error != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (error->domain == CHISO_IMPORT_ERROR)
    return import_words (error, path);
  return g_strdup_printf (_ ("“%s” was not stored: %s."), path, store_reason (error));
}

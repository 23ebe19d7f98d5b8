/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the library's version: what a file must look like to be touched, how a new one is made, and
 * the steps from each earlier version to the next. Steps only go forward; a file of a later version
 * is left alone, never repaired. */

#include "chiso-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "chiso-schema-sql.h"
#include "chiso-schema-steps.h"
#include "chiso-store.h"

/* SQLite's file header: the magic, then these numbers, most significant byte first. */
#define HEADER_SIZE 100
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

/* Entry i leads from version i + 1 to i + 2. Curated rows are copies of the starter data, so a step
 * that widens them only marks them as out of date; the store then fills them again. */
static const char *const steps[] = {
  /* To 2: version 1 lost the starter data's notes ("year inferred"), and the overview, which asks
   * for one place over all indicators, read every row for want of an index. */
  "ALTER TABLE curated ADD COLUMN note TEXT;\n"
  "UPDATE library SET value = 'version 1' WHERE key = 'starter' AND value <> '';\n"
  "CREATE INDEX curated_by_place ON curated (place, last_year);\n"
  "CREATE INDEX observations_by_place ON observations (place, last_year);\n"
  "PRAGMA user_version = 2;\n",
  STEP_TO_3,
  STEP_TO_4,
  /* To 5: the full-text index joined its pieces again and again while reports were added. */
  "INSERT INTO search (search, rank) VALUES ('automerge', 0);\n"
  "INSERT INTO search (search, rank) VALUES ('crisismerge', 64);\n"
  "PRAGMA user_version = 5;\n",
  /* To 6: how much there is of provinces was counted by going through every commune's figures. */
  "CREATE UNIQUE INDEX series_of_provinces ON series (indicator, place, boundary) WHERE unit < 2;\n"
  "PRAGMA user_version = 6;\n",
  STEP_TO_7,
  /* To 8: a text without properties says in its head who issued it. */
  "ALTER TABLE derivations ADD COLUMN publisher TEXT;\n"
  "PRAGMA user_version = 8;\n",
  STEP_TO_9,
};

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == CHISO_SCHEMA_VERSION - 1);

static gboolean
fail_no_library (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NO_LIBRARY,
               "“%s” is no library of Chỉ Số; it was not touched", name);

  return FALSE;
}

static gboolean
fail_too_new (const char *path, gint64 version, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_TOO_NEW,
               "The library “%s” was made by a newer Chỉ Số (library version %" G_GINT64_FORMAT
               ", this program knows %d); it was not touched",
               name, version, CHISO_SCHEMA_VERSION);

  return FALSE;
}

static gboolean
fail_open (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_OPEN,
               "The library “%s” cannot be opened: %s", name, reason);

  return FALSE;
}

static guint32
read_number (const guint8 *header, gsize offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);

  return GUINT32_FROM_BE (number);
}

gboolean
chiso_schema_check_file (const char *path, gboolean *exists, GError **error)
{
  guint8 header[HEADER_SIZE];
  GStatBuf status;
  gssize n;
  int fd;

  *exists = FALSE;
  if (g_stat (path, &status) != 0)
    return errno == ENOENT || fail_open (path, g_strerror (errno), error);
  /* Asked before opening: opening a pipe would wait for ever. */
  if (!S_ISREG (status.st_mode))
    return fail_open (path, S_ISDIR (status.st_mode) ? "it is a folder" : "it is no regular file",
                      error);
  /* What a file chooser or mktemp leaves: nothing in it can be lost. */
  if (status.st_size == 0)
    return TRUE;
  *exists = TRUE;

  fd = g_open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return fail_open (path, g_strerror (errno), error);
  n = read (fd, header, sizeof header);
  close (fd);

  if (n < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0
      || read_number (header, HEADER_APPLICATION_ID) != CHISO_SCHEMA_APPLICATION_ID)
    return fail_no_library (path, error);
  if (read_number (header, HEADER_USER_VERSION) > CHISO_SCHEMA_VERSION)
    return fail_too_new (path, read_number (header, HEADER_USER_VERSION), error);

  return TRUE;
}

gboolean
chiso_schema_inspect (ChisoDb *db, ChisoSchemaState *state, GError **error)
{
  gint64 tables = 0;
  gint64 application = 0;
  gint64 version = 0;

  if (!chiso_db_number (db, "SELECT count(*) FROM sqlite_schema", &tables, error)
      || !chiso_db_number (db, "PRAGMA application_id", &application, error)
      || !chiso_db_number (db, "PRAGMA user_version", &version, error))
    return FALSE;

  /* Somebody else's empty database does not come here: its header gave it away. */
  *state = CHISO_SCHEMA_NEW;
  if (tables == 0 && application == 0 && version == 0)
    return TRUE;

  if (application != CHISO_SCHEMA_APPLICATION_ID || version < 1)
    return fail_no_library (chiso_db_path (db), error);
  if (version > CHISO_SCHEMA_VERSION)
    return fail_too_new (chiso_db_path (db), version, error);
  *state = version < CHISO_SCHEMA_VERSION ? CHISO_SCHEMA_OLD : CHISO_SCHEMA_CURRENT;

  return TRUE;
}

static gboolean
create (ChisoDb *db, GError **error)
{
  static const char marks[] = "PRAGMA application_id = " G_STRINGIFY (
      CHISO_SCHEMA_APPLICATION_ID) ";"
                                   "PRAGMA user_version = " G_STRINGIFY (CHISO_SCHEMA_VERSION) ";";

  return chiso_db_script (db, SCHEMA_FACTS, error) && chiso_db_script (db, SCHEMA_DERIVED, error)
         && chiso_db_script (db, marks, error);
}

gboolean
chiso_schema_upgrade (ChisoDb *db, GError **error)
{
  ChisoSchemaState state;
  gint64 version = 0;

  if (!chiso_schema_inspect (db, &state, error))
    return FALSE;
  if (state == CHISO_SCHEMA_NEW)
    return create (db, error);

  if (!chiso_db_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  for (; version < CHISO_SCHEMA_VERSION; version++)
    if (!chiso_db_script (db, steps[version - 1], error))
      {
        g_prefix_error (error, "Cannot bring the library to version %d: ", (int) version + 1);
        return FALSE;
      }

  return TRUE;
}

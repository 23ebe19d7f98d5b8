/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options, sentences and the session of the commands. Knows no command. */

#include "ctl.h"

#include "core/chiso-catalogue-load.h"
#include "core/chiso-derive.h"
#include "core/chiso-rederive.h"
#include "ctl-args.h"
#include "import/chiso-import.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define STARTER_RESOURCE "/org/chiso/ChiSo/data/starter.tsv"

void
ctl_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  /* Not g_printerr(), which would put question marks for letters that the locale does not have. */
  fprintf (stderr, "chisoctl: %s\n", text);
}

CtlStatus
ctl_say_error (GError *error)
{
  CtlStatus status = error->domain == CTL_USAGE_ERROR ? CTL_USAGE : CTL_FAILED;

  ctl_say ("%s", error->message);
  g_error_free (error);
  return status;
}

void
ctl_write (const char *text)
{
  fputs (text, stdout);
}

CtlStatus
ctl_finish_output (CtlStatus status)
{
  gboolean failed_before = ferror (stdout) != 0;

  errno = 0;
  if (fflush (stdout) == 0 && !failed_before)
    return status;
  ctl_say ("Cannot write the output: %s",
           errno != 0 ? g_strerror (errno) : "it could not be written whole");
  return CTL_FAILED;
}

void
ctl_common_clear (CtlCommon *common)
{
  g_clear_pointer (&common->library, g_free);
}

/* GOption's message ends in the option; ours says what it may have been meant for. */
static void
say_option_error (const CtlCommand *command, const GOptionEntry *entries, const GError *error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *wrong = NULL;
  const char *nearest;

  if (!g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    {
      ctl_say ("%s", error->message);
      return;
    }
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    g_ptr_array_add (names, (char *) entry->long_name);
  g_ptr_array_add (names, (char *) "library");
  g_ptr_array_add (names, (char *) "help");
  g_ptr_array_add (names, NULL);

  wrong = g_strdup (strrchr (error->message, ' ') + 1);
  wrong[strcspn (wrong, "=")] = '\0';
  nearest = ctl_nearest (wrong + strspn (wrong, "-"), (const char *const *) names->pdata);
  if (nearest != NULL)
    ctl_say ("%s has no option %s; did you mean --%s?", command->name, wrong, nearest);
  else
    ctl_say ("%s has no option %s; “chisoctl %s --help” lists them", command->name, wrong,
             command->name);
}

gboolean
ctl_parse (const CtlCommand *command, const GOptionEntry *entries, char ***args, CtlCommon *common,
           CtlStatus *status)
{
  gboolean help = FALSE;
  const GOptionEntry shared[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &common->library,
      "The library to use in place of your own", "FILE" },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, "Show this help", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("chisoctl ", command->name, NULL);

  /* GOption's own --help would leave the program from inside. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->details);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, shared, NULL);
  g_set_prgname (name);

  *status = CTL_DONE;
  if (!g_option_context_parse_strv (context, args, &error))
    {
      say_option_error (command, entries, error);
      *status = CTL_USAGE;
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      ctl_write (text);
      return FALSE;
    }
  return TRUE;
}

void
ctl_session_clear (CtlSession *session)
{
  if (session->store != NULL)
    chiso_store_close (session->store);
  g_clear_object (&session->store);
  g_clear_pointer (&session->extractor, chiso_extractor_unref);
  g_clear_pointer (&session->geo, chiso_geo_unref);
  g_clear_pointer (&session->catalogue, chiso_catalogue_unref);
}

gboolean
ctl_session_load (CtlSession *session, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "chiso", "catalogue.d", NULL);

  session->catalogue = chiso_catalogue_load (folder, error);
  if (session->catalogue == NULL)
    return FALSE;
  session->geo = chiso_geo_new_from_resources (error);
  if (session->geo == NULL)
    return FALSE;
  return TRUE;
}

/* Made when it is first needed: its tries cost more than drawing a chart does. */
static ChisoExtractor *
extractor_of (CtlSession *session)
{
  if (session->extractor == NULL)
    session->extractor = chiso_extractor_new (session->catalogue, session->geo);
  return session->extractor;
}

gboolean
ctl_session_open (CtlSession *session, const CtlCommon *common, GError **error)
{
  g_autoptr (GBytes) starter = NULL;
  g_autofree char *path = g_strdup (common->library);

  if (session->catalogue == NULL && !ctl_session_load (session, error))
    return FALSE;
  starter = g_resources_lookup_data (STARTER_RESOURCE, 0, error);
  if (starter == NULL)
    return FALSE;
  if (path == NULL)
    path = g_build_filename (g_get_user_data_dir (), "chiso", "library.chiso", NULL);
  session->store = chiso_store_open (path, session->catalogue, session->geo, starter, error);
  return session->store != NULL;
}

gboolean
ctl_session_open_current (CtlSession *session, const CtlCommon *common, GError **error)
{
  g_autoptr (GArray) stale = NULL;

  if (!ctl_session_open (session, common, error))
    return FALSE;
  stale = chiso_store_stale_sync (session->store, error);
  if (stale == NULL)
    return FALSE;
  return stale->len == 0
         || chiso_rederive_sync (session->store, extractor_of (session), NULL, error);
}

GPtrArray *
ctl_list_files (char **paths, CtlStatus *status)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (; *paths != NULL; paths++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (*paths);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) found = NULL;

      /* GIO would take it for the working folder, and read all that is in it. */
      if (**paths == '\0')
        g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                     "Cannot read “”: an empty name is no file");
      else
        found = chiso_import_list (file, NULL, &error);

      if (found == NULL)
        ctl_say ("%s", error->message);
      else if (found->len == 0)
        ctl_say ("There is no report in the folder “%s”", *paths);
      if (found != NULL && found->len > 0)
        g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));
      else
        *status = CTL_FAILED;
    }
  return files;
}

ChisoDocument *
ctl_read_report (CtlSession *session, GFile *file, const ChisoDate *given,
                 ChisoExtraction **extraction, CtlStatus *status, GError **error)
{
  ChisoDocument *document = chiso_import_file (file, NULL, error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = g_file_get_parse_name (file);

  if (document == NULL)
    return NULL;
  *extraction = chiso_derive (extractor_of (session), document, given, problems);
  for (guint i = 0; i < problems->len; i++)
    {
      ctl_say ("Cannot use a row of “%s”, %s", name, (const char *) problems->pdata[i]);
      *status = CTL_FAILED;
    }
  return document;
}

gboolean
ctl_make_folder (const char *path)
{
  gboolean made;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      ctl_say ("Cannot make the folder “%s”: there is a file of that name", path);
      return FALSE;
    }
  made = g_mkdir_with_parents (path, 0777) == 0;
  if (!made)
    ctl_say ("Cannot make the folder “%s”: %s", path, g_strerror (errno));
  return made;
}

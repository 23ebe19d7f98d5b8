/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl import: reports into the library, one transaction each, so that a file that fails leaves
 * the others whole. */

#include "ctl-args.h"
#include "ctl.h"

static gboolean
import_file (CtlSession *session, GFile *file, const ChisoDate *date, const char *published,
             CtlStatus *status, GError **error)
{
  g_autoptr (ChisoExtraction) extraction = NULL;
  g_autoptr (ChisoDocument)
      document = ctl_read_report (session, file, date, &extraction, status, error);
  g_autofree char *line = NULL;
  ChisoAdded added;

  if (document == NULL)
    return FALSE;
  if (published != NULL)
    {
      g_free (document->published);
      document->published = g_strdup (published);
    }
  document->imported = g_get_real_time () / G_USEC_PER_SEC;
  if (!chiso_store_add_sync (session->store, document, extraction, &added, error))
    return FALSE;
  line = added.already_there ? g_strdup_printf ("%s\talready there\n", document->name)
                             : g_strdup_printf ("%s\t%u %s\n", document->name, added.n_observations,
                                                added.n_observations == 1 ? "figure" : "figures");
  ctl_write (line);
  return TRUE;
}

static CtlStatus
run (const CtlCommand *command, char **args)
{
  g_autofree char *published = NULL;
  g_auto (CtlCommon) common = { NULL };
  g_auto (CtlSession) session = { NULL };
  const GOptionEntry entries[] = {
    { "published", 0, 0, G_OPTION_ARG_FILENAME, &published,
      "When the reports were published, where they do not say", "DATE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) files = NULL;
  GError *error = NULL;
  CtlStatus status;
  ChisoDate date;

  if (!ctl_parse (command, entries, &args, &common, &status))
    return status;
  if (published != NULL && !ctl_read_date ("--published", published, &date, &error))
    return ctl_say_error (error);
  if (args[1] == NULL)
    {
      ctl_say ("import needs at least one file or folder");
      return CTL_USAGE;
    }
  if (!ctl_session_open_current (&session, &common, &error))
    return ctl_say_error (error);

  files = ctl_list_files (args + 1, &status);
  for (guint i = 0; i < files->len; i++)
    if (!import_file (&session, files->pdata[i], published != NULL ? &date : NULL, published,
                      &status, &error))
      status = ctl_say_error (g_steal_pointer (&error));
  return status;
}

const CtlCommand ctl_import = {
  "import",
  "FILE|FOLDER…",
  "Read reports into the library",
  "Says of each report how many figures it gave. The same bytes are kept once: importing them "
  "again changes\n"
  "nothing. The library is $XDG_DATA_HOME/chiso/library.chiso unless --library names another.",
  run,
};

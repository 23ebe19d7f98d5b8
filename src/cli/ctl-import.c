/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl import: reports into the library. A file that fails is named and leaves the others whole. */

#include "ctl-args.h"
#include "ctl.h"
#include "import/chiso-intake.h"

static void
report_cb (ChisoIntake *intake, const ChisoIntakeReport *report, CtlStatus *status)
{
  g_autofree char *line = NULL;

  for (guint i = 0; report->problems != NULL && i < report->problems->len; i++)
    {
      ctl_say ("Cannot use a row of “%s”, %s", report->path,
               (const char *) report->problems->pdata[i]);
      *status = CTL_FAILED;
    }
  if (report->error != NULL)
    {
      *status = ctl_say_error (g_error_copy (report->error));
      return;
    }
  line = report->added->already_there
             ? g_strdup_printf ("%s\talready there\n", report->name)
             : g_strdup_printf ("%s\t%u %s\n", report->name, report->added->n_observations,
                                report->added->n_observations == 1 ? "figure" : "figures");
  ctl_write (line);
}

static void
take_in (ChisoIntake *intake, GPtrArray *files, CtlStatus *status)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);
  guint n_left;

  if (files->len == 0)
    return;
  g_list_store_splice (list, 0, 0, files->pdata, files->len);
  g_signal_connect (intake, "report", G_CALLBACK (report_cb), status);
  chiso_intake_add_files (intake, G_LIST_MODEL (list));
  while (!chiso_intake_is_finished (intake))
    g_main_context_iteration (NULL, TRUE);
  n_left = chiso_intake_get_n_left (intake);
  if (n_left > 0)
    ctl_say ("%u %s after it %s not imported", n_left, n_left == 1 ? "report" : "reports",
             n_left == 1 ? "was" : "were");
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
  g_autoptr (ChisoIntake) intake = NULL;
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
  if (session.extractor == NULL)
    session.extractor = chiso_extractor_new (session.catalogue, session.geo);
  intake = chiso_intake_new (session.store, session.extractor);
  if (published != NULL)
    chiso_intake_set_published (intake, &date, published);
  take_in (intake, files, &status);
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

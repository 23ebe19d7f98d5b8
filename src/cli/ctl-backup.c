/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl backup: a consistent copy of the library. */

#include "ctl.h"

static CtlStatus
run (const CtlCommand *command, char **args)
{
  g_auto (CtlCommon) common = { NULL };
  g_auto (CtlSession) session = { NULL };
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  GError *error = NULL;
  CtlStatus status;

  if (!ctl_parse (command, entries, &args, &common, &status))
    return status;
  if (g_strv_length (args) != 2)
    {
      ctl_say ("backup needs the name of one file to write");
      return CTL_USAGE;
    }
  if (!ctl_session_open (&session, &common, &error)
      || !chiso_store_backup_sync (session.store, args[1], &error))
    return ctl_say_error (error);
  return CTL_DONE;
}

const CtlCommand ctl_backup = {
  "backup",
  "FILE",
  "Copy the library, also while it is open elsewhere",
  "The copy is whole or not there; a file that exists is never written over.",
  run,
};

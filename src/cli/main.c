/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl: the table of its commands, and nothing else. */

#include "ctl-args.h"
#include "ctl.h"

#include <locale.h>
#include <string.h>

static const CtlCommand *const commands[] = {
  &ctl_extract, &ctl_import, &ctl_query, &ctl_chart,
  &ctl_sheet,   &ctl_views,  &ctl_audit, &ctl_backup,
};

static const CtlCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static void
write_help (void)
{
  ctl_write (
      "Usage: chisoctl COMMAND [OPTION…] …\n\n"
      "Reads the figures of Vietnamese provincial reports, keeps and charts them.\n\nCommands:\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("  %-10s%s\n", commands[i]->name,
                                               commands[i]->summary);

      ctl_write (line);
    }
  ctl_write ("\n“chisoctl COMMAND --help” says more of each. All take --library=FILE.\n"
             "Exit status: 0 done; 1 some input failed and was named, the rest was done; 2 wrong "
             "usage.\n");
}

static CtlStatus
unknown_command (const char *name)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  const char *nearest;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i]->name;
  nearest = ctl_nearest (name, names);
  if (nearest != NULL)
    ctl_say ("There is no command “%s”; did you mean %s?", name, nearest);
  else
    ctl_say ("There is no command “%s”; “chisoctl --help” lists them", name);
  return CTL_USAGE;
}

int
main (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;
  g_auto (GStrv) args = NULL;
  const CtlCommand *command;

  /* Arguments and files are UTF-8 whatever the locale; numbers and messages stay as in "C". */
  setlocale (LC_CTYPE, "C.UTF-8");

  if (name == NULL)
    {
      ctl_say ("Say what to do; “chisoctl --help” lists the commands");
      return CTL_USAGE;
    }
  if (strcmp (name, "--version") == 0)
    {
      ctl_write ("chisoctl " CHISO_VERSION "\n");
      return ctl_finish_output (CTL_DONE);
    }
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0 || strcmp (name, "help") == 0)
    {
      write_help ();
      return ctl_finish_output (CTL_DONE);
    }
  command = find_command (name);
  if (command == NULL)
    return unknown_command (name);
  args = g_strdupv (argv + 1);
  return ctl_finish_output (command->run (command, args));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of chisoctl share: their table, their options, the data they work on, and how
 * they speak. Output goes to stdout and is only data; sentences for people go to stderr. */

#pragma once

#include "core/chiso-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exit statuses. */
typedef enum
{
  CTL_DONE = 0,
  CTL_FAILED = 1, /* some input failed and was named; the rest was done */
  CTL_USAGE = 2,  /* the command line asks for what there is not; nothing was done */
} CtlStatus;

typedef struct _CtlCommand
{
  const char *name;
  const char *arguments; /* after the options, for the usage line; "" for none */
  const char *summary;   /* one line */
  const char *details;   /* below the options in --help */
  CtlStatus (*run) (const struct _CtlCommand *command, char **args);
} CtlCommand;

extern const CtlCommand ctl_extract;
extern const CtlCommand ctl_import;
extern const CtlCommand ctl_query;
extern const CtlCommand ctl_chart;
extern const CtlCommand ctl_sheet;
extern const CtlCommand ctl_views;
extern const CtlCommand ctl_audit;
extern const CtlCommand ctl_backup;

/* One sentence on stderr after the program's name. */
void ctl_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Says the error, frees it, and gives the status that goes with it. */
CtlStatus ctl_say_error (GError *error);
/* Writes text to stdout; that it could not be written is found by ctl_finish_output(). */
void ctl_write (const char *text);
/* The status, or CTL_FAILED with a sentence when not all output could be written. */
CtlStatus ctl_finish_output (CtlStatus status);

/* What every command takes. */
typedef struct
{
  char *library; /* path, or NULL for the person's own */
} CtlCommon;

void ctl_common_clear (CtlCommon *common);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtlCommon, ctl_common_clear)

/* Parses options out of args (args[0] is the command). FALSE when the command is over, *status
 * says how: --help was given, or the options are wrong and that was said. */
gboolean ctl_parse (const CtlCommand *command, const GOptionEntry *entries, char ***args,
                    CtlCommon *common, CtlStatus *status);

/* The data that commands work on; members are NULL until opened. */
typedef struct
{
  ChisoCatalogue *catalogue;
  ChisoGeo *geo;
  ChisoExtractor *extractor; /* made when a report is first read */
  ChisoStore *store;
} CtlSession;

void ctl_session_clear (CtlSession *session);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtlSession, ctl_session_clear)

/* Catalogue and places. */
gboolean ctl_session_load (CtlSession *session, GError **error);
/* The same and the library. */
gboolean ctl_session_open (CtlSession *session, const CtlCommon *common, GError **error);
/* The same, and figures that another version of the program or another catalogue found are found
 * again: for commands that use figures. */
gboolean ctl_session_open_current (CtlSession *session, const CtlCommon *common, GError **error);

/* The files to read, in order, of files and folders that were named. What cannot be listed is said
 * and makes *status CTL_FAILED. GPtrArray of GFile. */
GPtrArray *ctl_list_files (char **paths, CtlStatus *status);

/* Reads the file and what it states; given is the day of publication by option, or NULL. Rows of a
 * table that were left out are said, make *status CTL_FAILED, and do not stop the rest. NULL with
 * error; free *extraction too. */
ChisoDocument *ctl_read_report (CtlSession *session, GFile *file, const ChisoDate *given,
                                ChisoExtraction **extraction, CtlStatus *status, GError **error);

/* Makes the folder and those above it where they are missing; FALSE after saying why it cannot. */
gboolean ctl_make_folder (const char *path);

G_END_DECLS

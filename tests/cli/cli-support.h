/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the real chisoctl in a folder of its own, with a home of its own, in the plainest locale. */

#pragma once

#include <gio/gio.h>

typedef struct
{
  char *folder; /* working folder of the program; its library stands in folder/data/chiso/ */
  char *out;    /* of the last run */
  char *err;
  int status;
} CliFixture;

void cli_set_up (CliFixture *self, gconstpointer data);
void cli_tear_down (CliFixture *self, gconstpointer data);

/* Runs chisoctl with the NULL-terminated arguments. */
void cli_run (CliFixture *self, const char *argument, ...) G_GNUC_NULL_TERMINATED;
void cli_run_strv (CliFixture *self, const char *const *arguments);

/* Path below the fixture's folder. Free with g_free. */
char *cli_path (CliFixture *self, const char *name);
void cli_write (CliFixture *self, const char *name, const char *text);
char *cli_read (CliFixture *self, const char *name);
gboolean cli_exists (CliFixture *self, const char *name);
/* A report of tests/data/reports by the number that its name begins with. Free with g_free. */
char *cli_report (const char *number);

/* The last run ended with status and said exactly err, in which “@” stands for the fixture's
 * folder. */
void cli_assert (CliFixture *self, int status, const char *err);
guint cli_count_lines (const char *text);

#define CLI_ADD(path, function)                                                                    \
  g_test_add (path, CliFixture, NULL, cli_set_up, function, cli_tear_down)

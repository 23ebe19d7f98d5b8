/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixture of the command-line tests. Asserts nothing about what commands do. */

#include "cli-support.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <sys/wait.h>

void
cli_set_up (CliFixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("chisoctl-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
remove_below (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_below (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
cli_tear_down (CliFixture *self, gconstpointer data)
{
  remove_below (self->folder);
  g_free (self->folder);
  g_free (self->out);
  g_free (self->err);
}

static char **
plain_environment (CliFixture *self)
{
  g_autofree char *data = cli_path (self, "data");
  char **environment = g_get_environ ();

  environment = g_environ_setenv (environment, "HOME", self->folder, TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", data, TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "C", TRUE);
  environment = g_environ_unsetenv (environment, "LANGUAGE");
  environment = g_environ_unsetenv (environment, "DISPLAY");
  return g_environ_unsetenv (environment, "WAYLAND_DISPLAY");
}

void
cli_run_strv (CliFixture *self, const char *const *arguments)
{
  g_auto (GStrv) environment = plain_environment (self);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int wait_status;

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_ptr_array_add (argv, (char *) g_getenv ("CHISOCTL"));
  g_assert_nonnull (argv->pdata[0]);
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (char *) *arguments);
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (self->folder, (char **) argv->pdata, environment, G_SPAWN_DEFAULT, NULL, NULL,
                &self->out, &self->err, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  self->status = WEXITSTATUS (wait_status);
}

void
cli_run (CliFixture *self, const char *argument, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list args;

  va_start (args, argument);
  for (; argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (args);
  g_ptr_array_add (arguments, NULL);
  cli_run_strv (self, (const char *const *) arguments->pdata);
}

char *
cli_path (CliFixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
cli_write (CliFixture *self, const char *name, const char *text)
{
  g_autofree char *path = cli_path (self, name);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

char *
cli_read (CliFixture *self, const char *name)
{
  g_autofree char *path = cli_path (self, name);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

gboolean
cli_exists (CliFixture *self, const char *name)
{
  g_autofree char *path = cli_path (self, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

char *
cli_report (const char *number)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "reports", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, number) && g_str_has_suffix (name, ".txt"))
      return g_build_filename (folder, name, NULL);
  g_error ("There is no report %s", number);
}

void
cli_assert (CliFixture *self, int status, const char *err)
{
  g_auto (GStrv) parts = g_strsplit (err, "@", -1);
  g_autofree char *expected = g_strjoinv (self->folder, parts);

  g_assert_cmpstr (self->err, ==, expected);
  g_assert_cmpint (self->status, ==, status);
}

guint
cli_count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the writing of exported files: all under temporary names beside their places, then all
 * renamed. Must not leave half a file, nor anything of a failure. */

#include "plot-export-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *
format_of (const char *path)
{
  const char *dot = strrchr (path, '.');

  return dot != NULL && plot_export_knows_format (dot + 1) ? dot + 1 : NULL;
}

/* Renaming over a device or a folder would replace it, or fail with words that help nobody. */
static gboolean
check_target (const char *path, GError **error)
{
  if (format_of (path) == NULL)
    {
      g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FORMAT,
                   "“%s” names no format: it must end in .png, .svg, .pdf, .csv, .tsv or .json",
                   path);
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FAILED,
               "“%s” cannot be written: it is %s", path,
               g_file_test (path, G_FILE_TEST_IS_DIR) ? "a folder" : "no regular file");
  return FALSE;
}

static const char *
reason_of (int code)
{
  static const struct
  {
    int code;
    const char *words;
  } usual[] = {
    { ENOENT, "there is no such folder" },  { ENOTDIR, "there is no such folder" },
    { EACCES, "permission is denied" },     { EPERM, "permission is denied" },
    { EROFS, "the disk may only be read" }, { ENOSPC, "the disk is full" },
    { EDQUOT, "the disk is full" },         { ENAMETOOLONG, "its name is too long" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (usual[i].code == code)
      return usual[i].words;
  return g_strerror (code);
}

static gboolean
fail (const char *path, int code, GError **error)
{
  g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FAILED, "“%s” cannot be written: %s",
               path, reason_of (code));
  return FALSE;
}

static gboolean
write_all (int file, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize written = write (file, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= (gsize) written;
    }
  return TRUE;
}

/* The name under which bytes stand beside path; NULL with error, and nothing left. A file that is
 * replaced must be on the disk first: a crash may lose a new file, never an old one. */
static char *
write_beside (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  int file = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0666);
  int code = 0;

  if (file < 0)
    {
      fail (path, errno, error);
      return NULL;
    }
  if (!write_all (file, bytes) || (g_file_test (path, G_FILE_TEST_EXISTS) && fsync (file) != 0))
    code = errno;
  if (close (file) != 0 && code == 0)
    code = errno;
  if (code == 0)
    return g_steal_pointer (&beside);
  g_unlink (beside);
  fail (path, code, error);
  return NULL;
}

static gboolean
write_targets (const PlotExportTarget *targets, guint n, const PlotExportOptions *options,
               char **written, GError **error)
{
  g_autoptr (PlotLayout) layout = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (i > 0 && targets[i].figure != targets[i - 1].figure)
        g_clear_pointer (&layout, plot_layout_free);
      bytes = plot_export_layout (targets[i].figure, &layout, format_of (targets[i].path), options,
                                  error);
      if (bytes == NULL)
        {
          g_prefix_error (error, "“%s”: ", targets[i].path);
          return FALSE;
        }
      written[i] = write_beside (targets[i].path, bytes, error);
      if (written[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

gboolean
plot_export_files (const PlotExportTarget *targets, guint n, const PlotExportOptions *options,
                   GError **error)
{
  g_auto (GStrv) written = g_new0 (char *, n + 1);
  gboolean done = TRUE;
  guint i;

  g_return_val_if_fail ((targets != NULL || n == 0) && options != NULL, FALSE);

  for (i = 0; i < n && done; i++)
    done = check_target (targets[i].path, error);
  done = done && write_targets (targets, n, options, written, error);
  for (i = 0; i < n && done; i++)
    if (g_rename (written[i], targets[i].path) == 0)
      g_clear_pointer (&written[i], g_free);
    else
      done = fail (targets[i].path, errno, error);
  /* What failed may stand anywhere in the row, and the rest behind its first empty place. */
  for (i = 0; i < n; i++)
    {
      if (written[i] != NULL)
        g_unlink (written[i]);
      g_clear_pointer (&written[i], g_free);
    }
  return done;
}

gboolean
plot_export_file (PlotFigure *figure, const char *path, const PlotExportOptions *options,
                  GError **error)
{
  const PlotExportTarget target = { figure, path };

  g_return_val_if_fail (figure != NULL && path != NULL && options != NULL, FALSE);

  return plot_export_files (&target, 1, options, error);
}

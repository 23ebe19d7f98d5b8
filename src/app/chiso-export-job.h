/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of charts, written off the main thread: all of them or none. */

#pragma once

#include <gio/gio.h>

#include "plot/plot-export.h"

G_BEGIN_DECLS

typedef struct _ChisoExportJob ChisoExportJob;

/* The files will say that they were made on day (ISO 8601), if not NULL. */
ChisoExportJob *chiso_export_job_new (const PlotExportOptions *options, const char *day);

/* To be written to path, whose ending is the format. */
void chiso_export_job_add (ChisoExportJob *self, PlotFigure *figure, const char *path);
/* The same in folder, under a name made of the figure's title that no file has yet. */
void chiso_export_job_add_into (ChisoExportJob *self, PlotFigure *figure, const char *folder,
                                const char *format);

/* Takes self over. */
void chiso_export_job_run (ChisoExportJob *self, gpointer source, GAsyncReadyCallback callback,
                           gpointer data);
/* On success *first is the first file's name, to be freed with g_free, and *n how many there are. */
gboolean chiso_export_job_finish (GAsyncResult *result, char **first, guint *n, GError **error);

/* A file name made of a chart's title: without what file systems refuse, and not too long; format is
 * its ending, or NULL for none. Free with g_free. */
char *chiso_export_file_name (const char *title, const char *format);

G_END_DECLS

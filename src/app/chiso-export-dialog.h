/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks how a chart is to be exported, shows what will come out, and writes the file. */

#pragma once

#include <adwaita.h>

#include "plot/plot-export.h"

G_BEGIN_DECLS

#define CHISO_TYPE_EXPORT_DIALOG (chiso_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ChisoExportDialog, chiso_export_dialog, CHISO, EXPORT_DIALOG, AdwWindow)

/* Signal "exported" (const char *path): the file is written; the dialog closes itself.
 * Signal "failed" (const char *message): it is not, and nothing is left of it; the dialog stays open
 * and shows why. */

/* figures: GPtrArray of PlotFigure*, at least one; a reference is taken. */
GtkWidget *chiso_export_dialog_new (GPtrArray *figures);

/* What the controls say now. */
PlotExportOptions chiso_export_dialog_get_options (ChisoExportDialog *self);
/* Writes the chosen figure to path off the main thread, as if the file chooser had answered it. The
 * format is the name's ending, PNG where it has none. */
void chiso_export_dialog_export_to (ChisoExportDialog *self, const char *path);

/* A file name made of a chart's title: without what file systems refuse, and not too long. Free with g_free. */
char *chiso_export_file_name (const char *title);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks how charts are to be exported, shows what will come out, and writes the files. */

#pragma once

#include <adwaita.h>

#include "plot/plot-export.h"

G_BEGIN_DECLS

#define CHISO_TYPE_EXPORT_DIALOG (chiso_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ChisoExportDialog, chiso_export_dialog, CHISO, EXPORT_DIALOG, AdwWindow)

/* Signal "exported" (const char *path, guint n): all n files are written, path is the first; the
 * dialog closes itself.
 * Signal "failed" (const char *message): they are not, and nothing is left of them; the dialog stays open
 * and shows why. */

/* figures: GPtrArray of PlotFigure*, at least one; a reference is taken. settings: where the last
 * choice is kept, or NULL. */
GtkWidget *chiso_export_dialog_new (GPtrArray *figures, GSettings *settings);

/* What the controls say now. */
PlotExportOptions chiso_export_dialog_get_options (ChisoExportDialog *self);
/* Writes the chosen figure to path off the main thread, as if the file chooser had answered it. The
 * format is the name's ending, the first chosen one where it has none. */
void chiso_export_dialog_export_to (ChisoExportDialog *self, const char *path);
/* Writes the chosen figure, or all of them, in each chosen format into folder, under names made of
 * the titles; no file that is there is written over. */
void chiso_export_dialog_export_into (ChisoExportDialog *self, const char *folder);

G_END_DECLS

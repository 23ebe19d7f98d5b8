/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: three pages, the menus, the toasts. */

#pragma once

#include <adwaita.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_WINDOW (chiso_window_get_type ())
G_DECLARE_FINAL_TYPE (ChisoWindow, chiso_window, CHISO, WINDOW, AdwApplicationWindow)

GtkWidget *chiso_window_new (GtkApplication *application, ChisoSession *session);

/* Shows the window: filled where its library is read in a moment, else as soon as that has passed. */
void chiso_window_present (ChisoWindow *self);

/* "overview", "compare" or "reports". */
void chiso_window_show_page (ChisoWindow *self, const char *name);
const char *chiso_window_get_page (ChisoWindow *self);

/* Imports files and folders (GListModel of GFile) and shows the Reports page. */
void chiso_window_import (ChisoWindow *self, GListModel *files);

/* Goes to the reader, at the sentence of the record. */
void chiso_window_show_evidence (ChisoWindow *self, gint64 document_id, gint64 record_id);

/* One sentence at the window's foot. */
void chiso_window_tell (ChisoWindow *self, const char *sentence);

/* In place of the pages: why the library at path could not be opened, in one sentence. */
void chiso_window_show_failure (ChisoWindow *self, const char *path, const GError *error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Reports page: what was imported, how to import more, and the reader in which every figure is
 * highlighted and linked to its mark. */

#pragma once

#include <adwaita.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_REPORTS_PAGE (chiso_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (ChisoReportsPage, chiso_reports_page, CHISO, REPORTS_PAGE, AdwBin)

/* Property "session" (ChisoSession, set once by the window after it is built from its template).
 * Signal "show-record" (gint64 record_id): a figure in the reader was activated; the window goes to
 * Compare and selects its mark. */
GtkWidget *chiso_reports_page_new (ChisoSession *session);

/* Opens the report in the reader, scrolled to the record's figure, which is drawn selected. */
void chiso_reports_page_show_evidence (ChisoReportsPage *self, gint64 document_id,
                                       gint64 record_id);

/* Registers win.import-files, win.import-folder and win.paste-report. */
void chiso_reports_page_install_actions (ChisoReportsPage *self, GActionMap *window);

/* Imports files and folders (GListModel of GFile) that were dropped on the window or named on the
 * command line. */
void chiso_reports_page_import (ChisoReportsPage *self, GListModel *files);

G_END_DECLS

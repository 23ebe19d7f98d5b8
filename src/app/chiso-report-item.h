/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One report for the list of reports, in words, and the refreshing of that list. */

#pragma once

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_REPORT_ITEM (chiso_report_item_get_type ())
G_DECLARE_FINAL_TYPE (ChisoReportItem, chiso_report_item, CHISO, REPORT_ITEM, GObject)

/* What a report of that name is called in lists and messages where it has no title: its file's name, or in the
 * person's language that it was pasted. Borrowed. */
const char *chiso_report_name (const char *name);
/* Its title, or that. Borrowed. */
const char *chiso_report_title (const ChisoDocument *document);

/* properties "title" and "details" (strings), read only: "Báo Nghệ An · 2 December 2021 · Nghệ An ·
 * 12 figures". */

/* document is read during the call. */
ChisoReportItem *chiso_report_item_new (const ChisoDocument *document, ChisoSession *session);
gint64 chiso_report_item_get_id (ChisoReportItem *self);
const char *chiso_report_item_get_title (ChisoReportItem *self);

/* Makes store (of ChisoReportItem) show documents (of ChisoDocument*), leaving in place what is the
 * same at its head and tail and keeping every item whose words did not change, so that selection and
 * scroll survive. */
void chiso_report_items_update (GListStore *store, GPtrArray *documents, ChisoSession *session);

/* The position of the report of that id, or GTK_INVALID_LIST_POSITION (G_MAXUINT). */
guint chiso_report_items_find (GListModel *items, gint64 id);

G_END_DECLS

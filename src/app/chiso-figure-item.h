/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure of a report for a list: what a row shows of a record, in words. */

#pragma once

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_FIGURE_ITEM (chiso_figure_item_get_type ())
G_DECLARE_FINAL_TYPE (ChisoFigureItem, chiso_figure_item, CHISO, FIGURE_ITEM, GObject)

/* properties "indicator", "value", "where" (strings) and "doubtful" (gboolean), read only. */

/* record is read during the call; index is its place among the report's records. */
ChisoFigureItem *chiso_figure_item_new (const ChisoRecord *record, guint index,
                                        ChisoSession *session);
guint chiso_figure_item_get_index (ChisoFigureItem *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Overview page: a place and a year; the three headline charts; a tile for each indicator. */

#pragma once

#include <adwaita.h>

#include "chiso-session.h"
#include "plot/plot-figure.h"

G_BEGIN_DECLS

#define CHISO_TYPE_OVERVIEW_PAGE (chiso_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (ChisoOverviewPage, chiso_overview_page, CHISO, OVERVIEW_PAGE, AdwBin)

/* Signal "loaded" (void): what was asked for is on the screen. */

/* Reads the library now and whenever the session says that it changed; opens on the place and year
 * that have most to show. */
void chiso_overview_page_set_session (ChisoOverviewPage *self, ChisoSession *session);

/* Goes to a place (chiso_place_key()) and a year. */
void chiso_overview_page_show (ChisoOverviewPage *self, const char *key, int year);
const char *chiso_overview_page_get_place (ChisoOverviewPage *self); /* NULL before it is loaded */
int chiso_overview_page_get_year (ChisoOverviewPage *self);

/* The charts on the screen, for export: GPtrArray of PlotFigure* with a reference each. */
GPtrArray *chiso_overview_page_list_figures (ChisoOverviewPage *self);
/* The records that the charts were made of, borrowed; NULL while there are none. */
GPtrArray *chiso_overview_page_get_records (ChisoOverviewPage *self);

/* Opens the evidence of a mark as if it had been clicked; FALSE when no chart shows it. */
gboolean chiso_overview_page_activate (ChisoOverviewPage *self, guint64 key);
/* What stands for the sentence in the open evidence; NULL when none is open. */
const char *chiso_overview_page_get_sentence (ChisoOverviewPage *self);

G_END_DECLS

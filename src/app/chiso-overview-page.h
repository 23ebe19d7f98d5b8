/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_OVERVIEW_PAGE (chiso_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (ChisoOverviewPage, chiso_overview_page, CHISO, OVERVIEW_PAGE, AdwBin)

void chiso_overview_page_set_session (ChisoOverviewPage *self, ChisoSession *session);

G_END_DECLS

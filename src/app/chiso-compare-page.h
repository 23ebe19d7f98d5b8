/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_COMPARE_PAGE (chiso_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (ChisoComparePage, chiso_compare_page, CHISO, COMPARE_PAGE, AdwBin)

void chiso_compare_page_set_session (ChisoComparePage *self, ChisoSession *session);

G_END_DECLS

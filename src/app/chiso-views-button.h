/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button of the Compare page behind which comparisons are kept under names: saved, listed, opened,
 * renamed, deleted. A toast takes back what changed or removed a view that was there. */

#pragma once

#include <adwaita.h>

#include "chiso-compare-state.h"
#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_VIEWS_BUTTON (chiso_views_button_get_type ())
G_DECLARE_FINAL_TYPE (ChisoViewsButton, chiso_views_button, CHISO, VIEWS_BUTTON, AdwBin)

/* Signal "opened" (const char *name, const char *choice): the view is to be shown; choice is the text
 * of chiso_comparison_format(). */

/* What is shown now, which can be saved. */
void chiso_views_button_set_state (ChisoViewsButton *self, const ChisoCompareState *state,
                                   ChisoSession *session);

/* Saves what is shown as if the name had been typed; one of that name is replaced. */
void chiso_views_button_save (ChisoViewsButton *self, const char *name);

G_END_DECLS

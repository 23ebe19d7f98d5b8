/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures of districts and communes a report gives beside each other, and where it says that
 * these are all there are. */

#pragma once

#include "chiso-lexer.h"
#include "chiso-observation.h"

G_BEGIN_DECLS

/* Sets listed of the levels of districts and communes among observations (of ChisoObservation*) that
 * are asserted and stand beside one of another unit of the same province, indicator and period. That
 * the report speaks of all of them it says in words such as "21/21 huyện", "tất cả 13 huyện, thị xã",
 * "toàn bộ các xã", "cả 8 địa phương" or "100% số xã" before the first of them, with no figure of
 * another province between; of several the nearest that names as many as have figures, else the
 * nearest. Behind the last of them, before any other figure, it may be said too: by their number, or where
 * nothing is said before in any of these words. "Cả huyện" is one whole district. tokens (of ChisoToken): of the text that the observations are of. */
void chiso_listed_find (GPtrArray *observations, const char *text, GArray *tokens);

G_END_DECLS

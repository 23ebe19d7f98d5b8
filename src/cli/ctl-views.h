/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named views on the command line: what a comparison is when one is asked for. */

#pragma once

#include "ctl-compare.h"

G_BEGIN_DECLS

/* Fills in what was not typed from the view of that name in the session's library. What the view names
 * and is not there (any more) is said; FALSE where nothing is left to compare, or no view has the name. */
gboolean ctl_view_apply (const CtlSession *session, CtlCompare *compare, GError **error);

G_END_DECLS

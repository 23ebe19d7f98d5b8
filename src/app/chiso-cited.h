/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence that a finding cites, as a button that opens it. */

#pragma once

#include "chiso-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A new button that says where record stands and what it says, and shows its sentence with the figure
 * marked. Activated it opens the report there (win.show-evidence), of a published figure without a
 * sentence the page that it was taken from; where there is neither it is insensitive. record is read
 * during the call only. */
GtkWidget *chiso_cited_new (const ChisoRecord *record, ChisoSession *session);

G_END_DECLS

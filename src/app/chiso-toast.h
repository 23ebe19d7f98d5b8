/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Toasts that say a sentence as it is. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The toolkit reads a toast's title as markup, and sentences name files and reports: "Q&A.pdf". */
AdwToast *chiso_toast_new (const char *sentence);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capitals of texts in TCVN3, whose accented ones are written as small letters. Internal to the importers. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text with "CộNG HòA" as it was meant, CỘNG HÒA; NUL-terminated, free with g_free. A word that does not tell goes
 * with both its neighbours, the one behind it in the line, or with the one that it has. */
char *chiso_capitals_raise (const char *text, gsize length);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of the lower layers in the person's language: those layers speak English only. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One sentence that names path and the reason where the error is one of the library's, and else the
 * error's own message. path may be NULL. Free with g_free. */
char *chiso_error_words (const GError *error, const char *path);

/* The same for a report that was to be imported: path is what the report is called. Errors of the
 * importer and of the store, and any other with its own message behind the path. Free with g_free. */
char *chiso_error_words_of_report (const GError *error, const char *path);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the interface, decided once at start. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Applies the person's choice ("system", "vi" or "en"; settings may be NULL), sets the locale and binds
 * the translations. Must be called before any thread is started, since it sets LANGUAGE. Returns the
 * language that the texts of charts and numbers are written in, "vi" or "en". */
const char *chiso_language_start (GSettings *settings);

G_END_DECLS

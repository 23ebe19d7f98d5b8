/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a text is JSON, by the grammar of RFC 8259: an independent reader for what our writer
 * writes. */

#pragma once

#include <glib.h>

/* TRUE for exactly one value, in valid UTF-8, with nothing behind it. */
gboolean json_check (const char *text);

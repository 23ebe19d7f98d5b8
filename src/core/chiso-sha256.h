/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checksum by which a report's bytes are known. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SHA-256 in hexadecimal digits, as g_compute_checksum_for_data() gives it, in a tenth of its time where
 * the processor has instructions for it. Free with g_free. */
char *chiso_sha256 (const void *bytes, gsize length);

G_END_DECLS

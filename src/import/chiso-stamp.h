/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as pages and properties of documents write them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The day as EDTF, "2023-11-15", of "2023-11-15T08:00:00+07:00" (an instant: the day that it is in
 * Vietnam), "2023-11-15", "2023/11/15", "20231115" or, anywhere in text, "15/11/2023" and
 * "15-11-2023". NULL where there is none that can be. Free with g_free. */
char *chiso_stamp_parse (const char *text);

G_END_DECLS

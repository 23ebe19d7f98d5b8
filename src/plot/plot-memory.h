/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory for what is large: pixels and marks by the million. Internal to libplot. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Large memory lies in large pages where the system has them, since to touch thousands of small ones
 * for the first time takes longer than to fill them. What it holds is not defined. NULL when there
 * is not enough. Free with free(). */
gpointer plot_memory_new (gsize size);
/* The same with the first used bytes of old, which is freed; ends the program when there is not
 * enough. */
gpointer plot_memory_grow (gpointer old, gsize used, gsize size);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as a language writes them: 1.234,5 or 1,234.5, with a true minus sign. Reads no
 * locale. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLOT_NUMBER_DEFAULT = 0,
  PLOT_NUMBER_SIGNED = 1 << 0,     /* + before what is above zero */
  PLOT_NUMBER_KEEP_ZEROS = 1 << 1, /* exactly so many decimals rather than at most */
} PlotNumberFlags;

gboolean plot_language_is_vietnamese (const char *language);

/* value rounded to decimals (0-9); "" for NAN. What rounds to zero carries no sign. Free with
 * g_free. */
char *plot_number_format (double value, guint decimals, PlotNumberFlags flags,
                          const char *language);

/* unit as it stands behind a number: its leading space made a no-break one, and one put before "%"
 * in Vietnamese and none in English. Free with g_free. */
char *plot_number_unit (const char *unit, const char *language);

G_END_DECLS

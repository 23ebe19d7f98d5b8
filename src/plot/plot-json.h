/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the JSON of a chart's record, and only writes. Values are appended in order; commas, line
 * ends and escapes are put in by it. Internal to libplot. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GString *out;
  guint depth;
  gboolean first; /* nothing stands yet in the innermost object or array */
} PlotJson;

/* key: NULL inside an array and for the outermost value. */
void plot_json_open (PlotJson *self, const char *key, char bracket);
void plot_json_close (PlotJson *self, char bracket);
/* A NULL text is left out. */
void plot_json_text (PlotJson *self, const char *key, const char *text);
/* What is no finite number is written as null. */
void plot_json_number (PlotJson *self, const char *key, double value);

/* The shortest digits that read back as value; free with g_free. */
char *plot_digits (double value);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the person last exported a chart: what the dialog opens with, and what copying makes. */

#pragma once

#include <gio/gio.h>

#include "plot/plot-export.h"

G_BEGIN_DECLS

/* Formats of the dialog, in its order. */
#define CHISO_EXPORT_N_FORMATS 4
extern const char *const chiso_export_formats[CHISO_EXPORT_N_FORMATS];

typedef struct
{
  gboolean formats[CHISO_EXPORT_N_FORMATS]; /* at least one */
  PlotExportOptions options;                /* names no day */
} ChisoExportSettings;

/* settings may be NULL: then as nobody has chosen yet. */
ChisoExportSettings chiso_export_settings_load (GSettings *settings);
void chiso_export_settings_save (GSettings *settings, const ChisoExportSettings *chosen);

/* The first chosen format. */
const char *chiso_export_settings_format (const ChisoExportSettings *self);

G_END_DECLS

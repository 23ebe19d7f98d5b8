/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the making of a file's bytes and the writing of files. Internal to libplot. */

#pragma once

#include "plot-export.h"

G_BEGIN_DECLS

/* plot_export_bytes() by way of *layout, which is made where it is NULL and left for the next
 * format of the same figure. */
GBytes *plot_export_layout (PlotFigure *figure, PlotLayout **layout, const char *format,
                            const PlotExportOptions *options, GError **error);

G_END_DECLS

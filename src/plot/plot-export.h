/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as a file, through the same layout and drawing as on the screen. Needs no display. */

#pragma once

#include "plot-layout.h"

G_BEGIN_DECLS

#define PLOT_EXPORT_ERROR (plot_export_error_quark ())
typedef enum
{
  PLOT_EXPORT_ERROR_SIZE,   /* no such size can be drawn; the message says the limits */
  PLOT_EXPORT_ERROR_FORMAT, /* a file name that ends in none of .png .svg .pdf */
  PLOT_EXPORT_ERROR_FAILED, /* cairo's or the file system's words, with the file's name */
} PlotExportError;
GQuark plot_export_error_quark (void);

/* Longest side of a file, in its own pixels (PNG) or logical ones (SVG, PDF). */
#define PLOT_EXPORT_MAX_SIDE 16384
#define PLOT_EXPORT_MAX_SCALE 8
#define PLOT_EXPORT_MIN_SIDE 16

typedef struct
{
  double width, height; /* logical pixels: what the layout is made for */
  double scale;         /* pixels of the file per logical pixel, PNG only; 1-8 */
  PlotTheme theme;
  gboolean transparent;
} PlotExportOptions;

/* The file's bytes; format "png", "svg" or "pdf". Equal input gives equal bytes. */
GBytes *plot_export_bytes (PlotFigure *figure, const char *format, const PlotExportOptions *options,
                           GError **error);
/* Written beside and renamed, so that a failure leaves no half file; the format is the name's
 * ending. */
gboolean plot_export_file (PlotFigure *figure, const char *path, const PlotExportOptions *options,
                           GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as a file, through the same layout and drawing as on the screen. Needs no display. */

#pragma once

#include "plot-layout.h"

G_BEGIN_DECLS

#define PLOT_EXPORT_ERROR (plot_export_error_quark ())
typedef enum
{
  PLOT_EXPORT_ERROR_SIZE,   /* no such size can be drawn; the message says the limits */
  PLOT_EXPORT_ERROR_FORMAT, /* a file name that ends in none of plot_export_formats */
  PLOT_EXPORT_ERROR_FAILED, /* cairo's or the file system's words, with the file's name */
  PLOT_EXPORT_ERROR_RECORD, /* a file that holds no record of a chart */
} PlotExportError;
GQuark plot_export_error_quark (void);

/* Longest side of a file, in its own pixels (PNG) or logical ones (SVG, PDF). */
#define PLOT_EXPORT_MAX_SIDE 16384
#define PLOT_EXPORT_MAX_SCALE 8
#define PLOT_EXPORT_MIN_SIDE 16
#define PLOT_EXPORT_MIN_DPI 36
#define PLOT_EXPORT_MAX_DPI 2400
/* Of a logical pixel. */
#define PLOT_EXPORT_DPI 96

typedef enum
{
  PLOT_BACKGROUND_THEME, /* the theme's page */
  PLOT_BACKGROUND_TRANSPARENT,
  PLOT_BACKGROUND_WHITE, /* not under the dark theme, whose text would vanish on it */
} PlotBackground;

typedef struct
{
  double width, height; /* logical pixels: what the layout is made for */
  double scale;         /* pixels of the file per logical pixel, PNG only; 1-8 */
  PlotTheme theme;
  PlotBackground background;
  double
      dpi; /* PNG only: the resolution it is marked with; 0: scale × 96, so that its size on paper
                 does not depend on the scale */
  const char *created; /* day or time of making by ISO 8601, or NULL to name none */
} PlotExportOptions;

/* "png", "svg", "pdf": pictures that carry the record of what they show; "csv", "tsv": the table of
 * what is drawn (plot-table.h); "json": the record alone. NULL-terminated. */
extern const char *const plot_export_formats[];
/* Whether name is one of them, in small or capital letters. */
gboolean plot_export_knows_format (const char *name);

/* The file's bytes. Equal input gives equal bytes. SVG and PDF hold their text as text, in fonts
 * that are cut down and embedded. */
GBytes *plot_export_bytes (PlotFigure *figure, const char *format, const PlotExportOptions *options,
                           GError **error);
/* Written beside and renamed, so that a failure leaves no half file; the format is the name's
 * ending. */
gboolean plot_export_file (PlotFigure *figure, const char *path, const PlotExportOptions *options,
                           GError **error);

typedef struct
{
  PlotFigure *figure;
  const char *path;
} PlotExportTarget;

/* The same for several files: none is put in its place before all are written. A figure that
 * follows itself is laid out once. */
gboolean plot_export_files (const PlotExportTarget *targets, guint n,
                            const PlotExportOptions *options, GError **error);

/* The record inside the bytes of a PNG, SVG or PDF that was made here (or a record itself): JSON
 * with title, source, unit and every mark drawn, with its proofs. PLOT_EXPORT_ERROR_RECORD where
 * there is none. Free with g_free. */
char *plot_export_read_record (GBytes *file, GError **error);

G_END_DECLS

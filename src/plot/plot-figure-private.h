/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure consists of, for the files that make and read one. Internal to libplot. */

#pragma once

#include "plot-figure.h"
#include "plot-marks.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  PlotRole role;
  guint colour;
  PlotMarks marks;
} PlotSeries;

typedef struct
{
  const char *label, *brief; /* in strings */
  gboolean has_tile;
  guint row, column;
} PlotCategory;

typedef struct
{
  double x;
  const char *label; /* in strings */
} PlotBreak;

struct _PlotFigure
{
  gatomicrefcount references;
  PlotKind kind;
  PlotFigure *base;      /* whose marks and strings these are, or NULL */
  GStringChunk *strings; /* NULL where there is a base */
  char *language;
  char *title;
  char *subtitle;
  char *source;
  char *note;
  char *computed; /* what computed marks were computed from; NULL: two figures */
  char *empty;
  char *unit;
  char *reference_label;
  double reference;
  double from, to; /* part of time that is shown */
  guint decimals;
  gboolean signed_values;
  PlotKind panel_kind;
  gboolean own_axes;
  GArray *breaks;      /* of PlotBreak */
  GHashTable *proofs;  /* plot-proof.c's; NULL while there are none */
  GHashTable *changes; /* plot-change.c's, likewise */
  GHashTable *others;  /* plot-other.c's, likewise */
  char *x_title, *y_title, *x_unit;
  guint x_decimals;
  GArray *categories; /* of PlotCategory */
  GArray *series;     /* of PlotSeries */
};

G_END_DECLS

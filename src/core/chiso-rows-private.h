/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of tables share: chiso-rows.c and chiso-grid.c. */

#pragma once

#include "chiso-number.h"
#include "chiso-reading.h"

G_BEGIN_DECLS

/* One figure of a table. */
typedef struct
{
  guint sentence; /* the row */
  int indicator;
  double unit; /* of one in the cell: 1e6 for "triệu đồng" */
  ChisoNumber number;
  ChisoPeriod period;
  const char *place;    /* key */
  guint evidence_first; /* token */
} ChisoRowCell;

/* "2021" at token i, without the word for it: four digits, a year; period is set. */
gboolean chiso_rows_bare_year (const ChisoReading *self, guint i, ChisoPeriod *period);
/* What the items [first, last) of a label or head in sentence s count, with the cell [cell_first, cell_last) that may hold
 * the unit; -1 if nothing. unit: how much one of its figures is. */
int chiso_rows_indicator (const ChisoReading *self, guint s, guint first, guint last,
                          guint cell_first, guint cell_last, double *unit);
/* Adds the cell's observation, and the share that its fraction makes. */
void chiso_rows_emit (ChisoReading *self, const ChisoRowCell *cell, GPtrArray *observations);
/* Reads the table whose head is sentence s: returns the sentence behind it, or s where there is none. */
guint chiso_grid_read (ChisoReading *self, guint s, GPtrArray *observations);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table on stdout in one of several formats, a row at a time. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  gboolean number; /* written without quotes where the format has numbers; empty is null */
} CtlColumn;

typedef struct _CtlRows CtlRows;

/* The formats, NULL-terminated, by which --format is read; an index of them is what ctl_rows_new()
 * takes. */
extern const char *const ctl_rows_formats[];

CtlRows *ctl_rows_new (guint format, const CtlColumn *columns, guint n_columns);
/* cells: as many as columns; NULL is empty. */
void ctl_rows_add (CtlRows *self, char *const *cells);
/* Ends the table and frees self. */
void ctl_rows_finish (CtlRows *self);

G_END_DECLS

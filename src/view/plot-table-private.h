/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table's own struct, for the files that it is made of. */

#pragma once

#include "plot-table.h"

#include "plot-table-columns.h"
#include "plot-table-model.h"

G_BEGIN_DECLS

struct _PlotTable
{
  GtkWidget parent_instance;

  PlotFigure *figure;
  PlotFold fold;
  PlotTableColumns *columns;
  GtkColumnView *view;
  PlotTableModel *model;
  char *search;
  guint32 *all;       /* rows as they are sorted; NULL: the figure's order */
  gboolean fresh;     /* the columns are those of another figure */
  gboolean focused;   /* the keyboard was in rows that went, before the next came */
  guint telling;      /* tick in which more rows are told to the list, 0 for none */
  gint64 first_frame; /* of the ticks, 0 before it */
  guint wanted;       /* position to scroll to when the list knows of it, G_MAXUINT for none */
  guint64 key;        /* to be selected when its row is there, 0 for none */

  GCancellable *working; /* of the order that is worked out, or NULL */
  gboolean waiting;      /* for that to end, before the next is worked out */
};

/* The part of the view below the headings. */
GtkWidget *_plot_table_find_list (PlotTable *self);

G_END_DECLS

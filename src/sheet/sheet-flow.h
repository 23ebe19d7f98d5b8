/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages in the making: a place that moves down the page and on to the next, and what puts things
 * there. Internal to libsheet. */

#pragma once

#include "sheet-style.h"

G_BEGIN_DECLS

typedef struct
{
  SheetPages *pages;
  PangoContext *context;       /* a unit is a point */
  PangoContext *chart_context; /* a unit is a chart's pixel */
  guint page;
  double y;
  GArray *spoken; /* gboolean: whether note i + 1 has its "mark-" destination */
} SheetFlow;

double sheet_flow_room (const SheetFlow *self);
gboolean sheet_flow_is_at_top (const SheetFlow *self);
void sheet_flow_break (SheetFlow *self);
/* Goes on to the next page unless height is left, or the page is empty. */
void sheet_flow_need (SheetFlow *self, double height);
/* Room between two things; none at the top of a page. */
void sheet_flow_gap (SheetFlow *self, double height);

/* The lines of text on the current page, without moving on; text stays the caller's. spans: NULL,
 * or what leads somewhere. */
void sheet_flow_put (SheetFlow *self, SheetRole role, PangoLayout *text, guint line, guint n_lines,
                     double x, double y, GArray *spans);
/* A whole paragraph at the current place, over as many pages as it takes: no line of it stands alone
 * on a page where it has four or more. Takes text over. */
void sheet_flow_paragraph (SheetFlow *self, SheetRole role, PangoLayout *text, double x,
                           GArray *spans);
/* From margin to margin at y. */
void sheet_flow_rule (SheetFlow *self, SheetRole role, double y);
void sheet_flow_destination (SheetFlow *self, const char *name, double y);
void sheet_flow_bookmark (SheetFlow *self, const char *title, const char *destination);
/* Numbers of notes as a cell or line at (x, y); the first time of each is where its note leads back
 * to. */
void sheet_flow_spoken (SheetFlow *self, GArray *numbers, double y);

double sheet_text_height (PangoLayout *text);

/* sheet-chart.c: the chart of a section, on the next page where it would not fit. legend: points of its caption and
 * legend, which stand below it. */
void sheet_flow_chart (SheetFlow *self, const SheetSection *section, guint number, double legend);
/* sheet-table.c: the table of a section. */
void sheet_flow_table (SheetFlow *self, const SheetSection *section, guint number);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one geometry of a report sheet: content + text metrics give arrays of what stands where on
 * which A4 page, and all that draws or tests reads only these. Units are points, origin top left of
 * each page. Only sheet_pages_new() measures; after it nothing changes. */

#pragma once

#include "plot/plot-theme.h"
#include "sheet-content.h"

G_BEGIN_DECLS

#define SHEET_PAGE_WIDTH 595.276
#define SHEET_PAGE_HEIGHT 841.890
#define SHEET_MARGIN 56.693 /* 20 mm, left and right */
#define SHEET_TOP 59.5      /* where a page's own text begins; the running head stands above */
#define SHEET_BOTTOM 62.4   /* the foot stands below */
#define SHEET_BODY_WIDTH (SHEET_PAGE_WIDTH - 2 * SHEET_MARGIN)

/* What a text is; each has its size, weight and ink in sheet-style.c. */
typedef enum
{
  SHEET_ROLE_TITLE,
  SHEET_ROLE_SUBTITLE,
  SHEET_ROLE_DATE,
  SHEET_ROLE_RUNNING,
  SHEET_ROLE_FOOT,
  SHEET_ROLE_CAPTION,
  SHEET_ROLE_CAPTION_DETAIL,
  SHEET_ROLE_REMARK,
  SHEET_ROLE_MARKS,
  SHEET_ROLE_TABLE_CAPTION,
  SHEET_ROLE_TABLE_HEAD,
  SHEET_ROLE_CELL,
  SHEET_ROLE_HEADING,
  SHEET_ROLE_INTRO,
  SHEET_ROLE_NOTE_NUMBER,
  SHEET_ROLE_NOTE,
  SHEET_ROLE_NOTE_SOURCE,
  SHEET_ROLE_CHART,
  SHEET_ROLE_RULE,      /* around a table's head, above and below a page */
  SHEET_ROLE_RULE_THIN, /* between rows */
} SheetRole;
#define SHEET_N_ROLES (SHEET_ROLE_RULE_THIN + 1)

typedef struct
{
  double x, y, width, height;
} SheetBox;

/* One thing drawn. A text that goes on over pages is one item a page. */
typedef struct
{
  guint page; /* from 0 */
  SheetRole role;
  SheetBox box;        /* of a text: its lines as set, without room left beside them */
  PangoLayout *text;   /* of texts */
  guint line, n_lines; /* the lines of text that stand here */
  double left;         /* of texts: where the paragraph's own left edge lies */
  PlotLayout *chart;   /* of charts */
  double scale;        /* points a pixel of the chart */
} SheetItem;

/* A place that leads to a destination of this file or to an address. */
typedef struct
{
  guint page;
  SheetBox box;
  gboolean outside; /* target is an address, else the name of a destination */
  char *target;
} SheetLink;

typedef struct
{
  guint page;
  double x, y;
  char *name;
} SheetDestination;

typedef struct
{
  char *title;
  char *destination;
} SheetBookmark;

typedef struct
{
  const SheetContent *content; /* borrowed; must outlive the pages */
  guint n_pages;
  GArray *items;        /* SheetItem, in the order of reading, page by page */
  GArray *links;        /* SheetLink */
  GArray *destinations; /* SheetDestination: "figure-1", "table-1", "notes", "note-1", and "mark-1"
                           where note 1 is first spoken of */
  GArray *bookmarks;    /* SheetBookmark */
} SheetPages;

SheetPages *sheet_pages_new (const SheetContent *content);
void sheet_pages_free (SheetPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheetPages, sheet_pages_free)

/* The text of an item's lines; NULL of what is no text. Free with g_free. */
char *sheet_item_text (const SheetItem *item);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The look of a sheet's texts, and texts that lead somewhere. Internal to libsheet. */

#pragma once

#include "sheet-pages.h"

G_BEGIN_DECLS

/* Room between things, in points. */
#define SHEET_GAP_PART 16   /* before a part that is another's equal */
#define SHEET_GAP_BLOCK 8   /* inside a part */
#define SHEET_GAP_LINE 3    /* between lines that belong together */
#define SHEET_GAP_COLUMN 7  /* between a table's columns */
#define SHEET_CELL_ROOM 2.6 /* above and below a row's text */

/* Points: of texts their size, of rules their thickness. */
double sheet_style_size (SheetRole role);
PlotColour sheet_style_colour (SheetRole role);
/* A paragraph of that look, wrapped at width (negative: not at all); text may be NULL. */
PangoLayout *sheet_style_text (PangoContext *context, SheetRole role, const char *text,
                               double width);

/* Text with places that lead somewhere, put together piece by piece. */
typedef struct
{
  GString *text;
  GArray *spans; /* SheetLinkSpan */
} SheetRun;

typedef struct
{
  guint start, end;
  gboolean outside;
  char *target;
} SheetLinkSpan;

SheetRun *sheet_run_new (void);
void sheet_run_free (SheetRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheetRun, sheet_run_free)
void sheet_run_add_link (SheetRun *self, const char *text, gboolean outside, const char *target);
/* "[1], [3]–[7]": numbers (ascending guint) that lead to their notes; what follows closely is
 * shortened where ranges is set. */
void sheet_run_add_notes (SheetRun *self, GArray *numbers, gboolean ranges);
/* The paragraph, in which what leads somewhere is seen to. */
PangoLayout *sheet_run_text (const SheetRun *self, PangoContext *context, SheetRole role,
                             double width);

G_END_DECLS

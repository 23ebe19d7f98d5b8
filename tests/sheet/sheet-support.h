/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of made-up records: what the tests of content and pages share. */

#pragma once

#include "figures-support.h"
#include "sheet/sheet-pdf.h"

/* The one linked into the programs; owned by this. */
ChisoCatalogue *test_sheet_catalogue (void);

/* A record with a sentence whose words between asterisks are the figure: "Có *226 xã* đạt". */
ChisoRecord *test_sheet_record (GPtrArray *records, const char *line, const char *sentence);

/* A sheet of one chart of the places ("40,38"); NULL with error as sheet_content_new(). */
SheetContent *test_sheet_of (GPtrArray *records, const char *places, PlotKind kind,
                             const SheetHead *head, GError **error);
/* Of n provinces by code with years years each, every sentence so many times itself. */
SheetContent *test_sheet_made (guint n, guint years, guint length, PlotKind kind,
                               const char *language);

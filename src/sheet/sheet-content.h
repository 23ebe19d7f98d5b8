/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report sheet says, without any geometry: charts with numbered captions, a table of their
 * values for each, and the notes that prove the values. Pure: reads no store, clock or locale. */

#pragma once

#include "core/chiso-catalogue.h"
#include "core/chiso-store.h"
#include "plot/plot-figure.h"

G_BEGIN_DECLS

#define SHEET_ERROR (sheet_error_quark ())
typedef enum
{
  SHEET_ERROR_EMPTY,  /* no figure has a value: there is nothing to report */
  SHEET_ERROR_FAILED, /* cairo's or the file system's words, with the file's name */
} SheetError;
GQuark sheet_error_quark (void);

/* What is passed in rather than found; NULL for what is made from the figures. */
typedef struct
{
  const char *title, *subtitle;
  const char *author;   /* in the file's properties alone; NULL: none */
  const char *date;     /* the day of making by ISO 8601; NULL: none is told */
  const char *language; /* "vi" or "en" */
} SheetHead;

typedef enum
{
  SHEET_COLUMN_INDICATOR, /* only where a chart has several */
  SHEET_COLUMN_PLACE,
  SHEET_COLUMN_PERIOD,
  SHEET_COLUMN_VALUE,
  SHEET_COLUMN_CHANGE, /* of a level on the same period a year before */
  SHEET_COLUMN_STATE,
  SHEET_COLUMN_REPORTED, /* the figures as they stand in the sources */
  SHEET_COLUMN_COMPUTED, /* how what no source states was computed, and what there is to know */
  SHEET_COLUMN_NOTES,    /* numbers of notes; the cell's text is NULL */
} SheetColumn;
#define SHEET_N_COLUMNS (SHEET_COLUMN_NOTES + 1)

typedef struct
{
  char *cells[SHEET_N_COLUMNS]; /* NULL: empty */
  GArray *notes;                /* guint: from 1, in the order of reading */
} SheetRow;

/* A chart and its table; both carry the same number, from 1 in the order of the sheet. */
typedef struct
{
  PlotFigure *figure; /* without what stands in the next four */
  PlotFigure *table;  /* whose marks the rows are: of it all, or the chart's own */
  char *title, *subtitle, *remark;
  char *empty;                  /* NULL, or what is said in place of chart and table */
  char *subject;                /* of the table: the indicators' names */
  GArray *rows;                 /* SheetRow, a row a mark */
  char *heads[SHEET_N_COLUMNS]; /* NULL: no row has anything in that column */
  GArray *notes;                /* guint: all of its rows', ascending */
} SheetSection;

/* Bytes [start, end). */
typedef struct
{
  guint start, end;
} SheetSpan;

/* What proves one or several values. A sentence that proves several is one note. */
typedef struct
{
  char *sentence; /* NULL: a published figure without its sentence */
  GArray *spans;  /* SheetSpan: the figures inside the sentence */
  char *source;   /* publisher, title and day in one line */
  char *link;     /* NULL: none */
  char *remark;   /* NULL: none */
} SheetNote;

typedef struct
{
  char *language;
  char *title, *subtitle, *author;
  char *date;          /* as passed in, or NULL */
  char *date_words;    /* for people, or NULL */
  char *source;        /* the publishers in one line */
  GPtrArray *sections; /* SheetSection* */
  GPtrArray *notes;    /* SheetNote*; number i + 1 */
} SheetContent;

/* Rows of a table in place of the chart's own; of more it would be a book. */
#define SHEET_MAX_LISTED 150

/* figures: taken over, since their titles and notes move into the sheet's text; tables: for each of them
 * what its table lists (chiso_figures_listing()), which is taken where it is of no more than SHEET_MAX_LISTED
 * rows; it or any of it may be NULL for the chart's own marks; records: all that
 * their marks' keys and proofs speak of, and for changes the year before. NULL with
 * SHEET_ERROR_EMPTY where no figure has a value; then nothing is changed. */
SheetContent *sheet_content_new (const SheetHead *head, PlotFigure *const *figures,
                                 PlotFigure *const *tables, guint n, GPtrArray *records,
                                 ChisoCatalogue *catalogue, GError **error);
void sheet_content_free (SheetContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheetContent, sheet_content_free)

G_END_DECLS

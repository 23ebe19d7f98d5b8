/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of printed pages, from words with their places to the text that was set: what is the
 * page's own (running heads, numbers) is left out, columns are read one after the other, tables row
 * by row, and the lines of a paragraph are joined again. Knows places, not PDF. */

#pragma once

#include "chiso-lines.h"

G_BEGIN_DECLS

/* Where a word of a run stands, and where in its text. */
typedef struct
{
  double x1, x2;
  gsize offset;
} ChisoPlacedWord;

/* A run of words in one line with no wide gap in it; a cell, or a whole line. In points from the
 * page's top left. */
typedef struct
{
  double x1, y1, x2, y2;
  GArray *words; /* ChisoPlacedWord, at least one */
  char *text;
} ChisoRun;

/* Fragments side by side: a line has one, a table's row several. */
typedef struct
{
  double x1, y1, x2, y2;
  GPtrArray *runs; /* ChisoRun*, owned, from left to right */
  guint page;
} ChisoRow;

typedef struct
{
  GPtrArray *rows; /* ChisoRow*, in reading order, all pages */
  GArray *heights; /* double, a page */
} ChisoPages;

ChisoPages *chiso_pages_new (void);
void chiso_pages_free (ChisoPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoPages, chiso_pages_free)

ChisoRun *chiso_run_new (void);
void chiso_run_free (ChisoRun *run);

void chiso_row_free (ChisoRow *row);

static inline const ChisoRun *
chiso_row_run (const ChisoRow *row, guint i)
{
  return (const ChisoRun *) g_ptr_array_index (row->runs, i);
}

static inline ChisoRow *
chiso_pages_row (const ChisoPages *self, guint i)
{
  return (ChisoRow *) g_ptr_array_index (self->rows, i);
}

/* chiso-pdf-page.c: adds a page of width and height points; takes its runs (ChisoRun*, in the order in which they
 * were set; the array frees none). */
void chiso_pages_add (ChisoPages *self, GPtrArray *runs, double width, double height);
/* chiso-pdf-text.c: writes all pages. */
void chiso_pages_write (ChisoPages *self, ChisoLines *lines);

G_END_DECLS

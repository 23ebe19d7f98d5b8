/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to compare, as a plain value with one text form: the memory of the window, the named views of
 * a library and chisoctl chart --view all keep and read that text. */

#pragma once

#include "chiso-figures.h"

G_BEGIN_DECLS

typedef struct
{
  char *indicator;        /* id; NULL: nothing to show */
  char *across;           /* id of what a scatter chart measures along x, or NULL */
  GPtrArray *places;      /* of char*: place keys, in the order of their colours */
  ChisoBoundary boundary; /* of all of them */
  int first_year;         /* 0: from the first there is */
  int last_year;          /* 0: to the last there is */
  PlotKind kind;
  ChisoShow show;
  int base_year;  /* of shows that need one; 0: the first common one */
  gboolean table; /* the table stands in place of the chart; nothing to who draws charts alone */
} ChisoComparison;

/* An empty one: no indicator, no place, lines, values, the 63 provinces. */
ChisoComparison *chiso_comparison_new (void);
void chiso_comparison_free (ChisoComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoComparison, chiso_comparison_free)

/* Lines of KEY=VALUE in the words of chisoctl chart. Free with g_free. */
char *chiso_comparison_format (const ChisoComparison *self);

/* What a text names that there is not (any more). */
typedef struct
{
  char *indicator;   /* id, or NULL; of both the one that is upwards */
  GPtrArray *places; /* of char*: their keys */
} ChisoComparisonMissing;
void chiso_comparison_missing_clear (ChisoComparisonMissing *missing);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChisoComparisonMissing, chiso_comparison_missing_clear)

/* Never NULL: what catalogue and places do not have is left out, and added to missing, unless NULL;
 * what a later version may have written is passed over. */
ChisoComparison *chiso_comparison_parse (const char *text, ChisoCatalogue *catalogue, ChisoGeo *geo,
                                         ChisoComparisonMissing *missing);

G_END_DECLS

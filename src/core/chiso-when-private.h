/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk over a text's periods, shared by chiso-when.c and chiso-base.c. */

#pragma once

#include "chiso-reading.h"

G_BEGIN_DECLS

/* Items of a sentence whose times may be claimed; a sentence has fewer. */
#define MAX_CLAIMED 512

typedef struct
{
  ChisoReading *reading;
  gboolean claimed[MAX_CLAIMED + 1]; /* times that stand right behind one figure, by item */
  ChisoPeriod context;               /* in force from before */
  ChisoPeriod latest; /* the latest year that was in force: the report's own, against looks back */
  gboolean fresh;     /* context was set in this block */
  gboolean stated;    /* context was named in the text, not taken from the report's date */
  ChisoPeriod stock;  /* as at which a stock was last told in this block, later than context */
  ChisoPeriod before_list;         /* in force before a list: each of its points begins with it */
  guint first_figure, last_figure; /* of the sentence at hand */
} ChisoWhen;

static inline const ChisoItem *
chiso_when_item (const ChisoWhen *walk, guint i)
{
  return chiso_mentions_item (walk->reading->mentions, i);
}

static inline const ChisoTimeMention *
chiso_when_time (const ChisoWhen *walk, guint i)
{
  const ChisoItem *item = chiso_when_item (walk, i);

  return item->kind == CHISO_ITEM_TIME
             ? &g_array_index (walk->reading->mentions->times, ChisoTimeMention, item->index)
             : NULL;
}

static inline gboolean
chiso_when_is (const ChisoWhen *walk, guint i, ChisoClass class_)
{
  return chiso_mentions_is (walk->reading->mentions, i, class_);
}

/* What figure counts is a stock, as at a point of time. */
gboolean chiso_when_is_stock (const ChisoWhen *self, const ChisoFigure *figure);
/* A stock is as at the end of the span that its sentence speaks of. */
ChisoPeriod chiso_when_as_stock (const ChisoWhen *self, ChisoPeriod period);
/* The time at item i, behind item first of the sentence, is what something is compared with. */
gboolean chiso_when_is_base (const ChisoWhen *self, guint i, guint first);
/* Sets the base of a change, or drops one that compares with no period (chiso-base.c). */
void chiso_when_set_base (const ChisoWhen *self, ChisoFigure *figure);

G_END_DECLS

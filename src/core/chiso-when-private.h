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
  guint8 claimed[MAX_CLAIMED + 1]; /* times that stand right behind one figure, by item */
  ChisoPeriod context;             /* in force from before */
  ChisoPeriod latest; /* the latest year that was in force: the report's own, against looks back */
  gboolean latest_counts; /* told in a sentence with figures */
  gboolean fresh;         /* context was set in this block */
  gboolean stated;        /* context was named in the text, not taken from the report's date */
  ChisoPeriod stock;      /* as at which a stock was last told in this block, later than context */
  /* The last span of several years that was named. */
  ChisoPeriod years;
  ChisoPeriod mentioned; /* by the last time that names its year, in force or not */
  ChisoPeriod part;      /* of a year, that was named last: "quý I" */
  ChisoPeriod
      spoken; /* the last that was told in a sentence with figures, past what its paragraph ended */
  int last_found;           /* item of the time that the figure before was dated by, -1 if none, */
  ChisoPeriod last_context; /* and what that was told in */
  gboolean list_fresh;      /* which its introduction names */
  ChisoPeriod before_list;  /* in force before a list: each of its points begins with it */
  guint first_figure, last_figure; /* of the sentence at hand */
  ChisoPeriod section;             /* that the heading above names, if any */
  guint section_rank;
  ChisoPeriod opening; /* that the text told before or with its first figures */
  gboolean at_end;     /* context was named by its end: "cuối năm 2023" */
  gboolean asked;      /* the question before names the context */
  gboolean told_now;   /* something was dated by the day of the report */
  gboolean begun;      /* past the report's head */
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
/* It counts money per head and year. */
gboolean chiso_when_counts_by_the_year (const ChisoWhen *self, const ChisoFigure *figure);
/* A stock is as at the end of the span that its sentence speaks of. */
ChisoPeriod chiso_when_as_stock (const ChisoWhen *self, ChisoPeriod period);
/* The time at item i, behind item first of the sentence, is what something is compared with. */
gboolean chiso_when_is_base (const ChisoWhen *self, guint i, guint first);
/* chiso-base-words.c. Behind item i, past words alone, what only looks back to some time; -1 for none. */
int chiso_base_then_behind (const ChisoWhen *self, guint i);
gboolean chiso_base_is_span_of_years (const ChisoPeriod *period);
/* The span of several years before one. */
ChisoPeriod chiso_base_span_before (const ChisoWhen *self, const ChisoPeriod *period);
/* "đầu nhiệm kỳ 2020 - 2025", "bước vào giai đoạn 2021 - 2025": of the span of years mention its beginning is meant. */
gboolean chiso_when_opens_span (const ChisoWhen *self, const ChisoTimeMention *mention);
/* Each sets the base of a change and returns TRUE where such words tell it. */
gboolean chiso_base_from_unit (const ChisoWhen *self, ChisoFigure *figure);
gboolean chiso_base_from_words (const ChisoWhen *self, ChisoFigure *figure);
gboolean chiso_base_of_span (const ChisoWhen *self, ChisoFigure *figure);
gboolean chiso_base_of_length (const ChisoWhen *self, ChisoFigure *figure);
/* Moves the start of period, a flow counted up to the time at item i, back to where the sentence says that it began. */
void chiso_when_begin_earlier (const ChisoWhen *self, guint i, guint first, ChisoPeriod *period);
/* "thấp hơn mức 9,4% của năm 2023", "hơn hẳn cùng kỳ" */
gboolean chiso_when_is_more_or_less (const ChisoWhen *self, guint i);
/* The words at item i look back to when the term began. */
gboolean chiso_when_opens_term (const ChisoWhen *self, guint i);
/* The item of the time that the ratio figure compares with without a word of comparison ("gấp rưỡi năm 2021"), or -1. */
int chiso_when_time_behind_ratio (const ChisoWhen *self, const ChisoFigure *figure);
/* A day on which something was said or done, not a span that a flow fills. */
gboolean chiso_when_is_one_day (const ChisoTimeMention *mention);
/* "trong hai đợt tháng 7 và tháng 11": the time at item i dates only a part of the figure. */
gboolean chiso_when_is_one_of_months (const ChisoWhen *self, guint i, guint first);
/* "Sáu tháng" alone, in a report that says which six its figures are of. */
gboolean chiso_when_names_length (const ChisoWhen *self, const ChisoTimeMention *mention);
/* Sets context, the period in force, to what the time at item i of a sentence that begins at item first takes its year
 * or span from: another time of the sentence, what was told before, the report or its term; left as it is where that
 * is what it looks back to. */
void chiso_when_look_back (const ChisoWhen *self, guint i, guint first, ChisoPeriod *context);
gboolean chiso_when_lies_within (const ChisoPeriod *inner, const ChisoPeriod *outer);
/* "Nhiệm kỳ qua (2019 - 2024)": the item that says in brackets which time item i means, or i. */
guint chiso_when_gloss (const ChisoWhen *self, guint i);
/* The item of the time that governs figure, from the sentence at hand; -1 for none (chiso-when-find.c). */
/* Change, which is of some figure, is made one of the level before that which it is only compared with; dates what is
 * set against months of the year before (chiso-when-against.c). */
void chiso_when_look_past_compared (const ChisoWhen *self, ChisoFigure *change);
void chiso_when_date_by_bases (ChisoReading *self);
int chiso_when_time_compared (const ChisoWhen *walk, const ChisoFigure *figure, guint first);
int chiso_when_find (ChisoWhen *self, const ChisoFigure *figure, const ChisoSentence *sentence);
/* "lũy kế 9 tháng 128 cuộc": item i is of a running total. */
gboolean chiso_when_is_running (const ChisoWhen *self, guint i);
/* Sets what is in force before sentence s, by the block that it opens or goes on with, and behind it. */
void chiso_when_enter (ChisoWhen *self, guint s);
void chiso_when_leave (ChisoWhen *self, guint s);
/* "Sau hai năm thực hiện Quy chế số 11 (2022 - 2023), …": the time at item i says in brackets which years the
 * sentence is about. */
gboolean chiso_when_explains (const ChisoWhen *self, guint i);
/* The period by which most figures are told, once they are dated (chiso-when-main.c); none where none stands out.
 * latest: of those by which several are told, the one that ends last. */
ChisoPeriod chiso_when_find_main (const ChisoReading *reading, ChisoPeriod *latest);
/* Sets the base of a change, or drops one that compares with no period (chiso-base.c). */
void chiso_when_set_base (const ChisoWhen *self, ChisoFigure *figure);

/* Times that do not stay in force behind their sentence (chiso-when-aside.c): a part or an earlier year that the one at
 * item i only sets beside what is told; found, by which the sentence's figures are only compared, or are told because
 * they are counted by the year; found, which a title names behind the report's own span. */
gboolean chiso_when_only_looks_aside (const ChisoWhen *self, const ChisoSentence *sentence, guint i,
                                      const ChisoPeriod *period);
gboolean chiso_when_only_compares (const ChisoWhen *self, const ChisoSentence *sentence,
                                   const ChisoPeriod *found);
gboolean chiso_when_only_by_the_year (const ChisoWhen *self, const ChisoPeriod *found);
gboolean chiso_when_is_planned_in_title (const ChisoWhen *self, const ChisoSentence *sentence,
                                         const ChisoPeriod *found);

G_END_DECLS

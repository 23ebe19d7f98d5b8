/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a report, shared by chiso-head.c and chiso-head-period.c. */

#pragma once

#include "chiso-reading.h"

G_BEGIN_DECLS

/* Sentences in which a title or a date of publication may stand. */
#define HEAD_SENTENCES 10

/* Of a term of office whose first or last is not told. */
#define TERM_YEARS 5

static inline const ChisoTimeMention *
chiso_head_time (const ChisoReading *self, const ChisoItem *item)
{
  return &g_array_index (self->mentions->times, ChisoTimeMention, item->index);
}

/* "Bạc Liêu, ngày 20/6/2024 - Sáng nay, …": the time at item i only signs what follows. */
gboolean chiso_head_follows_place (const ChisoReading *self, const ChisoSentence *sentence,
                                   guint i);
/* "Lưu hành nội bộ, số tháng 01/2025": the time at item i says of when this issue is. */
gboolean chiso_head_names_issue (const ChisoReading *self, guint i);
/* The period of a title that says a length only ("Ba tháng không còn cấp huyện"); empty for none (chiso-head-length.c). */
ChisoPeriod chiso_head_title_length (const ChisoReading *self);
/* The months that the title only plans for, behind those that it reports: "quý I, phương hướng quý II năm 2026". */
ChisoPeriod chiso_head_planned_period (const ChisoReading *self);
/* The year or part of one that the title names; with is_long the span of several years. */
ChisoPeriod chiso_head_title_period (const ChisoReading *self, gboolean is_long);
/* Sets the period of the whole report, whose day is known, and the term that it speaks of. */
void chiso_head_find_period (ChisoReading *self, const ChisoPeriod *title);

/* Behind the sentences in which a title may stand: those before the first paragraph. */
guint chiso_head_end (const ChisoReading *self);
/* Sets the term that "nhiệm kỳ qua" means, and the year in which it began. */
void chiso_head_find_term (ChisoReading *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What scoring (chiso-topic.c) offers to the assignment of indicators (chiso-assign.c). */

#pragma once

#include "chiso-reading.h"

G_BEGIN_DECLS

/* Points. A topic inside the noun phrase decides; to the left, points fall with distance. */
enum
{
  SCORE_RIGHT_WORDS = 112,
  SCORE_RIGHT = 100,
  SCORE_LEFT = 78,
  SCORE_INHERITED = 52, /* a topic of the heading or of sentences before */
  SCORE_BARE = 44,      /* the unit alone */
  SCORE_TITLE = 32,
  SCORE_SUBJECT = 14,
  SCORE_ENOUGH = 30,
  NEAR_ITEMS = 12, /* each costs a point, further ones a third */
  PENALTY_COMMA = 2,
  PENALTY_SEMICOLON = 4,
  PENALTY_FIGURE = 2,
  PENALTY_SENTENCE = 12,
  PENALTY_COMPANION = 10, /* the topic is only that of a figure before */
  PENALTY_REPEAT = 6, /* "2.904 lượt với 2.964 người": the second counts something else */
  PENALTY_STRANGER = 60, /* an unknown noun right behind the unit: "cuộc thi" */
};

/* What the words to the left of a figure say of an indicator. */
typedef struct
{
  int score; /* points of the nearest topic; -1000 where it is ruled out; 0 for nothing */
  gboolean ruled_close; /* ruled out by the word right before the number */
  gboolean subject;     /* the actor is named */
  int subject_gap;      /* how many items off */
} ChisoTopicLeft;

/* Looks to the left of figure for all of indicators at once; left is by indicator, and set for those only. Returns those
 * that have points there (chiso-topic-left.c). */
ChisoIndicatorSet chiso_topic_look_left (const ChisoReading *self, const ChisoFigure *figure,
                                         const ChisoIndicatorSet *indicators, ChisoTopicLeft *left);
/* The one of candidates that the words around figure name best, and its points; -1 if none. */
int chiso_topic_choose (const ChisoReading *self, const ChisoFigure *figure,
                        const ChisoIndicatorSet *candidates, int *score);
/* Words to the left say that figure is none of indicator k. */
gboolean chiso_topic_is_ruled_out (const ChisoReading *self, const ChisoFigure *figure, guint k);
/* What figure f without a unit counts: by the next word ("2 kiểu mẫu"), by what leads to it ("số … là 7"), as
 * the count of the share before its brackets ("100% số xã (38/38)"); -1 if that says nothing
 * (chiso-assign-bare.c). */
int chiso_bare_alone (const ChisoReading *self, const ChisoFigure *figure);
int chiso_bare_choose (const ChisoReading *self, guint f);
int chiso_bare_in_brackets (const ChisoReading *self, guint f);
/* What figure f counts though nothing around it says so; -1 if that cannot be told: as another of its sentence, of
 * another time ("năm 2021 là 815 ý kiến"); as one that a pronoun points at, where it has no unit; as a figure in the
 * same unit before; as a percentage before; as a sum
 * before, whose verb is told again (chiso-assign-again.c). */
int chiso_again_beside (const ChisoReading *self, guint f);
int chiso_again_pointed (const ChisoReading *self, guint f);
int chiso_again_count (const ChisoReading *self, guint f);
int chiso_again_rate (const ChisoReading *self, guint f);
int chiso_again_money (const ChisoReading *self, guint f);
/* Behind figure's unit stands nothing but grammar and times: "132 mô hình của năm 2020". */
gboolean chiso_again_has_plain_rest (const ChisoReading *self, const ChisoFigure *figure);
/* Change may be one of indicator k, by its unit; k is a growth rate, whose "tăng 7,5%" is its level. */
gboolean chiso_change_unit_fits (const ChisoReading *self, const ChisoFigure *change, guint k);
gboolean chiso_change_is_growth (const ChisoReading *self, int k);
/* The growth that change f, which only a time leads to, is of another part of; the level of the sentence before that
 * it is a change of; -1 where that cannot be told (chiso-change-again.c). */
int chiso_change_growth_before (const ChisoReading *self, guint f);
int chiso_change_level_before (const ChisoReading *self, guint f);
/* Behind the unit stands an unknown noun: the unit counts something else ("cuộc thi", "xã nghèo"). */
gboolean chiso_topic_has_stranger (const ChisoReading *self, const ChisoFigure *figure);

/* Where figure f begins a series, gives its figures what those before it counted and returns the figure behind; else
 * returns f (chiso-series.c). */
guint chiso_series_assign (ChisoReading *self, guint f);

/* Those whose unit is the word that the phrase at item i opens with: "xã nâng cao", "số xã". */
ChisoIndicatorSet chiso_topic_own_units (const ChisoReading *self, guint i);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text while it is read: what each stage of the grammar leaves for the next. Stages, in order:
 * segment (sentences), head (title, date, province), figures (numbers with unit and role), topics
 * (which indicator), where, when, emit. Internal to the extractor. */

#pragma once

#include "chiso-extract.h"
#include "chiso-facts.h"
#include "chiso-interned.h"
#include "chiso-mentions.h"

G_BEGIN_DECLS

typedef enum
{
  CHISO_BLOCK_PARAGRAPH,
  CHISO_BLOCK_BULLET,
  CHISO_BLOCK_HEADING,
  CHISO_BLOCK_ROW,     /* of a table */
  CHISO_BLOCK_CAPTION, /* of a picture: says nothing that counts */
  CHISO_BLOCK_TAIL,    /* behind the report's end */
} ChisoBlockKind;

typedef struct
{
  guint first, last;        /* items [first, last) */
  guint block;              /* sentences of one block share it */
  guint8 kind;              /* ChisoBlockKind */
  gboolean opens;           /* first of its block */
  guint kinds;              /* 1 << ChisoItemKind of each of its items */
  guint64 classes;          /* of all its items */
  int heading;              /* index of the heading sentence that it stands under, or -1 */
  guint8 rank;              /* HEADING: how deep it stands, the outermost 0 */
  ChisoIndicatorSet topics; /* HEADING: that it names; else empty */
  gboolean plans;           /* HEADING: what stands under it is to come (chiso-filter-target.c) */
  gboolean cells;           /* bars or tabs stand in it: of a table, read or not */
} ChisoSentence;

typedef enum
{
  CHISO_UNIT_NONE,
  CHISO_UNIT_NOUN, /* a unit phrase of the catalogue */
  CHISO_UNIT_PERCENT,
  CHISO_UNIT_POINTS, /* per cent points */
  CHISO_UNIT_MONEY,
  CHISO_UNIT_TIMES, /* lần */
} ChisoUnit;

typedef enum
{
  CHISO_ROLE_LEVEL,
  CHISO_ROLE_CHANGE, /* tăng, giảm, gấp, bằng … */
  CHISO_ROLE_SHARE,  /* the percentage beside the count before it */
  CHISO_ROLE_NONE,   /* no observation */
} ChisoRole;

/* Where the place or period of a figure was told. */
typedef enum
{
  CHISO_TOLD_SENTENCE,
  CHISO_TOLD_PARAGRAPH, /* earlier in it */
  CHISO_TOLD_BEFORE,    /* in paragraphs before */
  CHISO_TOLD_REPORT,    /* what the whole report is about */
  CHISO_TOLD_NOWHERE,   /* taken from the day of the report */
} ChisoTold;

/* A number with what was found out about it. */
typedef struct
{
  guint number; /* its index among the figures */
  guint item;   /* the number */
  guint sentence;
  guint first;     /* item that the evidence begins with */
  guint unit_item; /* item of the unit, or of the number where there is none */
  guint right;     /* first item behind the unit */
  guint right_end; /* the noun phrase's end: items [right, right_end) */
  guint8 unit;     /* ChisoUnit */
  guint8 role;     /* ChisoRole */
  guint8 qualifier;
  gint8 direction; /* CHANGE: +1, -1; 0 for "bằng" and "gấp" */
  double value;
  double denominator; /* of a fraction, else NAN */
  guint verb;         /* CHANGE: item of the verb */
  int of;             /* CHANGE, SHARE: figure that it belongs to, or -1 */
  int like;           /* LEVEL: figure that a series sets it beside, or -1 (chiso-series.c) */
  int indicator;      /* index in the catalogue, or -1 */
  int score;          /* of the topic; see chiso-topic.c */
  gboolean drop;      /* target, part, subgroup …: not asserted */
  const char *rule;
  ChisoPeriod period;
  ChisoPeriod base;
  gboolean base_stated;
  const char *place;              /* key; among the reading's, or the registry's */
  guint8 place_told, period_told; /* ChisoTold */
  gboolean like_time, like_place; /* it has that one's period, or place */
  gboolean place_listed;          /* told by its turn in a list of places */
  gboolean doubtful;              /* of a span that nothing tells the start of */
  gboolean period_named;          /* by a year of its own, right in the sentence */
  ChisoBoundary boundary;
} ChisoFigure;

typedef struct
{
  const ChisoGrammar *grammar;
  ChisoMentions *mentions;
  GArray *sentences; /* ChisoSentence */
  GArray *figures;   /* ChisoFigure, in text order */
  ChisoFacts *facts; /* that were added, borrowed from the result */
  ChisoIndicatorSet percent_units, money_units;
  GStringChunk *keys; /* of places that figures have */
  ChisoDate published;
  ChisoPeriod period;      /* of the whole report, from its title, or its year */
  gboolean period_stated;  /* the title names it */
  gboolean period_guessed; /* only as a span of years, or by the next term */
  gboolean period_voted;   /* neither, but most of its figures are told by it */
  ChisoPeriod latest;      /* the last by which several of its figures are told, if any */
  ChisoPeriod main;        /* by which most of its figures are told, if any */
  ChisoPeriod term;        /* that "nhiệm kỳ qua" means, if any */
  int term_start;          /* year in which the term that it speaks of began; 0 unknown */
  gboolean term_in_title;
  const char *province; /* code of the report's province, or NULL */
  guint n_provinces;    /* how many provinces it names more than once */
  ChisoBoundary boundary;
} ChisoReading;

static inline ChisoSentence *
chiso_reading_sentence (const ChisoReading *self, guint i)
{
  return &g_array_index (self->sentences, ChisoSentence, i);
}

static inline ChisoFigure *
chiso_reading_figure (const ChisoReading *self, guint i)
{
  return &g_array_index (self->figures, ChisoFigure, i);
}

/* Whether sentence has an item of kind at all. */
static inline gboolean
chiso_sentence_has (const ChisoSentence *sentence, ChisoItemKind kind)
{
  return (sentence->kinds >> kind & 1) != 0;
}

/* Item i ends in a percent sign. */
static inline gboolean
chiso_reading_ends_per_cent (const ChisoReading *self, guint i)
{
  return chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i)->last - 1)
             ->mark
         == '%';
}

/* Item i leads to what is only planned; "so với kế hoạch" compares with it. */
static inline gboolean
chiso_reading_is_target (const ChisoReading *self, guint i)
{
  guint64 classes = chiso_mentions_item (self->mentions, i)->classes;

  return (classes & CHISO_CLASS_BIT (CHISO_CLASS_TARGET)) != 0
         && (classes & CHISO_CLASS_BIT (CHISO_CLASS_NOT_TARGET)) == 0
         && !(i > 0
              && (chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_THAN)
                  || chiso_reading_ends_per_cent (self, i - 1)));
}

/* "Luật Đất đai năm 2013", "chuẩn nghèo giai đoạn 2022 - 2025": the time at item i, behind item first, only ends a
 * name (chiso-when-names.c). */
gboolean chiso_reading_names_by_time (const ChisoReading *self, guint i, guint first);
/* Sentence s opens a paragraph that goes on with what the one before told of: "Những buổi gặp gỡ ấy", "Tại đó". */
gboolean chiso_reading_points_back (const ChisoReading *self, guint s);

/* The last n months that were over on day, or nearly. */
ChisoPeriod chiso_reading_months_before (const ChisoDate *day, int n);
/* A span of n months or years that the text names anywhere and that was over at most so lately as the report can be
 * about it; FALSE where it names none. */
gboolean chiso_reading_span_of_length (const ChisoReading *self, int n, gboolean months,
                                       ChisoPeriod *span);

/* Who acts: an office, a body, or one of a level. */
static inline gboolean
chiso_reading_is_actor (const ChisoReading *self, guint i)
{
  return (chiso_mentions_item (self->mentions, i)->classes
          & (CHISO_CLASS_BIT (CHISO_CLASS_TITLE) | CHISO_CLASS_BIT (CHISO_CLASS_BODY)
             | CHISO_CLASS_BIT (CHISO_CLASS_PROVINCE) | CHISO_CLASS_BIT (CHISO_CLASS_DISTRICT)
             | CHISO_CLASS_BIT (CHISO_CLASS_COMMUNE) | CHISO_CLASS_BIT (CHISO_CLASS_LEVEL)
             | CHISO_CLASS_BIT (CHISO_CLASS_NO_PLACE)))
         != 0;
}

/* A number at item i, or behind "là" there. */
static inline gboolean
chiso_reading_leads_to_number (const ChisoReading *self, guint i)
{
  if (chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i)->first)->word
      == CHISO_W_LA)
    i++;
  return chiso_mentions_item (self->mentions, i)->kind == CHISO_ITEM_NUMBER;
}

/* "hơn năm 2022 là 142 cuộc", "kém cùng kỳ 5 cuộc": the word at item i sets what follows against a time; 1 for
 * more, -1 for less, 0 where it does not. */
static inline int
chiso_reading_sets_against (const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);
  const ChisoItem *behind = chiso_mentions_item (self->mentions, i + 1);
  guint16 word = chiso_mentions_token (self->mentions, item->first)->word, unit;
  const ChisoTimeMention *mention;

  if ((word != CHISO_W_HON && word != CHISO_W_KEM && word != CHISO_W_THUA && word != CHISO_W_VUOT)
      || item->last - item->first != 1)
    return 0;
  /* "hơn quý trước 21 cuộc" */
  if (chiso_mentions_is (self->mentions, i + 1, CHISO_CLASS_THEN)
      && chiso_reading_leads_to_number (self, i + 2))
    return word == CHISO_W_HON || word == CHISO_W_VUOT ? 1 : -1;
  if (behind->kind != CHISO_ITEM_TIME)
    return 0;
  mention = &g_array_index (self->mentions->times, ChisoTimeMention, behind->index);
  unit = chiso_mentions_token (self->mentions, behind->first)->word;
  /* "hơn 9 tháng năm 2023" measures the time itself. */
  if (mention->anchor != CHISO_TIME_LAST_YEAR
      && mention->anchor != CHISO_TIME_SAME_PERIOD
      /* "hơn cuối năm 2023 là 7 xã", "hơn sáu tháng đầu năm 21 cuộc" */
      && !chiso_reading_leads_to_number (self, i + 2)
      && !(mention->anchor == CHISO_TIME_ABSOLUTE && (unit == CHISO_W_NAM5 || unit == CHISO_W_CA)))
    return 0;
  return word == CHISO_W_HON || word == CHISO_W_VUOT ? 1 : -1;
}

/* Tokens [first, last) of a head's capitals as a name is written. Owned by the caller. */
char *chiso_scope_capitalise (const ChisoReading *self, guint first, guint last);
/* Makes places of the bare names that the text explains elsewhere. Changes the items: runs first. */
void chiso_reading_learn (ChisoReading *self);
void chiso_reading_segment (ChisoReading *self);
/* given: the date known from elsewhere, or NULL. */
void chiso_reading_head (ChisoReading *self, const ChisoDate *given);
/* What the report calls itself, NULL if nothing; free with g_free. */
char *chiso_reading_title (const ChisoReading *self);
/* A line of the head names the office that it stands above, or a province alone; or is the document's number. */
gboolean chiso_title_is_office (const char *text);
gboolean chiso_title_is_number (const char *text);
/* Who says that it issued the report: its letterhead, or the newspaper or portal in a line of the head or of the
 * signature; NULL where no such line does; free with g_free. */
char *chiso_reading_publisher (const ChisoReading *self);
void chiso_reading_figures (ChisoReading *self);
/* Sets the role of figure from the words before item left, with which its number or qualifier begins; of a change its
 * verb and direction too (chiso-figure-role.c). */
void chiso_figure_find_role (const ChisoReading *self, ChisoFigure *figure, guint left);
/* What figures of one sentence say together: lists with a common verb or unit, a number of all, the rest
 * (chiso-figure-join.c). */
void chiso_figures_join (ChisoReading *self);
void chiso_reading_topics (ChisoReading *self);
void chiso_reading_changes (ChisoReading *self);
void chiso_reading_where (ChisoReading *self);
void chiso_reading_when (ChisoReading *self);
/* A "lần lượt" stands right before the figure. */
gboolean chiso_reading_is_in_turn (const ChisoReading *self, const ChisoFigure *figure);
/* The end of the list of several figures that a "lần lượt" before figure f governs; f where none does. */
guint chiso_respective_end (const ChisoReading *self, guint f);
void chiso_reading_respective (ChisoReading *self);
/* Gives the figures of series what they have from those that they are set beside. */
void chiso_series_settle (ChisoReading *self);
void chiso_reading_filter (ChisoReading *self);
/* Sets the province of a report that names none, by its districts. */
void chiso_where_find_province (ChisoReading *self);
/* The key of the place that sentence s is about, by the heading above it, or of the one at item i in it; NULL where
 * that cannot be told; lives as long as the reading. */
const char *chiso_where_key_of (ChisoReading *self, guint s, int i);
/* Sets the rank of a heading by its numbering ("Phần", "II.", "3.", "a)"), and, of the heading before it
 * that it has as its own, the one that it stands under. */
void chiso_heading_enter (const ChisoReading *self, ChisoSentence *heading);
/* Rows of tables, straight to observations; their lines are no sentences for the later stages. */
void chiso_reading_rows (ChisoReading *self, GPtrArray *observations);
void chiso_reading_emit (ChisoReading *self, GPtrArray *observations);

/* Points for how well items [first, last) name indicator k; 0 if they do not. */
enum
{
  CHISO_NAME_TOPIC = 50,
  CHISO_NAME_UNIT = 30,
  CHISO_NAME_SUBJECT = 20,
  CHISO_NAME_HEAD = 8, /* the unit is what the words count first: "số ý kiến tại các cuộc …" */
};
int chiso_name_score (const ChisoReading *self, guint first, guint last, guint k);
/* Those of which they name a topic and which nothing rules out; no other has a score. */
ChisoIndicatorSet chiso_name_candidates (const ChisoReading *self, guint first, guint last);

/* "phương hướng năm 2024", "nhiệm vụ 6 tháng cuối năm": the time at item i is that of plans. */
gboolean chiso_reading_is_planned (const ChisoReading *self, guint i);

/* Adds an observation, or, where the same fact is there, its span to that one. Takes ownership. */
void chiso_reading_add (ChisoReading *self, GPtrArray *observations, ChisoObservation *observation);

G_END_DECLS

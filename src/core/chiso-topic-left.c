/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words to the left of a figure: one walk along them finds the nearest topic and subject of all
 * indicators that the figure may belong to, each as far as its reach. What the findings are worth against
 * words elsewhere is decided in chiso-topic.c. */

#include "chiso-topic-private.h"

#include <string.h>

/* Reach in items; far enough for the longest subject of an officialese sentence. */
#define MAX_LEFT 90
/* Sentences of the paragraph that the longest reach crosses. */
#define MAX_CROSSED 2
/* Nearer than so many items words rule out. */
#define MAX_RULED_GAP 10

typedef struct
{
  const ChisoReading *reading;
  const ChisoFigure *figure;
  ChisoTopicLeft *left;
  ChisoIndicatorSet active;     /* that are still looked for */
  ChisoIndicatorSet open;       /* of these, whose topic still counts here */
  ChisoIndicatorSet unscored;   /* of these, without a topic so far */
  ChisoIndicatorSet unactored;  /* that need a subject, without one so far */
  ChisoIndicatorSet scored;     /* that have points */
  ChisoIndicatorSet companions; /* whose topic a figure between shares */
  int *companion_scores;        /* by indicator, of these */
  guint before;                 /* figures [0, before) stand left of the walk */
  guint gap;                    /* items walked */
  int penalty;
  gboolean alone; /* no other figure or clause in between */
  gboolean body;  /* somebody acted behind all figures that were passed */
} Walk;

/* Points of something worth most points here. */
static int
score_here (const Walk *walk, int most)
{
  int way = walk->gap <= NEAR_ITEMS ? walk->gap : NEAR_ITEMS + walk->gap / 3 - NEAR_ITEMS / 3;

  return MAX (most - walk->penalty - way, 1);
}

static void
leave (Walk *walk, guint k)
{
  chiso_indicator_set_remove (&walk->active, k);
  chiso_indicator_set_remove (&walk->unscored, k);
  chiso_indicator_set_remove (&walk->unactored, k);
}

/* Beyond the sentence, or its clause, only the indicators of so long a reach are found. */
static void
keep_reaching (const Walk *walk, ChisoIndicatorSet *set, guint reach)
{
  *set = chiso_indicator_set_and (set, &walk->reading->grammar->reaching[reach]);
}

/* "- Còn việc đối thoại với nhân dân?", and below what was asked for. */
static gboolean
is_answer (const ChisoReading *self, guint s)
{
  return chiso_mentions_is_mark (self->mentions, chiso_reading_sentence (self, s - 1)->last - 1,
                                 '?');
}

/* Goes on with the sentence before; FALSE where the walk ends. */
static gboolean
cross (Walk *walk, guint from)
{
  const ChisoSentence *here = chiso_reading_sentence (walk->reading, walk->figure->sentence);
  guint reach;

  if (from == 0 || walk->figure->sentence - (from - 1) > MAX_CROSSED
      || (chiso_reading_sentence (walk->reading, from - 1)->block != here->block
          && !chiso_reading_points_back (walk->reading, from) && !is_answer (walk->reading, from)))
    return FALSE;
  /* "Còn hộ nghèo? Cuối năm 2022 là 4,1%": a question and its answer are as one sentence. */
  reach = from == walk->figure->sentence && is_answer (walk->reading, from) ? 2 : 3;
  keep_reaching (walk, &walk->active, reach);
  keep_reaching (walk, &walk->unscored, reach);
  keep_reaching (walk, &walk->unactored, reach);
  walk->penalty += PENALTY_SENTENCE;
  walk->alone = FALSE;
  return !chiso_indicator_set_is_empty (&walk->active);
}

/* A level of government or a place at item i, as the subject of a clause. */
static gboolean
names_body (const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);

  return item->kind == CHISO_ITEM_PLACE
         || (item->classes
             & (CHISO_CLASS_BIT (CHISO_CLASS_NO_PLACE) | CHISO_CLASS_BIT (CHISO_CLASS_COMMUNE)
                | CHISO_CLASS_BIT (CHISO_CLASS_DISTRICT) | CHISO_CLASS_BIT (CHISO_CLASS_LEVEL)));
}

/* Somebody else did it: those of indicators that look for a subject find none. */
static void
meet_rival (Walk *walk, ChisoIndicatorSet indicators)
{
  guint k;

  while (chiso_indicator_set_take (&indicators, &k))
    leave (walk, k);
}

/* ", bằng 62,5% dự toán, trong khi cùng kỳ năm 2022 chỉ đạt 2.557 tỷ đồng": words before rule nothing out. */
static gboolean
opens_contrast (const ChisoReading *self, guint i)
{
  guint first = chiso_mentions_item (self->mentions, i)->first;
  guint16 word = chiso_mentions_token (self->mentions, first)->word;

  return word == CHISO_W_CON || word == CHISO_W_SONG || word == CHISO_W_NHUNG2
         || (word == CHISO_W_TRONG
             && chiso_mentions_token (self->mentions, first + 1)->word == CHISO_W_KHI);
}

static void
pass_mark (Walk *walk, guint i)
{
  guint mark = chiso_mentions_item (walk->reading->mentions, i)->mark;

  if (mark == ';')
    {
      /* "Chủ tịch UBND huyện tiếp 96 lượt; các xã tiếp 402 lượt" */
      if (names_body (walk->reading, i + 1) || walk->body)
        meet_rival (walk, walk->unactored);
      walk->penalty += PENALTY_SEMICOLON;
      walk->alone = FALSE;
      keep_reaching (walk, &walk->open, 2);
    }
  else if (mark == ',')
    {
      walk->penalty += PENALTY_COMMA;
      if (opens_contrast (walk->reading, i + 1))
        walk->alone = FALSE;
    }
}

/* The figure at item i may speak of an event that others also count something of: attendance and
 * opinions follow a dialogue that was itself told by "con số". */
static void
pass_number (Walk *walk, guint i)
{
  const ChisoFigure *figure;
  ChisoIndicatorSet sharing;
  guint k;

  walk->penalty += PENALTY_FIGURE;
  walk->alone = FALSE;
  /* "Ban Thanh tra nhân dân giám sát 1.866 cuộc, Mặt trận giám sát 1.204 cuộc" */
  if (walk->body)
    meet_rival (walk, walk->unactored);
  walk->body = FALSE;
  while (walk->before > 0 && chiso_reading_figure (walk->reading, walk->before - 1)->item > i)
    walk->before--;
  if (walk->before == 0)
    return;
  figure = chiso_reading_figure (walk->reading, walk->before - 1);
  if (figure->item != i || figure->role != CHISO_ROLE_LEVEL || figure->indicator < 0)
    return;
  sharing = chiso_indicator_set_and (&walk->active,
                                     &walk->reading->grammar->companions[figure->indicator]);
  sharing = chiso_indicator_set_and (&sharing, &walk->open);
  sharing = chiso_indicator_set_but (&sharing, &walk->companions);
  chiso_indicator_set_remove (&sharing, figure->indicator);
  walk->companions = chiso_indicator_set_or (&walk->companions, &sharing);
  while (chiso_indicator_set_take (&sharing, &k))
    walk->companion_scores[k] = score_here (walk, SCORE_LEFT - PENALTY_COMPANION);
}

/* Words that rule an indicator out behind its unit ("xã có …") may be mere grammar before the number. */
static gboolean
is_mere_grammar (const ChisoItem *item)
{
  return item->last - item->first == 1
         && (item->classes
             & (CHISO_CLASS_BIT (CHISO_CLASS_FUNCTION) | CHISO_CLASS_BIT (CHISO_CLASS_RESULT)));
}

/* "Trong 1.204 mô hình đăng ký, có 918 mô hình được công nhận": what was only begun has become more. */
static gboolean
is_recognised_since (const Walk *walk, const ChisoItem *item)
{
  if (!(item->classes & CHISO_CLASS_BIT (CHISO_CLASS_REGISTERED)))
    return FALSE;
  for (guint i = walk->figure->right; i < walk->figure->right_end; i++)
    if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_ACHIEVED))
      return TRUE;
  return FALSE;
}

static void
rule_out (Walk *walk, const ChisoPhrase *phrase, const ChisoIndicatorSet *named)
{
  ChisoIndicatorSet out = chiso_indicator_set_or (&phrase->lists[CHISO_WORDS_AVOID],
                                                  &phrase->other);
  guint k;

  out = chiso_indicator_set_and (&out, &walk->unscored);
  out = chiso_indicator_set_but (&out, named);
  while (chiso_indicator_set_take (&out, &k))
    {
      walk->left[k].score = -1000;
      walk->left[k].ruled_close = walk->gap <= 1;
      leave (walk, k);
    }
}

/* A phrase that some indicator's wording holds. */
static void
pass_wording (Walk *walk, guint i)
{
  const ChisoItem *item = chiso_mentions_item (walk->reading->mentions, i);
  const ChisoPhrase *phrase = chiso_mentions_phrase (walk->reading->mentions, i);
  ChisoIndicatorSet met = chiso_indicator_set_and (&phrase->leftward, &walk->active);
  ChisoIndicatorSet named, acting, rest;
  guint k;

  if (chiso_indicator_set_is_empty (&met))
    return;
  named = chiso_indicator_set_or (&phrase->lists[CHISO_WORDS_TOPICS],
                                  &phrase->lists[CHISO_WORDS_LEFT]);
  /* "Tổng số buổi làm việc tại cơ sở là 1.930 buổi" */
  named = chiso_indicator_set_or (&named, &phrase->named);
  named = chiso_indicator_set_and (&named, &walk->unscored);
  named = chiso_indicator_set_and (&named, &walk->open);
  if (walk->alone && walk->gap <= MAX_RULED_GAP && !is_mere_grammar (item)
      && !is_recognised_since (walk, item))
    rule_out (walk, phrase, &named);
  walk->unscored = chiso_indicator_set_but (&walk->unscored, &named);
  walk->scored = chiso_indicator_set_or (&walk->scored, &named);
  /* "Chủ tịch UBND tiếp 66 lượt; bộ phận tiếp dân tiếp 402 lượt" */
  if (item->last - item->first > 1)
    {
      rest = chiso_indicator_set_and (&phrase->lists[CHISO_WORDS_AVOID], &walk->unactored);
      meet_rival (walk, chiso_indicator_set_but (&rest, &walk->unscored));
    }
  acting = chiso_indicator_set_and (&phrase->lists[CHISO_WORDS_SUBJECTS], &walk->unactored);
  walk->unactored = chiso_indicator_set_but (&walk->unactored, &acting);
  rest = acting;
  while (chiso_indicator_set_take (&rest, &k))
    {
      walk->left[k].subject = TRUE;
      walk->left[k].subject_gap = (int) walk->gap;
    }
  rest = named;
  while (chiso_indicator_set_take (&rest, &k))
    walk->left[k].score = score_here (walk, SCORE_LEFT);
  /* Who has both has all. */
  rest = chiso_indicator_set_or (&named, &acting);
  rest = chiso_indicator_set_but (&rest, &walk->unscored);
  rest = chiso_indicator_set_but (&rest, &walk->unactored);
  while (chiso_indicator_set_take (&rest, &k))
    leave (walk, k);
}

/* Sets up the walk for those of indicators that have anything to look for on the left. */
static void
set_out (Walk *walk, const ChisoIndicatorSet *indicators)
{
  const ChisoGrammar *grammar = walk->reading->grammar;
  ChisoIndicatorSet looking = chiso_indicator_set_or (&grammar->reaching[1],
                                                      &grammar->with_subjects);

  walk->active = chiso_indicator_set_and (indicators, &looking);
  walk->open = walk->unscored = walk->active;
  walk->unactored = chiso_indicator_set_and (&walk->active, &grammar->with_subjects);
  walk->before = walk->figure->number;
  walk->alone = TRUE;
  memset (walk->left, 0, grammar->n_indicators * sizeof *walk->left);
}

/* "lãnh đạo tiếp 967 lượt trong tổng số 1.846 lượt": whoever did the part did not do all. */
static gboolean
is_whole (const ChisoReading *self, guint i)
{
  guint16 word;

  if (i < 2)
    return FALSE;
  word = chiso_mentions_item (self->mentions, i - 2)->word;
  return (word == CHISO_W_TRONG || word == CHISO_W_TREN)
         && chiso_mentions_token (self->mentions,
                                  chiso_mentions_item (self->mentions, i)->first - 1)
                    ->word
                == CHISO_W_SO;
}

ChisoIndicatorSet
chiso_topic_look_left (const ChisoReading *self, const ChisoFigure *figure,
                       const ChisoIndicatorSet *indicators, ChisoTopicLeft *left)
{
  int companion_scores[CHISO_MAX_INDICATORS];
  Walk walk = {
    .reading = self, .figure = figure, .left = left, .companion_scores = companion_scores
  };
  guint s = figure->sentence, i = figure->item, k;
  guint first = chiso_reading_sentence (self, s)->first;

  set_out (&walk, indicators);
  if (is_whole (self, i))
    meet_rival (&walk, walk.unactored);
  while (!chiso_indicator_set_is_empty (&walk.active))
    {
      const ChisoItem *item;

      i = chiso_mentions_item (self->mentions, i)->left;
      if (i == CHISO_NO_ITEM || figure->item - i > MAX_LEFT)
        break;
      while (i < first && cross (&walk, s))
        first = chiso_reading_sentence (self, --s)->first;
      if (i < first)
        break;
      item = chiso_mentions_item (self->mentions, i);
      walk.gap = figure->item - i;
      if (item->kind == CHISO_ITEM_PUNCT)
        pass_mark (&walk, i);
      else if (item->kind == CHISO_ITEM_NUMBER)
        pass_number (&walk, i);
      else
        {
          walk.body |= chiso_mentions_is (self->mentions, i, CHISO_CLASS_BODY);
          if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_WORDING))
            pass_wording (&walk, i);
        }
    }
  walk.scored = chiso_indicator_set_or (&walk.scored, &walk.companions);
  while (chiso_indicator_set_take (&walk.companions, &k))
    left[k].score = MAX (left[k].score, companion_scores[k]);
  return walk.scored;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes: which indicator grew or fell. Either the words before the verb name it ("số đơn … giảm"),
 * or it is that of the figure before. */

#include "chiso-topic-private.h"

#include <math.h>

static gboolean
in_list (const ChisoPhrase *phrase, ChisoWordList list, guint indicator)
{
  return phrase != NULL && chiso_indicator_set_has (&phrase->lists[list], indicator);
}

static const ChisoItem *
item_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_item (self->mentions, i);
}

static const ChisoIndicator *
indicator_at (const ChisoReading *self, int k)
{
  return chiso_grammar_indicator (self->grammar, k);
}

static gboolean
is_percent_indicator (const ChisoReading *self, int k)
{
  return chiso_indicator_set_has (&self->percent_units, k);
}

gboolean
chiso_change_unit_fits (const ChisoReading *self, const ChisoFigure *change, guint k)
{
  const ChisoPhrase *phrase;

  switch ((ChisoUnit) change->unit)
    {
    case CHISO_UNIT_NOUN:
      phrase = chiso_mentions_phrase (self->mentions, change->unit_item);
      return in_list (phrase, CHISO_WORDS_UNITS, k);
    case CHISO_UNIT_MONEY:
      return chiso_indicator_set_has (&self->money_units, k);
    case CHISO_UNIT_POINTS:
      return is_percent_indicator (self, k);
    case CHISO_UNIT_NONE:
    case CHISO_UNIT_PERCENT:
    case CHISO_UNIT_TIMES:
    default:
      return TRUE;
    }
}

/* The clause has a head of its own: "số đơn …", "tỷ lệ giải quyết …", "lượt tiếp …". */
static gboolean
has_head (const ChisoReading *self, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i);
      const ChisoToken *token = chiso_mentions_token (self->mentions, item->first);

      /* "chỉ số giá tiêu dùng" */
      if (token->word == CHISO_W_SO && item->first > 0
          && chiso_mentions_token (self->mentions, item->first - 1)->word == CHISO_W_CHI)
        continue;
      if (token->word == CHISO_W_SO || token->word == CHISO_W_LUONG || token->word == CHISO_W_LUOT
          || token->word == CHISO_W_TY || token->word == CHISO_W_TONG)
        return TRUE;
    }
  return FALSE;
}

static int
choose_name (const ChisoReading *self, const ChisoFigure *change, guint first, guint last)
{
  int best = -1, best_score = CHISO_NAME_TOPIC - 1;
  gboolean head = has_head (self, first, last);
  ChisoIndicatorSet candidates = chiso_name_candidates (self, first, last);
  guint k;

  while (chiso_indicator_set_take (&candidates, &k))
    {
      int score = chiso_change_unit_fits (self, change, k) ? chiso_name_score (self, first, last, k)
                                                           : 0;

      /* A bare topic names a count only with a head or its unit ("số cuộc đối thoại"); a rate or a sum of money by itself. */
      if (!head && score < CHISO_NAME_TOPIC + CHISO_NAME_UNIT && !is_percent_indicator (self, k)
          && !chiso_indicator_set_has (&self->money_units, k))
        score = 0;
      if (score > best_score)
        {
          best_score = score;
          best = (int) k;
        }
    }
  return best;
}

/* The clause that ends before item i opens with "so với". */
static gboolean
is_compared_before (const ChisoReading *self, guint i, guint first)
{
  for (i--; i > first; i--)
    {
      if (chiso_mentions_is_mark (self->mentions, i - 1, ',')
          || chiso_mentions_is_mark (self->mentions, i - 1, ';'))
        break;
    }
  return chiso_mentions_is (self->mentions, i, CHISO_CLASS_THAN);
}

/* The clause before the verb: from behind the last figure, or from the last semicolon. */
static guint
clause_start (const ChisoReading *self, const ChisoFigure *change, int before)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, change->sentence);
  guint first = before >= 0 ? chiso_reading_figure (self, before)->right_end : sentence->first;

  first = MIN (first, change->verb);

  for (guint i = change->verb; i > first; i--)
    {
      if (chiso_mentions_is_mark (self->mentions, i - 1, ';'))
        return i;
      /* "So với đợt tiếp xúc giữa năm 2023, số kiến nghị giảm": what it is compared with has not changed. */
      if (chiso_mentions_is_mark (self->mentions, i - 1, ',')
          && is_compared_before (self, i, first))
        return i;
    }
  return first;
}

/* What stands in brackets, where the change does not, is not what changed. */
static gboolean
is_deeper (const ChisoReading *self, const ChisoFigure *a, const ChisoFigure *b)
{
  return chiso_mentions_item (self->mentions, a->item)->depth
         > chiso_mentions_item (self->mentions, b->item)->depth;
}

/* "ý kiến, kiến nghị" and "kiến nghị", "lượt ý kiến" and "ý kiến". */
static gboolean
ends_alike (const ChisoReading *self, guint a, guint b)
{
  const ChisoItem *one = chiso_mentions_item (self->mentions, a);
  const ChisoItem *other = chiso_mentions_item (self->mentions, b);

  return chiso_mentions_token (self->mentions, one->last - 1)->word
             == chiso_mentions_token (self->mentions, other->last - 1)->word
         && one->last - one->first > 1 && other->last - other->first > 1;
}

/* "lượt công dân" and "lượt" */
static gboolean
begins_alike (const ChisoReading *self, guint a, guint b)
{
  const ChisoItem *one = chiso_mentions_item (self->mentions, a);
  const ChisoItem *other = chiso_mentions_item (self->mentions, b);

  return other->last - other->first == 1
         && chiso_mentions_token (self->mentions, one->first)->word
                == chiso_mentions_token (self->mentions, other->first)->word;
}

/* "số lượt tăng 3,4%, số người giảm 1,8%": a head and a unit stand for what was last counted in it. */
static int
counted_in_unit (const ChisoReading *self, guint f, guint first, guint last)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);
  gboolean total = FALSE;

  if (!has_head (self, first, last))
    return -1;
  for (guint i = first; i < last; i++)
    total |=
        chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i)->first)->word
        == CHISO_W_TONG;
  for (guint i = first; i < last; i++)
    {
      const ChisoItem *unit = chiso_mentions_item (self->mentions, i);
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      if (phrase == NULL || chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_UNITS]))
        continue;
      for (guint b = f; b > 0 && f - b < 12; b--)
        {
          const ChisoFigure *before = chiso_reading_figure (self, b - 1);

          if (change->sentence - before->sentence > 2)
            break;
          /* "tổng số lượt tăng 6,2%": not those of the leaders alone. */
          if (total && before->indicator >= 0
              && chiso_indicator_set_has (&self->grammar->with_subjects, before->indicator))
            continue;
          if (before->indicator >= 0 && before->role == CHISO_ROLE_LEVEL
              && (chiso_mentions_item (self->mentions, before->unit_item)->index == unit->index
                  || ((ends_alike (self, before->unit_item, i)
                       || begins_alike (self, before->unit_item, i))
                      && in_list (phrase, CHISO_WORDS_UNITS, before->indicator)))
              && chiso_change_unit_fits (self, change, before->indicator))
            return before->indicator;
        }
    }
  return -1;
}

/* The figure before the change in its sentence, of a kind that can have changed; -1 if none. */
static int
figure_before (const ChisoReading *self, guint f)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);

  for (int b = (int) f - 1; b >= 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);

      if (before->sentence != change->sentence)
        return -1;
      if (before->role != CHISO_ROLE_NONE && before->item < change->verb
          && !is_deeper (self, before, change))
        return b;
    }
  return -1;
}

/* GRDP "tăng 7,5%" is its level: growth is what the indicator measures. */
gboolean
chiso_change_is_growth (const ChisoReading *self, int k)
{
  return k >= 0 && indicator_at (self, k)->kind == CHISO_KIND_RATE
         && is_percent_indicator (self, k);
}

/* "GRDP tăng 3,03%; công nghiệp tăng 5,4%": between the two stands what grew instead. */
static gboolean
names_sector (const ChisoReading *self, const ChisoFigure *before, const ChisoFigure *change)
{
  for (guint i = before->unit_item + 1; i < change->verb; i++)
    if (in_list (chiso_mentions_phrase (self->mentions, i), CHISO_WORDS_AVOID, before->indicator))
      return TRUE;
  return FALSE;
}

/* The nearest figure to the left whose unit the change shares: skips others only for a noun. */
static int
fitting_figure (const ChisoReading *self, guint f)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);

  for (int b = (int) f - 1; b >= 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);
      int k = before->indicator;

      if (before->sentence != change->sentence)
        return -1;
      /* "bằng 76,3% dự toán và tăng 37,8%": the percentage in between counts nothing. */
      if (before->item >= change->verb || is_deeper (self, before, change)
          || before->role == CHISO_ROLE_NONE
          || (k < 0 && before->unit == CHISO_UNIT_PERCENT && before->role == CHISO_ROLE_LEVEL))
        continue;
      if (k >= 0 && chiso_change_unit_fits (self, change, k))
        return chiso_change_is_growth (self, k) && names_sector (self, before, change) ? -1 : b;
      if (change->unit != CHISO_UNIT_NOUN && change->unit != CHISO_UNIT_MONEY
          && change->unit != CHISO_UNIT_POINTS)
        return -1;
    }
  return -1;
}

/* Figure f is a change, and only "và" or a comma parts its verb from the change before. */
static gboolean
follows_change (const ChisoReading *self, guint f)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);
  const ChisoFigure *before = chiso_reading_figure (self, f - 1);

  return change->role == CHISO_ROLE_CHANGE && before->role == CHISO_ROLE_CHANGE
         && before->sentence == change->sentence && change->verb == before->unit_item + 2;
}

/* "tăng tương ứng 12% và giảm 3%": changes in turn, each with a verb of its own, around f. */
static void
find_turn (const ChisoReading *self, guint f, guint *first, guint *last)
{
  gboolean turn = FALSE;
  guint start = f, end = f;

  while (start > 0 && follows_change (self, start))
    start--;
  while (end + 1 < self->figures->len && follows_change (self, end + 1))
    end++;
  for (guint i = chiso_reading_figure (self, start)->verb;
       i < chiso_reading_figure (self, start)->item; i++)
    turn |= chiso_mentions_is (self->mentions, i, CHISO_CLASS_RESPECTIVELY);
  if (!turn)
    return;
  *first = start;
  *last = end;
}

/* "tăng lần lượt 3,2% và 6,5%": the n-th of the list belongs to the n-th of the figures before it. */
static int
listed_figure (const ChisoReading *self, guint f)
{
  guint first = f, last = f;
  guint verb = chiso_reading_figure (self, f)->verb;
  int levels[8], n = 0;

  while (first > 0 && chiso_reading_figure (self, first - 1)->role == CHISO_ROLE_CHANGE
         && chiso_reading_figure (self, first - 1)->verb == verb)
    first--;
  while (last + 1 < self->figures->len
         && chiso_reading_figure (self, last + 1)->role == CHISO_ROLE_CHANGE
         && chiso_reading_figure (self, last + 1)->verb == verb)
    last++;
  if (first == last)
    find_turn (self, f, &first, &last);
  for (int b = (int) first - 1; b >= 0 && n < 8 && n < (int) (last - first + 1); b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);

      if (before->sentence != chiso_reading_figure (self, f)->sentence)
        break;
      if (before->role == CHISO_ROLE_LEVEL && before->indicator >= 0)
        levels[n++] = b;
    }
  if (last == first || n != (int) (last - first + 1))
    return -1;
  return levels[n - 1 - (int) (f - first)];
}

/* "số thu |này", "tỷ lệ giải quyết |ấy" */
static gboolean
is_such (const ChisoReading *self, guint i)
{
  guint16 word = chiso_mentions_token (self->mentions, item_at (self, i)->last - 1)->word;

  return word == CHISO_W_NAY3 || word == CHISO_W_AY || word == CHISO_W_DO;
}

/* "Tỷ lệ hộ nghèo là 3,62%. So với cuối năm 2021, tỷ lệ này giảm 1,49 điểm %": the level of the paragraph that a pronoun
 * between first and the change's verb points at; -1 if none. */
static int
pointed_figure (const ChisoReading *self, guint f, guint first)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);
  guint block = chiso_reading_sentence (self, change->sentence)->block;
  gboolean pointed = FALSE;

  for (guint i = first; i < change->verb; i++)
    pointed |= chiso_mentions_is (self->mentions, i, CHISO_CLASS_ANAPHORA)
               || (i + 1 == change->verb && is_such (self, i) && has_head (self, first, i));
  for (int b = (int) f - 1; pointed && b >= 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);

      /* Of a paragraph before only its last sentence. */
      if (change->sentence - before->sentence > 2
          || (chiso_reading_sentence (self, before->sentence)->block != block
              && change->sentence - before->sentence > 1))
        return -1;
      if ((before->role == CHISO_ROLE_LEVEL || before->role == CHISO_ROLE_SHARE)
          && before->indicator >= 0 && chiso_change_unit_fits (self, change, before->indicator))
        return b;
    }
  return -1;
}

/* "Tốc độ tăng 7,4%" of nothing else told: the growth that the verb at item i is itself a wording of; -1 if none. */
static int
growth_by_itself (const ChisoReading *self, guint i)
{
  const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);
  ChisoIndicatorSet topics;
  guint k;

  if (phrase == NULL)
    return -1;
  topics = phrase->lists[CHISO_WORDS_TOPICS];
  while (chiso_indicator_set_take (&topics, &k))
    if (chiso_change_is_growth (self, (int) k))
      return (int) k;
  return -1;
}

static void
link_change (ChisoReading *self, guint f)
{
  ChisoFigure *change = chiso_reading_figure (self, f);
  int before = figure_before (self, f), named, of;
  guint first;

  first = clause_start (self, change, before);
  named = choose_name (self, change, first, change->verb);
  if (named < 0)
    named = counted_in_unit (self, f, first, change->verb);
  of = listed_figure (self, f);
  if (of < 0 && named < 0 && before < 0)
    of = pointed_figure (self, f, first);
  /* A clause that names something else is no change of the figure before. */
  if (of < 0 && named < 0 && before >= 0 && has_head (self, first, change->verb))
    return;
  if (of < 0 && named < 0)
    of = fitting_figure (self, f);
  if (of < 0 && named < 0)
    named = chiso_change_growth_before (self, f);
  if (of < 0 && named < 0 && before < 0)
    of = chiso_change_level_before (self, f);
  if (of < 0 && named < 0)
    named = growth_by_itself (self, change->verb);
  if (of >= 0 && named < 0)
    {
      const ChisoFigure *level = chiso_reading_figure (self, of);

      change->of = of;
      change->indicator = level->indicator;
      change->score = MIN (level->score, 80);
      change->rule = CHISO_INTERNED ("change-of-figure");
    }
  else if (named >= 0)
    {
      change->indicator = named;
      change->score = 80;
      change->rule = CHISO_INTERNED ("change-named");
    }
  if (chiso_change_is_growth (self, change->indicator) && change->unit == CHISO_UNIT_PERCENT)
    {
      change->role = CHISO_ROLE_LEVEL;
      change->value *= change->direction < 0 ? -1 : 1;
      change->of = -1;
    }
}

/* A percentage beside a count gets the share's indicator before changes are linked to it. */
static void
link_share (ChisoReading *self, guint f)
{
  ChisoFigure *share = chiso_reading_figure (self, f);
  const ChisoFigure *count = chiso_reading_figure (self, share->of);

  share->indicator = chiso_grammar_share_of (self->grammar, count->indicator);
  share->score = count->score;
  share->rule = CHISO_INTERNED ("share");
}

void
chiso_reading_changes (ChisoReading *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, f);

      if (figure->role == CHISO_ROLE_SHARE)
        link_share (self, f);
      else if (figure->role == CHISO_ROLE_CHANGE)
        link_change (self, f);
    }
}

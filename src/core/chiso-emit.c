/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures become observations; a fact that is stated twice becomes one with two spans. */

#include "chiso-reading.h"

#include <math.h>
#include <string.h>

/* As sure as the indicator's wording allows, measured on reports of several authors. */
static double
confidence_of_topic (const ChisoFigure *figure)
{
  if (figure->score >= 88)
    return 0.95;
  if (figure->score >= 70)
    return 0.9;
  if (figure->score >= 55)
    return 0.8;
  return figure->score >= 45 ? 0.7 : 0.6;
}

/* The sentence names several periods, any of which may be the figure's. */
static gboolean
has_rival_times (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  guint n = 0;

  for (guint i = sentence->first, last = sentence->last;
       (i = chiso_mentions_next (self->mentions, CHISO_SET_TIMES, i, last)) < last; i++)
    n += !chiso_period_equal (&g_array_index (self->mentions->times, ChisoTimeMention,
                                              chiso_mentions_item (self->mentions, i)->index)
                                   .period,
                              &figure->base);
  return n > 1;
}

/* What a reader would go back in the text to make sure of: a place or period that was told before the
 * sentence, or in relation to another; a base that is only supposed; words that were left out. */
static gboolean
is_supposed (const ChisoReading *self, const ChisoFigure *figure)
{
  gboolean dated = (figure->period_told == CHISO_TOLD_SENTENCE && figure->period_named
                    && !has_rival_times (self, figure))
                   || (figure->period_told == CHISO_TOLD_REPORT && !self->period_guessed
                       && chiso_period_n_days (&self->period) > 31);
  gboolean placed = figure->place_told == CHISO_TOLD_SENTENCE
                    || (figure->place_told == CHISO_TOLD_REPORT && self->n_provinces <= 1);

  return !dated || !placed || (figure->role == CHISO_ROLE_CHANGE && !figure->base_stated)
         || (figure->rule != CHISO_INTERNED ("topic") && figure->rule != CHISO_INTERNED ("share")
             && figure->role == CHISO_ROLE_LEVEL);
}

/* A figure is only as sure as its place and period: those that were told far from it are often those of
 * something else. */
static double
confidence_of (const ChisoReading *self, const ChisoFigure *figure)
{
  double confidence = confidence_of_topic (figure);

  if (figure->drop)
    return 0.3;
  if ((figure->period_told == CHISO_TOLD_BEFORE && figure->place_told == CHISO_TOLD_REPORT
       && !chiso_period_equal (&figure->period, &self->period)
       && !chiso_period_equal (&figure->period, &self->main)
       && !chiso_period_equal (&figure->period, &self->latest))
      || figure->place_told == CHISO_TOLD_NOWHERE || figure->doubtful
      || chiso_reading_sentence (self, figure->sentence)->cells)
    return 0.45;
  return is_supposed (self, figure) ? MIN (confidence, 0.8) : confidence;
}

static ChisoObservation *
new_observation (const ChisoReading *self, const ChisoFigure *figure, int indicator)
{
  const ChisoItem *number = chiso_mentions_item (self->mentions, figure->item);
  const ChisoItem *first = chiso_mentions_item (self->mentions, figure->first);
  const ChisoItem *unit = chiso_mentions_item (self->mentions, figure->unit_item);
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  ChisoObservation *observation = chiso_observation_new (
      chiso_grammar_indicator (self->grammar, indicator)->id, figure->place);

  observation->boundary = figure->boundary;
  observation->period = chiso_period_in_months (&figure->period);
  observation->qualifier = figure->qualifier;
  observation->figure = chiso_mentions_span (self->mentions, number->first, number->last);
  observation->evidence = chiso_mentions_span (self->mentions, first->first, unit->last);
  observation->sentence = chiso_mentions_span (
      self->mentions, chiso_mentions_item (self->mentions, sentence->first)->first,
      chiso_mentions_item (self->mentions, sentence->last - 1)->last);
  observation->confidence = confidence_of (self, figure);
  observation->rule = figure->rule != NULL ? figure->rule : CHISO_INTERNED ("topic");
  return observation;
}

void
chiso_reading_add (ChisoReading *self, GPtrArray *observations, ChisoObservation *observation)
{
  ChisoObservation *other = chiso_facts_add (self->facts, observation);

  if (other == NULL)
    {
      g_ptr_array_add (observations, observation);
      return;
    }
  if (other->repeats == NULL)
    other->repeats = g_array_new (FALSE, FALSE, sizeof (ChisoSpan));
  g_array_append_val (other->repeats, observation->evidence);
  other->confidence = MAX (other->confidence, observation->confidence);
  /* "92 xã đạt chuẩn … 92/148 xã": the fraction says more. */
  if (!isfinite (other->denominator))
    {
      other->numerator = observation->numerator;
      other->denominator = observation->denominator;
    }
  chiso_observation_free (observation);
}

static gboolean
has_share (const ChisoReading *self, guint f)
{
  const ChisoFigure *before = f > 0 ? chiso_reading_figure (self, f - 1) : NULL;

  /* "100% số xã (38/38)" */
  if (before != NULL && before->unit == CHISO_UNIT_PERCENT && before->indicator >= 0
      && before->unit_item + 2 == chiso_reading_figure (self, f)->item
      && chiso_mentions_is_mark (self->mentions, before->unit_item + 1, '('))
    return TRUE;
  for (guint k = f + 1; k < self->figures->len && k < f + 4; k++)
    if (chiso_reading_figure (self, k)->role == CHISO_ROLE_SHARE
        && chiso_reading_figure (self, k)->of == (int) f)
      return TRUE;
  return FALSE;
}

static void
emit_level (ChisoReading *self, guint f, GPtrArray *observations)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoWording *wording = chiso_grammar_wording (self->grammar, figure->indicator);
  gboolean percent = figure->unit == CHISO_UNIT_PERCENT;
  ChisoObservation *observation = new_observation (self, figure, figure->indicator);
  int share;

  observation->value = percent ? figure->value : figure->value / wording->scale;
  if (isfinite (figure->denominator))
    {
      observation->numerator = figure->value;
      observation->denominator = figure->denominator;
    }
  chiso_reading_add (self, observations, observation);
  if (!isfinite (figure->denominator) || wording->share == NULL || wording->share_stated
      || has_share (self, f) || figure->denominator <= 0)
    return;
  share = chiso_grammar_share_of (self->grammar, figure->indicator);
  if (share < 0)
    return;
  observation = new_observation (self, figure, share);
  observation->value = round (figure->value / figure->denominator * 1e4) / 1e2;
  observation->numerator = figure->value;
  observation->denominator = figure->denominator;
  observation->rule = CHISO_INTERNED ("share-computed");
  chiso_reading_add (self, observations, observation);
}

static void
emit_share (ChisoReading *self, const ChisoFigure *figure, GPtrArray *observations)
{
  const ChisoFigure *count = chiso_reading_figure (self, figure->of);
  ChisoObservation *observation = new_observation (self, figure, figure->indicator);

  observation->value = figure->value;
  observation->evidence.start = MIN (
      observation->evidence.start,
      chiso_mentions_span (self->mentions, chiso_mentions_item (self->mentions, count->item)->first,
                           chiso_mentions_item (self->mentions, count->item)->last)
          .start);
  if (isfinite (count->denominator))
    {
      observation->numerator = count->value;
      observation->denominator = count->denominator;
    }
  chiso_reading_add (self, observations, observation);
}

/* Ratio or delta by the change's unit and the indicator's. */
static void
emit_change (ChisoReading *self, const ChisoFigure *figure, GPtrArray *observations)
{
  const ChisoIndicator *indicator = chiso_grammar_indicator (self->grammar, figure->indicator);
  const ChisoWording *wording = chiso_grammar_wording (self->grammar, figure->indicator);
  gboolean in_percent = g_str_equal (indicator->unit_vi, "%");
  gboolean down = figure->direction < 0;
  double v = figure->value;
  ChisoObservation *observation = new_observation (self, figure, figure->indicator);

  observation->base = chiso_period_in_months (&figure->base);
  observation->measure = CHISO_MEASURE_RATIO;
  switch ((ChisoUnit) figure->unit)
    {
    case CHISO_UNIT_TIMES:
      /* A fall in times is told to two or three digits; more would be made up. */
      observation->value = down ? round (1e4 / v) / 1e4 : v;
      break;
    case CHISO_UNIT_PERCENT:
      if (figure->direction == 0)
        observation->value = v / 100;
      else if (in_percent)
        {
          observation->measure = CHISO_MEASURE_DELTA;
          observation->value = down ? -v : v;
        }
      else
        observation->value = down ? 1 - v / 100 : 1 + v / 100;
      break;
    case CHISO_UNIT_NONE:
      /* "giảm một phần tư", "gấp 3", "ít hơn năm ngoái 95" */
      if (figure->direction == 0)
        observation->value = v;
      else if (v < 1)
        observation->value = down ? 1 - v : 1 + v;
      else
        {
          observation->measure = CHISO_MEASURE_DELTA;
          observation->value = down ? -v : v;
        }
      break;
    case CHISO_UNIT_NOUN:
    case CHISO_UNIT_POINTS:
    case CHISO_UNIT_MONEY:
    default:
      observation->measure = CHISO_MEASURE_DELTA;
      v /= figure->unit == CHISO_UNIT_POINTS ? 1 : wording->scale;
      observation->value = down ? -v : v;
      break;
    }
  if (isfinite (observation->value))
    chiso_reading_add (self, observations, observation);
  else
    chiso_observation_free (observation);
}

void
chiso_reading_emit (ChisoReading *self, GPtrArray *observations)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      const ChisoFigure *figure = chiso_reading_figure (self, f);

      if (figure->indicator < 0 || figure->place == NULL || !chiso_period_is_set (&figure->period))
        continue;
      switch ((ChisoRole) figure->role)
        {
        case CHISO_ROLE_LEVEL:
          emit_level (self, f, observations);
          break;
        case CHISO_ROLE_SHARE:
          emit_share (self, figure, observations);
          break;
        case CHISO_ROLE_CHANGE:
          emit_change (self, figure, observations);
          break;
        case CHISO_ROLE_NONE:
        default:
          break;
        }
    }
}

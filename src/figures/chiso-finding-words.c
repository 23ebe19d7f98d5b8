/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of findings. Decides nothing: what cannot be true together is the auditor's to say. */

#include "chiso-finding-words.h"

#include "chiso-figures-private.h"
#include "plot/plot-number.h"

#include <math.h>

/* What a sentence is made from. */
typedef struct
{
  ChisoDraft draft; /* for the language only */
  const ChisoFinding *finding;
  const ChisoIndicator *indicator;
  char *about; /* subject and period */
} Sentence;

static void
sentence_clear (Sentence *self)
{
  g_free (self->about);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sentence, sentence_clear)

static const ChisoRecord *
cited (const Sentence *self, guint i)
{
  return g_ptr_array_index (self->finding->records, i);
}

static char *
number (Sentence *self, double value)
{
  return plot_number_format (value, 2, PLOT_NUMBER_DEFAULT, self->draft.language);
}

static char *
percent (Sentence *self, double value)
{
  g_autofree char *text = number (self, value);
  g_autofree char *unit = plot_number_unit ("%", self->draft.language);

  return g_strconcat (text, unit, NULL);
}

static char *
level (Sentence *self, const ChisoRecord *record)
{
  g_autofree char *text = chiso_text_level (&self->draft, self->indicator,
                                            record->observation->value);

  return chiso_text_qualified (&self->draft, record->observation->qualifier, text);
}

static char *
amount (Sentence *self, double value)
{
  return chiso_text_level (&self->draft, self->indicator, value);
}

/* A change of the cited record's measure, with its sign. */
static char *
change (Sentence *self, double value, ChisoMeasure measure)
{
  const char *language = self->draft.language;
  gboolean ratio = measure == CHISO_MEASURE_RATIO;
  g_autofree char *text = plot_number_format (ratio ? (value - 1) * 100 : value, 2,
                                              PLOT_NUMBER_SIGNED, language);
  g_autofree char *points = chiso_words (CHISO_WORD_POINTS_UNIT, language, NULL);
  g_autofree char *behind = NULL;

  if (ratio)
    behind = plot_number_unit ("%", language);
  else if (g_strcmp0 (self->indicator->unit_en, "%") == 0)
    behind = plot_number_unit (points, language);
  else
    behind = g_strconcat (" ", chiso_indicator_unit (self->indicator, language), NULL);
  return g_strconcat (text, behind, NULL);
}

/* Who says it: the publisher where that tells the two sources apart, else the title. */
static char *
source (const ChisoRecord *record, const ChisoRecord *other)
{
  if (record->publisher != NULL && *record->publisher != '\0' && other->publisher != NULL
      && g_strcmp0 (record->publisher, other->publisher) != 0)
    return g_strdup (record->publisher);
  return g_strdup_printf ("“%s”", record->source_title != NULL ? record->source_title : "");
}

static char *
growth_sentence (Sentence *self)
{
  const ChisoObservation *stated = cited (self, 0)->observation;
  g_autofree char *said = change (self, self->finding->stated, stated->measure);
  g_autofree char *qualified = chiso_text_qualified (&self->draft, stated->qualifier, said);
  g_autofree char *made = change (self, self->finding->expected, stated->measure);
  g_autofree char *base = chiso_text_period (&self->draft, &stated->base);
  g_autofree char *later = level (self, cited (self, 1));
  g_autofree char *earlier = level (self, cited (self, 2));

  return chiso_words (CHISO_WORD_FINDING_GROWTH, self->draft.language, self->about, qualified, base,
                      later, earlier, made, NULL);
}

static char *
fraction_sentence (Sentence *self)
{
  const ChisoRecord *with = cited (self, self->finding->records->len - 1);
  g_autofree char *numerator = number (self, with->observation->numerator);
  g_autofree char *denominator = number (self, with->observation->denominator);
  g_autofree char *made = percent (self, self->finding->expected);
  g_autofree char *said = level (self, cited (self, 0));

  return chiso_words (CHISO_WORD_FINDING_FRACTION, self->draft.language, self->about, numerator,
                      denominator, made, said, NULL);
}

static char *
parts_sentence (Sentence *self)
{
  const ChisoFinding *finding = self->finding;
  g_autofree char *sum = amount (self, finding->expected);
  g_autofree char *total = level (self, cited (self, 0));

  return chiso_words (finding->severity == CHISO_SEVERITY_NOTE ? CHISO_WORD_FINDING_PARTS_LESS
                                                               : CHISO_WORD_FINDING_PARTS_MORE,
                      self->draft.language, self->about, sum, total, NULL);
}

static char *
whole_sentence (Sentence *self)
{
  const ChisoObservation *observation = cited (self, 0)->observation;
  gboolean fraction = self->finding->stated == observation->numerator;
  g_autofree char *said = fraction ? number (self, self->finding->stated)
                                   : level (self, cited (self, 0));
  g_autofree char *whole = number (self, self->finding->expected);

  return chiso_words (fraction ? CHISO_WORD_FINDING_WHOLE_OF : CHISO_WORD_FINDING_WHOLE,
                      self->draft.language, self->about, said, whole, NULL);
}

static char *
fall_sentence (Sentence *self)
{
  const ChisoObservation *earlier = cited (self, 1)->observation;
  g_autofree char *from = level (self, cited (self, 1));
  g_autofree char *when = chiso_text_period (&self->draft, &earlier->period);
  g_autofree char *to = level (self, cited (self, 0));
  g_autofree char *before = number (self, earlier->denominator);
  g_autofree char *now = number (self, cited (self, 0)->observation->denominator);

  return chiso_words (self->finding->severity == CHISO_SEVERITY_NOTE
                          ? CHISO_WORD_FINDING_FALL_MERGED
                          : CHISO_WORD_FINDING_FALL,
                      self->draft.language, self->about, from, when, to, before, now, NULL);
}

static char *
said_by (Sentence *self, const ChisoRecord *record)
{
  const ChisoObservation *observation = record->observation;
  g_autofree char *text = NULL;

  if (observation->measure == CHISO_MEASURE_LEVEL)
    return level (self, record);
  text = change (self, observation->value, observation->measure);
  return chiso_text_qualified (&self->draft, observation->qualifier, text);
}

static char *
conflict_sentence (Sentence *self)
{
  g_autofree char *one = source (cited (self, 0), cited (self, 1));
  g_autofree char *other = source (cited (self, 1), cited (self, 0));
  g_autofree char *said = said_by (self, cited (self, 0));
  g_autofree char *other_said = said_by (self, cited (self, 1));

  return chiso_words (CHISO_WORD_FINDING_CONFLICT, self->draft.language, self->about, one, said,
                      other, other_said, NULL);
}

/* "Số lượt tiếp công dân của Nghệ An, 2023". */
static char *
about (Sentence *self, ChisoGeo *geo)
{
  const ChisoObservation *observation = cited (self, 0)->observation;
  g_autofree char *name = chiso_geo_place_name (geo, observation->boundary, observation->place,
                                                self->draft.language);
  ChisoEntry entry = { .indicator = self->indicator, .place = observation->place, .name = name };
  g_autofree char *subject = chiso_text_subject (&self->draft, &entry);
  g_autofree char *period = chiso_text_period (&self->draft, &observation->period);

  return chiso_words (CHISO_WORD_FINDING_ABOUT, self->draft.language, subject, period, NULL);
}

/* What a person chose goes first in a conflict; else it is what was rejected that decided it. */
static char *
decided_sentence (Sentence *self, const char *found)
{
  const ChisoRecord *record = cited (self, 0);
  g_autofree char *said = NULL;
  g_autofree char *decision = NULL;

  for (guint i = 1;
       i < self->finding->records->len && record->decision.kind != CHISO_DECISION_CHOOSE; i++)
    if (cited (self, i)->decision.kind == CHISO_DECISION_REJECT)
      {
        record = cited (self, i);
        break;
      }
  said = said_by (self, record);
  decision = chiso_decision_to_words (&record->decision, self->draft.language);
  return chiso_words (CHISO_WORD_FINDING_DECIDED, self->draft.language, found, said,
                      decision != NULL ? decision : "", NULL);
}

char *
chiso_finding_to_words (const ChisoFinding *finding, ChisoCatalogue *catalogue, ChisoGeo *geo,
                        const char *language)
{
  static char *(*const sentences[CHISO_N_FINDINGS]) (Sentence *) = {
    [CHISO_FINDING_GROWTH] = growth_sentence, [CHISO_FINDING_FRACTION] = fraction_sentence,
    [CHISO_FINDING_PARTS] = parts_sentence,   [CHISO_FINDING_WHOLE] = whole_sentence,
    [CHISO_FINDING_FALL] = fall_sentence,     [CHISO_FINDING_CONFLICT] = conflict_sentence,
  };
  g_auto (Sentence) self = { .draft = { .language = language }, .finding = finding };
  g_autofree char *found = NULL;

  g_return_val_if_fail (finding != NULL && finding->records->len > 0, NULL);
  g_return_val_if_fail (finding->kind < CHISO_N_FINDINGS, NULL);

  self.indicator = chiso_catalogue_find (catalogue, cited (&self, 0)->observation->indicator);
  g_return_val_if_fail (self.indicator != NULL, NULL);
  self.about = about (&self, geo);
  found = sentences[finding->kind](&self);
  return finding->decided ? decided_sentence (&self, found) : g_steal_pointer (&found);
}

char *
chiso_decision_to_words (const ChisoDecision *decision, const char *language)
{
  static const ChisoWord kinds[] = {
    [CHISO_DECISION_ACCEPT] = CHISO_WORD_ACCEPTED,
    [CHISO_DECISION_REJECT] = CHISO_WORD_REJECTED,
    [CHISO_DECISION_CHOOSE] = CHISO_WORD_CHOSEN,
  };
  static const ChisoWord reasons[CHISO_N_REASONS] = {
    [CHISO_REASON_OTHER_PERIOD] = CHISO_WORD_OTHER_PERIOD,
    [CHISO_REASON_OTHER_DENOMINATOR] = CHISO_WORD_OTHER_DENOMINATOR,
    [CHISO_REASON_OTHER_DEFINITION] = CHISO_WORD_OTHER_DEFINITION,
    [CHISO_REASON_TYPING_ERROR] = CHISO_WORD_TYPING_ERROR,
    [CHISO_REASON_LATER_CORRECTION] = CHISO_WORD_LATER_CORRECTION,
  };
  g_autofree char *kind = NULL;
  g_autofree char *reason = NULL;

  g_return_val_if_fail (decision != NULL && decision->kind < G_N_ELEMENTS (kinds), NULL);
  g_return_val_if_fail (decision->reason < CHISO_N_REASONS, NULL);

  if (decision->kind == CHISO_DECISION_NONE)
    return NULL;
  kind = chiso_words (kinds[decision->kind], language, NULL);
  if (decision->reason == CHISO_REASON_NONE)
    return g_steal_pointer (&kind);
  reason = chiso_words (reasons[decision->reason], language, NULL);
  return chiso_words (CHISO_WORD_DATED, language, kind, reason, NULL);
}

char *
chiso_severity_to_words (ChisoSeverity severity, const char *language)
{
  static const ChisoWord words[] = {
    [CHISO_SEVERITY_NOTE] = CHISO_WORD_FINDING_NOTE,
    [CHISO_SEVERITY_WARNING] = CHISO_WORD_FINDING_WARNING,
    [CHISO_SEVERITY_ERROR] = CHISO_WORD_FINDING_ERROR,
  };

  g_return_val_if_fail (severity < G_N_ELEMENTS (words), NULL);
  return chiso_words (words[severity], language, NULL);
}

char *
chiso_finding_none_words (guint n_figures, const char *language)
{
  g_autofree char *n = plot_number_format (n_figures, 0, PLOT_NUMBER_DEFAULT, language);

  return chiso_words (CHISO_WORD_FINDING_NONE, language, n, NULL);
}

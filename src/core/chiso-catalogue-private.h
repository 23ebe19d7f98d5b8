/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How indicators are worded, for the extractor only. */

#pragma once

#include "chiso-catalogue.h"

G_BEGIN_DECLS

/* As many as the grammar's sets have bits: several times as many as there are, few enough for the phrases, which hold
 * a dozen sets each, to stay in the processor's cache. */
#define CHISO_MAX_INDICATORS 128

/* The word lists of an indicator, in the order of their keys in the catalogue. */
typedef enum
{
  CHISO_WORDS_UNITS,    /* nouns that may follow the number */
  CHISO_WORDS_TOPICS,   /* one of these must govern the figure */
  CHISO_WORDS_SUBJECTS, /* and one of these must be the actor, where the list is given */
  CHISO_WORDS_RIGHT,    /* words that, right behind the unit, decide alone */
  CHISO_WORDS_AVOID,    /* words that, right behind the unit or before the number, rule it out */
  CHISO_WORDS_ALONE,    /* words that stand for unit and topic where the unit is left out */
  CHISO_WORDS_LEFT,     /* topics that count only before the number */
  CHISO_WORDS_BARE,     /* units that say enough where no topic is near */
  CHISO_N_WORD_LISTS
} ChisoWordList;

typedef struct
{
  const char **lists[CHISO_N_WORD_LISTS]; /* NULL-terminated, or NULL */
  const char *share; /* the indicator that a fraction or a percentage beside the count belongs to */
  gboolean share_stated; /* the share needs a stated percentage; x/y alone gives none */
  int reach;    /* how far the topic may be: 0 noun phrase, 1 clause, 2 sentence, 3 paragraph */
  int of;       /* the only denominator allowed (19 criteria), or 0 */
  double scale; /* value of one unit (1e9 for tỷ đồng) */
} ChisoWording;

const ChisoWording *chiso_catalogue_wording (const ChisoCatalogue *self, guint i);

G_END_DECLS

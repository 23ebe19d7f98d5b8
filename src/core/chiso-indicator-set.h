/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of indicators by their index in the catalogue. Plain values; the operations are a few words of
 * bits each. */

#pragma once

#include "chiso-catalogue-private.h"

G_BEGIN_DECLS

#define CHISO_SET_WORDS (CHISO_MAX_INDICATORS / 64)

typedef struct
{
  guint64 bits[CHISO_SET_WORDS];
} ChisoIndicatorSet;

static inline gboolean
chiso_indicator_set_has (const ChisoIndicatorSet *set, guint indicator)
{
  return (set->bits[indicator / 64] >> (indicator % 64) & 1) != 0;
}

static inline void
chiso_indicator_set_add (ChisoIndicatorSet *set, guint indicator)
{
  set->bits[indicator / 64] |= G_GUINT64_CONSTANT (1) << (indicator % 64);
}

static inline void
chiso_indicator_set_remove (ChisoIndicatorSet *set, guint indicator)
{
  set->bits[indicator / 64] &= ~(G_GUINT64_CONSTANT (1) << (indicator % 64));
}

static inline gboolean
chiso_indicator_set_is_empty (const ChisoIndicatorSet *set)
{
  guint64 any = 0;

  for (guint i = 0; i < CHISO_SET_WORDS; i++)
    any |= set->bits[i];
  return any == 0;
}

static inline ChisoIndicatorSet
chiso_indicator_set_or (const ChisoIndicatorSet *a, const ChisoIndicatorSet *b)
{
  ChisoIndicatorSet both;

  for (guint i = 0; i < CHISO_SET_WORDS; i++)
    both.bits[i] = a->bits[i] | b->bits[i];
  return both;
}

static inline ChisoIndicatorSet
chiso_indicator_set_and (const ChisoIndicatorSet *a, const ChisoIndicatorSet *b)
{
  ChisoIndicatorSet both;

  for (guint i = 0; i < CHISO_SET_WORDS; i++)
    both.bits[i] = a->bits[i] & b->bits[i];
  return both;
}

/* Those of a that are not in b. */
static inline ChisoIndicatorSet
chiso_indicator_set_but (const ChisoIndicatorSet *a, const ChisoIndicatorSet *b)
{
  ChisoIndicatorSet rest;

  for (guint i = 0; i < CHISO_SET_WORDS; i++)
    rest.bits[i] = a->bits[i] & ~b->bits[i];
  return rest;
}

/* Takes the least indicator out of the set; FALSE when there is none left. */
static inline gboolean
chiso_indicator_set_take (ChisoIndicatorSet *set, guint *indicator)
{
  for (guint i = 0; i < CHISO_SET_WORDS; i++)
    if (set->bits[i] != 0)
      {
        *indicator = i * 64 + __builtin_ctzll (set->bits[i]);
        set->bits[i] &= set->bits[i] - 1;
        return TRUE;
      }
  return FALSE;
}

G_END_DECLS

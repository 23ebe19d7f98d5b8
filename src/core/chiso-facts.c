/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open-addressing table of observations by the fact that they state. What makes two the same fact is
 * chiso_observation_same_fact()'s to say. */

#include "chiso-facts.h"

#include <string.h>

#define MIN_SLOTS 64

typedef struct
{
  ChisoObservation *observation; /* NULL is empty */
  guint64 hash;
} Slot;

struct _ChisoFacts
{
  Slot *slots;
  guint n_slots; /* a power of two, at least twice as many as facts */
  guint n;
};

ChisoFacts *
chiso_facts_new (void)
{
  ChisoFacts *self = g_new0 (ChisoFacts, 1);

  self->n_slots = MIN_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);
  return self;
}

void
chiso_facts_free (ChisoFacts *self)
{
  g_free (self->slots);
  g_free (self);
}

/* Of the fields that tell facts of one text apart best; equal for equal facts. */
static guint64
hash_of (const ChisoObservation *observation)
{
  /* Zero of either sign is one number. */
  double value = observation->value + 0.0;
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  bits ^= (guint64) observation->period.start.year << 7
          ^ (guint64) (guchar) observation->indicator[0] << 20
          ^ (guint64) (guchar) observation->place[0] << 28
          ^ (guint64) (guchar) observation->place[1] << 36;
  return bits * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
}

/* Where the fact stands, or the empty slot that it is to have. */
static Slot *
find_slot (const ChisoFacts *self, const ChisoObservation *observation, guint64 hash)
{
  for (guint i = hash >> 32 & (self->n_slots - 1);; i = (i + 1) & (self->n_slots - 1))
    {
      Slot *slot = &self->slots[i];

      if (slot->observation == NULL
          || (slot->hash == hash && chiso_observation_same_fact (slot->observation, observation)))
        return slot;
    }
}

static void
grow (ChisoFacts *self)
{
  Slot *old = self->slots;
  guint n_old = self->n_slots;

  self->n_slots = n_old * 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].observation != NULL)
      *find_slot (self, old[i].observation, old[i].hash) = old[i];
  g_free (old);
}

ChisoObservation *
chiso_facts_add (ChisoFacts *self, ChisoObservation *observation)
{
  guint64 hash = hash_of (observation);
  Slot *slot = find_slot (self, observation, hash);

  if (slot->observation != NULL)
    return slot->observation;
  *slot = (Slot){ observation, hash };
  if (++self->n * 2 > self->n_slots)
    grow (self);
  return NULL;
}

guint
chiso_facts_n (const ChisoFacts *self)
{
  return self->n;
}

void
chiso_facts_clear (ChisoFacts *self)
{
  if (self->n > 0)
    memset (self->slots, 0, self->n_slots * sizeof *self->slots);
  self->n = 0;
}

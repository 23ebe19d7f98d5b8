/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts of one text, each stated by one observation. The observations are borrowed. */

#pragma once

#include "chiso-observation.h"

G_BEGIN_DECLS

typedef struct _ChisoFacts ChisoFacts;

ChisoFacts *chiso_facts_new (void);
void chiso_facts_free (ChisoFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoFacts, chiso_facts_free)

/* The observation that stated the same fact before; where there is none, observation is kept for it and
 * NULL returned. Its fields that make the fact must not change while it is here. */
ChisoObservation *chiso_facts_add (ChisoFacts *self, ChisoObservation *observation);
guint chiso_facts_n (const ChisoFacts *self);
/* Forgets all, and keeps the memory for the next text. */
void chiso_facts_clear (ChisoFacts *self);

G_END_DECLS

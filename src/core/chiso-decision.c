/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of decisions and reasons, as files have them. */

#include "chiso-decision.h"

static const char *const kinds[] = { "", "accept", "reject", "choose" };
static const char *const reasons[] = {
  "", "other_period", "other_denominator", "other_definition", "typing_error", "later_correction",
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == CHISO_DECISION_CHOOSE + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == CHISO_N_REASONS);

static gboolean
find (const char *const *names, guint n_names, const char *text, guint *found)
{
  for (*found = 0; *found < n_names; *found += 1)
    if (g_strcmp0 (names[*found], text) == 0)
      return TRUE;

  return FALSE;
}

const char *
chiso_decision_kind_to_string (ChisoDecisionKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "");

  return kinds[kind];
}

gboolean
chiso_decision_kind_from_string (const char *text, ChisoDecisionKind *kind)
{
  guint found;

  if (!find (kinds, G_N_ELEMENTS (kinds), text, &found))
    return FALSE;
  *kind = found;

  return TRUE;
}

const char *
chiso_reason_to_string (ChisoReason reason)
{
  g_return_val_if_fail (reason < G_N_ELEMENTS (reasons), "");

  return reasons[reason];
}

gboolean
chiso_reason_from_string (const char *text, ChisoReason *reason)
{
  guint found;

  if (!find (reasons, G_N_ELEMENTS (reasons), text, &found))
    return FALSE;
  *reason = found;

  return TRUE;
}

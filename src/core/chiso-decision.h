/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person decided about a figure, and why; plain values that go with the figure's record. Says
 * nothing of where decisions are kept. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CHISO_DECISION_NONE,
  CHISO_DECISION_ACCEPT, /* it is as the report says */
  CHISO_DECISION_REJECT, /* statistics pass it over */
  CHISO_DECISION_CHOOSE, /* goes before what other sources say of the place, indicator and period */
} ChisoDecisionKind;

/* Why one of two figures was chosen, or one passed over. */
typedef enum
{
  CHISO_REASON_NONE,
  CHISO_REASON_OTHER_PERIOD,
  CHISO_REASON_OTHER_DENOMINATOR,
  CHISO_REASON_OTHER_DEFINITION,
  CHISO_REASON_TYPING_ERROR,
  CHISO_REASON_LATER_CORRECTION,
} ChisoReason;
#define CHISO_N_REASONS (CHISO_REASON_LATER_CORRECTION + 1)

typedef struct
{
  gint64 id; /* of the decision; a later one is greater. 0: nothing was decided */
  ChisoDecisionKind kind;
  ChisoReason reason;
} ChisoDecision;

/* As the library has them: "accept", "other_period"; none is "". */
const char *chiso_decision_kind_to_string (ChisoDecisionKind kind);
gboolean chiso_decision_kind_from_string (const char *text, ChisoDecisionKind *kind);
const char *chiso_reason_to_string (ChisoReason reason);
gboolean chiso_reason_from_string (const char *text, ChisoReason *reason);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chiso-match.h"

G_BEGIN_DECLS

/* One line of a list; group is the heading that it stands under, detail a dim remark, also what else
 * a person may type for it: names separated by newlines. */
typedef struct
{
  char *key;
  char *label;
  char *detail;
  char *group;
  char *also;
} ChisoChoice;

/* All but key and label may be NULL. */
ChisoChoice *chiso_choice_new (const char *key, const char *label, const char *detail,
                               const char *group);
void chiso_choice_free (ChisoChoice *choice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoChoice, chiso_choice_free)

/* How well it is what is searched for; needle as in chiso_match(). */
ChisoMatch chiso_choice_match (const ChisoChoice *choice, const char *needle);

G_END_DECLS

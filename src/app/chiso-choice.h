/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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

/* How well a choice is what is searched for, the best first. */
typedef enum
{
  CHISO_MATCH_NAME,   /* it is its name, or nothing is searched for */
  CHISO_MATCH_BEGINS, /* its name begins so */
  CHISO_MATCH_WORD,   /* a word of its name does */
  CHISO_MATCH_ALSO, /* something else that it is known by: Quảng Bình became part of Quảng Trị */
  CHISO_MATCH_NOT,
} ChisoMatch;

/* All but key and label may be NULL. */
ChisoChoice *chiso_choice_new (const char *key, const char *label, const char *detail,
                               const char *group);
void chiso_choice_free (ChisoChoice *choice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoChoice, chiso_choice_free)

/* needle: as chiso_fold_search() gives it, or NULL. */
ChisoMatch chiso_choice_match (const ChisoChoice *choice, const char *needle);

G_END_DECLS

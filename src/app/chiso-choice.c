/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of many to choose from, and how well it is what a person types. Knows no widget. */

#include "chiso-choice.h"

#include "core/chiso-geo.h"

#include <string.h>

ChisoChoice *
chiso_choice_new (const char *key, const char *label, const char *detail, const char *group)
{
  ChisoChoice *choice = g_new0 (ChisoChoice, 1);

  choice->key = g_strdup (key);
  choice->label = g_strdup (label);
  choice->detail = g_strdup (detail);
  choice->group = g_strdup (group);
  return choice;
}

void
chiso_choice_free (ChisoChoice *choice)
{
  if (choice == NULL)
    return;
  g_free (choice->key);
  g_free (choice->label);
  g_free (choice->detail);
  g_free (choice->group);
  g_free (choice->also);
  g_free (choice);
}

/* Where the needle begins a word of text: "an" finds An Giang and Nghệ An, and not Quảng Nam. */
static gboolean
begins_word (const char *text, const char *needle)
{
  g_autofree char *folded = chiso_fold_search (text);

  for (const char *at = strstr (folded, needle); at != NULL; at = strstr (at + 1, needle))
    if (at == folded || !g_ascii_isalnum (at[-1]))
      return TRUE;
  return FALSE;
}

ChisoMatch
chiso_choice_match (const ChisoChoice *choice, const char *needle)
{
  g_autofree char *name = NULL;

  if (needle == NULL || *needle == '\0')
    return CHISO_MATCH_NAME;
  name = chiso_fold_search (choice->label);
  if (g_str_equal (name, needle))
    return CHISO_MATCH_NAME;
  if (g_str_has_prefix (name, needle))
    return CHISO_MATCH_BEGINS;
  if (begins_word (choice->label, needle))
    return CHISO_MATCH_WORD;
  return choice->also != NULL && begins_word (choice->also, needle) ? CHISO_MATCH_ALSO
                                                                    : CHISO_MATCH_NOT;
}

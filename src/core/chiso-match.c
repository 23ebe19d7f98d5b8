/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares names with what is typed. Knows no place and no indicator. */

#include "chiso-match.h"

#include "chiso-fold.h"

#include <string.h>

/* Where the needle begins a word of text: "an" finds An Giang and Nghệ An, and not Quảng Nam. */
static gboolean
begins_word (const char *folded, const char *needle)
{
  for (const char *at = strstr (folded, needle); at != NULL; at = strstr (at + 1, needle))
    if (at == folded || !g_ascii_isalnum (at[-1]))
      return TRUE;
  return FALSE;
}

static ChisoMatch
match_also (const char *also, const char *needle)
{
  g_auto (GStrv) names = g_strsplit (also != NULL ? also : "", "\n", -1);
  ChisoMatch best = CHISO_MATCH_NOT;

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *folded = chiso_fold_search (*name);

      if (g_str_equal (folded, needle))
        return CHISO_MATCH_KNOWN;
      if (begins_word (folded, needle))
        best = CHISO_MATCH_ALSO;
    }
  return best;
}

ChisoMatch
chiso_match (const char *name, const char *also, const char *needle)
{
  g_autofree char *folded = NULL;
  ChisoMatch match;

  g_return_val_if_fail (name != NULL, CHISO_MATCH_NOT);

  if (needle == NULL || *needle == '\0')
    return CHISO_MATCH_NAME;
  folded = chiso_fold_search (name);
  if (g_str_equal (folded, needle))
    return CHISO_MATCH_NAME;
  match = match_also (also, needle);
  if (match == CHISO_MATCH_KNOWN)
    return match;
  if (g_str_has_prefix (folded, needle))
    return CHISO_MATCH_BEGINS;
  return begins_word (folded, needle) ? CHISO_MATCH_WORD : match;
}

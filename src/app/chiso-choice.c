/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of many to choose from. Knows no widget. */

#include "chiso-choice.h"

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

ChisoMatch
chiso_choice_match (const ChisoChoice *choice, const char *needle)
{
  return chiso_match (choice->label, choice->also, needle);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both readers of a page ask of its elements. Decides nothing. */

#include "chiso-html.h"

#include <string.h>

gboolean
chiso_html_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

char *
chiso_html_attribute (const xmlNode *node, const char *name)
{
  return (char *) xmlGetNoNsProp (node, (const xmlChar *) name);
}

xmlNode *
chiso_html_next (xmlNode *node, const xmlNode *root, gboolean deep)
{
  if (deep && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

static gboolean
has_word (const char *value, const char *word)
{
  gsize length = strlen (word);
  gboolean open = word[length - 1] == '-';

  for (const char *p = value; (p = strstr (p, word)) != NULL; p++)
    if ((p == value || !g_ascii_isalnum (p[-1])) && (open || !g_ascii_isalnum (p[length])))
      return TRUE;
  return FALSE;
}

gboolean
chiso_html_is_classed (const xmlNode *node, const char *const *words)
{
  static const char *const attributes[] = { "class", "id", "role" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      char *value = chiso_html_attribute (node, attributes[i]);
      g_autofree char *lower = value != NULL ? g_ascii_strdown (value, -1) : NULL;

      xmlFree (value);
      for (const char *const *word = words; lower != NULL && *word != NULL; word++)
        if (has_word (g_strdelimit (lower, "_", '-'), *word))
          return TRUE;
    }
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of all phrases, numbered, by their folded form. It does not read texts. */

#include "chiso-fold.h"
#include "chiso-lexer.h"

#include <string.h>

struct _ChisoVocabulary
{
  GHashTable *numbers; /* folded word -> number */
  guint16 next;
};

ChisoVocabulary *
chiso_vocabulary_new (void)
{
  static const char *const words[] = {
    NULL,
#define W(name, text) text,
#include "chiso-words.def"
#undef W
  };
  ChisoVocabulary *self = g_new0 (ChisoVocabulary, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->next = 1;
  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    {
      guint16 number = chiso_vocabulary_add (self, words[i], strlen (words[i]));

      /* Each listed word must be new, or the constants would be off by one. */
      g_assert (number == i);
    }
  return self;
}

void
chiso_vocabulary_free (ChisoVocabulary *self)
{
  g_hash_table_unref (self->numbers);
  g_free (self);
}

guint16
chiso_vocabulary_add (ChisoVocabulary *self, const char *word, gsize length)
{
  g_autoptr (GString) key = g_string_sized_new (32);
  gpointer found;

  chiso_fold_word (word, length, key);
  found = g_hash_table_lookup (self->numbers, key->str);
  if (found != NULL)
    return GPOINTER_TO_UINT (found);
  g_assert (self->next < G_MAXUINT16);
  g_hash_table_insert (self->numbers, g_strdup (key->str), GUINT_TO_POINTER ((guint) self->next));
  return self->next++;
}

guint16
chiso_vocabulary_find (const ChisoVocabulary *self, const char *word, gsize length)
{
  g_autoptr (GString) key = g_string_sized_new (32);

  chiso_fold_word (word, length, key);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key->str));
}

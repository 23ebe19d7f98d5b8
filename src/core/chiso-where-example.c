/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Examples: a smaller place in which a sentence counts what was counted for the larger one before, and which the next
 * sentence leaves behind. Which place is in force otherwise is chiso-where.c's to say. */

#include "chiso-where-private.h"

#include <string.h>

/* "dialogue_sessions" and "dialogue_opinions" are told of the same. */
static gboolean
is_akin (const ChisoWhere *walk, const ChisoFigure *a, const ChisoFigure *b)
{
  const ChisoCatalogue *catalogue = walk->reading->grammar->catalogue;
  const char *first, *second;
  gsize length;

  if (a->indicator < 0 || b->indicator < 0)
    return FALSE;
  first = chiso_catalogue_indicator (catalogue, a->indicator)->id;
  second = chiso_catalogue_indicator (catalogue, b->indicator)->id;
  length = strcspn (first, "_");
  return strncmp (first, second, length) == 0 && second[length] == first[length];
}

/* "Toàn tỉnh đối thoại 214 cuộc. Huyện Tuy Phước 31 cuộc.", "Trong đó, huyện Tuy Phước …": sentence s, whose figures
 * begin with first, counts in a part of wider what was counted there, or says so. */
gboolean
chiso_where_singles_out (ChisoWhere *walk, guint s, guint first, const ChisoScope *wider)
{
  ChisoReading *self = walk->reading;
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);
  guint16 lead = chiso_where_word (walk, sentence->first);
  const char *key = chiso_scope_key (walk, wider);

  if (lead == CHISO_W_RIENG
      || chiso_mentions_is (self->mentions, sentence->first, CHISO_CLASS_PART))
    return TRUE;
  for (guint f = first; chiso_where_next_figure (self, f) < sentence->last; f++)
    {
      const ChisoFigure *figure = chiso_reading_figure (self, f);
      gboolean told = figure->indicator < 0 || figure->role != CHISO_ROLE_LEVEL;

      for (guint b = first; b > 0 && !told; b--)
        {
          const ChisoFigure *before = chiso_reading_figure (self, b - 1);

          if (chiso_reading_sentence (self, before->sentence)->block != sentence->block)
            return FALSE;
          told = (before->indicator == figure->indicator || is_akin (walk, before, figure))
                 && g_strcmp0 (before->place, key) == 0;
        }
      if (!told)
        return FALSE;
    }
  return TRUE;
}

/* What sentence s, whose figures begin with f, counts first has nothing to do with what the example before counted:
 * it goes on with the whole. */
void
chiso_where_leave_example (ChisoWhere *walk, guint s, guint f)
{
  ChisoReading *self = walk->reading;
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);

  if (!walk->example || chiso_where_next_figure (self, f) >= sentence->last)
    return;
  walk->example = FALSE;
  while (chiso_where_next_figure (self, f) < sentence->last
         && chiso_reading_figure (self, f)->indicator < 0)
    f++;
  if (chiso_where_next_figure (self, f) >= sentence->last)
    return;
  for (guint e = walk->example_f; e < f; e++)
    if (is_akin (walk, chiso_reading_figure (self, f), chiso_reading_figure (self, e)))
      return;
  walk->now = walk->wider;
}

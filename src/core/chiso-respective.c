/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "lần lượt là 20 xã và 81 xã": figures told in the order of places that were told before. Runs after
 * places and periods are known, and corrects both. */

#include "chiso-reading.h"

#include <string.h>

#define MAX_LISTED 6
#define MAX_LOOK_BACK 40

/* The figures [f, end) that one "lần lượt" governs: levels, listed, all of one indicator. */
static guint
list_end (const ChisoReading *self, guint f)
{
  const ChisoFigure *first = chiso_reading_figure (self, f);
  guint end = f + 1;

  while (end < self->figures->len && end - f < MAX_LISTED)
    {
      const ChisoFigure *last = chiso_reading_figure (self, end - 1);
      const ChisoFigure *next = chiso_reading_figure (self, end);

      if (next->sentence != first->sentence || next->indicator != first->indicator
          || next->role != CHISO_ROLE_LEVEL || next->item > last->unit_item + 3)
        break;
      end++;
    }
  return end;
}

static gboolean
is_governed (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  for (guint back = 1; back <= 3 && figure->item >= first + back; back++)
    if (chiso_mentions_is (self->mentions, figure->item - back, CHISO_CLASS_RESPECTIVELY))
      return TRUE;
  return FALSE;
}

/* The last n figures before f, in the same paragraph, of n different places; FALSE if there are none. */
static gboolean
find_places (const ChisoReading *self, guint f, guint n, guint *found)
{
  guint block = chiso_reading_sentence (self, chiso_reading_figure (self, f)->sentence)->block;
  guint left = n;

  for (guint b = f; b > 0 && left > 0 && f - b < MAX_LOOK_BACK; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);
      gboolean known = FALSE;

      if (chiso_reading_sentence (self, before->sentence)->block != block)
        return FALSE;
      if (before->indicator < 0 || before->place == NULL || before->role != CHISO_ROLE_LEVEL)
        continue;
      for (guint i = left; i < n; i++)
        known |= strcmp (chiso_reading_figure (self, found[i])->place, before->place) == 0;
      if (!known)
        found[--left] = b - 1;
    }
  return left == 0;
}

guint
chiso_respective_end (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);

  return figure->indicator >= 0 && figure->role == CHISO_ROLE_LEVEL && is_governed (self, f)
             ? list_end (self, f)
             : f;
}

void
chiso_reading_respective (ChisoReading *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      guint found[MAX_LISTED], end = chiso_respective_end (self, f);

      if (end < f + 2 || chiso_reading_figure (self, f)->place_listed
          || !find_places (self, f, end - f, found))
        continue;
      for (guint i = f; i < end; i++)
        {
          ChisoFigure *figure = chiso_reading_figure (self, i);
          const ChisoFigure *like = chiso_reading_figure (self, found[i - f]);

          g_free (figure->place);
          figure->place = g_strdup (like->place);
          figure->boundary = like->boundary;
          figure->period = like->period;
        }
      f = end - 1;
    }
}

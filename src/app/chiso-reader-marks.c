/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Byte spans to character spans. Knows no widgets. */

#include "chiso-reader-marks.h"

/* A place in a mark that holds bytes and is to hold characters. */
typedef guint *Boundary;

static int
compare_boundaries (gconstpointer a, gconstpointer b)
{
  guint left = **(const Boundary *) a, right = **(const Boundary *) b;

  return left < right ? -1 : left > right;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const ChisoReaderMark *left = a, *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->figure != right->figure)
    return left->figure < right->figure ? -1 : 1;
  return left->record < right->record ? -1 : left->record > right->record;
}

static void
add_record (GArray *marks, const ChisoObservation *observation, guint record)
{
  ChisoReaderMark mark = {
    .record = record,
    .start = observation->evidence.start,
    .end = observation->evidence.end,
    .figure = observation->figure.start,
    .to = observation->figure.end,
    .sentence = observation->sentence.start,
    .until = observation->sentence.end,
  };

  g_array_append_val (marks, mark);
  for (guint i = 0; observation->repeats != NULL && i < observation->repeats->len; i++)
    {
      ChisoSpan span = g_array_index (observation->repeats, ChisoSpan, i);
      ChisoReaderMark repeat = { .record = record, .repeat = TRUE };

      repeat.start = repeat.figure = repeat.to = repeat.sentence = repeat.until = span.start;
      repeat.end = span.end;
      g_array_append_val (marks, repeat);
    }
}

/* One walk over the text, with the boundaries in its order. */
static void
count_characters (const char *text, gsize length, GPtrArray *boundaries)
{
  guint characters = 0;
  gsize byte = 0;

  for (guint i = 0; i < boundaries->len; i++)
    {
      Boundary boundary = boundaries->pdata[i];
      gsize wanted = MIN (*boundary, length);

      for (; byte < wanted; byte++)
        characters += ((guchar) text[byte] & 0xC0) != 0x80;
      /* A byte that continues a character: that one is counted already, and stays outside. */
      *boundary = wanted < length && ((guchar) text[wanted] & 0xC0) == 0x80 && characters > 0
                      ? characters - 1
                      : characters;
    }
}

GArray *
chiso_reader_marks_new (const char *text, gsize length, GPtrArray *records)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (ChisoReaderMark));
  g_autoptr (GPtrArray) boundaries = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    add_record (marks, ((ChisoRecord *) records->pdata[i])->observation, i);
  for (guint i = 0; i < marks->len; i++)
    {
      ChisoReaderMark *mark = &g_array_index (marks, ChisoReaderMark, i);
      Boundary all[] = { &mark->start, &mark->end,      &mark->figure,
                         &mark->to,    &mark->sentence, &mark->until };

      for (guint b = 0; b < G_N_ELEMENTS (all); b++)
        g_ptr_array_add (boundaries, all[b]);
    }
  g_ptr_array_sort (boundaries, compare_boundaries);
  count_characters (text, length, boundaries);
  g_array_sort (marks, compare_marks);
  return marks;
}

int
chiso_reader_marks_at (const GArray *marks, guint character)
{
  int best = -1;
  guint best_length = G_MAXUINT;

  for (guint i = 0; i < marks->len; i++)
    {
      const ChisoReaderMark *mark = &g_array_index (marks, ChisoReaderMark, i);

      if (mark->start > character)
        break;
      if (character < mark->end && mark->end - mark->start < best_length)
        {
          best = i;
          best_length = mark->end - mark->start;
        }
    }
  return best;
}

int
chiso_reader_marks_of (const GArray *marks, guint record)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const ChisoReaderMark *mark = &g_array_index (marks, ChisoReaderMark, i);

      if (mark->record == record && !mark->repeat)
        return i;
    }
  return -1;
}

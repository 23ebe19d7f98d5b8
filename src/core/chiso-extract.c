/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipeline as a whole. */

#include "chiso-extract.h"

#include "chiso-listed.h"
#include "chiso-reading.h"

struct _ChisoExtractor
{
  gatomicrefcount refs;
  ChisoGrammar *grammar;
  ChisoIndicatorSet percent_units, money_units;
  GMutex lock;
  GPtrArray *idle; /* ChisoReading*, with their memory, for the next text of any thread */
};

/* A reading whose arrays grew beyond this many bytes of text is not kept for the next one. */
#define MAX_KEPT_TEXT (1u << 20)

/* Room for what a report of a few pages says. */
#define USUAL_OBSERVATIONS 64

static ChisoIndicatorSet
units_of (const ChisoGrammar *grammar, const char *unit)
{
  ChisoIndicatorSet none = { { 0 } };
  guint number = chiso_trie_find (grammar->words, grammar->vocabulary, unit);

  return number != 0 ? chiso_grammar_phrase (grammar, number)->lists[CHISO_WORDS_UNITS] : none;
}

static void
free_reading (gpointer data)
{
  ChisoReading *reading = data;

  g_array_unref (reading->figures);
  chiso_facts_free (reading->facts);
  g_string_chunk_free (reading->keys);
  g_array_unref (reading->sentences);
  chiso_mentions_free (reading->mentions);
  g_free (reading);
}

static ChisoReading *
take_reading (ChisoExtractor *self)
{
  ChisoReading *reading = NULL;

  g_mutex_lock (&self->lock);
  if (self->idle->len > 0)
    reading = g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  g_mutex_unlock (&self->lock);
  if (reading != NULL)
    return reading;
  reading = g_new0 (ChisoReading, 1);
  reading->grammar = self->grammar;
  reading->percent_units = self->percent_units;
  reading->money_units = self->money_units;
  reading->mentions = chiso_mentions_new (self->grammar);
  reading->sentences = g_array_new (FALSE, FALSE, sizeof (ChisoSentence));
  reading->figures = g_array_new (FALSE, FALSE, sizeof (ChisoFigure));
  reading->facts = chiso_facts_new ();
  reading->keys = g_string_chunk_new (4096);
  return reading;
}

static void
give_back (ChisoExtractor *self, ChisoReading *reading)
{
  if (reading->mentions->length > MAX_KEPT_TEXT)
    {
      free_reading (reading);
      return;
    }
  chiso_facts_clear (reading->facts);
  g_string_chunk_clear (reading->keys);
  g_array_set_size (reading->figures, 0);
  g_array_set_size (reading->sentences, 0);
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->idle, reading);
  g_mutex_unlock (&self->lock);
}

ChisoExtractor *
chiso_extractor_new (ChisoCatalogue *catalogue, ChisoGeo *geo)
{
  ChisoExtractor *self = g_new0 (ChisoExtractor, 1);

  g_atomic_ref_count_init (&self->refs);
  self->grammar = chiso_grammar_new (catalogue, geo);
  g_mutex_init (&self->lock);
  self->idle = g_ptr_array_new_with_free_func (free_reading);
  self->percent_units = units_of (self->grammar, "%");
  self->money_units = units_of (self->grammar, "đồng");
  return self;
}

ChisoExtractor *
chiso_extractor_ref (ChisoExtractor *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
chiso_extractor_unref (ChisoExtractor *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->idle);
  g_mutex_clear (&self->lock);
  chiso_grammar_free (self->grammar);
  g_free (self);
}

ChisoCatalogue *
chiso_extractor_catalogue (ChisoExtractor *self)
{
  return self->grammar->catalogue;
}

ChisoGeo *
chiso_extractor_geo (ChisoExtractor *self)
{
  return self->grammar->geo;
}

void
chiso_extraction_free (ChisoExtraction *extraction)
{
  if (extraction == NULL)
    return;
  g_clear_pointer (&extraction->observations, g_ptr_array_unref);
  g_free (extraction->title);
  g_free (extraction->publisher);
  g_free (extraction->place);
  g_free (extraction);
}

ChisoExtraction *
chiso_extract (ChisoExtractor *self, const char *text, gsize length, const ChisoDate *published)
{
  ChisoExtraction *extraction;
  ChisoReading *reading;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  extraction = g_new0 (ChisoExtraction, 1);
  extraction->observations = g_ptr_array_new_full (USUAL_OBSERVATIONS,
                                                   (GDestroyNotify) chiso_observation_free);
  reading = take_reading (self);
  chiso_mentions_read (reading->mentions, text, length);
  chiso_reading_learn (reading);
  chiso_reading_segment (reading);
  chiso_reading_head (reading, published);
  chiso_reading_rows (reading, extraction->observations);
  chiso_reading_figures (reading);
  chiso_reading_topics (reading);
  chiso_reading_changes (reading);
  chiso_reading_where (reading);
  chiso_reading_when (reading);
  chiso_reading_respective (reading);
  chiso_series_settle (reading);
  chiso_reading_filter (reading);
  chiso_reading_emit (reading, extraction->observations);
  chiso_listed_find (extraction->observations, text, reading->mentions->tokens);
  extraction->title = chiso_reading_title (reading);
  extraction->publisher = chiso_reading_publisher (reading);
  extraction->published = reading->published;
  extraction->place = g_strdup (reading->province);
  extraction->boundary = reading->boundary;
  give_back (self, reading);
  return extraction;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles the catalogue, the grammar's phrases and the names of places. */

#include "chiso-grammar.h"

#include "chiso-mentions.h"

#include <string.h>

static ChisoPhrase *
add_phrase (ChisoGrammar *self, ChisoTrie *trie, GArray *table, const char *text)
{
  guint number = chiso_trie_add (trie, self->vocabulary, text);

  if (number == 0)
    return NULL;
  if (trie == self->words && self->texts->len <= number)
    {
      g_ptr_array_set_size (self->texts, number + 1);
      self->texts->pdata[number] = g_strdup (text);
    }
  while (table->len <= number)
    {
      ChisoPhrase empty = { .false_friend = -1, .alias_63 = -1, .alias_34 = -1, .district = -1 };

      g_array_append_val (table, empty);
    }
  return &g_array_index (table, ChisoPhrase, number);
}

static void
add_class (ChisoGrammar *self, ChisoClass class_, const char *list)
{
  g_auto (GStrv) texts = g_strsplit (list, ";", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      ChisoPhrase *phrase = add_phrase (self, self->words, self->phrases, texts[i]);

      if (phrase != NULL)
        phrase->classes |= CHISO_CLASS_BIT (class_);
    }
}

/* Every head alone, and with every tail behind it. */
static void
add_compounds (ChisoGrammar *self, ChisoClass class_, const char *heads, const char *tails)
{
  g_auto (GStrv) head = g_strsplit (heads, ";", -1);
  g_auto (GStrv) tail = g_strsplit (tails, ";", -1);

  add_class (self, class_, heads);
  for (guint h = 0; head[h] != NULL; h++)
    for (guint i = 0; tail[i] != NULL; i++)
      {
        g_autofree char *text = g_strdup_printf ("%s %s", head[h], tail[i]);

        add_class (self, class_, text);
      }
}

static void
add_classes (ChisoGrammar *self)
{
  static const struct
  {
    ChisoClass class_;
    const char *list;
  } classes[] = {
#define P(name, list) { CHISO_CLASS_##name, list },
#define C(name, heads, tails)
#include "chiso-phrases.def"
#undef C
#undef P
  };
  static const struct
  {
    ChisoClass class_;
    const char *heads, *tails;
  } compounds[] = {
#define P(name, list)
#define C(name, heads, tails) { CHISO_CLASS_##name, heads, tails },
#include "chiso-phrases.def"
#undef C
#undef P
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    add_class (self, classes[i].class_, classes[i].list);
  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    add_compounds (self, compounds[i].class_, compounds[i].heads, compounds[i].tails);
}

static void
add_wordings (ChisoGrammar *self)
{
  for (guint i = 0; i < self->n_indicators; i++)
    {
      const ChisoWording *wording = chiso_catalogue_wording (self->catalogue, i);

      for (guint list = 0; list < CHISO_N_WORD_LISTS; list++)
        for (guint k = 0; wording->lists[list] != NULL && wording->lists[list][k] != NULL; k++)
          {
            ChisoPhrase *phrase = add_phrase (self, self->words, self->phrases,
                                              wording->lists[list][k]);

            if (phrase != NULL)
              chiso_indicator_set_add (&phrase->lists[list], i);
          }
    }
}

/* Whether needle stands in text as whole words. */
static gboolean
holds_words (const char *text, const char *needle)
{
  gsize length = strlen (needle);

  for (const char *at = strstr (text, needle); at != NULL; at = strstr (at + 1, needle))
    if ((at == text || at[-1] == ' ')
        && (at[length] == '\0' || at[length] == ' ' || at[length] == ','))
      return TRUE;
  return FALSE;
}

static const char **
words_of (const ChisoGrammar *self, guint k, ChisoWordList list)
{
  static const char *none[] = { NULL };
  const char **words = chiso_catalogue_wording (self->catalogue, k)->lists[list];

  return words != NULL ? words : none;
}

/* What follows from the lists: units that name their topic ("đoàn giám sát"), and longer phrases that
 * hold the words by which an indicator is ruled out ("hộ cận nghèo"). */
static void
derive_lists (ChisoGrammar *self)
{
  for (guint k = 0; k < self->n_indicators; k++)
    {
      const char **units = words_of (self, k, CHISO_WORDS_UNITS);
      const char **topics = words_of (self, k, CHISO_WORDS_TOPICS);
      const char **avoids = words_of (self, k, CHISO_WORDS_AVOID);

      for (guint u = 0; units[u] != NULL; u++)
        for (guint t = 0; topics[t] != NULL; t++)
          if (holds_words (units[u], topics[t]))
            chiso_indicator_set_add (
                &add_phrase (self, self->words, self->phrases, units[u])->named, k);
      for (guint a = 0; avoids[a] != NULL; a++)
        for (guint p = 1; strchr (avoids[a], ' ') != NULL && p < self->texts->len; p++)
          if (strcmp (self->texts->pdata[p], avoids[a]) != 0
              && holds_words (self->texts->pdata[p], avoids[a]))
            chiso_indicator_set_add (&g_array_index (self->phrases, ChisoPhrase, p).other, k);
    }
}

/* Adds the phrase that head and tail make where head ends as tail begins, with what tail means: "đã đạt" and
 * "đạt chuẩn" stand as "đã đạt chuẩn", of which else only the first would be seen. */
static void
join_phrases (ChisoGrammar *self, guint head, guint tail)
{
  const char *first = self->texts->pdata[head], *last = self->texts->pdata[tail];
  const char *shared = strrchr (first, ' ');
  g_autofree char *joined = NULL;
  ChisoPhrase *phrase, meaning;
  guint known = self->phrases->len;

  if (shared == NULL || !g_str_has_prefix (last, shared + 1) || last[strlen (shared + 1)] != ' ')
    return;
  joined = g_strdup_printf ("%s%s", first, last + strlen (shared + 1));
  phrase = add_phrase (self, self->words, self->phrases, joined);
  if (phrase == NULL || self->phrases->len == known)
    return;
  meaning = *chiso_grammar_phrase (self, tail);
  meaning.classes |= chiso_grammar_phrase (self, head)->classes;
  *phrase = meaning;
}

static void
join_achieved (ChisoGrammar *self)
{
  guint n = self->phrases->len;

  for (guint head = 1; head < n; head++)
    if (chiso_phrase_is (chiso_grammar_phrase (self, head), CHISO_CLASS_ACHIEVED))
      for (guint tail = 1; tail < n; tail++)
        if (!chiso_indicator_set_is_empty (
                &chiso_grammar_phrase (self, tail)->lists[CHISO_WORDS_TOPICS]))
          join_phrases (self, head, tail);
}

/* Whether indicators a and k are spoken of together. */
static gboolean
are_related (const ChisoGrammar *self, guint a, guint k)
{
  return g_strcmp0 (chiso_catalogue_indicator (self->catalogue, a)->group,
                    chiso_catalogue_indicator (self->catalogue, k)->group)
         == 0;
}

/* Of words that read as one phrase only the whole is seen: a unit of one indicator that holds the topic of
 * another of its group names that topic, where a subject tells the two apart ("cuộc tiếp công dân" of
 * leaders). */
static void
share_topics (ChisoGrammar *self)
{
  for (guint a = 0; a < self->n_indicators; a++)
    {
      const char **units = words_of (self, a, CHISO_WORDS_UNITS);

      for (guint u = 0; units[u] != NULL; u++)
        {
          ChisoPhrase *phrase = add_phrase (self, self->words, self->phrases, units[u]);

          for (guint k = 0; k < self->n_indicators; k++)
            {
              const char **topics = words_of (self, k, CHISO_WORDS_TOPICS);

              if (k == a || words_of (self, k, CHISO_WORDS_SUBJECTS)[0] == NULL
                  || !are_related (self, a, k)
                  || chiso_indicator_set_has (&phrase->lists[CHISO_WORDS_AVOID], k))
                continue;
              for (guint t = 0; topics[t] != NULL; t++)
                if (strchr (topics[t], ' ') != NULL && holds_words (units[u], topics[t]))
                  chiso_indicator_set_add (&phrase->lists[CHISO_WORDS_TOPICS], k);
            }
        }
    }
}

static void
sort_by_reach (ChisoGrammar *self)
{
  for (guint k = 0; k < self->n_indicators; k++)
    {
      const ChisoWording *wording = chiso_catalogue_wording (self->catalogue, k);

      for (int reach = 0; reach < (int) G_N_ELEMENTS (self->reaching); reach++)
        if (wording->reach >= reach)
          chiso_indicator_set_add (&self->reaching[reach], k);
      if (wording->lists[CHISO_WORDS_SUBJECTS] != NULL)
        chiso_indicator_set_add (&self->with_subjects, k);
      if (wording->of > 0)
        chiso_indicator_set_add (&self->with_whole, k);
    }
}

/* Marks the phrases that say anything about an indicator, so that all others can be passed over. */
static void
mark_wordings (ChisoGrammar *self)
{
  static const ChisoWordList leftward[] = { CHISO_WORDS_TOPICS, CHISO_WORDS_LEFT,
                                            CHISO_WORDS_SUBJECTS, CHISO_WORDS_AVOID };
  static const ChisoWordList rightward[] = { CHISO_WORDS_TOPICS, CHISO_WORDS_RIGHT,
                                             CHISO_WORDS_AVOID };

  for (guint p = 1; p < self->phrases->len; p++)
    {
      ChisoPhrase *phrase = &g_array_index (self->phrases, ChisoPhrase, p);
      ChisoIndicatorSet any = chiso_indicator_set_or (&phrase->named, &phrase->other);

      for (guint list = 0; list < CHISO_N_WORD_LISTS; list++)
        any = chiso_indicator_set_or (&any, &phrase->lists[list]);
      if (!chiso_indicator_set_is_empty (&any))
        phrase->classes |= CHISO_CLASS_BIT (CHISO_CLASS_WORDING);
      if (!chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_UNITS]))
        phrase->classes |= CHISO_CLASS_BIT (CHISO_CLASS_UNIT);
      phrase->leftward = chiso_indicator_set_or (&phrase->other, &phrase->named);
      for (guint i = 0; i < G_N_ELEMENTS (leftward); i++)
        phrase->leftward = chiso_indicator_set_or (&phrase->leftward, &phrase->lists[leftward[i]]);
      phrase->rightward = phrase->other;
      for (guint i = 0; i < G_N_ELEMENTS (rightward); i++)
        phrase->rightward = chiso_indicator_set_or (&phrase->rightward,
                                                    &phrase->lists[rightward[i]]);
    }
}

static void
find_companions (ChisoGrammar *self)
{
  self->companions = g_new0 (ChisoIndicatorSet, self->n_indicators);
  for (guint p = 1; p < self->phrases->len; p++)
    {
      const ChisoIndicatorSet *topics = &chiso_grammar_phrase (self, p)->lists[CHISO_WORDS_TOPICS];

      for (guint k = 0; k < self->n_indicators; k++)
        if (chiso_indicator_set_has (topics, k))
          self->companions[k] = chiso_indicator_set_or (&self->companions[k], topics);
    }
}

static void
find_shares (ChisoGrammar *self)
{
  self->shares = g_new (gint16, self->n_indicators);
  for (guint k = 0; k < self->n_indicators; k++)
    {
      const char *share = chiso_catalogue_wording (self->catalogue, k)->share;

      self->shares[k] = -1;
      for (guint i = 0; share != NULL && self->shares[k] < 0 && i < self->n_indicators; i++)
        if (g_str_equal (chiso_catalogue_indicator (self->catalogue, i)->id, share))
          self->shares[k] = (gint16) i;
    }
}

static void
add_places (ChisoGrammar *self)
{
  guint n;
  const ChisoAlias *aliases = chiso_geo_aliases (self->geo, &n);
  const ChisoFalseFriend *friends;
  const ChisoDistrict *districts;
  ChisoPhrase *phrase;

  for (guint i = 0; i < n; i++)
    {
      phrase = add_phrase (self, self->places, self->names, aliases[i].text);
      if (phrase == NULL)
        continue;
      if (aliases[i].in_63 && phrase->alias_63 < 0)
        phrase->alias_63 = i;
      if (aliases[i].in_34 && phrase->alias_34 < 0)
        phrase->alias_34 = i;
    }
  friends = chiso_geo_false_friends (self->geo, &n);
  for (guint i = 0; i < n; i++)
    {
      phrase = add_phrase (self, self->places, self->names, friends[i].text);
      if (phrase != NULL)
        phrase->false_friend = i;
    }
  districts = chiso_geo_districts (self->geo, &n);
  self->district_next = g_new0 (guint16, n);
  for (guint i = 0; i < n; i++)
    {
      phrase = add_phrase (self, self->places, self->names, districts[i].name);
      if (phrase == NULL)
        continue;
      self->district_next[i] = phrase->district + 1;
      phrase->district = i;
    }
}

/* The number of the last word of text, 0 where it ends with none. */
static guint16
last_word (const ChisoGrammar *self, const char *text)
{
  g_autoptr (GArray) tokens = chiso_lex (self->vocabulary, text, strlen (text));

  /* The last token is the text's end. */
  return tokens->len < 2 ? 0 : g_array_index (tokens, ChisoToken, tokens->len - 2).word;
}

static void
find_edges (ChisoGrammar *self)
{
  self->edges = g_new0 (guint8, G_MAXUINT16 + 1);
  for (guint word = 1; word <= G_MAXUINT16; word++)
    self->edges[word] = (chiso_trie_begins (self->words, word) ? CHISO_BEGINS_PHRASE : 0)
                        | (chiso_time_opens (word) ? CHISO_BEGINS_TIME : 0)
                        | (chiso_number_opens (word) ? CHISO_BEGINS_NUMBER : 0)
                        | (chiso_trie_begins (self->places, word) || chiso_place_opens (word)
                               ? CHISO_BEGINS_PLACE
                               : 0);
  for (guint p = 1; p < self->texts->len; p++)
    if (chiso_phrase_is (chiso_grammar_phrase (self, p), CHISO_CLASS_DOCUMENT))
      self->edges[last_word (self, self->texts->pdata[p])] |= CHISO_ENDS_DOCUMENT;
}

/* A province that is a city has an alias with that word. */
static void
find_cities (ChisoGrammar *self)
{
  guint n;
  const ChisoAlias *aliases = chiso_geo_aliases (self->geo, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (aliases[i].text, "thành phố "))
      self->cities[chiso_geo_code_number (aliases[i].code)] = TRUE;
}

ChisoGrammar *
chiso_grammar_new (ChisoCatalogue *catalogue, ChisoGeo *geo)
{
  ChisoGrammar *self = g_new0 (ChisoGrammar, 1);

  self->catalogue = chiso_catalogue_ref (catalogue);
  self->geo = chiso_geo_ref (geo);
  self->vocabulary = chiso_vocabulary_new ();
  self->words = chiso_trie_new ();
  self->places = chiso_trie_new ();
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->phrases = g_array_new (FALSE, TRUE, sizeof (ChisoPhrase));
  self->names = g_array_new (FALSE, TRUE, sizeof (ChisoPhrase));
  g_ptr_array_set_size (self->texts, 1);
  g_array_set_size (self->phrases, 1);
  g_array_set_size (self->names, 1);
  self->wordings = chiso_catalogue_wording (catalogue, 0);
  self->n_indicators = MIN (chiso_catalogue_n_indicators (catalogue), CHISO_MAX_INDICATORS);
  self->indicators = self->n_indicators > 0 ? chiso_catalogue_indicator (catalogue, 0) : NULL;
  add_classes (self);
  add_wordings (self);
  derive_lists (self);
  share_topics (self);
  join_achieved (self);
  sort_by_reach (self);
  mark_wordings (self);
  find_companions (self);
  find_shares (self);
  add_places (self);
  chiso_trie_seal (self->words);
  chiso_trie_seal (self->places);
  find_edges (self);
  find_cities (self);
  self->classes = g_new0 (guint64, self->phrases->len);
  for (guint p = 0; p < self->phrases->len; p++)
    self->classes[p] = chiso_grammar_phrase (self, p)->classes;
  return self;
}

void
chiso_grammar_free (ChisoGrammar *self)
{
  chiso_catalogue_unref (self->catalogue);
  chiso_geo_unref (self->geo);
  chiso_vocabulary_free (self->vocabulary);
  chiso_trie_free (self->words);
  chiso_trie_free (self->places);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->phrases);
  g_array_unref (self->names);
  g_free (self->companions);
  g_free (self->shares);
  g_free (self->classes);
  g_free (self->district_next);
  g_free (self->edges);
  g_free (self);
}

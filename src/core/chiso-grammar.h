/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All words that the extractor knows, compiled once: phrases of the catalogue with the indicators
 * that they speak of, phrases of the grammar by class, and names of places. Immutable. */

#pragma once

#include "chiso-geo.h"
#include "chiso-indicator-set.h"
#include "chiso-trie.h"

G_BEGIN_DECLS

/* What a phrase does in the grammar; a phrase may be in several classes. */
typedef enum
{
  CHISO_CLASS_UP,     /* an increase follows */
  CHISO_CLASS_DOWN,   /* a decrease follows */
  CHISO_CLASS_TIMES,  /* a ratio follows: gấp đôi, bằng 90 % */
  CHISO_CLASS_THAN,   /* what a comparison is with follows */
  CHISO_CLASS_RESULT, /* a level follows: còn 42 %, lên 54 xã */
  CHISO_CLASS_SHARE,  /* joins a count to its percentage */
  CHISO_CLASS_AT_LEAST,
  CHISO_CLASS_ABOUT,
  CHISO_CLASS_AT_MOST,
  CHISO_CLASS_TARGET,     /* what follows is no result */
  CHISO_CLASS_NOT_TARGET, /* sounds like one and is not */
  CHISO_CLASS_OTHER_BASE, /* a comparison with what is no period */
  CHISO_CLASS_PLAN,       /* what a percentage may be of: "dự toán năm" */
  CHISO_CLASS_PART,       /* parts of the figure before follow */
  CHISO_CLASS_ADDED,      /* a flow beside a stock follows */
  CHISO_CLASS_RESPECTIVELY,
  CHISO_CLASS_ANAPHORA,   /* stands for the indicator before */
  CHISO_CLASS_SERIES,     /* stands for several, where a plural leads to it */
  CHISO_CLASS_REGISTERED, /* begun, not reached */
  CHISO_CLASS_PROVINCE,   /* back to the province as a whole */
  CHISO_CLASS_DISTRICT,   /* the district that was named last */
  CHISO_CLASS_COMMUNE,
  CHISO_CLASS_NO_PLACE, /* sounds like these and is not */
  CHISO_CLASS_NATION,
  CHISO_CLASS_FORMER,   /* the unit before the merger */
  CHISO_CLASS_LEVEL,    /* a level of government */
  CHISO_CLASS_SUBGROUP, /* a part of the people or of the area */
  CHISO_CLASS_CAPTION,
  CHISO_CLASS_TAIL,         /* the page goes on, the report has ended */
  CHISO_CLASS_DOCUMENT,     /* a numbered document may follow */
  CHISO_CLASS_FUNCTION,     /* may stand behind a unit noun without changing its meaning */
  CHISO_CLASS_MANNER,       /* how, where or when what a unit counts went on: tells no other noun */
  CHISO_CLASS_NEUTRAL,      /* longer words that hide a shorter phrase */
  CHISO_CLASS_LABEL_COLUMN, /* heads of a table's columns: what the row is */
  CHISO_CLASS_RESULT_COLUMN,
  CHISO_CLASS_PLAN_COLUMN, /* plans, comparisons, notes */
  CHISO_CLASS_TOTAL,       /* the row that adds the others up */
  CHISO_CLASS_THEN,        /* looks back to a time that it does not tell */
  CHISO_CLASS_FOUNDED,     /* when something began to be, which dates nothing else */
  CHISO_CLASS_LAW,         /* a law, whose name ends with its year */
  CHISO_CLASS_STANDARD,    /* a standard, called by the years that it is in force */
  CHISO_CLASS_PROGRAMME,   /* a programme or body, called by its years or term */
  CHISO_CLASS_DRAFT,       /* a text that sessions are about */
  CHISO_CLASS_FIGURES,  /* "số liệu": the span that a report's figures are of stands behind */
  CHISO_CLASS_ACHIEVED, /* ends the reach of a target */
  CHISO_CLASS_YEARLY,   /* a quota or a pace, not a result */
  CHISO_CLASS_FILLER,   /* between a verb and its number: đúng, tới, đến, những */
  CHISO_CLASS_BODY,     /* acts by itself, whoever acted before */
  CHISO_CLASS_TITLE,    /* of a person, whose name may follow */
  CHISO_CLASS_RANKING,  /* sets places of one count in order */
  CHISO_CLASS_UNIT,     /* of some indicator */
  CHISO_CLASS_WORDING,  /* in a word list of an indicator, or holds a word that rules one out */
  CHISO_N_CLASSES
} ChisoClass;

/* Several of these together ask whether a phrase is in any of the classes. */
#define CHISO_CLASS_BIT(class_) (G_GUINT64_CONSTANT (1) << (class_))

typedef struct
{
  guint64 classes; /* CHISO_CLASS_BIT of each */
  ChisoIndicatorSet lists[CHISO_N_WORD_LISTS];
  ChisoIndicatorSet leftward;  /* of all that is looked for to the left of a figure */
  ChisoIndicatorSet rightward; /* and to the right of its unit */
  ChisoIndicatorSet named;     /* a unit that holds a topic of its own: "đoàn giám sát" */
  ChisoIndicatorSet
      other; /* a topic of another indicator that rules this one out: "đạt chuẩn nâng cao" */
  gint16 false_friend; /* index, or -1 */
  gint16 alias_63;     /* index of a province alias, or -1 */
  gint16 alias_34;
  gint16 district; /* index of the first district of that name, or -1 */
} ChisoPhrase;

/* What can begin with a word, or end with it; most words do none of this and are passed over. */
enum
{
  CHISO_BEGINS_PHRASE = 1 << 0,
  CHISO_BEGINS_TIME = 1 << 1,
  CHISO_BEGINS_NUMBER = 1 << 2,
  CHISO_BEGINS_PLACE = 1 << 3,  /* a name of the registry, or the word for a kind of place */
  CHISO_ENDS_DOCUMENT = 1 << 4, /* a phrase of CHISO_CLASS_DOCUMENT */
};

typedef struct
{
  ChisoCatalogue *catalogue;
  ChisoGeo *geo;
  ChisoVocabulary *vocabulary;
  ChisoTrie *words;                 /* catalogue and grammar */
  ChisoTrie *places;                /* names of places */
  GPtrArray *texts;                 /* char* by number in words */
  GArray *phrases;                  /* ChisoPhrase by number in words; [0] is nothing */
  guint64 *classes;                 /* of these, close together */
  GArray *names;                    /* ChisoPhrase by number in places */
  guint8 *edges;                    /* by word: what begins or ends with it */
  guint8 cities[CHISO_GEO_N_CODES]; /* by code: whether that province is a city */
  guint16 *district_next;           /* by district: index + 1 of the next of the same name, or 0 */
  ChisoIndicatorSet *companions;    /* by indicator: those that share a topic with it */
  gint16 *shares;                   /* by indicator: the one in per cent of its shares, or -1 */
  ChisoIndicatorSet reaching[4];    /* by reach: those whose topic may be so far off, or further */
  ChisoIndicatorSet with_subjects;  /* those that have a list of subjects */
  ChisoIndicatorSet with_whole;     /* those that count out of a number that is always the same */
  const ChisoWording *wordings;     /* by indicator; the catalogue's, as are these */
  const ChisoIndicator *indicators;
  guint n_indicators;
} ChisoGrammar;

ChisoGrammar *chiso_grammar_new (ChisoCatalogue *catalogue, ChisoGeo *geo);
void chiso_grammar_free (ChisoGrammar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoGrammar, chiso_grammar_free)

static inline const ChisoPhrase *
chiso_grammar_phrase (const ChisoGrammar *self, guint number)
{
  return &g_array_index (self->phrases, ChisoPhrase, number);
}

static inline const ChisoWording *
chiso_grammar_wording (const ChisoGrammar *self, guint indicator)
{
  return &self->wordings[indicator];
}

static inline const ChisoIndicator *
chiso_grammar_indicator (const ChisoGrammar *self, guint indicator)
{
  return &self->indicators[indicator];
}

/* What can begin or end with token's word: CHISO_BEGINS_… and CHISO_ENDS_…; 0 for no word. */
static inline guint
chiso_grammar_edges (const ChisoGrammar *self, const ChisoToken *token)
{
  return self->edges[token->word];
}

static inline guint64
chiso_grammar_classes (const ChisoGrammar *self, guint phrase)
{
  return self->classes[phrase];
}

/* The indicator in per cent that shares of what indicator counts are; -1 where it has none, or is -1 itself. */
static inline int
chiso_grammar_share_of (const ChisoGrammar *self, int indicator)
{
  return indicator < 0 ? -1 : self->shares[indicator];
}

/* code: of a province, or NULL. */
static inline gboolean
chiso_grammar_is_city (const ChisoGrammar *self, const char *code)
{
  return code != NULL && self->cities[chiso_geo_code_number (code)];
}

static inline gboolean
chiso_phrase_is (const ChisoPhrase *phrase, ChisoClass class_)
{
  return (phrase->classes >> class_ & 1) != 0;
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of figures in both languages, as one table of pairs with numbered blanks. Language
 * is passed in, since a chart's language need not be the user's. Internal to libchiso-figures. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  /* A value with what is known of it; {0} value. */
  CHISO_WORD_AT_LEAST,
  CHISO_WORD_ABOUT,
  CHISO_WORD_AT_MOST,
  CHISO_WORD_POINTS_UNIT,

  /* Parts of sentences: {0} name of an indicator in lower case, {1} place. */
  CHISO_WORD_NUMBER_OF,
  CHISO_WORD_OF_PLACE,
  CHISO_WORD_AT_PLACE,
  CHISO_WORD_OF_COUNTRY,
  CHISO_WORD_COUNTRY,
  CHISO_WORD_LIST_TWO,
  CHISO_WORD_LIST_MORE,
  CHISO_WORD_N_PLACES,
  CHISO_WORD_N_OTHER_FIGURES,

  /* When; {0} the period in words. */
  CHISO_WORD_IN_YEAR,
  CHISO_WORD_IN_MONTH,
  CHISO_WORD_IN_YEAR_TO,
  CHISO_WORD_IN_SPAN,
  CHISO_WORD_IN_PERIOD,
  CHISO_WORD_SINCE, /* {1} the base year */

  /* Titles of one value: {0} subject, {1} value, {2} period. */
  CHISO_WORD_TITLE_ONE,
  CHISO_WORD_TITLE_RANK, /* {3} rank, {4} places */
  CHISO_WORD_TITLE_SEVERAL,
  /* {0} place or places, {1} indicator, {2} value, {3} period. */
  CHISO_WORD_TITLE_MOST,
  CHISO_WORD_TITLE_HIGHEST,
  CHISO_WORD_TITLE_TIED_MOST,
  CHISO_WORD_TITLE_TIED_HIGHEST,
  CHISO_WORD_TITLE_BY_LATEST, /* {0} a title of figures that differ in date */
  /* Changes: {0} subject, {1} change, {2} when. */
  CHISO_WORD_TITLE_ROSE,
  CHISO_WORD_TITLE_FELL,
  CHISO_WORD_TITLE_SAME,
  /* {0} indicator, {1} place, {2} change, {3} period, {4} number of places. */
  CHISO_WORD_TITLE_ROSE_MOST,
  CHISO_WORD_TITLE_FELL_MOST,
  CHISO_WORD_TITLE_CHANGES,       /* {0} indicator, {1} number of places, {2} period */
  CHISO_WORD_TITLE_CHANGES_SINCE, /* {3} base year */
  /* Along time: {0} subject, {1} value, {2} period, {3} value, {4} period. */
  CHISO_WORD_TITLE_FROM_UP,
  CHISO_WORD_TITLE_FROM_DOWN,
  CHISO_WORD_TITLE_FROM_SAME,

  /* Two years: {0} indicator, {1} how many places, {2} of how many, {3} period. */
  CHISO_WORD_TITLE_N_ROSE,
  CHISO_WORD_TITLE_N_FELL,
  CHISO_WORD_BREAK, /* where provinces and communes merged */

  /* Headlines. */
  CHISO_WORD_TITLE_HAD,       /* {0} place, {1} value and noun, {2} when */
  CHISO_WORD_TITLE_HAD_MOST,  /* {0} that sentence, {1} places */
  CHISO_WORD_TITLE_HAD_RANK,  /* {0} that sentence, {1} rank, {2} places */
  CHISO_WORD_TITLE_HAD_TWO,   /* {0} that sentence, {1} the other place, {2} its value */
  CHISO_WORD_TITLE_BESIDE_UP, /* {0} a sentence, {1} who or what else, {2} its change */
  CHISO_WORD_TITLE_BESIDE_DOWN,
  CHISO_WORD_TITLE_COUNTRY_UP, /* {0} a sentence, {1} the country's change */
  CHISO_WORD_TITLE_COUNTRY_DOWN,
  CHISO_WORD_TITLE_NTM_SHARE, /* {0} place, {1} per cent, {2} period */
  CHISO_WORD_TITLE_NTM_ALL,   /* {0} place, {1} period */
  CHISO_WORD_TITLE_NTM_COUNT, /* {0} place, {1} value and noun, {2} period */
  CHISO_WORD_TITLE_NTM_ABOVE, /* {0} a sentence, {1} the country's value with its date */
  CHISO_WORD_TITLE_NTM_BELOW,
  CHISO_WORD_ALL_COMMUNES,
  CHISO_WORD_DATED, /* {0} a value or place, {1} its period */

  /* Subtitles: {0} unit or what is shown, {1} period, {2} places. */
  CHISO_WORD_UNIT,
  CHISO_WORD_CHANGE_PERCENT,
  CHISO_WORD_CHANGE_POINTS,
  CHISO_WORD_LATEST,
  CHISO_WORD_MOSTLY,
  CHISO_WORD_OF_SET,
  CHISO_WORD_COMPARED,
  CHISO_WORD_COUNTS,
  CHISO_WORD_SINCE_PERCENT, /* {0} base year */
  CHISO_WORD_SINCE_POINTS,
  CHISO_WORD_SHOWN_INDEX,       /* {0} base year */
  CHISO_WORD_SHOWN_PER_COMMUNE, /* {0} unit */
  CHISO_WORD_SHOWN_PER_100000,
  CHISO_WORD_SHOWN_SHARE,

  /* What is shown of an indicator: {0} its name, {1} base year. */
  CHISO_WORD_OF_INDEX,
  CHISO_WORD_OF_PER_COMMUNE,
  CHISO_WORD_OF_PER_100000,
  CHISO_WORD_OF_SHARE,

  /* The source line: {0} publishers, {1} how many others. */
  CHISO_WORD_SOURCE,
  CHISO_WORD_SOURCES,
  CHISO_WORD_SOURCES_MORE,
  CHISO_WORD_UNNAMED_SOURCE,

  /* Notes: {0} place, period and, where needed, indicator; {1} values. */
  CHISO_WORD_NOTE_PARTS,
  CHISO_WORD_NOTE_UNDECIDED,
  CHISO_WORD_NOTE_CONFLICT,
  CHISO_WORD_NOTE_CHOSEN, /* who, what others say, what was decided */
  CHISO_WORD_NOTE_CONTESTED,
  CHISO_WORD_NOTE_MORE,
  CHISO_WORD_NOTE_UNLIKE,
  CHISO_WORD_NOTE_MISSING,
  CHISO_WORD_NOTE_NOT_DRAWN,
  CHISO_WORD_NOTE_LAST_KNOWN, /* {0} the year asked for */
  CHISO_WORD_MARK_PARTS,
  CHISO_WORD_MARK_CONFLICT,
  CHISO_WORD_MARK_FROM,
  CHISO_WORD_MARK_STATED, /* the stated change, the level beside it, its period */
  CHISO_WORD_TIMES,
  CHISO_WORD_KEY_MERGED,
  CHISO_WORD_KEY_UNITS,
  CHISO_WORD_KEY_SEVERAL,
  CHISO_WORD_KEY_PEOPLE,
  CHISO_WORD_KEY_COMMUNES,
  CHISO_WORD_MARK_OTHER_SOURCE,
  CHISO_WORD_MARK_ONE_PART,
  CHISO_WORD_MARK_UNITS,     /* {0} how many, {1} words of the report, {2} names with values */
  CHISO_WORD_MARK_OF_UNITS,  /* {0} how many */
  CHISO_WORD_MARK_MERGED,    /* {0} names with values */
  CHISO_WORD_MARK_OF_MERGED, /* {0} number of provinces */
  CHISO_WORD_MARK_COMMUNES,  /* {0} level, {1} communes, {2} their year */
  CHISO_WORD_MARK_COMMUNES_JUNE,
  CHISO_WORD_MARK_PEOPLE,
  CHISO_WORD_MARK_COUNTRY,    /* {0} level, {1} the country's */
  CHISO_WORD_MARK_BASE,       /* {0} level, {1} the base's */
  CHISO_WORD_MARK_RANK,       /* {0} ranks, {1} provinces */
  CHISO_WORD_NOTE_RANKED,     /* {0} provinces, {1} per cent that are close */
  CHISO_WORD_NOTE_NOT_RANKED, /* {0} provinces with a figure, {1} asked for */

  /* What could not be computed: {0} places with periods. */
  CHISO_WORD_GAP_NO_BASE, /* {1} base year */
  CHISO_WORD_GAP_NO_EARLIER,
  CHISO_WORD_GAP_NO_SIZE,
  CHISO_WORD_GAP_NO_COUNTRY,
  CHISO_WORD_GAP_PREDECESSORS,
  CHISO_WORD_GAP_NO_FRACTION,
  CHISO_WORD_GAP_NOT_ADDITIVE,
  CHISO_WORD_GAP_MERGERS,
  CHISO_WORD_NOTE_MERGERS,
  CHISO_WORD_GAP_INEXACT,
  CHISO_WORD_GAP_UNITS_UNSAID,
  CHISO_WORD_GAP_UNITS_MISSING,
  CHISO_WORD_GAP_UNITS_UNCLEAR,
  CHISO_WORD_GAP_UNLIKE_SUMS,
  CHISO_WORD_GAP_OF_UNITS, /* as the next */
  CHISO_WORD_GAP_OF,       /* {0} period, {1} how many reported, {2} how many there were */

  /* Two indicators: {0} along x, {1} upwards, {2} places, {3} year. */
  CHISO_WORD_TITLE_PAIR_UP,
  CHISO_WORD_TITLE_PAIR_DOWN,
  CHISO_WORD_TITLE_PAIR,
  CHISO_WORD_PAIR_YEAR,         /* {0} year, {1} places with both */
  CHISO_WORD_NOTE_PAIR_PERIODS, /* what is across, its period, what is upwards, its period */
  CHISO_WORD_NOTE_RANKS,        /* {0} correlation */

  /* Nothing to draw. */
  CHISO_WORD_EMPTY_COMPARE,
  CHISO_WORD_EMPTY_UNLIKE,
  CHISO_WORD_EMPTY_ONE_YEAR,
  CHISO_WORD_EMPTY_PAIR,
  CHISO_WORD_REFUSE_SCATTER,
  CHISO_WORD_REFUSE_STACK,      /* {0} indicator */
  CHISO_WORD_REFUSE_ATTAINMENT, /* {0} indicator */
  CHISO_WORD_EMPTY_GROWTH,      /* {0} place, {1} year */
  CHISO_WORD_EMPTY_SUPERVISION,
  CHISO_WORD_EMPTY_NTM,
  CHISO_WORD_TOPIC_GROWTH,
  CHISO_WORD_TOPIC_SUPERVISION,
  CHISO_WORD_TOPIC_NTM,

  /* Findings of the auditor: {0} what they are about, made by the first. */
  CHISO_WORD_FINDING_ABOUT,    /* {0} subject, {1} period */
  CHISO_WORD_FINDING_GROWTH,   /* {1} change, {2} base, {3} level, {4} earlier level, {5} change */
  CHISO_WORD_FINDING_FRACTION, /* {1} numerator, {2} denominator, {3} percentage, {4} stated */
  CHISO_WORD_FINDING_PARTS_MORE, /* {1} sum, {2} total */
  CHISO_WORD_FINDING_PARTS_LESS,
  CHISO_WORD_FINDING_WHOLE,       /* {1} percentage */
  CHISO_WORD_FINDING_WHOLE_OF,    /* {1} numerator, {2} denominator */
  CHISO_WORD_FINDING_FALL,        /* {1} earlier level, {2} its period, {3} later level */
  CHISO_WORD_FINDING_FALL_MERGED, /* {4}, {5} the whole before and now */
  CHISO_WORD_FINDING_CONFLICT,    /* {1} source, {2} value, {3} source, {4} value */
  CHISO_WORD_FINDING_DECIDED,     /* what was found, the figure, what was decided about it */
  CHISO_WORD_ACCEPTED,
  CHISO_WORD_REJECTED,
  CHISO_WORD_CHOSEN,
  CHISO_WORD_OTHER_PERIOD,
  CHISO_WORD_OTHER_DENOMINATOR,
  CHISO_WORD_OTHER_DEFINITION,
  CHISO_WORD_TYPING_ERROR,
  CHISO_WORD_LATER_CORRECTION,
  CHISO_WORD_FINDING_NOTE, /* severities */
  CHISO_WORD_FINDING_WARNING,
  CHISO_WORD_FINDING_ERROR,
  CHISO_WORD_FINDING_NONE, /* {0} number of figures */

  CHISO_N_WORDS
} ChisoWord;

gboolean chiso_language_is_vietnamese (const char *language);

/* The sentence with its blanks filled, {0} by the first text; the texts end with NULL. Free with
 * g_free. */
char *chiso_words (ChisoWord word, const char *language, ...) G_GNUC_NULL_TERMINATED;

/* A short name for the rows of a headline chart ("lượt tiếp công dân"), or NULL. */
const char *chiso_words_short_name (const char *indicator, const char *language);

G_END_DECLS

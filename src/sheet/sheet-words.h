/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a report sheet in both languages, since a sheet's language need not be the user's.
 * Internal to libsheet. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SHEET_WORD_FIGURE,     /* {0} number */
  SHEET_WORD_TABLE,      /* {0} number, {1} what it shows */
  SHEET_WORD_TABLE_MORE, /* {0} number */
  SHEET_WORD_PAGE,       /* {0} number, {1} of how many */
  SHEET_WORD_MADE,       /* {0} day */
  SHEET_WORD_MARKS,      /* {0} numbers of notes */
  SHEET_WORD_REMARK,     /* {0} sentences */
  SHEET_WORD_NOTES,
  SHEET_WORD_NOTES_INTRO,
  SHEET_WORD_NO_SENTENCE,
  SHEET_WORD_PUBLISHED,
  SHEET_WORD_UNNAMED_SOURCE,
  SHEET_WORD_SOURCE,  /* {0} publishers */
  SHEET_WORD_SOURCES, /* {0} publishers, {1} how many others */
  SHEET_WORD_TITLE_MANY,
  SHEET_WORD_AND, /* {0}, {1} */
  SHEET_WORD_N_PLACES,
  SHEET_WORD_VALUES_OF, /* {0} indicators */

  SHEET_WORD_COLUMN_INDICATOR,
  SHEET_WORD_COLUMN_PLACE,
  SHEET_WORD_COLUMN_PERIOD,
  SHEET_WORD_COLUMN_VALUE,
  SHEET_WORD_COLUMN_CHANGE,
  SHEET_WORD_COLUMN_STATE,
  SHEET_WORD_COLUMN_REPORTED,
  SHEET_WORD_COLUMN_COMPUTED,
  SHEET_WORD_COLUMN_NOTES,

  /* In the order of PlotState. */
  SHEET_WORD_STATE_EXACT,
  SHEET_WORD_STATE_AT_LEAST,
  SHEET_WORD_STATE_ABOUT,
  SHEET_WORD_STATE_AT_MOST,
  SHEET_WORD_STATE_NOT_REPORTED,
  SHEET_WORD_STATE_NOT_APPLICABLE,
  SHEET_WORD_STATE_UNREADABLE,
  SHEET_WORD_STATE_REJECTED,
  SHEET_WORD_STATE_COMPUTED,
  SHEET_WORD_STATE_BOTH, /* {0} computed, {1} what is known of it */

  SHEET_WORD_AT_LEAST, /* {0} a change */
  SHEET_WORD_ABOUT,
  SHEET_WORD_AT_MOST,
  SHEET_WORD_POINTS,
  SHEET_WORD_CHANGE_FROM, /* {0} earlier value, {1} its period */

  SHEET_WORD_ERROR_EMPTY,
  SHEET_N_WORDS
} SheetWord;

/* The phrase with its blanks filled, {0} by the first text; the texts end with NULL. Free with
 * g_free. */
char *sheet_words (SheetWord word, const char *language, ...) G_GNUC_NULL_TERMINATED;
/* A day, month or year by ISO 8601 as the language writes it: "22/11/2026"; any other text as it is.
 * Free with g_free. */
char *sheet_words_date (const char *date, const char *language);

G_END_DECLS

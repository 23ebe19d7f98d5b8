/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the scanners of numbers and times share: safe looks at tokens and the numerals written in
 * words. Positions are token indexes; looking beyond the last token shows a paragraph's end. Not for
 * other layers. */

#pragma once

#include "chiso-lexer.h"

G_BEGIN_DECLS

typedef struct
{
  const ChisoToken *tokens;
  guint n;
  const char *text;
} ChisoScan;

static inline const ChisoToken *
chiso_scan_peek (const ChisoScan *scan, guint i)
{
  static const ChisoToken end = { .kind = CHISO_TOKEN_BREAK, .mark = 'P' };

  /* i may have wrapped around below 0: the text's beginning is a break, too. */
  return i < scan->n ? &scan->tokens[i] : &end;
}

static inline gboolean
chiso_scan_is (const ChisoScan *scan, guint i, ChisoWord word)
{
  return chiso_scan_peek (scan, i)->word == word;
}

static inline gboolean
chiso_scan_mark (const ChisoScan *scan, guint i, gunichar mark)
{
  /* A break's mark is no punctuation, and all others have none. */
  return chiso_scan_peek (scan, i)->mark == mark;
}

static inline gboolean
chiso_scan_kind (const ChisoScan *scan, guint i, ChisoTokenKind kind)
{
  return chiso_scan_peek (scan, i)->kind == kind;
}

static inline gboolean
chiso_scan_glued (const ChisoScan *scan, guint i)
{
  return (chiso_scan_peek (scan, i)->flags & CHISO_TOKEN_GLUED) != 0;
}

static inline guint
chiso_scan_length (const ChisoScan *scan, guint i)
{
  const ChisoToken *token = chiso_scan_peek (scan, i);

  return token->end - token->start;
}

/* Begins with a capital as a name does, not as a line in capitals. */
static inline gboolean
chiso_scan_is_name (const ChisoScan *scan, guint i)
{
  guint8 flags = chiso_scan_peek (scan, i)->flags;

  return (flags & CHISO_TOKEN_CAPITAL) != 0 && (flags & CHISO_TOKEN_UPPER) == 0;
}

/* Whether the word at i is one of words, which CHISO_W_NONE ends. */
static inline gboolean
chiso_scan_is_any (const ChisoScan *scan, guint i, const guint16 *words)
{
  guint16 word = chiso_scan_peek (scan, i)->word;

  for (; word != CHISO_W_NONE && *words != CHISO_W_NONE; words++)
    if (*words == word)
      return TRUE;
  return FALSE;
}

/* The number that token i of digits writes; as a double, so that no run of digits overflows. */
double chiso_scan_digits (const ChisoScan *scan, guint i);

typedef struct
{
  double value;
  double factor; /* product of the last run of scale words: 1e12 for "nghìn tỷ"; 1 without */
  double scale;  /* the greatest single scale word: 1e9 for "nghìn tỷ"; 1 without */
} ChisoNumeral;

/* The scale words from i on, multiplied ("nghìn tỷ"): returns the position behind them and sets factor
 * and scale, or returns i. */
guint chiso_scan_scale (const ChisoScan *scan, guint i, double *factor, double *scale);
/* The longest numeral in words from i on ("hai nghìn một trăm", "bốn tỷ rưỡi"): returns the position
 * behind it, or i. "năm" is taken as five only where it cannot be the year: alone, or before a ten,
 * hundred or scale. */
guint chiso_scan_numeral (const ChisoScan *scan, guint i, ChisoNumeral *numeral);
/* Whether a numeral in words may begin at i; nothing else does. */
gboolean chiso_scan_opens_numeral (const ChisoScan *scan, guint i);
/* A numeral's single digit word, "tư" included: 0-9, or -1. */
int chiso_scan_digit_word (const ChisoScan *scan, guint i);

/* A plain number: one side of a fraction or range, or the whole. */
typedef struct
{
  guint last; /* position behind it */
  double value;
  double factor; /* as in ChisoNumeral */
  double scale;
  gboolean in_words;
  gboolean decimals;
  gboolean grouped; /* digits with a separator of any kind */
  guint n_digits;   /* of the first run of digits */
} ChisoNumberPart;

/* A per cent sign, "phần trăm", or "điểm" and one of these. */
gboolean chiso_scan_per_cent (const ChisoScan *scan, guint i);
/* Whether the digits at i go on something: letters ("m2", "Covid-19"), a code, a longer run of digits. */
gboolean chiso_scan_continues (const ChisoScan *scan, guint i);
/* Reads the digits from token i on with their separators, without scale words; FALSE for codes and runs that
 * are no number. */
gboolean chiso_scan_figures (const ChisoScan *scan, guint i, ChisoNumberPart *part);

G_END_DECLS

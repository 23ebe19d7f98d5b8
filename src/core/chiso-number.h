/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as reports write them, in digits and in words. Reads from `at` on, and looks at the
 * tokens around only to tell what is no number; what a number counts is decided elsewhere. */

#pragma once

#include "chiso-lexer.h"

G_BEGIN_DECLS

typedef enum
{
  /* 2.904; 1,14; 3 nghìn; 13,8 nghìn tỷ; 17.678 tỷ 617 triệu; hai mươi ba; một phần tư. */
  CHISO_NUMBER_PLAIN,
  /* 226/431; "24 trên 96 xã"; "24 trong tổng số 96": value is the numerator. */
  CHISO_NUMBER_FRACTION,
  /* 5 - 7; 1 - 1,5; 12-15; "từ 5 đến 7": value is the first, denominator the second. */
  CHISO_NUMBER_RANGE,
} ChisoNumberKind;

typedef struct
{
  /* Tokens [first, last) of the number itself, with its scale words, without % or unit. */
  guint first, last;
  ChisoNumberKind kind;
  /* Scale words multiplied in: "13,8 nghìn tỷ" is 1.38e13. */
  double value;
  /* FRACTION, RANGE; else NAN. */
  double denominator;
  /* The greatest of nghìn, vạn, triệu, tỷ in it: 1, 1e3, 1e4, 1e6, 1e9 ("nghìn tỷ": 1e9). */
  double scale;
  /* Has a numeral in words ("hai mươi ba"), not only a scale word ("3 nghìn"). */
  gboolean in_words;
  /* Has a decimal part as written. */
  gboolean decimals;
  /* Digits written in the first run ("03": 2, "2.904": 1); 0 in words. */
  guint n_digits;
} ChisoNumber;

/* Reads the longest number that begins at token `at`; FALSE if none does. tokens is the whole text's
 * array.
 *
 * Digits: groups of three after points are thousands ("2.904", "125.900"), also when a space has
 * slipped in, in front of a word ("1. 026 hộ", "2 904 lượt"); a comma makes decimals ("1,14"), and so
 * does a point before one or two digits ("34.23") or, where a per cent sign follows, before any.
 * Scale words follow ("13,8 nghìn tỷ", "17.678 tỷ 617 triệu", "3 tỷ rưỡi"). None: digits glued behind
 * letters ("m2", "Covid-19"), before a code ("217-QĐ", "363/KH"), behind "thứ", of more than twelve
 * figures or with zeros in front of a long run, telephone groups, dates, descending pairs like "24/7"
 * and "3-2", and pairs of years. Dates and document numbers with words the caller masks first.
 *
 * Words: any run ("hai nghìn một trăm", "bốn tỷ rưỡi", "ba trăm mười lăm", "một phần tư", "nửa", "trăm phần
 * trăm": the number is 100). A single digit word ("sáu cuộc") is returned with in_words and last ==
 * first + 1 and the caller guards it by the unit noun; those that names, ordinals, months and the
 * year ("năm") make evident are none. "mười năm" is ten, "năm" is left. "rưỡi" alone is none. Two
 * digit words in a row ("hai ba cuộc") are a range. */
gboolean chiso_number_scan (const ChisoToken *tokens, guint n_tokens, guint at, const char *text,
                            ChisoNumber *number);

/* Whether a number can begin with word; others need not be scanned. */
gboolean chiso_number_opens (guint16 word);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as reports write them, in digits and in words. Looks only at tokens from `at` on; what a
 * number counts is decided elsewhere. */

#pragma once

#include "chiso-lexer.h"

G_BEGIN_DECLS

typedef enum
{
  CHISO_NUMBER_PLAIN,    /* 2.904; 1,14; 3 nghìn; 13,8 nghìn tỷ; 17.678 tỷ 617 triệu; hai mươi ba; một phần tư */
  CHISO_NUMBER_FRACTION, /* 226/431; "24 trên 96"; "24 trong tổng số 96": value is the numerator */
  CHISO_NUMBER_RANGE,    /* 5 - 7; 1 - 1,5; 12-15; "từ 5 đến 7": value is the first, denominator the second */
} ChisoNumberKind;

typedef struct
{
  guint first, last;    /* tokens [first, last) of the number itself, with its scale words, without % or unit */
  ChisoNumberKind kind;
  double value;         /* scale words multiplied in: "13,8 nghìn tỷ" is 1.38e13 */
  double denominator;   /* FRACTION, RANGE; else NAN */
  double scale;         /* of the last scale word: 1, 1e3, 1e6, 1e9 ("17.678 tỷ 617 triệu": 1e9) */
  gboolean in_words;    /* spelled out, or partly */
  gboolean decimals;    /* has a decimal part as written */
  guint n_digits;       /* digits written in the first run ("03": 2); 0 in words */
} ChisoNumber;

/* Reads the longest number that begins at token `at`; FALSE if none does. Digit groups: "2.904", "125.900",
 * "1. 026", "2 904" only when unmistakable are thousands; "1,14", "34.23", "79.6" decimals; one to three
 * digits, a point and three digits is thousands unless percent is TRUE and the value would pass 100, or the comma form
 * says otherwise. Words are numbers only as a run that is unmistakable ("hai mươi ba", "bốn mươi tám", "ba trăm mười lăm",
 * "hai nghìn một trăm", "bảy mươi", "bốn tỷ rưỡi", "một phần tư", "một nửa"), or one digit word before a
 * noun ("sáu cuộc"): a single word is returned with n_digits 0 and the caller guards it by the unit noun.
 * Dates (22/11, 8-1-2024), document numbers, phone numbers and clock times are not its concern: the
 * caller masks these first. percent: the token behind the number is a per cent sign. */
gboolean chiso_number_scan (const ChisoToken *tokens, guint n_tokens, guint at, const char *text, ChisoNumber *number);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numerals written in words, and the scale words that follow digits as well. Knows nothing of what
 * a number counts nor whether a single word is one. */

#include "chiso-scan-private.h"

#include <math.h>

double
chiso_scan_digits (const ChisoScan *scan, guint i)
{
  const ChisoToken *token = chiso_scan_peek (scan, i);
  double value = 0;

  for (guint32 p = token->start; p < token->end; p++)
    value = value * 10 + (scan->text[p] - '0');
  return value;
}

int
chiso_scan_digit_word (const ChisoScan *scan, guint i)
{
  /* One more than what the word says, 0 for other words. */
  static const guint8 digits[CHISO_W_N] = {
    [CHISO_W_KHONG] = 1, [CHISO_W_MOT] = 2,  [CHISO_W_HAI] = 3,  [CHISO_W_BA] = 4,
    [CHISO_W_BON] = 5,   [CHISO_W_TU4] = 5,  [CHISO_W_NAM5] = 6, [CHISO_W_SAU6] = 7,
    [CHISO_W_BAY] = 8,   [CHISO_W_BAY2] = 8, [CHISO_W_TAM] = 9,  [CHISO_W_CHIN] = 10,
  };
  guint16 word = chiso_scan_peek (scan, i)->word;

  return word < CHISO_W_N ? digits[word] - 1 : -1;
}

/* A digit word that begins a numeral: "tư" only ends one. */
static int
leading_digit (const ChisoScan *scan, guint i)
{
  return chiso_scan_is (scan, i, CHISO_W_TU4) ? -1 : chiso_scan_digit_word (scan, i);
}

gboolean
chiso_scan_opens_numeral (const ChisoScan *scan, guint i)
{
  return chiso_scan_is (scan, i, CHISO_W_MUOI10) || leading_digit (scan, i) >= 0;
}

static double
scale_word (const ChisoScan *scan, guint i)
{
  if (chiso_scan_is_name (scan, i))
    return 0;
  switch (chiso_scan_peek (scan, i)->word)
    {
    case CHISO_W_TRAM:
      return 1e2;
    case CHISO_W_NGHIN:
    case CHISO_W_NGAN:
      return 1e3;
    case CHISO_W_VAN:
      return 1e4;
    case CHISO_W_TRIEU:
      return 1e6;
    case CHISO_W_TY:
      /* "tỷ lệ" is a rate. */
      return chiso_scan_is (scan, i + 1, CHISO_W_LEJ) ? 0 : 1e9;
    default:
      return 0;
    }
}

guint
chiso_scan_scale (const ChisoScan *scan, guint i, double *factor, double *scale)
{
  double one;

  *factor = *scale = 1;
  for (; (one = scale_word (scan, i)) > 0; i++)
    {
      *factor *= one;
      if (one >= 1e3)
        *scale = MAX (*scale, one);
    }
  return i;
}

/* The unit behind "mười" or "mươi". "năm" there is the year: five is "lăm" or "nhăm". */
static int
unit_after_ten (const ChisoScan *scan, guint i)
{
  if (chiso_scan_is_name (scan, i) || chiso_scan_is (scan, i, CHISO_W_NAM5))
    return -1;
  if (chiso_scan_is (scan, i, CHISO_W_LAM) || chiso_scan_is (scan, i, CHISO_W_NHAM))
    return 5;
  if (chiso_scan_is (scan, i, CHISO_W_MOTS))
    return 1;
  return chiso_scan_is (scan, i, CHISO_W_KHONG) ? -1 : chiso_scan_digit_word (scan, i);
}

/* "mười hai", "hai mươi mốt", "ba lăm", "ba chục": at least a ten. */
static guint
scan_tens (const ChisoScan *scan, guint i, double *value)
{
  int digit = leading_digit (scan, i), unit;

  if (chiso_scan_is (scan, i, CHISO_W_MUOI10))
    {
      *value = 10;
      i++;
    }
  else if (digit >= 1 && chiso_scan_is (scan, i + 1, CHISO_W_CHUC))
    {
      *value = digit * 10;
      return i + 2;
    }
  else if (digit >= 2 && chiso_scan_is (scan, i + 1, CHISO_W_MUOI))
    {
      *value = digit * 10;
      i += 2;
    }
  else if (digit >= 2
           && (chiso_scan_is (scan, i + 1, CHISO_W_LAM) || chiso_scan_is (scan, i + 1, CHISO_W_NHAM)
               || chiso_scan_is (scan, i + 1, CHISO_W_MOTS)))
    {
      *value = digit * 10;
      i++;
    }
  else
    return i;
  unit = unit_after_ten (scan, i);
  if (unit < 0)
    return i;
  *value += unit;
  return i + 1;
}

/* "linh năm", "lẻ ba". */
static guint
scan_odd_unit (const ChisoScan *scan, guint i, double *value)
{
  int digit;

  if (!chiso_scan_is (scan, i, CHISO_W_LINH) && !chiso_scan_is (scan, i, CHISO_W_LE))
    return i;
  digit = chiso_scan_digit_word (scan, i + 1);
  if (digit < 1)
    return i;
  *value = digit;
  return i + 2;
}

/* Below a thousand. alone: only a single digit word was found. */
static guint
scan_hundreds (const ChisoScan *scan, guint i, double *value, gboolean *alone)
{
  int digit = leading_digit (scan, i);
  double rest = 0;
  guint end;

  *alone = FALSE;
  if (digit >= 0 && chiso_scan_is (scan, i + 1, CHISO_W_TRAM))
    {
      i += 2;
      *value = digit * 100;
      if (chiso_scan_is (scan, i, CHISO_W_RUOI))
        {
          *value += 50;
          return i + 1;
        }
      end = scan_tens (scan, i, &rest);
      if (end == i)
        end = scan_odd_unit (scan, i, &rest);
      *value += rest;
      return end;
    }
  end = scan_tens (scan, i, value);
  if (end > i || digit < 1)
    return end;
  *value = digit;
  *alone = TRUE;
  return i + 1;
}

/* "hai phẩy năm": the part behind the comma, as its digits would stand. */
static guint
scan_decimals (const ChisoScan *scan, guint i, double *value)
{
  double part;
  gboolean alone;
  guint end;

  if (!chiso_scan_is (scan, i, CHISO_W_PHAY))
    return i;
  end = scan_hundreds (scan, i + 1, &part, &alone);
  if (end == i + 1)
    return i;
  *value += part / (part < 10 ? 10 : part < 100 ? 100 : 1000);
  return end;
}

/* One term of a sum: hundreds with their scale, "ba trăm nghìn". A term behind another must be
 * whole, since a digit word alone there begins the next phrase ("bốn tỷ năm 2022"). */
static guint
scan_term (const ChisoScan *scan, guint i, gboolean first, double *part, double *factor,
           double *scale)
{
  gboolean alone;
  guint end = scan_hundreds (scan, i, part, &alone), behind;

  if (end == i && !first)
    end = scan_odd_unit (scan, i, part);
  if (end == i || (!first && chiso_scan_is_name (scan, i)))
    return i;
  if (first)
    end = scan_decimals (scan, end, part);
  behind = chiso_scan_scale (scan, end, factor, scale);
  return alone && !first && behind == end ? i : behind;
}

guint
chiso_scan_numeral (const ChisoScan *scan, guint i, ChisoNumeral *numeral)
{
  double last = INFINITY, part, factor, scale;
  guint start = i, end;

  *numeral = (ChisoNumeral){ 0, 1, 1 };
  while ((end = scan_term (scan, i, i == start, &part, &factor, &scale)) > i)
    {
      if (factor == last)
        break;
      i = end;
      /* In "hai nghìn một trăm tỷ" the last scale counts all that stands before it. */
      if (factor > last)
        numeral->value = (numeral->value + part) * factor;
      else
        numeral->value += part * factor;
      numeral->scale = MAX (numeral->scale, scale);
      numeral->factor = factor > 1 ? factor : numeral->factor;
      last = factor;
      if (factor > 1 && chiso_scan_is (scan, i, CHISO_W_RUOI))
        {
          numeral->value += factor / 2;
          return i + 1;
        }
      if (factor == 1)
        break;
    }
  return i;
}

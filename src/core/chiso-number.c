/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scanner of numbers: joins figures and numerals with their scales into plain numbers, fractions
 * and ranges, and tells what is no number. Decides nothing about units. */

#include "chiso-number.h"

#include "chiso-scan-private.h"

#include <math.h>

typedef ChisoNumberPart Part;

/* Behind a "%" or "phần trăm" at i; i where there is none. */
static guint
skip_per_cent (const ChisoScan *scan, guint i)
{
  if (chiso_scan_mark (scan, i, '%'))
    return i + 1;
  return chiso_scan_per_cent (scan, i) && chiso_scan_is (scan, i, CHISO_W_PHAN) ? i + 2 : i;
}

/* What may follow "17.678 tỷ": "617 triệu", "rưỡi"; behind "3 nghìn" also "200 lượt". */
static void
read_rest (const ChisoScan *scan, Part *part)
{
  Part rest;
  double factor, scale;
  guint end;

  while (chiso_scan_kind (scan, part->last, CHISO_TOKEN_DIGITS)
         && chiso_scan_figures (scan, part->last, &rest))
    {
      end = chiso_scan_scale (scan, rest.last, &factor, &scale);
      if (factor >= part->factor || rest.value * factor >= part->factor)
        return;
      if (factor == 1
          && (part->factor != 1000 || rest.n_digits != 3 || rest.grouped
              || !chiso_scan_kind (scan, end, CHISO_TOKEN_WORD)))
        return;
      part->value += rest.value * factor;
      part->factor = factor;
      part->last = end;
      if (factor == 1)
        return;
    }
  if (chiso_scan_is (scan, part->last, CHISO_W_RUOI))
    {
      part->value += part->factor / 2;
      part->last++;
    }
}

static gboolean
read_part (const ChisoScan *scan, guint at, Part *part)
{
  ChisoNumeral numeral;
  guint end;

  if (chiso_scan_kind (scan, at, CHISO_TOKEN_DIGITS))
    {
      if (!chiso_scan_figures (scan, at, part))
        return FALSE;
      end = chiso_scan_scale (scan, part->last, &part->factor, &part->scale);
      part->value *= part->factor;
      part->last = end;
      if (part->factor > 1)
        read_rest (scan, part);
      return TRUE;
    }
  end = chiso_scan_numeral (scan, at, &numeral);
  /* "năm 2016" names a year. */
  if (end == at
      || (end == at + 1 && chiso_scan_is (scan, at, CHISO_W_NAM5)
          && chiso_scan_kind (scan, end, CHISO_TOKEN_DIGITS)))
    return FALSE;
  *part = (Part){ .last = end,
                  .value = numeral.value,
                  .factor = numeral.factor,
                  .scale = numeral.scale,
                  .in_words = TRUE,
                  .decimals = numeral.value != floor (numeral.value) };
  return TRUE;
}

/* "một phần tư", "2 phần 3": value over a digit. */
static void
read_word_fraction (const ChisoScan *scan, Part *part)
{
  guint i = part->last + 1;
  double below;

  if (!chiso_scan_is (scan, part->last, CHISO_W_PHAN) || part->factor != 1 || part->decimals)
    return;
  if (chiso_scan_is (scan, i, CHISO_W_MUOI10))
    below = 10;
  else if (chiso_scan_kind (scan, i, CHISO_TOKEN_DIGITS))
    below = chiso_scan_digits (scan, i);
  else
    below = chiso_scan_digit_word (scan, i);
  if (below < 2 || part->value >= below
      || (chiso_scan_is (scan, i, CHISO_W_NAM5)
          && chiso_scan_kind (scan, i + 1, CHISO_TOKEN_DIGITS)))
    return;
  part->value /= below;
  part->last = i + 1;
  part->in_words = part->decimals = TRUE;
}

/* Whether the single word at i is evidently no number here: part of a name, an ordinal, a month, the
 * year, "một số", "một phần". */
static gboolean
word_is_no_number (const ChisoScan *scan, guint i)
{
  static const guint16 ordinal[] = { CHISO_W_THU, CHISO_W_THANG, CHISO_W_QUY, 0 };
  static const guint16 year_before[] = {
    CHISO_W_DAU,   CHISO_W_CUOI,  CHISO_W_GIUA, CHISO_W_HET,  CHISO_W_TRONG, CHISO_W_CA,
    CHISO_W_MOI,   CHISO_W_HANG,  CHISO_W_CUA,  CHISO_W_VAO,  CHISO_W_TUNG,  CHISO_W_CAC,
    CHISO_W_NHUNG, CHISO_W_NHIEU, CHISO_W_MAY,  CHISO_W_SUOT, CHISO_W_LA,    0
  };
  static const guint16 year_behind[] = { CHISO_W_NAY,  CHISO_W_NGOAI, CHISO_W_TRUOC, CHISO_W_QUA,
                                         CHISO_W_SAU,  CHISO_W_HOC,   CHISO_W_TOI,   CHISO_W_VUA,
                                         CHISO_W_NAY3, CHISO_W_ROI,   CHISO_W_DO,    CHISO_W_AY,
                                         CHISO_W_DAU,  CHISO_W_CUOI,  CHISO_W_LIEN,  0 };

  if (chiso_scan_is (scan, i, CHISO_W_KHONG) || chiso_scan_is_any (scan, i - 1, ordinal))
    return TRUE;
  if (chiso_scan_is_name (scan, i)
      && (chiso_scan_kind (scan, i - 1, CHISO_TOKEN_WORD) || chiso_scan_is_name (scan, i + 1)))
    return TRUE;
  if (chiso_scan_is (scan, i, CHISO_W_MOT))
    return chiso_scan_is (scan, i + 1, CHISO_W_SO) || chiso_scan_is (scan, i + 1, CHISO_W_PHAN);
  if (!chiso_scan_is (scan, i, CHISO_W_NAM5))
    return FALSE;
  return chiso_scan_is_any (scan, i - 1, year_before)
         || chiso_scan_is_any (scan, i + 1, year_behind)
         || chiso_scan_kind (scan, i - 1, CHISO_TOKEN_DIGITS) || chiso_scan_mark (scan, i - 1, '/')
         || chiso_scan_digit_word (scan, i - 1) > 0 || chiso_scan_is (scan, i - 1, CHISO_W_MUOI)
         || chiso_scan_is (scan, i - 1, CHISO_W_MUOI10)
         || (chiso_scan_is (scan, i - 1, CHISO_W_VOI) && chiso_scan_is (scan, i - 2, CHISO_W_SOF));
}

/* "nửa", "một nửa"; the half of a year is a time. */
static gboolean
read_half (const ChisoScan *scan, guint at, Part *part)
{
  static const guint16 time[] = { CHISO_W_DAU,   CHISO_W_CUOI, CHISO_W_NAM5, CHISO_W_THANG,
                                  CHISO_W_NHIEM, CHISO_W_DEM,  CHISO_W_NGAY, 0 };
  guint i = chiso_scan_is (scan, at, CHISO_W_MOT) ? at + 1 : at;

  if (!chiso_scan_is (scan, i, CHISO_W_NUA) || chiso_scan_is_any (scan, i + 1, time))
    return FALSE;
  *part = (Part){
    .last = i + 1, .value = 0.5, .factor = 1, .scale = 1, .in_words = TRUE, .decimals = TRUE
  };
  return TRUE;
}

static gboolean
is_year_like (const Part *part)
{
  return part->n_digits == 4 && !part->grouped && part->factor == 1 && part->value >= 1900
         && part->value < 2100;
}

/* A pair that has another meaning than a fraction: a day of a month, "24/7", years, a month of a year. */
static gboolean
is_other_pair (const Part *a, const Part *b)
{
  if (is_year_like (b) && !a->grouped)
    return a->value <= 12 || (is_year_like (a) && fabs (b->value - a->value) <= 1);
  return a->value > b->value && a->value <= 31 && b->value <= 12 && !a->grouped;
}

/* "tổng số", "số" at token i: how many tokens lead from a part to its whole. */
static guint
count_of_whole (const ChisoScan *scan, guint i)
{
  if (chiso_scan_is (scan, i, CHISO_W_TONG) && chiso_scan_is (scan, i + 1, CHISO_W_SO))
    return 2;
  return chiso_scan_is (scan, i, CHISO_W_SO) ? 1 : 0;
}

/* "63 trong 78 vụ", but "40 trong 6 tháng" */
static gboolean
names_span (const ChisoScan *scan, guint i)
{
  static const guint16 spans[] = {
    CHISO_W_THANG, CHISO_W_NAM5, CHISO_W_NGAY, CHISO_W_QUY, CHISO_W_TUAN, CHISO_W_LAN, 0
  };

  return chiso_scan_is_any (scan, i, spans);
}

/* Position of the second number of "x/y", "x trên y", "x trong y", "x trong tổng số y", "x/tổng số y" behind part; 0
 * for none. *said: the words say that it is a part of a whole. */
static guint
find_denominator (const ChisoScan *scan, guint i, gboolean *slash, gboolean *said)
{
  guint n;

  *slash = chiso_scan_mark (scan, i, '/');
  *said = FALSE;
  if (!*slash && !chiso_scan_is (scan, i, CHISO_W_TREN) && !chiso_scan_is (scan, i, CHISO_W_TRONG))
    return 0;
  i++;
  n = count_of_whole (scan, i);
  *said = n > 0;
  if (!*said && chiso_scan_is (scan, i - 1, CHISO_W_TRONG) && names_span (scan, i + 1))
    return 0;
  i += n;
  return chiso_scan_kind (scan, i, CHISO_TOKEN_DIGITS) ? i : 0;
}

typedef enum
{
  PAIR_NONE, /* the part stands alone */
  PAIR_READ,
  PAIR_BAD, /* a date, a score or the like: no number at all */
} Pair;

/* "bảy trên tám huyện", "ba trong tổng số mười xã": both in words, before what they count. */
static Pair
read_fraction_in_words (const ChisoScan *scan, const Part *a, Part *b)
{
  guint i = a->last + 1;

  if (!chiso_scan_is (scan, a->last, CHISO_W_TREN) && !chiso_scan_is (scan, a->last, CHISO_W_TRONG))
    return PAIR_NONE;
  i += count_of_whole (scan, i);
  /* "một trong ba xã" counts nothing. */
  return a->value < 2 || !read_part (scan, i, b) || !b->in_words || a->decimals || b->decimals
                 || a->factor != 1 || b->factor != 1 || a->value > b->value
                 || !chiso_scan_kind (scan, b->last, CHISO_TOKEN_WORD) || names_span (scan, b->last)
                 || chiso_scan_per_cent (scan, b->last)
             ? PAIR_NONE
             : PAIR_READ;
}

static Pair
read_fraction (const ChisoScan *scan, const Part *a, Part *b)
{
  gboolean slash, said;
  guint i;

  if (a->in_words)
    return read_fraction_in_words (scan, a, b);
  if (a->factor != 1 || (i = find_denominator (scan, a->last, &slash, &said)) == 0)
    return PAIR_NONE;
  if (!chiso_scan_figures (scan, i, b))
    return slash ? PAIR_BAD : PAIR_NONE;
  if (!slash)
    {
      gboolean before_unit = chiso_scan_kind (scan, b->last, CHISO_TOKEN_WORD)
                             && !chiso_scan_per_cent (scan, b->last);

      return a->decimals || b->decimals || a->value > b->value || is_year_like (a)
                     || !(said || before_unit)
                 ? PAIR_NONE
                 : PAIR_READ;
    }
  if (chiso_scan_mark (scan, b->last, '/')
      && chiso_scan_kind (scan, b->last + 1, CHISO_TOKEN_DIGITS))
    return PAIR_BAD;
  return a->decimals || b->decimals || b->value == 0 || is_other_pair (a, b) ? PAIR_BAD : PAIR_READ;
}

/* The word form of a range has no dash: "từ 5 đến 7", "hai ba cuộc". */
static gboolean
is_digit_word_range (const ChisoScan *scan, guint at, const Part *a, Part *b)
{
  int digit = chiso_scan_digit_word (scan, a->last);

  if (a->last != at + 1 || !a->in_words || chiso_scan_is (scan, at, CHISO_W_NAM5)
      || digit != (int) a->value + 1 || chiso_scan_is (scan, a->last, CHISO_W_NAM5)
      || chiso_scan_is (scan, a->last, CHISO_W_TU4) || chiso_scan_is_name (scan, a->last))
    return FALSE;
  *b = (Part){ .last = a->last + 1, .value = digit, .factor = 1, .scale = 1, .in_words = TRUE };
  return TRUE;
}

static Pair
read_range (const ChisoScan *scan, guint at, Part *a, Part *b)
{
  guint i = skip_per_cent (scan, a->last);
  gboolean dash = chiso_scan_mark (scan, i, '-');
  gboolean tight = dash && chiso_scan_glued (scan, i) && chiso_scan_glued (scan, i + 1);

  if (is_digit_word_range (scan, at, a, b))
    return PAIR_READ;
  if (!dash && !chiso_scan_is (scan, i, CHISO_W_DEN))
    return PAIR_NONE;
  if ((dash && !chiso_scan_kind (scan, i + 1, CHISO_TOKEN_DIGITS)) || !read_part (scan, i + 1, b))
    return PAIR_NONE;
  if (tight && (chiso_scan_mark (scan, b->last, '-') || chiso_scan_mark (scan, b->last, '/'))
      && chiso_scan_kind (scan, b->last + 1, CHISO_TOKEN_DIGITS))
    return PAIR_BAD;
  /* In "2 - 3 nghìn" the scale belongs to both. */
  if (a->factor == 1 && b->factor > 1 && a->value < b->value / b->factor)
    a->value *= b->factor;
  if (a->value < b->value)
    return PAIR_READ;
  return tight ? PAIR_BAD : PAIR_NONE;
}

static void
set_number (ChisoNumber *number, guint first, const Part *a)
{
  *number = (ChisoNumber){ .first = first,
                           .last = a->last,
                           .kind = CHISO_NUMBER_PLAIN,
                           .value = a->value,
                           .denominator = NAN,
                           .scale = a->scale,
                           .in_words = a->in_words,
                           .decimals = a->decimals,
                           .n_digits = a->n_digits };
}

static void
set_pair (ChisoNumber *number, ChisoNumberKind kind, const Part *b)
{
  number->kind = kind;
  number->last = b->last;
  number->denominator = b->value;
  number->scale = MAX (number->scale, b->scale);
  number->in_words |= b->in_words;
  number->decimals |= b->decimals;
}

/* The first number, or the only one, with what makes it none. */
static gboolean
read_head (const ChisoScan *scan, guint at, Part *part)
{
  if (chiso_scan_kind (scan, at, CHISO_TOKEN_DIGITS))
    {
      if (chiso_scan_continues (scan, at) || chiso_scan_is (scan, at - 1, CHISO_W_THU)
          || !read_part (scan, at, part))
        return FALSE;
    }
  else if (chiso_scan_is (scan, at, CHISO_W_TRAM) && chiso_scan_per_cent (scan, at + 1))
    {
      *part = (Part){ .last = at + 1, .value = 100, .factor = 1, .scale = 1, .in_words = TRUE };
      return TRUE;
    }
  else if (read_half (scan, at, part))
    return TRUE;
  else if (!read_part (scan, at, part))
    return FALSE;
  read_word_fraction (scan, part);
  return !part->in_words || part->last > at + 1 || !word_is_no_number (scan, at);
}

gboolean
chiso_number_opens (guint16 word)
{
  static const guint8 opens[CHISO_W_N] = {
    [CHISO_W_TU] = 1,    [CHISO_W_TRAM] = 1, [CHISO_W_NUA] = 1,  [CHISO_W_MUOI10] = 1,
    [CHISO_W_KHONG] = 1, [CHISO_W_MOT] = 1,  [CHISO_W_HAI] = 1,  [CHISO_W_BA] = 1,
    [CHISO_W_BON] = 1,   [CHISO_W_NAM5] = 1, [CHISO_W_SAU6] = 1, [CHISO_W_BAY] = 1,
    [CHISO_W_BAY2] = 1,  [CHISO_W_TAM] = 1,  [CHISO_W_CHIN] = 1,
  };

  return word < CHISO_W_N && opens[word];
}

/* "41 cuộc", as most numbers are: a few digits between words, the one behind not a word that goes on with them. */
static gboolean
stands_alone (const ChisoScan *scan, guint i)
{
  static const guint8 goes_on[CHISO_W_N] = {
    [CHISO_W_TRAM] = 1,  [CHISO_W_NGHIN] = 1, [CHISO_W_NGAN] = 1, [CHISO_W_VAN] = 1,
    [CHISO_W_TRIEU] = 1, [CHISO_W_TY] = 1,    [CHISO_W_PHAN] = 1, [CHISO_W_DEN] = 1,
    [CHISO_W_TREN] = 1,  [CHISO_W_TRONG] = 1,
  };
  const ChisoToken *before = chiso_scan_peek (scan, i - 1), *behind = chiso_scan_peek (scan, i + 1);

  if (((before->kind == CHISO_TOKEN_WORD) & (behind->kind == CHISO_TOKEN_WORD)
       & chiso_scan_kind (scan, i, CHISO_TOKEN_DIGITS))
      == 0)
    return FALSE;
  return (before->word != CHISO_W_THU) & !chiso_scan_glued (scan, i)
         & (chiso_scan_length (scan, i) <= 3)
         & !(behind->word < CHISO_W_N && goes_on[behind->word]);
}

gboolean
chiso_number_scan (const ChisoToken *tokens, guint n_tokens, guint at, const char *text,
                   ChisoNumber *number)
{
  const ChisoScan scan = { tokens, n_tokens, text };
  gboolean since = chiso_scan_is (&scan, at, CHISO_W_TU);
  Part a, b;
  Pair pair;

  g_return_val_if_fail (tokens != NULL && text != NULL && number != NULL, FALSE);

  if (stands_alone (&scan, at))
    {
      a = (Part){ .last = at + 1,
                  .value = chiso_scan_digits (&scan, at),
                  .scale = 1,
                  .n_digits = chiso_scan_length (&scan, at) };
      set_number (number, at, &a);
      return TRUE;
    }
  if (!read_head (&scan, since ? at + 1 : at, &a))
    return FALSE;
  pair = read_range (&scan, since ? at + 1 : at, &a, &b);
  set_number (number, at, &a);
  if (since)
    {
      /* "từ" belongs to the number only in "từ 5 đến 7". */
      if (pair != PAIR_READ || is_year_like (&a))
        return FALSE;
    }
  else if (pair == PAIR_NONE)
    {
      pair = read_fraction (&scan, &a, &b);
      if (pair == PAIR_READ)
        set_pair (number, CHISO_NUMBER_FRACTION, &b);
      return pair != PAIR_BAD;
    }
  if (pair == PAIR_READ)
    set_pair (number, CHISO_NUMBER_RANGE, &b);
  return pair != PAIR_BAD;
}

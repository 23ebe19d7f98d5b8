/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs of digits with their points and commas: what they are worth, and when they are a code, a
 * telephone number or part of something longer. */

#include "chiso-scan-private.h"

#include <math.h>

#define MAX_GROUPS 6

/* Digits of one run with the separators between, before they are understood. */
typedef struct
{
  guint n;
  guint token[MAX_GROUPS];
  guint length[MAX_GROUPS];
  gunichar separator[MAX_GROUPS]; /* in front of group i; [0] unused */
} Groups;

gboolean
chiso_scan_per_cent (const ChisoScan *scan, guint i)
{
  if (chiso_scan_is (scan, i, CHISO_W_DIEM))
    i++;
  return chiso_scan_mark (scan, i, '%')
         || (chiso_scan_is (scan, i, CHISO_W_PHAN) && chiso_scan_is (scan, i + 1, CHISO_W_TRAM));
}

static gboolean
is_separator (const ChisoScan *scan, guint i)
{
  return chiso_scan_mark (scan, i, '.') || chiso_scan_mark (scan, i, ',');
}

static gboolean
is_slash_or_dash (const ChisoScan *scan, guint i)
{
  return chiso_scan_mark (scan, i, '/') || chiso_scan_mark (scan, i, '-');
}

static gboolean
leads_with_zero (const ChisoScan *scan, guint i)
{
  return scan->text[chiso_scan_peek (scan, i)->start] == '0';
}

/* "0205 3812 345": groups of digits behind one another, of which the first is a trunk code; not the end of
 * "1.073" before another cell. */
static gboolean
is_telephone (const ChisoScan *scan, guint i)
{
  guint first = i;

  while (chiso_scan_kind (scan, first - 1, CHISO_TOKEN_DIGITS))
    first--;
  if (chiso_scan_glued (scan, first) && is_separator (scan, first - 1))
    return FALSE;
  return leads_with_zero (scan, first) && chiso_scan_length (scan, first) >= 3
         && (first < i || chiso_scan_kind (scan, i + 1, CHISO_TOKEN_DIGITS));
}

gboolean
chiso_scan_continues (const ChisoScan *scan, guint i)
{
  gboolean word_before;

  if (is_telephone (scan, i))
    return TRUE;
  if (!chiso_scan_glued (scan, i))
    return FALSE;
  if (chiso_scan_kind (scan, i - 1, CHISO_TOKEN_WORD))
    return TRUE;
  if (!chiso_scan_glued (scan, i - 1))
    return FALSE;
  word_before = chiso_scan_kind (scan, i - 2, CHISO_TOKEN_WORD);
  if (chiso_scan_kind (scan, i - 2, CHISO_TOKEN_DIGITS))
    return is_separator (scan, i - 1) || is_slash_or_dash (scan, i - 1);
  if (chiso_scan_mark (scan, i - 1, '/'))
    return word_before && (chiso_scan_peek (scan, i - 2)->flags & CHISO_TOKEN_UPPER) != 0;
  return chiso_scan_mark (scan, i - 1, '-') && word_before;
}

/* Whether the digits before i are the head of a code: "217-QĐ", "201 - KH/TU", "363/KH-TTCP", "11/TTg". */
static gboolean
code_behind (const ChisoScan *scan, guint i)
{
  if (chiso_scan_mark (scan, i, '-')
      && (chiso_scan_peek (scan, i + 1)->flags & CHISO_TOKEN_UPPER) != 0
      && is_slash_or_dash (scan, i + 2) && chiso_scan_glued (scan, i + 2))
    return TRUE;
  if (!chiso_scan_glued (scan, i) || !chiso_scan_glued (scan, i + 1)
      || !chiso_scan_kind (scan, i + 1, CHISO_TOKEN_WORD))
    return FALSE;
  return chiso_scan_mark (scan, i, '-')
         || (chiso_scan_mark (scan, i, '/')
             && (chiso_scan_peek (scan, i + 1)->flags & CHISO_TOKEN_CAPITAL) != 0);
}

/* "1. 026 hộ", "2 904 lượt": a space inside thousands, believed only in the middle of a clause. Returns the
 * position of the three digits, or 0. */
static guint
spaced_thousands (const ChisoScan *scan, guint i)
{
  gboolean point = chiso_scan_mark (scan, i + 1, '.') && chiso_scan_glued (scan, i + 1);
  guint digits = point ? i + 2 : i + 1, behind = digits + 1;

  if (chiso_scan_length (scan, i) > 3 || leads_with_zero (scan, i)
      || !chiso_scan_kind (scan, i - 1, CHISO_TOKEN_WORD)
      || !chiso_scan_kind (scan, digits, CHISO_TOKEN_DIGITS)
      || chiso_scan_length (scan, digits) != 3)
    return 0;
  if (!chiso_scan_kind (scan, behind, CHISO_TOKEN_WORD)
      || (chiso_scan_peek (scan, behind)->flags & CHISO_TOKEN_CAPITAL) != 0)
    return 0;
  return digits;
}

static gboolean
read_groups (const ChisoScan *scan, guint i, Groups *groups)
{
  *groups = (Groups){ 0 };
  for (;;)
    {
      if (groups->n == MAX_GROUPS)
        return FALSE;
      groups->token[groups->n] = i;
      groups->length[groups->n] = chiso_scan_length (scan, i);
      groups->n++;
      if (!is_separator (scan, i + 1) || !chiso_scan_glued (scan, i + 1)
          || !chiso_scan_kind (scan, i + 2, CHISO_TOKEN_DIGITS) || !chiso_scan_glued (scan, i + 2))
        break;
      groups->separator[groups->n] = chiso_scan_peek (scan, i + 1)->mark;
      i += 2;
    }
  if (groups->n == 1 && (i = spaced_thousands (scan, i)) != 0)
    {
      groups->separator[1] = '.';
      groups->token[1] = i;
      groups->length[1] = 3;
      groups->n = 2;
    }
  return TRUE;
}

/* Whether groups [0, n) are a head of one to three digits and threes behind one kind of separator. */
static gboolean
are_thousands (const ChisoScan *scan, const Groups *groups, guint n)
{
  if (groups->length[0] > 3 || (n > 1 && leads_with_zero (scan, groups->token[0])))
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (groups->length[i] != 3 || groups->separator[i] != groups->separator[1])
      return FALSE;
  return TRUE;
}

/* How many of the groups are the whole part; 0 when they make no number. */
static guint
count_whole_groups (const ChisoScan *scan, const Groups *groups)
{
  guint n = groups->n, tail = groups->length[n - 1];
  gboolean per_cent = chiso_scan_per_cent (scan, groups->token[n - 1] + 1);
  gboolean zeros = leads_with_zero (scan, groups->token[0]);

  if (n == 1)
    return groups->length[0] > 12 || (zeros && groups->length[0] > 3) ? 0 : 1;
  if (n > 2)
    {
      if (are_thousands (scan, groups, n))
        return n;
      return groups->separator[n - 1] != groups->separator[n - 2]
                     && are_thousands (scan, groups, n - 1)
                 ? n - 1
                 : 0;
    }
  if (zeros && groups->length[0] > 1)
    return 0;
  if (groups->separator[1] == ',')
    {
      if (tail == 3 && !per_cent && are_thousands (scan, groups, 2)
          && chiso_scan_digits (scan, groups->token[1]) == 0)
        return 2;
      return tail <= 4 && groups->length[0] + tail < 8 ? 1 : 0;
    }
  if (are_thousands (scan, groups, 2) && !per_cent)
    return 2;
  return tail <= 2 || per_cent || zeros ? 1 : 0;
}

/* 10 to the power of n. */
static double
power_of_ten (guint n)
{
  static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4 };

  return n < G_N_ELEMENTS (powers) ? powers[n] : pow (10, n);
}

gboolean
chiso_scan_figures (const ChisoScan *scan, guint at, ChisoNumberPart *part)
{
  Groups groups;
  guint whole;

  if (!read_groups (scan, at, &groups) || (whole = count_whole_groups (scan, &groups)) == 0)
    return FALSE;
  *part = (ChisoNumberPart){ .last = groups.token[groups.n - 1] + 1,
                             .factor = 1,
                             .scale = 1,
                             .decimals = whole<groups.n, .grouped = groups.n> 1,
                             .n_digits = groups.length[0] };
  for (guint i = 0; i < whole; i++)
    part->value = part->value * (i == 0 ? 1 : 1000) + chiso_scan_digits (scan, groups.token[i]);
  if (part->decimals)
    part->value += chiso_scan_digits (scan, groups.token[whole])
                   / power_of_ten (groups.length[whole]);
  return !code_behind (scan, part->last);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers that a written figure can stand for, by its last written digit and its qualifier.
 * Reads the digits in the sentence, since "13,8 nghìn tỷ" is known to the hundred and its value does
 * not say so. */

#include "chiso-audit-private.h"
#include "chiso-stats-private.h"

#include <math.h>
#include <string.h>

/* Room for binary fractions. */
#define EPSILON 1e-9

/* The digits of the figure as one whole number: 138 of "13,8 nghìn tỷ"; NAN where there are none. */
static double
digits_of (const ChisoRecord *record)
{
  const ChisoObservation *observation = record->observation;
  guint32 offset = observation->sentence.start;
  const char *c, *end;
  double digits = NAN;

  if (record->sentence == NULL || observation->figure.start < offset
      || observation->figure.end > observation->sentence.end)
    return NAN;
  c = record->sentence + observation->figure.start - offset;
  end = record->sentence + observation->figure.end - offset;
  while (c < end && !g_ascii_isdigit (*c))
    c++;
  for (; c < end; c++)
    {
      gboolean inner = (*c == '.' || *c == ',') && c + 1 < end && g_ascii_isdigit (c[1]);

      if (g_ascii_isdigit (*c))
        digits = (isnan (digits) ? 0 : digits) * 10 + (*c - '0');
      else if (!inner)
        break;
    }
  return digits;
}

/* What the last digit of digits is worth where they mean value: a power of ten, or 0. */
static double
worth (double digits, double value)
{
  double power;

  if (!(digits > 0) || !(value > 0))
    return 0;
  power = pow (10, round (log10 (value / digits)));
  return fabs (value / digits / power - 1) < 1e-6 ? power : 0;
}

/* Likewise where the digits are not to be had: of the decimals that the value needs. */
static double
worth_of_decimals (double value)
{
  g_autofree char *text = chiso_value_format (value);
  const char *point = strchr (text, '.');

  return point != NULL ? pow (10, -(double) strlen (point + 1)) : 1;
}

/* From magnitude - half to magnitude + one unit of the last digit, with value's sign. */
static ChisoRange
spread (double value, double unit)
{
  return value < 0 ? (ChisoRange){ value - unit, value + unit / 2 }
                   : (ChisoRange){ value - unit / 2, value + unit };
}

static ChisoRange
range_of_amount (const ChisoRecord *record, const ChisoIndicator *indicator)
{
  double value = record->observation->value;
  double unit = worth (digits_of (record), fabs (value));

  if (unit == 0)
    unit = worth_of_decimals (fabs (value));
  if (indicator->kind == CHISO_KIND_COUNT && unit <= 1)
    unit = 0;
  return spread (value, unit);
}

/* What the last digit of a ratio is worth. It is written as a growth or a part in per cent, or as a
 * multiple; "giảm 2 lần" is a half. */
static double
unit_of_ratio (double ratio, double digits)
{
  double growth = fabs (ratio - 1) * 100, unit;

  if (isnan (digits) || digits == 0)
    {
      unit = worth_of_decimals (ratio);
      return ratio >= 2 && unit >= 0.1 ? unit : worth_of_decimals (growth) / 100;
    }
  if ((unit = worth (digits, growth)) > 0 || (unit = worth (digits, ratio * 100)) > 0)
    return unit / 100;
  if ((unit = worth (digits, ratio)) > 0)
    return unit;
  return worth (digits, 1 / ratio) * ratio * ratio;
}

static ChisoRange
range_of_ratio (const ChisoRecord *record)
{
  double ratio = record->observation->value, digits = digits_of (record);

  /* "Gấp đôi" is in words because it is about. */
  if (isnan (digits) && record->sentence != NULL)
    return (ChisoRange){ ratio * (1 - CHISO_STATS_ABOUT), ratio * (1 + CHISO_STATS_ABOUT) };
  return chiso_range_add ((ChisoRange){ 1, 1 }, spread (ratio - 1, unit_of_ratio (ratio, digits)));
}

/* Widens to what the qualifier allows. "Over" and "under" of a decrease may mean the decrease or
 * what it leaves, so they say no more than that it is one. */
static ChisoRange
qualify (ChisoRange range, const ChisoObservation *observation)
{
  gboolean change = observation->measure != CHISO_MEASURE_LEVEL;
  double nothing = observation->measure == CHISO_MEASURE_RATIO ? 1 : 0;
  double slack = fabs (observation->value - nothing) * CHISO_STATS_ABOUT;

  switch (observation->qualifier)
    {
    case CHISO_QUALIFIER_ABOUT:
      slack = MAX (slack, range.high - range.low);
      return (ChisoRange){ range.low - slack, range.high + slack };
    case CHISO_QUALIFIER_AT_LEAST:
    case CHISO_QUALIFIER_AT_MOST:
      if (change && observation->value < nothing)
        return (ChisoRange){ -INFINITY, nothing };
      if (observation->qualifier == CHISO_QUALIFIER_AT_LEAST)
        return (ChisoRange){ range.low, INFINITY };
      return (ChisoRange){ -INFINITY, range.high };
    case CHISO_QUALIFIER_EXACT:
    default:
      return range;
    }
}

ChisoRange
chiso_range_of (const ChisoRecord *record, const ChisoIndicator *indicator)
{
  const ChisoObservation *observation = record->observation;

  return qualify (observation->measure == CHISO_MEASURE_RATIO ? range_of_ratio (record)
                                                              : range_of_amount (record, indicator),
                  observation);
}

ChisoRange
chiso_range_add (ChisoRange a, ChisoRange b)
{
  return (ChisoRange){ a.low + b.low, a.high + b.high };
}

ChisoRange
chiso_range_subtract (ChisoRange a, ChisoRange b)
{
  return (ChisoRange){ a.low - b.high, a.high - b.low };
}

ChisoRange
chiso_range_divide (ChisoRange a, ChisoRange b)
{
  double low = MAX (a.low, 0), least = MAX (b.low, 0);

  return (ChisoRange){ isinf (b.high) ? 0 : low / b.high, least > 0 ? a.high / least : INFINITY };
}

gboolean
chiso_range_meets (ChisoRange a, ChisoRange b)
{
  double room = EPSILON * MAX (1, MIN (fabs (a.low), fabs (a.high)));

  return a.low <= b.high + room && b.low <= a.high + room;
}

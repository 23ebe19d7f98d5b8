/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns how a number is written. Must not ask the C library's locale: the language is an argument,
 * so that a figure reads the same on every machine. */

#include "plot-number.h"

#include <math.h>
#include <string.h>

#define MINUS "\u2212"
#define NO_BREAK_SPACE "\u00a0"

gboolean
plot_language_is_vietnamese (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "vi");
}

/* Drops zeros at the end of a fraction, and the point when nothing is left behind it. */
static void
strip_zeros (char *digits)
{
  char *point = strchr (digits, '.');
  char *end = digits + strlen (digits);

  if (point == NULL)
    return;
  while (end > point + 1 && end[-1] == '0')
    *--end = '\0';
  if (end == point + 1)
    *point = '\0';
}

static gboolean
is_zero (const char *digits)
{
  return strspn (digits, "0.") == strlen (digits);
}

static void
append_grouped (GString *out, const char *digits, gboolean vietnamese)
{
  const char *point = strchr (digits, '.');
  gsize whole = point != NULL ? (gsize) (point - digits) : strlen (digits);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, vietnamese ? '.' : ',');
      g_string_append_c (out, digits[i]);
    }
  if (point != NULL)
    {
      g_string_append_c (out, vietnamese ? ',' : '.');
      g_string_append (out, point + 1);
    }
}

/* People round 54.25 up; the C library rounds to even, and what was typed as 1.005 lies a hair
 * below it in a double. A nudge far smaller than the last digit shown settles both. */
static double
nudge (double value, guint decimals)
{
  return value + MIN (value * 1e-14, pow (10, -(double) decimals) * 1e-3);
}

char *
plot_number_format (double value, guint decimals, PlotNumberFlags flags, const char *language)
{
  char format[8], digits[352];
  GString *out;

  if (isnan (value))
    return g_strdup ("");
  if (isinf (value))
    return g_strdup (value > 0 ? "∞" : MINUS "∞");

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 9));
  g_ascii_formatd (digits, sizeof digits, format, nudge (fabs (value), MIN (decimals, 9)));
  if (!(flags & PLOT_NUMBER_KEEP_ZEROS))
    strip_zeros (digits);

  out = g_string_new (NULL);
  if (!is_zero (digits))
    g_string_append (out, value < 0 ? MINUS : (flags & PLOT_NUMBER_SIGNED) ? "+" : "");
  append_grouped (out, digits, plot_language_is_vietnamese (language));
  return g_string_free (out, FALSE);
}

char *
plot_number_unit (const char *unit, const char *language)
{
  const char *bare = unit != NULL ? unit : "";
  gboolean spaced = *bare == ' ' || g_str_has_prefix (bare, NO_BREAK_SPACE);

  if (spaced)
    bare += *bare == ' ' ? 1 : strlen (NO_BREAK_SPACE);
  if (*bare == '%')
    spaced = plot_language_is_vietnamese (language);
  return g_strconcat (spaced ? NO_BREAK_SPACE : "", bare, NULL);
}

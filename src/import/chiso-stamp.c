/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. */

#include "chiso-stamp.h"

#include <string.h>

#define FIRST_YEAR 1945
#define LAST_YEAR 2100

static char *
format_day (guint year, guint month, guint day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/* Reads up to max digits. */
static guint
read_number (const char **text, guint max, guint *value)
{
  guint n = 0;

  for (*value = 0; n < max && g_ascii_isdigit (**text); n++)
    *value = *value * 10 + (*(*text)++ - '0');
  return n;
}

static char *
parse_instant (const char *text)
{
  g_autoptr (GTimeZone) vietnam = g_time_zone_new_identifier ("+07:00");
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, vietnam);
  g_autoptr (GDateTime) local = NULL;

  if (time == NULL)
    return NULL;
  local = g_date_time_to_timezone (time, vietnam);
  return local == NULL ? NULL
                       : format_day (g_date_time_get_year (local), g_date_time_get_month (local),
                                     g_date_time_get_day_of_month (local));
}

static char *
parse_year_first (const char *text)
{
  guint year, month, day;
  char separator;

  if (read_number (&text, 4, &year) != 4)
    return NULL;
  separator = *text;
  if (separator == '-' || separator == '/' || separator == '.')
    text++;
  if (read_number (&text, 2, &month) == 0)
    return NULL;
  if (*text == separator && !g_ascii_isdigit (separator))
    text++;
  if (read_number (&text, 2, &day) == 0)
    return NULL;
  return format_day (year, month, day);
}

static char *
parse_day_first (const char *text)
{
  guint year, month, day;
  char separator;

  if (read_number (&text, 2, &day) == 0)
    return NULL;
  separator = *text;
  if (separator != '/' && separator != '-' && separator != '.')
    return NULL;
  text++;
  if (read_number (&text, 2, &month) == 0 || *text++ != separator)
    return NULL;
  if (read_number (&text, 4, &year) != 4 || g_ascii_isdigit (*text))
    return NULL;
  return format_day (year, month, day);
}

char *
chiso_stamp_parse (const char *text)
{
  char *day;

  if (text == NULL)
    return NULL;
  while (g_ascii_isspace (*text))
    text++;
  day = parse_instant (text);
  if (day == NULL)
    day = parse_year_first (text);
  for (const char *p = text; day == NULL && *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && (p == text || !g_ascii_isdigit (p[-1])))
      day = parse_day_first (p);
  return day;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading, writing and comparing EDTF periods. Pure: no clock, no locale. */

#include "chiso-period.h"

#include <string.h>

static gboolean
is_date (const ChisoDate *date)
{
  return date->year != 0;
}

static gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days of the year that lie before month, 1 to 13. */
static int
days_before (int year, int month)
{
  static const short days[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

  return days[month - 1] + (month > 2 && is_leap (year) ? 1 : 0);
}

static int
last_day_of_month (int year, int month)
{
  return days_before (year, month + 1) - days_before (year, month);
}

/* The days since the end of the year before year 1, as GDate counts them. */
static guint32
day_number (int year, int month, int day)
{
  int years = year - 1;

  return years * 365 + years / 4 - years / 100 + years / 400 + days_before (year, month) + day;
}

/* The last day of the year, month or day that date is. */
static ChisoDate
last_day (const ChisoDate *date)
{
  int month = date->month == 0 ? 12 : date->month;

  return (ChisoDate){ date->year, month,
                      date->day == 0 ? last_day_of_month (date->year, month) : date->day };
}

ChisoPeriod
chiso_period_year (int year)
{
  ChisoDate date = { year, 0, 0 };

  return (ChisoPeriod){ date, date, FALSE };
}

ChisoPeriod
chiso_period_month (int year, int month)
{
  ChisoDate date = { year, month, 0 };

  return (ChisoPeriod){ date, date, FALSE };
}

ChisoPeriod
chiso_period_months (int year, int first_month, int last_month)
{
  return (ChisoPeriod){ { year, first_month, 0 }, { year, last_month, 0 }, FALSE };
}

static gboolean
scan_digits (const char **cursor, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*cursor)[i]))
        return FALSE;
      *value = *value * 10 + ((*cursor)[i] - '0');
    }
  *cursor += n;
  return TRUE;
}

static gboolean
scan_date (const char **cursor, ChisoDate *date)
{
  int year, month = 0, day = 0;

  if (!scan_digits (cursor, 4, &year) || year == 0)
    return FALSE;
  if (**cursor == '-')
    {
      (*cursor)++;
      if (!scan_digits (cursor, 2, &month) || month < 1 || month > 12)
        return FALSE;
      if (**cursor == '-')
        {
          (*cursor)++;
          if (!scan_digits (cursor, 2, &day) || day < 1 || day > last_day_of_month (year, month))
            return FALSE;
        }
    }
  *date = (ChisoDate){ year, month, day };
  return TRUE;
}

static gboolean
runs_backwards (const ChisoPeriod *period)
{
  guint32 first, last;

  chiso_period_days (period, &first, &last);
  return last < first;
}

gboolean
chiso_period_parse (const char *text, ChisoPeriod *period)
{
  const char *cursor = text;
  ChisoPeriod read = { 0 };

  g_return_val_if_fail (period != NULL, FALSE);

  *period = (ChisoPeriod){ 0 };
  if (text == NULL || !scan_date (&cursor, &read.start))
    return FALSE;
  if (*cursor == '/')
    {
      cursor++;
      if (g_str_has_prefix (cursor, ".."))
        {
          read.open_end = TRUE;
          cursor += 2;
        }
      else if (!scan_date (&cursor, &read.end))
        return FALSE;
    }
  else
    read.end = read.start;
  if ((*cursor != '\0' && *cursor != '|') || runs_backwards (&read))
    return FALSE;
  *period = read;
  return TRUE;
}

/* The last n digits; g_snprintf() took a tenth of the time of storing a figure. */
static char *
write_digits (char *out, guint number, guint n)
{
  for (guint i = n; i-- > 0; number /= 10)
    out[i] = '0' + number % 10;
  return out + n;
}

static char *
format_date (const ChisoDate *date, char *out)
{
  out = write_digits (out, date->year, 4);
  if (date->month != 0)
    {
      *out++ = '-';
      out = write_digits (out, date->month, 2);
      if (date->day != 0)
        {
          *out++ = '-';
          out = write_digits (out, date->day, 2);
        }
    }
  *out = '\0';
  return out;
}

const char *
chiso_period_format (const ChisoPeriod *period, char *buffer)
{
  char *out = buffer;

  g_return_val_if_fail (period != NULL && buffer != NULL, "");

  *out = '\0';
  if (!is_date (&period->start))
    return buffer;
  out = format_date (&period->start, out);
  if (period->open_end)
    strcpy (out, "/..");
  else if (memcmp (&period->start, &period->end, sizeof (ChisoDate)) != 0)
    {
      *out++ = '/';
      format_date (&period->end, out);
    }
  return buffer;
}

gboolean
chiso_period_is_set (const ChisoPeriod *period)
{
  return is_date (&period->start);
}

void
chiso_period_days (const ChisoPeriod *period, guint32 *first, guint32 *last)
{
  const ChisoDate *start = &period->start, *end = &period->end;

  *first = *last = 0;
  if (!is_date (start))
    return;
  *first = day_number (start->year, MAX (start->month, 1), MAX (start->day, 1));
  if (period->open_end)
    *last = G_MAXUINT32;
  else
    {
      ChisoDate day = last_day (end);

      *last = day_number (day.year, day.month, day.day);
    }
}

static gboolean
end_alike (const ChisoDate *a, const ChisoDate *b)
{
  ChisoDate last_a = last_day (a), last_b = last_day (b);

  return last_a.year == last_b.year && last_a.month == last_b.month && last_a.day == last_b.day;
}

gboolean
chiso_period_equal (const ChisoPeriod *a, const ChisoPeriod *b)
{
  const ChisoDate *start = &a->start, *other = &b->start;

  if (memcmp (a, b, sizeof *a) == 0)
    return TRUE;
  if (start->year != other->year)
    return FALSE;
  if (!is_date (start))
    return TRUE;
  return MAX (start->month, 1) == MAX (other->month, 1)
         && MAX (start->day, 1) == MAX (other->day, 1)
         && (a->open_end || b->open_end ? a->open_end && b->open_end
                                        : end_alike (&a->end, &b->end));
}

int
chiso_period_compare (const ChisoPeriod *a, const ChisoPeriod *b)
{
  guint32 first_a, last_a, first_b, last_b;

  chiso_period_days (a, &first_a, &last_a);
  chiso_period_days (b, &first_b, &last_b);
  if (last_a != last_b)
    return last_a < last_b ? -1 : 1;
  return first_a < first_b ? -1 : first_a > first_b;
}

ChisoPeriod
chiso_period_shift_years (const ChisoPeriod *period, int years)
{
  ChisoPeriod shifted = *period;

  if (is_date (&shifted.start))
    shifted.start.year += years;
  if (is_date (&shifted.end))
    shifted.end.year += years;
  /* 29 February has no like in most years. */
  if (shifted.start.month == 2 && shifted.start.day == 29)
    shifted.start.day = last_day_of_month (shifted.start.year, 2);
  if (shifted.end.month == 2 && shifted.end.day == 29)
    shifted.end.day = last_day_of_month (shifted.end.year, 2);
  return shifted;
}

guint
chiso_period_n_days (const ChisoPeriod *period)
{
  guint32 first, last;

  /* Nearly always a year. */
  if (period->start.month == 0 && period->end.month == 0 && !period->open_end
      && period->start.year == period->end.year && period->start.year != 0)
    return is_leap (period->start.year) ? 366 : 365;
  chiso_period_days (period, &first, &last);
  return first == 0 || period->open_end || last < first ? 0 : last - first + 1;
}

gboolean
chiso_period_comparable (const ChisoPeriod *a, const ChisoPeriod *b, gboolean stock)
{
  ChisoPeriod moved;

  if (!chiso_period_is_set (a) || !chiso_period_is_set (b) || a->open_end || b->open_end)
    return FALSE;
  /* A stock is as at its last day, so any two single dates or years stand on one line. */
  if (stock)
    return chiso_period_n_days (a) <= 366 && chiso_period_n_days (b) <= 366;
  moved = chiso_period_shift_years (a, b->start.year - a->start.year);
  return chiso_period_equal (&moved, b);
}

/* "15/12/2022 - 14/6/2023", "16/11/2021 - 15/11/2022", "15/6 - 14/9/2024": closed on the day before that on which it
 * began. */
static gboolean
is_closed_early (const ChisoDate *start, const ChisoDate *end)
{
  if (start->day < 10 || end->day == 0 || end->day > start->day)
    return FALSE;
  if (end->year == start->year)
    return start->month % 3 == 0 && end->month > start->month
           && (end->month - start->month) % 3 == 0;
  return end->year == start->year + 1
         && (start->month == 12 || (start->month == 11 && end->month == 11));
}

ChisoPeriod
chiso_period_in_months (const ChisoPeriod *period)
{
  ChisoPeriod months = *period;
  ChisoDate *start = &months.start, *end = &months.end;

  if (start->day == 0 && end->day == 0)
    return months;
  if (!months.open_end && is_closed_early (start, end))
    {
      if (start->month == 11)
        end->month = 12;
      *start = (ChisoDate){ end->year, end->year == start->year ? start->month + 1 : 1, 0 };
    }
  start->day = end->day = 0;
  if (start->month == 1 && end->month == 12)
    start->month = end->month = 0;
  return months;
}

gboolean
chiso_period_is_after_mergers (const ChisoPeriod *period)
{
  guint32 first, last;

  chiso_period_days (period, &first, &last);
  return last > day_number (2025, 6, 30);
}

int
chiso_period_last_year (const ChisoPeriod *period)
{
  return period->open_end || !is_date (&period->end) ? period->start.year : period->end.year;
}

double
chiso_period_to_decimal (const ChisoPeriod *period, gboolean stock)
{
  guint32 first, last;
  double day;
  GDate date;
  guint year;
  guint32 new_year;

  chiso_period_days (period, &first, &last);
  if (first == 0)
    return 0;
  /* A stock dated by its year alone stands at that year's end, like "2022-12". */
  day = period->open_end ? first : stock ? last : (first + last + 1) / 2.0;
  g_date_set_julian (&date, (guint32) day);
  year = g_date_get_year (&date);
  g_date_set_dmy (&date, 1, 1, year);
  new_year = g_date_get_julian (&date);
  return year + (day - new_year) / (g_date_is_leap_year (year) ? 366.0 : 365.0);
}

static char *
date_words (const ChisoDate *date, gboolean vi)
{
  static const char *const months[] = { "January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December" };

  if (date->month == 0)
    return g_strdup_printf ("%d", date->year);
  if (date->day == 0)
    return vi ? g_strdup_printf ("%d/%d", date->month, date->year)
              : g_strdup_printf ("%s %d", months[date->month - 1], date->year);
  return vi ? g_strdup_printf ("%d/%d/%d", date->day, date->month, date->year)
            : g_strdup_printf ("%d %s %d", date->day, months[date->month - 1], date->year);
}

/* "6 tháng đầu năm 2023", "quý III/2023" and their like, the year for all its months; NULL for any
 * other span. */
static char *
months_words (const ChisoPeriod *period, gboolean vi)
{
  static const char *const roman[] = { "I", "II", "III", "IV" };
  const ChisoDate *a = &period->start, *b = &period->end;

  if (a->year != b->year || a->month == 0 || b->month == 0 || a->day != 0 || b->day != 0)
    return NULL;
  if (b->month - a->month == 2 && a->month % 3 == 1)
    return vi ? g_strdup_printf ("quý %s/%d", roman[a->month / 3], a->year)
              : g_strdup_printf ("Q%d %d", a->month / 3 + 1, a->year);
  if (a->month != 1 || b->month == 1)
    return NULL;
  if (b->month == 12)
    return g_strdup_printf ("%d", a->year);
  return vi ? g_strdup_printf ("%d tháng đầu năm %d", b->month, a->year)
            : g_strdup_printf ("first %d months of %d", b->month, a->year);
}

char *
chiso_period_to_words (const ChisoPeriod *period, const char *language)
{
  gboolean vi = g_strcmp0 (language, "vi") == 0;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  char *words;

  g_return_val_if_fail (period != NULL, NULL);

  if (!is_date (&period->start))
    return g_strdup ("");
  start = date_words (&period->start, vi);
  if (period->open_end)
    return g_strdup_printf (vi ? "từ %s đến nay" : "since %s", start);
  if (memcmp (&period->start, &period->end, sizeof (ChisoDate)) == 0)
    return g_steal_pointer (&start);
  words = months_words (period, vi);
  if (words != NULL)
    return words;
  end = date_words (&period->end, vi);
  return g_strdup_printf ("%s – %s", start, end);
}

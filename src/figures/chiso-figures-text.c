/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values, periods, names and lists as they stand inside sentences. Decides nothing about the data.
 */

#include "chiso-figures-private.h"

#include <math.h>
#include <string.h>

#include "plot/plot-number.h"

/* Longest unit that is repeated behind every value of a chart; longer ones stand in the subtitle.
 */
#define MARK_UNIT_MAX 6

char *
chiso_text_lower (const char *name)
{
  const char *second = g_utf8_next_char (name);
  g_autofree char *first = NULL;

  /* "GRDP growth" keeps its capitals. */
  if (*name == '\0' || g_unichar_isupper (g_utf8_get_char (second)))
    return g_strdup (name);
  first = g_utf8_strdown (name, second - name);
  return g_strconcat (first, second, NULL);
}

char *
chiso_text_number (ChisoDraft *self, guint n)
{
  return plot_number_format (n, 0, PLOT_NUMBER_DEFAULT, self->language);
}

static gboolean
is_percent (const ChisoIndicator *indicator)
{
  return g_strcmp0 (indicator->unit_en, "%") == 0;
}

/* The unit as it is glued to a number: with its space, except for the per cent sign; none where the
 * indicator's name beside it is the unit. */
static char *
unit_behind (ChisoDraft *self, const ChisoIndicator *indicator)
{
  g_autofree char *unit = g_strdup (chiso_indicator_unit (indicator, self->language));

  if (is_percent (indicator))
    return g_steal_pointer (&unit);
  /* "Citizen receptions: 2,904 receptions" says it twice, and "1 receptions" says it wrong. */
  if (indicator->kind == CHISO_KIND_COUNT && !chiso_language_is_vietnamese (self->language))
    return g_strdup ("");
  return g_strconcat (" ", unit, NULL);
}

static char *
with_unit (ChisoDraft *self, double value, guint decimals, gboolean signed_value, const char *unit)
{
  g_autofree char *number = plot_number_format (
      value, decimals, signed_value ? PLOT_NUMBER_SIGNED : PLOT_NUMBER_DEFAULT, self->language);
  g_autofree char *behind = plot_number_unit (unit, self->language);

  return g_strconcat (number, behind, NULL);
}

char *
chiso_text_level (ChisoDraft *self, const ChisoIndicator *indicator, double value)
{
  g_autofree char *unit = unit_behind (self, indicator);

  return with_unit (self, value, 2, FALSE, unit);
}

static char *
change_text (ChisoDraft *self, const ChisoIndicator *indicator, double change,
             gboolean signed_value)
{
  g_autofree char *points = chiso_words (CHISO_WORD_POINTS_UNIT, self->language, NULL);

  return with_unit (self, change, is_percent (indicator) ? 2 : 1, signed_value,
                    is_percent (indicator) ? points : "%");
}

char *
chiso_text_qualified (ChisoDraft *self, ChisoQualifier qualifier, const char *text)
{
  switch (qualifier)
    {
    case CHISO_QUALIFIER_AT_LEAST:
      return chiso_words (CHISO_WORD_AT_LEAST, self->language, text, NULL);
    case CHISO_QUALIFIER_ABOUT:
      return chiso_words (CHISO_WORD_ABOUT, self->language, text, NULL);
    case CHISO_QUALIFIER_AT_MOST:
      return chiso_words (CHISO_WORD_AT_MOST, self->language, text, NULL);
    case CHISO_QUALIFIER_EXACT:
    default:
      return g_strdup (text);
    }
}

char *
chiso_text_tell_set (ChisoDraft *self, char *subtitle)
{
  g_autofree char *taken = subtitle;
  g_autofree char *set = chiso_words (CHISO_WORD_OF_SET, self->language, NULL);

  return self->set_told ? g_strdup_printf ("%s · %s", taken, set) : g_steal_pointer (&taken);
}

char *
chiso_text_shown_unit (ChisoDraft *self, const ChisoIndicator *indicator, guint *decimals)
{
  const char *unit = chiso_text_mark_unit (self, indicator);

  *decimals = 2;
  switch (self->show)
    {
    case CHISO_SHOW_YEAR_ON_YEAR:
    case CHISO_SHOW_SINCE_BASE:
      if (is_percent (indicator))
        return chiso_words (CHISO_WORD_POINTS_UNIT, self->language, NULL);
      *decimals = 1;
      return g_strdup ("%");
    case CHISO_SHOW_INDEX:
      *decimals = 1;
      return g_strdup ("");
    case CHISO_SHOW_COUNTRY_SHARE:
      return g_strdup ("%");
    case CHISO_SHOW_VALUE:
    case CHISO_SHOW_PER_COMMUNE:
    case CHISO_SHOW_PER_100000:
    default:
      return g_strconcat (is_percent (indicator) || *unit == '\0' ? "" : " ", unit, NULL);
    }
}

char *
chiso_text_what (ChisoDraft *self, const ChisoIndicator *indicator)
{
  static const ChisoWord words[CHISO_N_SHOWS][2] = {
    [CHISO_SHOW_VALUE] = { CHISO_WORD_UNIT, CHISO_WORD_UNIT },
    [CHISO_SHOW_YEAR_ON_YEAR] = { CHISO_WORD_CHANGE_PERCENT, CHISO_WORD_CHANGE_POINTS },
    [CHISO_SHOW_SINCE_BASE] = { CHISO_WORD_SINCE_PERCENT, CHISO_WORD_SINCE_POINTS },
    [CHISO_SHOW_INDEX] = { CHISO_WORD_SHOWN_INDEX, CHISO_WORD_SHOWN_INDEX },
    [CHISO_SHOW_PER_COMMUNE] = { CHISO_WORD_SHOWN_PER_COMMUNE, CHISO_WORD_SHOWN_PER_COMMUNE },
    [CHISO_SHOW_PER_100000] = { CHISO_WORD_SHOWN_PER_100000, CHISO_WORD_SHOWN_PER_100000 },
    [CHISO_SHOW_COUNTRY_SHARE] = { CHISO_WORD_SHOWN_SHARE, CHISO_WORD_SHOWN_SHARE },
  };
  g_autofree char *year = g_strdup_printf ("%d", self->base_year);
  gboolean needs_year = self->show == CHISO_SHOW_SINCE_BASE || self->show == CHISO_SHOW_INDEX;

  return chiso_words (words[self->show][is_percent (indicator)], self->language,
                      needs_year ? year : chiso_indicator_unit (indicator, self->language), NULL);
}

/* The size of a value as it is shown. */
static char *
shown_text (ChisoDraft *self, const ChisoIndicator *indicator, double value)
{
  g_autofree char *unit = NULL;
  guint decimals;

  if (self->show == CHISO_SHOW_VALUE)
    return chiso_text_level (self, indicator, value);
  if (chiso_show_is_change (self->show))
    return change_text (self, indicator, fabs (value), FALSE);
  unit = chiso_text_shown_unit (self, indicator, &decimals);
  return with_unit (self, value, decimals, FALSE, unit);
}

char *
chiso_text_value (ChisoDraft *self, const ChisoEntry *entry)
{
  const ChisoPoint *point = &entry->point;
  g_autofree char *text = shown_text (self, entry->indicator, point->value);

  return chiso_text_qualified (self, point->qualifier, text);
}

char *
chiso_text_signed (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autofree char *text = NULL;

  if (!chiso_show_is_change (self->show))
    return chiso_text_value (self, entry);
  text = change_text (self, entry->indicator, entry->point.value, TRUE);
  return chiso_text_qualified (self, entry->point.qualifier, text);
}

const char *
chiso_text_mark_unit (ChisoDraft *self, const ChisoIndicator *indicator)
{
  const char *unit = chiso_indicator_unit (indicator, self->language);

  return g_utf8_strlen (unit, -1) <= MARK_UNIT_MAX ? unit : "";
}

char *
chiso_text_period (ChisoDraft *self, const ChisoPeriod *period)
{
  return chiso_period_to_words (period, self->language);
}

char *
chiso_text_span (ChisoDraft *self, GArray *entries, gboolean provinces_only)
{
  const ChisoPeriod *first = NULL, *last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (entries, i);

      if (provinces_only && chiso_place_is_country (entry->place))
        continue;
      if (first == NULL || chiso_period_compare (&entry->point.period, first) < 0)
        first = &entry->point.period;
      if (last == NULL || chiso_period_compare (&entry->point.period, last) > 0)
        last = &entry->point.period;
    }
  if (first == NULL)
    return g_strdup ("");
  from = chiso_text_period (self, first);
  if (chiso_period_equal (first, last))
    return g_steal_pointer (&from);
  to = chiso_text_period (self, last);
  return g_strdup_printf ("%s – %s", from, to);
}

char *
chiso_text_when (ChisoDraft *self, const ChisoEntry *entry)
{
  const ChisoPeriod *period = &entry->point.period;
  g_autofree char *words = chiso_text_period (self, period);
  gboolean single = memcmp (&period->start, &period->end, sizeof period->start) == 0;
  gboolean spelled_out = g_ascii_isdigit (*words) && strchr (words, ' ') != NULL
                         && strstr (words, "–") == NULL;
  ChisoWord word = CHISO_WORD_IN_SPAN;

  if (single)
    /* A stock that is dated to a month has changed since a year before, not within the month. */
    word = period->start.month == 0  ? CHISO_WORD_IN_YEAR
           : entry->indicator->stock ? CHISO_WORD_IN_YEAR_TO
                                     : CHISO_WORD_IN_MONTH;
  else if (strstr (words, "–") == NULL)
    /* "Q1 2019" takes no article, "first 9 months of 2025" does. */
    word = spelled_out || *words == 'f' || *words == 'q' ? CHISO_WORD_IN_PERIOD
                                                         : CHISO_WORD_IN_YEAR;
  if (self->show == CHISO_SHOW_SINCE_BASE)
    {
      g_autofree char *base = g_strdup_printf ("%d", self->base_year);

      return chiso_words (CHISO_WORD_SINCE, self->language, words, base, NULL);
    }
  return chiso_words (word, self->language, words, NULL);
}

static char *
plain_indicator (ChisoDraft *self, const ChisoIndicator *indicator)
{
  const char *name = chiso_indicator_name (indicator, self->language);
  g_autofree char *lower = NULL;

  if (indicator->kind != CHISO_KIND_COUNT || !chiso_language_is_vietnamese (self->language))
    return g_strdup (name);
  lower = chiso_text_lower (name);
  return chiso_words (CHISO_WORD_NUMBER_OF, self->language, lower, NULL);
}

char *
chiso_text_indicator (ChisoDraft *self, const ChisoIndicator *indicator)
{
  static const ChisoWord words[CHISO_N_SHOWS] = {
    [CHISO_SHOW_INDEX] = CHISO_WORD_OF_INDEX,
    [CHISO_SHOW_PER_COMMUNE] = CHISO_WORD_OF_PER_COMMUNE,
    [CHISO_SHOW_PER_100000] = CHISO_WORD_OF_PER_100000,
    [CHISO_SHOW_COUNTRY_SHARE] = CHISO_WORD_OF_SHARE,
  };
  gboolean inside = self->show == CHISO_SHOW_COUNTRY_SHARE
                    || (self->show == CHISO_SHOW_INDEX
                        && chiso_language_is_vietnamese (self->language));
  g_autofree char *plain = plain_indicator (self, indicator);
  g_autofree char *text = NULL;
  g_autofree char *year = NULL;

  if (words[self->show] == 0)
    return g_steal_pointer (&plain);
  /* "Chỉ số số lượt" has one "số" too many. */
  text = inside ? chiso_text_lower (chiso_indicator_name (indicator, self->language))
                : g_strdup (plain);
  year = g_strdup_printf ("%d", self->base_year);
  return chiso_words (words[self->show], self->language, text, year, NULL);
}

char *
chiso_text_subject (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autofree char *name = chiso_text_indicator (self, entry->indicator);

  if (chiso_place_is_country (entry->place))
    return chiso_words (CHISO_WORD_OF_COUNTRY, self->language, name, NULL);
  /* "kiến nghị của cử tri của Nghệ An" has one "của" too many. */
  return chiso_words (strstr (name, " của ") != NULL ? CHISO_WORD_AT_PLACE : CHISO_WORD_OF_PLACE,
                      self->language, name, entry->name, NULL);
}

char *
chiso_text_list (ChisoDraft *self, const char *const *items, guint n)
{
  g_autofree char *head = NULL;

  if (n == 0)
    return g_strdup ("");
  head = g_strdup (items[0]);
  for (guint i = 1; i < n; i++)
    {
      char *longer = chiso_words (i + 1 == n ? CHISO_WORD_LIST_TWO : CHISO_WORD_LIST_MORE,
                                  self->language, head, items[i], NULL);

      g_free (head);
      head = longer;
    }
  return g_steal_pointer (&head);
}

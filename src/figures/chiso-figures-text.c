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
chiso_text_value (ChisoDraft *self, const ChisoEntry *entry)
{
  const ChisoPoint *point = &entry->point;
  g_autofree char *text = self->show == CHISO_SHOW_VALUE
                              ? chiso_text_level (self, entry->indicator, point->value)
                              : change_text (self, entry->indicator, fabs (point->value), FALSE);

  return chiso_text_qualified (self, point->qualifier, text);
}

char *
chiso_text_signed (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autofree char *text = NULL;

  if (self->show == CHISO_SHOW_VALUE)
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
  return chiso_words (word, self->language, words, NULL);
}

char *
chiso_text_indicator (ChisoDraft *self, const ChisoIndicator *indicator)
{
  const char *name = chiso_indicator_name (indicator, self->language);
  g_autofree char *lower = NULL;

  if (indicator->kind != CHISO_KIND_COUNT || !chiso_language_is_vietnamese (self->language))
    return g_strdup (name);
  lower = chiso_text_lower (name);
  return chiso_words (CHISO_WORD_NUMBER_OF, self->language, lower, NULL);
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

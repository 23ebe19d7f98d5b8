/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three headline charts of a place and a year: horizontal bars, the place's own figures in the
 * accent colour, each set beside the same figure of the country and of other provinces. */

#include "chiso-figures-headline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Rows of one chart, how many years away a figure may be that stands in where nobody else has one of
 * the year, and how many years a stock of which nothing newer is told may be old. */
#define MAX_ROWS 10
#define MAX_YEARS_AWAY 2
#define MAX_STOCK_AGE 2

typedef struct
{
  ChisoDraft draft;
  ChisoCatalogue *catalogue;
  ChisoHeadline headline;
  const char *place;
  int year; /* of the figures: the one asked for, or of a stock the last with any before it */
  int asked_year;
  PlotFigure *figure;
  GPtrArray *places; /* keys that occur, in their order */
  guint n_not_drawn;
} Headline;

static void
headline_clear (Headline *headline)
{
  chiso_draft_clear (&headline->draft);
  g_clear_pointer (&headline->places, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Headline, headline_clear)

/* Whether the country belongs beside a province: as a rate it is a yardstick, as a count it dwarfs
 * all. */
static gboolean
country_is_yardstick (const Headline *self, const ChisoIndicator *indicator)
{
  return self->draft.show != CHISO_SHOW_VALUE || indicator->kind != CHISO_KIND_COUNT;
}

static const ChisoPoint *
find_equal (GArray *points, const ChisoPeriod *period)
{
  for (guint i = 0; i < points->len; i++)
    if (chiso_period_equal (&g_array_index (points, ChisoPoint, i).period, period))
      return &g_array_index (points, ChisoPoint, i);
  return NULL;
}

/* The place's own figures of self->year, one an indicator, all of one kind of period where they are
 * flows. */
static void
add_own_of_year (Headline *self)
{
  const char *const *ids = chiso_headline_indicators (self->headline);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  ChisoPeriod like;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const ChisoIndicator *indicator = chiso_catalogue_find (self->catalogue, ids[i]);
      GArray *points;

      if (indicator == NULL)
        continue;
      points = chiso_headline_points (&self->draft, indicator, self->place, self->year);
      chiso_draft_note_undecided (&self->draft, indicator, self->place, self->year, self->year);
      g_ptr_array_add (series, points);
      g_ptr_array_add (indicators, (gpointer) indicator);
    }
  if (indicators->len == 0 || !chiso_choose_like (series, g_ptr_array_index (indicators, 0), &like))
    return;
  for (guint i = 0; i < series->len; i++)
    {
      const ChisoIndicator *indicator = g_ptr_array_index (indicators, i);
      const ChisoPoint *point = chiso_choose_point (g_ptr_array_index (series, i), indicator, &like,
                                                    &like);

      if (point == NULL)
        continue;
      chiso_draft_add (&self->draft, self->draft.shown, indicator, self->place, point)->focus =
          TRUE;
      /* The share says all that the count says, on a scale that places share. */
      if (self->headline == CHISO_HEADLINE_NTM)
        break;
    }
}

/* What stood at the end of an earlier year still tells how things stand, as long as its date is
 * written; what happened in an earlier year tells nothing of this one. */
static void
add_own (Headline *self)
{
  int oldest = self->headline == CHISO_HEADLINE_NTM ? self->asked_year - MAX_STOCK_AGE
                                                    : self->asked_year;

  for (self->year = self->asked_year; self->year >= oldest; self->year--)
    {
      add_own_of_year (self);
      if (self->draft.shown->len > 0)
        return;
    }
  self->year = self->asked_year;
}

/* What another place has to set beside own: of the same time, or of the same year where it is a
 * stock. */
static const ChisoPoint *
beside (GArray *points, const ChisoEntry *own, int year)
{
  const ChisoPoint *latest = NULL;

  if (!own->indicator->stock)
    return find_equal (points, &own->point.period);
  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (chiso_period_last_year (&point->period) == year
          && chiso_period_comparable (&point->period, &own->point.period, TRUE))
        latest = point;
    }
  return latest;
}

/* The comparable point of the nearest year, for a chart that would otherwise show one place alone.
 */
static const ChisoPoint *
beside_nearby (GArray *points, const ChisoEntry *own, int year)
{
  const ChisoPoint *nearest = NULL;
  int best = MAX_YEARS_AWAY + 1;

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);
      int away = abs (chiso_period_last_year (&point->period) - year);

      if (away <= MAX_YEARS_AWAY && away <= best
          && chiso_period_comparable (&point->period, &own->point.period, own->indicator->stock))
        {
          nearest = point;
          best = away;
        }
    }
  return nearest;
}

typedef const ChisoPoint *(*BesideFunc) (GArray *points, const ChisoEntry *own, int year);

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
sorted_keys (GHashTable *set)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

static gboolean
may_stand_beside (const Headline *self, const ChisoEntry *own, const char *place)
{
  if (strcmp (place, self->place) == 0 || strchr (place, '/') != NULL)
    return FALSE;
  if (chiso_place_is_country (place))
    return country_is_yardstick (self, own->indicator);
  return country_is_yardstick (self, own->indicator) || !chiso_place_is_country (self->place);
}

/* Whether the place is of the region of the headline's own: what it is compared with first. */
static gboolean
is_of_region (const Headline *self, const char *place)
{
  const ChisoProvince *own = chiso_geo_find_code (self->draft.geo, self->draft.boundary,
                                                  self->place);
  const ChisoProvince *other = chiso_geo_find_code (self->draft.geo, self->draft.boundary, place);

  return own != NULL && other != NULL && g_strcmp0 (own->region, other->region) == 0;
}

/* The other places' figures that func finds, without order. */
static GArray *
collect_others (Headline *self, const ChisoEntry *own, BesideFunc func)
{
  GArray *others = chiso_entries_new ();

  for (guint i = 0; i < self->places->len; i++)
    {
      const char *place = g_ptr_array_index (self->places, i);
      g_autoptr (GArray) points = NULL;
      const ChisoPoint *point;
      ChisoEntry *entry;

      if (!may_stand_beside (self, own, place))
        continue;
      points = chiso_draft_series (&self->draft, own->indicator, place, 0, 0);
      point = func (points, own, self->year);
      if (point == NULL)
        continue;
      entry = chiso_draft_add (&self->draft, others, own->indicator, place, point);
      entry->near = is_of_region (self, place);
      entry->dated = !chiso_period_equal (&point->period, &own->point.period);
    }
  return others;
}

static gboolean
has_province (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (!chiso_place_is_country (chiso_entry (entries, i)->place))
      return TRUE;
  return FALSE;
}

static int
compare_rows (gconstpointer left, gconstpointer right)
{
  const ChisoEntry *a = left, *b = right;

  return a->point.value > b->point.value ? -1 : a->point.value < b->point.value;
}

/* The country first, then the region, whatever their values, so that cutting off the end keeps them. */
static int
compare_importance (gconstpointer left, gconstpointer right)
{
  const ChisoEntry *a = left, *b = right;
  int country = chiso_place_is_country (b->place) - chiso_place_is_country (a->place);

  if (country != 0)
    return country;
  return a->near != b->near ? b->near - a->near : compare_rows (left, right);
}

/* Figures of the year that are of another kind of period, so that nobody thinks they were
 * overlooked. */
static void
collect_unlike (Headline *self, const ChisoEntry *own, GArray *others)
{
  for (guint j = 0; j < self->places->len; j++)
    {
      const char *place = g_ptr_array_index (self->places, j);
      g_autoptr (GArray) points = NULL;
      gboolean compared = FALSE;

      for (guint i = 0; i < others->len && !compared; i++)
        compared = strcmp (chiso_entry (others, i)->place, place) == 0;
      if (compared || !may_stand_beside (self, own, place))
        continue;
      points = chiso_headline_points (&self->draft, own->indicator, place, self->year);
      if (points->len > 0)
        chiso_draft_add (&self->draft, self->draft.unlike, own->indicator, place,
                         &g_array_index (points, ChisoPoint, points->len - 1));
    }
}

/* The rows of one own figure: itself and what stands beside it, at most room of them, by value. */
static GArray *
rows_of (Headline *self, const ChisoEntry *own, guint room)
{
  /* What could not be computed of the others is no matter of this chart. */
  const guint n_gaps = self->draft.gaps->len;
  GArray *others = collect_others (self, own, beside);
  ChisoEntry mine = *own;

  if (!has_province (others) && self->headline != CHISO_HEADLINE_GROWTH)
    {
      g_autoptr (GArray) nearby = collect_others (self, own, beside_nearby);

      if (nearby->len > others->len)
        {
          g_array_unref (others);
          others = g_steal_pointer (&nearby);
        }
    }
  if (!own->indicator->stock)
    collect_unlike (self, own, others);
  g_array_set_size (self->draft.gaps, n_gaps);
  g_array_sort (others, compare_importance);
  if (others->len > room - 1)
    {
      self->n_not_drawn += others->len - (room - 1);
      g_array_set_size (others, room - 1);
    }
  mine.name = g_strdup (own->name);
  g_array_append_val (others, mine);
  g_array_sort (others, compare_rows);
  return others;
}

/* "Tuyên Quang: lượt tiếp công dân" for the place's own row among those of several indicators. */
static char *
row_label (Headline *self, const ChisoEntry *entry)
{
  const char *indicator = chiso_words_short_name (entry->indicator->id, self->draft.language);

  if (!entry->focus || !self->draft.several_indicators || indicator == NULL)
    return chiso_entry_label (&self->draft, entry);
  return g_strdup_printf ("%s: %s", entry->name, indicator);
}

static void
add_rows (Headline *self, GArray *rows, guint series)
{
  /* With several indicators the own row heads its group, else the order of values is the reading.
   */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < rows->len; i++)
      {
        const ChisoEntry *entry = chiso_entry (rows, i);
        gboolean first = entry->focus || !self->draft.several_indicators;
        g_autofree char *label = NULL;

        if (first != (pass == 0))
          continue;
        label = row_label (self, entry);
        chiso_draft_mark (&self->draft, self->figure, series,
                          plot_figure_add_category (self->figure, label),
                          entry->focus ? PLOT_ROLE_FOCUS : PLOT_ROLE_CONTEXT, entry);
      }
}

static void
set_empty (Headline *self)
{
  static const ChisoWord empty[] = { CHISO_WORD_EMPTY_GROWTH, CHISO_WORD_EMPTY_SUPERVISION,
                                     CHISO_WORD_EMPTY_NTM };
  static const ChisoWord topics[] = { CHISO_WORD_TOPIC_GROWTH, CHISO_WORD_TOPIC_SUPERVISION,
                                      CHISO_WORD_TOPIC_NTM };
  const char *language = self->draft.language;
  g_autofree char *name = chiso_geo_place_name (self->draft.geo, self->draft.boundary, self->place,
                                                language);
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  g_autofree char *who = chiso_place_is_country (self->place)
                             ? chiso_words (CHISO_WORD_COUNTRY, language, NULL)
                             : g_steal_pointer (&name);
  g_autofree char *text = chiso_words (empty[self->headline], language, who, year, NULL);
  g_autofree char *topic = chiso_words (topics[self->headline], language, NULL);

  plot_figure_set_title (self->figure, topic);
  plot_figure_set_empty (self->figure, text);
  self->draft.set_told = FALSE;
  chiso_draft_set_note (&self->draft, self->figure, NULL);
}

static char *
subtitle (Headline *self)
{
  const ChisoEntry *own = chiso_entry (self->draft.shown, 0);
  const char *language = self->draft.language;
  const char *name = chiso_indicator_name (own->indicator, language);
  g_autofree char *period = chiso_text_period (&self->draft, &own->point.period);
  g_autofree char *change = chiso_words (CHISO_WORD_CHANGE_PERCENT, language, NULL);
  g_autofree char *counts = chiso_words (CHISO_WORD_COUNTS, language, NULL);

  if (self->headline == CHISO_HEADLINE_GROWTH)
    return self->draft.several_indicators ? g_strdup_printf ("%s · %s", change, period)
                                          : g_strdup_printf ("%s · %s · %s", name, change, period);
  if (self->draft.several_indicators)
    return g_strdup_printf ("%s · %s", counts, period);
  return g_strdup_printf ("%s, %s · %s", name, chiso_indicator_unit (own->indicator, language),
                          period);
}

/* A value written behind a bar that nearly reaches the line would be crossed by it. */
static gboolean
room_for_reference (Headline *self)
{
  for (guint i = 0; i < plot_figure_n_marks (self->figure, 0); i++)
    {
      double value = plot_figure_mark (self->figure, 0, i)->value;

      if (value > 75 && value < 100)
        return FALSE;
    }
  return TRUE;
}

/* Unit, sign and reference of the values. */
static void
set_values (Headline *self)
{
  const ChisoIndicator *indicator = chiso_entry (self->draft.shown, 0)->indicator;
  gboolean growth = self->headline == CHISO_HEADLINE_GROWTH;
  gboolean percent = growth || g_str_equal (indicator->unit_en, "%");
  const char *unit = self->draft.several_indicators
                         ? ""
                         : chiso_text_mark_unit (&self->draft, indicator);
  g_autofree char *spaced = g_strconcat (*unit == '\0' ? "" : " ", unit, NULL);

  plot_figure_set_unit (self->figure, percent ? "%" : spaced, growth ? 1 : 2);
  plot_figure_set_signed (self->figure, growth);
  if (percent && !growth && room_for_reference (self))
    {
      g_autofree char *all = chiso_words (CHISO_WORD_ALL_COMMUNES, self->draft.language, NULL);

      plot_figure_set_reference (self->figure, 100, all);
    }
}

/* What the choice of figures leaves open, or NULL. */
static char *
note_of_choice (Headline *self)
{
  const char *language = self->draft.language;
  g_autofree char *year = g_strdup_printf ("%d", self->asked_year);
  g_autofree char *n = chiso_text_number (&self->draft, self->n_not_drawn);
  g_autofree char *old = self->year == self->asked_year
                             ? NULL
                             : chiso_words (CHISO_WORD_NOTE_LAST_KNOWN, language, year, NULL);
  g_autofree char *cut = self->n_not_drawn == 0
                             ? NULL
                             : chiso_words (CHISO_WORD_NOTE_NOT_DRAWN, language, n, NULL);

  if (old != NULL && cut != NULL)
    return g_strdup_printf ("%s %s", old, cut);
  return old != NULL ? g_steal_pointer (&old) : g_steal_pointer (&cut);
}

/* Fills the figure from the place's own figures; groups[0] belongs to the title. */
static void
build (Headline *self)
{
  GArray *own = self->draft.shown;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_own = own->len, room = MAX (2, MAX_ROWS / n_own);
  g_autofree char *title = NULL;
  g_autofree char *under = NULL;
  g_autofree char *more = NULL;
  guint series;

  self->draft.several_indicators = n_own > 1;
  for (guint i = 0; i < n_own; i++)
    g_ptr_array_add (groups, rows_of (self, chiso_entry (own, i), room));
  under = chiso_text_tell_set (&self->draft, subtitle (self));
  title = chiso_headline_title (&self->draft, self->headline, groups);
  series = plot_figure_add_series (self->figure, under, PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < groups->len; i++)
    {
      GArray *rows = g_ptr_array_index (groups, i);

      add_rows (self, rows, series);
      /* From here on the rows are what the chart shows: the sources and notes follow from them. */
      for (guint j = 0; j < rows->len; j++)
        if (!chiso_entry (rows, j)->focus)
          chiso_draft_add (&self->draft, own, chiso_entry (rows, j)->indicator,
                           chiso_entry (rows, j)->place, &chiso_entry (rows, j)->point);
    }
  set_values (self);
  more = note_of_choice (self);
  plot_figure_set_title (self->figure, title);
  plot_figure_set_subtitle (self->figure, under);
  chiso_draft_set_source (&self->draft, self->figure);
  chiso_draft_set_note (&self->draft, self->figure, more);
}

PlotFigure *
chiso_figures_headline (GPtrArray *records, ChisoCatalogue *catalogue, ChisoGeo *geo,
                        ChisoProvinceFacts *facts, ChisoHeadline headline, const char *place,
                        ChisoBoundary boundary, int year, const char *language)
{
  g_auto (Headline) self = { 0 };

  g_return_val_if_fail (records != NULL && catalogue != NULL && geo != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  self.catalogue = catalogue;
  self.headline = headline;
  self.place = place;
  self.asked_year = year;
  self.figure = plot_figure_new (PLOT_KIND_BAR, language);
  chiso_draft_init (&self.draft, records, geo, boundary, chiso_headline_shows (headline), language);
  self.draft.facts = facts;
  self.places = sorted_keys (self.draft.places);
  self.draft.set_told = boundary == CHISO_BOUNDARY_34 && !chiso_place_is_country (place);
  add_own (&self);
  if (self.draft.shown->len == 0)
    set_empty (&self);
  else
    build (&self);
  return self.figure;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two indicators of one year against each other, a point a place. A place that lacks one of the two
 * stays, as a mark on the axis of the other. */

#include "chiso-compare-private.h"

#include <math.h>

#include "plot/plot-number.h"
#include "plot/plot-proof.h"

/* From so many places on, ranks that agree at least this well make the title. */
#define LEAST_PLACES 8
#define LEAST_AGREEMENT 0.5

/* The two indicators of a spec, in the order across, upwards. */
#define N_AXES 2

typedef struct
{
  const char *place;
  const ChisoPoint *points[N_AXES]; /* in the scatter's series; NULL where there is none */
} Pair;

typedef struct
{
  ChisoDraft draft;
  const ChisoFigureSpec *spec;
  PlotFigure *figure;
  const ChisoIndicator *indicators[N_AXES];
  GPtrArray *series[N_AXES]; /* GArray of ChisoPoint, one a place */
  int year;
  ChisoPeriod common[N_AXES]; /* that most places have */
  GArray *pairs;              /* of Pair */
  guint n_whole;              /* pairs of two points */
  guint n_ranked;             /* those of them whose values are not open to one side */
} Scatter;

static void
scatter_clear (Scatter *self)
{
  chiso_draft_clear (&self->draft);
  for (guint a = 0; a < N_AXES; a++)
    g_clear_pointer (&self->series[a], g_ptr_array_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scatter, scatter_clear)

static gboolean
has_year (GArray *points, int year)
{
  for (guint i = 0; i < points->len; i++)
    if (chiso_period_last_year (&g_array_index (points, ChisoPoint, i).period) == year)
      return TRUE;
  return FALSE;
}

static guint
count_both (GPtrArray *const *series, int year)
{
  guint n = 0;

  for (guint i = 0; i < series[0]->len; i++)
    n += has_year (g_ptr_array_index (series[0], i), year)
         && has_year (g_ptr_array_index (series[1], i), year);
  return n;
}

static GPtrArray *
collect (Scatter *self, const ChisoIndicator *indicator, int first_year, int last_year)
{
  GPtrArray *series = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; self->spec->places[i] != NULL; i++)
    g_ptr_array_add (series, chiso_draft_series (&self->draft, indicator, self->spec->places[i],
                                                 first_year, last_year));
  return series;
}

/* The year in which most places have both, of equals the later; 0 where no place ever has. */
static int
choose_year (Scatter *self)
{
  GPtrArray *series[N_AXES];
  guint best = 0;
  int year = 0;

  for (guint a = 0; a < N_AXES; a++)
    series[a] = collect (self, self->indicators[a], self->spec->first_year, self->spec->last_year);
  for (guint i = 0; i < series[0]->len; i++)
    {
      GArray *points = g_ptr_array_index (series[0], i);

      for (guint j = 0; j < points->len; j++)
        {
          int other = chiso_period_last_year (&g_array_index (points, ChisoPoint, j).period);
          guint n = count_both (series, other);

          if (n > best || (n == best && n > 0 && other > year))
            {
              best = n;
              year = other;
            }
        }
    }
  for (guint a = 0; a < N_AXES; a++)
    g_ptr_array_unref (series[a]);
  return year;
}

static gboolean
is_bounded (const ChisoPoint *point)
{
  return point != NULL
         && (point->qualifier == CHISO_QUALIFIER_EXACT
             || point->qualifier == CHISO_QUALIFIER_ABOUT);
}

/* Whether the pair takes part in ranks: "at least 395" may be any number of them. */
static gboolean
is_ranked (const Pair *pair)
{
  return is_bounded (pair->points[0]) && is_bounded (pair->points[1]);
}

/* What of a place's year has no point, and why. */
static void
note_left_out (Scatter *self, guint axis, guint place, const ChisoPeriod *like)
{
  const ChisoIndicator *indicator = self->indicators[axis];
  GArray *points = g_ptr_array_index (self->series[axis], place);

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (!chiso_period_comparable (&point->period, like, indicator->stock))
        chiso_draft_add (&self->draft, self->draft.unlike, indicator, self->spec->places[place],
                         point);
    }
  chiso_draft_note_undecided (&self->draft, indicator, self->spec->places[place], self->year,
                              self->year);
}

/* Of each indicator the kind of period that most places have in that year. */
static void
choose_pairs (Scatter *self)
{
  self->pairs = g_array_new (FALSE, TRUE, sizeof (Pair));
  for (guint i = 0; self->spec->places[i] != NULL; i++)
    if (!chiso_place_is_country (self->spec->places[i]))
      {
        Pair pair = { .place = self->spec->places[i] };

        g_array_append_val (self->pairs, pair);
      }
  for (guint a = 0; a < N_AXES; a++)
    {
      const ChisoIndicator *indicator = self->indicators[a];
      ChisoPeriod like = { 0 }, *common = &self->common[a];
      guint next = 0;
      gboolean any = chiso_choose_like (self->series[a], indicator, &like);

      if (any)
        chiso_choose_common (self->series[a], indicator, &like, common);
      for (guint i = 0; self->spec->places[i] != NULL; i++)
        if (!chiso_place_is_country (self->spec->places[i]))
          {
            note_left_out (self, a, i, &like);
            if (any)
              g_array_index (self->pairs, Pair, next++).points[a] = chiso_choose_point (
                  g_ptr_array_index (self->series[a], i), indicator, &like, common);
          }
    }
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      self->n_whole += pair->points[0] != NULL && pair->points[1] != NULL;
      self->n_ranked += is_ranked (pair);
    }
}

static PlotState
state_of (const ChisoPoint *point)
{
  static const PlotState states[] = {
    [CHISO_QUALIFIER_EXACT] = PLOT_STATE_EXACT,
    [CHISO_QUALIFIER_AT_LEAST] = PLOT_STATE_AT_LEAST,
    [CHISO_QUALIFIER_ABOUT] = PLOT_STATE_ABOUT,
    [CHISO_QUALIFIER_AT_MOST] = PLOT_STATE_AT_MOST,
  };

  return point != NULL ? states[point->qualifier] : PLOT_STATE_NOT_REPORTED;
}

static guint64
key_of (const ChisoPoint *point)
{
  return point != NULL ? (guint64) point->record->id : 0;
}

/* Of two periods both, in the order across, upwards. Takes over the texts. */
static char *
join_periods (char *x, char *y)
{
  g_autofree char *first = x, *second = y;

  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_str_equal (first, second) ? g_steal_pointer (&first)
                                     : g_strconcat (first, " · ", second, NULL);
}

/* The point opens the figure upwards, or where that is missing the one across; what proves either
 * travels with it. */
static void
add_pair (Scatter *self, const Pair *pair)
{
  const ChisoPoint *x = pair->points[0], *y = pair->points[1];
  g_autofree char *name = NULL, *period = NULL;
  PlotMark mark = {
    .x = x != NULL ? x->value : NAN,
    .x_state = state_of (x),
    .x_key = key_of (x),
    .value = y != NULL ? y->value : NAN,
    .state = state_of (y),
    .key = key_of (y != NULL ? y : x),
    .computed = (x != NULL && x->computed) || (y != NULL && y->computed),
    .role = g_strcmp0 (pair->place, self->spec->focus) == 0 ? PLOT_ROLE_FOCUS : PLOT_ROLE_NORMAL,
  };

  for (guint a = 0; a < N_AXES; a++)
    if (pair->points[a] != NULL)
      {
        const ChisoEntry *entry = chiso_draft_add (
            &self->draft, self->draft.shown, self->indicators[a], pair->place, pair->points[a]);

        g_free (name);
        name = g_strdup (entry->name);
        mark.when = chiso_period_to_decimal (&entry->point.period, TRUE);
        period = join_periods (period, chiso_text_period (&self->draft, &entry->point.period));
      }
  if (name == NULL)
    return;
  mark.place = name;
  mark.period = period;
  plot_figure_add_mark (self->figure, 0, &mark);
  for (guint a = 0; a < N_AXES; a++)
    if (pair->points[a] != NULL)
      {
        const ChisoEntry entry = { .indicator = self->indicators[a],
                                   .place = pair->place,
                                   .point = *pair->points[a] };

        chiso_draft_prove_also (&self->draft, self->figure, mark.key, &entry);
      }
}

/* A value's rank among the ranked pairs; equals share the middle of theirs. */
static double
rank_of (Scatter *self, guint axis, double value)
{
  double below = 0, equal = 0;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      if (!is_ranked (pair))
        continue;
      below += pair->points[axis]->value < value;
      equal += pair->points[axis]->value == value;
    }
  return below + (equal + 1) / 2;
}

/* Spearman's rank correlation (The Proof and Measurement of Association between Two Things, 1904),
 * which one extreme value cannot make; NAN where all ranks are equal. */
static double
correlate (Scatter *self)
{
  double mean = (self->n_ranked + 1) / 2.0, xy = 0, xx = 0, yy = 0;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      double x, y;

      if (!is_ranked (pair))
        continue;
      x = rank_of (self, 0, pair->points[0]->value) - mean;
      y = rank_of (self, 1, pair->points[1]->value) - mean;
      xy += x * y;
      xx += x * x;
      yy += y * y;
    }
  return xx > 0 && yy > 0 ? xy / sqrt (xx * yy) : NAN;
}

/* Where the flows of the two axes are of different parts of the year, which; else NULL. */
static char *
periods_text (Scatter *self)
{
  g_autofree char *x = NULL, *y = NULL, *x_period = NULL, *y_period = NULL;

  if (chiso_period_equal (&self->common[0], &self->common[1]) || self->n_whole == 0
      || self->indicators[0]->stock || self->indicators[1]->stock)
    return NULL;
  x = chiso_text_indicator (&self->draft, self->indicators[0]);
  y = chiso_text_indicator (&self->draft, self->indicators[1]);
  x_period = chiso_text_period (&self->draft, &self->common[0]);
  y_period = chiso_text_period (&self->draft, &self->common[1]);
  return chiso_words (CHISO_WORD_NOTE_PAIR_PERIODS, self->draft.language, x, x_period, y, y_period,
                      NULL);
}

static void
set_texts (Scatter *self, double correlation)
{
  const char *language = self->draft.language;
  gboolean certain = self->n_ranked >= LEAST_PLACES && fabs (correlation) >= LEAST_AGREEMENT;
  ChisoWord word = certain ? correlation > 0 ? CHISO_WORD_TITLE_PAIR_UP : CHISO_WORD_TITLE_PAIR_DOWN
                           : CHISO_WORD_TITLE_PAIR;
  g_autofree char *x_named = chiso_text_indicator (&self->draft, self->indicators[0]);
  g_autofree char *y_named = chiso_text_indicator (&self->draft, self->indicators[1]);
  g_autofree char *x = chiso_text_lower (x_named), *y = chiso_text_lower (y_named);
  g_autofree char *n = chiso_text_number (&self->draft, self->n_whole);
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  g_autofree char *n_ranked = chiso_text_number (&self->draft, self->n_ranked);
  g_autofree char *title = chiso_words (word, language, x, certain ? y : y_named,
                                        certain ? n_ranked : n, year, NULL);
  g_autofree char *pairs = chiso_words (CHISO_WORD_PAIR_YEAR, language, year, n, NULL);
  g_autofree char *subtitle = chiso_text_tell_set (&self->draft, g_steal_pointer (&pairs));
  g_autofree char *ranks = plot_number_format (correlation, 2, PLOT_NUMBER_KEEP_ZEROS, language);
  g_autofree char *note = chiso_words (CHISO_WORD_NOTE_RANKS, language, ranks, NULL);
  g_autofree char *periods = periods_text (self);
  gboolean ranked = self->n_ranked >= LEAST_PLACES && !isnan (correlation);
  g_autofree char *both = periods != NULL && ranked ? g_strconcat (periods, " ", note, NULL) : NULL;

  plot_figure_set_title (self->figure, title);
  plot_figure_set_subtitle (self->figure, subtitle);
  chiso_draft_set_source (&self->draft, self->figure);
  chiso_draft_set_note (&self->draft, self->figure, both != NULL ? both : ranked ? note : periods);
}

static char *
spaced_unit (const ChisoIndicator *indicator, const char *language)
{
  const char *unit = chiso_indicator_unit (indicator, language);

  return g_strconcat (*unit == '%' || *unit == '\0' ? "" : " ", unit, NULL);
}

static void
set_axes (Scatter *self)
{
  const char *language = self->draft.language;
  g_autofree char *x = chiso_text_indicator (&self->draft, self->indicators[0]);
  g_autofree char *y = chiso_text_indicator (&self->draft, self->indicators[1]);

  g_autofree char *x_unit = spaced_unit (self->indicators[0], language);
  g_autofree char *y_unit = spaced_unit (self->indicators[1], language);

  plot_figure_set_x_axis (self->figure, x, x_unit, 2);
  plot_figure_set_y_title (self->figure, y);
  plot_figure_set_unit (self->figure, y_unit, 2);
}

PlotFigure *
chiso_figures_scatter (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec)
{
  g_auto (Scatter) self = { .spec = spec, .indicators = { spec->across, spec->indicator } };
  g_autofree char *empty = NULL;

  self.figure = plot_figure_new (PLOT_KIND_SCATTER, spec->language);
  chiso_draft_init (&self.draft, records, geo, spec->boundary, CHISO_SHOW_VALUE, spec->language);
  self.draft.facts = spec->facts;
  self.draft.set_told = spec->boundary == CHISO_BOUNDARY_34;
  self.draft.several_indicators = TRUE;
  set_axes (&self);
  plot_figure_add_series (self.figure, "", PLOT_ROLE_NORMAL, 0);
  self.year = choose_year (&self);
  empty = chiso_words (CHISO_WORD_EMPTY_PAIR, self.draft.language, NULL);
  plot_figure_set_empty (self.figure, empty);
  for (guint a = 0; a < N_AXES && self.year != 0; a++)
    self.series[a] = collect (&self, self.indicators[a], self.year, self.year);
  if (self.year == 0)
    return self.figure;
  choose_pairs (&self);
  for (guint i = 0; i < self.pairs->len; i++)
    add_pair (&self, &g_array_index (self.pairs, Pair, i));
  set_texts (&self, correlate (&self));
  return self.figure;
}

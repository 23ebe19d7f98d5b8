/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator of several places: along time, or side by side for one period. */

#include "chiso-compare-private.h"

#include <math.h>
#include <string.h>

static void
compare_clear (ChisoCompare *compare)
{
  chiso_draft_clear (&compare->draft);
  g_clear_pointer (&compare->series, g_ptr_array_unref);
  g_clear_pointer (&compare->ranking, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChisoCompare, compare_clear)

/* Kinds whose series are places along time. */
static gboolean
is_along_time (PlotKind kind)
{
  return kind == PLOT_KIND_LINE || kind == PLOT_KIND_MULTIPLES || kind == PLOT_KIND_HEATMAP;
}

/* Kinds of one figure a place. */
static gboolean
is_of_places (PlotKind kind)
{
  return kind == PLOT_KIND_BAR || kind == PLOT_KIND_COLUMN || kind == PLOT_KIND_ATTAINMENT
         || kind == PLOT_KIND_TILEMAP;
}

static gboolean
is_stack (PlotKind kind)
{
  return kind == PLOT_KIND_STACKED || kind == PLOT_KIND_STACKED_100;
}

static void
collect (ChisoCompare *self)
{
  const ChisoFigureSpec *spec = self->spec;

  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; spec->places[i] != NULL; i++)
    {
      g_ptr_array_add (self->series,
                       chiso_draft_series (&self->draft, spec->indicator, spec->places[i],
                                           spec->first_year, spec->last_year));
      if (!is_along_time (spec->kind))
        chiso_draft_drop_bases (g_ptr_array_index (self->series, i));
      chiso_draft_note_undecided (&self->draft, spec->indicator, spec->places[i], spec->first_year,
                                  spec->last_year);
      self->draft.n_asked += !chiso_place_is_country (spec->places[i]);
    }
}

gboolean
chiso_compare_is_like (const ChisoCompare *self, const ChisoPoint *point)
{
  return chiso_period_comparable (&point->period, &self->like, self->spec->indicator->stock);
}

static gboolean
has_comparable (ChisoCompare *self, guint place)
{
  GArray *points = g_ptr_array_index (self->series, place);

  for (guint i = 0; i < points->len; i++)
    if (chiso_compare_is_like (self, &g_array_index (points, ChisoPoint, i)))
      return TRUE;
  return FALSE;
}

static void
add_unlike (ChisoCompare *self, guint place)
{
  const ChisoIndicator *indicator = self->spec->indicator;
  GArray *points = g_ptr_array_index (self->series, place);

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (!chiso_compare_is_like (self, point))
        chiso_draft_add (&self->draft, self->draft.unlike, indicator, self->spec->places[place],
                         point);
    }
}

/* Everything of the chosen years that cannot stand beside what is shown; first that of places of
 * which nothing else is, since the note names only the first few. */
static void
collect_unlike (ChisoCompare *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->series->len; i++)
      if (has_comparable (self, i) == (pass == 1))
        add_unlike (self, i);
}

PlotRole
chiso_compare_role (const ChisoCompare *self, const char *place)
{
  if (g_strcmp0 (place, self->spec->focus) == 0)
    return PLOT_ROLE_FOCUS;
  if (self->spec->focus != NULL || (chiso_place_is_country (place) && self->series->len > 1))
    return PLOT_ROLE_CONTEXT;
  return PLOT_ROLE_NORMAL;
}

ChisoEntry *
chiso_compare_show (ChisoCompare *self, guint place, const ChisoPoint *point)
{
  ChisoEntry *entry = chiso_draft_add (&self->draft, self->draft.shown, self->spec->indicator,
                                       self->spec->places[place], point);

  entry->focus = g_strcmp0 (self->spec->places[place], self->spec->focus) == 0;
  return entry;
}

/* A period that half of the entries share goes without saying; else every label says its own. */
static void
set_dated (GArray *entries, const ChisoPeriod *common)
{
  guint n_common = 0;

  for (guint i = 0; i < entries->len; i++)
    n_common += chiso_period_equal (&chiso_entry (entries, i)->point.period, common);
  for (guint i = 0; i < entries->len; i++)
    {
      ChisoEntry *entry = chiso_entry (entries, i);

      entry->dated = !chiso_period_equal (&entry->point.period, common)
                     || (n_common < entries->len && (n_common < 2 || 2 * n_common < entries->len));
    }
}

/* The chosen figure of each place, for bars and for what the title ranks. common: the period that most
 * have. */
static void
choose_bars (ChisoCompare *self, GArray *into, ChisoPeriod *common)
{
  const ChisoIndicator *indicator = self->spec->indicator;

  chiso_choose_common (self->series, indicator, &self->like, common);
  for (guint i = 0; i < self->series->len; i++)
    {
      GArray *points = g_ptr_array_index (self->series, i);
      const ChisoPoint *point = chiso_choose_point (points, indicator, &self->like, common);
      const char *place = self->spec->places[i];

      if (point != NULL)
        chiso_draft_add (&self->draft, into, indicator, place, point)->focus =
            g_strcmp0 (place, self->spec->focus) == 0;
    }
  set_dated (into, common);
}

static int
compare_rows (gconstpointer left, gconstpointer right)
{
  double a = ((const ChisoEntry *) left)->point.value,
         b = ((const ChisoEntry *) right)->point.value;

  return a > b ? -1 : a < b;
}

char *
chiso_compare_name (ChisoCompare *self, const char *place)
{
  return chiso_draft_place_name (&self->draft, place);
}

static void
add_bars (ChisoCompare *self)
{
  const ChisoIndicator *indicator = self->spec->indicator;
  GArray *shown = self->draft.shown;
  const char *name = chiso_indicator_name (indicator, self->draft.language);
  guint series = plot_figure_add_series (self->figure, name, PLOT_ROLE_NORMAL, 0);
  ChisoPeriod common;

  choose_bars (self, shown, &common);
  self->ranking = chiso_draft_rank (&self->draft, shown, &common, self->spec);
  /* Rows are read from the top as a ranking; columns keep the order that the places were chosen in.
   */
  if (self->spec->kind != PLOT_KIND_COLUMN)
    g_array_sort (shown, compare_rows);
  for (guint i = 0; i < shown->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (shown, i);
      g_autofree char *label = chiso_entry_label (&self->draft, entry);
      g_autofree char *row = chiso_text_ranked (&self->draft, entry, label);
      /* Under columns there is no room for it. */
      const char *written = self->spec->kind == PLOT_KIND_COLUMN ? label : row;

      chiso_draft_mark (&self->draft, self->figure, series,
                        plot_figure_add_category (self->figure, written),
                        chiso_compare_role (self, entry->place), entry);
    }
}

/* Places that the figure shows along time. */
static guint
n_drawn (ChisoCompare *self)
{
  return self->spec->kind == PLOT_KIND_HEATMAP ? plot_figure_n_categories (self->figure)
                                               : plot_figure_n_series (self->figure);
}

/* Along time the title tells one place's way; of several places, where they stand now. */
static char *
title_of_lines (ChisoCompare *self)
{
  GArray *shown = self->draft.shown;
  const ChisoEntry *first = NULL, *last = NULL;
  const char *told = self->spec->focus;
  g_autoptr (GArray) now = NULL;
  ChisoPeriod common;

  if (told == NULL && n_drawn (self) == 1)
    told = chiso_entry (shown, 0)->place;
  for (guint i = 0; i < shown->len && told != NULL; i++)
    {
      const ChisoEntry *entry = chiso_entry (shown, i);

      if (strcmp (entry->place, told) != 0)
        continue;
      first = first != NULL ? first : entry;
      last = entry;
    }
  if (last != NULL)
    return chiso_title_along (&self->draft, first, last);
  now = chiso_entries_new ();
  choose_bars (self, now, &common);
  return chiso_title_of_places (&self->draft, now);
}

/* The one period of what is shown, or how it stands with several. */
static char *
when_shown (ChisoCompare *self)
{
  GArray *shown = self->draft.shown;
  const char *language = self->draft.language;
  g_autofree char *span = chiso_text_span (&self->draft, shown, FALSE);
  gboolean several = FALSE;
  const ChisoEntry *common = NULL;

  for (guint i = 0; i < shown->len; i++)
    if (chiso_entry (shown, i)->dated)
      several = TRUE;
    else
      common = chiso_entry (shown, i);
  if (!is_of_places (self->spec->kind) || !several)
    return g_steal_pointer (&span);
  /* A tile has no room for a date beside its name. */
  if (common != NULL && self->spec->kind != PLOT_KIND_TILEMAP)
    {
      g_autofree char *period = chiso_text_period (&self->draft, &common->point.period);

      return chiso_words (CHISO_WORD_MOSTLY, language, period, NULL);
    }
  return chiso_words (CHISO_WORD_LATEST, language, span, NULL);
}

/* "Đơn vị: lượt · 2023 · 4 địa phương có số liệu", and which provinces these are where they are those
 * of today. */
static char *
subtitle (ChisoCompare *self)
{
  const char *language = self->draft.language;
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *when = when_shown (self);
  g_autofree char *what = NULL;
  g_autofree char *n = NULL;
  g_autofree char *compared = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->draft.shown->len; i++)
    {
      const char *place = chiso_entry (self->draft.shown, i)->place;

      if (!chiso_place_is_country (place))
        g_hash_table_add (places, (gpointer) place);
    }
  what = chiso_text_what (&self->draft, self->spec->indicator);
  g_string_append_printf (text, "%s · %s", what, when);
  if (g_hash_table_size (places) >= 2)
    {
      n = chiso_text_number (&self->draft, g_hash_table_size (places));
      compared = chiso_words (CHISO_WORD_COMPARED, language, n, NULL);
      g_string_append_printf (text, " · %s", compared);
    }
  if (g_hash_table_size (places) == 0)
    return g_string_free (g_steal_pointer (&text), FALSE);
  return chiso_text_tell_set (&self->draft, g_string_free (g_steal_pointer (&text), FALSE));
}

static void
set_values (ChisoCompare *self)
{
  guint decimals;
  g_autofree char *unit = chiso_text_shown_unit (&self->draft, self->spec->indicator, &decimals);

  plot_figure_set_unit (self->figure, unit, decimals);
  plot_figure_set_signed (self->figure, chiso_show_is_change (self->spec->show));
}

/* An empty chart that says why it is empty. */
static void
set_empty (ChisoCompare *self, const char *empty)
{
  const char *name = chiso_indicator_name (self->spec->indicator, self->draft.language);

  plot_figure_set_title (self->figure, name);
  plot_figure_set_empty (self->figure, empty);
  chiso_draft_set_note (&self->draft, self->figure, NULL);
}

/* FALSE where the kind needs more than one year and there is no other. */
static gboolean
add_marks (ChisoCompare *self)
{
  PlotKind kind = self->spec->kind;

  if (kind == PLOT_KIND_TILEMAP)
    chiso_compare_add_tiles (self);
  else if (kind == PLOT_KIND_HEATMAP)
    chiso_compare_add_cells (self);
  else if (is_along_time (kind))
    chiso_compare_add_lines (self);
  else if (is_stack (kind))
    chiso_compare_add_stacks (self);
  else if (!is_of_places (kind))
    return chiso_compare_add_pairs (self);
  else
    add_bars (self);
  if (kind == PLOT_KIND_ATTAINMENT)
    chiso_compare_set_standard (self);
  return TRUE;
}

static char *
title (ChisoCompare *self)
{
  if (is_of_places (self->spec->kind))
    return chiso_title_of_places (&self->draft, self->draft.shown);
  if (is_along_time (self->spec->kind) || is_stack (self->spec->kind))
    return title_of_lines (self);
  return chiso_compare_title_of_pairs (self);
}

static void
set_texts (ChisoCompare *self)
{
  g_autofree char *above = title (self);
  g_autofree char *under = subtitle (self);
  g_autofree char *missing = chiso_compare_add_missing (self);

  g_autofree char *extra = g_strjoin (" ", self->ranking != NULL ? self->ranking : missing,
                                      self->ranking != NULL ? missing : NULL, NULL);

  plot_figure_set_title (self->figure, above);
  plot_figure_set_subtitle (self->figure, under);
  chiso_draft_set_source (&self->draft, self->figure);
  chiso_draft_set_note (&self->draft, self->figure, *extra != '\0' ? extra : NULL);
}

char *
chiso_figures_refuse (const ChisoFigureSpec *spec)
{
  const ChisoIndicator *indicator = spec->indicator;
  const char *name = chiso_indicator_name (indicator, spec->language);
  gboolean values = spec->show == CHISO_SHOW_VALUE;

  if (is_stack (spec->kind) && (!values || indicator->aggregate != CHISO_AGGREGATE_SUM))
    return chiso_words (CHISO_WORD_REFUSE_STACK, spec->language, name, NULL);
  if (spec->kind == PLOT_KIND_SCATTER && !values)
    return chiso_words (CHISO_WORD_REFUSE_SCATTER, spec->language, NULL);
  if (spec->kind == PLOT_KIND_ATTAINMENT && (!values || !g_str_equal (indicator->unit_en, "%")))
    return chiso_words (CHISO_WORD_REFUSE_ATTAINMENT, spec->language, name, NULL);
  return NULL;
}

/* Why nothing is drawn, or NULL where it is. */
static char *
draw (ChisoCompare *self)
{
  const char *language = self->draft.language;
  gboolean any;

  any = chiso_choose_like (self->series, self->spec->indicator, &self->like);
  collect_unlike (self);
  /* Only open spans compare with nothing at all, not even with each other. */
  if (!any)
    return chiso_words (self->draft.unlike->len > 0 ? CHISO_WORD_EMPTY_UNLIKE
                                                    : CHISO_WORD_EMPTY_COMPARE,
                        language, NULL);
  if (!add_marks (self))
    return chiso_words (CHISO_WORD_EMPTY_ONE_YEAR, language, NULL);
  /* Of a stack the country is no part. */
  return self->draft.shown->len > 0 ? NULL : chiso_words (CHISO_WORD_EMPTY_COMPARE, language, NULL);
}

/* Collects what there is of spec's places; FALSE where the kind refuses. */
static gboolean
begin (ChisoCompare *self, GPtrArray *records, ChisoGeo *geo, char **empty)
{
  const ChisoFigureSpec *spec = self->spec;

  self->figure = plot_figure_new (spec->kind, spec->language);
  chiso_draft_init (&self->draft, records, geo, spec->boundary, spec->show, spec->language);
  self->draft.set_told = spec->boundary == CHISO_BOUNDARY_34;
  self->draft.facts = spec->facts;
  self->draft.base_year = chiso_choose_base_year (&self->draft, spec);
  *empty = chiso_figures_refuse (spec);
  if (*empty != NULL)
    return FALSE;
  collect (self);
  set_values (self);
  return TRUE;
}

/* spec with the indicator as it is meant: what is counted per commune is counted in them. */
static ChisoFigureSpec
as_meant (const ChisoFigureSpec *spec, ChisoIndicator *per_commune)
{
  ChisoFigureSpec meant = *spec;

  if (spec->show == CHISO_SHOW_PER_COMMUNE)
    {
      *per_commune = *spec->indicator;
      per_commune->counts_units = TRUE;
      meant.indicator = per_commune;
    }
  return meant;
}

PlotFigure *
chiso_figures_compare (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec)
{
  g_auto (ChisoCompare) self = { 0 };
  ChisoFigureSpec asked;
  ChisoIndicator per_commune;
  g_autofree char *empty = NULL;

  g_return_val_if_fail (records != NULL && geo != NULL && spec != NULL, NULL);
  g_return_val_if_fail (spec->indicator != NULL && spec->places != NULL, NULL);

  if (spec->across != NULL)
    return chiso_figures_scatter (records, geo, spec);
  asked = as_meant (spec, &per_commune);
  self.spec = &asked;
  if (begin (&self, records, geo, &empty))
    empty = draw (&self);
  if (empty != NULL)
    set_empty (&self, empty);
  else
    set_texts (&self);
  return self.figure;
}

PlotFigure *
chiso_figures_listing (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec,
                       const PlotFigure *chart)
{
  g_auto (ChisoCompare) self = { 0 };
  ChisoFigureSpec asked;
  ChisoIndicator per_commune;
  g_autofree char *empty = NULL;

  g_return_val_if_fail (records != NULL && geo != NULL && spec != NULL, NULL);
  g_return_val_if_fail (spec->indicator != NULL && spec->places != NULL, NULL);

  if (spec->across != NULL)
    return NULL;
  asked = as_meant (spec, &per_commune);
  asked.kind = PLOT_KIND_LINE;
  self.spec = &asked;
  if (begin (&self, records, geo, &empty))
    chiso_compare_add_listing (&self, chart);
  plot_figure_set_title (
      self.figure, chart != NULL ? plot_figure_title (chart)
                                 : chiso_indicator_name (spec->indicator, self.draft.language));
  plot_figure_set_empty (self.figure, empty);
  return self.figure;
}

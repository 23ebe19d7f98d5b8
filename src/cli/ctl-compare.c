/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons as the command line asks for them. Writes no file. */

#include "ctl-compare.h"

#include "ctl-args.h"
#include "ctl-picture.h"
#include "ctl-views.h"

void
ctl_compare_clear (CtlCompare *self)
{
  char *texts[] = { self->view,    self->indicator, self->place,  self->kind,
                    self->measure, self->base,      self->period, self->set };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (self->indicators);
  g_strfreev (self->places);
  g_clear_pointer (&self->facts, chiso_province_facts_free);
}

void
ctl_compare_entries (CtlCompare *self, GOptionEntry *entries)
{
  const GOptionEntry own[CTL_N_COMPARE_ENTRIES] = {
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &self->view,
      "A comparison that was saved under a name; options given beside it go before", "NAME" },
    { "indicator", 0, 0, G_OPTION_ARG_FILENAME, &self->indicator,
      "Ids of the indicators; each has a chart of its own", "ID,…" },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &self->place,
      "Codes or names, separated by commas, or all (the default)", "PLACE,…" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &self->kind,
      "line (the default), column, bar, stacked, stacked-100, attainment, dumbbell, slope, "
      "multiples, tilemap, heatmap, or scatter (of two indicators)",
      "KIND" },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &self->measure,
      "value (the default), yoy (year on year), since or index (against --base), per-commune, "
      "per-100000, country-share",
      "MEASURE" },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &self->base,
      "Of since and index (default: the first year that most places have)", "YEAR" },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &self->period, "A year or years: 2023, 2018..2024",
      "YEARS" },
    { "boundary", 0, 0, G_OPTION_ARG_FILENAME, &self->set,
      "The provinces until June 2025 (63, the default) or since (34)", "SET" },
  };

  for (guint i = 0; i < CTL_N_COMPARE_ENTRIES; i++)
    entries[i] = own[i];
}

/* Whether the measure means anything of each indicator. */
static gboolean
check_measure (const CtlCompare *self, const CtlSession *session, GError **error)
{
  for (guint i = 0; self->indicators != NULL && self->indicators[i] != NULL; i++)
    if (!chiso_show_applies (self->spec.show,
                             chiso_catalogue_find (session->catalogue, self->indicators[i])))
      {
        g_set_error (error, CTL_USAGE_ERROR, 0, "--measure: “%s” means nothing of %s",
                     chiso_show_to_string (self->spec.show), self->indicators[i]);
        return FALSE;
      }
  return TRUE;
}

/* Whether each indicator can be drawn as the kind that was asked for. */
static gboolean
check_kind (const CtlCompare *self, const CtlSession *session, GError **error)
{
  guint n = self->indicators != NULL ? g_strv_length (self->indicators) : 0;

  if (self->spec.kind == PLOT_KIND_SCATTER && n != 2)
    {
      g_set_error (error, CTL_USAGE_ERROR, 0,
                   "A scatter chart needs two indicators, across and upwards, not %u: "
                   "--indicator=FIRST,SECOND",
                   n);
      return FALSE;
    }
  for (guint i = 0; self->indicators != NULL && self->indicators[i] != NULL; i++)
    {
      ChisoFigureSpec spec = self->spec;
      g_autofree char *refusal = NULL;

      /* What chisoctl says is English, whatever the language of the chart. */
      spec.language = "en";
      spec.indicator = chiso_catalogue_find (session->catalogue, self->indicators[i]);
      refusal = chiso_figures_refuse (&spec);
      if (refusal == NULL)
        continue;
      g_set_error_literal (error, CTL_USAGE_ERROR, 0, refusal);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_options (CtlCompare *self, CtlSession *session, GError **error)
{
  static const PlotKind plot_kinds[] = {
    PLOT_KIND_LINE,        PLOT_KIND_COLUMN,     PLOT_KIND_BAR,      PLOT_KIND_STACKED,
    PLOT_KIND_STACKED_100, PLOT_KIND_ATTAINMENT, PLOT_KIND_DUMBBELL, PLOT_KIND_SLOPE,
    PLOT_KIND_MULTIPLES,   PLOT_KIND_TILEMAP,    PLOT_KIND_HEATMAP,  PLOT_KIND_SCATTER
  };
  const char *kinds[G_N_ELEMENTS (plot_kinds) + 1] = { NULL };
  const char *measures[CHISO_N_SHOWS + 1] = { NULL };
  ChisoFigureSpec *spec = &self->spec;
  guint kind, measure;
  int base_end;

  for (guint i = 0; i < CHISO_N_SHOWS; i++)
    measures[i] = chiso_show_to_string (i);
  for (guint i = 0; i < G_N_ELEMENTS (plot_kinds); i++)
    kinds[i] = plot_kind_to_string (plot_kinds[i]);
  if (!ctl_read_choice ("--kind", self->kind, kinds, 0, &kind, error)
      || !ctl_read_choice ("--measure", self->measure, measures, 0, &measure, error)
      || !ctl_read_years (self->base, &spec->base_year, &base_end, error)
      || !ctl_read_years (self->period, &spec->first_year, &spec->last_year, error)
      || !ctl_read_boundary (self->set, &spec->boundary, error)
      || (session->catalogue == NULL && !ctl_session_load (session, error))
      || !ctl_read_indicators (session, self->indicator, &self->indicators, error)
      || !ctl_read_places (session, spec->boundary, self->place, &self->places, error))
    return FALSE;
  spec->kind = plot_kinds[kind];
  spec->show = measure;
  if (!check_measure (self, session, error) || !check_kind (self, session, error))
    return FALSE;
  spec->facts = self->facts = chiso_province_facts_new_from_resources (session->geo, error);
  return spec->facts != NULL;
}

/* The code in the set of the province that a record is of, or goes into; NULL where there is none. */
static const char *
code_in_set (ChisoGeo *geo, ChisoBoundary boundary, const ChisoObservation *observation)
{
  /* Of a list that is said to be of all, the province may get the sum. */
  gboolean all = observation->listed.said.start < observation->listed.said.end;
  g_autofree char *code = g_strndup (observation->place, all ? 2 : strlen (observation->place));
  const ChisoProvince *province = chiso_geo_find_code (geo, observation->boundary, code);

  if (province == NULL || observation->boundary == boundary)
    return province != NULL ? province->code : NULL;
  if (boundary == CHISO_BOUNDARY_34)
    return province->successor;
  return chiso_geo_is_unchanged (geo, province->code) ? province->code : NULL;
}

gboolean
ctl_compare_read (CtlCompare *self, CtlSession *session, const CtlCommon *common, GError **error)
{
  if (self->view != NULL
      && (!ctl_compare_open (session, common, error) || !ctl_view_apply (session, self, error)))
    return FALSE;
  return read_options (self, session, error);
}

gboolean
ctl_compare_open (CtlSession *session, const CtlCommon *common, GError **error)
{
  return session->store != NULL || ctl_session_open_current (session, common, error);
}

/* The places of the set that the records of the years asked for speak of, in code order: what "all"
 * stands for. */
static char **
places_of (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec)
{
  ChisoBoundary boundary = spec->boundary;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoObservation *observation = ((ChisoRecord *) records->pdata[i])->observation;
      const char *code = code_in_set (geo, boundary, observation);

      if (code != NULL && chiso_period_last_year (&observation->period) >= spec->first_year)
        g_hash_table_add (seen, (gpointer) code);
    }
  for (guint i = 0; i < chiso_geo_n_provinces (geo, boundary); i++)
    {
      const char *code = chiso_geo_province (geo, boundary, i)->code;

      /* A map has tiles for the others as well. */
      if (spec->kind == PLOT_KIND_TILEMAP || g_hash_table_contains (seen, code))
        g_strv_builder_add (places, code);
    }
  return g_strv_builder_end (places);
}

/* All keys that the figure needs: what was merged, and of shares the country. NULL for all. */
static char **
places_to_ask (const CtlCompare *self, const CtlSession *session)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) asked = NULL;

  if (self->places == NULL)
    return NULL;
  asked = chiso_figures_places_to_ask (session->geo, self->spec.boundary,
                                       (const char *const *) self->places);
  g_strv_builder_addv (keys, (const char **) asked);
  if (self->spec.show == CHISO_SHOW_COUNTRY_SHARE
      && !g_strv_contains ((const char *const *) asked, "VN"))
    g_strv_builder_add (keys, "VN");
  return g_strv_builder_end (keys);
}

/* changes: whether other years are needed as well. The figure passes over what is of the other set,
 * but for provinces that are the same in both. */
static GPtrArray *
query (const CtlCompare *self, const CtlSession *session, gboolean changes, GError **error)
{
  const ChisoFigureSpec *spec = &self->spec;
  const char *const indicators[] = { spec->indicator->id,
                                     spec->across != NULL ? spec->across->id : NULL, NULL };
  g_auto (GStrv) asked = places_to_ask (self, session);
  ChisoQuery query = {
    .indicators = indicators,
    .provinces_only = self->places == NULL && spec->show != CHISO_SHOW_COUNTRY_SHARE,
    .with_units = TRUE,
    .first_year = changes ? 0 : spec->first_year,
    .last_year = spec->base_year > spec->last_year ? 0 : spec->last_year,
  };

  query.places = (const char *const *) asked;
  return chiso_store_query_sync (session->store, &query, error);
}

/* NULL after saying why there is none. */
static PlotFigure *
make_figure (CtlCompare *self, const CtlSession *session, GPtrArray *tables, GPtrArray *all_records)
{
  ChisoFigureSpec *spec = &self->spec;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PlotFigure) figure = NULL;
  g_auto (GStrv) all = NULL;
  GError *error = NULL;

  records = query (self, session, all_records != NULL || spec->show != CHISO_SHOW_VALUE, &error);
  if (records == NULL)
    {
      ctl_say_error (error);
      return NULL;
    }
  if (self->places == NULL)
    all = places_of (records, session->geo, spec);
  spec->places = (const char *const *) (self->places != NULL ? self->places : all);
  spec->n_asked = self->places == NULL ? chiso_geo_n_provinces (session->geo, spec->boundary) : 0;
  figure = chiso_figures_compare (records, session->geo, spec);
  if (tables != NULL)
    g_ptr_array_add (tables, chiso_figures_listing (records, session->geo, spec, figure));
  spec->places = NULL;
  if (!ctl_figure_has_values (figure) && spec->across != NULL)
    {
      ctl_say ("No place has figures of both %s and %s in one of these years, so there is no chart",
               spec->across->id, spec->indicator->id);
      return NULL;
    }
  if (!ctl_figure_has_values (figure))
    {
      gboolean pairs = spec->kind == PLOT_KIND_DUMBBELL || spec->kind == PLOT_KIND_SLOPE;

      ctl_say ("The library has no figures of %s%s for that place and period, so there is no chart",
               spec->indicator->id, pairs ? " of two years" : "");
      return NULL;
    }
  if (all_records != NULL)
    g_ptr_array_extend_and_steal (all_records, g_steal_pointer (&records));
  return g_steal_pointer (&figure);
}

CtlStatus
ctl_compare_figures (CtlCompare *self, const CtlSession *session, GPtrArray *figures,
                     GPtrArray *tables, GPtrArray *records)
{
  char **first = self->indicators;

  /* The first goes across, the second upwards. */
  if (self->spec.kind == PLOT_KIND_SCATTER)
    self->spec.across = chiso_catalogue_find (session->catalogue, *first++);
  for (char **indicator = first; *indicator != NULL; indicator++)
    {
      PlotFigure *figure;

      self->spec.indicator = chiso_catalogue_find (session->catalogue, *indicator);
      figure = make_figure (self, session, tables, records);
      if (figure == NULL)
        return CTL_FAILED;
      g_ptr_array_add (figures, figure);
    }
  return CTL_DONE;
}

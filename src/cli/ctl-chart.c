/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl chart: a comparison of each indicator as files, with --overview the three headline charts,
 * with --read the data inside such a file. Needs no display: the layout and the drawing are those of
 * the window. */

#include "ctl-args.h"
#include "ctl-overview.h"
#include "ctl-picture.h"
#include "ctl.h"
#include "figures/chiso-figures.h"

typedef struct
{
  char *indicator, *place, *kind, *measure, *base, *period, *year, *set, *read;
  gboolean overview;
  CtlPicture picture;
  CtlCommon common;
} Chart;

static void
chart_clear (Chart *self)
{
  g_free (self->indicator);
  g_free (self->place);
  g_free (self->kind);
  g_free (self->measure);
  g_free (self->base);
  g_free (self->period);
  g_free (self->year);
  g_free (self->set);
  g_free (self->read);
  ctl_picture_clear (&self->picture);
  ctl_common_clear (&self->common);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chart, chart_clear)

/* The places of the set that the records speak of, in code order: what "all" stands for. */
static char **
places_of (GPtrArray *records, ChisoGeo *geo, ChisoBoundary boundary)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoObservation *observation = ((ChisoRecord *) records->pdata[i])->observation;
      const ChisoProvince *province = chiso_geo_find_code (geo, observation->boundary,
                                                           observation->place);

      if (province != NULL)
        g_hash_table_add (
            seen,
            (gpointer) (observation->boundary == boundary ? province->code : province->successor));
    }
  for (guint i = 0; i < chiso_geo_n_provinces (geo, boundary); i++)
    {
      const char *code = chiso_geo_province (geo, boundary, i)->code;

      if (g_hash_table_contains (seen, code))
        g_strv_builder_add (places, code);
    }
  return g_strv_builder_end (places);
}

/* NULL after saying why there is none. */
static PlotFigure *
make_figure (const CtlSession *session, ChisoFigureSpec *spec, char **places)
{
  const char *const indicators[] = { spec->indicator->id, NULL };
  ChisoQuery query = {
    .indicators = indicators,
    /* Figures of the 34 are those of the 63 as well, added up; of the 63 they are their own. */
    .boundary = spec->boundary == CHISO_BOUNDARY_34 ? 0 : spec->boundary,
    .provinces_only = places == NULL && spec->show != CHISO_SHOW_COUNTRY_SHARE,
    /* A change needs earlier years as well. */
    .first_year = spec->show == CHISO_SHOW_VALUE ? spec->first_year : 0,
    .last_year = spec->last_year,
  };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PlotFigure) figure = NULL;
  g_auto (GStrv) all = NULL;
  g_auto (GStrv) asked = NULL;
  GError *error = NULL;

  if (places != NULL)
    asked = chiso_figures_places_to_ask (session->geo, spec->boundary,
                                         (const char *const *) places);
  query.places = (const char *const *) asked;
  records = chiso_store_query_sync (session->store, &query, &error);
  if (records == NULL)
    {
      ctl_say_error (error);
      return NULL;
    }
  if (places == NULL)
    all = places_of (records, session->geo, spec->boundary);
  spec->places = (const char *const *) (places != NULL ? places : all);
  figure = chiso_figures_compare (records, session->geo, spec);
  if (ctl_figure_has_values (figure))
    return g_steal_pointer (&figure);
  ctl_say ("The library has no figures of %s for that place and period, so there is no chart",
           spec->indicator->id);
  return NULL;
}

/* One chart goes where --output says, several into its folder; without one of them none is written. */
static CtlStatus
draw (const Chart *self, const CtlSession *session, ChisoFigureSpec *spec, char **indicators,
      char **places)
{
  g_autoptr (GPtrArray)
      figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);

  for (char **indicator = indicators; *indicator != NULL; indicator++)
    {
      PlotFigure *figure;

      spec->indicator = chiso_catalogue_find (session->catalogue, *indicator);
      figure = make_figure (session, spec, places);
      if (figure == NULL)
        return CTL_FAILED;
      g_ptr_array_add (figures, figure);
    }
  if (figures->len == 1)
    return ctl_picture_write (&self->picture, figures->pdata[0]);
  return ctl_picture_write_all (&self->picture, (PlotFigure *const *) figures->pdata,
                                (const char *const *) indicators, figures->len);
}

static CtlStatus
run_compare (Chart *self)
{
  static const char *const kinds[] = { "line", "column", "bar", NULL };
  static const PlotKind plot_kinds[] = { PLOT_KIND_LINE, PLOT_KIND_COLUMN, PLOT_KIND_BAR };
  g_autoptr (ChisoProvinceFacts) facts = NULL;
  const char *measures[CHISO_N_SHOWS + 1] = { NULL };
  g_auto (CtlSession) session = { NULL };
  g_auto (GStrv) indicators = NULL, places = NULL;
  ChisoFigureSpec spec = { .language = self->picture.lang };
  GError *error = NULL;
  guint kind, measure;
  int base_end;

  if (self->indicator == NULL || self->picture.output == NULL)
    {
      ctl_say ("chart needs --indicator and --output, or --overview and --output");
      return CTL_USAGE;
    }
  for (guint i = 0; i < CHISO_N_SHOWS; i++)
    measures[i] = chiso_show_to_string (i);
  if (!ctl_read_choice ("--kind", self->kind, kinds, 0, &kind, &error)
      || !ctl_read_choice ("--measure", self->measure, measures, 0, &measure, &error)
      || !ctl_read_years (self->base, &spec.base_year, &base_end, &error)
      || !ctl_read_years (self->period, &spec.first_year, &spec.last_year, &error)
      || !ctl_read_boundary (self->set, &spec.boundary, &error)
      || !ctl_session_load (&session, &error)
      || !ctl_read_indicators (&session, self->indicator, &indicators, &error)
      || !ctl_read_places (&session, spec.boundary, self->place, &places, &error))
    return ctl_say_error (error);
  if (indicators[1] != NULL && !ctl_picture_is_for_several (&self->picture))
    return CTL_USAGE;
  if (!ctl_session_open_current (&session, &self->common, &error))
    return ctl_say_error (error);
  spec.kind = plot_kinds[kind];
  spec.show = measure;
  for (guint i = 0; indicators[i] != NULL; i++)
    if (!chiso_show_applies (spec.show, chiso_catalogue_find (session.catalogue, indicators[i])))
      {
        ctl_say ("--measure: “%s” means nothing of %s", measures[measure], indicators[i]);
        return CTL_USAGE;
      }
  facts = chiso_province_facts_new_from_resources (session.geo, &error);
  if (facts == NULL)
    return ctl_say_error (error);
  spec.facts = facts;
  return draw (self, &session, &spec, indicators, places);
}

/* Prints the data inside a chart's file. */
static CtlStatus
read_chart (const char *path)
{
  g_autofree char *contents = NULL;
  g_autofree char *record = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    return ctl_say_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  record = plot_export_read_record (bytes, &error);
  if (record == NULL)
    {
      g_prefix_error (&error, "Cannot read “%s”: ", path);
      return ctl_say_error (error);
    }
  ctl_write (record);
  return CTL_DONE;
}

#define N_OWN_ENTRIES 10

static CtlStatus
run (const CtlCommand *command, char **args)
{
  g_auto (Chart) self = { NULL };
  GOptionEntry entries[] = {
    { "indicator", 0, 0, G_OPTION_ARG_FILENAME, &self.indicator,
      "Ids of the indicators; with several, --output is a folder for ID.png", "ID,…" },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &self.place,
      "Codes or names, separated by commas, or all (the default)", "PLACE,…" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &self.kind, "line (the default), column or bar",
      "KIND" },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &self.measure,
      "value (the default), yoy (year on year), since or index (against --base), per-commune, "
      "per-100000, country-share",
      "MEASURE" },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &self.base,
      "Of since and index (default: the first year that most places have)", "YEAR" },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &self.period, "A year or years: 2023, 2018..2024",
      "YEARS" },
    { "boundary", 0, 0, G_OPTION_ARG_FILENAME, &self.set,
      "The provinces until June 2025 (63, the default) or since (34)", "SET" },
    { "overview", 0, 0, G_OPTION_ARG_NONE, &self.overview,
      "The three headline charts of one place and year into the folder of --output", NULL },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &self.year,
      "With --overview (default: the one with most to show)", "YEAR" },
    { "read", 0, 0, G_OPTION_ARG_FILENAME, &self.read,
      "Print the data inside a chart's PNG, SVG or PDF as JSON, and draw nothing", "FILE" },
    [N_OWN_ENTRIES + CTL_N_PICTURE_ENTRIES] = G_OPTION_ENTRY_NULL,
  };
  GError *error = NULL;
  CtlStatus status;

  ctl_picture_entries (&self.picture, &entries[N_OWN_ENTRIES]);
  if (!ctl_parse (command, entries, &args, &self.common, &status))
    return status;
  if (args[1] != NULL)
    {
      ctl_say ("chart takes no “%s”; the file to write goes into --output", args[1]);
      return CTL_USAGE;
    }
  if (self.read != NULL)
    return read_chart (self.read);
  if (!ctl_picture_read (&self.picture, &error))
    return ctl_say_error (error);
  if (!self.overview)
    return run_compare (&self);
  return ctl_overview (&self.picture, &self.common, self.place, self.set, self.year);
}

const CtlCommand ctl_chart = {
  "chart",
  "",
  "Draw figures of the library as PNG, SVG, PDF or CSV; needs no display",
  "For example:\n"
  "  chisoctl chart --indicator=ntm_communes_share --place=\"Nghệ An,Thanh Hóa\" "
  "--period=2018..2024 --output=ntm.png\n"
  "  chisoctl chart --indicator=ntm_communes_share --kind=bar --output=ntm --format=svg,pdf,csv\n"
  "  chisoctl chart --read=ntm.png",
  run,
};

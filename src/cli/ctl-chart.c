/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl chart: one comparison as a picture, or with --overview the three headline charts. Needs
 * no display: the layout and the drawing are those of the window. */

#include "ctl-args.h"
#include "ctl-overview.h"
#include "ctl-picture.h"
#include "ctl.h"
#include "figures/chiso-figures.h"

typedef struct
{
  char *indicator, *place, *kind, *measure, *period, *year, *set;
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
  g_free (self->period);
  g_free (self->year);
  g_free (self->set);
  ctl_picture_clear (&self->picture);
  ctl_common_clear (&self->common);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chart, chart_clear)

/* The places that the records speak of, in code order: what "all" stands for. */
static char **
places_of (GPtrArray *records, ChisoGeo *geo, ChisoBoundary boundary)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (seen, ((ChisoRecord *) records->pdata[i])->observation->place);
  for (guint i = 0; i < chiso_geo_n_provinces (geo, boundary); i++)
    {
      const char *code = chiso_geo_province (geo, boundary, i)->code;

      if (g_hash_table_contains (seen, code))
        g_strv_builder_add (places, code);
    }
  return g_strv_builder_end (places);
}

/* A size or an ending that cannot be is the command line's fault, all else is the world's. */
static CtlStatus
write_figure (PlotFigure *figure, const CtlPicture *picture)
{
  GError *error = NULL;
  gboolean usage;

  if (plot_export_file (figure, picture->output, &picture->export, &error))
    return CTL_DONE;
  usage = g_error_matches (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_SIZE)
          || g_error_matches (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FORMAT);
  ctl_say_error (error);
  return usage ? CTL_USAGE : CTL_FAILED;
}

static CtlStatus
draw (const Chart *self, const CtlSession *session, ChisoFigureSpec *spec, char **places)
{
  const char *const indicators[] = { spec->indicator->id, NULL };
  ChisoQuery query = {
    .indicators = indicators,
    .places = (const char *const *) places,
    .boundary = spec->boundary,
    .provinces_only = places == NULL,
    /* A change year on year needs the year before as well. */
    .first_year = spec->show == CHISO_SHOW_YEAR_ON_YEAR && spec->first_year > 0
                      ? spec->first_year - 1
                      : spec->first_year,
    .last_year = spec->last_year,
  };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PlotFigure) figure = NULL;
  g_auto (GStrv) all = NULL;
  GError *error = NULL;

  records = chiso_store_query_sync (session->store, &query, &error);
  if (records == NULL)
    return ctl_say_error (error);
  if (places == NULL)
    all = places_of (records, session->geo, spec->boundary);
  spec->places = (const char *const *) (places != NULL ? places : all);
  figure = chiso_figures_compare (records, session->geo, spec);
  if (!ctl_figure_has_values (figure))
    {
      ctl_say ("The library has no figures of %s for that place and period, so there is no chart",
               spec->indicator->id);
      return CTL_FAILED;
    }
  return write_figure (figure, &self->picture);
}

static CtlStatus
run_compare (Chart *self)
{
  static const char *const kinds[] = { "line", "column", "bar", NULL };
  static const PlotKind plot_kinds[] = { PLOT_KIND_LINE, PLOT_KIND_COLUMN, PLOT_KIND_BAR };
  static const char *const measures[] = { "value", "yoy", NULL };
  static const ChisoShow shows[] = { CHISO_SHOW_VALUE, CHISO_SHOW_YEAR_ON_YEAR };
  g_auto (CtlSession) session = { NULL };
  g_auto (GStrv) indicators = NULL, places = NULL;
  ChisoFigureSpec spec = { .language = self->picture.lang };
  GError *error = NULL;
  guint kind, measure;

  if (self->indicator == NULL || self->picture.output == NULL)
    {
      ctl_say ("chart needs --indicator and --output, or --overview and --output");
      return CTL_USAGE;
    }
  if (!ctl_read_choice ("--kind", self->kind, kinds, 0, &kind, &error)
      || !ctl_read_choice ("--measure", self->measure, measures, 0, &measure, &error)
      || !ctl_read_years (self->period, &spec.first_year, &spec.last_year, &error)
      || !ctl_read_boundary (self->set, &spec.boundary, &error)
      || !ctl_session_load (&session, &error)
      || !ctl_read_indicators (&session, self->indicator, &indicators, &error)
      || !ctl_read_places (&session, spec.boundary, self->place, &places, &error))
    return ctl_say_error (error);
  if (indicators[1] != NULL)
    {
      ctl_say ("A chart shows one indicator; %s is one too many", indicators[1]);
      return CTL_USAGE;
    }
  if (!ctl_session_open_current (&session, &self->common, &error))
    return ctl_say_error (error);
  spec.kind = plot_kinds[kind];
  spec.show = shows[measure];
  spec.indicator = chiso_catalogue_find (session.catalogue, indicators[0]);
  return draw (self, &session, &spec, places);
}

static CtlStatus
run (const CtlCommand *command, char **args)
{
  g_auto (Chart) self = { NULL };
  GOptionEntry entries[] = {
    { "indicator", 0, 0, G_OPTION_ARG_FILENAME, &self.indicator, "Id of the indicator", "ID" },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &self.place,
      "Codes or names, separated by commas, or all (the default)", "PLACE,…" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &self.kind, "line (the default), column or bar",
      "KIND" },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &self.measure,
      "value (the default) or yoy, the change year on year", "MEASURE" },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &self.period, "A year or years: 2023, 2018..2024",
      "YEARS" },
    { "boundary", 0, 0, G_OPTION_ARG_FILENAME, &self.set,
      "The provinces until June 2025 (63, the default) or since (34)", "SET" },
    { "overview", 0, 0, G_OPTION_ARG_NONE, &self.overview,
      "The three headline charts of one place and year into the folder of --output", NULL },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &self.year,
      "With --overview (default: the one with most to show)", "YEAR" },
    G_OPTION_ENTRY_NULL,
    G_OPTION_ENTRY_NULL,
    G_OPTION_ENTRY_NULL,
    G_OPTION_ENTRY_NULL,
    G_OPTION_ENTRY_NULL,
    G_OPTION_ENTRY_NULL,
  };
  GError *error = NULL;
  CtlStatus status;

  ctl_picture_entries (&self.picture, &entries[G_N_ELEMENTS (entries) - 1 - CTL_N_PICTURE_ENTRIES]);
  if (!ctl_parse (command, entries, &args, &self.common, &status))
    return status;
  if (args[1] != NULL)
    {
      ctl_say ("chart takes no “%s”; the file to write goes into --output", args[1]);
      return CTL_USAGE;
    }
  if (!ctl_picture_read (&self.picture, &error))
    return ctl_say_error (error);
  if (!self.overview)
    return run_compare (&self);
  return ctl_overview (&self.picture, &self.common, self.place, self.set, self.year);
}

const CtlCommand ctl_chart = {
  "chart",
  "",
  "Draw figures of the library as a PNG, SVG or PDF; needs no display",
  "For example:\n"
  "  chisoctl chart --indicator=ntm_communes_share --place=\"Nghệ An,Thanh Hóa\" "
  "--period=2018..2024 --output=ntm.png",
  run,
};

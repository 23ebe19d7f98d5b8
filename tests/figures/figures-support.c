/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads what figures are worded with, and turns figures into text that tests can state. */

#include "figures-support.h"

#include <math.h>

static ChisoGeo *geo;
static ChisoProvinceFacts *facts;
static ChisoCatalogue *catalogue;

int
test_figures_run (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *name = "catalogue.ini";
  int status;

  geo = chiso_geo_new_from_resources (&error);
  g_assert_no_error (error);
  bytes = g_resources_lookup_data ("/org/chiso/ChiSo/data/catalogue.ini",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  catalogue = chiso_catalogue_new (&bytes, &name, 1, &error);
  g_assert_no_error (error);
  facts = chiso_province_facts_new_from_resources (geo, &error);
  g_assert_no_error (error);
  status = g_test_run ();
  chiso_province_facts_free (facts);
  chiso_catalogue_unref (catalogue);
  chiso_geo_unref (geo);
  return status;
}

GPtrArray *
test_records_of (const char *const *lines)
{
  GPtrArray *records = test_records_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    test_records_add (records, lines[i]);
  return records;
}

/* places: filled in by the caller, from asked->places. */
static ChisoFigureSpec
spec_of (const Compared *asked, char **places)
{
  return (ChisoFigureSpec){
    .indicator = chiso_catalogue_find (catalogue, asked->indicator),
    .across = asked->across != NULL ? chiso_catalogue_find (catalogue, asked->across) : NULL,
    .places = (const char *const *) places,
    .boundary = asked->boundary != 0 ? asked->boundary : CHISO_BOUNDARY_63,
    .base_year = asked->base_year,
    .facts = facts,
    .focus = asked->focus,
    .kind = asked->kind,
    .show = asked->show,
    .first_year = asked->first_year,
    .last_year = asked->last_year,
    .language = asked->language != NULL ? asked->language : "vi",
  };
}

PlotFigure *
test_compare (GPtrArray *records, const Compared *asked)
{
  g_auto (GStrv) places = g_strsplit (asked->places, ",", -1);
  const ChisoFigureSpec spec = spec_of (asked, places);

  return chiso_figures_compare (records, geo, &spec);
}

PlotFigure *
test_listing (GPtrArray *records, const Compared *asked, const PlotFigure *chart)
{
  g_auto (GStrv) places = g_strsplit (asked->places, ",", -1);
  const ChisoFigureSpec spec = spec_of (asked, places);

  return chiso_figures_listing (records, geo, &spec, chart);
}

char *
test_behind_of (GPtrArray *records, const Compared *asked, guint64 key)
{
  g_auto (GStrv) places = g_strsplit (asked->places, ",", -1);
  const ChisoFigureSpec spec = spec_of (asked, places);
  g_autoptr (GPtrArray) behind = chiso_figures_behind (records, geo, &spec, key);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < behind->len; i++)
    g_string_append_printf (ids, "%s%d", i > 0 ? " " : "",
                            (int) ((ChisoRecord *) behind->pdata[i])->id);
  return g_string_free (ids, FALSE);
}

guint64
test_mark_of (GPtrArray *records, const Compared *asked, gint64 record_id)
{
  g_auto (GStrv) places = g_strsplit (asked->places, ",", -1);
  const ChisoFigureSpec spec = spec_of (asked, places);

  return chiso_figures_find_mark (records, geo, &spec, record_id);
}

PlotFigure *
test_headline (GPtrArray *records, ChisoHeadline which, const char *place, int year,
               const char *language)
{
  return chiso_figures_headline (records, catalogue, geo, facts, which, place, CHISO_BOUNDARY_63,
                                 year, language);
}

PlotFigure *
test_headline_of_34 (GPtrArray *records, ChisoHeadline which, const char *place, int year)
{
  return chiso_figures_headline (records, catalogue, geo, facts, which, place, CHISO_BOUNDARY_34,
                                 year, "vi");
}

gboolean
test_nearest (GPtrArray *records, ChisoHeadline which, const char *place, int year,
              const char **nearest_place, int *nearest_year)
{
  return chiso_figures_headline_nearest (records, geo, facts, which, place, CHISO_BOUNDARY_63, year,
                                         nearest_place, nearest_year);
}

void
assert_text (const char *got, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (got != NULL ? got : "", "\u00a0", -1);
  g_autofree char *plain = g_strjoinv (" ", words);

  g_assert_cmpstr (plain, ==, expected);
}

void
assert_marks (PlotFigure *figure, const char *expected)
{
  static const char *const signs[] = { "", ">", "~", "<" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
      {
        const PlotMark *mark = plot_figure_mark (figure, s, i);
        gboolean line = plot_figure_kind (figure) == PLOT_KIND_LINE;
        g_autofree char *value = isnan (mark->value)
                                     ? g_strdup ("-")
                                     : chiso_value_format (round (mark->value * 10) / 10);

        g_string_append_printf (
            text, "%s%s=%s%s%s", text->len > 0 ? " | " : "",
            line ? mark->period : plot_figure_category (figure, (guint) mark->x), value,
            mark->state <= PLOT_STATE_AT_MOST ? signs[mark->state] : "", mark->computed ? "c" : "");
      }
  g_assert_cmpstr (text->str, ==, expected);
}

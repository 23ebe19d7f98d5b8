/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures made from records: what they show, what they leave out, and what their titles dare to
 * say. */

#include "figures/chiso-figures.h"
#include "record-support.h"

#include <math.h>
#include <string.h>

static ChisoGeo *geo;
static ChisoCatalogue *catalogue;

typedef struct
{
  const char *indicator;
  const char *places; /* with commas */
  PlotKind kind;
  ChisoShow show;
  const char *focus;
  int first_year, last_year;
  const char *language; /* NULL: Vietnamese */
} Compared;

static GPtrArray *
records_of (const char *const *lines)
{
  GPtrArray *records = test_records_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    test_records_add (records, lines[i]);
  return records;
}
#define RECORDS(...) records_of ((const char *const[]){ __VA_ARGS__, NULL })

static PlotFigure *
compare (GPtrArray *records, const Compared *asked)
{
  g_auto (GStrv) places = g_strsplit (asked->places, ",", -1);
  const ChisoFigureSpec spec = { .indicator = chiso_catalogue_find (catalogue, asked->indicator),
                                 .places = (const char *const *)places,
                                 .boundary = CHISO_BOUNDARY_63,
                                 .focus = asked->focus,
                                 .kind = asked->kind,
                                 .show = asked->show,
                                 .first_year = asked->first_year,
                                 .last_year = asked->last_year,
                                 .language = asked->language != NULL ? asked->language : "vi" };

  return chiso_figures_compare (records, geo, &spec);
}

static PlotFigure *
headline (GPtrArray *records, ChisoHeadline which, const char *place, int year,
          const char *language)
{
  return chiso_figures_headline (records, catalogue, geo, which, place, CHISO_BOUNDARY_63, year,
                                 language);
}

/* Texts hold no-break spaces between a number and its unit; the expected ones are typed plainly. */
static void
assert_text (const char *got, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (got != NULL ? got : "", "\u00a0", -1);
  g_autofree char *plain = g_strjoinv (" ", words);

  g_assert_cmpstr (plain, ==, expected);
}

/* "label=value" of each mark; of a line the period instead of the label. "-" is a gap; signs as in
 * records. */
static char *
marks (PlotFigure *figure)
{
  static const char *const signs[] = { "", ">", "~", "<" };
  GString *text = g_string_new (NULL);

  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
      {
        const PlotMark *mark = plot_figure_mark (figure, s, i);
        gboolean line = plot_figure_n_categories (figure) == 0;
        g_autofree char *value = isnan (mark->value)
                                     ? g_strdup ("-")
                                     : g_strdup_printf ("%g", round (mark->value * 10) / 10);

        g_string_append_printf (text, "%s%s=%s%s", text->len > 0 ? " | " : "",
                                line ? mark->period : plot_figure_category (figure, (guint)mark->x),
                                value, mark->state <= PLOT_STATE_AT_MOST ? signs[mark->state] : "");
      }
  return g_string_free (text, FALSE);
}

static void
assert_marks (PlotFigure *figure, const char *expected)
{
  g_autofree char *got = marks (figure);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_bar_sorted (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2023 level 100",
                                           "citizen_receptions 38 2023 level 300",
                                           "citizen_receptions 42 2023 level 200");
  const Compared bars = { "citizen_receptions", "40,38,42", PLOT_KIND_BAR };
  const Compared columns = { "citizen_receptions", "40,38,42", PLOT_KIND_COLUMN };
  g_autoptr (PlotFigure) bar = compare (records, &bars);
  g_autoptr (PlotFigure) column = compare (records, &columns);

  assert_marks (bar, "Thanh Hóa=300 | Hà Tĩnh=200 | Nghệ An=100");
  assert_marks (column, "Nghệ An=100 | Thanh Hóa=300 | Hà Tĩnh=200");
  assert_text (plot_figure_title (bar),
               "Thanh Hóa có nhiều lượt tiếp công dân nhất: 300 lượt (2023)");
  assert_text (plot_figure_subtitle (bar), "Đơn vị: lượt · 2023 · 3 địa phương có số liệu");
  g_assert_cmpuint (plot_figure_mark (bar, 0, 0)->key, ==, 2);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *name = "catalogue.ini";
  int status;

  g_test_init (&argc, &argv, NULL);
  geo = chiso_geo_new_from_resources (&error);
  g_assert_no_error (error);
  bytes = g_resources_lookup_data ("/org/chiso/ChiSo/data/catalogue.ini",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  catalogue = chiso_catalogue_new (&bytes, &name, 1, &error);
  g_assert_no_error (error);

  g_test_add_func ("/figures/compare/bar-sorted", test_bar_sorted);
  status = g_test_run ();
  chiso_catalogue_unref (catalogue);
  chiso_geo_unref (geo);
  return status;
}

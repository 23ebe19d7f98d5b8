/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl chart through the real program, without a display: files that decode, in the size asked
 * for. */

#include "cli-support.h"

#include <cairo.h>
#include <string.h>

/* The file is a PNG of that size that shows more than one colour. */
static void
assert_png (CliFixture *self, const char *name, int width, int height)
{
  g_autofree char *path = cli_path (self, name);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);
  const guint8 *pixels;
  gboolean varied = FALSE;
  int stride;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, height);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < height && !varied; y++)
    varied = memcmp (pixels, pixels + (gsize) y * stride, (gsize) width * 4) != 0;
  g_assert_true (varied);
  cairo_surface_destroy (surface);
}

static void
test_png (CliFixture *self, gconstpointer data)
{
  cli_run (self, "chart", "--indicator=ntm_communes_share", "--place=38,40", "--kind=line",
           "--period=2015..2024", "--size=800x450", "--scale=2", "--lang=vi", "--output=x.png",
           NULL);
  cli_assert (self, 0, "");
  assert_png (self, "x.png", 1600, 900);
}

static void
test_formats (CliFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name, *begins;
  } formats[] = { { "x.svg", "<?xml" }, { "x.pdf", "%PDF-" } };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *output = g_strconcat ("--output=", formats[i].name, NULL);
      g_autofree char *written = NULL;

      cli_run (self, "chart", "--indicator=ntm_communes", "--place=Nghệ An,Thanh Hóa",
               "--kind=column", output, NULL);
      cli_assert (self, 0, "");
      written = cli_read (self, formats[i].name);
      g_assert_true (g_str_has_prefix (written, formats[i].begins));
    }
}

/* Every kind, measure and theme draws something. */
static void
test_choices (CliFixture *self, gconstpointer data)
{
  static const char *const choices[] = {
    "--kind=bar",      "--kind=column",   "--kind=heatmap",        "--measure=yoy",
    "--measure=since", "--measure=index", "--measure=per-commune", "--measure=country-share",
    "--boundary=34",   "--theme=dark",    "--theme=print",         "--lang=en"
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      cli_run (self, "chart", "--indicator=ntm_communes", "--place=all", choices[i],
               "--output=x.png", NULL);
      cli_assert (self, 0, "");
      assert_png (self, "x.png", 960, 540);
    }
}

/* Each kind draws what it is for, and says in one sentence what it is not for. */
static void
test_kinds (CliFixture *self, gconstpointer data)
{
  static const char *const kinds[] = { "--kind=column",   "--kind=bar",   "--kind=attainment",
                                       "--kind=dumbbell", "--kind=slope", "--kind=multiples" };
  static const char *const stacks[] = { "--kind=stacked", "--kind=stacked-100" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      cli_run (self, "chart", "--indicator=ntm_communes_share", "--place=all", kinds[i],
               "--output=x.png", NULL);
      cli_assert (self, 0, "");
      assert_png (self, "x.png", 960, 540);
    }
  for (guint i = 0; i < G_N_ELEMENTS (stacks); i++)
    {
      cli_run (self, "chart", "--indicator=citizen_receptions", "--place=all", stacks[i],
               "--output=x.png", NULL);
      cli_assert (self, 0, "");
      cli_run (self, "chart", "--indicator=ntm_communes_share", stacks[i], "--output=y.png", NULL);
      cli_assert (self, 2,
                  "chisoctl: “Share of communes of the new-rural standard” does not add up, so it "
                  "cannot be stacked; choose the values of a count.\n");
      g_assert_false (cli_exists (self, "y.png"));
    }
}

/* A map is high, and two indicators make one chart. */
static void
test_maps (CliFixture *self, gconstpointer data)
{
  cli_run (self, "chart", "--indicator=ntm_communes_share", "--kind=tilemap", "--output=x.png",
           NULL);
  cli_assert (self, 0, "");
  assert_png (self, "x.png", 720, 960);
  cli_run (self, "chart", "--indicator=ntm_communes_share", "--kind=tilemap", "--boundary=34",
           "--size=640x480", "--output=x.png", NULL);
  cli_assert (self, 0, "");
  assert_png (self, "x.png", 640, 480);
  cli_run (self, "chart", "--indicator=citizen_receptions,petitions_received", "--kind=scatter",
           "--output=x.png", NULL);
  cli_assert (self, 0, "");
  assert_png (self, "x.png", 960, 540);
  cli_run (self, "chart", "--indicator=grassroots_visits,poverty_rate", "--kind=scatter",
           "--output=y.png", NULL);
  cli_assert (self, 1,
              "chisoctl: No place has figures of both grassroots_visits and poverty_rate in one of "
              "these years, so there is no chart\n");
}

/* Equal input gives equal bytes. */
static void
test_repeatable (CliFixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < 2; i++)
    {
      cli_run (self, "chart", "--indicator=ntm_communes", "--place=40",
               i == 0 ? "--output=a.svg" : "--output=b.svg", NULL);
      cli_assert (self, 0, "");
    }
  first = cli_read (self, "a.svg");
  second = cli_read (self, "b.svg");
  g_assert_cmpstr (first, ==, second);
}

/* A chart of nothing is not written: a script would take it for a result. */
static void
test_nothing (CliFixture *self, gconstpointer data)
{
  cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--period=1990",
           "--output=x.png", NULL);
  cli_assert (self, 1,
              "chisoctl: The library has no figures of ntm_communes for that place and period, so "
              "there is no chart\n");
  g_assert_false (cli_exists (self, "x.png"));
}

/* A share divided by people would be a figure of nothing. */
static void
test_wrong_measure (CliFixture *self, gconstpointer data)
{
  cli_run (self, "chart", "--indicator=ntm_communes_share", "--measure=per-100000",
           "--output=x.png", NULL);
  cli_assert (self, 2, "chisoctl: --measure: “per-100000” means nothing of ntm_communes_share\n");
  g_assert_false (cli_exists (self, "x.png"));
}

static void
test_wrong_output (CliFixture *self, gconstpointer data)
{
  cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--output=x.gif", NULL);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
  g_assert_nonnull (strstr (self->err, "x.gif"));

  cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--size=99999x10",
           "--output=x.png", NULL);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_false (cli_exists (self, "x.png"));

  cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--output=no/folder/x.png",
           NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
  g_assert_nonnull (strstr (self->err, "x.png"));
}

/* The data come back out of each kind of picture, the same from all. */
static void
test_read (CliFixture *self, gconstpointer data)
{
  static const char *const names[] = { "x.png", "x.svg", "x.pdf", "x.json" };
  g_autofree char *first = NULL;

  cli_run (self, "chart", "--indicator=ntm_communes_share", "--place=all", "--kind=bar",
           "--lang=vi", "--output=x", "--format=png,svg,pdf,json", "--date=2024-05-31", NULL);
  cli_assert (self, 0, "");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *option = g_strconcat ("--read=", names[i], NULL);

      cli_run (self, "chart", option, NULL);
      cli_assert (self, 0, "");
      if (first == NULL)
        first = g_strdup (self->out);
      g_assert_cmpstr (self->out, ==, first);
    }
  g_assert_nonnull (strstr (first, "\"created\": \"2024-05-31\""));
  g_assert_nonnull (strstr (first, "\"kind\": \"bar\""));
  g_assert_nonnull (strstr (first, "\"evidence\": ["));

  cli_write (self, "other.png", "no picture");
  cli_run (self, "chart", "--read=other.png", NULL);
  cli_assert (self, 1,
              "chisoctl: Cannot read “other.png”: it is no PNG, SVG or PDF with the record of a "
              "chart inside\n");
}

/* Several files of one chart, by endings or by formats; a name's own ending gives way to those. */
static void
test_several_files (CliFixture *self, gconstpointer data)
{
  g_autofree char *svg = NULL;
  g_autofree char *table = NULL;

  cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--output=a.svg",
           "--output=b.csv", NULL);
  cli_assert (self, 0, "");
  svg = cli_read (self, "a.svg");
  table = cli_read (self, "b.csv");
  g_assert_true (g_str_has_prefix (table, "\xef\xbb\xbfseries,category,place,"));
  g_assert_nonnull (strstr (svg, "<text "));

  cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--output=c.png",
           "--format=svg,tsv", NULL);
  cli_assert (self, 0, "");
  g_assert_true (cli_exists (self, "c.svg"));
  g_assert_true (cli_exists (self, "c.tsv"));
  g_assert_false (cli_exists (self, "c.png"));
}

static void
test_several_charts (CliFixture *self, gconstpointer data)
{
  cli_run (self, "chart", "--indicator=ntm_communes,ntm_communes_share", "--kind=bar",
           "--output=folder", "--format=svg,csv", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpuint (cli_count_lines (self->out), ==, 4);
  g_assert_true (cli_exists (self, "folder/ntm_communes.svg"));
  g_assert_true (cli_exists (self, "folder/ntm_communes.csv"));
  g_assert_true (cli_exists (self, "folder/ntm_communes_share.svg"));
  g_assert_true (cli_exists (self, "folder/ntm_communes_share.csv"));
}

/* All or nothing: what can be written is not, where its neighbour cannot. */
static void
test_none_by_half (CliFixture *self, gconstpointer data)
{
  cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--output=a.svg",
           "--output=no/folder/b.svg", NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_false (cli_exists (self, "a.svg"));
}

static void
test_texts (CliFixture *self, gconstpointer data)
{
  g_autofree char *svg = NULL;

  cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--title=Ví dụ <một>",
           "--subtitle=của tôi", "--note=Ghi chú riêng.", "--output=x.svg", NULL);
  cli_assert (self, 0, "");
  svg = cli_read (self, "x.svg");
  g_assert_nonnull (strstr (svg, ">Ví dụ &lt;một&gt;</text>"));
  g_assert_nonnull (strstr (svg, ">của tôi</text>"));
  g_assert_nonnull (strstr (svg, ">Ghi chú riêng."));

  cli_run (self, "chart", "--overview", "--title=Một", "--output=over", NULL);
  g_assert_cmpint (self->status, ==, 2);
}

/* A resolution makes the picture larger in pixels and keeps its size on paper. */
static void
test_sizes (CliFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *options[3];
    int width, height;
  } cases[] = { { { "--width=800" }, 800, 450 },
                { { "--width=800", "--height=300" }, 800, 300 },
                { { "--size=400x300", "--dpi=192" }, 800, 600 },
                { { "--size=400x300", "--dpi=192", "--scale=1" }, 400, 300 },
                { { "--size=401x301", "--scale=1.5" }, 602, 452 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--output=x.png",
               cases[i].options[0], cases[i].options[1], cases[i].options[2], NULL);
      cli_assert (self, 0, "");
      assert_png (self, "x.png", cases[i].width, cases[i].height);
    }
}

static void
test_wrong_options (CliFixture *self, gconstpointer data)
{
  static const char *const wrong[] = { "--dpi=1",          "--width=wide",   "--height=0",
                                       "--background=red", "--format=png,x", "--date=yesterday",
                                       "--scale=0" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--output=x.png", wrong[i],
               NULL);
      g_assert_cmpint (self->status, ==, 2);
      g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
      g_assert_false (cli_exists (self, "x.png"));
    }
  cli_run (self, "chart", "--indicator=ntm_communes", "--place=40", "--output=x.png",
           "--theme=dark", "--background=white", NULL);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_nonnull (strstr (self->err, "white background"));
}

/* What a figure rests on is asked for, wherever it lies: the country's level, a base behind the period,
 * and what a province that stayed the same gave in the other set. */
static void
test_asks_for_all (CliFixture *self, gconstpointer data)
{
  static const char table[] =
      "indicator\tplace\tperiod\tmeasure\tvalue\tnumerator\tdenominator\tqualifier\tbase\tevidence"
      "\nleader_receptions\t40\t2023\tlevel\t50\t\t\t\t\t50 lượt"
      "\nleader_receptions\t40\t2024\tlevel\t80\t\t\t\t\t80 lượt"
      "\nleader_receptions\tVN\t2023\tlevel\t500\t\t\t\t\t500 lượt\n";
  static const char report[] = "Nghệ An tiếp công dân\n\nNgày 20/12/2025\n\n"
                               "Năm 2025, lãnh đạo tỉnh Nghệ An tiếp 70 lượt công dân.\n";
  static const char *const cases[][3] = {
    { "--measure=country-share", "--period=2023", ",2023,10,10%," },
    { "--measure=index", "--period=2023", ",2023,62.5,62.5," },
    { "--measure=value", "--period=2025", ",2025,70,70," },
  };

  cli_write (self, "in/table.tsv", table);
  cli_write (self, "in/report.txt", report);
  cli_run (self, "import", "in/table.tsv", "in/report.txt", NULL);
  cli_assert (self, 0, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = NULL;

      cli_run (self, "chart", "--indicator=leader_receptions", "--place=40", "--kind=bar",
               "--lang=en", "--output=x.csv", cases[i][0], cases[i][1],
               g_str_equal (cases[i][0], "--measure=index") ? "--base=2024" : NULL, NULL);
      cli_assert (self, 0, "");
      csv = cli_read (self, "x.csv");
      g_assert_nonnull (strstr (csv, cases[i][2]));
    }
  cli_run (self, "query", "--indicator=leader_receptions", "--place=40", NULL);
  cli_assert (self, 0, "");
  g_assert_nonnull (strstr (self->out, "\t34\t2025\tlevel\t70\t"));
  cli_run (self, "query", "--indicator=leader_receptions", "--place=40", "--boundary=63", NULL);
  cli_assert (self, 0, "");
  g_assert_null (strstr (self->out, "\t34\t2025\t"));
}

static void
test_overview (CliFixture *self, gconstpointer data)
{
  static const char *const names[] = { "growth.png", "supervision.png", "new-rural-area.png" };

  cli_run (self, "chart", "--overview", "--output=over/view", NULL);
  cli_assert (self, 0, "");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename ("over/view", names[i], NULL);

      g_assert_nonnull (strstr (self->out, path));
      assert_png (self, path, 960, 540);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CLI_ADD ("/cli/chart/png", test_png);
  CLI_ADD ("/cli/chart/formats", test_formats);
  CLI_ADD ("/cli/chart/choices", test_choices);
  CLI_ADD ("/cli/chart/kinds", test_kinds);
  CLI_ADD ("/cli/chart/maps", test_maps);
  CLI_ADD ("/cli/chart/repeatable", test_repeatable);
  CLI_ADD ("/cli/chart/nothing", test_nothing);
  CLI_ADD ("/cli/chart/wrong-measure", test_wrong_measure);
  CLI_ADD ("/cli/chart/wrong-output", test_wrong_output);
  CLI_ADD ("/cli/chart/read", test_read);
  CLI_ADD ("/cli/chart/several-files", test_several_files);
  CLI_ADD ("/cli/chart/several-charts", test_several_charts);
  CLI_ADD ("/cli/chart/none-by-half", test_none_by_half);
  CLI_ADD ("/cli/chart/texts", test_texts);
  CLI_ADD ("/cli/chart/sizes", test_sizes);
  CLI_ADD ("/cli/chart/wrong-options", test_wrong_options);
  CLI_ADD ("/cli/chart/asks-for-all", test_asks_for_all);
  CLI_ADD ("/cli/chart/overview", test_overview);
  return g_test_run ();
}

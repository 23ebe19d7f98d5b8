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
  static const char *const choices[] = { "--kind=bar",   "--kind=column", "--measure=yoy",
                                         "--theme=dark", "--theme=print", "--lang=en" };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      cli_run (self, "chart", "--indicator=ntm_communes", "--place=all", choices[i],
               "--output=x.png", NULL);
      cli_assert (self, 0, "");
      assert_png (self, "x.png", 960, 540);
    }
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
  CLI_ADD ("/cli/chart/repeatable", test_repeatable);
  CLI_ADD ("/cli/chart/nothing", test_nothing);
  CLI_ADD ("/cli/chart/wrong-output", test_wrong_output);
  CLI_ADD ("/cli/chart/overview", test_overview);
  return g_test_run ();
}

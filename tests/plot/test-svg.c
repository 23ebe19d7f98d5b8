/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SVG files: well formed, every text of the layout in them as text, fonts inside, and to another
 * program's eye the same picture as the PNG. */

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

#include "plot-samples.h"
#include "plot/plot-export.h"

static const PlotExportOptions usual = { 640, 400, 1, PLOT_THEME_LIGHT, PLOT_BACKGROUND_THEME };

typedef struct
{
  GString *texts;  /* all text elements' letters, in order */
  guint in_text;   /* depth */
  guint n_fonts;   /* faces embedded */
  gboolean titled; /* a title element right below the root */
  gboolean outlines;
} Seen;

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer data, GError **error)
{
  Seen *seen = data;

  seen->in_text += g_str_equal (name, "text");
  seen->titled |= g_str_equal (name, "title");
  seen->outlines |= g_str_equal (name, "symbol");
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  ((Seen *) data)->in_text -= g_str_equal (name, "text");
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  Seen *seen = data;

  if (seen->in_text > 0)
    g_string_append_len (seen->texts, text, (gssize) length);
  if (g_str_equal (g_markup_parse_context_get_element (context), "style"))
    for (const char *c = text; (c = strstr (c, "@font-face")) != NULL; c++)
      seen->n_fonts++;
}

static Seen
parse (GBytes *svg)
{
  static const GMarkupParser parser = { .start_element = start_cb,
                                        .end_element = end_cb,
                                        .text = text_cb };
  Seen seen = { .texts = g_string_new (NULL) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &seen, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL),
                                (gssize) g_bytes_get_size (svg), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  return seen;
}

static PlotLayout *
lay_out (PlotFigure *figure)
{
  PangoContext *context = plot_text_context_new ();
  PlotLayout *layout = plot_layout_new (figure, usual.width, usual.height, usual.theme, context);

  g_object_unref (context);
  return layout;
}

static char *
without_spaces (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != ' ')
      g_string_append_c (out, *text);
  return g_string_free (out, FALSE);
}

/* The beginning of a text that is cut off. */
static void
assert_written (const char *sample, const char *written, const char *text)
{
  g_autofree char *wanted = without_spaces (text);
  glong n = g_utf8_strlen (wanted, -1);

  while (strstr (written, wanted) == NULL && n > 3)
    *g_utf8_offset_to_pointer (wanted, --n) = '\0';
  if (strstr (written, wanted) == NULL)
    g_error ("%s: “%s” is not written as text", sample, text);
}

static void
test_texts (void)
{
  for (guint s = 0; s < plot_n_samples; s++)
    {
      g_autoptr (PlotFigure) figure = plot_samples[s].create ("vi");
      g_autoptr (PlotLayout) layout = lay_out (figure);
      g_autoptr (GBytes) svg = plot_export_bytes (figure, "svg", &usual, NULL);
      Seen seen = parse (svg);
      g_autofree char *written = without_spaces (seen.texts->str);
      double x, y, width, height;

      for (guint i = 0; i < plot_layout_n_texts (layout); i++)
        assert_written (plot_samples[s].name, written,
                        plot_layout_text (layout, i, &x, &y, &width, &height));
      g_assert_false (seen.outlines);
      g_assert_true (seen.titled || plot_figure_title (figure) == NULL);
      g_assert_true (seen.n_fonts > 0 || plot_layout_n_texts (layout) == 0);
      g_string_free (seen.texts, TRUE);
    }
}

static GdkPixbuf *
decode (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();

  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, NULL)
      || !gdk_pixbuf_loader_close (loader, NULL))
    return NULL;
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

static gboolean
can_read_svg (void)
{
  GSList *formats = gdk_pixbuf_get_formats ();
  gboolean found = FALSE;

  for (GSList *format = formats; format != NULL; format = format->next)
    {
      g_autofree char *name = gdk_pixbuf_format_get_name (format->data);

      found |= g_str_equal (name, "svg");
    }
  g_slist_free (formats);
  return found;
}

/* Mean brightness of a block of both, so that the edges of letters, which two programs never paint
 * alike, do not count, while a text that is missing, moved or too wide does. */
static double
brightness (const GdkPixbuf *picture, int x, int y, int size)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (picture);
  int stride = gdk_pixbuf_get_rowstride (picture), n = gdk_pixbuf_get_n_channels (picture);
  double sum = 0;

  for (int j = y; j < y + size; j++)
    for (int i = x; i < x + size; i++)
      for (int c = 0; c < 3; c++)
        sum += pixels[j * stride + i * n + c];
  return sum / (size * size * 3);
}

#define BLOCK 20
#define MAX_DIFFERENCE 24

static void
compare (const char *name, const GdkPixbuf *a, const GdkPixbuf *b)
{
  int width = gdk_pixbuf_get_width (a), height = gdk_pixbuf_get_height (a);

  g_assert_cmpint (gdk_pixbuf_get_width (b), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (b), ==, height);
  for (int y = 0; y + BLOCK <= height; y += BLOCK)
    for (int x = 0; x + BLOCK <= width; x += BLOCK)
      {
        double difference = fabs (brightness (a, x, y, BLOCK) - brightness (b, x, y, BLOCK));

        if (difference > MAX_DIFFERENCE)
          g_error ("%s: SVG and PNG differ by %.0f at %d, %d", name, difference, x, y);
      }
}

static void
test_looks_alike (void)
{
  if (!can_read_svg ())
    {
      g_test_skip ("gdk-pixbuf has no loader of SVG here");
      return;
    }
  for (guint s = 0; s < plot_n_samples; s++)
    {
      g_autoptr (PlotFigure) figure = plot_samples[s].create ("vi");
      g_autoptr (GBytes) svg = plot_export_bytes (figure, "svg", &usual, NULL);
      g_autoptr (GBytes) png = plot_export_bytes (figure, "png", &usual, NULL);
      g_autoptr (GdkPixbuf) a = decode (svg);
      g_autoptr (GdkPixbuf) b = decode (png);

      g_assert_nonnull (a);
      g_assert_nonnull (b);
      compare (plot_samples[s].name, a, b);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/svg/texts", test_texts);
  g_test_add_func ("/plot/svg/looks-alike", test_looks_alike);
  return g_test_run ();
}

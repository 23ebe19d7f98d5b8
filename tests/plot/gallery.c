/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes every sample in every theme, language and a few sizes as PNG into a folder, a page index.html
 * of all of them, and one sheet of pictures a kind, to be looked at:  gallery FOLDER [NAME-PREFIX] */

#include <glib/gstdio.h>
#include <stdio.h>

#include "plot-samples.h"
#include "plot/plot-export.h"
#include "plot/plot-layout.h"

static const struct
{
  double width, height;
} sizes[] = { { 400, 300 }, { 800, 450 }, { 1600, 900 }, { 280, 120 } };

static const char *const themes[] = { "light", "dark", "contrast", "print" };
static const char *const languages[] = { "vi", "en" };

/* Width of a sheet's pictures, and the room around them. */
#define CELL 400.0
#define GAP 8.0

/* The country is high and narrow, and so is its map. */
static double
height_of (const PlotFigure *figure, guint size)
{
  return sizes[size].height * (plot_figure_kind (figure) == PLOT_KIND_TILEMAP ? 1.6 : 1);
}

static char *
name_of (const PlotSample *sample, guint language, guint theme, guint size)
{
  return g_strdup_printf ("%s-%s-%s-%.0f.png", sample->name, languages[language], themes[theme],
                          sizes[size].width);
}

static gboolean
write_sample (const char *folder, const PlotSample *sample, guint language, guint size,
              PlotTheme theme, GError **error)
{
  g_autoptr (PlotFigure) figure = sample->create (languages[language]);
  g_autofree char *name = name_of (sample, language, theme, size);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  PlotExportOptions options = {
    .width = sizes[size].width, .height = height_of (figure, size), .scale = 1, .theme = theme
  };

  if (plot_figure_kind (figure) == PLOT_KIND_SPARKLINE)
    {
      options.width = 120;
      options.height = 32;
      options.scale = 2;
    }
  return plot_export_file (figure, path, &options, error);
}

/* One sample's pictures: a row a language and size, a column a theme. */
static void
append_sample (GString *page, const PlotSample *sample)
{
  g_string_append_printf (page, "<h3 id=\"%s\">%s</h3>\n", sample->name, sample->name);
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        g_string_append (page, "<div>");
        for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
          {
            g_autofree char *name = name_of (sample, l, t, s);

            g_string_append_printf (page,
                                    "<img loading=\"lazy\" src=\"%s\" alt=\"%s\" title=\"%s\">",
                                    name, name, name);
          }
        g_string_append (page, "</div>\n");
      }
}

static gboolean
is_of (const PlotSample *sample, PlotKind kind, const char *prefix)
{
  g_autoptr (PlotFigure) figure = sample->create (languages[0]);

  return plot_figure_kind (figure) == kind && g_str_has_prefix (sample->name, prefix);
}

/* A kind's samples below each other, its themes side by side. */
static gboolean
write_sheet (const char *path, PlotKind kind, const char *prefix)
{
  PangoContext *context = plot_text_context_new ();
  double row = (CELL * 0.75) * (kind == PLOT_KIND_TILEMAP ? 1.6 : 1);
  guint n = 0;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  for (guint i = 0; i < plot_n_samples; i++)
    n += is_of (&plot_samples[i], kind, prefix);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int) (G_N_ELEMENTS (themes) * (CELL + GAP) + GAP),
                                        (int) (n * (row + GAP) + GAP));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  cairo_translate (cr, GAP, GAP);
  for (guint i = 0; i < plot_n_samples; i++)
    {
      g_autoptr (PlotFigure) figure = plot_samples[i].create (languages[0]);

      if (!is_of (&plot_samples[i], kind, prefix))
        continue;
      for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
        {
          g_autoptr (PlotLayout) layout = plot_layout_new (figure, CELL, row, t, context);

          cairo_save (cr);
          cairo_translate (cr, t * (CELL + GAP), 0);
          plot_layout_draw (layout, cr, TRUE);
          cairo_restore (cr);
        }
      cairo_translate (cr, 0, row + GAP);
    }
  cairo_destroy (cr);
  status = n > 0 ? cairo_surface_write_to_png (surface, path) : CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  g_object_unref (context);
  return status == CAIRO_STATUS_SUCCESS;
}

static gboolean
write_kind (const char *folder, GString *page, PlotKind kind, const char *prefix, GError **error)
{
  g_autofree char *name = g_strdup_printf ("sheet-%s.png", plot_kind_to_string (kind));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!write_sheet (path, kind, prefix))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "“%s” cannot be written", path);
      return FALSE;
    }
  g_string_append_printf (page, "<h2>%s</h2>\n<p><a href=\"%s\">all on one sheet</a></p>\n",
                          plot_kind_to_string (kind), name);
  for (guint i = 0; i < plot_n_samples; i++)
    {
      if (!is_of (&plot_samples[i], kind, prefix))
        continue;
      append_sample (page, &plot_samples[i]);
      for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
        for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
          for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
            if (!write_sample (folder, &plot_samples[i], l, s, t, error))
              return FALSE;
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GString) page = g_string_new (
      "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Every chart</title>\n"
      "<style>body{font-family:sans-serif;background:#888}div{white-space:nowrap}"
      "img{margin:4px;vertical-align:top}</style>\n");
  const char *prefix = argc > 2 ? argv[2] : "";
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (argc < 2 || g_mkdir_with_parents (argv[1], 0777) < 0)
    {
      fprintf (stderr, "usage: gallery FOLDER [NAME-PREFIX]\n");
      return 2;
    }
  for (PlotKind kind = 0; kind < PLOT_N_KINDS && error == NULL; kind++)
    write_kind (argv[1], page, kind, prefix, &error);
  path = g_build_filename (argv[1], "index.html", NULL);
  if (error == NULL && g_file_set_contents (path, page->str, -1, &error))
    {
      printf ("%s\n", path);
      return 0;
    }
  fprintf (stderr, "%s\n", error->message);
  return 1;
}

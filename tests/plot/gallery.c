/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes every sample in every theme, language and a few sizes as PNG into a folder, to be
 * looked at:  gallery FOLDER [NAME-PREFIX] / */

#include <glib/gstdio.h>
#include <stdio.h>

#include "plot-samples.h"
#include "plot/plot-export.h"

static const struct
{
  double width, height;
} sizes[] = { { 400, 300 }, { 800, 450 }, { 1600, 900 }, { 280, 120 } };

static const char *const themes[] = { "light", "dark", "contrast", "print" };

static gboolean
write_sample (const char *folder, const PlotSample *sample, const char *language, guint size,
              PlotTheme theme, GError **error)
{
  g_autoptr (PlotFigure) figure = sample->create (language);
  g_autofree char *name = g_strdup_printf ("%s-%s-%s-%.0f.png", sample->name, language,
                                           themes[theme], sizes[size].width);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  PlotExportOptions options = { sizes[size].width, sizes[size].height, 1, theme, FALSE };

  if (plot_figure_kind (figure) == PLOT_KIND_SPARKLINE)
    {
      options.width = 120;
      options.height = 32;
      options.scale = 2;
    }
  return plot_export_file (figure, path, &options, error);
}

int
main (int argc, char **argv)
{
  static const char *const languages[] = { "vi", "en" };
  g_autoptr (GError) error = NULL;

  if (argc < 2 || g_mkdir_with_parents (argv[1], 0777) < 0)
    {
      fprintf (stderr, "usage: gallery FOLDER [NAME-PREFIX]\n");
      return 2;
    }
  for (guint i = 0; i < plot_n_samples; i++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
          {
            if (argc > 2 && !g_str_has_prefix (plot_samples[i].name, argv[2]))
              continue;
            if (!write_sample (argv[1], &plot_samples[i], languages[l], s, t, &error))
              {
                fprintf (stderr, "%s\n", error->message);
                return 1;
              }
          }
  return 0;
}

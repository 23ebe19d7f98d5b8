/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Size, scale, theme and language of charts from the command line. */

#include "ctl-picture.h"

#include "ctl-args.h"

#include <math.h>

void
ctl_picture_clear (CtlPicture *picture)
{
  g_free (picture->size);
  g_free (picture->scale);
  g_free (picture->theme);
  g_free (picture->language);
  g_free (picture->output);
}

void
ctl_picture_entries (CtlPicture *picture, GOptionEntry *entries)
{
  const GOptionEntry own[CTL_N_PICTURE_ENTRIES] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &picture->output,
      "Where to write: .png, .svg or .pdf", "FILE" },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &picture->size, "Size of the chart (default 960x540)",
      "WIDTHxHEIGHT" },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME, &picture->scale,
      "Pixels of a PNG to each of the size, 1-8 (default 1)", "N" },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &picture->theme,
      "light (the default), dark, high-contrast or print", "THEME" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &picture->language, "vi or en (default: the session's)",
      "LANGUAGE" },
  };

  for (guint i = 0; i < CTL_N_PICTURE_ENTRIES; i++)
    entries[i] = own[i];
}

gboolean
ctl_picture_read (CtlPicture *picture, GError **error)
{
  static const char *const themes[] = { "light", "dark", "high-contrast", "print", NULL };
  const char *size = picture->size != NULL ? picture->size : "960x540";
  const char *scale = picture->scale != NULL ? picture->scale : "1";
  guint theme;
  char *end;

  if (!ctl_read_size (size, &picture->export.width, &picture->export.height, error)
      || !ctl_read_choice ("--theme", picture->theme, themes, 0, &theme, error)
      || !ctl_read_language (picture->language, &picture->lang, error))
    return FALSE;
  picture->export.scale = g_ascii_strtod (scale, &end);
  if (end == scale || *end != '\0' || !(picture->export.scale >= 1 && picture->export.scale <= 8))
    {
      g_set_error (error, CTL_USAGE_ERROR, 0, "--scale must be a number from 1 to 8, not “%s”",
                   scale);
      return FALSE;
    }
  picture->export.theme = theme;
  return TRUE;
}

gboolean
ctl_figure_has_values (const PlotFigure *figure)
{
  for (guint series = 0; series < plot_figure_n_series (figure); series++)
    for (guint mark = 0; mark < plot_figure_n_marks (figure, series); mark++)
      if (isfinite (plot_figure_mark (figure, series, mark)->value))
        return TRUE;
  return FALSE;
}

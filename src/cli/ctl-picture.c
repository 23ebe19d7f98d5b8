/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the command line to charts' files: their names, formats, sizes and texts. Draws nothing. */

#include "ctl-picture.h"

#include "ctl-args.h"

#include <math.h>
#include <string.h>

void
ctl_picture_clear (CtlPicture *picture)
{
  char *texts[] = { picture->format,   picture->size, picture->width,      picture->height,
                    picture->scale,    picture->dpi,  picture->background, picture->theme,
                    picture->language, picture->date, picture->title,      picture->subtitle,
                    picture->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (picture->output);
  g_strfreev (picture->formats);
}

void
ctl_picture_entries (CtlPicture *picture, GOptionEntry *entries)
{
  const GOptionEntry own[CTL_N_PICTURE_ENTRIES] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &picture->output,
      "Where to write, the format by its ending; may be given several times", "FILE" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &picture->format,
      "Formats to write, as endings of --output: png, svg, pdf, csv, tsv, json", "FORMAT,…" },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &picture->size,
      "Size of the chart (default 960x540, of a map 720x960)", "WIDTHxHEIGHT" },
    { "width", 0, 0, G_OPTION_ARG_FILENAME, &picture->width,
      "Its width alone; the height follows as 9 to 16 unless it is given too", "N" },
    { "height", 0, 0, G_OPTION_ARG_FILENAME, &picture->height, "Its height alone", "N" },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME, &picture->scale,
      "Pixels of a PNG to each of the size, 1-8 (default 1, or what --dpi makes of it)", "N" },
    { "dpi", 0, 0, G_OPTION_ARG_FILENAME, &picture->dpi,
      "Dots an inch that a PNG is made for (default 96 × scale)", "N" },
    { "background", 0, 0, G_OPTION_ARG_FILENAME, &picture->background,
      "theme (the default), white or transparent", "BACKGROUND" },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &picture->theme,
      "light (the default), dark, high-contrast or print", "THEME" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &picture->language, "vi or en (default: the session's)",
      "LANGUAGE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &picture->title,
      "Title in place of the finding that the figures make", "TEXT" },
    { "subtitle", 0, 0, G_OPTION_ARG_STRING, &picture->subtitle,
      "Subtitle in place of unit and period", "TEXT" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &picture->note,
      "A note in front of what the chart says by itself", "TEXT" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &picture->date,
      "Day that the files say they were made on (default: none, so that equal charts are equal "
      "files)",
      "DATE" },
  };

  for (guint i = 0; i < CTL_N_PICTURE_ENTRIES; i++)
    entries[i] = own[i];
}

/* text is NULL where the option was not given; then *number stays. */
static gboolean
read_number (const char *option, const char *text, double least, double most, double *number,
             GError **error)
{
  char *end;
  double read;

  if (text == NULL)
    return TRUE;
  read = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && read >= least && read <= most)
    {
      *number = read;
      return TRUE;
    }
  g_set_error (error, CTL_USAGE_ERROR, 0, "%s must be a number from %g to %g, not “%s”", option,
               least, most, text);
  return FALSE;
}

static gboolean
read_size (CtlPicture *picture, GError **error)
{
  PlotExportOptions *export = &picture->export;

  export->scale = 1;
  if (!ctl_read_size (picture->size != NULL ? picture->size : "960x540", &export->width,
                      &export->height, error)
      || !read_number ("--width", picture->width, PLOT_EXPORT_MIN_SIDE, PLOT_EXPORT_MAX_SIDE,
                       &export->width, error))
    return FALSE;
  if (picture->width != NULL && picture->size == NULL)
    export->height = MAX (round (export->width * 9 / 16), PLOT_EXPORT_MIN_SIDE);
  if (!read_number ("--height", picture->height, PLOT_EXPORT_MIN_SIDE, PLOT_EXPORT_MAX_SIDE,
                    &export->height, error)
      || !read_number ("--dpi", picture->dpi, PLOT_EXPORT_MIN_DPI, PLOT_EXPORT_MAX_DPI,
                       &export->dpi, error))
    return FALSE;
  if (export->dpi > PLOT_EXPORT_DPI)
    export->scale = MIN (export->dpi / PLOT_EXPORT_DPI, PLOT_EXPORT_MAX_SCALE);
  return read_number ("--scale", picture->scale, 1, PLOT_EXPORT_MAX_SCALE, &export->scale, error);
}

static gboolean
read_formats (CtlPicture *picture, GError **error)
{
  if (picture->format == NULL)
    return TRUE;
  picture->formats = g_strsplit (picture->format, ",", -1);
  for (char **format = picture->formats; *format != NULL; format++)
    if (!plot_export_knows_format (g_strstrip (*format)))
      {
        g_set_error (error, CTL_USAGE_ERROR, 0,
                     "--format must be of png, svg, pdf, csv, tsv and json, not “%s”", *format);
        return FALSE;
      }
  return TRUE;
}

gboolean
ctl_picture_read (CtlPicture *picture, GError **error)
{
  static const char *const themes[] = { "light", "dark", "high-contrast", "print", NULL };
  static const char *const backgrounds[] = { "theme", "transparent", "white", NULL };
  ChisoDate date;
  guint theme, background;

  if (!read_size (picture, error) || !read_formats (picture, error)
      || !ctl_read_choice ("--theme", picture->theme, themes, 0, &theme, error)
      || !ctl_read_choice ("--background", picture->background, backgrounds, 0, &background, error)
      || !ctl_read_language (picture->language, &picture->lang, error)
      || (picture->date != NULL && !ctl_read_date ("--date", picture->date, &date, error)))
    return FALSE;
  picture->export.theme = theme;
  picture->export.background = background;
  picture->export.created = picture->date;
  return TRUE;
}

/* A size, a format or a background that cannot be is the command line's fault, all else is the
 * world's. */
static CtlStatus
write_targets (const CtlPicture *picture, GArray *targets)
{
  GError *error = NULL;
  gboolean usage;

  if (plot_export_files ((const PlotExportTarget *) targets->data, targets->len, &picture->export,
                         &error))
    return CTL_DONE;
  usage = g_error_matches (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_SIZE)
          || g_error_matches (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FORMAT);
  ctl_say_error (error);
  return usage ? CTL_USAGE : CTL_FAILED;
}

static void
clear_target (gpointer data)
{
  g_free ((char *) ((PlotExportTarget *) data)->path);
}

static GArray *
targets_new (void)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (PlotExportTarget));

  g_array_set_clear_func (targets, clear_target);
  return targets;
}

/* Takes path over. */
static void
add_target (GArray *targets, PlotFigure *figure, char *path)
{
  const PlotExportTarget target = { figure, path };

  g_array_append_val (targets, target);
}

/* path without an ending that is one of a format. */
static char *
stem_of (const char *path)
{
  const char *dot = strrchr (path, '.');

  return dot != NULL && plot_export_knows_format (dot + 1) ? g_strndup (path, dot - path)
                                                           : g_strdup (path);
}

static gboolean
is_folder_name (const char *path)
{
  g_autofree char *stem = stem_of (path);

  return strlen (stem) == strlen (path);
}

static void
set_texts (const CtlPicture *picture, PlotFigure *figure)
{
  const char *note = plot_figure_note (figure);

  if (picture->title != NULL)
    plot_figure_set_title (figure, picture->title);
  if (picture->subtitle != NULL)
    plot_figure_set_subtitle (figure, picture->subtitle);
  if (picture->note != NULL)
    {
      g_autofree char *both = note != NULL ? g_strconcat (picture->note, " ", note, NULL)
                                           : g_strdup (picture->note);

      plot_figure_set_note (figure, both);
    }
}

CtlStatus
ctl_picture_write (const CtlPicture *picture, PlotFigure *figure)
{
  g_autoptr (GArray) targets = targets_new ();

  set_texts (picture, figure);
  for (char **output = picture->output; *output != NULL; output++)
    {
      g_autofree char *stem = stem_of (*output);

      if (picture->formats == NULL)
        add_target (targets, figure, g_strdup (*output));
      for (guint f = 0; picture->formats != NULL && picture->formats[f] != NULL; f++)
        add_target (targets, figure, g_strconcat (stem, ".", picture->formats[f], NULL));
    }
  return write_targets (picture, targets);
}

gboolean
ctl_picture_is_for_several (const CtlPicture *picture)
{
  if (picture->title != NULL || picture->subtitle != NULL || picture->note != NULL)
    {
      ctl_say ("--title, --subtitle and --note are of one chart, and here are several");
      return FALSE;
    }
  if (picture->output[1] != NULL)
    {
      ctl_say ("Several charts go into the one folder of --output; “%s” is one too many",
               picture->output[1]);
      return FALSE;
    }
  if (!is_folder_name (picture->output[0]))
    {
      ctl_say (
          "Several charts go into a folder, and “%s” is the name of a file; say their format by "
          "--format",
          picture->output[0]);
      return FALSE;
    }
  return TRUE;
}

CtlStatus
ctl_picture_write_all (const CtlPicture *picture, PlotFigure *const *figures,
                       const char *const *names, guint n)
{
  static const char *const usual[] = { "png", NULL };
  const char *const *formats = picture->formats != NULL ? (const char *const *) picture->formats
                                                        : usual;
  g_autoptr (GArray) targets = targets_new ();
  CtlStatus status;

  if (!ctl_make_folder (picture->output[0]))
    return CTL_FAILED;
  for (guint i = 0; i < n; i++)
    for (guint f = 0; formats[f] != NULL; f++)
      {
        g_autofree char *name = g_strconcat (names[i], ".", formats[f], NULL);

        add_target (targets, figures[i], g_build_filename (picture->output[0], name, NULL));
      }
  status = write_targets (picture, targets);
  for (guint i = 0; i < targets->len && status == CTL_DONE; i++)
    {
      ctl_write (g_array_index (targets, PlotExportTarget, i).path);
      ctl_write ("\n");
    }
  return status;
}

void
ctl_picture_stand (CtlPicture *picture)
{
  if (picture->size != NULL || picture->width != NULL || picture->height != NULL)
    return;
  picture->export.width = 720;
  picture->export.height = 960;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options that say what a chart's files are like and where they go, shared by every command that
 * writes one. */

#pragma once

#include "ctl.h"
#include "plot/plot-export.h"

G_BEGIN_DECLS

typedef struct
{
  char **output; /* as typed; NULL where it was not */
  char *format, *size, *width, *height, *scale, *dpi, *background, *theme, *language, *date;
  char *title, *subtitle, *note;
  char **formats; /* read: of --format, or NULL */
  PlotExportOptions export;
  const char *lang; /* "vi" or "en" */
} CtlPicture;

void ctl_picture_clear (CtlPicture *picture);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtlPicture, ctl_picture_clear)

#define CTL_N_PICTURE_ENTRIES 14
/* Fills the next entries of a command's options; what they mean is read by ctl_picture_read(). */
void ctl_picture_entries (CtlPicture *picture, GOptionEntry *entries);
gboolean ctl_picture_read (CtlPicture *picture, GError **error);

/* Where no size was asked for: a high picture rather than a wide one, as the country is. */
void ctl_picture_stand (CtlPicture *picture);
/* Writes the one figure to every --output, or to each in every --format. What it says of itself may
 * be replaced by --title and --subtitle, and is added to by --note. */
CtlStatus ctl_picture_write (const CtlPicture *picture, PlotFigure *figure);
/* FALSE after saying why several charts cannot be written so. */
gboolean ctl_picture_is_for_several (const CtlPicture *picture);
/* Writes figures as NAME.FORMAT into the one folder of --output, all or none, and names the files on
 * stdout; PNG unless --format says otherwise. */
CtlStatus ctl_picture_write_all (const CtlPicture *picture, PlotFigure *const *figures,
                                 const char *const *names, guint n);

/* Whether there is anything to see. */
gboolean ctl_figure_has_values (const PlotFigure *figure);

G_END_DECLS

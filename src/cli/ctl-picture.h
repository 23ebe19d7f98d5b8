/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options that say what a chart's file is like, shared by every command that writes one. */

#pragma once

#include "plot/plot-export.h"

G_BEGIN_DECLS

typedef struct
{
  char *size, *scale, *theme, *language, *output; /* as typed */
  PlotExportOptions export;
  const char *lang; /* "vi" or "en" */
} CtlPicture;

void ctl_picture_clear (CtlPicture *picture);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtlPicture, ctl_picture_clear)

#define CTL_N_PICTURE_ENTRIES 5
/* Fills the next entries of a command's options; what they mean is read by ctl_picture_read(). */
void ctl_picture_entries (CtlPicture *picture, GOptionEntry *entries);
gboolean ctl_picture_read (CtlPicture *picture, GError **error);

/* Whether there is anything to see. */
gboolean ctl_figure_has_values (const PlotFigure *figure);

G_END_DECLS

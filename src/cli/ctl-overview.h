/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview's headline charts, and as pictures in a folder. */

#pragma once

#include "ctl-picture.h"
#include "ctl.h"

G_BEGIN_DECLS

/* As typed, or NULL: then the place and year with most to show. */
typedef struct
{
  const char *place, *set, *year;
} CtlAsked;

/* What there is to show; members are NULL until made. */
typedef struct
{
  char *place;
  ChisoBoundary boundary;
  int year;
  GPtrArray *figures; /* PlotFigure*: the three headline charts */
  GPtrArray *records; /* what they were made of */
  GPtrArray *coverage;
} CtlOverview;

void ctl_overview_clear (CtlOverview *overview);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtlOverview, ctl_overview_clear)

/* Opens session's library and makes the charts; anything but CTL_DONE after saying why not. */
CtlStatus ctl_overview_figures (const CtlAsked *asked, CtlSession *session, const CtlCommon *common,
                                const char *language, CtlOverview *overview);
/* Writes them; picture's output is the folder. */
CtlStatus ctl_overview (const CtlPicture *picture, const CtlCommon *common, const CtlAsked *asked);

G_END_DECLS

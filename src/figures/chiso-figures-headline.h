/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of the headline charts: what they read, and what they say. Internal to
 * libchiso-figures. */

#pragma once

#include "chiso-figures-private.h"

G_BEGIN_DECLS

ChisoShow chiso_headline_shows (ChisoHeadline headline);
/* The points of one place that end in the year (0: any) and are of no longer span than a year:
 * what a headline may be made of. */
GArray *chiso_headline_points (ChisoDraft *draft, const ChisoIndicator *indicator,
                               const char *place, int year);
/* groups: for each of the place's own figures a GArray of ChisoEntry, itself (focus) and what
 * stands beside it. Free with g_free. */
char *chiso_headline_title (ChisoDraft *draft, ChisoHeadline headline, GPtrArray *groups);

G_END_DECLS

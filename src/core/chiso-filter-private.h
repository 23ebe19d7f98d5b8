/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What chiso-filter.c, chiso-filter-part.c and chiso-filter-target.c share. */

#pragma once

#include "chiso-reading.h"

G_BEGIN_DECLS

/* The rule for a figure that is part of a total told before it, NULL where it is none. */
const char *chiso_filter_part (const ChisoReading *self, guint f);
/* Figure f counts those of some opinions, told as well, that were answered. */
gboolean chiso_filter_is_answered (const ChisoReading *self, guint f);
/* Sets which headings open sections of plans; then whether figure is planned can be asked. */
void chiso_filter_find_plans (ChisoReading *self);
/* Figure is planned; lies after the report, and so cannot have happened. */
gboolean chiso_filter_is_target (const ChisoReading *self, const ChisoFigure *figure);
gboolean chiso_filter_is_future (const ChisoReading *self, const ChisoFigure *figure);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What chiso-filter.c and chiso-filter-part.c share. */

#pragma once

#include "chiso-reading.h"

G_BEGIN_DECLS

/* The rule for a figure that is part of a total told before it, NULL where it is none. */
const char *chiso_filter_part (const ChisoReading *self, guint f);

G_END_DECLS

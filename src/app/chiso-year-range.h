/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From one year to another, out of those that there are. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CHISO_TYPE_YEAR_RANGE (chiso_year_range_get_type ())
G_DECLARE_FINAL_TYPE (ChisoYearRange, chiso_year_range, CHISO, YEAR_RANGE, GtkWidget)

/* Each handle is reached with Tab and moved by the arrow keys, Page Up and Down, Home and End; it is a
 * slider whose name says its year. */

/* Signal "changed" (void): the person chose another range; the first year is never after the last. */

/* years: of int, newest first. first and last: what is chosen; 0, or a year that is not there, is
 * the oldest or the newest. Emits nothing. */
void chiso_year_range_set_years (ChisoYearRange *self, GArray *years, int first, int last);

/* 0 at the end of the list, which means "all there is", so that a new year is not left out. */
int chiso_year_range_get_first (ChisoYearRange *self);
int chiso_year_range_get_last (ChisoYearRange *self);

/* The two that take the keyboard; for tests. */
void chiso_year_range_get_handles (ChisoYearRange *self, GtkWidget **first, GtkWidget **last);

G_END_DECLS

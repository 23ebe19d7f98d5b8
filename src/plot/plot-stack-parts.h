/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of stacks as areas, labels and signs, whichever way the stacks run. Internal to
 * libplot. */

#pragma once

#include "plot-rows.h"
#include "plot-stack.h"

G_BEGIN_DECLS

typedef struct
{
  PlotCategories *categories;
  PlotStack *stacks; /* of the shown categories */
  PlotLabel *sums;
  gboolean shares;
  gboolean rows;
  PlotRows row;      /* of rows */
  PlotScale band;    /* of columns */
  PlotScale value;   /* along the stacks */
  double thickness;  /* across the stacks */
  gboolean together; /* what looks alike is drawn as one part, on top */
} PlotStackPlan;

/* Whether the parts beyond the last hue are too low to be told apart: then they are one part with one
 * number, in which each can still be pointed at. */
gboolean plot_stack_wants_together (PlotBuilder *self, const PlotCategories *categories,
                                    gboolean shares);
/* FALSE where a stack has no shares to show: then its marks are signs at zero. */
gboolean plot_stack_is_drawn (const PlotStackPlan *plan, guint category);
/* Middle of a stack across its direction. */
double plot_stack_middle (PlotBuilder *self, const PlotStackPlan *plan, guint category);
/* Pixels that the signs beyond a stack's end take along it. */
double plot_stack_signs_length (PlotBuilder *self, const PlotStackPlan *plan, guint category);
/* Series beyond the last hue look alike: their names stand beside their parts of the last column, as
 * far as those are high enough. Room that the names need; 0 where there are none. */
double plot_stack_names_width (PlotBuilder *self, const PlotStackPlan *plan);
void plot_stack_build_names (PlotBuilder *self, const PlotStackPlan *plan);
void plot_stack_build (PlotBuilder *self, const PlotStackPlan *plan, guint category);

G_END_DECLS

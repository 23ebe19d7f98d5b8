/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several chart tests need. */

#pragma once

#include "plot/plot-layout.h"

G_BEGIN_DECLS

/* Whether the first family of PLOT_FONT_FAMILY is installed. */
gboolean plot_test_has_font (void);
/* FALSE, after skipping the test with its reason, where the first family of PLOT_FONT_FAMILY is not
 * installed: exact widths and pictures are only the same in the same font. */
gboolean plot_test_require_font (void);

PlotLayout *plot_test_layout (PlotFigure *figure, double width, double height, PlotTheme theme);

G_END_DECLS

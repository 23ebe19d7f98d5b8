/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of sample figures share, and the samples that the table of plot-samples.c names. */

#pragma once

#include "plot-samples.h"

G_BEGIN_DECLS

gboolean plot_sample_is_vi (const char *language);
const char *plot_sample_either (const char *language, const char *vi, const char *en);
/* A figure with title, subtitle and a source line. */
PlotFigure *plot_sample_start (PlotKind kind, const char *language, const char *title_vi,
                               const char *title_en, const char *subtitle_vi,
                               const char *subtitle_en);
void plot_sample_add (PlotFigure *figure, guint series, double x, double value, PlotState state,
                      PlotRole role, gboolean computed, const char *place);
/* An exact mark, or one that is not reported where value is NAN, of the series' place. */
void plot_sample_add_plain (PlotFigure *figure, guint series, double x, double value);

PlotFigure *plot_sample_line_focus (const char *language);
PlotFigure *plot_sample_line_states (const char *language);
PlotFigure *plot_sample_line_many (const char *language);
PlotFigure *plot_sample_line_one_point (const char *language);
PlotFigure *plot_sample_line_all_missing (const char *language);
PlotFigure *plot_sample_line_growth (const char *language);
PlotFigure *plot_sample_line_63 (const char *language);
PlotFigure *plot_sample_line_break (const char *language);
PlotFigure *plot_sample_column_break (const char *language);

PlotFigure *plot_sample_stacked (const char *language);
PlotFigure *plot_sample_stacked_states (const char *language);
PlotFigure *plot_sample_stacked_negative (const char *language);
PlotFigure *plot_sample_stacked_12 (const char *language);
PlotFigure *plot_sample_stacked_63 (const char *language);
PlotFigure *plot_sample_stacked_huge (const char *language);
PlotFigure *plot_sample_stacked_one_point (const char *language);
PlotFigure *plot_sample_stacked_all_missing (const char *language);
PlotFigure *plot_sample_stacked_100 (const char *language);
PlotFigure *plot_sample_stacked_100_states (const char *language);
PlotFigure *plot_sample_stacked_100_rows (const char *language);
PlotFigure *plot_sample_stacked_100_all_missing (const char *language);
PlotFigure *plot_sample_attainment (const char *language);
PlotFigure *plot_sample_attainment_63 (const char *language);
PlotFigure *plot_sample_attainment_one_point (const char *language);
PlotFigure *plot_sample_attainment_huge (const char *language);
PlotFigure *plot_sample_attainment_all_missing (const char *language);

PlotFigure *plot_sample_dumbbell (const char *language);
PlotFigure *plot_sample_dumbbell_growth (const char *language);
PlotFigure *plot_sample_dumbbell_63 (const char *language);
PlotFigure *plot_sample_dumbbell_huge (const char *language);
PlotFigure *plot_sample_dumbbell_one_point (const char *language);
PlotFigure *plot_sample_dumbbell_all_missing (const char *language);
PlotFigure *plot_sample_slope (const char *language);
PlotFigure *plot_sample_slope_63 (const char *language);
PlotFigure *plot_sample_slope_growth (const char *language);
PlotFigure *plot_sample_slope_huge (const char *language);
PlotFigure *plot_sample_slope_one_point (const char *language);
PlotFigure *plot_sample_slope_all_missing (const char *language);
PlotFigure *plot_sample_multiples (const char *language);
PlotFigure *plot_sample_multiples_columns (const char *language);
PlotFigure *plot_sample_multiples_own (const char *language);
PlotFigure *plot_sample_multiples_63 (const char *language);
PlotFigure *plot_sample_multiples_one_point (const char *language);
PlotFigure *plot_sample_multiples_all_missing (const char *language);

/* plot-samples-maps.c */
PlotFigure *plot_sample_tilemap_63 (const char *language);
PlotFigure *plot_sample_tilemap_34 (const char *language);
PlotFigure *plot_sample_tilemap_growth (const char *language);
PlotFigure *plot_sample_tilemap_huge (const char *language);
PlotFigure *plot_sample_tilemap_one (const char *language);
PlotFigure *plot_sample_tilemap_all_missing (const char *language);
PlotFigure *plot_sample_heatmap_years (const char *language);
PlotFigure *plot_sample_heatmap_63 (const char *language);
PlotFigure *plot_sample_heatmap_growth (const char *language);
PlotFigure *plot_sample_heatmap_one (const char *language);
PlotFigure *plot_sample_heatmap_all_missing (const char *language);
PlotFigure *plot_sample_scatter_63 (const char *language);
PlotFigure *plot_sample_scatter_states (const char *language);
PlotFigure *plot_sample_scatter_huge (const char *language);
PlotFigure *plot_sample_scatter_one (const char *language);
PlotFigure *plot_sample_scatter_all_missing (const char *language);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sample figures of the kinds made of tiles, and of points. The tiles are those of the provinces of
 * Vietnam; all numbers are made up by formula. */

#include <math.h>

#include "plot-samples-private.h"

typedef struct
{
  guint row, column;
  const char *brief;
} Tile63;

typedef struct
{
  guint province; /* in plot_sample_provinces */
  guint row, column;
} Tile34;

/* clang-format off */
static const Tile63 tiles_63[] = {
  { 3, 3, "HNO" }, { 0, 3, "HGI" }, { 0, 4, "CBA" }, { 1, 4, "BKA" }, { 1, 3, "TQU" },
  { 1, 2, "LCA" }, { 3, 0, "DBI" }, { 2, 1, "LCH" }, { 3, 1, "SLA" }, { 2, 2, "YBA" },
  { 4, 2, "HBI" }, { 2, 4, "TNG" }, { 1, 5, "LSO" }, { 2, 6, "QNI" }, { 2, 5, "BGI" },
  { 3, 2, "PTH" }, { 2, 3, "VPH" }, { 3, 4, "BNI" }, { 3, 5, "HDU" }, { 3, 6, "HPH" },
  { 4, 4, "HYE" }, { 4, 5, "TBI" }, { 4, 3, "HNA" }, { 5, 4, "NDI" }, { 5, 3, "NBI" },
  { 5, 2, "THO" }, { 6, 2, "NAN" }, { 7, 2, "HTI" }, { 7, 3, "QBI" }, { 8, 3, "QTR" },
  { 8, 4, "HUE" }, { 8, 5, "DNA" }, { 9, 5, "QNA" }, { 10, 6, "QNG" }, { 11, 6, "BDI" },
  { 12, 6, "PYE" }, { 13, 6, "KHO" }, { 14, 6, "NTH" }, { 14, 5, "BTH" }, { 10, 5, "KTU" },
  { 11, 5, "GLA" }, { 12, 5, "DLA" }, { 12, 4, "DNO" }, { 13, 5, "LDO" }, { 13, 4, "BPH" },
  { 13, 3, "TNI" }, { 14, 3, "BDU" }, { 14, 4, "DNI" }, { 15, 4, "BRV" }, { 15, 3, "HCM" },
  { 14, 2, "LAN" }, { 15, 2, "TGI" }, { 16, 3, "BTR" }, { 17, 3, "TVI" }, { 16, 2, "VLO" },
  { 14, 1, "DTH" }, { 15, 0, "AGI" }, { 16, 0, "KGI" }, { 15, 1, "CTH" }, { 16, 1, "HAU" },
  { 17, 2, "STR" }, { 17, 1, "BLI" }, { 17, 0, "CMA" },
};
static const Tile34 tiles_34[] = {
  { 0, 2, 3 }, { 2, 0, 4 }, { 6, 2, 0 }, { 7, 1, 1 }, { 8, 2, 1 }, { 12, 1, 4 }, { 13, 2, 5 },
  { 25, 3, 2 }, { 26, 4, 2 }, { 27, 5, 2 }, { 30, 6, 3 }, { 4, 0, 3 }, { 5, 1, 2 }, { 11, 1, 3 },
  { 17, 2, 4 }, { 15, 2, 2 }, { 19, 3, 5 }, { 20, 3, 4 }, { 24, 3, 3 }, { 29, 5, 3 }, { 31, 6, 4 },
  { 33, 7, 4 }, { 40, 8, 4 }, { 36, 10, 4 }, { 41, 9, 4 }, { 43, 10, 3 }, { 47, 10, 2 }, { 49, 11, 2 },
  { 45, 10, 1 }, { 55, 11, 1 }, { 54, 12, 2 }, { 56, 12, 0 }, { 58, 12, 1 }, { 62, 13, 0 },
};
/* clang-format on */

static void
add_tiles_63 (PlotFigure *figure)
{
  for (guint i = 0; i < G_N_ELEMENTS (tiles_63); i++)
    plot_figure_set_tile (figure, plot_figure_add_category (figure, plot_sample_provinces[i]),
                          tiles_63[i].row, tiles_63[i].column, tiles_63[i].brief);
}

PlotFigure *
plot_sample_tilemap_63 (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_TILEMAP, language, "Đồng bằng sông Hồng dẫn đầu về xã đạt chuẩn nông thôn mới",
      "The Red River Delta leads in communes that reached the new rural standard",
      "Phần trăm số xã, cuối năm 2023", "Per cent of communes, end of 2023");

  plot_figure_set_unit (figure, "%", 1);
  add_tiles_63 (figure);
  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tiles_63); i++)
    {
      PlotState state = PLOT_STATE_EXACT;

      if (i % 11 == 3)
        state = PLOT_STATE_NOT_REPORTED + (i / 11) % 4;
      else if (i % 9 == 4)
        state = PLOT_STATE_AT_LEAST + (i / 9) % 3;
      plot_sample_add (figure, 0, i, 22 + (i * 29 + (i % 7) * 13) % 78 + (i % 4) * 0.25, state,
                       i == 26 ? PLOT_ROLE_FOCUS : PLOT_ROLE_NORMAL, i % 13 == 6,
                       plot_sample_provinces[i]);
    }
  return figure;
}

PlotFigure *
plot_sample_tilemap_34 (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_TILEMAP, language,
                                          "Thanh Hóa và Nghệ An tiếp công dân nhiều nhất",
                                          "Thanh Hóa and Nghệ An receive most citizens",
                                          "Số lượt tiếp công dân, năm 2025, 34 tỉnh, thành phố",
                                          "Receptions of citizens, 2025, 34 provinces");

  plot_figure_set_unit (figure, plot_sample_is_vi (language) ? " lượt" : "", 0);
  plot_figure_add_series (figure, "2025", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tiles_34); i++)
    {
      guint province = tiles_34[i].province;

      plot_figure_set_tile (figure,
                            plot_figure_add_category (figure, plot_sample_provinces[province]),
                            tiles_34[i].row, tiles_34[i].column, tiles_63[province].brief);
      plot_sample_add (figure, 0, i, round (exp (5 + (i * 13 % 34) / 9.0)),
                       i % 10 == 9 ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT, PLOT_ROLE_NORMAL,
                       FALSE, plot_sample_provinces[province]);
    }
  return figure;
}

PlotFigure *
plot_sample_tilemap_growth (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_TILEMAP, language,
                                          "Đối thoại tăng ở miền Bắc, giảm ở miền Nam",
                                          "Dialogues rise in the north and fall in the south",
                                          "So với năm trước, %, năm 2023", "Year on year, %, 2023");

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_signed (figure, TRUE);
  add_tiles_63 (figure);
  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tiles_63); i++)
    plot_sample_add (figure, 0, i, i == 40 ? 412.5 : 26 - 0.8 * i + (i * 31 % 17) - 8,
                     i % 8 == 5 ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT, PLOT_ROLE_NORMAL,
                     i % 3 > 0, plot_sample_provinces[i]);
  return figure;
}

PlotFigure *
plot_sample_tilemap_huge (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_TILEMAP, language, "Một giá trị gấp mười nghìn lần các giá trị khác",
      "One value is ten thousand times the others", "Số lượt người", "People");

  add_tiles_63 (figure);
  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tiles_63); i++)
    plot_sample_add (figure, 0, i, i == 49 ? 1234567 : 123 + (i * 7) % 40, PLOT_STATE_EXACT,
                     PLOT_ROLE_NORMAL, FALSE, plot_sample_provinces[i]);
  return figure;
}

/* One province alone, and one without a tile. */
PlotFigure *
plot_sample_tilemap_one (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_TILEMAP, language, "Một tỉnh có số liệu",
                                          "One province has a figure", "Năm 2023", "2023");

  plot_figure_add_series (figure, "2023", PLOT_ROLE_FOCUS, 0);
  plot_figure_add_category (figure, plot_sample_provinces[48]);
  plot_figure_set_tile (figure, 0, 15, 4, "BRV");
  plot_figure_add_category (figure, "VN");
  plot_sample_add_plain (figure, 0, 0, 1234567);
  plot_sample_add_plain (figure, 0, 1, 99);
  return figure;
}

PlotFigure *
plot_sample_tilemap_all_missing (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_TILEMAP, language, "Không tỉnh nào báo cáo",
                                          "No province reported", "Năm 2024", "2024");

  add_tiles_63 (figure);
  plot_figure_add_series (figure, "2024", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tiles_63); i++)
    plot_sample_add (figure, 0, i, NAN, PLOT_STATE_NOT_REPORTED, PLOT_ROLE_NORMAL, FALSE,
                     plot_sample_provinces[i]);
  return figure;
}

static guint
add_year (PlotFigure *figure, guint year)
{
  g_autofree char *name = g_strdup_printf ("%u", year);

  return plot_figure_add_series (figure, name, PLOT_ROLE_NORMAL, 0);
}

static void
add_cell (PlotFigure *figure, guint row, guint year, double value, PlotState state,
          gboolean computed, const char *place)
{
  g_autofree char *period = g_strdup_printf ("%u", year + 2015);
  PlotMark mark = {
    .x = row,
    .value = value,
    .state = state,
    .computed = computed,
    .role = g_strcmp0 (place, "Nghệ An") == 0 ? PLOT_ROLE_FOCUS : PLOT_ROLE_NORMAL,
    .key = 1000 * (year + 1) + row,
    .place = place,
    .period = period,
  };

  plot_figure_add_mark (figure, year, &mark);
}

PlotFigure *
plot_sample_heatmap_years (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_HEATMAP, language, "Tỷ lệ xã đạt chuẩn tăng ở mọi tỉnh",
      "Attainment rises in every province", "Phần trăm số xã, 2015–2023",
      "Per cent of communes, 2015–2023");
  static const guint places[] = { 26, 25, 48, 30, 3, 49, 12, 60 };

  plot_figure_set_unit (figure, "%", 1);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    plot_figure_add_category (figure, plot_sample_provinces[places[i]]);
  for (guint y = 0; y < 9; y++)
    {
      add_year (figure, 2015 + y);
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          PlotState state = PLOT_STATE_EXACT;

          if ((i * 5 + y) % 11 == 3)
            state = PLOT_STATE_NOT_REPORTED + i % 4;
          else if ((i + y * 3) % 10 == 1)
            state = PLOT_STATE_AT_LEAST + y % 3;
          add_cell (figure, i, y, 14 + 6.75 * y + (i * 23) % 29, state, (i + y) % 9 == 4,
                    plot_sample_provinces[places[i]]);
        }
    }
  return figure;
}

PlotFigure *
plot_sample_heatmap_63 (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_HEATMAP, language, "63 tỉnh, thành phố qua mười năm", "63 provinces over ten years",
      "Số cuộc đối thoại", "Dialogues");

  for (guint i = 0; i < G_N_ELEMENTS (tiles_63); i++)
    plot_figure_add_category (figure, plot_sample_provinces[i]);
  for (guint y = 0; y < 10; y++)
    {
      add_year (figure, 2015 + y);
      for (guint i = 0; i < G_N_ELEMENTS (tiles_63); i++)
        if ((i + y) % 13 != 5)
          add_cell (figure, i, y, i == 0 && y == 9 ? 9876543 : 40 + (i * 53 + y * 17) % 900,
                    (i * 3 + y) % 17 == 0 ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT, FALSE,
                    plot_sample_provinces[i]);
    }
  return figure;
}

PlotFigure *
plot_sample_heatmap_growth (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_HEATMAP, language, "Năm 2020 tiếp công dân giảm ở hầu hết các tỉnh",
      "In 2020 receptions fell almost everywhere", "So với năm trước, %", "Year on year, %");

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_signed (figure, TRUE);
  for (guint i = 0; i < 12; i++)
    plot_figure_add_category (figure, plot_sample_provinces[i * 5 + 1]);
  for (guint y = 0; y < 6; y++)
    {
      add_year (figure, 2017 + y);
      for (guint i = 0; i < 12; i++)
        add_cell (figure, i, y, (y == 3 ? -24.0 : 6.0) + (i * 7 + y * 5) % 19 - 7.5,
                  (i + y * 7) % 13 == 2 ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT, y % 2 == 0,
                  plot_sample_provinces[i * 5 + 1]);
    }
  return figure;
}

PlotFigure *
plot_sample_heatmap_one (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_HEATMAP, language, "Một năm của một tỉnh",
                                          "One year of one province", "Năm 2023", "2023");

  plot_figure_add_category (figure, plot_sample_provinces[48]);
  add_year (figure, 2015);
  add_cell (figure, 0, 0, 1234, PLOT_STATE_EXACT, FALSE, plot_sample_provinces[48]);
  return figure;
}

PlotFigure *
plot_sample_heatmap_all_missing (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_HEATMAP, language, "Không tỉnh nào báo cáo",
                                          "No province reported", NULL, NULL);

  for (guint i = 0; i < 5; i++)
    plot_figure_add_category (figure, plot_sample_provinces[46 + i]);
  for (guint y = 0; y < 4; y++)
    {
      add_year (figure, 2020 + y);
      for (guint i = 0; i < 5; i++)
        add_cell (figure, i, y, NAN, PLOT_STATE_NOT_REPORTED + (i + y) % 4, FALSE,
                  plot_sample_provinces[46 + i]);
    }
  return figure;
}

static PlotFigure *
start_scatter (const char *language, const char *title_vi, const char *title_en)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_SCATTER, language, title_vi, title_en,
                                          "63 tỉnh, thành phố, năm 2023", "63 provinces, 2023");

  plot_figure_set_x_axis (figure,
                          plot_sample_either (language, "Số lượt tiếp công dân", "Receptions"),
                          plot_sample_is_vi (language) ? " lượt" : "", 0);
  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_y_title (
      figure, plot_sample_either (language, "Xã đạt chuẩn nông thôn mới", "Attainment"));
  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  return figure;
}

static void
add_point (PlotFigure *figure, guint i, double x, PlotState x_state, double y, PlotState state)
{
  PlotMark mark = {
    .x = x,
    .x_state = x_state,
    .value = y,
    .state = state,
    .role = i == 26 ? PLOT_ROLE_FOCUS : PLOT_ROLE_NORMAL,
    .computed = i % 14 == 5,
    .key = 1000 + i,
    .place = plot_sample_provinces[i],
    .period = "2023",
  };

  plot_figure_add_mark (figure, 0, &mark);
}

PlotFigure *
plot_sample_scatter_63 (const char *language)
{
  PlotFigure *figure = start_scatter (language,
                                      "Nơi tiếp công dân nhiều cũng có nhiều xã đạt chuẩn",
                                      "Where citizens are received, more communes reach it");

  for (guint i = 0; i < G_N_ELEMENTS (tiles_63); i++)
    add_point (figure, i, 200 + (i * 37) % 63 * 71 + (i * i) % 97, PLOT_STATE_EXACT,
               25 + (i * 37) % 63 * 0.9 + (i * 29) % 23 - 8, PLOT_STATE_EXACT);
  return figure;
}

/* All states on either axis, and figures that are missing on one or both. */
PlotFigure *
plot_sample_scatter_states (const char *language)
{
  PlotFigure *figure = start_scatter (language, "Số gần đúng và số còn thiếu",
                                      "What is not exact and what is missing");

  plot_figure_set_reference (figure, 75,
                             plot_sample_either (language, "Mục tiêu 75 %", "Target 75%"));
  for (guint i = 20; i < 48; i++)
    add_point (figure, i, 300 + (i * 41) % 67 * 60, i % 7 == 1 ? PLOT_STATE_NOT_REPORTED : i % 4,
               30 + (i * 13) % 61, i % 9 == 2 ? PLOT_STATE_UNREADABLE : (i / 4) % 3);
  return figure;
}

PlotFigure *
plot_sample_scatter_huge (const char *language)
{
  PlotFigure *figure = start_scatter (language, "Một giá trị gấp mười nghìn lần các giá trị khác",
                                      "One value is ten thousand times the others");

  for (guint i = 0; i < 20; i++)
    add_point (figure, i + 40, i == 9 ? 1234567 : 123 + i * 4, PLOT_STATE_EXACT,
               i == 3 ? -12.5 : i * 3.5, PLOT_STATE_EXACT);
  return figure;
}

PlotFigure *
plot_sample_scatter_one (const char *language)
{
  PlotFigure *figure = start_scatter (language, "Một tỉnh có cả hai số liệu",
                                      "One province has both figures");

  add_point (figure, 48, 1234, PLOT_STATE_EXACT, 62.5, PLOT_STATE_EXACT);
  return figure;
}

PlotFigure *
plot_sample_scatter_all_missing (const char *language)
{
  PlotFigure *figure = start_scatter (language, "Không tỉnh nào có cả hai số liệu",
                                      "No province has both figures");

  for (guint i = 0; i < 6; i++)
    add_point (figure, 44 + i, 100 * i, i % 2 == 0 ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT,
               10 * i, i % 3 == 0 || i % 2 == 1 ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT);
  return figure;
}

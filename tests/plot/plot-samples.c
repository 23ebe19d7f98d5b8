/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the sample figures. All numbers are made up by formula; nothing here is a published
 * figure. */

#include "plot-samples-private.h"

#include <math.h>
#include <string.h>

/* clang-format off */
const char *const plot_sample_provinces[] = {
  "Hà Nội", "Hà Giang", "Cao Bằng", "Bắc Kạn", "Tuyên Quang", "Lào Cai", "Điện Biên", "Lai Châu",
  "Sơn La", "Yên Bái", "Hòa Bình", "Thái Nguyên", "Lạng Sơn", "Quảng Ninh", "Bắc Giang",
  "Phú Thọ", "Vĩnh Phúc", "Bắc Ninh", "Hải Dương", "Hải Phòng", "Hưng Yên", "Thái Bình",
  "Hà Nam", "Nam Định", "Ninh Bình", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Quảng Bình",
  "Quảng Trị", "Thừa Thiên Huế", "Đà Nẵng", "Quảng Nam", "Quảng Ngãi", "Bình Định", "Phú Yên",
  "Khánh Hòa", "Ninh Thuận", "Bình Thuận", "Kon Tum", "Gia Lai", "Đắk Lắk", "Đắk Nông",
  "Lâm Đồng", "Bình Phước", "Tây Ninh", "Bình Dương", "Đồng Nai", "Bà Rịa - Vũng Tàu",
  "Thành phố Hồ Chí Minh", "Long An", "Tiền Giang", "Bến Tre", "Trà Vinh", "Vĩnh Long",
  "Đồng Tháp", "An Giang", "Kiên Giang", "Cần Thơ", "Hậu Giang", "Sóc Trăng", "Bạc Liêu",
  "Cà Mau",
};
/* clang-format on */
const guint plot_n_sample_provinces = G_N_ELEMENTS (plot_sample_provinces);

gboolean
plot_sample_is_vi (const char *language)
{
  return strcmp (language, "vi") == 0;
}

const char *
plot_sample_either (const char *language, const char *vi, const char *en)
{
  return plot_sample_is_vi (language) ? vi : en;
}

PlotFigure *
plot_sample_start (PlotKind kind, const char *language, const char *title_vi, const char *title_en,
                   const char *subtitle_vi, const char *subtitle_en)
{
  PlotFigure *figure = plot_figure_new (kind, language);

  plot_figure_set_title (figure, plot_sample_either (language, title_vi, title_en));
  plot_figure_set_subtitle (figure, plot_sample_either (language, subtitle_vi, subtitle_en));
  plot_figure_set_source (
      figure,
      plot_sample_either (language, "Nguồn: báo cáo năm của Ủy ban Mặt trận Tổ quốc các tỉnh",
                          "Source: yearly reports of the provincial Fatherland Fronts"));
  return figure;
}

static char *
year_period (const char *language, double x)
{
  return g_strdup_printf ("%s%d", plot_sample_either (language, "năm ", ""), (int) floor (x));
}

void
plot_sample_add (PlotFigure *figure, guint series, double x, double value, PlotState state,
                 PlotRole role, gboolean computed, const char *place)
{
  static const guint64 first_key = 1000;
  const char *language = plot_figure_language (figure);
  gboolean line = plot_figure_n_categories (figure) == 0;
  g_autofree char *period = year_period (language, line ? x : 2023.5);
  PlotMark mark = {
    .x = x,
    .value = state <= PLOT_STATE_AT_MOST ? value : NAN,
    .state = state,
    .role = role,
    .computed = computed,
    .key = first_key * (series + 1) + plot_figure_n_marks (figure, series),
    .place = place,
    .period = period,
  };

  plot_figure_add_mark (figure, series, &mark);
}

void
plot_sample_add_plain (PlotFigure *figure, guint series, double x, double value)
{
  plot_sample_add (figure, series, x, value, PLOT_STATE_EXACT, PLOT_ROLE_NORMAL, FALSE,
                   plot_figure_series_name (figure, series));
}

static PlotFigure *
column_growth (const char *language)
{
  static const double values[2][5] = { { 12.5, -8.25, 33, -21.4, 144 }, { 4, 22, NAN, 0.4, -3.2 } };
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_COLUMN, language, "Đối thoại tăng mạnh ở Thừa Thiên Huế, giảm ở Bà Rịa - Vũng Tàu",
      "Dialogues rise in Thừa Thiên Huế, fall in Bà Rịa - Vũng Tàu", "Năm 2023 so với năm 2022, %",
      "2023 against 2022, %");
  static const guint places[] = { 26, 25, 24, 48, 30 };

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_signed (figure, TRUE);
  for (guint i = 0; i < 5; i++)
    plot_figure_add_category (figure, plot_sample_provinces[places[i]]);
  plot_figure_add_series (figure, plot_sample_either (language, "Đối thoại", "Dialogues"),
                          PLOT_ROLE_NORMAL, 0);
  plot_figure_add_series (figure, plot_sample_either (language, "Tiếp công dân", "Receptions"),
                          PLOT_ROLE_NORMAL, 1);
  for (guint s = 0; s < 2; s++)
    for (guint i = 0; i < 5; i++)
      plot_sample_add (figure, s, i, values[s][i],
                       isnan (values[s][i]) ? PLOT_STATE_NOT_REPORTED
                                            : (i == 3 ? PLOT_STATE_ABOUT : PLOT_STATE_EXACT),
                       i == 0 ? PLOT_ROLE_FOCUS : PLOT_ROLE_CONTEXT, i % 2 == 1,
                       plot_sample_provinces[places[i]]);
  return figure;
}

static PlotFigure *
column_single (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_COLUMN, language, "Số cuộc giám sát tăng đều từ năm 2015",
      "Supervisions have risen steadily since 2015", "Nghệ An, số cuộc", "Nghệ An, count");

  plot_figure_add_series (figure, "Nghệ An", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 2015 + i);

      plot_figure_add_category (figure, year);
      plot_sample_add (figure, 0, i, 1100 + i * i * 31, PLOT_STATE_EXACT,
                       i == 8 ? PLOT_ROLE_FOCUS : PLOT_ROLE_CONTEXT, FALSE, "Nghệ An");
    }
  return figure;
}

PlotFigure *
plot_sample_column_break (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_COLUMN, language, "Số xã giảm còn một phần ba sau khi sắp xếp",
      "A third of the communes is left", "Nghệ An, số xã", "Nghệ An, communes");

  plot_figure_add_break (
      figure, 3.5, plot_sample_either (language, "Sáp nhập từ 1/7/2025", "Mergers of July 2025"));
  plot_figure_add_series (figure, "Nghệ An", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 2021 + i);

      plot_figure_add_category (figure, year);
      plot_sample_add (figure, 0, i, i < 4 ? 431.0 - i * 6 : 130, PLOT_STATE_EXACT,
                       PLOT_ROLE_NORMAL, FALSE, "Nghệ An");
    }
  return figure;
}

static PlotFigure *
column_eight (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_COLUMN, language, "Tám chỉ số của bốn tỉnh",
                                          "Eight indicators, four provinces", "Số cuộc, năm 2023",
                                          "Count, 2023");

  for (guint i = 0; i < 4; i++)
    plot_figure_add_category (figure, plot_sample_provinces[i + 46]);
  for (guint s = 0; s < 8; s++)
    {
      g_autofree char *name = g_strdup_printf (
          "%s %u", plot_sample_either (language, "Chỉ số", "Indicator"), s + 1);

      plot_figure_add_series (figure, name, PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 4; i++)
        plot_sample_add (figure, s, i, 20 + (s * 31 + i * 17) % 90, PLOT_STATE_EXACT,
                         PLOT_ROLE_NORMAL, FALSE, plot_sample_provinces[i + 46]);
    }
  return figure;
}

static PlotFigure *
column_63 (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_COLUMN, language, "63 tỉnh, thành phố",
                                          "63 provinces", "Số cuộc đối thoại", "Dialogues");

  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < plot_n_sample_provinces; i++)
    {
      plot_figure_add_category (figure, plot_sample_provinces[i]);
      plot_sample_add (figure, 0, i, 900 - i * 13 + (i * 29) % 7, PLOT_STATE_EXACT,
                       i == 48 ? PLOT_ROLE_FOCUS : PLOT_ROLE_CONTEXT, FALSE,
                       plot_sample_provinces[i]);
    }
  return figure;
}

static PlotFigure *
column_all_missing (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_COLUMN, language, "Không có số liệu",
                                          "Nothing reported", "Năm 2024", "2024");

  plot_figure_add_series (figure, "2024", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < 5; i++)
    {
      plot_figure_add_category (figure, plot_sample_provinces[i]);
      plot_sample_add (figure, 0, i, NAN, PLOT_STATE_NOT_REPORTED, PLOT_ROLE_NORMAL, FALSE,
                       plot_sample_provinces[i]);
    }
  return figure;
}

static PlotFigure *
bar_ranked (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_BAR, language, "Thừa Thiên Huế đứng thứ năm về số cuộc tiếp công dân",
      "Thừa Thiên Huế comes fifth in receptions of citizens", "Số cuộc tiếp công dân, năm 2023",
      "Receptions of citizens, 2023");
  static const guint places[] = { 49, 0, 25, 26, 30, 48, 41, 62, 3, 39, 12 };

  plot_figure_set_unit (figure, plot_sample_is_vi (language) ? " cuộc" : "", 0);
  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      PlotState state = i == 2    ? PLOT_STATE_AT_LEAST
                        : i == 10 ? PLOT_STATE_NOT_REPORTED
                                  : PLOT_STATE_EXACT;

      plot_figure_add_category (figure, plot_sample_provinces[places[i]]);
      plot_sample_add (figure, 0, i, 5200 - i * 480, state,
                       i == 4 ? PLOT_ROLE_FOCUS : PLOT_ROLE_CONTEXT, i == 6,
                       plot_sample_provinces[places[i]]);
    }
  return figure;
}

static PlotFigure *
bar_attainment (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_BAR, language,
      "Hai tỉnh đã vượt mốc 80 % xã đạt chuẩn nông thôn mới mà Chương trình mục tiêu quốc gia đặt "
      "ra "
      "cho giai đoạn 2021 - 2025, ba tỉnh miền núi còn cách xa",
      "Two provinces have passed the 80% of communes that the national target programme set for "
      "2021-2025; three mountain provinces are still far away",
      "Phần trăm số xã đạt chuẩn, cuối năm 2023", "Per cent of communes, end of 2023");
  static const double values[] = { 97.4, 82.03, 76, 54.25, 41.9, 12 };

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_reference (figure, 80,
                             plot_sample_either (language, "Mục tiêu 80 %", "Target 80%"));
  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < 6; i++)
    {
      plot_figure_add_category (figure, plot_sample_provinces[22 + i * 5]);
      plot_sample_add (figure, 0, i, values[i], i == 2 ? PLOT_STATE_ABOUT : PLOT_STATE_EXACT,
                       PLOT_ROLE_NORMAL, i > 3, plot_sample_provinces[22 + i * 5]);
    }
  return figure;
}

static PlotFigure *
bar_growth (const char *language)
{
  static const double values[] = { 62.5, 31, 12.25, 0, -4, -18.75, -40 };
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_BAR, language, "Bốn tỉnh tăng hoặc giữ nguyên, ba tỉnh giảm",
      "Four provinces rise or stay, three fall", "So với năm trước, %", "Year on year, %");

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_signed (figure, TRUE);
  plot_figure_add_series (figure, "2023", PLOT_ROLE_CONTEXT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      plot_figure_add_category (figure, plot_sample_provinces[44 + i]);
      plot_sample_add (figure, 0, i, values[i], PLOT_STATE_EXACT,
                       i == 4 ? PLOT_ROLE_FOCUS : PLOT_ROLE_NORMAL, i % 2 == 0,
                       plot_sample_provinces[44 + i]);
    }
  return figure;
}

static PlotFigure *
bar_grouped (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_BAR, language, "Tiếp dân nhiều hơn đối thoại ở cả bốn tỉnh",
      "More receptions than dialogues in all four provinces", "Số cuộc, năm 2023", "Count, 2023");

  plot_figure_add_series (figure, plot_sample_either (language, "Đối thoại", "Dialogues"),
                          PLOT_ROLE_NORMAL, 0);
  plot_figure_add_series (figure, plot_sample_either (language, "Tiếp công dân", "Receptions"),
                          PLOT_ROLE_NORMAL, 1);
  plot_figure_add_series (figure, plot_sample_either (language, "Giám sát", "Supervisions"),
                          PLOT_ROLE_NORMAL, 2);
  for (guint i = 0; i < 4; i++)
    plot_figure_add_category (figure, plot_sample_provinces[46 + i]);
  for (guint s = 0; s < 3; s++)
    for (guint i = 0; i < 4; i++)
      plot_sample_add (figure, s, i, 100 + s * 220 - i * 23,
                       i == 3 && s == 2 ? PLOT_STATE_UNREADABLE : PLOT_STATE_EXACT,
                       PLOT_ROLE_NORMAL, FALSE, plot_sample_provinces[46 + i]);
  return figure;
}

static PlotFigure *
bar_63 (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_BAR, language,
                                          "63 tỉnh, thành phố theo số cuộc đối thoại",
                                          "63 provinces by dialogues", "Năm 2023", "2023");

  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < plot_n_sample_provinces; i++)
    {
      plot_figure_add_category (figure, plot_sample_provinces[i]);
      plot_sample_add (
          figure, 0, i, 1900 - i * 29, i > 59 ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT,
          i == 48 ? PLOT_ROLE_FOCUS : PLOT_ROLE_CONTEXT, FALSE, plot_sample_provinces[i]);
    }
  return figure;
}

static PlotFigure *
bar_huge (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_BAR, language, "Một giá trị gấp mười nghìn lần các giá trị khác",
      "One value is ten thousand times the others", "Số lượt người", "People");

  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < 5; i++)
    {
      plot_figure_add_category (figure, plot_sample_provinces[i + 26]);
      plot_sample_add (figure, 0, i, i == 0 ? 1234567 : 123 - i, PLOT_STATE_EXACT, PLOT_ROLE_NORMAL,
                       FALSE, plot_sample_provinces[i + 26]);
    }
  return figure;
}

static PlotFigure *
bar_all_missing (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_BAR, language, "Không có số liệu",
                                          "Nothing reported", "Năm 2024", "2024");

  plot_figure_add_series (figure, "2024", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < 4; i++)
    {
      plot_figure_add_category (figure, plot_sample_provinces[i + 46]);
      plot_sample_add (figure, 0, i, NAN, PLOT_STATE_NOT_REPORTED + i, PLOT_ROLE_NORMAL, FALSE,
                       plot_sample_provinces[i + 46]);
    }
  return figure;
}

static PlotFigure *
empty (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_BAR, language, "Giám sát ở Lai Châu năm 2018",
                                          "Supervision in Lai Châu in 2018", NULL, NULL);

  plot_figure_set_empty (
      figure, plot_sample_either (
                  language, "Không có số liệu của Lai Châu năm 2018. Gần nhất: Lai Châu năm 2020.",
                  "There is no figure for Lai Châu in 2018. The nearest is of 2020."));
  return figure;
}

static PlotFigure *
sparkline (const char *language)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_SPARKLINE, language);

  plot_figure_add_series (figure, "Nghệ An", PLOT_ROLE_FOCUS, 0);
  for (guint i = 0; i < 9; i++)
    plot_sample_add (figure, 0, 2015.5 + i, 100 + (i * 37) % 53,
                     i == 3 ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT, PLOT_ROLE_NORMAL, FALSE,
                     "Nghệ An");
  return figure;
}

const PlotSample plot_samples[] = {
  { "line-focus", plot_sample_line_focus },
  { "line-states", plot_sample_line_states },
  { "line-many", plot_sample_line_many },
  { "line-one-point", plot_sample_line_one_point },
  { "line-all-missing", plot_sample_line_all_missing },
  { "line-growth", plot_sample_line_growth },
  { "column-growth", column_growth },
  { "column-single", column_single },
  { "column-eight", column_eight },
  { "column-63", column_63 },
  { "column-all-missing", column_all_missing },
  { "bar-ranked", bar_ranked },
  { "bar-attainment", bar_attainment },
  { "bar-growth", bar_growth },
  { "bar-grouped", bar_grouped },
  { "bar-63", bar_63 },
  { "bar-huge", bar_huge },
  { "bar-all-missing", bar_all_missing },
  { "empty", empty },
  { "sparkline", sparkline },
  { "line-63", plot_sample_line_63 },
  { "line-break", plot_sample_line_break },
  { "column-break", plot_sample_column_break },
  { "stacked", plot_sample_stacked },
  { "stacked-states", plot_sample_stacked_states },
  { "stacked-negative", plot_sample_stacked_negative },
  { "stacked-12", plot_sample_stacked_12 },
  { "stacked-63", plot_sample_stacked_63 },
  { "stacked-huge", plot_sample_stacked_huge },
  { "stacked-one-point", plot_sample_stacked_one_point },
  { "stacked-all-missing", plot_sample_stacked_all_missing },
  { "stacked-100", plot_sample_stacked_100 },
  { "stacked-100-states", plot_sample_stacked_100_states },
  { "stacked-100-rows", plot_sample_stacked_100_rows },
  { "stacked-100-all-missing", plot_sample_stacked_100_all_missing },
  { "attainment", plot_sample_attainment },
  { "attainment-63", plot_sample_attainment_63 },
  { "attainment-one-point", plot_sample_attainment_one_point },
  { "attainment-huge", plot_sample_attainment_huge },
  { "attainment-all-missing", plot_sample_attainment_all_missing },
  { "dumbbell", plot_sample_dumbbell },
  { "dumbbell-growth", plot_sample_dumbbell_growth },
  { "dumbbell-63", plot_sample_dumbbell_63 },
  { "dumbbell-huge", plot_sample_dumbbell_huge },
  { "dumbbell-one-point", plot_sample_dumbbell_one_point },
  { "dumbbell-all-missing", plot_sample_dumbbell_all_missing },
  { "slope", plot_sample_slope },
  { "slope-63", plot_sample_slope_63 },
  { "slope-growth", plot_sample_slope_growth },
  { "slope-huge", plot_sample_slope_huge },
  { "slope-one-point", plot_sample_slope_one_point },
  { "slope-all-missing", plot_sample_slope_all_missing },
  { "multiples", plot_sample_multiples },
  { "multiples-columns", plot_sample_multiples_columns },
  { "multiples-own", plot_sample_multiples_own },
  { "multiples-63", plot_sample_multiples_63 },
  { "multiples-one-point", plot_sample_multiples_one_point },
  { "multiples-all-missing", plot_sample_multiples_all_missing },
  { "tilemap-63", plot_sample_tilemap_63 },
  { "tilemap-34", plot_sample_tilemap_34 },
  { "tilemap-growth", plot_sample_tilemap_growth },
  { "tilemap-huge", plot_sample_tilemap_huge },
  { "tilemap-one", plot_sample_tilemap_one },
  { "tilemap-all-missing", plot_sample_tilemap_all_missing },
  { "heatmap-years", plot_sample_heatmap_years },
  { "heatmap-63", plot_sample_heatmap_63 },
  { "heatmap-growth", plot_sample_heatmap_growth },
  { "heatmap-one", plot_sample_heatmap_one },
  { "heatmap-all-missing", plot_sample_heatmap_all_missing },
  { "scatter-63", plot_sample_scatter_63 },
  { "scatter-states", plot_sample_scatter_states },
  { "scatter-huge", plot_sample_scatter_huge },
  { "scatter-one", plot_sample_scatter_one },
  { "scatter-all-missing", plot_sample_scatter_all_missing },
};
const guint plot_n_samples = G_N_ELEMENTS (plot_samples);

PlotFigure *
plot_sample_create (const char *name, const char *language)
{
  for (guint i = 0; i < plot_n_samples; i++)
    if (g_str_equal (plot_samples[i].name, name))
      return plot_samples[i].create (language);
  g_error ("there is no sample %s", name);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the sample figures of two periods and of panels. All numbers are made up by formula; nothing
 * here is a published figure. */

#include <math.h>

#include "plot-samples-private.h"

static void
add_two (PlotFigure *figure, guint series, double x, double value, PlotState state, PlotRole role,
         const char *place, guint year)
{
  g_autofree char *period = g_strdup_printf (
      "%s%u", plot_sample_either (plot_figure_language (figure), "năm ", ""), year);
  const PlotMark mark = { .x = x,
                          .value = value,
                          .state = isnan (value) && state == PLOT_STATE_EXACT
                                       ? PLOT_STATE_NOT_REPORTED
                                       : state,
                          .role = role,
                          .key = 1000 * (series + 1) + plot_figure_n_marks (figure, series),
                          .place = place,
                          .period = period };

  plot_figure_add_mark (figure, series, &mark);
}

static void
add_periods (PlotFigure *figure)
{
  plot_figure_add_series (figure, "2018", PLOT_ROLE_CONTEXT, 0);
  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
}

static void
add_pair (PlotFigure *figure, guint place, double earlier, double later, PlotRole role)
{
  guint category = plot_figure_add_category (figure, plot_sample_provinces[place]);

  add_two (figure, 0, category, earlier, PLOT_STATE_EXACT, PLOT_ROLE_NORMAL,
           plot_sample_provinces[place], 2018);
  add_two (figure, 1, category, later, PLOT_STATE_EXACT, role, plot_sample_provinces[place], 2023);
}

PlotFigure *
plot_sample_dumbbell (const char *language)
{
  static const double values[][2] = { { 412, 742 }, { 515, 588 }, { 560, 452 },
                                      { 300, 361 }, { NAN, 352 }, { 220, NAN },
                                      { 205, 204 }, { 150, 150 }, { NAN, NAN } };
  static const guint places[] = { 26, 48, 49, 25, 30, 7, 12, 46, 39 };
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_DUMBBELL, language, "Nghệ An tăng mạnh nhất, TP. Hồ Chí Minh giảm",
      "Nghệ An rose most, Hồ Chí Minh City fell", "Số cuộc đối thoại, 2018 và 2023",
      "Dialogues, 2018 and 2023");

  plot_figure_set_unit (figure, plot_sample_is_vi (language) ? " cuộc" : "", 0);
  add_periods (figure);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_pair (figure, places[i], values[i][0], values[i][1],
              i == 0 ? PLOT_ROLE_FOCUS : PLOT_ROLE_NORMAL);
  return figure;
}

/* Below zero, rounded ends, a reference. */
PlotFigure *
plot_sample_dumbbell_growth (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_DUMBBELL, language, "Tăng trưởng đảo chiều ở ba trong năm tỉnh",
      "Growth turned in three of five provinces", "So với năm trước, %", "Year on year, %");

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_signed (figure, TRUE);
  plot_figure_set_reference (figure, 0, plot_sample_either (language, "Không đổi", "No change"));
  add_periods (figure);
  for (guint i = 0; i < 5; i++)
    {
      guint category = plot_figure_add_category (figure, plot_sample_provinces[45 + i]);

      add_two (figure, 0, category, 24.5 - i * 13.25, PLOT_STATE_EXACT + i % 4, PLOT_ROLE_NORMAL,
               plot_sample_provinces[45 + i], 2018);
      add_two (figure, 1, category, -31 + i * 17.5, i == 2 ? PLOT_STATE_ABOUT : PLOT_STATE_EXACT,
               PLOT_ROLE_NORMAL, plot_sample_provinces[45 + i], 2023);
    }
  return figure;
}

PlotFigure *
plot_sample_dumbbell_63 (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_DUMBBELL, language, "63 tỉnh, thành phố",
                                          "63 provinces", "Số cuộc đối thoại", "Dialogues");

  add_periods (figure);
  for (guint i = 0; i < plot_n_sample_provinces; i++)
    add_pair (figure, i, 900 - i * 11 - (i * 29) % 170, i > 60 ? NAN : 980 - i * 12,
              i == 48 ? PLOT_ROLE_FOCUS : PLOT_ROLE_NORMAL);
  return figure;
}

PlotFigure *
plot_sample_dumbbell_huge (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_DUMBBELL, language, "Một giá trị gấp mười nghìn lần các giá trị khác",
      "One value is ten thousand times the others", "Số lượt người", "People");

  add_periods (figure);
  add_pair (figure, 49, 123, 1234567, PLOT_ROLE_NORMAL);
  add_pair (figure, 48, 119, 141, PLOT_ROLE_NORMAL);
  add_pair (figure, 30, 87, NAN, PLOT_ROLE_NORMAL);
  return figure;
}

PlotFigure *
plot_sample_dumbbell_one_point (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_DUMBBELL, language, "Một số liệu", "One figure",
                                          "Số cuộc", "Count");

  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  plot_figure_add_category (figure, "Nghệ An");
  add_two (figure, 0, 0, 742, PLOT_STATE_EXACT, PLOT_ROLE_FOCUS, "Nghệ An", 2023);
  return figure;
}

PlotFigure *
plot_sample_dumbbell_all_missing (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_DUMBBELL, language, "Không tỉnh nào báo cáo",
                                          "No province reported", "Số cuộc", "Count");

  add_periods (figure);
  for (guint i = 0; i < 4; i++)
    {
      guint category = plot_figure_add_category (figure, plot_sample_provinces[46 + i]);

      for (guint s = 0; s < 2; s++)
        add_two (figure, s, category, NAN, PLOT_STATE_NOT_REPORTED + (i + s * (i == 2)) % 4,
                 PLOT_ROLE_NORMAL, plot_sample_provinces[46 + i], 2018 + 5 * s);
    }
  return figure;
}

static PlotFigure *
start_slope (const char *language, const char *title_vi, const char *title_en)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_SLOPE, language, title_vi, title_en,
                                          "Số cuộc đối thoại, 2018 và 2023",
                                          "Dialogues, 2018 and 2023");

  plot_figure_add_category (figure, "2018");
  plot_figure_add_category (figure, "2023");
  return figure;
}

static void
add_slope (PlotFigure *figure, guint place, double earlier, double later, PlotRole role)
{
  guint n = plot_figure_n_series (figure);
  guint series = plot_figure_add_series (figure, plot_sample_provinces[place], role, n);

  add_two (figure, series, 0, earlier, PLOT_STATE_EXACT, PLOT_ROLE_NORMAL,
           plot_sample_provinces[place], 2018);
  add_two (figure, series, 1, later, PLOT_STATE_EXACT, PLOT_ROLE_NORMAL,
           plot_sample_provinces[place], 2023);
}

PlotFigure *
plot_sample_slope (const char *language)
{
  PlotFigure *figure = start_slope (language, "Nghệ An từ thứ ba lên đứng đầu",
                                    "Nghệ An goes from third to first");

  add_slope (figure, 26, 412, 742, PLOT_ROLE_FOCUS);
  add_slope (figure, 48, 515, 588, PLOT_ROLE_CONTEXT);
  add_slope (figure, 49, 560, 452, PLOT_ROLE_CONTEXT);
  add_slope (figure, 25, 300, 361, PLOT_ROLE_CONTEXT);
  add_slope (figure, 30, NAN, 352, PLOT_ROLE_CONTEXT);
  add_slope (figure, 7, 220, NAN, PLOT_ROLE_CONTEXT);
  add_slope (figure, 12, 296, 350, PLOT_ROLE_CONTEXT);
  return figure;
}

PlotFigure *
plot_sample_slope_63 (const char *language)
{
  PlotFigure *figure = start_slope (language, "63 tỉnh, thành phố", "63 provinces");

  for (guint i = 0; i < plot_n_sample_provinces; i++)
    add_slope (figure, i, i % 9 == 4 ? NAN : 100 + (i * 37) % 211, 120 + (i * 53) % 311,
               i == 48 ? PLOT_ROLE_FOCUS : PLOT_ROLE_CONTEXT);
  return figure;
}

PlotFigure *
plot_sample_slope_growth (const char *language)
{
  PlotFigure *figure = start_slope (language, "Tăng trưởng đảo chiều", "Growth turned");

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_signed (figure, TRUE);
  plot_figure_set_reference (figure, 0, plot_sample_either (language, "Không đổi", "No change"));
  for (guint i = 0; i < 5; i++)
    {
      guint series = plot_figure_add_series (figure, plot_sample_provinces[45 + i],
                                             PLOT_ROLE_NORMAL, i);

      add_two (figure, series, 0, 24.5 - i * 13.25, PLOT_STATE_EXACT + i % 4, PLOT_ROLE_NORMAL,
               plot_sample_provinces[45 + i], 2018);
      add_two (figure, series, 1, -31 + i * 17.5, PLOT_STATE_EXACT, PLOT_ROLE_NORMAL,
               plot_sample_provinces[45 + i], 2023);
    }
  return figure;
}

PlotFigure *
plot_sample_slope_huge (const char *language)
{
  PlotFigure *figure = start_slope (language, "Một giá trị gấp mười nghìn lần các giá trị khác",
                                    "One value is ten thousand times the others");

  add_slope (figure, 49, 123, 1234567, PLOT_ROLE_NORMAL);
  add_slope (figure, 48, 119, 141, PLOT_ROLE_NORMAL);
  add_slope (figure, 30, 87, 90, PLOT_ROLE_NORMAL);
  return figure;
}

PlotFigure *
plot_sample_slope_one_point (const char *language)
{
  PlotFigure *figure = start_slope (language, "Một số liệu", "One figure");

  add_slope (figure, 26, 742, NAN, PLOT_ROLE_FOCUS);
  return figure;
}

PlotFigure *
plot_sample_slope_all_missing (const char *language)
{
  PlotFigure *figure = start_slope (language, "Không tỉnh nào báo cáo", "No province reported");

  for (guint i = 0; i < 3; i++)
    add_slope (figure, 46 + i, NAN, NAN, PLOT_ROLE_NORMAL);
  return figure;
}

static PlotFigure *
create_panels (const char *language, guint n, guint first)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_MULTIPLES, language,
                                          "Đối thoại tăng ở hầu hết các tỉnh, giảm ở Sơn La",
                                          "Dialogues rise in most provinces and fall in Sơn La",
                                          "Số cuộc đối thoại, 2015–2023", "Dialogues, 2015–2023");

  for (guint s = 0; s < n; s++)
    {
      plot_figure_add_series (figure, plot_sample_provinces[first + s],
                              s == 2 ? PLOT_ROLE_FOCUS : PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 9; i++)
        {
          PlotState state = s == 4 || (i == 3 && s % 3 == 1) ? PLOT_STATE_NOT_REPORTED
                            : i == 6 && s == 1               ? PLOT_STATE_ABOUT
                                                             : PLOT_STATE_EXACT;

          plot_sample_add (figure, s, 2015.5 + i,
                           210 + (s * 61) % 170 + (s == 3 ? -14.0 : 21.0 * (1 + s % 3)) * i, state,
                           PLOT_ROLE_NORMAL, i == 7 && s == 0, plot_sample_provinces[first + s]);
        }
    }
  return figure;
}

PlotFigure *
plot_sample_multiples (const char *language)
{
  PlotFigure *figure = create_panels (language, 7, 24);

  plot_figure_add_series (figure, "Thành phố Hồ Chí Minh", PLOT_ROLE_NORMAL, 7);
  plot_figure_add_break (
      figure, 2020, plot_sample_either (language, "Cách tính mới từ 2020", "New method of 2020"));
  plot_figure_set_reference (figure, 500,
                             plot_sample_either (language, "Chỉ tiêu 500", "Target 500"));
  return figure;
}

PlotFigure *
plot_sample_multiples_columns (const char *language)
{
  static const double values[4][6] = { { 12.5, -8.25, 3, -21.4, 44, 15.1 },
                                       { 4, 2, -1, 0, 6.5, -3.2 },
                                       { 11, NAN, 8, 19, 22, 31 },
                                       { -2, -6, -9, -1, 3, 9.5 } };
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_MULTIPLES, language, "Tăng trưởng lên xuống thất thường", "Growth goes up and down",
      "So với năm trước, %", "Year on year, %");

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_signed (figure, TRUE);
  plot_figure_set_panels (figure, PLOT_KIND_COLUMN, FALSE);
  for (guint s = 0; s < 4; s++)
    {
      plot_figure_add_series (figure, plot_sample_provinces[s + 46], PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 6; i++)
        plot_sample_add (figure, s, 2018.5 + i, values[s][i],
                         isnan (values[s][i]) ? PLOT_STATE_UNREADABLE : PLOT_STATE_EXACT,
                         PLOT_ROLE_NORMAL, i % 2 == s % 2, plot_sample_provinces[s + 46]);
    }
  return figure;
}

/* One panel's values are 10,000 times the others': each has an axis of its own. */
PlotFigure *
plot_sample_multiples_own (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_MULTIPLES, language, "Một giá trị gấp mười nghìn lần các giá trị khác",
      "One value is ten thousand times the others", "Số lượt người", "People");

  plot_figure_set_panels (figure, PLOT_KIND_LINE, TRUE);
  for (guint s = 0; s < 5; s++)
    {
      plot_figure_add_series (figure, plot_sample_provinces[s + 46], PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 4 + s; i++)
        plot_sample_add_plain (figure, s, 2015.5 + i, (s == 1 ? 1234567 : 123) + i * 7.0 * (s + 1));
    }
  return figure;
}

PlotFigure *
plot_sample_multiples_63 (const char *language)
{
  return create_panels (language, plot_n_sample_provinces, 0);
}

PlotFigure *
plot_sample_multiples_one_point (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_MULTIPLES, language, "Một năm có số liệu",
                                          "One year has a figure", "Số cuộc", "Count");

  plot_figure_add_series (figure, "Bà Rịa - Vũng Tàu", PLOT_ROLE_FOCUS, 0);
  plot_sample_add_plain (figure, 0, 2022.5, 1234);
  return figure;
}

PlotFigure *
plot_sample_multiples_all_missing (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_MULTIPLES, language, "Không tỉnh nào báo cáo",
                                          "No province reported", "Số cuộc", "Count");

  for (guint s = 0; s < 3; s++)
    {
      plot_figure_add_series (figure, plot_sample_provinces[s + 46], PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 4; i++)
        plot_sample_add (figure, s, 2019.5 + i, NAN, PLOT_STATE_NOT_REPORTED + s, PLOT_ROLE_NORMAL,
                         FALSE, plot_sample_provinces[s + 46]);
    }
  return figure;
}

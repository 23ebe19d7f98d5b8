/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the sample figures of lines. All numbers are made up by formula; nothing here is a
 * published figure. */

#include "plot-samples-private.h"

#include <math.h>
#include <string.h>

PlotFigure *
plot_sample_line_focus (const char *language)
{
  static const double values[4][7] = { { 412, 455, 498, 520, NAN, 611, 742 },
                                       { 300, 322, 341, 330, 352, 349, 361 },
                                       { 515, 520, 548, 569, 574, 590, 588 },
                                       { 220, 236, 242, 270, 291, 340, 352 } };
  static const char *const names[] = { "Nghệ An", "Thanh Hóa", "Bà Rịa - Vũng Tàu",
                                       "Thừa Thiên Huế" };
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_LINE, language, "Nghệ An tổ chức đối thoại nhiều gấp đôi các tỉnh lân cận",
      "Nghệ An holds twice as many dialogues as its neighbours",
      "Số cuộc đối thoại với nhân dân, 2017–2023", "Dialogues with the people, 2017–2023");

  plot_figure_set_unit (figure, plot_sample_is_vi (language) ? " cuộc" : "", 0);
  for (guint s = 0; s < 4; s++)
    {
      plot_figure_add_series (figure, names[s], s == 0 ? PLOT_ROLE_FOCUS : PLOT_ROLE_CONTEXT, s);
      for (guint i = 0; i < 7; i++)
        plot_sample_add_plain (figure, s, 2017.5 + i, values[s][i]);
    }
  return figure;
}

/* Gaps, kinds of nothing, rounded and computed marks, ends at nearly one height, a reference. */
PlotFigure *
plot_sample_line_states (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_LINE, language, "Tỷ lệ xã đạt chuẩn nông thôn mới của năm tỉnh gần bằng nhau",
      "New-rural attainment of five provinces is nearly equal", "Phần trăm số xã, cuối năm",
      "Per cent of communes, end of year");

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_reference (figure, 75,
                             plot_sample_either (language, "Mục tiêu 75 %", "Target 75%"));
  plot_figure_set_note (figure, plot_sample_either (language, "Từ tháng 7/2025 địa giới thay đổi.",
                                                    "Boundaries changed in July 2025."));
  for (guint s = 0; s < 5; s++)
    {
      plot_figure_add_series (figure, plot_sample_provinces[s * 7 + 4], PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 8; i++)
        {
          PlotState state = PLOT_STATE_EXACT;

          if (i == 3 && s < 2)
            state = PLOT_STATE_NOT_REPORTED;
          else if (i == 5 && s == 2)
            state = PLOT_STATE_UNREADABLE;
          else if (i == 6)
            state = PLOT_STATE_AT_LEAST + s % 3;
          plot_sample_add (figure, s, 2016 + i, 40 + i * (6 - s * 0.15) + s, state,
                           PLOT_ROLE_NORMAL, i == 7 && s % 2 == 0,
                           plot_sample_provinces[s * 7 + 4]);
        }
    }
  return figure;
}

PlotFigure *
plot_sample_line_many (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_LINE, language, "63 tỉnh, thành phố",
                                          "63 provinces", "Số cuộc giám sát", "Supervisions");

  for (guint s = 0; s < plot_n_sample_provinces; s++)
    {
      plot_figure_add_series (figure, plot_sample_provinces[s],
                              s == 26 ? PLOT_ROLE_FOCUS : PLOT_ROLE_CONTEXT, s);
      for (guint i = 0; i < 6; i++)
        plot_sample_add_plain (figure, s, 2018.5 + i,
                               100 + (s * 37) % 211 + i * ((s * 13) % 17 - 5.0));
    }
  return figure;
}

PlotFigure *
plot_sample_line_one_point (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_LINE, language, "Một năm có số liệu",
                                          "One year has a figure", "Số cuộc tiếp dân",
                                          "Receptions");

  plot_figure_add_series (figure, "Cao Bằng", PLOT_ROLE_FOCUS, 0);
  plot_sample_add_plain (figure, 0, 2022.5, 1234);
  return figure;
}

PlotFigure *
plot_sample_line_all_missing (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_LINE, language, "Không tỉnh nào báo cáo",
                                          "No province reported", "Số cuộc tiếp dân", "Receptions");

  for (guint s = 0; s < 2; s++)
    {
      plot_figure_add_series (figure, plot_sample_provinces[s], PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 4; i++)
        plot_sample_add (figure, s, 2019.5 + i, NAN, PLOT_STATE_NOT_REPORTED, PLOT_ROLE_NORMAL,
                         FALSE, plot_sample_provinces[s]);
    }
  return figure;
}

PlotFigure *
plot_sample_line_growth (const char *language)
{
  static const double values[2][6] = { { 12.5, -8.25, 3, -21.4, 44, 15.1 },
                                       { 4, 2, -1, 0, 6.5, -3.2 } };
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_LINE, language, "Tăng trưởng đối thoại lên xuống thất thường",
      "Growth of dialogues goes up and down", "So với năm trước, %", "Year on year, %");

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_set_signed (figure, TRUE);
  for (guint s = 0; s < 2; s++)
    {
      plot_figure_add_series (figure, plot_sample_provinces[s + 25], PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 6; i++)
        plot_sample_add (figure, s, 2018.5 + i, values[s][i], PLOT_STATE_EXACT, PLOT_ROLE_NORMAL,
                         s == 1, plot_sample_provinces[s + 25]);
    }
  return figure;
}

/* 63 lines of which none is the focus; half of them end at nearly one height. */
PlotFigure *
plot_sample_line_63 (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_LINE, language, "63 tỉnh, thành phố",
                                          "63 provinces", "Số cuộc giám sát", "Supervisions");

  for (guint s = 0; s < plot_n_sample_provinces; s++)
    {
      plot_figure_add_series (figure, plot_sample_provinces[s], PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 6; i++)
        plot_sample_add_plain (figure, s, 2018.5 + i,
                               200 + (s % 2 == 0 ? s * 0.4 : s * 6.0) + i * ((s * 13) % 17 - 5.0));
    }
  return figure;
}

/* Boundaries change between two of the marks; what follows is not joined to what came before. */
PlotFigure *
plot_sample_line_break (const char *language)
{
  static const double values[3][6] = { { 431, 431, 428, 411, 130, 130 },
                                       { 547, 469, 465, 450, 166, NAN },
                                       { 184, 184, 180, 176, 70, 68 } };
  PlotFigure *figure = plot_sample_start (PLOT_KIND_LINE, language,
                                          "Sau khi sắp xếp, số xã còn khoảng một phần ba",
                                          "After the mergers a third of the communes is left",
                                          "Số xã, 2021–2026", "Communes, 2021–2026");

  plot_figure_add_break (
      figure, 2025.5,
      plot_sample_either (language, "Sáp nhập xã, tỉnh từ 1/7/2025", "Mergers of 1 July 2025"));
  for (guint s = 0; s < 3; s++)
    {
      plot_figure_add_series (figure, plot_sample_provinces[s + 25], PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 6; i++)
        plot_sample_add_plain (figure, s, 2021.99 + i * 0.8, values[s][i]);
    }
  return figure;
}

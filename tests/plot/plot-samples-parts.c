/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the sample figures of parts and shares. All numbers are made up by formula; nothing here is a
 * published figure. */

#include <math.h>

#include "plot-samples-private.h"

/* Values as a table of series and categories: NAN is not reported. */
static void
add_table (PlotFigure *figure, guint n_series, guint n, const double *values)
{
  for (guint s = 0; s < n_series; s++)
    for (guint i = 0; i < n; i++)
      plot_sample_add_plain (figure, s, i, values[s * n + i]);
}

static void
add_years (PlotFigure *figure, guint first, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", first + i);

      plot_figure_add_category (figure, year);
    }
}

static void
add_provinces (PlotFigure *figure, guint first, guint n, gboolean as_series)
{
  for (guint i = 0; i < n; i++)
    if (as_series)
      plot_figure_add_series (figure, plot_sample_provinces[first + i], PLOT_ROLE_NORMAL, i);
    else
      plot_figure_add_category (figure, plot_sample_provinces[first + i]);
}

static PlotFigure *
create_years (PlotKind kind, const char *language)
{
  static const double values[] = { 412, 455, 498, 520, 611, 742, 318, 322, 341, 330, 352, 349,
                                   515, 520, 548, 569, 574, 590, 20,  36,  42,  70,  91,  140 };
  PlotFigure *figure = plot_sample_start (
      kind, language, "Bốn tỉnh tổ chức 1.821 cuộc đối thoại năm 2023, một phần ba là ở Nghệ An",
      "Four provinces held 1,821 dialogues in 2023, a third of them in Nghệ An",
      "Số cuộc đối thoại với nhân dân, 2018–2023", "Dialogues with the people, 2018–2023");

  plot_figure_set_unit (figure, plot_sample_is_vi (language) ? " cuộc" : "", 0);
  add_years (figure, 2018, 6);
  add_provinces (figure, 26, 4, TRUE);
  add_table (figure, 4, 6, values);
  return figure;
}

PlotFigure *
plot_sample_stacked (const char *language)
{
  return create_years (PLOT_KIND_STACKED, language);
}

PlotFigure *
plot_sample_stacked_100 (const char *language)
{
  return create_years (PLOT_KIND_STACKED_100, language);
}

/* Parts that are missing, rounded, computed, and one place of which nothing is known. */
static PlotFigure *
create_states (PlotKind kind, const char *language)
{
  static const guint places[] = { 49, 48, 30, 26, 22, 12 };
  PlotFigure *figure = plot_sample_start (
      kind, language, "Tiếp dân chiếm phần lớn ở cả năm tỉnh có báo cáo",
      "Receptions are most of it in all five provinces that report", "Số cuộc, năm 2023",
      "Count, 2023");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    plot_figure_add_category (figure, plot_sample_provinces[places[i]]);
  plot_figure_add_series (figure, plot_sample_either (language, "Đối thoại", "Dialogues"),
                          PLOT_ROLE_NORMAL, 0);
  plot_figure_add_series (figure, plot_sample_either (language, "Tiếp công dân", "Receptions"),
                          PLOT_ROLE_NORMAL, 1);
  plot_figure_add_series (figure, plot_sample_either (language, "Giám sát", "Supervisions"),
                          PLOT_ROLE_NORMAL, 2);
  for (guint s = 0; s < 3; s++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        PlotState state = i == 5             ? PLOT_STATE_NOT_REPORTED + s
                          : i == 1 && s == 0 ? PLOT_STATE_NOT_REPORTED
                          : i == 2           ? PLOT_STATE_ABOUT + (s == 2)
                          : i == 3 && s == 1 ? PLOT_STATE_AT_LEAST
                                             : PLOT_STATE_EXACT;

        plot_sample_add (figure, s, i, i == 4 && s == 0 ? 0 : 900 + s * 700 - i * (140 + s * 30),
                         state, PLOT_ROLE_NORMAL, i == 0 && s == 2,
                         plot_sample_provinces[places[i]]);
      }
  return figure;
}

PlotFigure *
plot_sample_stacked_states (const char *language)
{
  return create_states (PLOT_KIND_STACKED, language);
}

PlotFigure *
plot_sample_stacked_100_states (const char *language)
{
  return create_states (PLOT_KIND_STACKED_100, language);
}

/* Changes: some parts rise and some fall. */
PlotFigure *
plot_sample_stacked_negative (const char *language)
{
  static const double values[] = { 120, -40, 66,  NAN, 30,  -25, -60, 12,
                                   18,  40,  -90, -12, -33, 5,   0,   -1 };
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_STACKED, language, "Tăng ở tỉnh này, giảm ở tỉnh kia", "A rise here, a fall there",
      "Thay đổi số cuộc so với năm trước", "Change on the year before");

  plot_figure_set_signed (figure, TRUE);
  add_years (figure, 2020, 4);
  add_provinces (figure, 46, 4, TRUE);
  add_table (figure, 4, 4, values);
  return figure;
}

PlotFigure *
plot_sample_stacked_12 (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_STACKED, language, "Mười hai tỉnh giám sát ngày càng nhiều",
      "Twelve provinces supervise more and more", "Số cuộc giám sát", "Supervisions");

  add_years (figure, 2019, 5);
  add_provinces (figure, 40, 12, TRUE);
  for (guint s = 0; s < 12; s++)
    for (guint i = 0; i < 5; i++)
      plot_sample_add_plain (figure, s, i, 40 + (s * 37) % 91 + i * (s % 3) * 4);
  return figure;
}

PlotFigure *
plot_sample_stacked_63 (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_STACKED, language, "63 tỉnh, thành phố",
                                          "63 provinces", "Số cuộc giám sát", "Supervisions");

  add_years (figure, 2019, 5);
  add_provinces (figure, 0, plot_n_sample_provinces, TRUE);
  for (guint s = 0; s < plot_n_sample_provinces; s++)
    for (guint i = 0; i < 5; i++)
      plot_sample_add_plain (figure, s, i, 40 + (s * 37) % 91 + i * 3);
  return figure;
}

PlotFigure *
plot_sample_stacked_huge (const char *language)
{
  static const double values[] = { 12, 1234567, 41, 3, 118, 7 };
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_STACKED, language, "Một giá trị gấp mười nghìn lần các giá trị khác",
      "One value is ten thousand times the others", "Số lượt người", "People");

  add_provinces (figure, 47, 3, FALSE);
  plot_figure_add_series (figure, "2022", PLOT_ROLE_NORMAL, 0);
  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 1);
  add_table (figure, 2, 3, values);
  return figure;
}

PlotFigure *
plot_sample_stacked_one_point (const char *language)
{
  PlotFigure *figure = plot_sample_start (PLOT_KIND_STACKED, language, "Một năm có số liệu",
                                          "One year has a figure", "Số cuộc", "Count");

  add_years (figure, 2023, 1);
  add_provinces (figure, 26, 1, TRUE);
  plot_sample_add_plain (figure, 0, 0, 1234);
  return figure;
}

static PlotFigure *
create_missing (PlotKind kind, const char *language)
{
  PlotFigure *figure = plot_sample_start (kind, language, "Không tỉnh nào báo cáo",
                                          "No province reported", "Năm 2024", "2024");

  add_provinces (figure, 46, 4, FALSE);
  plot_figure_add_series (figure, plot_sample_either (language, "Đối thoại", "Dialogues"),
                          PLOT_ROLE_NORMAL, 0);
  plot_figure_add_series (figure, plot_sample_either (language, "Tiếp công dân", "Receptions"),
                          PLOT_ROLE_NORMAL, 1);
  for (guint s = 0; s < 2; s++)
    for (guint i = 0; i < 4; i++)
      plot_sample_add (figure, s, i, NAN, PLOT_STATE_NOT_REPORTED + i, PLOT_ROLE_NORMAL, FALSE,
                       plot_sample_provinces[46 + i]);
  return figure;
}

PlotFigure *
plot_sample_stacked_all_missing (const char *language)
{
  return create_missing (PLOT_KIND_STACKED, language);
}

PlotFigure *
plot_sample_stacked_100_all_missing (const char *language)
{
  return create_missing (PLOT_KIND_STACKED_100, language);
}

/* Many long names, a negative part and a sum of nothing. */
PlotFigure *
plot_sample_stacked_100_rows (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_STACKED_100, language, "Cơ cấu đơn thư khác nhau giữa các tỉnh",
      "Petitions differ from province to province", "Phần trăm số đơn, năm 2023",
      "Per cent of petitions, 2023");

  add_provinces (figure, 40, 23, FALSE);
  plot_figure_add_series (figure, plot_sample_either (language, "Khiếu nại", "Complaints"),
                          PLOT_ROLE_NORMAL, 0);
  plot_figure_add_series (figure, plot_sample_either (language, "Tố cáo", "Denunciations"),
                          PLOT_ROLE_NORMAL, 1);
  plot_figure_add_series (
      figure, plot_sample_either (language, "Kiến nghị, phản ánh", "Proposals, remarks"),
      PLOT_ROLE_NORMAL, 2);
  for (guint s = 0; s < 3; s++)
    for (guint i = 0; i < 23; i++)
      plot_sample_add_plain (figure, s, i,
                             i == 4   ? 0
                             : i == 2 ? 20.0 - s * 30
                                      : 20 + (s * 71 + i * 31) % 100 + s * 60);
  return figure;
}

static void
add_share (PlotFigure *figure, guint i, guint part, guint of, PlotState state, guint place)
{
  g_autofree char *period = g_strdup (
      plot_sample_either (plot_figure_language (figure), "cuối năm 2023", "end of 2023"));
  const PlotMark mark = { .x = i,
                          .value = of > 0 ? 100.0 * part / of : part,
                          .state = state,
                          .role = i == 2 ? PLOT_ROLE_FOCUS : PLOT_ROLE_CONTEXT,
                          .key = 1000 + i,
                          .place = plot_sample_provinces[place],
                          .period = period,
                          .part = part,
                          .of = of };

  plot_figure_add_mark (figure, 0, &mark);
}

static PlotFigure *
create_attainment (const char *language)
{
  PlotFigure *figure = plot_sample_start (
      PLOT_KIND_ATTAINMENT, language, "226 trong 431 xã của Nghệ An đạt chuẩn nông thôn mới",
      "226 of 431 communes of Nghệ An meet the new-rural standard",
      "Phần trăm số xã đạt chuẩn, cuối năm 2023", "Per cent of communes, end of 2023");

  plot_figure_set_unit (figure, "%", 2);
  plot_figure_set_reference (figure, 80,
                             plot_sample_either (language, "Mục tiêu 80 %", "Target 80%"));
  plot_figure_add_series (figure, "2023", PLOT_ROLE_NORMAL, 0);
  return figure;
}

PlotFigure *
plot_sample_attainment (const char *language)
{
  static const guint places[] = { 22, 48, 26, 49, 30, 7, 12 };
  static const guint parts[] = { 98, 45, 226, 56, 82, 40, 0 };
  static const guint wholes[] = { 98, 47, 431, 0, 141, 94, 0 };
  PlotFigure *figure = create_attainment (language);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      PlotState state = i == 6   ? PLOT_STATE_NOT_REPORTED
                        : i == 3 ? PLOT_STATE_AT_LEAST
                                 : PLOT_STATE_EXACT;

      plot_figure_add_category (figure, plot_sample_provinces[places[i]]);
      add_share (figure, i, parts[i], wholes[i], state, places[i]);
    }
  return figure;
}

PlotFigure *
plot_sample_attainment_63 (const char *language)
{
  PlotFigure *figure = create_attainment (language);

  for (guint i = 0; i < plot_n_sample_provinces; i++)
    {
      plot_figure_add_category (figure, plot_sample_provinces[i]);
      add_share (figure, i, 110 - i, i == 0 ? 107 : 110, PLOT_STATE_EXACT, i);
    }
  return figure;
}

PlotFigure *
plot_sample_attainment_one_point (const char *language)
{
  PlotFigure *figure = create_attainment (language);

  plot_figure_add_category (figure, "Nghệ An");
  add_share (figure, 0, 226, 431, PLOT_STATE_EXACT, 26);
  return figure;
}

PlotFigure *
plot_sample_attainment_huge (const char *language)
{
  static const guint parts[] = { 4310000, 140, 1, 0 };
  PlotFigure *figure = create_attainment (language);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      plot_figure_add_category (figure, plot_sample_provinces[i + 47]);
      add_share (figure, i, parts[i], 431, PLOT_STATE_EXACT, i + 47);
    }
  return figure;
}

PlotFigure *
plot_sample_attainment_all_missing (const char *language)
{
  PlotFigure *figure = create_missing (PLOT_KIND_ATTAINMENT, language);

  plot_figure_set_unit (figure, "%", 1);
  return figure;
}

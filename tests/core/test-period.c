/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EDTF read and written, and the comparisons that charts rest on. */

#include "core/chiso-period.h"

static ChisoPeriod
period (const char *text)
{
  ChisoPeriod read;

  g_assert_true (chiso_period_parse (text, &read));
  return read;
}

static void
test_parse (void)
{
  static const char *const good[] = {
    "2023",         "2022-06",    "2023-06-30",  "2023-01/2023-06",
    "2015/2018",    "2016/..",    "2016-07/..",  "2022-12-15/2023-12-14",
    "2016/2021-01", "2020-02-29", "2020-01/2020"
  };
  static const char *const bad[] = { "",
                                     "23",
                                     "2023-13",
                                     "2023-00",
                                     "2023-1",
                                     "2023-02-30",
                                     "2021-02-29",
                                     "2023/",
                                     "2023/..x",
                                     "2023x",
                                     "/2023",
                                     "0000",
                                     "2023-06/2023-01",
                                     "2023/2022",
                                     "năm 2023",
                                     "2023 ",
                                     "2023-01-",
                                     "2023-06-15/2023-06-14" };
  ChisoPeriod read;
  char buffer[CHISO_PERIOD_MAX];

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (chiso_period_parse (good[i], &read));
      g_assert_cmpstr (chiso_period_format (&read, buffer), ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      read = chiso_period_year (1999);
      g_assert_false (chiso_period_parse (bad[i], &read));
      g_assert_false (chiso_period_is_set (&read));
      g_assert_cmpstr (chiso_period_format (&read, buffer), ==, "");
    }
  g_assert_false (chiso_period_parse (NULL, &read));
  read = period ("2021/..|2021/2023-09");
  g_assert_true (read.open_end);
}

static void
test_equal (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean equal;
    int order;
  } rows[] = {
    { "2023", "2023-01/2023-12", TRUE, 0 },
    { "2023", "2023-01-01/2023-12-31", TRUE, 0 },
    { "2022-06", "2022-06-01/2022-06-30", TRUE, 0 },
    { "2023", "2022", FALSE, 1 },
    { "2023", "2023-12", FALSE, -1 },
    { "2016/..", "2023", FALSE, 1 },
    { "2016/..", "2016/..", TRUE, 0 },
    { "2015/2018", "2018", FALSE, -1 },
    { "2024-02", "2024-02-29", FALSE, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ChisoPeriod a = period (rows[i].a), b = period (rows[i].b);

      g_assert_cmpint (chiso_period_equal (&a, &b), ==, rows[i].equal);
      g_assert_cmpint (chiso_period_compare (&a, &b), ==, rows[i].order);
      g_assert_cmpint (chiso_period_compare (&b, &a), ==, -rows[i].order);
    }
}

static void
test_shift (void)
{
  static const char *const rows[][2] = { { "2023", "2022" },
                                         { "2023-01/2023-06", "2022-01/2022-06" },
                                         { "2016/..", "2015/.." },
                                         { "2020-02-29", "2019-02-28" },
                                         { "2018-08/2019-07", "2017-08/2018-07" } };
  char buffer[CHISO_PERIOD_MAX];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ChisoPeriod before = period (rows[i][0]),
                        after = chiso_period_shift_years (&before, -1);

      g_assert_cmpstr (chiso_period_format (&after, buffer), ==, rows[i][1]);
    }
}

static void
test_in_months (void)
{
  static const char *const rows[][2] = {
    { "2022-12-15/2023-06-14", "2023-01/2023-06" },
    { "2022-12-15/2023-12-14", "2023" },
    { "2021-11-16/2022-11-15", "2022" },
    { "2022-12-15/2023-01-14", "2023-01" },
    { "2025-07-01/2025-12-15", "2025-07/2025-12" },
    { "2023-01-01/2023-12-15", "2023" },
    { "2022-12-01/2023-03-31", "2022-12/2023-03" },
    { "2022-11-16/2023-05-15", "2022-11/2023-05" },
    { "2025-10-15/2025-11-15", "2025-10/2025-11" },
    { "2021-12-15/2023-12-14", "2021-12/2023-12" },
    { "2023-05-04", "2023-05" },
    { "2025-07-01/..", "2025-07/.." },
    { "2023", "2023" },
    { "2022-06/2023-05", "2022-06/2023-05" },
    { "2024-06-15/2024-09-14", "2024-07/2024-09" },
  };
  char buffer[CHISO_PERIOD_MAX];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ChisoPeriod before = period (rows[i][0]), after = chiso_period_in_months (&before);

      g_assert_cmpstr (chiso_period_format (&after, buffer), ==, rows[i][1]);
    }
}

static void
test_comparable (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean flow, stock;
  } rows[] = {
    { "2023", "2019", TRUE, TRUE },
    { "2023", "2022-01/2022-12", TRUE, TRUE },
    { "2023-01/2023-06", "2022-01/2022-06", TRUE, TRUE },
    { "2023-01/2023-09", "2022", FALSE, TRUE },
    { "2022-06", "2023-12", FALSE, TRUE },
    { "2022-06", "2023", FALSE, TRUE },
    { "2015/2018", "2016/2019", TRUE, FALSE },
    { "2024-02", "2023-02", TRUE, TRUE },
    { "2016/..", "2016/..", FALSE, FALSE },
    { "2016/..", "2020", FALSE, FALSE },
  };
  const ChisoPeriod none = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ChisoPeriod a = period (rows[i].a), b = period (rows[i].b);

      g_test_message ("%s, %s", rows[i].a, rows[i].b);
      g_assert_cmpint (chiso_period_comparable (&a, &b, FALSE), ==, rows[i].flow);
      g_assert_cmpint (chiso_period_comparable (&b, &a, FALSE), ==, rows[i].flow);
      g_assert_cmpint (chiso_period_comparable (&a, &b, TRUE), ==, rows[i].stock);
      g_assert_false (chiso_period_comparable (&a, &none, TRUE));
    }
}

static void
test_measures (void)
{
  const ChisoPeriod year = period ("2022"), leap = period ("2024"), month = period ("2022-06"),
                    open = period ("2016/.."), none = { 0 };

  g_assert_cmpuint (chiso_period_n_days (&year), ==, 365);
  g_assert_cmpuint (chiso_period_n_days (&leap), ==, 366);
  g_assert_cmpuint (chiso_period_n_days (&month), ==, 30);
  g_assert_cmpuint (chiso_period_n_days (&open), ==, 0);
  g_assert_cmpuint (chiso_period_n_days (&none), ==, 0);
  g_assert_cmpint (chiso_period_last_year (&month), ==, 2022);
  g_assert_cmpint (chiso_period_last_year (&open), ==, 2016);
  /* Exactly: an axis labels the years whose middle is in view. */
  g_assert_cmpfloat (chiso_period_to_decimal (&year, FALSE), ==, 2022.5);
  g_assert_cmpfloat (chiso_period_to_decimal (&leap, FALSE), ==, 2024.5);
  g_assert_cmpfloat_with_epsilon (chiso_period_to_decimal (&year, TRUE), 2022.997, 0.001);
  g_assert_cmpfloat_with_epsilon (chiso_period_to_decimal (&month, TRUE), 2022.49, 0.01);
  g_assert_cmpfloat (chiso_period_to_decimal (&open, TRUE), ==, 2016);
  g_assert_cmpfloat (chiso_period_to_decimal (&none, TRUE), ==, 0);
}

static void
test_words (void)
{
  static const char *const rows[][3] = {
    { "2023", "2023", "2023" },
    { "2022-06", "6/2022", "June 2022" },
    { "2023-06-30", "30/6/2023", "30 June 2023" },
    { "2023-01/2023-06", "6 tháng đầu năm 2023", "first 6 months of 2023" },
    { "2025-07/2025-09", "quý III/2025", "Q3 2025" },
    { "2023-10/2023-12", "quý IV/2023", "Q4 2023" },
    { "2023-01/2023-12", "2023", "2023" },
    { "2016/..", "từ 2016 đến nay", "since 2016" },
    { "2015/2018", "2015 – 2018", "2015 – 2018" },
    { "2018-08/2019-07", "8/2018 – 7/2019", "August 2018 – July 2019" },
  };
  const ChisoPeriod none = { 0 };
  g_autofree char *nothing = chiso_period_to_words (&none, "vi");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ChisoPeriod read = period (rows[i][0]);
      g_autofree char *vi = chiso_period_to_words (&read, "vi");
      g_autofree char *en = chiso_period_to_words (&read, "en");

      g_assert_cmpstr (vi, ==, rows[i][1]);
      g_assert_cmpstr (en, ==, rows[i][2]);
    }
  g_assert_cmpstr (nothing, ==, "");
}

/* Every day of some centuries has the number that GDate gives it, and years have their lengths. */
static void
test_day_numbers (void)
{
  GDate date;
  guint32 first, last;

  g_date_set_dmy (&date, 1, 1, 1895);
  for (; g_date_get_year (&date) < 2105; g_date_add_days (&date, 1))
    {
      ChisoDate day = { g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date) };
      ChisoPeriod period = { day, { day.year, day.month, 0 }, FALSE };
      guint32 left = g_date_get_days_in_month (day.month, day.year) - day.day;

      chiso_period_days (&period, &first, &last);
      g_assert_cmpuint (first, ==, g_date_get_julian (&date));
      g_assert_cmpuint (last, ==, first + left);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/period/parse", test_parse);
  g_test_add_func ("/core/period/day-numbers", test_day_numbers);
  g_test_add_func ("/core/period/equal", test_equal);
  g_test_add_func ("/core/period/shift", test_shift);
  g_test_add_func ("/core/period/in-months", test_in_months);
  g_test_add_func ("/core/period/comparable", test_comparable);
  g_test_add_func ("/core/period/measures", test_measures);
  g_test_add_func ("/core/period/words", test_words);
  return g_test_run ();
}

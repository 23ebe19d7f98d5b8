/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet says: rows with what was reported and what was computed, and notes that prove them
 * once each. */

#include "sheet-support.h"

#include <string.h>

static const SheetHead vi = { .language = "vi" };

static const SheetSection *
first_section (const SheetContent *content)
{
  return content->sections->pdata[0];
}

/* The row's cells and notes as "a | b | … [1,2]"; empty cells are left out. */
static void
assert_row (const SheetContent *content, guint i, const char *expected)
{
  const SheetRow *row = &g_array_index (first_section (content)->rows, SheetRow, i);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint c = 0; c < SHEET_N_COLUMNS; c++)
    if (row->cells[c] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", row->cells[c]);
  g_string_append (text, " [");
  for (guint n = 0; n < row->notes->len; n++)
    g_string_append_printf (text, "%s%u", n > 0 ? "," : "", g_array_index (row->notes, guint, n));
  g_string_append_c (text, ']');
  assert_text (text->str, expected);
}

static const SheetNote *
note (const SheetContent *content, guint number)
{
  g_assert_cmpuint (number, <=, content->notes->len);
  return content->notes->pdata[number - 1];
}

static char *
bold_of (const SheetNote *of, guint i)
{
  const SheetSpan *span = &g_array_index (of->spans, SheetSpan, i);

  return g_strndup (of->sentence + span->start, span->end - span->start);
}

static void
test_rows (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (SheetContent) content = NULL;

  test_sheet_record (records, "citizen_receptions 40 2022 level 1000 @1", "Có *1.000 lượt*.");
  test_sheet_record (records, "citizen_receptions 40 2023 level 1200 @1", "Có *1.200 lượt*.");
  test_sheet_record (records, "citizen_receptions 38 2023 level 900> @2", "Có *trên 900 lượt*.");
  test_sheet_record (records, "citizen_receptions 38 2023 ratio 1.1 2022 @2", "Đã *tăng 10%*.");
  content = test_sheet_of (records, "40,38", PLOT_KIND_LINE, &vi, NULL);
  assert_row (content, 0, "Nghệ An | 2022 | 1.000 lượt | chính xác | “1.000 lượt” [1]");
  /* No source states this change: its two levels prove it. */
  assert_row (content, 1,
              "Nghệ An | 2023 | 1.200 lượt | +20 % | chính xác | “1.200 lượt” | thay đổi tính từ "
              "1.000 (2022) [2,1]");
  /* A source states that one, in a sentence of its own. */
  assert_row (content, 2,
              "Thanh Hóa | 2023 | 900 lượt | +10 % | ít nhất | “trên 900 lượt”; “tăng 10%” [3,4]");
  g_assert_cmpuint (content->notes->len, ==, 4);
  g_assert_null (first_section (content)->heads[SHEET_COLUMN_INDICATOR]);
  g_assert_cmpstr (content->title, ==, "Lượt tiếp công dân");
  g_assert_cmpstr (content->subtitle, ==, "Nghệ An, Thanh Hóa");
}

/* What is missing is a row as well, and nothing proves it. */
static void
test_missing (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (SheetContent) content = NULL;

  test_sheet_record (records, "citizen_receptions 40 2023 level 1200 @1", "Có *1.200 lượt*.");
  content = test_sheet_of (records, "40,38", PLOT_KIND_BAR, &vi, NULL);
  g_assert_cmpuint (first_section (content)->rows->len, ==, 2);
  assert_row (content, 1, "Thanh Hóa | — | không có số liệu []");
}

/* Figures of one sentence share a note, with each of them bold; so do published ones of a source. */
static void
test_shared_notes (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (SheetContent) content = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  test_sheet_record (records, "citizen_receptions 40 2022 level 1000 @1",
                     "Từ *1.000 lượt* lên 1.200 lượt.");
  test_sheet_record (records, "citizen_receptions 40 2023 level 1200 @1",
                     "Từ 1.000 lượt lên *1.200 lượt*.");
  test_records_add (records, "citizen_receptions 38 2022 level 900 @Sở");
  test_records_add (records, "citizen_receptions 38 2023 level 950 @Sở");
  content = test_sheet_of (records, "40,38", PLOT_KIND_LINE, &vi, NULL);
  g_assert_cmpuint (content->notes->len, ==, 2);
  first = bold_of (note (content, 1), 0);
  second = bold_of (note (content, 1), 1);
  g_assert_cmpstr (first, ==, "1.000 lượt");
  g_assert_cmpstr (second, ==, "1.200 lượt");
  g_assert_null (note (content, 2)->sentence);
  g_assert_cmpstr (note (content, 2)->source, ==, "Báo Sở. Sở");
}

/* Decomposed letters, tabs and line ends of a source move no bold type. */
static void
test_spans (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (SheetContent) content = NULL;
  g_autofree char *bold = NULL;

  test_sheet_record (records, "citizen_receptions 40 2023 level 1200 @1",
                     "Nghe\xcc\xa3\xcc\x82 An\n\tco\xcc\x81 *1.200 lu\xcc\x9bo\xcc\x9b\xcc\xa3t*.");
  content = test_sheet_of (records, "40", PLOT_KIND_BAR, &vi, NULL);
  g_assert_cmpstr (note (content, 1)->sentence, ==, "Nghệ An  có 1.200 lượt.");
  bold = bold_of (note (content, 1), 0);
  g_assert_cmpstr (bold, ==, "1.200 lượt");
}

/* The chart's own texts move into the sheet's, none is said twice. */
static void
test_texts_move (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (SheetContent) content = NULL;
  const SheetSection *section;

  test_records_add (records, "citizen_receptions 40 2023 level 1200 @A");
  content = test_sheet_of (records, "40", PLOT_KIND_BAR, &vi, NULL);
  section = first_section (content);
  assert_text (section->title, "Số lượt tiếp công dân của Nghệ An: 1.200 lượt (2023)");
  g_assert_null (plot_figure_title (section->figure));
  g_assert_null (plot_figure_subtitle (section->figure));
  g_assert_nonnull (plot_figure_source (section->figure));
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GError) error = NULL;

  test_records_add (records, "citizen_receptions 40 2023 level 1200 @A");
  g_assert_null (test_sheet_of (records, "38", PLOT_KIND_LINE, &vi, &error));
  g_assert_error (error, SHEET_ERROR, SHEET_ERROR_EMPTY);
}

/* A chart of one period has all periods in its table, unless that would be a book. */
static void
test_listed (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  const Compared asked = {
    .indicator = "citizen_receptions", .places = "40,38", .kind = PLOT_KIND_BAR, .language = "vi"
  };
  g_autoptr (PlotFigure) chart = NULL, again = NULL, table = NULL, book = NULL;
  g_autoptr (SheetContent) content = NULL, own = NULL;

  test_sheet_record (records, "citizen_receptions 40 2022 level 1000 @1", "Có *1.000 lượt*.");
  test_sheet_record (records, "citizen_receptions 40 2023 level 1200 @1", "Có *1.200 lượt*.");
  test_sheet_record (records, "citizen_receptions 38 2023 level 900 @2", "Có *900 lượt*.");
  chart = test_compare (records, &asked);
  again = test_compare (records, &asked);
  table = test_listing (records, &asked, chart);
  content = sheet_content_new (&vi, &chart, &table, 1, records, test_sheet_catalogue (), NULL);
  g_assert_cmpuint (plot_figure_n_marks (first_section (content)->figure, 0), ==, 2);
  g_assert_cmpuint (first_section (content)->rows->len, ==, 3);
  assert_row (content, 0, "Nghệ An | 2022 | 1.000 lượt | chính xác | “1.000 lượt” [1]");
  assert_row (content, 1,
              "Nghệ An | 2023 | 1.200 lượt | +20 % | chính xác | “1.200 lượt” | "
              "thay đổi tính từ 1.000 (2022) [2,1]");
  book = plot_figure_new (PLOT_KIND_LINE, "vi");
  plot_figure_add_series (book, "", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i <= SHEET_MAX_LISTED; i++)
    plot_figure_add_mark (book, 0, &(PlotMark){ .x = i, .value = i });
  own = sheet_content_new (&vi, &again, &book, 1, records, test_sheet_catalogue (), NULL);
  g_assert_cmpuint (first_section (own)->rows->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/content/rows", test_rows);
  g_test_add_func ("/sheet/content/listed", test_listed);
  g_test_add_func ("/sheet/content/missing", test_missing);
  g_test_add_func ("/sheet/content/shared-notes", test_shared_notes);
  g_test_add_func ("/sheet/content/spans", test_spans);
  g_test_add_func ("/sheet/content/texts-move", test_texts_move);
  g_test_add_func ("/sheet/content/empty", test_empty);
  return test_figures_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of phrase pairs. Must hold whole phrases, never endings to be glued on. */

#include "sheet-words.h"

#include "plot/plot-number.h"

#include <stdio.h>

typedef struct
{
  const char *vi;
  const char *en;
} Pair;

static const Pair pairs[SHEET_N_WORDS] = {
  [SHEET_WORD_FIGURE] = { "Hình {0}.", "Figure {0}." },
  [SHEET_WORD_TABLE] = { "Bảng {0}. {1}", "Table {0}. {1}" },
  [SHEET_WORD_TABLE_MORE] = { "Bảng {0} (tiếp theo)", "Table {0} (continued)" },
  [SHEET_WORD_PAGE] = { "Trang {0}/{1}", "Page {0}/{1}" },
  [SHEET_WORD_MADE] = { "Lập ngày {0}", "Made on {0}" },
  [SHEET_WORD_MARKS] = { "Chú thích: {0}", "Notes: {0}" },
  [SHEET_WORD_REMARK] = { "Lưu ý: {0}", "Please note: {0}" },
  [SHEET_WORD_NOTES] = { "Chú thích và nguồn", "Notes and sources" },
  [SHEET_WORD_NOTES_INTRO] = { "Số trong ngoặc vuông ở bảng và dưới hình dẫn đến chú thích cùng "
                               "số. Chữ đậm là số liệu trong "
                               "nguyên văn.",
                               "Numbers in brackets in tables and below figures lead to the notes. "
                               "Bold type is the figure "
                               "in the source’s own words." },
  [SHEET_WORD_NO_SENTENCE] = { "Số liệu công bố, không kèm câu trích.",
                               "Published figure, without its sentence." },
  [SHEET_WORD_PUBLISHED] = { "số công bố", "published" },
  [SHEET_WORD_UNNAMED_SOURCE] = { "Tài liệu đã nhập", "Imported document" },
  [SHEET_WORD_SOURCE] = { "Nguồn: {0}", "Source: {0}" },
  [SHEET_WORD_SOURCES] = { "Nguồn: {0} và {1} nguồn khác", "Sources: {0} and {1} more" },
  [SHEET_WORD_TITLE_MANY] = { "Số liệu tổng hợp", "Figures in summary" },
  [SHEET_WORD_AND] = { "{0} và {1}", "{0} and {1}" },
  [SHEET_WORD_N_PLACES] = { "{0} địa phương", "{0} places" },
  [SHEET_WORD_VALUES_OF] = { "Số liệu của Hình {0}: {1}", "Figures behind Figure {0}: {1}" },

  [SHEET_WORD_COLUMN_INDICATOR] = { "Chỉ tiêu", "Indicator" },
  [SHEET_WORD_COLUMN_PLACE] = { "Địa phương", "Place" },
  [SHEET_WORD_COLUMN_PERIOD] = { "Kỳ", "Period" },
  [SHEET_WORD_COLUMN_VALUE] = { "Giá trị", "Value" },
  [SHEET_WORD_COLUMN_CHANGE] = { "So với cùng kỳ", "Year on year" },
  [SHEET_WORD_COLUMN_STATE] = { "Tình trạng", "State" },
  [SHEET_WORD_COLUMN_REPORTED] = { "Báo cáo nêu", "As reported" },
  [SHEET_WORD_COLUMN_COMPUTED] = { "Cách tính, lưu ý", "Computed, remarks" },
  [SHEET_WORD_COLUMN_NOTES] = { "Chú thích", "Notes" },

  [SHEET_WORD_STATE_EXACT] = { "chính xác", "exact" },
  [SHEET_WORD_STATE_AT_LEAST] = { "ít nhất", "at least" },
  [SHEET_WORD_STATE_ABOUT] = { "khoảng", "about" },
  [SHEET_WORD_STATE_AT_MOST] = { "không quá", "at most" },
  [SHEET_WORD_STATE_NOT_REPORTED] = { "không có số liệu", "not reported" },
  [SHEET_WORD_STATE_NOT_APPLICABLE] = { "không áp dụng", "not applicable" },
  [SHEET_WORD_STATE_UNREADABLE] = { "không đọc được", "unreadable" },
  [SHEET_WORD_STATE_REJECTED] = { "đã bị loại", "rejected" },
  [SHEET_WORD_STATE_COMPUTED] = { "được tính", "computed" },
  [SHEET_WORD_STATE_BOTH] = { "{0}, {1}", "{0}, {1}" },

  [SHEET_WORD_AT_LEAST] = { "ít nhất {0}", "at least {0}" },
  [SHEET_WORD_ABOUT] = { "khoảng {0}", "about {0}" },
  [SHEET_WORD_AT_MOST] = { "không quá {0}", "at most {0}" },
  [SHEET_WORD_POINTS] = { " điểm\u00a0%", " points" },
  [SHEET_WORD_CHANGE_FROM] = { "thay đổi tính từ {0} ({1})", "change computed from {0} ({1})" },

  [SHEET_WORD_ERROR_EMPTY] = { "Không có số liệu nào để đưa vào báo cáo",
                               "There are no figures to put on a report sheet" },
};

char *
sheet_words (SheetWord word, const char *language, ...)
{
  const Pair *pair = &pairs[word];
  const char *texts[4], *text;
  GString *out = g_string_new (NULL);
  guint n = 0;
  va_list list;

  va_start (list, language);
  while (n < G_N_ELEMENTS (texts) && (text = va_arg (list, const char *)) != NULL)
    texts[n++] = text;
  va_end (list);
  for (const char *c = plot_language_is_vietnamese (language) ? pair->vi : pair->en; *c != '\0';
       c++)
    if (c[0] == '{' && c[1] >= '0' && c[1] < (char) ('0' + n) && c[2] == '}')
      {
        g_string_append (out, texts[c[1] - '0']);
        c += 2;
      }
    else
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}

char *
sheet_words_date (const char *date, const char *language)
{
  static const char *const months[] = { "January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December" };
  guint year, month, day;
  int end = 0;

  if (date == NULL)
    return NULL;
  if (sscanf (date, "%4u-%2u-%2u%n", &year, &month, &day, &end) == 3 && date[end] == '\0'
      && month >= 1 && month <= 12)
    return plot_language_is_vietnamese (language)
               ? g_strdup_printf ("%u/%u/%u", day, month, year)
               : g_strdup_printf ("%u %s %u", day, months[month - 1], year);
  if (sscanf (date, "%4u-%2u%n", &year, &month, &end) == 2 && date[end] == '\0' && month >= 1
      && month <= 12)
    return plot_language_is_vietnamese (language)
               ? g_strdup_printf ("%u/%u", month, year)
               : g_strdup_printf ("%s %u", months[month - 1], year);
  return g_strdup (date);
}

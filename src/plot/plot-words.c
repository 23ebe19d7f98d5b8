/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the table of message pairs. Must hold whole sentences or phrases with numbered blanks, never
 * parts to be glued together, since the two languages order them differently. */

#include "plot-words.h"

#include "plot-number.h"

typedef struct
{
  const char *vi;
  const char *en;
  const char *en_one; /* for a count of one, where English has another form */
} Message;

static const Message messages[PLOT_N_WORDS] = {
  [PLOT_WORD_NOT_REPORTED] = { "không có số liệu", "not reported", NULL },
  [PLOT_WORD_NOT_APPLICABLE] = { "không áp dụng", "not applicable", NULL },
  [PLOT_WORD_UNREADABLE] = { "không đọc được", "unreadable", NULL },
  [PLOT_WORD_REJECTED] = { "đã bị loại", "rejected", NULL },
  [PLOT_WORD_NO_DATA] = { "Không có số liệu để vẽ.", "There are no figures to draw.", NULL },
  [PLOT_WORD_AT_LEAST] = { "ít nhất {0}", "at least {0}", NULL },
  [PLOT_WORD_ABOUT] = { "khoảng {0}", "about {0}", NULL },
  [PLOT_WORD_AT_MOST] = { "nhiều nhất {0}", "at most {0}", NULL },
  [PLOT_WORD_COMPUTED] = { "được tính, báo cáo không nêu", "computed, not stated", NULL },
  [PLOT_WORD_KEY_QUALIFIED] = { "số gần đúng (khoảng, ít nhất, nhiều nhất)",
                                "not exact (about, at least, at most)", NULL },
  [PLOT_WORD_KEY_COMPUTED] = { "tính từ hai số liệu, báo cáo không nêu",
                               "computed from two figures, not stated", NULL },
  [PLOT_WORD_KEY_OTHER] = { "nguồn khác nêu", "what another source says", NULL },
  [PLOT_WORD_KEY_MISSING] = { "không có số liệu", "not reported", NULL },
  [PLOT_WORD_MORE_PLACES] = { "và {0} địa phương khác", "and {0} more places", "and 1 more place" },
  [PLOT_WORD_MORE_ITEMS] = { "và {0} mục khác", "and {0} more items", "and 1 more item" },
  [PLOT_WORD_MOST_HEAD] = { "Cao nhất", "Highest", NULL },
  [PLOT_WORD_LEAST_HEAD] = { "Thấp nhất", "Lowest", NULL },
  [PLOT_WORD_EACH_FROM_TO] = { "{0} (mỗi mục {1} đến {2})", "{0} ({1} to {2} each)", NULL },
  [PLOT_WORD_TOGETHER] = { "{0} mục còn lại, gộp chung", "{0} others, together", NULL },
  [PLOT_WORD_UNNAMED] = { "{0} đường khác không ghi tên", "{0} other lines are not named",
                          "1 other line is not named" },
  [PLOT_WORD_N_OUTSIDE] = { "{0} giá trị nằm ngoài khoảng thời gian này",
                            "{0} values lie outside this period",
                            "1 value lies outside this period" },
  [PLOT_WORD_STATED] = { "báo cáo nêu", "stated in the report", NULL },
  [PLOT_WORD_COLUMN_SERIES] = { "Dãy số", "Series", NULL },
  [PLOT_WORD_COLUMN_CATEGORY] = { "Mục", "Category", NULL },
  [PLOT_WORD_COLUMN_PLACE] = { "Địa phương", "Place", NULL },
  [PLOT_WORD_COLUMN_PERIOD] = { "Kỳ", "Period", NULL },
  [PLOT_WORD_COLUMN_RANK] = { "Hạng", "Rank", NULL },
  [PLOT_WORD_COLUMN_X] = { "Trục ngang", "Across", NULL },
  [PLOT_WORD_COLUMN_VALUE] = { "Giá trị", "Value", NULL },
  [PLOT_WORD_COLUMN_STATE] = { "Tình trạng", "State", NULL },
  [PLOT_WORD_COLUMN_CHANGE] = { "So với năm trước", "On the year before", NULL },
  [PLOT_WORD_COLUMN_ORIGIN] = { "Mức thay đổi", "Change is", NULL },
  [PLOT_WORD_CHANGE_STATED] = { "báo cáo nêu", "stated", NULL },
  [PLOT_WORD_CHANGE_COMPUTED] = { "tính từ hai kỳ", "computed", NULL },
  [PLOT_WORD_COLUMN_REPORTED] = { "Báo cáo nêu", "As reported", NULL },
  [PLOT_WORD_COLUMN_NOTE] = { "Cách tính, lưu ý", "Computed, remarks", NULL },
  [PLOT_WORD_COLUMN_REVIEW] = { "Rà soát", "Review", NULL },
  [PLOT_WORD_COLUMN_SOURCE] = { "Nguồn", "Source", NULL },
  [PLOT_WORD_STATE_EXACT] = { "chính xác", "exact", NULL },
  [PLOT_WORD_STATE_AT_LEAST] = { "ít nhất", "at least", NULL },
  [PLOT_WORD_STATE_ABOUT] = { "khoảng", "about", NULL },
  [PLOT_WORD_STATE_AT_MOST] = { "nhiều nhất", "at most", NULL },
  [PLOT_WORD_STATE_COMPUTED] = { "được tính", "computed", NULL },
  [PLOT_WORD_STATE_BOTH] = { "{0}, {1}", "{0}, {1}", NULL },
  [PLOT_WORD_CHART_LINE] = { "Biểu đồ đường", "Line chart", NULL },
  [PLOT_WORD_CHART_COLUMN] = { "Biểu đồ cột", "Column chart", NULL },
  [PLOT_WORD_CHART_BAR] = { "Biểu đồ thanh ngang", "Bar chart", NULL },
  [PLOT_WORD_N_SERIES] = { "{0} dãy số", "{0} series", "1 series" },
  [PLOT_WORD_N_CATEGORIES] = { "{0} mục", "{0} categories", "1 category" },
  [PLOT_WORD_N_VALUES] = { "{0} giá trị", "{0} values", "1 value" },
  [PLOT_WORD_N_MISSING] = { "{0} chỗ không có số liệu", "{0} without a figure",
                            "1 without a figure" },
  [PLOT_WORD_N_ROUNDED] = { "{0} số gần đúng", "{0} not exact", "1 not exact" },
  [PLOT_WORD_N_COMPUTED] = { "{0} giá trị được tính, báo cáo không nêu", "{0} computed, not stated",
                             "1 computed, not stated" },
  [PLOT_WORD_HIGHEST] = { "Cao nhất: {0} ({1}).", "Highest: {0} ({1}).", NULL },
  [PLOT_WORD_LOWEST] = { "Thấp nhất: {0} ({1}).", "Lowest: {0} ({1}).", NULL },
  [PLOT_WORD_ALL_EQUAL] = { "Tất cả đều bằng {0}.", "All equal {0}.", NULL },
  [PLOT_WORD_ROSE] = { "{0} tăng từ {1} ({2}) lên {3} ({4}).",
                       "{0} rose from {1} ({2}) to {3} ({4}).", NULL },
  [PLOT_WORD_FELL] = { "{0} giảm từ {1} ({2}) xuống {3} ({4}).",
                       "{0} fell from {1} ({2}) to {3} ({4}).", NULL },
  [PLOT_WORD_WENT] = { "{0}: từ {1} ({2}) đến {3} ({4}).", "{0} went from {1} ({2}) to {3} ({4}).",
                       NULL },
  [PLOT_WORD_UNCHANGED] = { "{0} không đổi: {1} ({2}) và {3} ({4}).",
                            "{0} did not change: {1} ({2}) and {3} ({4}).", NULL },
  [PLOT_WORD_ONE_VALUE] = { "{0}: {1} ({2}).", "{0}: {1} ({2}).", NULL },
  [PLOT_WORD_MORE_THAN] = { "hơn {1} là {0}", "{0} more than {1}", NULL },
  [PLOT_WORD_LESS_THAN] = { "kém {1} là {0}", "{0} less than {1}", NULL },
  [PLOT_WORD_SAME_AS] = { "bằng {1}", "the same as {1}", NULL },
  [PLOT_WORD_REFERENCE] = { "Đường mốc: {0}, {1}.", "Reference line: {0}, {1}.", NULL },
  [PLOT_WORD_REFERENCE_LABEL] = { "Đường mốc: {0}.", "Reference line: {0}.", NULL },
  [PLOT_WORD_POINTS] = { "{0} điểm phần trăm", "{0} percentage points", NULL },
  [PLOT_WORD_REVIEWED] = { "Đã rà soát {0} trên {1} số liệu", "{0} of {1} figures reviewed", NULL },
  [PLOT_WORD_CHART_STACKED] = { "Biểu đồ chồng", "Stacked chart", NULL },
  [PLOT_WORD_CHART_STACKED_100] = { "Biểu đồ chồng 100 %", "Chart of shares of 100%", NULL },
  [PLOT_WORD_CHART_ATTAINMENT] = { "Biểu đồ mức đạt", "Attainment chart", NULL },
  [PLOT_WORD_CHART_DUMBBELL] = { "Biểu đồ hai thời điểm", "Dumbbell chart of two periods", NULL },
  [PLOT_WORD_CHART_SLOPE] = { "Biểu đồ dốc hai thời điểm", "Slope chart of two periods", NULL },
  [PLOT_WORD_CHART_MULTIPLES] = { "Nhiều biểu đồ nhỏ", "Small multiples", NULL },
  [PLOT_WORD_SHARE] = { "{0} của tổng", "{0} of the sum", NULL },
  [PLOT_WORD_NO_SHARES] = { "không tính được tỷ lệ", "no shares", NULL },
  [PLOT_WORD_SUM] = { "tổng {0}", "sum {0}", NULL },
  [PLOT_WORD_N_ROSE] = { "Tăng: {0}.", "Rose: {0}.", NULL },
  [PLOT_WORD_N_FELL] = { "Giảm: {0}.", "Fell: {0}.", NULL },
  [PLOT_WORD_N_SAME] = { "Không đổi: {0}.", "Unchanged: {0}.", NULL },
  [PLOT_WORD_BREAK] = { "Không so trực tiếp được qua mốc: {0}.",
                        "Not directly comparable across: {0}.", NULL },
  [PLOT_WORD_FROM_TO] = { "{0} đến {1}", "{0} to {1}", NULL },
  [PLOT_WORD_UNDER] = { "dưới {0}", "under {0}", NULL },
  [PLOT_WORD_AND_MORE] = { "từ {0} trở lên", "{0} and more", NULL },
  [PLOT_WORD_CHART_TILEMAP] = { "Bản đồ ô", "Tile map", NULL },
  [PLOT_WORD_CHART_HEATMAP] = { "Bảng màu", "Heat map", NULL },
  [PLOT_WORD_CHART_SCATTER] = { "Biểu đồ phân tán", "Scatter chart", NULL },
  [PLOT_WORD_NO_TILE] = { "{0} mục không có ô trên bản đồ", "{0} have no tile on the map",
                          "1 has no tile on the map" },
  [PLOT_WORD_LOG_SCALE] = { "{0}, thang lôgarit", "{0}, logarithmic scale", NULL },
  [PLOT_WORD_LACKS_ONE] = { "{0} điểm thiếu một hoặc cả hai số liệu",
                            "{0} lack one or both of the figures",
                            "1 lacks one or both of the figures" },
  [PLOT_WORD_NONE_INSIDE] = { "không có trong khoảng thời gian này", "none in this period", NULL },
  [PLOT_WORD_VALUE_OF] = { "{0} {1}", "{0} {1}", NULL },
};

const char *
plot_word (PlotWord word, const char *language)
{
  return plot_language_is_vietnamese (language) ? messages[word].vi : messages[word].en;
}

static char *
fill (const char *message, const char *const *arguments, guint n)
{
  GString *out = g_string_new (NULL);

  for (const char *c = message; *c != '\0'; c++)
    {
      guint i = c[0] == '{' ? (guint) (c[1] - '0') : n;

      if (i < n && c[2] == '}')
        {
          g_string_append (out, arguments[i]);
          c += 2;
        }
      else
        g_string_append_c (out, *c);
    }
  return g_string_free (out, FALSE);
}

char *
plot_word_fill (PlotWord word, const char *language, ...)
{
  const char *arguments[8];
  const char *argument;
  guint n = 0;
  va_list list;

  va_start (list, language);
  while (n < G_N_ELEMENTS (arguments) && (argument = va_arg (list, const char *)) != NULL)
    arguments[n++] = argument;
  va_end (list);
  return fill (plot_word (word, language), arguments, n);
}

char *
plot_word_count (PlotWord word, const char *language, guint count)
{
  g_autofree char *number = plot_number_format (count, 0, PLOT_NUMBER_DEFAULT, language);
  const char *arguments[] = { number };
  const char *message = plot_word (word, language);

  if (count == 1 && !plot_language_is_vietnamese (language) && messages[word].en_one != NULL)
    message = messages[word].en_one;
  return fill (message, arguments, 1);
}

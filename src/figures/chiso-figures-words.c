/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of sentence pairs. Must hold whole phrases, never endings to be glued on, since the two
 * languages order them differently. */

#include "chiso-figures-words.h"

typedef struct
{
  const char *vi;
  const char *en;
} Pair;

static const Pair pairs[CHISO_N_WORDS] = {
  [CHISO_WORD_AT_LEAST] = { "ít nhất {0}", "at least {0}" },
  [CHISO_WORD_ABOUT] = { "khoảng {0}", "about {0}" },
  [CHISO_WORD_AT_MOST] = { "không quá {0}", "at most {0}" },
  [CHISO_WORD_POINTS_UNIT] = { " điểm %", " points" },

  [CHISO_WORD_NUMBER_OF] = { "Số {0}", "{0}" },
  [CHISO_WORD_OF_PLACE] = { "{0} của {1}", "{0} in {1}" },
  [CHISO_WORD_AT_PLACE] = { "{0} ở {1}", "{0} in {1}" },
  [CHISO_WORD_OF_COUNTRY] = { "{0} trên cả nước", "{0} in Vietnam" },
  [CHISO_WORD_COUNTRY] = { "cả nước", "Vietnam" },
  [CHISO_WORD_LIST_TWO] = { "{0} và {1}", "{0} and {1}" },
  [CHISO_WORD_LIST_MORE] = { "{0}, {1}", "{0}, {1}" },
  [CHISO_WORD_N_PLACES] = { "{0} địa phương", "{0} places" },
  [CHISO_WORD_N_OTHER_FIGURES] = { "{0} số liệu khác", "{0} more" },

  [CHISO_WORD_IN_YEAR] = { "năm {0}", "in {0}" },
  [CHISO_WORD_IN_MONTH] = { "trong tháng {0}", "in {0}" },
  [CHISO_WORD_IN_YEAR_TO] = { "trong một năm đến {0}", "in the year to {0}" },
  [CHISO_WORD_IN_SPAN] = { "trong giai đoạn {0}", "over {0}" },
  [CHISO_WORD_IN_PERIOD] = { "trong {0}", "in the {0}" },
  [CHISO_WORD_SINCE] = { "từ năm {1} đến {0}", "from {1} to {0}" },

  [CHISO_WORD_TITLE_ONE] = { "{0}: {1} ({2})", "{0}: {1} ({2})" },
  [CHISO_WORD_TITLE_RANK] = { "{0}: {1} ({2}), thứ {3} trong {4} địa phương có số liệu",
                              "{0}: {1} ({2}), number {3} of {4} places with data" },
  [CHISO_WORD_TITLE_SEVERAL] = { "{0} của {1} địa phương ({2})", "{0} in {1} places ({2})" },
  [CHISO_WORD_TITLE_MOST] = { "{0} có nhiều {1} nhất: {2} ({3})",
                              "{0} has the most {1}: {2} ({3})" },
  [CHISO_WORD_TITLE_HIGHEST] = { "{0} có {1} cao nhất: {2} ({3})",
                                 "{0} has the highest {1}: {2} ({3})" },
  [CHISO_WORD_TITLE_TIED_MOST] = { "{0} cùng có nhiều {1} nhất: {2} ({3})",
                                   "{0} tie for the most {1}: {2} ({3})" },
  [CHISO_WORD_TITLE_TIED_HIGHEST] = { "{0} cùng có {1} cao nhất: {2} ({3})",
                                      "{0} tie for the highest {1}: {2} ({3})" },
  [CHISO_WORD_TITLE_BY_LATEST] = { "Theo số liệu gần nhất, {0}", "By the latest figures, {0}" },
  [CHISO_WORD_TITLE_ROSE] = { "{0} tăng {1} {2}", "{0} rose {1} {2}" },
  [CHISO_WORD_TITLE_FELL] = { "{0} giảm {1} {2}", "{0} fell {1} {2}" },
  [CHISO_WORD_TITLE_SAME] = { "{0} không đổi {2}", "{0} did not change {2}" },
  [CHISO_WORD_TITLE_ROSE_MOST] = { "{0} tăng nhiều nhất ở {1}: {2} ({3})",
                                   "{0} rose most in {1}: {2} ({3})" },
  [CHISO_WORD_TITLE_FELL_MOST] = { "{0} giảm ở cả {4} địa phương, nhiều nhất ở {1}: {2} ({3})",
                                   "{0} fell in all {4} places, most in {1}: {2} ({3})" },
  [CHISO_WORD_TITLE_CHANGES] = { "{0}: thay đổi so với cùng kỳ ở {1} địa phương ({2})",
                                 "{0}: change on the year before in {1} places ({2})" },
  [CHISO_WORD_TITLE_CHANGES_SINCE] = { "{0}: thay đổi so với năm {3} ở {1} địa phương ({2})",
                                       "{0}: change since {3} in {1} places ({2})" },
  [CHISO_WORD_TITLE_FROM_UP] = { "{0} tăng từ {1} ({2}) lên {3} ({4})",
                                 "{0} rose from {1} ({2}) to {3} ({4})" },
  [CHISO_WORD_TITLE_FROM_DOWN] = { "{0} giảm từ {1} ({2}) xuống {3} ({4})",
                                   "{0} fell from {1} ({2}) to {3} ({4})" },
  [CHISO_WORD_TITLE_FROM_SAME] = { "{0}: {2} và {4} cùng là {1}", "{0}: {1} in both {2} and {4}" },

  [CHISO_WORD_TITLE_N_ROSE] = { "{0} tăng ở {1} trong {2} địa phương ({3})",
                                "{0} rose in {1} of {2} places ({3})" },
  [CHISO_WORD_TITLE_N_FELL] = { "{0} giảm ở {1} trong {2} địa phương ({3})",
                                "{0} fell in {1} of {2} places ({3})" },
  [CHISO_WORD_BREAK] = { "Địa giới mới từ 7/2025", "New boundaries since July 2025" },

  [CHISO_WORD_TITLE_HAD] = { "{0} có {1} {2}", "{0} had {1} {2}" },
  [CHISO_WORD_TITLE_HAD_MOST] = { "{0}, nhiều nhất trong {1} địa phương có số liệu",
                                  "{0}, the most of {1} places with data" },
  [CHISO_WORD_TITLE_HAD_RANK] = { "{0}, thứ {1} trong {2} địa phương có số liệu",
                                  "{0}, number {1} of {2} places with data" },
  [CHISO_WORD_TITLE_HAD_TWO] = { "{0}; {1} có {2}", "{0}; {1} had {2}" },
  [CHISO_WORD_TITLE_BESIDE_UP] = { "{0}; {1} tăng {2}", "{0}; {1} rose {2}" },
  [CHISO_WORD_TITLE_BESIDE_DOWN] = { "{0}; {1} giảm {2}", "{0}; {1} fell {2}" },
  [CHISO_WORD_TITLE_COUNTRY_UP] = { "{0}; cả nước tăng {1}", "{0}; nationwide they rose {1}" },
  [CHISO_WORD_TITLE_COUNTRY_DOWN] = { "{0}; cả nước giảm {1}", "{0}; nationwide they fell {1}" },
  [CHISO_WORD_TITLE_NTM_SHARE] = { "{0} có {1} số xã đạt chuẩn nông thôn mới ({2})",
                                   "In {0}, {1} of communes meet the new-rural standard ({2})" },
  [CHISO_WORD_TITLE_NTM_ALL] = { "Toàn bộ số xã của {0} đạt chuẩn nông thôn mới ({1})",
                                 "All communes of {0} meet the new-rural standard ({1})" },
  [CHISO_WORD_TITLE_NTM_COUNT] = { "{0} có {1} ({2})", "{0} has {1} ({2})" },
  [CHISO_WORD_TITLE_NTM_ABOVE] = { "{0}, cao hơn mức {1} của cả nước",
                                   "{0}, above the country’s {1}" },
  [CHISO_WORD_TITLE_NTM_BELOW] = { "{0}, thấp hơn mức {1} của cả nước",
                                   "{0}, below the country’s {1}" },
  [CHISO_WORD_ALL_COMMUNES] = { "100 % số xã", "100% of communes" },
  [CHISO_WORD_DATED] = { "{0} ({1})", "{0} ({1})" },

  [CHISO_WORD_UNIT] = { "Đơn vị: {0}", "Unit: {0}" },
  [CHISO_WORD_CHANGE_PERCENT] = { "Thay đổi so với cùng kỳ năm trước, %",
                                  "Change on the same period a year before, %" },
  [CHISO_WORD_CHANGE_POINTS] = { "Thay đổi so với cùng kỳ năm trước, điểm %",
                                 "Change on the same period a year before, points" },
  [CHISO_WORD_LATEST] = { "số liệu gần nhất, {0}", "latest figures, {0}" },
  [CHISO_WORD_MOSTLY] = { "{0}, kỳ khác ghi cạnh tên", "{0}, other dates beside names" },
  [CHISO_WORD_OF_SET] = { "địa giới từ 7/2025", "boundaries since July 2025" },
  [CHISO_WORD_COMPARED] = { "{0} địa phương có số liệu", "{0} places with data" },
  [CHISO_WORD_SINCE_PERCENT] = { "Thay đổi so với năm {0}, %", "Change since {0}, %" },
  [CHISO_WORD_SINCE_POINTS] = { "Thay đổi so với năm {0}, điểm %", "Change since {0}, points" },
  [CHISO_WORD_SHOWN_INDEX] = { "Chỉ số, năm {0} = 100", "Index, {0} = 100" },
  [CHISO_WORD_SHOWN_PER_COMMUNE] = { "Đơn vị: {0} trên mỗi xã, phường, thị trấn",
                                     "Unit: {0} per commune, ward or township" },
  [CHISO_WORD_SHOWN_PER_100000] = { "Đơn vị: {0} trên 100.000 dân",
                                    "Unit: {0} per 100,000 people" },
  [CHISO_WORD_SHOWN_SHARE] = { "Tỷ trọng trong cả nước, %", "Share of the country, %" },
  [CHISO_WORD_OF_INDEX] = { "Chỉ số {0} (năm {1} = 100)", "{0}, index ({1} = 100)" },
  [CHISO_WORD_OF_PER_COMMUNE] = { "{0} trên mỗi xã", "{0} per commune" },
  [CHISO_WORD_OF_PER_100000] = { "{0} trên 100.000 dân", "{0} per 100,000 people" },
  [CHISO_WORD_OF_SHARE] = { "Tỷ trọng {0} trong cả nước", "Share of the country’s {0}" },
  [CHISO_WORD_COUNTS] = { "Số cuộc, đoàn, hội nghị", "Sessions, teams, conferences" },

  [CHISO_WORD_SOURCE] = { "Nguồn: {0}", "Source: {0}" },
  [CHISO_WORD_SOURCES] = { "Nguồn: {0}", "Sources: {0}" },
  [CHISO_WORD_SOURCES_MORE] = { "Nguồn: {0} và {1} nguồn khác", "Sources: {0} and {1} more" },
  [CHISO_WORD_UNNAMED_SOURCE] = { "tài liệu đã nhập", "imported documents" },

  [CHISO_WORD_NOTE_PARTS] = { "{0}: nguồn chỉ nêu từng phần ({1}), không cộng lại.",
                              "{0}: the source states parts only ({1}), which are not added up." },
  [CHISO_WORD_NOTE_UNDECIDED] = { "{0}: nguồn nêu nhiều số ({1}) mà không có số chung nên không "
                                  "vẽ.",
                                  "{0}: the source states several figures ({1}) and none for the "
                                  "whole, so none is drawn." },
  [CHISO_WORD_NOTE_CONFLICT] = { "{0}: nguồn khác nêu {1}.", "{0}: another source says {1}." },
  [CHISO_WORD_NOTE_CHOSEN] = { "{0}: nguồn khác nêu {1}; số vẽ ở đây {2}.",
                               "{0}: another source says {1}; the one drawn was {2}." },
  [CHISO_WORD_NOTE_CONTESTED] = { "{0}: tính từ số liệu mà các nguồn nêu khác nhau.",
                                  "{0}: computed from figures on which sources disagree." },
  [CHISO_WORD_NOTE_MORE] = { "Còn {0} số liệu có ghi chú tại điểm vẽ.",
                             "Further figures with a note on their marks: {0}." },
  [CHISO_WORD_NOTE_UNLIKE] = { "Không so được vì khác kỳ: {0}.",
                               "Not compared, as the periods differ: {0}." },
  [CHISO_WORD_NOTE_MISSING] = { "Không có số liệu: {0}.", "No figures: {0}." },
  [CHISO_WORD_NOTE_NOT_DRAWN] = { "Không vẽ {0} địa phương khác có số liệu.",
                                  "Places with data but not drawn: {0}." },
  [CHISO_WORD_NOTE_LAST_KNOWN] = { "Chưa có số liệu năm {0}; đây là số gần nhất trước đó.",
                                   "No figure for {0}; this is the last one before it." },
  [CHISO_WORD_MARK_PARTS] = { "phần lớn nhất trong {0} phần", "the largest of {0} parts" },
  [CHISO_WORD_MARK_CONFLICT] = { "nguồn khác: {0}", "another source: {0}" },
  [CHISO_WORD_MARK_FROM] = { "tính từ {0} và {1}", "computed from {0} and {1}" },
  [CHISO_WORD_MARK_STATED] = { "tính từ mức thay đổi đã nêu ({0}) và {1} ({2})",
                               "computed from the stated change ({0}) and {1} ({2})" },
  [CHISO_WORD_TIMES] = { "{0} lần", "{0} times" },
  [CHISO_WORD_KEY_MERGED] = { "tính từ số liệu các tỉnh cũ, báo cáo không nêu",
                              "from former provinces’ figures, not stated" },
  [CHISO_WORD_KEY_UNITS] = { "tính từ số liệu các huyện, xã, báo cáo không nêu",
                             "from districts’ or communes’ figures, not stated" },
  [CHISO_WORD_KEY_SEVERAL] = { "tính từ nhiều số liệu, báo cáo không nêu",
                               "computed from several figures, not stated" },
  [CHISO_WORD_KEY_PEOPLE] = { "số liệu chia cho dân số, báo cáo không nêu",
                              "a figure divided by population, not stated" },
  [CHISO_WORD_KEY_COMMUNES] = { "số liệu chia cho số xã, báo cáo không nêu",
                                "a figure divided by communes, not stated" },
  [CHISO_WORD_MARK_OTHER_SOURCE] = { "của nguồn khác, không vẽ", "another source’s, not drawn" },
  [CHISO_WORD_MARK_ONE_PART] = { "một phần, không cộng", "one of several parts, not added up" },
  [CHISO_WORD_MARK_UNITS] = { "cộng từ {0} huyện, xã, theo báo cáo là tất cả (“{1}”): {2}",
                              "added up from {0} districts or communes, all of them by the report "
                              "(“{1}”): {2}" },
  [CHISO_WORD_MARK_OF_UNITS] = { "tính từ số cộng của {0} huyện, xã",
                                 "computed from the sum of {0} districts or communes" },
  [CHISO_WORD_MARK_MERGED] = { "cộng từ các tỉnh cũ: {0}", "added up from former provinces: {0}" },
  [CHISO_WORD_MARK_OF_MERGED] = { "tính từ số cộng của {0} tỉnh cũ",
                                  "computed from the sum of {0} former provinces" },
  [CHISO_WORD_MARK_COMMUNES] = { "{0} chia cho {1} xã, phường, thị trấn (cuối năm {2})",
                                 "{0} over {1} communes, wards and townships (end of {2})" },
  [CHISO_WORD_MARK_COMMUNES_JUNE] = { "{0} chia cho {1} xã, phường, thị trấn (cuối tháng 6/{2})",
                                      "{0} over {1} communes, wards and townships (end of June "
                                      "{2})" },
  [CHISO_WORD_MARK_PEOPLE] = { "{0} chia cho {1} dân (năm {2})", "{0} over {1} people ({2})" },
  [CHISO_WORD_MARK_COUNTRY] = { "{0} trong {1} của cả nước", "{0} of the country’s {1}" },
  [CHISO_WORD_MARK_BASE] = { "{0} so với {1}", "{0} against {1}" },
  [CHISO_WORD_MARK_RANK] = { "hạng {0} trong {1} tỉnh", "rank {0} of {1} provinces" },
  [CHISO_WORD_NOTE_RANKED] = { "Hạng trong {0} tỉnh có số liệu; số chênh nhau không quá {1} % thì "
                               "chung khoảng hạng.",
                               "Ranks are among the {0} provinces with figures; those within {1}% "
                               "share a range of ranks." },
  [CHISO_WORD_NOTE_NOT_RANKED] = { "Không xếp hạng vì chỉ {0} trong {1} tỉnh có số liệu cùng kỳ, "
                                   "chưa được một nửa.",
                                   "Not ranked, since only {0} of {1} provinces have a figure of "
                                   "the period, less than half." },
  [CHISO_WORD_GAP_NO_BASE] = { "Không có số liệu năm {1} để so: {0}.",
                               "Without a figure of {1} to set against: {0}." },
  [CHISO_WORD_GAP_NO_EARLIER] = { "Không có số liệu năm trước để so: {0}.",
                                  "Without a figure of the year before: {0}." },
  [CHISO_WORD_GAP_NO_SIZE] = { "Không có dân số hoặc số xã của năm đó: {0}.",
                               "Population or communes of that year are not known: {0}." },
  [CHISO_WORD_GAP_NO_COUNTRY] = { "Không có số liệu cả nước cùng kỳ: {0}.",
                                  "Without a figure of the country for that period: {0}." },
  [CHISO_WORD_GAP_PREDECESSORS] = { "Chưa đủ các tỉnh cũ báo cáo nên không cộng: {0}.",
                                    "Not added up, as not all former provinces reported: {0}." },
  [CHISO_WORD_GAP_NO_FRACTION] = { "Các tỉnh cũ không nêu tử số, mẫu số nên không tính được: {0}.",
                                   "Not computed, as former provinces gave no numerator and "
                                   "denominator: {0}." },
  [CHISO_WORD_GAP_NOT_ADDITIVE] = { "Chỉ tiêu không cộng được giữa các tỉnh cũ: {0}.",
                                    "An indicator that does not add up over former provinces: "
                                    "{0}." },
  [CHISO_WORD_GAP_MERGERS] = { "Không tính thay đổi qua tháng 7/2025, khi sáp nhập xã, bỏ cấp "
                               "huyện: {0}.",
                               "No change computed over July 2025, when communes merged and "
                               "districts ended: {0}." },
  [CHISO_WORD_NOTE_MERGERS] = { "Tháng 7/2025 sáp nhập xã, bỏ cấp huyện: số trước và sau không so "
                                "được với nhau.",
                                "In July 2025 communes merged and districts ended: figures from "
                                "before and after do not compare." },
  [CHISO_WORD_GAP_INEXACT] = { "Số liệu “ít nhất”, “không quá” không cộng được: {0}.",
                               "Figures of “at least” and “at most” do not add up: {0}." },
  [CHISO_WORD_GAP_UNITS_UNSAID] = { "Có số liệu của một số huyện, xã, nhưng báo cáo không nói đó "
                                    "là tất "
                                    "cả nên không cộng: {0}.",
                                    "Figures of districts or communes are not added up, as the "
                                    "report does not say that they are all: {0}." },
  [CHISO_WORD_GAP_UNITS_MISSING] = { "Báo cáo nói đến tất cả các huyện, xã, nhưng không phải nơi "
                                     "nào "
                                     "cũng có số liệu nên không cộng: {0}.",
                                     "A report speaks of all districts or communes, but not all "
                                     "have "
                                     "a figure, so they are not added up: {0}." },
  [CHISO_WORD_GAP_UNITS_UNCLEAR] = { "Số liệu của tất cả các huyện, xã không cộng được, vì có nơi "
                                     "có "
                                     "nhiều số hoặc số không đủ rõ: {0}.",
                                     "The figures of all districts or communes do not add up, as "
                                     "some "
                                     "have several or are not exact enough: {0}." },
  [CHISO_WORD_GAP_UNLIKE_SUMS] = { "Không so số của tỉnh với tổng của các huyện, xã, vì số của "
                                   "tỉnh "
                                   "có thể gồm cả cơ quan khác: {0}.",
                                   "A province’s own figure, which may be of other bodies too, is "
                                   "not set against a sum of its districts or communes: {0}." },
  [CHISO_WORD_GAP_OF_UNITS] = { "{0}: {1}/{2} đơn vị", "{0}: {1} of {2}" },
  [CHISO_WORD_GAP_OF] = { "{0}: {1}/{2} tỉnh", "{0}: {1} of {2}" },

  [CHISO_WORD_TITLE_PAIR_UP] = { "Nơi có {0} cao hơn thường có {1} cao hơn ({2} địa phương, {3})",
                                 "Places higher in {0} tend to be higher in {1} ({2} places, "
                                 "{3})" },
  [CHISO_WORD_TITLE_PAIR_DOWN] = { "Nơi có {0} cao hơn thường có {1} thấp hơn ({2} địa phương, "
                                   "{3})",
                                   "Places higher in {0} tend to be lower in {1} ({2} places, "
                                   "{3})" },
  [CHISO_WORD_TITLE_PAIR] = { "{1} và {0} của {2} địa phương ({3})",
                              "{1} and {0} of {2} places ({3})" },
  [CHISO_WORD_PAIR_YEAR] = { "Năm {0} · {1} địa phương có cả hai số liệu",
                             "{0} · {1} places with both figures" },
  [CHISO_WORD_NOTE_PAIR_PERIODS] = { "Hai trục khác kỳ: {0} ({1}); {2} ({3}).",
                                     "The axes’ periods differ: {0} ({1}); {2} ({3})." },
  [CHISO_WORD_NOTE_RANKS] = { "Tương quan hạng (Spearman): {0}; không phải là quan hệ nhân quả.",
                              "Correlation of ranks (Spearman): {0}; it does not prove a cause." },

  [CHISO_WORD_REFUSE_SCATTER] = { "Biểu đồ phân tán chỉ vẽ giá trị, không vẽ thay đổi hay tỷ lệ.",
                                  "A scatter chart shows values, no changes and no shares; "
                                  "choose the measure value." },
  [CHISO_WORD_EMPTY_PAIR] = { "Không địa phương nào có cả hai số liệu trong cùng một năm.",
                              "No place has both figures in one year." },
  [CHISO_WORD_EMPTY_COMPARE] = { "Chưa có số liệu cho các địa phương và thời gian đã chọn.",
                                 "There are no figures for these places and years." },
  [CHISO_WORD_EMPTY_UNLIKE] = { "Chỉ có số liệu cộng dồn nhiều năm, không so được.",
                                "There are only running totals, which cannot be compared." },
  [CHISO_WORD_EMPTY_ONE_YEAR] = { "Cần số liệu của hai năm để so sánh, nhưng chỉ có một năm.",
                                  "Figures of two years are needed here, and there is only one." },
  [CHISO_WORD_REFUSE_STACK] = { "“{0}” không cộng lại được nên không vẽ chồng; hãy chọn một số "
                                "đếm.",
                                "“{0}” does not add up, so it cannot be stacked; choose the values "
                                "of a count." },
  [CHISO_WORD_REFUSE_ATTAINMENT] = { "“{0}” không phải tỷ lệ phần trăm nên không vẽ được mức đạt; "
                                     "hãy chọn một tỷ lệ.",
                                     "“{0}” is no share, so its attainment cannot be drawn; choose "
                                     "the values of a share." },
  [CHISO_WORD_EMPTY_GROWTH] = { "Chưa có số liệu về mức tăng, giảm đối thoại và tiếp công dân của "
                                "{0} năm {1}.",
                                "There are no figures on the growth of dialogues and receptions in "
                                "{0} for {1}." },
  [CHISO_WORD_EMPTY_SUPERVISION] = { "Chưa có số liệu về giám sát, phản biện xã hội của {0} năm "
                                     "{1}.",
                                     "There are no figures on supervision and social criticism in "
                                     "{0} for {1}." },
  [CHISO_WORD_EMPTY_NTM] = { "Chưa có số liệu về xã đạt chuẩn nông thôn mới của {0} năm {1}.",
                             "There are no figures on new-rural communes in {0} for {1}." },
  [CHISO_WORD_TOPIC_GROWTH] = { "Đối thoại và tiếp công dân so với năm trước",
                                "Dialogues and receptions against the year before" },
  [CHISO_WORD_TOPIC_SUPERVISION] = { "Giám sát và phản biện xã hội",
                                     "Supervision and social criticism" },
  [CHISO_WORD_TOPIC_NTM] = { "Xã đạt chuẩn nông thôn mới", "Communes of the new-rural standard" },

  [CHISO_WORD_FINDING_ABOUT] = { "{0}, {1}", "{0}, {1}" },
  [CHISO_WORD_FINDING_GROWTH] = { "{0}: nêu {1} so với {2}, nhưng {3} so với {4} là {5}.",
                                  "{0}: stated as {1} on {2}, but {3} against {4} is {5}." },
  [CHISO_WORD_FINDING_FRACTION] = { "{0}: {1}/{2} là {3}, nhưng ghi {4}.",
                                    "{0}: {1} of {2} is {3}, but {4} is stated." },
  [CHISO_WORD_FINDING_PARTS_MORE] = { "{0}: các phần cộng lại là {1}, nhiều hơn tổng số {2}.",
                                      "{0}: the parts add up to {1}, more than the total of {2}." },
  [CHISO_WORD_FINDING_PARTS_LESS] = { "{0}: các phần nêu ra cộng lại là {1}, ít hơn tổng số {2}; "
                                      "có thể chưa nêu hết.",
                                      "{0}: the parts named add up to {1}, less than the total of "
                                      "{2}; there may be others." },
  [CHISO_WORD_FINDING_WHOLE] = { "{0}: {1} là hơn 100 %.", "{0}: {1} is more than 100%." },
  [CHISO_WORD_FINDING_WHOLE_OF] = { "{0}: {1} trên tổng số {2} là hơn 100 %.",
                                    "{0}: {1} of {2} is more than 100%." },
  [CHISO_WORD_FINDING_FALL] = { "{0}: số lũy kế giảm từ {1} ({2}) xuống {3}; nếu không do sáp nhập "
                                "thì một trong hai số sai.",
                                "{0}: the running total falls from {1} ({2}) to {3}; unless units "
                                "merged, one of them is wrong." },
  [CHISO_WORD_FINDING_FALL_MERGED] = { "{0}: số lũy kế giảm từ {1} ({2}) xuống {3}, khi tổng số "
                                       "đơn vị từ {4} thành {5}: có thể do sáp nhập.",
                                       "{0}: the running total falls from {1} ({2}) to {3}, while "
                                       "all units went from {4} to {5}: some may have merged." },
  [CHISO_WORD_FINDING_CONFLICT] = { "{0}: {1} ghi {2}, còn {3} ghi {4}.",
                                    "{0}: {1} says {2}, {3} says {4}." },
  [CHISO_WORD_FINDING_DECIDED] = { "{0} Đã quyết định: {1} {2}.", "{0} Decided: {1} {2}." },
  [CHISO_WORD_ACCEPTED] = { "được xác nhận", "accepted" },
  [CHISO_WORD_REJECTED] = { "bị loại", "rejected" },
  [CHISO_WORD_CHOSEN] = { "được chọn", "chosen" },
  [CHISO_WORD_OTHER_PERIOD] = { "kỳ khác", "other period" },
  [CHISO_WORD_OTHER_DENOMINATOR] = { "mẫu số khác", "other denominator" },
  [CHISO_WORD_OTHER_DEFINITION] = { "định nghĩa khác", "other definition" },
  [CHISO_WORD_TYPING_ERROR] = { "lỗi đánh máy", "typing error" },
  [CHISO_WORD_LATER_CORRECTION] = { "đính chính sau này", "later correction" },
  [CHISO_WORD_FINDING_NOTE] = { "lưu ý", "note" },
  [CHISO_WORD_FINDING_WARNING] = { "cảnh báo", "warning" },
  [CHISO_WORD_FINDING_ERROR] = { "lỗi", "error" },
  [CHISO_WORD_FINDING_NONE] = { "Không thấy mâu thuẫn nào trong {0} số liệu.",
                                "No contradictions were found; figures read: {0}." },
};

typedef struct
{
  const char *id;
  Pair name;
} ShortName;

static const ShortName short_names[] = {
  { "dialogue_sessions", { "cuộc đối thoại", "dialogues" } },
  { "citizen_receptions", { "lượt tiếp công dân", "receptions" } },
  { "citizens_received", { "công dân được tiếp", "citizens received" } },
  { "leader_receptions", { "lượt lãnh đạo tiếp", "leaders’ receptions" } },
  { "petitions_received", { "đơn thư tiếp nhận", "petitions received" } },
  { "supervision_sessions", { "cuộc giám sát", "supervision sessions" } },
  { "community_supervisions", { "giám sát cộng đồng", "community supervisions" } },
  { "social_criticism_sessions", { "hội nghị phản biện", "criticism conferences" } },
  { "supervision_teams", { "đoàn giám sát", "supervision teams" } },
};

gboolean
chiso_language_is_vietnamese (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "vi");
}

static const char *
choose (const Pair *pair, const char *language)
{
  return chiso_language_is_vietnamese (language) ? pair->vi : pair->en;
}

char *
chiso_words (ChisoWord word, const char *language, ...)
{
  const char *texts[6], *text;
  GString *out = g_string_new (NULL);
  guint n = 0;
  va_list list;

  g_assert (word < CHISO_N_WORDS);
  va_start (list, language);
  while (n < G_N_ELEMENTS (texts) && (text = va_arg (list, const char *)) != NULL)
    texts[n++] = text;
  va_end (list);
  for (const char *c = choose (&pairs[word], language); *c != '\0'; c++)
    if (c[0] == '{' && c[1] >= '0' && c[1] < (char) ('0' + n) && c[2] == '}')
      {
        g_string_append (out, texts[c[1] - '0']);
        c += 2;
      }
    else
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}

const char *
chiso_words_short_name (const char *indicator, const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (short_names); i++)
    if (g_str_equal (short_names[i].id, indicator))
      return choose (&short_names[i].name, language);
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart in the making, shared by the makers of figures: what it shows, what it had to leave out,
 * and the texts that follow from both. Internal to libchiso-figures. */

#pragma once

#include "chiso-figures-words.h"
#include "chiso-figures.h"

G_BEGIN_DECLS

/* One figure that a chart shows or names. */
typedef struct
{
  const ChisoIndicator *indicator;
  const char *place; /* key, borrowed */
  char *name;        /* of the place, for people */
  ChisoPoint point;
  gboolean focus;     /* what the chart is about */
  gboolean dated;     /* its period is not the chart's, so its label says it */
  gboolean near;      /* of the region of what the chart is about */
  ChisoRank rank;     /* among the n_ranked provinces that it is set beside; chiso_draft_rank() */
  const char *remark; /* that its note begins with, or NULL */
  guint n_ranked;     /* 0: it has no rank */
} ChisoEntry;

/* A period of a place for which a measure has no value. */
typedef struct
{
  const ChisoIndicator *indicator;
  const char *place; /* key, borrowed */
  ChisoGap gap;
} ChisoDraftGap;

typedef struct
{
  GPtrArray *records; /* borrowed */
  ChisoGeo *geo;      /* borrowed; NULL only where no text is made */
  ChisoBoundary boundary;
  const char *language;
  ChisoShow show;
  int base_year;             /* 0 where the show needs none */
  ChisoProvinceFacts *facts; /* borrowed; NULL where the show needs none */
  GHashTable *index;         /* "indicator place" -> GPtrArray of const ChisoRecord* */
  GHashTable *places;        /* place keys that occur, as a set */
  GArray *shown;             /* ChisoEntry, in the order drawn */
  GArray *unlike;            /* ChisoEntry whose period is not comparable with those shown */
  GArray *undecided;         /* ChisoEntry whose source gives parts that bound nothing */
  GArray *gaps;              /* ChisoDraftGap: what could not be computed */
  gboolean several_indicators;
  guint n_asked; /* provinces that were asked for, with a figure or without; 0: not to be told */
  gboolean set_told; /* the subtitle says that the provinces are those since July 2025 */
} ChisoDraft;

/* chiso-figures-draft.c */
void chiso_draft_init (ChisoDraft *self, GPtrArray *records, ChisoGeo *geo, ChisoBoundary boundary,
                       ChisoShow show, const char *language);
void chiso_draft_clear (ChisoDraft *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChisoDraft, chiso_draft_clear)
/* A place as the chart names it; free with g_free. */
char *chiso_draft_place_name (ChisoDraft *self, const char *place);
/* The records of one place and indicator, never NULL; owned by the draft. */
GPtrArray *chiso_draft_records (ChisoDraft *self, const ChisoIndicator *indicator,
                                const char *place);
/* The records of the figures that a point adds up; see chiso_measures_addends(). */
GPtrArray *chiso_draft_addends (ChisoDraft *self, const ChisoEntry *entry);
/* Levels, changes or what else the draft shows, whose periods end in first_year to last_year (0: open). */
GArray *chiso_draft_series (ChisoDraft *self, const ChisoIndicator *indicator, const char *place,
                            int first_year, int last_year);
/* Levels alone, whatever the draft shows; notes no gaps. */
GArray *chiso_draft_levels (ChisoDraft *self, const ChisoIndicator *indicator, const char *place,
                            int first_year, int last_year);
/* Changes year on year, whatever the draft shows; notes no gaps. */
GArray *chiso_draft_changes (ChisoDraft *self, const ChisoIndicator *indicator, const char *place);
/* What is its own base stands for no change; along time it is where lines begin, but a row of its own says
 * nothing. points: of ChisoPoint. */
void chiso_draft_drop_bases (GArray *points);
/* Notes the undecided periods of those years. */
void chiso_draft_note_undecided (ChisoDraft *self, const ChisoIndicator *indicator,
                                 const char *place, int first_year, int last_year);
/* Appends to one of the draft's lists; the entry stays the list's. */
ChisoEntry *chiso_draft_add (ChisoDraft *self, GArray *list, const ChisoIndicator *indicator,
                             const char *place, const ChisoPoint *point);
/* Whether the place, or the province that it lies in, is the same in both sets. */
gboolean chiso_draft_is_unchanged (const ChisoDraft *self, const char *place);
/* A list that frees its entries' names. */
GArray *chiso_entries_new (void);
#define chiso_entry(list, i) (&g_array_index ((list), ChisoEntry, (i)))
gboolean chiso_place_is_country (const char *place);

/* chiso-figures-choice.c: which periods stand beside one another. series: GArray of ChisoPoint a
 * place. like: the period that stands for all that may be compared; FALSE when there is nothing. */
gboolean chiso_choose_like (GPtrArray *series, const ChisoIndicator *indicator, ChisoPeriod *like);
/* The very period that most places have among those comparable with like, the later one of equals. */
void chiso_choose_common (GPtrArray *series, const ChisoIndicator *indicator,
                          const ChisoPeriod *like, ChisoPeriod *common);
/* The place's point of the common period, else its latest comparable one, else NULL. */
const ChisoPoint *chiso_choose_point (GArray *points, const ChisoIndicator *indicator,
                                      const ChisoPeriod *like, const ChisoPeriod *common);

/* The year that since and index are set against: spec's, else the first one that most of its places
 * have a level of, and a later one to set against it; 0 where the show needs none. */
int chiso_choose_base_year (ChisoDraft *draft, const ChisoFigureSpec *spec);

/* chiso-figures-text.c: all return texts to free with g_free. */
char *chiso_text_lower (const char *name);
/* A value with unit and qualifier: "ít nhất 1.234 cuộc"; of a change its size without a sign. */
char *chiso_text_value (ChisoDraft *self, const ChisoEntry *entry);
/* The same with a sign before a change. */
char *chiso_text_signed (ChisoDraft *self, const ChisoEntry *entry);
/* text, which holds a value, with what is known of it: "ít nhất 1.234 cuộc". */
char *chiso_text_qualified (ChisoDraft *self, ChisoQualifier qualifier, const char *text);
/* A level's value with unit and without qualifier. */
char *chiso_text_level (ChisoDraft *self, const ChisoIndicator *indicator, double value);
char *chiso_text_period (ChisoDraft *self, const ChisoPeriod *period);
/* The period that the entries share; of different ones the first and the last, "2021 – 2023". */
char *chiso_text_span (ChisoDraft *self, GArray *entries, gboolean provinces_only);
/* "năm 2023", "trong 9 tháng đầu năm 2025": when entry happened, inside a sentence. */
char *chiso_text_when (ChisoDraft *self, const ChisoEntry *entry);
/* "Số lượt tiếp công dân của Nghệ An". */
char *chiso_text_subject (ChisoDraft *self, const ChisoEntry *entry);
/* The indicator alone: "Số lượt tiếp công dân". */
char *chiso_text_indicator (ChisoDraft *self, const ChisoIndicator *indicator);
/* "A", "A và B", "A, B và C". */
char *chiso_text_list (ChisoDraft *self, const char *const *items, guint n);
char *chiso_text_number (ChisoDraft *self, guint n);
/* What the values are, for a subtitle: "Đơn vị: lượt", "Thay đổi so với …, %". */
char *chiso_text_what (ChisoDraft *self, const ChisoIndicator *indicator);
/* A subtitle, taken over, with the set that the provinces are of, where it is told there. */
char *chiso_text_tell_set (ChisoDraft *self, char *subtitle);
/* The unit of the shown values as it is glued to a number, with its space; its decimals. */
char *chiso_text_shown_unit (ChisoDraft *self, const ChisoIndicator *indicator, guint *decimals);
/* What stands behind values in the figure: unit, or nothing where it is long. */
const char *chiso_text_mark_unit (ChisoDraft *self, const ChisoIndicator *indicator);

/* chiso-figures-ways.c: how a computed value came about, "computed from 500 and 560"; NULL for one that
 * a source states. Free with g_free. */
char *chiso_text_way (ChisoDraft *self, const ChisoEntry *entry);
/* The same of all that is shown, for the figure's key. */
void chiso_draft_set_computed (ChisoDraft *self, PlotFigure *figure);
/* What a record of the entry's indicator reports: in the words of its sentence, "“2.904 cuộc”", or of a
 * published figure that has none its value; NULL where nothing tells. */
char *chiso_text_reported (ChisoDraft *self, const ChisoEntry *entry, const ChisoRecord *record);

/* chiso-figures-notes.c: the figure's source line, key and note, out of the draft's lists. extra: one
 * more sentence or NULL. */
void chiso_draft_set_source (ChisoDraft *self, PlotFigure *figure);
void chiso_draft_set_note (ChisoDraft *self, PlotFigure *figure, const char *extra);
/* Adds entry as a mark; label period and note are made here. */
void chiso_draft_mark (ChisoDraft *self, PlotFigure *figure, guint series, double x, PlotRole role,
                       const ChisoEntry *entry);
/* chiso-figures-behind.c: all records that a point of the place rests on: its own first, then those that
 * were added up with it, then those that it was computed against. GPtrArray of const ChisoRecord*,
 * borrowed. */
GPtrArray *chiso_draft_behind (ChisoDraft *self, const ChisoIndicator *indicator, const char *place,
                               const ChisoPoint *point);
/* chiso-figures-proof.c: gives the mark of that key the records that its value rests on, of a level
 * that was added up all that it was added up from; nothing where it has proofs, or no key. */
void chiso_draft_prove (ChisoDraft *self, PlotFigure *figure, guint64 key, const ChisoEntry *entry);
/* The same beside proofs that the mark has: of one that stands for several figures. */
void chiso_draft_prove_also (ChisoDraft *self, PlotFigure *figure, guint64 key,
                             const ChisoEntry *entry);
/* chiso-figures-notes.c: what record says in place of entry, which is of its place and indicator. */
ChisoEntry chiso_entry_of_record (const ChisoEntry *entry, const ChisoRecord *record);
/* chiso-figures-notes.c: "Nghệ An", or "Nghệ An (2021)" where the entry is dated. */
char *chiso_entry_label (ChisoDraft *self, const ChisoEntry *entry);

/* chiso-figures-rank.c: gives entries of one period, whose flows are of common, their ranks. The
 * sentence that says among how many, or why there are none; NULL where they are too few to speak of. */
char *chiso_draft_rank (ChisoDraft *self, GArray *entries, const ChisoPeriod *common,
                        const ChisoFigureSpec *spec);
/* "hạng 3–5 trong 28 tỉnh", NULL for an entry without a rank. */
char *chiso_text_rank (ChisoDraft *self, const ChisoEntry *entry);
/* "3–5. Nghệ An", or label alone. */
char *chiso_text_ranked (ChisoDraft *self, const ChisoEntry *entry, const char *label);

/* chiso-figures-title.c: findings. entries: of one indicator, one a place. */
char *chiso_title_of_places (ChisoDraft *self, GArray *entries);
/* first and last of one place, the same for a single point. */
char *chiso_title_along (ChisoDraft *self, const ChisoEntry *first, const ChisoEntry *last);
/* "… tăng 14 % năm 2023". */
char *chiso_title_change (ChisoDraft *self, const ChisoEntry *entry);
/* Whether a is certainly above b, whatever their qualifiers, and counted in the same units. */
gboolean chiso_entry_is_above (const ChisoEntry *a, const ChisoEntry *b);
/* 1 for the highest; 0 where ties or qualifiers leave it open. The country is not ranked, nor are
 * flows of another period. */
guint chiso_entry_rank (const ChisoEntry *entry, GArray *entries, guint *n_ranked);

G_END_DECLS

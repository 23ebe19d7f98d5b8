/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that a chart makes by itself, in its own language rather than the process's: a
 * figure in Vietnamese is exported in Vietnamese from an English desktop. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLOT_WORD_NOT_REPORTED,
  PLOT_WORD_NOT_APPLICABLE,
  PLOT_WORD_UNREADABLE,
  PLOT_WORD_REJECTED,
  PLOT_WORD_NO_DATA,
  PLOT_WORD_AT_LEAST, /* {0} the value */
  PLOT_WORD_ABOUT,    /* {0} the value */
  PLOT_WORD_AT_MOST,  /* {0} the value */
  PLOT_WORD_COMPUTED,
  PLOT_WORD_KEY_QUALIFIED,
  PLOT_WORD_KEY_COMPUTED,
  PLOT_WORD_KEY_MISSING,
  PLOT_WORD_KEY_OTHER,
  PLOT_WORD_MORE_PLACES, /* {0} how many */
  PLOT_WORD_MORE_ITEMS,  /* {0} how many */
  PLOT_WORD_MOST_HEAD,   /* over a short list */
  PLOT_WORD_LEAST_HEAD,
  PLOT_WORD_TOGETHER,
  PLOT_WORD_EACH_FROM_TO, /* {0} how many parts are drawn as one */
  PLOT_WORD_UNNAMED,      /* {0} how many lines carry no name */
  PLOT_WORD_N_OUTSIDE,    /* {0} how many values the shown part of time leaves out */
  PLOT_WORD_STATED,
  PLOT_WORD_COLUMN_SERIES, /* headings of the table of a chart's data */
  PLOT_WORD_COLUMN_CATEGORY,
  PLOT_WORD_COLUMN_PLACE,
  PLOT_WORD_COLUMN_PERIOD,
  PLOT_WORD_COLUMN_RANK,
  PLOT_WORD_COLUMN_X,
  PLOT_WORD_COLUMN_VALUE,
  PLOT_WORD_COLUMN_STATE,
  PLOT_WORD_COLUMN_CHANGE,
  PLOT_WORD_COLUMN_ORIGIN,
  PLOT_WORD_COLUMN_REPORTED,
  PLOT_WORD_COLUMN_NOTE,
  PLOT_WORD_COLUMN_REVIEW,
  PLOT_WORD_COLUMN_SOURCE,
  PLOT_WORD_CHANGE_STATED, /* where a change comes from, alone in a cell */
  PLOT_WORD_CHANGE_COMPUTED,
  PLOT_WORD_STATE_EXACT, /* what is known of a value, alone in a cell; in the order of PlotState */
  PLOT_WORD_STATE_AT_LEAST,
  PLOT_WORD_STATE_ABOUT,
  PLOT_WORD_STATE_AT_MOST,
  PLOT_WORD_STATE_COMPUTED,
  PLOT_WORD_STATE_BOTH, /* {0} the one before, {1} one of those before that */
  PLOT_WORD_CHART_LINE,
  PLOT_WORD_CHART_COLUMN,
  PLOT_WORD_CHART_BAR,
  PLOT_WORD_N_SERIES,        /* {0} */
  PLOT_WORD_N_CATEGORIES,    /* {0} */
  PLOT_WORD_N_VALUES,        /* {0} */
  PLOT_WORD_N_MISSING,       /* {0} */
  PLOT_WORD_N_ROUNDED,       /* {0} */
  PLOT_WORD_N_COMPUTED,      /* {0} */
  PLOT_WORD_HIGHEST,         /* {0} value, {1} where */
  PLOT_WORD_LOWEST,          /* {0} value, {1} where */
  PLOT_WORD_ALL_EQUAL,       /* {0} value */
  PLOT_WORD_ROSE,            /* {0} series, {1} from, {2} when, {3} to, {4} when */
  PLOT_WORD_FELL,            /* likewise */
  PLOT_WORD_WENT,            /* likewise, where neither can be said */
  PLOT_WORD_UNCHANGED,       /* likewise */
  PLOT_WORD_ONE_VALUE,       /* {0} series, {1} value, {2} when */
  PLOT_WORD_MORE_THAN,       /* {0} difference, {1} period before */
  PLOT_WORD_LESS_THAN,       /* likewise */
  PLOT_WORD_SAME_AS,         /* {1} period before */
  PLOT_WORD_REFERENCE,       /* {0} label, {1} value */
  PLOT_WORD_REFERENCE_LABEL, /* {0} label */
  PLOT_WORD_POINTS,          /* {0} number: a difference of two percentages */
  PLOT_WORD_REVIEWED,        /* {0} how many, {1} of how many */
  PLOT_WORD_CHART_STACKED,
  PLOT_WORD_CHART_STACKED_100,
  PLOT_WORD_CHART_ATTAINMENT,
  PLOT_WORD_CHART_DUMBBELL,
  PLOT_WORD_CHART_SLOPE,
  PLOT_WORD_CHART_MULTIPLES,
  PLOT_WORD_SHARE,     /* {0} share of the sum */
  PLOT_WORD_NO_SHARES, /* why a stack of 100 % is not drawn */
  PLOT_WORD_SUM,       /* {0} the sum of a stack */
  PLOT_WORD_N_ROSE,    /* {0} how many */
  PLOT_WORD_N_FELL,    /* likewise */
  PLOT_WORD_N_SAME,    /* likewise */
  PLOT_WORD_BREAK,     /* {0} label of a break */
  PLOT_WORD_FROM_TO,   /* {0}, {1} the ends of a range */
  PLOT_WORD_UNDER,     /* {0} the end of the lowest range */
  PLOT_WORD_AND_MORE,  /* {0} where the highest range begins */
  PLOT_WORD_CHART_TILEMAP,
  PLOT_WORD_CHART_HEATMAP,
  PLOT_WORD_CHART_SCATTER,
  PLOT_WORD_NO_TILE,     /* {0} how many categories have no place on the map */
  PLOT_WORD_LOG_SCALE,   /* {0} title of an axis */
  PLOT_WORD_LACKS_ONE,   /* {0} how many points lack one of the two values */
  PLOT_WORD_NONE_INSIDE, /* of the part of time that is shown */
  PLOT_WORD_VALUE_OF,    /* {0} what is measured, {1} value */
  PLOT_N_WORDS
} PlotWord;

/* The message as it is. */
const char *plot_word (PlotWord word, const char *language);
/* With {0}, {1}, ... replaced by the given strings; up to NULL. Free with g_free. */
char *plot_word_fill (PlotWord word, const char *language, ...) G_GNUC_NULL_TERMINATED;
/* With {0} replaced by count, and in English the form for one. Free with g_free. */
char *plot_word_count (PlotWord word, const char *language, guint count);

G_END_DECLS

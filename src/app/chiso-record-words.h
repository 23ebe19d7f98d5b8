/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record in words, for the evidence pane and the tiles: its value with unit and sign, what it is
 * compared with, where it was published. Pure functions; every result is freed with g_free. */

#pragma once

#include "chiso-session.h"
#include "plot/plot-figure.h"

G_BEGIN_DECLS

/* Makes figure write values as the indicator's: with its unit and decimals, or for change (year on
 * year) signed and in % or points. */
void chiso_words_set_unit (PlotFigure *figure, const ChisoIndicator *indicator, gboolean change);

/* "226 communes", or of a change "+12.4%". */
char *chiso_words_number (double value, const ChisoIndicator *indicator, gboolean change,
                          const char *language);

/* "at least 1,234 sessions", "+37.5 %", "+12 communes". */
char *chiso_words_value (const ChisoRecord *record, ChisoSession *session);
/* "226 of 431" where the report gives a fraction, "compared with 2022" for a change; NULL for neither. */
char *chiso_words_remark (const ChisoRecord *record, ChisoSession *session);
/* "Nghệ An, 2021". */
char *chiso_words_where (const ChisoRecord *record, ChisoSession *session);
/* "Báo Nghệ An · 26 November 2024"; NULL when neither is known. */
char *chiso_words_published (const ChisoRecord *record, ChisoSession *session);

G_END_DECLS

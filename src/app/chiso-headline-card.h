/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the three headline charts: the chart, or that there is nothing and where the nearest is. */

#pragma once

#include <adwaita.h>

#include "view/plot-view.h"

G_BEGIN_DECLS

#define CHISO_TYPE_HEADLINE_CARD (chiso_headline_card_get_type ())
G_DECLARE_FINAL_TYPE (ChisoHeadlineCard, chiso_headline_card, CHISO, HEADLINE_CARD, AdwBin)

/* Property "title" (string): what the chart is about, shown while there is none.
 * Signal "mark-activated" (guint64 key), from the chart; signal "go-nearest" (void): the offer was taken. */

/* Shows the figure if it has any mark with a value; FALSE where there is none to show. */
gboolean chiso_headline_card_set_figure (ChisoHeadlineCard *self, PlotFigure *figure);
/* What the card says while it shows no figure: message and, unless it is NULL, a button that offers
 * to go elsewhere. */
void chiso_headline_card_set_offer (ChisoHeadlineCard *self, const char *message,
                                    const char *offer);
/* Shared by the cards that select and emphasise together. */
void chiso_headline_card_set_state (ChisoHeadlineCard *self, PlotViewState *state);
/* NULL while the card says that there is nothing. */
PlotFigure *chiso_headline_card_get_figure (ChisoHeadlineCard *self);
PlotView *chiso_headline_card_get_view (ChisoHeadlineCard *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compared place: its colour, its name, and a click takes it out. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CHISO_TYPE_PLACE_CHIP (chiso_place_chip_get_type ())
G_DECLARE_FINAL_TYPE (ChisoPlaceChip, chiso_place_chip, CHISO, PLACE_CHIP, GtkButton)

/* place: its key; colour: its index in the palette of the charts, or -1 where the chart does not tell
 * places apart by colour.
 * Accessibility: a button named "Remove NAME". */
GtkWidget *chiso_place_chip_new (const char *place, const char *name, int colour);
const char *chiso_place_chip_get_place (ChisoPlaceChip *self);
/* Of the hues, as many as these for grey, -1 for none. */
int chiso_place_chip_get_colour (ChisoPlaceChip *self);

G_END_DECLS

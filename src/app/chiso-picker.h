/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button with a searchable list below it, for choosing one of many: a place, an indicator. Typing
 * finds names without regard to diacritics. */

#pragma once

#include "chiso-choice.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CHISO_TYPE_PICKER (chiso_picker_get_type ())
G_DECLARE_FINAL_TYPE (ChisoPicker, chiso_picker, CHISO, PICKER, AdwBin)

/* Properties: "prompt" (string): what the button says while nothing is selected; "icon-name"
 * (string): stands before it; "accessible-name" (string): what is chosen here, for a screen reader;
 * "several" (boolean): the list stays open after a choice that the keyboard made, for the next one.
 * Signal "picked" (const char *key): the person chose a line.
 * Accessibility: a menu button; its label is the accessible name and the choice. */

/* choices: GPtrArray of ChisoChoice*, in the order shown, same groups together; a reference is taken. */
void chiso_picker_set_choices (ChisoPicker *self, GPtrArray *choices);

/* Shows the choice of that key on the button, or the prompt when key is NULL or unknown. Emits nothing. */
void chiso_picker_set_selected (ChisoPicker *self, const char *key);
const char *chiso_picker_get_selected (ChisoPicker *self);

/* Opens the list with the keyboard in its search. */
void chiso_picker_open (ChisoPicker *self);

/* How many lines the list would show for what a person types. */
guint chiso_picker_count_matches (ChisoPicker *self, const char *text);

G_END_DECLS

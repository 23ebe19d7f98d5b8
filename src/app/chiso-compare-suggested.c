/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places that the Compare page shows before the person chose any. They are no choice: they make room
 * for the first place that is one, follow the indicator, and are not remembered. */

#include "chiso-compare-page-private.h"

#include <glib/gi18n.h>

void
_chiso_compare_page_complete (ChisoComparePage *self)
{
  gboolean none = self->state->places->len == 0;

  chiso_compare_state_complete (self->state, chiso_loader_get_coverage (self->loader));
  self->suggested |= none && self->state->places->len > 0;
}

void
_chiso_compare_page_remember (ChisoComparePage *self)
{
  GSettings *settings = chiso_session_get_settings (self->session);
  GPtrArray *places = self->state->places;

  if (self->suggested)
    self->state->places = g_ptr_array_new ();
  chiso_compare_state_save (self->state, settings);
  if (self->suggested)
    g_ptr_array_unref (self->state->places);
  self->state->places = places;
}

void
_chiso_compare_page_forget_suggested (ChisoComparePage *self)
{
  if (self->suggested)
    g_ptr_array_set_size (self->state->places, 0);
}

void
_chiso_compare_page_make_room (ChisoComparePage *self)
{
  if (!self->suggested)
    return;
  _chiso_compare_page_forget_suggested (self);
  self->suggested = FALSE;
  chiso_session_tell (self->session,
                      _ ("Your choice stands in place of the places that were suggested."));
}

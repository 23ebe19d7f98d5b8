/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a named view on the Compare page. What it names may have gone since: an indicator of the
 * person's own catalogue, a place. */

#include "chiso-compare-page-private.h"

#include <glib/gi18n.h>

static void
tell_missing (ChisoComparePage *self, const char *name, const ChisoComparisonMissing *missing)
{
  g_autofree char *sentence = NULL;
  g_autofree char *places = NULL;

  if (missing->places != NULL)
    {
      g_ptr_array_add (missing->places, NULL);
      places = g_strjoinv (", ", (char **) missing->places->pdata);
    }
  if (missing->indicator != NULL && places != NULL)
    sentence = g_strdup_printf (_ ("The view “%s” names an indicator and places that are not known "
                                   "any more: %s; %s."),
                                name, missing->indicator, places);
  else if (missing->indicator != NULL)
    sentence = g_strdup_printf (_ ("The view “%s” is of an indicator that is not known any more: "
                                   "%s."),
                                name, missing->indicator);
  else if (places != NULL)
    sentence = g_strdup_printf (_ ("The view “%s” names places that are not known any more: %s."),
                                name, places);
  if (sentence != NULL)
    chiso_session_tell (self->session, sentence);
}

void
_chiso_compare_page_open_view (ChisoComparePage *self, const char *name, const char *choice)
{
  ChisoCatalogue *catalogue = chiso_session_get_catalogue (self->session);
  g_auto (ChisoComparisonMissing) missing = { NULL };
  ChisoComparison *opened = chiso_comparison_parse (
      choice, catalogue, chiso_session_get_geo (self->session), &missing);

  /* The rest of the view is shown with the indicator that was. */
  if (opened->indicator == NULL && self->state != NULL)
    opened->indicator = g_strdup (self->state->indicator);
  if (opened->indicator != NULL
      && !chiso_show_applies (opened->show, chiso_catalogue_find (catalogue, opened->indicator)))
    opened->show = CHISO_SHOW_VALUE;
  g_clear_pointer (&self->state, chiso_comparison_free);
  self->state = opened;
  self->suggested = FALSE;
  if (chiso_loader_get_coverage (self->loader) != NULL)
    _chiso_compare_page_complete (self);
  _chiso_compare_page_state_changed (self);
  tell_missing (self, name, &missing);
}

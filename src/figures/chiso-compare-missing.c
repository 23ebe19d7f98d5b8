/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of a comparison of which there is no figure: a row that says so, or a name in the note.
 * Must not pass over one that was asked for. */

#include "chiso-compare-private.h"

#include <math.h>
#include <string.h>

/* Up to so many places the ones without a figure keep a row that says so; beyond, a note names
 * them. */
#define MAX_EMPTY_ROWS 12

static gboolean
is_among (GArray *entries, const char *place)
{
  for (guint i = 0; i < entries->len; i++)
    if (strcmp (chiso_entry (entries, i)->place, place) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the chart shows the place, or its note says why not. */
static gboolean
is_accounted_for (ChisoCompare *self, const char *place)
{
  PlotKind kind = self->spec->kind;

  /* The country is no part of a stack, whatever is known of it. */
  if (chiso_place_is_country (place)
      && (kind == PLOT_KIND_STACKED || kind == PLOT_KIND_STACKED_100))
    return TRUE;
  return is_among (self->draft.shown, place) || is_among (self->draft.unlike, place)
         || is_among (self->draft.undecided, place);
}

/* Whether a place has a row, column or panel of its own. */
static gboolean
has_rows (PlotKind kind)
{
  return kind == PLOT_KIND_MULTIPLES || kind == PLOT_KIND_DUMBBELL || kind == PLOT_KIND_BAR
         || kind == PLOT_KIND_COLUMN || kind == PLOT_KIND_ATTAINMENT;
}

/* The places without a figure: a row each that says so, or names to put into the note. */
char *
chiso_compare_add_missing (ChisoCompare *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean panels = self->spec->kind == PLOT_KIND_MULTIPLES;
  gboolean rows = has_rows (self->spec->kind) && self->series->len <= MAX_EMPTY_ROWS;
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->series->len; i++)
    {
      g_autofree char *name = NULL;

      if (is_accounted_for (self, self->spec->places[i]))
        continue;
      name = chiso_compare_name (self, self->spec->places[i]);
      if (rows && panels)
        plot_figure_add_series (self->figure, name, PLOT_ROLE_NORMAL, i);
      else if (rows)
        {
          const PlotMark mark = { .x = plot_figure_add_category (self->figure, name),
                                  .value = NAN,
                                  .state = PLOT_STATE_NOT_REPORTED,
                                  .place = name };

          plot_figure_add_mark (self->figure, 0, &mark);
        }
      else
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len == 0)
    return NULL;
  if (names->len > MAX_EMPTY_ROWS)
    {
      g_autofree char *n = chiso_text_number (&self->draft, names->len);

      list = chiso_words (CHISO_WORD_N_PLACES, self->draft.language, n, NULL);
    }
  else
    list = chiso_text_list (&self->draft, (const char *const *) names->pdata, names->len);
  return chiso_words (CHISO_WORD_NOTE_MISSING, self->draft.language, list, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The selected mark of the Compare page and the records behind it. Must not change the state. */

#include "chiso-compare-page-private.h"

#include "chiso-evidence.h"

#include <string.h>

const ChisoIndicator *
_chiso_compare_page_indicator (ChisoComparePage *self)
{
  if (self->state == NULL || self->state->indicator == NULL)
    return NULL;
  return chiso_catalogue_find (chiso_session_get_catalogue (self->session), self->state->indicator);
}

static const ChisoIndicator *
indicator_across (ChisoComparePage *self)
{
  if (self->state->kind != PLOT_KIND_SCATTER || self->state->across == NULL)
    return NULL;
  return chiso_catalogue_find (chiso_session_get_catalogue (self->session), self->state->across);
}

const char **
_chiso_compare_page_borrow_places (ChisoComparePage *self)
{
  const char **places = g_new0 (const char *, self->state->places->len + 1);

  for (guint i = 0; i < self->state->places->len; i++)
    places[i] = self->state->places->pdata[i];
  return places;
}

ChisoFigureSpec
_chiso_compare_page_spec (ChisoComparePage *self, const char **places)
{
  return (ChisoFigureSpec){
    .indicator = _chiso_compare_page_indicator (self),
    .across = indicator_across (self),
    .places = places,
    .boundary = self->state->boundary,
    .kind = self->state->kind,
    .show = self->state->show,
    .first_year = self->state->first_year,
    .last_year = self->state->last_year,
    .base_year = self->state->base_year,
    .facts = chiso_session_get_facts (self->session),
    .language = chiso_session_get_language (self->session),
  };
}

static void
show_records (ChisoComparePage *self, GPtrArray *records, guint64 key)
{
  PlotFigure *figure = chiso_chart_get_shown_figure (self->chart);
  g_autofree char *computed = figure != NULL ? chiso_evidence_words_of_computed (figure, key)
                                             : NULL;

  plot_view_set_selected_key (chiso_chart_get_view (self->chart), key);
  chiso_evidence_pane_set_records (self->evidence, records, computed, self->session);
}

static void
select_key (ChisoComparePage *self, guint64 key)
{
  GPtrArray *records = chiso_loader_get_records (self->loader);
  g_autofree const char **places = _chiso_compare_page_borrow_places (self);
  const ChisoFigureSpec spec = _chiso_compare_page_spec (self, places);
  g_autoptr (GPtrArray) behind = records != NULL ? chiso_figures_behind (
                                     records, chiso_session_get_geo (self->session), &spec, key)
                                                 : g_ptr_array_new ();
  const ChisoRecord *record;

  /* A figure that no chart asserts, or that another one of the same period hides, has evidence too. */
  if (behind->len == 0)
    {
      record = chiso_evidence_find (records, key);
      if (record == NULL)
        record = chiso_evidence_find (chiso_loader_get_records (self->record_loader), key);
      if (record != NULL)
        g_ptr_array_add (behind, (gpointer) record);
    }
  show_records (self, behind, behind->len > 0 ? key : 0);
}

/* The record's mark, which may rest on others as well, or the record alone. */
static void
select_record (ChisoComparePage *self, gint64 record_id)
{
  g_autofree const char **places = _chiso_compare_page_borrow_places (self);
  const ChisoFigureSpec spec = _chiso_compare_page_spec (self, places);
  guint64 key = chiso_figures_find_mark (chiso_loader_get_records (self->loader),
                                         chiso_session_get_geo (self->session), &spec, record_id);

  select_key (self, key != 0 ? key : (guint64) record_id);
}

/* In a narrow window the evidence stands below the chart: it is brought into view. */
static gboolean
reveal_evidence_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ChisoComparePage *self = CHISO_COMPARE_PAGE (widget);
  GtkWidget *scrolled = GTK_WIDGET (self->scrolled);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double height = gtk_widget_get_height (scrolled);
  graphene_point_t top;

  if (gtk_widget_compute_point (GTK_WIDGET (self->evidence), scrolled, &GRAPHENE_POINT_INIT (0, 0),
                                &top)
      && top.y > height / 2)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + top.y - height / 2);
  return G_SOURCE_REMOVE;
}

void
_chiso_compare_page_activate_mark (ChisoComparePage *self, guint64 key)
{
  select_key (self, key);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_evidence_cb, NULL, NULL);
}

/* The mark of figure that stands for the same place and time as the record did: another source may
 * have been chosen since. 0 for none. */
static gint64
find_successor (ChisoComparePage *self, PlotFigure *figure, gint64 record_id)
{
  GPtrArray *records = chiso_loader_get_records (self->loader);
  const ChisoRecord *shown = chiso_evidence_find (records, record_id);

  for (guint i = 0; shown != NULL && i < records->len; i++)
    {
      const ChisoRecord *record = records->pdata[i];
      const ChisoObservation *one = shown->observation, *other = record->observation;

      if (strcmp (one->indicator, other->indicator) == 0 && strcmp (one->place, other->place) == 0
          && one->boundary == other->boundary && chiso_period_equal (&one->period, &other->period)
          && plot_figure_find_key (figure, record->id) != NULL)
        return record->id;
    }
  return 0;
}

static gboolean
is_rejected (ChisoComparePage *self, gint64 record_id)
{
  const ChisoRecord *record = chiso_evidence_find (chiso_loader_get_records (self->loader),
                                                   record_id);

  return record != NULL && record->decision.kind == CHISO_DECISION_REJECT;
}

/* Evidence stays beside the chart as long as the chart shows its mark, or one in its stead; what was
 * rejected there stays where that can be undone. */
void
_chiso_compare_page_keep_evidence (ChisoComparePage *self, PlotFigure *figure)
{
  gint64 shown = chiso_evidence_pane_get_record_id (self->evidence);

  if (self->wanted != 0)
    {
      select_record (self, self->wanted);
      self->wanted = 0;
    }
  else if (shown != 0 && plot_figure_find_key (figure, shown) == NULL)
    {
      gint64 successor = find_successor (self, figure, shown);

      if (successor != 0)
        select_record (self, successor);
      else if (is_rejected (self, shown))
        select_record (self, shown);
      else
        show_records (self, NULL, 0);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets a person change the compare state, and shows the chart and the evidence that follow from it.
 * Computes no statistics and draws nothing itself. */

#include "chiso-compare-page.h"

#include "chiso-chart.h"
#include "chiso-compare-controls.h"
#include "chiso-compare-presets.h"
#include "chiso-coverage.h"
#include "chiso-evidence-pane.h"
#include "chiso-evidence.h"
#include "chiso-loader.h"
#include "chiso-place-bar.h"
#include "chiso-split-layout.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ChisoComparePage
{
  AdwBin parent_instance;

  ChisoSession *session;
  ChisoLoader *loader;        /* coverage; the indicator of the places */
  ChisoLoader *record_loader; /* the record that is to be shown */
  ChisoCompareState *state;
  gint64 wanted;  /* record to select when the chart is there, 0 for none */
  gulong painted; /* handler that waits for the controls' first frame, 0 for none */

  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  ChisoCompareControls *controls;
  ChisoPlaceBar *places;
  ChisoChart *chart;
  ChisoEvidencePane *evidence;
};

enum
{
  SIGNAL_LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoComparePage, chiso_compare_page, ADW_TYPE_BIN)

static const ChisoIndicator *
current_indicator (ChisoComparePage *self)
{
  if (self->state == NULL || self->state->indicator == NULL)
    return NULL;
  return chiso_catalogue_find (chiso_session_get_catalogue (self->session), self->state->indicator);
}

/* The state's places as the NULL-terminated array that queries and figures take; borrows the keys. */
static const char **
borrow_places (ChisoComparePage *self)
{
  const char **places = g_new0 (const char *, self->state->places->len + 1);

  for (guint i = 0; i < self->state->places->len; i++)
    places[i] = self->state->places->pdata[i];
  return places;
}

/* The figure that the state asks for; places borrows the state's. */
static ChisoFigureSpec
current_spec (ChisoComparePage *self, const char **places)
{
  return (ChisoFigureSpec){
    .indicator = current_indicator (self),
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
  g_autofree const char **places = borrow_places (self);
  const ChisoFigureSpec spec = current_spec (self, places);
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
  g_autofree const char **places = borrow_places (self);
  const ChisoFigureSpec spec = current_spec (self, places);
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

static void
mark_activated_cb (ChisoComparePage *self, guint64 key)
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
static void
keep_evidence (ChisoComparePage *self, PlotFigure *figure)
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

static void
show_figure (ChisoComparePage *self)
{
  g_autofree const char **places = borrow_places (self);
  g_autoptr (PlotFigure) figure = NULL;
  ChisoFigureSpec spec;

  if (current_indicator (self) == NULL || chiso_loader_get_records (self->loader) == NULL
      || self->painted != 0)
    return;
  spec = current_spec (self, places);
  figure = chiso_figures_compare (chiso_loader_get_records (self->loader),
                                  chiso_session_get_geo (self->session), &spec);
  chiso_chart_set_figure (self->chart, figure);
  keep_evidence (self, figure);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
painted_cb (ChisoComparePage *self, GdkFrameClock *clock)
{
  g_signal_handler_disconnect (clock, self->painted);
  self->painted = 0;
  show_figure (self);
}

/* Where a person looks on, the chart follows one frame after what stands around it: both would keep
 * the window from answering for too long. */
static void
show_surroundings (ChisoComparePage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "compare") == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, "compare");
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->painted == 0)
    self->painted = g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)),
                                             "after-paint", G_CALLBACK (painted_cb), self,
                                             G_CONNECT_SWAPPED);
}

static void
show_controls (ChisoComparePage *self)
{
  GPtrArray *coverage = chiso_loader_get_coverage (self->loader);
  g_autoptr (GPtrArray)
      places = chiso_coverage_place_choices (coverage, self->session, self->state->indicator);

  chiso_compare_controls_set_state (self->controls, self->state, coverage, self->session);
  chiso_place_bar_set_state (self->places, self->state, places, self->session);
}

static void
load_records (ChisoComparePage *self)
{
  g_autofree const char **places = borrow_places (self);
  g_auto (GStrv) asked = chiso_figures_places_to_ask (chiso_session_get_geo (self->session),
                                                      self->state->boundary, places);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (keys, (const char **) asked);
  /* For shares of the country. */
  if (!g_strv_contains ((const char *const *) asked, "VN"))
    g_strv_builder_add (keys, "VN");
  all = g_strv_builder_end (keys);
  chiso_loader_load_records (
      self->loader, &(ChisoQuery){
                        .indicators = (const char *const[]){ self->state->indicator, NULL },
                        .places = (const char *const *) all,
                    });
}

/* After a choice by the person or the program: the controls, the memory and the chart follow. */
static void
state_changed (ChisoComparePage *self)
{
  if (self->state->indicator == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      g_signal_emit (self, signals[SIGNAL_LOADED], 0);
      return;
    }
  show_controls (self);
  show_surroundings (self);
  chiso_compare_state_save (self->state, chiso_session_get_settings (self->session));
  load_records (self);
}

static void
place_removed_cb (ChisoComparePage *self, const char *place)
{
  chiso_compare_state_remove_place (self->state, place);
  state_changed (self);
}

static void
place_moved_cb (ChisoComparePage *self, const char *place, int steps)
{
  if (chiso_compare_state_move_place (self->state, place, steps))
    state_changed (self);
}

static void
indicator_picked_cb (ChisoComparePage *self, const char *id)
{
  chiso_compare_state_set_indicator (self->state, id, chiso_loader_get_coverage (self->loader),
                                     chiso_session_get_geo (self->session));
  state_changed (self);
}

static void
place_added_cb (ChisoComparePage *self, const char *key)
{
  ChisoBoundary boundary, before;
  const char *place;
  gboolean changed;

  if (!chiso_place_key_parse (key, &boundary, &place))
    return;
  before = self->state->boundary;
  changed = chiso_compare_state_add_place (self->state, chiso_session_get_geo (self->session),
                                           boundary, place);
  if (before != self->state->boundary && self->state->places->len > 1)
    chiso_session_tell (self->session, _ ("Provinces before and since July 2025 are not compared "
                                          "with each other: all are shown in this one’s set."));
  if (changed || before != self->state->boundary)
    state_changed (self);
}

static void
controls_changed_cb (ChisoComparePage *self)
{
  ChisoBoundary boundary = chiso_compare_controls_apply (self->controls, self->state);

  if (boundary != self->state->boundary)
    {
      chiso_compare_state_set_boundary (self->state, chiso_session_get_geo (self->session),
                                        boundary);
      state_changed (self);
      return;
    }
  show_controls (self);
  chiso_compare_state_save (self->state, chiso_session_get_settings (self->session));
  show_figure (self);
}

static void
preset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ChisoComparePage *self = CHISO_COMPARE_PAGE (widget);
  ChisoPreset preset;

  if (self->state != NULL
      && chiso_preset_from_string (g_variant_get_string (parameter, NULL), &preset)
      && chiso_compare_state_apply_preset (self->state, preset,
                                           chiso_session_get_geo (self->session),
                                           chiso_session_get_facts (self->session)))
    state_changed (self);
}

static void
coverage_loaded_cb (ChisoComparePage *self)
{
  if (self->state == NULL)
    self->state = chiso_compare_state_load (chiso_session_get_settings (self->session),
                                            chiso_session_get_catalogue (self->session),
                                            chiso_session_get_geo (self->session));
  chiso_compare_state_complete (self->state, chiso_loader_get_coverage (self->loader));
  state_changed (self);
}

static void
session_changed_cb (ChisoComparePage *self)
{
  chiso_loader_load_coverage (self->loader);
}

/* The record to go to is known now: its indicator, its place, level or change. */
static void
record_loaded_cb (ChisoComparePage *self)
{
  GPtrArray *records = chiso_loader_get_records (self->record_loader);
  const ChisoRecord *record = records->len > 0 ? records->pdata[0] : NULL;
  const ChisoObservation *observation;

  if (record == NULL)
    {
      chiso_session_tell (self->session, _ ("This figure is no longer in the library."));
      return;
    }
  observation = record->observation;
  if (self->state == NULL)
    self->state = chiso_compare_state_new ();
  if (g_strcmp0 (self->state->indicator, observation->indicator) != 0)
    {
      g_free (self->state->indicator);
      self->state->indicator = g_strdup (observation->indicator);
    }
  if (self->state->places->len >= CHISO_COMPARE_MAX_PLACES)
    g_ptr_array_remove_index (self->state->places, self->state->places->len - 1);
  chiso_compare_state_add_place (self->state, chiso_session_get_geo (self->session),
                                 observation->boundary, observation->place);
  self->state->first_year = self->state->last_year = 0;
  self->state->show = observation->measure == CHISO_MEASURE_LEVEL ? CHISO_SHOW_VALUE
                                                                  : CHISO_SHOW_YEAR_ON_YEAR;
  if (self->state->kind == PLOT_KIND_BAR)
    self->state->kind = PLOT_KIND_LINE;
  self->wanted = record->id;
  if (chiso_loader_get_coverage (self->loader) != NULL)
    state_changed (self);
}

static void
chiso_compare_page_dispose (GObject *object)
{
  ChisoComparePage *self = CHISO_COMPARE_PAGE (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      chiso_loader_stop (self->loader);
      chiso_loader_stop (self->record_loader);
    }
  g_clear_object (&self->loader);
  g_clear_object (&self->record_loader);
  g_clear_object (&self->session);
  g_clear_pointer (&self->state, chiso_compare_state_free);
  G_OBJECT_CLASS (chiso_compare_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, controls);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, places);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, chart);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, evidence);
  gtk_widget_class_bind_template_callback (widget_class, indicator_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, controls_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
}

/* From wherever on the page. */
static gboolean
table_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  ChisoChart *chart = CHISO_COMPARE_PAGE (widget)->chart;

  gtk_widget_grab_focus (GTK_WIDGET (chiso_chart_get_view (chart)));
  return gtk_widget_activate_action (GTK_WIDGET (chart), "chart.table", NULL);
}

static void
chiso_compare_page_class_init (ChisoComparePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chiso_compare_page_dispose;
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", CHISO_TYPE_COMPARE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CHISO_TYPE_COMPARE_CONTROLS);
  g_type_ensure (CHISO_TYPE_EVIDENCE_PANE);
  g_type_ensure (CHISO_TYPE_PLACE_BAR);
  g_type_ensure (CHISO_TYPE_SPLIT_LAYOUT);
  g_type_ensure (CHISO_TYPE_CHART);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "compare.preset", "s", preset_action);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F9, 0, table_binding, NULL);
}

static void
chiso_compare_page_init (ChisoComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
chiso_compare_page_set_session (ChisoComparePage *self, ChisoSession *session)
{
  g_return_if_fail (CHISO_IS_COMPARE_PAGE (self));
  g_return_if_fail (CHISO_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->loader = chiso_loader_new (session);
  self->record_loader = chiso_loader_new (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "coverage-loaded", G_CALLBACK (coverage_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "records-loaded", G_CALLBACK (show_figure), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record_loader, "records-loaded", G_CALLBACK (record_loaded_cb),
                           self, G_CONNECT_SWAPPED);
  session_changed_cb (self);
}

void
chiso_compare_page_show_record (ChisoComparePage *self, gint64 record_id)
{
  g_return_if_fail (CHISO_IS_COMPARE_PAGE (self));
  g_return_if_fail (self->session != NULL);

  /* A doubtful figure can be asked for too. */
  chiso_loader_load_records (self->record_loader,
                             &(ChisoQuery){ .record_id = record_id, .min_confidence = -1 });
}

const ChisoCompareState *
chiso_compare_page_get_state (ChisoComparePage *self)
{
  g_return_val_if_fail (CHISO_IS_COMPARE_PAGE (self), NULL);
  return self->state;
}

GPtrArray *
chiso_compare_page_list_figures (ChisoComparePage *self)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);

  g_return_val_if_fail (CHISO_IS_COMPARE_PAGE (self), figures);
  if (chiso_chart_get_shown_figure (self->chart) != NULL)
    g_ptr_array_add (figures, plot_figure_ref (chiso_chart_get_shown_figure (self->chart)));
  return figures;
}

GPtrArray *
chiso_compare_page_get_records (ChisoComparePage *self)
{
  g_return_val_if_fail (CHISO_IS_COMPARE_PAGE (self), NULL);
  return self->loader != NULL ? chiso_loader_get_records (self->loader) : NULL;
}

gboolean
chiso_compare_page_activate (ChisoComparePage *self, guint64 key)
{
  PlotFigure *figure;

  g_return_val_if_fail (CHISO_IS_COMPARE_PAGE (self), FALSE);

  figure = chiso_chart_get_shown_figure (self->chart);
  if (figure == NULL || plot_figure_find_key (figure, key) == NULL)
    return FALSE;
  mark_activated_cb (self, key);
  return TRUE;
}

const char *
chiso_compare_page_get_sentence (ChisoComparePage *self)
{
  g_return_val_if_fail (CHISO_IS_COMPARE_PAGE (self), NULL);
  return chiso_evidence_pane_get_sentence (self->evidence);
}

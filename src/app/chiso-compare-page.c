/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets a person change the compare state, and shows the chart and the evidence that follow from it.
 * Computes no statistics and draws nothing itself. */

#include "chiso-compare-page-private.h"

#include "chiso-compare-presets.h"
#include "chiso-coverage.h"
#include "chiso-split-layout.h"

#include <glib/gi18n.h>

enum
{
  SIGNAL_LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoComparePage, chiso_compare_page, ADW_TYPE_BIN)

static void
show_figure (ChisoComparePage *self)
{
  g_autofree const char **places = _chiso_compare_page_borrow_places (self);
  g_autoptr (PlotFigure) figure = NULL;
  ChisoFigureSpec spec;

  if (_chiso_compare_page_indicator (self) == NULL
      || chiso_loader_get_records (self->loader) == NULL || self->painted != 0)
    return;
  spec = _chiso_compare_page_spec (self, places);
  figure = chiso_figures_compare (chiso_loader_get_records (self->loader),
                                  chiso_session_get_geo (self->session), &spec);
  chiso_chart_set_figure (self->chart, figure);
  chiso_chart_set_table_shown (self->chart, self->state->table);
  _chiso_compare_page_keep_evidence (self, figure);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/* The table has all that there is of the selection, whatever the chart has room for. */
static PlotFigure *
list_cb (PlotFigure *figure, gpointer data)
{
  ChisoComparePage *self = data;
  g_autofree const char **places = _chiso_compare_page_borrow_places (self);
  const ChisoFigureSpec spec = _chiso_compare_page_spec (self, places);
  GPtrArray *records = chiso_loader_get_records (self->loader);

  return records != NULL && spec.indicator != NULL
             ? chiso_figures_listing (records, chiso_session_get_geo (self->session), &spec, figure)
             : NULL;
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
  chiso_views_button_set_state (self->views, self->state, self->session);
}

static void
load_records (ChisoComparePage *self)
{
  g_autofree const char **places = _chiso_compare_page_borrow_places (self);
  g_auto (GStrv) asked = chiso_figures_places_to_ask (chiso_session_get_geo (self->session),
                                                      self->state->boundary, places);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  const char *across = self->state->kind == PLOT_KIND_SCATTER ? self->state->across : NULL;
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (keys, (const char **) asked);
  /* For shares of the country. */
  if (!g_strv_contains ((const char *const *) asked, "VN"))
    g_strv_builder_add (keys, "VN");
  all = g_strv_builder_end (keys);
  chiso_loader_load_records (
      self->loader, &(ChisoQuery){
                        .indicators = (const char *const[]){ self->state->indicator, across, NULL },
                        .places = (const char *const *) all,
                    });
}

void
_chiso_compare_page_state_changed (ChisoComparePage *self)
{
  if (self->state->indicator == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      g_signal_emit (self, signals[SIGNAL_LOADED], 0);
      return;
    }
  show_controls (self);
  show_surroundings (self);
  _chiso_compare_page_remember (self);
  load_records (self);
}

static void
mark_activated_cb (ChisoComparePage *self, guint64 key)
{
  _chiso_compare_page_activate_mark (self, key);
}

static void
place_removed_cb (ChisoComparePage *self, const char *place)
{
  g_autoptr (AdwToast) undo = _chiso_compare_page_new_undo (self);
  g_autofree char *name = chiso_geo_place_name (chiso_session_get_geo (self->session),
                                                self->state->boundary, place,
                                                chiso_session_get_language (self->session));
  g_autofree char *sentence = NULL;

  self->suggested = FALSE;
  chiso_compare_state_remove_place (self->state, place);
  _chiso_compare_page_state_changed (self);
  /* Translators: a place that is compared no more. */
  sentence = g_strdup_printf (_ ("%s taken out"), name);
  _chiso_compare_page_offer_undo (self, undo, sentence);
}

static void
place_moved_cb (ChisoComparePage *self, const char *place, int steps)
{
  if (!chiso_compare_state_move_place (self->state, place, steps))
    return;
  self->suggested = FALSE;
  _chiso_compare_page_state_changed (self);
}

static void
indicator_picked_cb (ChisoComparePage *self, const char *id)
{
  _chiso_compare_page_forget_suggested (self);
  chiso_compare_state_set_indicator (self->state, id, chiso_loader_get_coverage (self->loader),
                                     chiso_session_get_geo (self->session));
  _chiso_compare_page_complete (self);
  _chiso_compare_page_state_changed (self);
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
  _chiso_compare_page_make_room (self);
  changed = chiso_compare_state_add_place (self->state, chiso_session_get_geo (self->session),
                                           boundary, place);
  if (before != self->state->boundary && self->state->places->len > 1)
    chiso_session_tell (self->session, _ ("Provinces before and since July 2025 are not compared "
                                          "with each other: all are shown in this one’s set."));
  if (changed || before != self->state->boundary)
    _chiso_compare_page_state_changed (self);
}

static void
controls_changed_cb (ChisoComparePage *self)
{
  ChisoBoundary boundary = chiso_compare_controls_apply (self->controls, self->state);

  if (boundary != self->state->boundary)
    {
      chiso_compare_state_set_boundary (self->state, chiso_session_get_geo (self->session),
                                        boundary);
      _chiso_compare_page_state_changed (self);
      return;
    }
  /* A scatter chart has figures of its own to load. */
  if (self->state->kind == PLOT_KIND_SCATTER)
    {
      _chiso_compare_page_complete (self);
      _chiso_compare_page_state_changed (self);
      return;
    }
  show_controls (self);
  _chiso_compare_page_remember (self);
  show_figure (self);
}

static void
table_shown_cb (ChisoComparePage *self)
{
  gboolean shown = chiso_chart_get_table_shown (self->chart);

  if (self->state == NULL || chiso_chart_get_shown_figure (self->chart) == NULL
      || self->state->table == shown)
    return;
  self->state->table = shown;
  _chiso_compare_page_remember (self);
  chiso_views_button_set_state (self->views, self->state, self->session);
}

static void
across_picked_cb (ChisoComparePage *self, const char *id)
{
  chiso_compare_state_set_across (self->state, id);
  _chiso_compare_page_state_changed (self);
}

static void
preset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ChisoComparePage *self = CHISO_COMPARE_PAGE (widget);
  g_autoptr (AdwToast) undo = NULL;
  ChisoPreset preset;

  if (self->state == NULL)
    return;
  undo = _chiso_compare_page_new_undo (self);
  if (chiso_preset_from_string (g_variant_get_string (parameter, NULL), &preset)
      && chiso_compare_state_apply_preset (self->state, preset,
                                           chiso_session_get_geo (self->session),
                                           chiso_session_get_facts (self->session)))
    {
      self->suggested = FALSE;
      _chiso_compare_page_state_changed (self);
      _chiso_compare_page_offer_undo (self, undo, _ ("The group stands in place of your places"));
    }
}

/* Without a place, and the list of places open. */
static void
start_anew_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ChisoComparePage *self = CHISO_COMPARE_PAGE (widget);
  g_autoptr (AdwToast) undo = NULL;

  if (self->state == NULL)
    return;
  undo = _chiso_compare_page_new_undo (self);
  self->suggested = FALSE;
  g_ptr_array_set_size (self->state->places, 0);
  _chiso_compare_page_state_changed (self);
  _chiso_compare_page_offer_undo (self, undo, _ ("All places taken out"));
  chiso_place_bar_choose (self->places);
}

static void
choose_places_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  chiso_place_bar_choose (CHISO_COMPARE_PAGE (widget)->places);
}

static void
choose_indicator_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  chiso_compare_controls_choose_indicator (CHISO_COMPARE_PAGE (widget)->controls);
}

static void
coverage_loaded_cb (ChisoComparePage *self)
{
  if (self->state == NULL)
    self->state = chiso_compare_state_load (chiso_session_get_settings (self->session),
                                            chiso_session_get_catalogue (self->session),
                                            chiso_session_get_geo (self->session));
  _chiso_compare_page_complete (self);
  _chiso_compare_page_state_changed (self);
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
    self->state = chiso_comparison_new ();
  self->suggested = FALSE;
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
  if (self->state->kind == PLOT_KIND_BAR || self->state->kind == PLOT_KIND_SCATTER)
    self->state->kind = PLOT_KIND_LINE;
  self->wanted = record->id;
  if (chiso_loader_get_coverage (self->loader) != NULL)
    _chiso_compare_page_state_changed (self);
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
  g_clear_weak_pointer (&self->undo);
  g_clear_object (&self->session);
  g_clear_pointer (&self->state, chiso_comparison_free);
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
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, views);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, table);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, chart);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, evidence);
  gtk_widget_class_bind_template_callback (widget_class, indicator_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, across_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, controls_changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "view_opened_cb",
                                                G_CALLBACK (_chiso_compare_page_open_view));
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_shown_cb);
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
  g_type_ensure (CHISO_TYPE_VIEWS_BUTTON);
  g_type_ensure (CHISO_TYPE_CHART);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "compare.preset", "s", preset_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "compare.start-anew", NULL,
                                   start_anew_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "compare.places", NULL,
                                   choose_places_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "compare.indicator", NULL,
                                   choose_indicator_action);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F9, 0, table_binding, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F6, 0,
                                _chiso_compare_page_change_part, "b", FALSE);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F6, GDK_SHIFT_MASK,
                                _chiso_compare_page_change_part, "b", TRUE);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_l, GDK_CONTROL_MASK,
                                       "compare.places", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_i, GDK_CONTROL_MASK,
                                       "compare.indicator", NULL);
}

static void
chiso_compare_page_init (ChisoComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  chiso_place_bar_append (self->places, GTK_WIDGET (self->table));
  chiso_place_bar_append (self->places, GTK_WIDGET (self->views));
}

void
chiso_compare_page_set_session (ChisoComparePage *self, ChisoSession *session)
{
  g_return_if_fail (CHISO_IS_COMPARE_PAGE (self));
  g_return_if_fail (CHISO_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  chiso_chart_set_listing (self->chart, list_cb, self);
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

gboolean
chiso_compare_page_activate (ChisoComparePage *self, guint64 key)
{
  PlotFigure *figure;

  g_return_val_if_fail (CHISO_IS_COMPARE_PAGE (self), FALSE);

  figure = chiso_chart_get_shown_figure (self->chart);
  if (figure == NULL || plot_figure_find_key (figure, key) == NULL)
    return FALSE;
  _chiso_compare_page_activate_mark (self, key);
  return TRUE;
}

const char *
chiso_compare_page_get_sentence (ChisoComparePage *self)
{
  g_return_val_if_fail (CHISO_IS_COMPARE_PAGE (self), NULL);
  return chiso_evidence_pane_get_sentence (self->evidence);
}

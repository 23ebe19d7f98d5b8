/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets a person change the compare state, and shows the chart and the evidence that follow from it.
 * Computes no statistics and draws nothing itself. */

#include "chiso-compare-page.h"

#include "chiso-chart.h"
#include "chiso-coverage.h"
#include "chiso-evidence-pane.h"
#include "chiso-evidence.h"
#include "chiso-loader.h"
#include "chiso-place-chip.h"
#include "chiso-split-layout.h"
#include "chiso-wrap-layout.h"
#include "chiso-year-range.h"

#include <glib/gi18n.h>

struct _ChisoComparePage
{
  AdwBin parent_instance;

  ChisoSession *session;
  ChisoLoader *loader;        /* coverage; the indicator of the places */
  ChisoLoader *record_loader; /* the record that is to be shown */
  ChisoCompareState *state;
  gint64 wanted;    /* record to select when the chart is there, 0 for none */
  gboolean filling; /* controls are being set by the program, not by the person */

  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  ChisoPicker *indicator_picker;
  ChisoYearRange *range;
  GtkToggleButton *lines;
  GtkToggleButton *columns;
  GtkToggleButton *bars;
  GtkToggleButton *values;
  GtkToggleButton *changes;
  GtkBox *chips;
  ChisoPicker *place_picker;
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

static void
show_record (ChisoComparePage *self, const ChisoRecord *record, const ChisoRecord *earlier)
{
  plot_view_set_selected_key (chiso_chart_get_view (self->chart),
                              record != NULL ? (guint64) record->id : 0);
  chiso_evidence_pane_set_records (self->evidence, record, earlier, self->session);
}

static void
select_key (ChisoComparePage *self, guint64 key)
{
  GPtrArray *records = chiso_loader_get_records (self->loader);
  const ChisoRecord *record = chiso_evidence_find (records, key);
  const ChisoRecord *earlier = NULL;

  /* A figure that no chart asserts, or that another one of the same period hides, has evidence too. */
  if (record == NULL)
    record = chiso_evidence_find (chiso_loader_get_records (self->record_loader), key);
  if (record != NULL && self->state->show == CHISO_SHOW_YEAR_ON_YEAR)
    earlier = chiso_evidence_find_earlier (records, chiso_session_get_catalogue (self->session),
                                           record);
  show_record (self, record, earlier);
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

/* Evidence stays beside the chart as long as the chart shows its mark. */
static void
keep_evidence (ChisoComparePage *self, PlotFigure *figure)
{
  gint64 shown = chiso_evidence_pane_get_record_id (self->evidence);

  if (self->wanted != 0)
    {
      select_key (self, self->wanted);
      self->wanted = 0;
    }
  else if (shown != 0 && plot_figure_find_key (figure, shown) == NULL)
    show_record (self, NULL, NULL);
}

static void
show_figure (ChisoComparePage *self)
{
  g_autofree const char **places = borrow_places (self);
  g_autoptr (PlotFigure) figure = NULL;

  if (current_indicator (self) == NULL || chiso_loader_get_records (self->loader) == NULL)
    return;
  figure = chiso_figures_compare (chiso_loader_get_records (self->loader),
                                  chiso_session_get_geo (self->session),
                                  &(ChisoFigureSpec){
                                      .indicator = current_indicator (self),
                                      .places = places,
                                      .boundary = self->state->boundary,
                                      .kind = self->state->kind,
                                      .show = self->state->show,
                                      .first_year = self->state->first_year,
                                      .last_year = self->state->last_year,
                                      .language = chiso_session_get_language (self->session),
                                  });
  chiso_chart_set_figure (self->chart, figure);
  keep_evidence (self, figure);
  gtk_stack_set_visible_child_name (self->stack, "compare");
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void chip_clicked_cb (ChisoComparePage *self, ChisoPlaceChip *chip);

static void
show_chips (ChisoComparePage *self)
{
  GtkWidget *child;
  GtkWidget *before = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL
         && CHISO_IS_PLACE_CHIP (child))
    gtk_box_remove (self->chips, child);
  for (guint i = 0; i < self->state->places->len; i++)
    {
      const char *place = self->state->places->pdata[i];
      g_autofree char *name = chiso_geo_place_name (chiso_session_get_geo (self->session),
                                                    self->state->boundary, place,
                                                    chiso_session_get_language (self->session));
      GtkWidget *chip = chiso_place_chip_new (place, name,
                                              self->state->kind == PLOT_KIND_LINE ? (int) i : -1);

      g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_insert_child_after (self->chips, chip, before);
      before = chip;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->place_picker),
                            self->state->places->len < CHISO_COMPARE_MAX_PLACES);
}

static void
show_controls (ChisoComparePage *self)
{
  GPtrArray *coverage = chiso_loader_get_coverage (self->loader);
  g_autoptr (GPtrArray) indicators = chiso_coverage_indicator_choices (coverage, self->session);
  g_autoptr (GPtrArray)
      places = chiso_coverage_place_choices (coverage, self->session, self->state->indicator);
  g_autoptr (GArray) years = chiso_coverage_years (coverage, NULL, self->state->indicator);

  self->filling = TRUE;
  chiso_picker_set_choices (self->indicator_picker, indicators);
  chiso_picker_set_selected (self->indicator_picker, self->state->indicator);
  chiso_picker_set_choices (self->place_picker, places);
  chiso_year_range_set_years (self->range, years, self->state->first_year, self->state->last_year);
  gtk_toggle_button_set_active (self->lines, self->state->kind == PLOT_KIND_LINE);
  gtk_toggle_button_set_active (self->columns, self->state->kind == PLOT_KIND_COLUMN);
  gtk_toggle_button_set_active (self->bars, self->state->kind == PLOT_KIND_BAR);
  gtk_toggle_button_set_active (self->values, self->state->show == CHISO_SHOW_VALUE);
  gtk_toggle_button_set_active (self->changes, self->state->show == CHISO_SHOW_YEAR_ON_YEAR);
  show_chips (self);
  self->filling = FALSE;
}

static void
load_records (ChisoComparePage *self)
{
  g_autofree const char **places = borrow_places (self);

  chiso_loader_load_records (
      self->loader, &(ChisoQuery){
                        .indicators = (const char *const[]){ self->state->indicator, NULL },
                        .places = places,
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
  chiso_compare_state_save (self->state, chiso_session_get_settings (self->session));
  load_records (self);
}

static void
chip_clicked_cb (ChisoComparePage *self, ChisoPlaceChip *chip)
{
  g_autofree char *place = g_strdup (chiso_place_chip_get_place (chip));

  chiso_compare_state_remove_place (self->state, place);
  gtk_widget_grab_focus (GTK_WIDGET (self->place_picker));
  state_changed (self);
}

static void
indicator_picked_cb (ChisoComparePage *self, const char *id)
{
  chiso_compare_state_set_indicator (self->state, id, chiso_loader_get_coverage (self->loader));
  state_changed (self);
}

static void
place_picked_cb (ChisoComparePage *self, const char *key)
{
  ChisoBoundary boundary;
  const char *place;

  if (!chiso_place_key_parse (key, &boundary, &place))
    return;
  if (boundary != self->state->boundary && self->state->places->len > 0)
    chiso_session_tell (self->session, _ ("Provinces before and since July 2025 are not compared "
                                          "with each other: started anew with this one."));
  if (chiso_compare_state_add_place (self->state, boundary, place))
    state_changed (self);
}

static void
range_changed_cb (ChisoComparePage *self)
{
  self->state->first_year = chiso_year_range_get_first (self->range);
  self->state->last_year = chiso_year_range_get_last (self->range);
  chiso_compare_state_save (self->state, chiso_session_get_settings (self->session));
  show_figure (self);
}

static void
toggled_cb (ChisoComparePage *self, GtkToggleButton *button)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  self->state->kind = gtk_toggle_button_get_active (self->lines)     ? PLOT_KIND_LINE
                      : gtk_toggle_button_get_active (self->columns) ? PLOT_KIND_COLUMN
                                                                     : PLOT_KIND_BAR;
  self->state->show = gtk_toggle_button_get_active (self->changes) ? CHISO_SHOW_YEAR_ON_YEAR
                                                                   : CHISO_SHOW_VALUE;
  show_chips (self);
  chiso_compare_state_save (self->state, chiso_session_get_settings (self->session));
  show_figure (self);
}

static void
coverage_loaded_cb (ChisoComparePage *self)
{
  if (self->state == NULL)
    self->state = chiso_compare_state_load (chiso_session_get_settings (self->session),
                                            chiso_session_get_catalogue (self->session));
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
  chiso_compare_state_add_place (self->state, observation->boundary, observation->place);
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
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, indicator_picker);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, range);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, lines);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, columns);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, bars);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, values);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, changes);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, chips);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, place_picker);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, chart);
  gtk_widget_class_bind_template_child (widget_class, ChisoComparePage, evidence);
  gtk_widget_class_bind_template_callback (widget_class, indicator_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
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
  g_type_ensure (CHISO_TYPE_EVIDENCE_PANE);
  g_type_ensure (CHISO_TYPE_PICKER);
  g_type_ensure (CHISO_TYPE_SPLIT_LAYOUT);
  g_type_ensure (CHISO_TYPE_WRAP_LAYOUT);
  g_type_ensure (CHISO_TYPE_YEAR_RANGE);
  g_type_ensure (CHISO_TYPE_CHART);
  bind_template (GTK_WIDGET_CLASS (klass));
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the store for what the place and year need and hands it to cards and tiles. Computes no
 * statistics and draws nothing itself. */

#include "chiso-overview-page.h"

#include "chiso-coverage.h"
#include "chiso-evidence-popover.h"
#include "chiso-evidence.h"
#include "chiso-headlines.h"
#include "chiso-loader.h"
#include "chiso-overview-needs.h"
#include "chiso-tile-list.h"
#include "chiso-tile.h"
#include "chiso-wrap-layout.h"
#include "figures/chiso-figures.h"

#include <glib/gi18n.h>

struct _ChisoOverviewPage
{
  AdwBin parent_instance;

  ChisoSession *session;
  ChisoLoader *headline_loader; /* coverage; all places, the indicators of the headline charts */
  ChisoLoader *place_loader;    /* the place, all indicators */
  char *key;                    /* place shown, NULL before anything is */
  int year;
  gboolean filling; /* choices are being set by the program, not by the person */

  GtkStack *stack;
  AdwStatusPage *empty;
  ChisoPicker *place_picker;
  GtkDropDown *year_drop;
  ChisoHeadlines *headlines;
  ChisoTileList *tiles;
  ChisoOverviewNeeds *needs;
  GtkButton *n_reviews; /* how much each of its lists has, and the way there */
  GtkButton *n_missing;
  ChisoEvidencePopover *popover; /* NULL until it is needed */
  guint showing_needs;           /* source, 0 for none */
};

enum
{
  SIGNAL_LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoOverviewPage, chiso_overview_page, ADW_TYPE_BIN)

static ChisoEvidencePopover *
ensure_popover (ChisoOverviewPage *self)
{
  if (self->popover != NULL)
    return self->popover;
  self->popover = CHISO_EVIDENCE_POPOVER (chiso_evidence_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (chiso_headlines_unselect),
                           self->headlines, G_CONNECT_SWAPPED);
  return self->popover;
}

static void
mark_activated_cb (ChisoOverviewPage *self, guint64 key, PlotView *view)
{
  GPtrArray *records = chiso_loader_get_records (self->headline_loader);
  PlotLayout *layout = plot_view_get_layout (view);
  PlotFigure *figure = plot_view_get_figure (view);
  int mark = layout != NULL ? plot_layout_find_key (layout, key) : -1;
  g_autoptr (GPtrArray) behind = NULL;
  g_autofree char *computed = NULL;
  graphene_rect_t bounds;

  if (mark < 0)
    return;
  behind = chiso_evidence_behind_mark (records, figure, key);
  if (behind->len == 0)
    return;
  computed = chiso_evidence_words_of_computed (figure, key);
  plot_view_get_mark_bounds (view, mark, &bounds);
  plot_view_set_selected_key (view, key);
  chiso_evidence_popover_show (ensure_popover (self), GTK_WIDGET (view), &bounds, behind, computed,
                               self->session);
}

static void
tile_clicked_cb (ChisoOverviewPage *self, ChisoTile *tile)
{
  GPtrArray *records = chiso_loader_get_records (self->place_loader);
  ChisoCatalogue *catalogue = chiso_session_get_catalogue (self->session);
  const ChisoRecord *record = chiso_evidence_find (records, chiso_tile_get_record_id (tile));
  const ChisoRecord *earlier = NULL;
  g_autoptr (GPtrArray) behind = NULL;

  if (record == NULL)
    return;
  behind = chiso_evidence_behind_level (records, catalogue, chiso_session_get_geo (self->session),
                                        record);
  if (behind->len == 1)
    earlier = chiso_evidence_find_earlier (records, catalogue, record);
  if (earlier != NULL)
    g_ptr_array_add (behind, (gpointer) earlier);
  chiso_evidence_popover_show (ensure_popover (self), GTK_WIDGET (tile), NULL, behind, NULL,
                               self->session);
}

static void
nearest_wanted_cb (ChisoOverviewPage *self, const char *key, int year)
{
  chiso_overview_page_show (self, key, year);
}

/* The years that any place has, so that a year can be kept while the place changes. */
static void
show_choices (ChisoOverviewPage *self)
{
  g_autoptr (GPtrArray) places = chiso_coverage_place_choices (
      chiso_loader_get_coverage (self->headline_loader), self->session, NULL);
  g_autoptr (GArray)
      years = chiso_coverage_years (chiso_loader_get_coverage (self->headline_loader), NULL, NULL);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      gtk_string_list_take (model, g_strdup_printf ("%d", year));
      if (year == self->year)
        selected = i;
    }
  self->filling = TRUE;
  chiso_picker_set_choices (self->place_picker, places);
  chiso_picker_set_selected (self->place_picker, self->key);
  gtk_drop_down_set_model (self->year_drop, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->year_drop, selected);
  self->filling = FALSE;
}

static void
show_count (GtkButton *button, char *text, guint n)
{
  gtk_button_set_label (button, text);
  gtk_widget_set_visible (GTK_WIDGET (button), n > 0);
  g_free (text);
}

static void
needs_counted_cb (ChisoOverviewPage *self)
{
  guint missing = chiso_overview_needs_get_n_missing (self->needs);
  guint reviews = chiso_overview_needs_get_n_reviews (self->needs);

  /* Translators: a button that goes to a list; how many things a person should look at. */
  show_count (self->n_reviews,
              g_strdup_printf (ngettext ("%u to review", "%u to review", reviews), reviews),
              reviews);
  /* Translators: a button that goes to a list; how many indicators a place did not report. */
  show_count (self->n_missing,
              g_strdup_printf (ngettext ("%u not reported", "%u not reported", missing), missing),
              missing);
}

static void
go_to_reviews_cb (ChisoOverviewPage *self)
{
  chiso_overview_needs_go_to_reviews (self->needs);
}

static void
go_to_missing_cb (ChisoOverviewPage *self)
{
  chiso_overview_needs_go_to_missing (self->needs);
}

static void
record_wanted_cb (ChisoOverviewPage *self, GtkWidget *row, const ChisoRecord *record)
{
  g_autoptr (GPtrArray) records = NULL;

  if (record == NULL)
    return;
  records = g_ptr_array_new ();
  g_ptr_array_add (records, (gpointer) record);
  chiso_evidence_popover_show (ensure_popover (self), row, NULL, records, NULL, self->session);
}

static void
year_wanted_cb (ChisoOverviewPage *self, int year)
{
  chiso_overview_page_show (self, self->key, year);
}

static gboolean
show_needs_cb (gpointer data)
{
  ChisoOverviewPage *self = data;

  self->showing_needs = 0;
  chiso_overview_needs_show (self->needs, self->session,
                             chiso_loader_get_coverage (self->headline_loader), self->key,
                             self->year);
  return G_SOURCE_REMOVE;
}

static void
show_all (ChisoOverviewPage *self)
{
  ChisoBoundary boundary;
  const char *place;

  if (!chiso_place_key_parse (self->key, &boundary, &place))
    return;
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  chiso_headlines_show (self->headlines, self->session,
                        chiso_loader_get_records (self->headline_loader), self->key, self->year);
  chiso_tile_list_show (self->tiles, self->session, chiso_loader_get_records (self->place_loader),
                        boundary, place, self->year);
  /* They stand below the charts, which are painted first. */
  if (self->showing_needs == 0)
    self->showing_needs = g_idle_add_full (G_PRIORITY_LOW, show_needs_cb, self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "overview");
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/* Either loader may answer first. */
static void
records_loaded_cb (ChisoOverviewPage *self)
{
  if (chiso_loader_get_records (self->headline_loader) != NULL
      && chiso_loader_get_records (self->place_loader) != NULL)
    show_all (self);
}

static void
load_place (ChisoOverviewPage *self)
{
  g_autofree const char **indicators = chiso_session_list_indicators (self->session);
  ChisoBoundary boundary;
  const char *place;

  if (!chiso_place_key_parse (self->key, &boundary, &place))
    return;
  chiso_loader_load_records (self->place_loader, &(ChisoQuery){
                                                     .places = (const char *const[]){ place, NULL },
                                                     .indicators = (const char *const *) indicators,
                                                     .with_units = TRUE,
                                                 });
}

static void
load_headlines (ChisoOverviewPage *self)
{
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();

  for (ChisoHeadline i = CHISO_HEADLINE_GROWTH; i <= CHISO_HEADLINE_NTM; i++)
    for (const char *const *id = chiso_headline_indicators (i); *id != NULL; id++)
      g_ptr_array_add (indicators, (gpointer) *id);
  g_ptr_array_add (indicators, NULL);
  chiso_loader_load_records (self->headline_loader,
                             &(ChisoQuery){
                                 .indicators = (const char *const *) indicators->pdata,
                                 .no_smaller_units = TRUE,
                                 .with_units = TRUE,
                             });
}

static void
coverage_loaded_cb (ChisoOverviewPage *self)
{
  if (self->key == NULL
      && !chiso_coverage_opening (chiso_loader_get_coverage (self->headline_loader), &self->key,
                                  &self->year))
    {
      adw_status_page_set_icon_name (self->empty, "chiso-reports-symbolic");
      gtk_stack_set_visible_child_name (self->stack, "empty");
      g_signal_emit (self, signals[SIGNAL_LOADED], 0);
      return;
    }
  show_choices (self);
  load_headlines (self);
  load_place (self);
}

static void
session_changed_cb (ChisoOverviewPage *self)
{
  chiso_loader_load_coverage (self->headline_loader);
}

static void
place_picked_cb (ChisoOverviewPage *self, const char *key)
{
  chiso_overview_page_show (self, key, self->year);
}

static void
year_selected_cb (ChisoOverviewPage *self)
{
  GObject *item = gtk_drop_down_get_selected_item (self->year_drop);

  if (self->filling || item == NULL)
    return;
  chiso_overview_page_show (self, self->key,
                            atoi (gtk_string_object_get_string (GTK_STRING_OBJECT (item))));
}

static void
chiso_overview_page_dispose (GObject *object)
{
  ChisoOverviewPage *self = CHISO_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->showing_needs, g_source_remove);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      chiso_loader_stop (self->headline_loader);
      chiso_loader_stop (self->place_loader);
      chiso_overview_needs_stop (self->needs);
    }
  g_clear_object (&self->headline_loader);
  g_clear_object (&self->place_loader);
  g_clear_object (&self->session);
  g_clear_pointer (&self->key, g_free);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  G_OBJECT_CLASS (chiso_overview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, empty);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, place_picker);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, year_drop);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, headlines);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, needs);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, n_reviews);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, n_missing);
  gtk_widget_class_bind_template_callback (widget_class, place_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, nearest_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, tile_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, needs_counted_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_reviews_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_missing_cb);
}

static void
chiso_overview_page_class_init (ChisoOverviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chiso_overview_page_dispose;
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", CHISO_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CHISO_TYPE_HEADLINES);
  g_type_ensure (CHISO_TYPE_OVERVIEW_NEEDS);
  g_type_ensure (CHISO_TYPE_PICKER);
  g_type_ensure (CHISO_TYPE_TILE_LIST);
  g_type_ensure (CHISO_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
chiso_overview_page_init (ChisoOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
chiso_overview_page_set_session (ChisoOverviewPage *self, ChisoSession *session)
{
  g_return_if_fail (CHISO_IS_OVERVIEW_PAGE (self));
  g_return_if_fail (CHISO_IS_SESSION (session));

  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->headline_loader = chiso_loader_new (session);
  self->place_loader = chiso_loader_new (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->headline_loader, "coverage-loaded",
                           G_CALLBACK (coverage_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->headline_loader, "records-loaded", G_CALLBACK (records_loaded_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place_loader, "records-loaded", G_CALLBACK (records_loaded_cb),
                           self, G_CONNECT_SWAPPED);
  session_changed_cb (self);
}

void
chiso_overview_page_show (ChisoOverviewPage *self, const char *key, int year)
{
  gboolean other_place;

  g_return_if_fail (CHISO_IS_OVERVIEW_PAGE (self));
  g_return_if_fail (key != NULL);

  other_place = g_strcmp0 (key, self->key) != 0;
  if (!other_place && year == self->year)
    return;
  if (other_place)
    {
      g_free (self->key);
      self->key = g_strdup (key);
    }
  self->year = year;
  if (chiso_loader_get_coverage (self->headline_loader) == NULL)
    return;
  show_choices (self);
  if (other_place)
    load_place (self);
  else
    records_loaded_cb (self);
}

const char *
chiso_overview_page_get_place (ChisoOverviewPage *self)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_PAGE (self), NULL);
  return self->key;
}

int
chiso_overview_page_get_year (ChisoOverviewPage *self)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_PAGE (self), 0);
  return self->year;
}

GPtrArray *
chiso_overview_page_list_figures (ChisoOverviewPage *self)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_PAGE (self), NULL);
  return chiso_headlines_list_figures (self->headlines);
}

gboolean
chiso_overview_page_activate (ChisoOverviewPage *self, guint64 key)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_PAGE (self), FALSE);
  return chiso_headlines_activate (self->headlines, key);
}

const char *
chiso_overview_page_get_sentence (ChisoOverviewPage *self)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_PAGE (self), NULL);
  return self->popover != NULL ? chiso_evidence_popover_get_sentence (self->popover) : NULL;
}

GPtrArray *
chiso_overview_page_get_records (ChisoOverviewPage *self)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_PAGE (self), NULL);
  return self->headline_loader != NULL ? chiso_loader_get_records (self->headline_loader) : NULL;
}

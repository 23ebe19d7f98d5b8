/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the store for what the place and year need and hands it to cards and tiles. Computes no
 * statistics and draws nothing itself. */

#include "chiso-overview-page.h"

#include "chiso-column-layout.h"
#include "chiso-coverage.h"
#include "chiso-evidence-popover.h"
#include "chiso-evidence.h"
#include "chiso-headline-card.h"
#include "chiso-loader.h"
#include "chiso-tile.h"
#include "figures/chiso-figures.h"

#include <glib/gi18n.h>

#define N_HEADLINES 3

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
  ChisoPicker *place_picker;
  GtkDropDown *year_drop;
  ChisoHeadlineCard *growth;
  ChisoHeadlineCard *supervision;
  ChisoHeadlineCard *ntm;
  GtkLabel *tiles_heading;
  GtkBox *tiles;
  GtkWidget *no_tiles;
  ChisoEvidencePopover *popover;
};

enum
{
  SIGNAL_LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoOverviewPage, chiso_overview_page, ADW_TYPE_BIN)

static ChisoHeadlineCard *
headline_card (ChisoOverviewPage *self, ChisoHeadline headline)
{
  switch (headline)
    {
    case CHISO_HEADLINE_GROWTH:
      return self->growth;
    case CHISO_HEADLINE_SUPERVISION:
      return self->supervision;
    case CHISO_HEADLINE_NTM:
    default:
      return self->ntm;
    }
}

static char *
place_name (ChisoOverviewPage *self, const char *place, ChisoBoundary boundary)
{
  return chiso_geo_place_name (chiso_session_get_geo (self->session), boundary, place,
                               chiso_session_get_language (self->session));
}

/* Where the headline chart has nothing: the nearest place and year, and which set the place is of. */
static gboolean
find_nearest (ChisoOverviewPage *self, ChisoHeadline headline, char **key, int *year)
{
  ChisoBoundary boundary;
  const char *place, *nearest;

  if (!chiso_place_key_parse (self->key, &boundary, &place)
      || !chiso_figures_headline_nearest (chiso_loader_get_records (self->headline_loader),
                                          headline, place, boundary, self->year, &nearest, year))
    return FALSE;
  *key = chiso_place_key (boundary, nearest);
  return TRUE;
}

static void
show_headline (ChisoOverviewPage *self, ChisoHeadline headline)
{
  g_autoptr (PlotFigure) figure = NULL;
  g_autofree char *message = NULL;
  g_autofree char *offer = NULL;
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  ChisoBoundary boundary;
  const char *place;
  int year;

  if (!chiso_place_key_parse (self->key, &boundary, &place))
    return;
  figure = chiso_figures_headline (chiso_loader_get_records (self->headline_loader),
                                   chiso_session_get_catalogue (self->session),
                                   chiso_session_get_geo (self->session), headline, place, boundary,
                                   self->year, chiso_session_get_language (self->session));
  name = place_name (self, place, boundary);
  /* Translators: a place and a year. */
  message = g_strdup_printf (_ ("No figures for %s in %d."), name, self->year);
  if (find_nearest (self, headline, &key, &year) && chiso_place_key_parse (key, &boundary, &place))
    {
      g_autofree char *nearest = place_name (self, place, boundary);

      offer = g_strdup_printf (_ ("Show %s, %d"), nearest, year);
    }
  chiso_headline_card_set_figure (headline_card (self, headline), figure, message, offer);
}

static void
mark_activated_cb (ChisoOverviewPage *self, guint64 key, ChisoHeadlineCard *card)
{
  PlotView *view = chiso_headline_card_get_view (card);
  PlotLayout *layout = plot_view_get_layout (view);
  const ChisoRecord *record = chiso_evidence_find (chiso_loader_get_records (self->headline_loader),
                                                   key);
  const ChisoRecord *earlier = NULL;
  int mark = layout != NULL ? plot_layout_find_key (layout, key) : -1;
  graphene_rect_t bounds;

  if (record == NULL || mark < 0)
    return;
  if (card == self->growth)
    earlier = chiso_evidence_find_earlier (chiso_loader_get_records (self->headline_loader),
                                           chiso_session_get_catalogue (self->session), record);
  plot_view_get_mark_bounds (view, mark, &bounds);
  plot_view_set_selected_key (view, key);
  chiso_evidence_popover_show (self->popover, GTK_WIDGET (view), &bounds, record, earlier,
                               self->session);
}

static void
tile_clicked_cb (ChisoOverviewPage *self, ChisoTile *tile)
{
  const ChisoRecord *record = chiso_evidence_find (chiso_loader_get_records (self->place_loader),
                                                   chiso_tile_get_record_id (tile));
  const ChisoRecord *earlier = NULL;

  if (record == NULL)
    return;
  earlier = chiso_evidence_find_earlier (chiso_loader_get_records (self->place_loader),
                                         chiso_session_get_catalogue (self->session), record);
  chiso_evidence_popover_show (self->popover, GTK_WIDGET (tile), NULL, record, earlier,
                               self->session);
}

static void
popover_closed_cb (ChisoOverviewPage *self)
{
  for (int i = 0; i < N_HEADLINES; i++)
    plot_view_set_selected_key (chiso_headline_card_get_view (headline_card (self, i)), 0);
}

static void
go_nearest_cb (ChisoOverviewPage *self, ChisoHeadlineCard *card)
{
  for (int i = 0; i < N_HEADLINES; i++)
    {
      g_autofree char *key = NULL;
      int year;

      if (headline_card (self, i) == card && find_nearest (self, i, &key, &year))
        {
          chiso_overview_page_show (self, key, year);
          return;
        }
    }
}

static void
show_tiles (ChisoOverviewPage *self)
{
  ChisoCatalogue *catalogue = chiso_session_get_catalogue (self->session);
  ChisoBoundary boundary;
  const char *place;
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))) != NULL)
    gtk_box_remove (self->tiles, child);
  if (!chiso_place_key_parse (self->key, &boundary, &place))
    return;
  for (guint i = 0; i < chiso_catalogue_n_indicators (catalogue); i++)
    {
      g_autoptr (ChisoTileFacts) facts = chiso_tile_facts_new (
          chiso_loader_get_records (self->place_loader), chiso_catalogue_indicator (catalogue, i),
          place, boundary, self->year, chiso_session_get_language (self->session));
      GtkWidget *tile;

      if (facts == NULL)
        continue;
      tile = chiso_tile_new (facts);
      g_signal_connect_swapped (tile, "clicked", G_CALLBACK (tile_clicked_cb), self);
      gtk_box_append (self->tiles, tile);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), n > 0);
  gtk_widget_set_visible (self->no_tiles, n == 0);
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
show_all (ChisoOverviewPage *self)
{
  ChisoBoundary boundary;
  const char *place;
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  if (!chiso_place_key_parse (self->key, &boundary, &place))
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  for (int i = 0; i < N_HEADLINES; i++)
    show_headline (self, i);
  show_tiles (self);
  name = place_name (self, place, boundary);
  heading = g_strdup_printf (_ ("All indicators of %s, %d"), name, self->year);
  gtk_label_set_label (self->tiles_heading, heading);
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
  ChisoBoundary boundary;
  const char *place;

  if (chiso_place_key_parse (self->key, &boundary, &place))
    chiso_loader_load_records (self->place_loader,
                               &(ChisoQuery){
                                   .places = (const char *const[]){ place, NULL },
                               });
}

static void
load_headlines (ChisoOverviewPage *self)
{
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();

  for (int i = 0; i < N_HEADLINES; i++)
    for (const char *const *id = chiso_headline_indicators (i); *id != NULL; id++)
      g_ptr_array_add (indicators, (gpointer) *id);
  g_ptr_array_add (indicators, NULL);
  chiso_loader_load_records (self->headline_loader,
                             &(ChisoQuery){
                                 .indicators = (const char *const *) indicators->pdata,
                             });
}

static void
coverage_loaded_cb (ChisoOverviewPage *self)
{
  if (self->key == NULL
      && !chiso_coverage_opening (chiso_loader_get_coverage (self->headline_loader), &self->key,
                                  &self->year))
    {
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

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      chiso_loader_stop (self->headline_loader);
      chiso_loader_stop (self->place_loader);
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
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, place_picker);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, year_drop);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, growth);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, supervision);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, ntm);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, tiles_heading);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewPage, no_tiles);
  gtk_widget_class_bind_template_callback (widget_class, place_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_nearest_cb);
}

static void
chiso_overview_page_class_init (ChisoOverviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chiso_overview_page_dispose;
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", CHISO_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CHISO_TYPE_COLUMN_LAYOUT);
  g_type_ensure (CHISO_TYPE_HEADLINE_CARD);
  g_type_ensure (CHISO_TYPE_PICKER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
chiso_overview_page_init (ChisoOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->popover = CHISO_EVIDENCE_POPOVER (chiso_evidence_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
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
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);

  g_return_val_if_fail (CHISO_IS_OVERVIEW_PAGE (self), figures);
  for (int i = 0; i < N_HEADLINES; i++)
    {
      PlotFigure *figure = chiso_headline_card_get_figure (headline_card (self, i));

      if (figure != NULL)
        g_ptr_array_add (figures, plot_figure_ref (figure));
    }
  return figures;
}

gboolean
chiso_overview_page_activate (ChisoOverviewPage *self, guint64 key)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_PAGE (self), FALSE);

  for (int i = 0; i < N_HEADLINES; i++)
    {
      PlotLayout *layout = plot_view_get_layout (
          chiso_headline_card_get_view (headline_card (self, i)));

      if (layout == NULL || plot_layout_find_key (layout, key) < 0)
        continue;
      mark_activated_cb (self, key, headline_card (self, i));
      return TRUE;
    }
  return FALSE;
}

const char *
chiso_overview_page_get_sentence (ChisoOverviewPage *self)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_PAGE (self), NULL);
  return chiso_evidence_popover_get_sentence (self->popover);
}

GPtrArray *
chiso_overview_page_get_records (ChisoOverviewPage *self)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_PAGE (self), NULL);
  return self->headline_loader != NULL ? chiso_loader_get_records (self->headline_loader) : NULL;
}

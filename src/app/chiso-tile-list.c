/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders tiles. Chooses no figures: chiso-tile-facts does. */

#include "chiso-tile-list.h"

#include "chiso-column-layout.h"
#include "chiso-tile.h"
#include "chiso-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>
#include <math.h>

struct _ChisoTileList
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkWidget *order;
  GtkBox *tiles;
  GtkWidget *nothing;
};

enum
{
  SIGNAL_TILE_CLICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoTileList, chiso_tile_list, ADW_TYPE_BIN)

static void
tile_clicked_cb (ChisoTileList *self, GtkWidget *tile)
{
  g_signal_emit (self, signals[SIGNAL_TILE_CLICKED], 0, tile);
}

/* Largest change first, whichever way it goes, then what has none. Equal ones keep the catalogue's
 * order. */
static int
compare_changes (gconstpointer left, gconstpointer right)
{
  const ChisoTileFacts *a = *(ChisoTileFacts *const *) left, *b = *(ChisoTileFacts *const *) right;
  double first = isnan (a->change_size) ? -1 : fabs (a->change_size);
  double second = isnan (b->change_size) ? -1 : fabs (b->change_size);

  return first < second ? 1 : first > second ? -1 : 0;
}

static void
fill (ChisoTileList *self, GPtrArray *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))) != NULL)
    gtk_box_remove (self->tiles, child);
  for (guint i = 0; i < list->len; i++)
    {
      GtkWidget *tile = chiso_tile_new (list->pdata[i]);

      g_signal_connect_swapped (tile, "clicked", G_CALLBACK (tile_clicked_cb), self);
      gtk_box_append (self->tiles, tile);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), list->len > 0);
  gtk_widget_set_visible (
      self->order, list->len > 1 && !isnan (((ChisoTileFacts *) list->pdata[0])->change_size));
  gtk_widget_set_visible (self->nothing, list->len == 0);
}

static void
chiso_tile_list_class_init (ChisoTileListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_TILE_CLICKED] = g_signal_new ("tile-clicked", CHISO_TYPE_TILE_LIST,
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               1, GTK_TYPE_WIDGET);
  g_type_ensure (CHISO_TYPE_COLUMN_LAYOUT);
  g_type_ensure (CHISO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-tile-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoTileList, heading);
  gtk_widget_class_bind_template_child (widget_class, ChisoTileList, order);
  gtk_widget_class_bind_template_child (widget_class, ChisoTileList, tiles);
  gtk_widget_class_bind_template_child (widget_class, ChisoTileList, nothing);
}

static void
chiso_tile_list_init (ChisoTileList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
chiso_tile_list_show (ChisoTileList *self, ChisoSession *session, GPtrArray *records,
                      ChisoBoundary boundary, const char *place, int year)
{
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_tile_facts_free);
  ChisoCatalogue *catalogue;
  const char *language;
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  g_return_if_fail (CHISO_IS_TILE_LIST (self));
  g_return_if_fail (CHISO_IS_SESSION (session));
  g_return_if_fail (records != NULL && place != NULL);

  catalogue = chiso_session_get_catalogue (session);
  language = chiso_session_get_language (session);
  /* A province that stayed as it was has figures of both sets. */
  if (strlen (place) == 2 && chiso_geo_is_unchanged (chiso_session_get_geo (session), place))
    boundary = 0;
  for (guint i = 0; i < chiso_catalogue_n_indicators (catalogue); i++)
    {
      ChisoTileFacts *facts = chiso_tile_facts_new (
          records, chiso_catalogue_indicator (catalogue, i), place, boundary,
          chiso_session_get_facts_for (session, records), year, language);

      if (facts != NULL)
        g_ptr_array_add (list, facts);
    }
  g_ptr_array_sort (list, compare_changes);
  fill (self, list);
  name = chiso_geo_place_name (chiso_session_get_geo (session), boundary, place, language);
  heading = g_strdup_printf (_ ("All indicators of %s, %d"), name, year);
  gtk_label_set_label (self->heading, heading);
}

const char *
chiso_tile_list_get_name (ChisoTileList *self, guint i)
{
  GtkWidget *tile;

  g_return_val_if_fail (CHISO_IS_TILE_LIST (self), NULL);
  tile = gtk_widget_get_first_child (GTK_WIDGET (self->tiles));
  while (tile != NULL && i-- > 0)
    tile = gtk_widget_get_next_sibling (tile);
  return tile != NULL ? chiso_tile_get_name (CHISO_TILE (tile)) : NULL;
}

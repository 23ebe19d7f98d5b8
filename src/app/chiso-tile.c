/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows tile facts. Computes nothing. */

#include "chiso-tile.h"

#include "chiso-style.h"
#include "view/plot-view.h"

#include <glib/gi18n.h>

struct _ChisoTile
{
  GtkButton parent_instance;

  gint64 record_id;

  GtkLabel *name;
  GtkLabel *value;
  GtkLabel *period;
  GtkWidget *change_box;
  GtkImage *arrow;
  GtkLabel *change;
  PlotView *sparkline;
};

G_DEFINE_FINAL_TYPE (ChisoTile, chiso_tile, GTK_TYPE_BUTTON)

static void
chiso_tile_class_init (ChisoTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLOT_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/chiso/ChiSo/ui/chiso-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoTile, name);
  gtk_widget_class_bind_template_child (widget_class, ChisoTile, value);
  gtk_widget_class_bind_template_child (widget_class, ChisoTile, period);
  gtk_widget_class_bind_template_child (widget_class, ChisoTile, change_box);
  gtk_widget_class_bind_template_child (widget_class, ChisoTile, arrow);
  gtk_widget_class_bind_template_child (widget_class, ChisoTile, change);
  gtk_widget_class_bind_template_child (widget_class, ChisoTile, sparkline);
}

static void
chiso_tile_init (ChisoTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  chiso_style_follow (self->sparkline);
}

/* The arrow says which way, the colour whether that is good; neither says it alone. */
static void
show_change (ChisoTile *self, const ChisoTileFacts *facts)
{
  const char *icons[] = { "pan-down-symbolic", "list-remove-symbolic", "pan-up-symbolic" };

  gtk_widget_set_visible (self->change_box, facts->change != NULL);
  if (facts->change == NULL)
    return;
  gtk_image_set_from_icon_name (self->arrow, icons[facts->direction + 1]);
  gtk_label_set_label (self->change, facts->change);
  if (facts->good != 0)
    gtk_widget_add_css_class (self->change_box, facts->good > 0 ? "success" : "error");
  gtk_widget_set_tooltip_text (self->change_box, facts->computed
                                                     ? _ ("Year on year, computed from two figures")
                                                     : _ ("Year on year, as a report states it"));
}

/* The number large, its unit small behind it; a per cent sign stays as large as its number. */
static void
show_value (ChisoTile *self, const char *value)
{
  const char *unit = strstr (value, "\u00a0");
  g_autofree char *number = NULL;
  g_autofree char *markup = NULL;

  if (unit == NULL || g_str_has_suffix (unit, "%"))
    {
      gtk_label_set_text (self->value, value);
      return;
    }
  number = g_strndup (value, unit - value);
  markup = g_markup_printf_escaped ("%s<span size=\"70%%\" weight=\"normal\">%s</span>", number,
                                    unit);
  gtk_label_set_markup (self->value, markup);
}

GtkWidget *
chiso_tile_new (const ChisoTileFacts *facts)
{
  ChisoTile *self = g_object_new (CHISO_TYPE_TILE, NULL);
  g_autofree char *speech = NULL;

  self->record_id = facts->record_id;
  gtk_label_set_label (self->name, facts->name);
  show_value (self, facts->value);
  /* Whole where the label has to cut it. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value), facts->value);
  gtk_label_set_label (self->period, facts->period);
  show_change (self, facts);
  plot_view_set_figure (self->sparkline, facts->sparkline);
  gtk_widget_set_visible (GTK_WIDGET (self->sparkline), facts->sparkline != NULL);

  speech = facts->change != NULL
               ? g_strdup_printf ("%s: %s, %s, %s", facts->name, facts->value, facts->period,
                                  facts->change)
               : g_strdup_printf ("%s: %s, %s", facts->name, facts->value, facts->period);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, speech, -1);
  return GTK_WIDGET (self);
}

gint64
chiso_tile_get_record_id (ChisoTile *self)
{
  g_return_val_if_fail (CHISO_IS_TILE (self), 0);
  return self->record_id;
}

const char *
chiso_tile_get_name (ChisoTile *self)
{
  g_return_val_if_fail (CHISO_IS_TILE (self), NULL);
  return gtk_label_get_label (self->name);
}

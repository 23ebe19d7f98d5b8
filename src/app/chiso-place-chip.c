/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one place of the comparison in the colour that the chart gives it. */

#include "chiso-place-chip.h"

#include "chiso-style.h"
#include "plot/plot-theme.h"

#include <glib/gi18n.h>

struct _ChisoPlaceChip
{
  GtkButton parent_instance;

  char *place;
  int colour;

  GtkDrawingArea *dot;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (ChisoPlaceChip, chiso_place_chip, GTK_TYPE_BUTTON)

static void
draw_dot (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  ChisoPlaceChip *self = data;
  PlotTheme theme = chiso_style_is_dark () ? PLOT_THEME_DARK : PLOT_THEME_LIGHT;
  PlotInk ink = self->colour < PLOT_N_HUES ? PLOT_INK_HUE + self->colour : PLOT_INK_CONTEXT;
  PlotColour colour = plot_theme_mark_colour (theme, ink);

  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
chiso_place_chip_finalize (GObject *object)
{
  g_free (CHISO_PLACE_CHIP (object)->place);
  G_OBJECT_CLASS (chiso_place_chip_parent_class)->finalize (object);
}

static void
chiso_place_chip_class_init (ChisoPlaceChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = chiso_place_chip_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-place-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoPlaceChip, dot);
  gtk_widget_class_bind_template_child (widget_class, ChisoPlaceChip, label);
}

static void
chiso_place_chip_init (ChisoPlaceChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->dot, draw_dot, self, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self->dot, G_CONNECT_SWAPPED);
}

GtkWidget *
chiso_place_chip_new (const char *place, const char *name, int colour)
{
  ChisoPlaceChip *self = g_object_new (CHISO_TYPE_PLACE_CHIP, NULL);
  g_autofree char *hint = g_strdup_printf (_ ("Remove %s"), name);

  self->place = g_strdup (place);
  self->colour = colour;
  gtk_widget_set_visible (GTK_WIDGET (self->dot), colour >= 0);
  gtk_label_set_label (self->label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  return GTK_WIDGET (self);
}

const char *
chiso_place_chip_get_place (ChisoPlaceChip *self)
{
  g_return_val_if_fail (CHISO_IS_PLACE_CHIP (self), NULL);
  return self->place;
}

int
chiso_place_chip_get_colour (ChisoPlaceChip *self)
{
  g_return_val_if_fail (CHISO_IS_PLACE_CHIP (self), -1);
  return self->colour;
}

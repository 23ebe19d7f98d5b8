/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places two children. Knows sizes only. */

#include "chiso-split-layout.h"

#include "chiso-text-scale.h"

struct _ChisoSplitLayout
{
  GtkLayoutManager parent_instance;

  int side_width;
  int threshold;
  int spacing;
};

enum
{
  PROP_SIDE_WIDTH = 1,
  PROP_THRESHOLD,
  PROP_SPACING,
};

G_DEFINE_FINAL_TYPE (ChisoSplitLayout, chiso_split_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
get_children (GtkWidget *widget, GtkWidget **primary, GtkWidget **side)
{
  *primary = gtk_widget_get_first_child (widget);
  *side = *primary != NULL ? gtk_widget_get_next_sibling (*primary) : NULL;
}

static void
measure_height (GtkWidget *child, int width, int *minimum, int *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
chiso_split_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Larger text needs more room on both sides. */
static int
scaled (ChisoSplitLayout *self, int pixels)
{
  return chiso_text_scale_pixels (gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self)),
                                  pixels);
}

static void
measure_width (ChisoSplitLayout *self, GtkWidget *primary, GtkWidget *side, int *minimum,
               int *natural)
{
  int main_minimum, main_natural, side_minimum, side_natural;

  gtk_widget_measure (primary, GTK_ORIENTATION_HORIZONTAL, -1, &main_minimum, &main_natural, NULL,
                      NULL);
  gtk_widget_measure (side, GTK_ORIENTATION_HORIZONTAL, -1, &side_minimum, &side_natural, NULL,
                      NULL);
  *minimum = MAX (main_minimum, side_minimum);
  *natural = MAX (main_natural + self->spacing + scaled (self, self->side_width),
                  scaled (self, self->threshold));
}

static void
chiso_split_layout_measure (GtkLayoutManager *manager, GtkWidget *widget,
                            GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  ChisoSplitLayout *self = CHISO_SPLIT_LAYOUT (manager);
  int main_minimum, main_natural, side_minimum, side_natural;
  GtkWidget *primary, *side;

  get_children (widget, &primary, &side);
  if (side == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, primary, side, minimum, natural);
      return;
    }
  if (for_size < 0 || for_size >= scaled (self, self->threshold))
    {
      int left = for_size < 0 ? -1 : for_size - scaled (self, self->side_width) - self->spacing;

      measure_height (primary, left, &main_minimum, &main_natural);
      measure_height (side, scaled (self, self->side_width), &side_minimum, &side_natural);
      *minimum = MAX (main_minimum, side_minimum);
      *natural = MAX (main_natural, side_minimum);
      return;
    }
  measure_height (primary, for_size, &main_minimum, &main_natural);
  measure_height (side, for_size, &side_minimum, &side_natural);
  *minimum = *natural = main_natural + self->spacing + side_natural;
}

static void
chiso_split_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                             int baseline)
{
  ChisoSplitLayout *self = CHISO_SPLIT_LAYOUT (manager);
  GtkWidget *primary, *side;
  int natural;

  get_children (widget, &primary, &side);
  if (side == NULL)
    return;
  if (width >= scaled (self, self->threshold))
    {
      int left = width - scaled (self, self->side_width) - self->spacing;

      gtk_widget_size_allocate (primary, &(GtkAllocation){ 0, 0, left, height }, -1);
      gtk_widget_size_allocate (
          side,
          &(GtkAllocation){ left + self->spacing, 0, scaled (self, self->side_width), height }, -1);
      return;
    }
  measure_height (primary, width, NULL, &natural);
  gtk_widget_size_allocate (primary, &(GtkAllocation){ 0, 0, width, natural }, -1);
  natural += self->spacing;
  gtk_widget_size_allocate (side, &(GtkAllocation){ 0, natural, width, MAX (1, height - natural) },
                            -1);
}

static void
chiso_split_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ChisoSplitLayout *self = CHISO_SPLIT_LAYOUT (object);

  switch (id)
    {
    case PROP_SIDE_WIDTH:
      self->side_width = g_value_get_int (value);
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
chiso_split_layout_class_init (ChisoSplitLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = chiso_split_layout_set_property;
  layout_class->get_request_mode = chiso_split_layout_get_request_mode;
  layout_class->measure = chiso_split_layout_measure;
  layout_class->allocate = chiso_split_layout_allocate;
  g_object_class_install_property (
      object_class, PROP_SIDE_WIDTH,
      g_param_spec_int ("side-width", NULL, NULL, 1, G_MAXINT, 340, flags));
  g_object_class_install_property (
      object_class, PROP_THRESHOLD,
      g_param_spec_int ("threshold", NULL, NULL, 1, G_MAXINT, 860, flags));
  g_object_class_install_property (
      object_class, PROP_SPACING, g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12, flags));
}

static void
chiso_split_layout_init (ChisoSplitLayout *self)
{
  self->side_width = 340;
  self->threshold = 860;
  self->spacing = 12;
}

GtkLayoutManager *
chiso_split_layout_new (int side_width, int threshold, int spacing)
{
  return g_object_new (CHISO_TYPE_SPLIT_LAYOUT, "side-width", side_width, "threshold", threshold,
                       "spacing", spacing, NULL);
}

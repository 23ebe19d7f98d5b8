/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaks children into lines. Knows sizes only. */

#include "chiso-wrap-layout.h"

struct _ChisoWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_SPACING = 1,
};

G_DEFINE_FINAL_TYPE (ChisoWrapLayout, chiso_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A child takes its natural width, less where the whole box is narrower. */
static int
child_width (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static GtkWidget *
next_child (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* From first, the children that fit into width: how many, their height, what is left over. */
static int
measure_line (ChisoWrapLayout *self, GtkWidget *first, int width, int *height, int *left,
              int *expanding)
{
  int n = 0, used = 0;

  *height = *expanding = 0;
  for (GtkWidget *child = next_child (first); child != NULL;
       child = next_child (gtk_widget_get_next_sibling (child)))
    {
      int size = child_width (child, width);
      int natural;

      if (n > 0 && used + self->spacing + size > width)
        break;
      used += size + (n > 0 ? self->spacing : 0);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size, NULL, &natural, NULL, NULL);
      *height = MAX (*height, natural);
      *expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      n++;
    }
  *left = MAX (0, width - used);
  return n;
}

static GtkWidget *
place_line (ChisoWrapLayout *self, GtkWidget *child, int n, int width, int y, int height, int share)
{
  int x = 0;

  for (int i = 0; i < n; i++)
    {
      int size = child_width (child, width);

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        size += share;
      gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, size, height }, -1);
      x += size + self->spacing;
      child = next_child (gtk_widget_get_next_sibling (child));
    }
  return child;
}

static int
walk_lines (ChisoWrapLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  GtkWidget *child = next_child (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      int height, left, expanding;
      int n = measure_line (self, child, width, &height, &left, &expanding);

      if (allocate)
        child = place_line (self, child, n, width, y, height, expanding > 0 ? left / expanding : 0);
      else
        for (int i = 0; i < n; i++)
          child = next_child (gtk_widget_get_next_sibling (child));
      y += height + self->spacing;
    }
  return MAX (0, y - self->spacing);
}

static GtkSizeRequestMode
chiso_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
chiso_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  ChisoWrapLayout *self = CHISO_WRAP_LAYOUT (manager);
  int least = 0, all = 0;

  for (GtkWidget *child = next_child (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_child (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      least = MAX (least, child_minimum);
      all += child_natural + (all > 0 ? self->spacing : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = all;
    }
  else
    *minimum = *natural = walk_lines (self, widget, for_size > 0 ? for_size : MAX (1, all), FALSE);
}

static void
chiso_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  walk_lines (CHISO_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
chiso_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ChisoWrapLayout *self = CHISO_WRAP_LAYOUT (object);

  if (id != PROP_SPACING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
chiso_wrap_layout_class_init (ChisoWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = chiso_wrap_layout_set_property;
  layout_class->get_request_mode = chiso_wrap_layout_get_request_mode;
  layout_class->measure = chiso_wrap_layout_measure;
  layout_class->allocate = chiso_wrap_layout_allocate;
  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 6,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
chiso_wrap_layout_init (ChisoWrapLayout *self)
{
  self->spacing = 6;
}

GtkLayoutManager *
chiso_wrap_layout_new (int spacing)
{
  return g_object_new (CHISO_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}

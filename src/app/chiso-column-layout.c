/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places children in a grid of equal columns. Knows sizes only. */

#include "chiso-column-layout.h"

#include "chiso-text-scale.h"

struct _ChisoColumnLayout
{
  GtkLayoutManager parent_instance;

  int column_width;
  int max_columns;
  int spacing;
  gboolean even;
};

enum
{
  PROP_COLUMN_WIDTH = 1,
  PROP_MAX_COLUMNS,
  PROP_SPACING,
  PROP_EVEN,
};

G_DEFINE_FINAL_TYPE (ChisoColumnLayout, chiso_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

/* Larger text needs wider columns. */
static int
least_width (ChisoColumnLayout *self)
{
  return chiso_text_scale_pixels (gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self)),
                                  self->column_width);
}

int
chiso_column_layout_n_columns (ChisoColumnLayout *self, int n, int width)
{
  int columns;

  g_return_val_if_fail (CHISO_IS_COLUMN_LAYOUT (self), 1);

  columns = (width + self->spacing) / (least_width (self) + self->spacing);
  columns = CLAMP (columns, 1, MAX (1, MIN (self->max_columns, n)));
  while (self->even && columns > 1 && n % columns != 0)
    columns--;
  return columns;
}

static int
column_size (ChisoColumnLayout *self, int columns, int width)
{
  return MAX (1, (width - (columns - 1) * self->spacing) / columns);
}

/* Walks the rows in width pixels; widget's children are placed when allocate, and the height of all
 * rows is returned. extra is added to each row, which fills a taller box. */
static int
walk_rows (ChisoColumnLayout *self, GtkWidget *widget, int width, int extra, gboolean allocate)
{
  int columns = chiso_column_layout_n_columns (self, count_children (widget), width);
  int size = column_size (self, columns, width);
  int y = 0;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL)
    {
      GtkWidget *row[64];
      int n = 0, height = 0;

      for (; child != NULL && n < MIN (columns, 64); child = gtk_widget_get_next_sibling (child))
        {
          int natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size, NULL, &natural, NULL, NULL);
          height = MAX (height, natural);
          row[n++] = child;
        }
      if (n == 0)
        break;
      for (int i = 0; allocate && i < n; i++)
        {
          /* Column edges are rounded one by one, so that the last ends where the box does. */
          int left = i * (width + self->spacing) / columns;
          int right = (i + 1) * (width + self->spacing) / columns - self->spacing;

          gtk_widget_size_allocate (
              row[i], &(GtkAllocation){ left, y, MAX (1, right - left), height + extra }, -1);
        }
      y += height + extra + self->spacing;
    }
  return MAX (0, y - self->spacing);
}

static GtkSizeRequestMode
chiso_column_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
chiso_column_layout_measure (GtkLayoutManager *manager, GtkWidget *widget,
                             GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  ChisoColumnLayout *self = CHISO_COLUMN_LAYOUT (manager);
  int columns = MAX (1, MIN (self->max_columns, count_children (widget)));
  int all = columns * least_width (self) + (columns - 1) * self->spacing;
  int least = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = walk_rows (self, widget, for_size > 0 ? for_size : all, 0, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, orientation, -1, &child_minimum, NULL, NULL, NULL);
      least = MAX (least, child_minimum);
    }
  *minimum = least;
  *natural = MAX (least, all);
}

static void
chiso_column_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                              int baseline)
{
  ChisoColumnLayout *self = CHISO_COLUMN_LAYOUT (manager);
  int n = count_children (widget);
  int columns = chiso_column_layout_n_columns (self, n, width);
  int rows = (n + columns - 1) / columns;
  int needed = walk_rows (self, widget, width, 0, FALSE);

  walk_rows (self, widget, width, rows > 0 ? MAX (0, height - needed) / rows : 0, TRUE);
}

static void
chiso_column_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ChisoColumnLayout *self = CHISO_COLUMN_LAYOUT (object);

  switch (id)
    {
    case PROP_COLUMN_WIDTH:
      self->column_width = g_value_get_int (value);
      break;
    case PROP_MAX_COLUMNS:
      self->max_columns = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_EVEN:
      self->even = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
chiso_column_layout_class_init (ChisoColumnLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = chiso_column_layout_set_property;
  layout_class->get_request_mode = chiso_column_layout_get_request_mode;
  layout_class->measure = chiso_column_layout_measure;
  layout_class->allocate = chiso_column_layout_allocate;
  g_object_class_install_property (
      object_class, PROP_COLUMN_WIDTH,
      g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT, 300, flags));
  g_object_class_install_property (object_class, PROP_MAX_COLUMNS,
                                   g_param_spec_int ("max-columns", NULL, NULL, 1, 64, 3, flags));
  g_object_class_install_property (
      object_class, PROP_SPACING, g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12, flags));
  g_object_class_install_property (object_class, PROP_EVEN,
                                   g_param_spec_boolean ("even", NULL, NULL, FALSE, flags));
}

static void
chiso_column_layout_init (ChisoColumnLayout *self)
{
  self->column_width = 300;
  self->max_columns = 3;
  self->spacing = 12;
}

GtkLayoutManager *
chiso_column_layout_new (int column_width, int max_columns, int spacing, gboolean even)
{
  return g_object_new (CHISO_TYPE_COLUMN_LAYOUT, "column-width", column_width, "max-columns",
                       max_columns, "spacing", spacing, "even", even, NULL);
}

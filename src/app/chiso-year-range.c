/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of years with two handles on it, which never pass each other. Looks as GTK's scale does, by
 * the same CSS nodes; knows nothing of charts. */

#include "chiso-year-range.h"

#include <glib/gi18n.h>

#define HANDLE 20
#define LEAST_LENGTH 120
#define NATURAL_LENGTH 200

enum
{
  FIRST,
  LAST,
  N_HANDLES
};

struct _ChisoYearRange
{
  GtkWidget parent_instance;

  GArray *years;           /* of int, oldest first */
  guint chosen[N_HANDLES]; /* indices in years */
  guint dragged;           /* a handle */

  GtkWidget *labels[N_HANDLES];
  GtkWidget *trough;
  GtkWidget *highlight;
  GtkWidget *handles[N_HANDLES];
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoYearRange, chiso_year_range, GTK_TYPE_WIDGET)

static int
year_at (ChisoYearRange *self, guint index)
{
  return g_array_index (self->years, int, index);
}

static int
chosen_year (ChisoYearRange *self, guint handle)
{
  return self->years->len > 0 ? year_at (self, self->chosen[handle]) : 0;
}

/* Years lie as far apart as they are in time. */
static double
share_of (ChisoYearRange *self, int year)
{
  int oldest, newest;

  if (self->years->len < 2)
    return 0;
  oldest = year_at (self, 0);
  newest = year_at (self, self->years->len - 1);
  return (double) (year - oldest) / (newest - oldest);
}

static guint
nearest_index (ChisoYearRange *self, double share)
{
  guint nearest = 0;

  for (guint i = 1; i < self->years->len; i++)
    if (ABS (share_of (self, year_at (self, i)) - share)
        < ABS (share_of (self, year_at (self, nearest)) - share))
      nearest = i;
  return nearest;
}

/* Years come in digits that all languages here write alike. */
static void
show (ChisoYearRange *self)
{
  for (guint i = 0; i < N_HANDLES; i++)
    {
      int year = chosen_year (self, i);
      g_autofree char *text = year > 0 ? g_strdup_printf ("%d", year) : g_strdup ("");
      g_autofree char *name = i == FIRST ? g_strdup_printf (_ ("First year: %d"), year)
                                         : g_strdup_printf (_ ("Last year: %d"), year);

      gtk_label_set_label (GTK_LABEL (self->labels[i]), text);
      if (self->years->len == 0)
        continue;
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self->handles[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
          GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
          (double) year_at (self, i == FIRST ? 0 : self->chosen[FIRST]),
          GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
          (double) year_at (self, i == LAST ? self->years->len - 1 : self->chosen[LAST]),
          GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) year, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
          text, -1);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->years->len > 1);
  gtk_widget_queue_allocate (self->trough);
}

/* A handle stops at the other one. */
static void
choose (ChisoYearRange *self, guint handle, guint index)
{
  index = handle == FIRST ? MIN (index, self->chosen[LAST]) : MAX (index, self->chosen[FIRST]);
  if (index == self->chosen[handle])
    return;
  self->chosen[handle] = index;
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
measure_trough (GtkWidget *trough, GtkOrientation orientation, int for_size, int *minimum,
                int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? LEAST_LENGTH : 4;
  *natural = across ? NATURAL_LENGTH : 4;
}

static double
handle_middle (ChisoYearRange *self, guint handle, int width)
{
  return HANDLE / 2.0 + share_of (self, chosen_year (self, handle)) * (width - HANDLE);
}

/* The theme draws handles larger than the line, by negative margins. */
static void
allocate_trough (GtkWidget *trough, int width, int height, int baseline)
{
  ChisoYearRange *self = CHISO_YEAR_RANGE (gtk_widget_get_parent (trough));
  double first = handle_middle (self, FIRST, width), last = handle_middle (self, LAST, width);

  gtk_widget_size_allocate (
      self->highlight, &(GtkAllocation){ (int) first, 0, (int) MAX (last - first, 1), height }, -1);
  for (guint i = 0; i < N_HANDLES; i++)
    {
      double middle = i == FIRST ? first : last;
      int w, h;

      gtk_widget_measure (self->handles[i], GTK_ORIENTATION_HORIZONTAL, -1, &w, NULL, NULL, NULL);
      gtk_widget_measure (self->handles[i], GTK_ORIENTATION_VERTICAL, -1, &h, NULL, NULL, NULL);
      gtk_widget_size_allocate (
          self->handles[i], &(GtkAllocation){ (int) (middle - w / 2.0), (height - h) / 2, w, h },
          -1);
    }
}

/* x in the trough, as a share of the years' line. */
static double
share_at (ChisoYearRange *self, double x)
{
  graphene_point_t point;
  double length = MAX (gtk_widget_get_width (self->trough) - HANDLE, 1);

  if (!gtk_widget_compute_point (GTK_WIDGET (self), self->trough, &GRAPHENE_POINT_INIT (x, 0),
                                 &point))
    return 0;
  return (point.x - HANDLE / 2.0) / length;
}

static double
distance_to (ChisoYearRange *self, guint handle, double share)
{
  return ABS (share_of (self, chosen_year (self, handle)) - share);
}

/* The nearer handle; where both stand on one year, the one that can go to that side. */
static void
drag_begin_cb (ChisoYearRange *self, double x)
{
  double share = share_at (self, x);
  double first = distance_to (self, FIRST, share), last = distance_to (self, LAST, share);
  gboolean beyond = share > share_of (self, chosen_year (self, LAST));

  self->dragged = first < last || (self->chosen[FIRST] == self->chosen[LAST] && !beyond) ? FIRST
                                                                                         : LAST;
  gtk_widget_grab_focus (self->handles[self->dragged]);
  choose (self, self->dragged, nearest_index (self, share));
}

static void
drag_update_cb (ChisoYearRange *self, double dx, double dy, GtkGesture *drag)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (drag), &x, &y))
    choose (self, self->dragged, nearest_index (self, share_at (self, x + dx)));
}

static guint
focused_handle (ChisoYearRange *self)
{
  return gtk_widget_has_focus (self->handles[LAST]) ? LAST : FIRST;
}

static gboolean
step_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  ChisoYearRange *self = CHISO_YEAR_RANGE (widget);
  guint handle = focused_handle (self);
  int step;

  g_variant_get (args, "(i)", &step);
  if (self->years->len == 0)
    return FALSE;
  choose (self, handle,
          (guint) CLAMP ((int) self->chosen[handle] + step, 0, (int) self->years->len - 1));
  return TRUE;
}

static void
chiso_year_range_dispose (GObject *object)
{
  ChisoYearRange *self = CHISO_YEAR_RANGE (object);
  GtkWidget *child;

  /* What lies on the line goes before it. */
  while (self->trough != NULL && (child = gtk_widget_get_first_child (self->trough)) != NULL)
    gtk_widget_unparent (child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->trough = NULL;
  g_clear_pointer (&self->years, g_array_unref);
  G_OBJECT_CLASS (chiso_year_range_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int step;
  } keys[] = {
    { GDK_KEY_Left, -1 },        { GDK_KEY_KP_Left, -1 },        { GDK_KEY_Down, -1 },
    { GDK_KEY_KP_Down, -1 },     { GDK_KEY_Right, 1 },           { GDK_KEY_KP_Right, 1 },
    { GDK_KEY_Up, 1 },           { GDK_KEY_KP_Up, 1 },           { GDK_KEY_Page_Down, -5 },
    { GDK_KEY_Page_Up, 5 },      { GDK_KEY_Home, -G_MAXINT16 },  { GDK_KEY_KP_Home, -G_MAXINT16 },
    { GDK_KEY_End, G_MAXINT16 }, { GDK_KEY_KP_End, G_MAXINT16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, step_binding, "(i)", keys[i].step);
}

static void
chiso_year_range_class_init (ChisoYearRangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chiso_year_range_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CHISO_TYPE_YEAR_RANGE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  add_keys (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Not a box: those pass the keyboard on to children, and Tab would never stop at them. */
static GtkWidget *
create_handle (ChisoYearRange *self)
{
  GtkWidget *handle = g_object_new (GTK_TYPE_DRAWING_AREA, "css-name", "slider", "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_SLIDER, "focusable", TRUE, NULL);

  gtk_widget_set_parent (handle, self->trough);
  return handle;
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "width-chars", 4, NULL);

  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
chiso_year_range_init (ChisoYearRange *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_add_css_class (widget, "horizontal");
  gtk_widget_add_css_class (widget, "year-range");
  self->labels[FIRST] = create_label ();
  self->labels[LAST] = create_label ();
  self->trough = g_object_new (GTK_TYPE_BOX, "css-name", "trough", "hexpand", TRUE, "valign",
                               GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_layout_manager (self->trough,
                                 gtk_custom_layout_new (NULL, measure_trough, allocate_trough));
  gtk_widget_set_parent (self->labels[FIRST], widget);
  gtk_widget_set_parent (self->trough, widget);
  gtk_widget_set_parent (self->labels[LAST], widget);
  self->highlight = g_object_new (GTK_TYPE_BOX, "css-name", "highlight", NULL);
  gtk_widget_set_parent (self->highlight, self->trough);
  self->handles[FIRST] = create_handle (self);
  self->handles[LAST] = create_handle (self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  show (self);
}

static guint
index_of (ChisoYearRange *self, int year, guint otherwise)
{
  for (guint i = 0; i < self->years->len; i++)
    if (year_at (self, i) == year)
      return i;
  return otherwise;
}

void
chiso_year_range_set_years (ChisoYearRange *self, GArray *years, int first, int last)
{
  g_return_if_fail (CHISO_IS_YEAR_RANGE (self));

  g_array_set_size (self->years, 0);
  for (guint i = years->len; i > 0; i--)
    g_array_append_val (self->years, g_array_index (years, int, i - 1));
  self->chosen[LAST] = index_of (self, last, MAX (self->years->len, 1) - 1);
  self->chosen[FIRST] = MIN (index_of (self, first, 0), self->chosen[LAST]);
  show (self);
}

int
chiso_year_range_get_first (ChisoYearRange *self)
{
  g_return_val_if_fail (CHISO_IS_YEAR_RANGE (self), 0);
  return self->chosen[FIRST] == 0 ? 0 : chosen_year (self, FIRST);
}

int
chiso_year_range_get_last (ChisoYearRange *self)
{
  g_return_val_if_fail (CHISO_IS_YEAR_RANGE (self), 0);
  return self->chosen[LAST] + 1 >= self->years->len ? 0 : chosen_year (self, LAST);
}

void
chiso_year_range_get_handles (ChisoYearRange *self, GtkWidget **first, GtkWidget **last)
{
  g_return_if_fail (CHISO_IS_YEAR_RANGE (self));
  *first = self->handles[FIRST];
  *last = self->handles[LAST];
}

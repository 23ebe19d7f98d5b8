/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps one layout and one render node for the current figure, size and theme, and forwards pointer,
 * keyboard and screen reader to that layout. Must not measure text, place anything or know what a
 * key stands for. */

#include "plot-view-private.h"

enum
{
  PROP_FIGURE = 1,
  PROP_SELECTED_KEY,
  PROP_DARK,
  PROP_HIGH_CONTRAST,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_MARK_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlotView, plot_view, GTK_TYPE_WIDGET)

/* Until it has a size, a widget asks for room for a readable chart, or for a sparkline's. */
#define NATURAL_WIDTH 360
#define NATURAL_HEIGHT 240
#define SPARKLINE_WIDTH 72
#define SPARKLINE_HEIGHT 24

static void
drop_layout (PlotView *self)
{
  g_clear_pointer (&self->layout, plot_layout_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->hovered = self->quiet = -1;
}

static PlotLayout *
ensure_layout (PlotView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout == NULL && self->figure != NULL && width > 0 && height > 0)
    {
      if (self->text == NULL)
        self->text = plot_text_context_new ();
      self->layout = plot_layout_new (self->figure, width, height, plot_view_get_theme (self),
                                      self->text);
      if (self->focused >= (int) plot_layout_n_marks (self->layout))
        self->focused = -1;
    }
  return self->layout;
}

/* Tells the screen reader what the chart says, or what the mark says on which the keyboard stands. */
static void
update_accessible (PlotView *self)
{
  g_autofree char *description = NULL;
  const char *title = self->figure != NULL ? plot_figure_title (self->figure) : NULL;

  if (self->focused >= 0 && ensure_layout (self) != NULL)
    description = plot_layout_describe_mark (self->layout, self->focused);
  else if (self->figure != NULL)
    description = plot_figure_describe (self->figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

void
_plot_view_set_focused_mark (PlotView *self, int mark)
{
  if (self->focused == mark)
    return;
  self->focused = mark;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_plot_view_set_hovered_mark (PlotView *self, int mark)
{
  gboolean opens = mark >= 0 && plot_layout_mark_key (self->layout, mark) != 0;

  if (self->hovered == mark)
    return;
  self->hovered = mark;
  if (mark >= 0 && mark != self->quiet)
    self->quiet = -1;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), opens ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
_plot_view_activate_mark (PlotView *self, int mark)
{
  guint64 key = mark >= 0 ? plot_layout_mark_key (self->layout, mark) : 0;

  if (key == 0)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, key);
  return TRUE;
}

static gboolean
plot_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  PlotView *self = PLOT_VIEW (widget);
  g_autofree char *sentence = NULL;
  double left, top, width, height;
  int mark;

  if (ensure_layout (self) == NULL)
    return FALSE;
  mark = keyboard ? self->focused : plot_layout_hit (self->layout, x, y);
  if (mark < 0 || mark == self->quiet)
    return FALSE;
  sentence = plot_layout_describe_mark (self->layout, mark);
  plot_layout_mark_bounds (self->layout, mark, &left, &top, &width, &height);
  gtk_tooltip_set_text (tooltip, sentence);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle){ (int) left, (int) top, (int) width + 1, (int) height + 1 });
  return TRUE;
}

static void
plot_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlotView *self = PLOT_VIEW (widget);
  gboolean spark = self->figure != NULL && plot_figure_kind (self->figure) == PLOT_KIND_SPARKLINE;

  *minimum = 1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = spark ? SPARKLINE_WIDTH : NATURAL_WIDTH;
  else
    *natural = spark ? SPARKLINE_HEIGHT : NATURAL_HEIGHT;
}

static void
plot_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_layout (PLOT_VIEW (widget));
}

/* Drawn once for a layout: the renderer keeps what it made of a node that it sees again. */
static GskRenderNode *
ensure_node (PlotView *self, const graphene_rect_t *bounds)
{
  if (self->node == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

      plot_layout_draw (self->layout, cr, FALSE);
      cairo_destroy (cr);
      self->node = gtk_snapshot_free_to_node (snapshot);
    }
  return self->node;
}

static void
plot_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlotView *self = PLOT_VIEW (widget);
  graphene_rect_t bounds;
  int hovered = self->hovered, selected = -1;

  if (ensure_layout (self) == NULL)
    return;
  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  if (ensure_node (self, &bounds) != NULL)
    gtk_snapshot_append_node (snapshot, self->node);

  if (hovered < 0)
    hovered = self->focused;
  if (self->selected_key != 0)
    selected = plot_layout_find_key (self->layout, self->selected_key);
  if (hovered >= 0 || selected >= 0)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      plot_layout_draw_overlay (self->layout, cr, hovered, selected);
      cairo_destroy (cr);
    }
}

static void
plot_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlotView *self = PLOT_VIEW (object);

  switch (id)
    {
    case PROP_FIGURE:
      g_value_set_boxed (value, self->figure);
      break;
    case PROP_SELECTED_KEY:
      g_value_set_uint64 (value, self->selected_key);
      break;
    case PROP_DARK:
      g_value_set_boolean (value, self->dark);
      break;
    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->high_contrast);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plot_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlotView *self = PLOT_VIEW (object);

  switch (id)
    {
    case PROP_FIGURE:
      plot_view_set_figure (self, g_value_get_boxed (value));
      break;
    case PROP_SELECTED_KEY:
      plot_view_set_selected_key (self, g_value_get_uint64 (value));
      break;
    case PROP_DARK:
      plot_view_set_dark (self, g_value_get_boolean (value));
      break;
    case PROP_HIGH_CONTRAST:
      plot_view_set_high_contrast (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plot_view_dispose (GObject *object)
{
  PlotView *self = PLOT_VIEW (object);

  drop_layout (self);
  g_clear_pointer (&self->figure, plot_figure_unref);
  g_clear_object (&self->text);
  G_OBJECT_CLASS (plot_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_FIGURE] = g_param_spec_boxed ("figure", NULL, NULL, PLOT_TYPE_FIGURE, flags);
  properties[PROP_SELECTED_KEY] = g_param_spec_uint64 ("selected-key", NULL, NULL, 0, G_MAXUINT64,
                                                       0, flags);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plot_view_class_init (PlotViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plot_view_dispose;
  object_class->get_property = plot_view_get_property;
  object_class->set_property = plot_view_set_property;
  widget_class->measure = plot_view_measure;
  widget_class->size_allocate = plot_view_size_allocate;
  widget_class->snapshot = plot_view_snapshot;
  widget_class->query_tooltip = plot_view_query_tooltip;

  install_properties (object_class);
  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", PLOT_TYPE_VIEW,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
  _plot_view_class_input_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plotview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plot_view_init (PlotView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->hovered = self->focused = self->quiet = -1;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  _plot_view_input_init (self);
}

GtkWidget *
plot_view_new (void)
{
  return g_object_new (PLOT_TYPE_VIEW, NULL);
}

void
plot_view_set_figure (PlotView *self, PlotFigure *figure)
{
  g_return_if_fail (PLOT_IS_VIEW (self));

  if (self->figure == figure)
    return;
  g_clear_pointer (&self->figure, plot_figure_unref);
  self->figure = figure != NULL ? plot_figure_ref (figure) : NULL;
  self->focused = -1;
  drop_layout (self);
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

PlotFigure *
plot_view_get_figure (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), NULL);
  return self->figure;
}

void
plot_view_set_selected_key (PlotView *self, guint64 key)
{
  g_return_if_fail (PLOT_IS_VIEW (self));

  if (self->selected_key == key)
    return;
  self->selected_key = key;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_KEY]);
}

guint64
plot_view_get_selected_key (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), 0);
  return self->selected_key;
}

/* A theme changes colours only, but the layout is what carries them. */
static void
set_flag (PlotView *self, gboolean *flag, gboolean value, guint property)
{
  value = value != FALSE;
  if (*flag == value)
    return;
  *flag = value;
  drop_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
plot_view_set_dark (PlotView *self, gboolean dark)
{
  g_return_if_fail (PLOT_IS_VIEW (self));
  set_flag (self, &self->dark, dark, PROP_DARK);
}

gboolean
plot_view_get_dark (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), FALSE);
  return self->dark;
}

void
plot_view_set_high_contrast (PlotView *self, gboolean high_contrast)
{
  g_return_if_fail (PLOT_IS_VIEW (self));
  set_flag (self, &self->high_contrast, high_contrast, PROP_HIGH_CONTRAST);
}

gboolean
plot_view_get_high_contrast (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), FALSE);
  return self->high_contrast;
}

PlotTheme
plot_view_get_theme (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), PLOT_THEME_LIGHT);

  if (self->dark)
    return PLOT_THEME_DARK;
  return self->high_contrast ? PLOT_THEME_HIGH_CONTRAST : PLOT_THEME_LIGHT;
}

PlotLayout *
plot_view_get_layout (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), NULL);
  return ensure_layout (self);
}

int
plot_view_get_focused_mark (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), -1);
  return self->focused;
}

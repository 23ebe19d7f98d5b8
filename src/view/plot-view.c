/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps one layout for the current figure, size and theme, and what the person has made
 * of it. Must not measure text, place anything or know what a key stands for. */

#include "plot-view-private.h"

#include <math.h>

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
  g_clear_pointer (&self->layout, plot_layout_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->hovered = self->quiet = self->pointed_series = -1;
  self->band_from = self->band_to = 0;
}

static PlotFigure *
ensure_shown (PlotView *self)
{
  const char *generated, *title;
  double from, to;

  if (self->shown != NULL || self->figure == NULL)
    return self->shown;
  generated = plot_figure_title (self->figure);
  title = plot_view_state_get_title (self->state, generated);
  if (!plot_view_state_get_range (self->state, &from, &to) && title == generated)
    return self->shown = plot_figure_ref (self->figure);
  self->shown = plot_figure_derive (self->figure);
  plot_figure_set_title (self->shown, title);
  plot_figure_set_range (self->shown, from, to);
  return self->shown;
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
      self->layout = plot_layout_new (ensure_shown (self), width / self->text_scale,
                                      height / self->text_scale, plot_view_get_theme (self),
                                      self->text);
      if (self->focused >= 0)
        self->focused = plot_layout_find_mark (self->layout, self->focused_series,
                                               self->focused_index);
    }
  return self->layout;
}

void
_plot_view_set_focused_mark (PlotView *self, int mark)
{
  if (self->focused == mark)
    return;
  self->focused = mark;
  if (mark >= 0)
    plot_layout_mark_place (self->layout, mark, &self->focused_series, &self->focused_index);
  _plot_view_update_accessible (self);
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

void
_plot_view_set_pointed_series (PlotView *self, int series)
{
  if (self->pointed_series == series)
    return;
  self->pointed_series = series;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), series >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_plot_view_set_band (PlotView *self, double from, double to)
{
  self->band_from = from;
  self->band_to = to;
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

static void
plot_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlotView *self = PLOT_VIEW (widget);
  gboolean spark = self->figure != NULL && plot_figure_kind (self->figure) == PLOT_KIND_SPARKLINE;

  int width, height;

  gtk_widget_get_size_request (widget, &width, &height);
  *minimum = 1;
  /* What is asked for is meant for text of the usual size. */
  if (orientation == GTK_ORIENTATION_VERTICAL && height > 0)
    *minimum = (int) ceil (height * self->text_scale);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = spark ? SPARKLINE_WIDTH : NATURAL_WIDTH;
  else
    *natural = spark ? SPARKLINE_HEIGHT : NATURAL_HEIGHT;
  *natural = MAX ((int) ceil (*natural * self->text_scale), *minimum);
}

static void
plot_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_layout (PLOT_VIEW (widget));
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
      g_value_set_uint64 (value, plot_view_get_selected_key (self));
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
  plot_view_set_state (self, NULL);
  g_clear_pointer (&self->shown, plot_figure_unref);
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
  widget_class->snapshot = _plot_view_snapshot;
  widget_class->query_tooltip = _plot_view_query_tooltip;

  install_properties (object_class);
  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", PLOT_TYPE_VIEW,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
  _plot_view_class_input_init (widget_class);
  _plot_view_class_zoom_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plotview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

/* GTK counts 1024 parts of a dot an inch; a desktop's text size is 96 dots times its factor. */
static void
text_scale_cb (PlotView *self, GParamSpec *pspec, GtkSettings *settings)
{
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  self->text_scale = dpi > 0 ? CLAMP (dpi / 1024.0 / 96, 0.5, 4) : 1;
  drop_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
plot_view_init (PlotView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_autoptr (PlotViewState) state = plot_view_state_new ();
  GtkSettings *settings = gtk_widget_get_settings (widget);

  self->hovered = self->focused = self->quiet = -1;
  self->pointed_series = self->drawn_emphasis = -1;
  plot_view_set_state (self, state);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (text_scale_cb), self,
                           G_CONNECT_SWAPPED);
  text_scale_cb (self, NULL, settings);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  _plot_view_input_init (self);
  _plot_view_zoom_init (self);
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
  g_clear_pointer (&self->shown, plot_figure_unref);
  self->figure = figure != NULL ? plot_figure_ref (figure) : NULL;
  self->focused = -1;
  drop_layout (self);
  _plot_view_update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

PlotFigure *
plot_view_get_figure (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), NULL);
  return self->figure;
}

PlotFigure *
plot_view_get_shown_figure (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), NULL);
  return ensure_shown (self);
}

void
plot_view_set_selected_key (PlotView *self, guint64 key)
{
  g_return_if_fail (PLOT_IS_VIEW (self));
  plot_view_state_set_selected_key (self->state, key);
}

guint64
plot_view_get_selected_key (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), 0);
  return plot_view_state_get_selected_key (self->state);
}

/* What must be laid out anew, and what only drawn. */
static void
state_changed_cb (PlotView *self)
{
  guint64 key = plot_view_state_get_selected_key (self->state);
  double from, to, shown_from = NAN, shown_to = NAN;
  const char *title = NULL;

  plot_view_state_get_range (self->state, &from, &to);
  if (self->shown != NULL)
    {
      plot_figure_range (self->shown, &shown_from, &shown_to);
      title = plot_view_state_get_title (self->state, plot_figure_title (self->figure));
    }
  if (self->shown != NULL
      && (g_strcmp0 (title, plot_figure_title (self->shown)) != 0
          || isnan (from) != isnan (shown_from)
          || (!isnan (from) && (from != shown_from || to != shown_to))))
    {
      g_clear_pointer (&self->shown, plot_figure_unref);
      drop_layout (self);
      _plot_view_update_accessible (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->selected_key == key)
    return;
  self->selected_key = key;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_KEY]);
}

void
plot_view_set_state (PlotView *self, PlotViewState *state)
{
  g_return_if_fail (PLOT_IS_VIEW (self));

  if (self->state == state)
    return;
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_func (self->state, state_changed_cb, self);
  g_set_object (&self->state, state);
  if (state == NULL)
    return;
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state_changed_cb (self);
}

PlotViewState *
plot_view_get_state (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), NULL);
  return self->state;
}

int
plot_view_get_emphasis (PlotView *self)
{
  const char *name;

  g_return_val_if_fail (PLOT_IS_VIEW (self), -1);

  name = plot_view_state_get_emphasis (self->state);
  if (self->pointed_series >= 0 || name == NULL || self->figure == NULL)
    return self->pointed_series;
  for (guint s = 0;
       plot_figure_n_series (self->figure) > 1 && s < plot_figure_n_series (self->figure); s++)
    if (g_str_equal (plot_figure_series_name (self->figure, s), name))
      return (int) s;
  return -1;
}

double
plot_view_get_text_scale (PlotView *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW (self), 1);
  return self->text_scale;
}

void
plot_view_get_mark_bounds (PlotView *self, guint mark, graphene_rect_t *bounds)
{
  double x, y, width, height;

  g_return_if_fail (PLOT_IS_VIEW (self));
  g_return_if_fail (ensure_layout (self) != NULL);

  plot_layout_mark_bounds (self->layout, mark, &x, &y, &width, &height);
  graphene_rect_init (bounds, x, y, width, height);
  graphene_rect_scale (bounds, self->text_scale, self->text_scale, bounds);
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

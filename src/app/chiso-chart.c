/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts chart, table, menu and the title's entry together. Draws nothing, and keeps nothing that the
 * chart's state keeps. */

#include "chiso-chart.h"

#include "chiso-chart-title.h"
#include "chiso-style.h"

#include <glib/gi18n.h>
#include <math.h>

struct _ChisoChart
{
  AdwBin parent_instance;

  PlotViewState *state; /* whose changes are followed */
  GtkStack *stack;
  PlotView *view;
  ChisoTablePane *table; /* made when it is first asked for */
  int least_height;
  guint64 selected_key; /* that the table was told of */
  ChisoChartListing listing;
  gpointer listing_data;
  PlotFigure *listed_for; /* the figure that listed was made for */
  PlotFigure *listed;     /* NULL: that figure itself */
  PlotFigure *shown_for;  /* the shown figure whose title and time told has */
  PlotFigure *told;       /* what the table shows of listed */
  GtkButton *all_years;
  GMenuModel *chart_menu;
  GtkWidget *menu; /* a popover, made when it is first asked for */
};

enum
{
  PROP_LEAST_HEIGHT = 1,
  PROP_TABLE_SHOWN,
};

enum
{
  SIGNAL_MARK_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoChart, chiso_chart, ADW_TYPE_BIN)

static void
mark_activated_cb (ChisoChart *self, guint64 key)
{
  g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, key);
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
forget_listed (ChisoChart *self)
{
  g_clear_pointer (&self->listed_for, plot_figure_unref);
  g_clear_pointer (&self->listed, plot_figure_unref);
  g_clear_pointer (&self->shown_for, plot_figure_unref);
  g_clear_pointer (&self->told, plot_figure_unref);
}

/* What the table shows, with the title and the part of time that the chart is shown with. Borrowed. */
static PlotFigure *
get_listed (ChisoChart *self)
{
  PlotFigure *figure = plot_view_get_figure (self->view);
  PlotFigure *shown = plot_view_get_shown_figure (self->view);
  double from, to;

  if (self->listing == NULL || figure == NULL)
    return shown;
  if (figure != self->listed_for)
    {
      forget_listed (self);
      self->listed_for = plot_figure_ref (figure);
      self->listed = self->listing (figure, self->listing_data);
    }
  if (self->listed == NULL)
    return shown;
  if (shown != self->shown_for)
    {
      g_clear_pointer (&self->shown_for, plot_figure_unref);
      g_clear_pointer (&self->told, plot_figure_unref);
      self->shown_for = plot_figure_ref (shown);
      self->told = plot_figure_derive (self->listed);
      plot_figure_set_title (self->told, plot_figure_title (shown));
      /* What has no axis of time shows all. */
      if (plot_figure_time (shown, &from, &to) && plot_figure_range (shown, &from, &to))
        plot_figure_set_range (self->told, from, to);
    }
  return self->told;
}

static void
update_table (ChisoChart *self)
{
  if (self->table != NULL && chiso_chart_get_table_shown (self))
    {
      PlotTable *table = chiso_table_pane_get_table (self->table);
      PlotFigure *figure = get_listed (self);
      guint64 key = plot_view_state_get_selected_key (self->state);
      gboolean other = figure != plot_table_get_figure (table);

      plot_table_set_figure (table, figure);
      if (other || key != self->selected_key)
        plot_table_select_key (table, key);
      self->selected_key = key;
    }
}

static void
update_actions (ChisoChart *self)
{
  PlotFigure *figure = plot_view_get_figure (self->view);
  gboolean zoomed;
  double from, to;

  zoomed = plot_view_state_get_range (self->state, &from, &to) && figure != NULL
           && plot_figure_time (figure, &from, &to);
  gtk_widget_set_visible (GTK_WIDGET (self->all_years), zoomed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.all-years", zoomed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.table", figure != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.title", figure != NULL);
}

static void
state_changed_cb (ChisoChart *self)
{
  update_actions (self);
  update_table (self);
}

static void
table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ChisoChart *self = CHISO_CHART (widget);

  chiso_chart_set_table_shown (self, !chiso_chart_get_table_shown (self));
}

static void
title_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ChisoChart *self = CHISO_CHART (widget);

  chiso_chart_title_edit (widget, self->state, plot_view_get_figure (self->view));
}

static void
all_years_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ChisoChart *self = CHISO_CHART (widget);

  plot_view_state_set_range (self->state, NAN, NAN);
  /* The button goes away with what it takes back. */
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_menu (ChisoChart *self, double x, double y)
{
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->chart_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (ChisoChart *self, int n_press, double x, double y)
{
  show_menu (self, x, y);
}

/* By keyboard it opens at the mark that the keyboard stands on, or in the middle. */
static gboolean
menu_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  ChisoChart *self = CHISO_CHART (widget);
  int mark = plot_view_get_focused_mark (self->view);
  graphene_rect_t bounds;

  if (mark >= 0 && !chiso_chart_get_table_shown (self))
    plot_view_get_mark_bounds (self->view, mark, &bounds);
  else
    graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget),
                        gtk_widget_get_height (widget));
  show_menu (self, bounds.origin.x + bounds.size.width / 2,
             bounds.origin.y + bounds.size.height / 2);
  return TRUE;
}

static void
chiso_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ChisoChart *self = CHISO_CHART (object);

  if (id == PROP_LEAST_HEIGHT)
    {
      self->least_height = g_value_get_int (value);
      gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, self->least_height);
    }
  else if (id == PROP_TABLE_SHOWN)
    chiso_chart_set_table_shown (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
chiso_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TABLE_SHOWN)
    g_value_set_boolean (value, chiso_chart_get_table_shown (CHISO_CHART (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
chiso_chart_dispose (GObject *object)
{
  ChisoChart *self = CHISO_CHART (object);

  if (self->menu != NULL)
    gtk_widget_unparent (self->menu);
  self->menu = NULL;
  forget_listed (self);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (chiso_chart_parent_class)->dispose (object);
}

static void
chiso_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (chiso_chart_parent_class)->size_allocate (widget, width, height, baseline);
  if (CHISO_CHART (widget)->menu != NULL)
    gtk_popover_present (GTK_POPOVER (CHISO_CHART (widget)->menu));
}

static void
chiso_chart_class_init (ChisoChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chiso_chart_dispose;
  object_class->set_property = chiso_chart_set_property;
  object_class->get_property = chiso_chart_get_property;
  widget_class->size_allocate = chiso_chart_size_allocate;
  g_object_class_install_property (
      object_class, PROP_TABLE_SHOWN,
      g_param_spec_boolean ("table-shown", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  g_object_class_install_property (object_class, PROP_LEAST_HEIGHT,
                                   g_param_spec_int ("least-height", NULL, NULL, -1, 10000, -1,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", CHISO_TYPE_CHART,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
  g_type_ensure (PLOT_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/chiso/ChiSo/ui/chiso-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoChart, stack);
  gtk_widget_class_bind_template_child (widget_class, ChisoChart, view);
  gtk_widget_class_bind_template_child (widget_class, ChisoChart, all_years);
  gtk_widget_class_bind_template_child (widget_class, ChisoChart, chart_menu);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_install_action (widget_class, "chart.table", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "chart.title", NULL, title_action);
  gtk_widget_class_install_action (widget_class, "chart.all-years", NULL, all_years_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "chart.table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "chart.title", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_binding, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_binding, NULL);
}

static void
chiso_chart_init (ChisoChart *self)
{
  self->least_height = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  chiso_style_follow (self->view);
  chiso_chart_set_state (self, plot_view_get_state (self->view));
}

void
chiso_chart_set_figure (ChisoChart *self, PlotFigure *figure)
{
  g_return_if_fail (CHISO_IS_CHART (self));

  plot_view_set_figure (self->view, figure);
  if (figure == NULL)
    chiso_chart_set_table_shown (self, FALSE);
  state_changed_cb (self);
}

void
chiso_chart_set_listing (ChisoChart *self, ChisoChartListing listing, gpointer data)
{
  g_return_if_fail (CHISO_IS_CHART (self));

  self->listing = listing;
  self->listing_data = data;
  forget_listed (self);
  update_table (self);
}

void
chiso_chart_set_state (ChisoChart *self, PlotViewState *state)
{
  g_return_if_fail (CHISO_IS_CHART (self));
  g_return_if_fail (PLOT_IS_VIEW_STATE (state));

  if (self->state == state)
    return;
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_func (self->state, state_changed_cb, self);
  g_set_object (&self->state, state);
  plot_view_set_state (self->view, state);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state_changed_cb (self);
}

PlotFigure *
chiso_chart_get_shown_figure (ChisoChart *self)
{
  g_return_val_if_fail (CHISO_IS_CHART (self), NULL);
  return plot_view_get_shown_figure (self->view);
}

PlotFigure *
chiso_chart_get_listed_figure (ChisoChart *self)
{
  g_return_val_if_fail (CHISO_IS_CHART (self), NULL);
  return get_listed (self);
}

PlotView *
chiso_chart_get_view (ChisoChart *self)
{
  g_return_val_if_fail (CHISO_IS_CHART (self), NULL);
  return self->view;
}

static void
ensure_table (ChisoChart *self)
{
  if (self->table != NULL)
    return;
  self->table = CHISO_TABLE_PANE (chiso_table_pane_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1, self->least_height);
  g_signal_connect_swapped (self->table, "mark-activated", G_CALLBACK (mark_activated_cb), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
}

void
chiso_chart_set_table_shown (ChisoChart *self, gboolean shown)
{
  gboolean focused;

  g_return_if_fail (CHISO_IS_CHART (self));

  shown = shown && plot_view_get_figure (self->view) != NULL;
  if (shown == chiso_chart_get_table_shown (self))
    return;
  focused = has_focus_inside (GTK_WIDGET (self));
  if (shown)
    ensure_table (self);
  gtk_stack_set_visible_child_name (self->stack, shown ? "table" : "chart");
  update_table (self);
  g_object_notify (G_OBJECT (self), "table-shown");
  if (focused)
    gtk_widget_grab_focus (shown ? GTK_WIDGET (chiso_table_pane_get_table (self->table))
                                 : GTK_WIDGET (self->view));
}

gboolean
chiso_chart_get_table_shown (ChisoChart *self)
{
  g_return_val_if_fail (CHISO_IS_CHART (self), FALSE);
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0;
}

PlotTable *
chiso_chart_get_table (ChisoChart *self)
{
  g_return_val_if_fail (CHISO_IS_CHART (self), NULL);
  return self->table != NULL ? chiso_table_pane_get_table (self->table) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a headline chart or the lack of one. Decides nothing but which of the two. */

#include "chiso-headline-card.h"

#include "chiso-chart.h"

struct _ChisoHeadlineCard
{
  AdwBin parent_instance;

  GtkStack *stack;
  ChisoChart *chart;
  GtkImage *image;
  GtkLabel *title;
  GtkLabel *message;
  GtkButton *offer;
};

enum
{
  PROP_TITLE = 1,
};

enum
{
  SIGNAL_MARK_ACTIVATED,
  SIGNAL_GO_NEAREST,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoHeadlineCard, chiso_headline_card, ADW_TYPE_BIN)

static gboolean
has_values (PlotFigure *figure)
{
  for (guint s = 0; figure != NULL && s < plot_figure_n_series (figure); s++)
    for (guint m = 0; m < plot_figure_n_marks (figure, s); m++)
      if (plot_mark_has_value (plot_figure_mark (figure, s, m)))
        return TRUE;
  return FALSE;
}

static void
mark_activated_cb (ChisoHeadlineCard *self, guint64 key)
{
  g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, key);
}

static void
offer_clicked_cb (ChisoHeadlineCard *self)
{
  g_signal_emit (self, signals[SIGNAL_GO_NEAREST], 0);
}

static void
chiso_headline_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    gtk_label_set_label (CHISO_HEADLINE_CARD (object)->title, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
chiso_headline_card_class_init (ChisoHeadlineCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = chiso_headline_card_set_property;
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", CHISO_TYPE_HEADLINE_CARD,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
  signals[SIGNAL_GO_NEAREST] = g_signal_new ("go-nearest", CHISO_TYPE_HEADLINE_CARD,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             0);

  g_type_ensure (CHISO_TYPE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-headline-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoHeadlineCard, stack);
  gtk_widget_class_bind_template_child (widget_class, ChisoHeadlineCard, chart);
  gtk_widget_class_bind_template_child (widget_class, ChisoHeadlineCard, image);
  gtk_widget_class_bind_template_child (widget_class, ChisoHeadlineCard, title);
  gtk_widget_class_bind_template_child (widget_class, ChisoHeadlineCard, message);
  gtk_widget_class_bind_template_child (widget_class, ChisoHeadlineCard, offer);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_clicked_cb);
}

static void
chiso_headline_card_init (ChisoHeadlineCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
chiso_headline_card_set_figure (ChisoHeadlineCard *self, PlotFigure *figure)
{
  gboolean any = has_values (figure);

  g_return_val_if_fail (CHISO_IS_HEADLINE_CARD (self), FALSE);

  chiso_chart_set_figure (self->chart, any ? figure : NULL);
  /* An icon is read when it is named. */
  if (!any)
    gtk_image_set_from_icon_name (self->image, "chiso-overview-symbolic");
  gtk_stack_set_visible_child_name (self->stack, any ? "chart" : "nothing");
  return any;
}

void
chiso_headline_card_set_offer (ChisoHeadlineCard *self, const char *message, const char *offer)
{
  g_return_if_fail (CHISO_IS_HEADLINE_CARD (self));

  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_button_set_label (self->offer, offer != NULL ? offer : "");
  gtk_widget_set_visible (GTK_WIDGET (self->offer), offer != NULL);
}

void
chiso_headline_card_set_state (ChisoHeadlineCard *self, PlotViewState *state)
{
  g_return_if_fail (CHISO_IS_HEADLINE_CARD (self));
  chiso_chart_set_state (self->chart, state);
}

PlotFigure *
chiso_headline_card_get_figure (ChisoHeadlineCard *self)
{
  g_return_val_if_fail (CHISO_IS_HEADLINE_CARD (self), NULL);
  return chiso_chart_get_shown_figure (self->chart);
}

PlotView *
chiso_headline_card_get_view (ChisoHeadlineCard *self)
{
  g_return_val_if_fail (CHISO_IS_HEADLINE_CARD (self), NULL);
  return chiso_chart_get_view (self->chart);
}

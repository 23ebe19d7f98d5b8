/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps two drop-downs in order. */

#include "chiso-year-range.h"

struct _ChisoYearRange
{
  AdwBin parent_instance;

  gboolean filling; /* choices are being set by the program, not by the person */

  GtkDropDown *first;
  GtkDropDown *last;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoYearRange, chiso_year_range, ADW_TYPE_BIN)

static int
selected_year (GtkDropDown *drop)
{
  GObject *item = gtk_drop_down_get_selected_item (drop);

  return item != NULL ? atoi (gtk_string_object_get_string (GTK_STRING_OBJECT (item))) : 0;
}

static void
fill (GtkDropDown *drop, GArray *years, int chosen, guint otherwise)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = otherwise;

  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, years->len - 1 - i);

      gtk_string_list_take (model, g_strdup_printf ("%d", year));
      if (year == chosen)
        selected = i;
    }
  gtk_drop_down_set_model (drop, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (drop, selected);
}

/* The end that the person did not touch gives way. */
static void
selected_cb (ChisoYearRange *self, GParamSpec *pspec, GtkDropDown *drop)
{
  guint first = gtk_drop_down_get_selected (self->first);
  guint last = gtk_drop_down_get_selected (self->last);

  if (self->filling)
    return;
  self->filling = TRUE;
  if (first > last)
    gtk_drop_down_set_selected (drop == self->first ? self->last : self->first,
                                drop == self->first ? first : last);
  self->filling = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
chiso_year_range_class_init (ChisoYearRangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CHISO_TYPE_YEAR_RANGE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-year-range.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoYearRange, first);
  gtk_widget_class_bind_template_child (widget_class, ChisoYearRange, last);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
chiso_year_range_init (ChisoYearRange *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
chiso_year_range_set_years (ChisoYearRange *self, GArray *years, int first, int last)
{
  g_return_if_fail (CHISO_IS_YEAR_RANGE (self));

  self->filling = TRUE;
  fill (self->first, years, first, 0);
  fill (self->last, years, last, years->len > 0 ? years->len - 1 : 0);
  self->filling = FALSE;
}

int
chiso_year_range_get_first (ChisoYearRange *self)
{
  g_return_val_if_fail (CHISO_IS_YEAR_RANGE (self), 0);
  return gtk_drop_down_get_selected (self->first) == 0 ? 0 : selected_year (self->first);
}

int
chiso_year_range_get_last (ChisoYearRange *self)
{
  guint n;

  g_return_val_if_fail (CHISO_IS_YEAR_RANGE (self), 0);
  n = g_list_model_get_n_items (gtk_drop_down_get_model (self->last));
  return gtk_drop_down_get_selected (self->last) + 1 >= n ? 0 : selected_year (self->last);
}

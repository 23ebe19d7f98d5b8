/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard's way between the parts of the Compare page: what is chosen, the chart, its evidence. A
 * dozen chips and lists would stand between them otherwise. */

#include "chiso-compare-page-private.h"

static gboolean
has_focus_inside (GtkWidget *part)
{
  GtkRoot *root = gtk_widget_get_root (part);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
}

static gboolean
enter (ChisoComparePage *self, GtkWidget *part)
{
  if (part != GTK_WIDGET (self->chart))
    return gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
  if (chiso_chart_get_table_shown (self->chart))
    return gtk_widget_grab_focus (GTK_WIDGET (chiso_chart_get_table (self->chart)));
  return gtk_widget_grab_focus (GTK_WIDGET (chiso_chart_get_view (self->chart)));
}

gboolean
_chiso_compare_page_change_part (GtkWidget *widget, GVariant *args, gpointer data)
{
  ChisoComparePage *self = CHISO_COMPARE_PAGE (widget);
  GtkWidget *parts[] = { GTK_WIDGET (self->controls), GTK_WIDGET (self->places),
                         GTK_WIDGET (self->chart), GTK_WIDGET (self->evidence) };
  const guint n = G_N_ELEMENTS (parts);
  gboolean back = g_variant_get_boolean (args);
  /* From nowhere the chart is next. */
  guint at = back ? 3 : 1;

  for (guint i = 0; i < n; i++)
    if (has_focus_inside (parts[i]))
      at = i;
  for (guint step = 1; step < n; step++)
    if (enter (self, parts[(at + (back ? n - step : step)) % n]))
      return TRUE;
  return FALSE;
}

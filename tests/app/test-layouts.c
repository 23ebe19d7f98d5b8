/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many columns fit, with text of the usual size and larger. */

#include "app/chiso-column-layout.h"
#include "test-display.h"

static void
test_columns (void)
{
  g_autoptr (GtkLayoutManager) manager = NULL;
  ChisoColumnLayout *layout;

  if (!test_display_needed ())
    return;
  manager = chiso_column_layout_new (300, 3, 10, TRUE);
  layout = CHISO_COLUMN_LAYOUT (manager);
  g_assert_cmpint (chiso_column_layout_n_columns (layout, 3, 920), ==, 3);
  /* Two of three would leave one alone. */
  g_assert_cmpint (chiso_column_layout_n_columns (layout, 3, 919), ==, 1);
  g_assert_cmpint (chiso_column_layout_n_columns (layout, 4, 700), ==, 2);
  g_assert_cmpint (chiso_column_layout_n_columns (layout, 3, 100), ==, 1);
  g_assert_cmpint (chiso_column_layout_n_columns (layout, 0, 100), ==, 1);
}

/* Text twice as large needs columns twice as wide. */
static void
test_columns_scaled (void)
{
  GtkSettings *settings;
  GtkWidget *box;
  ChisoColumnLayout *layout;
  int dpi;

  if (!test_display_needed ())
    return;
  settings = gtk_settings_get_default ();
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  layout = CHISO_COLUMN_LAYOUT (chiso_column_layout_new (300, 3, 10, FALSE));
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (chiso_column_layout_n_columns (layout, 3, 920), ==, 3);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_assert_cmpint (chiso_column_layout_n_columns (layout, 3, 920), ==, 1);
  g_assert_cmpint (chiso_column_layout_n_columns (layout, 3, 1210), ==, 2);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_object_unref (box);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/app/layouts/columns", test_columns);
  g_test_add_func ("/app/layouts/columns-scaled", test_columns_scaled);
  return g_test_run ();
}

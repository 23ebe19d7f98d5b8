/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picking out of a long list by search: without diacritics, by the keyboard, the best match first. */

#include "app/chiso-picker.h"
#include "test-display.h"

static GtkWidget *
make_picker (void)
{
  g_autoptr (GPtrArray)
      choices = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_choice_free);
  GtkWidget *picker = g_object_ref_sink (
      g_object_new (CHISO_TYPE_PICKER, "prompt", "Add place", NULL));

  g_ptr_array_add (choices, chiso_choice_new ("66", "Đắk Lắk", NULL, "Provinces"));
  g_ptr_array_add (choices, chiso_choice_new ("38", "Thanh Hóa", "24 figures", "Provinces"));
  g_ptr_array_add (choices, chiso_choice_new ("01", "Hà Nội", NULL, NULL));
  chiso_picker_set_choices (CHISO_PICKER (picker), choices);
  return picker;
}

static void
test_picker (void)
{
  GtkWidget *widget;
  ChisoPicker *picker;

  if (!test_display_needed ())
    return;
  widget = make_picker ();
  picker = CHISO_PICKER (widget);
  g_assert_null (chiso_picker_get_selected (picker));
  chiso_picker_set_selected (picker, "38");
  g_assert_cmpstr (chiso_picker_get_selected (picker), ==, "38");
  g_assert_cmpuint (chiso_picker_count_matches (picker, ""), ==, 3);
  g_assert_cmpuint (chiso_picker_count_matches (picker, "dak lak"), ==, 1);
  g_assert_cmpuint (chiso_picker_count_matches (picker, "THANH HOÁ"), ==, 1);
  g_assert_cmpuint (chiso_picker_count_matches (picker, "Huế"), ==, 0);
  g_assert_finalize_object (widget);
}

/* The first descendant of a type. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static gboolean
press_down (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller))
                 == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Down, 0, 0, &taken);
    }
  return taken;
}

/* From the search entry the arrow down goes to the first line that is left. */
static void
test_picker_keys (void)
{
  GtkWidget *window, *picker, *search, *list;

  if (!test_display_needed ())
    return;
  window = gtk_window_new ();
  picker = make_picker ();
  gtk_window_set_child (GTK_WINDOW (window), picker);
  gtk_window_present (GTK_WINDOW (window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (find_widget (picker, GTK_TYPE_MENU_BUTTON)));
  search = find_widget (picker, GTK_TYPE_SEARCH_ENTRY);
  list = find_widget (picker, GTK_TYPE_LIST_BOX);
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (press_down (search));
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))
                 == gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (GTK_ROOT (window))));
  g_object_unref (picker);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
picked_cb (GString *picked, const char *key)
{
  g_string_append_printf (picked, "%s;", key);
}

/* What bears the name goes before what is only known by it too, and Enter takes what is highlighted. */
static void
test_picker_best (void)
{
  g_autoptr (GPtrArray)
      choices = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_choice_free);
  g_autoptr (GString) picked = g_string_new (NULL);
  ChisoChoice *former = chiso_choice_new ("44", "Quảng Bình", NULL, "Provinces");
  GtkWidget *window, *picker, *search, *list;
  GtkListBoxRow *best;

  if (!test_display_needed ())
    {
      chiso_choice_free (former);
      return;
    }
  former->also = g_strdup ("Quảng Trị");
  g_ptr_array_add (choices, former);
  g_ptr_array_add (choices, chiso_choice_new ("45", "Quảng Trị", NULL, "Provinces"));
  g_ptr_array_add (choices, chiso_choice_new ("34", "Trị Quảng", NULL, "Others"));
  window = gtk_window_new ();
  picker = g_object_new (CHISO_TYPE_PICKER, "prompt", "Add place", NULL);
  chiso_picker_set_choices (CHISO_PICKER (picker), choices);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (picked_cb), picked);
  gtk_window_set_child (GTK_WINDOW (window), picker);
  gtk_window_present (GTK_WINDOW (window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (find_widget (picker, GTK_TYPE_MENU_BUTTON)));
  search = find_widget (picker, GTK_TYPE_SEARCH_ENTRY);
  list = find_widget (picker, GTK_TYPE_LIST_BOX);
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (search), "quang tri");
  g_signal_emit_by_name (search, "search-changed");
  best = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)) == best);
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (picked->str, ==, "45;");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Several are chosen one after the other without opening the list again; a click closes it. */
static void
test_picker_several (void)
{
  g_autoptr (GString) picked = g_string_new (NULL);
  GtkWidget *window, *picker, *search, *list, *popover;

  if (!test_display_needed ())
    return;
  window = gtk_window_new ();
  picker = make_picker ();
  g_object_set (picker, "several", TRUE, NULL);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (picked_cb), picked);
  gtk_window_set_child (GTK_WINDOW (window), picker);
  gtk_window_present (GTK_WINDOW (window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (find_widget (picker, GTK_TYPE_MENU_BUTTON)));
  search = find_widget (picker, GTK_TYPE_SEARCH_ENTRY);
  list = find_widget (picker, GTK_TYPE_LIST_BOX);
  popover = find_widget (picker, GTK_TYPE_POPOVER);
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (search), "thanh hoa");
      g_signal_emit_by_name (search, "search-changed");
      g_signal_emit_by_name (search, "activate");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
      g_assert_true (gtk_widget_get_visible (popover));
    }
  g_assert_cmpstr (picked->str, ==, "38;38;");
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_false (gtk_widget_get_visible (popover));
  g_object_unref (picker);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (test_display_init (&argc, &argv))
    adw_init ();
  g_test_add_func ("/app/picker/search", test_picker);
  g_test_add_func ("/app/picker/keys", test_picker_keys);
  g_test_add_func ("/app/picker/best", test_picker_best);
  g_test_add_func ("/app/picker/several", test_picker_several);
  return g_test_run ();
}

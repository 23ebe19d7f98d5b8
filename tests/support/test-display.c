/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts GTK for tests and drives widgets in process, never by pixels. */

#include "test-display.h"

#include <locale.h>

#define LIMIT_SECONDS 60

static gboolean have_display;

struct _TestWait
{
  gpointer object;
  gulong handler;
  gboolean seen;
};

gboolean
test_display_init (int *argc, char ***argv)
{
  /* Not isolated by GLib, which hides the system's icons and MIME types too: the environment that the
   * build sets points to a home of the tests' own. */
  g_test_init (argc, argv, NULL);
  gtk_disable_setlocale ();
  setlocale (LC_ALL, "C.UTF-8");
  have_display = gtk_init_check ();
  /* What moves is where it goes at once. Besides, GTK 4.8 loses count of its own handlers, and says so, where a view
   * that is scrolling is hidden on the way. */
  if (have_display)
    g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  return have_display;
}

gboolean
test_display_needed (void)
{
  if (!have_display)
    g_test_skip ("there is no display to open a window on");
  return have_display;
}

static gboolean
limit_cb (gpointer data)
{
  g_error ("what the test waits for did not come within %d seconds", LIMIT_SECONDS);
  return G_SOURCE_REMOVE;
}

void
test_wait_until (gboolean (*condition) (gpointer data), gpointer data)
{
  guint limit = g_timeout_add_seconds (LIMIT_SECONDS, limit_cb, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static void
seen_cb (TestWait *wait)
{
  wait->seen = TRUE;
}

TestWait *
test_wait_new (gpointer object, const char *signal)
{
  TestWait *wait = g_new0 (TestWait, 1);

  wait->object = g_object_ref (object);
  wait->handler = g_signal_connect_swapped (object, signal, G_CALLBACK (seen_cb), wait);
  return wait;
}

static gboolean
was_seen (gpointer data)
{
  return ((TestWait *) data)->seen;
}

void
test_wait_done (TestWait *wait)
{
  test_wait_until (was_seen, wait);
  g_signal_handler_disconnect (wait->object, wait->handler);
  g_object_unref (wait->object);
  g_free (wait);
}

GtkEventController *
test_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return GTK_EVENT_CONTROLLER (controller);
    }
  return NULL;
}

static gboolean
press_in (GListModel *shortcuts, GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                             gtk_shortcut_get_arguments (shortcut));
    }
  return FALSE;
}

gboolean
test_press (GtkWidget *widget, guint keyval)
{
  return test_press_with (widget, keyval, 0);
}

gboolean
test_press_with (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller)
          && press_in (G_LIST_MODEL (controller), widget, keyval, modifiers))
        return TRUE;
    }
  return FALSE;
}

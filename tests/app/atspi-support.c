/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the tree of accessibles anew each time: nothing of it is kept, since the program changes it. An
 * object that goes away while it is looked at is one that does not match. */

#include "atspi-support.h"

#include <gio/gio.h>

#define LIMIT_SECONDS 60
#define LOOK_EVERY_MS 40
/* More than any page has; a target that cannot be reached fails the case before the limit. */
#define MAX_TABS 80
#define KEYSYM_TAB 0xff09

typedef AtspiStateSet TestStates;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestStates, g_object_unref)

const char *
test_atspi_start (void)
{
  g_autoptr (GDBusConnection) session = NULL;
  g_autoptr (GVariant) address = NULL;

  if (g_getenv ("DISPLAY") == NULL)
    return "there is no display to open a window on";
  /* Without an address a bus would be started that outlives the test. */
  if (g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL)
    return "there is no session bus";
  session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (session == NULL)
    return "the session bus cannot be reached";
  address = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                         "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                         G_DBUS_CALL_FLAGS_NONE, LIMIT_SECONDS * 1000, NULL, NULL);
  if (address == NULL)
    return "the accessibility bus (at-spi2-core) cannot be started";
  /* The library of AT-SPI warns of what a program does not expose; that is no bug of ours. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  return atspi_init () <= 1 ? NULL : "the accessibility library cannot be initialised";
}

static gboolean
tick_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
test_atspi_wait_until (gboolean (*condition) (gpointer data), gpointer data, const char *outcome)
{
  gint64 limit = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;

  while (!condition (data))
    {
      gboolean ticked = FALSE;

      if (g_get_monotonic_time () > limit)
        g_error ("%s did not come within %d seconds", outcome, LIMIT_SECONDS);
      g_timeout_add (LOOK_EVERY_MS, tick_cb, &ticked);
      while (!ticked)
        g_main_context_iteration (NULL, TRUE);
    }
}

typedef struct
{
  GPid pid;
  TestObject *found;
} Search;

static gboolean
has_window (gpointer data)
{
  Search *search = data;
  g_autoptr (TestObject) desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n && search->found == NULL; i++)
    {
      g_autoptr (TestObject) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && atspi_accessible_get_process_id (child, NULL) == (guint) search->pid
          && atspi_accessible_get_child_count (child, NULL) > 0)
        search->found = g_steal_pointer (&child);
    }
  return search->found != NULL;
}

TestObject *
test_atspi_application (GPid pid)
{
  Search search = { .pid = pid };

  test_atspi_wait_until (has_window, &search, "the program's window");
  atspi_accessible_set_cache_mask (search.found, ATSPI_CACHE_NONE);
  return search.found;
}

/* What it shows: of a label the text, of anything else the name. */
static gboolean
matches_words (TestObject *object, const TestTarget *target)
{
  g_autofree char *name = atspi_accessible_get_name (object, NULL);

  if (target->name != NULL && g_strcmp0 (name, target->name) != 0)
    return FALSE;
  return target->part == NULL || (name != NULL && strstr (name, target->part) != NULL);
}

static gboolean
matches (TestObject *object, AtspiStateSet *states, AtspiRole role, const TestTarget *target)
{
  return (!target->focused || atspi_state_set_contains (states, ATSPI_STATE_FOCUSED))
         && (target->role == ATSPI_ROLE_INVALID || role == target->role)
         && matches_words (object, target);
}

static void
add_children (GQueue *queue, TestObject *object)
{
  int n = atspi_accessible_get_child_count (object, NULL);

  for (int i = 0; i < n; i++)
    {
      TestObject *child = atspi_accessible_get_child_at_index (object, i, NULL);

      if (child != NULL)
        g_queue_push_tail (queue, child);
    }
}

/* Level by level: what a window says in passing (a toast stays for five seconds) lies near its root, and
 * is not to be gone by the time that all of the pages has been asked. */
TestObject *
test_atspi_find (TestObject *root, const TestTarget *target)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  TestObject *found = NULL;

  g_queue_push_tail (queue, g_object_ref (root));
  while (found == NULL && !g_queue_is_empty (queue))
    {
      g_autoptr (TestObject) object = g_queue_pop_head (queue);
      g_autoptr (TestStates) states = atspi_accessible_get_state_set (object);
      AtspiRole role = atspi_accessible_get_role (object, NULL);

      if (role == ATSPI_ROLE_APPLICATION)
        add_children (queue, object);
      /* What is hidden hides what is in it. */
      else if (states == NULL || !atspi_state_set_contains (states, ATSPI_STATE_VISIBLE))
        continue;
      else if (matches (object, states, role, target))
        found = g_object_ref (object);
      else
        add_children (queue, object);
    }
  while (!g_queue_is_empty (queue))
    g_object_unref (g_queue_pop_head (queue));
  return found;
}

typedef struct
{
  TestObject *root;
  const TestTarget *target;
  TestObject *found;
} Look;

static gboolean
is_there (gpointer data)
{
  Look *look = data;

  look->found = test_atspi_find (look->root, look->target);
  return look->found != NULL;
}

TestObject *
test_atspi_wait (TestObject *root, const TestTarget *target)
{
  Look look = { .root = root, .target = target };

  test_atspi_wait_until (is_there, &look, target->outcome);
  return look.found;
}

static gboolean
is_gone (gpointer data)
{
  Look *look = data;
  g_autoptr (TestObject) found = test_atspi_find (look->root, look->target);

  return found == NULL;
}

void
test_atspi_wait_gone (TestObject *root, const TestTarget *target)
{
  Look look = { .root = root, .target = target };
  g_autofree char *outcome = g_strdup_printf ("the end of %s", target->outcome);

  test_atspi_wait_until (is_gone, &look, outcome);
}

void
test_atspi_press (guint keysym)
{
  g_autoptr (GError) error = NULL;

  atspi_generate_keyboard_event (keysym, NULL, ATSPI_KEY_SYM, &error);
  g_assert_no_error (error);
}

void
test_atspi_press_control (guint keysym)
{
  const long control = 1 << ATSPI_MODIFIER_CONTROL;
  g_autoptr (GError) error = NULL;

  atspi_generate_keyboard_event (control, NULL, ATSPI_KEY_LOCKMODIFIERS, &error);
  g_assert_no_error (error);
  test_atspi_press (keysym);
  atspi_generate_keyboard_event (control, NULL, ATSPI_KEY_UNLOCKMODIFIERS, &error);
  g_assert_no_error (error);
}

/* Every question crosses the bus, and the whole tree has thousands: who got the keyboard is told by the
 * program instead. */
static void
focused_cb (AtspiEvent *event, gpointer data)
{
  TestObject **now = data;

  if (event->detail1 != 0)
    g_set_object (now, event->source);
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gboolean
is_target (TestObject *object, const TestTarget *target)
{
  return (target->role == ATSPI_ROLE_INVALID
          || atspi_accessible_get_role (object, NULL) == target->role)
         && matches_words (object, target);
}

TestObject *
test_atspi_tab_to (TestObject *root, TestTarget target)
{
  static const char event[] = "object:state-changed:focused";
  const TestTarget any = { .focused = TRUE, .outcome = "the keyboard's focus" };
  TestObject *now = NULL, *begin;
  AtspiEventListener *listener = atspi_event_listener_new (focused_cb, &now, NULL);
  g_autoptr (GError) error = NULL;

  atspi_event_listener_register (listener, event, &error);
  g_assert_no_error (error);
  begin = test_atspi_find (root, &any);
  /* What was told before the answers to that search is of no step made here. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&now);
  now = begin;
  for (guint i = 0; (now == NULL || !is_target (now, &target)) && i < MAX_TABS; i++)
    {
      g_clear_object (&now);
      test_atspi_press (KEYSYM_TAB);
      test_atspi_wait_until (is_set, &now, "the next step of the Tab key");
    }
  atspi_event_listener_deregister (listener, event, NULL);
  g_object_unref (listener);
  if (now == NULL || !is_target (now, &target))
    g_error ("%s was not reached with the Tab key", target.outcome);
  return now;
}

/* An interface is the object itself with one more reference. */
void
test_atspi_click (TestObject *button)
{
  AtspiAction *action = atspi_accessible_get_action_iface (button);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (action);
  g_assert_true (atspi_action_do_action (action, 0, &error));
  g_assert_no_error (error);
  g_object_unref (action);
}

char *
test_atspi_get_text (TestObject *object)
{
  AtspiText *text = atspi_accessible_get_text_iface (object);
  g_autoptr (GError) error = NULL;
  char *words;

  g_assert_nonnull (text);
  words = atspi_text_get_text (text, 0, -1, &error);
  g_assert_no_error (error);
  g_object_unref (text);
  return words;
}

void
test_atspi_set_text (TestObject *entry, const char *words)
{
  AtspiEditableText *text = atspi_accessible_get_editable_text_iface (entry);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (text);
  g_assert_true (atspi_editable_text_set_text_contents (text, words, &error));
  g_assert_no_error (error);
  g_object_unref (text);
}

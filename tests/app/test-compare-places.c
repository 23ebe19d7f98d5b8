/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing places and indicators on the Compare page by the keyboard, and what becomes of the places that
 * were only suggested. */

#include "app-support.h"
#include "app/chiso-compare-page-private.h"
#include "app/chiso-place-chip.h"
#include "app/chiso-window-private.h"
#include "plot/plot-theme.h"
#include "test-display.h"

typedef struct
{
  ChisoSession *session;
  char *folder;
  ChisoWindow *window;
  ChisoComparePage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  TestWait *wait;

  if (!test_display_needed ())
    return;
  fixture->session = test_session_new_with_library (&fixture->folder);
  fixture->window = CHISO_WINDOW (chiso_window_new (NULL, fixture->session));
  fixture->page = _chiso_window_get_compare (fixture->window);
  wait = test_wait_new (fixture->page, "loaded");
  gtk_window_present (GTK_WINDOW (fixture->window));
  chiso_window_show_page (fixture->window, "compare");
  test_wait_done (wait);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  test_session_end (fixture->session, fixture->folder);
}

/* The n-th widget of the type below widget, in the order of the tree. */
static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static ChisoPlaceChip *
chip (Fixture *fixture, guint n)
{
  return CHISO_PLACE_CHIP (find_nth (GTK_WIDGET (fixture->page), CHISO_TYPE_PLACE_CHIP, &n));
}

/* The places as "08 40". */
static void
assert_places (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; i < fixture->page->state->places->len; i++)
    g_string_append_printf (places, "%s%s", i > 0 ? " " : "",
                            (const char *) fixture->page->state->places->pdata[i]);
  g_assert_cmpstr (places->str, ==, expected);
}

static void
pick (Fixture *fixture, const char *id, const char *key)
{
  TestWait *wait = test_wait_new (fixture->page, "loaded");
  GObject *picker = g_str_equal (id, "indicator_picker")
                        ? gtk_widget_get_template_child (GTK_WIDGET (fixture->page->controls),
                                                         CHISO_TYPE_COMPARE_CONTROLS, id)
                        : gtk_widget_get_template_child (GTK_WIDGET (fixture->page->places),
                                                         CHISO_TYPE_PLACE_BAR, id);

  g_signal_emit_by_name (picker, "picked", key);
  test_wait_done (wait);
}

/* Whether the list of the n-th picker below widget is open, with the keyboard in it. */
static gboolean
is_choosing (gpointer widget)
{
  guint n = 0;
  GtkWidget *popover = find_nth (widget, GTK_TYPE_POPOVER, &n);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return popover != NULL && gtk_widget_get_mapped (popover) && focus != NULL
         && gtk_widget_is_ancestor (focus, popover);
}

static void
test_open_lists (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  g_assert_true (test_press_with (GTK_WIDGET (fixture->page), GDK_KEY_l, GDK_CONTROL_MASK));
  test_wait_until (is_choosing, fixture->page->places);
  g_assert_true (test_press_with (GTK_WIDGET (fixture->page), GDK_KEY_i, GDK_CONTROL_MASK));
  test_wait_until (is_choosing, fixture->page->controls);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = NULL;
  TestWait *wait;
  gboolean handled = FALSE;
  guint n_before;

  if (fixture->window == NULL)
    return;
  n_before = fixture->page->state->places->len;
  second = g_strdup (chiso_place_chip_get_place (chip (fixture, 1)));
  wait = test_wait_new (fixture->page, "loaded");
  gtk_widget_grab_focus (GTK_WIDGET (chip (fixture, 0)));
  g_signal_emit_by_name (
      test_controller (GTK_WIDGET (chip (fixture, 0)), GTK_TYPE_EVENT_CONTROLLER_KEY),
      "key-pressed", GDK_KEY_Delete, 0, 0, &handled);
  g_assert_true (handled);
  test_wait_done (wait);
  g_assert_cmpuint (fixture->page->state->places->len, ==, n_before - 1);
  /* The next chip stands there, with the keyboard. */
  g_assert_cmpstr (chiso_place_chip_get_place (chip (fixture, 0)), ==, second);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (chip (fixture, 0))));
}

static gboolean
has_focus_in (Fixture *fixture, gpointer part)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part));
}

/* F6 leads through the parts of the page, past one that has nothing for the keyboard. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  if (fixture->window == NULL)
    return;
  page = GTK_WIDGET (fixture->page);
  gtk_widget_grab_focus (GTK_WIDGET (chip (fixture, 2)));
  g_assert_true (test_press (page, GDK_KEY_F6));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (chiso_chart_get_view (fixture->page->chart))));
  g_assert_true (test_press (page, GDK_KEY_F6));
  g_assert_true (has_focus_in (fixture, fixture->page->controls));
  g_assert_true (test_press_with (page, GDK_KEY_F6, GDK_SHIFT_MASK));
  g_assert_true (has_focus_in (fixture, fixture->page->chart));
  chiso_compare_page_activate (
      fixture->page,
      plot_figure_mark (chiso_chart_get_shown_figure (fixture->page->chart), 0, 0)->key);
  g_assert_true (test_press (page, GDK_KEY_F6));
  g_assert_true (has_focus_in (fixture, fixture->page->evidence));
  g_assert_true (test_press_with (page, GDK_KEY_F6, GDK_SHIFT_MASK));
  g_assert_true (has_focus_in (fixture, fixture->page->chart));
}

/* The first place that a person chooses stands alone, the next beside it. */
static void
test_suggested (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  g_assert_true (fixture->page->suggested);
  g_assert_cmpuint (fixture->page->state->places->len, ==, 5);
  pick (fixture, "indicator_picker", "citizen_receptions");
  g_assert_true (fixture->page->suggested);
  pick (fixture, "place_picker", "63:40");
  assert_places (fixture, "40");
  pick (fixture, "place_picker", "63:38");
  pick (fixture, "indicator_picker", "ntm_communes");
  assert_places (fixture, "40 38");
}

/* What was suggested and then touched is the person's own. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  TestWait *wait;

  if (fixture->window == NULL)
    return;
  wait = test_wait_new (fixture->page, "loaded");
  g_signal_emit_by_name (chip (fixture, 0), "clicked");
  test_wait_done (wait);
  g_assert_false (fixture->page->suggested);
  pick (fixture, "place_picker", "63:40");
  g_assert_cmpuint (fixture->page->state->places->len, ==, 5);
}

/* What was taken out, one or all, comes back in its order; so does what was only suggested. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  TestWait *wait;

  if (fixture->window == NULL)
    return;
  pick (fixture, "place_picker", "63:40");
  pick (fixture, "place_picker", "63:38");
  wait = test_wait_new (fixture->page, "loaded");
  g_signal_emit_by_name (chip (fixture, 0), "clicked");
  test_wait_done (wait);
  assert_places (fixture, "38");
  g_assert_nonnull (strstr (adw_toast_get_title (fixture->page->undo), "Nghe An"));
  wait = test_wait_new (fixture->page, "loaded");
  g_signal_emit_by_name (fixture->page->undo, "button-clicked");
  test_wait_done (wait);
  assert_places (fixture, "40 38");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "compare.start-anew", NULL);
  assert_places (fixture, "");
  wait = test_wait_new (fixture->page, "loaded");
  g_signal_emit_by_name (fixture->page->undo, "button-clicked");
  test_wait_done (wait);
  assert_places (fixture, "40 38");
}

/* A chip has the colour that the chart gives its place: the country is grey beside others. */
static void
test_colours (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  pick (fixture, "place_picker", "63:VN");
  g_assert_cmpint (chiso_place_chip_get_colour (chip (fixture, 0)), ==, 0);
  pick (fixture, "place_picker", "63:40");
  g_assert_cmpint (chiso_place_chip_get_colour (chip (fixture, 0)), ==, PLOT_N_HUES);
  g_assert_cmpint (chiso_place_chip_get_colour (chip (fixture, 1)), ==, 1);
}

int
main (int argc, char **argv)
{
  if (test_display_init (&argc, &argv))
    adw_init ();
#define ADD(path, function)                                                                        \
  g_test_add ("/app/compare-places/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("open-lists", test_open_lists);
  ADD ("delete", test_delete);
  ADD ("parts", test_parts);
  ADD ("suggested", test_suggested);
  ADD ("kept", test_kept);
  ADD ("undo", test_undo);
  ADD ("colours", test_colours);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named views in the window: what is saved comes back as it was, and each change can be taken back. */

#include "app-support.h"
#include "app/chiso-compare-page-private.h"
#include "app/chiso-view-row.h"
#include "app/chiso-window-private.h"
#include "test-display.h"

#include <string.h>

typedef struct
{
  ChisoSession *session;
  char *folder;
  ChisoWindow *window;
  ChisoComparePage *page;
  GString *said;
} Fixture;

static void
message_cb (Fixture *fixture, const char *sentence)
{
  g_string_append (fixture->said, sentence);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  TestWait *wait;

  if (!test_display_needed ())
    return;
  fixture->session = test_session_new_with_library (&fixture->folder);
  fixture->said = g_string_new (NULL);
  g_signal_connect_swapped (fixture->session, "message", G_CALLBACK (message_cb), fixture);
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
  g_string_free (fixture->said, TRUE);
}

/* The first widget of the type below widget, in the order of the tree; with a label, the button of
 * that label. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  Fixture *fixture;
  const char *names; /* with bars */
} Expected;

static gboolean
are_names (gpointer data)
{
  Expected *expected = data;
  g_autoptr (GPtrArray)
      views = chiso_store_views_sync (chiso_session_get_store (expected->fixture->session), NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "",
                            ((ChisoSavedView *) views->pdata[i])->name);
  return strcmp (names->str, expected->names) == 0;
}

#define wait_names(fixture, text) test_wait_until (are_names, &(Expected){ fixture, text })

/* Whether the list shows a row of that name. */
static gboolean
has_row (gpointer data)
{
  Expected *expected = data;
  GtkWidget *row = find_widget (GTK_WIDGET (expected->fixture->page->views), CHISO_TYPE_VIEW_ROW,
                                NULL);

  return row != NULL
         && g_str_equal (chiso_view_row_get_view (CHISO_VIEW_ROW (row))->name, expected->names);
}

static ChisoViewRow *
wait_row (Fixture *fixture, const char *name)
{
  test_wait_until (has_row, &(Expected){ fixture, name });
  return CHISO_VIEW_ROW (
      find_widget (GTK_WIDGET (fixture->page->views), CHISO_TYPE_VIEW_ROW, NULL));
}

static gboolean
click_undo (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *button = find_widget (GTK_WIDGET (fixture->window->toast_overlay), GTK_TYPE_BUTTON,
                                   "_Undo");

  if (button == NULL)
    return FALSE;
  g_signal_emit_by_name (button, "clicked");
  return TRUE;
}

static GtkMenuButton *
menu_button (Fixture *fixture)
{
  return GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (fixture->page->views)));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  ChisoCompareState *state;
  ChisoViewRow *row;
  TestWait *wait;

  if (fixture->window == NULL)
    return;
  state = fixture->page->state;
  state->kind = PLOT_KIND_COLUMN;
  state->first_year = 2019;
  chiso_chart_set_table_shown (fixture->page->chart, TRUE);
  chiso_compare_state_move_place (state, state->places->pdata[0], 2);
  chiso_views_button_set_state (fixture->page->views, state, fixture->session);
  before = chiso_comparison_format (state);
  chiso_views_button_save (fixture->page->views, "  Đối thoại ");
  wait_names (fixture, "Đối thoại");

  state->kind = PLOT_KIND_BAR;
  g_ptr_array_set_size (state->places, 1);
  chiso_chart_set_table_shown (fixture->page->chart, FALSE);
  g_assert_false (state->table);
  gtk_menu_button_popup (menu_button (fixture));
  row = wait_row (fixture, "Đối thoại");
  wait = test_wait_new (fixture->page, "loaded");
  gtk_widget_activate (GTK_WIDGET (row));
  test_wait_done (wait);
  after = chiso_comparison_format (fixture->page->state);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (chiso_chart_get_table_shown (fixture->page->chart));
  g_assert_cmpstr (fixture->said->str, ==, "");
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  chiso_views_button_save (fixture->page->views, "Một");
  wait_names (fixture, "Một");
  gtk_menu_button_popup (menu_button (fixture));
  g_signal_emit_by_name (wait_row (fixture, "Một"), "renamed", "Hai");
  wait_names (fixture, "Hai");
  test_wait_until (click_undo, fixture);
  wait_names (fixture, "Một");
  g_signal_emit_by_name (wait_row (fixture, "Một"), "removed");
  wait_names (fixture, "");
}

static void
test_undo_removal (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  chiso_views_button_save (fixture->page->views, "Một");
  wait_names (fixture, "Một");
  gtk_menu_button_popup (menu_button (fixture));
  g_signal_emit_by_name (wait_row (fixture, "Một"), "removed");
  wait_names (fixture, "");
  test_wait_until (click_undo, fixture);
  wait_names (fixture, "Một");
}

static void
test_taken (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  chiso_views_button_save (fixture->page->views, "Một");
  wait_names (fixture, "Một");
  chiso_views_button_save (fixture->page->views, "Hai");
  wait_names (fixture, "Hai|Một");
  gtk_menu_button_popup (menu_button (fixture));
  g_signal_emit_by_name (wait_row (fixture, "Hai"), "renamed", "  Một");
  g_assert_nonnull (strstr (fixture->said->str, "“Một”"));
  wait_names (fixture, "Hai|Một");
}

/* The rest of a view is shown, and what is gone is named. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *indicator = NULL;
  TestWait *wait;

  if (fixture->window == NULL)
    return;
  indicator = g_strdup (fixture->page->state->indicator);
  wait = test_wait_new (fixture->page, "loaded");
  g_signal_emit_by_name (fixture->page->views, "opened", "Cũ",
                         "[compare]\nindicator=gone_for_good\nplace=40;991;38;\nkind=bar\n");
  test_wait_done (wait);
  g_assert_cmpstr (fixture->page->state->indicator, ==, indicator);
  g_assert_cmpuint (fixture->page->state->places->len, ==, 2);
  g_assert_cmpint (fixture->page->state->kind, ==, PLOT_KIND_BAR);
  g_assert_nonnull (strstr (fixture->said->str, "“Cũ”"));
  g_assert_nonnull (strstr (fixture->said->str, "gone_for_good"));
  g_assert_nonnull (strstr (fixture->said->str, "991"));
}

/* The button that shows the table follows the key that does. */
static void
test_table_button (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  gtk_toggle_button_set_active (fixture->page->table, TRUE);
  g_assert_true (chiso_chart_get_table_shown (fixture->page->chart));
  g_assert_true (test_press (GTK_WIDGET (fixture->page), GDK_KEY_F9));
  g_assert_false (chiso_chart_get_table_shown (fixture->page->chart));
  g_assert_false (gtk_toggle_button_get_active (fixture->page->table));
}

int
main (int argc, char **argv)
{
  if (test_display_init (&argc, &argv))
    adw_init ();
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/app/views/open", test_open);
  ADD ("/app/views/changes", test_changes);
  ADD ("/app/views/undo-removal", test_undo_removal);
  ADD ("/app/views/taken", test_taken);
  ADD ("/app/views/missing", test_missing);
  ADD ("/app/views/table-button", test_table_button);
  return g_test_run ();
}

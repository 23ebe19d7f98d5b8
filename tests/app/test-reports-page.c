/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Reports page over a real library: the list, the search, a removal that is undone. */

#include "app-support.h"
#include "app/chiso-report-item.h"
#include "app/chiso-reports-page-private.h"
#include "test-display.h"

typedef struct
{
  ChisoSession *session;
  char *folder;
  ChisoReportsPage *page;
  GtkWindow *window;
} Fixture;

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->page->reports));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toasts;
  TestWait *wait;

  if (!test_display_needed ())
    return;
  fixture->session = test_session_new_with_library (&fixture->folder);
  fixture->page = CHISO_REPORTS_PAGE (chiso_reports_page_new (fixture->session));
  wait = test_wait_new (fixture->page, "loaded");
  toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), GTK_WIDGET (fixture->page));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, toasts);
  gtk_window_present (fixture->window);
  test_wait_done (wait);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* What was still asked of the library holds the page and its reader until the answer came. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer reader;

  if (fixture->window == NULL)
    return;
  reader = fixture->page->reader;
  g_object_add_weak_pointer (reader, &reader);
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (fixture->window);
  test_wait_until (is_gone, &fixture->page);
  test_wait_until (is_gone, &reader);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  test_session_end (fixture->session, fixture->folder);
}

typedef struct
{
  Fixture *fixture;
  guint n;
} Expected;

static gboolean
has_as_many (gpointer data)
{
  Expected *expected = data;

  return count (expected->fixture) == expected->n;
}

/* The library's "changed" and the list's "loaded" may come for several changes at once. */
static void
wait_for_count (Fixture *fixture, guint n)
{
  test_wait_until (has_as_many, &(Expected){ fixture, n });
}

static void
import (Fixture *fixture, const char *text, const char *name)
{
  TestWait *wait = test_wait_new (_chiso_reports_page_ensure_job (fixture->page), "finished");

  chiso_import_job_add_text (fixture->page->job, text, name);
  test_wait_done (wait);
}

static gint64
selected_id (Fixture *fixture)
{
  ChisoReportItem *item = gtk_single_selection_get_selected_item (fixture->page->selection);

  return item != NULL ? chiso_report_item_get_id (item) : 0;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  if (fixture->window == NULL)
    return;
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->stack), ==, "empty");
  test_session_add_report (fixture->session, &id);
  wait_for_count (fixture, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->stack), ==, "reports");
  g_assert_cmpuint (chiso_report_items_find (G_LIST_MODEL (fixture->page->reports), id), ==, 0);
  g_assert_cmpint (selected_id (fixture), ==, id);
  g_assert_cmpint (chiso_reader_get_document_id (fixture->page->reader), ==, id);
}

/* A text without a title is called by its file; one that was pasted, in the person's language, whatever that was of
 * the person who pasted it. */
static void
test_titles (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title, *name, *expected;
  } cases[] = {
    { "Báo cáo năm 2023", "a.txt", "Báo cáo năm 2023" },
    { NULL, "a.txt", "a.txt" },
    { "", "a.txt", "a.txt" },
    { NULL, CHISO_DOCUMENT_CLIPBOARD, "Pasted text" },
    { "Báo cáo năm 2023", CHISO_DOCUMENT_CLIPBOARD, "Báo cáo năm 2023" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ChisoDocument) document = chiso_document_new (cases[i].name);

      document->title = g_strdup (cases[i].title);
      g_assert_cmpstr (chiso_report_title (document), ==, cases[i].expected);
    }
}

/* Each answer differs from the one before, so that it cannot be mistaken for it. */
static void
search (Fixture *fixture, const char *words, guint n)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->page->search), words);
  wait_for_count (fixture, n);
}

/* With its marks or without, and what is not there is said not to be. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  if (fixture->window == NULL)
    return;
  test_session_add_report (fixture->session, &id);
  wait_for_count (fixture, 1);
  search (fixture, "zebra", 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->results), ==, "none");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->stack), ==, "reports");
  search (fixture, "bao nghe an", 1);
  search (fixture, "zebra", 0);
  search (fixture, "đối thoại", 1);
  search (fixture, "zebra", 0);
  search (fixture, "doi thoai", 1);
  search (fixture, "zebra", 0);
  search (fixture, "", 1);
}

/* What is read stays selected and stays the same item when other reports come. */
static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  ChisoStore *store;
  g_autoptr (GObject) item = NULL;
  g_autoptr (ChisoDocument) other = chiso_document_new ("khac.txt");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  ChisoExtraction extraction = { .observations = none, .boundary = CHISO_BOUNDARY_63 };
  ChisoAdded added;
  gint64 id;

  if (fixture->window == NULL)
    return;
  test_session_add_report (fixture->session, &id);
  wait_for_count (fixture, 1);
  item = g_object_ref (gtk_single_selection_get_selected_item (fixture->page->selection));

  store = chiso_session_get_store (fixture->session);
  other->text = g_strdup ("Một báo cáo khác.");
  other->length = strlen (other->text);
  other->format = g_strdup ("text");
  other->encoding = g_strdup ("UTF-8");
  other->boundary = CHISO_BOUNDARY_63;
  chiso_store_add_sync (store, other, &extraction, &added, &error);
  g_assert_no_error (error);
  wait_for_count (fixture, 2);
  g_assert_cmpint (selected_id (fixture), ==, id);
  g_assert_true (item == gtk_single_selection_get_selected_item (fixture->page->selection));
  g_assert_cmpint (chiso_reader_get_document_id (fixture->page->reader), ==, id);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
offers_undo (gpointer data)
{
  return find_button (data, "_Undo") != NULL;
}

/* Removed at once and without a question, because the toast's button brings it back. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root;

  if (fixture->window == NULL)
    return;
  root = GTK_WIDGET (fixture->window);
  import (fixture, TEST_SENTENCE, "bao-cao.txt");
  wait_for_count (fixture, 1);
  _chiso_reports_page_remove (fixture->page, selected_id (fixture));
  wait_for_count (fixture, 0);
  test_wait_until (offers_undo, root);
  g_assert_cmpint (chiso_reader_get_document_id (fixture->page->reader), ==, 0);

  g_signal_emit_by_name (find_button (root, "_Undo"), "clicked");
  wait_for_count (fixture, 1);
  g_assert_cmpint (selected_id (fixture), !=, 0);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/app/reports-page/list", test_list },     { "/app/reports-page/titles", test_titles },
    { "/app/reports-page/search", test_search }, { "/app/reports-page/refresh", test_refresh },
    { "/app/reports-page/remove", test_remove },
  };

  if (test_display_init (&argc, &argv))
    adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  return g_test_run ();
}

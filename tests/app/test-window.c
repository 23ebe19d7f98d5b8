/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window over a temporary library: pages, a mark that opens its sentence, failures. */

#include "app-support.h"
#include "app/chiso-compare-page-private.h"
#include "app/chiso-export-dialog.h"
#include "app/chiso-window-private.h"
#include "test-display.h"

#include <glib/gstdio.h>

typedef struct
{
  ChisoSession *session;
  char *folder;
  ChisoWindow *window;
} Fixture;

/* A window on a new library, with what both pages opened on loaded. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  TestWait *overview, *compare;

  if (!test_display_needed ())
    return;
  fixture->session = test_session_new_with_library (&fixture->folder);
  fixture->window = CHISO_WINDOW (chiso_window_new (NULL, fixture->session));
  overview = test_wait_new (fixture->window->overview, "loaded");
  compare = test_wait_new (_chiso_window_get_compare (fixture->window), "loaded");
  gtk_window_present (GTK_WINDOW (fixture->window));
  test_wait_done (overview);
  test_wait_done (compare);
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

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  const char *const pages[] = { "compare", "reports", "overview" };

  if (fixture->window == NULL)
    return;
  g_assert_cmpstr (chiso_window_get_page (fixture->window), ==, "overview");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", pages[i]);
      g_assert_cmpstr (chiso_window_get_page (fixture->window), ==, pages[i]);
      /* The keyboard goes on inside the page. */
      if (i == 0)
        {
          GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

          g_assert_nonnull (focus);
          g_assert_true (gtk_widget_is_ancestor (
              focus, GTK_WIDGET (_chiso_window_get_compare (fixture->window))));
        }
    }
}

static gboolean
is_export_dialog_open (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (CHISO_IS_EXPORT_DIALOG (item->data))
      return TRUE;
  return FALSE;
}

/* Charts of a page that is not in view are not what a person means to export. */
static void
test_export_by_page (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  chiso_window_show_page (fixture->window, "reports");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export", NULL);
  g_assert_false (is_export_dialog_open ());
  chiso_window_show_page (fixture->window, "overview");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export", NULL);
  g_assert_true (is_export_dialog_open ());
}

/* A sheet of either page with charts; the charts in view keep the titles that the sheet prints. */
static void
test_report_sheet (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "overview", "compare" };

  if (fixture->window == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
      g_autofree char *written = NULL;
      g_autoptr (GPtrArray) figures = NULL;
      g_autoptr (GError) error = NULL;

      chiso_window_show_page (fixture->window, pages[i]);
      _chiso_window_write_sheet (fixture->window, path, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &written, NULL, &error));
      g_assert_true (g_str_has_prefix (written, "%PDF-"));
      figures = i == 0
                    ? chiso_overview_page_list_figures (fixture->window->overview)
                    : chiso_compare_page_list_figures (_chiso_window_get_compare (fixture->window));
      g_assert_cmpstr (plot_figure_title (figures->pdata[0]), !=, NULL);
      g_unlink (path);
    }
}

static void
test_no_report_sheet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (fixture->window == NULL)
    return;
  path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  chiso_window_show_page (fixture->window, "reports");
  g_assert_false (_chiso_window_write_sheet (fixture->window, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* It opens on a place that has something to show. */
static void
test_opening (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) figures = NULL;

  if (fixture->window == NULL)
    return;
  g_assert_nonnull (chiso_overview_page_get_place (fixture->window->overview));
  g_assert_cmpint (chiso_overview_page_get_year (fixture->window->overview), >, 2000);
  figures = chiso_overview_page_list_figures (fixture->window->overview);
  g_assert_cmpuint (figures->len, >, 0);
}

static guint64
first_key (PlotFigure *figure)
{
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    for (guint m = 0; m < plot_figure_n_marks (figure, s); m++)
      if (plot_figure_mark (figure, s, m)->key != 0)
        return plot_figure_mark (figure, s, m)->key;
  return 0;
}

typedef struct
{
  ChisoOverviewPage *page;
  guint64 key;
} Activation;

/* A chart has marks to activate once it has been given its size. */
static gboolean
activate_mark (gpointer data)
{
  Activation *activation = data;

  return chiso_overview_page_activate (activation->page, activation->key);
}

static void
test_overview_mark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) figures = NULL;
  guint64 key;

  if (fixture->window == NULL)
    return;
  figures = chiso_overview_page_list_figures (fixture->window->overview);
  key = first_key (figures->pdata[0]);
  g_assert_null (chiso_overview_page_get_sentence (fixture->window->overview));
  g_assert_false (chiso_overview_page_activate (fixture->window->overview, 999999));
  test_wait_until (activate_mark, &(Activation){ fixture->window->overview, key });
  /* The starter library is curated: there is no sentence, and the pane says so. */
  g_assert_true (g_str_has_prefix (chiso_overview_page_get_sentence (fixture->window->overview),
                                   "No sentence"));
}

static void
test_compare_default (Fixture *fixture, gconstpointer data)
{
  const ChisoCompareState *state;
  g_autoptr (GPtrArray) figures = NULL;

  if (fixture->window == NULL)
    return;
  state = chiso_compare_page_get_state (_chiso_window_get_compare (fixture->window));
  g_assert_nonnull (state->indicator);
  g_assert_cmpuint (state->places->len, ==, 5);
  figures = chiso_compare_page_list_figures (_chiso_window_get_compare (fixture->window));
  g_assert_cmpuint (figures->len, ==, 1);
  g_assert_true (chiso_compare_page_activate (_chiso_window_get_compare (fixture->window),
                                              first_key (figures->pdata[0])));
  g_assert_nonnull (chiso_compare_page_get_sentence (_chiso_window_get_compare (fixture->window)));
}

static GObject *
child_of_controls (Fixture *fixture, const char *id)
{
  return gtk_widget_get_template_child (
      GTK_WIDGET (_chiso_window_get_compare (fixture->window)->controls),
      CHISO_TYPE_COMPARE_CONTROLS, id);
}

/* Choosing a chart of two indicators loads a second one, which can be chosen as well. */
static void
test_compare_two (Fixture *fixture, gconstpointer data)
{
  const ChisoCompareState *state;
  g_autoptr (GPtrArray) figures = NULL;
  g_autofree char *first = NULL;
  GtkDropDown *kinds;
  GObject *across;
  TestWait *wait;

  if (fixture->window == NULL)
    return;
  kinds = GTK_DROP_DOWN (child_of_controls (fixture, "kinds"));
  across = child_of_controls (fixture, "across_picker");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (across)));
  wait = test_wait_new (_chiso_window_get_compare (fixture->window), "loaded");
  gtk_drop_down_set_selected (kinds,
                              g_list_model_get_n_items (gtk_drop_down_get_model (kinds)) - 1);
  test_wait_done (wait);
  state = chiso_compare_page_get_state (_chiso_window_get_compare (fixture->window));
  g_assert_cmpint (state->kind, ==, PLOT_KIND_SCATTER);
  g_assert_nonnull (state->across);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (across)));
  figures = chiso_compare_page_list_figures (_chiso_window_get_compare (fixture->window));
  g_assert_cmpint (plot_figure_kind (figures->pdata[0]), ==, PLOT_KIND_SCATTER);
  g_assert_cmpuint (plot_figure_n_marks (figures->pdata[0], 0), >, 0);
  g_assert_true (chiso_compare_page_activate (_chiso_window_get_compare (fixture->window),
                                              first_key (figures->pdata[0])));
  first = g_strdup (state->indicator);
  wait = test_wait_new (_chiso_window_get_compare (fixture->window), "loaded");
  g_signal_emit_by_name (across, "picked", first);
  test_wait_done (wait);
  g_assert_cmpstr (
      chiso_compare_page_get_state (_chiso_window_get_compare (fixture->window))->across, ==,
      first);
}

/* From a figure in the reader to its mark, and the mark opens the sentence. */
static void
test_show_record (Fixture *fixture, gconstpointer data)
{
  ChisoComparePage *compare;
  TestWait *wait;
  gint64 document, record;

  if (fixture->window == NULL)
    return;
  compare = _chiso_window_get_compare (fixture->window);
  wait = test_wait_new (compare, "loaded");
  record = test_session_add_report (fixture->session, &document);
  test_wait_done (wait);

  wait = test_wait_new (compare, "loaded");
  g_signal_emit_by_name (_chiso_window_get_reports (fixture->window), "show-record", record);
  g_assert_cmpstr (chiso_window_get_page (fixture->window), ==, "compare");
  test_wait_done (wait);
  g_assert_cmpstr (chiso_compare_page_get_state (compare)->indicator, ==, "dialogue_sessions");
  g_assert_cmpstr (chiso_compare_page_get_sentence (compare), ==, TEST_SENTENCE);
  g_assert_true (chiso_compare_page_activate (compare, record));
  g_assert_cmpstr (chiso_compare_page_get_sentence (compare), ==, TEST_SENTENCE);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-evidence", "(xx)", document,
                              record);
  g_assert_cmpstr (chiso_window_get_page (fixture->window), ==, "reports");
}

/* The decision that stands about the record. */
static ChisoDecisionKind
decision_of (ChisoSession *session, gint64 record)
{
  const ChisoQuery query = { .record_id = record };
  g_autoptr (GPtrArray)
      records = chiso_store_query_sync (chiso_session_get_store (session), &query, NULL);

  g_assert_cmpuint (records->len, ==, 1);
  return ((ChisoRecord *) records->pdata[0])->decision.kind;
}

/* The action of the evidence's menus, and that of the toast and of the evidence's button. */
static void
test_decide (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *sentence = NULL;
  TestWait *wait;
  gint64 document, record;

  if (fixture->window == NULL)
    return;
  wait = test_wait_new (_chiso_window_get_compare (fixture->window), "loaded");
  record = test_session_add_report (fixture->session, &document);
  test_wait_done (wait);

  wait = test_wait_new (_chiso_window_get_compare (fixture->window), "loaded");
  chiso_compare_page_show_record (_chiso_window_get_compare (fixture->window), record);
  test_wait_done (wait);
  sentence = g_strdup (
      chiso_compare_page_get_sentence (_chiso_window_get_compare (fixture->window)));
  g_assert_nonnull (sentence);
  wait = test_wait_new (_chiso_window_get_compare (fixture->window), "loaded");
  gtk_widget_activate_action (window, "win.decide", "(xss)", record, "reject", "typing_error");
  test_wait_done (wait);
  g_assert_cmpint (decision_of (fixture->session, record), ==, CHISO_DECISION_REJECT);
  /* Its mark is gone, and the evidence stays where it can be undone. */
  g_assert_cmpstr (chiso_compare_page_get_sentence (_chiso_window_get_compare (fixture->window)),
                   ==, sentence);
  wait = test_wait_new (_chiso_window_get_compare (fixture->window), "loaded");
  gtk_widget_activate_action (window, "win.undo-decision", "x", (gint64) 1);
  test_wait_done (wait);
  g_assert_cmpint (decision_of (fixture->session, record), ==, CHISO_DECISION_NONE);
  /* Words of nothing that can be decided are passed over. */
  gtk_widget_activate_action (window, "win.decide", "(xss)", record, "praise", "typing_error");
  gtk_widget_activate_action (window, "win.decide", "(xss)", record, "", "");
  g_assert_cmpint (decision_of (fixture->session, record), ==, CHISO_DECISION_NONE);
}

static void
test_change_place (Fixture *fixture, gconstpointer data)
{
  ChisoOverviewPage *overview;
  TestWait *wait;

  if (fixture->window == NULL)
    return;
  overview = fixture->window->overview;
  wait = test_wait_new (overview, "loaded");
  chiso_overview_page_show (overview, "63:38", 1999);
  test_wait_done (wait);
  g_assert_cmpstr (chiso_overview_page_get_place (overview), ==, "63:38");
  g_assert_cmpint (chiso_overview_page_get_year (overview), ==, 1999);
}

typedef struct
{
  GtkWidget *widget;
  const char *text;
} Said;

/* Whether a label below widget shows the text, as a person reads it. */
static gboolean
says (gpointer data)
{
  const Said *said = data;

  if (GTK_IS_LABEL (said->widget)
      && g_strcmp0 (gtk_label_get_text (GTK_LABEL (said->widget)), said->text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (said->widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (&(Said){ child, said->text }))
      return TRUE;
  return FALSE;
}

/* Names of files and words of errors are no markup. */
static void
test_say_as_it_is (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  if (window == NULL)
    return;
  chiso_window_tell (fixture->window, "“Hỏi & đáp <1>.pdf” is empty");
  test_wait_until (says, &(Said){ window, "“Hỏi & đáp <1>.pdf” is empty" });
  gtk_widget_activate_action (window, "win.tell-written", "s", "/x/Hỏi & đáp.csv");
  /* Toasts wait for each other. */
  test_wait_until (says, &(Said){ window, "“Hỏi & đáp.csv” was written" });
}

static gboolean
can_import (gpointer window)
{
  return g_action_group_has_action (G_ACTION_GROUP (window), "import-files");
}

/* The window comes with its overview in it, and what is not seen yet comes after it. */
static void
test_start (void)
{
  char *folder;
  ChisoSession *session;
  ChisoWindow *window;
  TestWait *wait;

  if (!test_display_needed ())
    return;
  session = test_session_new_with_library (&folder);
  window = CHISO_WINDOW (chiso_window_new (NULL, session));
  wait = test_wait_new (window->overview, "loaded");
  chiso_window_present (window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));
  test_wait_done (wait);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_null (adw_bin_get_child (window->compare_place));
  g_assert_null (adw_bin_get_child (window->reports_place));
  test_wait_until (can_import, window);
  g_assert_nonnull (adw_bin_get_child (window->compare_place));
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  test_session_end (session, folder);
}

/* No library: the window is there and says why. */
static void
test_failure (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  g_autofree char *library = NULL;
  ChisoSession *session;
  ChisoWindow *window;

  if (!test_display_needed ())
    return;
  folder = g_dir_make_tmp ("chiso-test-XXXXXX", NULL);
  /* Below a plain file no library can be, whoever runs the test. */
  file = g_build_filename (folder, "file", NULL);
  library = g_build_filename (file, "library.chiso", NULL);
  g_assert_true (g_file_set_contents (file, "no folder", -1, NULL));
  session = test_session_new ();
  window = CHISO_WINDOW (chiso_window_new (NULL, session));
  g_assert_false (chiso_session_open_library (session, library, &error));
  g_assert_nonnull (error);
  chiso_window_show_failure (window, library, error);
  chiso_window_present (window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->content), ==, "failure");
  g_assert_cmpstr (adw_status_page_get_description (window->failure), ==, error->message);

  g_clear_error (&error);
  g_set_error_literal (&error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_TOO_NEW, "too new");
  chiso_window_show_failure (window, "/home/x/library.chiso", error);
  g_assert_true (g_str_has_prefix (adw_status_page_get_description (window->failure),
                                   "“/home/x/library.chiso” was made by a newer version"));
  chiso_window_show_failure (window, "/home/R&D/library.chiso", error);
  g_assert_true (
      says (&(Said){ GTK_WIDGET (window->failure),
                     "“/home/R&D/library.chiso” was made by a newer version of Chỉ Số; it "
                     "was not touched. Update the program to open it." }));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (session);
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/app/window/pages", test_pages },
    { "/app/window/export-by-page", test_export_by_page },
    { "/app/window/report-sheet", test_report_sheet },
    { "/app/window/no-report-sheet", test_no_report_sheet },
    { "/app/window/opening", test_opening },
    { "/app/window/overview-mark", test_overview_mark },
    { "/app/window/compare-default", test_compare_default },
    { "/app/window/compare-two", test_compare_two },
    { "/app/window/show-record", test_show_record },
    { "/app/window/decide", test_decide },
    { "/app/window/change-place", test_change_place },
    { "/app/window/say-as-it-is", test_say_as_it_is },
  };

  if (test_display_init (&argc, &argv))
    adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  g_test_add_func ("/app/window/start", test_start);
  g_test_add_func ("/app/window/failure", test_failure);
  return g_test_run ();
}

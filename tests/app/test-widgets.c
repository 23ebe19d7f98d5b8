/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small widgets: chip, tile, evidence. */

#include "app-support.h"
#include "app/chiso-evidence-pane.h"
#include "app/chiso-cited.h"
#include "app/chiso-decision-row.h"
#include "app/chiso-finding-list.h"
#include "app/chiso-place-chip.h"
#include "app/chiso-tile.h"
#include "app/chiso-preferences-window.h"
#include "app/chiso-style.h"
#include "app/chiso-year-range.h"
#include "test-display.h"

static void
test_chip (void)
{
  GtkWidget *chip;

  if (!test_display_needed ())
    return;
  chip = g_object_ref_sink (chiso_place_chip_new ("40", "Nghệ An", 2));
  g_assert_cmpstr (chiso_place_chip_get_place (CHISO_PLACE_CHIP (chip)), ==, "40");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove Nghệ An");
  g_assert_finalize_object (chip);
}

static void
test_tile (void)
{
  ChisoTileFacts facts = { .name = (char *) "Receptions",
                           .value = (char *) "12",
                           .period = (char *) "2021",
                           .change = (char *) "+3",
                           .direction = 1,
                           .good = 1,
                           .record_id = 7 };
  GtkWidget *tile;

  if (!test_display_needed ())
    return;
  tile = g_object_ref_sink (chiso_tile_new (&facts));
  g_assert_cmpint (chiso_tile_get_record_id (CHISO_TILE (tile)), ==, 7);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Receptions: 12, 2021, +3");
  g_assert_finalize_object (tile);
}

static void
test_evidence (void)
{
  ChisoSession *session;
  char *folder;
  GtkWidget *widget;
  ChisoEvidencePane *pane;
  g_autoptr (GPtrArray) records = NULL;
  gint64 document, id;

  if (!test_display_needed ())
    return;
  session = test_session_new_with_library (&folder);
  id = test_session_add_report (session, &document);
  records = chiso_store_query_sync (chiso_session_get_store (session),
                                    &(ChisoQuery){ .record_id = id }, NULL);
  widget = g_object_ref_sink (chiso_evidence_pane_new ());
  pane = CHISO_EVIDENCE_PANE (widget);
  g_assert_cmpint (chiso_evidence_pane_get_record_id (pane), ==, 0);
  g_assert_null (chiso_evidence_pane_get_sentence (pane));

  chiso_evidence_pane_set_records (pane, records, NULL, session);
  g_assert_cmpint (chiso_evidence_pane_get_record_id (pane), ==, id);
  g_assert_cmpstr (chiso_evidence_pane_get_sentence (pane), ==, TEST_SENTENCE);

  chiso_evidence_pane_set_records (pane, NULL, NULL, session);
  g_assert_null (chiso_evidence_pane_get_sentence (pane));
  g_assert_finalize_object (widget);
  test_session_end (session, folder);
}

static const ChisoRecord *
first_of (ChisoSession *session, const ChisoQuery *query, GPtrArray **records)
{
  *records = chiso_store_query_sync (chiso_session_get_store (session), query, NULL);
  g_assert_nonnull (*records);
  g_assert_cmpuint ((*records)->len, >, 0);
  return (*records)->pdata[0];
}

static void
wait_for_findings (ChisoFindingList *list)
{
  while (chiso_finding_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

/* The starter library has an article that states 52.49 % of 226/431, beside a record that nothing
 * contradicts. */
static void
test_findings (void)
{
  static const char *const shares[] = { "ntm_communes_share", NULL };
  static const char *const place[] = { "40", NULL };
  const ChisoQuery wrong = { .indicators = shares, .places = place, .last_year = 2019 };
  g_autoptr (GPtrArray) records = NULL, own = NULL;
  const ChisoRecord *record = NULL;
  ChisoFindingList *list;
  ChisoSession *session;
  GtkWidget *widget, *row;
  gint64 document, id;
  char *folder;

  if (!test_display_needed ())
    return;
  session = test_session_new_with_library (&folder);
  id = test_session_add_report (session, &document);
  first_of (session, &wrong, &records);
  for (guint i = 0; i < records->len && record == NULL; i++)
    if (((ChisoRecord *) records->pdata[i])->observation->value == 52.49)
      record = records->pdata[i];
  g_assert_nonnull (record);

  widget = g_object_ref_sink (g_object_new (CHISO_TYPE_FINDING_LIST, NULL));
  list = CHISO_FINDING_LIST (widget);
  g_assert_false (gtk_widget_get_visible (widget));
  chiso_finding_list_set_record (list, record, session);
  wait_for_findings (list);
  g_assert_true (gtk_widget_get_visible (widget));
  g_assert_cmpuint (chiso_finding_list_get_n_findings (list), ==, 1);
  g_assert_true (g_str_has_suffix (chiso_finding_list_get_text (list, 0),
                                   "226 of 431 is 52.44%, but 52.49% is stated."));

  /* The next record's findings replace it, and an answer that comes late is not shown. */
  chiso_finding_list_set_record (list, record, session);
  chiso_finding_list_set_record (list, first_of (session, &(ChisoQuery){ .record_id = id }, &own),
                                 session);
  wait_for_findings (list);
  g_assert_cmpuint (chiso_finding_list_get_n_findings (list), ==, 0);
  /* What nothing contradicts can be wrong all the same. */
  row = chiso_finding_list_get_own_decision (list);
  g_assert_nonnull (row);
  g_assert_true (g_str_has_prefix (
      gtk_menu_button_get_label (GTK_MENU_BUTTON (gtk_widget_get_last_child (row))), "Reject "));
  g_assert_finalize_object (widget);
  test_session_end (session, folder);
}

/* Two sources of the starter library give Bình Định 28 and 19 communes in 2015: beside either the other
 * one can be opened. */
static void
test_cited (void)
{
  static const char *const communes[] = { "ntm_communes", NULL };
  static const char *const place[] = { "52", NULL };
  const ChisoQuery query = {
    .indicators = communes, .places = place, .first_year = 2015, .last_year = 2015
  };
  g_autoptr (GPtrArray) records = NULL;
  const ChisoRecord *record = NULL;
  ChisoFindingList *list;
  ChisoSession *session;
  GtkWidget *widget, *cited;
  char *folder;

  if (!test_display_needed ())
    return;
  session = test_session_new_with_library (&folder);
  first_of (session, &query, &records);
  for (guint i = 0; i < records->len; i++)
    if (((ChisoRecord *) records->pdata[i])->observation->value == 28)
      record = records->pdata[i];
  g_assert_nonnull (record);
  widget = g_object_ref_sink (g_object_new (CHISO_TYPE_FINDING_LIST, NULL));
  list = CHISO_FINDING_LIST (widget);
  chiso_finding_list_set_record (list, record, session);
  wait_for_findings (list);
  cited = chiso_finding_list_get_cited (list, 0);
  g_assert_nonnull (cited);
  g_assert_null (chiso_finding_list_get_cited (list, 1));
  /* It is a published figure with an address and without a report to open. */
  g_assert_null (gtk_actionable_get_action_name (GTK_ACTIONABLE (cited)));
  g_assert_true (gtk_widget_get_sensitive (cited));
  g_assert_finalize_object (widget);
  test_session_end (session, folder);
}

static void
test_cited_report (void)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GVariant) expected = NULL;
  ChisoSession *session;
  GtkWidget *cited;
  gint64 document, id;
  char *folder;

  if (!test_display_needed ())
    return;
  session = test_session_new_with_library (&folder);
  id = test_session_add_report (session, &document);
  cited = g_object_ref_sink (
      chiso_cited_new (first_of (session, &(ChisoQuery){ .record_id = id }, &records), session));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (cited)), ==,
                   "win.show-evidence");
  expected = g_variant_ref_sink (g_variant_new ("(xx)", document, id));
  g_assert_true (
      g_variant_equal (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (cited)), expected));
  g_assert_finalize_object (cited);
  test_session_end (session, folder);
}

/* The drawn figure can be rejected, another chosen; what was decided is said, and can be undone. */
static void
test_decision_row (void)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *bare = chiso_decision_words (CHISO_DECISION_REJECT, CHISO_REASON_NONE);
  ChisoSession *session;
  ChisoRecord *record;
  GtkWidget *row, *label;
  char *folder;

  if (!test_display_needed ())
    return;
  g_assert_cmpstr (bare, ==, "Rejected");
  session = test_session_new_with_library (&folder);
  record = (ChisoRecord *) first_of (session, &(ChisoQuery){ .first_year = 2015 }, &records);
  for (int drawn = 0; drawn < 2; drawn++)
    {
      GtkWidget *choice;

      row = g_object_ref_sink (chiso_decision_row_new (record, drawn, session));
      choice = gtk_widget_get_first_child (row);
      /* What the chart shows can be taken as it is. */
      if (drawn)
        {
          g_autoptr (GVariant)
              accept = g_variant_ref_sink (g_variant_new ("(xss)", record->id, "accept", ""));

          g_assert_true (g_variant_equal (
              gtk_actionable_get_action_target_value (GTK_ACTIONABLE (choice)), accept));
          choice = gtk_widget_get_next_sibling (choice);
        }
      g_assert_true (g_str_has_prefix (gtk_menu_button_get_label (GTK_MENU_BUTTON (choice)),
                                       drawn ? "Reject " : "Choose "));
      g_assert_finalize_object (row);
    }
  record->decision = (ChisoDecision){ 7, CHISO_DECISION_CHOOSE, CHISO_REASON_LATER_CORRECTION };
  row = g_object_ref_sink (chiso_decision_row_new (record, TRUE, session));
  label = gtk_widget_get_first_child (row);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Chosen: later correction");
  g_assert_cmpstr (
      gtk_actionable_get_action_name (GTK_ACTIONABLE (gtk_widget_get_next_sibling (label))), ==,
      "win.undo-decision");
  g_assert_finalize_object (row);
  /* Chosen once, but another source since: it can be chosen again. */
  row = g_object_ref_sink (chiso_decision_row_new (record, FALSE, session));
  g_assert_true (GTK_IS_MENU_BUTTON (gtk_widget_get_first_child (row)));
  g_assert_finalize_object (row);
  test_session_end (session, folder);
}

static void
test_year_range (void)
{
  const int newest_first[] = { 2023, 2021, 2020 };
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (int));
  GtkWidget *widget;
  ChisoYearRange *range;

  if (!test_display_needed ())
    return;
  g_array_append_vals (years, newest_first, G_N_ELEMENTS (newest_first));
  widget = g_object_ref_sink (g_object_new (CHISO_TYPE_YEAR_RANGE, NULL));
  range = CHISO_YEAR_RANGE (widget);
  chiso_year_range_set_years (range, years, 2021, 2021);
  g_assert_cmpint (chiso_year_range_get_first (range), ==, 2021);
  g_assert_cmpint (chiso_year_range_get_last (range), ==, 2021);
  /* The ends, and years that are not there, mean all there is. */
  chiso_year_range_set_years (range, years, 2020, 2023);
  g_assert_cmpint (chiso_year_range_get_first (range), ==, 0);
  g_assert_cmpint (chiso_year_range_get_last (range), ==, 0);
  chiso_year_range_set_years (range, years, 1999, 0);
  g_assert_cmpint (chiso_year_range_get_first (range), ==, 0);
  chiso_year_range_set_years (range, none, 0, 0);
  g_assert_cmpint (chiso_year_range_get_last (range), ==, 0);
  g_assert_finalize_object (widget);
}

static void
count_changed_cb (int *count)
{
  (*count)++;
}

/* Each handle by keyboard, never beyond the other one. */
static void
test_year_range_keys (void)
{
  const int newest_first[] = { 2023, 2021, 2020, 2018 };
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  GtkWidget *window, *widget, *first, *last;
  ChisoYearRange *range;
  int changed = 0;

  if (!test_display_needed ())
    return;
  g_array_append_vals (years, newest_first, G_N_ELEMENTS (newest_first));
  window = gtk_window_new ();
  widget = g_object_new (CHISO_TYPE_YEAR_RANGE, NULL);
  range = CHISO_YEAR_RANGE (widget);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  chiso_year_range_set_years (range, years, 0, 0);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_swapped (range, "changed", G_CALLBACK (count_changed_cb), &changed);
  chiso_year_range_get_handles (range, &first, &last);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "First year: 2018");

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == first);
  g_assert_true (test_press (widget, GDK_KEY_Right));
  g_assert_cmpint (chiso_year_range_get_first (range), ==, 2020);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "First year: 2020");
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == last);
  g_assert_false (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_grab_focus (last));
  g_assert_true (test_press (widget, GDK_KEY_Left));
  g_assert_cmpint (chiso_year_range_get_last (range), ==, 2021);
  g_assert_cmpint (changed, ==, 2);
  g_assert_true (test_press (widget, GDK_KEY_Home));
  g_assert_cmpint (chiso_year_range_get_last (range), ==, 2020);
  g_assert_true (test_press (widget, GDK_KEY_Left));
  g_assert_cmpint (chiso_year_range_get_last (range), ==, 2020);
  g_assert_cmpint (changed, ==, 3);
  g_assert_true (test_press (widget, GDK_KEY_End));
  g_assert_cmpint (chiso_year_range_get_last (range), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Without settings there is nothing to choose, and the window says so by being insensitive. */
static void
test_preferences (void)
{
  g_autoptr (ChisoSession) session = NULL;
  GtkWidget *window;

  if (!test_display_needed ())
    return;
  session = test_session_new ();
  window = chiso_preferences_window_new (session);
  g_assert_true (ADW_IS_PREFERENCES_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* All of a page is seen on a low screen, and nothing in it asks for less than no room, of which GTK
 * would warn: warnings are fatal here. */
static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;
  int height;

  if (!test_display_needed ())
    return;
  chiso_style_load (gdk_display_get_default ());
  builder = gtk_builder_new_from_resource ("/org/chiso/ChiSo/ui/shortcuts.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  gtk_window_present (window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <, 768);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  if (test_display_init (&argc, &argv))
    adw_init ();
  g_test_add_func ("/app/widgets/chip", test_chip);
  g_test_add_func ("/app/widgets/tile", test_tile);
  g_test_add_func ("/app/widgets/evidence", test_evidence);
  g_test_add_func ("/app/widgets/findings", test_findings);
  g_test_add_func ("/app/widgets/cited", test_cited);
  g_test_add_func ("/app/widgets/decision-row", test_decision_row);
  g_test_add_func ("/app/widgets/cited-report", test_cited_report);
  g_test_add_func ("/app/widgets/year-range", test_year_range);
  g_test_add_func ("/app/widgets/year-range-keys", test_year_range_keys);
  g_test_add_func ("/app/widgets/preferences", test_preferences);
  g_test_add_func ("/app/widgets/shortcuts", test_shortcuts);
  return g_test_run ();
}

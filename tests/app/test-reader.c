/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: every highlighted range holds exactly the evidence's bytes, and the text, the list of
 * figures and the record that is opened are the same figure. */

#include "app-support.h"
#include "app/chiso-reader-marks.h"
#include "app/chiso-reader-text.h"
#include "app/chiso-reader.h"
#include "app/chiso-record-words.h"
#include "test-display.h"

#include <string.h>

/* Letters of one, two and three bytes before, in and behind the figures. */
#define TITLE "Nghệ An đẩy mạnh đối thoại"
#define TEXT                                                                                                                 \
  TITLE "\n\nNăm 2022, tỉnh Nghệ An đã tổ chức 310 cuộc đối thoại với nhân dân; tiếp 1.878 lượt " \
        "công dân.\nNăm 2023, tổ chức 345 cuộc đối thoại – nhiều hơn năm trước.\n"

static const struct
{
  const char *sentence, *evidence, *figure;
  int year;
} facts[] = {
  { "Năm 2022, tỉnh Nghệ An đã tổ chức 310 cuộc đối thoại với nhân dân", "310 cuộc đối thoại",
    "310", 2022 },
  { "Năm 2023, tổ chức 345 cuộc đối thoại – nhiều hơn năm trước.", "345 cuộc đối thoại", "345",
    2023 },
};

typedef struct
{
  ChisoSession *session;
  char *folder;
  ChisoReader *reader;
  GtkWindow *window;
  gint64 document_id;
  gint64 other_id;
  gint64 records[G_N_ELEMENTS (facts)]; /* ids, in the order of the text */
  gint64 shown;                         /* of the last "show-record" */
} Fixture;

static ChisoSpan
span_of (const char *text, const char *part)
{
  const char *found = strstr (text, part);

  g_assert_nonnull (found);
  return (ChisoSpan){ found - text, found - text + strlen (part) };
}

static ChisoObservation *
new_fact (const char *text, guint i)
{
  ChisoObservation *observation = chiso_observation_new ("dialogue_sessions", "40");

  observation->boundary = CHISO_BOUNDARY_63;
  observation->period = chiso_period_year (facts[i].year);
  observation->value = atoi (facts[i].figure);
  observation->sentence = span_of (text, facts[i].sentence);
  observation->evidence = span_of (text, facts[i].evidence);
  observation->figure = span_of (text, facts[i].figure);
  observation->confidence = 1;
  observation->rule = g_intern_static_string ("test");
  return observation;
}

static GPtrArray *
new_facts (const char *text)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_observation_free);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_ptr_array_add (all, new_fact (text, i));
  return all;
}

/* Stored without the extractor, so that the spans are known exactly. */
static void
add_report (Fixture *fixture)
{
  ChisoStore *store = chiso_session_get_store (fixture->session);
  g_autoptr (ChisoDocument) document = chiso_document_new ("hai-nam.txt");
  g_autoptr (GPtrArray) observations = new_facts (TEXT);
  ChisoExtraction extraction = { .observations = observations, .boundary = CHISO_BOUNDARY_63 };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  ChisoAdded added;

  document->title = g_strdup (TITLE);
  document->format = g_strdup ("text");
  document->encoding = g_strdup ("UTF-8");
  document->boundary = CHISO_BOUNDARY_63;
  document->text = g_strdup (TEXT);
  document->length = strlen (TEXT);
  chiso_store_add_sync (store, document, &extraction, &added, &error);
  g_assert_no_error (error);
  fixture->document_id = added.document_id;

  records = chiso_store_query_sync (store, &(ChisoQuery){ .document_id = added.document_id },
                                    &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (facts));
  for (guint i = 0; i < records->len; i++)
    fixture->records[i] = ((ChisoRecord *) records->pdata[i])->id;
}

static void
open_report (Fixture *fixture, gint64 document_id, gint64 record_id)
{
  TestWait *wait = test_wait_new (fixture->reader, "loaded");

  chiso_reader_open (fixture->reader, document_id, record_id);
  test_wait_done (wait);
}

static void
show_record_cb (Fixture *fixture, gint64 record_id)
{
  fixture->shown = record_id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  if (!test_display_needed ())
    return;
  fixture->session = test_session_new_with_library (&fixture->folder);
  add_report (fixture);
  test_session_add_report (fixture->session, &fixture->other_id);
  fixture->reader = g_object_new (CHISO_TYPE_READER, NULL);
  chiso_reader_set_session (fixture->reader, fixture->session);
  g_signal_connect_swapped (fixture->reader, "show-record", G_CALLBACK (show_record_cb), fixture);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->reader));
  gtk_window_present (fixture->window);
  open_report (fixture, fixture->document_id, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  test_session_end (fixture->session, fixture->folder);
}

static ChisoRecord *
new_record (const char *text, guint i)
{
  ChisoRecord *record = g_new0 (ChisoRecord, 1);

  record->id = i + 1;
  record->observation = new_fact (text, i);
  return record;
}

static char *
substring (guint start, guint end)
{
  return g_utf8_substring (TEXT, start, end);
}

/* From bytes to characters and back to the same words. */
static void
test_marks (void)
{
  g_autoptr (GPtrArray)
      records = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_record_free);
  g_autoptr (GArray) marks = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_ptr_array_add (records, new_record (TEXT, i));
  marks = chiso_reader_marks_new (TEXT, strlen (TEXT), records);
  g_assert_cmpuint (marks->len, ==, G_N_ELEMENTS (facts));
  for (guint i = 0; i < marks->len; i++)
    {
      const ChisoReaderMark *mark = &g_array_index (marks, ChisoReaderMark, i);
      g_autofree char *evidence = substring (mark->start, mark->end);
      g_autofree char *figure = substring (mark->figure, mark->to);
      g_autofree char *sentence = substring (mark->sentence, mark->until);

      g_assert_cmpstr (evidence, ==, facts[i].evidence);
      g_assert_cmpstr (figure, ==, facts[i].figure);
      g_assert_cmpstr (sentence, ==, facts[i].sentence);
      g_assert_cmpint (chiso_reader_marks_at (marks, mark->start), ==, i);
      g_assert_cmpint (chiso_reader_marks_at (marks, mark->end - 1), ==, i);
      g_assert_cmpint (chiso_reader_marks_at (marks, mark->end), ==, -1);
      g_assert_cmpint (chiso_reader_marks_of (marks, mark->record), ==, i);
    }
  g_assert_cmpint (chiso_reader_marks_of (marks, G_N_ELEMENTS (facts)), ==, -1);
}

/* A boundary inside a letter moves before it; one behind the text moves to its end. */
static void
test_marks_bounds (void)
{
  static const char text[] = "aờb";
  g_autoptr (GPtrArray)
      records = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_record_free);
  g_autoptr (GArray) marks = NULL;
  ChisoRecord *record = g_new0 (ChisoRecord, 1);
  const ChisoReaderMark *mark;

  record->observation = chiso_observation_new ("dialogue_sessions", "40");
  record->observation->sentence = (ChisoSpan){ 0, 99 };
  record->observation->evidence = (ChisoSpan){ 2, 5 };
  record->observation->figure = (ChisoSpan){ 4, 5 };
  g_ptr_array_add (records, record);
  marks = chiso_reader_marks_new (text, strlen (text), records);
  mark = &g_array_index (marks, ChisoReaderMark, 0);
  g_assert_cmpuint (mark->start, ==, 1);
  g_assert_cmpuint (mark->end, ==, 3);
  g_assert_cmpuint (mark->figure, ==, 2);
  g_assert_cmpuint (mark->until, ==, 3);
}

/* The runs of text with a background, and nothing else: what a person sees highlighted. */
static GPtrArray *
highlighted (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (chiso_reader_get_text (fixture->reader)));
  GPtrArray *runs = g_ptr_array_new_with_free_func (g_free);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (!gtk_text_iter_is_end (&start))
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&start);
      gboolean lit = FALSE;

      for (GSList *tag = tags; tag != NULL; tag = tag->next)
        {
          gboolean background;

          g_object_get (tag->data, "background-set", &background, NULL);
          lit = lit || background;
        }
      end = start;
      if (!gtk_text_iter_forward_to_tag_toggle (&end, NULL))
        gtk_text_buffer_get_end_iter (buffer, &end);
      if (lit)
        g_ptr_array_add (runs, gtk_text_iter_get_slice (&start, &end));
      start = end;
    }
  return runs;
}

static void
test_highlight (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (fixture->window == NULL)
    return;
  /* The figure inside the evidence has a tag of its own, which cuts the run in two. */
  runs = highlighted (fixture);
  for (guint i = 0; i < runs->len; i++)
    g_string_append (words, runs->pdata[i]);
  g_assert_cmpstr (words->str, ==, "310 cuộc đối thoại345 cuộc đối thoại");
}

static GtkSingleSelection *
find_selection (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkSingleSelection *found = find_selection (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The text leads, the list follows; and the other way round. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  ChisoReaderText *text;
  GtkSingleSelection *list;

  if (fixture->window == NULL)
    return;
  text = chiso_reader_get_text (fixture->reader);
  list = find_selection (GTK_WIDGET (fixture->reader));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, G_N_ELEMENTS (facts));
  g_assert_cmpuint (gtk_single_selection_get_selected (list), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpint (chiso_reader_get_record_id (fixture->reader), ==, 0);

  g_assert_true (chiso_reader_text_step (text, 1));
  g_assert_cmpuint (gtk_single_selection_get_selected (list), ==, 0);
  g_assert_cmpint (chiso_reader_get_record_id (fixture->reader), ==, fixture->records[0]);
  g_assert_true (chiso_reader_text_step (text, 1));
  g_assert_cmpuint (gtk_single_selection_get_selected (list), ==, 1);
  g_assert_false (chiso_reader_text_step (text, 1));
  g_assert_cmpint (chiso_reader_get_record_id (fixture->reader), ==, fixture->records[1]);

  gtk_single_selection_set_selected (list, 0);
  g_assert_cmpint (chiso_reader_text_get_selected (text), ==, 0);
  g_assert_cmpint (chiso_reader_get_record_id (fixture->reader), ==, fixture->records[0]);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  ChisoReaderText *text;

  if (fixture->window == NULL)
    return;
  text = chiso_reader_get_text (fixture->reader);
  g_assert_false (chiso_reader_text_activate_selected (text));
  g_assert_cmpint (fixture->shown, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_assert_true (test_press (GTK_WIDGET (text), GDK_KEY_n));
      g_assert_true (test_press (GTK_WIDGET (text), GDK_KEY_Return));
      g_assert_cmpint (fixture->shown, ==, fixture->records[i]);
    }
}

/* A record that is asked for is selected: with its report, and while that is on the screen. */
static void
test_open_record (Fixture *fixture, gconstpointer data)
{
  if (fixture->window == NULL)
    return;
  chiso_reader_open (fixture->reader, fixture->document_id, fixture->records[1]);
  g_assert_cmpint (chiso_reader_get_record_id (fixture->reader), ==, fixture->records[1]);
  open_report (fixture, fixture->other_id, 0);
  g_assert_cmpint (chiso_reader_get_record_id (fixture->reader), ==, 0);
  g_assert_cmpstr (chiso_reader_get_document (fixture->reader)->text, ==, TEST_SENTENCE);
  open_report (fixture, fixture->document_id, fixture->records[1]);
  g_assert_cmpint (chiso_reader_get_record_id (fixture->reader), ==, fixture->records[1]);
  /* With the keyboard, so that Enter leads back to the mark. */
  g_assert_true (CHISO_IS_READER_TEXT (gtk_root_get_focus (GTK_ROOT (fixture->window))));

  chiso_reader_close (fixture->reader);
  g_assert_cmpint (chiso_reader_get_document_id (fixture->reader), ==, 0);
  g_assert_null (chiso_reader_get_document (fixture->reader));
}

/* What a report states is written with all its digits, points of a percentage too. */
static void
test_stated_digits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoObservation) observation = chiso_observation_new ("poverty_rate", "68");
  const ChisoRecord record = { .observation = observation };
  g_autofree char *level = NULL;
  g_autofree char *change = NULL;

  observation->period = chiso_period_year (2022);
  observation->value = 3.62;
  level = chiso_words_value (&record, fixture->session);
  g_assert_true (g_str_has_prefix (level, "3.62") || g_str_has_prefix (level, "3,62"));
  observation->measure = CHISO_MEASURE_DELTA;
  observation->value = -1.49;
  change = chiso_words_value (&record, fixture->session);
  g_assert_true (strstr (change, "1.49") != NULL || strstr (change, "1,49") != NULL);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/app/reader/highlight", test_highlight },
    { "/app/reader/selection", test_selection },
    { "/app/reader/activate", test_activate },
    { "/app/reader/open-record", test_open_record },
    { "/app/reader/stated-digits", test_stated_digits },
  };

  if (test_display_init (&argc, &argv))
    adw_init ();
  g_test_add_func ("/app/reader/marks", test_marks);
  g_test_add_func ("/app/reader/marks-bounds", test_marks_bounds);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports from files into a library: who is told what of which, and how an import ends that the
 * library cannot take. */

#include "import/chiso-intake.h"
#include "store-support.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  StoreFixture store_fixture;
  char *inbox;
  ChisoStore *store;
  ChisoExtractor *extractor;
  ChisoIntake *intake;
  GString *told; /* "name=figures" or "name!" for each report, in their order */
  GPtrArray *errors;
  guint most_done;
} Fixture;

static void
report_cb (Fixture *self, const ChisoIntakeReport *report)
{
  g_assert_true ((report->added == NULL) == (report->error != NULL));
  if (report->error != NULL)
    {
      g_string_append_printf (self->told, "%s! ", report->name);
      g_ptr_array_add (self->errors, g_strdup (report->error->message));
    }
  else
    g_string_append_printf (self->told, "%s=%u%s ", report->name, report->added->n_observations,
                            report->added->already_there ? "+" : "");
}

static void
progress_cb (Fixture *self)
{
  guint done = chiso_intake_get_done (self->intake);

  g_assert_cmpuint (done, >=, self->most_done);
  g_assert_cmpuint (done, <=, chiso_intake_get_total (self->intake));
  self->most_done = done;
}

static void
start (Fixture *self)
{
  g_clear_object (&self->intake);
  g_string_truncate (self->told, 0);
  g_ptr_array_set_size (self->errors, 0);
  self->most_done = 0;
  self->intake = chiso_intake_new (self->store, self->extractor);
  g_signal_connect_swapped (self->intake, "report", G_CALLBACK (report_cb), self);
  g_signal_connect_swapped (self->intake, "progress", G_CALLBACK (progress_cb), self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  store_set_up (&self->store_fixture, NULL);
  self->inbox = g_build_filename (self->store_fixture.folder, "inbox", NULL);
  g_assert_cmpint (g_mkdir (self->inbox, 0700), ==, 0);
  self->store = store_open_empty (&self->store_fixture);
  self->extractor = chiso_extractor_new (self->store_fixture.catalogue, self->store_fixture.geo);
  self->told = g_string_new (NULL);
  self->errors = g_ptr_array_new_with_free_func (g_free);
  start (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->intake);
  g_clear_object (&self->store);
  chiso_extractor_unref (self->extractor);
  g_string_free (self->told, TRUE);
  g_ptr_array_unref (self->errors);
  g_free (self->inbox);
  store_tear_down (&self->store_fixture, NULL);
}

static void
write_text (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->inbox, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A report of one figure that is like no other. */
static void
write_report (Fixture *self, guint n)
{
  g_autofree char *name = g_strdup_printf ("report-%03u.txt", n);
  g_autofree char *text = g_strdup_printf (
      "Năm 2023, tỉnh Nghệ An đã tổ chức %u cuộc đối thoại với nhân dân.\n", 1000 + n);

  write_text (self, name, text);
}

static void
take_in_folder (Fixture *self)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) folder = g_file_new_for_path (self->inbox);

  g_list_store_append (list, folder);
  chiso_intake_add_files (self->intake, G_LIST_MODEL (list));
  while (!chiso_intake_is_finished (self->intake))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (chiso_intake_get_done (self->intake) + chiso_intake_get_n_left (self->intake),
                    ==, chiso_intake_get_total (self->intake));
}

static gint64
count_documents (Fixture *self)
{
  return store_number (self->store_fixture.path, "SELECT count(*) FROM documents");
}

/* More than fit in the first batches; each is told of once, in the order of their names, and all of
 * them are found. */
static void
test_many (Fixture *self, gconstpointer data)
{
  const guint n = 100;
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < n; i++)
    {
      write_report (self, i);
      g_string_append_printf (expected, "report-%03u.txt=1 ", i);
    }
  take_in_folder (self);
  g_assert_cmpstr (self->told->str, ==, expected->str);
  g_assert_cmpuint (self->most_done, ==, n);
  found = chiso_store_documents_sync (self->store, "đối thoại", NULL);
  g_assert_cmpuint (found->len, ==, n);
}

/* What cannot be read is named and the others are there; the second time nothing is new. */
static void
test_mixed (Fixture *self, gconstpointer data)
{
  write_report (self, 1);
  write_text (self, "report-002.txt", "");
  write_report (self, 3);
  take_in_folder (self);
  g_assert_nonnull (strstr (self->told->str, "report-001.txt=1 "));
  g_assert_nonnull (strstr (self->told->str, "report-002.txt! "));
  g_assert_nonnull (strstr (self->told->str, "report-003.txt=1 "));
  g_assert_cmpuint (self->errors->len, ==, 1);
  g_assert_nonnull (strstr (self->errors->pdata[0], "report-002.txt"));
  g_assert_cmpint (count_documents (self), ==, 2);

  start (self);
  take_in_folder (self);
  g_assert_nonnull (strstr (self->told->str, "report-001.txt=1+ "));
  g_assert_nonnull (strstr (self->told->str, "report-003.txt=1+ "));
  g_assert_cmpint (count_documents (self), ==, 2);
}

/* A full disk is one error, however many reports come after it, and those before it are whole. */
static void
test_full (Fixture *self, gconstpointer data)
{
  const guint n = 300;
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = g_strdup_printf (
      "PRAGMA max_page_count = %d",
      (int) store_number (self->store_fixture.path, "PRAGMA page_count") + 8);

  for (guint i = 0; i < n; i++)
    write_report (self, i);
  g_assert_true (store_run (self->store, CHISO_WORK_BARE, limit, NULL));
  take_in_folder (self);
  g_assert_cmpuint (self->errors->len, ==, 1);
  g_assert_nonnull (strstr (self->errors->pdata[0], "is full"));
  g_assert_cmpuint (chiso_intake_get_n_left (self->intake), >, 0);
  g_assert_cmpint (count_documents (self), ==, chiso_intake_get_done (self->intake) - 1);
  g_assert_cmpint (store_number (self->store_fixture.path,
                                 "SELECT count(*) FROM observations JOIN documents "
                                 "ON documents.id = document_id"),
                   ==, count_documents (self));

  g_assert_true (store_run (self->store, CHISO_WORK_BARE, "PRAGMA max_page_count = 100000", NULL));
  start (self);
  take_in_folder (self);
  g_assert_cmpuint (self->errors->len, ==, 0);
  g_assert_cmpint (count_documents (self), ==, n);
}

/* A day that a person gave goes before what the report says, and is kept with it. */
static void
test_published (Fixture *self, gconstpointer data)
{
  const ChisoDate day = { 2021, 3, 1 };

  write_text (self, "one.txt", "Trong năm, tỉnh Nghệ An tổ chức 12 cuộc đối thoại với nhân dân.\n");
  chiso_intake_set_published (self->intake, &day, "2021-03-01");
  take_in_folder (self);
  g_assert_cmpint (
      store_number (self->store_fixture.path, "SELECT published = '2021-03-01' FROM documents"), ==,
      1);
}

/* A file may be called anything; in lists, which have a line for each, its report is called what one line holds. */
static void
test_names (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;

  write_text (self, "báo\ncáo\t1.txt", "Năm 2023, tỉnh Nghệ An đã tổ chức 118 cuộc đối thoại.\n");
  take_in_folder (self);
  g_assert_cmpstr (self->told->str, ==, "báo\uFFFDcáo\uFFFD1.txt=1 ");
  all = chiso_store_documents_sync (self->store, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (((ChisoDocument *) all->pdata[0])->name, ==, "báo\uFFFDcáo\uFFFD1.txt");
}

/* What comes back after it was removed is what was given: what was read in its text does not become a fact. */
static void
test_document (Fixture *self, gconstpointer data)
{
  static const char *const told[] = { NULL, "Do người gửi đặt" };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (ChisoDocument) document = NULL;
      g_autoptr (ChisoDocument) back = NULL;
      g_autoptr (GPtrArray) all = NULL;

      write_text (self, "bao-cao.txt",
                  "Quảng Trị tăng cường đối thoại\n\n15/12/2023\n\nNăm 2023, tỉnh Quảng Trị đã tổ "
                  "chức 118 cuộc đối thoại với nhân dân.\n\n(Theo Báo Quảng Trị)\n");
      start (self);
      take_in_folder (self);
      all = chiso_store_documents_sync (self->store, NULL, NULL);
      g_assert_cmpuint (all->len, ==, 1);
      document = chiso_store_document_sync (self->store, ((ChisoDocument *) all->pdata[0])->id,
                                            NULL);
      if (told[i] != NULL)
        {
          g_free (document->title);
          document->title = g_strdup (told[i]);
          document->title_read = FALSE;
        }
      g_assert_true (chiso_store_remove_sync (self->store, document->id, NULL));
      start (self);
      chiso_intake_add_document (self->intake, document);
      while (!chiso_intake_is_finished (self->intake))
        g_main_context_iteration (NULL, TRUE);

      g_ptr_array_unref (all);
      all = chiso_store_documents_sync (self->store, NULL, NULL);
      back = chiso_store_document_sync (self->store, ((ChisoDocument *) all->pdata[0])->id, NULL);
      g_assert_cmpstr (back->title, ==, document->title);
      g_assert_cmpstr (back->publisher, ==, "Báo Quảng Trị");
      g_assert_cmpstr (back->published, ==, "2023-12-15");
      g_assert_cmpint (store_number (self->store_fixture.path,
                                     "SELECT count(title) * 100 + count(publisher) * 10 "
                                     "+ count(published) FROM documents"),
                       ==, told[i] != NULL ? 100 : 0);
      g_assert_true (chiso_store_remove_sync (self->store, back->id, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/import/intake/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("many", test_many);
  ADD ("mixed", test_mixed);
  ADD ("full", test_full);
  ADD ("published", test_published);
  ADD ("names", test_names);
  ADD ("document", test_document);

  return g_test_run ();
}

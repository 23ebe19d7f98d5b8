/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who issued a report, in the library: what was given with it goes before what was read in its text, and
 * a library that knew only the former is brought up to date. */

#include "store-support.h"

static guint
count_found (ChisoStore *store, const char *words)
{
  g_autoptr (GPtrArray) found = chiso_store_documents_sync (store, words, NULL);

  return found->len;
}

static const char *
publisher_of (ChisoStore *store, gint64 id, const char **listed)
{
  g_autoptr (GPtrArray) records = store_ask (store, (ChisoQuery){ .document_id = id });
  g_autoptr (GPtrArray) all = chiso_store_documents_sync (store, NULL, NULL);

  *listed = NULL;
  for (guint i = 0; i < all->len; i++)
    if (((ChisoDocument *) all->pdata[i])->id == id)
      *listed = g_intern_string (((ChisoDocument *) all->pdata[i])->publisher);
  return g_intern_string (((ChisoRecord *) records->pdata[0])->publisher);
}

/* What the text's head names stands in for a document's own publisher, and gives way to it. */
static void
test_publisher (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *own, *read, *expected, *search;
  } cases[] = {
    { NULL, "Thanh tra tỉnh Quảng Trị", "Thanh tra tỉnh Quảng Trị", "thanh tra tinh quang tri" },
    { "Báo Lâm Đồng", "Sở Nội vụ tỉnh Lâm Đồng", "Báo Lâm Đồng", "bao lam dong" },
    { "Báo Sơn La", NULL, "Báo Sơn La", "bao son la" },
    { NULL, NULL, NULL, NULL },
  };
  g_autoptr (ChisoStore) store = store_open_empty (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Năm 2022, tỉnh có %u cuộc.", 11 + i);
      g_autofree char *figure = g_strdup_printf ("%u", 11 + i);
      g_autoptr (ChisoDocument) document = store_document ("a.txt", text, 100);
      ChisoExtraction *extraction = store_extraction ();
      const char *listed;
      ChisoAdded added;

      store_observe (extraction, text, figure, figure, 2022, 11 + i);
      document->publisher = g_strdup (cases[i].own);
      extraction->publisher = g_strdup (cases[i].read);
      g_assert_true (chiso_store_add_sync (store, document, extraction, &added, NULL));
      store_extraction_free (extraction);
      g_assert_cmpstr (publisher_of (store, added.document_id, &listed), ==, cases[i].expected);
      g_assert_cmpstr (listed, ==, cases[i].expected);
      if (cases[i].search != NULL)
        g_assert_cmpuint (count_found (store, cases[i].search), ==, 1);
    }
  g_assert_cmpuint (count_found (store, "so noi vu"), ==, 0);
  /* What was given and what was read stay apart. */
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) * 10 + count(publisher) "
                                                "FROM documents"),
                   ==, 42);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(publisher) FROM derivations"), ==, 2);
}

/* Version 7 had nothing that was read of who issued a report, and views that are kept. */
static void
test_migrate_publishers (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "store", "library-v7.sql",
                                                 NULL);
  g_autofree char *sql = NULL;
  g_autoptr (ChisoStore) store = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  store_script (fixture->path, sql);
  store = store_open_empty (fixture);
  records = store_ask (store, (ChisoQuery){ .document_id = 1 });
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpstr (((const ChisoRecord *) records->pdata[0])->publisher, ==, "Báo Nghệ An");
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) * 10 + count(publisher) "
                                                "FROM derivations"),
                   ==, 10);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM views"), ==, 1);
  store_script (fixture->path, "UPDATE documents SET publisher = NULL;"
                               "UPDATE derivations SET publisher = 'Sở Nội vụ tỉnh Nghệ An'");
  g_ptr_array_unref (records);
  records = store_ask (store, (ChisoQuery){ .document_id = 1 });
  g_assert_cmpstr (((const ChisoRecord *) records->pdata[0])->publisher, ==,
                   "Sở Nội vụ tỉnh Nghệ An");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store-publishers/" path, StoreFixture, NULL, store_set_up, function,          \
              store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("precedence", test_publisher);
  ADD ("migrate", test_migrate_publishers);
  return g_test_run ();
}

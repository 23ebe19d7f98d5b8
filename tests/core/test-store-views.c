/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named views: their names, and what a change leaves behind when it is refused. */

#include "core/chiso-store-views.h"
#include "store-support.h"

static gint64
change (ChisoStore *store, ChisoViewChange kind, gint64 id, const char *name, const char *choice,
        GError **error)
{
  g_autoptr (ChisoSavedView) view = chiso_saved_view_new (id, name, choice, 9);

  return chiso_store_change_view_sync (store, kind, view, error);
}

/* "name=choice" of each, in their order. */
static void
assert_views (ChisoStore *store, const char *expected)
{
  g_autoptr (GPtrArray) views = chiso_store_views_sync (store, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (views);
  for (guint i = 0; i < views->len; i++)
    {
      const ChisoSavedView *view = views->pdata[i];

      g_string_append_printf (text, "%s%s=%s", i > 0 ? "|" : "", view->name, view->choice);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_names (void)
{
  static const struct
  {
    const char *text, *name;
  } cases[] = {
    { "Đối thoại", "Đối thoại" },
    /* Decomposed, as some keyboards and file systems have it. */
    { "Nghe\xCC\xA3\xCC\x82 An", "Nghệ An" },
    { "  hai \t\n dòng  ", "hai dòng" },
    { " \n ", NULL },
    { "", NULL },
    { NULL, NULL },
    { "sai \xFF", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = chiso_saved_view_clean_name (cases[i].text);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_changes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  gint64 first = change (store, CHISO_VIEW_SAVE, 0, "Ước mơ", "a", NULL);
  gint64 second = change (store, CHISO_VIEW_SAVE, 0, " An  ninh ", "b", NULL);

  g_assert_cmpint (first, !=, 0);
  g_assert_cmpint (second, !=, first);
  assert_views (store, "An ninh=b|Ước mơ=a");
  g_assert_cmpint (change (store, CHISO_VIEW_REPLACE, 0, "An ninh", "c", NULL), ==, second);
  g_assert_cmpint (change (store, CHISO_VIEW_RENAME, first, "Đẹp", NULL, NULL), ==, first);
  assert_views (store, "An ninh=c|Đẹp=a");
  /* To its own name. */
  g_assert_cmpint (change (store, CHISO_VIEW_RENAME, first, "Đẹp", NULL, NULL), ==, first);
  g_assert_cmpint (change (store, CHISO_VIEW_REMOVE, first, NULL, NULL, NULL), ==, first);
  assert_views (store, "An ninh=c");
  /* Undo gives it its number back. */
  g_assert_cmpint (change (store, CHISO_VIEW_SAVE, first, "Đẹp", "a", NULL), ==, first);
  assert_views (store, "An ninh=c|Đẹp=a");
}

static void
assert_refused (ChisoStore *store, ChisoViewChange kind, gint64 id, const char *name,
                ChisoStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (change (store, kind, id, name, "x", &error), ==, 0);
  g_assert_error (error, CHISO_STORE_ERROR, (int) code);
}

static void
test_refusals (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  gint64 id = change (store, CHISO_VIEW_SAVE, 0, "Hoà", "a", NULL);

  change (store, CHISO_VIEW_SAVE, 0, "Bình", "b", NULL);
  assert_refused (store, CHISO_VIEW_SAVE, 0, "Hoa\xCC\x80", CHISO_STORE_ERROR_NAME);
  assert_refused (store, CHISO_VIEW_SAVE, 0, "  ", CHISO_STORE_ERROR_NAME);
  assert_refused (store, CHISO_VIEW_RENAME, id, "Bình", CHISO_STORE_ERROR_NAME);
  assert_refused (store, CHISO_VIEW_RENAME, id, "", CHISO_STORE_ERROR_NAME);
  assert_refused (store, CHISO_VIEW_RENAME, 77, "Mới", CHISO_STORE_ERROR_NOT_FOUND);
  assert_refused (store, CHISO_VIEW_REPLACE, 0, "Mới", CHISO_STORE_ERROR_NOT_FOUND);
  assert_refused (store, CHISO_VIEW_REMOVE, 77, NULL, CHISO_STORE_ERROR_NOT_FOUND);
  assert_views (store, "Bình=b|Hoà=a");
  chiso_store_close (store);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (chiso_store_views_sync (store, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  }
}

/* They are of the library, and stand when it is opened again. */
static void
test_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);

  change (store, CHISO_VIEW_SAVE, 0, "Một", "places=40;38;\nkind=bar\n", NULL);
  g_object_unref (g_steal_pointer (&store));
  store = store_open_empty (fixture);
  assert_views (store, "Một=places=40;38;\nkind=bar\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store-views/" path, StoreFixture, NULL, store_set_up, function,               \
              store_tear_down)
  g_test_add_func ("/core/store-views/names", test_names);
  ADD ("changes", test_changes);
  ADD ("refusals", test_refusals);
  ADD ("kept", test_kept);

  return g_test_run ();
}

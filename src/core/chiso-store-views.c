/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of named views, and the calls that read and change it. Must not look into a choice. The
 * functions that end in _work run on the worker's thread. */

#include "chiso-store-views.h"

#include "chiso-fold.h"
#include "chiso-store-request.h"

#include <string.h>

ChisoSavedView *
chiso_saved_view_new (gint64 id, const char *name, const char *choice, gint64 saved)
{
  ChisoSavedView *view = g_new0 (ChisoSavedView, 1);

  view->id = id;
  view->name = g_strdup (name);
  view->choice = g_strdup (choice);
  view->saved = saved;

  return view;
}

void
chiso_saved_view_free (ChisoSavedView *view)
{
  if (view == NULL)
    return;

  g_free (view->name);
  g_free (view->choice);
  g_free (view);
}

char *
chiso_saved_view_clean_name (const char *text)
{
  g_autofree char *normal = text != NULL ? g_utf8_normalize (text, -1, G_NORMALIZE_NFC) : NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = normal; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter))
        {
          gap = TRUE;
          continue;
        }
      if (gap && name->len > 0)
        g_string_append_c (name, ' ');
      gap = FALSE;
      g_string_append_unichar (name, letter);
    }

  return name->len > 0 ? g_string_free (g_steal_pointer (&name), FALSE) : NULL;
}

/* Changing. */

typedef struct
{
  ChisoViewChange change;
  ChisoSavedView *view;
} Change;

static void
free_change (gpointer data)
{
  Change *self = data;

  chiso_saved_view_free (self->view);
  g_free (self);
}

/* Parameters: the id, then what of the rest the statement has. */
static const struct
{
  const char *sql;
  gboolean has_name, has_choice;
} statements[] = {
  [CHISO_VIEW_SAVE] = { "INSERT INTO views (id, name, choice, saved) VALUES (?1, ?2, ?3, ?4)", TRUE,
                        TRUE },
  [CHISO_VIEW_REPLACE] = { "UPDATE views SET name = ?2, choice = ?3, saved = ?4 WHERE id = ?1",
                           TRUE, TRUE },
  [CHISO_VIEW_RENAME] = { "UPDATE views SET name = ?2 WHERE id = ?1", TRUE, FALSE },
  [CHISO_VIEW_REMOVE] = { "DELETE FROM views WHERE id = ?1", FALSE, FALSE },
};

static gboolean
write_row (ChisoDb *db, const Change *self, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, statements[self->change].sql, error);

  if (stmt == NULL)
    return FALSE;
  /* Unbound is NULL, for which SQLite gives a new row its number. */
  if (self->view->id != 0)
    chiso_stmt_bind_int (stmt, 1, self->view->id);
  if (statements[self->change].has_name)
    chiso_stmt_bind_text (stmt, 2, self->view->name);
  if (statements[self->change].has_choice)
    {
      chiso_stmt_bind_text (stmt, 3, self->view->choice);
      chiso_stmt_bind_int (stmt, 4, self->view->saved);
    }

  return chiso_stmt_run (stmt, error);
}

/* The view of that name; *id is 0 where there is none. */
static gboolean
find_name (ChisoDb *db, const char *name, gint64 *id, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, "SELECT id FROM views WHERE name = ?1", error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  chiso_stmt_bind_text (stmt, 1, name);
  if (!chiso_stmt_step (stmt, &row, error))
    return FALSE;
  *id = row ? chiso_stmt_int (stmt, 0) : 0;

  return TRUE;
}

static gboolean
check_name (ChisoDb *db, const Change *self, GError **error)
{
  gint64 taken;

  if (self->view->name == NULL)
    {
      g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NAME,
                   "A view needs a name, which cannot be empty");
      return FALSE;
    }
  if (!find_name (db, self->view->name, &taken, error))
    return FALSE;
  if (self->change == CHISO_VIEW_REPLACE)
    self->view->id = taken;
  else if (taken != 0 && (self->change == CHISO_VIEW_SAVE || taken != self->view->id))
    {
      g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NAME, "There is a view “%s” already",
                   self->view->name);
      return FALSE;
    }

  return TRUE;
}

static gpointer
change_work (ChisoDb *db, gpointer data, GError **error)
{
  const Change *self = data;
  gint64 before = chiso_db_total_changes (db);
  gint64 id;

  if ((self->change != CHISO_VIEW_REMOVE && !check_name (db, self, error))
      || !write_row (db, self, error))
    return NULL;
  if (chiso_db_total_changes (db) == before)
    {
      g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND,
                   "There is no view “%s” in the library",
                   self->view->name != NULL ? self->view->name : "");
      return NULL;
    }
  id = self->view->id != 0 ? self->view->id : chiso_db_last_id (db);

  return g_memdup2 (&id, sizeof id);
}

static const ChisoWork changing = {
  .kind = CHISO_WORK_WRITE,
  .run = change_work,
  .free_result = g_free,
  .free_data = free_change,
};

static Change *
new_change (ChisoViewChange change, const ChisoSavedView *view)
{
  Change *self = g_new0 (Change, 1);
  g_autofree char *name = chiso_saved_view_clean_name (view->name);

  self->change = change;
  self->view = chiso_saved_view_new (view->id, name, view->choice != NULL ? view->choice : "",
                                     view->saved);

  return self;
}

static gint64
take_id (gint64 *id)
{
  gint64 number = id != NULL ? *id : 0;

  g_free (id);

  return number;
}

void
chiso_store_change_view_async (ChisoStore *self, ChisoViewChange change, const ChisoSavedView *view,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));
  g_return_if_fail (view != NULL);

  chiso_request_push (new_change (change, view), self, &changing, cancellable, callback, data);
}

gint64
chiso_store_change_view_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return take_id (chiso_request_finish (self, &changing, result, error));
}

gint64
chiso_store_change_view_sync (ChisoStore *self, ChisoViewChange change, const ChisoSavedView *view,
                              GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), 0);
  g_return_val_if_fail (view != NULL, 0);

  return take_id (chiso_request_run (new_change (change, view), self, &changing, error));
}

/* Listing. */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return chiso_fold_compare ((*(ChisoSavedView *const *) a)->name,
                             (*(ChisoSavedView *const *) b)->name);
}

static gpointer
list_work (ChisoDb *db, gpointer data, GError **error)
{
  g_autoptr (ChisoStmt)
      stmt = chiso_db_prepare (db, "SELECT id, name, choice, saved FROM views", error);
  g_autoptr (GPtrArray)
      views = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_saved_view_free);
  gboolean row = FALSE;

  if (stmt == NULL)
    return NULL;
  do
    {
      if (!chiso_stmt_step (stmt, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (
            views, chiso_saved_view_new (chiso_stmt_int (stmt, 0), chiso_stmt_text (stmt, 1),
                                         chiso_stmt_text (stmt, 2), chiso_stmt_int (stmt, 3)));
    }
  while (row);
  g_ptr_array_sort (views, compare_names);

  return g_steal_pointer (&views);
}

static const ChisoWork listing = {
  .kind = CHISO_WORK_READ,
  .run = list_work,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
};

void
chiso_store_views_async (ChisoStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));

  chiso_request_push (NULL, self, &listing, cancellable, callback, data);
}

GPtrArray *
chiso_store_views_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return chiso_request_finish (self, &listing, result, error);
}

GPtrArray *
chiso_store_views_sync (ChisoStore *self, GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), NULL);

  return chiso_request_run (NULL, self, &listing, error);
}

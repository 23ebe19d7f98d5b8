/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a report out of the library, and back in: undo adds the same bytes again, and what is derived
 * from them is extracted anew. */

#include "chiso-reports-page-private.h"

#include "chiso-report-item.h"
#include "chiso-toast.h"

#include <glib/gi18n.h>

static void
undo_cb (ChisoReportsPage *self, AdwToast *toast)
{
  const ChisoDocument *document = g_object_get_data (G_OBJECT (toast), "document");
  ChisoImportJob *job = _chiso_reports_page_ensure_job (self);

  if (job != NULL && document != NULL)
    chiso_import_job_add_document (job, document);
}

/* The toast keeps the report for as long as it can be clicked. */
static void
offer_undo (ChisoReportsPage *self, ChisoDocument *document)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” was removed"),
                                               chiso_report_title (document));
  AdwToast *toast;

  if (overlay == NULL)
    {
      chiso_document_free (document);
      return;
    }
  toast = chiso_toast_new (sentence);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "document", document,
                          (GDestroyNotify) chiso_document_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/* Carries what is removed through the store and back. */
typedef struct
{
  ChisoReportsPage *page;
  ChisoDocument *document;
} Removal;

static void
free_removal (Removal *removal)
{
  g_object_unref (removal->page);
  g_clear_pointer (&removal->document, chiso_document_free);
  g_free (removal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, free_removal)

static void
removed_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Removal) removal = data;
  g_autoptr (GError) error = NULL;
  ChisoReportsPage *self = removal->page;

  if (!chiso_store_remove_finish (CHISO_STORE (store), result, &error))
    {
      if (self->session != NULL)
        chiso_session_tell_error (self->session, error);
      return;
    }
  if (self->session == NULL)
    return;
  if (chiso_reader_get_document_id (self->reader) == removal->document->id)
    {
      chiso_reader_close (self->reader);
      adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
    }
  offer_undo (self, g_steal_pointer (&removal->document));
}

/* Nothing is removed before it is held in the hand. */
static void
document_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Removal) removal = data;
  g_autoptr (GError) error = NULL;
  gint64 id;

  removal->document = chiso_store_document_finish (CHISO_STORE (store), result, &error);
  if (removal->document == NULL)
    {
      if (removal->page->session != NULL)
        chiso_session_tell_error (removal->page->session, error);
      return;
    }
  id = removal->document->id;
  chiso_store_remove_async (CHISO_STORE (store), id, NULL, removed_cb, g_steal_pointer (&removal));
}

void
_chiso_reports_page_remove (ChisoReportsPage *self, gint64 document_id)
{
  ChisoStore *store = chiso_session_get_store (self->session);
  Removal *removal;

  if (store == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->page = g_object_ref (self);
  chiso_store_document_async (store, document_id, NULL, document_cb, removal);
}

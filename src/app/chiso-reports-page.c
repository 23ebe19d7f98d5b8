/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the reports, finds among them, and opens one in the reader. An answer of the library counts
 * only while its cancellable is still the current one. */

#include "chiso-reports-page-private.h"

#include "chiso-report-item.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (ChisoReportsPage, chiso_reports_page, ADW_TYPE_BIN)

enum
{
  PROP_SESSION = 1,
};

enum
{
  SIGNAL_LOADED,
  SIGNAL_SHOW_RECORD,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Carries the page and the request through the store and back. */
typedef struct
{
  ChisoReportsPage *page;
  GCancellable *cancellable;
  gboolean searched;
} Request;

static void
free_request (Request *request)
{
  g_object_unref (request->page);
  g_object_unref (request->cancellable);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, free_request)

static void
open_report (ChisoReportsPage *self, guint position)
{
  g_autoptr (ChisoReportItem)
      item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL
      && chiso_report_item_get_id (item) != chiso_reader_get_document_id (self->reader))
    chiso_reader_open (self->reader, chiso_report_item_get_id (item), 0);
}

static void
select_position (ChisoReportsPage *self, guint position)
{
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* What is read stays selected; a report that was asked for comes first; a first list opens its first. */
static void
settle_selection (ChisoReportsPage *self)
{
  gint64 open = chiso_reader_get_document_id (self->reader);
  guint position = chiso_report_items_find (G_LIST_MODEL (self->reports),
                                            self->wanted != 0 ? self->wanted : open);

  if (position != GTK_INVALID_LIST_POSITION && self->wanted != 0)
    self->wanted = 0;
  else if (open == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->reports)) > 0)
    position = 0;
  if (position != gtk_single_selection_get_selected (self->selection))
    select_position (self, position);
  if (position != GTK_INVALID_LIST_POSITION)
    open_report (self, position);
}

static void
take_documents (ChisoReportsPage *self, GPtrArray *documents, gboolean searched)
{
  self->selecting = TRUE;
  chiso_report_items_update (self->reports, documents, self->session);
  self->selecting = FALSE;
  gtk_stack_set_visible_child_name (self->results, documents->len > 0 ? "list" : "none");
  if (!searched)
    gtk_stack_set_visible_child_name (self->stack, documents->len > 0 ? "reports" : "empty");
  settle_selection (self);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
documents_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      documents = chiso_store_documents_finish (CHISO_STORE (store), result, &error);

  if (request->cancellable != request->page->cancellable)
    return;
  if (documents != NULL)
    take_documents (request->page, documents, request->searched);
  else
    chiso_session_tell_error (request->page->session, error);
}

static void
load (ChisoReportsPage *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search));
  ChisoStore *store = chiso_session_get_store (self->session);
  Request *request;

  if (store == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->page = g_object_ref (self);
  request->cancellable = g_object_ref (self->cancellable);
  request->searched = *search != '\0';
  chiso_store_documents_async (store, *search != '\0' ? search : NULL, self->cancellable,
                               documents_cb, request);
}

static void
changed_cb (ChisoReportsPage *self)
{
  load (self);
  chiso_reader_refresh (self->reader);
}

static void
search_changed_cb (ChisoReportsPage *self)
{
  if (self->session != NULL)
    load (self);
}

static void
selected_cb (ChisoReportsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->selecting && position != GTK_INVALID_LIST_POSITION)
    open_report (self, position);
}

/* A click goes to the reader where only one of the two has room. */
static void
activated_cb (ChisoReportsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  open_report (self, position);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->reader));
}

static void
back_cb (ChisoReportsPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
show_record_cb (ChisoReportsPage *self, gint64 record_id)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_RECORD], 0, record_id);
}

static void
chiso_reports_page_dispose (GObject *object)
{
  ChisoReportsPage *self = CHISO_REPORTS_PAGE (object);

  _chiso_reports_page_import_dispose (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (chiso_reports_page_parent_class)->dispose (object);
}

static void
set_session (ChisoReportsPage *self, ChisoSession *session)
{
  if (session == NULL || self->session != NULL)
    return;
  self->session = g_object_ref (session);
  chiso_reader_set_session (self->reader, session);
  /* Here is where reports are imported. */
  chiso_session_prepare_extractor (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
chiso_reports_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    set_session (CHISO_REPORTS_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, search);
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, results);
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, list);
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, reports);
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, reader);
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, import_revealer);
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, import_name);
  gtk_widget_class_bind_template_child (widget_class, ChisoReportsPage, import_bar);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_record_cb);
  gtk_widget_class_bind_template_callback (widget_class, _chiso_reports_page_remove);
}

static void
chiso_reports_page_class_init (ChisoReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = chiso_reports_page_dispose;
  object_class->set_property = chiso_reports_page_set_property;
  g_object_class_install_property (object_class, PROP_SESSION,
                                   g_param_spec_object ("session", NULL, NULL, CHISO_TYPE_SESSION,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", CHISO_TYPE_REPORTS_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SHOW_RECORD] = g_signal_new ("show-record", CHISO_TYPE_REPORTS_PAGE,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              1, G_TYPE_INT64);
  g_type_ensure (CHISO_TYPE_READER);
  g_type_ensure (CHISO_TYPE_REPORT_ITEM);
  bind_template (GTK_WIDGET_CLASS (klass));
  _chiso_reports_page_class_import_init (klass);
}

static void
chiso_reports_page_init (ChisoReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  _chiso_reports_page_import_init (self);
}

GtkWidget *
chiso_reports_page_new (ChisoSession *session)
{
  return g_object_new (CHISO_TYPE_REPORTS_PAGE, "session", session, NULL);
}

void
_chiso_reports_page_want (ChisoReportsPage *self, gint64 document_id)
{
  self->wanted = document_id;
  /* A search that hides it would leave the person without an answer; clearing it loads the list. */
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    load (self);
}

void
chiso_reports_page_show_evidence (ChisoReportsPage *self, gint64 document_id, gint64 record_id)
{
  guint position;

  g_return_if_fail (CHISO_IS_REPORTS_PAGE (self));

  if (self->session == NULL || document_id == 0)
    return;
  chiso_reader_open (self->reader, document_id, record_id);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->reader));
  position = chiso_report_items_find (G_LIST_MODEL (self->reports), document_id);
  if (position != GTK_INVALID_LIST_POSITION)
    select_position (self, position);
  else
    _chiso_reports_page_want (self, document_id);
}

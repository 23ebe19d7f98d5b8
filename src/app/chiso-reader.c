/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetches a report and its records, and keeps the text's selection and the list's the same. An
 * answer counts only while its cancellable is still the current one. */

#include "chiso-reader.h"

#include "chiso-figure-item.h"

#include <glib/gi18n.h>

struct _ChisoReader
{
  AdwBin parent_instance;

  ChisoSession *session;
  GCancellable *cancellable;
  gint64 document_id;
  gint64 wanted;           /* record to select when the report is there, 0 for none */
  gboolean asked;          /* a person came for that record: the keyboard goes to it */
  ChisoDocument *document; /* NULL until loaded */
  GPtrArray *records;      /* of ChisoRecord*, in the order of the text */
  gboolean folded;
  gboolean filling; /* the selections are being set by the program, not by the person */

  GtkStack *stack;
  AdwFlap *flap;
  ChisoReaderText *text;
  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *figures;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
};

enum
{
  PROP_FOLDED = 1,
};

enum
{
  SIGNAL_LOADED,
  SIGNAL_SHOW_RECORD,
  SIGNAL_BACK,
  SIGNAL_REMOVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoReader, chiso_reader, ADW_TYPE_BIN)

/* "3 of 12", or how many there are while none is selected. */
static void
update_count (ChisoReader *self)
{
  guint n = self->records != NULL ? self->records->len : 0;
  int selected = chiso_reader_text_get_selected (self->text);
  g_autofree char *words = NULL;

  if (selected >= 0)
    /* Translators: which of the report's figures is selected: "3 of 12". */
    words = g_strdup_printf (_ ("%d of %u"), selected + 1, n);
  else
    words = g_strdup_printf (ngettext ("%u figure", "%u figures", n), n);
  gtk_label_set_label (self->count, words);
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
}

/* The list follows the text. */
static void
select_in_list (ChisoReader *self, guint record)
{
  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, record);
  self->filling = FALSE;
  if (record != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", record);
  update_count (self);
}

static void
select_wanted (ChisoReader *self)
{
  for (guint i = 0; self->wanted != 0 && i < self->records->len; i++)
    if (((ChisoRecord *) self->records->pdata[i])->id == self->wanted)
      {
        chiso_reader_text_select (self->text, (int) i);
        select_in_list (self, i);
        if (self->asked)
          gtk_widget_grab_focus (GTK_WIDGET (self->text));
        break;
      }
  self->wanted = 0;
  self->asked = FALSE;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const ChisoObservation *left = (*(ChisoRecord *const *) a)->observation;
  const ChisoObservation *right = (*(ChisoRecord *const *) b)->observation;

  if (left->evidence.start != right->evidence.start)
    return left->evidence.start < right->evidence.start ? -1 : 1;
  if (left->figure.start != right->figure.start)
    return left->figure.start < right->figure.start ? -1 : 1;
  return 0;
}

/* Both parts of the answer are there. */
static void
show (ChisoReader *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  self->filling = TRUE;
  for (guint i = 0; i < self->records->len; i++)
    g_ptr_array_add (items, chiso_figure_item_new (self->records->pdata[i], i, self->session));
  g_list_store_splice (self->figures, 0, g_list_model_get_n_items (G_LIST_MODEL (self->figures)),
                       items->pdata, items->len);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  chiso_reader_text_set (self->text, self->document, self->records, self->session);
  gtk_stack_set_visible_child_name (self->stack, "report");
  update_count (self);
  select_wanted (self);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/* Carries the reader and the request through the store and back. */
typedef struct
{
  ChisoReader *reader;
  GCancellable *cancellable;
} Request;

static Request *
new_request (ChisoReader *self)
{
  Request *request = g_new0 (Request, 1);

  request->reader = g_object_ref (self);
  request->cancellable = g_object_ref (self->cancellable);
  return request;
}

static void
free_request (Request *request)
{
  g_object_unref (request->reader);
  g_object_unref (request->cancellable);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, free_request)

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (((ChisoRecord *) a->pdata[i])->id != ((ChisoRecord *) b->pdata[i])->id)
      return FALSE;
  return TRUE;
}

static void
records_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = chiso_store_query_finish (CHISO_STORE (store), result, &error);
  ChisoReader *self = request->reader;

  if (request->cancellable != self->cancellable)
    return;
  if (records == NULL)
    {
      chiso_session_tell_error (self->session, error);
      return;
    }
  g_ptr_array_sort (records, compare_records);
  /* Asked for again after a change that was about other reports: what is read stays in place. */
  if (is_same (self->records, records))
    return;
  if (self->wanted == 0)
    self->wanted = chiso_reader_get_record_id (self);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_steal_pointer (&records);
  show (self);
}

static void
ask_records (ChisoReader *self)
{
  const ChisoQuery query = { .document_id = self->document_id, .min_confidence = -1 };

  chiso_store_query_async (chiso_session_get_store (self->session), &query, self->cancellable,
                           records_cb, new_request (self));
}

static void
document_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument)
      document = chiso_store_document_finish (CHISO_STORE (store), result, &error);
  ChisoReader *self = request->reader;

  if (request->cancellable != self->cancellable)
    return;
  if (document == NULL)
    {
      chiso_reader_close (self);
      chiso_session_tell_error (self->session, error);
      return;
    }
  self->document = g_steal_pointer (&document);
  ask_records (self);
}

static void
forget (ChisoReader *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->document, chiso_document_free);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->document_id = 0;
  self->wanted = 0;
}

static void
list_selected_cb (ChisoReader *self)
{
  ChisoFigureItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->filling || item == NULL)
    return;
  chiso_reader_text_select (self->text, (int) chiso_figure_item_get_index (item));
  update_count (self);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
activate_record (ChisoReader *self, guint record)
{
  if (self->records != NULL && record < self->records->len)
    g_signal_emit (self, signals[SIGNAL_SHOW_RECORD], 0,
                   ((ChisoRecord *) self->records->pdata[record])->id);
}

static void
previous_cb (ChisoReader *self)
{
  chiso_reader_text_step (self->text, -1);
}

static void
next_cb (ChisoReader *self)
{
  chiso_reader_text_step (self->text, 1);
}

static void
back_cb (ChisoReader *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
remove_cb (ChisoReader *self)
{
  if (self->document_id != 0)
    g_signal_emit (self, signals[SIGNAL_REMOVE], 0, self->document_id);
}

static void
chiso_reader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, CHISO_READER (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
chiso_reader_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ChisoReader *self = CHISO_READER (object);

  if (id != PROP_FOLDED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->folded == g_value_get_boolean (value))
    return;
  self->folded = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
chiso_reader_dispose (GObject *object)
{
  ChisoReader *self = CHISO_READER (object);

  forget (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (chiso_reader_parent_class)->dispose (object);
}

static void
create_signals (void)
{
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", CHISO_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SHOW_RECORD] = g_signal_new ("show-record", CHISO_TYPE_READER, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_BACK] = g_signal_new ("back", CHISO_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", CHISO_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
chiso_reader_class_init (ChisoReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chiso_reader_dispose;
  object_class->get_property = chiso_reader_get_property;
  object_class->set_property = chiso_reader_set_property;
  g_object_class_install_property (
      object_class, PROP_FOLDED,
      g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  create_signals ();

  g_type_ensure (CHISO_TYPE_READER_TEXT);
  g_type_ensure (CHISO_TYPE_FIGURE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/chiso/ChiSo/ui/chiso-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoReader, stack);
  gtk_widget_class_bind_template_child (widget_class, ChisoReader, flap);
  gtk_widget_class_bind_template_child (widget_class, ChisoReader, text);
  gtk_widget_class_bind_template_child (widget_class, ChisoReader, list);
  gtk_widget_class_bind_template_child (widget_class, ChisoReader, selection);
  gtk_widget_class_bind_template_child (widget_class, ChisoReader, figures);
  gtk_widget_class_bind_template_child (widget_class, ChisoReader, count);
  gtk_widget_class_bind_template_child (widget_class, ChisoReader, previous);
  gtk_widget_class_bind_template_child (widget_class, ChisoReader, next);
  gtk_widget_class_bind_template_callback (widget_class, list_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_record);
  gtk_widget_class_bind_template_callback (widget_class, select_in_list);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
chiso_reader_init (ChisoReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
chiso_reader_set_session (ChisoReader *self, ChisoSession *session)
{
  g_return_if_fail (CHISO_IS_READER (self));
  g_set_object (&self->session, session);
}

void
chiso_reader_open (ChisoReader *self, gint64 document_id, gint64 record_id)
{
  g_return_if_fail (CHISO_IS_READER (self));
  g_return_if_fail (document_id != 0);

  if (self->session == NULL || chiso_session_get_store (self->session) == NULL)
    return;
  if (document_id == self->document_id)
    {
      self->wanted = record_id;
      self->asked = record_id != 0;
      if (self->records != NULL)
        select_wanted (self);
      return;
    }
  forget (self);
  self->document_id = document_id;
  self->wanted = record_id;
  self->asked = record_id != 0;
  self->cancellable = g_cancellable_new ();
  chiso_store_document_async (chiso_session_get_store (self->session), document_id,
                              self->cancellable, document_cb, new_request (self));
}

void
chiso_reader_close (ChisoReader *self)
{
  g_return_if_fail (CHISO_IS_READER (self));

  forget (self);
  chiso_reader_text_clear (self->text);
  g_list_store_remove_all (self->figures);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

void
chiso_reader_refresh (ChisoReader *self)
{
  g_return_if_fail (CHISO_IS_READER (self));

  if (self->document != NULL && chiso_session_get_store (self->session) != NULL)
    ask_records (self);
}

gint64
chiso_reader_get_document_id (ChisoReader *self)
{
  g_return_val_if_fail (CHISO_IS_READER (self), 0);
  return self->document_id;
}

gint64
chiso_reader_get_record_id (ChisoReader *self)
{
  int selected;

  g_return_val_if_fail (CHISO_IS_READER (self), 0);

  selected = chiso_reader_text_get_selected (self->text);
  if (self->records == NULL || selected < 0 || (guint) selected >= self->records->len)
    return 0;
  return ((ChisoRecord *) self->records->pdata[selected])->id;
}

const ChisoDocument *
chiso_reader_get_document (ChisoReader *self)
{
  g_return_val_if_fail (CHISO_IS_READER (self), NULL);
  return self->records != NULL ? self->document : NULL;
}

ChisoReaderText *
chiso_reader_get_text (ChisoReader *self)
{
  g_return_val_if_fail (CHISO_IS_READER (self), NULL);
  return self->text;
}

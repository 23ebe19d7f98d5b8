/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the library's views and changes them. Must not know the chart, nor what opening a view does.
 *
 * # Accessibility
 *
 * A menu button with a list: Enter opens the view of the row, Tab goes on to its two buttons. */

#include "chiso-views-button.h"

#include "chiso-text-scale.h"
#include "chiso-toast.h"
#include "chiso-view-row.h"

#include <glib/gi18n.h>

/* In pixels, at text of the usual size. */
#define LIST_WIDTH 440

struct _ChisoViewsButton
{
  AdwBin parent_instance;

  ChisoSession *session; /* NULL before there is a state */
  char *choice;          /* what is shown now */
  GPtrArray *views;      /* of ChisoSavedView*; NULL before they were read */
  GCancellable *reading;
  AdwToast *toast; /* the last one; weak */

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEntry *entry;
  GtkButton *save;
  GtkLabel *empty;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoViewsButton, chiso_views_button, ADW_TYPE_BIN)

/* A change on its way through the store, and what takes it back. */
typedef struct
{
  ChisoViewsButton *button;
  char *sentence; /* NULL: nothing is said */
  ChisoViewChange back;
  ChisoSavedView *before; /* NULL: cannot be taken back */
} Doing;

static void
free_doing (Doing *doing)
{
  g_object_unref (doing->button);
  g_free (doing->sentence);
  chiso_saved_view_free (doing->before);
  g_free (doing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Doing, free_doing)

static void change (ChisoViewsButton *self, ChisoViewChange kind, const ChisoSavedView *view,
                    Doing *doing);

static Doing *
new_doing (ChisoViewsButton *self, char *sentence, ChisoViewChange back,
           const ChisoSavedView *before)
{
  Doing *doing = g_new0 (Doing, 1);

  doing->button = g_object_ref (self);
  doing->sentence = sentence;
  doing->back = back;
  if (before != NULL)
    doing->before = chiso_saved_view_new (before->id, before->name, before->choice, before->saved);
  return doing;
}

static void
undo_cb (ChisoViewsButton *self, AdwToast *toast)
{
  Doing *doing = g_object_get_data (G_OBJECT (toast), "doing");

  change (self, doing->back, doing->before, new_doing (self, NULL, 0, NULL));
}

static void
tell (ChisoViewsButton *self, Doing *doing)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL || doing->sentence == NULL)
    {
      free_doing (doing);
      return;
    }
  /* Toasts wait for each other, and one that takes something back must not. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  toast = chiso_toast_new (doing->sentence);
  g_set_weak_pointer (&self->toast, toast);
  if (doing->before != NULL)
    adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (toast), "doing", doing, (GDestroyNotify) free_doing);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
changed_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Doing) doing = data;
  g_autoptr (GError) error = NULL;
  ChisoViewsButton *self = doing->button;

  if (chiso_store_change_view_finish (CHISO_STORE (store), result, &error) != 0)
    tell (self, g_steal_pointer (&doing));
  else if (self->session != NULL)
    chiso_session_tell_error (self->session, error);
}

/* Takes doing. */
static void
change (ChisoViewsButton *self, ChisoViewChange kind, const ChisoSavedView *view, Doing *doing)
{
  ChisoStore *store = self->session != NULL ? chiso_session_get_store (self->session) : NULL;

  if (store != NULL)
    chiso_store_change_view_async (store, kind, view, NULL, changed_cb, doing);
  else
    free_doing (doing);
}

static const ChisoSavedView *
find (ChisoViewsButton *self, const char *name)
{
  for (guint i = 0; name != NULL && self->views != NULL && i < self->views->len; i++)
    {
      const ChisoSavedView *view = self->views->pdata[i];

      if (g_str_equal (view->name, name))
        return view;
    }
  return NULL;
}

static void
name_changed_cb (ChisoViewsButton *self)
{
  g_autofree char *name = chiso_saved_view_clean_name (
      gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), name != NULL);
  gtk_button_set_label (self->save, find (self, name) != NULL ? _ ("Replace") : _ ("Save"));
}

static void
renamed_cb (ChisoViewRow *row, const char *text, ChisoViewsButton *self)
{
  const ChisoSavedView *view = chiso_view_row_get_view (row);
  g_autofree char *name = chiso_saved_view_clean_name (text);
  const ChisoSavedView *other = find (self, name);
  g_autoptr (ChisoSavedView) renamed = NULL;

  if (name == NULL || g_str_equal (name, view->name))
    return;
  if (other != NULL && other->id != view->id)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("There is a view “%s” already."), name);

      chiso_session_tell (self->session, sentence);
      return;
    }
  renamed = chiso_saved_view_new (view->id, name, NULL, 0);
  change (self, CHISO_VIEW_RENAME, renamed,
          new_doing (self, g_strdup_printf (_ ("“%s” is “%s” now"), view->name, name),
                     CHISO_VIEW_RENAME, view));
}

static void
removed_cb (ChisoViewRow *row, ChisoViewsButton *self)
{
  const ChisoSavedView *view = chiso_view_row_get_view (row);

  change (self, CHISO_VIEW_REMOVE, view,
          new_doing (self, g_strdup_printf (_ ("“%s” was deleted"), view->name), CHISO_VIEW_SAVE,
                     view));
}

/* "Communes that meet the standard · 5 places". */
static char *
describe (ChisoViewsButton *self, const ChisoSavedView *view)
{
  ChisoCatalogue *catalogue = chiso_session_get_catalogue (self->session);
  g_auto (ChisoComparisonMissing) missing = { NULL };
  g_autoptr (ChisoComparison) comparison = chiso_comparison_parse (
      view->choice, catalogue, chiso_session_get_geo (self->session), &missing);
  const ChisoIndicator *indicator = comparison->indicator != NULL
                                        ? chiso_catalogue_find (catalogue, comparison->indicator)
                                        : NULL;
  const char *name = missing.indicator != NULL ? missing.indicator : "";
  guint n = comparison->places->len;
  g_autofree char *places = g_strdup_printf (ngettext ("%u place", "%u places", n), n);
  const char *language = chiso_session_get_language (self->session);

  if (indicator != NULL)
    name = chiso_indicator_name (indicator, language);
  if (comparison->kind == PLOT_KIND_SCATTER)
    return g_strdup_printf (
        "%s × %s · %s", name,
        chiso_indicator_name (chiso_catalogue_find (catalogue, comparison->across), language),
        places);
  return g_strdup_printf ("%s · %s", name, places);
}

static void
fill_list (ChisoViewsButton *self)
{
  GtkWidget *child;

  while ((child = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->views->len; i++)
    {
      const ChisoSavedView *view = self->views->pdata[i];
      g_autofree char *detail = describe (self, view);
      GtkWidget *row = chiso_view_row_new (view, detail,
                                           g_strcmp0 (view->choice, self->choice) == 0);

      g_signal_connect_object (row, "renamed", G_CALLBACK (renamed_cb), self, 0);
      g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->empty), self->views->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), self->views->len > 0);
  name_changed_cb (self);
}

static void
read_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChisoViewsButton) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = chiso_store_views_finish (CHISO_STORE (store), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (views == NULL)
    {
      chiso_session_tell_error (self->session, error);
      return;
    }
  g_clear_pointer (&self->views, g_ptr_array_unref);
  self->views = g_steal_pointer (&views);
  fill_list (self);
}

static void
read_views (ChisoViewsButton *self)
{
  ChisoStore *store = self->session != NULL ? chiso_session_get_store (self->session) : NULL;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL)
    return;
  self->reading = g_cancellable_new ();
  chiso_store_views_async (store, self->reading, read_cb, g_object_ref (self));
}

/* Nothing is read for a list that nobody sees. */
static void
session_changed_cb (ChisoViewsButton *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    read_views (self);
  else
    g_clear_pointer (&self->views, g_ptr_array_unref);
}

static void
shown_cb (ChisoViewsButton *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self->popover),
                               chiso_text_scale_pixels (GTK_WIDGET (self), LIST_WIDTH), -1);
  read_views (self);
}

static void
save_cb (ChisoViewsButton *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  chiso_views_button_save (self, name);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
row_activated_cb (ChisoViewsButton *self, GtkListBoxRow *row)
{
  const ChisoSavedView *view = chiso_view_row_get_view (CHISO_VIEW_ROW (row));
  g_autofree char *name = g_strdup (view->name);
  g_autofree char *choice = g_strdup (view->choice);

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, name, choice);
}

static void
chiso_views_button_dispose (GObject *object)
{
  ChisoViewsButton *self = CHISO_VIEWS_BUTTON (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&self->choice, g_free);
  G_OBJECT_CLASS (chiso_views_button_parent_class)->dispose (object);
}

static void
chiso_views_button_class_init (ChisoViewsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chiso_views_button_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", CHISO_TYPE_VIEWS_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                         G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-views-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoViewsButton, button);
  gtk_widget_class_bind_template_child (widget_class, ChisoViewsButton, popover);
  gtk_widget_class_bind_template_child (widget_class, ChisoViewsButton, entry);
  gtk_widget_class_bind_template_child (widget_class, ChisoViewsButton, save);
  gtk_widget_class_bind_template_child (widget_class, ChisoViewsButton, empty);
  gtk_widget_class_bind_template_child (widget_class, ChisoViewsButton, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ChisoViewsButton, list);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
chiso_views_button_init (ChisoViewsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_label (self->save, _ ("Save"));
}

void
chiso_views_button_set_state (ChisoViewsButton *self, const ChisoCompareState *state,
                              ChisoSession *session)
{
  g_return_if_fail (CHISO_IS_VIEWS_BUTTON (self));
  g_return_if_fail (state != NULL && CHISO_IS_SESSION (session));

  g_free (self->choice);
  self->choice = chiso_comparison_format (state);
  if (self->session != NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
chiso_views_button_save (ChisoViewsButton *self, const char *name)
{
  g_autofree char *clean = chiso_saved_view_clean_name (name);
  const ChisoSavedView *before;
  g_autoptr (ChisoSavedView) view = NULL;

  g_return_if_fail (CHISO_IS_VIEWS_BUTTON (self));

  if (clean == NULL || self->choice == NULL)
    return;
  before = find (self, clean);
  view = chiso_saved_view_new (0, clean, self->choice, g_get_real_time () / G_USEC_PER_SEC);
  change (self, before != NULL ? CHISO_VIEW_REPLACE : CHISO_VIEW_SAVE, view,
          new_doing (self,
                     g_strdup_printf (
                         before != NULL ? _ ("“%s” was replaced") : _ ("“%s” was saved"), clean),
                     CHISO_VIEW_REPLACE, before));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person decides about figures, anywhere in the window: kept in the library, with a toast that
 * takes it back. What is shown follows from the library's change. */

#include "chiso-window-private.h"

#include "chiso-decision-row.h"
#include "chiso-toast.h"
#include "core/chiso-store-decisions.h"

#include <glib/gi18n.h>

/* Carries what was decided through the store and back. */
typedef struct
{
  ChisoWindow *window;
  ChisoDecision decision;
} Deciding;

static void
free_deciding (Deciding *deciding)
{
  g_object_unref (deciding->window);
  g_free (deciding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deciding, free_deciding)

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
decided_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Deciding) deciding = data;
  g_autoptr (GError) error = NULL;
  gint64 id = chiso_store_decide_finish (CHISO_STORE (store), result, &error);
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  if (id == 0)
    {
      if (deciding->window->session != NULL)
        chiso_session_tell_error (deciding->window->session, error);
      return;
    }
  sentence = chiso_decision_words (deciding->decision.kind, deciding->decision.reason);
  toast = chiso_toast_new (sentence);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-decision");
  adw_toast_set_action_target (toast, "x", id);
  adw_toast_overlay_add_toast (deciding->window->toast_overlay, toast);
}

static void
decide_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ChisoWindow *self = CHISO_WINDOW (widget);
  ChisoStore *store = self->session != NULL ? chiso_session_get_store (self->session) : NULL;
  ChisoDecision decision = { 0 };
  Deciding *deciding;
  const char *kind, *reason;
  gint64 record_id;

  g_variant_get (parameter, "(x&s&s)", &record_id, &kind, &reason);
  if (store == NULL || record_id == 0 || !chiso_decision_kind_from_string (kind, &decision.kind)
      || decision.kind == CHISO_DECISION_NONE
      || !chiso_reason_from_string (reason, &decision.reason))
    return;
  deciding = g_new0 (Deciding, 1);
  deciding->window = g_object_ref (self);
  deciding->decision = decision;
  chiso_store_decide_async (store, record_id, decision.kind, decision.reason, NULL, now (), NULL,
                            decided_cb, deciding);
}

static void
undone_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChisoWindow) self = data;
  g_autoptr (GError) error = NULL;

  /* A toast may be clicked after the row's own button was: then it is done. */
  if (!chiso_store_undo_decision_finish (CHISO_STORE (store), result, &error)
      && !g_error_matches (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND)
      && self->session != NULL)
    chiso_session_tell_error (self->session, error);
}

static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ChisoWindow *self = CHISO_WINDOW (widget);
  ChisoStore *store = self->session != NULL ? chiso_session_get_store (self->session) : NULL;

  if (store != NULL)
    chiso_store_undo_decision_async (store, g_variant_get_int64 (parameter), now (), NULL,
                                     undone_cb, g_object_ref (self));
}

void
_chiso_window_class_decide_init (ChisoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.decide", "(xss)", decide_action);
  gtk_widget_class_install_action (widget_class, "win.undo-decision", "x", undo_action);
}

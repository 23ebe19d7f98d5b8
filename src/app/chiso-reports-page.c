/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the place of the Reports page in the window until its own code lands. */

#include "chiso-reports-page.h"

struct _ChisoReportsPage
{
  AdwBin parent_instance;

  ChisoSession *session;
};

G_DEFINE_FINAL_TYPE (ChisoReportsPage, chiso_reports_page, ADW_TYPE_BIN)

enum
{
  PROP_SESSION = 1,
};

static void
chiso_reports_page_dispose (GObject *object)
{
  g_clear_object (&CHISO_REPORTS_PAGE (object)->session);
  G_OBJECT_CLASS (chiso_reports_page_parent_class)->dispose (object);
}

static void
chiso_reports_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_set_object (&CHISO_REPORTS_PAGE (object)->session, g_value_get_object (value));
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
  g_signal_new ("show-record", CHISO_TYPE_REPORTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
chiso_reports_page_init (ChisoReportsPage *self)
{
}

GtkWidget *
chiso_reports_page_new (ChisoSession *session)
{
  return g_object_new (CHISO_TYPE_REPORTS_PAGE, "session", session, NULL);
}

void
chiso_reports_page_show_evidence (ChisoReportsPage *self, gint64 document_id, gint64 record_id)
{
  g_return_if_fail (CHISO_IS_REPORTS_PAGE (self));
}

void
chiso_reports_page_install_actions (ChisoReportsPage *self, GActionMap *window)
{
  g_return_if_fail (CHISO_IS_REPORTS_PAGE (self));
}

void
chiso_reports_page_import (ChisoReportsPage *self, GListModel *files)
{
  g_return_if_fail (CHISO_IS_REPORTS_PAGE (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chiso-overview-page.h"

struct _ChisoOverviewPage
{
  AdwBin parent_instance;

  ChisoSession *session;
};

G_DEFINE_FINAL_TYPE (ChisoOverviewPage, chiso_overview_page, ADW_TYPE_BIN)

static void
chiso_overview_page_dispose (GObject *object)
{
  g_clear_object (&CHISO_OVERVIEW_PAGE (object)->session);
  G_OBJECT_CLASS (chiso_overview_page_parent_class)->dispose (object);
}

static void
chiso_overview_page_class_init (ChisoOverviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chiso_overview_page_dispose;
}

static void
chiso_overview_page_init (ChisoOverviewPage *self)
{
}

void
chiso_overview_page_set_session (ChisoOverviewPage *self, ChisoSession *session)
{
  g_return_if_fail (CHISO_IS_OVERVIEW_PAGE (self));
  g_set_object (&self->session, session);
}

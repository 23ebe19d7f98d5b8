/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chiso-compare-page.h"

struct _ChisoComparePage
{
  AdwBin parent_instance;

  ChisoSession *session;
};

G_DEFINE_FINAL_TYPE (ChisoComparePage, chiso_compare_page, ADW_TYPE_BIN)

static void
chiso_compare_page_dispose (GObject *object)
{
  g_clear_object (&CHISO_COMPARE_PAGE (object)->session);
  G_OBJECT_CLASS (chiso_compare_page_parent_class)->dispose (object);
}

static void
chiso_compare_page_class_init (ChisoComparePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chiso_compare_page_dispose;
}

static void
chiso_compare_page_init (ChisoComparePage *self)
{
}

void
chiso_compare_page_set_session (ChisoComparePage *self, ChisoSession *session)
{
  g_return_if_fail (CHISO_IS_COMPARE_PAGE (self));
  g_set_object (&self->session, session);
}

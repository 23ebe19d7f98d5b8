/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. Knows no window: who makes a toast shows it. */

#include "chiso-toast.h"

AdwToast *
chiso_toast_new (const char *sentence)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (sentence != NULL, NULL);

  escaped = g_markup_escape_text (sentence, -1);
  return adw_toast_new (escaped);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of observations. */

#include "fuzz-support.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  if (size > 0)
    fuzz_read (&chiso_importer_sheet, bytes, TRUE);
  return 0;
}

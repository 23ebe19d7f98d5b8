/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main part of an OpenDocument text, or a whole archive. */

#include "fuzz-support.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes)
      bytes = fuzz_archive (data, size, "application/vnd.oasis.opendocument.text", "content.xml");

  if (size > 0)
    fuzz_read (&chiso_importer_odt, bytes, FALSE);
  return 0;
}

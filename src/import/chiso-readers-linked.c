/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readers of a program that is linked with them. */

#include "chiso-readers.h"

const ChisoReaders *
chiso_readers_get (GError **error)
{
  return &chiso_readers;
}

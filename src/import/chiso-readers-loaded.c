/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readers of a program that loads them: from where its own run path leads, that of the build
 * folder or, once it is installed, that of the installation. */

#include "chiso-readers.h"

#include <dlfcn.h>

const ChisoReaders *
chiso_readers_get (GError **error)
{
  static gsize loaded;
  static const ChisoReaders *readers;
  static char *reason;

  if (g_once_init_enter (&loaded))
    {
      void *module = dlopen (CHISO_READERS_MODULE, RTLD_NOW | RTLD_LOCAL);

      readers = module != NULL ? dlsym (module, CHISO_READERS_SYMBOL) : NULL;
      if (readers == NULL)
        reason = g_strdup (dlerror ());
      g_once_init_leave (&loaded, 1);
    }
  if (readers == NULL)
    g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_READ,
                 "the part of the program that reads such files cannot be loaded (%s)", reason);
  return readers;
}

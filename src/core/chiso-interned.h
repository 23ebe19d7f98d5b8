/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Interned literals without a look-up for each use. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The interned string of a literal, found the first time that this place in the code is passed. */
#define CHISO_INTERNED(literal)                                                                    \
  (__extension__({                                                                                 \
    static const char *interned_;                                                                  \
    const char *found_ = g_atomic_pointer_get (&interned_);                                        \
    if (G_UNLIKELY (found_ == NULL))                                                               \
      {                                                                                            \
        found_ = g_intern_static_string (literal);                                                 \
        g_atomic_pointer_set (&interned_, found_);                                                 \
      }                                                                                            \
    found_;                                                                                        \
  }))

G_END_DECLS

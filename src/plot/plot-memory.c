/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns nothing: a request to the system and its alignment. */

#define _DEFAULT_SOURCE /* madvise */

#include "plot-memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define LARGE_PAGE ((gsize) 2 << 20)

gpointer
plot_memory_new (gsize size)
{
  gpointer memory;

  if (size < LARGE_PAGE)
    return malloc (MAX (size, 1));
  size = (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
  memory = aligned_alloc (LARGE_PAGE, size);
#ifdef MADV_HUGEPAGE
  if (memory != NULL)
    madvise (memory, size, MADV_HUGEPAGE);
#endif
  return memory;
}

gpointer
plot_memory_grow (gpointer old, gsize used, gsize size)
{
  gpointer memory = plot_memory_new (size);

  if (memory == NULL)
    g_error ("there are no %" G_GSIZE_FORMAT " bytes of memory left", size);
  if (used > 0)
    memcpy (memory, old, used);
  free (old);
  return memory;
}

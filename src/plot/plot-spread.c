/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the shifting apart of labels. Knows no text: only wishes and sizes. */

#include "plot-spread.h"

typedef struct
{
  guint first, n;
  double sum; /* of the wishes for the pool's top edge */
  double size;
} Pool;

static double
pool_top (const Pool *pool, double lo, double hi)
{
  double top = pool->sum / pool->n;

  return MAX (lo, MIN (top, hi - pool->size));
}

void
plot_spread (PlotSpread *items, guint n, double lo, double hi)
{
  g_autofree Pool *pools = g_new (Pool, MAX (n, 1));
  guint n_pools = 0;

  for (guint i = 0; i < n; i++)
    {
      Pool pool = { i, 1, items[i].want - items[i].size / 2, items[i].size };

      while (n_pools > 0
             && pool_top (&pools[n_pools - 1], lo, hi) + pools[n_pools - 1].size
                    > pool_top (&pool, lo, hi))
        {
          Pool *above = &pools[--n_pools];

          /* A member's wish counts for the pool's top after what lies above it is taken off. */
          pool.sum += above->sum - above->size * pool.n;
          pool.first = above->first;
          pool.n += above->n;
          pool.size += above->size;
        }
      pools[n_pools++] = pool;
    }
  for (guint p = 0; p < n_pools; p++)
    {
      double y = pool_top (&pools[p], lo, hi);

      for (guint i = pools[p].first; i < pools[p].first + pools[p].n; i++)
        {
          items[i].middle = y + items[i].size / 2;
          y += items[i].size;
        }
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks that say only what the figures say. Knows no place and no indicator. */

#include "chiso-measures.h"

#include <math.h>
#include <string.h>

/* Whether a is certainly above b, and by more than what tells two figures apart. */
static gboolean
is_above (const ChisoPoint *a, const ChisoPoint *b)
{
  double low_a, high_a, low_b, high_b;

  chiso_point_bounds (a, &low_a, &high_a);
  chiso_point_bounds (b, &low_b, &high_b);
  return low_a - high_b > CHISO_RANK_CLOSE * MAX (fabs (low_a), fabs (high_b));
}

static int
compare_descending (gconstpointer left, gconstpointer right, gpointer data)
{
  const ChisoPoint *const *points = data;
  double a = points[*(const guint *) left]->value, b = points[*(const guint *) right]->value;

  return a > b ? -1 : a < b;
}

/* Bands by value from the top: a band ends where a value is no longer close to the band's first, so
 * that a long row of small steps does not become one band. */
static void
set_bands (const ChisoPoint *const *points, guint n, ChisoRank *ranks)
{
  g_autofree guint *order = g_new (guint, n);
  guint first = 0, band = 0;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof *order, compare_descending, (gpointer) points);
  for (guint i = 0; i < n; i++)
    {
      double top = points[order[first]]->value, value = points[order[i]]->value;

      if (top - value > CHISO_RANK_CLOSE * MAX (fabs (top), fabs (value)))
        {
          first = i;
          band++;
        }
      ranks[order[i]].band = band;
    }
}

gboolean
chiso_measures_rank (const ChisoPoint *const *points, guint n, guint n_asked, ChisoRank *ranks)
{
  g_return_val_if_fail (n == 0 || (points != NULL && ranks != NULL), FALSE);

  memset (ranks, 0, n * sizeof *ranks);
  if (n < 2 || n < CHISO_RANK_SHARE * n_asked)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint above = 0, below = 0;

      for (guint j = 0; j < n; j++)
        {
          above += j != i && is_above (points[j], points[i]);
          below += j != i && is_above (points[i], points[j]);
        }
      ranks[i].first = above + 1;
      ranks[i].last = n - below;
    }
  set_bands (points, n, ranks);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the two short lists of the greatest and the least, where a map leaves room for them. Must not
 * take room from what the chart is about. */

#include "plot-extremes.h"

#include "plot-words.h"

/* Lines of a list. */
#define MOST_LINES 5
#define LEAST_LINES 3
/* Of fewer values the map itself is read as fast. */
#define LEAST_VALUES 12
#define ROW_HEIGHT 1.25

static int
compare_wish_cb (gconstpointer a, gconstpointer b)
{
  const PlotExtreme *one = a, *other = b;

  if (one->wish != other->wish)
    return one->wish > other->wish ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

/* In order, the greatest or the least first. What is at least so much may be anything but the least, and
 * what is at most so much anything but the greatest. */
static GArray *
ranked (GArray *all, gboolean least)
{
  PlotState unsure = least ? PLOT_STATE_AT_LEAST : PLOT_STATE_AT_MOST;
  GArray *some = g_array_new (FALSE, FALSE, sizeof (PlotExtreme));

  for (guint i = 0; i < all->len; i++)
    {
      PlotExtreme one = g_array_index (all, PlotExtreme, i);

      one.wish = least ? -one.mark->value : one.mark->value;
      one.order = i;
      if (one.mark->state != unsure)
        g_array_append_val (some, one);
    }
  g_array_sort (some, compare_wish_cb);
  return some;
}

/* As many as there are lines, and none of several that are equal without the others. */
static guint
count (GArray *list, guint lines)
{
  guint n = MIN (lines, list->len);

  while (n > 0 && n < list->len
         && g_array_index (list, PlotExtreme, n).wish
                == g_array_index (list, PlotExtreme, n - 1).wish)
    n--;
  return n;
}

static PlotStyle
name_style (const PlotExtreme *one)
{
  return one->focus ? PLOT_STYLE_CATEGORY_FOCUS : PLOT_STYLE_KEY;
}

static double
widest (PlotBuilder *self, GArray *list, PlotWord word, guint n)
{
  g_auto (PlotLabel) head = plot_builder_measure (self, PLOT_STYLE_CATEGORY_FOCUS,
                                                  plot_word (word, self->language), 0, 1);
  double width = head.width;

  for (guint i = 0; i < n; i++)
    {
      const PlotExtreme *one = &g_array_index (list, PlotExtreme, i);
      g_autofree char *text = plot_builder_mark_text (self, one->mark, FALSE);
      g_auto (PlotLabel) name = plot_builder_measure (self, name_style (one), one->name, 0, 1);
      g_auto (PlotLabel) value = plot_builder_measure (self, PLOT_STYLE_VALUE, text, 0, 1);

      width = MAX (width, name.width + 1.5 * self->em + value.width);
    }
  return width;
}

static double
build_list (PlotBuilder *self, GArray *list, PlotWord word, guint n, const PlotRect *box, double y)
{
  double row = ROW_HEIGHT * plot_builder_line_height (self, PLOT_STYLE_KEY);
  g_auto (PlotLabel) head = plot_builder_measure (self, PLOT_STYLE_CATEGORY_FOCUS,
                                                  plot_word (word, self->language), 0, 1);

  plot_builder_put (self, &head, PLOT_INK_TEXT, box->x, y + (row - head.height) / 2);
  y += row;
  for (guint i = 0; i < n; i++, y += row)
    {
      const PlotExtreme *one = &g_array_index (list, PlotExtreme, i);
      g_autofree char *text = plot_builder_mark_text (self, one->mark, FALSE);
      g_auto (PlotLabel) name = plot_builder_measure (self, name_style (one), one->name, 0, 1);
      g_auto (PlotLabel) value = plot_builder_measure (self, PLOT_STYLE_VALUE, text, 0, 1);

      plot_builder_put (self, &name, PLOT_INK_TEXT, box->x, y + (row - name.height) / 2);
      plot_builder_put (self, &value, PLOT_INK_TEXT, box->x + box->width - value.width,
                        y + (row - value.height) / 2);
    }
  return y;
}

gboolean
plot_extremes_build (PlotBuilder *self, GArray *all, const PlotRect *room)
{
  g_autoptr (GArray) most = ranked (all, FALSE), least = ranked (all, TRUE);
  double row = ROW_HEIGHT * plot_builder_line_height (self, PLOT_STYLE_KEY), y;
  double fit = (room->height / row - 3) / 2;
  guint lines = (guint) CLAMP (fit, 0, MOST_LINES);
  guint n_most = count (most, lines), n_least = count (least, lines);
  PlotRect box = *room;

  if (all->len < LEAST_VALUES || lines < LEAST_LINES || n_most == 0 || n_least == 0)
    return FALSE;
  box.width = MAX (widest (self, most, PLOT_WORD_MOST_HEAD, n_most),
                   widest (self, least, PLOT_WORD_LEAST_HEAD, n_least));
  if (box.width > room->width)
    return FALSE;
  y = build_list (self, most, PLOT_WORD_MOST_HEAD, n_most, &box, box.y);
  build_list (self, least, PLOT_WORD_LEAST_HEAD, n_least, &box, y + row);
  return TRUE;
}

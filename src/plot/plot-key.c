/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns legend and key. Must not explain what the figure does not show. */

#include "plot-key.h"

#include <math.h>

#include "plot-kind.h"
#include "plot-marks.h"
#include "plot-other.h"

static void
clear_item (gpointer data)
{
  plot_label_clear (&((PlotKeyItem *) data)->label);
}

static double
sign_width (PlotBuilder *self, const PlotKeyItem *item)
{
  if (item->bare)
    return 0;
  return item->line ? 1.9 * self->em : 1.0 * self->em;
}

static double
item_width (PlotBuilder *self, const PlotKeyItem *item)
{
  return sign_width (self, item) + (item->bare ? 0 : 0.35 * self->em) + item->label.width;
}

static double
row_height (PlotBuilder *self)
{
  return plot_builder_line_height (self, PLOT_STYLE_KEY) + 0.15 * self->em;
}

static guint
count_rows (PlotBuilder *self, GArray *items, double width)
{
  double x = 0;
  guint rows = 1;

  for (guint i = 0; i < items->len; i++)
    {
      double w = item_width (self, &g_array_index (items, PlotKeyItem, i));

      if (x > 0 && x + w > width)
        {
          rows++;
          x = 0;
        }
      x += w + 1.2 * self->em;
    }
  return rows;
}

double
plot_key_measure (PlotBuilder *self, GArray *items, double width, guint max_rows)
{
  guint n = items->len, rows = count_rows (self, items, width);

  for (guint kept = n; rows > max_rows && kept > 1; rows = count_rows (self, items, width))
    {
      g_autofree char *more = g_strdup_printf ("+%u", n - --kept);
      PlotKeyItem item = { .bare = TRUE, .text_ink = PLOT_INK_MUTED };

      item.label = plot_builder_measure (self, PLOT_STYLE_KEY, more, 0, 1);
      g_array_set_size (items, kept);
      g_array_append_val (items, item);
    }
  return n > 0 ? rows * row_height (self) : 0;
}

static void
place_sign (PlotBuilder *self, const PlotKeyItem *item, double x, double middle)
{
  double w = sign_width (self, item);
  double side = 0.8 * self->em;

  if (item->across || item->upright)
    {
      double dx = item->across ? w / 2 : 0, dy = item->upright ? side / 2 : 0;

      plot_builder_stroke (self, x + w / 2 - dx, middle - dy, x + w / 2 + dx, middle + dy, 1.25,
                           PLOT_INK_AXIS, PLOT_STROKE_REFERENCE);
      return;
    }
  if (item->capped)
    {
      gboolean upwards = plot_kind_class (plot_figure_kind (self->figure))->along == PLOT_ALONG_X;
      double dx = upwards ? 0 : side / 2, dy = upwards ? side / 2 : 0;

      plot_builder_way (self, &(PlotPoint){ x + w / 2 - dx, middle + dy },
                        &(PlotPoint){ x + w / 2 + dx, middle - dy }, item->ink, PLOT_STROKE_KEY);
      return;
    }
  if (item->swatch)
    {
      plot_builder_box (self, (PlotRect){ x + (w - side) / 2, middle - side / 2, side, side },
                        item->ink, item->fill, FALSE);
      return;
    }
  if (item->line)
    plot_builder_stroke (self, x, middle, x + w, middle, 2, item->ink,
                         item->fill == PLOT_FILL_HATCH ? PLOT_STROKE_KEY_DASHED : PLOT_STROKE_KEY);
  plot_builder_symbol (self, x + w / 2, middle, 0.3 * self->em, item->shape, item->ink, item->fill);
}

void
plot_key_place (PlotBuilder *self, GArray *items, double x, double y, double width)
{
  double left = x;
  double height = row_height (self);

  for (guint i = 0; i < items->len; i++)
    {
      PlotKeyItem *item = &g_array_index (items, PlotKeyItem, i);
      double w = item_width (self, item);

      if (x > left && x - left + w > width)
        {
          x = left;
          y += height;
        }
      self->series = item->series;
      if (!item->bare)
        place_sign (self, item, x, y + item->label.height / 2);
      plot_builder_put (self, &item->label, item->text_ink, x + w - item->label.width, y);
      x += w + 1.2 * self->em;
    }
  self->series = 0;
}

static GArray *
create_items (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (PlotKeyItem));

  g_array_set_clear_func (items, clear_item);
  return items;
}

static void
add_item_text (PlotBuilder *self, GArray *items, PlotKeyItem item, const char *text)
{
  double room = self->area.width - sign_width (self, &item) - 0.35 * self->em;

  item.text_ink = PLOT_INK_MUTED;
  item.ink = item.classes ? PLOT_INK_SEQUENCE + PLOT_N_STEPS * 2 / 3 : PLOT_INK_MUTED;
  item.label = plot_builder_measure (self, PLOT_STYLE_KEY, text, room, 1);
  if (item.label.layout != NULL)
    g_array_append_val (items, item);
}

static void
add_item (PlotBuilder *self, GArray *items, PlotKeyItem item, PlotWord word)
{
  add_item_text (self, items, item, plot_word (word, self->language));
}

/* In panels there is no room for words beside lines that all of them have. */
static void
add_lines (PlotBuilder *self, GArray *items)
{
  if (!isnan (plot_figure_reference (self->figure)))
    add_item_text (self, items, (PlotKeyItem){ .across = TRUE, .line = TRUE },
                   plot_figure_reference_label (self->figure));
  for (guint i = 0; i < plot_figure_n_breaks (self->figure); i++)
    {
      double x;
      const char *text = plot_figure_break (self->figure, i, &x);

      add_item_text (self, items, (PlotKeyItem){ .upright = TRUE }, text);
    }
}

GArray *
plot_key_collect (PlotBuilder *self, gboolean swatches)
{
  GArray *items = create_items ();
  const PlotKindClass *kind = plot_kind_class (plot_figure_kind (self->figure));
  gboolean classes = kind->classes, qualified = FALSE, computed = FALSE, missing = FALSE;

  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    {
      const PlotTally *tally = &plot_figure_marks (self->figure, s)->tally;

      qualified |= tally->n_rounded > 0;
      computed |= tally->n_computed > 0;
      missing |= tally->n_missing > 0;
      for (guint i = 0; kind->plane && i < plot_figure_n_marks (self->figure, s); i++)
        {
          const PlotMark *mark = plot_figure_mark (self->figure, s, i);

          missing |= !plot_mark_has_x (mark);
          qualified |= plot_mark_has_x (mark) && mark->x_state != PLOT_STATE_EXACT;
        }
    }
  if (qualified)
    add_item (self, items,
              (PlotKeyItem){ .fill = PLOT_FILL_HOLLOW,
                             .shape = PLOT_SHAPE_CIRCLE,
                             .swatch = swatches,
                             .classes = classes },
              PLOT_WORD_KEY_QUALIFIED);
  if (computed)
    add_item_text (self, items,
                   (PlotKeyItem){ .fill = PLOT_FILL_HATCH,
                                  .shape = PLOT_SHAPE_CIRCLE,
                                  .swatch = swatches,
                                  .classes = classes,
                                  .line = !swatches && !kind->plane },
                   plot_figure_computed (self->figure));
  if (missing && !kind->classes && !kind->words)
    add_item (self, items, (PlotKeyItem){ .shape = PLOT_SHAPE_CROSS }, PLOT_WORD_KEY_MISSING);
  if (kind->others && plot_figure_has_others (self->figure))
    add_item (self, items, (PlotKeyItem){ .capped = TRUE }, PLOT_WORD_KEY_OTHER);
  if (plot_figure_kind (self->figure) == PLOT_KIND_MULTIPLES)
    add_lines (self, items);
  return items;
}

/* A sign for each of them would explain nothing. */
static guint
count_alike (PlotBuilder *self)
{
  guint n = 0;

  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    n += plot_builder_series_is_alike (self, s);
  return n;
}

static void
add_legend_item (PlotBuilder *self, GArray *items, PlotKeyItem item, const char *text)
{
  double room = self->area.width - sign_width (self, &item) - 0.35 * self->em;

  item.text_ink = PLOT_INK_TEXT;
  item.label = plot_builder_measure (self, PLOT_STYLE_KEY, text, room, 1);
  /* A sign without a name explains nothing. */
  if (item.label.layout != NULL)
    g_array_append_val (items, item);
}

/* How far apart those are that one part stands for; FALSE where they are not counted, or all equal. */
static gboolean
range_alike (PlotBuilder *self, double *lo, double *hi)
{
  *lo = INFINITY;
  *hi = -INFINITY;
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    {
      const PlotTally *tally = &plot_figure_marks (self->figure, s)->tally;

      if (tally->n_values == 0 || !plot_builder_series_is_alike (self, s))
        continue;
      *lo = MIN (*lo, tally->least_value);
      *hi = MAX (*hi, tally->greatest_value);
    }
  return *lo < *hi && plot_figure_kind (self->figure) == PLOT_KIND_STACKED;
}

/* "55 others, together (62 to 110 each)": one grey part says neither how many nor how unlike. */
static char *
others_text (PlotBuilder *self, PlotWord others, guint n)
{
  g_autofree char *text = plot_word_count (others, self->language, n);
  g_autofree char *from = NULL, *to = NULL;
  double lo, hi;

  if (others != PLOT_WORD_TOGETHER || !range_alike (self, &lo, &hi))
    return g_steal_pointer (&text);
  from = plot_builder_number (self, lo, FALSE);
  to = plot_builder_number (self, hi, FALSE);
  return plot_word_fill (PLOT_WORD_EACH_FROM_TO, self->language, text, from, to, NULL);
}

static void
build_legend (PlotBuilder *self, gboolean swatch, gboolean line, PlotWord others)
{
  g_autoptr (GArray) items = create_items ();
  guint alike = count_alike (self);
  double height;

  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    {
      PlotKeyItem item = { .ink = plot_builder_series_ink (self, s),
                           .shape = plot_builder_series_shape (self, s),
                           .swatch = swatch,
                           .line = line,
                           .series = s + 1 };

      if (alike < 2 || !plot_builder_series_is_alike (self, s))
        add_legend_item (self, items, item, plot_figure_series_name (self->figure, s));
    }
  if (alike >= 2)
    {
      g_autofree char *text = others_text (self, others, alike);

      add_legend_item (self, items,
                       (PlotKeyItem){ .ink = PLOT_INK_CONTEXT, .swatch = swatch, .line = line },
                       text);
    }
  height = plot_key_measure (self, items, self->area.width,
                             (guint) MAX (1, self->area.height * 0.4 / row_height (self)));
  plot_key_place (self, items, self->area.x, self->area.y, self->area.width);
  self->area.y += height + 0.5 * self->em;
  self->area.height -= height + 0.5 * self->em;
}

void
plot_key_build_legend (PlotBuilder *self, gboolean swatches)
{
  build_legend (self, swatches, !swatches, PLOT_WORD_MORE_ITEMS);
}

void
plot_key_build_legend_of_parts (PlotBuilder *self, gboolean together)
{
  build_legend (self, TRUE, FALSE, together ? PLOT_WORD_TOGETHER : PLOT_WORD_MORE_ITEMS);
}

void
plot_key_build_legend_of_dots (PlotBuilder *self)
{
  build_legend (self, FALSE, FALSE, PLOT_WORD_MORE_ITEMS);
}

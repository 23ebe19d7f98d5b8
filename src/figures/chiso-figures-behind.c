/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a value and from a mark back to all records that it was made of, and from a record to its mark.
 * Makes the same series as the chart, so that both agree; words nothing. */

#include "chiso-compare-private.h"
#include "chiso-figures-private.h"

#include <string.h>

/* What is looked for in the series of a chart: a key or a record. */
typedef struct
{
  gint64 key;    /* 0: any */
  gint64 record; /* 0: any */
} Wanted;

static void
add_once (GPtrArray *behind, const ChisoRecord *record)
{
  if (record != NULL && !g_ptr_array_find (behind, record, NULL))
    g_ptr_array_add (behind, (gpointer) record);
}

/* The records of the sum that a level of the place at that time is, or the level itself. */
static void
add_level (ChisoDraft *draft, const ChisoIndicator *indicator, const char *place,
           const ChisoRecord *level, GPtrArray *behind)
{
  g_autoptr (GArray) levels = NULL;

  /* Only figures of the other set, and of units in a list, are added up. */
  if (level->observation->listed.beside
      || (draft->boundary != 0 && level->observation->boundary != draft->boundary))
    levels = chiso_draft_levels (draft, indicator, place, 0, 0);
  for (guint i = 0; levels != NULL && i < levels->len; i++)
    {
      const ChisoPoint *point = &g_array_index (levels, ChisoPoint, i);
      const ChisoEntry entry = { .indicator = indicator, .place = place, .point = *point };
      g_autoptr (GPtrArray) merged = NULL;

      if (point->record != level || point->n_merged + point->n_units == 0)
        continue;
      merged = chiso_draft_addends (draft, &entry);
      for (guint j = 0; j < merged->len; j++)
        add_once (behind, merged->pdata[j]);
    }
  add_once (behind, level);
}

GPtrArray *
chiso_draft_behind (ChisoDraft *self, const ChisoIndicator *indicator, const char *place,
                    const ChisoPoint *point)
{
  GPtrArray *behind = g_ptr_array_new ();

  add_once (behind, point->record);
  if (point->n_merged + point->n_units > 0)
    add_level (self, indicator, place, point->record, behind);
  if (point->earlier != NULL)
    add_level (self, indicator, place, point->earlier, behind);
  return behind;
}

static gboolean
is_behind (GPtrArray *behind, gint64 record)
{
  for (guint i = 0; i < behind->len; i++)
    if (((const ChisoRecord *) behind->pdata[i])->id == record)
      return TRUE;
  return FALSE;
}

/* The records of the first point that is wanted; those that state it go before those that it was
 * computed against. */
static GPtrArray *
find (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec, const Wanted *wanted)
{
  g_auto (ChisoDraft) draft = { 0 };
  g_autoptr (GPtrArray) second = NULL;

  chiso_draft_init (&draft, records, geo, spec->boundary, spec->show, spec->language);
  draft.facts = spec->facts;
  draft.base_year = chiso_choose_base_year (&draft, spec);
  for (guint i = 0; spec->places[i] != NULL; i++)
    {
      const char *place = spec->places[i];
      g_autoptr (GArray) points = chiso_draft_series (&draft, spec->indicator, place,
                                                      spec->first_year, spec->last_year);

      for (guint j = 0; j < points->len; j++)
        {
          const ChisoPoint *point = &g_array_index (points, ChisoPoint, j);
          g_autoptr (GPtrArray) behind = NULL;

          if (wanted->key != 0 && point->record->id != wanted->key)
            continue;
          behind = chiso_draft_behind (&draft, spec->indicator, place, point);
          if (wanted->record == 0 || point->record->id == wanted->record)
            return g_steal_pointer (&behind);
          if (second == NULL && is_behind (behind, wanted->record))
            second = g_steal_pointer (&behind);
        }
    }
  return second != NULL ? g_steal_pointer (&second) : g_ptr_array_new ();
}

static GPtrArray *
find_along (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec,
            const ChisoIndicator *indicator, guint64 key)
{
  ChisoFigureSpec one = *spec;
  const Wanted wanted = { .key = (gint64) key };

  one.indicator = indicator;
  return key != 0 ? find (records, geo, &one, &wanted) : g_ptr_array_new ();
}

/* Of a point both figures, the one upwards first. */
static GPtrArray *
find_both (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec, guint64 key)
{
  g_autoptr (PlotFigure) figure = chiso_figures_scatter (records, geo, spec);
  const PlotMark *mark = plot_figure_find_key (figure, key);
  GPtrArray *behind = find_along (records, geo, spec, spec->indicator, key);
  g_autoptr (GPtrArray)
      across = find_along (records, geo, spec, spec->across, mark != NULL ? mark->x_key : 0);

  for (guint i = 0; i < across->len; i++)
    add_once (behind, across->pdata[i]);
  return behind;
}

/* The point that has the record on either axis, 0 for none. */
static guint64
find_point (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec, gint64 record_id)
{
  g_autoptr (PlotFigure) figure = chiso_figures_scatter (records, geo, spec);

  for (guint i = 0; i < plot_figure_n_marks (figure, 0); i++)
    {
      const PlotMark *mark = plot_figure_mark (figure, 0, i);

      if (mark->key == (guint64) record_id || mark->x_key == (guint64) record_id)
        return mark->key;
    }
  return 0;
}

static gboolean
is_scatter (const ChisoFigureSpec *spec)
{
  return spec->kind == PLOT_KIND_SCATTER && spec->across != NULL;
}

GPtrArray *
chiso_figures_behind (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec, guint64 key)
{
  const Wanted wanted = { .key = (gint64) key };

  g_return_val_if_fail (records != NULL && geo != NULL && spec != NULL, NULL);

  if (key != 0 && is_scatter (spec))
    return find_both (records, geo, spec, key);
  return key != 0 ? find (records, geo, spec, &wanted) : g_ptr_array_new ();
}

guint64
chiso_figures_find_mark (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec,
                         gint64 record_id)
{
  const Wanted wanted = { .record = record_id };
  g_autoptr (GPtrArray) behind = NULL;

  g_return_val_if_fail (records != NULL && geo != NULL && spec != NULL, 0);

  if (record_id == 0)
    return 0;
  if (is_scatter (spec))
    return find_point (records, geo, spec, record_id);
  behind = find (records, geo, spec, &wanted);
  return behind->len > 0 ? (guint64) ((const ChisoRecord *) behind->pdata[0])->id : 0;
}

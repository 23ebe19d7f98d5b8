/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks records up by what the charts carry. */

#include "chiso-evidence.h"

#include "plot/plot-proof.h"

const ChisoRecord *
chiso_evidence_find (GPtrArray *records, gint64 id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const ChisoRecord *record = records->pdata[i];

      if (record->id == id)
        return record;
    }
  return NULL;
}

GPtrArray *
chiso_evidence_behind_mark (GPtrArray *records, PlotFigure *figure, guint64 key)
{
  GPtrArray *behind = g_ptr_array_new ();
  const ChisoRecord *own = chiso_evidence_find (records, (gint64) key);

  if (own == NULL)
    return behind;
  g_ptr_array_add (behind, (gpointer) own);
  for (guint i = 0; i < plot_figure_n_proofs (figure, key); i++)
    {
      const ChisoRecord *record = chiso_evidence_find (
          records, (gint64) plot_figure_proof (figure, key, i)->key);

      if (record != NULL && !g_ptr_array_find (behind, record, NULL))
        g_ptr_array_add (behind, (gpointer) record);
    }
  return behind;
}

const ChisoRecord *
chiso_evidence_find_earlier (GPtrArray *records, ChisoCatalogue *catalogue,
                             const ChisoRecord *record)
{
  const ChisoObservation *observation = record->observation;
  const ChisoIndicator *indicator = chiso_catalogue_find (catalogue, observation->indicator);
  g_autoptr (GArray) points = NULL;

  if (indicator == NULL || observation->measure != CHISO_MEASURE_LEVEL)
    return NULL;
  points = chiso_stats_year_on_year (records, indicator, observation->place, observation->boundary);
  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (point->computed && point->record->id == record->id)
        return point->earlier;
    }
  return NULL;
}

GPtrArray *
chiso_evidence_behind_level (GPtrArray *records, ChisoCatalogue *catalogue, ChisoGeo *geo,
                             const ChisoRecord *record)
{
  const ChisoIndicator *indicator = chiso_catalogue_find (catalogue,
                                                          record->observation->indicator);
  const ChisoPoint level = { .record = record, .n_units = record->observation->listed.beside };

  if (indicator != NULL)
    return chiso_measures_addends (records, geo, NULL, indicator, record->observation->place,
                                   &level);
  return g_ptr_array_new ();
}

char *
chiso_evidence_words_of_computed (PlotFigure *figure, guint64 key)
{
  const PlotMark *mark = plot_figure_find_key (figure, key);
  g_autofree char *value = NULL;

  if (mark == NULL || !mark->computed || !plot_mark_has_value (mark))
    return NULL;
  value = plot_figure_format_value (figure, mark->value);
  return mark->note != NULL ? g_strdup_printf ("%s: %s", value, mark->note)
                            : g_steal_pointer (&value);
}

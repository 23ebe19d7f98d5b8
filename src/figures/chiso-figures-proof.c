/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What proves a mark: the sentences and sources of all records that its value rests on. */

#include "chiso-figures-private.h"
#include "chiso-finding-words.h"

#include "plot/plot-proof.h"

/* "Báo Nghệ An: Đối thoại năm 2023 (2024-01-05), https://…". */
static char *
source_of (const ChisoRecord *record)
{
  const char *const parts[] = { record->publisher, record->source_title };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? ": " : "", parts[i]);
  if (record->published != NULL && *record->published != '\0')
    g_string_append_printf (out, out->len > 0 ? " (%s)" : "%s", record->published);
  if (record->url != NULL && *record->url != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", record->url);
  return g_string_free (out, FALSE);
}

/* What travels with the mark into exported files. A published fact of the starter library has a
 * source and no sentence. */
static void
prove (ChisoDraft *self, PlotFigure *figure, guint64 key, const ChisoEntry *entry,
       const ChisoRecord *record)
{
  g_autofree char *wording = chiso_text_reported (self, entry, record);
  g_autofree char *source = source_of (record);
  g_autofree char *review = chiso_decision_to_words (&record->decision, self->language);
  const PlotProof proof = { .sentence = record->sentence,
                            .source = *source != '\0' ? source : NULL,
                            .review = review,
                            .wording = wording,
                            .key = (guint64) record->id };

  plot_figure_add_proof (figure, key, &proof);
}

void
chiso_draft_prove (ChisoDraft *self, PlotFigure *figure, guint64 key, const ChisoEntry *entry)
{
  if (key != 0 && plot_figure_n_proofs (figure, key) == 0)
    chiso_draft_prove_also (self, figure, key, entry);
}

void
chiso_draft_prove_also (ChisoDraft *self, PlotFigure *figure, guint64 key, const ChisoEntry *entry)
{
  g_autoptr (GPtrArray)
      behind = chiso_draft_behind (self, entry->indicator, entry->place, &entry->point);

  for (guint i = 0; i < behind->len; i++)
    prove (self, figure, key, entry, g_ptr_array_index (behind, i));
}

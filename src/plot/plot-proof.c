/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns a figure's proofs: a table from a mark's key to texts. They stand beside the marks rather
 * than in them, since a line of a million points carries none. */

#include "plot-proof.h"

#include "plot-proof-private.h"

void
plot_figure_add_proof (PlotFigure *self, guint64 key, const PlotProof *proof)
{
  GHashTable **proofs;
  GArray *list;
  PlotProof copy;

  g_return_if_fail (self != NULL && proof != NULL && key != 0);

  proofs = plot_figure_proofs (self);
  if (*proofs == NULL)
    *proofs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                     (GDestroyNotify) g_array_unref);
  list = g_hash_table_lookup (*proofs, &key);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (PlotProof));
      g_hash_table_insert (*proofs, g_memdup2 (&key, sizeof key), list);
    }
  copy.sentence = plot_figure_keep_text (self, proof->sentence);
  copy.wording = plot_figure_keep_text (self, proof->wording);
  copy.source = plot_figure_keep_text (self, proof->source);
  copy.review = plot_figure_keep_text (self, proof->review);
  copy.key = proof->key;
  g_array_append_val (list, copy);
}

static GArray *
find (const PlotFigure *self, guint64 key)
{
  GHashTable *proofs = *plot_figure_proofs ((PlotFigure *) self);

  return proofs != NULL ? g_hash_table_lookup (proofs, &key) : NULL;
}

guint
plot_figure_n_proofs (const PlotFigure *self, guint64 key)
{
  GArray *list = find (self, key);

  return list != NULL ? list->len : 0;
}

const PlotProof *
plot_figure_proof (const PlotFigure *self, guint64 key, guint i)
{
  GArray *list = find (self, key);

  g_return_val_if_fail (list != NULL && i < list->len, NULL);

  return &g_array_index (list, PlotProof, i);
}

static const char *
text_of (const PlotProof *proof, gsize field)
{
  return G_STRUCT_MEMBER (const char *, proof, field);
}

/* Equal texts of a figure are kept once. */
static gboolean
was_before (GArray *list, guint i, gsize field)
{
  const char *text = text_of (&g_array_index (list, PlotProof, i), field);

  for (guint j = 0; j < i; j++)
    if (text_of (&g_array_index (list, PlotProof, j), field) == text)
      return TRUE;
  return FALSE;
}

char *
plot_figure_join_proofs (const PlotFigure *self, guint64 key, gsize field, const char *separator,
                         gboolean once)
{
  GArray *list = find (self, key);
  GString *out = g_string_new (NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const char *text = text_of (&g_array_index (list, PlotProof, i), field);

      if (text == NULL || (once && was_before (list, i, field)))
        continue;
      g_string_append_printf (out, "%s%s", out->len > 0 ? separator : "", text);
    }
  return g_string_free (out, FALSE);
}

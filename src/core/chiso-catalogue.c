/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue as an object. Reading key files is in chiso-catalogue-read.c. */

#include "chiso-catalogue-read.h"

G_DEFINE_QUARK (chiso-catalogue-error-quark, chiso_catalogue_error)

static void
clear_wording (gpointer data)
{
  ChisoWording *wording = data;

  for (guint i = 0; i < CHISO_N_WORD_LISTS; i++)
    g_free (wording->lists[i]);
}

ChisoCatalogue *
chiso_catalogue_new (GBytes *const *sources, const char *const *names, guint n, GError **error)
{
  g_autoptr (ChisoCatalogue) self = g_new0 (ChisoCatalogue, 1);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_atomic_ref_count_init (&self->refs);
  self->strings = g_string_chunk_new (4096);
  self->indicators = g_array_new (FALSE, TRUE, sizeof (ChisoIndicator));
  self->wordings = g_array_new (FALSE, TRUE, sizeof (ChisoWording));
  g_array_set_clear_func (self->wordings, clear_wording);
  self->shares_at = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    {
      gsize length;
      const guchar *data = g_bytes_get_data (sources[i], &length);

      g_checksum_update (checksum, data, length);
      if (!chiso_catalogue_read (self, sources[i], names[i], error))
        return NULL;
    }
  if (!chiso_catalogue_check_shares (self, error))
    return NULL;
  self->version = g_strdup (g_checksum_get_string (checksum));
  return g_steal_pointer (&self);
}

ChisoCatalogue *
chiso_catalogue_ref (ChisoCatalogue *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
chiso_catalogue_unref (ChisoCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->by_id);
  g_array_unref (self->indicators);
  g_array_unref (self->wordings);
  g_ptr_array_unref (self->shares_at);
  g_string_chunk_free (self->strings);
  g_free (self->version);
  g_free (self);
}

guint
chiso_catalogue_n_indicators (const ChisoCatalogue *self)
{
  return self->indicators->len;
}

const ChisoIndicator *
chiso_catalogue_indicator (const ChisoCatalogue *self, guint i)
{
  g_return_val_if_fail (i < self->indicators->len, NULL);

  return &g_array_index (self->indicators, ChisoIndicator, i);
}

const ChisoIndicator *
chiso_catalogue_find (const ChisoCatalogue *self, const char *id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));

  return index == 0 ? NULL : &g_array_index (self->indicators, ChisoIndicator, index - 1);
}

const ChisoWording *
chiso_catalogue_wording (const ChisoCatalogue *self, guint i)
{
  return &g_array_index (self->wordings, ChisoWording, i);
}

const char *
chiso_indicator_name (const ChisoIndicator *indicator, const char *language)
{
  return g_strcmp0 (language, "vi") == 0 ? indicator->name_vi : indicator->name_en;
}

const char *
chiso_indicator_unit (const ChisoIndicator *indicator, const char *language)
{
  return g_strcmp0 (language, "vi") == 0 ? indicator->unit_vi : indicator->unit_en;
}

const char *
chiso_catalogue_version (const ChisoCatalogue *self)
{
  return self->version;
}

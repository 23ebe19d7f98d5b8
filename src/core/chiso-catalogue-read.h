/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of the catalogue: its members, and the reading of one source into them. */

#pragma once

#include "chiso-catalogue-private.h"

struct _ChisoCatalogue
{
  gatomicrefcount refs;
  GStringChunk *strings; /* every text of the catalogue */
  GArray *indicators;    /* ChisoIndicator */
  GArray *wordings;      /* ChisoWording, parallel to indicators */
  GPtrArray *shares_at;  /* "source:line" where the share was given, parallel too; or NULL */
  GHashTable *by_id;     /* id -> index + 1 */
  char *version;
};

/* Adds the source's indicators, and changes those that it gives again. FALSE with
 * CHISO_CATALOGUE_ERROR; what was read so far is then of no use. */
gboolean chiso_catalogue_read (ChisoCatalogue *self, GBytes *bytes, const char *name,
                               GError **error);
/* Once all sources are read: whether every share is an indicator, and another one. */
gboolean chiso_catalogue_check_shares (const ChisoCatalogue *self, GError **error);

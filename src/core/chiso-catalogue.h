/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue of indicators: what there is to extract, store and chart, as data. Immutable once
 * loaded, reference-counted, safe to share between threads. Does not read files by itself. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CHISO_CATALOGUE_ERROR (chiso_catalogue_error_quark ())
typedef enum
{
  CHISO_CATALOGUE_ERROR_SYNTAX, /* not a key file, an unknown key, or a group without a needed one */
  CHISO_CATALOGUE_ERROR_VALUE,  /* a key's value is none of the allowed ones */
} ChisoCatalogueError;
GQuark chiso_catalogue_error_quark (void);

typedef enum
{
  CHISO_KIND_COUNT,
  CHISO_KIND_SHARE, /* % of a whole; numerator and denominator may be known */
  CHISO_KIND_RATE,  /* a mean or a growth rate; not additive */
  CHISO_KIND_MONEY,
} ChisoIndicatorKind;

typedef enum
{
  CHISO_AGGREGATE_NONE,
  CHISO_AGGREGATE_SUM,
  CHISO_AGGREGATE_RATIO_OF_SUMS,
} ChisoAggregate;

/* All strings belong to the catalogue. */
typedef struct
{
  const char *id;
  const char *name_vi; /* "Cuộc đối thoại với nhân dân" */
  const char *name_en;
  const char *unit_vi; /* "cuộc", "%", "triệu đồng/người/năm" */
  const char *unit_en;
  const char *group; /* dialogue | supervision | ntm | mobilisation | living */
  ChisoIndicatorKind kind;
  ChisoAggregate aggregate;
  int better;            /* +1 more is better, -1 less is better, 0 neither */
  gboolean stock;        /* dated stock (communes that have the standard), not a flow of a period */
  guint decimals;        /* shown when values are computed */
  gboolean counts_units; /* counts communes or districts, or is a share of them: they merged in July
                            2025, and figures from before and after are not of the same units */
} ChisoIndicator;

typedef struct _ChisoCatalogue ChisoCatalogue;

/* Builds a catalogue from key files; a later one adds groups or overrides keys of earlier ones
 * (user's catalogue.d). names[i] names sources[i] in error messages, which begin "name:line: ". n may
 * be 1. */
ChisoCatalogue *chiso_catalogue_new (GBytes *const *sources, const char *const *names, guint n,
                                     GError **error);
ChisoCatalogue *chiso_catalogue_ref (ChisoCatalogue *self);
void chiso_catalogue_unref (ChisoCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoCatalogue, chiso_catalogue_unref)

guint chiso_catalogue_n_indicators (const ChisoCatalogue *self);
/* In file order, i < n_indicators. */
const ChisoIndicator *chiso_catalogue_indicator (const ChisoCatalogue *self, guint i);
/* NULL when there is none of that id. */
const ChisoIndicator *chiso_catalogue_find (const ChisoCatalogue *self, const char *id);
/* name_vi or name_en; language "vi" or anything else for English. */
const char *chiso_indicator_name (const ChisoIndicator *indicator, const char *language);
const char *chiso_indicator_unit (const ChisoIndicator *indicator, const char *language);
/* Checksum of the sources (hex), by which derived tables know that they are out of date. */
const char *chiso_catalogue_version (const ChisoCatalogue *self);

G_END_DECLS

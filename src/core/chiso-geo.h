/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of places: the provinces of both boundary sets with their aliases, and the district
 * units before July 2025. Immutable once loaded, reference-counted, safe to share between threads. */

#pragma once

#include <gio/gio.h>

#include "chiso-fold.h"
#include "chiso-observation.h"

G_BEGIN_DECLS

#define CHISO_GEO_ERROR (chiso_geo_error_quark ())
typedef enum
{
  CHISO_GEO_ERROR_DATA, /* a table lacks a column or a row is malformed; the message names both */
  CHISO_GEO_ERROR_UNKNOWN, /* no place of that name or code */
} ChisoGeoError;
GQuark chiso_geo_error_quark (void);

/* All strings belong to the registry. */
typedef struct
{
  const char *code;       /* two digits */
  ChisoBoundary boundary; /* a province of both sets has one entry in each */
  const char *name_vi;
  const char *name_en;
  const char *region;     /* English name of the region, as in the data */
  const char *successor;  /* code in the 34 set */
  int tile_row, tile_col; /* in the tile map of its set, from 0 at the top left */
  const char *brief;      /* three letters for a tile: "HNO" */
  double population;      /* thousand people, latest year; NAN if unknown */
} ChisoProvince;

typedef struct _ChisoGeo ChisoGeo;

/* The tables of data/ by these names, from the resources linked into every program:
 * chiso_geo_new_from_resources() reads /org/chiso/ChiSo/data/. */
ChisoGeo *chiso_geo_new_from_resources (GError **error);
ChisoGeo *chiso_geo_ref (ChisoGeo *self);
void chiso_geo_unref (ChisoGeo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoGeo, chiso_geo_unref)

/* Provinces of one set in code order: 63 or 34 of them. */
guint chiso_geo_n_provinces (const ChisoGeo *self, ChisoBoundary boundary);
const ChisoProvince *chiso_geo_province (const ChisoGeo *self, ChisoBoundary boundary, guint i);
/* NULL when there is none. */
const ChisoProvince *chiso_geo_find_code (const ChisoGeo *self, ChisoBoundary boundary,
                                          const char *code);

/* What a person calls a place, with or without diacritics, name, alias or code: "nghe an",
 * "40", "TP.HCM", "cả nước", "40/Nam Đàn". Returns the place key ("40", "VN") in the given set, or
 * NULL with CHISO_GEO_ERROR_UNKNOWN naming the text. Free with g_free. */
char *chiso_geo_resolve (const ChisoGeo *self, ChisoBoundary boundary, const char *text,
                         GError **error);

/* For people: "Nghệ An", "Nam Đàn (Nghệ An)", "Cả nước" / "Vietnam"; a merged province of the 34 set
 * that kept an old name is told apart: "Ninh Bình (từ 7/2025)" / "Ninh Binh (since 7/2025)".
 * An unknown key is returned as it is. Free with g_free. */
char *chiso_geo_place_name (const ChisoGeo *self, ChisoBoundary boundary, const char *place,
                            const char *language);
/* The same where the set is said elsewhere: "Ninh Bình" of either. Free with g_free. */
char *chiso_geo_place_name_in_set (const ChisoGeo *self, ChisoBoundary boundary, const char *place,
                                   const char *language);

/* All that a person may type for the province beside its name, one a line: aliases, initials ("NA"), the
 * English name, the names of the provinces that it was made of or became part of. Free with g_free. */
char *chiso_geo_other_names (const ChisoGeo *self, ChisoBoundary boundary, const char *code);
/* The provinces of the set that a person may mean by a text, in code order: those that it names or
 * abbreviates ("NA"), or where none does those of which it begins a word ("Bà Rịa"). Names of the other
 * set are none, as they mean another area. GPtrArray of const ChisoProvince*, borrowed. */
GPtrArray *chiso_geo_search (const ChisoGeo *self, ChisoBoundary boundary, const char *text);
/* Whether the code means the same area in both sets. */
gboolean chiso_geo_is_unchanged (const ChisoGeo *self, const char *code);
/* Codes of the same area in the other set: of the 63 its successor, of the 34 all that it was made
 * of. NULL-terminated; empty for what is no province. Free with g_free; the codes are borrowed. */
const char **chiso_geo_counterparts (const ChisoGeo *self, ChisoBoundary boundary,
                                     const char *code);

/* What the extractor compiles: every way to name a province, and the districts. Borrowed. */
typedef struct
{
  const char *text;
  const char *code;
  gboolean in_63; /* a name of the 63 set */
  gboolean in_34; /* and, or, of the 34 set, under the same code */
} ChisoAlias;

typedef struct
{
  const char *name;     /* without its kind: "Hữu Lũng" */
  const char *kind;     /* "huyện", "quận", "thị xã", "thành phố" */
  const char *province; /* code in the 63 set */
} ChisoDistrict;

/* A text that looks like a province and is a town inside one: "thành phố Tuyên Quang". */
typedef struct
{
  const char *text;
  const char *name;
  const char *province;
} ChisoFalseFriend;

const ChisoAlias *chiso_geo_aliases (const ChisoGeo *self, guint *n);
const ChisoDistrict *chiso_geo_districts (const ChisoGeo *self, guint *n);
const ChisoFalseFriend *chiso_geo_false_friends (const ChisoGeo *self, guint *n);

/* Codes of provinces have two digits. */
#define CHISO_GEO_N_CODES 100

/* A province's code as a number below CHISO_GEO_N_CODES. */
static inline guint
chiso_geo_code_number (const char *code)
{
  guint tens = (guint) (code[0] - '0'), ones = (guint) (code[1] - '0');

  return tens < 10 && ones < 10 ? tens * 10 + ones : 0;
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a name is what a person types for it, without regard to diacritics. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The best first. */
typedef enum
{
  CHISO_MATCH_NAME,   /* it is its name, or nothing is searched for */
  CHISO_MATCH_KNOWN,  /* it is something else that it is known by: NA, of Nghệ An */
  CHISO_MATCH_BEGINS, /* its name begins so */
  CHISO_MATCH_WORD,   /* a word of its name does */
  CHISO_MATCH_ALSO,   /* one of something else does: Quảng Bình became part of Quảng Trị */
  CHISO_MATCH_NOT,
} ChisoMatch;

/* also: names separated by newlines, or NULL; needle: as chiso_fold_search() gives it, or NULL. */
ChisoMatch chiso_match (const char *name, const char *also, const char *needle);

G_END_DECLS

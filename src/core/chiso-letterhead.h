/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a letterhead as the one body that issues the document, in the case of running text.
 * Internal to the extractor. */

#pragma once

#include "chiso-geo.h"

G_BEGIN_DECLS

gboolean chiso_letterhead_begins_slowly (const char *text, const char *prefix);
/* Whether text begins with prefix, which is in small letters, in any case. */
static inline gboolean
chiso_letterhead_begins (const char *text, const char *prefix)
{
  /* Nearly always it is told by the first byte; "đ" and "Đ" begin with the same one. */
  if (*prefix == '\xC4' ? *text != '\xC4' : g_ascii_isalpha (*prefix) && (*text | 0x20) != *prefix)
    return FALSE;
  return chiso_letterhead_begins_slowly (text, prefix);
}

/* "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" and its like, which stand beside every letterhead. */
gboolean chiso_letterhead_is_motto (const char *text);
/* "TỈNH BÌNH PHƯỚC", "XÃ ĐỨC TRỌNG": a line that only says where the body above it is. */
gboolean chiso_letterhead_is_place (const char *text);
/* In capitals, ends with the name of a province, in brackets or not. */
gboolean chiso_letterhead_ends_in_province (const ChisoGeo *geo, const char *text);
/* parts: of char*, in capitals, the highest body first. The lowest with its province:
 * "UBND TỈNH QUẢNG TRỊ", "THANH TRA TỈNH" are "Thanh tra tỉnh Quảng Trị". NULL where none of them is a
 * body. Free with g_free. */
char *chiso_letterhead_compose (const ChisoGeo *geo, GPtrArray *parts);
/* One name in capitals in the case of running text; a word behind "|" begins with a capital. Free with
 * g_free. */
char *chiso_letterhead_lower (const ChisoGeo *geo, const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes JSON text, and only writes: a page of code in place of a library that every machine would
 * have to install. Values are appended in order; commas, indentation and escapes are put in by it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ChisoJson ChisoJson;

ChisoJson *chiso_json_new (void);
void chiso_json_free (ChisoJson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoJson, chiso_json_free)

void chiso_json_begin_object (ChisoJson *self);
void chiso_json_end_object (ChisoJson *self);
void chiso_json_begin_array (ChisoJson *self);
void chiso_json_end_array (ChisoJson *self);
/* Inside an object, before each value. */
void chiso_json_key (ChisoJson *self, const char *key);
/* NULL writes null; what is not UTF-8 becomes replacement characters. */
void chiso_json_string (ChisoJson *self, const char *text);
/* NAN and infinities, which JSON does not know, write null; else as chiso_value_format(). */
void chiso_json_number (ChisoJson *self, double value);

/* The text so far with a line end, complete once everything that was begun is ended. Belongs to
 * self. */
const char *chiso_json_text (ChisoJson *self);

G_END_DECLS

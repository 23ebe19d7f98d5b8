/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the groups and keys of a key file stand: GKeyFile forgets lines, lets a second group of one
 * name add to the first, and a person who mistyped needs the line. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ChisoCatalogueLines ChisoCatalogueLines;

/* NULL with CHISO_CATALOGUE_ERROR_SYNTAX, "name:line: why", where a line is no group, key or comment,
 * a key stands in no group, or a group or key comes twice. */
ChisoCatalogueLines *chiso_catalogue_lines_new (const char *text, const char *name, GError **error);
void chiso_catalogue_lines_free (ChisoCatalogueLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoCatalogueLines, chiso_catalogue_lines_free)

/* The line, from 1, of a key or, key NULL, of the group's head; that of the head where the key is not
 * given. */
guint chiso_catalogue_lines_find (ChisoCatalogueLines *self, const char *group, const char *key);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the catalogue comes from: the one that every program carries, and the person's own files. */

#pragma once

#include "chiso-catalogue.h"

G_BEGIN_DECLS

/* The catalogue linked into the program, then each *.ini of folder in name order over it. folder:
 * the person's catalogue.d, or NULL; one that does not exist is the usual case and no error. NULL
 * with CHISO_CATALOGUE_ERROR, or G_FILE_ERROR for a file that cannot be read. */
ChisoCatalogue *chiso_catalogue_load (const char *folder, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzz targets share. A target is a program with LLVMFuzzerTestOneInput(): with libFuzzer
 * it looks for inputs that break it, with replay.c it runs over the inputs that are kept. */

#pragma once

#include "core/chiso-extract.h"
#include "import/chiso-importer.h"

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* Reads bytes with an importer, whatever its probe would say, and checks what must hold of any
 * outcome: one sentence, or valid text. With extract, what the text states is derived too. */
void fuzz_read (const ChisoImporter *importer, GBytes *bytes, gboolean extract);
/* The bytes as the part of an archive, behind a first entry where type is given; bytes that are an
 * archive already as they are. */
GBytes *fuzz_archive (const guint8 *data, gsize size, const char *type, const char *part);

G_END_DECLS

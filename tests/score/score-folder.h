/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of reports (NAME.txt) and golds (NAME.tsv, NAME.optional.tsv) as one score. */

#pragma once

#include "core/chiso-score.h"

/* Adds every gold whose name begins with prefix ("" for all). predictions: a folder of NAME.tsv, or
 * NULL to extract from the reports. complaints: of char*, gets a sentence for each report without a
 * prediction. FALSE when the folder cannot be read or has no gold. */
gboolean score_folder (ChisoScore *score, const char *folder, const char *prefix,
                       const char *predictions, GPtrArray *complaints, GError **error);

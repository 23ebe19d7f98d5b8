/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a document to what it states, by what kind of document it is: prose is extracted, a table of
 * observations is read row by row. The one call for importing and for deriving again. */

#pragma once

#include "chiso-document.h"
#include "chiso-extract.h"

G_BEGIN_DECLS

/* The format that says that a document's text is a table of observations. */
#define CHISO_FORMAT_SHEET "observations"

/* given: the day of publication as a person says it, which goes before all else, or NULL. Without
 * it the day is what the page says of itself, then what the text says, then that of the file's
 * properties, which only tells when it was saved: document->published is cleared where it is one of
 * these and the text knows better. problems: of char*, gets a sentence for each row of a table that
 * was left out; may be NULL. */
ChisoExtraction *chiso_derive (ChisoExtractor *extractor, ChisoDocument *document,
                               const ChisoDate *given, GPtrArray *problems);

G_END_DECLS

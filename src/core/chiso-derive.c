/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. Chooses; reads nothing itself. */

#include "chiso-derive.h"

#include "chiso-sheet.h"

#include <string.h>

/* Formats whose date is the file's, not the report's. */
static gboolean
is_file_date (const ChisoDocument *document)
{
  static const char *const formats[] = { "docx", "odt", "pdf", NULL };

  return document->format != NULL && g_strv_contains (formats, document->format);
}

static ChisoExtraction *
extract_by_text (ChisoExtractor *extractor, ChisoDocument *document, const ChisoDate *saved)
{
  ChisoExtraction *extraction = chiso_extract (extractor, document->text, document->length, NULL);

  if (extraction->published.year != 0)
    {
      g_clear_pointer (&document->published, g_free);
      return extraction;
    }
  chiso_extraction_free (extraction);
  return chiso_extract (extractor, document->text, document->length, saved);
}

ChisoExtraction *
chiso_derive (ChisoExtractor *extractor, ChisoDocument *document, const ChisoDate *given,
              GPtrArray *problems)
{
  ChisoPeriod day = { 0 };
  gboolean dated;

  g_return_val_if_fail (extractor != NULL && document != NULL && document->text != NULL, NULL);

  if (g_strcmp0 (document->format, CHISO_FORMAT_SHEET) == 0)
    return chiso_sheet_extract (chiso_extractor_catalogue (extractor),
                                chiso_extractor_geo (extractor), document->text, document->length,
                                problems);
  dated = document->published != NULL && chiso_period_parse (document->published, &day);
  if (given == NULL && dated && is_file_date (document))
    return extract_by_text (extractor, document, &day.end);
  if (given == NULL && dated)
    given = &day.end;
  return chiso_extract (extractor, document->text, document->length, given);
}

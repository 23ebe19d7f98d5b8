/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes records with sentences, and sheets of them. */

#include "sheet-support.h"

#include <string.h>

ChisoCatalogue *
test_sheet_catalogue (void)
{
  static ChisoCatalogue *loaded;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *name = "catalogue.ini";

  if (loaded != NULL)
    return loaded;
  bytes = g_resources_lookup_data ("/org/chiso/ChiSo/data/catalogue.ini",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  loaded = chiso_catalogue_new (&bytes, &name, 1, &error);
  g_assert_no_error (error);
  return loaded;
}

ChisoRecord *
test_sheet_record (GPtrArray *records, const char *line, const char *sentence)
{
  ChisoRecord *record = test_records_add (records, line);
  g_auto (GStrv) parts = g_strsplit (sentence, "*", 3);

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  record->sentence = g_strconcat (parts[0], parts[1], parts[2], NULL);
  record->mark_start = (guint32) strlen (parts[0]);
  record->mark_end = record->mark_start + (guint32) strlen (parts[1]);
  return record;
}

SheetContent *
test_sheet_of (GPtrArray *records, const char *places, PlotKind kind, const SheetHead *head,
               GError **error)
{
  const ChisoObservation *first = ((ChisoRecord *) records->pdata[0])->observation;
  const Compared asked = {
    .indicator = first->indicator, .places = places, .kind = kind, .language = head->language
  };
  g_autoptr (PlotFigure) figure = test_compare (records, &asked);

  return sheet_content_new (head, &figure, NULL, 1, records, test_sheet_catalogue (), error);
}

SheetContent *
test_sheet_made (guint n, guint years, guint length, PlotKind kind, const char *language)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GString) places = g_string_new (NULL);
  g_autoptr (ChisoGeo) geo = chiso_geo_new_from_resources (NULL);
  g_autoptr (GError) error = NULL;
  const SheetHead head = { .language = language, .date = "2026-11-22" };
  SheetContent *content;

  for (guint i = 0; i < n; i++)
    {
      const char *code = chiso_geo_province (geo, CHISO_BOUNDARY_63, i)->code;

      g_string_append_printf (places, "%s%s", i > 0 ? "," : "", code);
      for (guint year = 0; year < years; year++)
        {
          g_autofree char *line = g_strdup_printf ("citizen_receptions %s %u level %u @%u", code,
                                                   2023 - year, 1000 + 7 * i + 31 * year, i + 1);
          g_autoptr (GString) sentence = g_string_new (NULL);
          ChisoRecord *record;

          g_string_printf (sentence, "Năm %u, nơi số %u tiếp *%u lượt công dân*", 2023 - year, i,
                           1000 + 7 * i + 31 * year);
          for (guint k = 0; k < length; k++)
            g_string_append_printf (sentence, ", giải quyết khiếu nại lần thứ %u tại trụ sở", k);
          record = test_sheet_record (records, line, sentence->str);
          record->url = g_strdup_printf ("https://example.org/%u/%u/tin-tuc?id=%0200u", i, year, i);
        }
    }
  content = test_sheet_of (records, places->str, kind, &head, &error);
  g_assert_no_error (error);
  return content;
}

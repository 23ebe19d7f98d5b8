/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet is to who hears it: headings, pictures with their summaries, tables whose rows have a cell
 * for every head. Read by poppler, which knows nothing of how it was written. */

#include "sheet-support.h"

#include <poppler.h>
#include <string.h>

typedef struct
{
  guint titles, headings, figures, tables, rows;
} Seen;

static guint
count_cells (PopplerStructureElementIter *row)
{
  PopplerStructureElementIter *cell = poppler_structure_element_iter_get_child (row);
  guint n = 0;

  g_assert_nonnull (cell);
  do
    n++;
  while (poppler_structure_element_iter_next (cell));
  poppler_structure_element_iter_free (cell);
  return n;
}

static void
see_table (PopplerStructureElementIter *table, Seen *seen)
{
  PopplerStructureElementIter *row = poppler_structure_element_iter_get_child (table);
  guint n = 0;

  g_assert_nonnull (row);
  do
    {
      guint cells = count_cells (row);

      g_assert_cmpuint (cells, >, 1);
      g_assert_true (n == 0 || cells == n);
      n = cells;
      seen->rows++;
    }
  while (poppler_structure_element_iter_next (row));
  poppler_structure_element_iter_free (row);
}

static void
see_figure (PopplerStructureElement *element, const SheetContent *content, Seen *seen)
{
  const SheetSection *section = content->sections->pdata[seen->figures++];
  g_autofree char *wanted = plot_figure_describe (section->figure);
  g_autofree char *got = poppler_structure_element_get_alt_text (element);

  g_assert_cmpstr (got, ==, wanted);
}

static void
see (PopplerStructureElementIter *iter, const SheetContent *content, Seen *seen)
{
  do
    {
      PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementKind kind = poppler_structure_element_get_kind (element);

      seen->titles += kind == POPPLER_STRUCTURE_ELEMENT_HEADING_1;
      seen->headings += kind == POPPLER_STRUCTURE_ELEMENT_HEADING_2;
      seen->tables += kind == POPPLER_STRUCTURE_ELEMENT_TABLE;
      if (kind == POPPLER_STRUCTURE_ELEMENT_TABLE)
        see_table (iter, seen);
      else if (kind == POPPLER_STRUCTURE_ELEMENT_FIGURE)
        see_figure (element, content, seen);
      g_object_unref (element);
    }
  while (poppler_structure_element_iter_next (iter));
}

static void
assert_tagged (guint places, guint years, const char *language)
{
  g_autoptr (SheetContent) content = test_sheet_made (places, years, 1, PLOT_KIND_LINE, language);
  g_autoptr (SheetPages) pages = sheet_pages_new (content);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = sheet_pdf_bytes (pages, &error);
  g_autofree char *language_is = g_strdup_printf ("/Lang (%s)", language);
  PopplerDocument *document = poppler_document_new_from_bytes (file, NULL, &error);
  PopplerStructureElementIter *iter, *inside;
  const SheetSection *section = content->sections->pdata[0];
  Seen seen = { 0 };
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (data + size - 1024, 1024, language_is));
  iter = poppler_structure_element_iter_new (document);
  g_assert_nonnull (iter);
  inside = poppler_structure_element_iter_get_child (iter);
  see (inside, content, &seen);
  g_assert_false (poppler_structure_element_iter_next (iter));
  g_assert_cmpuint (seen.titles, ==, 1);
  g_assert_cmpuint (seen.headings, >=, 1);
  g_assert_cmpuint (seen.figures, ==, 1);
  /* Heads come again on every page. */
  g_assert_cmpuint (seen.rows, ==, section->rows->len + seen.tables);
  poppler_structure_element_iter_free (inside);
  poppler_structure_element_iter_free (iter);
  g_object_unref (document);
}

static void
test_tags (void)
{
  assert_tagged (3, 2, "vi");
  assert_tagged (40, 3, "en");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/tags", test_tags);
  return test_figures_run ();
}

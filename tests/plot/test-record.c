/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What travels in an exported file beside the picture: the record, the table, resolution, texts.
 * PDFs are read by poppler, which knows nothing of how they were written. */

#define _GNU_SOURCE /* memmem */

#include <poppler.h>
#include <string.h>

#include "plot-samples.h"
#include "plot/plot-export.h"
#include "plot/plot-proof.h"
#include "plot/plot-table.h"

static const PlotExportOptions usual = { 640, 400, 1, PLOT_THEME_LIGHT, PLOT_BACKGROUND_THEME };

/* Two places, one of them computed from two figures, the third without a figure. */
static PlotFigure *
make_figure (void)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_BAR, "vi");
  const PlotProof stated = { "Tỉnh có 1.234 cuộc, \"tăng <mạnh>\" & đều.", "Báo Nghệ An",
                             "accepted", .wording = "“1.234 cuộc”" };
  const PlotProof later = { "Năm 2023: 12.", "Báo A", NULL };
  const PlotProof before = { "Năm 2022: 10.", "Báo B", NULL };

  plot_figure_set_title (figure, "Nghệ An dẫn đầu: \"ở & <đâu>\"");
  plot_figure_set_source (figure, "Nguồn: Báo Nghệ An");
  plot_figure_set_unit (figure, " cuộc", 1);
  plot_figure_add_category (figure, "Nghệ An");
  plot_figure_add_category (figure, "Huế, \"cố đô\"");
  plot_figure_add_category (figure, "Lào Cai");
  plot_figure_add_series (figure, "Đối thoại", PLOT_ROLE_NORMAL, 0);
  plot_figure_add_mark (figure, 0,
                        &(PlotMark){ .x = 0,
                                     .value = 1234.5,
                                     .state = PLOT_STATE_AT_LEAST,
                                     .key = 7,
                                     .place = "Nghệ An",
                                     .period = "2023" });
  plot_figure_add_mark (figure, 0,
                        &(PlotMark){ .x = 1,
                                     .value = 0.1,
                                     .computed = TRUE,
                                     .key = 8,
                                     .place = "Huế",
                                     .period = "2023",
                                     .note = "tính từ 2 năm" });
  plot_figure_add_mark (
      figure, 0, &(PlotMark){ .x = 2, .state = PLOT_STATE_NOT_REPORTED, .place = "Lào Cai" });
  plot_figure_add_proof (figure, 7, &stated);
  plot_figure_add_proof (figure, 8, &later);
  plot_figure_add_proof (figure, 8, &before);
  return figure;
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static void
test_table (void)
{
  static const char expected[] =
      "series,category,place,period,value,written,state,origin,note,reported,evidence,source,"
      "review\r\n"
      "Đối thoại,Nghệ An,Nghệ An,2023,1234.5,\"1.234,5\u00a0cuộc\",at_least,stated,,“1.234 cuộc”,"
      "\"Tỉnh có 1.234 cuộc, \"\"tăng <mạnh>\"\" & đều.\",Báo Nghệ An,accepted\r\n"
      "Đối thoại,\"Huế, \"\"cố đô\"\"\",Huế,2023,0.1,\"0,1\u00a0cuộc\",exact,computed,tính từ 2 "
      "năm,,"
      "Năm 2023: 12. | Năm 2022: 10.,Báo A | Báo B,\r\n"
      "Đối thoại,Lào Cai,Lào Cai,,,,not_reported,,,,,,\r\n";
  g_autoptr (PlotFigure) figure = make_figure ();
  g_autoptr (GBytes) csv = plot_export_bytes (figure, "csv", &usual, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

  g_assert_cmpstr (text + 3, ==, expected);
}

/* A part of time of a figure has the figure's proofs, and both may go in any order. */
static void
test_derived (void)
{
  PlotFigure *figure = make_figure ();
  g_autoptr (PlotFigure) part = plot_figure_derive (figure);

  plot_figure_unref (figure);
  g_assert_cmpuint (plot_figure_n_proofs (part, 8), ==, 2);
  g_assert_cmpstr (plot_figure_proof (part, 8, 1)->source, ==, "Báo B");
}

/* What the picture leaves out is not in the table either: of many rows on little room only some
 * are drawn. */
static void
test_only_drawn (void)
{
  PlotExportOptions small = { 300, 160, 1, PLOT_THEME_LIGHT, PLOT_BACKGROUND_THEME };
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_BAR, "en");
  g_autoptr (GBytes) tsv = NULL;
  g_autoptr (GBytes) json = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;
  guint n;

  plot_figure_add_series (figure, "s", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *label = g_strdup_printf ("row %u.", i);

      plot_figure_add_category (figure, label);
      plot_figure_add_mark (figure, 0, &(PlotMark){ .x = i, .value = 60 - i });
    }
  tsv = plot_export_bytes (figure, "tsv", &small, NULL);
  json = plot_export_bytes (figure, "json", &small, NULL);
  text = g_strndup (g_bytes_get_data (tsv, NULL), g_bytes_get_size (tsv));
  lines = g_strsplit (text, "\n", -1);
  n = g_strv_length (lines) - 2;
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, 60);
  g_clear_pointer (&text, g_free);
  text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  assert_has (text, "\"row 0.\"");
  g_assert_null (strstr (text, "\"row 59.\""));
}

static void
test_record (void)
{
  PlotExportOptions options = usual;
  g_autoptr (PlotFigure) figure = make_figure ();
  g_autoptr (GBytes) json = NULL;
  g_autofree char *text = NULL;

  options.created = "2024-05-31";
  json = plot_export_bytes (figure, "json", &options, NULL);
  text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  assert_has (text, "\"title\": \"Nghệ An dẫn đầu: \\\"ở & <đâu>\\\"\"");
  assert_has (text, "\"created\": \"2024-05-31\"");
  assert_has (text, "\"review\": \"Đã rà soát 1 trên 2 số liệu\"");
  assert_has (text, "\"value\": 0.1, \"written\": \"0,1\u00a0cuộc\", \"origin\": \"computed\"");
  assert_has (text, "\"value\": null, \"state\": \"not_reported\"");
  assert_has (text, "{\"sentence\": \"Năm 2022: 10.\", \"source\": \"Báo B\"}");
}

/* Every format gives back the very bytes of the record. */
static void
test_round_trip (void)
{
  static const char *const formats[] = { "png", "svg", "pdf", "json" };

  for (guint s = 0; s < plot_n_samples; s++)
    for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
      {
        g_autoptr (PlotFigure) figure = plot_samples[s].create ("vi");
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) file = plot_export_bytes (figure, formats[f], &usual, &error);
        g_autoptr (GBytes) json = plot_export_bytes (figure, "json", &usual, &error);
        g_autofree char *record = plot_export_read_record (file, &error);

        g_assert_no_error (error);
        g_assert_cmpmem (record, strlen (record), g_bytes_get_data (json, NULL),
                         g_bytes_get_size (json));
      }
}

/* Files of another making, cut ones, and nothing at all hold no record, and do no harm. */
static void
test_no_record (void)
{
  static const char *const formats[] = { "png", "svg", "pdf" };
  static const char *const others[] = { "",           "GIF89a",        "\x89PNG\r\n\x1a\n",
                                        "%PDF-1.4\n", "<?xml?><svg/>", "{}" };
  g_autoptr (PlotFigure) figure = make_figure ();

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (others[i], strlen (others[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (plot_export_read_record (file, &error));
      g_assert_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_RECORD);
    }
  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (GBytes) whole = plot_export_bytes (figure, formats[f], &usual, NULL);
      gsize size = g_bytes_get_size (whole);

      for (gsize cut = 0; cut < size; cut += size / 40 + 1)
        {
          /* A copy of its own, so that reading past its end is found by the checkers of memory. */
          g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (whole, NULL), cut);
          g_autofree char *record = plot_export_read_record (part, NULL);
        }
    }
}

static guint32
read_number (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

/* The data of a PNG's first chunk of that name. */
static const guint8 *
find_chunk (GBytes *png, const char *name)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);

  for (gsize at = 8; at + 12 <= size; at += read_number (data + at) + 12)
    if (memcmp (data + at + 4, name, 4) == 0)
      return data + at + 8;
  return NULL;
}

static void
test_resolution (void)
{
  static const struct
  {
    double scale, dpi;
    guint32 per_metre;
  } cases[] = { { 1, 0, 3780 }, { 2, 0, 7559 }, { 1, 300, 11811 } };
  g_autoptr (PlotFigure) figure = make_figure ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlotExportOptions options = usual;
      g_autoptr (GBytes) png = NULL;
      const guint8 *chunk;

      options.scale = cases[i].scale;
      options.dpi = cases[i].dpi;
      png = plot_export_bytes (figure, "png", &options, NULL);
      chunk = find_chunk (png, "pHYs");
      g_assert_nonnull (chunk);
      g_assert_cmpuint (read_number (chunk), ==, cases[i].per_metre);
      g_assert_cmpuint (read_number (chunk + 4), ==, cases[i].per_metre);
      g_assert_cmpuint (chunk[8], ==, 1);
    }
}

/* The title stands in the first text of a PNG, in letters that iTXt alone can carry. */
static void
test_png_title (void)
{
  g_autoptr (PlotFigure) figure = make_figure ();
  g_autoptr (GBytes) png = plot_export_bytes (figure, "png", &usual, NULL);
  const char *chunk = (const char *) find_chunk (png, "iTXt");

  g_assert_nonnull (chunk);
  g_assert_cmpstr (chunk, ==, "Title");
  g_assert_true (g_str_has_prefix (chunk + strlen ("Title") + 5, "Nghệ An dẫn đầu"));
}

static PopplerDocument *
open_pdf (PlotFigure *figure, GBytes **file)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;

  *file = plot_export_bytes (figure, "pdf", &usual, &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (*file, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* Lines of a page are joined, and no-break spaces are spaces to a reader. */
static char *
plain (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_new (NULL);

  for (const char *c = composed; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (out, g_utf8_get_char (c));
  return g_string_free (out, FALSE);
}

static void
test_pdf_text (void)
{
  for (guint s = 0; s < plot_n_samples; s++)
    {
      g_autoptr (PlotFigure) figure = plot_samples[s].create ("vi");
      g_autoptr (GBytes) file = NULL;
      PopplerDocument *document = open_pdf (figure, &file);
      PopplerPage *page = poppler_document_get_page (document, 0);
      g_autofree char *text = poppler_page_get_text (page);
      g_autofree char *got = plain (text);
      g_autofree char *title = poppler_document_get_title (document);
      g_autofree char *drawn = NULL;

      g_object_unref (page);
      g_object_unref (document);
      g_assert_cmpstr (title, ==, plot_figure_title (figure));
      if (plot_figure_title (figure) == NULL || plot_figure_kind (figure) == PLOT_KIND_SPARKLINE)
        continue;
      /* Long titles are cut off; their beginning is always drawn. */
      drawn = plain (plot_figure_title (figure));
      *g_utf8_offset_to_pointer (drawn, MIN (g_utf8_strlen (drawn, -1), 30)) = '\0';
      if (strstr (got, drawn) == NULL)
        g_error ("%s: “%s” cannot be read back out of: %s", plot_samples[s].name, drawn, got);
    }
}

static void
test_pdf_fonts (void)
{
  g_autoptr (PlotFigure) figure = make_figure ();
  g_autoptr (GBytes) file = NULL;
  PopplerDocument *document = open_pdf (figure, &file);
  PopplerFontInfo *fonts = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  guint n = 0;

  g_assert_true (poppler_font_info_scan (fonts, 1, &iter));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      g_assert_true (poppler_fonts_iter_is_subset (iter));
      n++;
    }
  while (poppler_fonts_iter_next (iter));
  g_assert_cmpuint (n, >, 0);
  poppler_fonts_iter_free (iter);
  g_object_unref (fonts);
  g_object_unref (document);
}

static gboolean
keep_cb (const char *data, gsize size, gpointer out, GError **error)
{
  g_string_append_len (out, data, (gssize) size);
  return TRUE;
}

static void
test_pdf_attachment (void)
{
  g_autoptr (PlotFigure) figure = make_figure ();
  g_autoptr (GBytes) file = NULL;
  PopplerDocument *document = open_pdf (figure, &file);
  g_autofree char *record = plot_export_read_record (file, NULL);
  GList *attachments = poppler_document_get_attachments (document);
  g_autoptr (GString) got = g_string_new (NULL);

  g_assert_cmpuint (g_list_length (attachments), ==, 1);
  g_assert_cmpstr (poppler_attachment_get_name (attachments->data), ==, "chart-data.json");
  g_assert_true (poppler_attachment_save_to_callback (attachments->data, keep_cb, got, NULL));
  g_assert_cmpstr (got->str, ==, record);
  g_list_free_full (attachments, g_object_unref);
  g_object_unref (document);
}

/* By its language a screen reader chooses the voice; poppler does not tell it, so that the catalogue is
 * looked into. */
static void
test_pdf_language (void)
{
  static const char *const languages[] = { "vi", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_BAR, languages[i]);
      g_autofree char *wanted = g_strdup_printf ("/Lang (%s)", languages[i]);
      g_autoptr (GBytes) file = NULL;
      PopplerDocument *document;
      gsize size;
      const char *data;

      plot_figure_set_title (figure, "Nghệ An");
      document = open_pdf (figure, &file);
      data = g_bytes_get_data (file, &size);
      g_assert_nonnull (memmem (data, size, wanted, strlen (wanted)));
      g_object_unref (document);
    }
}

/* Who hears the file is told of one picture, and what the summary says of it. */
static void
test_pdf_picture (void)
{
  g_autoptr (PlotFigure) figure = make_figure ();
  g_autofree char *wanted = plot_figure_describe (figure), *got = NULL;
  g_autoptr (GBytes) file = NULL;
  PopplerDocument *document = open_pdf (figure, &file);
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document), *inside;
  PopplerStructureElement *element;

  g_assert_nonnull (iter);
  inside = poppler_structure_element_iter_get_child (iter);
  g_assert_nonnull (inside);
  element = poppler_structure_element_iter_get_element (inside);
  g_assert_cmpint (poppler_structure_element_get_kind (element), ==,
                   POPPLER_STRUCTURE_ELEMENT_FIGURE);
  got = poppler_structure_element_get_alt_text (element);
  g_assert_cmpstr (got, ==, wanted);
  g_object_unref (element);
  g_assert_false (poppler_structure_element_iter_next (inside));
  poppler_structure_element_iter_free (inside);
  poppler_structure_element_iter_free (iter);
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/record/table", test_table);
  g_test_add_func ("/plot/record/derived", test_derived);
  g_test_add_func ("/plot/record/only-drawn", test_only_drawn);
  g_test_add_func ("/plot/record/json", test_record);
  g_test_add_func ("/plot/record/round-trip", test_round_trip);
  g_test_add_func ("/plot/record/none", test_no_record);
  g_test_add_func ("/plot/record/resolution", test_resolution);
  g_test_add_func ("/plot/record/png-title", test_png_title);
  g_test_add_func ("/plot/record/pdf-text", test_pdf_text);
  g_test_add_func ("/plot/record/pdf-fonts", test_pdf_fonts);
  g_test_add_func ("/plot/record/pdf-attachment", test_pdf_attachment);
  g_test_add_func ("/plot/record/pdf-language", test_pdf_language);
  g_test_add_func ("/plot/record/pdf-picture", test_pdf_picture);
  return g_test_run ();
}

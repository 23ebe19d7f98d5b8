/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that were made to hurt, or that were hurt: each is refused with one sentence, within
 * bounds, and nothing is left behind. */

#include "import-support.h"

#include "import/chiso-zip.h"

#include <string.h>

#define WORD "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
#define DAMAGED "it is an office document that is cut off or damaged"

static const char *const files[] = { "import/bac-giang.docx",    "import/bac-giang.odt",
                                     "import/bac-giang.pdf",     "import/scan.pdf",
                                     "import/bao-dien-tu.html",  "import/cong-thong-tin.html",
                                     "import/legacy-letters.tsv" };

static GBytes *
docx (const char *xml, gsize padding)
{
  const ImportTestEntry entry = { "word/document.xml", xml, padding };

  return import_test_zip (&entry, 1, TRUE);
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_sized_new (strlen (text) * n + 1);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* Small in the archive, huge outside it. */
static void
test_zip_bomb (void)
{
  g_autoptr (GBytes) bytes = docx ("<w:document " WORD "><w:body><w:p><w:r><w:t>a</w:t></w:r>"
                                   "</w:p></w:body></w:document>",
                                   0);
  g_autofree char *spaces = g_strnfill (65536, ' ');
  g_autofree char *comment = g_strconcat ("<!--", spaces, "-->", NULL);
  g_autofree char *comments = repeat (comment, CHISO_ZIP_MAX_PART_BYTES / 65536);
  g_autofree char *xml = g_strconcat ("<w:document " WORD ">", comments, "</w:document>", NULL);
  g_autoptr (GBytes) bomb = docx (xml, 0);
  g_autoptr (ChisoDocument) document = chiso_import_bytes (bytes, "x", NULL);

  g_assert_cmpstr (document->text, ==, "a\n");
  g_assert_cmpuint (g_bytes_get_size (bomb), <, 1024 * 1024);
  import_test_refused (bomb, CHISO_IMPORT_ERROR_TOO_LARGE,
                       "it is an office document that unpacks to more than 64 MB");
}

/* The text is bounded apart from the XML: few bytes of it can stand for many letters. */
static void
test_text_bomb (void)
{
  g_autoptr (GString) xml = g_string_new ("<w:document " WORD "><w:body>");
  g_autofree char *letters = g_strnfill (1024 * 1024, 'a');
  g_autoptr (GBytes) bomb = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (xml, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", letters);
  g_string_append (xml, "</w:body></w:document>");
  bomb = docx (xml->str, 0);
  import_test_refused (bomb, CHISO_IMPORT_ERROR_TOO_LARGE,
                       "its text is too large (more than 32 MB)");
}

static void
test_entity_bomb (void)
{
  g_autoptr (GString) xml = g_string_new ("<!DOCTYPE d [<!ENTITY a0 'lol'>");
  g_autoptr (GBytes) bomb = NULL;

  for (guint i = 1; i < 12; i++)
    g_string_append_printf (xml, "<!ENTITY a%u '&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;'>", i,
                            i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
  g_string_append (xml, "]><w:document " WORD "><w:p><w:r><w:t>&a11;</w:t></w:r></w:p>"
                        "</w:document>");
  bomb = docx (xml->str, 0);
  import_test_refused (bomb, CHISO_IMPORT_ERROR_DAMAGED, DAMAGED);
}

/* An entity that names a file of the machine is not looked up. */
static void
test_external_entity (void)
{
  g_autoptr (GBytes)
      bytes = docx ("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><w:document " WORD
                    "><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:document>",
                    0);

  import_test_refused (bytes, CHISO_IMPORT_ERROR_DAMAGED, DAMAGED);
}

static void
test_deep_xml (void)
{
  g_autofree char *open = repeat ("<w:p>", 200000);
  g_autofree char *xml = g_strconcat ("<w:document " WORD ">", open, NULL);
  g_autoptr (GBytes) bytes = docx (xml, 0);

  import_test_refused (bytes, CHISO_IMPORT_ERROR_DAMAGED, DAMAGED);
}

static void
test_deep_html (void)
{
  g_autofree char *open = repeat ("<div>", 200000);
  g_autofree char *page = g_strconcat ("<html><body>", open, "Năm 2022", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));

  import_test_refused (bytes, CHISO_IMPORT_ERROR_DAMAGED,
                       "it is a web page that cannot be read whole (its elements lie too deep in "
                       "each other)");
}

static void
test_large_html (void)
{
  g_autofree char *text = repeat ("<p>Năm 2022, tỉnh tổ chức 118 hội nghị.</p>", 500000);
  g_autofree char *page = g_strconcat ("<html><body>", text, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));

  import_test_refused (bytes, CHISO_IMPORT_ERROR_TOO_LARGE,
                       "it is too large for a web page (the limit is 16 MB)");
}

static void
test_many_entries (void)
{
  g_autofree ImportTestEntry *entries = g_new0 (ImportTestEntry, CHISO_ZIP_MAX_ENTRIES + 2);
  g_autoptr (GBytes) bytes = NULL;
  const guint n = CHISO_ZIP_MAX_ENTRIES + 2;

  for (guint i = 0; i < n; i++)
    entries[i] = (ImportTestEntry){ i + 1 < n ? "a.xml" : "word/document.xml", "", 0 };
  bytes = import_test_zip (entries, n, FALSE);
  import_test_refused (bytes, CHISO_IMPORT_ERROR_TOO_LARGE,
                       "it is an archive of more than 5000 entries");
}

/* A name that leads elsewhere is just another name: nothing is unpacked. */
static void
test_paths (void)
{
  const ImportTestEntry entries[] = { { "../../word/document.xml", "<a/>", 0 },
                                      { "/word/document.xml", "<a/>", 0 } };
  g_autoptr (GBytes) bytes = import_test_zip (entries, G_N_ELEMENTS (entries), FALSE);

  import_test_refused (bytes, CHISO_IMPORT_ERROR_DAMAGED, DAMAGED);
}

static void
test_invalid_utf8 (void)
{
  g_autoptr (GBytes) bytes = docx ("<w:document " WORD "><w:p><w:r><w:t>\xff\xfe\xc3</w:t></w:r>"
                                   "</w:p></w:document>",
                                   0);

  import_test_refused (bytes, CHISO_IMPORT_ERROR_DAMAGED, DAMAGED);
}

static void
test_passwords (void)
{
  static const char ole[] = "\xd0\xcf\x11\xe0...E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  const ImportTestEntry entries[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text", 0 },
    { "content.xml", "noise", 0 },
    { "META-INF/manifest.xml",
      "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry>"
      "</m:manifest>",
      0 }
  };
  g_autoptr (GBytes) pdf = import_test_data ("import/password.pdf");
  g_autoptr (GBytes) odt = import_test_zip (entries, G_N_ELEMENTS (entries), FALSE);
  g_autoptr (GBytes) word = g_bytes_new_static (ole, sizeof ole);

  import_test_refused (pdf, CHISO_IMPORT_ERROR_ENCRYPTED, "it is protected by a password");
  import_test_refused (odt, CHISO_IMPORT_ERROR_ENCRYPTED, "it is protected by a password");
  import_test_refused (word, CHISO_IMPORT_ERROR_ENCRYPTED, "it is protected by a password");
}

static void
test_nothing_in_it (void)
{
  static const char menu[] = "<html><body><nav><a href='/'>Trang chủ</a></nav></body></html>";
  g_autoptr (GBytes) scan = import_test_data ("import/scan.pdf");
  g_autoptr (GBytes) empty = docx ("<w:document " WORD "/>", 0);
  g_autoptr (GBytes) page = g_bytes_new_static (menu, strlen (menu));

  import_test_refused (scan, CHISO_IMPORT_ERROR_NO_TEXT,
                       "it is a scanned document: its pages are pictures without text; recognise "
                       "their text first (OCR)");
  import_test_refused (empty, CHISO_IMPORT_ERROR_EMPTY, "it holds no text");
  import_test_refused (page, CHISO_IMPORT_ERROR_NO_TEXT,
                       "it is a web page without an article in it");
}

static GBytes *
pack (GBytes *bytes)
{
  g_autoptr (GConverter)
      zlib = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) packer = g_converter_output_stream_new (memory, zlib);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_output_stream_write_all (packer, data, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packer, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static GBytes *
pdf_of_stream (GBytes *stream)
{
  static const char head[] = "%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode>>stream\n";
  GByteArray *pdf = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (stream, &length);

  g_byte_array_append (pdf, (const guint8 *) head, strlen (head));
  g_byte_array_append (pdf, data, length);
  g_byte_array_append (pdf, (const guint8 *) "\nendstream", 10);
  return g_byte_array_free_to_bytes (pdf);
}

/* Poppler would read a page of any size; what it would unpack is counted before. */
static void
test_pdf_bomb (void)
{
  const gsize size = 80u * 1024 * 1024;
  g_autoptr (GBytes) spaces = g_bytes_new_take (g_strnfill (size, ' '), size);
  g_autoptr (GBytes) once = pack (spaces);
  g_autoptr (GBytes) twice = pack (once);
  g_autoptr (GBytes) bomb = pdf_of_stream (once);
  g_autoptr (GBytes) hidden = pdf_of_stream (twice);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 1024 * 1024);
  import_test_refused (bomb, CHISO_IMPORT_ERROR_TOO_LARGE,
                       "it is a PDF document that unpacks to too much");
  import_test_refused (hidden, CHISO_IMPORT_ERROR_TOO_LARGE,
                       "it is a PDF document that unpacks to too much");
}

/* Whatever was done to a file, it gives a document or one error of ours. */
static void
assert_settled (const guint8 *bytes, gsize length)
{
  g_autoptr (GBytes) copy = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument) document = chiso_import_bytes (copy, "x", &error);

  if (document == NULL)
    {
      g_assert_true (error != NULL && error->domain == CHISO_IMPORT_ERROR);
      g_assert_null (strchr (error->message, '\n'));
    }
  else
    {
      g_assert_no_error (error);
      g_assert_true (g_utf8_validate_len (document->text, document->length, NULL));
      g_assert_cmpuint (strlen (document->text), ==, document->length);
    }
}

static void
test_cut_off (gconstpointer data)
{
  g_autoptr (GBytes) bytes = import_test_data (data);
  gsize length;
  const guint8 *start = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 40; i++)
    assert_settled (start, length * i / 40);
}

/* Lengths, offsets and counts that lie, among all else that a changed byte can be. */
static void
test_changed (gconstpointer data)
{
  g_autoptr (GBytes) bytes = import_test_data (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  gsize length;
  const guint8 *start = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (start, length);

      for (guint k = 0; k < 1 + i / 6; k++)
        {
          gsize at = g_rand_int_range (rand, 0, (gint32) length);

          /* The ends are where archives and PDF keep their directories. */
          if (k % 3 == 1)
            at = length - 1 - at % MIN (length, 600);
          else if (k % 3 == 2)
            at = at % MIN (length, 60);
          copy[at] = (guint8) g_rand_int (rand);
        }
      assert_settled (copy, length);
    }
}

/* The largest single line that is taken; 200 MB of one are refused by the file's size alone. */
static void
test_one_line (void)
{
  g_autofree char *line = repeat ("Năm 2022, tỉnh tổ chức 118 hội nghị đối thoại. ", 600000);
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));
  g_autoptr (ChisoDocument) document = chiso_import_bytes (bytes, "x", NULL);

  g_assert_cmpuint (document->length, ==, strlen (line));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import/hostile/zip-bomb", test_zip_bomb);
  g_test_add_func ("/import/hostile/pdf-bomb", test_pdf_bomb);
  g_test_add_func ("/import/hostile/text-bomb", test_text_bomb);
  g_test_add_func ("/import/hostile/entity-bomb", test_entity_bomb);
  g_test_add_func ("/import/hostile/external-entity", test_external_entity);
  g_test_add_func ("/import/hostile/deep-xml", test_deep_xml);
  g_test_add_func ("/import/hostile/deep-html", test_deep_html);
  g_test_add_func ("/import/hostile/large-html", test_large_html);
  g_test_add_func ("/import/hostile/many-entries", test_many_entries);
  g_test_add_func ("/import/hostile/paths", test_paths);
  g_test_add_func ("/import/hostile/invalid-utf-8", test_invalid_utf8);
  g_test_add_func ("/import/hostile/passwords", test_passwords);
  g_test_add_func ("/import/hostile/nothing-in-it", test_nothing_in_it);
  g_test_add_func ("/import/hostile/one-line", test_one_line);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *cut = g_strconcat ("/import/hostile/cut-off/", files[i] + 7, NULL);
      g_autofree char *changed = g_strconcat ("/import/hostile/changed/", files[i] + 7, NULL);

      g_test_add_data_func (cut, files[i], test_cut_off);
      g_test_add_data_func (changed, files[i], test_changed);
    }
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings from before Unicode: each letter, whole reports, and texts that must not be taken for
 * one. What a letter's bytes are stands in tests/data/import/legacy-letters.tsv. */

#include "core/chiso-table.h"
#include "import/chiso-import.h"
#include "import/chiso-importer.h"
#include "import/chiso-legacy.h"

#include <string.h>

static const char *const encodings[] = { "TCVN3", "VNI-Windows", "Windows-1258", "VISCII" };

static ChisoTable *letters;

#define REPORT                                                                                                             \
  "Tuyên Quang: Kết quả công tác dân vận năm 2023\n\n"                                                          \
  "Năm 2023, các cấp ủy, chính quyền đã tổ chức 226 hội nghị đối thoại với trên 9.500 lượt " \
  "người dự; Ủy ban nhân dân tỉnh tiếp 1.014 lượt công dân, giảm 8,5% so với năm 2022.\n"           \
  "- Thu ngân sách đạt 13,8 nghìn tỷ đồng; hộ nghèo còn 2,67%.\n"

static GBytes *
data_bytes (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  g_assert_nonnull (file);
  return g_mapped_file_get_bytes (file);
}

static void
append_hex (GByteArray *bytes, const char *hex)
{
  for (; g_ascii_isxdigit (hex[0]) && g_ascii_isxdigit (hex[1]); hex += 2)
    {
      guint8 byte = g_ascii_xdigit_value (hex[0]) * 16 + g_ascii_xdigit_value (hex[1]);

      g_byte_array_append (bytes, &byte, 1);
    }
}

/* The row of a letter, or -1. */
static int
row_of (const char *letter)
{
  for (guint row = 0; row < chiso_table_n_rows (letters); row++)
    if (strcmp (chiso_table_cell (letters, row, 0), letter) == 0)
      return (int) row;
  return -1;
}

/* Writes text as an old program would; a capital that TCVN3 does not have as the small letter. */
static GByteArray *
encode (const char *text, const char *encoding)
{
  int column = chiso_table_column (letters, encoding);
  GByteArray *bytes = g_byte_array_new ();

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, g_utf8_next_char (p) - p);
      g_autofree char *small = g_utf8_strdown (letter, -1);
      int row = row_of (letter);

      if (row < 0)
        {
          g_byte_array_append (bytes, (const guint8 *) letter, strlen (letter));
          continue;
        }
      if (strcmp (chiso_table_cell (letters, row, column), "-") == 0)
        row = row_of (small);
      append_hex (bytes, chiso_table_cell (letters, row, column));
    }
  return bytes;
}

static ChisoDocument *
import_encoded (const char *text, const char *encoding, GError **error)
{
  g_autoptr (GByteArray) array = encode (text, encoding);
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));

  return chiso_import_bytes (bytes, "báo cáo.txt", error);
}

/* Letter by letter, in the words of a text that is long enough to be recognised. */
static void
test_letters (gconstpointer data)
{
  const char *encoding = data;

  g_assert_cmpuint (chiso_table_n_rows (letters), ==, 134);
  for (guint row = 0; row < chiso_table_n_rows (letters); row++)
    {
      const char *letter = chiso_table_cell (letters, row, 0);
      g_autofree char *text = g_strconcat (REPORT, letter, " 15\n", NULL);
      g_autofree char *expected = g_strdup (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (ChisoDocument) document = import_encoded (text, encoding, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (document->encoding, ==, encoding);
      if (strcmp (chiso_table_cell (letters, row, chiso_table_column (letters, encoding)), "-")
          == 0)
        {
          g_autofree char *small = g_utf8_strdown (letter, -1);
          g_autofree char *lowered = g_strconcat (REPORT, small, " 15\n", NULL);

          g_assert_true (g_str_has_suffix (document->text, strstr (lowered, "2,67%")));
          continue;
        }
      g_assert_true (g_str_has_suffix (document->text, strstr (expected, "2,67%")));
    }
}

/* "Ủy" begins with a capital that TCVN3 cannot write; all else comes back as it was. */
static void
test_report (gconstpointer data)
{
  const char *encoding = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument) document = import_encoded (REPORT, encoding, &error);
  g_auto (GStrv) parts = NULL;
  g_autofree char *lowered = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (document->encoding, ==, encoding);
  g_assert_cmpstr (document->format, ==, "text");
  parts = g_strsplit (REPORT, "Ủy", 2);
  lowered = g_strjoinv ("ủy", parts);
  g_assert_cmpstr (document->text, ==, strcmp (encoding, "TCVN3") == 0 ? lowered : REPORT);
}

/* Headlines: the accented letters of a word go with its plain capitals. */
static void
test_tcvn3_capitals (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument) document = import_encoded (
      "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN\nBÁO CÁO Ở HUYỆN\nCó 15 xã đạt chuẩn mới.\n", "TCVN3", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->text, ==,
                   "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN\nBÁO CÁO Ở HUYỆN\nCó 15 xã đạt chuẩn mới.\n");
}

static void
assert_unrecognised (const void *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (chiso_import_bytes (bytes, "x.txt", &error));
  g_assert_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_ENCODING);
}

static void
test_no_guess (void)
{
  static const char *const texts[] = {
    /* French and Portuguese in Windows-1252, too little of anything, and noise. */
    "L'\xe9t\xe9 dernier, le pr\xe9sident a \xe9t\xe9 re\xe7u \xe0 l'\xe9"
    "cole o\xf9 na\xeet la R\xe9publique.",
    "N\xe3o h\xe1 solu\xe7\xf5"
    "es f\xe1"
    "ceis; a popula\xe7\xe3o est\xe1 \xe0 espera.",
    "caf\xe9",
    "\xb8",
    "x\xa1y\xa2z\xa3w\xa4v\xa5u\xa6t\xa7s\xa8r\xa9q\xaap\xab",
    /* UTF-8 that was cut within a letter. */
    "Năm 2023, tỉnh tổ chức đối thoạ\xe1\xbb",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  char noise[4096];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_unrecognised (texts[i], strlen (texts[i]));
  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (char) g_rand_int_range (rand, i % 2 ? 0xa1 : 0x20, i % 2 ? 0x100 : 0x7f);
  assert_unrecognised (noise, sizeof noise);
}

/* Documents in the fonts of TCVN3 and VNI: Unicode by form, the old codes by content. */
static void
test_repair (gconstpointer data)
{
  const char *encoding = data;
  g_autoptr (GByteArray)
      bytes = encode ("Năm 2022, tỉnh có 61 xã đạt chuẩn nông thôn mới.", encoding);
  gsize length;
  g_autofree char *latin = g_convert ((const char *) bytes->data, bytes->len, "UTF-8", "ISO-8859-1",
                                      NULL, NULL, NULL);
  g_autofree char *mixed = g_strconcat (latin, "\nĐà Nẵng: 12 cuộc “đối thoại”\nHà Nam\n", NULL);
  const char *name = NULL;
  g_autofree char *text = chiso_legacy_repair (mixed, strlen (mixed), &length, &name);

  g_assert_cmpstr (name, ==, encoding);
  g_assert_cmpstr (text, ==,
                   "Năm 2022, tỉnh có 61 xã đạt chuẩn nông thôn mới.\n"
                   "Đà Nẵng: 12 cuộc “đối thoại”\nHà Nam\n");
  g_assert_cmpuint (length, ==, strlen (text));
}

static void
test_no_repair (void)
{
  const char *name;
  gsize length;

  g_assert_null (chiso_legacy_repair (REPORT, strlen (REPORT), &length, &name));
  g_assert_null (chiso_legacy_repair ("Hà Nam có 12 xã, là xã và là bàn", 41, &length, &name));
  g_assert_null (chiso_legacy_repair ("", 0, &length, &name));
}

static void
test_bare_utf16 (void)
{
  static const char *const orders[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      gsize length;
      char *body = g_convert (REPORT, -1, orders[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (body, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (ChisoDocument) document = chiso_import_bytes (bytes, "x.txt", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (document->text, ==, REPORT);
      g_assert_cmpstr (document->encoding, ==, "UTF-16");
    }
}

/* Whatever the bytes are, the text is composed as a whole would be: marks behind others, before any letter, behind what
 * takes none. */
static void
test_composed (gconstpointer encoding)
{
  g_autoptr (GByteArray) report = encode (REPORT, encoding);
  const ChisoLegacy *legacy = chiso_legacy_recognise (report->data, report->len);
  static const guint8 likely[] = { 'a',  'O',  'u',  'e',  ' ',  0xcc, 0xd2,
                                   0xde, 0xec, 0xf2, 0xe2, 0xf9, 0xe4 };

  g_assert_nonnull (legacy);
  for (guint round = 0; round < 2000; round++)
    {
      g_autofree char *text = NULL;
      g_autofree char *normal = NULL;
      guint8 bytes[24];
      gsize length;

      for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
        bytes[i] = round % 2 == 0 ? g_test_rand_int_range (1, 256)
                                  : likely[g_test_rand_int_range (0, G_N_ELEMENTS (likely))];
      text = legacy->convert (bytes, G_N_ELEMENTS (bytes), &length);
      normal = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_NFC);
      g_assert_cmpuint (length, ==, strlen (text));
      g_assert_cmpstr (text, ==, normal);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  bytes = data_bytes ("import/legacy-letters.tsv");
  letters = chiso_table_new (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *path = g_strconcat ("/import/legacy/letters/", encodings[i], NULL);
      g_autofree char *report = g_strconcat ("/import/legacy/report/", encodings[i], NULL);
      g_autofree char *composed = g_strconcat ("/import/legacy/composed/", encodings[i], NULL);

      g_test_add_data_func (path, encodings[i], test_letters);
      g_test_add_data_func (report, encodings[i], test_report);
      g_test_add_data_func (composed, encodings[i], test_composed);
    }
  g_test_add_func ("/import/legacy/tcvn3-capitals", test_tcvn3_capitals);
  g_test_add_func ("/import/legacy/no-guess", test_no_guess);
  g_test_add_data_func ("/import/legacy/repair/TCVN3", "TCVN3", test_repair);
  g_test_add_data_func ("/import/legacy/repair/VNI-Windows", "VNI-Windows", test_repair);
  g_test_add_func ("/import/legacy/no-repair", test_no_repair);
  g_test_add_func ("/import/legacy/bare-utf-16", test_bare_utf16);
  status = g_test_run ();
  chiso_table_free (letters);
  return status;
}

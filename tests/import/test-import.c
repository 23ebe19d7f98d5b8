/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files to documents: what is read, how it is decoded, and the sentence for each way to fail. */

#include "import/chiso-import.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define VIETNAMESE "Năm 2023, Nghệ An tổ chức 226 cuộc đối thoại.\n"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("chiso-import-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
remove_below (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_below (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  remove_below (self->folder);
  g_free (self->folder);
}

static ChisoDocument *
import_data (const void *data, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return chiso_import_bytes (bytes, "báo cáo.txt", error);
}

static void
assert_text (const void *data, gsize length, const char *text, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument) document = import_data (data, length, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->text, ==, text);
  g_assert_cmpuint (document->length, ==, strlen (text));
  g_assert_cmpstr (document->encoding, ==, encoding);
  g_assert_cmpstr (document->format, ==, "text");
  g_assert_cmpstr (document->name, ==, "báo cáo.txt");
}

static void
assert_refused (const void *data, gsize length, ChisoImportError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument) document = import_data (data, length, &error);

  g_assert_null (document);
  g_assert_error (error, CHISO_IMPORT_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_utf8 (void)
{
  assert_text (VIETNAMESE, strlen (VIETNAMESE), VIETNAMESE, "UTF-8");
  assert_text ("\xef\xbb\xbf" VIETNAMESE, strlen (VIETNAMESE) + 3, VIETNAMESE, "UTF-8");
  /* Decomposed letters stay as they are: spans refer to the text as written. */
  assert_text ("Nghe\xcc\xa3\xcc\x82", 8, "Nghe\xcc\xa3\xcc\x82", "UTF-8");
}

static void
test_utf16 (void)
{
  static const char *const orders[][2] = { { "UTF-16LE", "\xff\xfe" }, { "UTF-16BE", "\xfe\xff" } };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      gsize length;
      g_autofree char *body = g_convert (VIETNAMESE, -1, orders[i][0], "UTF-8", NULL, &length,
                                         NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) orders[i][1], 2);
      g_byte_array_append (bytes, (const guint8 *) body, length);
      assert_text (bytes->data, bytes->len, VIETNAMESE, "UTF-16");
      assert_refused (bytes->data, bytes->len - 1, CHISO_IMPORT_ERROR_ENCODING,
                      "Cannot read “báo cáo.txt”: it begins as UTF-16 but is not valid UTF-16");
    }
}

static void
test_line_ends (void)
{
  assert_text ("a\r\nb\rc\n\r\r\n", 10, "a\nb\nc\n\n\n", "UTF-8");
}

static void
test_checksum (void)
{
  g_autoptr (ChisoDocument) document = import_data ("a\r\n", 3, NULL);
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "a\r\n", 3);

  g_assert_cmpstr (document->sha256, ==, expected);
}

static void
test_empty (void)
{
  assert_refused ("", 0, CHISO_IMPORT_ERROR_EMPTY, "Cannot read “báo cáo.txt”: it is empty");
  /* Spaces of all kinds, a byte-order mark, a zero-width space. */
  assert_refused (" \r\n\t\xc2\xa0\xe2\x80\x8b\xef\xbb\xbf", 12, CHISO_IMPORT_ERROR_EMPTY,
                  "Cannot read “báo cáo.txt”: it holds nothing but white space");
}

static void
test_binary (void)
{
  static const char pattern[] = "\x01\x02\x03\x04 abc";

  assert_refused ("abc\0def", 7, CHISO_IMPORT_ERROR_BINARY,
                  "Cannot read “báo cáo.txt”: it is binary data, not text");
  assert_refused (pattern, strlen (pattern), CHISO_IMPORT_ERROR_BINARY,
                  "Cannot read “báo cáo.txt”: it is binary data, not text");
  assert_refused ("\xff\xfe"
                  "a\0\0\0",
                  6, CHISO_IMPORT_ERROR_BINARY,
                  "Cannot read “báo cáo.txt”: it is binary data, not text");
  assert_refused ("%PDF-1.7\n", 9, CHISO_IMPORT_ERROR_DAMAGED,
                  "Cannot read “báo cáo.txt”: it is a PDF document that is cut off or damaged");
  assert_refused ("{\\rtf1 abc}", 11, CHISO_IMPORT_ERROR_BINARY,
                  "Cannot read “báo cáo.txt”: it is an RTF document, which cannot be read; save it "
                  "as DOCX, ODT, PDF or text");
}

/* A word processor's stray control character does not make a report unreadable. */
static void
test_stray_control (void)
{
  assert_text ("Trang 1\x0cTrang 2\x1f\n", 17, "Trang 1\x0cTrang 2\x1f\n", "UTF-8");
}

static void
test_encoding (void)
{
  assert_refused (
      "B\xb8o c\xb8o n\xa8m 2023", 16, CHISO_IMPORT_ERROR_ENCODING,
      "Cannot read “báo cáo.txt”: its encoding is not recognised (not UTF-8 from byte 2 on); "
      "save it as UTF-8");
}

/* A table of observations is a format of its own, in whatever encoding a spreadsheet writes it. */
static void
test_sheet (void)
{
  static const char sheet[] = "\xef\xbb\xbf"
                              "indicator\tplace\tperiod\tmeasure\tvalue\r\n"
                              "ntm_communes\t40\t2023\tlevel\t226\r\n";
  gsize length;
  g_autofree char *wide = g_convert (sheet, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr (ChisoDocument) narrow = import_data (sheet, strlen (sheet), NULL);
  g_autoptr (ChisoDocument) document = import_data (wide, length, NULL);

  g_assert_cmpstr (narrow->format, ==, "observations");
  g_assert_cmpstr (document->format, ==, "observations");
  g_assert_cmpstr (document->text, ==, narrow->text);
}

static GFile *
write_file (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
assert_file_refused (GFile *file, ChisoImportError code, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument) document = chiso_import_file (file, NULL, &error);
  g_autofree char *message = g_strdup_printf ("Cannot read “%s”: %s", g_file_peek_path (file),
                                              reason);

  g_assert_null (document);
  g_assert_error (error, CHISO_IMPORT_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (self, "Nghệ An 2023.txt", VIETNAMESE);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument) document = chiso_import_file (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->text, ==, VIETNAMESE);
  g_assert_cmpstr (document->name, ==, "Nghệ An 2023.txt");
}

static void
test_unreadable (Fixture *self, gconstpointer data)
{
  g_autofree char *missing_path = g_build_filename (self->folder, "missing.txt", NULL);
  g_autofree char *loop_path = g_build_filename (self->folder, "loop.txt", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path (missing_path);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile) loop = g_file_new_for_path (loop_path);

  assert_file_refused (missing, CHISO_IMPORT_ERROR_READ, "there is no such file");
  assert_file_refused (folder, CHISO_IMPORT_ERROR_READ, "it is a folder");
  g_assert_cmpint (symlink ("loop.txt", loop_path), ==, 0);
  assert_file_refused (loop, CHISO_IMPORT_ERROR_READ, "its links go round in a circle");
}

/* A sparse file takes no room on the disk; the size alone must be enough to refuse it. */
static void
test_too_large (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (self, "large.txt", "");

  g_assert_cmpint (truncate (g_file_peek_path (file), 200 * 1024 * 1024), ==, 0);
  assert_file_refused (file, CHISO_IMPORT_ERROR_TOO_LARGE,
                       "it is too large (200 MB, the limit is 64 MB)");
}

static gpointer
feed_pipe (gpointer data)
{
  g_autofree char *chunk = g_malloc (1024 * 1024);
  g_autofree char *path = data;
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  memset (chunk, 'a', 1024 * 1024);
  while (write (fd, chunk, 1024 * 1024) > 0)
    ;
  close (fd);
  return NULL;
}

/* A pipe has no size; reading it ends at the limit although it would go on for ever. */
static void
test_endless_pipe (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "pipe.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GThread *feeder;

  signal (SIGPIPE, SIG_IGN);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  feeder = g_thread_new ("feeder", feed_pipe, g_strdup (path));
  assert_file_refused (file, CHISO_IMPORT_ERROR_TOO_LARGE,
                       "it is too large (more than 64 MB, the limit is 64 MB)");
  g_thread_join (feeder);
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (self, "a.txt", VIETNAMESE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (chiso_import_file (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "b.txt",       "a/2.TXT",    "a/1.txt", "a/1.tsv",
                                       ".hidden.txt", ".git/x.txt", "c.md" };
  static const char *const expected[] = { "a/1.txt", "a/2.TXT", "b.txt" };
  g_autofree char *up = g_build_filename (self->folder, "a", "up", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_unref (write_file (self, names[i], VIETNAMESE));
  /* A link back up must not make the walk endless. */
  g_assert_cmpint (symlink ("..", up), ==, 0);

  files = chiso_import_list (folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *relative = g_file_get_relative_path (folder, files->pdata[i]);
      g_assert_cmpstr (relative, ==, expected[i]);
    }
}

/* A file that is named gives itself, whatever it is called and whether or not it is there. */
static void
test_list_file (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "missing.dat", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) files = chiso_import_list (file, NULL, NULL);

  g_assert_cmpuint (files->len, ==, 1);
  g_assert_true (g_file_equal (files->pdata[0], file));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import/decode/utf-8", test_utf8);
  g_test_add_func ("/import/decode/utf-16", test_utf16);
  g_test_add_func ("/import/decode/line-ends", test_line_ends);
  g_test_add_func ("/import/decode/empty", test_empty);
  g_test_add_func ("/import/decode/binary", test_binary);
  g_test_add_func ("/import/decode/stray-control", test_stray_control);
  g_test_add_func ("/import/decode/encoding", test_encoding);
  g_test_add_func ("/import/checksum", test_checksum);
  g_test_add_func ("/import/sheet", test_sheet);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/import/file/reads", test_file);
  ADD ("/import/file/unreadable", test_unreadable);
  ADD ("/import/file/too-large", test_too_large);
  ADD ("/import/file/endless-pipe", test_endless_pipe);
  ADD ("/import/file/cancelled", test_cancelled);
  ADD ("/import/list/folder", test_list);
  ADD ("/import/list/file", test_list_file);
#undef ADD
  return g_test_run ();
}

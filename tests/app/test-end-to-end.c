/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole promise on the real program, driven from outside through AT-SPI and the keyboard: a report
 * is imported, its mark on a chart opens its sentence, and the chart leaves as a PNG. */

#include "atspi-support.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#define KEYSYM_RETURN 0xff0d
#define KEYSYM_F9 0xffc6
#define KEYSYM_HOME 0xff50
#define KEYSYM_END 0xff57

/* Made up, of a province of whose dialogues the starter library knows nothing. */
#define TITLE "Kết quả tiếp xúc, đối thoại với nhân dân của tỉnh Hà Giang"
#define EARLIER                                                                                                                 \
  "Năm 2023, cấp ủy, chính quyền các cấp tỉnh Hà Giang đã tổ chức 1.096 hội nghị đối thoại với " \
  "nhân dân."
#define LATER                                                                                                                   \
  "Năm 2024, cấp ủy, chính quyền các cấp tỉnh Hà Giang đã tổ chức 1.234 hội nghị đối thoại với " \
  "nhân dân."

typedef struct
{
  char *folder;
  char *picture;
  GPid pid; /* 0 when it has ended */
  int status;
  TestObject *application;
} Fixture;

/* However this test ends, the program does not stay. */
static void
child_cb (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* Nothing of the person's, no other display than the test's, and a real accessibility bus. */
static char **
new_environment (const char *folder)
{
  static const char *const settings[][2] = {
    { "GTK_A11Y", "atspi" },       { "GSK_RENDERER", "cairo" }, { "GDK_BACKEND", "x11" },
    { "LANGUAGE", "en" },          { "LC_ALL", "C.UTF-8" },     { "GSETTINGS_BACKEND", "memory" },
    { "ADW_DISABLE_PORTAL", "1" }, { "GTK_USE_PORTAL", "0" },   { "GIO_USE_VFS", "local" },
  };
  static const char *const folders[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME",
                                         "XDG_CACHE_HOME", "XDG_STATE_HOME" };
  char **environment = g_get_environ ();

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    environment = g_environ_setenv (environment, settings[i][0], settings[i][1], TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folder, folders[i], NULL);

      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      environment = g_environ_setenv (environment, folders[i], path, TRUE);
    }
  return environment;
}

/* With a library of its own it is a program of its own, whatever else runs on the bus. */
static void
start_program (Fixture *fixture)
{
  g_autofree char *report = g_build_filename (fixture->folder, "bao-cao.txt", NULL);
  g_autofree char *library = g_strdup_printf ("--library=%s/library.chiso", fixture->folder);
  g_auto (GStrv) environment = new_environment (fixture->folder);
  char *arguments[] = { (char *) g_getenv ("CHISO_PROGRAM"), library, report, NULL };
  g_autoptr (GError) error = NULL;

  g_file_set_contents (report, TITLE "\n\n" EARLIER "\n" LATER "\n", -1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (arguments[0]);
  g_spawn_async (fixture->folder, arguments, environment, G_SPAWN_DO_NOT_REAP_CHILD, child_cb, NULL,
                 &fixture->pid, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *why_not = test_atspi_start ();
  g_autoptr (GError) error = NULL;

  if (why_not != NULL)
    {
      g_test_skip (why_not);
      return;
    }
  fixture->folder = g_dir_make_tmp ("chiso-end-to-end-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->picture = g_build_filename (fixture->folder, "picture.png", NULL);
  start_program (fixture);
  fixture->application = test_atspi_application (fixture->pid);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->folder == NULL)
    return;
  g_clear_object (&fixture->application);
  if (fixture->pid != 0)
    {
      kill (fixture->pid, SIGKILL);
      waitpid (fixture->pid, NULL, 0);
    }
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->picture);
}

static void
wait_for (Fixture *fixture, AtspiRole role, const char *name, const char *outcome)
{
  const TestTarget target = { .role = role, .name = name, .outcome = outcome };

  g_object_unref (test_atspi_wait (fixture->application, &target));
}

static void
click (Fixture *fixture, const char *part)
{
  const TestTarget target = { .role = ATSPI_ROLE_PUSH_BUTTON, .part = part, .outcome = part };
  g_autoptr (TestObject) button = test_atspi_wait (fixture->application, &target);

  test_atspi_click (button);
}

/* The report is in the list with what was found in it, and open in the reader. */
static void
check_import (Fixture *fixture)
{
  g_autoptr (TestObject) text = NULL;
  g_autofree char *report = NULL;

  wait_for (fixture, ATSPI_ROLE_LABEL, TITLE, "the report in the list");
  wait_for (fixture, ATSPI_ROLE_LABEL, "2 figures", "the figures in the reader");
  text = test_atspi_wait (fixture->application, &(TestTarget){ .role = ATSPI_ROLE_TEXT,
                                                               .name = "Text of the report",
                                                               .outcome = "the reader" });
  report = test_atspi_get_text (text);
  g_assert_nonnull (strstr (report, LATER));
}

/* From the report's first figure to its mark on the Compare page, by keyboard. */
static void
open_figure (Fixture *fixture)
{
  const TestTarget reader = { .role = ATSPI_ROLE_TEXT,
                              .name = "Text of the report",
                              .outcome = "the reader" };

  g_object_unref (test_atspi_tab_to (fixture->application, reader));
  test_atspi_press ('n');
  test_atspi_press (KEYSYM_RETURN);
  wait_for (fixture, ATSPI_ROLE_LABEL, EARLIER, "the sentence of the figure in the reader");
}

typedef struct
{
  TestObject *object;
  const char *part;
} Description;

static gboolean
describes (gpointer data)
{
  Description *wanted = data;
  g_autofree char *description = atspi_accessible_get_description (wanted->object, NULL);

  return description != NULL && strstr (description, wanted->part) != NULL
         && strstr (description, "Unit:") == NULL;
}

/* Walks to a mark, which the chart describes, and opens it: its sentence is beside the chart, and the
 * other's is not. */
static void
open_mark (Fixture *fixture, TestObject *chart, guint key, const char *described,
           const char *sentence, const char *other)
{
  Description wanted = { chart, described };

  test_atspi_press (key);
  test_atspi_wait_until (describes, &wanted, described);
  test_atspi_press (KEYSYM_RETURN);
  wait_for (fixture, ATSPI_ROLE_LABEL, sentence, sentence);
  test_atspi_wait_gone (fixture->application,
                        &(TestTarget){ .role = ATSPI_ROLE_LABEL, .name = other, .outcome = other });
}

static void
check_marks (Fixture *fixture)
{
  const TestTarget target = { .role = ATSPI_ROLE_IMAGE,
                              .part = "Ha Giang",
                              .outcome = "the chart of Hà Giang's dialogues" };
  g_autoptr (TestObject) chart = test_atspi_tab_to (fixture->application, target);

  open_mark (fixture, chart, KEYSYM_END, "1,234", LATER, EARLIER);
  open_mark (fixture, chart, KEYSYM_HOME, "1,096", EARLIER, LATER);
}

/* The same figures as a table, one key away, and back to the chart with the keyboard on it. */
static void
check_table (Fixture *fixture)
{
  const TestTarget chart = { .role = ATSPI_ROLE_IMAGE,
                             .part = "Ha Giang",
                             .focused = TRUE,
                             .outcome = "the chart with the keyboard" };
  const TestTarget later = { .role = ATSPI_ROLE_LABEL,
                             .part = "1,234",
                             .outcome = "the later figure in the table" };

  const TestTarget row = { .role = ATSPI_ROLE_TABLE_ROW,
                           .part = "2023, 1,096",
                           .outcome = "the row of the earlier period" };

  test_atspi_press (KEYSYM_F9);
  wait_for (fixture, ATSPI_ROLE_INVALID, "Period", "the heading of the periods");
  g_object_unref (test_atspi_wait (fixture->application, &later));
  wait_for (fixture, ATSPI_ROLE_LABEL, "2023", "the earlier period in the table");
  g_object_unref (test_atspi_wait (fixture->application, &row));
  test_atspi_press (KEYSYM_F9);
  g_object_unref (test_atspi_wait (fixture->application, &chart));
}

static gboolean
is_written (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

/* Through the dialog and the file chooser, as a person does it. */
static void
export_picture (Fixture *fixture)
{
  const TestTarget name = {
    .role = ATSPI_ROLE_TEXT, .name = "Name:", .outcome = "the name in the file chooser"
  };
  g_autoptr (TestObject) entry = NULL;

  test_atspi_press_control ('e');
  wait_for (fixture, ATSPI_ROLE_LABEL, "2400 × 1350 pixels, 31.8 × 17.9 cm on paper",
            "the export dialog");
  click (fixture, "Export…");
  entry = test_atspi_wait (fixture->application, &name);
  test_atspi_set_text (entry, fixture->picture);
  click (fixture, "_Export Export");
  test_atspi_wait_until (is_written, fixture->picture, "the picture");
  wait_for (fixture, ATSPI_ROLE_LABEL, "“picture.png” was written", "the word that it was written");
}

static guint32
pixel_at (cairo_surface_t *picture, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (picture);
  const guchar *row = data + (gsize) y * cairo_image_surface_get_stride (picture);

  return ((const guint32 *) (gconstpointer) row)[x];
}

/* The size that the dialog said, the light page to its corners, and a chart on it. */
static void
check_picture (const char *path)
{
  const guint32 page = 0xffffffff;
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);
  guint n_ink = 0;

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 2400);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 1350);
  g_assert_cmphex (pixel_at (picture, 0, 0) | 0xff000000, ==, page);
  g_assert_cmphex (pixel_at (picture, 2399, 0) | 0xff000000, ==, page);
  g_assert_cmphex (pixel_at (picture, 0, 1349) | 0xff000000, ==, page);
  g_assert_cmphex (pixel_at (picture, 2399, 1349) | 0xff000000, ==, page);
  for (int y = 0; y < 1350; y++)
    for (int x = 0; x < 2400; x++)
      n_ink += (pixel_at (picture, x, y) | 0xff000000) != page;
  /* A line chart with its texts covers some hundredths of the page. */
  g_assert_cmpuint (n_ink, >, 2400 * 1350 / 500);
  g_assert_cmpuint (n_ink, <, 2400 * 1350 / 2);
  cairo_surface_destroy (picture);
}

static gboolean
has_ended (gpointer data)
{
  Fixture *fixture = data;

  if (waitpid (fixture->pid, &fixture->status, WNOHANG) != fixture->pid)
    return FALSE;
  fixture->pid = 0;
  return TRUE;
}

/* It closes when it is told to, without a complaint. */
static void
quit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  test_atspi_press_control ('q');
  test_atspi_wait_until (has_ended, fixture, "the program's end");
  g_spawn_check_wait_status (fixture->status, &error);
  g_assert_no_error (error);
}

static void
test_report_to_picture (Fixture *fixture, gconstpointer data)
{
  if (fixture->folder == NULL)
    return;
  check_import (fixture);
  open_figure (fixture);
  check_marks (fixture);
  check_table (fixture);
  export_picture (fixture);
  check_picture (fixture->picture);
  quit (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/end-to-end/report-to-picture", Fixture, NULL, set_up, test_report_to_picture,
              tear_down);
  return g_test_run ();
}

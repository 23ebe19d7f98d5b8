/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the page of kept charts that have changed, and the keeping. Draws nothing itself. */

#include "golden-charts.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* Most lines of a dump that the page lists for one chart. */
#define MOST_LINES 60

typedef struct
{
  const GoldenChart *golden;
  const char *folder;
  GString *page;
  GError **error;
} Shown;

static char *
path_of (const char *folder, const GoldenChart *golden, const char *ending)
{
  g_autofree char *name = g_strconcat (golden->sample, ending, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
write_png (cairo_surface_t *surface, const char *path, GError **error)
{
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "“%s” cannot be written: %s", path,
               cairo_status_to_string (status));
  return FALSE;
}

/* NULL where there is no such picture. */
static cairo_surface_t *
read_png (const char *path)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

static gboolean
show_picture (Shown *self, const char *words, const char *ending, cairo_surface_t *surface)
{
  g_autofree char *path = path_of (self->folder, self->golden, ending);
  g_autofree char *name = g_path_get_basename (path);

  if (surface == NULL)
    {
      g_string_append_printf (self->page, "<td>%s: none</td>\n", words);
      return TRUE;
    }
  g_string_append_printf (self->page, "<td>%s<br><img src=\"%s\" alt=\"%s\"></td>\n", words, name,
                          words);
  return write_png (surface, path, self->error);
}

static void
list_lines (GString *page, const char *sign, const char *from, const char *other)
{
  g_auto (GStrv) lines = g_strsplit (from, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (char **line = others; *line != NULL; line++)
    g_hash_table_add (known, *line);
  for (char **line = lines; *line != NULL; line++)
    if (!g_hash_table_contains (known, *line) && n++ < MOST_LINES)
      {
        g_autofree char *escaped = g_markup_escape_text (*line, -1);

        g_string_append_printf (page, "%s %s\n", sign, escaped);
      }
  if (n > MOST_LINES)
    g_string_append_printf (page, "%s … and %u more\n", sign, n - MOST_LINES);
}

/* 1 and an entry on the page where the chart has changed, 0 where not, -1 with an error. */
static int
show_chart (Shown *self, const char *data)
{
  g_autofree char *dump_path = path_of (data, self->golden, ".dump");
  g_autofree char *png_path = path_of (data, self->golden, ".png");
  g_autoptr (PlotLayout) layout = golden_create_layout (self->golden);
  g_autofree char *dump = plot_layout_dump (layout), *kept_dump = NULL;
  cairo_surface_t *now = golden_paint (self->golden), *kept = read_png (png_path);
  cairo_surface_t *difference = kept != NULL ? golden_compare (now, kept) : NULL;
  gboolean same, done = TRUE;

  if (!g_file_get_contents (dump_path, &kept_dump, NULL, NULL))
    kept_dump = g_strdup ("");
  same = kept != NULL && difference == NULL && g_str_equal (dump, kept_dump);
  if (!same)
    {
      g_string_append_printf (self->page, "<h2>%s</h2>\n<table><tr>\n", self->golden->sample);
      done = show_picture (self, "old", ".old.png", kept)
             && show_picture (self, "new", ".new.png", now)
             && show_picture (self, "difference", ".difference.png", difference);
      g_string_append (self->page, "</tr></table>\n<pre>\n");
      list_lines (self->page, "-", kept_dump, dump);
      list_lines (self->page, "+", dump, kept_dump);
      g_string_append (self->page, "</pre>\n");
    }
  cairo_surface_destroy (now);
  g_clear_pointer (&kept, cairo_surface_destroy);
  g_clear_pointer (&difference, cairo_surface_destroy);
  return done ? !same : -1;
}

/* Only what a page of ours consists of is removed. */
static gboolean
empty_folder (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_mkdir_with_parents (folder, 0777) < 0 || (dir = g_dir_open (folder, 0, error)) == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "“%s” cannot be made", folder);
      return FALSE;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".png") || g_str_equal (name, "index.html"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
  return TRUE;
}

int
golden_show (const char *data, const char *folder, GError **error)
{
  g_autoptr (GString) page = g_string_new (
      "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Kept charts that have "
      "changed</title>\n<style>body{font-family:sans-serif;background:#888;color:#000}"
      "td{vertical-align:top;padding:4px}pre{background:#fff;padding:8px}</style>\n");
  g_autofree char *path = g_build_filename (folder, "index.html", NULL);
  int n = 0;

  if (!empty_folder (folder, error))
    return -1;
  for (guint i = 0; i < golden_n_charts; i++)
    {
      Shown shown = { &golden_charts[i], folder, page, error };
      int changed = show_chart (&shown, data);

      if (changed < 0)
        return -1;
      n += changed;
    }
  return n == 0 || g_file_set_contents (path, page->str, -1, error) ? n : -1;
}

gboolean
golden_accept (const char *data, GError **error)
{
  for (guint i = 0; i < golden_n_charts; i++)
    {
      g_autofree char *dump_path = path_of (data, &golden_charts[i], ".dump");
      g_autofree char *png_path = path_of (data, &golden_charts[i], ".png");
      g_autoptr (PlotLayout) layout = golden_create_layout (&golden_charts[i]);
      g_autofree char *dump = plot_layout_dump (layout);
      cairo_surface_t *now = golden_paint (&golden_charts[i]), *kept = read_png (png_path);
      cairo_surface_t *difference = kept != NULL ? golden_compare (now, kept) : NULL;
      gboolean done = TRUE;

      /* A picture that looks the same keeps its bytes. */
      if (kept == NULL || difference != NULL)
        done = write_png (now, png_path, error);
      done = done && g_file_set_contents (dump_path, dump, -1, error);
      cairo_surface_destroy (now);
      g_clear_pointer (&kept, cairo_surface_destroy);
      g_clear_pointer (&difference, cairo_surface_destroy);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

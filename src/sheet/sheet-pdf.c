/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the drawing of pages. Must place nothing and read no clock. */

#include "sheet-pdf.h"

#include "plot/plot-pdf.h"
#include "sheet-style.h"

#include <cairo-pdf.h>
#include <math.h>

/* A PDF must say when it was made; a fixed day keeps equal sheets equal. */
#define PDF_DATE "2000-01-01T00:00:00Z"

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_text (const SheetItem *item, cairo_t *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (item->text);
  double top = 0;

  for (guint i = 0; i < item->line + item->n_lines; i++, pango_layout_iter_next_line (iter))
    {
      PangoRectangle logical;
      double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (i == item->line)
        top = (double) logical.y / PANGO_SCALE;
      if (i < item->line)
        continue;
      cairo_move_to (cr, item->left + (double) logical.x / PANGO_SCALE,
                     item->box.y + baseline - top);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  pango_layout_iter_free (iter);
}

static void
draw_item (const SheetItem *item, cairo_t *cr)
{
  PlotColour colour = sheet_style_colour (item->role);

  cairo_save (cr);
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  if (item->chart != NULL)
    {
      cairo_translate (cr, item->box.x, item->box.y);
      cairo_scale (cr, item->scale, item->scale);
      plot_layout_draw (item->chart, cr, FALSE);
    }
  else if (item->text != NULL)
    draw_text (item, cr);
  else
    {
      cairo_rectangle (cr, item->box.x, item->box.y, item->box.width, item->box.height);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/* cairo ends a value at a quote or backslash that is not escaped by a backslash. */
static char *
escape (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '\'' || *text == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
  return g_string_free (out, FALSE);
}

static void
add_link (const SheetLink *link, cairo_t *cr)
{
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  const double values[] = { link->box.x, link->box.y, link->box.width, link->box.height };
  g_autofree char *target = escape (link->target);
  g_autofree char *attributes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", values[i]);
  attributes = g_strdup_printf ("rect=[%s %s %s %s] %s='%s'", numbers[0], numbers[1], numbers[2],
                                numbers[3], link->outside ? "uri" : "dest", target);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
add_destination (const SheetDestination *destination, cairo_t *cr)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  g_ascii_formatd (x, sizeof x, "%.2f", destination->x);
  g_ascii_formatd (y, sizeof y, "%.2f", MAX (destination->y - 6, 0));
  attributes = g_strdup_printf ("name='%s' x=%s y=%s", destination->name, x, y);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* What a part is to who hears the page read: NULL where it is only ink, or comes again on every page. */
static const char *
tag_of (const SheetItem *item)
{
  static const char *const tags[SHEET_N_ROLES] = {
    [SHEET_ROLE_TITLE] = "H1",         [SHEET_ROLE_SUBTITLE] = "P",
    [SHEET_ROLE_DATE] = "P",           [SHEET_ROLE_CAPTION] = "H2",
    [SHEET_ROLE_CAPTION_DETAIL] = "P", [SHEET_ROLE_REMARK] = "P",
    [SHEET_ROLE_MARKS] = "P",          [SHEET_ROLE_TABLE_CAPTION] = "H3",
    [SHEET_ROLE_TABLE_HEAD] = "TH",    [SHEET_ROLE_CELL] = "TD",
    [SHEET_ROLE_HEADING] = "H2",       [SHEET_ROLE_INTRO] = "P",
    [SHEET_ROLE_NOTE_NUMBER] = "P",    [SHEET_ROLE_NOTE] = "P",
    [SHEET_ROLE_NOTE_SOURCE] = "P",    [SHEET_ROLE_CHART] = "Figure",
  };

  return tags[item->role];
}

static gboolean
is_cell (const SheetItem *item)
{
  return item != NULL && (item->role == SHEET_ROLE_TABLE_HEAD || item->role == SHEET_ROLE_CELL);
}

/* What is open while a page's parts are tagged. */
typedef struct
{
  cairo_t *cr;
  const SheetItem *before;
  double columns[SHEET_N_COLUMNS]; /* left edges of the heads */
  guint n_columns, column;         /* the next one of the row */
} Tags;

/* Empty cells up to the column that begins at left, so that each cell stands under its head. */
static void
pass_columns (Tags *self, double left)
{
  for (; self->column < self->n_columns && self->columns[self->column] < left - 0.5; self->column++)
    {
      cairo_tag_begin (self->cr, "TD", NULL);
      cairo_tag_end (self->cr, "TD");
    }
}

static void
end_row (Tags *self)
{
  if (self->before->role == SHEET_ROLE_CELL)
    pass_columns (self, INFINITY);
  cairo_tag_end (self->cr, "TR");
}

/* Opens and closes table and row between one part and the next, which is NULL at the end. */
static void
go_on (Tags *self, const SheetItem *item)
{
  const SheetItem *before = self->before;
  gboolean new_table = item != NULL && is_cell (item)
                       && (!is_cell (before)
                           || (item->role == SHEET_ROLE_TABLE_HEAD && before->role != item->role));
  gboolean new_row = item != NULL && is_cell (item)
                     && (new_table || before->role != item->role || item->left <= before->left);

  if (is_cell (before) && (new_row || !is_cell (item)))
    end_row (self);
  if (is_cell (before) && (new_table || !is_cell (item)))
    cairo_tag_end (self->cr, "Table");
  if (new_table)
    {
      cairo_tag_begin (self->cr, "Table", NULL);
      self->n_columns = 0;
    }
  if (new_row)
    {
      cairo_tag_begin (self->cr, "TR", NULL);
      self->column = 0;
    }
  self->before = item;
}

static void
draw_tagged (Tags *self, const SheetItem *item)
{
  const char *tag = tag_of (item);

  go_on (self, item);
  if (item->role == SHEET_ROLE_CELL)
    {
      pass_columns (self, item->left);
      self->column++;
    }
  else if (item->role == SHEET_ROLE_TABLE_HEAD && self->n_columns < SHEET_N_COLUMNS)
    self->columns[self->n_columns++] = item->left;
  cairo_tag_begin (self->cr, tag, NULL);
  draw_item (item, self->cr);
  cairo_tag_end (self->cr, tag);
}

/* Ink first, so that no part of the text has it inside. A part that goes on over pages is one a page. */
static void
draw_items (const SheetPages *pages, guint page, cairo_t *cr)
{
  Tags tags = { .cr = cr };

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < pages->items->len; i++)
      {
        const SheetItem *item = &g_array_index (pages->items, SheetItem, i);

        if (item->page != page || (tag_of (item) != NULL) != (pass == 1))
          continue;
        if (pass == 0)
          draw_item (item, cr);
        else
          draw_tagged (&tags, item);
      }
  go_on (&tags, NULL);
}

static void
draw_page (const SheetPages *pages, guint page, cairo_t *cr)
{
  if (page == 0)
    cairo_tag_begin (cr, "Document", NULL);
  draw_items (pages, page, cr);
  for (guint i = 0; i < pages->destinations->len; i++)
    {
      const SheetDestination *destination = &g_array_index (pages->destinations, SheetDestination,
                                                            i);

      if (destination->page == page)
        add_destination (destination, cr);
    }
  for (guint i = 0; i < pages->links->len; i++)
    {
      const SheetLink *link = &g_array_index (pages->links, SheetLink, i);

      if (link->page == page)
        add_link (link, cr);
    }
  if (page == pages->n_pages - 1)
    cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
}

static void
add_properties (const SheetPages *pages, cairo_surface_t *surface)
{
  const SheetContent *content = pages->content;
  const char *date = content->date != NULL ? content->date : PDF_DATE;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, content->title);
  if (content->subtitle != NULL && *content->subtitle != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, content->subtitle);
  if (content->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, content->author);
}

static void
add_outline (const SheetPages *pages, cairo_surface_t *surface)
{
  for (guint i = 0; i < pages->bookmarks->len; i++)
    {
      const SheetBookmark *bookmark = &g_array_index (pages->bookmarks, SheetBookmark, i);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", bookmark->destination);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, bookmark->title, attributes,
                                     CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

/* The charts' summaries, in the order of the pages, which is that of the sections. */
static char **
collect_words (const SheetContent *content)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < content->sections->len; i++)
    {
      const SheetSection *section = content->sections->pdata[i];
      g_autofree char *text = NULL;

      if (section->empty != NULL)
        continue;
      text = plot_figure_describe (section->figure);
      g_strv_builder_add (words, text);
    }
  return g_strv_builder_end (words);
}

GBytes *
sheet_pdf_bytes (const SheetPages *pages, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (pages != NULL, NULL);

  surface = cairo_pdf_surface_create_for_stream (write_cb, out, SHEET_PAGE_WIDTH,
                                                 SHEET_PAGE_HEIGHT);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  add_properties (pages, surface);
  cr = cairo_create (surface);
  for (guint page = 0; page < pages->n_pages; page++)
    draw_page (pages, page, cr);
  add_outline (pages, surface);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      g_auto (GStrv) words = collect_words (pages->content);

      plot_pdf_tell (out, (const char *const *) words, pages->content->language);
      return g_byte_array_free_to_bytes (g_steal_pointer (&out));
    }
  g_set_error (error, SHEET_ERROR, SHEET_ERROR_FAILED, "The report sheet cannot be drawn: %s",
               cairo_status_to_string (status));
  return NULL;
}

static gboolean
write_bytes (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_set_error (error, SHEET_ERROR, SHEET_ERROR_FAILED, "“%s” cannot be written: it is %s", path,
                 g_file_test (path, G_FILE_TEST_IS_DIR) ? "a folder" : "no regular file");
  else if (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT,
                                     0666, &reason))
    return TRUE;
  else
    g_set_error (error, SHEET_ERROR, SHEET_ERROR_FAILED, "“%s” cannot be written: %s", path,
                 g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT)
                     ? "there is no such folder"
                     : reason->message);
  return FALSE;
}

gboolean
sheet_pdf_write (const char *path, const SheetHead *head, PlotFigure *const *figures,
                 PlotFigure *const *tables, guint n, GPtrArray *records, ChisoCatalogue *catalogue,
                 GError **error)
{
  g_autoptr (SheetContent) content = NULL;
  g_autoptr (SheetPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL && head != NULL, FALSE);

  if (!g_str_has_suffix (path, ".pdf"))
    {
      g_set_error (error, SHEET_ERROR, SHEET_ERROR_FAILED,
                   "“%s” cannot be written: a report sheet is a PDF, so its name must end in .pdf",
                   path);
      return FALSE;
    }
  content = sheet_content_new (head, figures, tables, n, records, catalogue, error);
  if (content == NULL)
    return FALSE;
  pages = sheet_pages_new (content);
  bytes = sheet_pdf_bytes (pages, error);
  return bytes != NULL && write_bytes (path, bytes, error);
}

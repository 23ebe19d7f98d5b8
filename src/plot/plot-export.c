/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the formats of charts: another cairo surface under the same layout and drawing, or the
 * layout's table. Must give equal bytes for equal input: no clock. Files are plot-export-file.c's. */

#define _GNU_SOURCE /* memmem */

#include "plot-export-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plot-draw.h"
#include "plot-memory.h"
#include "plot-pdf.h"
#include "plot-png.h"
#include "plot-record.h"
#include "plot-svg.h"
#include "plot-table.h"

G_DEFINE_QUARK (plot-export-error-quark, plot_export_error)

/* A PDF must say when it was made; a fixed day keeps equal charts equal. */
#define PDF_DATE "2000-01-01T00:00:00Z"
#define POINTS_PER_PIXEL 0.75

const char *const plot_export_formats[] = { "png", "svg", "pdf", "csv", "tsv", "json", NULL };

/* Each appends the whole file to out. */
typedef cairo_status_t (*WriteFunc) (PlotLayout *layout, const PlotMeta *meta,
                                     const PlotExportOptions *options, GByteArray *out);

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Paints with draw and takes the surface over; what it was, on success. */
static cairo_status_t
paint (PlotLayout *layout, cairo_surface_t *surface, double scale, const PlotExportOptions *options,
       void (*draw) (PlotLayout *layout, cairo_t *cr, gboolean background))
{
  PlotColour page = options->background == PLOT_BACKGROUND_WHITE
                        ? (PlotColour){ 1, 1, 1 }
                        : plot_theme_mark_colour (options->theme, PLOT_INK_PAGE);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  /* All of the surface: a scaled page may end within its last pixel. */
  if (options->background != PLOT_BACKGROUND_TRANSPARENT)
    {
      cairo_set_source_rgb (cr, page.red, page.green, page.blue);
      cairo_paint (cr);
    }
  draw (layout, cr, FALSE);
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS
      && cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    {
      cairo_surface_finish (surface);
      status = cairo_surface_status (surface);
    }
  return status;
}

static cairo_status_t
write_png (PlotLayout *layout, const PlotMeta *meta, const PlotExportOptions *options,
           GByteArray *out)
{
  cairo_format_t format = options->background == PLOT_BACKGROUND_TRANSPARENT ? CAIRO_FORMAT_ARGB32
                                                                             : CAIRO_FORMAT_RGB24;
  int width = (int) lround (options->width * options->scale);
  int height = (int) lround (options->height * options->scale);
  int stride = cairo_format_stride_for_width (format, width);
  gsize size = (gsize) stride * (gsize) height;
  guint8 *pixels = plot_memory_new (size);
  double dpi = options->dpi > 0 ? options->dpi : options->scale * PLOT_EXPORT_DPI;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (pixels == NULL)
    return CAIRO_STATUS_NO_MEMORY;
  memset (pixels, 0, size);
  surface = cairo_image_surface_create_for_data (pixels, format, width, height, stride);
  status = paint (layout, surface, options->scale, options, plot_layout_draw);
  if (status == CAIRO_STATUS_SUCCESS && !plot_png_write (surface, dpi, meta, out))
    status = CAIRO_STATUS_NO_MEMORY;
  cairo_surface_destroy (surface);
  free (pixels);
  return status;
}

/* cairo names the picture's group by a number that counts all surfaces of the process; nothing
 * refers to it, and equal charts must be equal files. */
static void
forget_surface_number (GByteArray *out)
{
  static const char name[] = "<g id=\"surface";
  const guint8 *found = memmem (out->data, out->len, name, strlen (name));
  guint first, n = 0;

  if (found == NULL)
    return;
  first = (guint) (found - out->data) + strlen (name);
  while (first + n < out->len && g_ascii_isdigit (out->data[first + n]))
    n++;
  g_byte_array_remove_range (out, first, n);
}

static cairo_status_t
write_svg (PlotLayout *layout, const PlotMeta *meta, const PlotExportOptions *options,
           GByteArray *out)
{
  g_autoptr (GByteArray) shapes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (write_cb, shapes, options->width,
                                                                  options->height);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  status = paint (layout, surface, 1, options, plot_draw_shapes);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    return status;
  forget_surface_number (shapes);
  plot_svg_write (layout, meta, shapes, out);
  return status;
}

/* To who hears it, all of the chart is one picture, with its summary in words (plot-pdf.c). */
static void
draw_tagged (PlotLayout *layout, cairo_t *cr, gboolean background)
{
  cairo_tag_begin (cr, "Document", NULL);
  cairo_tag_begin (cr, "Figure", NULL);
  plot_layout_draw (layout, cr, background);
  cairo_tag_end (cr, "Figure");
  cairo_tag_end (cr, "Document");
}

static cairo_status_t
write_pdf (PlotLayout *layout, const PlotMeta *meta, const PlotExportOptions *options,
           GByteArray *out)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      write_cb, out, options->width * POINTS_PER_PIXEL, options->height * POINTS_PER_PIXEL);
  const char *created = meta->created != NULL ? meta->created : PDF_DATE;
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, created);
  if (meta->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, meta->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, meta->description);
  status = paint (layout, surface, POINTS_PER_PIXEL, options, draw_tagged);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    plot_pdf_append (out, meta, plot_figure_language (layout->figure));
  return status;
}

static cairo_status_t
write_text (char *text, GByteArray *out)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
  g_free (text);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
write_csv (PlotLayout *layout, const PlotMeta *meta, const PlotExportOptions *options,
           GByteArray *out)
{
  return write_text (plot_layout_table (layout, PLOT_TABLE_CSV), out);
}

static cairo_status_t
write_tsv (PlotLayout *layout, const PlotMeta *meta, const PlotExportOptions *options,
           GByteArray *out)
{
  return write_text (plot_layout_table (layout, PLOT_TABLE_TSV), out);
}

static cairo_status_t
write_json (PlotLayout *layout, const PlotMeta *meta, const PlotExportOptions *options,
            GByteArray *out)
{
  return write_text (g_strdup (meta->record), out);
}

/* In the order of plot_export_formats. */
static const WriteFunc writers[] = { write_png, write_svg, write_pdf,
                                     write_csv, write_tsv, write_json };

static int
find_format (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (writers); i++)
    if (g_ascii_strcasecmp (name, plot_export_formats[i]) == 0)
      return (int) i;
  return -1;
}

gboolean
plot_export_knows_format (const char *name)
{
  return find_format (name) >= 0;
}

static gboolean
check_size (const PlotExportOptions *options, gboolean pixels, GError **error)
{
  double scale = pixels ? options->scale : 1;
  double width = options->width * scale, height = options->height * scale;

  /* Written so that NAN fails as well. */
  if (!(scale >= 1 && scale <= PLOT_EXPORT_MAX_SCALE))
    g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_SIZE,
                 "A scale of %g cannot be drawn: it must be between 1 and %d", options->scale,
                 PLOT_EXPORT_MAX_SCALE);
  else if (!(options->width >= PLOT_EXPORT_MIN_SIDE && options->height >= PLOT_EXPORT_MIN_SIDE
             && width <= PLOT_EXPORT_MAX_SIDE && height <= PLOT_EXPORT_MAX_SIDE))
    g_set_error (
        error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_SIZE,
        "A picture of %.0f × %.0f pixels cannot be drawn: each side must be between %d and "
        "%d pixels",
        width, height, PLOT_EXPORT_MIN_SIDE, PLOT_EXPORT_MAX_SIDE);
  else if (pixels && options->dpi != 0
           && !(options->dpi >= PLOT_EXPORT_MIN_DPI && options->dpi <= PLOT_EXPORT_MAX_DPI))
    g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_SIZE,
                 "A resolution of %g dots an inch cannot be written: it must be between %d and %d",
                 options->dpi, PLOT_EXPORT_MIN_DPI, PLOT_EXPORT_MAX_DPI);
  else if (options->background == PLOT_BACKGROUND_WHITE && options->theme == PLOT_THEME_DARK)
    g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_SIZE,
                 "The dark theme cannot be read on a white background: choose another theme");
  else
    return TRUE;
  return FALSE;
}

static PlotLayout *
make_layout (PlotFigure *figure, const PlotExportOptions *options)
{
  PangoContext *context = plot_text_context_new ();
  PlotLayout *layout = plot_layout_new (figure, options->width, options->height, options->theme,
                                        context);

  g_object_unref (context);
  return layout;
}

GBytes *
plot_export_layout (PlotFigure *figure, PlotLayout **layout, const char *format_name,
                    const PlotExportOptions *options, GError **error)
{
  int format = find_format (format_name);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_auto (PlotMeta) meta = { NULL };
  cairo_status_t status;

  if (format < 0)
    {
      g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FORMAT,
                   "“%s” is no format of a chart: it must be png, svg, pdf, csv, tsv or json",
                   format_name != NULL ? format_name : "");
      return NULL;
    }
  if (!check_size (options, writers[format] == write_png, error))
    return NULL;
  if (*layout == NULL)
    *layout = make_layout (figure, options);
  plot_meta_init (&meta, *layout, options);
  status = writers[format](*layout, &meta, options, out);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FAILED,
                   "The picture cannot be drawn: %s", cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
plot_export_bytes (PlotFigure *figure, const char *format, const PlotExportOptions *options,
                   GError **error)
{
  g_autoptr (PlotLayout) layout = NULL;

  g_return_val_if_fail (figure != NULL && options != NULL, NULL);

  return plot_export_layout (figure, &layout, format, options, error);
}

static char *
read_json (const guint8 *data, gsize size)
{
  static const char mark[] = "\"format\": \"chart-data\"";

  return memmem (data, MIN (size, 64), mark, strlen (mark)) != NULL
             ? g_strndup ((const char *) data, size)
             : NULL;
}

char *
plot_export_read_record (GBytes *file, GError **error)
{
  static const struct
  {
    const char *begins;
    char *(*read) (const guint8 *data, gsize size);
  } readers[] = { { "\x89PNG\r\n\x1a\n", plot_png_read_record },
                  { "%PDF-", plot_pdf_read_record },
                  { "<?xml", plot_svg_read_record },
                  { "{", read_json } };
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  char *record = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (readers) && record == NULL; i++)
    if (size > strlen (readers[i].begins)
        && memcmp (data, readers[i].begins, strlen (readers[i].begins)) == 0)
      record = readers[i].read (data, size);
  if (record == NULL || !g_utf8_validate (record, -1, NULL))
    {
      g_clear_pointer (&record, g_free);
      g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_RECORD,
                   "it is no PNG, SVG or PDF with the record of a chart inside");
    }
  return record;
}

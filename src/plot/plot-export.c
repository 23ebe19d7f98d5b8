/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns files of charts: another cairo surface under the same layout and drawing. Must not leave
 * half a file, and must give equal bytes for equal input: no date, no clock. */

#define _GNU_SOURCE /* memmem */

#include "plot-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "plot-theme.h"

G_DEFINE_QUARK (plot-export-error-quark, plot_export_error)

/* A PDF must say when it was made; a fixed day keeps equal charts equal. */
#define PDF_DATE "2000-01-01T00:00:00Z"
#define POINTS_PER_PIXEL 0.75

typedef struct
{
  const char *format; /* and the ending of a file's name */
  cairo_surface_t *(*create) (const PlotExportOptions *options, GByteArray *out);
  cairo_status_t (*finish) (cairo_surface_t *surface, GByteArray *out);
  double (*scale) (const PlotExportOptions *options);
} Format;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_png (const PlotExportOptions *options, GByteArray *out)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                     (int) lround (options->width * options->scale),
                                     (int) lround (options->height * options->scale));
}

static cairo_status_t
finish_png (cairo_surface_t *surface, GByteArray *out)
{
  return cairo_surface_write_to_png_stream (surface, write_cb, out);
}

static double
scale_png (const PlotExportOptions *options)
{
  return options->scale;
}

static cairo_surface_t *
create_svg (const PlotExportOptions *options, GByteArray *out)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (write_cb, out, options->width,
                                                                  options->height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  return surface;
}

static cairo_surface_t *
create_pdf (const PlotExportOptions *options, GByteArray *out)
{
  return cairo_pdf_surface_create_for_stream (write_cb, out, options->width * POINTS_PER_PIXEL,
                                              options->height * POINTS_PER_PIXEL);
}

static cairo_status_t
finish_vector (cairo_surface_t *surface, GByteArray *out)
{
  cairo_surface_finish (surface);
  return cairo_surface_status (surface);
}

/* cairo names the picture's group by a number that counts all surfaces of the process; nothing
 * refers to it, and equal charts must be equal files. */
static cairo_status_t
finish_svg (cairo_surface_t *surface, GByteArray *out)
{
  static const char name[] = "<g id=\"surface";
  cairo_status_t status = finish_vector (surface, out);
  const guint8 *found = memmem (out->data, out->len, name, strlen (name));
  guint first, n = 0;

  if (status != CAIRO_STATUS_SUCCESS || found == NULL)
    return status;
  first = (guint) (found - out->data) + strlen (name);
  while (first + n < out->len && g_ascii_isdigit (out->data[first + n]))
    n++;
  g_byte_array_remove_range (out, first, n);
  return status;
}

static double
scale_svg (const PlotExportOptions *options)
{
  return 1;
}

static double
scale_pdf (const PlotExportOptions *options)
{
  return POINTS_PER_PIXEL;
}

static const Format formats[] = {
  { "png", create_png, finish_png, scale_png },
  { "svg", create_svg, finish_svg, scale_svg },
  { "pdf", create_pdf, finish_vector, scale_pdf },
};

static const Format *
find_format (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].format) == 0)
      return &formats[i];
  return NULL;
}

static gboolean
check_size (const PlotExportOptions *options, const Format *format, GError **error)
{
  double scale = format->create == create_png ? options->scale : 1;
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
  else
    return TRUE;
  return FALSE;
}

static void
set_pdf_metadata (cairo_surface_t *surface, PlotFigure *figure)
{
  g_autofree char *description = plot_figure_describe (figure);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, PDF_DATE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, PDF_DATE);
  if (plot_figure_title (figure) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, plot_figure_title (figure));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
}

static cairo_status_t
draw (PlotFigure *figure, const Format *format, const PlotExportOptions *options,
      cairo_surface_t *surface)
{
  PangoContext *context = plot_text_context_new ();
  g_autoptr (PlotLayout)
      layout = plot_layout_new (figure, options->width, options->height, options->theme, context);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  double scale = format->scale (options);

  cairo_scale (cr, scale, scale);
  plot_layout_draw (layout, cr, !options->transparent);
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  g_object_unref (context);
  return status;
}

GBytes *
plot_export_bytes (PlotFigure *figure, const char *format_name, const PlotExportOptions *options,
                   GError **error)
{
  const Format *format = find_format (format_name);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (figure != NULL && options != NULL, NULL);

  if (format == NULL)
    {
      g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FORMAT,
                   "“%s” is no format of a picture: it must be png, svg or pdf",
                   format_name != NULL ? format_name : "");
      return NULL;
    }
  if (!check_size (options, format, error))
    return NULL;

  surface = format->create (options, out);
  if (format->create == create_pdf)
    set_pdf_metadata (surface, figure);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = draw (figure, format, options, surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = format->finish (surface, out);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FAILED,
                   "The picture cannot be drawn: %s", cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* Renaming over a device or a folder would replace it, or fail with words that help nobody. */
static gboolean
check_target (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FAILED,
               "“%s” cannot be written: it is %s", path,
               g_file_test (path, G_FILE_TEST_IS_DIR) ? "a folder" : "no regular file");
  return FALSE;
}

/* GLib's sentence names a temporary file beside the one that was asked for. */
static const char *
reason_of (const GError *failure)
{
  static const struct
  {
    int code;
    const char *words;
  } usual[] = {
    { G_FILE_ERROR_NOENT, "there is no such folder" },
    { G_FILE_ERROR_NOTDIR, "there is no such folder" },
    { G_FILE_ERROR_ACCES, "permission is denied" },
    { G_FILE_ERROR_PERM, "permission is denied" },
    { G_FILE_ERROR_ROFS, "the disk may only be read" },
    { G_FILE_ERROR_NOSPC, "the disk is full" },
    { G_FILE_ERROR_NAMETOOLONG, "its name is too long" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_error_matches (failure, G_FILE_ERROR, usual[i].code))
      return usual[i].words;
  return failure->message;
}

gboolean
plot_export_file (PlotFigure *figure, const char *path, const PlotExportOptions *options,
                  GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failure = NULL;
  const char *dot;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (figure != NULL && path != NULL && options != NULL, FALSE);

  dot = strrchr (path, '.');
  if (dot == NULL || find_format (dot + 1) == NULL)
    {
      g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FORMAT,
                   "“%s” names no format: it must end in .png, .svg or .pdf", path);
      return FALSE;
    }
  if (!check_target (path, error))
    return FALSE;
  bytes = plot_export_bytes (figure, dot + 1, options, error);
  if (bytes == NULL)
    {
      g_prefix_error (error, "“%s”: ", path);
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666,
                                &failure))
    return TRUE;
  g_set_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FAILED, "“%s” cannot be written: %s",
               path, reason_of (failure));
  return FALSE;
}

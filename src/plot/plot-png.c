/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns PNG. Must not draw. libpng's errors are long jumps, so that nothing that has to be freed is
 * made between its calls. */

#include "plot-png.h"

#include <png.h>
#include <string.h>

#define METRES_PER_INCH 0.0254
/* Charts are flat: without filters whole rows repeat, which a fast search finds as well as a slow one
 * does. Measured on bars and lines, this is smaller than with filters and takes half the time of
 * zlib's usual level. */
#define FILTER PNG_FILTER_NONE
#define LEVEL 2
#define BUFFER_SIZE 65536

typedef struct
{
  cairo_surface_t *image;
  gboolean alpha;
  png_bytep row;
  GByteArray *out;
} Writer;

static void
write_cb (png_structp png, png_bytep data, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

/* Without words on stderr. */
static void
error_cb (png_structp png, png_const_charp message)
{
  png_longjmp (png, 1);
}

static void
warning_cb (png_structp png, png_const_charp message)
{
}

static void
opaque_row (png_bytep to, const guint32 *from, guint width)
{
  for (guint x = 0; x < width; x++, to += 3)
    {
      to[0] = (guint8) (from[x] >> 16);
      to[1] = (guint8) (from[x] >> 8);
      to[2] = (guint8) from[x];
    }
}

static guint8
unmultiply (guint32 colour, guint32 alpha)
{
  return (guint8) ((colour * 255 + alpha / 2) / alpha);
}

/* cairo multiplies colours by alpha, PNG does not. */
static void
alpha_row (png_bytep to, const guint32 *from, guint width)
{
  for (guint x = 0; x < width; x++, to += 4)
    {
      guint32 pixel = from[x], alpha = pixel >> 24;

      to[0] = alpha == 0 ? 0 : unmultiply ((pixel >> 16) & 0xff, alpha);
      to[1] = alpha == 0 ? 0 : unmultiply ((pixel >> 8) & 0xff, alpha);
      to[2] = alpha == 0 ? 0 : unmultiply (pixel & 0xff, alpha);
      to[3] = (guint8) alpha;
    }
}

static void
set_texts (png_structp png, png_infop info, const PlotMeta *meta)
{
  const struct
  {
    const char *key;
    char *text;
  } all[] = {
    { "Title", meta->title },   { "Description", meta->description },
    { "Source", meta->source }, { "Creation Time", meta->created },
    { "Review", meta->review }, { PLOT_RECORD_PNG, meta->record },
  };
  png_text texts[G_N_ELEMENTS (all)];
  int n = 0;

  memset (texts, 0, sizeof texts);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].text != NULL && *all[i].text != '\0')
      texts[n++] = (png_text){ .compression = all[i].text == meta->record
                                                  ? PNG_ITXT_COMPRESSION_zTXt
                                                  : PNG_ITXT_COMPRESSION_NONE,
                               .key = (char *) all[i].key,
                               .text = all[i].text,
                               .itxt_length = strlen (all[i].text) };
  png_set_text (png, info, texts, n);
}

static void
write_rows (png_structp png, Writer *writer)
{
  const guint8 *data = cairo_image_surface_get_data (writer->image);
  int stride = cairo_image_surface_get_stride (writer->image);
  guint width = (guint) cairo_image_surface_get_width (writer->image);
  int height = cairo_image_surface_get_height (writer->image);

  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (data + (gsize) y * (gsize) stride);

      if (writer->alpha)
        alpha_row (writer->row, from, width);
      else
        opaque_row (writer->row, from, width);
      png_write_row (png, writer->row);
    }
}

static void
write_image (png_structp png, png_infop info, Writer *writer, double dpi, const PlotMeta *meta)
{
  png_uint_32 pixels = (png_uint_32) (dpi / METRES_PER_INCH + 0.5);

  png_set_IHDR (png, info, (png_uint_32) cairo_image_surface_get_width (writer->image),
                (png_uint_32) cairo_image_surface_get_height (writer->image), 8,
                writer->alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, FILTER);
  png_set_compression_level (png, LEVEL);
  png_set_text_compression_level (png, LEVEL);
  png_set_compression_buffer_size (png, BUFFER_SIZE);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, pixels, pixels, PNG_RESOLUTION_METER);
  set_texts (png, info, meta);
  png_write_info (png, info);
  write_rows (png, writer);
  png_write_end (png, NULL);
}

gboolean
plot_png_write (cairo_surface_t *image, double dpi, const PlotMeta *meta, GByteArray *out)
{
  Writer writer = { .image = image,
                    .alpha = cairo_image_surface_get_format (image) == CAIRO_FORMAT_ARGB32,
                    .out = out };
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, error_cb, warning_cb);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  volatile gboolean written = FALSE;

  cairo_surface_flush (image);
  writer.row = g_malloc ((gsize) cairo_image_surface_get_width (image) * 4);
  if (info != NULL && setjmp (png_jmpbuf (png)) == 0)
    {
      png_set_write_fn (png, out, write_cb, flush_cb);
      write_image (png, info, &writer, dpi, meta);
      written = TRUE;
    }
  png_destroy_write_struct (&png, &info);
  g_free (writer.row);
  return written;
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Reader;

static void
read_cb (png_structp png, png_bytep to, png_size_t length)
{
  Reader *reader = png_get_io_ptr (png);

  if (length > reader->left)
    png_error (png, "short");
  memcpy (to, reader->data, length);
  reader->data += length;
  reader->left -= length;
}

char *
plot_png_read_record (const guint8 *data, gsize size)
{
  Reader reader = { data, size };
  png_structp png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, error_cb, warning_cb);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  char *volatile record = NULL;

  if (info != NULL && setjmp (png_jmpbuf (png)) == 0)
    {
      png_textp texts;
      int n = 0;

      png_set_read_fn (png, &reader, read_cb);
      png_read_info (png, info);
      png_get_text (png, info, &texts, &n);
      for (int i = 0; i < n && record == NULL; i++)
        if (strcmp (texts[i].key, PLOT_RECORD_PNG) == 0)
          record = g_strdup (texts[i].text);
    }
  png_destroy_read_struct (&png, &info, NULL);
  return record;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns PNG. Must not draw. libpng writes all but the picture itself. Its errors are long jumps, so that
 * nothing that has to be freed is made between its calls. */

#include "plot-png.h"

#include <png.h>
#include <string.h>

#include "plot-deflate.h"

#define METRES_PER_INCH 0.0254
/* Of the data that travels with the picture. */
#define LEVEL 2

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
opaque_row (guint32 *to, const guint32 *from, guint width)
{
  for (guint x = 0; x < width; x++)
    to[x] = GUINT32_SWAP_LE_BE (from[x]) >> 8;
}

static guint8
unmultiply (guint32 colour, guint32 alpha)
{
  return (guint8) ((colour * 255 + alpha / 2) / alpha);
}

/* cairo multiplies colours by alpha, PNG does not. */
static void
alpha_row (guint32 *to, const guint32 *from, guint width)
{
  for (guint x = 0; x < width; x++)
    {
      guint32 pixel = from[x], alpha = pixel >> 24;

      to[x] = alpha == 0 ? 0
                         : unmultiply ((pixel >> 16) & 0xff, alpha)
                               | (guint32) unmultiply ((pixel >> 8) & 0xff, alpha) << 8
                               | (guint32) unmultiply (pixel & 0xff, alpha) << 16 | alpha << 24;
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

static gboolean
has_alpha (cairo_surface_t *image)
{
  return cairo_image_surface_get_format (image) == CAIRO_FORMAT_ARGB32;
}

static GByteArray *
compress (cairo_surface_t *image)
{
  const guint8 *data = cairo_image_surface_get_data (image), *last = NULL;
  gsize stride = (gsize) cairo_image_surface_get_stride (image);
  guint width = (guint) cairo_image_surface_get_width (image);
  g_autofree guint32 *row = g_new (guint32, MAX (width, 1));
  PlotDeflate *deflate = plot_deflate_new (width, has_alpha (image) ? 4 : 3);

  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    {
      const guint8 *from = data + (gsize) y * stride;

      if (last != NULL && memcmp (from, last, width * sizeof *row) == 0)
        {
          plot_deflate_repeat (deflate);
          continue;
        }
      if (has_alpha (image))
        alpha_row (row, (const guint32 *) from, width);
      else
        opaque_row (row, (const guint32 *) from, width);
      plot_deflate_add (deflate, row);
      last = from;
    }
  return plot_deflate_finish (deflate);
}

static void
write_image (png_structp png, png_infop info, cairo_surface_t *image, const GByteArray *picture,
             double dpi, const PlotMeta *meta)
{
  png_uint_32 pixels = (png_uint_32) (dpi / METRES_PER_INCH + 0.5);

  png_set_IHDR (png, info, (png_uint_32) cairo_image_surface_get_width (image),
                (png_uint_32) cairo_image_surface_get_height (image), 8,
                has_alpha (image) ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_text_compression_level (png, LEVEL);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, pixels, pixels, PNG_RESOLUTION_METER);
  set_texts (png, info, meta);
  png_write_info (png, info);
  png_write_chunk (png, (png_const_bytep) "IDAT", picture->data, picture->len);
  png_write_chunk (png, (png_const_bytep) "IEND", NULL, 0);
}

gboolean
plot_png_write (cairo_surface_t *image, double dpi, const PlotMeta *meta, GByteArray *out)
{
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, error_cb, warning_cb);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  GByteArray *picture;
  volatile gboolean written = FALSE;

  cairo_surface_flush (image);
  picture = compress (image);
  if (info != NULL && setjmp (png_jmpbuf (png)) == 0)
    {
      png_set_write_fn (png, out, write_cb, flush_cb);
      write_image (png, info, image, picture, dpi, meta);
      written = TRUE;
    }
  png_destroy_write_struct (&png, &info);
  g_byte_array_unref (picture);
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

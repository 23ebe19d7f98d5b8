/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What another program unpacks from a picture's compressed rows is the picture, whatever it shows; and
 * what repeats takes next to nothing. */

#include <gio/gio.h>
#include <string.h>

#include "plot/plot-deflate.h"

/* Bytes of the rows, each behind its 0, as zlib unpacks them: it checks the sum at the end as well. */
static GBytes *
unpack (GByteArray *stream)
{
  g_autoptr (GConverter)
      zlib = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GInputStream)
      in = g_memory_input_stream_new_from_data (stream->data, stream->len, NULL);
  g_autoptr (GInputStream) converted = g_converter_input_stream_new (in, zlib);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (out, converted, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static GByteArray *
pack (const guint32 *pixels, guint width, guint height, guint bytes)
{
  PlotDeflate *deflate = plot_deflate_new (width, bytes);

  for (guint y = 0; y < height; y++)
    {
      const guint32 *row = pixels + (gsize) y * width;

      if (y > 0 && memcmp (row, row - width, width * sizeof *row) == 0)
        plot_deflate_repeat (deflate);
      else
        plot_deflate_add (deflate, row);
    }
  return plot_deflate_finish (deflate);
}

static void
assert_packs (const guint32 *pixels, guint width, guint height, guint bytes)
{
  g_autoptr (GByteArray) stream = pack (pixels, width, height, bytes);
  g_autoptr (GBytes) unpacked = unpack (stream);
  gsize size, at = 0;
  const guint8 *data = g_bytes_get_data (unpacked, &size);

  g_assert_cmpuint (size, ==, height * (1 + (gsize) width * bytes));
  for (guint y = 0; y < height; y++)
    {
      g_assert_cmpuint (data[at++], ==, 0);
      for (guint x = 0; x < width; x++)
        for (guint i = 0; i < bytes; i++)
          if (data[at++] != ((pixels[(gsize) y * width + x] >> (8 * i)) & 0xff))
            g_error ("%ux%u: pixel %u of row %u is another one", width, height, x, y);
    }
}

/* Runs and copied rows of a few colours or of many, as wide as deflate's window and wider. */
static void
test_random (void)
{
  static const guint widths[] = { 1, 2, 3, 5, 64, 86, 87, 173, 1000, 12000 };
  static const guint colours[] = { 1, 2, 40, 3000 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint c = 0; c < G_N_ELEMENTS (colours); c++)
      for (guint bytes = 3; bytes <= 4; bytes++)
        {
          guint width = widths[w], height = width > 1000 ? 8 : 60;
          g_autofree guint32 *pixels = g_new (guint32, width * height);

          for (guint i = 0; i < width * height; i++)
            {
              guint32 colour = (guint32) g_test_rand_int_range (0, (int) colours[c]) * 2654435761u;

              if (i >= width && i % width == 0 && g_test_rand_bit ())
                {
                  memcpy (pixels + i, pixels + i - width, width * sizeof *pixels);
                  i += width - 1;
                }
              else if (i % width == 0 || g_test_rand_int_range (0, 5) == 0)
                pixels[i] = bytes == 4 ? colour : colour & 0xffffff;
              else
                pixels[i] = pixels[i - 1];
            }
          assert_packs (pixels, width, height, bytes);
        }
}

/* Counts that double from byte to byte would have codes longer than the format's limit. */
static void
test_long_codes (void)
{
  guint n = 1 << 17;
  g_autofree guint32 *pixels = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    {
      guint32 pixel = 0;

      for (guint k = 0; k < 3; k++)
        {
          guint bits = (guint32) g_test_rand_int () | 1u << 25;

          pixel |= (guint32) (g_bit_nth_lsf (bits, -1) * 7 + (int) k) << (8 * k);
        }
      pixels[i] = pixel;
    }
  assert_packs (pixels, 512, n / 512, 3);
}

static void
test_flat (void)
{
  guint width = 1600, height = 900;
  g_autofree guint32 *pixels = g_new (guint32, width * height);
  g_autoptr (GByteArray) stream = NULL;

  for (guint i = 0; i < width * height; i++)
    pixels[i] = i % width < 400 ? 0xb56923 : 0xffffff;
  assert_packs (pixels, width, height, 3);
  stream = pack (pixels, width, height, 3);
  g_assert_cmpuint (stream->len, <, width * height * 3 / 100);
}

/* What stands neither above nor at the left: letters that come again further down the line. */
static void
test_letters (void)
{
  guint width = 600, height = 20;
  g_autofree guint32 *pixels = g_new (guint32, width * height), *letter = g_new (guint32, 20 * 20);
  g_autoptr (GByteArray) stream = NULL;

  for (guint i = 0; i < 400; i++)
    letter[i] = (guint32) g_test_rand_int () & 0xffffff;
  for (guint i = 0; i < width * height; i++)
    pixels[i] = letter[i / width * 20 + i % width % 20];
  assert_packs (pixels, width, height, 3);
  stream = pack (pixels, width, height, 3);
  g_assert_cmpuint (stream->len, <, 3000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/deflate/random", test_random);
  g_test_add_func ("/plot/deflate/long-codes", test_long_codes);
  g_test_add_func ("/plot/deflate/flat", test_flat);
  g_test_add_func ("/plot/deflate/letters", test_letters);
  return g_test_run ();
}

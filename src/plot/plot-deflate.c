/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns which repetitions are found and the checksum; how they are written is plot-huffman.c's. The
 * stream is that of RFC 1950. */

#include "plot-deflate.h"

#include <string.h>

#include "plot-huffman.h"

/* RFC 1951: how far back and how long a repetition may be. */
#define WINDOW 32768
#define LEAST_LENGTH 3
#define MOST_LENGTH 258
/* Of the checksum (RFC 1950), and how many bytes may be summed up before their sums are taken modulo it. */
#define MODULUS 65521

/* Rows that are looked at for what stands neither above nor at the left. */
#define MOST_ROWS 8
#define SEEN_BITS 12
/* Of pixels: what is longer is taken without looking there. */
#define SHORT 4

/* Where two neighbouring pixels were seen last. */
typedef struct
{
  guint serial, x; /* of the row, from 1 on; 0: nowhere */
} Seen;

struct _PlotDeflate
{
  guint width, bytes;
  gsize stride;
  guint n_kept;             /* rows that the window holds, of which there is always one */
  guint32 *rows;            /* the last of them, at their serial modulo MOST_ROWS */
  gsize offsets[MOST_ROWS]; /* where each was written last */
  guint serial;             /* of the row that was added last; 0: none */
  gsize offset;             /* of what is written next */
  Seen seen[1 << SEEN_BITS];
  PlotHuffman *out;
  guint64 sum, sums;         /* of bytes, and of these sums */
  guint64 row_sum, row_sums; /* the same of the row alone */
};

PlotDeflate *
plot_deflate_new (guint width, guint bytes)
{
  PlotDeflate *self = g_new0 (PlotDeflate, 1);

  self->width = width;
  self->bytes = bytes;
  self->stride = 1 + (gsize) width * bytes;
  self->n_kept = (guint) CLAMP (WINDOW / self->stride, 1, MOST_ROWS);
  self->rows = g_new (guint32, (gsize) MOST_ROWS * MAX (width, 1));
  self->out = plot_huffman_new ();
  self->sum = 1;
  return self;
}

/* In pieces of which none leaves a rest that is too short for one. */
static void
copy (PlotDeflate *self, gsize length, gsize distance)
{
  while (length > 0)
    {
      gsize piece = MIN (length, MOST_LENGTH);

      if (length - piece > 0 && length - piece < LEAST_LENGTH)
        piece -= LEAST_LENGTH;
      plot_huffman_copy (self->out, (guint) piece, (guint) distance);
      length -= piece;
    }
}

static void
literal_pixel (PlotDeflate *self, guint32 pixel)
{
  for (guint i = 0; i < self->bytes; i++)
    plot_huffman_literal (self->out, (pixel >> (8 * i)) & 0xff);
}

/* How many pixels of a from start on are as those of b. */
static guint
count_equal (const guint32 *a, const guint32 *b, guint most)
{
  guint n = 0;
  guint64 one, other;

  for (; n + 2 <= most; n += 2)
    {
      memcpy (&one, a + n, sizeof one);
      memcpy (&other, b + n, sizeof other);
      if (one != other)
        return n + (a[n] == b[n] ? 1 : 0);
    }
  return n + (n < most && a[n] == b[n] ? 1 : 0);
}

/* The sums of n pixels that are alike. */
static void
sum_run (PlotDeflate *self, guint32 pixel, guint64 n)
{
  guint64 all = 0, weighted = 0;

  for (guint i = 0; i < self->bytes; i++)
    {
      guint64 byte = (pixel >> (8 * i)) & 0xff;

      all += byte;
      weighted += byte * (self->bytes - i);
    }
  self->row_sums += n * self->bytes * self->row_sum + self->bytes * all * (n * (n - 1) / 2)
                    + n * weighted;
  self->row_sum = (self->row_sum + n * all) % MODULUS;
  self->row_sums %= MODULUS;
}

/* The sums of n pixels, run by run. */
static void
sum_pixels (PlotDeflate *self, const guint32 *pixels, guint n)
{
  for (guint x = 0; x < n;)
    {
      guint run = 1 + count_equal (pixels + x, pixels + x + 1, n - x - 1);

      sum_run (self, pixels[x], run);
      x += run;
    }
}

static void
add_sums (PlotDeflate *self)
{
  self->sums = (self->sums + self->stride % MODULUS * self->sum + self->row_sums) % MODULUS;
  self->sum = (self->sum + self->row_sum) % MODULUS;
  self->offset += self->stride;
}

static guint32 *
row_at (const PlotDeflate *self, guint serial)
{
  return self->rows + (gsize) (serial % MOST_ROWS) * self->width;
}

/* A repetition of pixels that begins with those at x. */
typedef struct
{
  guint n;
  gsize distance;
} Match;

static void
take_longer (Match *best, guint n, gsize distance)
{
  if (n > best->n)
    *best = (Match){ n, distance };
}

/* What began with the same two pixels when they were seen last; they are seen here from now on. */
static void
look_back (PlotDeflate *self, const guint32 *row, guint x, Match *best)
{
  guint64 two = row[x] | (guint64) row[x + 1] << 32;
  Seen *seen = &self->seen[(two * 0x9e3779b97f4a7c15u) >> (64 - SEEN_BITS)];

  if (seen->serial > 0 && self->serial - seen->serial < self->n_kept)
    {
      gsize distance = self->offset + x * self->bytes - self->offsets[seen->serial % MOST_ROWS]
                       - seen->x * self->bytes;

      if (distance <= WINDOW)
        take_longer (best,
                     count_equal (row + x, row_at (self, seen->serial) + seen->x,
                                  self->width - MAX (x, seen->x)),
                     distance);
    }
  *seen = (Seen){ self->serial, x };
}

static Match
find (PlotDeflate *self, const guint32 *row, const guint32 *above, guint x)
{
  guint left = self->width - x;
  Match best = { 0 };

  if (x > 0)
    take_longer (&best, count_equal (row + x, row + x - 1, left), self->bytes);
  if (above != NULL && best.n < left)
    take_longer (&best, count_equal (row + x, above + x, left), self->stride);
  if (best.n < SHORT && left >= 2)
    look_back (self, row, x, &best);
  return best;
}

void
plot_deflate_add (PlotDeflate *self, const guint32 *pixels)
{
  const guint32 *above = self->serial > 0 && self->stride <= WINDOW ? row_at (self, self->serial)
                                                                    : NULL;
  guint32 *row = row_at (self, ++self->serial);

  memcpy (row, pixels, self->width * sizeof *row);
  self->offsets[self->serial % MOST_ROWS] = self->offset;
  self->row_sum = self->row_sums = 0;
  plot_huffman_literal (self->out, 0);
  for (guint x = 0; x < self->width;)
    {
      Match match = find (self, row, above, x);

      if (match.n > 0)
        copy (self, (gsize) match.n * self->bytes, match.distance);
      else
        literal_pixel (self, row[x]);
      match.n = MAX (match.n, 1);
      if (match.distance == self->bytes)
        sum_run (self, row[x], match.n);
      else
        sum_pixels (self, row + x, match.n);
      x += match.n;
    }
  add_sums (self);
}

void
plot_deflate_repeat (PlotDeflate *self)
{
  g_return_if_fail (self->serial > 0);

  if (self->stride < LEAST_LENGTH || self->stride > WINDOW)
    {
      g_autofree guint32 *row = g_memdup2 (row_at (self, self->serial), self->width * sizeof *row);

      plot_deflate_add (self, row);
      return;
    }
  self->offsets[self->serial % MOST_ROWS] = self->offset;
  copy (self, self->stride, self->stride);
  add_sums (self);
}

GByteArray *
plot_deflate_finish (PlotDeflate *self)
{
  /* Deflate in a window of 32 KiB, by a fast method. */
  static const guint8 head[] = { 0x78, 0x01 };
  const guint8 check[] = { (guint8) (self->sums >> 8), (guint8) self->sums,
                           (guint8) (self->sum >> 8), (guint8) self->sum };
  GByteArray *stream = g_byte_array_new ();

  g_byte_array_append (stream, head, sizeof head);
  plot_huffman_finish (self->out, stream);
  g_byte_array_append (stream, check, sizeof check);
  g_free (self->rows);
  g_free (self);
  return stream;
}

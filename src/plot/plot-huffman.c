/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns codes and bits. Lengths of codes are those of Moffat and Katajainen, In-Place Calculation of
 * Minimum-Redundancy Codes, 1995, brought within the format's limit. */

#include "plot-huffman.h"

#include <stdlib.h>
#include <string.h>

/* Of a block. */
#define MOST_TOKENS 32768
#define N_LITERALS 286
#define N_DISTANCES 30
#define N_LENGTHS 19
#define END 256
#define IS_COPY (1u << 31)

typedef struct
{
  guint32 counts[N_LITERALS];
  guint16 codes[N_LITERALS]; /* their first bit is the lowest */
  guint8 lengths[N_LITERALS];
} Codes;

struct _PlotHuffman
{
  guint32 *tokens; /* a byte, or IS_COPY | (length - 3) << 16 | (distance - 1) */
  guint n_tokens;
  guint8 length_codes[256]; /* by length - 3, without 257 */
  Codes literals, distances;
  GByteArray *bytes;
  guint64 bits;
  guint n_bits;
};

/* The first length less 3, and the first distance less 1, of each code, and bits that follow it. */
static const guint8 length_bases[29] = { 0,  1,  2,  3,   4,   5,   6,   7,   8,  10,
                                         12, 14, 16, 20,  24,  28,  32,  40,  48, 56,
                                         64, 80, 96, 112, 128, 160, 192, 224, 255 };
static const guint8 length_bits[29] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                        2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0 };

PlotHuffman *
plot_huffman_new (void)
{
  PlotHuffman *self = g_new0 (PlotHuffman, 1);

  self->tokens = g_new (guint32, MOST_TOKENS);
  self->bytes = g_byte_array_sized_new (1 << 16);
  for (guint i = 0, code = 0; i < 256; i++)
    {
      while (code + 1 < G_N_ELEMENTS (length_bases) && i >= length_bases[code + 1])
        code++;
      self->length_codes[i] = (guint8) code;
    }
  return self;
}

/* Two codes for each doubling, of which the second begins at its middle. */
static guint
distance_code (guint less_one, guint *n_extra)
{
  guint top;

  *n_extra = 0;
  if (less_one < 4)
    return less_one;
  top = g_bit_storage (less_one) - 1;
  *n_extra = top - 1;
  return 2 * top + ((less_one >> (top - 1)) & 1);
}

static void
put_bits (PlotHuffman *self, guint64 value, guint n)
{
  self->bits |= value << self->n_bits;
  self->n_bits += n;
  if (self->n_bits >= 32)
    {
      guint32 word = GUINT32_TO_LE ((guint32) self->bits);

      g_byte_array_append (self->bytes, (const guint8 *) &word, sizeof word);
      self->bits >>= 32;
      self->n_bits -= 32;
    }
}

typedef struct
{
  guint32 count;
  guint16 symbol;
} Used;

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const Used *one = a, *other = b;

  if (one->count != other->count)
    return one->count < other->count ? -1 : 1;
  return (int) one->symbol - (int) other->symbol;
}

/* From counts in rising order to lengths in falling order, in place; n is at least 2. */
static void
count_to_length (guint32 *a, guint n)
{
  guint root = 0, leaf = 2, next, depth = 0, available = 1, used = 0;
  int at;

  a[0] += a[1];
  for (next = 1; next < n - 1; next++)
    {
      guint32 sum = 0;

      for (guint i = 0; i < 2; i++)
        if (leaf >= n || (root < next && a[root] < a[leaf]))
          {
            sum += a[root];
            a[root++] = next;
          }
        else
          sum += a[leaf++];
      a[next] = sum;
    }
  a[n - 2] = 0;
  for (at = (int) n - 3; at >= 0; at--)
    a[at] = a[a[at]] + 1;
  at = (int) n - 2;
  next = n;
  while (available > 0)
    {
      while (at >= 0 && a[at] == depth)
        {
          used++;
          at--;
        }
      while (available > used)
        {
          a[--next] = depth;
          available--;
        }
      available = 2 * used;
      depth++;
      used = 0;
    }
}

/* How many codes have each length, none longer than most. */
static void
limit_lengths (const guint32 *lengths, guint n, guint most, guint *counts)
{
  guint total = 0;

  memset (counts, 0, 16 * sizeof *counts);
  for (guint i = 0; i < n; i++)
    counts[MIN (lengths[i], most)]++;
  for (guint i = 1; i <= most; i++)
    total += counts[i] << (most - i);
  for (; total > 1u << most; total--)
    {
      guint i = most - 1;

      while (counts[i] == 0)
        i--;
      counts[most]--;
      counts[i]--;
      counts[i + 1] += 2;
    }
}

static guint16
reverse (guint code, guint length)
{
  guint out = 0;

  for (guint i = 0; i < length; i++)
    out |= ((code >> i) & 1) << (length - 1 - i);
  return (guint16) out;
}

static void
make_codes (Codes *self, guint n, guint most)
{
  Used used[N_LITERALS] = { 0 };
  guint32 lengths[N_LITERALS];
  guint n_used = 0, counts[16], next[17] = { 0 };

  memset (self->lengths, 0, sizeof self->lengths);
  for (guint i = 0; i < n; i++)
    if (self->counts[i] > 0)
      used[n_used++] = (Used){ self->counts[i], (guint16) i };
  qsort (used, n_used, sizeof *used, compare_cb);
  for (guint i = 0; i < n_used; i++)
    lengths[i] = used[i].count;
  if (n_used == 1)
    lengths[0] = 1;
  else if (n_used > 1)
    count_to_length (lengths, n_used);
  limit_lengths (lengths, n_used, most, counts);
  for (guint length = most, i = 0; length > 0; length--)
    for (guint k = 0; k < counts[length]; k++)
      self->lengths[used[i++].symbol] = (guint8) length;
  for (guint length = 1; length <= most; length++)
    next[length + 1] = (next[length] + counts[length]) << 1;
  for (guint i = 0; i < n; i++)
    if (self->lengths[i] > 0)
      self->codes[i] = reverse (next[self->lengths[i]]++, self->lengths[i]);
}

/* Both tables' lengths in turn, repetitions as 16 (the one before), 17 and 18 (zeros); each with how
 * often in the upper byte. */
static guint
pack_lengths (const guint8 *lengths, guint n, guint16 *packed)
{
  guint m = 0;

  for (guint i = 0, run; i < n; i += run)
    {
      for (run = 1; i + run < n && lengths[i + run] == lengths[i] && run < 138; run++)
        ;
      if (lengths[i] == 0 && run >= 3)
        packed[m++] = (guint16) (run > 10 ? 18 | (run - 11) << 8 : 17 | (run - 3) << 8);
      else
        {
          run = MIN (run, 7);
          packed[m++] = lengths[i];
          if (run >= 4)
            packed[m++] = (guint16) (16 | (run - 4) << 8);
          else
            run = 1;
        }
    }
  return m;
}

static void
write_tables (PlotHuffman *self)
{
  static const guint8 order[N_LENGTHS] = { 16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                           11, 4,  12, 3, 13, 2, 14, 1, 15 };
  static const guint8 extra[3] = { 2, 3, 7 };
  guint8 lengths[N_LITERALS + N_DISTANCES];
  guint16 packed[N_LITERALS + N_DISTANCES];
  guint n_literals = N_LITERALS, n_distances = N_DISTANCES, n_lengths = N_LENGTHS, n;
  Codes codes = { 0 };

  while (self->literals.lengths[n_literals - 1] == 0)
    n_literals--;
  while (n_distances > 1 && self->distances.lengths[n_distances - 1] == 0)
    n_distances--;
  memcpy (lengths, self->literals.lengths, n_literals);
  memcpy (lengths + n_literals, self->distances.lengths, n_distances);
  n = pack_lengths (lengths, n_literals + n_distances, packed);
  for (guint i = 0; i < n; i++)
    codes.counts[packed[i] & 0xff]++;
  make_codes (&codes, N_LENGTHS, 7);
  while (codes.lengths[order[n_lengths - 1]] == 0)
    n_lengths--;
  put_bits (self, n_literals - 257, 5);
  put_bits (self, n_distances - 1, 5);
  put_bits (self, n_lengths - 4, 4);
  for (guint i = 0; i < n_lengths; i++)
    put_bits (self, codes.lengths[order[i]], 3);
  for (guint i = 0; i < n; i++)
    {
      guint symbol = packed[i] & 0xff;

      put_bits (self, codes.codes[symbol], codes.lengths[symbol]);
      if (symbol >= 16)
        put_bits (self, packed[i] >> 8, extra[symbol - 16]);
    }
}

static void
write_copy (PlotHuffman *self, guint32 token)
{
  guint length = (token >> 16) & 0xff, distance = token & 0x7fff, n_extra;
  guint code = self->length_codes[length], far = distance_code (distance, &n_extra);

  put_bits (self, self->literals.codes[END + 1 + code], self->literals.lengths[END + 1 + code]);
  put_bits (self, length - length_bases[code], length_bits[code]);
  put_bits (self, self->distances.codes[far], self->distances.lengths[far]);
  put_bits (self, distance & ((1u << n_extra) - 1), n_extra);
}

static void
flush (PlotHuffman *self, gboolean last)
{
  guint n_extra;

  memset (self->literals.counts, 0, sizeof self->literals.counts);
  memset (self->distances.counts, 0, sizeof self->distances.counts);
  self->literals.counts[END] = 1;
  for (guint i = 0; i < self->n_tokens; i++)
    if (self->tokens[i] & IS_COPY)
      {
        self->literals.counts[END + 1 + self->length_codes[(self->tokens[i] >> 16) & 0xff]]++;
        self->distances.counts[distance_code (self->tokens[i] & 0x7fff, &n_extra)]++;
      }
    else
      self->literals.counts[self->tokens[i]]++;
  make_codes (&self->literals, N_LITERALS, 15);
  make_codes (&self->distances, N_DISTANCES, 15);
  put_bits (self, last ? 1 : 0, 1);
  put_bits (self, 2, 2);
  write_tables (self);
  for (guint i = 0; i < self->n_tokens; i++)
    if (self->tokens[i] & IS_COPY)
      write_copy (self, self->tokens[i]);
    else
      put_bits (self, self->literals.codes[self->tokens[i]],
                self->literals.lengths[self->tokens[i]]);
  put_bits (self, self->literals.codes[END], self->literals.lengths[END]);
  self->n_tokens = 0;
}

static void
add_token (PlotHuffman *self, guint32 token)
{
  if (self->n_tokens == MOST_TOKENS)
    flush (self, FALSE);
  self->tokens[self->n_tokens++] = token;
}

void
plot_huffman_literal (PlotHuffman *self, guint byte)
{
  add_token (self, byte);
}

void
plot_huffman_copy (PlotHuffman *self, guint length, guint distance)
{
  add_token (self, IS_COPY | (length - 3) << 16 | (distance - 1));
}

void
plot_huffman_finish (PlotHuffman *self, GByteArray *out)
{
  flush (self, TRUE);
  while (self->n_bits > 0)
    {
      guint8 byte = (guint8) self->bits;

      g_byte_array_append (self->bytes, &byte, 1);
      self->bits >>= 8;
      self->n_bits -= MIN (self->n_bits, 8);
    }
  g_byte_array_append (out, self->bytes->data, self->bytes->len);
  g_byte_array_unref (self->bytes);
  g_free (self->tokens);
  g_free (self);
}

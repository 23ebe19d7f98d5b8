/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 by the processor's own instructions, where it has them; GLib's otherwise. Pure. */

#include "chiso-sha256.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>

#define BLOCK 64

/* The first bits of the fractional parts of the cube roots of the first 64 primes. */
static const guint32 round_constants[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static gboolean
has_instructions (void)
{
  guint a, b, c, d;

  if (!__get_cpuid (1, &a, &b, &c, &d) || !(c & bit_SSE4_1) || !(c & bit_SSSE3))
    return FALSE;
  return __get_cpuid_count (7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

/* The state is kept as the instructions want it: the words A, B, E, F in one half, C, D, G, H in the
 * other, the first ones highest. */
typedef struct
{
  __m128i abef, cdgh;
} State;

__attribute__ ((target ("sha,sse4.1,ssse3"))) static void
take_blocks (State *state, const guint8 *bytes, gsize n)
{
  const __m128i order = _mm_set_epi64x (0x0c0d0e0f08090a0b, 0x0405060700010203);

  for (; n > 0; n--, bytes += BLOCK)
    {
      __m128i abef = state->abef, cdgh = state->cdgh, words[16];

#pragma GCC unroll 16
      for (guint i = 0; i < 16; i++)
        {
          __m128i sum;

          /* Four words of the message, then of what is made from the sixteen before. */
          if (i < 4)
            words[i] = _mm_shuffle_epi8 (_mm_loadu_si128 ((const __m128i *) bytes + i), order);
          else
            words[i] = _mm_sha256msg2_epu32 (
                _mm_add_epi32 (_mm_sha256msg1_epu32 (words[i - 4], words[i - 3]),
                               _mm_alignr_epi8 (words[i - 1], words[i - 2], 4)),
                words[i - 1]);
          sum = _mm_add_epi32 (words[i], _mm_loadu_si128 ((const __m128i *) round_constants + i));
          cdgh = _mm_sha256rnds2_epu32 (cdgh, abef, sum);
          abef = _mm_sha256rnds2_epu32 (abef, cdgh, _mm_shuffle_epi32 (sum, 0x0e));
        }
      state->abef = _mm_add_epi32 (state->abef, abef);
      state->cdgh = _mm_add_epi32 (state->cdgh, cdgh);
    }
}

/* The rest of a message, a bit after it, zeros, and its length in bits as the last eight bytes. */
static void
take_end (State *state, const guint8 *bytes, gsize total)
{
  guint8 end[2 * BLOCK] = { 0 };
  gsize rest = total % BLOCK;
  gsize n = rest + 1 + 8 > BLOCK ? 2 : 1;
  guint64 bits = GUINT64_TO_BE ((guint64) total * 8);

  if (rest > 0)
    memcpy (end, bytes, rest);
  end[rest] = 0x80;
  memcpy (end + n * BLOCK - 8, &bits, 8);
  take_blocks (state, end, n);
}

static char *
by_instructions (const guint8 *bytes, gsize length)
{
  static const char digits[] = "0123456789abcdef";
  State state = { _mm_set_epi32 (0x6a09e667, (int) 0xbb67ae85, 0x510e527f, (int) 0x9b05688c),
                  _mm_set_epi32 (0x3c6ef372, (int) 0xa54ff53a, 0x1f83d9ab, 0x5be0cd19) };
  guint32 abef[4], cdgh[4];
  char *text = g_malloc (65);

  take_blocks (&state, bytes, length / BLOCK);
  take_end (&state, bytes + length / BLOCK * BLOCK, length);
  memcpy (abef, &state.abef, sizeof abef);
  memcpy (cdgh, &state.cdgh, sizeof cdgh);
  for (guint i = 0; i < 8; i++)
    {
      static const guint8 places[] = { 3, 2, 3, 2, 1, 0, 1, 0 };
      guint32 word = (i & 2 ? cdgh : abef)[places[i]];

      for (guint k = 0; k < 8; k++)
        text[i * 8 + k] = digits[word >> (28 - 4 * k) & 15];
    }
  text[64] = '\0';
  return text;
}

#endif

char *
chiso_sha256 (const void *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

#if defined(__x86_64__) && defined(__GNUC__)
  static gsize known; /* 1: no instructions, 2: there are */

  if (g_once_init_enter (&known))
    g_once_init_leave (&known, has_instructions () ? 2 : 1);
  if (known == 2)
    return by_instructions (bytes, length);
#endif
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
}

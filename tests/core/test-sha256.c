/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checksum of reports against GLib's, whichever way this processor takes. */

#include "core/chiso-sha256.h"

static void
test_known (void)
{
  g_autofree char *empty = chiso_sha256 (NULL, 0);
  g_autofree char *abc = chiso_sha256 ("abc", 3);

  g_assert_cmpstr (empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* Every way in which a message can end in its blocks of 64, from any address. */
static void
test_lengths (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint8 bytes[4096 + 3];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = g_rand_int (random);
  for (guint length = 0; length <= 4096; length += length < 300 ? 1 : 37)
    {
      const guint8 *start = bytes + length % 4;
      g_autofree char *ours = chiso_sha256 (start, length);
      g_autofree char *other = g_compute_checksum_for_data (G_CHECKSUM_SHA256, start, length);

      g_assert_cmpstr (ours, ==, other);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/sha256/known", test_known);
  g_test_add_func ("/core/sha256/lengths", test_lengths);
  return g_test_run ();
}

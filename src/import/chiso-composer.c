/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composing by clusters. Knows Unicode only through GLib, and no encoding. */

#include "chiso-composer.h"

#include <string.h>

void
chiso_composer_start (ChisoComposer *self, gsize n_parts)
{
  memset (self, 0, sizeof *self);
  self->text = g_malloc (n_parts * CHISO_COMPOSER_GROWTH + 1);
}

static guint64
pack_bytes (const char *bytes, gsize n)
{
  guint64 packed = 0;

  for (gsize i = 0; i < n; i++)
    packed |= (guint64) (guchar) bytes[i] << 8 * i;
  return packed;
}

static gsize
unpack_bytes (guint64 packed, char *bytes)
{
  gsize n = 0;

  for (; packed != 0; packed >>= 8)
    bytes[n++] = (char) (packed & 0xFF);
  return n;
}

void
chiso_composer_compose_last (ChisoComposer *self)
{
  char *base = self->text + self->base;
  gsize n = self->length - self->base;
  guint64 parts = n <= sizeof parts ? pack_bytes (base, n) : 0;
  guint slot = (parts * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> 32) % CHISO_COMPOSER_SLOTS;
  g_autofree char *composed = NULL;

  self->marked = FALSE;
  if (parts != 0 && self->composed[slot].parts == parts)
    {
      self->length = self->base + unpack_bytes (self->composed[slot].whole, base);
      return;
    }
  composed = g_utf8_normalize (base, (gssize) n, G_NORMALIZE_NFC);
  /* Marks in another order may take a byte more than their parts, but none has so much as its room. */
  n = MIN (strlen (composed), n + CHISO_COMPOSER_GROWTH / 2);
  memcpy (base, composed, n);
  self->length = self->base + n;
  if (parts == 0 || n > sizeof parts)
    return;
  self->composed[slot].parts = parts;
  self->composed[slot].whole = pack_bytes (composed, n);
}

void
chiso_composer_add_code (ChisoComposer *self, gunichar c)
{
  char letter[6] = { 0 };
  gsize size;

  size = g_unichar_to_utf8 (c, letter);
  chiso_composer_add_letter (self, letter, size);
}

char *
chiso_composer_finish (ChisoComposer *self, gsize *length)
{
  if (self->marked)
    chiso_composer_compose_last (self);
  self->text[self->length] = '\0';
  *length = self->length;
  return g_realloc (g_steal_pointer (&self->text), self->length + 1);
}

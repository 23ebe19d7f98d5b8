/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of the legacy encodings and the choice between them. TCVN3 has no codes of its own for
 * most accented capitals: its fonts for headlines (.VnTimeH) draw the small letters' codes as
 * capitals. Which font was meant the bytes do not tell, so such a headline comes out in small
 * letters, except for words whose other letters are capitals. */

#include "chiso-legacy.h"

#include "chiso-capitals.h"
#include "chiso-composer.h"
#include "chiso-syllable.h"

#include <string.h>

/* How much is looked at to recognise an encoding; the rest follows. */
#define SAMPLE_BYTES (128u * 1024)
/* Fewer accented letters than this prove nothing. */
#define MIN_GOOD 4
/* Names, abbreviations and slips make up the rest; a wrong encoding stays below half. */
#define MIN_SHARE 0.85
#define MIN_LEAD 0.25
/* Of the letters, at least so many must stand in the commonest syllables once there are enough. */
#define FREQUENT_NEEDED 0.10
#define FREQUENT_FROM 40

/* Codes 0x80-0xFF, sixteen a line. */
#define PUNCTUATION                                                                                \
  "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD"                                           \
  "\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"

static const char tcvn3_letters[] = PUNCTUATION "\u00A0ĂÂÊÔƠƯĐăâêôơưđ¯"
                                                "°±²³´àảãáạ\u00BAằẳẵắ\u00BF"
                                                "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDÅặầẩẫấậèÍẻẽ"
                                                "éẹềểễếệìỉ\uFFFD\uFFFD\uFFFDĩíịò"
                                                "\uFFFDỏõóọồổỗốộờởỡớợù"
                                                "\uFFFDủũúụừửữứựỳỷỹýỵ\uFFFD";

static const char cp1258_letters[] = "€\uFFFD‚ƒ„…†‡ˆ‰\uFFFD‹Œ\uFFFD\uFFFD\uFFFD"
                                     "\uFFFD‘’“”•–—˜™\uFFFD›œ\uFFFD\uFFFDŸ"
                                     "\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯"
                                     "°±²³´µ¶·¸¹º»¼½¾¿"
                                     "ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏ"
                                     "ĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß"
                                     "àáâăäåæçèéêë\u0301íîï"
                                     "đñ\u0323óôơö÷øùúûüư₫ÿ";

static const char viscii_letters[] = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
                                     "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
                                     "Õắằặấầẩậẽẹếềểễệố"
                                     "ồổỗỠƠộờởịỰỨỪỬơớƯ"
                                     "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
                                     "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
                                     "àáâãảăữẫèéêẻìíĩỉ"
                                     "đựòóôõỏọụùúũủýợỮ";

static gboolean
is_mark (const char *letter)
{
  return g_unichar_ismark (g_utf8_get_char (letter));
}

/* Copies bytes through a table of the upper half. control, when given, replaces codes below 0x20. */
static char *
convert_by_table (const guint8 *bytes, gsize length, const char *letters,
                  gunichar (*control) (guint8 byte), gsize *text_length)
{
  ChisoComposer text;
  const char *starts[128], *p = letters;
  guint8 sizes[128];
  gboolean marks[128];

  for (guint i = 0; i < 128; i++)
    {
      starts[i] = p;
      p = g_utf8_next_char (p);
      sizes[i] = p - starts[i];
      marks[i] = is_mark (starts[i]);
    }
  chiso_composer_start (&text, length);
  for (gsize i = 0; i < length; i++)
    {
      guint code = bytes[i] - 0x80u;

      if (bytes[i] >= 0x20 && bytes[i] < 0x80)
        chiso_composer_add_letter (&text, (const char *) &bytes[i], 1);
      else if (bytes[i] >= 0x80 && marks[code])
        chiso_composer_add_marks (&text, starts[code], sizes[code]);
      else if (bytes[i] >= 0x80)
        chiso_composer_add_letter (&text, starts[code], sizes[code]);
      else if (bytes[i] == 0)
        chiso_composer_add_code (&text, 0xFFFD);
      else if (bytes[i] < 0x20 && control != NULL)
        chiso_composer_add_code (&text, control (bytes[i]));
      else
        chiso_composer_add_letter (&text, (const char *) &bytes[i], 1);
    }
  return chiso_composer_finish (&text, text_length);
}

static char *
convert_cp1258 (const guint8 *bytes, gsize length, gsize *text_length)
{
  return convert_by_table (bytes, length, cp1258_letters, NULL, text_length);
}

/* VISCII had more letters than free codes: six rare capitals are control codes. */
static gunichar
viscii_control (guint8 byte)
{
  switch (byte)
    {
    case 0x02:
      return 0x1EB2; /* Ẳ */
    case 0x05:
      return 0x1EB4; /* Ẵ */
    case 0x06:
      return 0x1EAA; /* Ẫ */
    case 0x14:
      return 0x1EF6; /* Ỷ */
    case 0x19:
      return 0x1EF8; /* Ỹ */
    case 0x1e:
      return 0x1EF4; /* Ỵ */
    default:
      return byte;
    }
}

static char *
convert_viscii (const guint8 *bytes, gsize length, gsize *text_length)
{
  return convert_by_table (bytes, length, viscii_letters, viscii_control, text_length);
}

static char *
convert_tcvn3 (const guint8 *bytes, gsize length, gsize *text_length)
{
  g_autofree char *small = convert_by_table (bytes, length, tcvn3_letters, NULL, text_length);
  char *text = chiso_capitals_raise (small, *text_length);

  *text_length = strlen (text);
  return text;
}

/* What a VNI code behind a vowel adds to it: up to two combining marks. */
static const char *
vni_marks (guint8 code)
{
  static const char *const marks[0x20] = {
    [0x19] = "\u0301",       [0x18] = "\u0300",       [0x1b] = "\u0309",
    [0x15] = "\u0303",       [0x0f] = "\u0323",       [0x02] = "\u0302",
    [0x01] = "\u0302\u0301", [0x00] = "\u0302\u0300", [0x05] = "\u0302\u0309",
    [0x03] = "\u0302\u0303", [0x04] = "\u0323\u0302", [0x0a] = "\u0306",
    [0x09] = "\u0306\u0301", [0x08] = "\u0306\u0300", [0x1a] = "\u0306\u0309",
    [0x1c] = "\u0306\u0303", [0x0b] = "\u0323\u0306",
  };

  /* From 0xe0 on; a capital's marks are 0x20 below. */
  return code >= 0xc0 ? marks[code & 0x1f] : NULL;
}

/* Letters of VNI that need one code; the capital is 0x20 below. */
static gunichar
vni_letter (guint8 code)
{
  gunichar letter;

  switch (code | 0x20)
    {
    case 0xf1:
      letter = 0x0111; /* đ */
      break;
    case 0xf4:
      letter = 0x01a1; /* ơ */
      break;
    case 0xf6:
      letter = 0x01b0; /* ư */
      break;
    case 0xed:
      letter = 0x00ed; /* í */
      break;
    case 0xec:
      letter = 0x00ec; /* ì */
      break;
    case 0xe6:
      letter = 0x1ec9; /* ỉ */
      break;
    case 0xf3:
      letter = 0x0129; /* ĩ */
      break;
    case 0xf2:
      letter = 0x1ecb; /* ị */
      break;
    case 0xee:
      letter = 0x1ef5; /* ỵ */
      break;
    default:
      return 0;
    }
  return code >= 0xc0 ? (code & 0x20 ? letter : g_unichar_toupper (letter)) : 0;
}

/* Which marks a VNI vowel takes: ơ and ư only tones, which have one mark and not an own letter's. */
static gboolean
vni_takes (gunichar vowel, const char *marks)
{
  gunichar first = g_utf8_get_char (marks);
  gboolean tone_only = first != 0x302 && first != 0x306 && *g_utf8_next_char (marks) == '\0';

  switch (g_unichar_tolower (vowel))
    {
    case 'a':
      return TRUE;
    case 'e':
    case 'o':
      return strstr (marks, "\u0306") == NULL;
    case 'u':
    case 'y':
    case 0x1a1:
    case 0x1b0:
      return tone_only;
    default:
      return FALSE;
    }
}

static char *
convert_vni (const guint8 *bytes, gsize length, gsize *text_length)
{
  ChisoComposer text;
  const char *upper = PUNCTUATION;
  gunichar vowel = 0;

  chiso_composer_start (&text, length);
  for (gsize i = 0; i < length; i++)
    {
      const char *marks = vni_marks (bytes[i]);
      gunichar c = bytes[i];

      if (vowel != 0 && marks != NULL && vni_takes (vowel, marks))
        {
          chiso_composer_add_marks (&text, marks, strlen (marks));
          vowel = 0;
          continue;
        }
      if (c >= 0xc0)
        c = vni_letter (bytes[i]);
      else if (c >= 0x80 && c < 0xa0)
        c = g_utf8_get_char (g_utf8_offset_to_pointer (upper, c - 0x80));
      vowel = c;
      chiso_composer_add_code (&text, c != 0 ? c : 0xfffd);
    }
  return chiso_composer_finish (&text, text_length);
}

static const ChisoLegacy encodings[] = {
  { "TCVN3", convert_tcvn3 },
  { "VNI-Windows", convert_vni },
  { "Windows-1258", convert_cp1258 },
  { "VISCII", convert_viscii },
};

static gboolean
is_convincing (const ChisoSyllables *counts)
{
  if (counts->good < MIN_GOOD || chiso_syllables_share (counts) < MIN_SHARE)
    return FALSE;
  return counts->good < FREQUENT_FROM || counts->frequent >= counts->good * FREQUENT_NEEDED;
}

const ChisoLegacy *
chiso_legacy_recognise (const guint8 *bytes, gsize length)
{
  const ChisoLegacy *best = NULL;
  double best_share = 0, second_share = 0;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize text_length;
      g_autofree char *text = encodings[i].convert (bytes, MIN (length, SAMPLE_BYTES),
                                                    &text_length);
      ChisoSyllables counts = chiso_syllables_count (text, text_length);
      double share = chiso_syllables_share (&counts);

      if (share > best_share)
        {
          second_share = best_share;
          best_share = share;
          best = is_convincing (&counts) ? &encodings[i] : NULL;
        }
      else
        second_share = MAX (second_share, share);
    }
  return best_share - second_share >= MIN_LEAD ? best : NULL;
}

/* --- texts that are Unicode by form and legacy by content --------------------------------------- */

/* The byte that a letter stood for when a program took it for Windows-1252; 0 where it is none. */
static guint8
latin_byte (const char *letter)
{
  gunichar c = g_utf8_get_char (letter);
  g_autofree char *copy = NULL;
  const char *found;

  if (c <= 0xff)
    return c;
  copy = g_strndup (letter, g_utf8_next_char (letter) - letter);
  found = c != 0xfffd ? strstr (PUNCTUATION, copy) : NULL;
  return found != NULL ? 0x80 + g_utf8_pointer_to_offset (PUNCTUATION, found) : 0;
}

/* Appends what a line stood for. FALSE, and nothing appended, where it is plain ASCII, which reads
 * the same, or has a letter that no Latin font has. */
static gboolean
append_latin_line (const char *line, const char *end, GByteArray *bytes)
{
  const guint start = bytes->len;
  gboolean accented = FALSE;

  for (const char *p = line; p < end; p = g_utf8_next_char (p))
    {
      guint8 byte = latin_byte (p);

      accented |= byte >= 0xa1;
      if (byte == 0)
        {
          g_byte_array_set_size (bytes, start);
          return FALSE;
        }
      g_byte_array_append (bytes, &byte, 1);
    }
  if (!accented)
    g_byte_array_set_size (bytes, start);
  return accented;
}

static const char *
line_end (const char *line, const char *end)
{
  const char *newline = memchr (line, '\n', end - line);

  return newline != NULL ? newline : end;
}

/* TCVN3 or VNI, or NULL: Windows-1258 here only stands for the letters as they are. */
static const ChisoLegacy *
recognise_lines (const char *text, const char *end)
{
  g_autoptr (GByteArray) sample = g_byte_array_new ();
  const ChisoLegacy *legacy;

  for (const char *line = text; line < end && sample->len < SAMPLE_BYTES;)
    {
      const char *stop = line_end (line, end);

      if (append_latin_line (line, MIN (stop, line + SAMPLE_BYTES), sample))
        g_byte_array_append (sample, (const guint8 *) "\n", 1);
      line = stop < end ? stop + 1 : end;
    }
  legacy = chiso_legacy_recognise (sample->data, sample->len);
  return legacy == &encodings[0] || legacy == &encodings[1] ? legacy : NULL;
}

static gboolean
reads_better (const char *text, gsize length, const char *than, gsize than_length)
{
  ChisoSyllables a = chiso_syllables_count (text, length);
  ChisoSyllables b = chiso_syllables_count (than, than_length);

  return chiso_syllables_share (&a) > chiso_syllables_share (&b);
}

char *
chiso_legacy_repair (const char *text, gsize length, gsize *text_length, const char **name)
{
  const char *end = text + length;
  const ChisoLegacy *legacy = recognise_lines (text, end);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GString *out;

  if (legacy == NULL)
    return NULL;
  out = g_string_sized_new (length + 1);
  for (const char *line = text; line < end;)
    {
      const char *stop = line_end (line, end);
      g_autofree char *meant = NULL;
      gsize meant_length = 0;

      g_byte_array_set_size (bytes, 0);
      if (append_latin_line (line, stop, bytes))
        meant = legacy->convert (bytes->data, bytes->len, &meant_length);
      if (meant != NULL && reads_better (meant, meant_length, line, stop - line))
        g_string_append_len (out, meant, meant_length);
      else
        g_string_append_len (out, line, stop - line);
      if (stop < end)
        g_string_append_c (out, '\n');
      line = stop < end ? stop + 1 : end;
    }
  *name = legacy->name;
  *text_length = out->len;
  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Vietnamese syllable is an onset, a rhyme and a tone, and there are few of each: a text read in
 * the wrong encoding makes words that are none. This file holds these lists and counts; what
 * follows from the counts is the caller's. */

#include "chiso-syllable.h"

#include <string.h>

/* Longer runs of letters are no syllable; keeps a word of a megabyte from costing anything. */
#define MAX_LETTERS 8

/* The longer ones first, so that "ngh" is not taken for "ng". */
static const char *const onsets[] = { "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th",
                                      "tr",  "b",  "c",  "d",  "đ",  "g",  "h",  "k",  "l",  "m",
                                      "n",   "p",  "q",  "r",  "s",  "t",  "v",  "x",  "" };

/* Without tone; compared one by one with those of the same first letter, of which there are few. */
static const char *const rhymes[] = {
  "a",    "ac",   "ach",  "ai",   "am",   "an",   "ang",  "anh",  "ao",  "ap",   "at",   "au",
  "ay",   "ăc",   "ăm",   "ăn",   "ăng",  "ăp",   "ăt",   "âc",   "âm",  "ân",   "âng",  "âp",
  "ât",   "âu",   "ây",   "e",    "ec",   "em",   "en",   "eng",  "eo",  "ep",   "et",   "ê",
  "êch",  "êm",   "ên",   "ênh",  "êp",   "êt",   "êu",   "i",    "ia",  "ich",  "iêc",  "iêm",
  "iên",  "iêng", "iêp",  "iêt",  "iêu",  "im",   "in",   "inh",  "ip",  "it",   "iu",   "o",
  "oa",   "oac",  "oach", "oai",  "oam",  "oan",  "oang", "oanh", "oao", "oap",  "oat",  "oay",
  "oăc",  "oăm",  "oăn",  "oăng", "oăt",  "oc",   "oe",   "oen",  "oeo", "oet",  "oi",   "om",
  "on",   "ong",  "ooc",  "oong", "op",   "ot",   "ô",    "ôc",   "ôi",  "ôm",   "ôn",   "ông",
  "ôp",   "ôt",   "ơ",    "ơi",   "ơm",   "ơn",   "ơp",   "ơt",   "u",   "ua",   "uân",  "uâng",
  "uât",  "uây",  "uc",   "uê",   "uêch", "uênh", "ui",   "um",   "un",  "ung",  "uơ",   "uôc",
  "uôi",  "uôm",  "uôn",  "uông", "uôt",  "up",   "ut",   "uy",   "uya", "uych", "uyên", "uyêt",
  "uyn",  "uynh", "uyp",  "uyt",  "uyu",  "ư",    "ưa",   "ưc",   "ưi",  "ưng",  "ươc",  "ươi",
  "ươm",  "ươn",  "ương", "ươp",  "ươt",  "ươu",  "ưt",   "ưu",   "y",   "ych",  "yêm",  "yên",
  "yêng", "yêt",  "yêu",  "ynh",  "yt",
};

/* The commonest accented syllables of reports; each text of some length has some of them. */
static const char *const frequent[] = {
  "bàn",    "báo",   "bình",  "bộ",    "các",  "cán",   "cáo",   "cấp",  "chính", "chủ",
  "chức",   "chuẩn", "có",    "công",  "của",  "cuộc",  "cử",    "cứ",   "dân",   "để",
  "đã",     "đảng",  "đạt",   "đến",   "đề",   "địa",   "đối",   "đồng", "động",  "được",
  "giám",   "giải",  "gồm",   "hiện",  "hộ",   "hội",   "huyện", "kết",  "khiếu", "kiến",
  "kinh",   "là",    "lệ",    "lượt",  "mặt",  "một",   "mới",   "nại",  "này",   "năm",
  "nghị",   "nghèo", "người", "nhà",   "nhân", "những", "nông",  "phát", "phản",  "phố",
  "phương", "quả",   "quyền", "quyết", "sát",  "số",    "sở",    "tại",  "tăng",  "thành",
  "thể",    "thị",   "thoại", "thôn",  "thu",  "thực",  "tiếp",  "tỉnh", "tổ",    "tố",
  "tổng",   "triển", "trên",  "trong", "trận", "trực",  "từ",    "tỷ",   "ủy",    "và",
  "vận",    "về",    "việc",  "việt",  "với",  "vụ",    "xã",    "xây",  "xếp",   "ý",
};

/* One word with its tone apart. */
typedef struct
{
  GString *whole; /* lower case, composed */
  GString *bare;  /* the same without tone */
  gunichar tone;  /* combining mark, or 0 */
  guint n_tones;
  guint n_letters;
  guint n_accented; /* characters beyond ASCII */
} Word;

static gboolean
is_tone (gunichar c)
{
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

/* Letters and marks that belong to a word of any language. */
static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* What any program's typography puts between words, and so says nothing about the encoding. */
static gboolean
is_typographic (gunichar c)
{
  return c == 0xa0 || c == 0xb0 || c == 0xb2 || c == 0xb3 || c == 0xab || c == 0xbb || c == 0xd7
         || (c >= 0x2010 && c <= 0x2026) || c == 0x20ab || c == 0x20ac || c == 0x200b || c == 0xfeff
         || (c >= 0x2190 && c <= 0x25ff) || c == 0x2030;
}

static void
start_word (Word *word)
{
  g_string_truncate (word->whole, 0);
  g_string_truncate (word->bare, 0);
  word->tone = 0;
  word->n_tones = word->n_letters = word->n_accented = 0;
}

static void
add_character (Word *word, gunichar c)
{
  gunichar parts[4];
  gunichar bare = 0;
  gsize n;

  word->n_accented += c >= 0x80;
  if (!g_unichar_ismark (c))
    word->n_letters++;
  if (word->n_letters > MAX_LETTERS)
    return;
  g_string_append_unichar (word->whole, g_unichar_tolower (c));
  n = g_unichar_fully_decompose (g_unichar_tolower (c), FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < MIN (n, G_N_ELEMENTS (parts)); i++)
    {
      gunichar composed;

      if (is_tone (parts[i]))
        {
          word->tone = parts[i];
          word->n_tones++;
        }
      else if (bare != 0 && g_unichar_compose (bare, parts[i], &composed))
        bare = composed;
      else
        {
          if (bare != 0)
            g_string_append_unichar (word->bare, bare);
          bare = parts[i];
        }
    }
  if (bare != 0)
    g_string_append_unichar (word->bare, bare);
}

static gboolean
is_rhyme (const char *rhyme, gunichar tone)
{
  gsize length = strlen (rhyme);
  char last = length > 0 ? rhyme[length - 1] : '\0';
  gboolean stopped = last == 'c' || last == 'p' || last == 't'
                     || (length > 1 && g_str_has_suffix (rhyme, "ch"));

  /* A syllable that ends in a stop has one of two tones. */
  if (stopped && tone != 0x301 && tone != 0x323)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rhymes); i++)
    if (rhymes[i][0] == rhyme[0] && strcmp (rhymes[i], rhyme) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_syllable (const Word *word)
{
  if (word->n_letters > MAX_LETTERS || word->n_tones > 1)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++)
    if (g_str_has_prefix (word->bare->str, onsets[i])
        && is_rhyme (word->bare->str + strlen (onsets[i]), word->tone))
      return TRUE;
  return FALSE;
}

static gboolean
is_frequent (const Word *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (frequent); i++)
    if (strcmp (frequent[i], word->whole->str) == 0)
      return TRUE;
  return FALSE;
}

static void
end_word (const Word *word, ChisoSyllables *counts)
{
  if (word->n_accented == 0)
    return;
  /* Two letters that are no syllable, "đc", "Đ", are abbreviations of reports. */
  if (!is_syllable (word)
      && !(g_str_has_prefix (word->bare->str, "đ") && word->n_letters <= 2
           && word->n_accented == 1))
    {
      counts->bad += word->n_accented;
      return;
    }
  counts->good += word->n_accented;
  if (is_frequent (word))
    counts->frequent += word->n_accented;
}

ChisoSyllables
chiso_syllables_count (const char *text, gsize length)
{
  ChisoSyllables counts = { 0 };
  Word word = { .whole = g_string_new (NULL), .bare = g_string_new (NULL) };
  const char *end = text + length;

  start_word (&word);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_word_character (c))
        {
          add_character (&word, c);
          continue;
        }
      end_word (&word, &counts);
      start_word (&word);
      if (c >= 0x80 && !is_typographic (c))
        counts.bad++;
    }
  end_word (&word, &counts);
  g_string_free (word.whole, TRUE);
  g_string_free (word.bare, TRUE);
  return counts;
}

double
chiso_syllables_share (const ChisoSyllables *counts)
{
  guint all = counts->good + counts->bad;

  return all > 0 ? (double) counts->good / all : 0;
}

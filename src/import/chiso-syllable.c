/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Vietnamese syllable is an onset, a rhyme and a tone, and there are few of each: a text read in
 * the wrong encoding makes words that are none. This file holds these lists and counts; what
 * follows from the counts is the caller's. */

#include "chiso-syllable.h"

#include <string.h>

/* Longer runs of letters are no syllable; keeps a word of a megabyte from costing anything. */
#define MAX_LETTERS 8
/* Letters of the longest onset. */
#define MAX_ONSET 3

static const char *const onsets[] = { "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th",
                                      "tr",  "b",  "c",  "d",  "đ",  "g",  "h",  "k",  "l",  "m",
                                      "n",   "p",  "q",  "r",  "s",  "t",  "v",  "x" };

/* Without tone. */
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

/* Letters, the first lowest; 0 behind the last. */
typedef struct
{
  guint64 low, high;
} Key;

#define KEY_LETTERS 8

/* A set of keys: an open-addressing table, at most half full. */
#define N_SLOTS 512

typedef struct
{
  Key slots[N_SLOTS];
} KeySet;

/* What a character is in a word. Nearly all are letters with at most one tone, which are looked up here. */
typedef struct
{
  guint16 lower; /* composed, as it is */
  guint16 bare;  /* without its tone; 0 for a tone alone */
  guint16 tone;  /* combining mark, or 0 */
  guint8 kind;
} Letter;

enum
{
  KIND_UNKNOWN, /* to be worked out */
  KIND_LETTER,
  KIND_MARK,  /* combining */
  KIND_OTHER, /* part of no word */
};

/* The letters of Vietnamese are below the first, and from the second on. */
#define N_LOW 0x370
#define ADDITIONAL 0x1E00
#define N_ADDITIONAL 0x100

/* Worked out once from what stands above. */
typedef struct
{
  Letter low[N_LOW];
  Letter additional[N_ADDITIONAL];
  KeySet onsets, rhymes, frequent;
} Tables;

/* One word with its tone apart. */
typedef struct
{
  Key whole;             /* lower case, composed */
  Key bare;              /* the same without tone */
  guint n_whole, n_bare; /* letters of these, of which only so many are kept */
  gunichar tone;         /* combining mark, or 0 */
  guint n_tones;
  guint n_letters;
  guint n_accented; /* characters beyond ASCII */
} Word;

static gboolean
is_tone (gunichar c)
{
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

/* What any program's typography puts between words, and so says nothing about the encoding. */
static gboolean
is_typographic (gunichar c)
{
  return c == 0xa0 || c == 0xb0 || c == 0xb2 || c == 0xb3 || c == 0xab || c == 0xbb || c == 0xd7
         || (c >= 0x2010 && c <= 0x2026) || c == 0x20ab || c == 0x20ac || c == 0x200b || c == 0xfeff
         || (c >= 0x2190 && c <= 0x25ff) || c == 0x2030;
}

/* Counts on past what is kept: a key that lost letters is never looked for. */
static inline void
add_to_key (Key *key, guint *n, gunichar c)
{
  guint64 letter = MIN (c, G_MAXUINT16);

  if (*n < KEY_LETTERS / 2)
    key->low |= letter << 16 * *n;
  else if (*n < KEY_LETTERS)
    key->high |= letter << 16 * (*n - KEY_LETTERS / 2);
  (*n)++;
}

static void
add_bare (Word *word, gunichar c)
{
  if (c != 0)
    add_to_key (&word->bare, &word->n_bare, c);
}

/* Adds what a letter or mark is made of: the rule for all of them. */
static void
add_parts (Word *word, gunichar c)
{
  gunichar parts[4];
  gunichar bare = 0;
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

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
          add_bare (word, bare);
          bare = parts[i];
        }
    }
  add_bare (word, bare);
}

static guint8
kind_of (gunichar c)
{
  if (g_unichar_ismark (c))
    return KIND_MARK;
  return g_unichar_isalpha (c) ? KIND_LETTER : KIND_OTHER;
}

static Letter
make_letter (gunichar c)
{
  Letter letter = { .lower = g_unichar_tolower (c), .kind = kind_of (c) };
  Word word = { 0 };

  if (letter.kind == KIND_OTHER)
    return letter;
  add_parts (&word, letter.lower);
  if (word.n_tones > 1 || word.n_bare > 1)
    letter.kind = KIND_UNKNOWN;
  letter.bare = (guint16) word.bare.low;
  letter.tone = (guint16) word.tone;
  return letter;
}

static inline guint
slot_of (Key key)
{
  return (key.low * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)
          ^ key.high * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F))
         >> 55;
}

/* Where key stands, or would. */
static inline guint
find_key (const KeySet *set, Key key)
{
  guint slot = slot_of (key);

  while ((set->slots[slot].low != key.low || set->slots[slot].high != key.high)
         && set->slots[slot].low != 0)
    slot = (slot + 1) % N_SLOTS;
  return slot;
}

static inline gboolean
has_key (const KeySet *set, Key key)
{
  return key.low != 0 && set->slots[find_key (set, key)].low != 0;
}

static void
fill (KeySet *set, const char *const *texts, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      Key key = { 0 };
      guint length = 0;

      for (const char *p = texts[i]; *p != '\0'; p = g_utf8_next_char (p))
        add_to_key (&key, &length, g_utf8_get_char (p));
      set->slots[find_key (set, key)] = key;
    }
}

static const Tables *
get_tables (void)
{
  static Tables tables;
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint c = 0; c < N_LOW; c++)
        tables.low[c] = make_letter (c);
      for (guint c = 0; c < N_ADDITIONAL; c++)
        tables.additional[c] = make_letter (ADDITIONAL + c);
      fill (&tables.onsets, onsets, G_N_ELEMENTS (onsets));
      fill (&tables.rhymes, rhymes, G_N_ELEMENTS (rhymes));
      fill (&tables.frequent, frequent, G_N_ELEMENTS (frequent));
      g_once_init_leave (&made, 1);
    }
  return &tables;
}

/* The letter that c is where that is known, else what it is worked out to be. */
static inline Letter
letter_of (const Tables *tables, gunichar c)
{
  if (c < N_LOW)
    return tables->low[c];
  if (c >= ADDITIONAL && c < ADDITIONAL + N_ADDITIONAL)
    return tables->additional[c - ADDITIONAL];
  return (Letter){ .kind = KIND_UNKNOWN };
}

static inline void
add_character (Word *word, gunichar c, Letter letter, guint kind)
{
  word->n_accented += c >= 0x80;
  word->n_letters += kind == KIND_LETTER;
  if (word->n_letters > MAX_LETTERS)
    return;
  if (letter.kind == KIND_UNKNOWN)
    {
      c = g_unichar_tolower (c);
      add_to_key (&word->whole, &word->n_whole, c);
      add_parts (word, c);
      return;
    }
  add_to_key (&word->whole, &word->n_whole, letter.lower);
  add_bare (word, letter.bare);
  word->tone = letter.tone != 0 ? letter.tone : word->tone;
  word->n_tones += letter.tone != 0;
}

/* Whether the letters of a syllable behind its first skipped ones are a rhyme that takes its tone. */
static gboolean
is_rhyme (const Tables *tables, const Word *word, guint skipped)
{
  guint n = word->n_bare - skipped;
  guint64 letters = skipped == 0
                        ? word->bare.low
                        : word->bare.low >> 16 * skipped | word->bare.high << (64 - 16 * skipped);
  guint last, before;

  /* The longest has four. */
  if (n == 0 || n > KEY_LETTERS / 2)
    return FALSE;
  last = letters >> 16 * (n - 1) & 0xFFFF;
  before = n > 1 ? letters >> 16 * (n - 2) & 0xFFFF : 0;
  /* A syllable that ends in a stop has one of two tones. */
  if ((last == 'c' || last == 'p' || last == 't' || (last == 'h' && before == 'c'))
      && word->tone != 0x301 && word->tone != 0x323)
    return FALSE;
  return has_key (&tables->rhymes, (Key){ letters, 0 });
}

static gboolean
is_syllable (const Tables *tables, const Word *word)
{
  if (word->n_letters > MAX_LETTERS || word->n_tones > 1 || word->n_bare > KEY_LETTERS)
    return FALSE;
  for (guint n = 0; n <= MAX_ONSET && n < word->n_bare; n++)
    {
      Key onset = { word->bare.low & ((G_GUINT64_CONSTANT (1) << 16 * n) - 1), 0 };

      if ((n == 0 || has_key (&tables->onsets, onset)) && is_rhyme (tables, word, n))
        return TRUE;
    }
  return FALSE;
}

static void
end_word (const Tables *tables, const Word *word, ChisoSyllables *counts)
{
  if (word->n_accented == 0)
    return;
  /* Two letters that are no syllable, "đc", "Đ", are abbreviations of reports. */
  if (!is_syllable (tables, word)
      && !((word->bare.low & 0xFFFF) == 0x111 && word->n_letters <= 2 && word->n_accented == 1))
    {
      counts->bad += word->n_accented;
      return;
    }
  counts->good += word->n_accented;
  if (word->n_whole <= KEY_LETTERS && has_key (&tables->frequent, word->whole))
    counts->frequent += word->n_accented;
}

/* Counts the word at p, and what stands behind it; returns what comes then. */
static const char *
count_word (const Tables *tables, const char *p, const char *end, ChisoSyllables *counts)
{
  Word word = { 0 };

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      Letter letter = letter_of (tables, c);
      guint kind = letter.kind != KIND_UNKNOWN ? letter.kind : kind_of (c);

      if (kind != KIND_OTHER)
        {
          add_character (&word, c, letter, kind);
          continue;
        }
      counts->bad += c >= 0x80 && !is_typographic (c);
      p = g_utf8_next_char (p);
      break;
    }
  end_word (tables, &word, counts);
  return MIN (p, end);
}

ChisoSyllables
chiso_syllables_count (const char *text, gsize length)
{
  const Tables *tables = get_tables ();
  ChisoSyllables counts = { 0 };
  const char *end = text + length, *word = text;

  /* Words of plain ASCII, and what stands between them, are passed over. */
  for (const char *p = text; p < end;)
    if ((guchar) *p >= 0x80)
      word = p = count_word (tables, word, end, &counts);
    else if (!g_ascii_isalpha (*p++))
      word = p;
  return counts;
}

double
chiso_syllables_share (const ChisoSyllables *counts)
{
  guint all = counts->good + counts->bad;

  return all > 0 ? (double) counts->good / all : 0;
}

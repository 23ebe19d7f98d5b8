/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexer. One pass over the bytes; a word is folded only the first time that it is met, later ones
 * are recognised by their bytes, eight at a time. What words mean is not its concern. */

#include "chiso-lexer.h"

#include <string.h>

/* What is known of a form of a word once it has been folded: a cache by the form's bytes, some places for
 * each hash. A longer word is folded each time. */
#define MAX_FORM 16
#define N_PLACES 4

typedef struct
{
  guint64 bytes[MAX_FORM / 8]; /* the first byte lowest, padded with zeros; 0 is empty */
  guint16 word;
  guint8 flags;
} Form;

struct _ChisoLexer
{
  const ChisoVocabulary *vocabulary;
  Form *forms;
  guint shift; /* leaves as many bits of a hash as number the forms */
};

/* One text while it is read. */
typedef struct
{
  ChisoLexer *lexer;
  const char *text;
  const char *end;
  GArray *tokens;
  ChisoToken *next, *limit; /* where the next token goes, and the end of what is allocated */
  gboolean has_cells;
} Run;

static guint8
case_flags (const char *word, gsize length)
{
  guint8 flags = 0;
  guint letters = 0, upper = 0;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (g_unichar_isupper (c))
        {
          upper++;
          if (letters == 0)
            flags |= CHISO_TOKEN_CAPITAL;
        }
      letters++;
    }
  return letters >= 2 && upper == letters ? flags | CHISO_TOKEN_UPPER : flags;
}

static void
fold_form (const ChisoLexer *self, const char *word, gsize length, Form *form)
{
  form->word = chiso_vocabulary_find (self->vocabulary, word, length);
  form->flags = case_flags (word, length);
}

static inline gboolean
has_bytes (const Form *form, const guint64 *bytes)
{
  return form->bytes[0] == bytes[0] && form->bytes[1] == bytes[1];
}

/* The first of the places for the form of those bytes; the others are its neighbours. */
static inline guint
place_of_form (const ChisoLexer *self, const guint64 *bytes)
{
  guint64 hash = (bytes[0] * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15))
                 ^ (bytes[1] * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F));

  return hash >> self->shift;
}

/* The form of a word, of at most MAX_FORM bytes, that is known; else NULL. */
static inline const Form *
known_form (const ChisoLexer *self, const guint64 *bytes)
{
  guint place = place_of_form (self, bytes);

  /* Nearly always the first. */
  for (guint k = 0; k < N_PLACES; k++)
    if (has_bytes (&self->forms[place ^ k], bytes))
      return &self->forms[place ^ k];
  return NULL;
}

/* The form of any word, folded unless it is known. */
static Form
form_of (ChisoLexer *self, const char *word, gsize length)
{
  guint64 bytes[MAX_FORM / 8] = { 0 };
  const Form *known;
  Form form = { { 0 } };
  guint place;

  if (length > MAX_FORM)
    {
      fold_form (self, word, length, &form);
      return form;
    }
  memcpy (bytes, word, length);
  form.bytes[0] = GUINT64_FROM_LE (bytes[0]);
  form.bytes[1] = GUINT64_FROM_LE (bytes[1]);
  known = known_form (self, form.bytes);
  if (known != NULL)
    return *known;
  fold_form (self, word, length, &form);
  /* Words that share a hash do not drive each other out. */
  place = place_of_form (self, form.bytes);
  for (guint k = 1; k < N_PLACES && self->forms[place].bytes[0] != 0; k++)
    place ^= k ^ (k - 1);
  self->forms[place] = form;
  return form;
}

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* How many of eight bytes, the first one lowest, are ASCII letters or not ASCII, before one is neither. */
static inline guint
count_word_bytes (guint64 bytes)
{
  guint64 lower = (bytes | EACH_BYTE (0x20)) & EACH_BYTE (0x7F);
  guint64 from_a = lower + EACH_BYTE (0x80 - 'a'), behind_z = lower + EACH_BYTE (0x7F - 'z');
  guint64 others = ~((from_a & ~behind_z) | bytes) & EACH_BYTE (0x80);

  return others == 0 ? 8 : __builtin_ctzll (others) / 8;
}

/* The bytes at p up to one that ends any word, where that is known as a word; else NULL. Whatever runs on
 * until there is one word or begins with something else than a letter, and that is never known. */
static inline const Form *
find_word (const ChisoLexer *self, const char *p, guint *length)
{
  guint64 bytes[MAX_FORM / 8];
  guint n;

  memcpy (bytes, p, MAX_FORM);
  bytes[0] = GUINT64_FROM_LE (bytes[0]);
  n = count_word_bytes (bytes[0]);
  if (n < 8)
    {
      bytes[0] &= (G_GUINT64_CONSTANT (1) << n * 8) - 1;
      bytes[1] = 0;
      *length = n;
      return n == 0 ? NULL : known_form (self, bytes);
    }
  bytes[1] = GUINT64_FROM_LE (bytes[1]);
  n = count_word_bytes (bytes[1]);
  if (n == 8)
    return NULL;
  bytes[1] &= (G_GUINT64_CONSTANT (1) << n * 8) - 1;
  *length = 8 + n;
  return known_form (self, bytes);
}

/* Dashes, quotes, spaces and ellipses as one character each. */
static gunichar
even_out (gunichar c)
{
  switch (c)
    {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
    case 0x2033:
      return '"';
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x60:
    case 0xB4:
      return '\'';
    case 0x2022:
    case 0x25CF:
    case 0x25AA:
    case 0xB7:
    case 0x2023:
    case 0x25A0:
      return '*';
    case 0x2044:
    case 0x2215:
    case 0xFF0F:
      return '/';
    case 0xFF0C:
      return ',';
    case 0xFF05:
      return '%';
    default:
      return c;
    }
}

static void
grow_tokens (Run *run)
{
  guint n = run->next - (ChisoToken *) run->tokens->data;

  g_array_set_size (run->tokens, n * 2 + 256);
  run->next = (ChisoToken *) run->tokens->data + n;
  run->limit = (ChisoToken *) run->tokens->data + run->tokens->len;
}

static inline void
push (Run *run, ChisoTokenKind kind, const char *start, const char *end, guint16 word, guint8 flags,
      gunichar mark)
{
  if (run->next == run->limit)
    grow_tokens (run);
  *run->next++ = (ChisoToken){ start - run->text, end - run->text, word, kind, flags, mark };
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* What a byte begins. The letters of Vietnamese, composed or not, are told by their first bytes; all
 * other letters are looked up. */
enum
{
  BYTE_OTHER = 0, /* white space and controls */
  BYTE_LETTER = 1,
  BYTE_LETTER_OF_2 = 2, /* U+0100 to U+027F */
  BYTE_LATIN_1 = 4,     /* letters but for the signs of multiplication and division */
  BYTE_UNKNOWN = 5,     /* what the tables of Unicode say */
  BYTE_DIGIT = 6,
  BYTE_MARK = 7, /* ASCII that is none of these */
};

static const guint8 byte_kinds[256] = {
  ['!' ... '/'] = BYTE_MARK,          ['0' ... '9'] = BYTE_DIGIT,     [':' ... '@'] = BYTE_MARK,
  ['A' ... 'Z'] = BYTE_LETTER,        ['[' ... '`'] = BYTE_MARK,      ['a' ... 'z'] = BYTE_LETTER,
  ['{' ... '~'] = BYTE_MARK,          [0x80 ... 0xC2] = BYTE_UNKNOWN, [0xC3] = BYTE_LATIN_1,
  [0xC4 ... 0xC9] = BYTE_LETTER_OF_2, [0xCA ... 0xFF] = BYTE_UNKNOWN,
};

/* Bytes of the letter at p, 0 for no letter. */
static inline guint
letter_length (const char *p)
{
  const guchar *byte = (const guchar *) p;
  guint kind = byte_kinds[byte[0]];

  if (kind <= BYTE_LETTER_OF_2)
    return kind;
  if (kind >= BYTE_DIGIT)
    return 0;
  if (kind == BYTE_LATIN_1)
    return byte[1] == 0x97 || byte[1] == 0xB7 ? 0 : 2;
  /* U+1E00 to U+1EFF */
  if (byte[0] == 0xE1 && byte[1] >= 0xB8 && byte[1] <= 0xBB)
    return 3;
  return is_letter (g_utf8_get_char (p)) ? g_utf8_skip[byte[0]] : 0;
}

static inline const char *
lex_letters (const Run *run, const char *start)
{
  const char *p = start;
  guint n;

  while (p < run->end && (n = letter_length (p)) > 0)
    p += n;
  return p;
}

/* Characters of no width or meaning, which stand between tokens as spaces do. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF
         || (c >= 0x200B && c <= 0x200F) || c == 0x2060;
}

/* White space from start; sets *break_mark when it holds line ends. A page's end and a line end
 * inside a paragraph count as line ends, a carriage return only where no line feed follows. */
static const char *
skip_space (const Run *run, const char *start, gunichar *break_mark)
{
  const char *p = start;
  guint lines = 0;

  while (p < run->end)
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);

      if (c == ' ')
        {
          p++;
          continue;
        }
      if (c == '\n' || c == '\f' || c == '\v' || c == 0x2028
          || (c == '\r' && !(p + 1 < run->end && p[1] == '\n')))
        lines++;
      else if (c == 0x2029)
        lines += 2;
      else if (!is_blank (c))
        break;
      p = g_utf8_next_char (p);
    }
  *break_mark = lines == 0 ? 0 : lines == 1 ? '\n' : 'P';
  return p;
}

/* What a token behind that white space is told of it. */
static guint8
gap_flags (const char *start, const char *end)
{
  guint spaces = 0;

  if (end - start == 1)
    return *start == '\t' ? CHISO_TOKEN_TAB | CHISO_TOKEN_GAP : 0;
  for (const char *p = start; p < end; p++)
    {
      if (*p == '\t')
        return CHISO_TOKEN_TAB | CHISO_TOKEN_GAP;
      spaces += *p == ' ';
    }
  return spaces >= 2 ? CHISO_TOKEN_GAP : 0;
}

ChisoLexer *
chiso_lexer_new (const ChisoVocabulary *vocabulary, guint n_forms)
{
  ChisoLexer *self = g_new0 (ChisoLexer, 1);

  g_return_val_if_fail (n_forms >= N_PLACES && (n_forms & (n_forms - 1)) == 0, NULL);

  self->vocabulary = vocabulary;
  self->forms = g_new0 (Form, n_forms);
  self->shift = 64 - g_bit_storage (n_forms - 1);
  return self;
}

void
chiso_lexer_free (ChisoLexer *self)
{
  g_free (self->forms);
  g_free (self);
}

/* A break, white space or a mark beyond ASCII at p; returns what stands behind it. */
static const char *
lex_other (Run *run, const char *p, guint8 *glued)
{
  gunichar mark, c;
  const char *next = skip_space (run, p, &mark);

  if (next > p)
    {
      if (mark != 0)
        push (run, CHISO_TOKEN_BREAK, p, next, 0, 0, mark);
      *glued = mark == 0 ? gap_flags (p, next) : 0;
      run->has_cells |= *glued != 0;
      return next;
    }
  c = g_utf8_get_char (p);
  next = g_utf8_next_char (p);
  push (run, CHISO_TOKEN_PUNCT, p, next, 0, *glued, even_out (c));
  *glued = CHISO_TOKEN_GLUED;
  return next;
}

/* Whether the character at p is neither white space nor blank, as far as its first bytes tell. */
static inline gboolean
is_surely_visible (const char *p)
{
  const guchar *byte = (const guchar *) p;
  guint kind = byte_kinds[byte[0]];

  return (kind != BYTE_OTHER && kind != BYTE_UNKNOWN)
         || (byte[0] == 0xE1 && byte[1] >= 0xB8 && byte[1] <= 0xBB);
}

/* Letters at p; where there are none, whatever stands there. Returns what stands behind it. */
static inline const char *
lex_word (Run *run, const char *p, guint8 *glued)
{
  const char *next;
  guint n;
  Form form;

  if (run->end - p > MAX_FORM)
    {
      const Form *known = find_word (run->lexer, p, &n);

      /* Nearly always. */
      if (known != NULL)
        {
          push (run, CHISO_TOKEN_WORD, p, p + n, known->word, known->flags | *glued, 0);
          *glued = CHISO_TOKEN_GLUED;
          return p + n;
        }
    }
  next = lex_letters (run, p);
  if (next == p)
    return lex_other (run, p, glued);
  form = form_of (run->lexer, p, next - p);
  push (run, CHISO_TOKEN_WORD, p, next, form.word, form.flags | *glued, 0);
  *glued = CHISO_TOKEN_GLUED;
  return next;
}

static inline const char *
lex_digits (Run *run, const char *p, guint8 *glued)
{
  const char *next = p;

  while (next < run->end && byte_kinds[(guchar) *next] == BYTE_DIGIT)
    next++;
  push (run, CHISO_TOKEN_DIGITS, p, next, 0, *glued, 0);
  *glued = CHISO_TOKEN_GLUED;
  return next;
}

static inline const char *
lex_mark (Run *run, const char *p, guint8 *glued)
{
  push (run, CHISO_TOKEN_PUNCT, p, p + 1, 0, *glued, *p == '`' ? '\'' : *p);
  run->has_cells |= *p == '|';
  *glued = CHISO_TOKEN_GLUED;
  return p + 1;
}

gboolean
chiso_lexer_read (ChisoLexer *self, const char *text, gsize length, GArray *tokens)
{
  Run run = { .lexer = self,
              .text = text,
              .end = text + length,
              .tokens = tokens,
              .next = (ChisoToken *) tokens->data,
              .limit = (ChisoToken *) tokens->data };
  const char *p = text;
  guint8 glued = 0;

  if (tokens->len > 0)
    run.limit += tokens->len;

  while (p < run.end)
    {
      /* One space says no more than that what follows is not glued. Without a branch: whether there is one is
       * the least certain thing in a text. */
      if (*p == ' ' && p + 1 < run.end && is_surely_visible (p + 1))
        {
          p++;
          glued = 0;
        }
      switch (byte_kinds[(guchar) *p])
        {
        case BYTE_OTHER:
          p = lex_other (&run, p, &glued);
          break;
        case BYTE_DIGIT:
          p = lex_digits (&run, p, &glued);
          break;
        case BYTE_MARK:
          p = lex_mark (&run, p, &glued);
          break;
        default:
          p = lex_word (&run, p, &glued);
          break;
        }
    }
  push (&run, CHISO_TOKEN_BREAK, run.end, run.end, 0, 0, 'P');
  g_array_set_size (tokens, run.next - (ChisoToken *) tokens->data);
  return run.has_cells;
}

GArray *
chiso_lex (const ChisoVocabulary *vocabulary, const char *text, gsize length)
{
  g_autoptr (ChisoLexer) lexer = chiso_lexer_new (vocabulary, length < 256 ? 16 : 1024);
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (ChisoToken));

  chiso_lexer_read (lexer, text, length, tokens);
  return tokens;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexer and its vocabulary. One pass over the bytes; a word is folded only the first time that
 * it is met, later ones are recognised by their bytes. */

#include "chiso-lexer.h"

#include "chiso-fold.h"

#include <string.h>

struct _ChisoVocabulary
{
  GHashTable *numbers; /* folded word -> number */
  guint16 next;
};

ChisoVocabulary *
chiso_vocabulary_new (void)
{
  static const char *const words[] = {
    NULL,
#define W(name, text) text,
#include "chiso-words.def"
#undef W
  };
  ChisoVocabulary *self = g_new0 (ChisoVocabulary, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->next = 1;
  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    {
      guint16 number = chiso_vocabulary_add (self, words[i], strlen (words[i]));

      /* Each listed word must be new, or the constants would be off by one. */
      g_assert (number == i);
    }
  return self;
}

void
chiso_vocabulary_free (ChisoVocabulary *self)
{
  g_hash_table_unref (self->numbers);
  g_free (self);
}

guint16
chiso_vocabulary_add (ChisoVocabulary *self, const char *word, gsize length)
{
  g_autoptr (GString) key = g_string_sized_new (32);
  gpointer found;

  chiso_fold_word (word, length, key);
  found = g_hash_table_lookup (self->numbers, key->str);
  if (found != NULL)
    return GPOINTER_TO_UINT (found);
  g_assert (self->next < G_MAXUINT16);
  g_hash_table_insert (self->numbers, g_strdup (key->str), GUINT_TO_POINTER ((guint) self->next));
  return self->next++;
}

guint16
chiso_vocabulary_find (const ChisoVocabulary *self, const char *word, gsize length)
{
  g_autoptr (GString) key = g_string_sized_new (32);

  chiso_fold_word (word, length, key);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key->str));
}

/* What is known of a form of a word once it has been folded: a direct-mapped cache by the form's
 * bytes. A longer word is folded each time. */
#define MAX_FORM 16

typedef struct
{
  guint64 bytes[MAX_FORM / 8]; /* padded with zeros */
  guint16 word;
  guint8 length; /* 0: empty */
  guint8 flags;
} Form;

struct _ChisoLexer
{
  const ChisoVocabulary *vocabulary;
  GString *key;
  Form *forms;
  guint n_forms;
};

/* One text while it is read. */
typedef struct
{
  ChisoLexer *lexer;
  const char *text;
  const char *end;
  GArray *tokens;
  guint n_tokens;
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
fold_form (ChisoLexer *self, const char *word, gsize length, Form *form)
{
  chiso_fold_word (word, length, self->key);
  form->word = GPOINTER_TO_UINT (g_hash_table_lookup (self->vocabulary->numbers, self->key->str));
  form->flags = case_flags (word, length);
}

static inline gboolean
is_form (const Form *form, const guint64 *bytes, gsize length)
{
  return form->length == length && form->bytes[0] == bytes[0] && form->bytes[1] == bytes[1];
}

static inline void
look_up_form (ChisoLexer *self, const char *word, gsize length, Form *out)
{
  guint64 bytes[MAX_FORM / 8] = { 0 };
  guint64 hash;
  Form *form;

  if (length > MAX_FORM)
    {
      fold_form (self, word, length, out);
      return;
    }
  memcpy (bytes, word, length);
  hash = (bytes[0] * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15))
         ^ (bytes[1] * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F));
  form = &self->forms[(hash >> 40 ^ hash >> 20) & (self->n_forms - 1)];
  if (!is_form (form, bytes, length))
    {
      /* Two places for each hash: two words that share one do not drive each other out. */
      Form *first = form;

      form = &self->forms[(first - self->forms) ^ 1];
      if (!is_form (form, bytes, length) && first->length == 0)
        form = first;
    }
  if (!is_form (form, bytes, length))
    {
      fold_form (self, word, length, form);
      form->length = length;
      form->bytes[0] = bytes[0];
      form->bytes[1] = bytes[1];
    }
  out->word = form->word;
  out->flags = form->flags;
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

static inline void
push (Run *run, ChisoTokenKind kind, const char *start, const char *end, guint16 word, guint8 flags,
      gunichar mark)
{
  if (run->n_tokens == run->tokens->len)
    g_array_set_size (run->tokens, run->tokens->len * 2 + 256);
  g_array_index (run->tokens, ChisoToken, run->n_tokens++) = (ChisoToken){
    start - run->text, end - run->text, word, kind, flags, mark
  };
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Bytes of the letter at p, 0 for no letter. The letters of Vietnamese, composed or not, are told by
 * their first bytes; all others are looked up. */
static inline guint
letter_length (const char *p)
{
  const guchar *byte = (const guchar *) p;

  if (byte[0] < 0x80)
    return g_ascii_isalpha (byte[0]) ? 1 : 0;
  /* U+00C0 to U+027F but for the signs of multiplication and division. */
  if (byte[0] >= 0xC3 && byte[0] <= 0xC9)
    return byte[0] == 0xC3 && (byte[1] == 0x97 || byte[1] == 0xB7) ? 0 : 2;
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

ChisoLexer *
chiso_lexer_new (const ChisoVocabulary *vocabulary, guint n_forms)
{
  ChisoLexer *self = g_new0 (ChisoLexer, 1);

  g_return_val_if_fail (n_forms > 0 && (n_forms & (n_forms - 1)) == 0, NULL);

  self->vocabulary = vocabulary;
  self->key = g_string_sized_new (64);
  self->forms = g_new0 (Form, n_forms);
  self->n_forms = n_forms;
  return self;
}

void
chiso_lexer_free (ChisoLexer *self)
{
  g_string_free (self->key, TRUE);
  g_free (self->forms);
  g_free (self);
}

/* A mark, a break or white space at p; returns what stands behind it. */
static const char *
lex_other (Run *run, const char *p, guint8 *glued)
{
  gunichar mark, c;
  const char *next = skip_space (run, p, &mark);

  if (next > p)
    {
      if (mark != 0)
        push (run, CHISO_TOKEN_BREAK, p, next, 0, 0, mark);
      *glued = 0;
      return next;
    }
  c = g_utf8_get_char (p);
  next = g_utf8_next_char (p);
  push (run, CHISO_TOKEN_PUNCT, p, next, 0, *glued, even_out (c));
  *glued = CHISO_TOKEN_GLUED;
  return next;
}

void
chiso_lexer_read (ChisoLexer *self, const char *text, gsize length, GArray *tokens)
{
  Run run = { .lexer = self, .text = text, .end = text + length, .tokens = tokens };
  const char *p = text;
  guint8 glued = 0;

  while (p < run.end)
    {
      const char *next;

      if (*p == ' ' && p + 1 < run.end && (guchar) p[1] > ' ' && (guchar) p[1] < 0x7F)
        {
          /* The usual gap between words. */
          glued = 0;
          p++;
          continue;
        }
      if (g_ascii_isdigit (*p))
        {
          for (next = p; next < run.end && g_ascii_isdigit (*next); next++)
            ;
          push (&run, CHISO_TOKEN_DIGITS, p, next, 0, glued, 0);
        }
      else if (letter_length (p) > 0)
        {
          Form form;

          next = lex_letters (&run, p);
          look_up_form (self, p, next - p, &form);
          push (&run, CHISO_TOKEN_WORD, p, next, form.word, form.flags | glued, 0);
        }
      else
        {
          p = lex_other (&run, p, &glued);
          continue;
        }
      glued = CHISO_TOKEN_GLUED;
      p = next;
    }
  push (&run, CHISO_TOKEN_BREAK, run.end, run.end, 0, 0, 'P');
  g_array_set_size (tokens, run.n_tokens);
}

GArray *
chiso_lex (const ChisoVocabulary *vocabulary, const char *text, gsize length)
{
  g_autoptr (ChisoLexer) lexer = chiso_lexer_new (vocabulary, length < 256 ? 16 : 1024);
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (ChisoToken));

  chiso_lexer_read (lexer, text, length, tokens);
  return tokens;
}

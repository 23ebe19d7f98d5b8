/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexer and its vocabulary. One pass over the bytes; a word is folded only the first time that
 * it is met in a text, later ones are recognised by their bytes. */

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
 * bytes, which stay where they are in the text, so that nothing is copied. */
typedef struct
{
  guint32 start;
  guint32 length; /* 0: empty */
  guint16 word;
  guint8 flags;
} Form;

#define N_FORMS 4096

typedef struct
{
  const ChisoVocabulary *vocabulary;
  const char *text;
  const char *end;
  const char *cursor;
  GArray *tokens;
  GString *key;
  Form *forms;
} Lexer;

static guint32
hash_bytes (const char *bytes, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

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

static const Form *
look_up_form (Lexer *lexer, const char *word, gsize length)
{
  Form *form = &lexer->forms[hash_bytes (word, length) % N_FORMS];

  if (form->length == length && memcmp (lexer->text + form->start, word, length) == 0)
    return form;
  chiso_fold_word (word, length, lexer->key);
  form->start = word - lexer->text;
  form->length = length;
  form->word = GPOINTER_TO_UINT (g_hash_table_lookup (lexer->vocabulary->numbers, lexer->key->str));
  form->flags = case_flags (word, length);
  return form;
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
push (Lexer *lexer, ChisoTokenKind kind, const char *start, const char *end, guint16 word,
      guint8 flags, gunichar mark)
{
  ChisoToken token = { start - lexer->text, end - lexer->text, word, kind, flags, mark };

  g_array_append_val (lexer->tokens, token);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static const char *
lex_letters (Lexer *lexer, const char *start)
{
  const char *p = start;

  while (p < lexer->end)
    {
      guchar byte = *p;

      if (byte < 0x80)
        {
          if (!g_ascii_isalpha (byte))
            break;
          p++;
        }
      else if (is_letter (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      else
        break;
    }
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
skip_space (Lexer *lexer, const char *start, gunichar *break_mark)
{
  const char *p = start;
  guint lines = 0;

  while (p < lexer->end)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\f' || c == '\v' || c == 0x2028
          || (c == '\r' && !(p + 1 < lexer->end && p[1] == '\n')))
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

GArray *
chiso_lex (const ChisoVocabulary *vocabulary, const char *text, gsize length)
{
  Lexer lexer = { .vocabulary = vocabulary, .text = text, .end = text + length };
  const char *p = text;
  guint8 glued = 0;

  lexer.tokens = g_array_sized_new (FALSE, FALSE, sizeof (ChisoToken), length / 5 + 16);
  lexer.key = g_string_sized_new (64);
  lexer.forms = g_new0 (Form, N_FORMS);
  while (p < lexer.end)
    {
      gunichar c = g_utf8_get_char (p), mark;
      const char *next;

      if (g_ascii_isdigit (*p))
        {
          for (next = p; next < lexer.end && g_ascii_isdigit (*next); next++)
            ;
          push (&lexer, CHISO_TOKEN_DIGITS, p, next, 0, glued, 0);
        }
      else if (is_letter (c))
        {
          const Form *form;

          next = lex_letters (&lexer, p);
          form = look_up_form (&lexer, p, next - p);
          push (&lexer, CHISO_TOKEN_WORD, p, next, form->word, form->flags | glued, 0);
        }
      else
        {
          next = skip_space (&lexer, p, &mark);
          if (next > p)
            {
              if (mark != 0)
                push (&lexer, CHISO_TOKEN_BREAK, p, next, 0, 0, mark);
              glued = 0;
              p = next;
              continue;
            }
          next = g_utf8_next_char (p);
          push (&lexer, CHISO_TOKEN_PUNCT, p, next, 0, glued, even_out (c));
        }
      glued = CHISO_TOKEN_GLUED;
      p = next;
    }
  push (&lexer, CHISO_TOKEN_BREAK, lexer.end, lexer.end, 0, 0, 'P');
  g_free (lexer.forms);
  g_string_free (lexer.key, TRUE);
  return lexer.tokens;
}

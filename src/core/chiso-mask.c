/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that count nothing: of documents, telephones, streets, sessions, list items. Found by
 * their shape and the word before them. */

#include "chiso-mentions.h"

#include <stdlib.h>

typedef struct
{
  const ChisoToken *tokens;
  guint n;
  const char *text;
} Run;

static const ChisoToken *
at_token (const Run *run, guint i)
{
  return &run->tokens[MIN (i, run->n - 1)];
}

static gboolean
is_mark (const Run *run, guint i, gunichar mark)
{
  return at_token (run, i)->kind == CHISO_TOKEN_PUNCT && at_token (run, i)->mark == mark;
}

static gboolean
is_glued (const Run *run, guint i)
{
  return (at_token (run, i)->flags & CHISO_TOKEN_GLUED) != 0;
}

static gboolean
is_digits (const Run *run, guint i)
{
  return at_token (run, i)->kind == CHISO_TOKEN_DIGITS;
}

static gboolean
is_upper_word (const Run *run, guint i)
{
  const ChisoToken *token = at_token (run, i);

  return token->kind == CHISO_TOKEN_WORD && (token->flags & CHISO_TOKEN_CAPITAL);
}

/* A date d/m/y, d-m-y or d.m.y from i on: the tokens it takes, or 0. */
static guint
numeric_date (const Run *run, guint i)
{
  gunichar mark = at_token (run, i + 1)->mark;

  if (((mark == '/') | (mark == '-') | (mark == '.')) && is_digits (run, i)
      && is_digits (run, i + 2) && is_mark (run, i + 3, mark) && is_digits (run, i + 4))
    return 5;
  return 0;
}

/* Behind a document's number: ", ngày 18/3/2022" belongs to the document, not to the figures. */
static guint
document_date (const Run *run, guint i)
{
  guint start = i, n;

  if (is_mark (run, i, ',') || is_mark (run, i, '('))
    i++;
  if (at_token (run, i)->word == CHISO_W_NGAY)
    i++;
  else if (at_token (run, i)->kind == CHISO_TOKEN_WORD)
    return 0;
  n = numeric_date (run, i);
  return n > 0 && i > start ? i + n - start : 0;
}

/* "45/KH-VPĐP", "217-QĐ/TW", "201 - KH/TU", "01-NQ/TU": digits joined to capitals by slash or hyphen. */
static guint
document_code (const Run *run, guint i)
{
  guint j = i;

  if (!is_digits (run, j))
    return 0;
  j++;
  /* 202/2025/QH15 */
  if (is_mark (run, j, '/') && is_digits (run, j + 1) && is_mark (run, j + 2, '/')
      && is_upper_word (run, j + 3))
    j += 2;
  if (!is_mark (run, j, '/') && !is_mark (run, j, '-'))
    return 0;
  if (!is_upper_word (run, j + 1)
      || (at_token (run, j + 1)->end - at_token (run, j + 1)->start > 6
          && !(at_token (run, j + 1)->flags & CHISO_TOKEN_UPPER)))
    return 0;
  /* "5 - Tổ chức" is a list, "5-KH" is a code: with spaces the letters must all be capitals. */
  if (!is_glued (run, j + 1) && !(at_token (run, j + 1)->flags & CHISO_TOKEN_UPPER))
    return 0;
  if (is_mark (run, j, '-') && !(at_token (run, j + 1)->flags & CHISO_TOKEN_UPPER))
    return 0;
  j += 2;
  while ((is_mark (run, j, '/') || is_mark (run, j, '-')) && is_glued (run, j)
         && (is_upper_word (run, j + 1) || is_digits (run, j + 1)) && is_glued (run, j + 1))
    j += 2;
  while (is_digits (run, j) && is_glued (run, j))
    j++;
  return j - i;
}

static gboolean
is_year (const Run *run, guint i)
{
  const ChisoToken *token = at_token (run, i);
  int year;

  if (!is_digits (run, i) || token->end - token->start != 4)
    return FALSE;
  year = atoi (run->text + token->start);
  return year >= 1900 && year < 2100;
}

/* Digits joined by points, spaces or hyphens as telephones are: at least eight in all, led by 0 or 1. */
static guint
telephone (const Run *run, guint i, const ChisoToken *before)
{
  guint j = i, digits = 0, groups = 0;
  gboolean odd_group = FALSE;

  while (is_digits (run, j))
    {
      guint length = at_token (run, j)->end - at_token (run, j)->start;

      odd_group |= groups > 0 && length != 3;
      digits += length;
      groups++;
      j++;
      if ((is_mark (run, j, '.') || is_mark (run, j, '-')) && is_digits (run, j + 1))
        j++;
    }
  /* "(2019 - 2024)" */
  if (groups == 2 && is_year (run, i) && is_year (run, i + 2))
    return 0;
  if (digits >= 8 && groups >= 2 && odd_group)
    return j - i;
  if (before != NULL && (before->word == CHISO_W_THOAI || before->word == CHISO_W_HOTLINE)
      && digits >= 6)
    return j - i;
  return digits >= 9 && groups == 1 ? 1 : 0;
}

static gboolean
at_line_start (const Run *run, guint i)
{
  while (i > 0
         && (is_mark (run, i - 1, '-') || is_mark (run, i - 1, '*') || is_mark (run, i - 1, '+')))
    i--;
  return i == 0 || at_token (run, i - 1)->kind == CHISO_TOKEN_BREAK;
}

/* "1. ", "2.3. ", "4) " at the start of a line. */
static guint
list_number (const Run *run, guint i)
{
  guint j = i;

  if (!at_line_start (run, i) || !is_digits (run, i)
      || at_token (run, i)->end - at_token (run, i)->start > 2)
    return 0;
  while (is_digits (run, j) && is_mark (run, j + 1, '.') && is_glued (run, j + 1)
         && is_digits (run, j + 2) && is_glued (run, j + 2)
         && at_token (run, j + 2)->end - at_token (run, j + 2)->start <= 2)
    j += 2;
  if ((is_mark (run, j + 1, '.') || is_mark (run, j + 1, ')')) && is_glued (run, j + 1)
      && !is_glued (run, j + 2))
    return j + 2 - i;
  return j > i && at_token (run, j + 1)->kind == CHISO_TOKEN_WORD ? j + 1 - i : 0;
}

static gboolean
is_unit (guint phrase, gconstpointer grammar)
{
  return (chiso_grammar_classes (grammar, phrase) & CHISO_CLASS_BIT (CHISO_CLASS_UNIT)) != 0;
}

/* "tổ dân phố 9.655 buổi", "các huyện, thành phố 244 buổi": a count behind a list of places, where "khu phố 5" is
 * the number of one. */
static gboolean
counts_behind_kind (const ChisoGrammar *grammar, const Run *run, guint i)
{
  guint16 before = at_token (run, i - 1)->word, next = at_token (run, i + 1)->word;
  guint matched;

  if (before != CHISO_W_PHO && before != CHISO_W_TO && before != CHISO_W_KHOM)
    return FALSE;
  if (is_mark (run, i + 1, '.') && is_glued (run, i + 1) && is_digits (run, i + 2)
      && is_glued (run, i + 2) && at_token (run, i + 2)->end - at_token (run, i + 2)->start == 3)
    return TRUE;
  /* "hộ nghèo thành phố 1,78%" */
  if (is_mark (run, i + 1, '%')
      || (is_mark (run, i + 1, ',') && is_glued (run, i + 2) && is_digits (run, i + 2)
          && is_mark (run, i + 3, '%')))
    return TRUE;
  /* "khu phố 5 phường Phú Hài", "tổ 7 ấp Bình An" */
  if (chiso_place_opens (next) || is_upper_word (run, i + 2))
    return FALSE;
  return chiso_trie_match_if (grammar->words, run->tokens, run->n, i + 1, is_unit, grammar,
                              &matched)
         != 0;
}

/* "Nghị quyết số 77", "Bảng 1", "khóa 15", "lần thứ 17", "đường số 108", "tổ 17": the word before decides. */
static guint
behind_word (const ChisoGrammar *grammar, const Run *run, guint i)
{
  const ChisoToken *before = i > 0 ? at_token (run, i - 1) : NULL;
  guint back, matched;

  if (before == NULL || before->kind != CHISO_TOKEN_WORD || !is_digits (run, i))
    return 0;
  switch (before->word)
    {
    case CHISO_W_THU:
    case CHISO_W_KHOA:
    case CHISO_W_BANG:
    case CHISO_W_DIEU:
    case CHISO_W_KHOAN:
    case CHISO_W_NGO:
    case CHISO_W_LO:
    case CHISO_W_PHO:
    case CHISO_W_HANG2:
    case CHISO_W_TO:
    case CHISO_W_KHOM:
      if (counts_behind_kind (grammar, run, i))
        return 0;
      /* "đứng thứ 36/63" as a whole. */
      return is_mark (run, i + 1, '/') && is_digits (run, i + 2) ? 3 : 1;
    default:
      break;
    }
  if (before->word == CHISO_W_SO && i >= 2)
    {
      const ChisoToken *two = at_token (run, i - 2);

      if (two->word == CHISO_W_DUONG || two->word == CHISO_W_NHA || two->word == CHISO_W_LO
          || two->word == CHISO_W_TO)
        return 1;
    }
  /* "Số 4/2023" is an issue's or a document's, not a month. */
  if (before->word == CHISO_W_SO && is_mark (run, i + 1, '/') && is_glued (run, i + 1)
      && is_digits (run, i + 2) && at_token (run, i + 2)->end - at_token (run, i + 2)->start == 4
      && !(is_mark (run, i + 3, '/') || is_mark (run, i + 3, '.')))
    return 3;
  /* "Báo cáo 9 tháng", "Tổng kết chương trình 5 năm": how long, not which. */
  if (i + 1 < run->n
      && (at_token (run, i + 1)->word == CHISO_W_THANG
          || at_token (run, i + 1)->word == CHISO_W_NAM5))
    return 0;
  if (!(chiso_grammar_edges (grammar, before) & CHISO_ENDS_DOCUMENT)
      && !(before->word == CHISO_W_SO && i >= 2
           && (chiso_grammar_edges (grammar, at_token (run, i - 2)) & CHISO_ENDS_DOCUMENT)))
    return 0;
  /* A document noun right before the number, or before "số". */
  for (back = 1; back <= 6 && back <= i; back++)
    {
      guint number = chiso_trie_match (grammar->words, run->tokens, run->n, i - back, &matched);
      gboolean is_document = number != 0
                             && chiso_phrase_is (chiso_grammar_phrase (grammar, number),
                                                 CHISO_CLASS_DOCUMENT);

      if (is_document && (matched == back || (matched == back - 1 && before->word == CHISO_W_SO)))
        return 1;
    }
  return 0;
}

/* Fewer digits before a word than a telephone has: nothing but the word before them can tell. */
#define MAX_SHAPELESS 5

static gboolean
has_shape (const Run *run, guint i)
{
  return at_token (run, i + 1)->kind != CHISO_TOKEN_WORD
         || at_token (run, i)->end - at_token (run, i)->start > MAX_SHAPELESS;
}

guint
chiso_mask_scan (const ChisoGrammar *grammar, const ChisoToken *tokens, guint n_tokens, guint at,
                 const char *text)
{
  Run run = { tokens, n_tokens, text };
  guint n;

  if (tokens[at].kind != CHISO_TOKEN_DIGITS)
    return 0;
  if (has_shape (&run, at))
    {
      if ((n = list_number (&run, at)) > 0)
        return n;
      if ((n = document_code (&run, at)) > 0)
        return n + document_date (&run, at + n);
      if (numeric_date (&run, at) > 0)
        return 0;
      if ((n = telephone (&run, at, at > 0 ? &tokens[at - 1] : NULL)) > 0)
        return n;
    }
  n = behind_word (grammar, &run, at);
  return n == 0 ? 0 : n + document_date (&run, at + n);
}

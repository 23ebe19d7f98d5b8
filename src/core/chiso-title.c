/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The title of a report: the first heading that says what it is about, past what pages and offices
 * write above it. */

#include "chiso-fold.h"
#include "chiso-letterhead.h"
#include "chiso-reading.h"

#include <string.h>

/* Blocks in which a title may stand. */
#define MAX_TITLE_BLOCKS 9
#define MAX_TITLE_ITEMS 60
/* A line that names only a province: "TỈNH THỪA THIÊN HUẾ". */
#define MAX_PLACE_BYTES 24

static char *
block_text (const ChisoReading *self, guint first, guint last)
{
  const ChisoSentence *a = chiso_reading_sentence (self, first);
  const ChisoSentence *b = chiso_reading_sentence (self, last - 1);
  ChisoSpan span = chiso_mentions_span (self->mentions,
                                        chiso_mentions_item (self->mentions, a->first)->first,
                                        chiso_mentions_item (self->mentions, b->last - 1)->last);

  return g_strstrip (g_strndup (self->mentions->text + span.start, span.end - span.start));
}

/* The lines of a heading as one, the kind of the document set off from its subject. */
static char *
join_lines (const char *text, gboolean is_kind)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, is_kind && i == 1 ? ": " : " ");
      g_string_append (joined, lines[i]);
    }
  return g_string_free (joined, FALSE);
}

/* "BÁO CÁO", "THÔNG BÁO": the kind of the document, whose subject follows on the next line. */
static gboolean
is_kind_of_document (const ChisoReading *self, const ChisoSentence *sentence)
{
  return sentence->last - sentence->first == 1
         && chiso_mentions_is (self->mentions, sentence->first, CHISO_CLASS_DOCUMENT);
}

/* "Số: 215-BC/BDVTU" */
gboolean
chiso_title_is_number (const char *text)
{
  const char *p = text;

  if (!chiso_letterhead_begins (p, "số"))
    return FALSE;
  p += strlen ("số");
  p += strspn (p, " :.");
  return g_ascii_isdigit (*p);
}

/* A date, a page's own words, or letters of no Vietnamese word: nothing that a reader would call the
 * report by. */
static gboolean
is_page_furniture (const ChisoReading *self, const ChisoSentence *sentence, const char *text)
{
  static const char *const furniture[] = { "banner", "skip to",   "trang chủ",
                                           "menu",   "đăng nhập", "kính gửi" };
  gboolean ascii = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (furniture); i++)
    if (chiso_letterhead_begins (text, furniture[i]))
      return TRUE;
  if (chiso_title_is_number (text))
    return TRUE;
  for (guint i = sentence->first; i < sentence->last; i++)
    if (chiso_mentions_item (self->mentions, i)->kind == CHISO_ITEM_TIME
        && sentence->last - sentence->first <= 6)
      return TRUE;
  for (const char *p = text; *p != '\0' && ascii; p++)
    ascii = (guchar) *p < 0x80;
  return ascii;
}

/* An office above its document: "TỈNH ỦY NAM ĐỊNH", "TỈNH LÂM ĐỒNG". Capitals alone do not make one, since headlines are
 * set in them too. */
gboolean
chiso_title_is_office (const char *text)
{
  static const char *const offices[] = {
    "tinh uy",         "thanh uy",      "huyen uy",      "thi uy",
    "dang uy",         "dang bo",       "dang cong",     "cong hoa",
    "uy ban",          "ubnd",          "ubmttq",        "mttq",
    "mat tran",        "hdnd",          "hoi dong nhan", "hoi nong",
    "hoi lien",        "hoi cuu",       "ban dan",       "ban chi dao",
    "ban thuong",      "ban chap hanh", "ban to chuc",   "ban tuyen giao",
    "ban noi",         "ban tiep",      "so ",           "van phong",
    "doan dai",        "lien doan",     "thanh tra",     "cuc thong ke",
    "chi cuc",         "thong ke tinh", "thuong truc",   "dai phat thanh",
    "dai truyen hinh", "ban phap che",  "ban kinh te",
  };
  g_autofree char *folded = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80 ? g_ascii_islower (*p) : g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;
  folded = chiso_fold_search (text);
  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    if (*folded == *offices[i] && g_str_has_prefix (folded, offices[i]))
      return TRUE;
  return g_str_has_prefix (folded, "tinh ") && strlen (folded) < MAX_PLACE_BYTES;
}

/* "(Bản tin nội bộ số 31)": what is said beside a title. */
static gboolean
is_aside (const char *text)
{
  return text[0] == '(' && g_str_has_suffix (text, ")");
}

/* The sentence behind the block of s. */
static guint
next_block (const ChisoReading *self, guint s)
{
  guint block = chiso_reading_sentence (self, s)->block;

  while (s < self->sentences->len && chiso_reading_sentence (self, s)->block == block)
    s++;
  return s;
}

/* A title too long for a heading: near the top, one sentence, and without a full stop. */
static gboolean
is_long_title (const ChisoReading *self, guint s, guint n)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);

  return n > 0 && n < 4 && sentence->kind == CHISO_BLOCK_PARAGRAPH && next_block (self, s) == s + 1
         && sentence->last - sentence->first <= MAX_TITLE_ITEMS
         && !chiso_mentions_is_mark (self->mentions, sentence->last - 1, '.');
}

char *
chiso_reading_title (const ChisoReading *self)
{
  g_autofree char *first = NULL;

  for (guint s = 0, n = 0; s < self->sentences->len && n < MAX_TITLE_BLOCKS;
       s = next_block (self, s), n++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);
      guint end = next_block (self, s);
      g_autofree char *text = NULL;

      if (sentence->kind != CHISO_BLOCK_HEADING && !is_long_title (self, s, n))
        {
          if (n == 0)
            first = block_text (self, s, s + 1);
          continue;
        }
      text = block_text (self, s, end);
      if (is_kind_of_document (self, sentence) && end < self->sentences->len)
        {
          g_autofree char *subject = block_text (self, end, MIN (end + 1, next_block (self, end)));

          return g_strdup_printf ("%s: %s", text, subject);
        }
      if (is_page_furniture (self, sentence, text) || is_aside (text))
        continue;
      if (first == NULL)
        first = g_strdup (text);
      if (chiso_title_is_office (text))
        continue;
      return join_lines (text,
                         chiso_mentions_is (self->mentions, sentence->first, CHISO_CLASS_DOCUMENT));
    }
  return first != NULL ? join_lines (first, FALSE) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who issued a report, where its own head or signature says so: the body of its letterhead, or the
 * newspaper or portal of a line of its own. Looks only at the first and last lines; a body that running
 * text tells of, or a person's name, is never taken. */

#include "chiso-letterhead.h"
#include "chiso-reading.h"

#include <string.h>

#define MAX_HEAD_LINES 10
#define MAX_TAIL_LINES 4
/* Of a line, what can matter; a line in the signature is no longer. */
#define MAX_LINE 320
#define MAX_SIGNATURE 160
/* Words of an office that nothing but its own name tells from a headline. */
#define MAX_LONE_WORDS 8
#define MAX_SOURCE_WORDS 14

/* A line of the text, without the white space around it; never empty. */
typedef struct
{
  const char *start;
  gsize length;
  guint sentence;
} Line;

static char *
line_text (const Line *line)
{
  char *text = g_malloc (line->length + 1);

  memcpy (text, line->start, line->length);
  text[line->length] = '\0';
  return text;
}

/* A letterhead stands above such a line: number, motto, kind of document, place and day. */
static gboolean
is_document_line (const ChisoReading *self, const Line *line)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, line->sentence);
  g_autofree char *text = line_text (line);

  /* "Vĩnh Yên, ngày 15 tháng 01 năm 2024", unlike the bare date of an article. */
  return chiso_title_is_number (text) || chiso_letterhead_is_motto (text)
         || chiso_mentions_is (self->mentions, sentence->first, CHISO_CLASS_DOCUMENT)
         || (sentence->last - sentence->first <= MAX_LONE_WORDS
             && strstr (text, ", ngày ") != NULL);
}

static const char *
sentence_text (const ChisoReading *self, guint s, gsize *length)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);
  ChisoSpan span = chiso_mentions_span (
      self->mentions, chiso_mentions_item (self->mentions, sentence->first)->first,
      chiso_mentions_item (self->mentions, sentence->last - 1)->last);

  *length = span.end - span.start;
  return self->mentions->text + span.start;
}

static GArray *
new_lines (void)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (Line), 2 * MAX_HEAD_LINES);
}

/* Adds the line of n bytes at start, unless nothing or but a star stands in it. */
static void
add_line (GArray *lines, const char *start, gsize n, guint s)
{
  Line line;

  while (n > 0 && g_ascii_isspace (start[0]))
    start++, n--;
  while (n > 0 && g_ascii_isspace (start[n - 1]))
    n--;
  line = (Line){ start, n, s };
  if (n > 1 || (n == 1 && *start != '*'))
    g_array_append_val (lines, line);
}

/* The lines of sentence s, from its block's start, as far as they matter. */
static void
add_lines (const ChisoReading *self, guint s, GArray *lines)
{
  gsize all, length;
  const char *start = sentence_text (self, s, &all);

  length = MIN (all, MAX_LINE);
  while (length < all && (start[length] & 0xC0) == 0x80)
    length--;
  while (length > 0)
    {
      const char *end = memchr (start, '\n', length);
      gsize n = end != NULL ? (gsize) (end - start) : length;

      add_line (lines, start, n, s);
      start += n + (end != NULL);
      length -= n + (end != NULL);
    }
}

static gboolean
begins_with_any (const char *text, const char *const *prefixes)
{
  for (; *prefixes != NULL; prefixes++)
    if (chiso_letterhead_begins (text, *prefixes))
      return TRUE;
  return FALSE;
}

static gboolean
is_upper (const char *text)
{
  gboolean upper = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      upper |= g_unichar_isupper (c);
    }
  return upper;
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (const char *p = text; (p = strchr (p, ' ')) != NULL; p++)
    n++;
  return n;
}

/* The left column of a line, where the motto stands right of the office. */
static char *
left_column (const char *text, gboolean *motto)
{
  g_autofree char *bars = NULL;
  g_auto (GStrv) cells = NULL;
  char *wide;

  /* As nearly all. */
  if (strpbrk (text, "|\t") == NULL && strstr (text, "   ") == NULL)
    {
      gboolean is_motto = chiso_letterhead_is_motto (text);

      *motto |= is_motto;
      return g_strdup (is_motto ? "" : text);
    }
  bars = g_strdelimit (g_strdup (text), "|", '\t');
  while ((wide = strstr (bars, "   ")) != NULL)
    *wide = '\t';
  cells = g_strsplit (bars, "\t", -1);
  for (guint i = 0; cells[i] != NULL; i++)
    *motto |= chiso_letterhead_is_motto (g_strstrip (cells[i]));
  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0' && !chiso_letterhead_is_motto (cells[i]))
      return g_strdup (cells[i]);
  return g_strdup ("");
}

/* "SỞ LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI": the line before goes on in this one. */
static gboolean
goes_on (const GPtrArray *parts)
{
  static const char *const ends[] = { " -", " –", ",", " VÀ" };

  for (guint i = 0; parts->len > 0 && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (parts->pdata[parts->len - 1], ends[i]))
      return TRUE;
  return FALSE;
}

static void
join_last (GPtrArray *parts, const char *text)
{
  char *last = parts->pdata[parts->len - 1];

  parts->pdata[parts->len - 1] = g_strconcat (last, " ", text, NULL);
  g_free (last);
}

/* What ends the name of a source at p; 0 where nothing does. */
static gsize
separator_at (const char *p, const char *start)
{
  static const char *const marks[] = { ")", "(", "|", ";", ":", "\t", " - ", " – ", " — ", ", " };
  static const char *const words[] = { " ngày", " số ", " đăng ", " cập nhật", " ra ngày", NULL };

  if (strchr (")(|;:\t ,", *p) == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (p, marks[i]))
      {
        /* "Đài Phát thanh - Truyền hình", "Báo và Phát thanh, Truyền hình" */
        const char *behind = p + strlen (marks[i]);

        if (chiso_letterhead_begins (behind, "truyền hình")
            && p - start > (gssize) strlen ("phát thanh")
            && chiso_letterhead_begins (p - strlen ("phát thanh"), "phát thanh"))
          return 0;
        return strlen (marks[i]);
      }
  return *p == ' ' && begins_with_any (p, words) ? 1 : 0;
}

/* "Báo Sơn La", but no "Báo cáo"; "BÁO SƠN LA" only with the name of a province. */
static gboolean
is_name_of_paper (const ChisoReading *self, const char *name)
{
  const char *second = name + strlen ("báo ");

  if (!g_unichar_isupper (g_utf8_get_char (second)))
    return chiso_letterhead_begins (second, "và ") || chiso_letterhead_begins (second, "điện tử ");
  return !is_upper (name) || chiso_letterhead_ends_in_province (self->grammar->geo, name);
}

/* Every word of a newspaper's name is its own: "Báo Sơn La vừa tổ chức" is running text. */
static gboolean
has_running_words (const char *name)
{
  static const char *const allowed[] = { "và ",  "điện ",   "tử",     "tỉnh ", "phát ", "thanh",
                                         "hình", "truyền ", "thành ", "phố ",  NULL };

  for (const char *p = strchr (name, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (g_unichar_islower (g_utf8_get_char (p + 1)) && !begins_with_any (p + 1, allowed))
      return TRUE;
  return FALSE;
}

/* The source that text begins with: "Báo Sơn La, ngày 12/7/2023". open: it may be followed by what it
 * says, as in "Báo Sơn La - Sáng nay"; bracketed: it stands behind an opening bracket. */
static char *
source_name (const ChisoReading *self, const char *text, gboolean open, gboolean bracketed)
{
  static const char *const kinds[] = { "tạp chí ",       "đài phát thanh", "đài truyền hình",
                                       "đài ptth",       "đài pt-th",      "cổng ttđt",
                                       "cổng thông tin", "trang tin ",     "trang thông tin",
                                       "thông tấn xã",   "đài tiếng nói",  NULL };
  static const char *const days[] = { "ngày", "số ",     "thứ ",  "chủ nhật", "cập nhật",
                                      "đăng", "ra ngày", "tháng", NULL };
  gboolean paper = chiso_letterhead_begins (text, "báo ");
  g_autofree char *name = NULL;
  const char *p = text, *behind;
  gboolean dash;

  if (!paper && !begins_with_any (text, kinds))
    return NULL;
  while (*p != '\0' && separator_at (p, text) == 0)
    p = g_utf8_next_char (p);
  name = g_strstrip (g_strndup (text, p - text));
  dash = g_str_has_prefix (p, " - ") || g_str_has_prefix (p, " – ") || g_str_has_prefix (p, " — ");
  behind = p + strspn (p, " ,-|;:)(\t");
  while (g_str_has_prefix (behind, "–") || g_str_has_prefix (behind, "—"))
    behind += strlen ("–") + strspn (behind + strlen ("–"), " ");
  if (g_str_has_suffix (name, "."))
    {
      if (!bracketed)
        return NULL;
      name[strlen (name) - 1] = '\0';
    }
  if (count_words (name) > MAX_SOURCE_WORDS || count_words (name) < 2
      || (paper && (!is_name_of_paper (self, name) || has_running_words (name))))
    return NULL;
  if (!(*behind == '\0' || g_ascii_isdigit (*behind) || begins_with_any (behind, days)
        || (bracketed && *p == ')') || (open && dash)))
    return NULL;
  return is_upper (name) ? chiso_letterhead_lower (self->grammar->geo, name)
                         : g_steal_pointer (&name);
}

/* The same behind what leads to it: "(Theo Báo Sơn La)", "Nguồn: Cổng TTĐT tỉnh". */
static char *
source_of (const ChisoReading *self, const char *text, gboolean open)
{
  static const char *const leads[] = { "theo ", "nguồn tin:", "nguồn:", "nguồn " };
  gboolean bracketed = FALSE;

  text += strspn (text, "*# ");
  if (*text == '(')
    {
      text += 1 + strspn (text + 1, " ");
      if (strchr (text, ')') == NULL)
        return NULL;
      bracketed = TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (chiso_letterhead_begins (text, leads[i]))
      {
        text += strlen (leads[i]);
        text += strspn (text, " ");
      }
  return source_name (self, text, open, bracketed);
}

static char *
source_of_line (const ChisoReading *self, const Line *line, gboolean open)
{
  g_autofree char *text = NULL;
  gsize n = 0;

  while (n < line->length && strchr ("*# ", line->start[n]) != NULL)
    n++;
  /* No source begins with another letter, in either case; Đ is more than one byte. */
  if (n == line->length || strchr ("(tTbBcCnN\xC4", line->start[n]) == NULL)
    return NULL;
  text = line_text (line);
  return source_of (self, text, open);
}

/* As every line of a letterhead does, but for half of the motto, which says no office. */
static gboolean
begins_in_capitals (const char *text)
{
  const char *second = g_utf8_next_char (text);

  return g_unichar_isupper (g_utf8_get_char (text))
         && (!g_unichar_islower (g_utf8_get_char (second)) || chiso_letterhead_is_motto (text));
}

/* *sure: a number, a date or the kind of a document follows, as under every letterhead. */
static char *
letterhead (const ChisoReading *self, const GArray *lines, gboolean *sure)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const ChisoGeo *geo = self->grammar->geo;
  guint i = 0, behind = 0;
  const char *last;

  *sure = FALSE;
  for (; i < lines->len; i++)
    {
      g_autofree char *line = NULL, *text = NULL;

      line = line_text (&g_array_index (lines, Line, i));
      if (!begins_in_capitals (line))
        break;
      text = left_column (line, sure);

      if (*text == '\0')
        continue;
      if (goes_on (parts) && is_upper (text))
        join_last (parts, text);
      else if (chiso_title_is_office (text) || (parts->len > 0 && chiso_letterhead_is_place (text)))
        g_ptr_array_add (parts, g_steal_pointer (&text));
      else
        break;
    }
  if (parts->len == 0)
    return NULL;
  for (; i < lines->len && behind < 2; i++, behind++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *source = source_of_line (self, line, FALSE);

      *sure |= source == NULL && is_document_line (self, line);
    }
  last = parts->pdata[parts->len - 1];
  if (!*sure
      && (count_words (last) > MAX_LONE_WORDS || !chiso_letterhead_ends_in_province (geo, last)))
    return NULL;
  return chiso_letterhead_compose (geo, parts);
}

/* In the last lines, whole or in their last brackets. */
static char *
signature (const ChisoReading *self)
{
  g_autoptr (GArray) lines = new_lines ();

  for (guint k = 0; k < MAX_TAIL_LINES && k < self->sentences->len; k++)
    {
      guint s = self->sentences->len - 1 - k;
      gboolean opens = chiso_reading_sentence (self, s)->opens;
      gsize length;
      const char *start = sentence_text (self, s, &length);

      if (length > MAX_SIGNATURE || (!opens && memchr (start, '(', length) == NULL))
        continue;
      g_array_set_size (lines, 0);
      add_lines (self, s, lines);
      for (guint i = lines->len; i-- > 0;)
        {
          const Line *line = &g_array_index (lines, Line, i);
          g_autofree char *text = NULL;
          char *found = opens ? source_of_line (self, line, FALSE) : NULL;

          if (found == NULL && line->start[line->length - 1] == ')')
            {
              const char *bracket;

              text = line_text (line);
              bracket = strrchr (text, '(');
              found = bracket != NULL ? source_of (self, bracket, FALSE) : NULL;
            }
          if (found != NULL)
            return found;
        }
    }
  return NULL;
}

static GArray *
head_lines (const ChisoReading *self)
{
  GArray *lines = new_lines ();

  for (guint s = 0; s < self->sentences->len && lines->len < MAX_HEAD_LINES; s++)
    {
      if (!chiso_reading_sentence (self, s)->opens)
        continue;
      add_lines (self, s, lines);
      /* Behind the first paragraph there is no head. */
      if (lines->len > 0 && g_array_index (lines, Line, lines->len - 1).length > 200)
        break;
    }
  return lines;
}

char *
chiso_reading_publisher (const ChisoReading *self)
{
  g_autoptr (GArray) lines = head_lines (self);
  gboolean sure;
  g_autofree char *office = letterhead (self, lines, &sure);

  if (office != NULL && sure)
    return g_steal_pointer (&office);
  for (guint i = 0; i < lines->len; i++)
    {
      char *found = source_of_line (self, &g_array_index (lines, Line, i), i > 0);

      if (found != NULL)
        return found;
    }
  return office != NULL ? g_steal_pointer (&office) : signature (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages as they were saved: charset, title, publisher, address, date and the article's text.
 * Parses with libxml2's forgiving HTML parser, without network; never runs or fetches anything. */

#include "chiso-html.h"
#include "chiso-importer.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Where a page must show that it is one, and where it must name its charset. */
#define HEAD_BYTES 4096
/* Markup is larger than text, and a tree larger than markup: pages have a limit of their own. */
#define MAX_BYTES (16u * 1024 * 1024)

static const char *const suffixes[] = { ".html", ".htm", ".xhtml", NULL };

/* The first bytes in lower case and without NULs, so that UTF-16 reads like ASCII. */
static char *
head_of (const guint8 *bytes, gsize length)
{
  GString *head = g_string_new (NULL);

  for (gsize i = 0; i < MIN (length, HEAD_BYTES); i++)
    if (bytes[i] != 0)
      g_string_append_c (head, g_ascii_tolower (bytes[i]));
  return g_string_free (head, FALSE);
}

/* Behind byte-order mark, white space, declarations and comments. */
static const char *
skip_prologue (const char *p)
{
  for (;;)
    {
      const char *end = NULL;

      while (*p != '\0' && (g_ascii_isspace (*p) || (guint8) *p >= 0x80))
        p++;
      if (g_str_has_prefix (p, "<!--"))
        end = strstr (p, "-->");
      else if (g_str_has_prefix (p, "<?"))
        end = strstr (p, "?>");
      if (end == NULL)
        return p;
      p = strchr (end, '>') + 1;
    }
}

/* Whether what comes first, but for marks and white space, could open an element. */
static gboolean
begins_like_markup (const guint8 *bytes, gsize length)
{
  gsize i = 0;

  while (i < length && (bytes[i] == 0 || bytes[i] >= 0x80 || g_ascii_isspace (bytes[i])))
    i++;
  return i < length && bytes[i] == '<';
}

static gboolean
probe (const guint8 *bytes, gsize length)
{
  static const char *const beginnings[] = { "<!doctype html", "<html",  "<head",    "<body",
                                            "<meta",          "<title", "<article", "<div",
                                            "<main",          "<p>",    "<table",   "<h1" };
  g_autofree char *head = NULL;
  const char *start;

  if (!begins_like_markup (bytes, MIN (length, HEAD_BYTES))
      || chiso_decode_known_binary (bytes, length) != NULL)
    return FALSE;
  head = head_of (bytes, length);
  start = skip_prologue (head);
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (start, beginnings[i]))
      return TRUE;
  return FALSE;
}

/* What the page says, in a meta element of either form; NULL where it does not. */
static char *
declared_charset (const guint8 *bytes, gsize length)
{
  g_autofree char *head = head_of (bytes, length);
  const char *p = strstr (head, "charset");

  if (p == NULL)
    return NULL;
  p += strlen ("charset");
  p += strspn (p, " =\"'");
  return *p == '\0' ? NULL : g_strndup (p, strcspn (p, " \"'/>;\r\n\t"));
}

/* Pages of Windows-1252 are what is left when their bytes are no Vietnamese: in a page that is said
 * to be of that charset, TCVN3 and VNI are the rule and Latin letters the exception. */
static char *
decode (const guint8 *bytes, gsize length, gsize *text_length, char **encoding, GError **error)
{
  g_autofree char *charset = declared_charset (bytes, length);
  const char *recognised;
  g_autoptr (GError) reason = NULL;
  char *text = chiso_decode_text (bytes, length, text_length, &recognised, &reason);

  if (text != NULL)
    {
      *encoding = g_strdup (recognised);
      return text;
    }
  if (charset != NULL && g_error_matches (reason, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_ENCODING))
    {
      text = g_convert ((const char *) bytes, length, "UTF-8", charset, NULL, text_length, NULL);
      if (text != NULL && strlen (text) == *text_length)
        {
          *encoding = g_ascii_strup (charset, -1);
          return text;
        }
      g_free (text);
    }
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

static xmlDoc *
parse (const char *text, gsize length, GError **error)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                      | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  htmlParserCtxt *context = htmlNewParserCtxt ();
  xmlDoc *page;
  gboolean stopped;

  if (context == NULL)
    g_error ("out of memory");
  page = htmlCtxtReadMemory (context, text, length, NULL, "UTF-8", options);
  /* The parser stops where elements lie too deep in each other, and says no more than this. */
  stopped = context->disableSAX != 0 || context->errNo == XML_ERR_INTERNAL_ERROR;
  htmlFreeParserCtxt (context);
  if (page != NULL && !stopped)
    return page;
  xmlFreeDoc (page);
  g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_DAMAGED,
               "it is a web page that cannot be read whole (its elements lie too deep in each "
               "other)");
  return NULL;
}

static gboolean
read_html (GBytes *bytes, ChisoDocument *document, GError **error)
{
  gsize length, text_length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree char *markup = NULL;
  g_autoptr (ChisoLines) lines = chiso_lines_new ();
  xmlDoc *page;
  gsize headline = 0;

  if (length > MAX_BYTES)
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_TOO_LARGE,
                   "it is too large for a web page (the limit is %u MB)",
                   MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  markup = decode (data, length, &text_length, &document->encoding, error);
  if (markup == NULL)
    return FALSE;
  page = parse (markup, text_length, error);
  if (page == NULL)
    return FALSE;

  chiso_html_read_meta (page, document);
  if (document->title != NULL)
    {
      chiso_lines_text (lines, document->title, -1);
      chiso_lines_end (lines, CHISO_LINE_PARAGRAPH);
      headline = chiso_lines_length (lines);
    }
  chiso_html_read_body (page, document->title, lines);
  xmlFreeDoc (page);
  if (!chiso_lines_is_full (lines) && chiso_lines_length (lines) == headline)
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_NO_TEXT,
                   "it is a web page without an article in it");
      return FALSE;
    }
  return chiso_lines_finish (lines, document, error);
}

const ChisoImporter chiso_importer_html = { "html", suffixes, probe, read_html };

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages as they were saved: charset, title, publisher, address, date and the article's text.
 * Parses with libxml2's forgiving HTML parser, without network; never runs or fetches anything. */

#include "chiso-html.h"
#include "chiso-readers.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Markup is larger than text, and a tree larger than markup: pages have a limit of their own. */
#define MAX_BYTES (16u * 1024 * 1024)

/* What the page says, in a meta element of either form; NULL where it does not. */
static char *
declared_charset (const guint8 *bytes, gsize length)
{
  g_autofree char *head = chiso_decode_head (bytes, length);
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

gboolean
chiso_read_html (GBytes *bytes, ChisoDocument *document, GError **error)
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

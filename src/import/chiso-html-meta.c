/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of itself: in meta elements, JSON-LD, the canonical link, and where these are
 * missing in its first heading and beside it. Looks at no article text. */

#include "chiso-html.h"
#include "chiso-stamp.h"

#include <string.h>

/* A line of so many bytes at most is a date line, not a sentence with a date in it. */
#define MAX_DATE_LINE 80
/* Up to so many elements above the heading, its date line stands. */
#define HEADING_LEVELS 3
#define MAX_FIELD 500

/* The first that is there counts. */
static const char *const title_keys[] = { "og:title", "twitter:title", "dc.title", NULL };
static const char *const publisher_keys[] = { "og:site_name", "publisher",        "dc.publisher",
                                              "dc.source",    "application-name", NULL };
static const char *const date_keys[] = { "article:published_time", "datepublished",  "pubdate",
                                         "publish-date",           "publish_date",   "publishdate",
                                         "published_time",         "dc.date.issued", "dc.date",
                                         "dcterms.created",        "date",           NULL };
static const char *const url_keys[] = { "og:url", NULL };

/* Takes text that xml owns; gives one line of our own, NULL where nothing is left. */
static char *
tidy (char *text)
{
  char *line = NULL;

  if (text != NULL && g_utf8_validate (text, -1, NULL))
    {
      g_autoptr (ChisoLines) lines = chiso_lines_new ();
      g_autoptr (ChisoDocument) holder = chiso_document_new ("");

      chiso_lines_text (lines, text, -1);
      if (chiso_lines_finish (lines, holder, NULL) && holder->length <= MAX_FIELD)
        line = g_strchomp (g_steal_pointer (&holder->text));
    }
  xmlFree (text);
  return line;
}

static char *
meta_key (const xmlNode *node)
{
  static const char *const names[] = { "property", "name", "itemprop" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *key = chiso_html_attribute (node, names[i]);

      if (key != NULL)
        {
          char *lower = g_ascii_strdown (key, -1);

          xmlFree (key);
          return lower;
        }
    }
  return NULL;
}

/* Lower-case key to content, the first of each. */
static GHashTable *
collect_meta (xmlNode *root)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (xmlNode *node = root; node != NULL; node = chiso_html_next (node, root, TRUE))
    {
      g_autofree char *key = chiso_html_is (node, "meta") ? meta_key (node) : NULL;
      char *content;

      if (key == NULL || g_hash_table_contains (table, key))
        continue;
      content = tidy (chiso_html_attribute (node, "content"));
      if (content != NULL)
        g_hash_table_insert (table, g_steal_pointer (&key), content);
    }
  return table;
}

static const char *
look_up (GHashTable *meta, const char *const *keys)
{
  for (; *keys != NULL; keys++)
    {
      const char *content = g_hash_table_lookup (meta, *keys);

      if (content != NULL)
        return content;
    }
  return NULL;
}

/* --- JSON-LD ------------------------------------------------------------------------------------ */

static void
append_escape (GString *out, const char **p)
{
  if (**p == 'u' && g_ascii_isxdigit ((*p)[1]) && g_ascii_isxdigit ((*p)[2])
      && g_ascii_isxdigit ((*p)[3]) && g_ascii_isxdigit ((*p)[4]))
    {
      char digits[5] = { (*p)[1], (*p)[2], (*p)[3], (*p)[4], 0 };
      gunichar c = g_ascii_strtoull (digits, NULL, 16);

      if (c != 0 && g_unichar_validate (c))
        g_string_append_unichar (out, c);
      *p += 4;
    }
  else if (**p == 'n' || **p == 't' || **p == 'r')
    g_string_append_c (out, ' ');
  else
    g_string_append_c (out, **p);
}

/* The string value of a key in JSON, looked for from text on without parsing the rest; NULL where
 * there is none. Reads at most MAX_FIELD bytes of it. */
static char *
json_string (const char *text, const char *key)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", key);
  const char *p = strstr (text, quoted);
  GString *value;

  if (p == NULL)
    return NULL;
  p += strlen (quoted);
  p += strspn (p, " \t\r\n");
  if (*p++ != ':')
    return NULL;
  p += strspn (p, " \t\r\n");
  if (*p++ != '"')
    return NULL;
  value = g_string_new (NULL);
  for (; *p != '\0' && *p != '"' && value->len < MAX_FIELD; p++)
    if (*p == '\\' && p[1] != '\0')
      {
        p++;
        append_escape (value, &p);
      }
    else
      g_string_append_c (value, *p);
  return g_string_free (value, FALSE);
}

static void
read_json (xmlNode *root, ChisoDocument *document)
{
  for (xmlNode *node = root; node != NULL; node = chiso_html_next (node, root, TRUE))
    {
      char *type = chiso_html_is (node, "script") ? chiso_html_attribute (node, "type") : NULL;
      gboolean json = type != NULL && g_ascii_strcasecmp (type, "application/ld+json") == 0;
      char *text = json ? (char *) xmlNodeGetContent (node) : NULL;
      const char *publisher = text != NULL ? strstr (text, "\"publisher\"") : NULL;

      if (text != NULL && document->published == NULL)
        {
          g_autofree char *stamp = json_string (text, "datePublished");
          document->published = chiso_stamp_parse (stamp);
        }
      if (publisher != NULL && document->publisher == NULL)
        document->publisher = json_string (publisher, "name");
      if (document->publisher != NULL && !g_utf8_validate (document->publisher, -1, NULL))
        g_clear_pointer (&document->publisher, g_free);
      xmlFree (text);
      xmlFree (type);
    }
}

/* --- what stands on the page -------------------------------------------------------------------- */

static xmlNode *
find_element (xmlNode *root, const char *name)
{
  for (xmlNode *node = root; node != NULL; node = chiso_html_next (node, root, TRUE))
    if (chiso_html_is (node, name))
      return node;
  return NULL;
}

/* "Tiêu đề | Báo Nghệ An" without the site's name. */
static void
strip_site (char *title, const char *site)
{
  static const char *const bars[] = { " | ", " - ", " – ", " :: " };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      char *bar = g_strrstr (title, bars[i]);
      const char *rest = bar != NULL ? bar + strlen (bars[i]) : NULL;

      /* A bar parts nothing else; behind a dash only the known name, or a paper's, is one. */
      if (bar > title
          && (i == 0 || i == 3 || (site != NULL && strstr (rest, site) != NULL)
              || g_str_has_prefix (rest, "Báo ") || g_str_has_prefix (rest, "Cổng ")))
        {
          *bar = '\0';
          return;
        }
    }
}

static char *
find_title (xmlNode *root, GHashTable *meta, const char *site)
{
  const char *given = look_up (meta, title_keys);
  xmlNode *node = given == NULL ? find_element (root, "title") : NULL;
  char *title = g_strdup (given);

  if (title == NULL && node != NULL)
    title = tidy ((char *) xmlNodeGetContent (node));
  if (title == NULL && (node = find_element (root, "h1")) != NULL)
    title = tidy ((char *) xmlNodeGetContent (node));
  if (title != NULL)
    strip_site (title, site);
  return title;
}

static char *
find_canonical (xmlNode *root)
{
  for (xmlNode *node = root; node != NULL; node = chiso_html_next (node, root, TRUE))
    {
      char *rel = chiso_html_is (node, "link") ? chiso_html_attribute (node, "rel") : NULL;
      gboolean canonical = rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0;

      xmlFree (rel);
      if (canonical)
        return tidy (chiso_html_attribute (node, "href"));
    }
  return NULL;
}

/* Which of two beginnings a web address has; anything else (a script, a path) is none to keep. */
static gboolean
is_web_address (const char *url)
{
  return url != NULL
         && (g_ascii_strncasecmp (url, "https://", 8) == 0
             || g_ascii_strncasecmp (url, "http://", 7) == 0);
}

/* "www.baonghean.vn" of an address: who published it, when nothing else says so. */
static char *
host_of (const char *url)
{
  const char *host;

  if (!is_web_address (url))
    return NULL;
  host = strstr (url, "://") + 3;
  if (g_ascii_strncasecmp (host, "www.", 4) == 0)
    host += 4;
  return g_strndup (host, strcspn (host, "/:?#"));
}

/* The day in an element that says it is a date's: <time>, or a class of that sense. The clock of
 * the page, which tells today, stands in other elements. */
static char *
date_of (const xmlNode *node)
{
  static const char *const dates[] = { "date",     "time",     "datetime", "published",
                                       "publish",  "pubdate",  "posted",   "ngay",
                                       "ngaydang", "thoigian", NULL };
  static const char *const clocks[] = { "clock",  "today",  "current", "now",
                                        "header", "dongho", "comment", NULL };
  char *stamp;
  char *day = NULL;

  if (node->type != XML_ELEMENT_NODE || chiso_html_is_classed (node, clocks))
    return NULL;
  if (chiso_html_is (node, "time"))
    {
      stamp = chiso_html_attribute (node, "datetime");
      day = chiso_stamp_parse (stamp);
      xmlFree (stamp);
    }
  else if (!chiso_html_is_classed (node, dates))
    return NULL;
  if (day == NULL)
    {
      stamp = (char *) xmlNodeGetContent (node);
      if (stamp != NULL && strlen (g_strstrip (stamp)) <= MAX_DATE_LINE)
        day = chiso_stamp_parse (stamp);
      xmlFree (stamp);
    }
  return day;
}

static char *
find_date (xmlNode *root)
{
  xmlNode *scope = find_element (root, "h1");
  char *day = NULL;

  for (guint i = 0; scope != NULL && i < HEADING_LEVELS && scope->parent != NULL
                    && !chiso_html_is (scope->parent, "body");
       i++)
    scope = scope->parent;
  if (scope == NULL)
    scope = find_element (root, "article");
  for (xmlNode *node = scope; node != NULL && day == NULL;
       node = chiso_html_next (node, scope, TRUE))
    day = date_of (node);
  return day;
}

void
chiso_html_read_meta (xmlDoc *page, ChisoDocument *document)
{
  xmlNode *root = xmlDocGetRootElement (page);
  g_autoptr (GHashTable) meta = NULL;
  char *canonical;

  if (root == NULL)
    return;
  meta = collect_meta (root);
  document->publisher = g_strdup (look_up (meta, publisher_keys));
  document->published = chiso_stamp_parse (look_up (meta, date_keys));
  read_json (root, document);
  document->title = find_title (root, meta, document->publisher);

  canonical = find_canonical (root);
  document->url = is_web_address (canonical) ? g_steal_pointer (&canonical)
                                             : g_strdup (look_up (meta, url_keys));
  g_free (canonical);
  if (!is_web_address (document->url))
    g_clear_pointer (&document->url, g_free);
  if (document->publisher == NULL)
    document->publisher = host_of (document->url);
  if (document->published == NULL)
    document->published = find_date (root);
}

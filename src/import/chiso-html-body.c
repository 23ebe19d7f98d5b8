/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a page's text is the article. First what says that it is something else goes (menus,
 * footers, comments, captions, by element, role and class); then the element that holds nearly all
 * the prose is the article; then lists of links inside it go. What stands between the headline and
 * the article, the lead, belongs to it. */

#include "chiso-html.h"

#include <string.h>

/* A run of text this long is prose; menus and buttons have shorter ones. */
#define PROSE_BYTES 60
/* The article is the innermost element with this share of the page's prose. */
#define ARTICLE_PERCENT 70
/* Blocks of which more than this are links are navigation. */
#define LINK_PERCENT 50
/* An element that holds more than this of the prose is never taken for a menu, whatever its class. */
#define KEEP_PERCENT 50
/* Cells longer than this on average make a layout, not a table. */
#define CELL_BYTES 120

/* What an element's descendants hold, in bytes; kept in xmlNode._private as an index. */
typedef struct
{
  guint text;
  guint links;
  guint prose; /* not in links */
  guint n_links;
  gboolean skipped;
} Weight;

typedef struct
{
  GArray *weights; /* Weight; 0 is of nodes that were not weighed */
  xmlNode *root;
  xmlNode *article;
  const char *title;
  ChisoLines *lines;
  gboolean headline; /* passed */
  gboolean inside;   /* the article */
  gboolean after;
} Body;

static const char *const skipped_elements[] = {
  "head",   "script", "style",  "noscript", "template", "nav",        "footer", "aside",
  "form",   "iframe", "svg",    "button",   "select",   "figcaption", "video",  "audio",
  "object", "embed",  "canvas", "map",      "textarea", "dialog",     NULL
};

static const char *const skipped_words[] = { "menu",
                                             "nav",
                                             "navbar",
                                             "navigation",
                                             "breadcrumb",
                                             "breadcrumbs",
                                             "footer",
                                             "sidebar",
                                             "sidebar-",
                                             "related",
                                             "relate",
                                             "related-",
                                             "lienquan",
                                             "lien-quan",
                                             "tinlienquan",
                                             "tinkhac",
                                             "tin-khac",
                                             "tin-lien",
                                             "other-news",
                                             "othernews",
                                             "same-",
                                             "comment",
                                             "comments",
                                             "binhluan",
                                             "binh-luan",
                                             "share",
                                             "social",
                                             "sharing",
                                             "banner",
                                             "ads",
                                             "adv",
                                             "advert",
                                             "quangcao",
                                             "quang-cao",
                                             "caption",
                                             "photo-caption",
                                             "image-caption",
                                             "wp-caption-text",
                                             "chuthich",
                                             "chu-thich",
                                             "tags",
                                             "taglist",
                                             "popup",
                                             "modal",
                                             "cookie",
                                             "login",
                                             "search",
                                             "hotline",
                                             "clock",
                                             "dongho",
                                             "weather",
                                             "thoitiet",
                                             "rating",
                                             "vote",
                                             "print",
                                             "toolbar",
                                             "mostread",
                                             "most-read",
                                             "docnhieu",
                                             "doc-nhieu",
                                             "xemnhieu",
                                             "xem-nhieu",
                                             "newest",
                                             "tinmoi",
                                             "tin-moi",
                                             "widget",
                                             "subscribe",
                                             "newsletter",
                                             "copyright",
                                             "paging",
                                             "pagination",
                                             "contentinfo",
                                             "complementary",
                                             "topbar",
                                             "top-bar",
                                             "site-header",
                                             "page-header",
                                             "sr-only",
                                             "visually-hidden",
                                             NULL };

static const char *const lead_words[] = { "sapo",    "lead",     "summary", "sumary", "description",
                                          "desc",    "abstract", "excerpt", "tomtat", "tom-tat",
                                          "chapeau", "teaser",   NULL };

static const char *const block_elements[] = {
  "address", "article", "blockquote", "body",   "center", "dd",   "details", "div",
  "dl",      "dt",      "fieldset",   "figure", "h1",     "h2",   "h3",      "h4",
  "h5",      "h6",      "header",     "hr",     "li",     "main", "ol",      "p",
  "pre",     "section", "summary",    "table",  "tbody",  "td",   "tfoot",   "th",
  "thead",   "tr",      "ul",         "footer", NULL
};

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) node->name);
}

static gboolean
is_hidden (const xmlNode *node)
{
  char *style = chiso_html_attribute (node, "style");
  char *hidden = chiso_html_attribute (node, "hidden");
  gboolean is = hidden != NULL
                || (style != NULL
                    && (strstr (style, "display:none") != NULL
                        || strstr (style, "display: none") != NULL));

  xmlFree (style);
  xmlFree (hidden);
  return is;
}

/* --- weighing ----------------------------------------------------------------------------------- */

static Weight *
weight_of (const Body *self, const xmlNode *node)
{
  return &g_array_index (self->weights, Weight, GPOINTER_TO_UINT (node->_private));
}

static guint
visible_bytes (const xmlNode *text)
{
  guint n = 0;

  for (const char *p = (const char *) text->content; p != NULL && *p != '\0'; p++)
    n += !g_ascii_isspace (*p);
  return n;
}

static void
weigh (Body *self, xmlNode *node, gboolean in_link, guint depth)
{
  Weight weight = { .skipped = is_one_of (node, skipped_elements) || is_hidden (node) };
  guint index = self->weights->len;

  node->_private = GUINT_TO_POINTER (index);
  g_array_append_val (self->weights, weight);
  if (weight.skipped || depth > CHISO_HTML_MAX_DEPTH)
    return;
  in_link |= chiso_html_is (node, "a");
  weight.n_links = chiso_html_is (node, "a");
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      {
        guint n = visible_bytes (child);

        weight.text += n;
        weight.links += in_link ? n : 0;
        weight.prose += !in_link && n >= PROSE_BYTES ? n : 0;
      }
    else if (child->type == XML_ELEMENT_NODE)
      {
        weigh (self, child, in_link, depth + 1);
        const Weight *inner = weight_of (self, child);
        weight.text += inner->text;
        weight.links += inner->links;
        weight.prose += inner->prose;
        weight.n_links += inner->n_links;
      }
  g_array_index (self->weights, Weight, index) = weight;
}

/* Takes what is classed as something else out of the weights of all that it stands in. */
static void
skip_classed (Body *self)
{
  guint prose = weight_of (self, self->root)->prose;

  for (xmlNode *node = self->root, *next; node != NULL; node = next)
    {
      Weight weight = node->type == XML_ELEMENT_NODE ? *weight_of (self, node) : (Weight){ 0 };
      gboolean skip = node->type == XML_ELEMENT_NODE && node != self->root
                      && (weight.skipped
                          || (weight.prose * 100 <= prose * KEEP_PERCENT
                              && !chiso_html_is (node, "h1")
                              && chiso_html_is_classed (node, skipped_words)));

      next = chiso_html_next (node, self->root, !skip);
      if (!skip || weight.skipped)
        continue;
      weight_of (self, node)->skipped = TRUE;
      for (xmlNode *up = node->parent; up != NULL && up->_private != NULL; up = up->parent)
        {
          weight_of (self, up)->text -= weight.text;
          weight_of (self, up)->links -= weight.links;
          weight_of (self, up)->prose -= weight.prose;
          weight_of (self, up)->n_links -= weight.n_links;
        }
    }
}

/* A list of links, a teaser, "Xem thêm: …". */
static gboolean
is_links (const Body *self, const xmlNode *node)
{
  const Weight *weight = weight_of (self, node);

  if (weight->text == 0 || weight->n_links == 0 || chiso_html_is (node, "a"))
    return FALSE;
  return weight->links * 100 > weight->text * LINK_PERCENT && is_one_of (node, block_elements)
         && !chiso_html_is (node, "td") && !chiso_html_is (node, "tr");
}

/* The innermost element with nearly all the prose. */
static xmlNode *
find_article (const Body *self)
{
  guint prose = weight_of (self, self->root)->prose;
  xmlNode *article = self->root;
  gboolean deeper = prose > 0;

  while (deeper)
    {
      deeper = FALSE;
      for (xmlNode *child = article->children; child != NULL && !deeper; child = child->next)
        if (is_one_of (child, block_elements) && !weight_of (self, child)->skipped
            && !chiso_html_is (child, "p")
            && weight_of (self, child)->prose * 100 >= prose * ARTICLE_PERCENT)
          {
            article = child;
            deeper = TRUE;
          }
    }
  return article;
}

/* --- writing ------------------------------------------------------------------------------------ */

static void emit (Body *self, xmlNode *node, guint depth);

/* Text outside the article is written where it is the lead. */
static gboolean
is_written (const Body *self)
{
  return self->inside && !self->after;
}

static gboolean
is_lead (const Body *self, const xmlNode *node)
{
  const Weight *weight = weight_of (self, node);

  if (!self->headline || self->inside || self->after)
    return FALSE;
  for (const xmlNode *up = self->article; up != NULL; up = up->parent)
    if (up == node)
      return FALSE;
  return chiso_html_is_classed (node, lead_words)
         || (weight->prose >= PROSE_BYTES && weight->links * 100 <= weight->text * LINK_PERCENT);
}

static void
emit_children (Body *self, xmlNode *node, guint depth)
{
  for (xmlNode *child = node->children; child != NULL && !chiso_lines_is_full (self->lines);
       child = child->next)
    emit (self, child, depth + 1);
}

static void
emit_text (Body *self, const xmlNode *node)
{
  const char *text = (const char *) node->content;

  if (is_written (self) && text != NULL && g_utf8_validate (text, -1, NULL))
    chiso_lines_text (self->lines, text, -1);
}

static gboolean
is_cell (const xmlNode *node)
{
  return chiso_html_is (node, "td") || chiso_html_is (node, "th");
}

/* Whether a table holds data, and not the page's layout: no table inside, short cells, two a row. */
static gboolean
is_data_table (const Body *self, xmlNode *table)
{
  guint n_cells = 0, n_rows = 0, bytes = weight_of (self, table)->text;

  for (xmlNode *node = table; node != NULL; node = chiso_html_next (node, table, TRUE))
    {
      if (node != table && chiso_html_is (node, "table"))
        return FALSE;
      n_rows += chiso_html_is (node, "tr");
      n_cells += is_cell (node);
    }
  return n_rows > 0 && n_cells >= 2 * n_rows - 1 && n_cells > 1 && bytes <= n_cells * CELL_BYTES;
}

/* All of a cell's text as one run; what is inside it parts words, not lines. */
static void
emit_cell (Body *self, xmlNode *cell)
{
  for (xmlNode *node = cell, *next; node != NULL; node = next)
    {
      gboolean skip = node->type == XML_ELEMENT_NODE && weight_of (self, node)->skipped;

      next = chiso_html_next (node, cell, !skip);
      if (skip)
        continue;
      if (node->type == XML_TEXT_NODE)
        emit_text (self, node);
      else if (is_one_of (node, block_elements) || chiso_html_is (node, "br"))
        chiso_lines_text (self->lines, " ", 1);
    }
}

static void
emit_table (Body *self, xmlNode *table)
{
  gboolean open = FALSE;

  for (xmlNode *node = table, *next; node != NULL; node = next)
    {
      gboolean cell = is_cell (node);

      next = chiso_html_next (node, table, !cell);
      if (chiso_html_is (node, "tr") || chiso_html_is (node, "caption"))
        {
          chiso_lines_end (self->lines, CHISO_LINE_ROW);
          open = FALSE;
        }
      if (cell)
        {
          if (open)
            chiso_lines_cell (self->lines);
          emit_cell (self, node);
          open = TRUE;
        }
      else if (node->type == XML_TEXT_NODE)
        emit_text (self, node);
    }
  chiso_lines_end (self->lines, CHISO_LINE_ROW);
}

static void
emit_block (Body *self, xmlNode *node, guint depth)
{
  ChisoLineKind kind = chiso_html_is (node, "li") ? CHISO_LINE_ITEM : CHISO_LINE_PARAGRAPH;

  chiso_lines_end (self->lines, CHISO_LINE_PARAGRAPH);
  if (chiso_html_is (node, "table") && is_written (self) && is_data_table (self, node))
    emit_table (self, node);
  else
    emit_children (self, node, depth);
  chiso_lines_end (self->lines, kind);
}

/* The headline, which stands before all else already. */
static gboolean
is_headline (Body *self, xmlNode *node)
{
  char *text;
  gboolean same;

  if (chiso_html_is (node, "h1"))
    {
      self->headline = TRUE;
      return TRUE;
    }
  if (self->title == NULL || weight_of (self, node)->text > 2 * strlen (self->title))
    return FALSE;
  text = (char *) xmlNodeGetContent (node);
  same = text != NULL && strcmp (g_strstrip (text), self->title) == 0;
  xmlFree (text);
  self->headline |= same;
  return same;
}

static void
emit_element (Body *self, xmlNode *node, guint depth)
{
  gboolean lead;

  if (weight_of (self, node)->skipped || (node != self->article && is_links (self, node)))
    return;
  if (is_one_of (node, block_elements) && node != self->article && is_headline (self, node))
    return;
  if (node == self->article)
    self->inside = TRUE;
  lead = is_one_of (node, block_elements) && is_lead (self, node);
  self->inside |= lead;

  if (chiso_html_is (node, "br") && is_written (self))
    chiso_lines_break (self->lines);
  else if (is_one_of (node, block_elements))
    emit_block (self, node, depth);
  else
    emit_children (self, node, depth);

  if (lead)
    self->inside = FALSE;
  if (node == self->article)
    self->after = TRUE;
}

static void
emit (Body *self, xmlNode *node, guint depth)
{
  if (depth > CHISO_HTML_MAX_DEPTH || self->after)
    return;
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    emit_text (self, node);
  else if (node->type == XML_ELEMENT_NODE)
    emit_element (self, node, depth);
}

void
chiso_html_read_body (xmlDoc *page, const char *title, ChisoLines *lines)
{
  Body self = { .weights = g_array_new (FALSE, TRUE, sizeof (Weight)), .title = title };

  self.root = xmlDocGetRootElement (page);
  self.lines = lines;
  g_array_set_size (self.weights, 1);
  if (self.root != NULL)
    {
      weigh (&self, self.root, FALSE, 0);
      skip_classed (&self);
      self.article = find_article (&self);
      emit (&self, self.root, 0);
      chiso_lines_end (lines, CHISO_LINE_PARAGRAPH);
    }
  g_array_unref (self.weights);
}

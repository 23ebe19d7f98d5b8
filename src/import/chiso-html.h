/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two questions to a parsed page: what it says of itself, and which of its text is the article.
 * Private to the HTML importer. */

#pragma once

#include "chiso-lines.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* Deeper trees than the parser itself allows are never walked. */
#define CHISO_HTML_MAX_DEPTH 256

/* chiso-html-meta.c: fills title, publisher, url and published where the page says them. */
void chiso_html_read_meta (xmlDoc *page, ChisoDocument *document);

/* chiso-html-body.c: adds the article's text. Of a page that has none that can be told apart, all
 * that is not recognised as menu, footer and so on. */
void chiso_html_read_body (xmlDoc *page, const char *title, ChisoLines *lines);

/* Whether an element has this name; FALSE for other nodes. */
gboolean chiso_html_is (const xmlNode *node, const char *name);
/* Whether its class, id or role has one of these words, which are parted by spaces: a word stands
 * between anything but letters and digits, or is the beginning of one that ends in a hyphen
 * there ("tin-" fits "tin-khac"). */
gboolean chiso_html_is_classed (const xmlNode *node, const char *const *words);
/* An attribute's value, or NULL. Free with xmlFree. */
char *chiso_html_attribute (const xmlNode *node, const char *name);
/* The node that follows in the order of the page, not below node where deep is FALSE; NULL behind
 * the last one below root. */
xmlNode *chiso_html_next (xmlNode *node, const xmlNode *root, gboolean deep);

G_END_DECLS

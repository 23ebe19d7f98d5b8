/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the order of a sheet's parts on its pages: head, charts with their tables, notes, and on every
 * page what stands above and below. */

#include "sheet-pages.h"

#include "sheet-flow.h"
#include "sheet-words.h"

#include <string.h>

#define NOTE_INDENT 30 /* points: room for the number */
#define NOTE_WHOLE 0.3 /* of a page: longer notes may break */
#define RUNNING_BASELINE 36
#define FOOT_BASELINE (SHEET_PAGE_HEIGHT - 44)

static void
clear_item (gpointer data)
{
  SheetItem *item = data;

  g_clear_object (&item->text);
  g_clear_pointer (&item->chart, plot_layout_free);
}

static void
clear_link (gpointer data)
{
  g_free (((SheetLink *) data)->target);
}

static void
clear_destination (gpointer data)
{
  g_free (((SheetDestination *) data)->name);
}

static void
clear_bookmark (gpointer data)
{
  g_free (((SheetBookmark *) data)->title);
  g_free (((SheetBookmark *) data)->destination);
}

static GArray *
array_new (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

void
sheet_pages_free (SheetPages *self)
{
  g_array_unref (self->items);
  g_array_unref (self->links);
  g_array_unref (self->destinations);
  g_array_unref (self->bookmarks);
  g_free (self);
}

char *
sheet_item_text (const SheetItem *item)
{
  const char *text = item->text != NULL ? pango_layout_get_text (item->text) : NULL;
  GString *out;

  if (text == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (guint i = item->line; i < item->line + item->n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (item->text, (int) i);

      g_string_append_len (out, text + line->start_index, line->length);
    }
  return g_string_free (out, FALSE);
}

static void
put_text (SheetFlow *self, SheetRole role, const char *text, double gap)
{
  if (text == NULL || *text == '\0')
    return;
  sheet_flow_gap (self, gap);
  sheet_flow_paragraph (self, role, sheet_style_text (self->context, role, text, SHEET_BODY_WIDTH),
                        SHEET_MARGIN, NULL);
}

static void
put_head (SheetFlow *self)
{
  const SheetContent *content = self->pages->content;
  g_autofree char *made = content->date_words != NULL ? sheet_words (
                              SHEET_WORD_MADE, content->language, content->date_words, NULL)
                                                      : NULL;

  put_text (self, SHEET_ROLE_TITLE, content->title, 0);
  put_text (self, SHEET_ROLE_SUBTITLE, content->subtitle, SHEET_GAP_LINE);
  put_text (self, SHEET_ROLE_DATE, made, SHEET_GAP_LINE);
  self->y += SHEET_GAP_BLOCK;
  sheet_flow_rule (self, SHEET_ROLE_RULE, self->y);
}

/* What stands below a chart, set before it so that both come onto one page. */
typedef struct
{
  PangoLayout *caption, *detail, *remark, *marks;
  SheetRun *run;
} Legend;

static PangoLayout *
set_text (SheetFlow *self, SheetRole role, const char *text)
{
  return text != NULL && *text != '\0'
             ? sheet_style_text (self->context, role, text, SHEET_BODY_WIDTH)
             : NULL;
}

static void
set_marks (SheetFlow *self, Legend *legend, const SheetSection *section)
{
  static const char blank[] = "\x01";
  g_autofree char *words = sheet_words (SHEET_WORD_MARKS, self->pages->content->language, blank,
                                        NULL);

  if (section->notes->len == 0)
    return;
  legend->run = sheet_run_new ();
  g_string_append_len (legend->run->text, words, strstr (words, blank) - words);
  sheet_run_add_notes (legend->run, section->notes, TRUE);
  g_string_append (legend->run->text, strstr (words, blank) + 1);
  legend->marks = sheet_run_text (legend->run, self->context, SHEET_ROLE_MARKS, SHEET_BODY_WIDTH);
}

static char *
caption_of (SheetFlow *self, const SheetSection *section, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *begin = sheet_words (SHEET_WORD_FIGURE, self->pages->content->language, digits,
                                        NULL);

  return g_strconcat (begin, " ", section->title != NULL ? section->title : section->subject, NULL);
}

static void
set_legend (SheetFlow *self, Legend *legend, const SheetSection *section, guint number)
{
  g_autofree char *caption = caption_of (self, section, number);
  g_autofree char *remark = section->remark != NULL
                                ? sheet_words (SHEET_WORD_REMARK, self->pages->content->language,
                                               section->remark, NULL)
                                : NULL;

  legend->caption = set_text (self, SHEET_ROLE_CAPTION, caption);
  legend->detail = set_text (self, SHEET_ROLE_CAPTION_DETAIL, section->subtitle);
  legend->remark = set_text (self, SHEET_ROLE_REMARK, remark);
  set_marks (self, legend, section);
}

static double
legend_height (const Legend *legend)
{
  PangoLayout *const texts[] = { legend->caption, legend->detail, legend->remark, legend->marks };
  double height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      height += sheet_text_height (texts[i]) + SHEET_GAP_LINE;
  return height;
}

/* Takes the texts over. */
static void
put_legend (SheetFlow *self, Legend *legend)
{
  static const SheetRole roles[] = { SHEET_ROLE_CAPTION, SHEET_ROLE_CAPTION_DETAIL,
                                     SHEET_ROLE_REMARK, SHEET_ROLE_MARKS };
  PangoLayout *const texts[] = { legend->caption, legend->detail, legend->remark, legend->marks };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      {
        sheet_flow_gap (self, SHEET_GAP_LINE);
        sheet_flow_paragraph (self, roles[i], texts[i], SHEET_MARGIN,
                              roles[i] == SHEET_ROLE_MARKS ? legend->run->spans : NULL);
      }
  g_clear_pointer (&legend->run, sheet_run_free);
}

static void
put_section (SheetFlow *self, const SheetSection *section, guint number)
{
  Legend legend = { NULL };
  g_autofree char *name = g_strdup_printf ("figure-%u", number);
  g_autofree char *caption = caption_of (self, section, number);
  double height;

  set_legend (self, &legend, section, number);
  height = legend_height (&legend);
  if (section->empty == NULL)
    sheet_flow_chart (self, section, number, height);
  else
    {
      sheet_flow_gap (self, SHEET_GAP_PART);
      sheet_flow_need (self, height + 20);
    }
  sheet_flow_destination (
      self, name,
      section->empty == NULL
          ? g_array_index (self->pages->items, SheetItem, self->pages->items->len - 1).box.y
          : self->y);
  sheet_flow_bookmark (self, caption, name);
  put_legend (self, &legend);
  if (section->empty != NULL)
    put_text (self, SHEET_ROLE_REMARK, section->empty, SHEET_GAP_LINE);
  else
    sheet_flow_table (self, section, number);
}

/* The sentence in quotes, its figures bold. */
static PangoLayout *
note_text (SheetFlow *self, const SheetNote *note)
{
  double width = SHEET_BODY_WIDTH - NOTE_INDENT;
  g_autofree char *none = sheet_words (SHEET_WORD_NO_SENTENCE, self->pages->content->language,
                                       NULL);
  g_autofree char *text = note->sentence != NULL ? g_strconcat ("“", note->sentence, "”", NULL)
                                                 : g_steal_pointer (&none);
  PangoLayout *layout = sheet_style_text (self->context, SHEET_ROLE_NOTE, text, width);
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; note->sentence != NULL && i < note->spans->len; i++)
    {
      const SheetSpan *span = &g_array_index (note->spans, SheetSpan, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = span->start + (guint) strlen ("“");
      bold->end_index = span->end + (guint) strlen ("“");
      pango_attr_list_insert (attributes, bold);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static gboolean
is_address (const char *link)
{
  return g_str_has_prefix (link, "https://") || g_str_has_prefix (link, "http://");
}

/* Publisher, title, day; then the address, which leads there. */
static SheetRun *
note_source (const SheetNote *note)
{
  SheetRun *run = sheet_run_new ();

  g_string_append (run->text, note->source);
  if (note->remark != NULL)
    g_string_append_printf (run->text, ". %s", note->remark);
  if (note->link == NULL)
    return run;
  g_string_append (run->text, ". ");
  if (is_address (note->link))
    sheet_run_add_link (run, note->link, TRUE, note->link);
  else
    g_string_append (run->text, note->link);
  return run;
}

static void
put_note_number (SheetFlow *self, guint number)
{
  g_autoptr (SheetRun) run = sheet_run_new ();
  g_autofree char *text = g_strdup_printf ("[%u]", number);
  g_autofree char *target = g_strdup_printf ("mark-%u", number);
  g_autofree char *name = g_strdup_printf ("note-%u", number);
  PangoLayout *layout;

  sheet_run_add_link (run, text, FALSE, target);
  layout = sheet_run_text (run, self->context, SHEET_ROLE_NOTE_NUMBER, NOTE_INDENT);
  sheet_flow_destination (self, name, self->y);
  sheet_flow_put (self, SHEET_ROLE_NOTE_NUMBER, layout, 0, 1, SHEET_MARGIN, self->y, run->spans);
  g_object_unref (layout);
}

static void
put_note (SheetFlow *self, const SheetNote *note, guint number)
{
  g_autoptr (SheetRun) run = note_source (note);
  PangoLayout *text = note_text (self, note);
  PangoLayout *source = sheet_run_text (run, self->context, SHEET_ROLE_NOTE_SOURCE,
                                        SHEET_BODY_WIDTH - NOTE_INDENT);
  double height = sheet_text_height (text) + 1 + sheet_text_height (source);

  sheet_flow_gap (self, SHEET_GAP_BLOCK - 1);
  sheet_flow_need (self, MIN (height, NOTE_WHOLE * SHEET_PAGE_HEIGHT));
  put_note_number (self, number);
  sheet_flow_paragraph (self, SHEET_ROLE_NOTE, text, SHEET_MARGIN + NOTE_INDENT, NULL);
  sheet_flow_gap (self, 1);
  sheet_flow_paragraph (self, SHEET_ROLE_NOTE_SOURCE, source, SHEET_MARGIN + NOTE_INDENT,
                        run->spans);
}

static void
put_notes (SheetFlow *self)
{
  const SheetContent *content = self->pages->content;
  g_autofree char *heading = sheet_words (SHEET_WORD_NOTES, content->language, NULL);
  g_autofree char *intro = sheet_words (SHEET_WORD_NOTES_INTRO, content->language, NULL);

  if (content->notes->len == 0)
    return;
  sheet_flow_gap (self, SHEET_GAP_PART + SHEET_GAP_BLOCK);
  sheet_flow_need (self, 120);
  sheet_flow_destination (self, "notes", self->y);
  sheet_flow_bookmark (self, heading, "notes");
  put_text (self, SHEET_ROLE_HEADING, heading, 0);
  put_text (self, SHEET_ROLE_INTRO, intro, SHEET_GAP_LINE);
  for (guint i = 0; i < content->notes->len; i++)
    put_note (self, content->notes->pdata[i], i + 1);
}

/* One line, cut at the end where it is too long; its last baseline at y. Returns its width. */
static double
put_line (SheetFlow *self, SheetRole role, const char *text, double room, gboolean right, double y)
{
  PangoLayout *layout;
  double width;

  if (text == NULL || *text == '\0')
    return 0;
  layout = sheet_style_text (self->context, role, text, room);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_height (layout, 0);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  sheet_flow_put (self, role, layout, 0, 1,
                  right ? SHEET_PAGE_WIDTH - SHEET_MARGIN - room : SHEET_MARGIN,
                  y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE, NULL);
  width = g_array_index (self->pages->items, SheetItem, self->pages->items->len - 1).box.width;
  g_object_unref (layout);
  return width;
}

static void
put_furniture (SheetFlow *self)
{
  const SheetContent *content = self->pages->content;
  g_autofree char *all = g_strdup_printf ("%u", self->pages->n_pages);

  for (self->page = 0; self->page < self->pages->n_pages; self->page++)
    {
      g_autofree char *own = g_strdup_printf ("%u", self->page + 1);
      g_autofree char *number = sheet_words (SHEET_WORD_PAGE, content->language, own, all, NULL);
      double width;

      if (self->page > 0)
        {
          width = put_line (self, SHEET_ROLE_RUNNING, content->date_words, 100, TRUE,
                            RUNNING_BASELINE);
          put_line (self, SHEET_ROLE_RUNNING, content->title, SHEET_BODY_WIDTH - width - 16, FALSE,
                    RUNNING_BASELINE);
          sheet_flow_rule (self, SHEET_ROLE_RULE_THIN, RUNNING_BASELINE + 6);
        }
      sheet_flow_rule (self, SHEET_ROLE_RULE_THIN, FOOT_BASELINE - 13);
      width = put_line (self, SHEET_ROLE_FOOT, number, 90, TRUE, FOOT_BASELINE);
      put_line (self, SHEET_ROLE_FOOT, content->source, SHEET_BODY_WIDTH - width - 16, FALSE,
                FOOT_BASELINE);
    }
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  guint left = ((const SheetItem *) a)->page, right = ((const SheetItem *) b)->page;

  return left < right ? -1 : left > right;
}

SheetPages *
sheet_pages_new (const SheetContent *content)
{
  SheetPages *self;
  SheetFlow flow = { .y = SHEET_TOP };

  g_return_val_if_fail (content != NULL, NULL);

  self = g_new0 (SheetPages, 1);
  self->content = content;
  self->n_pages = 1;
  self->items = array_new (sizeof (SheetItem), clear_item);
  self->links = array_new (sizeof (SheetLink), clear_link);
  self->destinations = array_new (sizeof (SheetDestination), clear_destination);
  self->bookmarks = array_new (sizeof (SheetBookmark), clear_bookmark);
  flow.pages = self;
  flow.context = plot_text_context_new ();
  pango_cairo_context_set_resolution (flow.context, 72);
  pango_context_set_language (flow.context, pango_language_from_string (content->language));
  flow.chart_context = plot_text_context_new ();
  flow.spoken = array_new (sizeof (gboolean), NULL);
  g_array_set_size (flow.spoken, content->notes->len);
  put_head (&flow);
  for (guint i = 0; i < content->sections->len; i++)
    put_section (&flow, content->sections->pdata[i], i + 1);
  put_notes (&flow);
  put_furniture (&flow);
  /* The sort keeps the order of what is on one page. */
  g_array_sort (self->items, compare_pages);
  g_array_unref (flow.spoken);
  g_object_unref (flow.chart_context);
  g_object_unref (flow.context);
  return self;
}

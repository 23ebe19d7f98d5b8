/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the text of an SVG: each line of a layout as one element, with the width that it was measured
 * at, in fonts that travel inside. Must not measure. */

#define _GNU_SOURCE /* memmem */

#include "plot-svg.h"

#include <math.h>
#include <string.h>

#include "plot-draw.h"
#include "plot-font.h"

#define RECORD_BEGIN "<metadata id=\"" PLOT_RECORD_SVG "\">"
#define RECORD_END "</metadata>"

typedef struct
{
  PlotLayout *layout;
  PlotFontSet *fonts;
  GString *out;
  guint n_lines;
} Writer;

/* Letters of one line in one font. */
typedef struct
{
  PangoFont *font;
  GString *text;
} Part;

static void
clear_part (gpointer data)
{
  g_string_free (((Part *) data)->text, TRUE);
}

static void
append_number (GString *out, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.6g", round (value * 100) / 100);
  g_string_append_printf (out, " %s=\"%s\"", name, buffer);
}

static void
append_colour (GString *out, const char *name, PlotColour colour)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name, (guint) lround (colour.red * 255),
                          (guint) lround (colour.green * 255), (guint) lround (colour.blue * 255));
}

/* The face inside the file first, then the one it was cut from, then what charts ask for. */
static void
append_font (Writer *self, const Part *part)
{
  PangoFontDescription *description = pango_font_describe_with_absolute_size (part->font);
  guint face = plot_font_set_add (self->fonts, part->font, part->text->str, part->text->len);
  const char *embedded = plot_font_set_name (self->fonts, face);
  const char *family = pango_font_description_get_family (description);

  g_string_append (self->out, " font-family=\"");
  if (embedded != NULL)
    g_string_append_printf (self->out, "%s, ", embedded);
  if (strstr (PLOT_FONT_FAMILY, family) == NULL)
    {
      plot_xml_append (self->out, family);
      g_string_append (self->out, ", ");
    }
  g_string_append (self->out, PLOT_FONT_FAMILY ", sans-serif\"");
  append_number (self->out, "font-size",
                 (double) pango_font_description_get_size (description) / PANGO_SCALE);
  append_number (self->out, "font-weight", pango_font_description_get_weight (description));
  pango_font_description_free (description);
}

/* What was cut off is drawn, and written, as an ellipsis. */
static void
add_run (GArray *parts, const char *text, const PangoItem *item)
{
  PangoFont *font = item->analysis.font;
  Part *last = parts->len > 0 ? &g_array_index (parts, Part, parts->len - 1) : NULL;

  if (last == NULL || last->font != font)
    {
      Part part = { font, g_string_new (NULL) };

      g_array_append_val (parts, part);
      last = &g_array_index (parts, Part, parts->len - 1);
    }
  if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
    g_string_append (last->text, "…");
  else
    g_string_append_len (last->text, text + item->offset, item->length);
}

/* Letters in reading order; runs of one line stand in the order of places, which is the same for
 * all that is written from left to right. */
static GArray *
collect_parts (PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, clear_part);
  for (GSList *runs = line->runs; runs != NULL; runs = runs->next)
    add_run (parts, text, ((PangoGlyphItem *) runs->data)->item);
  /* The space that a line was wrapped at is not drawn. */
  if (parts->len > 0)
    {
      GString *last = g_array_index (parts, Part, parts->len - 1).text;

      while (g_str_has_suffix (last->str, " "))
        g_string_truncate (last, last->len - 1);
    }
  return parts;
}

static void
append_style (Writer *self, const PlotText *text)
{
  PlotTheme theme = self->layout->theme;
  PlotInk ink = text->on ? plot_theme_ink_on (theme, text->ink) : text->ink;

  append_colour (self->out, "fill", plot_theme_text_colour (theme, ink));
  if (plot_style_row (text->style)->tabular)
    g_string_append (self->out, " style=\"font-feature-settings:'tnum'\"");
}

/* The rim shows a copy of the text in a wider pen, under the text itself: a copy by reference is
 * drawn but neither selected, searched nor read out. */
static void
append_halo (Writer *self, PlotInk ink)
{
  g_string_append_printf (self->out, "<use xlink:href=\"#t%u\"", self->n_lines);
  append_colour (self->out, "stroke", plot_theme_mark_colour (self->layout->theme, ink));
  g_string_append (self->out, " stroke-width=\"" G_STRINGIFY (
                                  PLOT_HALO_WIDTH) "\" stroke-linejoin=\"round\"/>\n");
}

static void
append_line (Writer *self, const PlotText *text, PangoLayoutIter *lines)
{
  g_autoptr (GArray) parts = collect_parts (pango_layout_iter_get_line_readonly (lines));
  PangoRectangle logical;
  PlotInk rim;

  pango_layout_iter_get_line_extents (lines, NULL, &logical);
  if (parts->len == 0 || logical.width <= 0)
    return;
  if (plot_draw_rim (self->layout, text, &rim))
    append_halo (self, rim);
  g_string_append_printf (self->out, "<text id=\"t%u\"", self->n_lines++);
  append_number (self->out, "x", text->box.x - text->dx + (double) logical.x / PANGO_SCALE);
  append_number (self->out, "y",
                 text->box.y + (double) pango_layout_iter_get_baseline (lines) / PANGO_SCALE);
  append_font (self, &g_array_index (parts, Part, 0));
  append_style (self, text);
  append_number (self->out, "textLength", (double) logical.width / PANGO_SCALE);
  g_string_append (self->out, " lengthAdjust=\"spacingAndGlyphs\">");
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (i > 0)
        {
          g_string_append (self->out, "<tspan");
          append_font (self, part);
          g_string_append_c (self->out, '>');
        }
      plot_xml_append (self->out, part->text->str);
      if (i > 0)
        g_string_append (self->out, "</tspan>");
    }
  g_string_append (self->out, "</text>\n");
}

static void
append_texts (Writer *self)
{
  for (guint i = 0; i < self->layout->texts->len; i++)
    {
      const PlotText *text = &g_array_index (self->layout->texts, PlotText, i);
      PangoLayoutIter *lines = pango_layout_get_iter (text->layout);

      do
        append_line (self, text, lines);
      while (pango_layout_iter_next_line (lines));
      pango_layout_iter_free (lines);
    }
}

static void
append_element (GString *out, const char *begin, const char *text, const char *end)
{
  if (text == NULL)
    return;
  g_string_append (out, begin);
  plot_xml_append (out, text);
  g_string_append (out, end);
}

/* Dublin Core for what has a name there; the record in an element of its own. */
static void
append_meta (GString *out, const PlotFigure *figure, const PlotMeta *meta)
{
  append_element (out, "<title>", meta->title, "</title>\n");
  append_element (out, "<desc>", meta->description, "</desc>\n");
  g_string_append (out, "<metadata id=\"chart-about\" "
                        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                        "<rdf:RDF><rdf:Description rdf:about=\"\">");
  append_element (out, "<dc:title>", meta->title, "</dc:title>");
  append_element (out, "<dc:source>", meta->source, "</dc:source>");
  append_element (out, "<dc:date>", meta->created, "</dc:date>");
  append_element (out, "<dc:coverage>", plot_figure_subtitle (figure), "</dc:coverage>");
  append_element (out, "<dc:provenance>", meta->review, "</dc:provenance>");
  append_element (out, "<dc:language>", plot_figure_language (figure), "</dc:language>");
  g_string_append (out, "</rdf:Description></rdf:RDF></metadata>\n");
  append_element (out, RECORD_BEGIN, meta->record, RECORD_END "\n");
}

static void
append_style_sheet (Writer *self)
{
  g_string_append (self->out, "<style>\n");
  plot_font_set_append_css (self->fonts, self->out);
  g_string_append (self->out, "</style>\n");
}

static void
append (GByteArray *out, const char *text, gsize length)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) length);
}

void
plot_svg_write (PlotLayout *layout, const PlotMeta *meta, const GByteArray *shapes, GByteArray *out)
{
  g_autoptr (PlotFontSet) fonts = plot_font_set_new ();
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GString) head = g_string_new (NULL);
  const char *data = (const char *) shapes->data;
  const char *root = memmem (data, shapes->len, "<svg", 4);
  const char *inside = root != NULL ? memchr (root, '>', shapes->len - (root - data)) : NULL;
  const char *end = g_strrstr_len (data, shapes->len, "</svg>");
  Writer writer = { layout, fonts, texts, 0 };

  g_return_if_fail (inside != NULL && end != NULL && end > inside);

  append_texts (&writer);
  append_meta (head, layout->figure, meta);
  writer.out = head;
  append_style_sheet (&writer);
  append (out, data, inside - data);
  append (out, " role=\"img\" lang=\"", strlen (" role=\"img\" lang=\""));
  append (out, plot_figure_language (layout->figure), 2);
  append (out, "\">\n", 3);
  append (out, head->str, head->len);
  append (out, inside + 1, end - inside - 1);
  append (out, texts->str, texts->len);
  append (out, end, shapes->len - (end - data));
}

/* Only what plot_xml_append() escapes. */
static char *
unescape (const char *text, gsize length)
{
  static const struct
  {
    const char *name;
    char letter;
  } entities[] = { { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&quot;", '"' } };
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      guint e = 0;

      while (text[i] == '&' && e < G_N_ELEMENTS (entities)
             && strncmp (text + i, entities[e].name, strlen (entities[e].name)) != 0)
        e++;
      if (text[i] == '&' && e < G_N_ELEMENTS (entities))
        {
          g_string_append_c (out, entities[e].letter);
          i += strlen (entities[e].name) - 1;
        }
      else
        g_string_append_c (out, text[i]);
    }
  return g_string_free (out, FALSE);
}

char *
plot_svg_read_record (const guint8 *data, gsize size)
{
  const char *text = (const char *) data;
  const char *begin = memmem (text, size, RECORD_BEGIN, strlen (RECORD_BEGIN));
  const char *end;

  if (begin == NULL)
    return NULL;
  begin += strlen (RECORD_BEGIN);
  end = memmem (begin, size - (begin - text), RECORD_END, strlen (RECORD_END));
  return end != NULL ? unescape (begin, end - begin) : NULL;
}

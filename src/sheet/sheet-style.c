/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns sizes, weights and inks of a sheet's texts. Places nothing. */

#include "sheet-style.h"

#include <math.h>

typedef struct
{
  double size; /* points */
  PangoWeight weight;
  PlotInk ink;
  gboolean tabular; /* digits of equal width */
} Style;

static const Style styles[SHEET_N_ROLES] = {
  [SHEET_ROLE_TITLE] = { 20, PANGO_WEIGHT_BOLD, PLOT_INK_TEXT, FALSE },
  [SHEET_ROLE_SUBTITLE] = { 11.5, PANGO_WEIGHT_NORMAL, PLOT_INK_MUTED, FALSE },
  [SHEET_ROLE_DATE] = { 9, PANGO_WEIGHT_NORMAL, PLOT_INK_MUTED, FALSE },
  [SHEET_ROLE_RUNNING] = { 8, PANGO_WEIGHT_NORMAL, PLOT_INK_MUTED, FALSE },
  [SHEET_ROLE_FOOT] = { 8, PANGO_WEIGHT_NORMAL, PLOT_INK_MUTED, TRUE },
  [SHEET_ROLE_CAPTION] = { 10.5, PANGO_WEIGHT_SEMIBOLD, PLOT_INK_TEXT, FALSE },
  [SHEET_ROLE_CAPTION_DETAIL] = { 8.5, PANGO_WEIGHT_NORMAL, PLOT_INK_MUTED, FALSE },
  [SHEET_ROLE_REMARK] = { 8.5, PANGO_WEIGHT_NORMAL, PLOT_INK_TEXT, FALSE },
  [SHEET_ROLE_MARKS] = { 8.5, PANGO_WEIGHT_NORMAL, PLOT_INK_TEXT, TRUE },
  [SHEET_ROLE_TABLE_CAPTION] = { 10.5, PANGO_WEIGHT_SEMIBOLD, PLOT_INK_TEXT, FALSE },
  [SHEET_ROLE_TABLE_HEAD] = { 8, PANGO_WEIGHT_SEMIBOLD, PLOT_INK_MUTED, FALSE },
  [SHEET_ROLE_CELL] = { 8.5, PANGO_WEIGHT_NORMAL, PLOT_INK_TEXT, TRUE },
  [SHEET_ROLE_HEADING] = { 14, PANGO_WEIGHT_BOLD, PLOT_INK_TEXT, FALSE },
  [SHEET_ROLE_INTRO] = { 8.5, PANGO_WEIGHT_NORMAL, PLOT_INK_MUTED, FALSE },
  [SHEET_ROLE_NOTE_NUMBER] = { 8.5, PANGO_WEIGHT_NORMAL, PLOT_INK_HUE, TRUE },
  [SHEET_ROLE_NOTE] = { 9, PANGO_WEIGHT_NORMAL, PLOT_INK_TEXT, FALSE },
  [SHEET_ROLE_NOTE_SOURCE] = { 8, PANGO_WEIGHT_NORMAL, PLOT_INK_MUTED, FALSE },
  [SHEET_ROLE_RULE] = { 0.7, PANGO_WEIGHT_NORMAL, PLOT_INK_AXIS, FALSE },
  [SHEET_ROLE_RULE_THIN] = { 0.5, PANGO_WEIGHT_NORMAL, PLOT_INK_GRID, FALSE },
};

double
sheet_style_size (SheetRole role)
{
  return styles[role].size;
}

PlotColour
sheet_style_colour (SheetRole role)
{
  PlotInk ink = styles[role].ink;

  return role == SHEET_ROLE_RULE || role == SHEET_ROLE_RULE_THIN
             ? plot_theme_mark_colour (PLOT_THEME_PRINT, ink)
             : plot_theme_text_colour (PLOT_THEME_PRINT, ink);
}

PangoLayout *
sheet_style_text (PangoContext *context, SheetRole role, const char *text, double width)
{
  const Style *style = &styles[role];
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (
      font, plot_text_family (pango_context_get_font_map (context)));
  pango_font_description_set_size (font, (int) lround (style->size * PANGO_SCALE));
  pango_font_description_set_weight (font, style->weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) floor (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.12f);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  if (style->tabular)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

static void
clear_span (gpointer data)
{
  g_free (((SheetLinkSpan *) data)->target);
}

SheetRun *
sheet_run_new (void)
{
  SheetRun *self = g_new0 (SheetRun, 1);

  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (SheetLinkSpan));
  g_array_set_clear_func (self->spans, clear_span);
  return self;
}

void
sheet_run_free (SheetRun *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

void
sheet_run_add_link (SheetRun *self, const char *text, gboolean outside, const char *target)
{
  SheetLinkSpan span = { .start = (guint) self->text->len, .outside = outside };

  g_string_append (self->text, text);
  span.end = (guint) self->text->len;
  span.target = g_strdup (target);
  g_array_append_val (self->spans, span);
}

static void
add_number (SheetRun *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("[%u]", number);
  g_autofree char *target = g_strdup_printf ("note-%u", number);

  sheet_run_add_link (self, text, FALSE, target);
}

void
sheet_run_add_notes (SheetRun *self, GArray *numbers, gboolean ranges)
{
  for (guint i = 0, last; i < numbers->len; i = last + 1)
    {
      guint first = g_array_index (numbers, guint, i);

      for (last = i; ranges && last + 1 < numbers->len
                     && g_array_index (numbers, guint, last + 1) == first + (last + 1 - i);
           last++)
        ;
      if (last < i + 2)
        last = i;
      if (i > 0)
        g_string_append (self->text, ranges ? ", " : " ");
      add_number (self, first);
      if (last > i)
        {
          g_string_append (self->text, "–");
          add_number (self, g_array_index (numbers, guint, last));
        }
    }
}

PangoLayout *
sheet_run_text (const SheetRun *self, PangoContext *context, SheetRole role, double width)
{
  PangoLayout *layout = sheet_style_text (context, role, self->text->str, width);
  PangoAttrList *old = pango_layout_get_attributes (layout);
  PangoAttrList *attributes = old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();
  PlotColour colour = plot_theme_text_colour (PLOT_THEME_PRINT, PLOT_INK_HUE);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SheetLinkSpan *span = &g_array_index (self->spans, SheetLinkSpan, i);
      PangoAttribute *ink = pango_attr_foreground_new ((guint16) lround (colour.red * 65535),
                                                       (guint16) lround (colour.green * 65535),
                                                       (guint16) lround (colour.blue * 65535));

      ink->start_index = span->start;
      ink->end_index = span->end;
      pango_attr_list_insert (attributes, ink);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

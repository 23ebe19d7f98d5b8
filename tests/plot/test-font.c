/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No word is set in two fonts, no letter is missing from them, text can be read on its page, and
 * colours can be told apart without one kind of cone. */

#include <math.h>
#include <string.h>

#include "plot-samples.h"
#include "plot-test-support.h"
#include "plot/plot-arrays.h"

static const char letters[] =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆFGHIÌỈĨÍỊJKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVWXYỲỶỸÝỴZ";

static char *
font_name (PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe (font);
  char *name = pango_font_description_to_string (description);

  pango_font_description_free (description);
  return name;
}

/* A run is a stretch in one font; two runs that meet inside a word must not differ in font. */
static void
check_layout (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  g_autofree char *before = NULL;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    for (GSList *r = ((PangoLayoutLine *) l->data)->runs; r != NULL; r = r->next)
      {
        PangoGlyphItem *run = r->data;
        const char *begin = text + run->item->offset;
        g_autofree char *name = font_name (run->item->analysis.font);
        gboolean inside_word = begin > text && g_unichar_isalpha (g_utf8_get_char (begin))
                               && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (begin)));

        if (inside_word && before != NULL && !g_str_equal (before, name))
          g_error ("“%s” changes from %s to %s inside a word", text, before, name);
        for (int g = 0; g < run->glyphs->num_glyphs; g++)
          if (run->glyphs->glyphs[g].glyph & PANGO_GLYPH_UNKNOWN_FLAG
              && run->glyphs->glyphs[g].glyph != PANGO_GLYPH_EMPTY)
            g_error ("“%s” has a letter that no font has", text);
        g_free (before);
        before = g_steal_pointer (&name);
      }
}

/* Each letter in the middle of a word, in every style, composed and not. */
static void
test_letters (void)
{
  for (const char *c = letters; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_autofree char *letter = g_strndup (c, (gsize) (g_utf8_next_char (c) - c));
      g_autofree char *parts = g_utf8_normalize (letter, -1, G_NORMALIZE_NFD);
      g_autofree char *word = g_strdup_printf ("h%snh", parts);
      g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_BAR, "vi");
      g_autoptr (PlotLayout) layout = NULL;

      plot_figure_set_title (figure, word);
      plot_figure_set_subtitle (figure, word);
      plot_figure_set_source (figure, word);
      plot_figure_add_category (figure, word);
      plot_figure_add_category (figure, word);
      plot_figure_set_unit (figure, word, 0);
      plot_figure_add_series (figure, word, PLOT_ROLE_NORMAL, 0);
      plot_figure_add_mark (figure, 0, &(PlotMark){ .x = 0, .value = 1, .role = PLOT_ROLE_FOCUS });
      plot_figure_add_mark (figure, 0, &(PlotMark){ .x = 1, .value = 1 });
      layout = plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);
      g_assert_cmpuint (layout->texts->len, >=, 7);
      for (guint i = 0; i < layout->texts->len; i++)
        check_layout (g_array_index (layout->texts, PlotText, i).layout);
    }
}

static void
test_samples (void)
{
  for (guint i = 0; i < plot_n_samples; i++)
    {
      g_autoptr (PlotFigure) figure = plot_samples[i].create ("vi");
      g_autoptr (PlotLayout) layout = plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);

      for (guint t = 0; t < layout->texts->len; t++)
        check_layout (g_array_index (layout->texts, PlotText, t).layout);
    }
}

static void
test_made_valid (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_BAR, "vi");

  plot_figure_set_title (figure, "Ngh\xff"
                                 "e\nAn");
  g_assert_true (g_utf8_validate (plot_figure_title (figure), -1, NULL));
  g_assert_null (strchr (plot_figure_title (figure), '\n'));
  plot_figure_set_title (figure, "Nghe\u0302\u0323 An");
  g_assert_cmpstr (plot_figure_title (figure), ==, "Nghệ An");
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Relative luminance and contrast as WCAG 2.1 defines them. */
static double
luminance (PlotColour c)
{
  return 0.2126 * linear (c.red) + 0.7152 * linear (c.green) + 0.0722 * linear (c.blue);
}

static double
contrast (PlotColour a, PlotColour b)
{
  double one = luminance (a) + 0.05, other = luminance (b) + 0.05;

  return one > other ? one / other : other / one;
}

static void
test_contrast (void)
{
  for (PlotTheme theme = PLOT_THEME_LIGHT; theme <= PLOT_THEME_PRINT; theme++)
    {
      PlotColour page = plot_theme_mark_colour (theme, PLOT_INK_PAGE);
      double least = theme == PLOT_THEME_HIGH_CONTRAST ? 7 : 4.5;

      for (PlotInk ink = PLOT_INK_TEXT; ink < PLOT_N_INKS; ink++)
        {
          if (ink != PLOT_INK_GRID && contrast (plot_theme_text_colour (theme, ink), page) < least)
            g_error ("%s text on %s has a contrast of %.2f", plot_ink_to_string (ink),
                     plot_theme_to_string (theme),
                     contrast (plot_theme_text_colour (theme, ink), page));
        }
    }
}

/* Full protan-, deuteran- and tritanopia on linear RGB, after Machado, Oliveira and Fernandes
 * (2009), A Physiologically-based Model for Simulation of Color Vision Deficiency; the first is
 * none. */
static const double visions[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static double
lab_curve (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

/* CIE L*a*b* under D65 of a colour as that vision sees it. */
static void
to_lab (PlotColour c, const double vision[3][3], double lab[3])
{
  const double rgb[3] = { linear (c.red), linear (c.green), linear (c.blue) };
  double seen[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (vision[i][0] * rgb[0] + vision[i][1] * rgb[1] + vision[i][2] * rgb[2], 0, 1);
  x = lab_curve ((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
  y = lab_curve (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
  z = lab_curve ((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

/* Any two of accent, context and hues are at least twelve units apart, five times what can just
 * be seen. */
static void
test_colour_blind (void)
{
  for (PlotTheme theme = PLOT_THEME_LIGHT; theme <= PLOT_THEME_PRINT; theme++)
    for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
      for (PlotInk a = PLOT_INK_ACCENT; a < PLOT_N_INKS; a++)
        for (PlotInk b = PLOT_INK_ACCENT; b < a; b++)
          {
            double one[3], other[3], apart;

            to_lab (plot_theme_mark_colour (theme, a), visions[v], one);
            to_lab (plot_theme_mark_colour (theme, b), visions[v], other);
            apart = sqrt (pow (one[0] - other[0], 2) + pow (one[1] - other[1], 2)
                          + pow (one[2] - other[2], 2));
            if (apart < 12)
              g_error ("%s: %s and %s are only %.1f apart for vision %u",
                       plot_theme_to_string (theme), plot_ink_to_string (a), plot_ink_to_string (b),
                       apart, v);
          }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/font/letters", test_letters);
  g_test_add_func ("/plot/font/samples", test_samples);
  g_test_add_func ("/plot/font/made-valid", test_made_valid);
  g_test_add_func ("/plot/theme/contrast", test_contrast);
  g_test_add_func ("/plot/theme/colour-blind", test_colour_blind);
  return g_test_run ();
}

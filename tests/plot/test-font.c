/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No word is set in two fonts, no letter is missing from them, and texts are made valid. */

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/font/letters", test_letters);
  g_test_add_func ("/plot/font/samples", test_samples);
  g_test_add_func ("/plot/font/made-valid", test_made_valid);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the text context of the chart tests: the one that export uses. */

#include "plot-test-support.h"

#include <string.h>

gboolean
plot_test_has_font (void)
{
  PangoContext *context = plot_text_context_new ();
  PangoFontDescription *wanted = pango_font_description_from_string ("Inter 12");
  PangoFont *font = pango_context_load_font (context, wanted);
  PangoFontDescription *found = pango_font_describe (font);
  gboolean ok = g_str_equal (pango_font_description_get_family (found), "Inter");

  pango_font_description_free (found);
  pango_font_description_free (wanted);
  g_object_unref (font);
  g_object_unref (context);
  return ok;
}

gboolean
plot_test_require_font (void)
{
  gboolean ok = plot_test_has_font ();

  if (!ok)
    g_test_skip ("the font Inter (Debian package fonts-inter) is not installed");
  return ok;
}

PlotLayout *
plot_test_layout (PlotFigure *figure, double width, double height, PlotTheme theme)
{
  PangoContext *context = plot_text_context_new ();
  PlotLayout *layout = plot_layout_new (figure, width, height, theme, context);

  g_object_unref (context);
  return layout;
}

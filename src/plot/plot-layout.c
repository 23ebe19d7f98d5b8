/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the layout's life and the order of its making: frame, then the kind's own part, then the
 * index of spots. After plot_layout_new() nothing in it changes. */

#include "plot-layout.h"

#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "plot-kind.h"

static void
clear_text (gpointer data)
{
  g_object_unref (((PlotText *) data)->layout);
}

static PlotLayout *
create (PlotFigure *figure, double width, double height, PlotTheme theme)
{
  PlotLayout *self = g_new0 (PlotLayout, 1);

  self->figure = plot_figure_ref (figure);
  self->width = width;
  self->height = height;
  self->theme = theme;
  self->along = plot_kind_class (plot_figure_kind (figure))->along;
  self->step = plot_kind_class (plot_figure_kind (figure))->step;
  self->texts = g_array_new (FALSE, FALSE, sizeof (PlotText));
  g_array_set_clear_func (self->texts, clear_text);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (PlotBox));
  self->strokes = g_array_new (FALSE, FALSE, sizeof (PlotStroke));
  self->paths = g_array_new (FALSE, FALSE, sizeof (PlotPath));
  self->points = g_array_new (FALSE, FALSE, sizeof (PlotPoint));
  self->symbols = g_array_new (FALSE, FALSE, sizeof (PlotSymbol));
  self->panels = g_array_new (FALSE, FALSE, sizeof (PlotRect));
  self->spots = g_array_new (FALSE, FALSE, sizeof (PlotSpot));
  self->series_first = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/* Text grows with the chart, slower than it: a poster's labels are larger than a tile's, yet a
 * screen's are not. Quarters of a pixel keep layouts of nearly equal sizes alike. */
static double
base_size (double width, double height)
{
  double side = MIN (width, height * 1.7);

  return round (CLAMP (11 + (side - 400) / 170, 11, 24) * 4) / 4;
}

static gboolean
has_marks (PlotFigure *figure)
{
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    if (plot_figure_n_marks (figure, s) > 0)
      return TRUE;
  return FALSE;
}

/* Marks without a single category to stand in are none. */
static gboolean
has_room_for_marks (PlotFigure *figure, const PlotKindClass *kind)
{
  return has_marks (figure) && (!kind->categories || plot_figure_n_categories (figure) > 0);
}

static void
build (PlotBuilder *builder, const PlotKindClass *kind)
{
  double margin = kind->bare ? 1 : round (0.9 * builder->em);
  PlotRect *area = &builder->area;

  *area = (PlotRect){ margin, margin, MAX (builder->layout->width - 2 * margin, 1),
                      MAX (builder->layout->height - 2 * margin, 1) };
  if (!kind->bare)
    plot_frame_build (builder, kind->swatches
                                   || plot_figure_panel_kind (builder->figure) == PLOT_KIND_COLUMN);
  builder->layout->plot = *area;
  if (has_room_for_marks (builder->figure, kind))
    kind->build (builder);
  else if (!kind->bare)
    plot_frame_build_empty (builder);
}

PlotLayout *
plot_layout_new (PlotFigure *figure, double width, double height, PlotTheme theme,
                 PangoContext *context)
{
  const PlotKindClass *kind;
  PlotBuilder builder;
  PlotLayout *self;

  g_return_val_if_fail (figure != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  kind = plot_kind_class (plot_figure_kind (figure));
  self = create (figure, CLAMP (width, 1, 16384), CLAMP (height, 1, 16384), theme);
  builder = (PlotBuilder){ .layout = self,
                           .figure = figure,
                           .context = context,
                           .language = plot_figure_language (figure),
                           .em = base_size (self->width, self->height) };
  build (&builder, kind);
  plot_layout_index_spots (self);
  return self;
}

void
plot_layout_free (PlotLayout *self)
{
  g_return_if_fail (self != NULL);

  plot_figure_unref (self->figure);
  g_array_unref (self->texts);
  g_array_unref (self->boxes);
  g_array_unref (self->strokes);
  g_array_unref (self->paths);
  g_array_unref (self->points);
  g_array_unref (self->symbols);
  g_array_unref (self->panels);
  g_array_unref (self->spots);
  g_array_unref (self->series_first);
  g_array_unref (self->sorted);
  g_free (self);
}

/* Pango's own list of families takes as long to make as several charts' texts to measure. */
static gboolean
has_family (PangoFontMap *fonts, const char *family)
{
  FcFontSet *all = PANGO_IS_FC_FONT_MAP (fonts) ? FcConfigGetFonts (
                       pango_fc_font_map_get_config (PANGO_FC_FONT_MAP (fonts)), FcSetSystem)
                                                : NULL;
  FcChar8 *name;

  for (int i = 0; all != NULL && i < all->nfont; i++)
    for (int n = 0; FcPatternGetString (all->fonts[i], FC_FAMILY, n, &name) == FcResultMatch; n++)
      if (strcmp ((const char *) name, family) == 0)
        return TRUE;
  return FALSE;
}

const char *
plot_text_family (PangoFontMap *fonts)
{
  const char *known = g_object_get_data (G_OBJECT (fonts), "plot-text-family");
  g_auto (GStrv) families = NULL;

  if (known != NULL)
    return known;
  known = PLOT_FONT_FAMILY;
  families = g_strsplit (PLOT_FONT_FAMILY, ", ", -1);
  for (char **family = families; *family != NULL; family++)
    if (has_family (fonts, *family))
      {
        known = g_intern_string (*family);
        break;
      }
  g_object_set_data (G_OBJECT (fonts), "plot-text-family", (gpointer) known);
  return known;
}

PangoContext *
plot_text_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  cairo_font_options_destroy (options);
  return context;
}

guint
plot_layout_n_texts (PlotLayout *self)
{
  return self->texts->len;
}

const char *
plot_layout_text (PlotLayout *self, guint i, double *x, double *y, double *width, double *height)
{
  const PlotText *text;

  g_return_val_if_fail (i < self->texts->len, NULL);

  text = &g_array_index (self->texts, PlotText, i);
  *x = text->box.x;
  *y = text->box.y;
  *width = text->box.width;
  *height = text->box.height;
  return pango_layout_get_text (text->layout);
}

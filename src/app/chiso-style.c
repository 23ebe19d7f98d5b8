/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only file that talks to AdwStyleManager: libplot-view must not know libadwaita. */

#include "chiso-style.h"

#define STYLE_RESOURCE "/org/chiso/ChiSo/style.css"

void
chiso_style_follow (PlotView *view)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (PLOT_IS_VIEW (view));
  g_object_bind_property (manager, "dark", view, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (manager, "high-contrast", view, "high-contrast", G_BINDING_SYNC_CREATE);
}

void
chiso_style_load (GdkDisplay *display)
{
  g_autoptr (GBytes) rules = g_resources_lookup_data (STYLE_RESOURCE, 0, NULL);
  g_autofree char *style = g_strdup_printf ("window, popover, tooltip { font-family: %s; }\n%s",
                                            plot_text_family (pango_cairo_font_map_get_default ()),
                                            (const char *) g_bytes_get_data (rules, NULL));
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, style, -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
chiso_style_apply (const char *scheme)
{
  AdwColorScheme value = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (scheme, "light") == 0)
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (scheme, "dark") == 0)
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), value);
}

gboolean
chiso_style_is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

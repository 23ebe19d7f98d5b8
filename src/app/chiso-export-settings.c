/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the export's choices to settings and back. Must not trust what is read: settings are a file
 * that anybody may have written. */

#include "chiso-export-settings.h"

const char *const chiso_export_formats[CHISO_EXPORT_N_FORMATS] = { "png", "svg", "pdf", "csv" };

static const char *const themes[] = {
  [PLOT_THEME_LIGHT] = "light",
  [PLOT_THEME_DARK] = "dark",
  [PLOT_THEME_HIGH_CONTRAST] = "high-contrast",
  [PLOT_THEME_PRINT] = "print",
};
static const char *const backgrounds[] = {
  [PLOT_BACKGROUND_THEME] = "theme",
  [PLOT_BACKGROUND_TRANSPARENT] = "transparent",
  [PLOT_BACKGROUND_WHITE] = "white",
};

static guint
find (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i], name))
      return i;
  return 0;
}

ChisoExportSettings
chiso_export_settings_load (GSettings *settings)
{
  ChisoExportSettings self = { .formats = { TRUE },
                               .options = { .width = 1200, .height = 675, .scale = 2 } };
  g_auto (GStrv) formats = NULL;
  g_autofree char *theme = NULL;
  g_autofree char *background = NULL;
  gboolean any = FALSE;

  if (settings == NULL)
    return self;
  formats = g_settings_get_strv (settings, "export-formats");
  theme = g_settings_get_string (settings, "export-theme");
  background = g_settings_get_string (settings, "export-background");
  for (guint i = 0; i < CHISO_EXPORT_N_FORMATS; i++)
    any |= self.formats[i] = g_strv_contains ((const char *const *) formats,
                                              chiso_export_formats[i]);
  self.formats[0] |= !any;
  self.options.width = g_settings_get_int (settings, "export-width");
  self.options.height = g_settings_get_int (settings, "export-height");
  self.options.scale = g_settings_get_int (settings, "export-scale");
  self.options.dpi = g_settings_get_int (settings, "export-resolution");
  self.options.theme = find (themes, G_N_ELEMENTS (themes), theme);
  self.options.background = find (backgrounds, G_N_ELEMENTS (backgrounds), background);
  if (self.options.background == PLOT_BACKGROUND_WHITE && self.options.theme == PLOT_THEME_DARK)
    self.options.background = PLOT_BACKGROUND_THEME;
  return self;
}

void
chiso_export_settings_save (GSettings *settings, const ChisoExportSettings *chosen)
{
  const char *formats[CHISO_EXPORT_N_FORMATS + 1] = { NULL };
  guint n = 0;

  if (settings == NULL)
    return;
  for (guint i = 0; i < CHISO_EXPORT_N_FORMATS; i++)
    if (chosen->formats[i])
      formats[n++] = chiso_export_formats[i];
  g_settings_set_strv (settings, "export-formats", formats);
  g_settings_set_int (settings, "export-width", (int) chosen->options.width);
  g_settings_set_int (settings, "export-height", (int) chosen->options.height);
  g_settings_set_int (settings, "export-scale", (int) chosen->options.scale);
  g_settings_set_int (settings, "export-resolution", (int) chosen->options.dpi);
  g_settings_set_string (settings, "export-theme", themes[chosen->options.theme]);
  g_settings_set_string (settings, "export-background", backgrounds[chosen->options.background]);
}

const char *
chiso_export_settings_format (const ChisoExportSettings *self)
{
  for (guint i = 0; i < CHISO_EXPORT_N_FORMATS; i++)
    if (self->formats[i])
      return chiso_export_formats[i];
  return chiso_export_formats[0];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the person's choices into the settings. The style applies at once, the language at the next
 * start, and the window says so. */

#include "chiso-preferences-window.h"

#include "chiso-toast.h"

#include <glib/gi18n.h>

struct _ChisoPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings;

  AdwComboRow *language;
  AdwComboRow *style;
  GtkLabel *library;
};

G_DEFINE_FINAL_TYPE (ChisoPreferencesWindow, chiso_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows' models. */
static const char *const languages[] = { "system", "vi", "en" };
static const char *const styles[] = { "system", "light", "dark" };

static guint
find_value (const char *const *values, guint n, const char *value)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (values[i], value) == 0)
      return i;
  return 0;
}

static void
language_selected_cb (ChisoPreferencesWindow *self)
{
  const char *language = languages[adw_combo_row_get_selected (self->language)];
  g_autofree char *before = NULL;

  if (self->settings == NULL)
    return;
  before = g_settings_get_string (self->settings, "language");
  if (g_str_equal (before, language))
    return;
  g_settings_set_string (self->settings, "language", language);
  adw_preferences_window_add_toast (
      ADW_PREFERENCES_WINDOW (self),
      chiso_toast_new (_ ("The language changes when the program is started again.")));
}

static void
style_selected_cb (ChisoPreferencesWindow *self)
{
  const char *style = styles[adw_combo_row_get_selected (self->style)];
  GApplication *application = g_application_get_default ();

  if (self->settings != NULL && application != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (application), "color-scheme",
                                        g_variant_new_string (style));
}

static void
chiso_preferences_window_dispose (GObject *object)
{
  g_clear_object (&CHISO_PREFERENCES_WINDOW (object)->settings);
  G_OBJECT_CLASS (chiso_preferences_window_parent_class)->dispose (object);
}

static void
chiso_preferences_window_class_init (ChisoPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chiso_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoPreferencesWindow, language);
  gtk_widget_class_bind_template_child (widget_class, ChisoPreferencesWindow, style);
  gtk_widget_class_bind_template_child (widget_class, ChisoPreferencesWindow, library);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, style_selected_cb);
}

static void
chiso_preferences_window_init (ChisoPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
chiso_preferences_window_new (ChisoSession *session)
{
  ChisoPreferencesWindow *self = g_object_new (CHISO_TYPE_PREFERENCES_WINDOW, NULL);
  GSettings *settings = chiso_session_get_settings (session);
  ChisoStore *store = chiso_session_get_store (session);

  if (settings != NULL)
    {
      g_autofree char *language = g_settings_get_string (settings, "language");
      g_autofree char *style = g_settings_get_string (settings, "color-scheme");

      adw_combo_row_set_selected (self->language,
                                  find_value (languages, G_N_ELEMENTS (languages), language));
      adw_combo_row_set_selected (self->style, find_value (styles, G_N_ELEMENTS (styles), style));
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->language), settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->style), settings != NULL);
  gtk_label_set_label (self->library, store != NULL ? chiso_store_path (store) : "");
  /* Only from now on is a selection the person's. */
  g_set_object (&self->settings, settings);
  return GTK_WIDGET (self);
}

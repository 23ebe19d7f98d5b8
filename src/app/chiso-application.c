/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the session when it is first needed and gives it to the window. A second start of the
 * program with the same library comes here as files to open. */

#include "chiso-application.h"

#include "chiso-preferences-window.h"
#include "chiso-style.h"
#include "chiso-window.h"

#include <glib/gi18n.h>

#define APPLICATION_ID "org.chiso.ChiSo"
#define RESOURCES "/org/chiso/ChiSo"

struct _ChisoApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  char *language;
  char *library; /* of --library, NULL for the user's own */
  ChisoSession *session;
};

G_DEFINE_FINAL_TYPE (ChisoApplication, chiso_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "library", 'l', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this library file"), N_ ("FILE") },
  { NULL },
};

GSettings *
chiso_application_find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static gboolean
set_icon_cb (gpointer data)
{
  gtk_window_set_default_icon_name (APPLICATION_ID);
  return G_SOURCE_REMOVE;
}

/* Drawing it takes longer than drawing the window, which comes first. */
static void
shown_cb (void)
{
  if (gtk_window_get_default_icon_name () == NULL)
    g_idle_add_full (G_PRIORITY_LOW, set_icon_cb, NULL, NULL);
}

/* A window is shown in any case: it is where a person reads what is wrong. */
static ChisoWindow *
ensure_window (ChisoApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  if (active != NULL)
    return CHISO_WINDOW (active);
  window = chiso_window_new (GTK_APPLICATION (self), self->session);
  g_signal_connect (window, "map", G_CALLBACK (shown_cb), NULL);
  if (chiso_session_get_store (self->session) == NULL
      && !chiso_session_open_library (self->session, self->library, &error))
    {
      g_autofree char *own = chiso_session_default_library ();

      chiso_window_show_failure (CHISO_WINDOW (window), self->library != NULL ? self->library : own,
                                 error);
    }
  return CHISO_WINDOW (window);
}

static void
chiso_application_activate (GApplication *application)
{
  chiso_window_present (ensure_window (CHISO_APPLICATION (application)));
}

static void
chiso_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  ChisoWindow *window = ensure_window (CHISO_APPLICATION (application));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);
  gtk_window_present (GTK_WINDOW (window));
  if (chiso_session_get_store (CHISO_APPLICATION (application)->session) != NULL)
    chiso_window_import (window, G_LIST_MODEL (list));
}

static int
chiso_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  ChisoApplication *self = CHISO_APPLICATION (application);

  g_variant_dict_lookup (dict, "library", "^ay", &self->library);
  /* The running program has its own library open: another one is another program. */
  if (self->library != NULL)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ChisoApplication *self = data;
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (window);
  g_application_quit (G_APPLICATION (self));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ChisoApplication *self = data;
  GtkWidget *window = chiso_preferences_window_new (self->session);

  gtk_window_set_transient_for (GTK_WINDOW (window),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ChisoApplication *self = data;

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (self)),
                         "application-name", "Chỉ Số", "application-icon", APPLICATION_ID,
                         "version", CHISO_VERSION, "license-type", GTK_LICENSE_GPL_3_0,
                         "developer-name", _ ("The Chỉ Số contributors"), "comments",
                         _ ("Charts the indicators of Vietnam's provinces out of published "
                            "reports; every mark opens the "
                            "sentence that it came from."),
                         NULL);
}

static void
color_scheme_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  ChisoApplication *self = data;

  chiso_style_apply (g_variant_get_string (state, NULL));
  if (self->settings != NULL)
    g_settings_set_value (self->settings, "color-scheme", state);
  g_simple_action_set_state (action, state);
}

static void
add_actions (ChisoApplication *self)
{
  const GActionEntry entries[] = {
    { "quit", quit_cb },
    { "preferences", preferences_cb },
    { "about", about_cb },
    { "color-scheme", NULL, "s", "'system'", color_scheme_cb },
  };
  const struct
  {
    const char *action;
    const char *keys[3];
  } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "win.show-help-overlay", { "<Control>question", "<Control>slash" } },
    { "win.import-files", { "<Control>o" } },
    { "win.import-folder", { "<Control><Shift>o" } },
    { "win.export", { "<Control>e" } },
    { "win.copy-picture", { "<Control><Shift>c" } },
    { "win.copy-table", { "<Control><Alt>c" } },
    { "win.print", { "<Control>p" } },
    { "win.report-sheet", { "<Control><Shift>p" } },
    { "window.close", { "<Control>w" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);
}

/* What the session needs is linked into the program: without it the program is broken. */
static gpointer
make_session (gpointer data)
{
  ChisoApplication *self = data;
  g_autoptr (GError) error = NULL;
  ChisoSession *session = chiso_session_new (self->language, self->settings, &error);

  if (session == NULL)
    g_error ("%s", error->message);
  return session;
}

/* The icon theme is read when it is first asked for something, and libadwaita has made it forget what
 * it had read. Once it is set up it may be asked by any thread: so nobody waits for it. */
static gpointer
read_icons (gpointer theme)
{
  gtk_icon_theme_has_icon (theme, APPLICATION_ID);
  g_object_unref (theme);
  return NULL;
}

static void
chiso_application_startup (GApplication *application)
{
  ChisoApplication *self = CHISO_APPLICATION (application);
  /* GTK takes longer to start. */
  GThread *making = g_thread_new ("session", make_session, self);
  GtkIconTheme *theme;

  G_APPLICATION_CLASS (chiso_application_parent_class)->startup (application);
  chiso_style_load (gdk_display_get_default ());
  theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  gtk_icon_theme_add_resource_path (theme, RESOURCES "/icons");
  g_thread_unref (g_thread_new ("icons", read_icons, g_object_ref (theme)));
  add_actions (self);
  if (self->settings != NULL)
    {
      g_autoptr (GVariant) scheme = g_settings_get_value (self->settings, "color-scheme");

      g_action_group_change_action_state (G_ACTION_GROUP (self), "color-scheme", scheme);
    }
  self->session = g_thread_join (making);
}

static void
chiso_application_finalize (GObject *object)
{
  ChisoApplication *self = CHISO_APPLICATION (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_free (self->language);
  g_free (self->library);
  G_OBJECT_CLASS (chiso_application_parent_class)->finalize (object);
}

static void
chiso_application_class_init (ChisoApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = chiso_application_finalize;
  application_class->startup = chiso_application_startup;
  application_class->activate = chiso_application_activate;
  application_class->open = chiso_application_open;
  application_class->handle_local_options = chiso_application_handle_local_options;
}

static void
chiso_application_init (ChisoApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self),
      _ ("Charts the indicators of Vietnam's provinces out of published reports."));
}

ChisoApplication *
chiso_application_new (const char *language, GSettings *settings)
{
  ChisoApplication *self = g_object_new (CHISO_TYPE_APPLICATION, "application-id", APPLICATION_ID,
                                         "flags", G_APPLICATION_HANDLES_OPEN, NULL);

  /* GTK would name it the icons just when it reads the others, and wait for that. */
  g_application_set_resource_base_path (G_APPLICATION (self), NULL);

  self->language = g_strdup (language);
  g_set_object (&self->settings, settings);
  return self;
}

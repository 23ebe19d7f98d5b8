/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the chips of a state and turns drags and keys on them into signals. Must not change a state.
 *
 * # Accessibility
 *
 * A chip is a button that removes its place, as Delete does; Alt+Left and Alt+Right move it, and the chip keeps the
 * focus, so that it can be moved on. */

#include "chiso-place-bar.h"

#include "chiso-picker.h"
#include "chiso-place-chip.h"
#include "chiso-wrap-layout.h"
#include "plot/plot-theme.h"

#include <glib/gi18n.h>
#include <string.h>

/* More chips than these would be a wall: the rest is counted. */
#define MAX_CHIPS 10

struct _ChisoPlaceBar
{
  AdwBin parent_instance;

  char *focused; /* place whose chip is to have the focus once chips are made anew, or NULL */

  GtkBox *chips;
  GtkLabel *rest;
  ChisoPicker *place_picker;
};

enum
{
  SIGNAL_ADDED,
  SIGNAL_REMOVED,
  SIGNAL_MOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoPlaceBar, chiso_place_bar, ADW_TYPE_BIN)

static void
picked_cb (ChisoPlaceBar *self, const char *key)
{
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, key);
}

static void
chip_clicked_cb (ChisoPlaceBar *self, ChisoPlaceChip *chip)
{
  g_autofree char *place = g_strdup (chiso_place_chip_get_place (chip));

  gtk_widget_grab_focus (GTK_WIDGET (self->place_picker));
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, place);
}

static void
move (ChisoPlaceBar *self, const char *place, int steps)
{
  g_autofree char *moved = g_strdup (place);

  g_free (self->focused);
  self->focused = g_strdup (place);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, moved, steps);
}

/* The keyboard goes to the chip beside it, so that several go one after the other. */
static void
remove_chip (ChisoPlaceBar *self, GtkWidget *chip)
{
  g_autofree char *place = g_strdup (chiso_place_chip_get_place (CHISO_PLACE_CHIP (chip)));
  GtkWidget *beside = gtk_widget_get_next_sibling (chip);

  if (beside == NULL || !CHISO_IS_PLACE_CHIP (beside))
    beside = gtk_widget_get_prev_sibling (chip);
  g_clear_pointer (&self->focused, g_free);
  if (beside != NULL)
    self->focused = g_strdup (chiso_place_chip_get_place (CHISO_PLACE_CHIP (beside)));
  gtk_widget_grab_focus (GTK_WIDGET (self->place_picker));
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, place);
}

static ChisoPlaceBar *
bar_of (GtkWidget *chip)
{
  return CHISO_PLACE_BAR (gtk_widget_get_ancestor (chip, CHISO_TYPE_PLACE_BAR));
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers,
        gpointer data)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean rtl = gtk_widget_get_direction (chip) == GTK_TEXT_DIR_RTL;
  int steps = key == GDK_KEY_Left ? -1 : key == GDK_KEY_Right ? 1 : 0;

  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    {
      remove_chip (bar_of (chip), chip);
      return GDK_EVENT_STOP;
    }
  if (steps == 0 || (modifiers & GDK_ALT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  move (bar_of (chip), chiso_place_chip_get_place (CHISO_PLACE_CHIP (chip)), rtl ? -steps : steps);
  return GDK_EVENT_STOP;
}

static int
index_of (ChisoPlaceBar *self, const char *place)
{
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    if (CHISO_IS_PLACE_CHIP (child)
        && g_str_equal (chiso_place_chip_get_place (CHISO_PLACE_CHIP (child)), place))
      return i;
  return -1;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, chiso_place_chip_get_place (data));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  ChisoPlaceBar *self = bar_of (data);
  int from = index_of (self, g_value_get_string (value));
  int to = index_of (self, chiso_place_chip_get_place (data));

  if (from < 0 || to < 0 || from == to)
    return FALSE;
  move (self, g_value_get_string (value), to - from);
  return TRUE;
}

static void
make_movable (GtkWidget *chip)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), NULL);
  gtk_widget_add_controller (chip, keys);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), chip);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), chip);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (target));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Alt+Left and Alt+Right change the order"), -1);
}

static void
remove_chips (ChisoPlaceBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL
         && CHISO_IS_PLACE_CHIP (child))
    gtk_box_remove (self->chips, child);
}

static void
chiso_place_bar_finalize (GObject *object)
{
  g_free (CHISO_PLACE_BAR (object)->focused);
  G_OBJECT_CLASS (chiso_place_bar_parent_class)->finalize (object);
}

static void
chiso_place_bar_class_init (ChisoPlaceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = chiso_place_bar_finalize;
  signals[SIGNAL_ADDED] = g_signal_new ("added", CHISO_TYPE_PLACE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", CHISO_TYPE_PLACE_BAR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", CHISO_TYPE_PLACE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  g_type_ensure (CHISO_TYPE_PICKER);
  g_type_ensure (CHISO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-place-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoPlaceBar, chips);
  gtk_widget_class_bind_template_child (widget_class, ChisoPlaceBar, rest);
  gtk_widget_class_bind_template_child (widget_class, ChisoPlaceBar, place_picker);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
chiso_place_bar_init (ChisoPlaceBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
chiso_place_bar_set_state (ChisoPlaceBar *self, const ChisoCompareState *state, GPtrArray *choices,
                           ChisoSession *session)
{
  GtkWidget *before = NULL;
  guint n;

  g_return_if_fail (CHISO_IS_PLACE_BAR (self));
  g_return_if_fail (state != NULL && choices != NULL && CHISO_IS_SESSION (session));

  n = MIN (state->places->len, MAX_CHIPS);
  remove_chips (self);
  for (guint i = 0; i < n; i++)
    {
      const char *place = state->places->pdata[i];
      g_autofree char *name = chiso_geo_place_name (chiso_session_get_geo (session),
                                                    state->boundary, place,
                                                    chiso_session_get_language (session));
      /* Beside others the country is drawn as their context, in grey. */
      gboolean context = strcmp (place, "VN") == 0 && state->places->len > 1;
      int colour = state->kind != PLOT_KIND_LINE ? -1 : context ? PLOT_N_HUES : (int) i;
      GtkWidget *chip = chiso_place_chip_new (place, name, colour);

      make_movable (chip);
      g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_insert_child_after (self->chips, chip, before);
      if (g_strcmp0 (place, self->focused) == 0)
        gtk_widget_grab_focus (chip);
      before = chip;
    }
  g_clear_pointer (&self->focused, g_free);
  if (state->places->len > n)
    {
      /* Translators: so many more places are compared than have a chip. */
      g_autofree char *rest = g_strdup_printf (
          ngettext ("and %u more", "and %u more", state->places->len - n), state->places->len - n);

      gtk_label_set_label (self->rest, rest);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rest), state->places->len > n);
  chiso_picker_set_choices (self->place_picker, choices);
  gtk_widget_set_sensitive (GTK_WIDGET (self->place_picker),
                            state->places->len < CHISO_COMPARE_MAX_PLACES);
}

void
chiso_place_bar_append (ChisoPlaceBar *self, GtkWidget *widget)
{
  g_return_if_fail (CHISO_IS_PLACE_BAR (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_box_append (self->chips, widget);
}

void
chiso_place_bar_choose (ChisoPlaceBar *self)
{
  g_return_if_fail (CHISO_IS_PLACE_BAR (self));
  chiso_picker_open (self->place_picker);
}

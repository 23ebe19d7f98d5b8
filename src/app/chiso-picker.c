/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the lines and the search. Must not know what a key stands for. */

#include "chiso-picker.h"

#include "chiso-text-scale.h"
#include "core/chiso-geo.h"

#include <glib/gi18n.h>

struct _ChisoPicker
{
  AdwBin parent_instance;

  GPtrArray *choices; /* of ChisoChoice* */
  char *selected;
  char *prompt;
  char *accessible_name;
  char *needle;     /* folded text of the search entry */
  gboolean several; /* the keyboard chooses one after the other */

  GtkMenuButton *button;
  GtkImage *icon;
  GtkLabel *label;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkScrolledWindow *scrolled;
};

enum
{
  PROP_PROMPT = 1,
  PROP_ICON_NAME,
  PROP_ACCESSIBLE_NAME,
  PROP_SEVERAL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoPicker, chiso_picker, ADW_TYPE_BIN)

static const ChisoChoice *
row_choice (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "choice");
}

static const ChisoChoice *
find_choice (ChisoPicker *self, const char *key)
{
  for (guint i = 0; key != NULL && self->choices != NULL && i < self->choices->len; i++)
    {
      const ChisoChoice *choice = self->choices->pdata[i];

      if (g_str_equal (choice->key, key))
        return choice;
    }
  return NULL;
}

static void
update_button (ChisoPicker *self)
{
  const ChisoChoice *choice = find_choice (self, self->selected);
  const char *text = choice != NULL ? choice->label : self->prompt;
  g_autofree char *name = NULL;

  gtk_label_set_label (self->label, text != NULL ? text : "");
  if (self->accessible_name != NULL && choice != NULL)
    name = g_strdup_printf ("%s: %s", self->accessible_name, choice->label);
  else
    name = g_strdup (self->accessible_name != NULL ? self->accessible_name : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : "", -1);
}

static GtkWidget *
create_row (const ChisoChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (choice->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (choice->detail != NULL)
    {
      GtkWidget *detail = gtk_label_new (choice->detail);

      gtk_widget_add_css_class (detail, "dim-label");
      gtk_widget_add_css_class (detail, "caption");
      gtk_widget_add_css_class (detail, "numeric");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "choice", (gpointer) choice);
  return row;
}

static guint
row_number (gpointer row, const char *name)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), name));
}

static void
set_row_number (gpointer row, const char *name, guint number)
{
  g_object_set_data (G_OBJECT (row), name, GUINT_TO_POINTER (number));
}

/* Groups stay as they are, with what matches best at the head of each. */
static int
sort_func (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  static const char *const names[] = { "group", "match", "place" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint one = row_number (a, names[i]), other = row_number (b, names[i]);

      if (one != other)
        return one < other ? -1 : 1;
    }
  return 0;
}

/* Rows are made when the list is opened, since most pickers never are. */
static void
fill_list (ChisoPicker *self)
{
  GtkWidget *child;
  guint group = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL
         && GTK_IS_LIST_BOX_ROW (child))
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; self->choices != NULL && i < self->choices->len; i++)
    {
      const ChisoChoice *choice = self->choices->pdata[i];
      const ChisoChoice *before = i > 0 ? self->choices->pdata[i - 1] : choice;
      GtkWidget *row = create_row (choice);

      group += g_strcmp0 (before->group, choice->group) != 0;
      set_row_number (row, "group", group);
      set_row_number (row, "match", CHISO_MATCH_NAME);
      set_row_number (row, "place", i);
      gtk_list_box_append (self->list, row);
      if (g_strcmp0 (choice->key, self->selected) == 0)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const ChisoChoice *choice = row_choice (row);
  const ChisoChoice *previous = before != NULL ? row_choice (before) : NULL;
  GtkWidget *label;

  if (choice->group == NULL
      || (previous != NULL && g_strcmp0 (previous->group, choice->group) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (choice->group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "picker-header");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
filter_func (GtkListBoxRow *row, gpointer data)
{
  return row_number (row, "match") < CHISO_MATCH_NOT;
}

/* The first line that the search has left, or NULL. */
static GtkListBoxRow *
first_row (ChisoPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)) && filter_func (row, self))
      return row;
  return NULL;
}

/* The line that Enter takes is shown. */
static void
search_changed_cb (ChisoPicker *self)
{
  GtkListBoxRow *row;

  g_free (self->needle);
  self->needle = chiso_fold_search (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    set_row_number (row, "match", chiso_choice_match (row_choice (row), self->needle));
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  row = *self->needle != '\0' ? first_row (self) : NULL;
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static void
row_activated_cb (ChisoPicker *self, GtkListBoxRow *row)
{
  g_autofree char *key = g_strdup (row_choice (row)->key);

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, key);
}

/* Enter in the search entry takes it; the next name can be typed at once. */
static void
search_activate_cb (ChisoPicker *self)
{
  GtkListBoxRow *row = first_row (self);
  g_autofree char *key = NULL;

  if (row == NULL)
    return;
  if (!self->several)
    {
      row_activated_cb (self, row);
      return;
    }
  key = g_strdup (row_choice (row)->key);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, key);
  if (!gtk_widget_is_sensitive (GTK_WIDGET (self)))
    gtk_popover_popdown (self->popover);
}

/* and the arrow down goes to it. */
static gboolean
search_key_cb (ChisoPicker *self, guint key)
{
  GtkListBoxRow *row = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? first_row (self) : NULL;

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static void
stop_search_cb (ChisoPicker *self)
{
  gtk_popover_popdown (self->popover);
}

/* In pixels: of the list at text of the usual size, and beside it. */
#define LIST_WIDTH 400
#define MARGIN 48

/* As wide as names and counts of that size need, and the window has. */
static void
fit_list (ChisoPicker *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int width = chiso_text_scale_pixels (root, LIST_WIDTH);

  if (root != NULL && gtk_widget_get_width (root) > 0)
    width = MIN (width, MAX (LIST_WIDTH, gtk_widget_get_width (root) - MARGIN));
  gtk_widget_set_size_request (gtk_popover_get_child (self->popover), width, -1);
}

static void
popover_show_cb (ChisoPicker *self)
{
  fit_list (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  fill_list (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
chiso_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ChisoPicker *self = CHISO_PICKER (object);

  switch (id)
    {
    case PROP_PROMPT:
      g_free (self->prompt);
      self->prompt = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->icon), g_value_get_string (value) != NULL);
      break;
    case PROP_ACCESSIBLE_NAME:
      g_free (self->accessible_name);
      self->accessible_name = g_value_dup_string (value);
      break;
    case PROP_SEVERAL:
      self->several = g_value_get_boolean (value);
      if (self->several)
        g_object_set (self->search, "placeholder-text", _ ("Enter adds, Esc closes"), NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  update_button (self);
}

static void
chiso_picker_finalize (GObject *object)
{
  ChisoPicker *self = CHISO_PICKER (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_free (self->selected);
  g_free (self->prompt);
  g_free (self->accessible_name);
  g_free (self->needle);
  G_OBJECT_CLASS (chiso_picker_parent_class)->finalize (object);
}

static void
chiso_picker_class_init (ChisoPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = chiso_picker_finalize;
  object_class->set_property = chiso_picker_set_property;
  properties[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_ACCESSIBLE_NAME] = g_param_spec_string ("accessible-name", NULL, NULL, NULL,
                                                          flags);
  properties[PROP_SEVERAL] = g_param_spec_boolean ("several", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", CHISO_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/chiso/ChiSo/ui/chiso-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoPicker, button);
  gtk_widget_class_bind_template_child (widget_class, ChisoPicker, icon);
  gtk_widget_class_bind_template_child (widget_class, ChisoPicker, label);
  gtk_widget_class_bind_template_child (widget_class, ChisoPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, ChisoPicker, search);
  gtk_widget_class_bind_template_child (widget_class, ChisoPicker, list);
  gtk_widget_class_bind_template_child (widget_class, ChisoPicker, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
}

static void
chiso_picker_init (ChisoPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  gtk_list_box_set_header_func (self->list, header_func, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, filter_func, self, NULL);
  gtk_list_box_set_sort_func (self->list, sort_func, NULL, NULL);
}

void
chiso_picker_set_choices (ChisoPicker *self, GPtrArray *choices)
{
  g_return_if_fail (CHISO_IS_PICKER (self));

  g_ptr_array_ref (choices);
  /* Rows point into the old choices. */
  g_clear_pointer (&self->needle, g_free);
  if (self->choices != NULL)
    {
      g_autoptr (GPtrArray) old = g_steal_pointer (&self->choices);

      fill_list (self);
    }
  self->choices = choices;
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    {
      fill_list (self);
      search_changed_cb (self);
    }
  update_button (self);
}

void
chiso_picker_set_selected (ChisoPicker *self, const char *key)
{
  g_return_if_fail (CHISO_IS_PICKER (self));

  if (g_strcmp0 (self->selected, key) != 0)
    {
      g_free (self->selected);
      self->selected = g_strdup (key);
    }
  update_button (self);
}

const char *
chiso_picker_get_selected (ChisoPicker *self)
{
  g_return_val_if_fail (CHISO_IS_PICKER (self), NULL);
  return self->selected;
}

void
chiso_picker_open (ChisoPicker *self)
{
  g_return_if_fail (CHISO_IS_PICKER (self));
  gtk_menu_button_popup (self->button);
}

guint
chiso_picker_count_matches (ChisoPicker *self, const char *text)
{
  g_autofree char *needle = NULL;
  guint n = 0;

  g_return_val_if_fail (CHISO_IS_PICKER (self), 0);

  needle = chiso_fold_search (text);
  for (guint i = 0; self->choices != NULL && i < self->choices->len; i++)
    n += chiso_choice_match (self->choices->pdata[i], needle) != CHISO_MATCH_NOT;
  return n;
}

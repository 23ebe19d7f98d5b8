/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws marks with text tags and answers pointer and keys from the same array of marks. Asks the
 * library nothing.
 *
 * Accessibility: a read-only text with GTK's own text interface; the selected figure is the text's
 * selection to assistive technology through the cursor, and the list beside it names it. */

#include "chiso-reader-text.h"

#include "chiso-reader-marks.h"
#include "chiso-record-words.h"
#include "chiso-report-item.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ChisoReaderText
{
  GtkTextView parent_instance;

  ChisoSession *session;
  GPtrArray *records; /* of ChisoRecord* */
  GArray *marks;      /* of ChisoReaderMark */
  guint base;         /* characters that stand before the document's own */
  int selected;       /* a mark, -1 for none */

  GtkTextTag *heading;
  GtkTextTag *evidence;
  GtkTextTag *figure;
  GtkTextTag *doubtful;
  GtkTextTag *chosen_sentence;
  GtkTextTag *chosen;
};

enum
{
  SIGNAL_RECORD_SELECTED,
  SIGNAL_RECORD_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoReaderText, chiso_reader_text, GTK_TYPE_TEXT_VIEW)

/* How much of the accent lies under the text: it stays readable in light, dark and high contrast. */
#define EVIDENCE_ALPHA 0.16
#define SENTENCE_ALPHA 0.10
#define CHOSEN_ALPHA 0.42

static const ChisoReaderMark *
mark_at (ChisoReaderText *self, int i)
{
  return &g_array_index (self->marks, ChisoReaderMark, i);
}

static void
set_tag_color (ChisoReaderText *self, GtkTextTag *tag, const char *property, const char *name,
               double alpha)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name,
                                       &color))
    color = (GdkRGBA){ 0.21, 0.52, 0.89, 1 };
  color.alpha = (float) alpha;
  g_object_set (tag, property, &color, NULL);
}

/* Tags know no style sheet: their colours are fetched from the theme whenever it changes. */
static void
update_colors (ChisoReaderText *self)
{
  set_tag_color (self, self->evidence, "background-rgba", "accent_bg_color", EVIDENCE_ALPHA);
  set_tag_color (self, self->chosen_sentence, "background-rgba", "accent_bg_color", SENTENCE_ALPHA);
  set_tag_color (self, self->chosen, "background-rgba", "accent_bg_color", CHOSEN_ALPHA);
  set_tag_color (self, self->doubtful, "underline-rgba", "window_fg_color", 0.55);
}

static void
chiso_reader_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (chiso_reader_text_parent_class)->css_changed (widget, change);
  update_colors (CHISO_READER_TEXT (widget));
}

static void
get_iter (ChisoReaderText *self, guint character, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), iter,
                                      (int) (self->base + character));
}

static void
apply (ChisoReaderText *self, GtkTextTag *tag, guint start, guint end)
{
  GtkTextIter from, to;

  get_iter (self, start, &from);
  get_iter (self, end, &to);
  gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), tag, &from, &to);
}

static gboolean
is_doubtful (ChisoReaderText *self, const ChisoReaderMark *mark)
{
  const ChisoRecord *record = self->records->pdata[mark->record];

  return record->observation->confidence < CHISO_CONFIDENCE_ASSERTED;
}

static void
apply_marks (ChisoReaderText *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ChisoReaderMark *mark = mark_at (self, i);

      apply (self, is_doubtful (self, mark) ? self->doubtful : self->evidence, mark->start,
             mark->end);
      if (!is_doubtful (self, mark))
        apply (self, self->figure, mark->figure, mark->to);
    }
}

/* The text that stands above a document which does not begin with its own title. */
static void
insert_heading (ChisoReaderText *self, const ChisoDocument *document)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const char *title = chiso_report_title (document);
  const char *text = document->text;
  gsize blank = strspn (text, " \t\r\n\xEF\xBB\xBF");
  GtkTextIter start, end;
  guint from = 0, length = (guint) g_utf8_strlen (title, -1);

  if (g_str_has_prefix (text + blank, title))
    from = (guint) g_utf8_strlen (text, (gssize) blank);
  else
    {
      g_autofree char *above = g_strconcat (title, "\n", NULL);

      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_insert (buffer, &start, above, -1);
      self->base = length + 1;
    }
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) (from + length));
  gtk_text_buffer_apply_tag (buffer, self->heading, &start, &end);
}

static void
go_to (ChisoReaderText *self, int mark)
{
  const ChisoReaderMark *now;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->chosen, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->chosen_sentence, &start, &end);
  self->selected = mark;
  if (mark < 0)
    return;
  now = mark_at (self, mark);
  apply (self, self->chosen_sentence, now->sentence, now->until);
  apply (self, self->chosen, now->start, now->end);
  get_iter (self, now->start, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  /* By a mark, because the view may not have its size or its lines' heights yet. */
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0, TRUE,
                                0, 0.3);
}

static int
mark_at_point (ChisoReaderText *self, double x, double y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (self->marks == NULL)
    return -1;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x,
                                         (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    return -1;
  if ((guint) gtk_text_iter_get_offset (&iter) < self->base)
    return -1;
  return chiso_reader_marks_at (self->marks, (guint) gtk_text_iter_get_offset (&iter) - self->base);
}

static void
motion_cb (ChisoReaderText *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   mark_at_point (self, x, y) >= 0 ? "pointer" : "text");
}

/* Dragging over a figure selects text, as everywhere: only a click opens it. */
static void
released_cb (ChisoReaderText *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  int mark = mark_at_point (self, x, y);

  if (mark < 0 || n_press != 1 || gtk_text_buffer_get_has_selection (buffer))
    return;
  go_to (self, mark);
  g_signal_emit (self, signals[SIGNAL_RECORD_SELECTED], 0, mark_at (self, mark)->record);
  chiso_reader_text_activate_selected (self);
}

static gboolean
chiso_reader_text_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                 GtkTooltip *tooltip)
{
  ChisoReaderText *self = CHISO_READER_TEXT (widget);
  int mark = keyboard ? self->selected : mark_at_point (self, x, y);
  g_autofree char *text = NULL;

  if (mark < 0)
    return FALSE;
  text = chiso_reader_text_describe (self, mark_at (self, mark)->record);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
step_key_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  return chiso_reader_text_step (CHISO_READER_TEXT (widget), g_variant_get_int32 (step));
}

static gboolean
activate_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return chiso_reader_text_activate_selected (CHISO_READER_TEXT (widget));
}

static gboolean
paste_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (widget, "win.paste-report", NULL);
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, GtkShortcutFunc func,
         int step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* Before the text view's own keys, which mean editing. */
static void
add_controllers (ChisoReaderText *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_n, 0, step_key_cb, 1);
  add_key (keys, GDK_KEY_p, 0, step_key_cb, -1);
  add_key (keys, GDK_KEY_Tab, 0, step_key_cb, 1);
  add_key (keys, GDK_KEY_Tab, GDK_SHIFT_MASK, step_key_cb, -1);
  add_key (keys, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, step_key_cb, -1);
  add_key (keys, GDK_KEY_Return, 0, activate_key_cb, 0);
  add_key (keys, GDK_KEY_KP_Enter, 0, activate_key_cb, 0);
  add_key (keys, GDK_KEY_v, GDK_CONTROL_MASK, paste_key_cb, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* A tag that is made later is drawn over the earlier ones. */
static void
create_tags (ChisoReaderText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  self->heading = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale",
                                              1.5, "pixels-below-lines", 12, NULL);
  self->chosen_sentence = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->evidence = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->figure = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  /* GTK draws an error's underline as dots. */
  self->doubtful = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR,
                                               NULL);
  self->chosen = gtk_text_buffer_create_tag (buffer, NULL, NULL);
}

static void
chiso_reader_text_dispose (GObject *object)
{
  ChisoReaderText *self = CHISO_READER_TEXT (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (chiso_reader_text_parent_class)->dispose (object);
}

static void
chiso_reader_text_class_init (ChisoReaderTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chiso_reader_text_dispose;
  widget_class->query_tooltip = chiso_reader_text_query_tooltip;
  widget_class->css_changed = chiso_reader_text_css_changed;
  signals[SIGNAL_RECORD_SELECTED] = g_signal_new ("record-selected", CHISO_TYPE_READER_TEXT,
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_RECORD_ACTIVATED] = g_signal_new ("record-activated", CHISO_TYPE_READER_TEXT,
                                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
chiso_reader_text_init (ChisoReaderText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->selected = -1;
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, 5);
  gtk_text_view_set_pixels_below_lines (view, 9);
  gtk_text_view_set_left_margin (view, 24);
  gtk_text_view_set_right_margin (view, 24);
  gtk_text_view_set_top_margin (view, 24);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader-text");
  create_tags (self);
  update_colors (self);
  add_controllers (self);
}

void
chiso_reader_text_set (ChisoReaderText *self, const ChisoDocument *document, GPtrArray *records,
                       ChisoSession *session)
{
  g_return_if_fail (CHISO_IS_READER_TEXT (self));
  g_return_if_fail (document != NULL && document->text != NULL);

  chiso_reader_text_clear (self);
  g_set_object (&self->session, session);
  self->records = g_ptr_array_ref (records);
  self->marks = chiso_reader_marks_new (document->text, document->length, records);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), document->text,
                            (int) document->length);
  insert_heading (self, document);
  apply_marks (self);
  chiso_reader_text_select (self, -1);
}

void
chiso_reader_text_clear (ChisoReaderText *self)
{
  g_return_if_fail (CHISO_IS_READER_TEXT (self));

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  self->selected = -1;
  self->base = 0;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "", 0);
}

void
chiso_reader_text_select (ChisoReaderText *self, int record)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  g_return_if_fail (CHISO_IS_READER_TEXT (self));

  if (self->marks != NULL && record >= 0)
    {
      go_to (self, chiso_reader_marks_of (self->marks, (guint) record));
      return;
    }
  go_to (self, -1);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0, TRUE,
                                0, 0);
}

int
chiso_reader_text_get_selected (ChisoReaderText *self)
{
  g_return_val_if_fail (CHISO_IS_READER_TEXT (self), -1);
  return self->selected >= 0 ? (int) mark_at (self, self->selected)->record : -1;
}

gboolean
chiso_reader_text_step (ChisoReaderText *self, int step)
{
  int next;

  g_return_val_if_fail (CHISO_IS_READER_TEXT (self), FALSE);

  if (self->marks == NULL)
    return FALSE;
  next = self->selected < 0 && step < 0 ? (int) self->marks->len - 1 : self->selected + step;
  if (next < 0 || next >= (int) self->marks->len)
    return FALSE;
  go_to (self, next);
  g_signal_emit (self, signals[SIGNAL_RECORD_SELECTED], 0, mark_at (self, next)->record);
  return TRUE;
}

gboolean
chiso_reader_text_activate_selected (ChisoReaderText *self)
{
  g_return_val_if_fail (CHISO_IS_READER_TEXT (self), FALSE);

  if (self->selected < 0)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_RECORD_ACTIVATED], 0, mark_at (self, self->selected)->record);
  return TRUE;
}

char *
chiso_reader_text_describe (ChisoReaderText *self, guint i)
{
  const ChisoRecord *record;
  const ChisoIndicator *indicator;
  g_autofree char *where = NULL;
  g_autofree char *value = NULL;
  const char *name;

  g_return_val_if_fail (CHISO_IS_READER_TEXT (self), NULL);
  g_return_val_if_fail (self->records != NULL && i < self->records->len, NULL);

  record = self->records->pdata[i];
  indicator = chiso_catalogue_find (chiso_session_get_catalogue (self->session),
                                    record->observation->indicator);
  name = indicator != NULL
             ? chiso_indicator_name (indicator, chiso_session_get_language (self->session))
             : record->observation->indicator;
  where = chiso_words_where (record, self->session);
  value = chiso_words_value (record, self->session);
  /* Translators: an indicator, its place and period, its value; and that the reading is doubtful. */
  if (record->observation->confidence < CHISO_CONFIDENCE_ASSERTED)
    return g_strdup_printf (_ ("%s · %s · %s (doubtful)"), name, where, value);
  return g_strdup_printf ("%s · %s · %s", name, where, value);
}

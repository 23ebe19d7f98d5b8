/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the button of a cited sentence. Judges nothing and looks nothing up.
 *
 * # Accessibility
 *
 * The button's name is the figure and its source; its description the whole sentence, which the
 * button itself may cut off. */

#include "chiso-cited.h"

#include "chiso-record-words.h"

/* Lines of a sentence that are shown; the tooltip has all of it. */
#define MAX_LINES 3

static void
open_url_cb (GtkWidget *button, gpointer data)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (button)), data, GDK_CURRENT_TIME);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_sentence (const ChisoRecord *record)
{
  GtkWidget *label = new_label (record->sentence, "caption");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = record->mark_start;
  bold->end_index = record->mark_end;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  return label;
}

/* "299 xã · Báo Nghệ An · 26/11/2021" */
static char *
heading (const ChisoRecord *record, ChisoSession *session)
{
  g_autofree char *value = chiso_words_value (record, session);
  g_autofree char *published = chiso_words_published (record, session);
  const char *source = published != NULL ? published : record->source_title;

  if (source == NULL || *source == '\0')
    return g_steal_pointer (&value);
  return g_strdup_printf ("%s · %s", value, source);
}

GtkWidget *
chiso_cited_new (const ChisoRecord *record, ChisoSession *session)
{
  g_autofree char *name = NULL;
  GtkWidget *button, *box, *row;

  g_return_val_if_fail (record != NULL && CHISO_IS_SESSION (session), NULL);

  name = heading (record, session);
  button = gtk_button_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (box), new_label (name, "caption-heading"));
  if (record->sentence != NULL)
    gtk_box_append (GTK_BOX (box), new_sentence (record));
  else if (record->source_title != NULL)
    gtk_box_append (GTK_BOX (box), new_label (record->source_title, "caption"));
  gtk_widget_set_hexpand (box, TRUE);
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_append (GTK_BOX (row), box);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button,
                               record->sentence != NULL ? record->sentence : record->source_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  record->sentence != NULL ? record->sentence : "", -1);
  if (record->document_id != 0)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", record->document_id,
                                        record->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-evidence");
    }
  else if (record->url != NULL && *record->url != '\0')
    g_signal_connect_data (button, "clicked", G_CALLBACK (open_url_cb), g_strdup (record->url),
                           (GClosureNotify) (void (*) (void)) g_free, 0);
  else
    gtk_widget_set_sensitive (button, FALSE);
  return button;
}

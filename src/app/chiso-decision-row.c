/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the row of a decision. Decides nothing: its buttons activate the window's actions.
 *
 * # Accessibility
 *
 * Each button's description is the figure that it is about, since several rows of one list have
 * buttons of the same name. */

#include "chiso-decision-row.h"

#include "chiso-record-words.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const reasons[CHISO_N_REASONS] = {
  [CHISO_REASON_OTHER_PERIOD] = N_ ("Other period"),
  [CHISO_REASON_OTHER_DENOMINATOR] = N_ ("Other denominator"),
  [CHISO_REASON_OTHER_DEFINITION] = N_ ("Other definition"),
  [CHISO_REASON_TYPING_ERROR] = N_ ("Typing error"),
  [CHISO_REASON_LATER_CORRECTION] = N_ ("Later correction"),
};

/* In the middle of a sentence. */
static char *
small_initial (const char *text)
{
  g_autofree char *initial = g_utf8_substring (text, 0, 1);
  g_autofree char *small = g_utf8_strdown (initial, -1);

  return g_strconcat (small, text + strlen (initial), NULL);
}

char *
chiso_decision_words (ChisoDecisionKind kind, ChisoReason reason)
{
  const char *what = kind == CHISO_DECISION_CHOOSE   ? _ ("Chosen")
                     : kind == CHISO_DECISION_REJECT ? _ ("Rejected")
                                                     : _ ("Accepted");
  g_autofree char *why = NULL;

  if (reason == CHISO_REASON_NONE)
    return g_strdup (what);
  why = small_initial (_ (reasons[reason]));
  return g_strdup_printf ("%s: %s", what, why);
}

static GtkWidget *
new_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  /* In line with the words inside the buttons above and below. */
  gtk_widget_set_margin_start (label, 10);
  gtk_widget_add_css_class (label, "caption-heading");
  return label;
}

static GtkWidget *
new_undo (const ChisoRecord *record)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Undo"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", record->decision.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.undo-decision");
  return button;
}

static GtkWidget *
new_choice (const ChisoRecord *record, gboolean drawn, const char *value)
{
  const char *kind = chiso_decision_kind_to_string (drawn ? CHISO_DECISION_REJECT
                                                          : CHISO_DECISION_CHOOSE);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *label = NULL;
  GtkWidget *button = gtk_menu_button_new ();

  for (ChisoReason reason = CHISO_REASON_NONE + 1; reason < CHISO_N_REASONS; reason++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (reasons[reason]), NULL);

      g_menu_item_set_action_and_target (item, "win.decide", "(xss)", record->id, kind,
                                         chiso_reason_to_string (reason));
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, _ ("For What Reason?"), G_MENU_MODEL (section));
  /* Translators: %s is the figure with its unit. */
  label = g_strdup_printf (drawn ? _ ("Reject %s…") : _ ("Choose %s…"), value);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  return button;
}

static GtkWidget *
new_accept (const ChisoRecord *record)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Accept"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xss)", record->id,
                                    chiso_decision_kind_to_string (CHISO_DECISION_ACCEPT), "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.decide");
  gtk_widget_set_tooltip_text (button, _ ("I have read it: the figure is as the source says"));
  return button;
}

static void
append_button (GtkWidget *row, GtkWidget *button, const char *value)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  value, -1);
  gtk_box_append (GTK_BOX (row), button);
}

/* A choice that a later one of another source outdid does not stand. */
static gboolean
is_decided (const ChisoRecord *record, gboolean drawn)
{
  return record->decision.id != 0 && (drawn || record->decision.kind == CHISO_DECISION_REJECT);
}

GtkWidget *
chiso_decision_row_new (const ChisoRecord *record, gboolean drawn, ChisoSession *session)
{
  GtkWidget *row;
  g_autofree char *value = NULL;

  g_return_val_if_fail (record != NULL && CHISO_IS_SESSION (session), NULL);

  value = chiso_words_value (record, session);
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  if (is_decided (record, drawn))
    {
      g_autofree char *words = chiso_decision_words (record->decision.kind,
                                                     record->decision.reason);

      gtk_box_append (GTK_BOX (row), new_label (words));
      append_button (row, new_undo (record), value);
      return row;
    }
  if (drawn)
    append_button (row, new_accept (record), value);
  append_button (row, new_choice (record, drawn, value), value);
  return row;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one record. Must not look anything up: what it shows is in the record; what contradicts it is
 * its list of findings' to ask for. */

#include "chiso-evidence-card.h"

#include "chiso-finding-list.h"
#include "chiso-record-words.h"

#include <glib/gi18n.h>

struct _ChisoEvidenceCard
{
  AdwBin parent_instance;

  gint64 document_id;
  gint64 record_id;
  char *url;

  GtkLabel *indicator;
  GtkLabel *where;
  GtkLabel *value;
  GtkLabel *remark;
  GtkLabel *sentence;
  GtkLabel *curated;
  ChisoFindingList *findings;
  GtkLabel *title;
  GtkLabel *published;
  GtkLabel *note;
  GtkWidget *open_report;
  GtkWidget *open_source;
};

G_DEFINE_FINAL_TYPE (ChisoEvidenceCard, chiso_evidence_card, ADW_TYPE_BIN)

static void
set_label (GtkLabel *label, const char *text)
{
  gboolean any = text != NULL && *text != '\0';

  gtk_label_set_label (label, any ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), any);
}

static void
take_label (GtkLabel *label, char *text)
{
  set_label (label, text);
  g_free (text);
}

/* The accent at a quarter of its strength reads on light and dark alike. */
static PangoAttrList *
highlight (guint start, guint end)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *marks[] = {
    pango_attr_background_new (0x3535, 0x8484, 0xe4e4),
    pango_attr_background_alpha_new (0x4800),
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = start;
      marks[i]->end_index = end;
      pango_attr_list_insert (attributes, marks[i]);
    }
  return attributes;
}

static void
show_sentence (ChisoEvidenceCard *self, const ChisoRecord *record)
{
  set_label (self->sentence, record->sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->curated), record->sentence == NULL);
  if (record->sentence != NULL)
    {
      g_autoptr (PangoAttrList) attributes = highlight (record->mark_start, record->mark_end);

      gtk_label_set_attributes (self->sentence, attributes);
    }
}

static void
open_report_cb (ChisoEvidenceCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-evidence", "(xx)", self->document_id,
                              self->record_id);
}

static void
open_source_cb (ChisoEvidenceCard *self)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->url, GDK_CURRENT_TIME);
}

static void
append_line (GString *text, GtkLabel *label)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (label)))
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, gtk_label_get_label (label));
}

static void
copy_cb (ChisoEvidenceCard *self)
{
  GtkLabel *lines[] = { self->indicator, self->where, self->value,    self->remark,
                        self->sentence,  self->title, self->published };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    append_line (text, lines[i]);
  if (self->url != NULL && *self->url != '\0')
    g_string_append_printf (text, "\n%s", self->url);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
chiso_evidence_card_finalize (GObject *object)
{
  g_free (CHISO_EVIDENCE_CARD (object)->url);
  G_OBJECT_CLASS (chiso_evidence_card_parent_class)->finalize (object);
}

static void
chiso_evidence_card_class_init (ChisoEvidenceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = chiso_evidence_card_finalize;
  g_type_ensure (CHISO_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-evidence-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, indicator);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, where);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, value);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, remark);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, curated);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, findings);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, title);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, published);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, note);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, open_report);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidenceCard, open_source);
  gtk_widget_class_bind_template_callback (widget_class, open_report_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_source_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
chiso_evidence_card_init (ChisoEvidenceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
chiso_evidence_card_set_record (ChisoEvidenceCard *self, const ChisoRecord *record,
                                ChisoSession *session)
{
  const ChisoIndicator *indicator;

  g_return_if_fail (CHISO_IS_EVIDENCE_CARD (self));
  g_return_if_fail (record != NULL);

  self->document_id = record->document_id;
  self->record_id = record->id;
  g_free (self->url);
  self->url = g_strdup (record->url);

  indicator = chiso_catalogue_find (chiso_session_get_catalogue (session),
                                    record->observation->indicator);
  set_label (self->indicator, indicator != NULL ? chiso_indicator_name (
                                  indicator, chiso_session_get_language (session))
                                                : record->observation->indicator);
  take_label (self->where, chiso_words_where (record, session));
  take_label (self->value, chiso_words_value (record, session));
  take_label (self->remark, chiso_words_remark (record, session));
  show_sentence (self, record);
  chiso_finding_list_set_record (self->findings, record, session);
  set_label (self->title, record->source_title);
  take_label (self->published, chiso_words_published (record, session));
  set_label (self->note, record->note);
  gtk_widget_set_visible (self->open_report, record->document_id != 0);
  gtk_widget_set_visible (self->open_source, record->url != NULL && *record->url != '\0');
  gtk_widget_set_tooltip_text (self->open_source, record->url);
}

const char *
chiso_evidence_card_get_sentence (ChisoEvidenceCard *self)
{
  g_return_val_if_fail (CHISO_IS_EVIDENCE_CARD (self), NULL);
  return gtk_label_get_label (gtk_widget_get_visible (GTK_WIDGET (self->sentence)) ? self->sentence
                                                                                   : self->curated);
}

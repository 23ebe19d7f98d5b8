/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads and shows the findings about a record, with the other sentences that they cite. Judges nothing: the auditor does, over the figures of
 * the record's place and indicator, few enough for the main thread.
 *
 * # Accessibility
 *
 * The list is a group with a name; each line reads its severity, which the icon shows by its shape,
 * before its sentence, and can be selected and copied. Below it the other sentences that it cites are
 * buttons that open them. Whatever was found, the record itself can be rejected, and a decision about
 * it can be undone. */

#include "chiso-finding-list.h"

#include "chiso-cited.h"
#include "chiso-decision-row.h"
#include "core/chiso-audit.h"
#include "figures/chiso-finding-words.h"

#include <glib/gi18n.h>

struct _ChisoFindingList
{
  AdwBin parent_instance;

  ChisoSession *session; /* weak: an answer that comes after it has nobody to tell */
  gulong changed;        /* handler at the session, 0 for none */
  char *indicator;       /* of the record, as its place */
  char *place;
  GCancellable *cancellable; /* of the question under way, or NULL */
  gint64 record_id;
  GPtrArray *labels; /* GtkLabel, borrowed from box */
  GPtrArray *cited;  /* GtkButton, borrowed from box */
  GtkWidget *own;    /* the row of the record's own decision, borrowed from box; NULL for none */

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (ChisoFindingList, chiso_finding_list, ADW_TYPE_BIN)

static const struct
{
  const char *icon;
  const char *name;
} severities[] = {
  [CHISO_SEVERITY_NOTE] = { "dialog-information-symbolic", N_ ("Note") },
  [CHISO_SEVERITY_WARNING] = { "dialog-warning-symbolic", N_ ("Warning") },
  [CHISO_SEVERITY_ERROR] = { "dialog-error-symbolic", N_ ("Error") },
};

static void
cancel (ChisoFindingList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
clear (ChisoFindingList *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->labels, 0);
  g_ptr_array_set_size (self->cited, 0);
  self->own = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
new_label (const char *words, const char *severity)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", severity, words);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* As the sentence above: a focused label would select itself whole. */
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return label;
}

static GtkWidget *
add_decision (ChisoFindingList *self, const ChisoRecord *record)
{
  GtkWidget *row = chiso_decision_row_new (record, record->id == self->record_id, self->session);

  gtk_box_append (self->box, row);
  return row;
}

/* Which of the sources to take is the person's to say; of the one that is drawn first. */
static void
add_own_decision (ChisoFindingList *self, const ChisoFinding *finding)
{
  for (guint i = 0; i < finding->records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (finding->records, i);

      if (record->id != self->record_id || finding->kind != CHISO_FINDING_CONFLICT
          || self->own != NULL)
        continue;
      self->own = add_decision (self, record);
      gtk_widget_set_margin_start (self->own, 16);
    }
}

/* A figure can be wrong where nothing contradicts it. */
static void
add_lone_decision (ChisoFindingList *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len && self->own == NULL; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);

      if (record->id == self->record_id)
        self->own = add_decision (self, record);
    }
}

/* A list longer than this is for the table, not for the margin of a chart. */
#define MAX_CITED 6

/* The other sentences of the finding: the record's own stands above. */
static void
add_cited (ChisoFindingList *self, const ChisoFinding *finding)
{
  guint n = 0;

  for (guint i = 0; i < finding->records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (finding->records, i);
      GtkWidget *cited;

      if (record->id == self->record_id || n++ >= MAX_CITED)
        continue;
      cited = chiso_cited_new (record, self->session);
      gtk_widget_set_margin_start (cited, 16);
      gtk_box_append (self->box, cited);
      g_ptr_array_add (self->cited, cited);
      if (finding->kind == CHISO_FINDING_CONFLICT)
        gtk_widget_set_margin_start (add_decision (self, record), 16);
    }
}

static void
add_line (ChisoFindingList *self, const ChisoFinding *finding)
{
  g_autofree char *words = chiso_finding_to_words (
      finding, chiso_session_get_catalogue (self->session), chiso_session_get_geo (self->session),
      chiso_session_get_language (self->session));
  const char *severity = _ (severities[finding->severity].name);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (severities[finding->severity].icon);
  GtkWidget *label = new_label (words, severity);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (icon, severity);
  if (finding->severity != CHISO_SEVERITY_NOTE)
    gtk_widget_add_css_class (icon,
                              finding->severity == CHISO_SEVERITY_ERROR ? "error" : "warning");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->box, row);
  g_ptr_array_add (self->labels, label);
  add_own_decision (self, finding);
  add_cited (self, finding);
}

static void
show_findings (ChisoFindingList *self, GPtrArray *records)
{
  g_autoptr (GPtrArray)
      findings = chiso_audit (records, chiso_session_get_catalogue (self->session));

  clear (self);
  for (guint i = 0; i < findings->len; i++)
    if (chiso_finding_cites (findings->pdata[i], self->record_id))
      add_line (self, findings->pdata[i]);
  add_lone_decision (self, records);
  gtk_widget_set_visible (GTK_WIDGET (self), self->labels->len > 0 || self->own != NULL);
}

/* Without an answer there is nothing to say: the page that asks the same library tells why. */
static void
records_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (ChisoFindingList) self = g_weak_ref_get (weak);
  g_autoptr (GPtrArray) records = chiso_store_query_finish (CHISO_STORE (store), result, NULL);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (records != NULL && self->session != NULL)
    show_findings (self, records);
}

/* What is shown stays until the answer comes. */
static void
ask (ChisoFindingList *self)
{
  const char *indicators[] = { self->indicator, NULL }, *places[] = { self->place, NULL };
  /* Parts of totals are among the doubtful records. */
  ChisoQuery query = { .indicators = indicators,
                       .places = places,
                       .min_confidence = -1,
                       .with_units = TRUE,
                       .units_beside_own = TRUE };
  ChisoStore *store = chiso_session_get_store (self->session);
  GWeakRef *weak;

  cancel (self);
  if (store == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  chiso_store_query_async (store, &query, self->cancellable, records_cb, weak);
}

static void
set_session (ChisoFindingList *self, ChisoSession *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_clear_signal_handler (&self->changed, self->session);
  self->changed = 0;
  g_set_weak_pointer (&self->session, session);
  if (session != NULL)
    self->changed = g_signal_connect_object (session, "changed", G_CALLBACK (ask), self,
                                             G_CONNECT_SWAPPED);
}

static void
chiso_finding_list_dispose (GObject *object)
{
  ChisoFindingList *self = CHISO_FINDING_LIST (object);

  cancel (self);
  set_session (self, NULL);
  G_OBJECT_CLASS (chiso_finding_list_parent_class)->dispose (object);
}

static void
chiso_finding_list_finalize (GObject *object)
{
  ChisoFindingList *self = CHISO_FINDING_LIST (object);

  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->cited);
  g_free (self->indicator);
  g_free (self->place);
  G_OBJECT_CLASS (chiso_finding_list_parent_class)->finalize (object);
}

static void
chiso_finding_list_class_init (ChisoFindingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chiso_finding_list_dispose;
  object_class->finalize = chiso_finding_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-finding-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoFindingList, box);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chiso_finding_list_init (ChisoFindingList *self)
{
  self->labels = g_ptr_array_new ();
  self->cited = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
chiso_finding_list_set_record (ChisoFindingList *self, const ChisoRecord *record,
                               ChisoSession *session)
{
  g_return_if_fail (CHISO_IS_FINDING_LIST (self));
  g_return_if_fail (record != NULL);
  g_return_if_fail (CHISO_IS_SESSION (session));

  clear (self);
  set_session (self, session);
  self->record_id = record->id;
  g_free (self->indicator);
  self->indicator = g_strdup (record->observation->indicator);
  g_free (self->place);
  self->place = g_strdup (record->observation->place);
  ask (self);
}

guint
chiso_finding_list_get_n_findings (ChisoFindingList *self)
{
  g_return_val_if_fail (CHISO_IS_FINDING_LIST (self), 0);
  return self->labels->len;
}

const char *
chiso_finding_list_get_text (ChisoFindingList *self, guint i)
{
  g_return_val_if_fail (CHISO_IS_FINDING_LIST (self), NULL);
  g_return_val_if_fail (i < self->labels->len, NULL);
  return gtk_label_get_label (self->labels->pdata[i]);
}

GtkWidget *
chiso_finding_list_get_cited (ChisoFindingList *self, guint i)
{
  g_return_val_if_fail (CHISO_IS_FINDING_LIST (self), NULL);
  return i < self->cited->len ? self->cited->pdata[i] : NULL;
}

GtkWidget *
chiso_finding_list_get_own_decision (ChisoFindingList *self)
{
  g_return_val_if_fail (CHISO_IS_FINDING_LIST (self), NULL);
  return self->own;
}

gboolean
chiso_finding_list_is_loading (ChisoFindingList *self)
{
  g_return_val_if_fail (CHISO_IS_FINDING_LIST (self), FALSE);
  return self->cancellable != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists what a place lacks and what the auditor and the extractor doubt. Judges nothing itself: the
 * auditor does, over the figures of one place, few enough for the main thread.
 *
 * # Accessibility
 *
 * Two lists with headings; each row reads its icon's meaning before its sentence. */

#include "chiso-overview-needs.h"

#include "chiso-column-layout.h"
#include "chiso-coverage.h"
#include "chiso-evidence.h"
#include "chiso-loader.h"
#include "chiso-missing.h"
#include "chiso-record-words.h"
#include "core/chiso-audit.h"
#include "figures/chiso-finding-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Rows shown before the person asks for all. */
#define MAX_ROWS 5

struct _ChisoOverviewNeeds
{
  AdwBin parent_instance;

  ChisoSession *session;
  ChisoLoader *loader; /* all figures of the place, the doubtful ones too */
  int year;
  guint n_missing;
  guint n_reviews;

  GtkWidget *missing_box;
  GtkLabel *missing_heading;
  GtkListBox *missing;
  GtkWidget *all_missing;
  GtkWidget *reviews_box;
  GtkListBox *reviews;
  GtkWidget *all_reviews;
};

enum
{
  SIGNAL_COUNTED,
  SIGNAL_YEAR_WANTED,
  SIGNAL_RECORD_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoOverviewNeeds, chiso_overview_needs, ADW_TYPE_BIN)

/* Something to look at, before it becomes a row. */
typedef struct
{
  int rank; /* the greatest first */
  const char *icon;
  const char *css_class; /* of the icon, or NULL */
  char *title;
  char *subtitle;   /* or NULL */
  gint64 record_id; /* whose evidence it opens */
} Review;

static void
review_clear (gpointer data)
{
  Review *review = data;

  g_free (review->title);
  g_free (review->subtitle);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* A box asks children that wrap how narrow they can be at a height, which is searched for by measuring
 * them twenty times; a grid of one row asks them once and places them alike. */
static void
lay_out_as_grid (GtkWidget *row)
{
  GtkWidget *content = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkLayoutManager *layout;
  int column = 0;

  if (!GTK_IS_BOX (content)
      || gtk_orientable_get_orientation (GTK_ORIENTABLE (content)) != GTK_ORIENTATION_HORIZONTAL)
    return;
  layout = gtk_grid_layout_new ();
  /* Its one row is as high as the content. */
  gtk_grid_layout_set_row_homogeneous (GTK_GRID_LAYOUT (layout), TRUE);
  gtk_widget_set_layout_manager (content, layout);
  for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_grid_layout_child_set_column (
        GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, child)), column++);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  if (subtitle != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
    }
  lay_out_as_grid (row);
  return row;
}

/* Rows past the first few wait behind the button. */
static void
append_row (GtkListBox *list, GtkWidget *row, guint i, GtkWidget *all)
{
  gtk_list_box_append (list, row);
  gtk_widget_set_visible (row, i < MAX_ROWS);
  gtk_widget_set_visible (all, i >= MAX_ROWS);
}

static void
show_all_rows (GtkListBox *list, GtkWidget *all)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  gtk_widget_set_visible (all, FALSE);
  row = gtk_list_box_get_row_at_index (list, MAX_ROWS);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
all_missing_clicked_cb (ChisoOverviewNeeds *self)
{
  show_all_rows (self->missing, self->all_missing);
}

static void
all_reviews_clicked_cb (ChisoOverviewNeeds *self)
{
  show_all_rows (self->reviews, self->all_reviews);
}

static void
add_arrow (GtkWidget *row)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static void
missing_activated_cb (ChisoOverviewNeeds *self, AdwActionRow *row)
{
  g_signal_emit (self, signals[SIGNAL_YEAR_WANTED], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "year")));
}

static char *
words_of_missing (const ChisoMissing *missing, int year)
{
  g_autofree char *own = NULL;
  g_autofree char *others = NULL;

  if (missing->nearest_year == 0)
    own = g_strdup (_ ("Not reported for any year"));
  else if (missing->nearest_year < year)
    /* Translators: when a province last reported an indicator that it lacks for the year shown. */
    own = g_strdup_printf (_ ("Last reported for %d"), missing->nearest_year);
  else
    /* Translators: a province reports an indicator only for a year after the one shown. */
    own = g_strdup_printf (_ ("Reported for %d only"), missing->nearest_year);
  if (missing->n_others == 0)
    return g_steal_pointer (&own);
  others = g_strdup_printf (
      ngettext ("%u other province reports it", "%u other provinces report it", missing->n_others),
      missing->n_others);
  return g_strdup_printf ("%s · %s", own, others);
}

static void
show_missing (ChisoOverviewNeeds *self, GPtrArray *coverage, const char *key)
{
  ChisoCatalogue *catalogue = chiso_session_get_catalogue (self->session);
  const char *language = chiso_session_get_language (self->session);
  g_autoptr (GArray) list = chiso_missing_list (coverage, catalogue, key, self->year);
  /* Translators: a heading; a year. */
  g_autofree char *heading = g_strdup_printf (_ ("Not reported for %d"), self->year);

  clear_list (self->missing);
  gtk_widget_set_visible (self->all_missing, FALSE);
  self->n_missing = list->len;
  for (guint i = 0; i < list->len; i++)
    {
      const ChisoMissing *missing = &g_array_index (list, ChisoMissing, i);
      g_autofree char *subtitle = words_of_missing (missing, self->year);
      GtkWidget *row = new_row (chiso_indicator_name (missing->indicator, language), subtitle);

      if (missing->nearest_year != 0)
        {
          g_object_set_data (G_OBJECT (row), "year", GINT_TO_POINTER (missing->nearest_year));
          g_signal_connect_swapped (row, "activated", G_CALLBACK (missing_activated_cb), self);
          add_arrow (row);
        }
      append_row (self->missing, row, i, self->all_missing);
    }
  gtk_label_set_label (self->missing_heading, heading);
  gtk_widget_set_visible (self->missing_box, list->len > 0);
}

static const struct
{
  const char *icon;
  const char *css_class;
} severities[] = {
  [CHISO_SEVERITY_NOTE] = { "dialog-information-symbolic", NULL },
  [CHISO_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning" },
  [CHISO_SEVERITY_ERROR] = { "dialog-error-symbolic", "error" },
};

static gboolean
is_of_year (const ChisoRecord *record, int year)
{
  return chiso_period_last_year (&record->observation->period) == year;
}

static gboolean
finding_is_of_year (const ChisoFinding *finding, int year)
{
  for (guint i = 0; i < finding->records->len; i++)
    if (is_of_year (finding->records->pdata[i], year))
      return TRUE;
  return FALSE;
}

static void
collect_findings (ChisoOverviewNeeds *self, GPtrArray *findings, GArray *reviews)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const ChisoFinding *finding = findings->pdata[i];
      Review review = { .rank = finding->severity * 2 + 1,
                        .icon = severities[finding->severity].icon,
                        .css_class = severities[finding->severity].css_class };

      /* What a person decided needs no second look; districts among themselves are no matter here. */
      if (!finding_is_of_year (finding, self->year) || finding->decided
          || strchr (((const ChisoRecord *) finding->records->pdata[0])->observation->place, '/'))
        continue;
      review.title = chiso_finding_to_words (finding, chiso_session_get_catalogue (self->session),
                                             chiso_session_get_geo (self->session),
                                             chiso_session_get_language (self->session));
      review.record_id = ((const ChisoRecord *) finding->records->pdata[0])->id;
      g_array_append_val (reviews, review);
    }
}

static gboolean
is_cited (GPtrArray *findings, gint64 record_id)
{
  for (guint i = 0; i < findings->len; i++)
    if (chiso_finding_cites (findings->pdata[i], record_id))
      return TRUE;
  return FALSE;
}

/* Figures of the year that the extractor is not sure of, which are in no chart. */
static void
collect_doubtful (ChisoOverviewNeeds *self, GPtrArray *records, GPtrArray *findings,
                  GArray *reviews)
{
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = records->pdata[i];
      const ChisoIndicator *indicator = chiso_catalogue_find (
          chiso_session_get_catalogue (self->session), record->observation->indicator);
      g_autofree char *value = NULL;
      Review review = { .rank = 2, .icon = "dialog-question-symbolic", .record_id = record->id };

      if (record->observation->confidence >= CHISO_CONFIDENCE_ASSERTED || indicator == NULL
          || record->decision.kind != CHISO_DECISION_NONE || !is_of_year (record, self->year)
          || is_cited (findings, record->id))
        continue;
      value = chiso_words_value (record, self->session);
      /* Translators: an indicator and a value that the extractor is not sure of. */
      review.title = g_strdup_printf (
          _ ("Read with doubt, in no chart: %s, %s"),
          chiso_indicator_name (indicator, chiso_session_get_language (self->session)), value);
      review.subtitle = g_strdup (record->sentence);
      g_array_append_val (reviews, review);
    }
}

static int
compare_reviews (gconstpointer left, gconstpointer right)
{
  return ((const Review *) right)->rank - ((const Review *) left)->rank;
}

static void
review_activated_cb (ChisoOverviewNeeds *self, GtkWidget *row)
{
  const gint64 *record_id = g_object_get_data (G_OBJECT (row), "record");

  g_signal_emit (self, signals[SIGNAL_RECORD_WANTED], 0, row,
                 chiso_evidence_find (chiso_loader_get_records (self->loader), *record_id));
}

static GtkWidget *
new_review_row (ChisoOverviewNeeds *self, const Review *review)
{
  GtkWidget *row = new_row (review->title, review->subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (review->icon);

  if (review->css_class != NULL)
    gtk_widget_add_css_class (icon, review->css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set_data_full (G_OBJECT (row), "record", g_memdup2 (&review->record_id, sizeof (gint64)),
                          g_free);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (review_activated_cb), self);
  add_arrow (row);
  return row;
}

static void
records_loaded_cb (ChisoOverviewNeeds *self)
{
  GPtrArray *records = chiso_loader_get_records (self->loader);
  g_autoptr (GPtrArray)
      findings = chiso_audit (records, chiso_session_get_catalogue (self->session));
  g_autoptr (GArray) reviews = g_array_new (FALSE, FALSE, sizeof (Review));

  g_array_set_clear_func (reviews, review_clear);
  collect_findings (self, findings, reviews);
  collect_doubtful (self, records, findings, reviews);
  g_array_sort (reviews, compare_reviews);
  clear_list (self->reviews);
  gtk_widget_set_visible (self->all_reviews, FALSE);
  for (guint i = 0; i < reviews->len; i++)
    append_row (self->reviews, new_review_row (self, &g_array_index (reviews, Review, i)), i,
                self->all_reviews);
  self->n_reviews = reviews->len;
  gtk_widget_set_visible (self->reviews_box, reviews->len > 0);
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

static void
chiso_overview_needs_dispose (GObject *object)
{
  ChisoOverviewNeeds *self = CHISO_OVERVIEW_NEEDS (object);

  chiso_overview_needs_stop (self);
  g_clear_object (&self->loader);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (chiso_overview_needs_parent_class)->dispose (object);
}

static void
chiso_overview_needs_class_init (ChisoOverviewNeedsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chiso_overview_needs_dispose;
  signals[SIGNAL_COUNTED] = g_signal_new ("counted", CHISO_TYPE_OVERVIEW_NEEDS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_YEAR_WANTED] = g_signal_new ("year-wanted", CHISO_TYPE_OVERVIEW_NEEDS,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              1, G_TYPE_INT);
  signals[SIGNAL_RECORD_WANTED] = g_signal_new ("record-wanted", CHISO_TYPE_OVERVIEW_NEEDS,
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                2, GTK_TYPE_WIDGET, G_TYPE_POINTER);
  g_type_ensure (CHISO_TYPE_COLUMN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-overview-needs.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewNeeds, missing_box);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewNeeds, missing_heading);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewNeeds, missing);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewNeeds, all_missing);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewNeeds, reviews_box);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewNeeds, reviews);
  gtk_widget_class_bind_template_child (widget_class, ChisoOverviewNeeds, all_reviews);
  gtk_widget_class_bind_template_callback (widget_class, all_missing_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_reviews_clicked_cb);
}

static void
chiso_overview_needs_init (ChisoOverviewNeeds *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_session (ChisoOverviewNeeds *self, ChisoSession *session)
{
  if (self->session == session)
    return;
  g_assert (self->session == NULL);
  self->session = g_object_ref (session);
  self->loader = chiso_loader_new (session);
  g_signal_connect_object (self->loader, "records-loaded", G_CALLBACK (records_loaded_cb), self,
                           G_CONNECT_SWAPPED);
}

void
chiso_overview_needs_show (ChisoOverviewNeeds *self, ChisoSession *session, GPtrArray *coverage,
                           const char *key, int year)
{
  g_autofree const char **indicators = NULL;
  ChisoBoundary boundary;
  const char *place;

  g_return_if_fail (CHISO_IS_OVERVIEW_NEEDS (self));
  g_return_if_fail (CHISO_IS_SESSION (session));
  g_return_if_fail (coverage != NULL);

  if (!chiso_place_key_parse (key, &boundary, &place))
    return;
  set_session (self, session);
  self->year = year;
  show_missing (self, coverage, key);
  indicators = chiso_session_list_indicators (session);
  chiso_loader_load_records (self->loader, &(ChisoQuery){
                                               .places = (const char *const[]){ place, NULL },
                                               .indicators = (const char *const *) indicators,
                                               .with_units = TRUE,
                                               .units_beside_own = TRUE,
                                               .boundary = boundary,
                                               .min_confidence = -1,
                                           });
}

void
chiso_overview_needs_stop (ChisoOverviewNeeds *self)
{
  g_return_if_fail (CHISO_IS_OVERVIEW_NEEDS (self));
  if (self->loader != NULL)
    chiso_loader_stop (self->loader);
}

guint
chiso_overview_needs_get_n_missing (ChisoOverviewNeeds *self)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_NEEDS (self), 0);
  return self->n_missing;
}

guint
chiso_overview_needs_get_n_reviews (ChisoOverviewNeeds *self)
{
  g_return_val_if_fail (CHISO_IS_OVERVIEW_NEEDS (self), 0);
  return self->n_reviews;
}

static void
go_to (GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
chiso_overview_needs_go_to_missing (ChisoOverviewNeeds *self)
{
  g_return_if_fail (CHISO_IS_OVERVIEW_NEEDS (self));
  go_to (self->missing);
}

void
chiso_overview_needs_go_to_reviews (ChisoOverviewNeeds *self)
{
  g_return_if_fail (CHISO_IS_OVERVIEW_NEEDS (self));
  go_to (self->reviews);
}

const char *
chiso_overview_needs_get_review (ChisoOverviewNeeds *self, guint i)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (CHISO_IS_OVERVIEW_NEEDS (self), NULL);
  row = gtk_list_box_get_row_at_index (self->reviews, i);
  return row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;
}

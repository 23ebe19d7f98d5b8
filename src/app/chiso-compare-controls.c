/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the lists of choices and reads them back. Must not load anything, nor know the chart.
 *
 * # Accessibility
 *
 * Each list is named by what it chooses ("Measure"); its value is read as the list's own text. */

#include "chiso-compare-controls.h"

#include "chiso-coverage.h"
#include "chiso-picker.h"
#include "chiso-wrap-layout.h"
#include "chiso-year-range.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ChisoCompareControls
{
  AdwBin parent_instance;

  gboolean filling;    /* controls are being set by the program, not by the person */
  GArray *kinds_shown; /* PlotKind of each line of kinds */
  GArray *shows;       /* ChisoShow of each line of measures */
  GArray *base_years;  /* int of each line of bases, 0 for the first */

  ChisoPicker *indicator_picker;
  ChisoPicker *across_picker;
  ChisoYearRange *range;
  GtkDropDown *kinds;
  GtkDropDown *measures;
  GtkDropDown *bases;
  GtkDropDown *boundaries;
};

enum
{
  SIGNAL_INDICATOR_PICKED,
  SIGNAL_ACROSS_PICKED,
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoCompareControls, chiso_compare_controls, ADW_TYPE_BIN)

static const struct
{
  PlotKind kind;
  const char *name;
} kinds[] = {
  { PLOT_KIND_LINE, N_ ("Lines") },
  { PLOT_KIND_COLUMN, N_ ("Columns") },
  { PLOT_KIND_BAR, N_ ("Bars") },
  { PLOT_KIND_MULTIPLES, N_ ("Panels") },
  { PLOT_KIND_TILEMAP, N_ ("Tile Map") },
  { PLOT_KIND_HEATMAP, N_ ("Heat Map") },
  { PLOT_KIND_DUMBBELL, N_ ("Two Years, Dots") },
  { PLOT_KIND_SLOPE, N_ ("Two Years, Slopes") },
  { PLOT_KIND_ATTAINMENT, N_ ("Attainment") },
  { PLOT_KIND_STACKED, N_ ("Stacked") },
  { PLOT_KIND_STACKED_100, N_ ("Stacked to 100%") },
  { PLOT_KIND_SCATTER, N_ ("Two Indicators") },
};

static const char *const show_names[CHISO_N_SHOWS] = {
  [CHISO_SHOW_VALUE] = N_ ("Values"),
  [CHISO_SHOW_YEAR_ON_YEAR] = N_ ("Year on Year"),
  [CHISO_SHOW_SINCE_BASE] = N_ ("Change Since…"),
  [CHISO_SHOW_INDEX] = N_ ("Index"),
  [CHISO_SHOW_PER_COMMUNE] = N_ ("Per Commune"),
  [CHISO_SHOW_PER_100000] = N_ ("Per 100,000 People"),
  [CHISO_SHOW_COUNTRY_SHARE] = N_ ("Share of the Country"),
};

static const ChisoBoundary boundary_of[] = { CHISO_BOUNDARY_63, CHISO_BOUNDARY_34 };

static void
indicator_picked_cb (ChisoCompareControls *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_INDICATOR_PICKED], 0, id);
}

static void
across_picked_cb (ChisoCompareControls *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_ACROSS_PICKED], 0, id);
}

static void
changed_cb (ChisoCompareControls *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
has_lines (GtkDropDown *list, GPtrArray *lines)
{
  GListModel *model = gtk_drop_down_get_model (list);

  if (model == NULL || g_list_model_get_n_items (model) != lines->len)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i), lines->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/* The list that the person has just chosen from must stay: a change of it from within its own signal
 * would begin that signal again, and again. */
static void
set_lines (GtkDropDown *list, GPtrArray *lines, guint selected)
{
  if (!has_lines (list, lines))
    {
      g_autoptr (GtkStringList) model = NULL;

      g_ptr_array_add (lines, NULL);
      model = gtk_string_list_new ((const char *const *) lines->pdata);
      gtk_drop_down_set_model (list, G_LIST_MODEL (model));
    }
  if (gtk_drop_down_get_selected (list) != selected)
    gtk_drop_down_set_selected (list, selected);
}

/* Only what can be drawn of the indicator and measure is offered. */
static void
fill_kinds (ChisoCompareControls *self, const ChisoCompareState *state,
            const ChisoIndicator *indicator)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  guint selected = 0;

  g_array_set_size (self->kinds_shown, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const ChisoFigureSpec spec = {
        .indicator = indicator, .kind = kinds[i].kind, .show = state->show, .language = "en"
      };
      g_autofree char *refusal = indicator != NULL ? chiso_figures_refuse (&spec) : NULL;

      if (refusal != NULL)
        continue;
      if (kinds[i].kind == state->kind)
        selected = lines->len;
      g_ptr_array_add (lines, (gpointer) _ (kinds[i].name));
      g_array_append_val (self->kinds_shown, kinds[i].kind);
    }
  set_lines (self->kinds, lines, selected);
}

/* Only what makes sense of the indicator is offered. */
static void
fill_measures (ChisoCompareControls *self, const ChisoCompareState *state,
               const ChisoIndicator *indicator)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  guint selected = 0;

  g_array_set_size (self->shows, 0);
  for (ChisoShow show = 0; show < CHISO_N_SHOWS; show++)
    {
      if (indicator != NULL && !chiso_show_applies (show, indicator))
        continue;
      if (show == state->show)
        selected = lines->len;
      g_ptr_array_add (lines, (gpointer) _ (show_names[show]));
      g_array_append_val (self->shows, show);
    }
  set_lines (self->measures, lines, selected);
}

static gboolean
needs_base (ChisoShow show)
{
  return show == CHISO_SHOW_INDEX || show == CHISO_SHOW_SINCE_BASE;
}

static void
fill_bases (ChisoCompareControls *self, const ChisoCompareState *state, GArray *years)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const int automatic = 0;
  guint selected = 0;

  g_array_set_size (self->base_years, 0);
  g_array_append_val (self->base_years, automatic);
  g_ptr_array_add (lines, g_strdup (_ ("First Common Year")));
  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      if (year == state->base_year)
        selected = lines->len;
      g_ptr_array_add (lines, g_strdup_printf ("%d", year));
      g_array_append_val (self->base_years, year);
    }
  set_lines (self->bases, lines, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->bases), needs_base (state->show));
}

static void
fill_boundaries (ChisoCompareControls *self, const ChisoCompareState *state)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  g_ptr_array_add (lines, (gpointer) _ ("Provinces as Reported"));
  g_ptr_array_add (lines, (gpointer) _ ("The 34 of Today"));
  set_lines (self->boundaries, lines, state->boundary == CHISO_BOUNDARY_34);
}

/* Only a scatter chart has a second indicator. */
static void
fill_across (ChisoCompareControls *self, const ChisoCompareState *state, GPtrArray *coverage,
             ChisoSession *session)
{
  gboolean two = state->kind == PLOT_KIND_SCATTER;
  g_autoptr (GPtrArray) indicators = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->across_picker), two);
  if (!two)
    return;
  indicators = chiso_coverage_indicator_choices (coverage, session);
  chiso_picker_set_choices (self->across_picker, indicators);
  chiso_picker_set_selected (self->across_picker, state->across);
}

static void
chiso_compare_controls_finalize (GObject *object)
{
  ChisoCompareControls *self = CHISO_COMPARE_CONTROLS (object);

  g_array_unref (self->kinds_shown);
  g_array_unref (self->shows);
  g_array_unref (self->base_years);
  G_OBJECT_CLASS (chiso_compare_controls_parent_class)->finalize (object);
}

static void
chiso_compare_controls_class_init (ChisoCompareControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = chiso_compare_controls_finalize;
  signals[SIGNAL_INDICATOR_PICKED] = g_signal_new ("indicator-picked", CHISO_TYPE_COMPARE_CONTROLS,
                                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ACROSS_PICKED] = g_signal_new ("across-picked", CHISO_TYPE_COMPARE_CONTROLS,
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                1, G_TYPE_STRING);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CHISO_TYPE_COMPARE_CONTROLS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CHISO_TYPE_PICKER);
  g_type_ensure (CHISO_TYPE_WRAP_LAYOUT);
  g_type_ensure (CHISO_TYPE_YEAR_RANGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-compare-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoCompareControls, indicator_picker);
  gtk_widget_class_bind_template_child (widget_class, ChisoCompareControls, across_picker);
  gtk_widget_class_bind_template_child (widget_class, ChisoCompareControls, range);
  gtk_widget_class_bind_template_child (widget_class, ChisoCompareControls, kinds);
  gtk_widget_class_bind_template_child (widget_class, ChisoCompareControls, measures);
  gtk_widget_class_bind_template_child (widget_class, ChisoCompareControls, bases);
  gtk_widget_class_bind_template_child (widget_class, ChisoCompareControls, boundaries);
  gtk_widget_class_bind_template_callback (widget_class, indicator_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, across_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
chiso_compare_controls_init (ChisoCompareControls *self)
{
  self->kinds_shown = g_array_new (FALSE, FALSE, sizeof (PlotKind));
  self->shows = g_array_new (FALSE, FALSE, sizeof (ChisoShow));
  self->base_years = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
chiso_compare_controls_set_state (ChisoCompareControls *self, const ChisoCompareState *state,
                                  GPtrArray *coverage, ChisoSession *session)
{
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (GArray) years = NULL;
  const ChisoIndicator *indicator;

  g_return_if_fail (CHISO_IS_COMPARE_CONTROLS (self));
  g_return_if_fail (state != NULL && coverage != NULL && CHISO_IS_SESSION (session));

  indicators = chiso_coverage_indicator_choices (coverage, session);
  years = chiso_coverage_years (coverage, NULL, state->indicator);
  self->filling = TRUE;
  chiso_picker_set_choices (self->indicator_picker, indicators);
  chiso_picker_set_selected (self->indicator_picker, state->indicator);
  fill_across (self, state, coverage, session);
  chiso_year_range_set_years (self->range, years, state->first_year, state->last_year);
  indicator = chiso_catalogue_find (chiso_session_get_catalogue (session), state->indicator);
  fill_kinds (self, state, indicator);
  fill_measures (self, state, indicator);
  fill_bases (self, state, years);
  fill_boundaries (self, state);
  self->filling = FALSE;
}

ChisoBoundary
chiso_compare_controls_apply (ChisoCompareControls *self, ChisoCompareState *state)
{
  guint kind, show, base, boundary;

  g_return_val_if_fail (CHISO_IS_COMPARE_CONTROLS (self) && state != NULL, CHISO_BOUNDARY_63);

  kind = gtk_drop_down_get_selected (self->kinds);
  show = gtk_drop_down_get_selected (self->measures);
  base = gtk_drop_down_get_selected (self->bases);
  boundary = gtk_drop_down_get_selected (self->boundaries);
  state->first_year = chiso_year_range_get_first (self->range);
  state->last_year = chiso_year_range_get_last (self->range);
  if (kind < self->kinds_shown->len)
    state->kind = g_array_index (self->kinds_shown, PlotKind, kind);
  if (show < self->shows->len)
    state->show = g_array_index (self->shows, ChisoShow, show);
  if (base < self->base_years->len)
    state->base_year = g_array_index (self->base_years, int, base);
  gtk_widget_set_visible (GTK_WIDGET (self->bases), needs_base (state->show));
  return boundary < G_N_ELEMENTS (boundary_of) ? boundary_of[boundary] : state->boundary;
}

void
chiso_compare_controls_choose_indicator (ChisoCompareControls *self)
{
  g_return_if_fail (CHISO_IS_COMPARE_CONTROLS (self));
  chiso_picker_open (self->indicator_picker);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the state and says when it changes; tells nobody what to do with it. */

#include "plot-view-state.h"

#include <math.h>

struct _PlotViewState
{
  GObject parent_instance;

  double from, to;
  guint64 selected_key;
  char *emphasis;
  GHashTable *titles; /* what a figure's title says -> what a person wrote instead */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlotViewState, plot_view_state, G_TYPE_OBJECT)

static void
changed (PlotViewState *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
replace (char **field, const char *text)
{
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (text);
  return TRUE;
}

static void
plot_view_state_finalize (GObject *object)
{
  PlotViewState *self = PLOT_VIEW_STATE (object);

  g_free (self->emphasis);
  g_hash_table_unref (self->titles);
  G_OBJECT_CLASS (plot_view_state_parent_class)->finalize (object);
}

static void
plot_view_state_class_init (PlotViewStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plot_view_state_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", PLOT_TYPE_VIEW_STATE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plot_view_state_init (PlotViewState *self)
{
  self->from = self->to = NAN;
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

PlotViewState *
plot_view_state_new (void)
{
  return g_object_new (PLOT_TYPE_VIEW_STATE, NULL);
}

void
plot_view_state_set_range (PlotViewState *self, double from, double to)
{
  gboolean any = isfinite (from) && isfinite (to) && from < to;

  g_return_if_fail (PLOT_IS_VIEW_STATE (self));

  if (any ? from == self->from && to == self->to : isnan (self->from))
    return;
  self->from = any ? from : NAN;
  self->to = any ? to : NAN;
  changed (self);
}

gboolean
plot_view_state_get_range (PlotViewState *self, double *from, double *to)
{
  *from = *to = NAN;
  g_return_val_if_fail (PLOT_IS_VIEW_STATE (self), FALSE);

  *from = self->from;
  *to = self->to;
  return !isnan (self->from);
}

void
plot_view_state_set_selected_key (PlotViewState *self, guint64 key)
{
  g_return_if_fail (PLOT_IS_VIEW_STATE (self));

  if (self->selected_key == key)
    return;
  self->selected_key = key;
  changed (self);
}

guint64
plot_view_state_get_selected_key (PlotViewState *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW_STATE (self), 0);
  return self->selected_key;
}

void
plot_view_state_set_emphasis (PlotViewState *self, const char *series)
{
  g_return_if_fail (PLOT_IS_VIEW_STATE (self));

  if (replace (&self->emphasis, series))
    changed (self);
}

const char *
plot_view_state_get_emphasis (PlotViewState *self)
{
  g_return_val_if_fail (PLOT_IS_VIEW_STATE (self), NULL);
  return self->emphasis;
}

void
plot_view_state_set_title (PlotViewState *self, const char *title, const char *instead_of)
{
  gboolean any = title != NULL && *title != '\0' && g_strcmp0 (title, instead_of) != 0;
  const char *before;

  g_return_if_fail (PLOT_IS_VIEW_STATE (self));

  if (instead_of == NULL)
    instead_of = "";
  before = g_hash_table_lookup (self->titles, instead_of);
  if (any ? g_strcmp0 (before, title) == 0 : before == NULL)
    return;
  if (any)
    g_hash_table_insert (self->titles, g_strdup (instead_of), g_strdup (title));
  else
    g_hash_table_remove (self->titles, instead_of);
  changed (self);
}

const char *
plot_view_state_get_title (PlotViewState *self, const char *generated)
{
  const char *own;

  g_return_val_if_fail (PLOT_IS_VIEW_STATE (self), generated);

  own = g_hash_table_lookup (self->titles, generated != NULL ? generated : "");
  return own != NULL ? own : generated;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the headline figures and hands them to cards. Computes no statistics and asks no store. */

#include "chiso-headlines.h"

#include "chiso-column-layout.h"
#include "chiso-coverage.h"
#include "chiso-headline-card.h"
#include "figures/chiso-figures.h"

#include <glib/gi18n.h>

#define N_HEADLINES 3

struct _ChisoHeadlines
{
  AdwBin parent_instance;

  ChisoSession *session;
  GPtrArray *records;
  char *key; /* place shown, NULL before anything is */
  int year;

  ChisoHeadlineCard *growth;
  ChisoHeadlineCard *supervision;
  ChisoHeadlineCard *ntm;
};

enum
{
  SIGNAL_MARK_ACTIVATED,
  SIGNAL_NEAREST_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoHeadlines, chiso_headlines, ADW_TYPE_BIN)

static ChisoHeadlineCard *
get_card (ChisoHeadlines *self, ChisoHeadline headline)
{
  switch (headline)
    {
    case CHISO_HEADLINE_GROWTH:
      return self->growth;
    case CHISO_HEADLINE_SUPERVISION:
      return self->supervision;
    case CHISO_HEADLINE_NTM:
    default:
      return self->ntm;
    }
}

static char *
place_name (ChisoHeadlines *self, const char *place, ChisoBoundary boundary)
{
  return chiso_geo_place_name (chiso_session_get_geo (self->session), boundary, place,
                               chiso_session_get_language (self->session));
}

/* Where the headline chart has nothing: the nearest place and year, and which set the place is of. */
static gboolean
find_nearest (ChisoHeadlines *self, ChisoHeadline headline, char **key, int *year)
{
  ChisoBoundary boundary;
  const char *place, *nearest;

  if (!chiso_place_key_parse (self->key, &boundary, &place)
      || !chiso_figures_headline_nearest (
          self->records, chiso_session_get_geo (self->session),
          chiso_session_get_facts_for (self->session, self->records), headline, place, boundary,
          self->year, &nearest, year))
    return FALSE;
  *key = chiso_place_key (boundary, nearest);
  return TRUE;
}

/* In place of a chart: that there is none, and where there is one. */
static void
offer_nearest (ChisoHeadlines *self, ChisoHeadline headline, const char *place,
               ChisoBoundary boundary)
{
  g_autofree char *message = NULL;
  g_autofree char *offer = NULL;
  g_autofree char *key = NULL;
  g_autofree char *name = place_name (self, place, boundary);
  int year;

  /* Translators: a place and a year. */
  message = g_strdup_printf (_ ("No figures for %s in %d."), name, self->year);
  if (find_nearest (self, headline, &key, &year) && chiso_place_key_parse (key, &boundary, &place))
    {
      g_autofree char *nearest = place_name (self, place, boundary);

      offer = g_strdup_printf (_ ("Show %s, %d"), nearest, year);
    }
  chiso_headline_card_set_offer (get_card (self, headline), message, offer);
}

static void
show_headline (ChisoHeadlines *self, ChisoHeadline headline)
{
  g_autoptr (PlotFigure) figure = NULL;
  ChisoBoundary boundary;
  const char *place;

  if (!chiso_place_key_parse (self->key, &boundary, &place))
    return;
  figure = chiso_figures_headline (self->records, chiso_session_get_catalogue (self->session),
                                   chiso_session_get_geo (self->session),
                                   chiso_session_get_facts_for (self->session, self->records),
                                   headline, place, boundary, self->year,
                                   chiso_session_get_language (self->session));
  if (!chiso_headline_card_set_figure (get_card (self, headline), figure))
    offer_nearest (self, headline, place, boundary);
}

static void
mark_activated_cb (ChisoHeadlines *self, guint64 key, ChisoHeadlineCard *card)
{
  g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, key, chiso_headline_card_get_view (card));
}

static void
go_nearest_cb (ChisoHeadlines *self, ChisoHeadlineCard *card)
{
  for (int i = 0; i < N_HEADLINES; i++)
    {
      g_autofree char *key = NULL;
      int year;

      if (get_card (self, i) == card && find_nearest (self, i, &key, &year))
        {
          g_signal_emit (self, signals[SIGNAL_NEAREST_WANTED], 0, key, year);
          return;
        }
    }
}

static void
chiso_headlines_dispose (GObject *object)
{
  ChisoHeadlines *self = CHISO_HEADLINES (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (chiso_headlines_parent_class)->dispose (object);
}

static void
chiso_headlines_class_init (ChisoHeadlinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chiso_headlines_dispose;
  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", CHISO_TYPE_HEADLINES,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 2, G_TYPE_UINT64, PLOT_TYPE_VIEW);
  signals[SIGNAL_NEAREST_WANTED] = g_signal_new ("nearest-wanted", CHISO_TYPE_HEADLINES,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  g_type_ensure (CHISO_TYPE_COLUMN_LAYOUT);
  g_type_ensure (CHISO_TYPE_HEADLINE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-headlines.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoHeadlines, growth);
  gtk_widget_class_bind_template_child (widget_class, ChisoHeadlines, supervision);
  gtk_widget_class_bind_template_child (widget_class, ChisoHeadlines, ntm);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_nearest_cb);
}

static void
chiso_headlines_init (ChisoHeadlines *self)
{
  PlotViewState *state;

  gtk_widget_init_template (GTK_WIDGET (self));
  state = plot_view_get_state (chiso_headline_card_get_view (self->growth));
  for (int i = 0; i < N_HEADLINES; i++)
    chiso_headline_card_set_state (get_card (self, i), state);
}

void
chiso_headlines_show (ChisoHeadlines *self, ChisoSession *session, GPtrArray *records,
                      const char *key, int year)
{
  g_return_if_fail (CHISO_IS_HEADLINES (self));
  g_return_if_fail (CHISO_IS_SESSION (session));
  g_return_if_fail (records != NULL && key != NULL);

  g_set_object (&self->session, session);
  g_ptr_array_ref (records);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = records;
  g_free (self->key);
  self->key = g_strdup (key);
  self->year = year;
  for (int i = 0; i < N_HEADLINES; i++)
    show_headline (self, i);
}

GPtrArray *
chiso_headlines_list_figures (ChisoHeadlines *self)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);

  g_return_val_if_fail (CHISO_IS_HEADLINES (self), figures);
  for (int i = 0; i < N_HEADLINES; i++)
    {
      PlotFigure *figure = chiso_headline_card_get_figure (get_card (self, i));

      if (figure != NULL)
        g_ptr_array_add (figures, plot_figure_ref (figure));
    }
  return figures;
}

gboolean
chiso_headlines_activate (ChisoHeadlines *self, guint64 key)
{
  g_return_val_if_fail (CHISO_IS_HEADLINES (self), FALSE);

  for (int i = 0; i < N_HEADLINES; i++)
    {
      PlotLayout *layout = plot_view_get_layout (chiso_headline_card_get_view (get_card (self, i)));

      if (layout == NULL || plot_layout_find_key (layout, key) < 0)
        continue;
      mark_activated_cb (self, key, get_card (self, i));
      return TRUE;
    }
  return FALSE;
}

void
chiso_headlines_unselect (ChisoHeadlines *self)
{
  g_return_if_fail (CHISO_IS_HEADLINES (self));
  plot_view_set_selected_key (chiso_headline_card_get_view (self->growth), 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Immutable words for a row. Must not keep the record, which belongs to the reader. */

#include "chiso-figure-item.h"

#include "chiso-record-words.h"

struct _ChisoFigureItem
{
  GObject parent_instance;

  guint index;
  char *indicator;
  char *value;
  char *where;
  gboolean doubtful;
};

G_DEFINE_FINAL_TYPE (ChisoFigureItem, chiso_figure_item, G_TYPE_OBJECT)

enum
{
  PROP_INDICATOR = 1,
  PROP_VALUE,
  PROP_WHERE,
  PROP_DOUBTFUL,
};

static void
chiso_figure_item_finalize (GObject *object)
{
  ChisoFigureItem *self = CHISO_FIGURE_ITEM (object);

  g_free (self->indicator);
  g_free (self->value);
  g_free (self->where);
  G_OBJECT_CLASS (chiso_figure_item_parent_class)->finalize (object);
}

static void
chiso_figure_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ChisoFigureItem *self = CHISO_FIGURE_ITEM (object);

  switch (id)
    {
    case PROP_INDICATOR:
      g_value_set_string (value, self->indicator);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_WHERE:
      g_value_set_string (value, self->where);
      break;
    case PROP_DOUBTFUL:
      g_value_set_boolean (value, self->doubtful);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
chiso_figure_item_class_init (ChisoFigureItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const struct
  {
    guint id;
    const char *name;
  } strings[] = {
    { PROP_INDICATOR, "indicator" },
    { PROP_VALUE, "value" },
    { PROP_WHERE, "where" },
  };

  object_class->finalize = chiso_figure_item_finalize;
  object_class->get_property = chiso_figure_item_get_property;
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_object_class_install_property (
        object_class, strings[i].id,
        g_param_spec_string (strings[i].name, NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_DOUBTFUL,
      g_param_spec_boolean ("doubtful", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
chiso_figure_item_init (ChisoFigureItem *self)
{
}

ChisoFigureItem *
chiso_figure_item_new (const ChisoRecord *record, guint index, ChisoSession *session)
{
  ChisoFigureItem *self = g_object_new (CHISO_TYPE_FIGURE_ITEM, NULL);
  const ChisoIndicator *indicator = chiso_catalogue_find (chiso_session_get_catalogue (session),
                                                          record->observation->indicator);

  self->index = index;
  self->indicator = g_strdup (
      indicator != NULL ? chiso_indicator_name (indicator, chiso_session_get_language (session))
                        : record->observation->indicator);
  self->value = chiso_words_value (record, session);
  self->where = chiso_words_where (record, session);
  self->doubtful = record->observation->confidence < CHISO_CONFIDENCE_ASSERTED;
  return self;
}

guint
chiso_figure_item_get_index (ChisoFigureItem *self)
{
  g_return_val_if_fail (CHISO_IS_FIGURE_ITEM (self), 0);
  return self->index;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Immutable words for a row. Knows no widgets. */

#include "chiso-report-item.h"

#include <glib/gi18n.h>

struct _ChisoReportItem
{
  GObject parent_instance;

  gint64 id;
  char *title;
  char *details;
};

G_DEFINE_FINAL_TYPE (ChisoReportItem, chiso_report_item, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_DETAILS,
};

const char *
chiso_report_name (const char *name)
{
  return g_strcmp0 (name, CHISO_DOCUMENT_CLIPBOARD) == 0 ? _ ("Pasted text") : name;
}

const char *
chiso_report_title (const ChisoDocument *document)
{
  gboolean titled = document->title != NULL && *document->title != '\0';

  return titled ? document->title : chiso_report_name (document->name);
}

static void
append (GString *details, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (details->len > 0)
    g_string_append (details, " · ");
  g_string_append (details, part);
}

static char *
describe (const ChisoDocument *document, ChisoSession *session)
{
  const char *language = chiso_session_get_language (session);
  GString *details = g_string_new (NULL);
  g_autofree char *date = NULL;
  g_autofree char *place = NULL;
  g_autofree char *count = NULL;
  ChisoPeriod published;

  if (document->published != NULL && chiso_period_parse (document->published, &published))
    date = chiso_period_to_words (&published, language);
  if (document->place != NULL)
    place = chiso_geo_place_name (chiso_session_get_geo (session),
                                  (ChisoBoundary) document->boundary, document->place, language);
  count = g_strdup_printf (ngettext ("%u figure", "%u figures", document->n_observations),
                           document->n_observations);
  append (details, document->publisher);
  append (details, date);
  append (details, place);
  append (details, count);
  return g_string_free (details, FALSE);
}

static void
chiso_report_item_finalize (GObject *object)
{
  ChisoReportItem *self = CHISO_REPORT_ITEM (object);

  g_free (self->title);
  g_free (self->details);
  G_OBJECT_CLASS (chiso_report_item_parent_class)->finalize (object);
}

static void
chiso_report_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ChisoReportItem *self = CHISO_REPORT_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
chiso_report_item_class_init (ChisoReportItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = chiso_report_item_finalize;
  object_class->get_property = chiso_report_item_get_property;
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_DETAILS,
      g_param_spec_string ("details", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
chiso_report_item_init (ChisoReportItem *self)
{
}

ChisoReportItem *
chiso_report_item_new (const ChisoDocument *document, ChisoSession *session)
{
  ChisoReportItem *self = g_object_new (CHISO_TYPE_REPORT_ITEM, NULL);

  self->id = document->id;
  self->title = g_strdup (chiso_report_title (document));
  self->details = describe (document, session);
  return self;
}

gint64
chiso_report_item_get_id (ChisoReportItem *self)
{
  g_return_val_if_fail (CHISO_IS_REPORT_ITEM (self), 0);
  return self->id;
}

const char *
chiso_report_item_get_title (ChisoReportItem *self)
{
  g_return_val_if_fail (CHISO_IS_REPORT_ITEM (self), NULL);
  return self->title;
}

static gboolean
is_same (ChisoReportItem *a, ChisoReportItem *b)
{
  return a->id == b->id && g_str_equal (a->title, b->title) && g_str_equal (a->details, b->details);
}

/* The items of the new list, the old object wherever it says the same. */
static GPtrArray *
make_items (GListModel *old, GPtrArray *documents, ChisoSession *session)
{
  g_autoptr (GHashTable)
      known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (old); i++)
    {
      ChisoReportItem *item = g_list_model_get_item (old, i);

      g_hash_table_replace (known, &item->id, item);
    }
  for (guint i = 0; i < documents->len; i++)
    {
      const ChisoDocument *document = documents->pdata[i];
      g_autoptr (ChisoReportItem) item = chiso_report_item_new (document, session);
      ChisoReportItem *before = g_hash_table_lookup (known, &document->id);

      if (before != NULL && is_same (before, item))
        g_set_object (&item, before);
      g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}

static gboolean
is_at (GListModel *model, guint i, gpointer item)
{
  g_autoptr (GObject) there = g_list_model_get_item (model, i);

  return (gpointer) there == item;
}

void
chiso_report_items_update (GListStore *store, GPtrArray *documents, ChisoSession *session)
{
  GListModel *old = G_LIST_MODEL (store);
  guint n_old = g_list_model_get_n_items (old);
  g_autoptr (GPtrArray) items = make_items (old, documents, session);
  guint head = 0, tail = 0;

  while (head < MIN (n_old, items->len) && is_at (old, head, items->pdata[head]))
    head++;
  while (tail < MIN (n_old, items->len) - head
         && is_at (old, n_old - 1 - tail, items->pdata[items->len - 1 - tail]))
    tail++;
  if (n_old - head - tail > 0 || items->len - head - tail > 0)
    g_list_store_splice (store, head, n_old - head - tail, items->pdata + head,
                         items->len - head - tail);
}

guint
chiso_report_items_find (GListModel *items, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ChisoReportItem) item = g_list_model_get_item (items, i);

      if (item->id == id)
        return i;
    }
  return G_MAXUINT;
}

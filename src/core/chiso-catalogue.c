/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads indicators from key files. The strings live in one string chunk of the catalogue. */

#include "chiso-catalogue-private.h"

#include <string.h>

struct _ChisoCatalogue
{
  gatomicrefcount refs;
  GStringChunk *strings;
  GArray *indicators; /* ChisoIndicator */
  GArray *wordings;   /* ChisoWording, parallel to indicators */
  GHashTable *by_id;  /* id -> index + 1 */
  char *version;
};

G_DEFINE_QUARK (chiso-catalogue-error-quark, chiso_catalogue_error)

/* One source while it is read: what is needed to say where a mistake stands. */
typedef struct
{
  ChisoCatalogue *catalogue;
  GKeyFile *keys;
  const char *name;
  const char *text;
} Source;

/* GKeyFile forgets lines; finds the line of a key (or of the group's head, key NULL) again. */
static guint
find_line (const Source *source, const char *group, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (source->text, "\n", -1);
  g_autofree char *head = g_strdup_printf ("[%s]", group);
  gboolean inside = FALSE;
  guint found = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (*line == '[')
        {
          inside = strcmp (line, head) == 0;
          if (inside)
            found = i + 1;
        }
      else if (inside && key != NULL && g_str_has_prefix (line, key)
               && strchr ("= \t", line[strlen (key)]) != NULL)
        return i + 1;
    }
  return found;
}

static void
set_value_error (const Source *source, const char *group, const char *key, const char *value,
                 const char *allowed, GError **error)
{
  g_set_error (error, CHISO_CATALOGUE_ERROR, CHISO_CATALOGUE_ERROR_VALUE,
               "%s:%u: “%s” of indicator “%s” is “%s”, not %s", source->name,
               find_line (source, group, key), key, group, value, allowed);
}

static char *
get_string (const Source *source, const char *group, const char *key)
{
  g_autofree char *value = g_key_file_get_value (source->keys, group, key, NULL);

  return value == NULL
             ? NULL
             : g_string_chunk_insert_const (source->catalogue->strings, g_strstrip (value));
}

/* A needed string, into *field unless an earlier source has set it. */
static gboolean
read_name (const Source *source, const char *group, const char *key, const char **field,
           GError **error)
{
  const char *value = get_string (source, group, key);

  if (value != NULL)
    *field = value;
  if (*field != NULL)
    return TRUE;
  g_set_error (error, CHISO_CATALOGUE_ERROR, CHISO_CATALOGUE_ERROR_SYNTAX,
               "%s:%u: indicator “%s” has no “%s”", source->name, find_line (source, group, NULL),
               group, key);
  return FALSE;
}

/* One of words (NULL-terminated) by index, into *choice; left alone where the key is not given. */
static gboolean
read_choice (const Source *source, const char *group, const char *key, const char *const *words,
             int *choice, GError **error)
{
  const char *value = get_string (source, group, key);
  g_autofree char *allowed = NULL;

  if (value == NULL)
    return TRUE;
  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (value, words[i]) == 0)
      {
        *choice = i;
        return TRUE;
      }
  allowed = g_strjoinv (", ", (char **) words);
  set_value_error (source, group, key, value, allowed, error);
  return FALSE;
}

static const char **
read_list (const Source *source, const char *group, const char *key)
{
  gsize n = 0;
  g_auto (GStrv) list = g_key_file_get_string_list (source->keys, group, key, &n, NULL);
  const char **copy;

  if (list == NULL)
    return NULL;
  copy = g_new0 (const char *, n + 1);
  n = 0;
  for (guint i = 0; list[i] != NULL; i++)
    if (*g_strstrip (list[i]) != '\0')
      copy[n++] = g_string_chunk_insert_const (source->catalogue->strings, list[i]);
  return copy;
}

static const char *const list_keys[CHISO_N_WORD_LISTS] = { "units", "topics", "subjects", "right",
                                                           "avoid", "alone",  "left", "bare" };

static void
read_wording (const Source *source, const char *group, ChisoWording *wording)
{
  const char *value;

  for (guint i = 0; i < CHISO_N_WORD_LISTS; i++)
    {
      const char **list = read_list (source, group, list_keys[i]);

      if (list != NULL)
        {
          g_free (wording->lists[i]);
          wording->lists[i] = list;
        }
    }
  value = get_string (source, group, "share");
  if (value != NULL)
    wording->share = value;
  value = get_string (source, group, "share_from");
  if (value != NULL)
    wording->share_stated = strcmp (value, "percent") == 0;
  value = get_string (source, group, "reach");
  if (value != NULL)
    wording->reach = strcmp (value, "np") == 0         ? 0
                     : strcmp (value, "clause") == 0   ? 1
                     : strcmp (value, "sentence") == 0 ? 2
                                                       : 3;
  value = get_string (source, group, "of");
  if (value != NULL)
    wording->of = atoi (value);
  value = get_string (source, group, "scale");
  if (value != NULL)
    wording->scale = g_ascii_strtod (value, NULL);
}

static gboolean
read_indicator (const Source *source, const char *group, GError **error)
{
  static const char *const kinds[] = { "count", "share", "rate", "money", NULL };
  static const char *const aggregates[] = { "none", "sum", "ratio_of_sums", NULL };
  static const char *const betters[] = { "less", "neither", "more", NULL };
  static const char *const bools[] = { "false", "true", NULL };
  static const char *const groups[] = { "dialogue",     "supervision", "ntm",
                                        "mobilisation", "living",      NULL };
  ChisoCatalogue *self = source->catalogue;
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, group));
  ChisoIndicator read = { 0 };
  ChisoWording wording = { .reach = 3, .scale = 1 };
  int kind = 0, aggregate = 0, better = 1, stock = 0, in_group = -1;

  if (index > 0)
    {
      read = g_array_index (self->indicators, ChisoIndicator, index - 1);
      wording = g_array_index (self->wordings, ChisoWording, index - 1);
      kind = read.kind;
      aggregate = read.aggregate;
      better = read.better + 1;
      stock = read.stock;
    }
  else
    read.id = g_string_chunk_insert_const (self->strings, group);
  if (!read_name (source, group, "name_vi", &read.name_vi, error)
      || !read_name (source, group, "name_en", &read.name_en, error)
      || !read_name (source, group, "unit_vi", &read.unit_vi, error)
      || !read_name (source, group, "unit_en", &read.unit_en, error)
      || !read_name (source, group, "group", &read.group, error)
      || !read_choice (source, group, "group", groups, &in_group, error)
      || !read_choice (source, group, "kind", kinds, &kind, error)
      || !read_choice (source, group, "aggregate", aggregates, &aggregate, error)
      || !read_choice (source, group, "better", betters, &better, error)
      || !read_choice (source, group, "stock", bools, &stock, error))
    return FALSE;
  read.kind = kind;
  read.aggregate = aggregate;
  read.better = better - 1;
  read.stock = stock;
  if (g_key_file_has_key (source->keys, group, "decimals", NULL))
    {
      const char *value = get_string (source, group, "decimals");

      if (strlen (value) != 1 || *value < '0' || *value > '6')
        {
          set_value_error (source, group, "decimals", value, "a digit from 0 to 6", error);
          return FALSE;
        }
      read.decimals = *value - '0';
    }
  read_wording (source, group, &wording);
  if (index > 0)
    {
      g_array_index (self->indicators, ChisoIndicator, index - 1) = read;
      g_array_index (self->wordings, ChisoWording, index - 1) = wording;
    }
  else
    {
      g_array_append_val (self->indicators, read);
      g_array_append_val (self->wordings, wording);
      g_hash_table_insert (self->by_id, (char *) read.id, GUINT_TO_POINTER (self->indicators->len));
    }
  return TRUE;
}

static gboolean
read_source (ChisoCatalogue *self, GBytes *bytes, const char *name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GError) problem = NULL;
  Source source = { self, keys, name, text };
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, &problem))
    {
      g_set_error (error, CHISO_CATALOGUE_ERROR, CHISO_CATALOGUE_ERROR_SYNTAX, "%s: %s", name,
                   problem->message);
      return FALSE;
    }
  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!read_indicator (&source, groups[i], error))
      return FALSE;
  return TRUE;
}

static void
clear_wording (gpointer data)
{
  ChisoWording *wording = data;

  for (guint i = 0; i < CHISO_N_WORD_LISTS; i++)
    g_free (wording->lists[i]);
}

ChisoCatalogue *
chiso_catalogue_new (GBytes *const *sources, const char *const *names, guint n, GError **error)
{
  g_autoptr (ChisoCatalogue) self = g_new0 (ChisoCatalogue, 1);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_atomic_ref_count_init (&self->refs);
  self->strings = g_string_chunk_new (4096);
  self->indicators = g_array_new (FALSE, TRUE, sizeof (ChisoIndicator));
  self->wordings = g_array_new (FALSE, TRUE, sizeof (ChisoWording));
  g_array_set_clear_func (self->wordings, clear_wording);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    {
      gsize length;
      const guchar *data = g_bytes_get_data (sources[i], &length);

      g_checksum_update (checksum, data, length);
      if (!read_source (self, sources[i], names[i], error))
        return NULL;
    }
  self->version = g_strdup (g_checksum_get_string (checksum));
  return g_steal_pointer (&self);
}

ChisoCatalogue *
chiso_catalogue_ref (ChisoCatalogue *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
chiso_catalogue_unref (ChisoCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->by_id);
  g_array_unref (self->indicators);
  g_array_unref (self->wordings);
  g_string_chunk_free (self->strings);
  g_free (self->version);
  g_free (self);
}

guint
chiso_catalogue_n_indicators (const ChisoCatalogue *self)
{
  return self->indicators->len;
}

const ChisoIndicator *
chiso_catalogue_indicator (const ChisoCatalogue *self, guint i)
{
  g_return_val_if_fail (i < self->indicators->len, NULL);

  return &g_array_index (self->indicators, ChisoIndicator, i);
}

const ChisoIndicator *
chiso_catalogue_find (const ChisoCatalogue *self, const char *id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));

  return index == 0 ? NULL : &g_array_index (self->indicators, ChisoIndicator, index - 1);
}

const ChisoWording *
chiso_catalogue_wording (const ChisoCatalogue *self, guint i)
{
  return &g_array_index (self->wordings, ChisoWording, i);
}

const char *
chiso_indicator_name (const ChisoIndicator *indicator, const char *language)
{
  return g_strcmp0 (language, "vi") == 0 ? indicator->name_vi : indicator->name_en;
}

const char *
chiso_indicator_unit (const ChisoIndicator *indicator, const char *language)
{
  return g_strcmp0 (language, "vi") == 0 ? indicator->unit_vi : indicator->unit_en;
}

const char *
chiso_catalogue_version (const ChisoCatalogue *self)
{
  return self->version;
}

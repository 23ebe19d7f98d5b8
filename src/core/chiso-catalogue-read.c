/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one key file into the catalogue. A mistake is an error with its line, never a guess: a
 * mistyped key that is passed over would give a chart without figures and no reason. */

#include "chiso-catalogue-read.h"

#include "chiso-catalogue-lines.h"

#include <math.h>
#include <string.h>

/* One source while it is read, and the group that is being read. */
typedef struct
{
  ChisoCatalogue *catalogue;
  GKeyFile *keys;
  ChisoCatalogueLines *lines;
  const char *name;
  const char *group;
} Source;

static const char *const list_keys[CHISO_N_WORD_LISTS] = {
  [CHISO_WORDS_UNITS] = "units",       [CHISO_WORDS_TOPICS] = "topics",
  [CHISO_WORDS_SUBJECTS] = "subjects", [CHISO_WORDS_RIGHT] = "right",
  [CHISO_WORDS_AVOID] = "avoid",       [CHISO_WORDS_ALONE] = "alone",
  [CHISO_WORDS_LEFT] = "left",         [CHISO_WORDS_BARE] = "bare",
};
static const char *const other_keys[] = { "name_vi", "name_en",  "unit_vi",   "unit_en",
                                          "group",   "kind",     "aggregate", "better",
                                          "stock",   "decimals", "share",     "share_from",
                                          "reach",   "of",       "scale",     "counts_units",
                                          NULL };

static gboolean
fail (const Source *source, ChisoCatalogueError code, const char *key, const char *why,
      GError **error)
{
  g_set_error (error, CHISO_CATALOGUE_ERROR, code, "%s:%u: %s", source->name,
               chiso_catalogue_lines_find (source->lines, source->group, key), why);
  return FALSE;
}

static gboolean
fail_value (const Source *source, const char *key, const char *value, const char *allowed,
            GError **error)
{
  g_autofree char *why = g_strdup_printf ("“%s” of indicator “%s” is “%s”, not %s", key,
                                          source->group, value, allowed);

  return fail (source, CHISO_CATALOGUE_ERROR_VALUE, key, why, error);
}

/* NULL where the key is not given. */
static const char *
get_string (const Source *source, const char *key)
{
  g_autofree char *value = g_key_file_get_value (source->keys, source->group, key, NULL);

  return value == NULL
             ? NULL
             : g_string_chunk_insert_const (source->catalogue->strings, g_strstrip (value));
}

/* A needed string, into *field unless an earlier source has set it. */
static gboolean
read_name (const Source *source, const char *key, const char **field, GError **error)
{
  const char *value = get_string (source, key);
  g_autofree char *why = NULL;

  if (value != NULL)
    *field = value;
  if (*field != NULL && **field != '\0')
    return TRUE;
  why = g_strdup_printf ("indicator “%s” has no “%s”", source->group, key);
  return fail (source, CHISO_CATALOGUE_ERROR_SYNTAX, key, why, error);
}

/* One of words (NULL-terminated) by index, into *choice; left alone where the key is not given. */
static gboolean
read_choice (const Source *source, const char *key, const char *const *words, int *choice,
             GError **error)
{
  const char *value = get_string (source, key);
  g_autofree char *list = NULL;
  g_autofree char *allowed = NULL;

  if (value == NULL)
    return TRUE;
  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (value, words[i]) == 0)
      {
        *choice = i;
        return TRUE;
      }
  list = g_strjoinv (", ", (char **) words);
  allowed = g_strconcat ("one of ", list, NULL);
  return fail_value (source, key, value, allowed, error);
}

/* A number above zero and, for whole, without decimals; left alone where the key is not given. */
static gboolean
read_number (const Source *source, const char *key, gboolean whole, double *number, GError **error)
{
  const char *value = get_string (source, key);
  double read;
  char *end;

  if (value == NULL)
    return TRUE;
  read = g_ascii_strtod (value, &end);
  if (end == value || *end != '\0' || !isfinite (read) || read <= 0
      || (whole && (read != floor (read) || read > G_MAXINT)))
    return fail_value (source, key, value, whole ? "a whole number above 0" : "a number above 0",
                       error);
  *number = read;
  return TRUE;
}

/* Replaces *list where the key is given. */
static gboolean
read_list (const Source *source, const char *key, const char ***list, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree const char **copy = NULL;
  g_auto (GStrv) items = NULL;
  gsize n = 0;

  if (!g_key_file_has_key (source->keys, source->group, key, NULL))
    return TRUE;
  items = g_key_file_get_string_list (source->keys, source->group, key, &n, &problem);
  if (items == NULL)
    return fail_value (source, key, get_string (source, key),
                       "a list of phrases with semicolons between them", error);
  copy = g_new0 (const char *, n + 1);
  n = 0;
  for (guint i = 0; items[i] != NULL; i++)
    if (*g_strstrip (items[i]) != '\0')
      copy[n++] = g_string_chunk_insert_const (source->catalogue->strings, items[i]);
  if (n == 0)
    return fail_value (source, key, get_string (source, key), "a list of at least one phrase",
                       error);
  g_free (*list);
  *list = g_steal_pointer (&copy);
  return TRUE;
}

static gboolean
check_keys (const Source *source, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (source->keys, source->group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      gboolean known = g_strv_contains (other_keys, keys[i]);
      g_autofree char *why = NULL;

      for (guint list = 0; list < CHISO_N_WORD_LISTS && !known; list++)
        known = strcmp (list_keys[list], keys[i]) == 0;
      if (known)
        continue;
      why = g_strdup_printf ("indicators have no key “%s”", keys[i]);
      return fail (source, CHISO_CATALOGUE_ERROR_SYNTAX, keys[i], why, error);
    }
  return TRUE;
}

/* Ids stand in lists on the command line and in the names of files. */
static gboolean
check_id (const Source *source, GError **error)
{
  g_autofree char *why = NULL;

  for (const char *c = source->group; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '_')
      {
        why = g_strdup_printf (
            "“%s” is no id of an indicator; use letters from a to z, digits and _", source->group);
        return fail (source, CHISO_CATALOGUE_ERROR_SYNTAX, NULL, why, error);
      }
  if (source->catalogue->indicators->len < CHISO_MAX_INDICATORS)
    return TRUE;
  why = g_strdup_printf ("“%s” is one indicator too many; there can be %d", source->group,
                         CHISO_MAX_INDICATORS);
  return fail (source, CHISO_CATALOGUE_ERROR_SYNTAX, NULL, why, error);
}

static gboolean
read_description (const Source *source, ChisoIndicator *indicator, GError **error)
{
  static const char *const kinds[] = { "count", "share", "rate", "money", NULL };
  static const char *const aggregates[] = { "none", "sum", "ratio_of_sums", NULL };
  static const char *const betters[] = { "less", "neither", "more", NULL };
  static const char *const bools[] = { "false", "true", NULL };
  static const char *const decimals[] = { "0", "1", "2", "3", "4", "5", "6", NULL };
  static const char *const groups[] = { "dialogue",     "supervision", "ntm",
                                        "mobilisation", "living",      NULL };
  int kind = indicator->kind, aggregate = indicator->aggregate, better = indicator->better + 1;
  int stock = indicator->stock, shown = indicator->decimals, group = 0;
  int counts_units = indicator->counts_units;

  if (!read_name (source, "name_vi", &indicator->name_vi, error)
      || !read_name (source, "name_en", &indicator->name_en, error)
      || !read_name (source, "unit_vi", &indicator->unit_vi, error)
      || !read_name (source, "unit_en", &indicator->unit_en, error)
      || !read_name (source, "group", &indicator->group, error)
      || !read_choice (source, "group", groups, &group, error)
      || !read_choice (source, "kind", kinds, &kind, error)
      || !read_choice (source, "aggregate", aggregates, &aggregate, error)
      || !read_choice (source, "better", betters, &better, error)
      || !read_choice (source, "stock", bools, &stock, error)
      || !read_choice (source, "counts_units", bools, &counts_units, error)
      || !read_choice (source, "decimals", decimals, &shown, error))
    return FALSE;
  indicator->kind = kind;
  indicator->aggregate = aggregate;
  indicator->better = better - 1;
  indicator->stock = stock;
  indicator->decimals = shown;
  indicator->counts_units = counts_units;
  return TRUE;
}

static gboolean
read_wording (const Source *source, ChisoWording *wording, const char **share_at, GError **error)
{
  static const char *const reaches[] = { "np", "clause", "sentence", "paragraph", NULL };
  static const char *const sources[] = { "fraction", "percent", NULL };
  const char *share = get_string (source, "share");
  int stated = wording->share_stated;
  double of = wording->of;

  for (guint i = 0; i < CHISO_N_WORD_LISTS; i++)
    if (!read_list (source, list_keys[i], &wording->lists[i], error))
      return FALSE;
  if (!read_choice (source, "share_from", sources, &stated, error)
      || !read_choice (source, "reach", reaches, &wording->reach, error)
      || !read_number (source, "of", TRUE, &of, error)
      || !read_number (source, "scale", FALSE, &wording->scale, error))
    return FALSE;
  wording->share_stated = stated;
  wording->of = of;
  if (share != NULL)
    {
      g_autofree char *at = g_strdup_printf (
          "%s:%u", source->name,
          chiso_catalogue_lines_find (source->lines, source->group, "share"));

      wording->share = share;
      *share_at = g_string_chunk_insert_const (source->catalogue->strings, at);
    }
  return TRUE;
}

/* The index of the group's indicator, which is made where it is new. */
static guint
find_or_add (ChisoCatalogue *self, const char *id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));
  ChisoIndicator indicator = { 0 };
  ChisoWording wording = { .reach = 3, .scale = 1 };

  if (index > 0)
    return index - 1;
  indicator.id = g_string_chunk_insert_const (self->strings, id);
  g_array_append_val (self->indicators, indicator);
  g_array_append_val (self->wordings, wording);
  g_ptr_array_add (self->shares_at, NULL);
  g_hash_table_insert (self->by_id, (char *) indicator.id,
                       GUINT_TO_POINTER (self->indicators->len));
  return self->indicators->len - 1;
}

static gboolean
read_indicator (Source *source, GError **error)
{
  ChisoCatalogue *self = source->catalogue;
  const char *share_at;
  guint index;

  if (!check_keys (source, error)
      || (!g_hash_table_contains (self->by_id, source->group) && !check_id (source, error)))
    return FALSE;
  index = find_or_add (self, source->group);
  share_at = g_ptr_array_index (self->shares_at, index);
  if (!read_description (source, &g_array_index (self->indicators, ChisoIndicator, index), error)
      || !read_wording (source, &g_array_index (self->wordings, ChisoWording, index), &share_at,
                        error))
    return FALSE;
  g_ptr_array_index (self->shares_at, index) = (char *) share_at;
  return TRUE;
}

gboolean
chiso_catalogue_read (ChisoCatalogue *self, GBytes *bytes, const char *name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = g_strndup (data, length);
  /* Editors of other systems begin a file with a mark of its encoding. */
  const char *text = g_str_has_prefix (copy, "\xef\xbb\xbf") ? copy + 3 : copy;
  g_autoptr (ChisoCatalogueLines) lines = chiso_catalogue_lines_new (text, name, error);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GError) problem = NULL;
  Source source = { self, keys, lines, name, NULL };
  g_auto (GStrv) groups = NULL;

  if (lines == NULL)
    return FALSE;
  if (!g_key_file_load_from_data (keys, text, strlen (text), G_KEY_FILE_KEEP_TRANSLATIONS,
                                  &problem))
    {
      g_set_error (error, CHISO_CATALOGUE_ERROR, CHISO_CATALOGUE_ERROR_SYNTAX, "%s: %s", name,
                   problem->message);
      return FALSE;
    }
  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      source.group = groups[i];
      if (!read_indicator (&source, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
chiso_catalogue_check_shares (const ChisoCatalogue *self, GError **error)
{
  for (guint i = 0; i < self->wordings->len; i++)
    {
      const char *share = g_array_index (self->wordings, ChisoWording, i).share;
      const char *id = g_array_index (self->indicators, ChisoIndicator, i).id;

      if (share == NULL || (g_hash_table_contains (self->by_id, share) && strcmp (share, id) != 0))
        continue;
      g_set_error (error, CHISO_CATALOGUE_ERROR, CHISO_CATALOGUE_ERROR_VALUE,
                   "%s: “share” of indicator “%s” is “%s”, not another indicator",
                   (const char *) g_ptr_array_index (self->shares_at, i), id, share);
      return FALSE;
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of options. Pure but for what it looks up in the session. */

#include "ctl-args.h"

#include "core/chiso-fold.h"

#include <string.h>

G_DEFINE_QUARK (ctl-usage-error-quark, ctl_usage_error)

#define usage_error(error, ...) g_set_error (error, CTL_USAGE_ERROR, 0, __VA_ARGS__)

/* Letters to insert, drop, change or swap with the next to make b of a. */
static guint
distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *storage = g_new (guint, 3 * (n + 1));
  guint *before = storage, *last = storage + n + 1, *row = last + n + 1;

  for (gsize j = 0; j <= n; j++)
    last[j] = j;
  for (gsize i = 1; a[i - 1] != '\0'; i++)
    {
      guint *oldest = before;

      row[0] = i;
      for (gsize j = 1; j <= n; j++)
        {
          row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = last;
      last = row;
      row = oldest;
    }
  return last[n];
}

const char *
ctl_nearest (const char *text, const char *const *candidates)
{
  g_autofree char *key = chiso_fold_search (text);
  guint best_distance = MAX (2, strlen (key) / 3) + 1;
  const char *best = NULL;

  for (; *candidates != NULL; candidates++)
    {
      g_autofree char *candidate = chiso_fold_search (*candidates);
      guint d = distance (key, candidate);

      if (d < best_distance && d < strlen (candidate))
        {
          best_distance = d;
          best = *candidates;
        }
    }
  return best;
}

static char **
split_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0')
      g_strv_builder_add (builder, *part);
  return g_strv_builder_end (builder);
}

static void
unknown_indicator (const CtlSession *session, const char *text, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const char *nearest;

  for (guint i = 0; i < chiso_catalogue_n_indicators (session->catalogue); i++)
    g_ptr_array_add (ids, (char *) chiso_catalogue_indicator (session->catalogue, i)->id);
  g_ptr_array_add (ids, NULL);
  nearest = ctl_nearest (text, (const char *const *) ids->pdata);
  if (nearest != NULL)
    usage_error (error, "There is no indicator “%s”; did you mean %s?", text, nearest);
  else
    usage_error (error, "There is no indicator “%s”; “chisoctl query --indicators” lists them",
                 text);
}

gboolean
ctl_read_indicators (const CtlSession *session, const char *text, char ***ids, GError **error)
{
  g_auto (GStrv) list = text != NULL ? split_list (text) : NULL;

  *ids = NULL;
  if (text != NULL && list[0] == NULL)
    {
      usage_error (error, "--indicator names no indicator");
      return FALSE;
    }
  for (char **id = list; id != NULL && *id != NULL; id++)
    if (chiso_catalogue_find (session->catalogue, *id) == NULL)
      {
        unknown_indicator (session, *id, error);
        return FALSE;
      }
  *ids = g_steal_pointer (&list);
  return TRUE;
}

/* Of more places than these a text says too little for their names to help. */
#define MOST_NAMED 6

/* "“HN” may be Hà Nội or Hà Nam". */
static void
ambiguous_place (GPtrArray *found, const char *text, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = MIN (found->len, MOST_NAMED);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s",
                            i == 0                          ? ""
                            : i + 1 == n && n == found->len ? " or "
                                                            : ", ",
                            ((const ChisoProvince *) found->pdata[i])->name_vi);
  if (n < found->len)
    g_string_append_printf (names, " or one of %u others", found->len - n);
  usage_error (error, "“%s” may be %s; write more of its name, or its code", text, names->str);
}

/* What text names, or the one place that it is short for; NULL, with error, where that is none or several. */
static char *
find_place (const CtlSession *session, ChisoBoundary boundary, const char *text, GError **error)
{
  char *key = chiso_geo_resolve (session->geo, boundary, text, NULL);
  const char *slash = strchr (text, '/');
  g_autofree char *head = slash != NULL ? g_strndup (text, slash - text) : g_strdup (text);
  g_autoptr (GPtrArray) found = NULL;

  if (key != NULL)
    return key;
  found = chiso_geo_search (session->geo, boundary, head);
  if (found->len == 1)
    return g_strconcat (((const ChisoProvince *) found->pdata[0])->code, slash, NULL);
  if (found->len > 1)
    ambiguous_place (found, head, error);
  return NULL;
}

static void
unknown_place (const CtlSession *session, ChisoBoundary boundary, const char *text, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  ChisoBoundary other = boundary == CHISO_BOUNDARY_63 ? CHISO_BOUNDARY_34 : CHISO_BOUNDARY_63;
  g_autofree char *elsewhere = find_place (session, other, text, NULL);
  const char *nearest;

  if (elsewhere != NULL)
    {
      usage_error (error, "There is no place “%s” among the %d provinces; add --boundary=%d", text,
                   boundary, other);
      return;
    }
  for (guint i = 0; i < chiso_geo_n_provinces (session->geo, boundary); i++)
    g_ptr_array_add (names, (char *) chiso_geo_province (session->geo, boundary, i)->name_vi);
  g_ptr_array_add (names, NULL);
  nearest = ctl_nearest (text, (const char *const *) names->pdata);
  if (nearest != NULL)
    usage_error (error, "There is no province “%s”; did you mean %s?", text, nearest);
  else
    usage_error (error, "There is no province “%s”", text);
}

gboolean
ctl_read_places (const CtlSession *session, ChisoBoundary boundary, const char *text,
                 char ***places, GError **error)
{
  g_auto (GStrv) list = NULL;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  *places = NULL;
  if (text == NULL || strcmp (text, "all") == 0)
    return TRUE;
  list = split_list (text);
  if (list[0] == NULL)
    {
      usage_error (error, "--place names no place");
      return FALSE;
    }
  for (char **name = list; *name != NULL; name++)
    {
      g_autoptr (GError) several = NULL;
      g_autofree char *key = find_place (session, boundary, *name, &several);

      if (several != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&several));
          return FALSE;
        }
      if (key == NULL)
        {
          unknown_place (session, boundary, *name, error);
          return FALSE;
        }
      g_strv_builder_add (keys, key);
    }
  *places = g_strv_builder_end (keys);
  return TRUE;
}

/* Four digits, or nothing for an open end. */
static gboolean
read_year (const char *text, gsize length, int *year)
{
  *year = 0;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *year = *year * 10 + (text[i] - '0');
    }
  return length == 0 || (length == 4 && *year > 0);
}

gboolean
ctl_read_years (const char *text, int *first, int *last, GError **error)
{
  const char *dots = text != NULL ? strstr (text, "..") : NULL;

  *first = *last = 0;
  if (text == NULL)
    return TRUE;
  if (dots != NULL && read_year (text, dots - text, first)
      && read_year (dots + 2, strlen (dots + 2), last)
      && (*first == 0 || *last == 0 || *first <= *last))
    return TRUE;
  if (dots == NULL && *text != '\0' && read_year (text, strlen (text), first))
    {
      *last = *first;
      return TRUE;
    }
  usage_error (error, "--period must be a year or years such as 2018..2024, not “%s”", text);
  return FALSE;
}

gboolean
ctl_read_size (const char *text, double *width, double *height, GError **error)
{
  char *end;

  *width = g_ascii_strtod (text, &end);
  if (end > text && *end == 'x')
    {
      const char *second = end + 1;

      *height = g_ascii_strtod (second, &end);
      if (end > second && *end == '\0' && *width > 0 && *height > 0)
        return TRUE;
    }
  usage_error (error, "--size must be width and height such as 1600x900, not “%s”", text);
  return FALSE;
}

gboolean
ctl_read_choice (const char *option, const char *text, const char *const *names, guint fallback,
                 guint *choice, GError **error)
{
  g_autofree char *list = NULL;

  *choice = fallback;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (text, names[i]) == 0)
      {
        *choice = i;
        return TRUE;
      }
  list = g_strjoinv (", ", (char **) names);
  usage_error (error, "%s must be one of %s, not “%s”", option, list, text);
  return FALSE;
}

gboolean
ctl_read_boundary (const char *text, ChisoBoundary *boundary, GError **error)
{
  static const char *const names[] = { "63", "34", NULL };
  guint choice;

  if (!ctl_read_choice ("--boundary", text, names, 0, &choice, error))
    return FALSE;
  *boundary = choice == 0 ? CHISO_BOUNDARY_63 : CHISO_BOUNDARY_34;
  return TRUE;
}

gboolean
ctl_read_language (const char *text, const char **language, GError **error)
{
  static const char *const names[] = { "vi", "en", NULL };
  guint choice = g_str_has_prefix (g_get_language_names ()[0], "vi") ? 0 : 1;

  if (!ctl_read_choice ("--lang", text, names, choice, &choice, error))
    return FALSE;
  *language = names[choice];
  return TRUE;
}

gboolean
ctl_read_date (const char *option, const char *text, ChisoDate *date, GError **error)
{
  ChisoPeriod period;

  if (strpbrk (text, "/|") == NULL && chiso_period_parse (text, &period))
    {
      *date = period.start;
      return TRUE;
    }
  usage_error (error, "%s must be a date such as 2023-12-31, not “%s”", option, text);
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the two sets of provinces, and all the names that a person may type. Reads the registry
 * through its public functions only. */

#include "chiso-geo.h"

#include "chiso-match.h"

#include <string.h>

gboolean
chiso_geo_is_unchanged (const ChisoGeo *self, const char *code)
{
  const ChisoProvince *before, *after;

  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  before = chiso_geo_find_code (self, CHISO_BOUNDARY_63, code);
  after = chiso_geo_find_code (self, CHISO_BOUNDARY_34, code);
  /* A province of both sets is the same row, so the same strings; one whose area changed succeeds
   * others beside itself, under a row of its own. */
  return before != NULL && after != NULL && before->name_vi == after->name_vi;
}

const char **
chiso_geo_counterparts (const ChisoGeo *self, ChisoBoundary boundary, const char *code)
{
  GPtrArray *codes = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < chiso_geo_n_provinces (self, CHISO_BOUNDARY_63); i++)
    {
      const ChisoProvince *old = chiso_geo_province (self, CHISO_BOUNDARY_63, i);

      if (boundary == CHISO_BOUNDARY_63 && strcmp (old->code, code) == 0)
        g_ptr_array_add (codes, (gpointer) old->successor);
      else if (boundary == CHISO_BOUNDARY_34 && strcmp (old->successor, code) == 0)
        g_ptr_array_add (codes, (gpointer) old->code);
    }
  g_ptr_array_add (codes, NULL);
  return (const char **) g_ptr_array_free (codes, FALSE);
}

/* "NA" of "Nghệ An", "BRVT" of "Bà Rịa - Vũng Tàu". */
static void
append_initials (GString *names, const char *name)
{
  g_autofree char *folded = chiso_fold_search (name);

  for (const char *p = folded; *p != '\0'; p++)
    if (p == folded || p[-1] == ' ')
      g_string_append_c (names, *p);
  g_string_append_c (names, '\n');
}

static void
append_province (GString *names, const ChisoProvince *province)
{
  g_string_append_printf (names, "%s\n%s\n", province->name_vi, province->name_en);
  append_initials (names, province->name_vi);
}

/* All of it in that set. */
static void
append_own (GString *names, const ChisoGeo *self, ChisoBoundary boundary, const char *code)
{
  const ChisoProvince *own = chiso_geo_find_code (self, boundary, code);
  const ChisoAlias *aliases;
  guint n;

  if (own != NULL)
    append_province (names, own);
  aliases = chiso_geo_aliases (self, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (aliases[i].code, code) == 0
        && (boundary == CHISO_BOUNDARY_63 ? aliases[i].in_63 : aliases[i].in_34))
      g_string_append_printf (names, "%s\n", aliases[i].text);
}

char *
chiso_geo_other_names (const ChisoGeo *self, ChisoBoundary boundary, const char *code)
{
  GString *names = g_string_new (NULL);
  ChisoBoundary other = boundary == CHISO_BOUNDARY_63 ? CHISO_BOUNDARY_34 : CHISO_BOUNDARY_63;
  g_autofree const char **counterparts = chiso_geo_counterparts (self, boundary, code);

  append_own (names, self, boundary, code);
  for (guint i = 0; counterparts[i] != NULL; i++)
    append_province (names, chiso_geo_find_code (self, other, counterparts[i]));
  return g_string_free (names, FALSE);
}

GPtrArray *
chiso_geo_search (const ChisoGeo *self, ChisoBoundary boundary, const char *text)
{
  g_autofree char *needle = NULL;
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  g_autoptr (GPtrArray) begun = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  needle = chiso_fold_search (text);
  for (guint i = 0; *needle != '\0' && i < chiso_geo_n_provinces (self, boundary); i++)
    {
      const ChisoProvince *province = chiso_geo_province (self, boundary, i);
      g_autoptr (GString) names = g_string_new (NULL);
      ChisoMatch match;

      append_own (names, self, boundary, province->code);
      match = chiso_match (province->name_vi, names->str, needle);
      if (match != CHISO_MATCH_NOT)
        g_ptr_array_add (match <= CHISO_MATCH_KNOWN ? named : begun, (gpointer) province);
    }
  return named->len > 0 ? g_steal_pointer (&named) : g_steal_pointer (&begun);
}

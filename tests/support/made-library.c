/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes reports and the extractions that belong to them, report by report, and hands them on in
 * batches. Draws no lots: which commune reports what follows from its number. */

#include "made-library.h"

#include <string.h>

/* Reports handed on at once. */
#define N_AT_ONCE 63
/* A prime: its multiples go through all pairs of commune and indicator before one comes again. */
#define STRIDE 1000003

typedef struct
{
  ChisoCatalogue *catalogue;
  ChisoGeo *geo;
  const MadeSize *size;
  guint n_indicators;
} Maker;

/* One report under way. */
typedef struct
{
  GString *text;
  GPtrArray *observations;
  int year;
} Report;

char *
made_indicators (guint n)
{
  GString *groups = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (groups,
                            "[made_%u]\nname_vi=Chỉ tiêu thứ %u\nname_en=Made indicator %u\n"
                            "unit_vi=việc\nunit_en=things\ngroup=dialogue\nkind=count\n"
                            "aggregate=sum\nunits=việc thứ %u\ntopics=chỉ tiêu thứ %u\n\n",
                            i, i, i, i, i);
  return g_string_free (groups, FALSE);
}

static void
add_line (const Maker *maker, Report *report, const char *place, const char *name, guint indicator,
          guint value)
{
  const ChisoIndicator *wanted = chiso_catalogue_indicator (maker->catalogue, indicator);
  ChisoObservation *observation = chiso_observation_new (wanted->id, place);
  guint32 start = report->text->len, figure;

  g_string_append_printf (report->text, "%s, %s: ", name, wanted->name_vi);
  figure = report->text->len;
  g_string_append_printf (report->text, "%u\n", value);
  observation->boundary = CHISO_BOUNDARY_63;
  observation->period = chiso_period_year (report->year);
  observation->value = wanted->kind == CHISO_KIND_SHARE ? value % 1000 / 1000.0 : value;
  observation->figure = observation->evidence = (ChisoSpan){ figure, report->text->len - 1 };
  observation->sentence = (ChisoSpan){ start, report->text->len - 1 };
  observation->confidence = 0.9;
  observation->rule = g_intern_static_string ("made");
  g_ptr_array_add (report->observations, observation);
}

/* Whether a commune reports an indicator in a year of which n_of_year figures of communes are to be:
 * nearly the same pairs in every year. */
static gboolean
reports (const Maker *maker, guint commune, guint indicator, guint64 n_of_year)
{
  guint64 n_pairs = (guint64) maker->size->n_communes * maker->n_indicators;
  guint64 pair = (guint64) commune * maker->n_indicators + indicator;

  return pair * STRIDE % n_pairs < n_of_year;
}

/* Figures of communes in the year'th year. */
static guint64
count_of_year (const Maker *maker, guint year)
{
  guint64 n_years = maker->size->n_years;
  guint64 n_of_provinces = chiso_geo_n_provinces (maker->geo, CHISO_BOUNDARY_63)
                           * maker->n_indicators * n_years;
  guint64 rest = maker->size->n_observations - MIN (n_of_provinces, maker->size->n_observations);

  return rest * (year + 1) / n_years - rest * year / n_years;
}

static ChisoAddition *
make_report (const Maker *maker, guint n, guint year)
{
  guint n_provinces = chiso_geo_n_provinces (maker->geo, CHISO_BOUNDARY_63);
  const ChisoProvince *province = chiso_geo_province (maker->geo, CHISO_BOUNDARY_63, n);
  ChisoExtraction *extraction = g_new0 (ChisoExtraction, 1);
  g_autofree char *name = g_strdup_printf ("%s-%u.txt", province->code,
                                           maker->size->first_year + year);
  ChisoDocument *document = chiso_document_new (name);
  Report report = { g_string_new (NULL), NULL, maker->size->first_year + (int) year };
  guint64 n_of_year = count_of_year (maker, year);

  report.observations = extraction->observations = g_ptr_array_new_with_free_func (
      (GDestroyNotify) chiso_observation_free);
  extraction->place = g_strdup (province->code);
  extraction->boundary = CHISO_BOUNDARY_63;
  extraction->published = (ChisoDate){ report.year + 1, 1, 15 };
  g_string_append_printf (report.text, "Báo cáo năm %d của tỉnh %s\n", report.year,
                          province->name_vi);
  for (guint i = 0; i < maker->n_indicators; i++)
    add_line (maker, &report, province->code, province->name_vi, i,
              100 + (n * 37 + i * 11 + year * 7) % 900);
  for (guint commune = n; commune < maker->size->n_communes; commune += n_provinces)
    {
      g_autofree char *own = g_strdup_printf ("Xã %u", commune);
      g_autofree char *place = g_strconcat (province->code, "/", own, NULL);

      for (guint i = 0; i < maker->n_indicators; i++)
        if (reports (maker, commune, i, n_of_year))
          add_line (maker, &report, place, own, i, 1 + (commune + i * 3 + year) % 90);
    }
  document->length = report.text->len;
  document->text = g_string_free (report.text, FALSE);
  document->format = g_strdup ("text");
  document->encoding = g_strdup ("UTF-8");
  document->imported = 1700000000 + n;
  return chiso_addition_new (document, extraction);
}

static gboolean
add_year (ChisoStore *store, const Maker *maker, guint year, GError **error)
{
  guint n_provinces = chiso_geo_n_provinces (maker->geo, CHISO_BOUNDARY_63);

  for (guint n = 0; n < n_provinces;)
    {
      g_autoptr (GPtrArray)
          additions = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_addition_free);

      for (; n < n_provinces && additions->len < N_AT_ONCE; n++)
        g_ptr_array_add (additions, make_report (maker, n, year));
      if (!chiso_store_add_all_sync (store, additions, error))
        return FALSE;
      for (guint i = 0; i < additions->len; i++)
        {
          ChisoAddition *addition = additions->pdata[i];

          if (addition->error != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&addition->error));
              return FALSE;
            }
        }
    }
  return TRUE;
}

gboolean
made_library_fill (ChisoStore *store, ChisoCatalogue *catalogue, ChisoGeo *geo,
                   const MadeSize *size, GError **error)
{
  const Maker maker = { catalogue, geo, size,
                        MIN (size->n_indicators, chiso_catalogue_n_indicators (catalogue)) };

  for (guint year = 0; year < size->n_years; year++)
    if (!add_year (store, &maker, year, error))
      return FALSE;
  return TRUE;
}

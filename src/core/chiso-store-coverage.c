/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much the library has of which indicator, place and year: for choosing what to show. Counts figures,
 * and as one figure of a province what districts or communes add up to; which of several figures counts is
 * not asked here. */

#include <string.h>

#include "chiso-measures.h"
#include "chiso-store-private.h"

void
chiso_coverage_free (ChisoCoverage *coverage)
{
  if (coverage == NULL)
    return;

  g_free (coverage->place);
  g_free (coverage->indicator);
  g_free (coverage);
}

/* Of documents' figures; each row is found in its two indexes alone, in the order in which it is
 * grouped. The names of the indexes make sure of it. */
static const char observations_coverage[] =
    "SELECT s.indicator, s.place, r.last_year, s.boundary, count(*) "
    "FROM series AS s INDEXED BY series_of_provinces "
    "CROSS JOIN observations AS r INDEXED BY observations_by_series ON r.series = s.id "
    "WHERE s.unit < 2 AND r.confidence >= ?1 "
    "GROUP BY s.indicator, s.place, s.boundary, r.last_year";
static const char curated_coverage[] =
    "SELECT indicator, place, last_year, boundary, count(*) FROM curated "
    "WHERE unit < 2 GROUP BY indicator, place, last_year, boundary";

static ChisoCoverage *
read_coverage (ChisoStmt *stmt)
{
  ChisoCoverage *coverage = g_new0 (ChisoCoverage, 1);

  coverage->indicator = g_strdup (chiso_stmt_text (stmt, 0));
  coverage->place = g_strdup (chiso_stmt_text (stmt, 1));
  coverage->year = chiso_stmt_int (stmt, 2);
  coverage->boundary = chiso_stmt_int (stmt, 3);
  return coverage;
}

static gboolean
append_coverage (ChisoDb *db, const char *sql, GPtrArray *list, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, sql, error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  if (sql == observations_coverage)
    chiso_stmt_bind_double (stmt, 1, CHISO_CONFIDENCE_ASSERTED);

  while (TRUE)
    {
      ChisoCoverage *coverage;

      if (!chiso_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      coverage = read_coverage (stmt);
      coverage->n = chiso_stmt_int (stmt, 4);
      g_ptr_array_add (list, coverage);
    }
}

/* Figures of districts and communes that a report says are of all of them, list by list. Most libraries have
 * few of these, and the plan goes through what is listed once. */
static const char listed_coverage[] =
    "SELECT l.indicator, l.province, r.last_year, s.boundary, r.period, l.document_id, s.place, "
    "l.units FROM listed AS l "
    "CROSS JOIN observations AS r ON r.document_id = l.document_id AND r.n = l.n "
    "CROSS JOIN series AS s ON s.id = r.series "
    "WHERE l.said_stop > l.said_start AND r.confidence >= ? AND " CHISO_LISTED_WITHOUT_OWN
    " ORDER BY l.indicator, l.province, s.boundary, r.period, l.document_id, s.place";

/* One list while its rows go by. */
typedef struct
{
  ChisoCoverage *coverage; /* what it would add; NULL before the first */
  char *period;
  gint64 document_id;
  GPtrArray *names; /* of char*: its different units */
  guint n_said;     /* how many the report says there are, or 0 */
} List;

static void
list_clear (List *self)
{
  g_clear_pointer (&self->coverage, chiso_coverage_free);
  g_clear_pointer (&self->period, g_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

/* Whether the row that stmt stands on is of the list. */
static gboolean
is_of_list (const List *list, ChisoStmt *stmt)
{
  return list->coverage != NULL && list->document_id == chiso_stmt_int (stmt, 5)
         && list->coverage->boundary == (ChisoBoundary) chiso_stmt_int (stmt, 3)
         && strcmp (list->coverage->indicator, chiso_stmt_text (stmt, 0)) == 0
         && strcmp (list->coverage->place, chiso_stmt_text (stmt, 1)) == 0
         && strcmp (list->period, chiso_stmt_text (stmt, 4)) == 0;
}

static void
list_add (List *list, ChisoStmt *stmt)
{
  const char *slash = strchr (chiso_stmt_text (stmt, 6), '/');
  const char *name = slash != NULL ? slash + 1 : "";
  const char *last = list->names->len > 0 ? list->names->pdata[list->names->len - 1] : NULL;

  if (g_strcmp0 (last, name) != 0)
    g_ptr_array_add (list->names, g_strdup (name));
}

static void
list_begin (List *list, ChisoStmt *stmt)
{
  list_clear (list);
  list->coverage = read_coverage (stmt);
  list->period = g_strdup (chiso_stmt_text (stmt, 4));
  list->document_id = chiso_stmt_int (stmt, 5);
  list->names = g_ptr_array_new_with_free_func (g_free);
  list->n_said = (guint) chiso_stmt_int (stmt, 7);
}

/* Sizes are loaded where some list needs them. */
static const ChisoProvinceFacts *
facts_of (ChisoSession *session)
{
  if (session->facts == NULL && session->geo != NULL)
    session->facts = chiso_province_facts_new_from_resources (session->geo, NULL);
  return session->facts;
}

/* Counts the list as one figure of its province where it is of as many units as there were. */
static void
list_end (List *list, ChisoSession *session, GPtrArray *found)
{
  ChisoPeriod period;

  if (list->coverage == NULL || facts_of (session) == NULL
      || !chiso_period_parse (list->period, &period)
      || chiso_measures_n_units (session->facts, list->coverage->boundary, list->coverage->place,
                                 &period, (const char *const *) list->names->pdata,
                                 list->names->len, list->n_said)
             != list->names->len)
    return;
  list->coverage->n = 1;
  g_ptr_array_add (found, g_steal_pointer (&list->coverage));
}

static gboolean
append_sums (ChisoDb *db, ChisoSession *session, GPtrArray *found, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, listed_coverage, error);
  g_auto (List) list = { NULL };
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  chiso_stmt_bind_double (stmt, 1, CHISO_CONFIDENCE_ASSERTED);
  chiso_stmt_bind_double (stmt, 2, CHISO_CONFIDENCE_ASSERTED);
  while (TRUE)
    {
      if (!chiso_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row || !is_of_list (&list, stmt))
        list_end (&list, session, found);
      if (!row)
        return TRUE;
      if (!is_of_list (&list, stmt))
        list_begin (&list, stmt);
      list_add (&list, stmt);
    }
}

static int
compare_coverage_cb (gconstpointer a, gconstpointer b)
{
  const ChisoCoverage *x = *(const ChisoCoverage *const *) a;
  const ChisoCoverage *y = *(const ChisoCoverage *const *) b;
  int order = strcmp (x->indicator, y->indicator);

  if (order == 0)
    order = strcmp (x->place, y->place);
  if (order == 0)
    order = x->year - y->year;

  return order != 0 ? order : (int) x->boundary - (int) y->boundary;
}

GPtrArray *
chiso_coverage_list (ChisoDb *db, ChisoSession *session, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GPtrArray *sums = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_coverage_free);
  gboolean complete = append_coverage (db, observations_coverage, list, error)
                      && append_coverage (db, curated_coverage, list, error)
                      && append_sums (db, session, list, error);

  g_ptr_array_sort (list, compare_coverage_cb);
  for (guint i = 0; i < list->len; i++)
    {
      ChisoCoverage *coverage = list->pdata[i];
      ChisoCoverage *last = sums->len > 0 ? sums->pdata[sums->len - 1] : NULL;

      if (last == NULL || compare_coverage_cb (&last, &coverage) != 0)
        {
          g_ptr_array_add (sums, coverage);
          continue;
        }
      last->n += coverage->n;
      chiso_coverage_free (coverage);
    }
  if (!complete)
    g_clear_pointer (&sums, g_ptr_array_unref);

  return sums;
}

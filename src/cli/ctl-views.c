/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl views: the comparisons that are kept under names. They are saved in the window and opened
 * by chart and sheet; nothing here changes one. */

#include "ctl-views.h"

#include "core/chiso-store-views.h"
#include "ctl-args.h"
#include "ctl-rows.h"
#include "figures/chiso-comparison.h"

#include <string.h>

/* The sentence for a name that no view has. */
static void
unknown_view (GPtrArray *views, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                            ((const ChisoSavedView *) views->pdata[i])->name);
  if (views->len == 0)
    g_set_error (
        error, CTL_USAGE_ERROR, 0,
        "There is no view “%s”: the library has none; they are saved in the window, on the "
        "Compare page",
        name);
  else
    g_set_error (error, CTL_USAGE_ERROR, 0, "There is no view “%s”; there %s %s", name,
                 views->len > 1 ? "are" : "is", names->str);
}

static const ChisoSavedView *
find (GPtrArray *views, const char *text)
{
  g_autofree char *name = chiso_saved_view_clean_name (text);

  for (guint i = 0; name != NULL && i < views->len; i++)
    if (strcmp (((const ChisoSavedView *) views->pdata[i])->name, name) == 0)
      return views->pdata[i];
  return NULL;
}

static char *
join (GPtrArray *texts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "," : "", (const char *) texts->pdata[i]);
  return g_string_free (joined, FALSE);
}

/* "2018..2024", "2018..", or NULL for all years. */
static char *
period_of (const ChisoComparison *comparison)
{
  g_autofree char *first = g_strdup_printf ("%04d", comparison->first_year);
  g_autofree char *last = g_strdup_printf ("%04d", comparison->last_year);

  if (comparison->first_year == 0 && comparison->last_year == 0)
    return NULL;
  return g_strconcat (comparison->first_year != 0 ? first : "", "..",
                      comparison->last_year != 0 ? last : "", NULL);
}

static char *
base_of (const ChisoComparison *comparison)
{
  return comparison->base_year != 0 ? g_strdup_printf ("%04d", comparison->base_year) : NULL;
}

/* A scatter chart's indicator across goes first, as chart --kind=scatter takes them. */
static char *
indicators_of (const ChisoComparison *comparison, const char *kind)
{
  if (comparison->kind != PLOT_KIND_SCATTER || strcmp (kind, "scatter") != 0)
    return g_strdup (comparison->indicator);
  return g_strconcat (comparison->across, ",", comparison->indicator, NULL);
}

/* What was typed stays. */
static void
fill (char **option, char *text)
{
  if (*option == NULL)
    *option = text;
  else
    g_free (text);
}

static gboolean
check_left (const CtlCompare *compare, const ChisoComparison *comparison,
            const ChisoComparisonMissing *missing, GError **error)
{
  g_autofree char *places = missing->places != NULL ? join (missing->places) : NULL;

  if (compare->indicator == NULL && comparison->indicator == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   "The view “%s” is of the indicator “%s”, which the catalogue does not have; "
                   "give another with --indicator",
                   compare->view, missing->indicator != NULL ? missing->indicator : "");
      return FALSE;
    }
  if (compare->place != NULL || places == NULL)
    return TRUE;
  if (comparison->places->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   "The view “%s” is of places that are not known: %s; give others with --place",
                   compare->view, places);
      return FALSE;
    }
  ctl_say ("The view “%s” names places that are not known, and left out: %s", compare->view,
           places);
  return TRUE;
}

gboolean
ctl_view_apply (const CtlSession *session, CtlCompare *compare, GError **error)
{
  g_autoptr (GPtrArray) views = chiso_store_views_sync (session->store, error);
  const ChisoSavedView *view = views != NULL ? find (views, compare->view) : NULL;
  g_autoptr (ChisoComparison) comparison = NULL;
  g_auto (ChisoComparisonMissing) missing = { NULL };
  g_autofree char *set = NULL;

  if (views == NULL)
    return FALSE;
  if (view == NULL)
    {
      unknown_view (views, compare->view, error);
      return FALSE;
    }
  comparison = chiso_comparison_parse (view->choice, session->catalogue, session->geo, &missing);
  if (!check_left (compare, comparison, &missing, error))
    return FALSE;
  set = g_strdup_printf ("%d", comparison->boundary);
  /* Codes of the other set would be other provinces. */
  if (comparison->places->len > 0 && (compare->set == NULL || strcmp (compare->set, set) == 0))
    fill (&compare->place, join (comparison->places));
  fill (&compare->set, g_steal_pointer (&set));
  fill (&compare->kind, g_strdup (plot_kind_to_string (comparison->kind)));
  fill (&compare->indicator, indicators_of (comparison, compare->kind));
  fill (&compare->measure, g_strdup (chiso_show_to_string (comparison->show)));
  fill (&compare->period, period_of (comparison));
  fill (&compare->base, base_of (comparison));
  return TRUE;
}

static void
write_view (CtlRows *rows, const CtlSession *session, const ChisoSavedView *view)
{
  g_auto (ChisoComparisonMissing) missing = { NULL };
  g_autoptr (ChisoComparison) comparison = chiso_comparison_parse (view->choice, session->catalogue,
                                                                   session->geo, &missing);
  const char *kind = plot_kind_to_string (comparison->kind);
  g_autofree char *indicators = indicators_of (comparison, kind);
  const char *indicator = comparison->indicator != NULL ? indicators : missing.indicator;
  g_autofree char *places = join (comparison->places);
  g_autofree char *set = g_strdup_printf ("%d", comparison->boundary);
  g_autofree char *period = period_of (comparison);
  g_autofree char *base = base_of (comparison);
  const char *cells[] = {
    view->name, indicator, places, set, period, kind, chiso_show_to_string (comparison->show), base,
  };

  ctl_rows_add (rows, (char **) cells);
}

static CtlStatus
run (const CtlCommand *command, char **args)
{
  static const CtlColumn heads[] = {
    { "view" },   { "indicator" }, { "place" },   { "boundary", TRUE },
    { "period" }, { "kind" },      { "measure" }, { "base", TRUE },
  };
  g_autofree char *format = NULL;
  g_auto (CtlCommon) common = { NULL };
  g_auto (CtlSession) session = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, "tsv (the default), csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) views = NULL;
  GError *error = NULL;
  CtlStatus status;
  CtlRows *rows;
  guint choice;

  if (!ctl_parse (command, entries, &args, &common, &status))
    return status;
  if (args[1] != NULL)
    {
      ctl_say ("views takes no “%s”; a view is drawn by chart --view=NAME", args[1]);
      return CTL_USAGE;
    }
  if (!ctl_read_choice ("--format", format, ctl_rows_formats, 0, &choice, &error)
      || !ctl_session_open (&session, &common, &error))
    return ctl_say_error (error);
  views = chiso_store_views_sync (session.store, &error);
  if (views == NULL)
    return ctl_say_error (error);
  rows = ctl_rows_new (choice, heads, G_N_ELEMENTS (heads));
  for (guint i = 0; i < views->len; i++)
    write_view (rows, &session, views->pdata[i]);
  ctl_rows_finish (rows);
  return CTL_DONE;
}

const CtlCommand ctl_views = {
  "views",
  "",
  "List the comparisons that were saved under names",
  "Each row says in the words of chart what a view compares. Views are saved in the window, on "
  "the\n"
  "Compare page, and drawn by “chisoctl chart --view=NAME --output=FILE”.",
  run,
};

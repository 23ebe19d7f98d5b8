/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws what the window's overview shows, for machines without a display. Chooses nothing by
 * itself but the names of the files. */

#include "ctl-overview.h"

#include "ctl-args.h"
#include "figures/chiso-figures.h"
#include "figures/chiso-opening.h"

static const char *const file_names[] = {
  [CHISO_HEADLINE_GROWTH] = "growth",
  [CHISO_HEADLINE_SUPERVISION] = "supervision",
  [CHISO_HEADLINE_NTM] = "new-rural-area",
};

typedef struct
{
  const char *place;
  ChisoBoundary boundary;
  int year;
} Subject;

/* Fills in what was not said. A place alone keeps its place even where nothing is known of it: the
 * charts then say so. */
static gboolean
choose (const CtlSession *session, Subject *subject, GPtrArray **coverage, GError **error)
{
  const char *best;

  *coverage = chiso_store_coverage_sync (session->store, error);
  if (*coverage == NULL)
    return FALSE;
  if (chiso_figures_opening (*coverage, subject->place, &subject->boundary, &subject->year, &best))
    {
      subject->place = best;
      return TRUE;
    }
  if (subject->place != NULL && subject->year != 0)
    return TRUE;
  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND,
               "The library has no figures for that place and year, so there is no overview");
  return FALSE;
}

/* Reads place, set and year, opens the library, and chooses what was not said. */
static CtlStatus
read_subject (const CtlAsked *asked, CtlSession *session, const CtlCommon *common,
              CtlOverview *overview)
{
  g_auto (GStrv) places = NULL;
  Subject subject = { NULL };
  GError *error = NULL;
  int last_year;

  if (!ctl_read_years (asked->year, &subject.year, &last_year, &error)
      || !ctl_read_boundary (asked->set, &subject.boundary, &error)
      || !ctl_session_load (session, &error)
      || !ctl_read_places (session, subject.boundary, asked->place, &places, &error))
    return ctl_say_error (error);
  if (subject.year != last_year || (places != NULL && places[1] != NULL))
    {
      ctl_say ("An overview is of one place and one year");
      return CTL_USAGE;
    }
  if (asked->set == NULL && places == NULL)
    subject.boundary = 0;
  subject.place = places != NULL ? places[0] : NULL;
  if (!ctl_session_open_current (session, common, &error)
      || !choose (session, &subject, &overview->coverage, &error))
    return ctl_say_error (error);
  overview->place = g_strdup (subject.place);
  overview->boundary = subject.boundary;
  overview->year = subject.year;
  return CTL_DONE;
}

void
ctl_overview_clear (CtlOverview *overview)
{
  g_free (overview->place);
  g_clear_pointer (&overview->figures, g_ptr_array_unref);
  g_clear_pointer (&overview->records, g_ptr_array_unref);
  g_clear_pointer (&overview->coverage, g_ptr_array_unref);
}

CtlStatus
ctl_overview_figures (const CtlAsked *asked, CtlSession *session, const CtlCommon *common,
                      const char *language, CtlOverview *overview)
{
  CtlStatus status = read_subject (asked, session, common, overview);
  /* Of both sets: those of the 63 are added up, and some provinces are the same in both. */
  const ChisoQuery query = { .boundary = 0, .with_units = TRUE };
  g_autoptr (ChisoProvinceFacts) facts = NULL;
  GError *error = NULL;

  if (status != CTL_DONE)
    return status;
  overview->records = chiso_store_query_sync (session->store, &query, &error);
  if (overview->records == NULL)
    return ctl_say_error (error);
  if (chiso_measures_have_units (overview->records)
      && (facts = chiso_province_facts_new_from_resources (session->geo, &error)) == NULL)
    return ctl_say_error (error);
  overview->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);
  for (guint headline = 0; headline < G_N_ELEMENTS (file_names); headline++)
    g_ptr_array_add (overview->figures,
                     chiso_figures_headline (overview->records, session->catalogue, session->geo,
                                             facts, headline, overview->place, overview->boundary,
                                             overview->year, language));
  return CTL_DONE;
}

CtlStatus
ctl_overview (const CtlPicture *picture, const CtlCommon *common, const CtlAsked *asked)
{
  g_auto (CtlSession) session = { NULL };
  g_auto (CtlOverview) overview = { NULL };
  CtlStatus status;

  if (picture->output == NULL)
    {
      ctl_say ("chart --overview needs --output with the folder to write into");
      return CTL_USAGE;
    }
  if (!ctl_picture_is_for_several (picture))
    return CTL_USAGE;
  status = ctl_overview_figures (asked, &session, common, picture->lang, &overview);
  if (status != CTL_DONE)
    return status;
  return ctl_picture_write_all (picture, (PlotFigure *const *) overview.figures->pdata, file_names,
                                overview.figures->len);
}

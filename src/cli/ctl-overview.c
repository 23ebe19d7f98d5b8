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

static CtlStatus
write_charts (const CtlSession *session, const CtlPicture *picture, const Subject *subject)
{
  ChisoQuery query = { .boundary = subject->boundary };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray)
      figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);
  GError *error = NULL;

  records = chiso_store_query_sync (session->store, &query, &error);
  if (records == NULL)
    return ctl_say_error (error);
  for (guint headline = 0; headline < G_N_ELEMENTS (file_names); headline++)
    g_ptr_array_add (figures, chiso_figures_headline (records, session->catalogue, session->geo,
                                                      headline, subject->place, subject->boundary,
                                                      subject->year, picture->lang));
  return ctl_picture_write_all (picture, (PlotFigure *const *) figures->pdata, file_names,
                                figures->len);
}

CtlStatus
ctl_overview (const CtlPicture *picture, const CtlCommon *common, const char *place,
              const char *set, const char *year)
{
  g_auto (CtlSession) session = { NULL };
  g_auto (GStrv) places = NULL;
  g_autoptr (GPtrArray) coverage = NULL;
  Subject subject = { NULL };
  GError *error = NULL;
  int last_year;

  if (picture->output == NULL)
    {
      ctl_say ("chart --overview needs --output with the folder to write into");
      return CTL_USAGE;
    }
  if (!ctl_picture_is_for_several (picture))
    return CTL_USAGE;
  if (!ctl_read_years (year, &subject.year, &last_year, &error)
      || !ctl_read_boundary (set, &subject.boundary, &error) || !ctl_session_load (&session, &error)
      || !ctl_read_places (&session, subject.boundary, place, &places, &error))
    return ctl_say_error (error);
  if (subject.year != last_year || (places != NULL && places[1] != NULL))
    {
      ctl_say ("An overview is of one place and one year");
      return CTL_USAGE;
    }
  if (set == NULL && places == NULL)
    subject.boundary = 0;
  subject.place = places != NULL ? places[0] : NULL;
  if (!ctl_session_open_current (&session, common, &error)
      || !choose (&session, &subject, &coverage, &error))
    return ctl_say_error (error);
  return write_charts (&session, picture, &subject);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl chart: a comparison of each indicator as files, with --overview the three headline charts,
 * with --read the data inside such a file. Needs no display: the layout and the drawing are those of
 * the window. */

#include "ctl-compare.h"
#include "ctl-overview.h"
#include "ctl-picture.h"
#include "ctl.h"

#include <string.h>

typedef struct
{
  char *year, *read;
  gboolean overview;
  CtlCompare compare;
  CtlPicture picture;
  CtlCommon common;
} Chart;

static void
chart_clear (Chart *self)
{
  g_free (self->year);
  g_free (self->read);
  ctl_compare_clear (&self->compare);
  ctl_picture_clear (&self->picture);
  ctl_common_clear (&self->common);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chart, chart_clear)

/* One chart goes where --output says, several into its folder; without one of them none is written. */
static CtlStatus
draw (Chart *self, const CtlSession *session)
{
  g_autoptr (GPtrArray)
      figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);
  CtlStatus status = ctl_compare_figures (&self->compare, session, figures, NULL, NULL);

  if (status != CTL_DONE)
    return status;
  if (figures->len == 1)
    return ctl_picture_write (&self->picture, figures->pdata[0]);
  return ctl_picture_write_all (&self->picture, (PlotFigure *const *) figures->pdata,
                                (const char *const *) self->compare.indicators, figures->len);
}

static CtlStatus
run_compare (Chart *self)
{
  g_auto (CtlSession) session = { NULL };
  GError *error = NULL;

  if ((self->compare.indicator == NULL && self->compare.view == NULL)
      || self->picture.output == NULL)
    {
      ctl_say ("chart needs --indicator or --view and --output, or --overview and --output");
      return CTL_USAGE;
    }
  self->compare.spec.language = self->picture.lang;
  if (!ctl_compare_read (&self->compare, &session, &self->common, &error))
    return ctl_say_error (error);
  if (self->compare.indicators[1] != NULL && self->compare.spec.kind != PLOT_KIND_SCATTER
      && !ctl_picture_is_for_several (&self->picture))
    return CTL_USAGE;
  if (self->compare.spec.kind == PLOT_KIND_TILEMAP)
    ctl_picture_stand (&self->picture);
  if (!ctl_compare_open (&session, &self->common, &error))
    return ctl_say_error (error);
  return draw (self, &session);
}

/* Prints the data inside a chart's file. */
static CtlStatus
read_chart (const char *path)
{
  g_autofree char *contents = NULL;
  g_autofree char *record = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    return ctl_say_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  record = plot_export_read_record (bytes, &error);
  if (record == NULL)
    {
      g_prefix_error (&error, "Cannot read “%s”: ", path);
      return ctl_say_error (error);
    }
  ctl_write (record);
  return CTL_DONE;
}

#define N_OWN_ENTRIES 3

static CtlStatus
run (const CtlCommand *command, char **args)
{
  g_auto (Chart) self = { NULL };
  const GOptionEntry own[N_OWN_ENTRIES] = {
    { "overview", 0, 0, G_OPTION_ARG_NONE, &self.overview,
      "The three headline charts of one place and year into the folder of --output", NULL },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &self.year,
      "With --overview (default: the one with most to show)", "YEAR" },
    { "read", 0, 0, G_OPTION_ARG_FILENAME, &self.read,
      "Print the data inside a chart's PNG, SVG or PDF as JSON, and draw nothing", "FILE" },
  };
  GOptionEntry entries[CTL_N_COMPARE_ENTRIES + N_OWN_ENTRIES + CTL_N_PICTURE_ENTRIES + 1] = { 0 };
  GError *error = NULL;
  CtlStatus status;

  ctl_compare_entries (&self.compare, entries);
  memcpy (&entries[CTL_N_COMPARE_ENTRIES], own, sizeof own);
  ctl_picture_entries (&self.picture, &entries[CTL_N_COMPARE_ENTRIES + N_OWN_ENTRIES]);
  if (!ctl_parse (command, entries, &args, &self.common, &status))
    return status;
  if (args[1] != NULL)
    {
      ctl_say ("chart takes no “%s”; the file to write goes into --output", args[1]);
      return CTL_USAGE;
    }
  if (self.read != NULL)
    return read_chart (self.read);
  if (!ctl_picture_read (&self.picture, &error))
    return ctl_say_error (error);
  if (!self.overview)
    return run_compare (&self);
  return ctl_overview (&self.picture, &self.common,
                       &(CtlAsked){ self.compare.place, self.compare.set, self.year });
}

const CtlCommand ctl_chart = {
  "chart",
  "",
  "Draw figures of the library as PNG, SVG, PDF or CSV; needs no display",
  "For example:\n"
  "  chisoctl chart --indicator=ntm_communes_share --place=\"Nghệ An,Thanh Hóa\" "
  "--period=2018..2024 --output=ntm.png\n"
  "  chisoctl chart --indicator=ntm_communes_share --kind=bar --output=ntm --format=svg,pdf,csv\n"
  "  chisoctl chart --view=\"Bắc Trung Bộ\" --output=view.svg\n"
  "  chisoctl chart --read=ntm.png",
  run,
};

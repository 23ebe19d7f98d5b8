/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl sheet: a comparison, or with --overview what the overview shows, as a report on A4 pages:
 * charts, tables of their values, and notes with the sentences that prove them. */

#include "ctl-args.h"
#include "ctl-compare.h"
#include "ctl-overview.h"
#include "ctl.h"
#include "sheet/sheet-pdf.h"

#include <string.h>

typedef struct
{
  char *year, *language, *date, *title, *subtitle, *author, *output;
  gboolean overview;
  CtlCompare compare;
  CtlCommon common;
  SheetHead head;
} Sheet;

static void
sheet_clear (Sheet *self)
{
  char *texts[] = { self->year,     self->language, self->date,  self->title,
                    self->subtitle, self->author,   self->output };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  ctl_compare_clear (&self->compare);
  ctl_common_clear (&self->common);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static CtlStatus
write_sheet (const Sheet *self, const CtlSession *session, GPtrArray *figures, GPtrArray *tables,
             GPtrArray *records)
{
  GError *error = NULL;

  if (sheet_pdf_write (self->output, &self->head, (PlotFigure *const *) figures->pdata,
                       tables != NULL ? (PlotFigure *const *) tables->pdata : NULL, figures->len,
                       records, session->catalogue, &error))
    return CTL_DONE;
  return ctl_say_error (error);
}

/* There may be none of a figure. */
static void
clear_table (gpointer table)
{
  if (table != NULL)
    plot_figure_unref (table);
}

static CtlStatus
run_compare (Sheet *self)
{
  g_auto (CtlSession) session = { NULL };
  g_autoptr (GPtrArray)
      figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (clear_table);
  g_autoptr (GPtrArray)
      records = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_record_free);
  GError *error = NULL;
  CtlStatus status;

  self->compare.spec.language = self->head.language;
  if (!ctl_compare_read (&self->compare, &session, &self->common, &error)
      || !ctl_compare_open (&session, &self->common, &error))
    return ctl_say_error (error);
  status = ctl_compare_figures (&self->compare, &session, figures, tables, records);
  return status == CTL_DONE ? write_sheet (self, &session, figures, tables, records) : status;
}

static CtlStatus
run_overview (Sheet *self)
{
  const CtlAsked asked = { self->compare.place, self->compare.set, self->year };
  g_auto (CtlSession) session = { NULL };
  g_auto (CtlOverview) overview = { NULL };
  g_autofree char *place = NULL;
  g_autofree char *title = NULL;
  CtlStatus status = ctl_overview_figures (&asked, &session, &self->common, self->head.language,
                                           &overview);

  if (status != CTL_DONE)
    return status;
  place = chiso_geo_place_name (session.geo, overview.boundary, overview.place,
                                self->head.language);
  title = g_strdup_printf ("%s, %d", place, overview.year);
  if (self->head.title == NULL)
    self->head.title = title;
  /* Whose chart each is says its caption. */
  if (self->head.subtitle == NULL)
    self->head.subtitle = "";
  return write_sheet (self, &session, overview.figures, NULL, overview.records);
}

/* What can be said wrong before any file is opened. */
static gboolean
check (Sheet *self, GError **error)
{
  ChisoDate date;

  gboolean compares = self->compare.indicator != NULL || self->compare.view != NULL;

  if (self->output == NULL || self->overview == compares)
    g_set_error (error, CTL_USAGE_ERROR, 0,
                 "sheet needs --output and one of --indicator, --view and --overview");
  else if (!g_str_has_suffix (self->output, ".pdf"))
    g_set_error (error, CTL_USAGE_ERROR, 0,
                 "A report sheet is a PDF, so --output must end in .pdf, not “%s”", self->output);
  else
    return ctl_read_language (self->language, &self->head.language, error)
           && (self->date == NULL || ctl_read_date ("--date", self->date, &date, error));
  return FALSE;
}

#define N_OWN_ENTRIES 8

static CtlStatus
run (const CtlCommand *command, char **args)
{
  g_auto (Sheet) self = { NULL };
  const GOptionEntry own[N_OWN_ENTRIES] = {
    { "overview", 0, 0, G_OPTION_ARG_NONE, &self.overview,
      "The three headline charts of one place and year in place of a comparison", NULL },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &self.year,
      "With --overview (default: the one with most to show)", "YEAR" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output, "The PDF to write", "FILE" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &self.language, "vi or en (default: the session's)",
      "LANGUAGE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &self.title,
      "Title (default: the indicator, or place and year)", "TEXT" },
    { "subtitle", 0, 0, G_OPTION_ARG_STRING, &self.subtitle, "Subtitle (default: the places)",
      "TEXT" },
    { "author", 0, 0, G_OPTION_ARG_STRING, &self.author,
      "Who made it, in the file's properties (default: none)", "TEXT" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &self.date,
      "Day that the sheet says it was made on (default: none, so that equal sheets are equal "
      "files)",
      "DATE" },
  };
  GOptionEntry entries[CTL_N_COMPARE_ENTRIES + N_OWN_ENTRIES + 1] = { 0 };
  GError *error = NULL;
  CtlStatus status;

  ctl_compare_entries (&self.compare, entries);
  memcpy (&entries[CTL_N_COMPARE_ENTRIES], own, sizeof own);
  if (!ctl_parse (command, entries, &args, &self.common, &status))
    return status;
  if (args[1] != NULL)
    {
      ctl_say ("sheet takes no “%s”; the file to write goes into --output", args[1]);
      return CTL_USAGE;
    }
  if (!check (&self, &error))
    return ctl_say_error (error);
  self.head.title = self.title;
  self.head.subtitle = self.subtitle;
  self.head.author = self.author;
  self.head.date = self.date;
  return self.overview ? run_overview (&self) : run_compare (&self);
}

const CtlCommand ctl_sheet = {
  "sheet",
  "",
  "Write a report of charts, tables and proving sentences as an A4 PDF",
  "For example:\n"
  "  chisoctl sheet --indicator=ntm_communes_share --place=\"Nghệ An,Thanh Hóa\" "
  "--period=2018..2024 --output=ntm.pdf\n"
  "  chisoctl sheet --overview --place=\"Tuyên Quang\" --year=2023 --lang=vi --output=2023.pdf",
  run,
};

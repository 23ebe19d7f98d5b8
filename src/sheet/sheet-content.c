/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the sheet's content: its head and the order of its parts. */

#include "plot/plot-number.h"
#include "sheet-content-private.h"

#include <math.h>
#include <string.h>

/* Most names in one line of the head and foot. */
#define MAX_PLACES 6
#define MAX_PUBLISHERS 3

G_DEFINE_QUARK (sheet-error-quark, sheet_error)

static void
free_section (gpointer data)
{
  SheetSection *section = data;

  plot_figure_unref (section->figure);
  plot_figure_unref (section->table);
  g_free (section->title);
  g_free (section->subtitle);
  g_free (section->remark);
  g_free (section->empty);
  g_free (section->subject);
  for (guint i = 0; i < SHEET_N_COLUMNS; i++)
    g_free (section->heads[i]);
  g_array_unref (section->rows);
  g_array_unref (section->notes);
  g_free (section);
}

void
sheet_content_free (SheetContent *self)
{
  g_free (self->language);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->author);
  g_free (self->date);
  g_free (self->date_words);
  g_free (self->source);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

const ChisoRecord *
sheet_draft_record (const SheetDraft *self, guint64 id)
{
  gint64 key = (gint64) id;

  return id != 0 ? g_hash_table_lookup (self->by_id, &key) : NULL;
}

static gboolean
has_values (const PlotFigure *figure)
{
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
      if (isfinite (plot_figure_mark (figure, s, i)->value))
        return TRUE;
  return FALSE;
}

static void
add_section (SheetDraft *self, PlotFigure *figure, PlotFigure *table)
{
  SheetSection *section = g_new0 (SheetSection, 1);

  section->figure = plot_figure_ref (figure);
  section->table = plot_figure_ref (
      table != NULL && plot_figure_count_marks (table) <= SHEET_MAX_LISTED ? table : figure);
  section->title = g_strdup (plot_figure_title (figure));
  section->subtitle = g_strdup (plot_figure_subtitle (figure));
  section->remark = g_strdup (plot_figure_note (figure));
  section->empty = has_values (figure) ? NULL : g_strdup (plot_figure_empty (figure));
  section->rows = g_array_new (FALSE, FALSE, sizeof (SheetRow));
  g_array_set_clear_func (section->rows, sheet_row_clear);
  section->notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->content->sections, section);
  plot_figure_set_title (figure, NULL);
  plot_figure_set_subtitle (figure, NULL);
  plot_figure_set_note (figure, NULL);
  if (has_values (figure))
    sheet_draft_fill_rows (self, section);
}

/* The one subject of all charts; of several none is above the others. */
static char *
make_title (const SheetContent *self)
{
  const char *subject = NULL;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const SheetSection *section = self->sections->pdata[i];

      if (section->subject == NULL || *section->subject == '\0')
        continue;
      if (subject != NULL && strcmp (subject, section->subject) != 0)
        return sheet_words (SHEET_WORD_TITLE_MANY, self->language, NULL);
      subject = section->subject;
    }
  return subject != NULL ? g_strdup (subject)
                         : sheet_words (SHEET_WORD_TITLE_MANY, self->language, NULL);
}

static char *
count_words (SheetWord word, const char *language, guint n)
{
  g_autofree char *number = plot_number_format (n, 0, PLOT_NUMBER_DEFAULT, language);

  return sheet_words (word, language, number, NULL);
}

/* The places in order of appearance, or how many they are. */
static char *
make_subtitle (const SheetContent *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->sections->len; i++)
    {
      const SheetSection *section = self->sections->pdata[i];

      for (guint r = 0; r < section->rows->len; r++)
        {
          const char *name = g_array_index (section->rows, SheetRow, r).cells[SHEET_COLUMN_PLACE];

          if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
            g_ptr_array_add (names, (char *) name);
        }
    }
  if (names->len == 0)
    return NULL;
  if (names->len > MAX_PLACES)
    return count_words (SHEET_WORD_N_PLACES, self->language, names->len);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
make_source (const SheetDraft *self)
{
  const char *language = self->content->language;
  guint n = self->publishers->len, named = MIN (n, MAX_PUBLISHERS);
  g_autofree char **names = g_new0 (char *, named + 1);
  g_autofree char *list = NULL;
  g_autofree char *others = NULL;

  if (n == 0)
    return NULL;
  memcpy (names, self->publishers->pdata, named * sizeof *names);
  list = g_strjoinv (", ", names);
  if (n == named)
    return sheet_words (SHEET_WORD_SOURCE, language, list, NULL);
  others = plot_number_format (n - named, 0, PLOT_NUMBER_DEFAULT, language);
  return sheet_words (SHEET_WORD_SOURCES, language, list, others, NULL);
}

static void
index_records (SheetDraft *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const ChisoRecord *record = self->records->pdata[i];

      g_hash_table_insert (self->by_id, (gpointer) &record->id, (gpointer) record);
    }
}

static void
fill (SheetContent *self, PlotFigure *const *figures, PlotFigure *const *tables, guint n,
      GPtrArray *records, ChisoCatalogue *catalogue)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) publishers = g_ptr_array_new_with_free_func (g_free);
  SheetDraft draft = { self, catalogue, records, by_id, numbers, changes, publishers };

  index_records (&draft);
  for (guint i = 0; i < n; i++)
    add_section (&draft, figures[i], tables != NULL ? tables[i] : NULL);
  self->source = make_source (&draft);
}

SheetContent *
sheet_content_new (const SheetHead *head, PlotFigure *const *figures, PlotFigure *const *tables,
                   guint n, GPtrArray *records, ChisoCatalogue *catalogue, GError **error)
{
  g_autoptr (SheetContent) self = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (head != NULL && (figures != NULL || n == 0), NULL);
  g_return_val_if_fail (records != NULL && catalogue != NULL, NULL);

  for (guint i = 0; i < n; i++)
    any = any || has_values (figures[i]);
  if (!any)
    {
      g_autofree char *words = sheet_words (SHEET_WORD_ERROR_EMPTY, head->language, NULL);

      g_set_error_literal (error, SHEET_ERROR, SHEET_ERROR_EMPTY, words);
      return NULL;
    }
  self = g_new0 (SheetContent, 1);
  self->language = g_strdup (plot_language_is_vietnamese (head->language) ? "vi" : "en");
  self->author = g_strdup (head->author);
  self->date = g_strdup (head->date);
  self->date_words = sheet_words_date (head->date, self->language);
  self->sections = g_ptr_array_new_with_free_func (free_section);
  self->notes = g_ptr_array_new_with_free_func (sheet_note_free);
  fill (self, figures, tables, n, records, catalogue);
  self->title = head->title != NULL ? g_strdup (head->title) : make_title (self);
  self->subtitle = head->subtitle != NULL ? g_strdup (head->subtitle) : make_subtitle (self);
  return g_steal_pointer (&self);
}

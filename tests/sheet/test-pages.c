/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of all pages, of few and many places, short and endless sentences, in both
 * languages: nothing on top of another, all inside the margins, numbers and notes lead to each
 * other, tables and paragraphs break well. */

#include "sheet-support.h"

#include <math.h>
#include <string.h>

#define HAIR 0.2

static const struct
{
  guint places, years, length;
  PlotKind kind;
} samples[] = { { 1, 1, 0, PLOT_KIND_BAR },  { 1, 8, 2, PLOT_KIND_LINE },
                { 5, 4, 1, PLOT_KIND_LINE }, { 12, 1, 30, PLOT_KIND_COLUMN },
                { 63, 1, 0, PLOT_KIND_BAR }, { 63, 3, 1, PLOT_KIND_LINE },
                { 2, 1, 900, PLOT_KIND_BAR } };

typedef void (*CheckPages) (const SheetPages *pages);

/* Laid out once, since every check reads the same pages. */
static SheetContent *contents[G_N_ELEMENTS (samples)][2];
static SheetPages *laid_out[G_N_ELEMENTS (samples)][2];

static void
lay_out_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint l = 0; l < 2; l++)
      {
        contents[i][l] = test_sheet_made (samples[i].places, samples[i].years, samples[i].length,
                                          samples[i].kind, l == 0 ? "vi" : "en");
        laid_out[i][l] = sheet_pages_new (contents[i][l]);
      }
}

static void
free_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint l = 0; l < 2; l++)
      {
        g_clear_pointer (&laid_out[i][l], sheet_pages_free);
        g_clear_pointer (&contents[i][l], sheet_content_free);
      }
}

static void
for_each_sample (CheckPages check)
{
  if (laid_out[0][0] == NULL)
    lay_out_samples ();
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint l = 0; l < 2; l++)
      check (laid_out[i][l]);
}

static const SheetItem *
item_at (const SheetPages *pages, guint i)
{
  return &g_array_index (pages->items, SheetItem, i);
}

static gboolean
is_rule (const SheetItem *item)
{
  return item->role == SHEET_ROLE_RULE || item->role == SHEET_ROLE_RULE_THIN;
}

static gboolean
stands_around (const SheetItem *item)
{
  return item->role == SHEET_ROLE_RUNNING || item->role == SHEET_ROLE_FOOT;
}

static void
check_inside (const SheetItem *item, const SheetBox *box)
{
  double top = stands_around (item) ? 20 : SHEET_TOP;
  double bottom = SHEET_PAGE_HEIGHT - (stands_around (item) ? 30 : SHEET_BOTTOM);
  /* The label of an axis' last tick may lean out of a chart's own edge a little. */
  double hair = item->chart != NULL ? 1 : HAIR;

  g_assert_cmpfloat (box->x, >=, SHEET_MARGIN - hair);
  g_assert_cmpfloat (box->x + box->width, <=, SHEET_PAGE_WIDTH - SHEET_MARGIN + hair);
  g_assert_cmpfloat (box->y, >=, top - HAIR);
  g_assert_cmpfloat (box->y + box->height, <=, bottom + HAIR);
}

/* Of a chart, which leaves room at its own edges, the texts. */
static void
check_chart_inside (const SheetItem *item)
{
  for (guint i = 0; i < plot_layout_n_texts (item->chart); i++)
    {
      SheetBox box;

      plot_layout_text (item->chart, i, &box.x, &box.y, &box.width, &box.height);
      box = (SheetBox){ item->box.x + box.x * item->scale, item->box.y + box.y * item->scale,
                        box.width * item->scale, box.height * item->scale };
      check_inside (item, &box);
    }
}

static void
check_all_inside (const SheetPages *pages)
{
  for (guint i = 0; i < pages->items->len; i++)
    {
      const SheetItem *item = item_at (pages, i);

      g_assert_cmpuint (item->page, <, pages->n_pages);
      if (item->chart != NULL)
        check_chart_inside (item);
      else if (!is_rule (item))
        check_inside (item, &item->box);
    }
}

static gboolean
overlap (const SheetBox *a, const SheetBox *b)
{
  return a->x + HAIR < b->x + b->width && b->x + HAIR < a->x + a->width
         && a->y + HAIR < b->y + b->height && b->y + HAIR < a->y + a->height;
}

static void
check_apart (const SheetPages *pages)
{
  for (guint i = 0; i < pages->items->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const SheetItem *a = item_at (pages, i), *b = item_at (pages, j);

        if (a->page != b->page || is_rule (a) || is_rule (b) || !overlap (&a->box, &b->box))
          continue;
        g_error ("“%s” and “%s” overlap on page %u", sheet_item_text (a), sheet_item_text (b),
                 a->page + 1);
      }
}

static const SheetDestination *
find_destination (const SheetPages *pages, const char *name)
{
  const SheetDestination *found = NULL;

  for (guint i = 0; i < pages->destinations->len; i++)
    {
      const SheetDestination *destination = &g_array_index (pages->destinations, SheetDestination,
                                                            i);

      if (strcmp (destination->name, name) != 0)
        continue;
      g_assert_null (found);
      found = destination;
    }
  return found;
}

static guint
count_links (const SheetPages *pages, const char *target)
{
  guint n = 0;

  for (guint i = 0; i < pages->links->len; i++)
    n += strcmp (g_array_index (pages->links, SheetLink, i).target, target) == 0;
  return n;
}

/* Each number has its note and each note a number; all links inside the file arrive. */
static void
check_links (const SheetPages *pages)
{
  for (guint i = 0; i < pages->links->len; i++)
    {
      const SheetLink *link = &g_array_index (pages->links, SheetLink, i);

      g_assert_cmpfloat (link->box.width, >, 0);
      if (!link->outside)
        g_assert_nonnull (find_destination (pages, link->target));
    }
  for (guint i = 0; i < pages->bookmarks->len; i++)
    g_assert_nonnull (
        find_destination (pages, g_array_index (pages->bookmarks, SheetBookmark, i).destination));
  g_assert_cmpuint (pages->content->notes->len, >, 0);
  for (guint i = 1; i <= pages->content->notes->len; i++)
    {
      g_autofree char *there = g_strdup_printf ("note-%u", i);
      g_autofree char *back = g_strdup_printf ("mark-%u", i);

      g_assert_nonnull (find_destination (pages, there));
      g_assert_nonnull (find_destination (pages, back));
      g_assert_cmpuint (count_links (pages, there), >, 0);
      g_assert_cmpuint (count_links (pages, back), ==, 1);
    }
}

/* All that is of the role, in reading order. */
static char *
text_of (const SheetPages *pages, SheetRole role)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pages->items->len; i++)
    if (item_at (pages, i)->role == role)
      {
        g_autofree char *own = sheet_item_text (item_at (pages, i));

        g_string_append (text, own);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whatever the breaks, every sentence stands there whole, in the order of its number. */
static void
check_whole (const SheetPages *pages)
{
  g_autofree char *notes = text_of (pages, SHEET_ROLE_NOTE);
  g_autofree char *numbers = text_of (pages, SHEET_ROLE_NOTE_NUMBER);
  g_autoptr (GString) sentences = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < pages->content->notes->len; i++)
    {
      const SheetNote *note = pages->content->notes->pdata[i];

      g_string_append_printf (sentences, "“%s”", note->sentence);
      g_string_append_printf (expected, "[%u]", i + 1);
    }
  g_assert_cmpstr (notes, ==, sentences->str);
  g_assert_cmpstr (numbers, ==, expected->str);
}

/* On each page a table's head stands above its rows, and every row is there once. */
static void
check_tables (const SheetPages *pages)
{
  const SheetSection *section = pages->content->sections->pdata[0];
  guint n_cells = 0, expected = 0;

  for (guint i = 0; i < section->rows->len; i++)
    for (guint c = 0; c < SHEET_N_COLUMNS; c++)
      {
        const SheetRow *row = &g_array_index (section->rows, SheetRow, i);

        expected += row->cells[c] != NULL || (c == SHEET_COLUMN_NOTES && row->notes->len > 0);
      }
  for (guint page = 0; page < pages->n_pages; page++)
    {
      gboolean head = FALSE;

      for (guint i = 0; i < pages->items->len; i++)
        {
          const SheetItem *item = item_at (pages, i);

          if (item->page != page)
            continue;
          head = head || item->role == SHEET_ROLE_TABLE_HEAD;
          n_cells += item->role == SHEET_ROLE_CELL;
          g_assert_true (head || item->role != SHEET_ROLE_CELL);
        }
    }
  g_assert_cmpuint (n_cells, ==, expected);
}

/* Under a heading or caption something of its own stands on the same page. */
static void
check_headings (const SheetPages *pages)
{
  for (guint i = 0; i < pages->items->len; i++)
    {
      const SheetItem *item = item_at (pages, i);
      SheetRole below = item->role == SHEET_ROLE_HEADING ? SHEET_ROLE_NOTE : SHEET_ROLE_CELL;
      gboolean found = FALSE;

      if (item->role != SHEET_ROLE_HEADING && item->role != SHEET_ROLE_TABLE_CAPTION)
        continue;
      for (guint j = i; j < pages->items->len && !found; j++)
        found = item_at (pages, j)->page == item->page && item_at (pages, j)->role == below;
      g_assert_true (found);
    }
}

/* A chart shows every row that its table has. */
static void
check_charts (const SheetPages *pages)
{
  for (guint i = 0; i < pages->items->len; i++)
    if (item_at (pages, i)->chart != NULL)
      {
        const SheetSection *section = pages->content->sections->pdata[0];

        if (plot_figure_kind (section->figure) == PLOT_KIND_BAR)
          g_assert_cmpuint (plot_layout_n_marks (item_at (pages, i)->chart), ==,
                            section->rows->len);
      }
}

static void
check_furniture (const SheetPages *pages)
{
  for (guint page = 0; page < pages->n_pages; page++)
    {
      gboolean english = strcmp (pages->content->language, "en") == 0;
      g_autofree char *number = g_strdup_printf ("%s %u/%u", english ? "Page" : "Trang", page + 1,
                                                 pages->n_pages);
      guint n_numbers = 0, n_runnings = 0;

      for (guint i = 0; i < pages->items->len; i++)
        {
          const SheetItem *item = item_at (pages, i);
          g_autofree char *text = item->page == page ? sheet_item_text (item) : NULL;

          n_numbers += item->role == SHEET_ROLE_FOOT && g_strcmp0 (text, number) == 0;
          n_runnings += item->role == SHEET_ROLE_RUNNING
                        && g_strcmp0 (text, pages->content->title) == 0;
        }
      g_assert_cmpuint (n_numbers, ==, 1);
      g_assert_cmpuint (n_runnings, ==, page > 0);
    }
}

static void
test_check (gconstpointer check)
{
  for_each_sample ((CheckPages) check);
}

/* Of a sentence longer than a page neither end of a break is a lone line. */
static void
test_lone_lines (void)
{
  g_autoptr (SheetContent) content = test_sheet_made (2, 1, 900, PLOT_KIND_BAR, "vi");
  g_autoptr (SheetPages) pages = sheet_pages_new (content);

  g_assert_cmpuint (pages->n_pages, >, 4);
  for (guint i = 0; i < pages->items->len; i++)
    if (item_at (pages, i)->role == SHEET_ROLE_NOTE)
      g_assert_cmpuint (item_at (pages, i)->n_lines, >=, 2);
}

/* Equal content gives equal bytes, and only a day that was passed in is told. */
static void
test_bytes (void)
{
  GBytes *files[2] = { NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SheetContent) content = test_sheet_made (5, 2, 1, PLOT_KIND_LINE, "vi");
      g_autoptr (SheetPages) pages = sheet_pages_new (content);

      files[i] = sheet_pdf_bytes (pages, &error);
      g_assert_no_error (error);
    }
  g_assert_true (g_bytes_equal (files[0], files[1]));
  g_bytes_unref (files[0]);
  g_bytes_unref (files[1]);
}

#define ADD(name, check) g_test_add_data_func ("/sheet/pages/" name, check, test_check)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  ADD ("inside", check_all_inside);
  ADD ("apart", check_apart);
  ADD ("links", check_links);
  ADD ("whole", check_whole);
  ADD ("tables", check_tables);
  ADD ("headings", check_headings);
  ADD ("charts", check_charts);
  ADD ("furniture", check_furniture);
  g_test_add_func ("/sheet/pages/lone-lines", test_lone_lines);
  g_test_add_func ("/sheet/pages/bytes", test_bytes);
  status = test_figures_run ();
  free_samples ();
  return status;
}

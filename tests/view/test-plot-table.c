/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PlotTable: what its columns tell, what it sorts and searches by, and that a hundred thousand rows cost
 * no more than what is looked at. */

#include "plot/plot-change.h"
#include "plot/plot-proof.h"
#include "test-display.h"
#include "view/plot-table.h"

#include <math.h>
#include <string.h>

#define N_PLACES 100
#define N_MANY 100000

static int n_folds; /* touched by the thread that sorts */

static char *
fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autofree char *small = g_utf8_casefold (decomposed, -1);
  GString *out = g_string_new (NULL);

  g_atomic_int_inc (&n_folds);
  for (const char *c = small; *c != '\0'; c = g_utf8_next_char (c))
    if (g_str_has_prefix (c, "đ"))
      g_string_append_c (out, 'd');
    else if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (out, g_utf8_get_char (c));
    else if (!g_unichar_ismark (g_utf8_get_char (c)) && out->len > 0
             && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}

static gboolean
is_settled (gpointer table)
{
  return plot_table_is_settled (table);
}

static void
settle (PlotTable *table)
{
  test_wait_until (is_settled, table);
  /* What the list does with it. */
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
}

static PlotTable *
show_table (GtkWidget **window, PlotFigure *figure)
{
  PlotTable *table = PLOT_TABLE (plot_table_new ());

  plot_table_set_fold (table, fold);
  plot_table_set_figure (table, figure);
  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (*window), GTK_WIDGET (table));
  gtk_widget_show (*window);
  while (gtk_widget_get_width (GTK_WIDGET (table)) == 0)
    g_main_context_iteration (NULL, TRUE);
  return table;
}

/* The cells of a column from the top, with bars. */
static char *
read_column (PlotTable *table, const char *heading)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint column = 0; column < plot_table_n_columns (table); column++)
    {
      g_autofree char *title = plot_table_heading (table, column);

      for (guint row = 0; g_str_equal (title, heading) && row < plot_table_n_rows (table); row++)
        {
          g_autofree char *cell = plot_table_cell (table, row, column);

          g_string_append_printf (out, "%s%s", row > 0 ? "|" : "", cell);
        }
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_column (PlotTable *table, const char *heading, const char *expected)
{
  g_autofree char *cells = read_column (table, heading);

  g_assert_cmpstr (cells, ==, expected);
}

static guint
find_column (PlotTable *table, const char *heading)
{
  for (guint column = 0; column < plot_table_n_columns (table); column++)
    {
      g_autofree char *title = plot_table_heading (table, column);

      if (g_str_equal (title, heading))
        return column;
    }
  g_error ("there is no column “%s”", heading);
}

static void
sort_by (PlotTable *table, const char *heading, GtkSortType order)
{
  plot_table_sort (table, find_column (table, heading), order);
}

/* A ranking as Compare makes it: the rank stands in front of the name in the label. */
static PlotFigure *
make_ranking (void)
{
  static const struct
  {
    const char *label, *place, *period;
    double value, when;
    guint rank, last;
    PlotState state;
    gboolean computed;
  } rows[] = {
    { "1. Đồng Nai", "Đồng Nai", "2023", 1200, 2024, 1, 1, PLOT_STATE_EXACT, FALSE },
    { "2–3. An Giang", "An Giang", "tháng 6/2023", 900, 2023.5, 2, 3, PLOT_STATE_AT_LEAST, FALSE },
    { "2–3. Bến Tre", "Bến Tre", "2022", 900, 2023, 2, 3, PLOT_STATE_EXACT, TRUE },
    { "10. Cà Mau", "Cà Mau", "2019", 80, 2020, 10, 10, PLOT_STATE_ABOUT, TRUE },
    { "Huế", "Huế", "", NAN, 0, 0, 0, PLOT_STATE_NOT_REPORTED, FALSE },
  };
  PlotFigure *figure = plot_figure_new (PLOT_KIND_BAR, "en");

  plot_figure_set_unit (figure, " xã", 0);
  plot_figure_add_series (figure, "Communes", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      plot_figure_add_mark (figure, 0,
                            &(PlotMark){ .x = plot_figure_add_category (figure, rows[i].label),
                                         .value = rows[i].value,
                                         .state = rows[i].state,
                                         .computed = rows[i].computed,
                                         .key = i < 4 ? i + 1 : 0,
                                         .place = rows[i].place,
                                         .period = rows[i].period,
                                         .when = rows[i].when,
                                         .rank = rows[i].rank,
                                         .last_rank = rows[i].last,
                                         .note = rows[i].computed ? "from two" : NULL });
      if (rows[i].rank > 0)
        plot_figure_add_proof (figure, i + 1,
                               &(PlotProof){ .sentence = "Một câu.",
                                             .source = i % 2 == 0 ? "Báo Đồng Khởi" : "VietnamNet",
                                             .wording = i == 0 ? "“1.200 xã”" : "“chín trăm”",
                                             .key = i + 1 });
    }
  plot_figure_add_proof (
      figure, 3, &(PlotProof){ .source = "Báo Đồng Khởi", .wording = "“850 xã”", .key = 9 });
  return figure;
}

static void
test_columns (void)
{
  g_autoptr (PlotFigure) figure = NULL;
  GtkWidget *window;
  PlotTable *table;

  if (!test_display_needed ())
    return;
  figure = make_ranking ();
  table = show_table (&window, figure);
  /* Neither the one series nor the labels say what place and rank do not. */
  g_assert_cmpuint (plot_table_n_columns (table), ==, 8);
  assert_column (table, "Place", "Đồng Nai|An Giang|Bến Tre|Cà Mau|Huế");
  assert_column (table, "Rank", "1|2–3|2–3|10|");
  assert_column (table, "Value",
                 "1,200\u00a0xã|≥\u00a0900\u00a0xã|900\u00a0xã|≈\u00a080\u00a0xã|—");
  assert_column (table, "State", "exact|at least|computed|computed, about|not reported");
  /* A computed value rests on two figures; their one source is named once. */
  assert_column (table, "As reported", "“1.200 xã”|“chín trăm”|“chín trăm”; “850 xã”|“chín trăm”|");
  assert_column (table, "Computed, remarks", "||from two|from two|");
  assert_column (table, "Source", "Báo Đồng Khởi|VietnamNet|Báo Đồng Khởi|VietnamNet|");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sort (void)
{
  g_autoptr (PlotFigure) figure = NULL;
  GtkWidget *window;
  PlotTable *table;

  if (!test_display_needed ())
    return;
  figure = make_ranking ();
  table = show_table (&window, figure);
  sort_by (table, "Value", GTK_SORT_ASCENDING);
  assert_column (table, "Place", "Cà Mau|An Giang|Bến Tre|Đồng Nai|Huế");
  /* What is missing is last either way. */
  sort_by (table, "Rank", GTK_SORT_DESCENDING);
  assert_column (table, "Rank", "10|2–3|2–3|1|");
  /* By time, not by the words for it; what says none is last. */
  sort_by (table, "Period", GTK_SORT_ASCENDING);
  assert_column (table, "Period", "2019|2022|tháng 6/2023|2023|");
  /* By letters without their marks, so that Đ stands behind C and not behind Z. */
  sort_by (table, "Place", GTK_SORT_DESCENDING);
  assert_column (table, "Place", "Huế|Đồng Nai|Cà Mau|Bến Tre|An Giang");
  /* Within an order that was there: sources by letters, places from Z to A. */
  sort_by (table, "Source", GTK_SORT_ASCENDING);
  assert_column (table, "Place", "Đồng Nai|Bến Tre|Cà Mau|An Giang|Huế");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_search (void)
{
  g_autoptr (PlotFigure) figure = NULL;
  GtkWidget *window;
  PlotTable *table;

  if (!test_display_needed ())
    return;
  figure = make_ranking ();
  table = show_table (&window, figure);
  plot_table_set_search (table, "ben TRE");
  assert_column (table, "Place", "Bến Tre");
  /* Words of several columns; each begins a word. */
  plot_table_set_search (table, "vietnam khoang");
  g_assert_cmpuint (plot_table_n_rows (table), ==, 0);
  plot_table_set_search (table, "vietnam about");
  assert_column (table, "Place", "Cà Mau");
  plot_table_set_search (table, "iang");
  g_assert_cmpuint (plot_table_n_rows (table), ==, 0);
  /* A number as it is written, and as it is typed. */
  plot_table_set_search (table, "1,200");
  assert_column (table, "Place", "Đồng Nai");
  plot_table_set_search (table, "1200");
  assert_column (table, "Place", "Đồng Nai");
  /* Its thousands are no number of their own. */
  plot_table_set_search (table, "200");
  g_assert_cmpuint (plot_table_n_rows (table), ==, 0);
  plot_table_set_search (table, "not reported");
  assert_column (table, "Place", "Huế");
  g_assert_cmpuint (plot_table_n_all_rows (table), ==, 5);
  plot_table_set_search (table, " ");
  g_assert_cmpuint (plot_table_n_rows (table), ==, 5);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is selected are marks, wherever they are sorted to; what is not shown is not taken along. */
static void
test_selection (void)
{
  g_autoptr (PlotFigure) figure = NULL;
  g_autofree PlotMarkRef *all = NULL, *two = NULL, *one = NULL, *none = NULL;
  g_autofree char *tsv = NULL;
  GtkWidget *window;
  PlotTable *table;
  guint n;

  if (!test_display_needed ())
    return;
  figure = make_ranking ();
  table = show_table (&window, figure);
  all = plot_table_get_marks (table, &n);
  g_assert_cmpuint (n, ==, 5);
  plot_table_select_key (table, 1);
  plot_table_select_row (table, 3);
  g_assert_cmpuint (plot_table_n_selected (table), ==, 2);
  sort_by (table, "Value", GTK_SORT_ASCENDING);
  two = plot_table_get_marks (table, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (two[0].index, ==, 3);
  g_assert_cmpuint (two[1].index, ==, 0);
  tsv = plot_figure_table (figure, two, n, PLOT_TABLE_TSV);
  g_assert_nonnull (strstr (tsv, "\nCommunes\t10. Cà Mau\tCà Mau\t2019\t80\t"));
  g_assert_nonnull (strstr (tsv, "\tMột câu.\t"));
  g_assert_null (strstr (tsv, "\tchange"));
  plot_figure_set_change (figure, 1, &(PlotChange){ .value = 5, .written = "+5%" });
  g_free (tsv);
  tsv = plot_figure_table (figure, two, n, PLOT_TABLE_TSV);
  g_assert_nonnull (strstr (tsv, "\treview\tchange\tchange_origin\n"));
  g_assert_nonnull (strstr (tsv, "\t+5%\tstated\n"));
  plot_table_set_search (table, "dong nai");
  one = plot_table_get_marks (table, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (one[0].index, ==, 0);
  plot_table_set_search (table, "hue");
  none = plot_table_get_marks (table, &n);
  g_assert_cmpuint (none[0].index, ==, 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Tab leads out of the rows, not to the next of them. */
static void
test_tab (void)
{
  g_autoptr (PlotFigure) figure = NULL;
  GtkWidget *window, *box, *before, *after;
  PlotTable *table;

  if (!test_display_needed ())
    return;
  figure = make_ranking ();
  table = show_table (&window, figure);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  before = gtk_button_new ();
  after = gtk_button_new ();
  g_object_ref (table);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (table));
  gtk_box_append (GTK_BOX (box), after);
  g_object_unref (table);
  settle (table);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (table)));
      gtk_widget_child_focus (window, i == 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == (i == 0 ? after : before));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* N_MANY marks of N_PLACES places whose values come in another order than the marks. */
static PlotFigure *
make_many (void)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, "en");

  for (guint s = 0; s < N_PLACES; s++)
    {
      g_autofree char *name = g_strdup_printf ("Place %03u", (s * 37) % N_PLACES);

      plot_figure_add_series (figure, name, PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < N_MANY / N_PLACES; i++)
        plot_figure_add_mark (figure, s,
                              &(PlotMark){ .x = 1000 + i,
                                           .value = (double) ((s * 1000 + i) * 7919ul % N_MANY),
                                           .key = s * 1000 + i + 1,
                                           .place = name,
                                           .period = "a year" });
    }
  return figure;
}

static void
assert_top (PlotTable *table, const char *heading, const char *expected)
{
  g_autofree char *cell = plot_table_cell (table, 0, find_column (table, heading));

  g_assert_cmpstr (cell, ==, expected);
}

/* Row objects are for what is looked at, however far it is scrolled, sorted, searched or selected. */
static void
test_many (void)
{
  enum
  {
    MOST_OBJECTS = 1000
  };
  g_autoptr (PlotFigure) figure = NULL;
  g_autofree PlotMarkRef *marks = NULL;
  GtkWidget *window;
  PlotTable *table;
  guint n;

  if (!test_display_needed ())
    return;
  figure = make_many ();
  table = show_table (&window, figure);
  settle (table);
  g_assert_cmpuint (plot_table_n_rows (table), ==, N_MANY);
  g_assert_cmpuint (plot_table_n_objects (table), <, MOST_OBJECTS);
  for (guint row = 0; row < N_MANY; row += N_MANY / 20)
    {
      plot_table_scroll_to (table, row);
      settle (table);
      g_assert_cmpuint (plot_table_n_objects (table), <, MOST_OBJECTS);
    }
  n_folds = 0;
  sort_by (table, "Place", GTK_SORT_DESCENDING);
  settle (table);
  assert_top (table, "Place", "Place 099");
  g_assert_cmpint (n_folds, <=, N_PLACES);
  sort_by (table, "Value", GTK_SORT_DESCENDING);
  settle (table);
  assert_top (table, "Value", "99,999");
  /* Each row is folded once; the next search folds its own words alone. */
  n_folds = 0;
  plot_table_set_search (table, "place 07");
  settle (table);
  g_assert_cmpuint (plot_table_n_rows (table), ==, 10 * N_MANY / N_PLACES);
  g_assert_cmpint (n_folds, <=, N_MANY + 1);
  n_folds = 0;
  plot_table_set_search (table, "place 070");
  settle (table);
  g_assert_cmpuint (plot_table_n_rows (table), ==, N_MANY / N_PLACES);
  g_assert_cmpint (n_folds, <=, 1);
  plot_table_set_search (table, NULL);
  settle (table);
  plot_table_select_all (table);
  g_assert_cmpuint (plot_table_n_selected (table), ==, N_MANY);
  g_assert_cmpuint (plot_table_n_objects (table), <, MOST_OBJECTS);
  marks = plot_table_get_marks (table, &n);
  g_assert_cmpuint (n, ==, N_MANY);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Of what is asked for while another order is worked out the last counts. */
static void
test_overtaken (void)
{
  g_autoptr (PlotFigure) figure = NULL, other = NULL;
  GtkWidget *window;
  PlotTable *table;

  if (!test_display_needed ())
    return;
  figure = make_many ();
  other = make_ranking ();
  table = show_table (&window, figure);
  settle (table);
  sort_by (table, "Place", GTK_SORT_DESCENDING);
  plot_table_set_search (table, "place 00");
  sort_by (table, "Value", GTK_SORT_DESCENDING);
  plot_table_set_search (table, "place 001");
  g_assert_false (plot_table_is_settled (table));
  settle (table);
  g_assert_cmpuint (plot_table_n_rows (table), ==, N_MANY / N_PLACES);
  assert_top (table, "Place", "Place 001");
  plot_table_set_search (table, NULL);
  plot_table_set_figure (table, other);
  settle (table);
  assert_column (table, "Place", "Đồng Nai|An Giang|Bến Tre|Cà Mau|Huế");
  plot_table_set_figure (table, figure);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/view/table/columns", test_columns);
  g_test_add_func ("/view/table/sort", test_sort);
  g_test_add_func ("/view/table/search", test_search);
  g_test_add_func ("/view/table/selection", test_selection);
  g_test_add_func ("/view/table/tab", test_tab);
  g_test_add_func ("/view/table/many", test_many);
  g_test_add_func ("/view/table/overtaken", test_overtaken);
  return g_test_run ();
}

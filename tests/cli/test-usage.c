/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What chisoctl says of itself, and of command lines that ask for what there is not: one sentence
 * that names it, status 2, nothing done. */

#include "cli-support.h"

#include <string.h>

static void
test_help (CliFixture *self, gconstpointer data)
{
  static const char *const commands[] = { "extract", "import", "query", "chart",
                                          "sheet",   "views",  "audit", "backup" };

  cli_run (self, "--help", NULL);
  cli_assert (self, 0, "");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_assert_nonnull (strstr (self->out, commands[i]));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strdup_printf ("Usage:\n  chisoctl %s ", commands[i]);

      cli_run (self, commands[i], "--help", NULL);
      cli_assert (self, 0, "");
      g_assert_true (g_str_has_prefix (self->out, usage));
      g_assert_nonnull (strstr (self->out, "--library=FILE"));
    }
}

static void
test_version (CliFixture *self, gconstpointer data)
{
  cli_run (self, "--version", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==, "chisoctl " CHISO_VERSION "\n");
}

/* What chisoctl takes for an option: it says so where it is given something else. */
static char *
taken_for (CliFixture *self, const char *option)
{
  g_autofree char *argument = g_strdup_printf ("%s=zzz", option);
  const char *before = " must be one of ", *list, *end;

  cli_run (self, "chart", "--indicator=ntm_communes", "--output=x.png", argument, NULL);
  list = strstr (self->err, before);
  g_assert_nonnull (list);
  list += strlen (before);
  end = strstr (list, ", not ");
  g_assert_nonnull (end);
  return g_strndup (list, end - list);
}

/* What the manual page lists of it: the bold words of the option's paragraph. */
static char *
listed_of (const char *page, const char *option)
{
  g_autofree char *from = g_strdup_printf (".TP\n.BI %s= ", option);
  const char *paragraph = strstr (page, from);
  g_autoptr (GString) list = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  g_assert_nonnull (paragraph);
  lines = g_strsplit (paragraph + strlen (from), "\n", -1);
  for (guint i = 0; lines[i] != NULL && !g_str_has_prefix (lines[i], ".TP"); i++)
    if (g_str_has_prefix (lines[i], ".BR "))
      g_string_append_printf (list, "%s%.*s", list->len > 0 ? ", " : "",
                              (int) strcspn (lines[i] + 4, " "), lines[i] + 4);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* The manual page and the help list every kind and measure, and no others. */
static void
test_manual (CliFixture *self, gconstpointer data)
{
  static const char *const options[] = { "--kind", "--measure" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "cli", "chisoctl.1",
                                                 NULL);
  g_autofree char *source = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autofree char *page = NULL;

  g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
  pieces = g_strsplit (source, "\\-", -1);
  page = g_strjoinv ("-", pieces);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *taken = taken_for (self, options[i]);
      g_autofree char *listed = listed_of (page, options[i]);
      g_auto (GStrv) words = g_strsplit (taken, ", ", -1);

      g_assert_cmpstr (listed, ==, taken);
      cli_run (self, "chart", "--help", NULL);
      for (guint w = 0; words[w] != NULL; w++)
        g_assert_nonnull (strstr (self->out, words[w]));
    }
}

typedef struct
{
  const char *arguments[6];
  const char *sentence;
} UsageCase;

static const UsageCase cases[] = {
  { { NULL }, "Say what to do; “chisoctl --help” lists the commands" },
  { { "extrct" }, "There is no command “extrct”; did you mean extract?" },
  { { "sing" }, "There is no command “sing”; “chisoctl --help” lists them" },
  { { "extract" }, "extract needs at least one file or folder" },
  { { "extract", "--formt=json", "a.txt" },
    "extract has no option --formt; did you mean --format?" },
  { { "extract", "--zzzzzzzzzz", "a.txt" },
    "extract has no option --zzzzzzzzzz; “chisoctl extract --help” lists them" },
  { { "extract", "--format=xml", "a.txt" }, "--format must be one of tsv, json, not “xml”" },
  { { "extract", "--published=hôm nay", "a.txt" },
    "--published must be a date such as 2023-12-31, not “hôm nay”" },
  { { "import" }, "import needs at least one file or folder" },
  { { "backup" }, "backup needs the name of one file to write" },
  { { "query", "Nghệ An" }, "query takes no “Nghệ An”; places go into --place" },
  { { "query", "--indicator=ntm_comunes" },
    "There is no indicator “ntm_comunes”; did you mean ntm_communes?" },
  { { "query", "--indicator=happiness" },
    "There is no indicator “happiness”; “chisoctl query --indicators” lists them" },
  { { "query", "--indicator=" }, "--indicator names no indicator" },
  { { "query", "--place=40,Nghe Am" }, "There is no province “Nghe Am”; did you mean Nghệ An?" },
  { { "query", "--place=HN" },
    "“HN” may be Hà Nội or Hà Nam; write more of its name, or its code" },
  { { "query", "--place=40,quang/Nam Dan" },
    "“quang” may be Tuyên Quang, Quảng Ninh, Quảng Bình, Quảng Trị, Quảng Nam or Quảng Ngãi; write "
    "more of its name, or its code" },
  { { "query", "--place=Bà Rịa", "--boundary=34" },
    "There is no place “Bà Rịa” among the 34 provinces; add --boundary=63" },
  { { "query", "--place=Atlantis" }, "There is no province “Atlantis”" },
  { { "query", "--place=02", "--boundary=34" },
    "There is no place “02” among the 34 provinces; add --boundary=63" },
  { { "query", "--boundary=35" }, "--boundary must be one of 63, 34, not “35”" },
  { { "query", "--period=2024..2018" },
    "--period must be a year or years such as 2018..2024, not “2024..2018”" },
  { { "query", "--period=" }, "--period must be a year or years such as 2018..2024, not “”" },
  { { "audit", "--format=xml" }, "--format must be one of text, tsv, csv, json, not “xml”" },
  { { "audit", "--lang=fr" }, "--lang must be one of vi, en, not “fr”" },
  { { "audit", "--indicator=ntm_comunes", "a.txt" },
    "There is no indicator “ntm_comunes”; did you mean ntm_communes?" },
  { { "chart" }, "chart needs --indicator or --view and --output, or --overview and --output" },
  { { "chart", "--indicator=ntm_communes,poverty_rate", "--output=x.png" },
    "Several charts go into a folder, and “x.png” is the name of a file; say their format by "
    "--format" },
  { { "chart", "--indicator=ntm_communes", "--output=x.png", "--kind=pie" },
    "--kind must be one of line, column, bar, stacked, stacked-100, attainment, dumbbell, slope, "
    "multiples, tilemap, heatmap, scatter, not “pie”" },
  { { "chart", "--indicator=ntm_communes", "--output=x.png", "--kind=scatter" },
    "A scatter chart needs two indicators, across and upwards, not 1: --indicator=FIRST,SECOND" },
  { { "chart", "--indicator=ntm_communes,poverty_rate", "--output=x.png", "--kind=scatter",
      "--measure=yoy" },
    "A scatter chart shows values, no changes and no shares; choose the measure value." },
  { { "chart", "--indicator=ntm_communes", "--output=x.png", "--size=large" },
    "--size must be width and height such as 1600x900, not “large”" },
  { { "chart", "--indicator=ntm_communes", "--output=x.png", "--scale=9" },
    "--scale must be a number from 1 to 8, not “9”" },
  { { "sheet" }, "sheet needs --output and one of --indicator, --view and --overview" },
  { { "sheet", "--output=x.pdf", "--overview", "--indicator=ntm_communes" },
    "sheet needs --output and one of --indicator, --view and --overview" },
  { { "sheet", "--indicator=ntm_communes", "--output=x.png" },
    "A report sheet is a PDF, so --output must end in .pdf, not “x.png”" },
  { { "chart", "--overview" }, "chart --overview needs --output with the folder to write into" },
  { { "chart", "--overview", "--output=o", "--place=38,40" },
    "An overview is of one place and one year" },
};

static void
test_usage (CliFixture *self, gconstpointer data)
{
  const UsageCase *usage = data;
  g_autofree char *expected = g_strdup_printf ("chisoctl: %s\n", usage->sentence);

  cli_run_strv (self, usage->arguments);
  cli_assert (self, 2, expected);
  g_assert_cmpstr (self->out, ==, "");
  /* A wrong command line makes neither a library nor a file. */
  g_assert_false (cli_exists (self, "data"));
  g_assert_false (cli_exists (self, "x.png"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CLI_ADD ("/cli/help", test_help);
  CLI_ADD ("/cli/version", test_version);
  CLI_ADD ("/cli/manual", test_manual);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/usage/%02u", i);

      g_test_add (path, CliFixture, &cases[i], cli_set_up, test_usage, cli_tear_down);
    }
  return g_test_run ();
}

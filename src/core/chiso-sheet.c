/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. Cells are spans of the text, which is never copied as a whole or changed. */

#define _GNU_SOURCE /* memmem */

#include "chiso-sheet.h"

#include <math.h>
#include <string.h>

/* A file of nothing but mistakes is told of by its first ones. */
#define MAX_PROBLEMS 100
#define MAX_COLUMNS 64

typedef enum
{
  INDICATOR,
  PLACE,
  PERIOD,
  MEASURE,
  VALUE,
  NUMERATOR,
  DENOMINATOR,
  QUALIFIER,
  BASE,
  N_COLUMNS,
} Column;

#define N_REQUIRED (VALUE + 1)

static const char *const column_names[N_COLUMNS] = { "indicator",   "place",     "period",
                                                     "measure",     "value",     "numerator",
                                                     "denominator", "qualifier", "base" };

typedef struct
{
  const char *text;
  gsize length;
  gsize at;        /* where the next row begins */
  guint next_line; /* its number */
  guint line;      /* the current row's */
  char separator;
  ChisoSpan row;
  ChisoSpan cells[MAX_COLUMNS];
  guint n_cells;
  int columns[N_COLUMNS];
  char *words[N_COLUMNS]; /* the current row's, unquoted */
} Sheet;

/* Reads a cell from *at to behind its separator or at the row's end. */
static ChisoSpan
read_cell (Sheet *self, gsize *at)
{
  gboolean quoted = *at < self->length && self->text[*at] == '"';
  ChisoSpan cell = { *at + quoted, 0 };
  gsize i = cell.start;

  if (quoted)
    while (i < self->length
           && (self->text[i] != '"' || (i + 1 < self->length && self->text[i + 1] == '"')))
      {
        self->next_line += self->text[i] == '\n';
        i += self->text[i] == '"' ? 2 : 1;
      }
  else
    while (i < self->length && self->text[i] != self->separator && self->text[i] != '\n')
      i++;
  cell.end = MIN (i, self->length);
  i = cell.end + (quoted && cell.end < self->length);
  while (i < self->length && self->text[i] != self->separator && self->text[i] != '\n')
    i++;
  *at = i;
  return cell;
}

static gboolean
is_comment (const Sheet *self)
{
  return self->text[self->at] == '#' || self->text[self->at] == '\n';
}

static void
skip_line (Sheet *self)
{
  const char *end = memchr (self->text + self->at, '\n', self->length - self->at);

  self->at = end != NULL ? (gsize) (end + 1 - self->text) : self->length;
  self->next_line++;
}

/* Steps to the next row that is no comment; FALSE at the end. */
static gboolean
next_row (Sheet *self)
{
  while (self->at < self->length && is_comment (self))
    skip_line (self);
  if (self->at >= self->length)
    return FALSE;
  self->line = self->next_line;
  self->row.start = self->at;
  self->n_cells = 0;
  for (gsize at = self->at;; at++)
    {
      ChisoSpan cell = read_cell (self, &at);

      if (self->n_cells < MAX_COLUMNS)
        self->cells[self->n_cells++] = cell;
      if (at >= self->length || self->text[at] == '\n')
        {
          self->row.end = at;
          self->at = at + 1;
          self->next_line++;
          return TRUE;
        }
    }
}

/* A cell's words, without white space around them and with doubled quotes as one. */
static char *
cell_words (const Sheet *self, ChisoSpan cell)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *raw = g_strndup (self->text + cell.start, cell.end - cell.start);

  parts = g_strsplit (g_strstrip (raw), "\"\"", -1);
  return g_strjoinv ("\"", parts);
}

/* The separator is what the head has; no name of a column has any of them. */
static char
find_separator (const char *text, gsize length)
{
  const char *end = memchr (text, '\n', length);
  gsize n = end != NULL ? (gsize) (end - text) : length;

  return memchr (text, '\t', n) != NULL ? '\t' : memchr (text, ';', n) != NULL ? ';' : ',';
}

static gboolean
read_head (Sheet *self, const char *text, gsize length)
{
  *self = (Sheet){ .text = text, .length = length, .next_line = 1 };
  while (self->at < length && is_comment (self))
    skip_line (self);
  self->separator = find_separator (text + self->at, length - self->at);
  if (!next_row (self))
    return FALSE;
  for (guint c = 0; c < N_COLUMNS; c++)
    {
      self->columns[c] = -1;
      for (guint i = 0; i < self->n_cells; i++)
        {
          g_autofree char *name = cell_words (self, self->cells[i]);

          if (strcmp (name, column_names[c]) == 0)
            self->columns[c] = (int) i;
        }
      if (c < N_REQUIRED && self->columns[c] < 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
chiso_sheet_may_be (const void *bytes, gsize length)
{
  return memmem (bytes, length, column_names[0], strlen (column_names[0])) != NULL;
}

gboolean
chiso_sheet_is (const char *text, gsize length)
{
  Sheet sheet;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  return length <= G_MAXUINT32 && chiso_sheet_may_be (text, length)
         && read_head (&sheet, text, length);
}

/* --- rows --------------------------------------------------------------------------------------- */

static gboolean G_GNUC_PRINTF (3, 4)
    fail (const Sheet *self, GPtrArray *problems, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  if (problems == NULL || problems->len >= MAX_PROBLEMS)
    return FALSE;
  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (problems, g_strdup_printf ("line %u: %s", self->line, reason));
  return FALSE;
}

/* Numbers have a decimal point and no thousands separator, whatever the locale. */
static gboolean
read_number (const Sheet *self, Column column, double *value)
{
  const char *words = self->words[column];
  char *end;

  if (*words == '\0')
    return TRUE;
  *value = g_ascii_strtod (words, &end);
  return *end == '\0' && isfinite (*value);
}

/* The set of provinces that the row is of: that of its period, unless only the other one has the
 * code. 0 where none has. */
static int
boundary_of (const ChisoGeo *geo, const char *place, const ChisoPeriod *period)
{
  const ChisoPeriod last_old = chiso_period_month (2025, 6);
  g_autofree char *code = g_strndup (place, strcspn (place, "/"));
  gboolean in_63 = strcmp (code, "VN") == 0
                   || chiso_geo_find_code (geo, CHISO_BOUNDARY_63, code) != NULL;
  gboolean in_34 = chiso_geo_find_code (geo, CHISO_BOUNDARY_34, code) != NULL;
  guint32 first, last, last_old_day;

  chiso_period_days (&last_old, &first, &last_old_day);
  chiso_period_days (period, &first, &last);
  if (in_34 && (!in_63 || (!period->open_end && last > last_old_day)))
    return CHISO_BOUNDARY_34;
  return in_63 ? CHISO_BOUNDARY_63 : 0;
}

/* Fills the observation from the row's words. */
static gboolean
read_fields (const Sheet *self, ChisoCatalogue *catalogue, ChisoGeo *geo, ChisoObservation *o,
             GPtrArray *problems)
{
  char *const *words = self->words;
  int boundary;

  if (chiso_catalogue_find (catalogue, words[INDICATOR]) == NULL)
    return fail (self, problems, "there is no indicator “%s”", words[INDICATOR]);
  if (!chiso_period_parse (words[PERIOD], &o->period))
    return fail (self, problems, "“%s” is no period", words[PERIOD]);
  boundary = boundary_of (geo, words[PLACE], &o->period);
  if (boundary == 0)
    return fail (self, problems, "there is no place “%s”", words[PLACE]);
  if (!chiso_measure_from_string (words[MEASURE], &o->measure))
    return fail (self, problems, "“%s” is no measure (level, ratio, delta)", words[MEASURE]);
  if (!chiso_qualifier_from_string (words[QUALIFIER], &o->qualifier))
    return fail (self, problems, "“%s” is no qualifier", words[QUALIFIER]);
  if (*words[BASE] != '\0' && !chiso_period_parse (words[BASE], &o->base))
    return fail (self, problems, "“%s” is no period", words[BASE]);
  if (*words[VALUE] == '\0')
    return fail (self, problems, "it has no value");
  for (Column c = VALUE; c <= DENOMINATOR; c++)
    if (!read_number (self, c,
                      c == VALUE       ? &o->value
                      : c == NUMERATOR ? &o->numerator
                                       : &o->denominator))
      return fail (self, problems, "“%s” is no number (write 1234.5)", words[c]);
  o->boundary = boundary;
  return TRUE;
}

static ChisoObservation *
read_row (Sheet *self, ChisoCatalogue *catalogue, ChisoGeo *geo, GPtrArray *problems)
{
  g_autoptr (ChisoObservation)
      observation = chiso_observation_new (self->words[INDICATOR], self->words[PLACE]);

  if (!read_fields (self, catalogue, geo, observation, problems))
    return NULL;
  observation->evidence = observation->figure = self->cells[self->columns[VALUE]];
  observation->sentence = self->row;
  observation->confidence = 1.0;
  observation->rule = "sheet";
  return g_steal_pointer (&observation);
}

static void
take_words (Sheet *self)
{
  for (guint c = 0; c < N_COLUMNS; c++)
    {
      gboolean there = self->columns[c] >= 0 && self->columns[c] < (int) self->n_cells;

      g_free (self->words[c]);
      self->words[c] = there ? cell_words (self, self->cells[self->columns[c]]) : g_strdup ("");
    }
}

ChisoExtraction *
chiso_sheet_extract (ChisoCatalogue *catalogue, ChisoGeo *geo, const char *text, gsize length,
                     GPtrArray *problems)
{
  ChisoExtraction *extraction = g_new0 (ChisoExtraction, 1);
  Sheet sheet;

  extraction->observations = g_ptr_array_new_with_free_func (
      (GDestroyNotify) chiso_observation_free);
  extraction->boundary = CHISO_BOUNDARY_63;
  if (length > G_MAXUINT32 || !read_head (&sheet, text, length))
    return extraction;
  while (next_row (&sheet))
    {
      ChisoObservation *observation;

      take_words (&sheet);
      observation = read_row (&sheet, catalogue, geo, problems);
      if (observation != NULL)
        g_ptr_array_add (extraction->observations, observation);
    }
  for (guint c = 0; c < N_COLUMNS; c++)
    g_free (sheet.words[c]);
  return extraction;
}

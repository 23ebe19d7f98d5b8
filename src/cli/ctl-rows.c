/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats of tables: a row of functions each. Knows nothing of what the cells mean. */

#include "ctl-rows.h"

#include "core/chiso-json.h"
#include "core/chiso-tsv.h"
#include "ctl.h"

#include <string.h>

struct _CtlRows
{
  const struct Format *format;
  const CtlColumn *columns;
  guint n_columns;
  ChisoJson *json; /* holds the whole table: JSON is one value */
};

typedef struct Format
{
  void (*begin) (CtlRows *self);
  void (*add) (CtlRows *self, char *const *cells);
  void (*end) (CtlRows *self);
} Format;

/* A cell of CSV as RFC 4180 has it. */
static void
append_csv (GString *line, const char *cell)
{
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (line, cell);
      return;
    }
  g_string_append_c (line, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *cell);
    }
  g_string_append_c (line, '"');
}

static void
write_line (CtlRows *self, char *const *cells, char separator,
            void (*append) (GString *, const char *), const char *line_end)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (line, separator);
      append (line, cells[i] != NULL ? cells[i] : "");
    }
  g_string_append (line, line_end);
  ctl_write (line->str);
}

static void
add_csv (CtlRows *self, char *const *cells)
{
  write_line (self, cells, ',', append_csv, "\r\n");
}

static void
add_tsv (CtlRows *self, char *const *cells)
{
  write_line (self, cells, '\t', chiso_tsv_append_cell, "\n");
}

/* The first line of a table names its columns. */
static void
begin_lines (CtlRows *self)
{
  g_autofree char **names = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    names[i] = (char *) self->columns[i].name;
  self->format->add (self, names);
}

static void
end_lines (CtlRows *self)
{
}

static void
begin_json (CtlRows *self)
{
  self->json = chiso_json_new ();
  chiso_json_begin_array (self->json);
}

static void
add_json (CtlRows *self, char *const *cells)
{
  chiso_json_begin_object (self->json);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = cells[i] != NULL && *cells[i] != '\0' ? cells[i] : NULL;

      chiso_json_key (self->json, self->columns[i].name);
      if (self->columns[i].number && cell != NULL)
        chiso_json_number (self->json, g_ascii_strtod (cell, NULL));
      else
        chiso_json_string (self->json, cell);
    }
  chiso_json_end_object (self->json);
}

static void
end_json (CtlRows *self)
{
  chiso_json_end_array (self->json);
  ctl_write (chiso_json_text (self->json));
  g_clear_pointer (&self->json, chiso_json_free);
}

const char *const ctl_rows_formats[] = { "tsv", "csv", "json", NULL };

static const Format formats[] = {
  { begin_lines, add_tsv, end_lines },
  { begin_lines, add_csv, end_lines },
  { begin_json, add_json, end_json },
};

CtlRows *
ctl_rows_new (guint format, const CtlColumn *columns, guint n_columns)
{
  CtlRows *self = g_new0 (CtlRows, 1);

  g_assert (format < G_N_ELEMENTS (formats));
  self->format = &formats[format];
  self->columns = columns;
  self->n_columns = n_columns;
  self->format->begin (self);
  return self;
}

void
ctl_rows_add (CtlRows *self, char *const *cells)
{
  self->format->add (self, cells);
}

void
ctl_rows_finish (CtlRows *self)
{
  self->format->end (self);
  g_free (self);
}

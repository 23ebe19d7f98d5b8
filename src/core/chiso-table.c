/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splits one copy of the bytes in place; cells are pointers into it. */

#include "chiso-table.h"

#include <string.h>

struct _ChisoTable
{
  char *text;
  GPtrArray *cells; /* char*, row after row, n_columns each; the header first */
  guint n_columns;
};

static guint
count_tabs (const char *line)
{
  guint n = 0;

  for (; *line != '\0'; line++)
    n += *line == '\t';
  return n;
}

static void
add_row (ChisoTable *self, char *line)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      char *tab = line != NULL ? strchr (line, '\t') : NULL;

      if (tab != NULL)
        *tab = '\0';
      g_ptr_array_add (self->cells, line != NULL ? line : self->text + strlen (self->text));
      line = tab != NULL ? tab + 1 : NULL;
    }
}

ChisoTable *
chiso_table_new (GBytes *bytes)
{
  ChisoTable *self = g_new0 (ChisoTable, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *line;

  self->text = g_strndup (data, length);
  self->cells = g_ptr_array_new ();
  line = self->text;
  if (g_str_has_prefix (line, "\xEF\xBB\xBF"))
    line += 3;
  while (line != NULL && *line != '\0')
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        {
          *end = '\0';
          if (end > line && end[-1] == '\r')
            end[-1] = '\0';
        }
      if (*line != '#' && *line != '\0')
        {
          if (self->n_columns == 0)
            self->n_columns = count_tabs (line) + 1;
          add_row (self, line);
        }
      line = end != NULL ? end + 1 : NULL;
    }
  return self;
}

void
chiso_table_free (ChisoTable *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

guint
chiso_table_n_rows (const ChisoTable *self)
{
  return self->n_columns == 0 ? 0 : self->cells->len / self->n_columns - 1;
}

int
chiso_table_column (const ChisoTable *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (g_ptr_array_index (self->cells, i), name) == 0)
      return (int) i;
  return -1;
}

const char *
chiso_table_cell (const ChisoTable *self, guint row, int column)
{
  g_return_val_if_fail (row < chiso_table_n_rows (self), "");

  return column < 0 ? "" : g_ptr_array_index (self->cells, (row + 1) * self->n_columns + column);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns how JSON is written: one member a line down to the marks, each of which keeps to one line.
 * Must not know what is written, and reads nothing. */

#include "plot-json.h"

#include <math.h>

/* Members of what lies deeper stand on one line. */
#define LINES_DOWN_TO 4

static void
append_escaped (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == '"' || letter == '\\')
        g_string_append_printf (out, "\\%c", (char) letter);
      /* Letters that XML cannot carry either, so that the record is the same in every format. */
      else if (letter < 0x20 || letter == 0x7f || letter == 0xfffe || letter == 0xffff)
        g_string_append_printf (out, "\\u%04x", letter);
      else
        g_string_append_unichar (out, letter);
    }
  g_string_append_c (out, '"');
}

static void
begin_member (PlotJson *self, const char *key)
{
  if (!self->first)
    g_string_append_c (self->out, ',');
  if (self->depth > 0 && self->depth <= LINES_DOWN_TO)
    {
      g_string_append_c (self->out, '\n');
      for (guint i = 0; i < self->depth; i++)
        g_string_append (self->out, "  ");
    }
  else if (!self->first)
    g_string_append_c (self->out, ' ');
  self->first = FALSE;
  if (key == NULL)
    return;
  append_escaped (self->out, key);
  g_string_append (self->out, ": ");
}

void
plot_json_open (PlotJson *self, const char *key, char bracket)
{
  begin_member (self, key);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->first = TRUE;
}

void
plot_json_close (PlotJson *self, char bracket)
{
  g_assert (self->depth > 0);
  self->depth--;
  if (!self->first && self->depth < LINES_DOWN_TO)
    {
      g_string_append_c (self->out, '\n');
      for (guint i = 0; i < self->depth; i++)
        g_string_append (self->out, "  ");
    }
  g_string_append_c (self->out, bracket);
  self->first = FALSE;
  if (self->depth == 0)
    g_string_append_c (self->out, '\n');
}

void
plot_json_text (PlotJson *self, const char *key, const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return;
  valid = g_utf8_make_valid (text, -1);
  begin_member (self, key);
  append_escaped (self->out, valid);
}

char *
plot_digits (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (g_ascii_strtod (buffer, NULL) != value)
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", value);
  return g_strdup (buffer);
}

void
plot_json_number (PlotJson *self, const char *key, double value)
{
  g_autofree char *digits = isfinite (value) ? plot_digits (value) : g_strdup ("null");

  begin_member (self, key);
  g_string_append (self->out, digits);
}

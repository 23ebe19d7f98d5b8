/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns how JSON is written: one member a line down to the marks, each of which keeps to one line.
 * Must not know what is written, and reads nothing. */

#include "plot-json.h"

#include <math.h>

/* Members of what lies deeper stand on one line. */
#define LINES_DOWN_TO 4

static gboolean
is_plain (char c)
{
  return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

static void
append_escaped (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  while (*text != '\0')
    {
      const char *end = text;
      gunichar letter;

      while (is_plain (*end))
        end++;
      g_string_append_len (out, text, end - text);
      text = end;
      if (*text == '\0')
        break;
      letter = g_utf8_get_char (text);
      if (letter == '"' || letter == '\\')
        g_string_append_printf (out, "\\%c", (char) letter);
      /* Letters that XML cannot carry either, so that the record is the same in every format. */
      else if (letter < 0x20 || letter == 0x7f || letter == 0xfffe || letter == 0xffff)
        g_string_append_printf (out, "\\u%04x", letter);
      else
        g_string_append_unichar (out, letter);
      text = g_utf8_next_char (text);
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

/* A number of up to six decimals, as nearly all are, without the detour over two conversions, and as
 * "%.15g" writes it; NULL for others. The first of buffer's characters that is used is returned. */
static char *
short_digits (double value, char *buffer, gsize size)
{
  double millionths = nearbyint (fabs (value) * 1e6);
  guint64 left = (guint64) millionths;
  char *at = buffer + size - 1;

  if (!(fabs (value) >= 1e-4 && millionths < 1e15) || millionths / 1e6 != fabs (value))
    return NULL;
  *at = '\0';
  for (guint i = 0; i < 6; i++, left /= 10)
    if (*at != '\0' || left % 10 != 0)
      *--at = (char) ('0' + left % 10);
  if (*at != '\0')
    *--at = '.';
  do
    *--at = (char) ('0' + left % 10);
  while ((left /= 10) != 0);
  if (value < 0)
    *--at = '-';
  return at;
}

char *
plot_digits (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *digits = short_digits (value, buffer, sizeof buffer);

  if (digits != NULL)
    return g_strdup (digits);
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

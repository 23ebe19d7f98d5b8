/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growing text and what is needed to place the next comma. Never reads JSON, never fails. */

#include "chiso-json.h"

#include "chiso-observation.h"

#include <math.h>
#include <string.h>

struct _ChisoJson
{
  GString *text;
  guint depth;
  gboolean first;     /* nothing stands yet in the innermost object or array */
  gboolean after_key; /* the next value follows its key on the same line */
};

ChisoJson *
chiso_json_new (void)
{
  ChisoJson *self = g_new0 (ChisoJson, 1);

  self->text = g_string_new (NULL);
  self->first = TRUE;
  return self;
}

void
chiso_json_free (ChisoJson *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
new_line (ChisoJson *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

/* What comes before any value: nothing after its key, else a comma and a line of its own. */
static void
begin_value (ChisoJson *self)
{
  if (!self->after_key)
    {
      if (!self->first)
        g_string_append_c (self->text, ',');
      if (self->depth > 0)
        new_line (self);
    }
  self->after_key = FALSE;
  self->first = FALSE;
}

static void
begin (ChisoJson *self, char bracket)
{
  begin_value (self);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->first = TRUE;
}

static void
end (ChisoJson *self, char bracket)
{
  g_assert (self->depth > 0 && !self->after_key);
  self->depth--;
  if (!self->first)
    new_line (self);
  g_string_append_c (self->text, bracket);
  self->first = FALSE;
}

void
chiso_json_begin_object (ChisoJson *self)
{
  begin (self, '{');
}

void
chiso_json_end_object (ChisoJson *self)
{
  end (self, '}');
}

void
chiso_json_begin_array (ChisoJson *self)
{
  begin (self, '[');
}

void
chiso_json_end_array (ChisoJson *self)
{
  end (self, ']');
}

static void
append_escaped (GString *out, const char *text)
{
  static const char special[] = "\b\f\n\r\t\"\\";
  static const char letter[] = "bfnrt\"\\";

  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      const char *found = strchr (special, *text);

      if (found != NULL)
        g_string_append_printf (out, "\\%c", letter[found - special]);
      else if ((guchar) *text < 0x20 || *text == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint) *text);
      else
        g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

void
chiso_json_key (ChisoJson *self, const char *key)
{
  g_return_if_fail (key != NULL && !self->after_key);

  begin_value (self);
  append_escaped (self->text, key);
  g_string_append (self->text, ": ");
  self->after_key = TRUE;
}

void
chiso_json_string (ChisoJson *self, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  begin_value (self);
  if (valid != NULL)
    append_escaped (self->text, valid);
  else
    g_string_append (self->text, "null");
}

void
chiso_json_number (ChisoJson *self, double value)
{
  g_autofree char *digits = isfinite (value) ? chiso_value_format (value) : NULL;

  begin_value (self);
  g_string_append (self->text, digits != NULL ? digits : "null");
}

const char *
chiso_json_text (ChisoJson *self)
{
  if (self->depth == 0 && !g_str_has_suffix (self->text->str, "\n"))
    g_string_append_c (self->text, '\n');
  return self->text->str;
}

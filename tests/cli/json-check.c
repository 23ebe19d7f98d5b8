/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recursive descent over one value; moves the cursor on success. */

#include "json-check.h"

#include <string.h>

static gboolean check_value (const char **p);

static void
skip_space (const char **p)
{
  *p += strspn (*p, " \t\r\n");
}

static gboolean
take (const char **p, const char *token)
{
  if (!g_str_has_prefix (*p, token))
    return FALSE;
  *p += strlen (token);
  return TRUE;
}

static gboolean
check_escape (const char **p)
{
  if (**p == 'u')
    {
      for (guint i = 0; i < 4; i++)
        if (!g_ascii_isxdigit (*++*p))
          return FALSE;
    }
  else if (**p == '\0' || strchr ("\"\\/bfnrt", **p) == NULL)
    return FALSE;
  (*p)++;
  return TRUE;
}

static gboolean
check_string (const char **p)
{
  if (!take (p, "\""))
    return FALSE;
  while (**p != '"')
    {
      if ((guchar) * *p < 0x20)
        return FALSE;
      if (*(*p)++ == '\\' && !check_escape (p))
        return FALSE;
    }
  (*p)++;
  return TRUE;
}

static gboolean
check_digits (const char **p)
{
  gsize n = strspn (*p, "0123456789");

  *p += n;
  return n > 0;
}

static gboolean
check_number (const char **p)
{
  take (p, "-");
  if (!take (p, "0") && !check_digits (p))
    return FALSE;
  if (take (p, ".") && !check_digits (p))
    return FALSE;
  if (!take (p, "e") && !take (p, "E"))
    return TRUE;
  if (!take (p, "+"))
    take (p, "-");
  return check_digits (p);
}

static gboolean
check_member (const char **p)
{
  skip_space (p);
  if (!check_string (p))
    return FALSE;
  skip_space (p);
  return take (p, ":") && check_value (p);
}

static gboolean
check_list (const char **p, const char *end, gboolean (*check_item) (const char **))
{
  skip_space (p);
  if (take (p, end))
    return TRUE;
  do
    if (!check_item (p))
      return FALSE;
  while (take (p, ","));
  return take (p, end);
}

static gboolean
check_value (const char **p)
{
  gboolean ok;

  skip_space (p);
  if (take (p, "{"))
    ok = check_list (p, "}", check_member);
  else if (take (p, "["))
    ok = check_list (p, "]", check_value);
  else if (**p == '"')
    ok = check_string (p);
  else
    ok = take (p, "null") || take (p, "true") || take (p, "false") || check_number (p);
  skip_space (p);
  return ok;
}

gboolean
json_check (const char *text)
{
  return g_utf8_validate (text, -1, NULL) && check_value (&text) && *text == '\0';
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The observation as a plain value: making, copying, comparing, naming its enums. */

#include "chiso-observation.h"

#include "chiso-interned.h"

#include <math.h>
#include <string.h>

/* Copies text, which may be NULL, to *end, and moves that behind it. */
static const char *
store_text (const char *text, gsize size, char **end)
{
  char *stored = *end;

  if (text == NULL)
    return NULL;
  memcpy (stored, text, size);
  *end += size;
  return stored;
}

/* An observation with room for the two texts behind it: one piece of memory, since extraction makes many. */
static ChisoObservation *
allocate (const char *indicator, const char *place)
{
  gsize n_indicator = indicator != NULL ? strlen (indicator) + 1 : 0;
  gsize n_place = place != NULL ? strlen (place) + 1 : 0;
  ChisoObservation *self = g_malloc (sizeof *self + n_indicator + n_place);
  char *end = (char *) (self + 1);

  memset (self, 0, sizeof *self);
  self->indicator = store_text (indicator, n_indicator, &end);
  self->place = store_text (place, n_place, &end);
  return self;
}

ChisoObservation *
chiso_observation_new (const char *indicator, const char *place)
{
  ChisoObservation *self = allocate (indicator, place);

  self->boundary = CHISO_BOUNDARY_63;
  self->numerator = self->denominator = NAN;
  self->rule = CHISO_INTERNED ("none");
  return self;
}

ChisoObservation *
chiso_observation_copy (const ChisoObservation *observation)
{
  ChisoObservation *copy;
  const char *indicator, *place;

  g_return_val_if_fail (observation != NULL, NULL);

  copy = allocate (observation->indicator, observation->place);
  indicator = copy->indicator;
  place = copy->place;
  *copy = *observation;
  copy->indicator = indicator;
  copy->place = place;
  if (observation->repeats != NULL)
    copy->repeats = g_array_copy (observation->repeats);
  return copy;
}

void
chiso_observation_free (ChisoObservation *observation)
{
  if (observation == NULL)
    return;
  g_clear_pointer (&observation->repeats, g_array_unref);
  g_free (observation);
}

static const char *const measures[] = { "level", "ratio", "delta" };
static const char *const qualifiers[] = { "", "at_least", "about", "at_most" };

const char *
chiso_measure_to_string (ChisoMeasure measure)
{
  g_return_val_if_fail (measure < G_N_ELEMENTS (measures), "");
  return measures[measure];
}

gboolean
chiso_measure_from_string (const char *text, ChisoMeasure *measure)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_strcmp0 (text, measures[i]) == 0)
      {
        *measure = i;
        return TRUE;
      }
  return FALSE;
}

const char *
chiso_qualifier_to_string (ChisoQualifier qualifier)
{
  g_return_val_if_fail (qualifier < G_N_ELEMENTS (qualifiers), "");
  return qualifiers[qualifier];
}

gboolean
chiso_qualifier_from_string (const char *text, ChisoQualifier *qualifier)
{
  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    if (g_strcmp0 (text, qualifiers[i]) == 0)
      {
        *qualifier = i;
        return TRUE;
      }
  return FALSE;
}

char *
chiso_value_format (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *dot;

  if (isnan (value))
    return g_strdup ("");
  g_ascii_formatd (buffer, sizeof buffer, "%.6f", value);
  dot = strchr (buffer, '.');
  if (dot != NULL)
    {
      char *end = buffer + strlen (buffer);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        end[-1] = '\0';
    }
  return g_strdup (strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static gboolean
same_number (double a, double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}

gboolean
chiso_observation_same_fact (const ChisoObservation *a, const ChisoObservation *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->measure == b->measure && same_number (a->value, b->value)
         && a->qualifier == b->qualifier && a->boundary == b->boundary
         && (same_number (a->denominator, b->denominator) || !isfinite (a->denominator)
             || !isfinite (b->denominator))
         && strcmp (a->indicator, b->indicator) == 0 && strcmp (a->place, b->place) == 0
         && chiso_period_equal (&a->period, &b->period) && chiso_period_equal (&a->base, &b->base);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the setting of tables: widths out of what the cells hold, rows that stay whole, and heads that
 * come again on every page. */

#include "sheet-flow.h"
#include "sheet-words.h"

#include <math.h>

#define MAX_NATURAL 190   /* points: a column of sentences does not push others together */
#define MAX_UNBROKEN 84   /* of names, periods and states, which stay in one line up to here */
#define MAX_CELL_LINES 14 /* of one row; the rest of so long a text is in its note */

typedef struct
{
  SheetColumn id;
  double least, natural; /* widest word, widest text */
  double x, width;
  gboolean right; /* numbers, one below the other */
} Column;

typedef struct
{
  SheetFlow *flow;
  const SheetSection *section;
  guint number;
  Column columns[SHEET_N_COLUMNS];
  guint n;
} Table;

static void
measure (Column *column, PangoLayout *text)
{
  int width;

  pango_layout_set_width (text, -1);
  pango_layout_get_size (text, &width, NULL);
  column->natural = MAX (column->natural, ceil ((double) width / PANGO_SCALE) + 0.5);
  pango_layout_set_wrap (text, PANGO_WRAP_WORD);
  pango_layout_set_width (text, 0);
  pango_layout_get_size (text, &width, NULL);
  column->least = MAX (column->least, ceil ((double) width / PANGO_SCALE) + 0.5);
  g_object_unref (text);
}

/* spans: set to what leads somewhere, or NULL. */
static PangoLayout *
cell_text (const Table *self, const SheetRow *row, SheetColumn column, double width, SheetRun **run)
{
  PangoContext *context = self->flow->context;

  *run = NULL;
  if (column != SHEET_COLUMN_NOTES)
    return sheet_style_text (context, SHEET_ROLE_CELL, row->cells[column], width);
  *run = sheet_run_new ();
  sheet_run_add_notes (*run, row->notes, FALSE);
  return sheet_run_text (*run, context, SHEET_ROLE_CELL, width);
}

static void
measure_column (Table *self, Column *column)
{
  const SheetSection *section = self->section;

  measure (column, sheet_style_text (self->flow->context, SHEET_ROLE_TABLE_HEAD,
                                     section->heads[column->id], -1));
  /* A head may take two lines. */
  column->natural = MAX (column->least, column->natural * 0.6);
  for (guint i = 0; i < section->rows->len; i++)
    {
      g_autoptr (SheetRun) run = NULL;

      measure (column,
               cell_text (self, &g_array_index (section->rows, SheetRow, i), column->id, -1, &run));
    }
  if (column->id == SHEET_COLUMN_VALUE)
    column->least = column->natural;
  else if (column->id == SHEET_COLUMN_PLACE || column->id == SHEET_COLUMN_PERIOD
           || column->id == SHEET_COLUMN_STATE)
    column->least = MAX (column->least, MIN (column->natural, MAX_UNBROKEN));
  column->natural = MAX (MIN (column->natural, MAX_NATURAL), column->least);
}

static double
sum_of (const Table *self, gboolean natural)
{
  double sum = 0;

  for (guint i = 0; i < self->n; i++)
    sum += natural ? self->columns[i].natural : self->columns[i].least;
  return sum;
}

static gboolean
is_text (const Column *column)
{
  return column->id == SHEET_COLUMN_PLACE || column->id == SHEET_COLUMN_REPORTED
         || column->id == SHEET_COLUMN_COMPUTED || column->id == SHEET_COLUMN_INDICATOR;
}

/* Room that is left goes to columns of text; room that lacks is taken from all by what they can
 * give. */
static void
share_out (Table *self)
{
  double room = SHEET_BODY_WIDTH - (self->n - 1) * SHEET_GAP_COLUMN;
  double natural = sum_of (self, TRUE), least = sum_of (self, FALSE), x = SHEET_MARGIN;
  guint n_texts = 0;

  for (guint i = 0; i < self->n; i++)
    n_texts += is_text (&self->columns[i]);
  for (guint i = 0; i < self->n; i++)
    {
      Column *column = &self->columns[i];

      if (natural <= room)
        column->width = column->natural
                        + (is_text (column) || n_texts == 0
                               ? (room - natural) / (n_texts > 0 ? n_texts : self->n)
                               : 0);
      else if (least <= room)
        column->width = column->least
                        + (column->natural - column->least) * (room - least) / (natural - least);
      else
        column->width = column->least * room / least;
      column->x = x;
      x += column->width + SHEET_GAP_COLUMN;
    }
}

static void
plan (Table *self)
{
  for (guint id = 0; id < SHEET_N_COLUMNS; id++)
    if (self->section->heads[id] != NULL)
      {
        Column *column = &self->columns[self->n++];

        column->id = id;
        column->right = id == SHEET_COLUMN_VALUE || id == SHEET_COLUMN_CHANGE;
        measure_column (self, column);
      }
  share_out (self);
}

static PangoLayout *
head_text (const Table *self, const Column *column)
{
  PangoLayout *text = sheet_style_text (self->flow->context, SHEET_ROLE_TABLE_HEAD,
                                        self->section->heads[column->id], column->width);

  pango_layout_set_alignment (text, column->right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  return text;
}

static double
head_height (const Table *self)
{
  double height = 0;

  for (guint i = 0; i < self->n; i++)
    {
      PangoLayout *text = head_text (self, &self->columns[i]);

      height = MAX (height, sheet_text_height (text));
      g_object_unref (text);
    }
  return height + 2 * SHEET_CELL_ROOM;
}

static void
put_whole (SheetFlow *flow, SheetRole role, PangoLayout *text, double x, double y, GArray *spans)
{
  if (*pango_layout_get_text (text) != '\0')
    sheet_flow_put (flow, role, text, 0, (guint) pango_layout_get_line_count (text), x, y, spans);
  g_object_unref (text);
}

static void
put_head (const Table *self)
{
  SheetFlow *flow = self->flow;
  double height = head_height (self);

  sheet_flow_rule (flow, SHEET_ROLE_RULE, flow->y);
  for (guint i = 0; i < self->n; i++)
    {
      PangoLayout *text = head_text (self, &self->columns[i]);
      double own = sheet_text_height (text);

      put_whole (flow, SHEET_ROLE_TABLE_HEAD, text, self->columns[i].x,
                 flow->y + height - SHEET_CELL_ROOM - own, NULL);
    }
  flow->y += height;
  sheet_flow_rule (flow, SHEET_ROLE_RULE, flow->y);
}

typedef struct
{
  PangoLayout *texts[SHEET_N_COLUMNS];
  SheetRun *runs[SHEET_N_COLUMNS];
  double height;
} Row;

static void
set_row (const Table *self, const SheetRow *row, Row *set)
{
  *set = (Row){ .height = 0 };
  for (guint i = 0; i < self->n; i++)
    {
      const Column *column = &self->columns[i];
      PangoLayout *text = cell_text (self, row, column->id, column->width, &set->runs[i]);

      pango_layout_set_alignment (text, column->right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      if (pango_layout_get_line_count (text) > MAX_CELL_LINES && set->runs[i] == NULL)
        {
          pango_layout_set_height (text, -MAX_CELL_LINES);
          pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
        }
      set->texts[i] = text;
      set->height = MAX (set->height, sheet_text_height (text));
    }
  set->height += 2 * SHEET_CELL_ROOM;
}

/* Uses set up. */
static void
put_row (const Table *self, const SheetRow *row, Row *set)
{
  SheetFlow *flow = self->flow;

  sheet_flow_spoken (flow, row->notes, flow->y);
  for (guint i = 0; i < self->n; i++)
    {
      put_whole (flow, SHEET_ROLE_CELL, set->texts[i], self->columns[i].x,
                 flow->y + SHEET_CELL_ROOM, set->runs[i] != NULL ? set->runs[i]->spans : NULL);
      g_clear_pointer (&set->runs[i], sheet_run_free);
    }
  flow->y += set->height;
  sheet_flow_rule (flow, SHEET_ROLE_RULE_THIN, flow->y);
}

static void
put_caption (const Table *self, SheetWord word)
{
  SheetFlow *flow = self->flow;
  const char *language = flow->pages->content->language;
  g_autofree char *number = g_strdup_printf ("%u", self->number);
  g_autofree char *subject = sheet_words (SHEET_WORD_VALUES_OF, language, number,
                                          self->section->subject, NULL);
  g_autofree char *caption = sheet_words (word, language, number, subject, NULL);

  sheet_flow_paragraph (
      flow, SHEET_ROLE_TABLE_CAPTION,
      sheet_style_text (flow->context, SHEET_ROLE_TABLE_CAPTION, caption, SHEET_BODY_WIDTH),
      SHEET_MARGIN, NULL);
  flow->y += SHEET_GAP_LINE;
  if (word == SHEET_WORD_TABLE)
    {
      g_autofree char *name = g_strdup_printf ("table-%u", self->number);

      sheet_flow_bookmark (flow, caption, name);
    }
}

/* Caption, head and the first two rows stand together. */
static double
least_height (const Table *self)
{
  double height = 2 * 15 + SHEET_GAP_LINE + head_height (self);

  for (guint i = 0; i < MIN (self->section->rows->len, 2); i++)
    {
      Row set;

      set_row (self, &g_array_index (self->section->rows, SheetRow, i), &set);
      height += set.height;
      for (guint c = 0; c < self->n; c++)
        {
          g_object_unref (set.texts[c]);
          g_clear_pointer (&set.runs[c], sheet_run_free);
        }
    }
  return height;
}

void
sheet_flow_table (SheetFlow *flow, const SheetSection *section, guint number)
{
  Table self = { .flow = flow, .section = section, .number = number };
  g_autofree char *name = g_strdup_printf ("table-%u", number);

  plan (&self);
  sheet_flow_gap (flow, SHEET_GAP_PART);
  sheet_flow_need (flow, least_height (&self));
  sheet_flow_destination (flow, name, flow->y);
  put_caption (&self, SHEET_WORD_TABLE);
  put_head (&self);
  for (guint i = 0; i < section->rows->len; i++)
    {
      const SheetRow *row = &g_array_index (section->rows, SheetRow, i);
      Row set;

      set_row (&self, row, &set);
      if (sheet_flow_room (flow) < set.height)
        {
          sheet_flow_break (flow);
          put_caption (&self, SHEET_WORD_TABLE_MORE);
          put_head (&self);
        }
      put_row (&self, row, &set);
    }
}

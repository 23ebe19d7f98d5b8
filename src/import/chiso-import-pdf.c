/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents with a text layer, through poppler: gets the letters of each page with their
 * places, makes runs of words of them, and leaves the rest to the layout of pages. A scan, whose
 * pages are pictures, is refused and named as one. */

#include "chiso-office.h"
#include "chiso-pdf-guard.h"
#include "chiso-pdf-page.h"
#include "chiso-readers.h"
#include "chiso-stamp.h"

#include <poppler.h>
#include <string.h>

/* Beyond these it is no report; they keep a file that claims millions of pages from being walked. */
#define MAX_PAGES 3000
#define MAX_LETTERS_PER_PAGE 100000
/* A gap between words that is wider than so many heights of the line parts cells. */
#define CELL_GAP 1.25
/* A narrower gap is no space, a wider one than the second is one although there is no character. */
#define MIN_SPACE 0.08
#define CERTAIN_SPACE 0.25
/* A page with a picture over this part of it and fewer letters (a stamp, a signature) is a scan. */
#define SCAN_PART 0.5
#define SCAN_LETTERS 250

typedef struct
{
  GPtrArray *runs;
  ChisoRun *run;
  GString *text_of_run;
  gboolean gap; /* white space since the last letter */
} Reader;

static PopplerDocument *
open_pdf (GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  PopplerDocument *pdf;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (!chiso_pdf_guard (data, length, error))
    return NULL;
  pdf = poppler_document_new_from_bytes (bytes, NULL, &reason);
  if (pdf != NULL)
    return pdf;
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_ENCRYPTED,
                 "it is protected by a password");
  else
    g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_DAMAGED,
                 "it is a PDF document that is cut off or damaged");
  return NULL;
}

/* --- letters to runs ---------------------------------------------------------------------------- */

static void
end_run (Reader *self)
{
  if (self->run == NULL)
    return;
  self->run->text = g_strdup (self->text_of_run->str);
  g_string_truncate (self->text_of_run, 0);
  g_ptr_array_add (self->runs, g_steal_pointer (&self->run));
}

static gboolean
is_apart (const Reader *self, const PopplerRectangle *place)
{
  double height = self->run->y2 - self->run->y1;
  double gap = place->x1 - self->run->x2;

  return gap > CELL_GAP * height || gap < -2 * height || place->y1 > self->run->y2
         || place->y2 < self->run->y1;
}

/* Where the font changes inside a word poppler takes the seam for a space, and between narrow cells
 * it sees none: the gap decides. */
static gboolean
is_space_before (const Reader *self, const PopplerRectangle *place)
{
  double gap = place->x1 - self->run->x2;

  return gap > (self->gap ? MIN_SPACE : CERTAIN_SPACE) * (self->run->y2 - self->run->y1);
}

static void
add_letter (Reader *self, const char *letter, const PopplerRectangle *place)
{
  if (self->run != NULL && is_apart (self, place))
    end_run (self);
  if (self->run == NULL || is_space_before (self, place))
    {
      ChisoPlacedWord word = { .x1 = place->x1 };

      if (self->run == NULL)
        {
          self->run = chiso_run_new ();
          self->run->x1 = self->run->x2 = place->x1;
          self->run->y1 = place->y1;
          self->run->y2 = place->y2;
        }
      else
        g_string_append_c (self->text_of_run, ' ');
      word.offset = self->text_of_run->len;
      g_array_append_val (self->run->words, word);
    }
  self->gap = FALSE;
  g_string_append_len (self->text_of_run, letter, g_utf8_next_char (letter) - letter);
  self->run->x2 = MAX (self->run->x2, place->x2);
  g_array_index (self->run->words, ChisoPlacedWord, self->run->words->len - 1).x2 = self->run->x2;
}

static GPtrArray *
read_runs (const char *text, const PopplerRectangle *places, guint n_places)
{
  Reader self = { .runs = g_ptr_array_new (), .text_of_run = g_string_new (NULL) };
  guint i = 0;

  for (const char *p = text; *p != '\0' && i < MIN (n_places, MAX_LETTERS_PER_PAGE);
       p = g_utf8_next_char (p), i++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\f')
        end_run (&self);
      else if (g_unichar_isspace (c))
        self.gap = self.run != NULL;
      else
        add_letter (&self, p, &places[i]);
    }
  end_run (&self);
  g_string_free (self.text_of_run, TRUE);
  return self.runs;
}

/* --- pages -------------------------------------------------------------------------------------- */

static gboolean
has_large_picture (PopplerPage *page, double width, double height)
{
  GList *pictures = poppler_page_get_image_mapping (page);
  gboolean large = FALSE;

  for (GList *link = pictures; link != NULL; link = link->next)
    {
      const PopplerRectangle *area = &((PopplerImageMapping *) link->data)->area;

      large |= (area->x2 - area->x1) * (area->y2 - area->y1) > SCAN_PART * width * height;
    }
  poppler_page_free_image_mapping (pictures);
  return large;
}

/* Adds one page; TRUE where it is a scan. */
static gboolean
read_page (PopplerDocument *pdf, int number, ChisoPages *pages, gsize *n_letters)
{
  PopplerPage *page = poppler_document_get_page (pdf, number);
  g_autofree char *text = page != NULL ? poppler_page_get_text (page) : NULL;
  g_autofree PopplerRectangle *places = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  guint n_places = 0;
  double width, height;
  gboolean scan;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_clear_object (&page);
      return FALSE;
    }
  poppler_page_get_size (page, &width, &height);
  if (!poppler_page_get_text_layout (page, &places, &n_places))
    n_places = 0;
  runs = read_runs (text, places, n_places);
  chiso_pages_add (pages, runs, width, height);
  *n_letters += n_places;
  scan = n_places < SCAN_LETTERS && has_large_picture (page, width, height);
  g_object_unref (page);
  return scan;
}

static gboolean
read_pages (PopplerDocument *pdf, ChisoPages *pages, GError **error)
{
  int n = poppler_document_get_n_pages (pdf), n_scans = 0;
  gsize n_letters = 0;

  if (n > MAX_PAGES)
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_TOO_LARGE,
                   "it has %d pages (the limit is %d)", n, MAX_PAGES);
      return FALSE;
    }
  for (int i = 0; i < n && n_letters <= CHISO_LINES_MAX_BYTES; i++)
    n_scans += read_page (pdf, i, pages, &n_letters);
  if (n > 0 && n_letters > 0 && 2 * n_scans <= n)
    return TRUE;
  g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_NO_TEXT,
               n_scans > 0 ? "it is a scanned document: its pages are pictures without text; "
                             "recognise their text first (OCR)"
                           : "it is a PDF document without text");
  return FALSE;
}

static void
read_properties (PopplerDocument *pdf, ChisoDocument *document)
{
  g_autofree char *title = poppler_document_get_title (pdf);
  /* Not the call that gives a GDateTime: it warns of dates that are none. */
  time_t seconds = poppler_document_get_creation_date (pdf);
  g_autoptr (GDateTime) made = seconds > 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;
  g_autofree char *stamp = made != NULL ? g_date_time_format_iso8601 (made) : NULL;

  if (title != NULL && g_utf8_validate (title, -1, NULL)
      && chiso_office_is_title (g_strstrip (title)))
    document->title = g_steal_pointer (&title);
  document->published = chiso_stamp_parse (stamp);
}

/* Poppler and the font libraries below it keep tables for all documents: one is read at a time. */
static GMutex poppler_lock;

gboolean
chiso_read_pdf (GBytes *bytes, ChisoDocument *document, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&poppler_lock);
  PopplerDocument *pdf = open_pdf (bytes, error);
  g_autoptr (ChisoPages) pages = chiso_pages_new ();
  g_autoptr (ChisoLines) lines = chiso_lines_new ();
  gboolean read;

  if (pdf == NULL)
    return FALSE;
  read = read_pages (pdf, pages, error);
  if (read)
    read_properties (pdf, document);
  g_object_unref (pdf);
  if (!read)
    return FALSE;
  chiso_pages_write (pages, lines);
  return chiso_lines_finish (lines, document, error);
}

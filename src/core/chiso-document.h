/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as the library keeps it: its text, where it came from, and what identifies its bytes. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name of a text that was pasted, whatever the language of who pasted it. */
#define CHISO_DOCUMENT_CLIPBOARD "clipboard"

typedef struct
{
  gint64 id;    /* row of the library; 0 before it is stored */
  char *sha256; /* of the file's original bytes, hex */
  char *name;   /* file name, or what stands for it */
  char *title;
  char *publisher;
  char *url;
  char *published;      /* EDTF date, or NULL */
  char *format;         /* "text", "html", ... */
  char *encoding;       /* "UTF-8", "TCVN3", ... as recognised */
  char *place;          /* province that it is about ("40"), or NULL */
  int boundary;         /* 63 or 34 */
  char *text;           /* UTF-8, NUL-terminated; spans of observations are bytes of it */
  gsize length;         /* bytes of text */
  gint64 imported;      /* Unix seconds, passed in by the caller */
  guint n_observations; /* filled in lists */
  /* Once it was stored: which of these were not given with it but read in its text. */
  gboolean title_read, publisher_read, published_read;
} ChisoDocument;

ChisoDocument *chiso_document_new (const char *name);
ChisoDocument *chiso_document_copy (const ChisoDocument *document);
void chiso_document_free (ChisoDocument *document);
/* Leaves what was given with it: the rest is to be read again. */
void chiso_document_forget_read (ChisoDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoDocument, chiso_document_free)

G_END_DECLS

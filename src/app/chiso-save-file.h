/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the file to save something in. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title;  /* of the dialog */
  const char *name;   /* that is offered, with its ending */
  const char *ending; /* ".pdf" */
  const char *kind;   /* "PDF", for people */
  const char *mime;
} ChisoSaveFile;

/* file may lie where no path leads. */
typedef void (*ChisoSaveFunc) (GtkWidget *parent, GFile *file, gpointer data);

/* Calls save with the file that was chosen, or never; what it is given ends in the ending, and the
 * person was asked about it where it was there. data is destroyed in either case. */
void chiso_save_file_ask (GtkWidget *parent, const ChisoSaveFile *what, ChisoSaveFunc save,
                          gpointer data, GDestroyNotify destroy);

/* The chosen file with the ending. *asked is FALSE where that is another one that is there, so that
 * nobody was asked whether to write over it. */
GFile *chiso_save_file_complete (GFile *chosen, const char *ending, gboolean *asked);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the file dialog and a name's ending. Writes nothing. */

#include "chiso-save-file.h"

#include <glib/gi18n.h>

/* What is to be done with the answer. */
typedef struct
{
  char *ending;
  ChisoSaveFunc save;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question->ending);
  g_free (question);
}

GFile *
chiso_save_file_complete (GFile *chosen, const char *ending, gboolean *asked)
{
  g_autofree char *name = g_file_get_basename (chosen);
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *whole = g_strconcat (name, ending, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (chosen);
  GFile *file;

  *asked = TRUE;
  if (g_str_has_suffix (lower, ending) || folder == NULL)
    return g_object_ref (chosen);
  file = g_file_get_child (folder, whole);
  *asked = !g_file_query_exists (file, NULL);
  return file;
}

static void
response_cb (GtkWidget *parent, int response, GtkFileChooserNative *native)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  Question *question = g_object_get_data (G_OBJECT (native), "question");
  g_autoptr (GFile) chosen = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser)
                                                             : NULL;
  g_autoptr (GFile) file = NULL;
  gboolean asked;

  if (chosen != NULL)
    file = chiso_save_file_complete (chosen, question->ending, &asked);
  if (file != NULL && !asked)
    {
      g_autofree char *name = g_file_get_basename (file);

      /* The dialog asks about this one. */
      gtk_file_chooser_set_current_name (chooser, name);
      gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
      return;
    }
  if (file != NULL)
    question->save (parent, file, question->data);
  g_object_unref (native);
}

void
chiso_save_file_ask (GtkWidget *parent, const ChisoSaveFile *what, ChisoSaveFunc save,
                     gpointer data, GDestroyNotify destroy)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      what->title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, GTK_FILE_CHOOSER_ACTION_SAVE,
      _ ("_Save"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Question *question = g_new (Question, 1);

  *question = (Question){ g_strdup (what->ending), save, data, destroy };
  g_object_set_data_full (G_OBJECT (native), "question", question, question_free);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), what->name);
  gtk_file_filter_set_name (filter, what->kind);
  gtk_file_filter_add_mime_type (filter, what->mime);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (response_cb), parent, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

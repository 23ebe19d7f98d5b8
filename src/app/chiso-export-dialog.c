/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns controls into export options. The preview is drawn from the same layout that the file is,
 * only scaled to fit. */

#include "chiso-export-dialog.h"

#include <glib/gi18n.h>

struct _ChisoExportDialog
{
  AdwWindow parent_instance;

  GPtrArray *figures; /* of PlotFigure* */
  PlotLayout *layout; /* of the preview; NULL when out of date */
  GtkFileChooserNative *chooser;

  AdwToastOverlay *toast_overlay;
  GtkDrawingArea *preview;
  AdwComboRow *chart;
  AdwComboRow *size;
  GtkWidget *custom;
  GtkSpinButton *width;
  GtkSpinButton *height;
  AdwComboRow *scale;
  AdwComboRow *theme;
  GtkSwitch *transparent;
  GtkLabel *pixels;
  GtkWidget *save;
};

enum
{
  SIGNAL_EXPORTED,
  SIGNAL_FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoExportDialog, chiso_export_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows' models; the last size is the custom one. */
static const int sizes[][2] = { { 800, 450 }, { 1200, 675 }, { 1600, 900 } };
static const PlotTheme themes[] = { PLOT_THEME_LIGHT, PLOT_THEME_PRINT, PLOT_THEME_DARK };

#define MAX_NAME_CHARS 80

static PlotFigure *
chosen_figure (ChisoExportDialog *self)
{
  guint i = adw_combo_row_get_selected (self->chart);

  return self->figures->pdata[i < self->figures->len ? i : 0];
}

PlotExportOptions
chiso_export_dialog_get_options (ChisoExportDialog *self)
{
  guint size, theme;
  PlotExportOptions options = { 0 };

  g_return_val_if_fail (CHISO_IS_EXPORT_DIALOG (self), options);

  size = adw_combo_row_get_selected (self->size);
  theme = adw_combo_row_get_selected (self->theme);
  if (size < G_N_ELEMENTS (sizes))
    {
      options.width = sizes[size][0];
      options.height = sizes[size][1];
    }
  else
    {
      options.width = gtk_spin_button_get_value_as_int (self->width);
      options.height = gtk_spin_button_get_value_as_int (self->height);
    }
  options.scale = adw_combo_row_get_selected (self->scale) + 1;
  options.theme = themes[theme < G_N_ELEMENTS (themes) ? theme : 0];
  options.background = gtk_switch_get_active (self->transparent) ? PLOT_BACKGROUND_TRANSPARENT
                                                                 : PLOT_BACKGROUND_THEME;
  return options;
}

static void
options_changed_cb (ChisoExportDialog *self)
{
  PlotExportOptions options;
  g_autofree char *text = NULL;

  if (self->figures == NULL)
    return;
  options = chiso_export_dialog_get_options (self);
  gtk_widget_set_visible (self->custom,
                          adw_combo_row_get_selected (self->size) >= G_N_ELEMENTS (sizes));
  /* Translators: the size of a picture, width and height. */
  text = g_strdup_printf (_ ("%d × %d pixels"), (int) (options.width * options.scale),
                          (int) (options.height * options.scale));
  gtk_label_set_label (self->pixels, text);
  g_clear_pointer (&self->layout, plot_layout_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
}

static void
draw_preview (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  ChisoExportDialog *self = data;
  PlotExportOptions options = chiso_export_dialog_get_options (self);
  double factor = MIN (width / options.width, height / options.height);

  if (self->figures == NULL)
    return;
  if (self->layout == NULL)
    {
      PangoContext *text = plot_text_context_new ();

      self->layout = plot_layout_new (chosen_figure (self), options.width, options.height,
                                      options.theme, text);
      g_object_unref (text);
    }
  cairo_translate (cr, (width - options.width * factor) / 2,
                   (height - options.height * factor) / 2);
  cairo_scale (cr, factor, factor);
  cairo_rectangle (cr, 0, 0, options.width, options.height);
  cairo_clip (cr);
  plot_layout_draw (self->layout, cr, options.background == PLOT_BACKGROUND_THEME);
}

/* What the worker thread needs; the figure is immutable by now. */
typedef struct
{
  PlotFigure *figure;
  char *path;
  PlotExportOptions options;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  plot_figure_unref (job->figure);
  g_free (job->path);
  g_free (job);
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (plot_export_file (job->figure, job->path, &job->options, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* In the dialog itself, since the window's toasts are behind it. */
static void
tell (ChisoExportDialog *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
export_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ChisoExportDialog *self = CHISO_EXPORT_DIALOG (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save, TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell (self, error->message);
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, job->path);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
has_known_ending (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".png") || g_str_has_suffix (lower, ".svg")
         || g_str_has_suffix (lower, ".pdf");
}

void
chiso_export_dialog_export_to (ChisoExportDialog *self, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (CHISO_IS_EXPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  job = g_new0 (Job, 1);
  job->figure = plot_figure_ref (chosen_figure (self));
  job->path = has_known_ending (path) ? g_strdup (path) : g_strconcat (path, ".png", NULL);
  job->options = chiso_export_dialog_get_options (self);
  gtk_widget_set_sensitive (self->save, FALSE);
  task = g_task_new (self, NULL, export_done_cb, NULL);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, export_thread);
}

char *
chiso_export_file_name (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title != NULL ? title : "", -1);
  g_autofree char *cut = g_utf8_substring (valid, 0,
                                           MIN (g_utf8_strlen (valid, -1), MAX_NAME_CHARS));

  g_strdelimit (cut, "/\\:*?\"<>|\n\t", ' ');
  g_strstrip (cut);
  return g_strconcat (*cut != '\0' ? cut : "Chỉ Số", ".png", NULL);
}

static void
chooser_response_cb (ChisoExportDialog *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL && g_file_peek_path (file) != NULL)
    chiso_export_dialog_export_to (self, g_file_peek_path (file));
  else if (file != NULL)
    tell (self, _ ("Only folders of this computer can be written to."));
}

/* One filter for all: the name's ending decides the format, and nothing else is to seem to. */
static void
add_filter (GtkFileChooserNative *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PNG, SVG or PDF, by the name's ending"));
  gtk_file_filter_add_pattern (filter, "*.png");
  gtk_file_filter_add_pattern (filter, "*.svg");
  gtk_file_filter_add_pattern (filter, "*.pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
save_clicked_cb (ChisoExportDialog *self)
{
  g_autofree char *name = chiso_export_file_name (plot_figure_title (chosen_figure (self)));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Export Chart"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  add_filter (self->chooser);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
chiso_export_dialog_dispose (GObject *object)
{
  ChisoExportDialog *self = CHISO_EXPORT_DIALOG (object);

  g_clear_pointer (&self->layout, plot_layout_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (chiso_export_dialog_parent_class)->dispose (object);
}

static void
chiso_export_dialog_class_init (ChisoExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chiso_export_dialog_dispose;
  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", CHISO_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", CHISO_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, chart);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, custom);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, transparent);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, pixels);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
chiso_export_dialog_init (ChisoExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->preview, draw_preview, self, NULL);
}

GtkWidget *
chiso_export_dialog_new (GPtrArray *figures)
{
  ChisoExportDialog *self = g_object_new (CHISO_TYPE_EXPORT_DIALOG, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_return_val_if_fail (figures != NULL && figures->len > 0, NULL);

  for (guint i = 0; i < figures->len; i++)
    gtk_string_list_append (titles, plot_figure_title (figures->pdata[i]));
  adw_combo_row_set_model (self->chart, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->chart), figures->len > 1);
  self->figures = g_ptr_array_ref (figures);
  options_changed_cb (self);
  return GTK_WIDGET (self);
}

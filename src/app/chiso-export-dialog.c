/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns controls into export options, and back where they are remembered. The preview is drawn from
 * the same layout that the files are, only scaled to fit. */

#include "chiso-export-dialog.h"

#include "chiso-export-job.h"
#include "chiso-export-settings.h"
#include "chiso-toast.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "plot/plot-number.h"

struct _ChisoExportDialog
{
  AdwWindow parent_instance;

  GPtrArray *figures;  /* of PlotFigure* */
  GSettings *settings; /* may be NULL */
  PlotLayout *layout;  /* of the preview; NULL when out of date */
  GtkFileChooserNative *chooser;

  AdwToastOverlay *toast_overlay;
  GtkDrawingArea *preview;
  AdwComboRow *chart;
  AdwComboRow *size;
  GtkWidget *custom;
  GtkSpinButton *width;
  GtkSpinButton *height;
  AdwComboRow *scale;
  AdwComboRow *resolution;
  AdwComboRow *theme;
  AdwComboRow *background;
  GtkCheckButton *formats[CHISO_EXPORT_N_FORMATS];
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
static const int resolutions[] = { 0, 150, 300, 600 };
static const PlotTheme themes[] = { PLOT_THEME_LIGHT, PLOT_THEME_PRINT, PLOT_THEME_DARK,
                                    PLOT_THEME_HIGH_CONTRAST };

#define CENTIMETRES_PER_INCH 2.54

/* Behind the last chart stands the choice of all. */
static gboolean
all_chosen (ChisoExportDialog *self)
{
  return adw_combo_row_get_selected (self->chart) >= self->figures->len && self->figures->len > 1;
}

/* The one that is previewed. */
static PlotFigure *
chosen_figure (ChisoExportDialog *self)
{
  guint i = adw_combo_row_get_selected (self->chart);

  return self->figures->pdata[i < self->figures->len ? i : 0];
}

static guint
n_formats (ChisoExportDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < CHISO_EXPORT_N_FORMATS; i++)
    n += gtk_check_button_get_active (self->formats[i]) ? 1 : 0;
  return n;
}

PlotExportOptions
chiso_export_dialog_get_options (ChisoExportDialog *self)
{
  guint size, resolution, theme;
  PlotExportOptions options = { 0 };

  g_return_val_if_fail (CHISO_IS_EXPORT_DIALOG (self), options);

  size = adw_combo_row_get_selected (self->size);
  resolution = adw_combo_row_get_selected (self->resolution);
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
  options.dpi = resolutions[resolution < G_N_ELEMENTS (resolutions) ? resolution : 0];
  options.background = MIN (adw_combo_row_get_selected (self->background), PLOT_BACKGROUND_WHITE);
  return options;
}

/* Light text vanishes on white. */
static void
keep_readable (ChisoExportDialog *self, const PlotExportOptions *options)
{
  if (options->theme == PLOT_THEME_DARK && options->background == PLOT_BACKGROUND_WHITE)
    adw_combo_row_set_selected (self->background, PLOT_BACKGROUND_THEME);
}

static char *
centimetres (double pixels, double dpi, const char *language)
{
  return plot_number_format (pixels / dpi * CENTIMETRES_PER_INCH, 1, PLOT_NUMBER_KEEP_ZEROS,
                             language);
}

/* Pixels, and what they are on paper. */
static char *
describe_size (const PlotExportOptions *options, const char *language)
{
  int width = (int) lround (options->width * options->scale);
  int height = (int) lround (options->height * options->scale);
  double dpi = options->dpi > 0 ? options->dpi : options->scale * PLOT_EXPORT_DPI;
  g_autofree char *across = centimetres (width, dpi, language);
  g_autofree char *down = centimetres (height, dpi, language);

  /* Translators: the size of a picture, width and height; then the same on paper. */
  return g_strdup_printf (_ ("%d × %d pixels, %s × %s cm on paper"), width, height, across, down);
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
  keep_readable (self, &options);
  gtk_widget_set_sensitive (self->save, n_formats (self) > 0);
  text = describe_size (&options, plot_figure_language (chosen_figure (self)));
  gtk_label_set_label (self->pixels, text);
  g_clear_pointer (&self->layout, plot_layout_free);
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

/* In the dialog itself, since the window's toasts are behind it. */
static void
tell (ChisoExportDialog *self, const char *sentence)
{
  AdwToast *toast = chiso_toast_new (sentence);

  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
export_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ChisoExportDialog *self = CHISO_EXPORT_DIALOG (source);
  g_autofree char *first = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  gtk_widget_set_sensitive (self->save, TRUE);
  if (!chiso_export_job_finish (result, &first, &n, &error))
    {
      tell (self, error->message);
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, first, n);
  gtk_window_close (GTK_WINDOW (self));
}

static void
remember (ChisoExportDialog *self)
{
  ChisoExportSettings chosen = { .options = chiso_export_dialog_get_options (self) };

  for (guint i = 0; i < CHISO_EXPORT_N_FORMATS; i++)
    chosen.formats[i] = gtk_check_button_get_active (self->formats[i]);
  chiso_export_settings_save (self->settings, &chosen);
}

static ChisoExportJob *
job_new (ChisoExportDialog *self)
{
  PlotExportOptions options = chiso_export_dialog_get_options (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%F");

  return chiso_export_job_new (&options, day);
}

/* Takes job over. */
static void
start (ChisoExportDialog *self, ChisoExportJob *job)
{
  remember (self);
  gtk_widget_set_sensitive (self->save, FALSE);
  chiso_export_job_run (job, self, export_done_cb, NULL);
}

static const char *
first_format (ChisoExportDialog *self)
{
  for (guint i = 0; i < CHISO_EXPORT_N_FORMATS; i++)
    if (gtk_check_button_get_active (self->formats[i]))
      return chiso_export_formats[i];
  return chiso_export_formats[0];
}

void
chiso_export_dialog_export_to (ChisoExportDialog *self, const char *path)
{
  g_autofree char *whole = NULL;
  const char *dot;
  ChisoExportJob *job;

  g_return_if_fail (CHISO_IS_EXPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  dot = strrchr (path, '.');
  whole = dot != NULL && plot_export_knows_format (dot + 1)
              ? g_strdup (path)
              : g_strconcat (path, ".", first_format (self), NULL);
  job = job_new (self);
  chiso_export_job_add (job, chosen_figure (self), whole);
  start (self, job);
}

void
chiso_export_dialog_export_into (ChisoExportDialog *self, const char *folder)
{
  ChisoExportJob *job;

  g_return_if_fail (CHISO_IS_EXPORT_DIALOG (self));
  g_return_if_fail (folder != NULL);

  job = job_new (self);
  for (guint i = 0; i < self->figures->len; i++)
    for (guint f = 0; f < CHISO_EXPORT_N_FORMATS; f++)
      if (gtk_check_button_get_active (self->formats[f])
          && (all_chosen (self) || self->figures->pdata[i] == chosen_figure (self)))
        chiso_export_job_add_into (job, self->figures->pdata[i], folder, chiso_export_formats[f]);
  start (self, job);
}

static void
chooser_response_cb (ChisoExportDialog *self, int response)
{
  g_autoptr (GFile) file = NULL;
  gboolean folder = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (self->chooser))
                    == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL && g_file_peek_path (file) != NULL && folder)
    chiso_export_dialog_export_into (self, g_file_peek_path (file));
  else if (file != NULL && g_file_peek_path (file) != NULL)
    chiso_export_dialog_export_to (self, g_file_peek_path (file));
  else if (file != NULL)
    tell (self, _ ("Only folders of this computer can be written to."));
}

/* One file is named by the person; of several, the folder is chosen. */
static GtkFileChooserNative *
chooser_new (ChisoExportDialog *self)
{
  gboolean several = all_chosen (self) || n_formats (self) > 1;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      several ? _ ("Choose a Folder for the Files") : _ ("Export Chart"), GTK_WINDOW (self),
      several ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"),
      NULL);
  g_autofree char *name = chiso_export_file_name (plot_figure_title (chosen_figure (self)),
                                                  first_format (self));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (!several)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  return chooser;
}

static void
save_clicked_cb (ChisoExportDialog *self)
{
  g_clear_object (&self->chooser);
  self->chooser = chooser_new (self);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
chiso_export_dialog_dispose (GObject *object)
{
  ChisoExportDialog *self = CHISO_EXPORT_DIALOG (object);

  g_clear_pointer (&self->layout, plot_layout_free);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (chiso_export_dialog_parent_class)->dispose (object);
}

static void
chiso_export_dialog_class_init (ChisoExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chiso_export_dialog_dispose;
  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", CHISO_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                           G_TYPE_UINT);
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
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, resolution);
  gtk_widget_class_bind_template_child (widget_class, ChisoExportDialog, background);
  for (guint i = 0; i < CHISO_EXPORT_N_FORMATS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, chiso_export_formats[i], FALSE,
                                               G_STRUCT_OFFSET (ChisoExportDialog, formats)
                                                   + i * sizeof (GtkCheckButton *));
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
  /* Enter exports with what was chosen last, rather than cancels. */
  gtk_window_set_focus (GTK_WINDOW (self), self->save);
}

static guint
find_resolution (double dpi)
{
  for (guint i = 0; i < G_N_ELEMENTS (resolutions); i++)
    if (resolutions[i] == (int) dpi)
      return i;
  return 0;
}

static guint
find_theme (PlotTheme theme)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (themes[i] == theme)
      return i;
  return 0;
}

static guint
find_size (const PlotExportOptions *options)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (sizes)
         && (sizes[i][0] != (int) options->width || sizes[i][1] != (int) options->height))
    i++;
  return i;
}

/* Sets the controls as they were left. */
static void
recall (ChisoExportDialog *self)
{
  ChisoExportSettings last = chiso_export_settings_load (self->settings);

  for (guint i = 0; i < CHISO_EXPORT_N_FORMATS; i++)
    gtk_check_button_set_active (self->formats[i], last.formats[i]);
  adw_combo_row_set_selected (self->size, find_size (&last.options));
  gtk_spin_button_set_value (self->width, last.options.width);
  gtk_spin_button_set_value (self->height, last.options.height);
  adw_combo_row_set_selected (self->scale, (guint) last.options.scale - 1);
  adw_combo_row_set_selected (self->resolution, find_resolution (last.options.dpi));
  adw_combo_row_set_selected (self->theme, find_theme (last.options.theme));
  adw_combo_row_set_selected (self->background, last.options.background);
}

GtkWidget *
chiso_export_dialog_new (GPtrArray *figures, GSettings *settings)
{
  ChisoExportDialog *self = g_object_new (CHISO_TYPE_EXPORT_DIALOG, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_return_val_if_fail (figures != NULL && figures->len > 0, NULL);

  for (guint i = 0; i < figures->len; i++)
    gtk_string_list_append (titles, plot_figure_title (figures->pdata[i]));
  if (figures->len > 1)
    gtk_string_list_append (titles, _ ("All charts of this page"));
  adw_combo_row_set_model (self->chart, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->chart), figures->len > 1);
  g_set_object (&self->settings, settings);
  recall (self);
  self->figures = g_ptr_array_ref (figures);
  options_changed_cb (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share; nobody else includes this. */

#pragma once

#include "chiso-compare-page.h"
#include "chiso-overview-page.h"
#include "chiso-reports-page.h"
#include "chiso-window.h"

G_BEGIN_DECLS

struct _ChisoWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned by the window. */
  ChisoSession *session;
  guint starting;    /* source of the other pages' start, 0 for none */
  guint patience;    /* source of showing the window without its overview, 0 for none */
  gboolean compares; /* Compare reads the library */

  /* Template widgets, borrowed. */
  AdwToastOverlay *toast_overlay;
  GtkStack *content;
  AdwViewStack *stack;
  AdwStatusPage *failure;
  AdwViewSwitcherTitle *switcher_title;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkWidget *switcher_bar;
  ChisoOverviewPage *overview;
  AdwBin *compare_place;
  AdwBin *reports_place;
};

/* chiso-window.c: pages that are made when somebody first asks for them. */
ChisoComparePage *_chiso_window_get_compare (ChisoWindow *self);
ChisoReportsPage *_chiso_window_get_reports (ChisoWindow *self);

/* chiso-window.c: whether the failure stands in place of the pages. */
void _chiso_window_set_failed (ChisoWindow *self, gboolean failed);

/* chiso-window-actions.c */
void _chiso_window_class_actions_init (ChisoWindowClass *klass);
/* That a file was written, with a way to where it lies; sentence NULL names it. file: a path, or what
 * g_file_parse_name() takes. */
void _chiso_window_tell_written (ChisoWindow *self, const char *sentence, const char *file);

/* chiso-window-charts.c */
void _chiso_window_class_charts_init (ChisoWindowClass *klass);

/* chiso-window-sheet.c; the second writes the sheet of the page in view as the action does once a file
 * is chosen. */
void _chiso_window_class_sheet_init (ChisoWindowClass *klass);
gboolean _chiso_window_write_sheet (ChisoWindow *self, const char *path, GError **error);

/* chiso-window-decide.c */
void _chiso_window_class_decide_init (ChisoWindowClass *klass);

/* chiso-window-dnd.c */
void _chiso_window_dnd_init (ChisoWindow *self);

G_END_DECLS

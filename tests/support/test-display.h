/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests that need a window: a start that neither aborts without a display nor changes the locale,
 * and waiting without sleeping. */

#pragma once

#include <gtk/gtk.h>

/* In main, in place of g_test_init() and gtk_init(). FALSE when there is no display: libadwaita must not
 * be initialised then. */
gboolean test_display_init (int *argc, char ***argv);
/* FALSE, and the running case is skipped with its reason, when there is no display. */
gboolean test_display_needed (void);

/* Runs the main loop until object emits signal, count times in all; fails the case after a minute. */
typedef struct _TestWait TestWait;
TestWait *test_wait_new (gpointer object, const char *signal);
void test_wait_done (TestWait *wait);

/* Runs the main loop until condition answers TRUE; fails the case after a minute. */
void test_wait_until (gboolean (*condition) (gpointer data), gpointer data);

/* Activates the class binding of a key as if it had been pressed with the widget focused. */
gboolean test_press (GtkWidget *widget, guint keyval);
gboolean test_press_with (GtkWidget *widget, guint keyval, GdkModifierType modifiers);
/* The first controller of that type, borrowed from the widget. */
GtkEventController *test_controller (GtkWidget *widget, GType type);

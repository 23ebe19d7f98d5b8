/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drives a running program from outside as a screen reader and a keyboard do: finds what it exposes to
 * assistive technology, and presses keys on the display. Knows nothing of what the program is. */

#pragma once

#include <atspi/atspi.h>

/* Something that the program exposes. A name of our own, because only some versions of the library say
 * how its types are freed. */
typedef AtspiAccessible TestObject;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestObject, g_object_unref)

/* NULL when the program can be reached; else why not, in words for a skip. */
const char *test_atspi_start (void);

typedef struct
{
  AtspiRole role;
  const char *name;    /* the whole name or text, or NULL for any */
  const char *part;    /* a part of the name, or NULL for any */
  gboolean focused;    /* only what has the keyboard */
  const char *outcome; /* what a failure to find it says was waited for */
} TestTarget;

/* The process's application; waits until it has a window. */
TestObject *test_atspi_application (GPid pid);
/* The one nearest to root that is visible and matches, of several the first; NULL for none. Free with
 * g_object_unref. */
TestObject *test_atspi_find (TestObject *root, const TestTarget *target);
/* The same, but waits for it and fails the case after a minute. */
TestObject *test_atspi_wait (TestObject *root, const TestTarget *target);
/* Waits until there is none. */
void test_atspi_wait_gone (TestObject *root, const TestTarget *target);

/* Looks at a condition again and again, running the main loop between; fails after a minute. */
void test_atspi_wait_until (gboolean (*condition) (gpointer data), gpointer data,
                            const char *outcome);

/* A key, given by its keysym, goes to whatever has the keyboard. */
void test_atspi_press (guint keysym);
void test_atspi_press_control (guint keysym);
/* Presses Tab until the target has the keyboard, and returns it. */
TestObject *test_atspi_tab_to (TestObject *root, TestTarget target);
/* Does the first action of a button. */
void test_atspi_click (TestObject *button);
/* What a text says, and what it is to say. */
char *test_atspi_get_text (TestObject *object);
void test_atspi_set_text (TestObject *entry, const char *text);

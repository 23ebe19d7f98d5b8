/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what people type as values of options. Every error is CTL_USAGE_ERROR with a sentence
 * that names the text, and the nearest name where there is one. NULL text means that the option
 * was not given. */

#pragma once

#include "ctl.h"

G_BEGIN_DECLS

#define CTL_USAGE_ERROR (ctl_usage_error_quark ())
GQuark ctl_usage_error_quark (void);

/* The candidate that text may have been meant for: folded, few letters off; NULL when none is
 * near. */
const char *ctl_nearest (const char *text, const char *const *candidates);

/* Ids separated by commas; NULL-terminated, or NULL where text is NULL. */
gboolean ctl_read_indicators (const CtlSession *session, const char *text, char ***ids,
                              GError **error);
/* Codes or names separated by commas as place keys; NULL where text is NULL or "all". */
gboolean ctl_read_places (const CtlSession *session, ChisoBoundary boundary, const char *text,
                          char ***places, GError **error);
/* "2018..2024", "2018..", "..2024", "2023"; 0 for an open end. */
gboolean ctl_read_years (const char *text, int *first, int *last, GError **error);
/* "1600x900". */
gboolean ctl_read_size (const char *text, double *width, double *height, GError **error);
/* Index of text in NULL-terminated names; fallback where text is NULL. option for the sentence:
 * "--kind". */
gboolean ctl_read_choice (const char *option, const char *text, const char *const *names,
                          guint fallback, guint *choice, GError **error);
/* "63" or "34". */
gboolean ctl_read_boundary (const char *text, ChisoBoundary *boundary, GError **error);
/* "vi" or "en"; where text is NULL the one of the person's session. */
gboolean ctl_read_language (const char *text, const char **language, GError **error);
/* A single date: year, month or day. */
gboolean ctl_read_date (const char *option, const char *text, ChisoDate *date, GError **error);

G_END_DECLS

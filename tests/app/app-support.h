/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the application share: sessions, rows of coverage, a library with one report. */

#pragma once

#include "app/chiso-session.h"

/* A session in English without settings and without a library. */
ChisoSession *test_session_new (void);
/* The same with a new library, filled from the starter library, in a folder of its own. */
ChisoSession *test_session_new_with_library (char **folder);
/* Closes the session's library and removes the folder. */
void test_session_end (ChisoSession *session, char *folder);

/* A GPtrArray that frees its ChisoCoverage*, of lines "place indicator year [34]". */
GPtrArray *test_coverage_new (const char *const *lines);

/* A report that says nothing but that Nghệ An held 226 dialogues in 2021, stored through the
 * session's store without the extractor, so that the record is known exactly. Returns the record's id. */
gint64 test_session_add_report (ChisoSession *session, gint64 *document_id);
#define TEST_SENTENCE "Năm 2021, tỉnh Nghệ An đã tổ chức 226 cuộc đối thoại với nhân dân."

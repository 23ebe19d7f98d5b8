/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records made by hand for tests of what reads records, without a store. */

#pragma once

#include "core/chiso-store.h"

/* A GPtrArray that frees the records put into it. */
GPtrArray *test_records_new (void);

/* One record from a line of blank-separated words ("_" in a place is a blank): "indicator place period measure value[<>~]
 * [base] [@source] [^34] [!n] [#n]", where a sign behind the value is at most, at least, about, "@5" is the
 * document 5 and "@word" a curated source of that title and publisher; "226/431" is a numerator
 * and its denominator; "^34" says that the place is one of the 34, "!7" that decision 7 chose it, "!-7" that it rejected it;
 * "#" that it is listed beside other units, "#all" that these are said to be all, "#6" all six. Ids count from 1 in the
 * order of adding. Returns the record, owned by records. */
ChisoRecord *test_records_add (GPtrArray *records, const char *line);

/* Every row of the starter library (the resource of the data folder), as curated records. */
void test_records_add_starter (GPtrArray *records);

/* The gold of one report of tests/data/reports, by file name, as what was extracted from a
 * document. */
void test_records_add_report (GPtrArray *records, const char *name, gint64 document_id);

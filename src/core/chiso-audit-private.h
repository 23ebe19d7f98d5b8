/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of the auditor: one place's figures of one indicator, and the numbers that a
 * written figure can stand for. */

#pragma once

#include "chiso-audit.h"

/* Rules of the grammar for what it keeps as a part of a total; see chiso-filter.c. */
#define CHISO_RULE_PART "part"             /* one of some parts */
#define CHISO_RULE_PART_OF_ALL "part-all"  /* one of parts that are listed in full */
#define CHISO_RULE_PART_NESTED "part-part" /* part of a part */

typedef struct
{
  const ChisoIndicator *indicator;
  const char *place; /* borrowed from a record */
  ChisoBoundary boundary;
  GPtrArray *records;  /* const ChisoRecord*, asserted */
  GPtrArray *rejected; /* those that a person found to be wrong: no witnesses of anything */
  GPtrArray *levels;   /* those of them that are levels */
  GPtrArray *parts;    /* kept as parts, not asserted */
  GPtrArray *units; /* levels of districts or communes that a report says are all of the place's */
  GArray *points;   /* chiso_stats_levels() of records */
} ChisoAuditGroup;

/* Appends a finding that cites the records (NULL-terminated). */
ChisoFinding *chiso_audit_add (GPtrArray *findings, ChisoFindingKind kind, ChisoSeverity severity,
                               double stated, double expected, const ChisoRecord *record,
                               ...) G_GNUC_NULL_TERMINATED;

/* chiso-audit-range.c: both ends included; infinite where open. */
typedef struct
{
  double low, high;
} ChisoRange;

ChisoRange chiso_range_of (const ChisoRecord *record, const ChisoIndicator *indicator);
ChisoRange chiso_range_add (ChisoRange a, ChisoRange b);
ChisoRange chiso_range_subtract (ChisoRange a, ChisoRange b);
/* Of numbers that are not negative. */
ChisoRange chiso_range_divide (ChisoRange a, ChisoRange b);
gboolean chiso_range_meets (ChisoRange a, ChisoRange b);

/* chiso-audit-within.c: what one figure or one sentence says. */
void chiso_audit_fractions (const ChisoAuditGroup *group, GPtrArray *findings);
void chiso_audit_wholes (const ChisoAuditGroup *group, GPtrArray *findings);
void chiso_audit_parts (const ChisoAuditGroup *group, GPtrArray *findings);
void chiso_audit_units (const ChisoAuditGroup *group, GPtrArray *findings);

/* chiso-audit-across.c: what several periods or sources say. */
void chiso_audit_growth (const ChisoAuditGroup *group, GPtrArray *findings);
void chiso_audit_falls (const ChisoAuditGroup *group, GPtrArray *findings);
void chiso_audit_conflicts (const ChisoAuditGroup *group, GPtrArray *findings);

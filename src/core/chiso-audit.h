/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The auditor: what in the figures cannot be true together. Pure functions over records: no store,
 * no clock, no words (libchiso-figures has those). A finding proves nothing wrong with the world; it
 * names sentences that contradict one another, or themselves, for a person to read. */

#pragma once

#include "chiso-stats.h"

G_BEGIN_DECLS

typedef enum
{
  CHISO_FINDING_GROWTH,   /* a stated change that the two levels contradict */
  CHISO_FINDING_FRACTION, /* a percentage that its own fraction contradicts */
  CHISO_FINDING_PARTS,    /* parts that do not add up to the stated total */
  CHISO_FINDING_WHOLE,    /* more than all: above 100 %, or more reached than there are */
  CHISO_FINDING_FALL,     /* a cumulative count that falls */
  CHISO_FINDING_CONFLICT, /* sources that disagree */
  CHISO_N_FINDINGS
} ChisoFindingKind;

typedef enum
{
  CHISO_SEVERITY_NOTE, /* there is a common innocent reason: communes merged, or parts of which the
                             report may have named some only add up to less; or it was decided */
  CHISO_SEVERITY_WARNING, /* cannot be true together, as far as the figures were read right */
  CHISO_SEVERITY_ERROR,   /* one source contradicts itself */
} ChisoSeverity;

/* stated and expected are in the unit of records[0]: a ratio for a stated ratio, else the
 * indicator's.
 *
 * kind      records                                  stated               expected
 * GROWTH    the change, the level, the base's level  the change           what the levels make
 * FRACTION  the share, if need be the fraction       the percentage       what the fraction makes
 * PARTS     the total, then its parts                the total            the parts' sum
 * WHOLE     the figure                               it or its numerator  100 or its denominator
 * FALL      the later, the earlier                   the later            at least the earlier
 * CONFLICT  the chosen one, then those against it    the chosen one       the first against it
 *
 * Parts are also the districts or communes that a report says are all of a province, of what is counted at
 * a date.
 *
 * A conflict is decided where a person chose the first of its records, or rejected all others. */
typedef struct
{
  ChisoFindingKind kind;
  ChisoSeverity severity;
  GPtrArray *records; /* const ChisoRecord*, borrowed; never empty */
  double stated;
  double expected;
  gboolean decided;
} ChisoFinding;

void chiso_finding_free (ChisoFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoFinding, chiso_finding_free)

/* "growth", "fraction", "parts", "whole", "fall", "conflict"; "note", "warning", "error". */
const char *chiso_finding_kind_to_string (ChisoFindingKind kind);
const char *chiso_severity_to_string (ChisoSeverity severity);

/* Whether the record of that id is among those that the finding cites. */
gboolean chiso_finding_cites (const ChisoFinding *finding, gint64 record_id);

/* What is found in records (of const ChisoRecord*, which must outlive the answer), by place and
 * indicator in the order of their first record. Give doubtful records too: those that the extractor
 * kept as parts of a total are needed for CHISO_FINDING_PARTS, the other doubtful ones are passed
 * over. So are records of indicators that the catalogue lacks, and, but for saying what became of a
 * conflict, those that a person rejected.
 *
 * A figure counts as what it can have been rounded or cut off from, by its last written digit ("3
 * nghìn" is 2,500 up to 4,000, "14 %" 13.5 up to 15), and by its qualifier; counts written to the
 * unit are exact. Two are found to disagree only where no such numbers agree. GPtrArray of
 * ChisoFinding*, owned. */
GPtrArray *chiso_audit (GPtrArray *records, ChisoCatalogue *catalogue);

/* Appends what a library would give of the document, doubtful ones included, for auditing reports
 * that no library holds. records own theirs (chiso_record_free()) and get ids by their place in it,
 * from 1; document_id tells one document's from another's and is not 0. */
void chiso_audit_add_document (GPtrArray *records, gint64 document_id,
                               const ChisoDocument *document, const ChisoExtraction *extraction);

G_END_DECLS

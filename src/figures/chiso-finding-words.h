/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings of the auditor as sentences for people, the same in the window and on the command line. */

#pragma once

#include "core/chiso-audit.h"

G_BEGIN_DECLS

/* One sentence that names the indicator, the place, the period and the numbers that cannot be true
 * together, and where that was decided another one that says how. language: "vi" or "en". catalogue: the one that the finding was made with. Free with
 * g_free. */
char *chiso_finding_to_words (const ChisoFinding *finding, ChisoCatalogue *catalogue, ChisoGeo *geo,
                              const char *language);
/* "cảnh báo", "warning". Free with g_free. */
char *chiso_severity_to_words (ChisoSeverity severity, const char *language);
/* "bị loại (lỗi đánh máy)", "chosen (later correction)"; NULL where nothing was decided. Free with
 * g_free. */
char *chiso_decision_to_words (const ChisoDecision *decision, const char *language);
/* What there is to say where an audit of so many figures found nothing. Free with g_free. */
char *chiso_finding_none_words (guint n_figures, const char *language);

G_END_DECLS

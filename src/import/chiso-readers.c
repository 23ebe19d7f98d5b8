/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the module of readers has to give. */

#include "chiso-readers.h"

__attribute__ ((visibility ("default")))
const ChisoReaders chiso_readers = { chiso_read_pdf, chiso_read_docx, chiso_read_odt,
                                     chiso_read_html };

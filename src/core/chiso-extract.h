/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text in, observations out: the whole pipeline of decode, segment, mentions, attach, emit behind
 * one call. An extractor is immutable and may serve several threads; it reads no clock, no locale,
 * no file. Time and memory are linear in the text. */

#pragma once

#include "chiso-catalogue.h"
#include "chiso-geo.h"

G_BEGIN_DECLS

/* Raised when a change of the grammar or of the data can change what is extracted. */
#define CHISO_EXTRACTOR_VERSION 8

typedef struct _ChisoExtractor ChisoExtractor;

ChisoExtractor *chiso_extractor_new (ChisoCatalogue *catalogue, ChisoGeo *geo);
ChisoExtractor *chiso_extractor_ref (ChisoExtractor *self);
void chiso_extractor_unref (ChisoExtractor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoExtractor, chiso_extractor_unref)
ChisoCatalogue *chiso_extractor_catalogue (ChisoExtractor *self);
ChisoGeo *chiso_extractor_geo (ChisoExtractor *self);

/* What extraction made of one text. */
typedef struct
{
  GPtrArray
      *observations;   /* of ChisoObservation*, in the order of the text, doubtful ones included */
  char *title;         /* first heading, or NULL */
  char *publisher;     /* that the text's head or signature names, or NULL */
  ChisoDate published; /* from the text's head, or as given; year 0 if unknown */
  char *place;         /* the province that the report is about, or NULL */
  ChisoBoundary boundary;
} ChisoExtraction;

void chiso_extraction_free (ChisoExtraction *extraction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoExtraction, chiso_extraction_free)

/* text: valid UTF-8 of length bytes; spans refer to its bytes. published: the document's date when
 * known from elsewhere, or NULL to read it from the head. Never fails; a text without figures
 * gives none. */
ChisoExtraction *chiso_extract (ChisoExtractor *self, const char *text, gsize length,
                                const ChisoDate *published);

G_END_DECLS

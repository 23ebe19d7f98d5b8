/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk over a text's places, shared by chiso-where.c, chiso-where-words.c and chiso-scope.c. */

#pragma once

#include "chiso-reading.h"

G_BEGIN_DECLS

typedef struct
{
  ChisoPlaceLevel level;
  const char *code; /* province; NULL for the nation or when unknown */
  ChisoBoundary boundary;
  guint name_first, name_last; /* tokens of the smaller unit's name */
} ChisoScope;

#define MAX_DEPTH 10
/* Places of one list. */
#define MAX_LISTED 6
/* Keys that are kept: of the place of a figure and of those that it is compared with. */
#define N_KEYED 4

typedef struct
{
  ChisoReading *reading;
  ChisoScope document; /* that the whole report is about */
  ChisoScope base;     /* of the section */
  ChisoScope province; /* that "toàn tỉnh" means here */
  ChisoScope titled;   /* the only district that the title names; level PROVINCE if none */
  ChisoScope district; /* that "huyện" means here; level PROVINCE if none was named */
  ChisoScope commune;
  ChisoScope now;
  ChisoTold told;              /* where now was */
  ChisoScope stack[MAX_DEPTH]; /* scopes outside of open brackets */
  ChisoScope listed[MAX_LISTED]; /* "Mỹ Xuyên, Trần Đề và Vĩnh Châu", the last list of places */
  guint n_listed, list_last; /* the item of its last place */
  gboolean dealt;            /* the sentence at hand gave each of them its figure */
  gboolean list_counted;     /* "2 huyện Ninh Phước và Ninh Hải": they were only named */
  guint n_districts, n_communes;       /* that were named, one after the other, since the heading */
  guint block;                         /* at hand */
  guint district_block, commune_block; /* that named the district or commune last */
  gboolean district_in_block;          /* the paragraph at hand named a district */
  ChisoScope lead;                     /* that place */
  gboolean led;              /* the paragraph opened with a smaller place, which it is about */
  ChisoScope wider;          /* of which the sentence before singled out a part, */
  gboolean example;          /* if it did */
  guint example_f;           /* the first of its figures */
  ChisoScope keyed[N_KEYED]; /* whose keys were made last, but for provinces; in turn */
  const char *keys[N_KEYED]; /* these, or NULL */
  guint n_keyed;             /* how many were made */
  GHashTable *communes;      /* name -> province code, of communes named with their district */
} ChisoWhere;

static inline const ChisoItem *
chiso_where_item (const ChisoWhere *walk, guint i)
{
  return chiso_mentions_item (walk->reading->mentions, i);
}

/* The vocabulary number of a one-word item, 0 for others. */
static inline guint16
chiso_where_word (const ChisoWhere *walk, guint i)
{
  return chiso_where_item (walk, i)->word;
}

/* "toàn tỉnh", "huyện", "cả nước" at item i: TRUE where that leads to a place, which is then in force
 * (chiso-where-words.c). */
gboolean chiso_where_enter_words (ChisoWhere *self, guint i);
/* The body of a district or commune that the report is by is its place; FALSE where its title names none. */
gboolean chiso_where_find_body (ChisoWhere *self, guint n_head);
/* Sets the district that "huyện" means in all of the report, where its title names only that one. */
void chiso_where_find_titled (ChisoWhere *self, guint n_head);
/* The district or commune that the whole report is about, where its first sentences name one before any
 * province and its words ("toàn huyện") keep to that level. */
gboolean chiso_where_guess_document (const ChisoWhere *self, guint n_head, ChisoScope *scope);

/* The place right behind the figure, and the one of who did it there; FALSE where none is
 * (chiso-where-behind.c). */
gboolean chiso_where_place_behind (const ChisoWhere *self, const ChisoFigure *figure,
                                   ChisoScope *scope);
gboolean chiso_where_actor_behind (const ChisoWhere *self, const ChisoFigure *figure,
                                   ChisoScope *scope);
/* The place at item i, in a sentence that begins at item first, is one that one only comes from or goes to;
 * only fills in a figure before it, figure f being the next; only ranks, for the next figure
 * (chiso-where-aside.c). */
gboolean chiso_where_passes_by (const ChisoWhere *self, guint i, guint first);
gboolean chiso_where_only_names (const ChisoWhere *self, guint i, guint f);
gboolean chiso_where_is_home (const ChisoWhere *self, guint i);
gboolean chiso_where_ranks (const ChisoWhere *self, guint i);
/* The name of a smaller place as it is written, a head's capitals taken back. Owned by the caller. */
char *chiso_scope_name (const ChisoWhere *self, const ChisoScope *scope);
/* The scope that the place at item i opens; FALSE where its province cannot be told. */
gboolean chiso_scope_of_place (const ChisoWhere *self, guint i, ChisoScope *scope);
/* "xã Chi Lăng, huyện Tràng Định": the place at item i only says where the one before it lies. */
gboolean chiso_scope_is_parent_of_last (const ChisoWhere *self, guint i, const ChisoScope *scope);
/* The key of an observation's place, NULL where unknown; lives as long as the reading. */
const char *chiso_scope_key (ChisoWhere *self, const ChisoScope *scope);
/* The province of a district's name: the preferred one if it has such a district, else the only one
 * that has; NULL where neither. */
const char *chiso_scope_province (const ChisoWhere *self, gint16 district, const char *preferred);

/* The item of figure f, or one behind all. */
static inline guint
chiso_where_next_figure (const ChisoReading *self, guint f)
{
  return f < self->figures->len ? chiso_reading_figure (self, f)->item : G_MAXUINT;
}

/* "Mặt trận các cấp của ba tỉnh" at item i: what follows is of none of them alone. */
gboolean chiso_where_counts_provinces (const ChisoWhere *walk, guint i);
/* Whether sentence s, whose figures begin with first, only shows for a part what was counted for wider. */
gboolean chiso_where_singles_out (ChisoWhere *walk, guint s, guint first, const ChisoScope *wider);
/* Leads back from the example of the sentence before, where sentence s, whose figures begin with f, counts something
 * else. */
void chiso_where_leave_example (ChisoWhere *walk, guint s, guint f);

G_END_DECLS

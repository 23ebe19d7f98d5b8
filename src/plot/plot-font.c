/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the cutting of fonts. HarfBuzz does it, which Pango shapes with: the file then holds the very
 * glyphs that were measured. A font whose maker forbids embedding is left out. */

#include "plot-font.h"

#include <hb-ot.h>
#include <hb-subset.h>

typedef struct
{
  hb_face_t *face;
  hb_set_t *letters;
  PangoWeight weight;
  char *name; /* NULL: not to be embedded */
} Face;

struct _PlotFontSet
{
  GArray *faces;
};

static void
clear_face (gpointer data)
{
  Face *face = data;

  hb_face_destroy (face->face);
  hb_set_destroy (face->letters);
  g_free (face->name);
}

PlotFontSet *
plot_font_set_new (void)
{
  PlotFontSet *self = g_new0 (PlotFontSet, 1);

  self->faces = g_array_new (FALSE, FALSE, sizeof (Face));
  g_array_set_clear_func (self->faces, clear_face);
  return self;
}

void
plot_font_set_free (PlotFontSet *self)
{
  g_array_unref (self->faces);
  g_free (self);
}

/* The maker's word in the table OS/2 (fsType): restricted, not to be cut down, bitmaps only. */
static gboolean
may_be_embedded (hb_face_t *face)
{
  hb_blob_t *table = hb_face_reference_table (face, HB_TAG ('O', 'S', '/', '2'));
  unsigned int length;
  const guint8 *data = (const guint8 *) hb_blob_get_data (table, &length);
  guint type = data != NULL && length >= 10 ? (guint) (data[8] << 8 | data[9]) : 0;

  hb_blob_destroy (table);
  return (type & 0x000f) != 0x0002 && (type & 0x0300) == 0;
}

static PangoWeight
weight_of (PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe (font);
  PangoWeight weight = pango_font_description_get_weight (description);

  pango_font_description_free (description);
  return weight;
}

static guint
find_face (PlotFontSet *self, PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));
  PangoWeight weight = weight_of (font);
  Face added = { .weight = weight };

  for (guint i = 0; i < self->faces->len; i++)
    {
      const Face *known = &g_array_index (self->faces, Face, i);

      if (known->face == face && known->weight == weight)
        return i;
    }
  added.face = hb_face_reference (face);
  added.letters = hb_set_create ();
  if (may_be_embedded (face))
    added.name = g_strdup_printf ("chart-%u", self->faces->len);
  g_array_append_val (self->faces, added);
  return self->faces->len - 1;
}

guint
plot_font_set_add (PlotFontSet *self, PangoFont *font, const char *text, gsize length)
{
  guint found = find_face (self, font);

  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    hb_set_add (g_array_index (self->faces, Face, found).letters, g_utf8_get_char (c));
  return found;
}

const char *
plot_font_set_name (PlotFontSet *self, guint face)
{
  return g_array_index (self->faces, Face, face).name;
}

static hb_blob_t *
cut (const Face *face)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t *small;
  hb_blob_t *blob = NULL;

  if (input == NULL)
    return NULL;
  hb_set_union (hb_subset_input_unicode_set (input), face->letters);
  hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG),
              HB_TAG ('t', 'n', 'u', 'm'));
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING);
  small = hb_subset_or_fail (face->face, input);
  hb_subset_input_destroy (input);
  if (small == NULL)
    return NULL;
  blob = hb_face_reference_blob (small);
  hb_face_destroy (small);
  return blob;
}

static void
append_rule (const Face *face, GString *out)
{
  hb_blob_t *blob = cut (face);
  unsigned int length;
  const char *data;
  g_autofree char *encoded = NULL;
  gboolean variable = hb_ot_var_has_data (face->face);

  if (blob == NULL)
    return;
  data = hb_blob_get_data (blob, &length);
  encoded = g_base64_encode ((const guchar *) data, length);
  g_string_append_printf (out, "@font-face{font-family:%s;font-weight:", face->name);
  if (variable)
    g_string_append (out, "100 900");
  else
    g_string_append_printf (out, "%d", (int) face->weight);
  g_string_append_printf (out, ";src:url(data:font/%s;base64,%s)}\n",
                          length > 4 && data[0] == 'O' ? "otf" : "ttf", encoded);
  hb_blob_destroy (blob);
}

void
plot_font_set_append_css (PlotFontSet *self, GString *out)
{
  for (guint i = 0; i < self->faces->len; i++)
    if (g_array_index (self->faces, Face, i).name != NULL)
      append_rule (&g_array_index (self->faces, Face, i), out);
}

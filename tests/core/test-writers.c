/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written for other programs: observations as rows, and JSON. */

#include "core/chiso-json.h"
#include "core/chiso-tsv.h"

#include <math.h>
#include <string.h>

static void
test_header (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  chiso_tsv_append_header (out);
  g_assert_cmpstr (out->str, ==,
                   "indicator\tplace\tperiod\tmeasure\tvalue\tnumerator\tdenominator\tqualifier\tba"
                   "se\tevidence\t"
                   "confidence\n");
}

static void
test_row (void)
{
  static const char text[] = "Tỉnh có 226/431\r\n\txã đạt chuẩn.";
  g_autoptr (ChisoObservation) observation = chiso_observation_new ("ntm_communes", "40/Nam Đàn");
  g_autoptr (GString) out = g_string_new (NULL);

  observation->period = chiso_period_months (2023, 1, 6);
  observation->base = chiso_period_year (2022);
  observation->measure = CHISO_MEASURE_RATIO;
  observation->value = 1.145;
  observation->numerator = 226;
  observation->denominator = 431;
  observation->qualifier = CHISO_QUALIFIER_AT_LEAST;
  observation->confidence = 0.875;
  observation->evidence.start = strstr (text, "226") - text;
  observation->evidence.end = strstr (text, " đạt") - text;
  chiso_tsv_append_observation (out, observation, text);
  g_assert_cmpstr (
      out->str, ==,
      "ntm_communes\t40/Nam Đàn\t2023-01/2023-06\tratio\t1.145\t226\t431\tat_least\t2022\t"
      "226/431 xã\t0.88\n");

  g_string_truncate (out, 0);
  observation->numerator = observation->denominator = NAN;
  chiso_tsv_append_observation (out, observation, NULL);
  g_assert_cmpstr (
      out->str, ==,
      "ntm_communes\t40/Nam Đàn\t2023-01/2023-06\tratio\t1.145\t\t\tat_least\t2022\t\t0.88\n");
}

static void
test_json (void)
{
  g_autoptr (ChisoJson) json = chiso_json_new ();

  chiso_json_begin_array (json);
  chiso_json_begin_object (json);
  chiso_json_key (json, "câu \"1\"");
  chiso_json_string (json, "a\\b\tc\nd\x01\x7f “Đắk”");
  chiso_json_key (json, "number");
  chiso_json_number (json, -1234.5);
  chiso_json_key (json, "nothing");
  chiso_json_number (json, NAN);
  chiso_json_key (json, "none");
  chiso_json_begin_array (json);
  chiso_json_end_array (json);
  chiso_json_end_object (json);
  chiso_json_string (json, NULL);
  chiso_json_string (json, "\xff");
  chiso_json_end_array (json);
  g_assert_cmpstr (chiso_json_text (json), ==,
                   "[\n"
                   "  {\n"
                   "    \"câu \\\"1\\\"\": \"a\\\\b\\tc\\nd\\u0001\\u007f “Đắk”\",\n"
                   "    \"number\": -1234.5,\n"
                   "    \"nothing\": null,\n"
                   "    \"none\": []\n"
                   "  },\n"
                   "  null,\n"
                   "  \"\xef\xbf\xbd\"\n"
                   "]\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/tsv/header", test_header);
  g_test_add_func ("/core/tsv/row", test_row);
  g_test_add_func ("/core/json/document", test_json);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The auditor: each kind of finding from records and from made-up reports, and for each the case
 * beside it that is no finding. */

#include "core/chiso-audit.h"
#include "core/chiso-catalogue-load.h"
#include "record-support.h"

#include <math.h>
#include <string.h>

typedef struct
{
  ChisoCatalogue *catalogue;
  ChisoGeo *geo;
  ChisoExtractor *extractor;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->catalogue = chiso_catalogue_load (NULL, &error);
  g_assert_no_error (error);
  self->geo = chiso_geo_new_from_resources (&error);
  g_assert_no_error (error);
  self->extractor = chiso_extractor_new (self->catalogue, self->geo);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  chiso_extractor_unref (self->extractor);
  chiso_geo_unref (self->geo);
  chiso_catalogue_unref (self->catalogue);
}

/* Findings as text: "kind severity stated expected id,id"; values to two decimals. */
static char *
dump (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const ChisoFinding *finding = findings->pdata[i];
      g_autofree char *stated = chiso_value_format (round (finding->stated * 100) / 100);
      g_autofree char *expected = chiso_value_format (round (finding->expected * 100) / 100);

      g_string_append_printf (text, "%s%s %s%s %s %s ", i > 0 ? "; " : "",
                              chiso_finding_kind_to_string (finding->kind),
                              chiso_severity_to_string (finding->severity),
                              finding->decided ? " decided" : "", stated, expected);
      for (guint j = 0; j < finding->records->len; j++)
        g_string_append_printf (text, "%s%d", j > 0 ? "," : "",
                                (int) ((ChisoRecord *) finding->records->pdata[j])->id);
    }
  return g_string_free (text, FALSE);
}

static void
check (Fixture *self, const char *const *lines, const char *expected)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *got = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    test_records_add (records, lines[i]);
  findings = chiso_audit (records, self->catalogue);
  got = dump (findings);
  g_assert_cmpstr (got, ==, expected);
}

#define CHECK(expected, ...) check (self, (const char *const[]){ __VA_ARGS__, NULL }, expected)

/* What is found in reports, each read as a document of its own. */
static void
check_reports (Fixture *self, const char *const *reports, const char *expected)
{
  g_autoptr (GPtrArray)
      records = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_record_free);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *got = NULL;

  for (guint i = 0; reports[i] != NULL; i++)
    {
      g_autoptr (ChisoDocument) document = chiso_document_new ("report.txt");
      g_autoptr (ChisoExtraction) extraction = NULL;

      document->text = g_strdup (reports[i]);
      document->length = strlen (reports[i]);
      extraction = chiso_extract (self->extractor, document->text, document->length, NULL);
      chiso_audit_add_document (records, i + 1, document, extraction);
    }
  findings = chiso_audit (records, self->catalogue);
  got = dump (findings);
  if (strcmp (got, expected) != 0)
    for (guint i = 0; i < records->len; i++)
      {
        const ChisoRecord *record = records->pdata[i];

        g_test_message ("%d %s %s %g %s %s", (int) record->id, record->observation->indicator,
                        record->observation->place, record->observation->value,
                        record->observation->rule, record->sentence);
      }
  g_assert_cmpstr (got, ==, expected);
}

#define CHECK_REPORTS(expected, ...)                                                               \
  check_reports (self, (const char *const[]){ __VA_ARGS__, NULL }, expected)

static void
test_growth (Fixture *self, gconstpointer data)
{
  CHECK ("growth error 1.14 1.2 3,2,1", "citizen_receptions 40 2022 level 1000 @5",
         "citizen_receptions 40 2023 level 1200 @5",
         "citizen_receptions 40 2023 ratio 1.14 2022 @5");
  /* Rounded, and cut off. */
  CHECK ("", "citizen_receptions 40 2022 level 1000 @5", "citizen_receptions 40 2023 level 1144 @5",
         "citizen_receptions 40 2023 ratio 1.14 2022 @5");
  CHECK ("", "citizen_receptions 40 2022 level 1000 @5", "citizen_receptions 40 2023 level 1149 @5",
         "citizen_receptions 40 2023 ratio 1.14 2022 @5");
  /* Fourfold. */
  CHECK ("", "budget_revenue 40 2010 level 2106 @A", "budget_revenue 40 2018 level 8368 @A",
         "budget_revenue 40 2018 ratio 4 2010 @A");
  /* The other level is another source's. */
  CHECK ("growth warning 200 300 3,2,1", "citizen_receptions 40 2022 level 900 @4",
         "citizen_receptions 40 2023 level 1200 @5",
         "citizen_receptions 40 2023 delta 200 2022 @5");
  /* Without a base, or without its level, there is nothing to compare. */
  CHECK ("", "citizen_receptions 40 2022 level 1000 @5", "citizen_receptions 40 2023 level 1200 @5",
         "citizen_receptions 40 2023 ratio 1.14 @5");
  CHECK ("", "citizen_receptions 40 2023 level 1200 @5",
         "citizen_receptions 40 2023 ratio 1.14 2022 @5");
}

/* A share that "rises by 5 %" may do so in points or by a twentieth. */
static void
test_growth_of_share (Fixture *self, gconstpointer data)
{
  CHECK ("", "ntm_communes_share 40 2022 level 60 @5", "ntm_communes_share 40 2023 level 63 @5",
         "ntm_communes_share 40 2023 delta 5 2022 @5");
  CHECK ("", "ntm_communes_share 40 2022 level 60 @5", "ntm_communes_share 40 2023 level 65 @5",
         "ntm_communes_share 40 2023 delta 5 2022 @5");
  CHECK ("growth error 5 10 3,2,1", "ntm_communes_share 40 2022 level 60 @5",
         "ntm_communes_share 40 2023 level 70 @5", "ntm_communes_share 40 2023 delta 5 2022 @5");
}

static void
test_growth_qualified (Fixture *self, gconstpointer data)
{
  /* "Over 14 %" may be 20, and not 10. */
  CHECK ("", "citizen_receptions 40 2022 level 1000 @5", "citizen_receptions 40 2023 level 1200 @5",
         "citizen_receptions 40 2023 ratio 1.14> 2022 @5");
  CHECK ("growth error 1.14 1.1 3,2,1", "citizen_receptions 40 2022 level 1000 @5",
         "citizen_receptions 40 2023 level 1100 @5",
         "citizen_receptions 40 2023 ratio 1.14> 2022 @5");
  CHECK ("", "citizen_receptions 40 2022 level 1000 @5", "citizen_receptions 40 2023 level 1130 @5",
         "citizen_receptions 40 2023 ratio 1.14~ 2022 @5");
  CHECK ("growth error 1.14 1.3 3,2,1", "citizen_receptions 40 2022 level 1000 @5",
         "citizen_receptions 40 2023 level 1300 @5",
         "citizen_receptions 40 2023 ratio 1.14~ 2022 @5");
  /* "Down by more than 30 %" from 1,000: 600 and 700 agree, 1,100 does not. */
  CHECK ("", "citizen_receptions 40 2022 level 1000 @5", "citizen_receptions 40 2023 level 600 @5",
         "citizen_receptions 40 2023 ratio 0.7> 2022 @5");
  CHECK ("growth error 0.7 1.1 3,2,1", "citizen_receptions 40 2022 level 1000 @5",
         "citizen_receptions 40 2023 level 1100 @5",
         "citizen_receptions 40 2023 ratio 0.7> 2022 @5");
  /* "Over 1,000" before may be any number above. */
  CHECK ("", "citizen_receptions 40 2022 level 1000> @5",
         "citizen_receptions 40 2023 level 1200 @5",
         "citizen_receptions 40 2023 ratio 1.14 2022 @5");
}

static void
test_fraction (Fixture *self, gconstpointer data)
{
  CHECK_REPORTS ("fraction error 52.49 52.44 2",
                 "Năm 2023, tỉnh Nghệ An có 226/431 xã đạt chuẩn nông thôn mới (đạt 52,49%).\n");
  CHECK_REPORTS ("",
                 "Năm 2023, tỉnh Nghệ An có 226/431 xã đạt chuẩn nông thôn mới (đạt 52,44%).\n");
  CHECK_REPORTS ("", "Năm 2023, tỉnh Nghệ An có 226/431 xã đạt chuẩn nông thôn mới (đạt 52,4%).\n");
  CHECK_REPORTS ("fraction error 88.9 75.32 2",
                 "Năm 2023, tỉnh Nghệ An có 238/316 xã đạt chuẩn nông thôn mới, đạt 88,9%.\n");
  CHECK_REPORTS ("",
                 "Năm 2023, tỉnh Nghệ An có 238/316 xã đạt chuẩn nông thôn mới, đạt trên 75%.\n");
}

/* The digits that are written decide, not those that the value happens to have. */
static void
test_written_precision (Fixture *self, gconstpointer data)
{
  CHECK_REPORTS ("", "Thu ngân sách năm 2022 của tỉnh Nghệ An đạt 12 nghìn tỷ đồng. Thu ngân sách "
                     "năm 2023 đạt 13,8 nghìn tỷ đồng, tăng 12,5% so với năm 2022.\n");
  CHECK_REPORTS ("growth error 1.13 1.38 3,2,1",
                 "Thu ngân sách năm 2022 của tỉnh Nghệ An đạt 10.000 tỷ đồng. Thu ngân sách năm "
                 "2023 đạt 13,8 nghìn tỷ đồng, tăng 12,5% so với năm 2022.\n");
}

static void
test_parts (Fixture *self, gconstpointer data)
{
  CHECK_REPORTS ("parts warning 100 120 1,2,3",
                 "Năm 2023, tỉnh Nghệ An tổ chức 100 cuộc đối thoại, trong đó cấp huyện 30 cuộc, "
                 "cấp xã 90 cuộc.\n");
  CHECK_REPORTS ("parts note 100 90 1,2,3",
                 "Năm 2023, tỉnh Nghệ An tổ chức 100 cuộc đối thoại, gồm: cấp huyện 30 cuộc, "
                 "cấp xã 60 cuộc.\n");
  CHECK_REPORTS ("parts error 100 130 1,2",
                 "Năm 2023, tỉnh Nghệ An tổ chức 100 cuộc đối thoại, trong đó cấp xã 130 cuộc.\n");
}

static void
test_parts_agree (Fixture *self, gconstpointer data)
{
  CHECK_REPORTS ("", "Năm 2023, tỉnh Nghệ An tổ chức 100 cuộc đối thoại, trong đó cấp huyện 10 "
                     "cuộc, cấp xã 90 cuộc.\n");
  /* Two parts of one size are one record, and both count. */
  CHECK_REPORTS ("", "Năm 2023, tỉnh Nghệ An tổ chức 100 cuộc đối thoại, trong đó cấp huyện 50 "
                     "cuộc, cấp xã 50 cuộc.\n");
  /* One part of the whole promises no others. */
  CHECK_REPORTS ("", "Năm 2023, tỉnh Nghệ An tổ chức 100 cuộc đối thoại, trong đó cấp xã có 60 "
                     "cuộc.\n");
}

/* Districts that a report says are all of them, of what is counted at a date. */
static void
test_units (Fixture *self, gconstpointer data)
{
  CHECK ("parts error 9 10 1,2,3", "ntm_communes 35 2023 level 9 @5",
         "ntm_communes 35/Bình_Lục 2023 level 6 @5 #2",
         "ntm_communes 35/Kim_Bảng 2023 level 4 @5 #2");
  /* Against what another source says of the province. */
  CHECK ("parts warning 9 10 1,2,3", "ntm_communes 35 2023 level 9 @6",
         "ntm_communes 35/Bình_Lục 2023 level 6 @5 #all",
         "ntm_communes 35/Kim_Bảng 2023 level 4 @5 #all");
  CHECK ("parts note 11 10 1,2,3", "ntm_communes 35 2023 level 11 @6",
         "ntm_communes 35/Bình_Lục 2023 level 6 @5 #all",
         "ntm_communes 35/Kim_Bảng 2023 level 4 @5 #all");
  /* They agree; one of three is not there; nobody says that these are all; other bodies have events too. */
  CHECK ("", "ntm_communes 35 2023 level 10 @5", "ntm_communes 35/Bình_Lục 2023 level 6 @5 #2",
         "ntm_communes 35/Kim_Bảng 2023 level 4 @5 #2");
  CHECK ("", "ntm_communes 35 2023 level 9 @5", "ntm_communes 35/Bình_Lục 2023 level 6 @5 #3",
         "ntm_communes 35/Kim_Bảng 2023 level 4 @5 #3");
  CHECK ("", "ntm_communes 35 2023 level 9 @5", "ntm_communes 35/Bình_Lục 2023 level 6 @5 #",
         "ntm_communes 35/Kim_Bảng 2023 level 4 @5 #");
  CHECK ("", "supervision_sessions 35 2023 level 11 @5",
         "supervision_sessions 35/Bình_Lục 2023 level 6 @5 #2",
         "supervision_sessions 35/Kim_Bảng 2023 level 4 @5 #2");
  /* A province that counts less than its districts may count its own bodies alone. */
  CHECK ("parts note 9 10 1,2,3", "supervision_sessions 35 2023 level 9 @5",
         "supervision_sessions 35/Bình_Lục 2023 level 6 @5 #2",
         "supervision_sessions 35/Kim_Bảng 2023 level 4 @5 #2");
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  CHECK ("whole error 120 100 1", "ntm_communes_share 40 2023 level 120 @5");
  CHECK ("", "ntm_communes_share 40 2023 level 100 @5");
  CHECK ("whole error 20 19 1", "ntm_communes 40 2023 level 20/19 @5");
  CHECK ("", "ntm_communes 40 2023 level 19/19 @5");
  /* More sessions than planned is a success. */
  CHECK ("whole warning 20 19 1", "supervision_sessions 40 2023 level 20/19 @5");
}

static void
test_fall (Fixture *self, gconstpointer data)
{
  CHECK ("fall warning 300 310 2,1", "ntm_communes 40 2022 level 310 @5",
         "ntm_communes 40 2023 level 300 @6");
  CHECK ("fall note 120 310 2,1", "ntm_communes 40 2022 level 310/411 @5",
         "ntm_communes 40 2023 level 120/130 @6");
  CHECK ("", "ntm_communes 40 2022 level 310 @5", "ntm_communes 40 2023 level 310 @6");
  /* "Over 300" is not less than 310. */
  CHECK ("", "ntm_communes 40 2022 level 310 @5", "ntm_communes 40 2023 level 300> @6");
  /* Sessions of a year may be fewer. */
  CHECK ("", "supervision_sessions 40 2022 level 310 @5",
         "supervision_sessions 40 2023 level 300 @6");
}

static void
test_conflict (Fixture *self, gconstpointer data)
{
  CHECK ("conflict warning 300 290 1,2", "citizen_receptions 40 2023 level 300 @5",
         "citizen_receptions 40 2023 level 290 @6");
  CHECK ("", "citizen_receptions 40 2023 level 300 @5", "citizen_receptions 40 2023 level 290> @6");
  CHECK ("", "citizen_receptions 40 2023 level 300 @5", "citizen_receptions 38 2023 level 290 @6");
  CHECK ("conflict warning 1.14 1.3 1,2", "citizen_receptions 40 2023 ratio 1.14 2022 @5",
         "citizen_receptions 40 2023 ratio 1.3 2022 @6");
}

/* What a person decided is said as decided; what was rejected is no witness of anything else. */
static void
test_decided (Fixture *self, gconstpointer data)
{
  CHECK ("conflict note decided 290 300 2,1", "citizen_receptions 40 2023 level 300 @5",
         "citizen_receptions 40 2023 level 290 @6 !1");
  CHECK ("conflict note decided 290 300 2,1", "citizen_receptions 40 2023 level 300 @5 !-1",
         "citizen_receptions 40 2023 level 290 @6");
  CHECK ("conflict note decided 290 310 2,3,1", "citizen_receptions 40 2023 level 300 @5 !-1",
         "citizen_receptions 40 2023 level 290 @6 !2", "citizen_receptions 40 2023 level 310 @7");
  /* A third source is against what is left. */
  CHECK ("conflict warning 290 310 2,3,1", "citizen_receptions 40 2023 level 300 @5 !-1",
         "citizen_receptions 40 2023 level 290 @6", "citizen_receptions 40 2023 level 310 @7");
  CHECK ("", "citizen_receptions 40 2023 level 300 @5 !-1",
         "citizen_receptions 40 2023 level 290 @6 !-2");
  /* Growth, fractions, wholes and falls of what was rejected. */
  CHECK ("", "citizen_receptions 40 2023 level 300 @5", "citizen_receptions 40 2022 level 200 @5",
         "citizen_receptions 40 2023 ratio 3 2022 @5 !-1");
  CHECK ("", "ntm_communes_share 40 2023 level 120 @5 !-1",
         "ntm_communes_share 40 2022 level 226/431 @5 !-2");
  CHECK ("", "ntm_communes 40 2023 level 30 @5 !-1", "ntm_communes 40 2022 level 60 @5");
}

/* What is doubtful is no witness, and an indicator that is gone is passed over. */
static void
test_passed_over (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GPtrArray) findings = NULL;

  test_records_add (records, "ntm_communes_share 40 2023 level 120 @5")->observation->confidence =
      0.3;
  test_records_add (records, "no_such_indicator 40 2023 level 120/7 @5");
  findings = chiso_audit (records, self->catalogue);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_cites (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (GPtrArray) findings = NULL;

  test_records_add (records, "citizen_receptions 40 2023 level 300 @5");
  test_records_add (records, "citizen_receptions 40 2023 level 290 @6");
  test_records_add (records, "citizen_receptions 40 2022 level 290 @6");
  findings = chiso_audit (records, self->catalogue);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_true (chiso_finding_cites (findings->pdata[0], 1));
  g_assert_true (chiso_finding_cites (findings->pdata[0], 2));
  g_assert_false (chiso_finding_cites (findings->pdata[0], 3));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/core/audit/growth", test_growth);
  ADD ("/core/audit/growth-of-share", test_growth_of_share);
  ADD ("/core/audit/growth-qualified", test_growth_qualified);
  ADD ("/core/audit/fraction", test_fraction);
  ADD ("/core/audit/written-precision", test_written_precision);
  ADD ("/core/audit/parts", test_parts);
  ADD ("/core/audit/parts-agree", test_parts_agree);
  ADD ("/core/audit/units", test_units);
  ADD ("/core/audit/whole", test_whole);
  ADD ("/core/audit/fall", test_fall);
  ADD ("/core/audit/conflict", test_conflict);
  ADD ("/core/audit/decided", test_decided);
  ADD ("/core/audit/passed-over", test_passed_over);
  ADD ("/core/audit/cites", test_cites);
  return g_test_run ();
}

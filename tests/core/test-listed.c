/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of a report say that it speaks of all districts or communes, and whose figures they are about. */

#include "core/chiso-listed.h"

#include <string.h>

/* A figure of place whose evidence is the n-th "#" in text, which stands for it. */
static ChisoObservation *
add (GPtrArray *observations, const char *text, guint n, const char *place)
{
  ChisoObservation *one = chiso_observation_new ("dialogue_sessions", place);
  const char *at = text;

  for (guint i = 0; i <= n; i++)
    at = strchr (i == 0 ? at : at + 1, '#');
  one->period = chiso_period_year (2023);
  one->confidence = 0.8;
  one->evidence = (ChisoSpan){ at - text, at - text + 1 };
  g_ptr_array_add (observations, one);
  return one;
}

static void
find (GPtrArray *observations, const char *text)
{
  g_autoptr (ChisoVocabulary) vocabulary = chiso_vocabulary_new ();
  g_autoptr (GArray) tokens = chiso_lex (vocabulary, text, strlen (text));

  chiso_listed_find (observations, text, tokens);
}

static GPtrArray *
read (const char *text, const char *const *places)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_observation_free);

  for (guint i = 0; places[i] != NULL; i++)
    add (all, text, i, places[i]);
  find (all, text);
  return all;
}

/* What stands before three figures, and the words in it that say "all". */
static void
check (const char *before, const char *said, guint n)
{
  g_autofree char *text = g_strconcat (before, "\n- Bình Lục #; Kim Bảng #; Lý Nhân #.", NULL);
  g_autoptr (GPtrArray)
      all = read (text, (const char *const[]){ "35/Bình Lục", "35/Kim Bảng", "35/Lý Nhân", NULL });

  for (guint i = 0; i < all->len; i++)
    {
      const ChisoListed *listed = &((ChisoObservation *) all->pdata[i])->listed;
      g_autofree char *got = g_strndup (text + listed->said.start,
                                        listed->said.end - listed->said.start);

      g_assert_true (listed->beside);
      g_assert_cmpstr (got, ==, said);
      g_assert_cmpuint (listed->n, ==, n);
    }
}

static void
test_words (void)
{
  check ("Tất cả 6/6 huyện, thị xã, thành phố đã đối thoại:", "Tất cả 6/6 huyện", 6);
  check ("Có 6/6 huyện đã đối thoại:", "6/6 huyện", 6);
  check ("Toàn bộ các huyện đã đối thoại:", "Toàn bộ các huyện", 0);
  check ("Tất cả các đơn vị hành chính cấp xã:", "Tất cả các đơn vị hành chính cấp xã", 0);
  check ("Tại tất cả 21 đơn vị cấp huyện:", "tất cả 21 đơn vị cấp huyện", 21);
  check ("Ở cả 12 huyện, thị xã:", "cả 12 huyện", 12);
  check ("Cả 8 địa phương:", "Cả 8 địa phương", 8);
  check ("100% số xã đối thoại:", "100% số xã", 0);
  check ("TẤT CẢ CÁC PHƯỜNG", "TẤT CẢ CÁC PHƯỜNG", 0);
  /* Not all, one whole district, another share, other bodies. */
  check ("Nhiều huyện đã đối thoại:", "", 0);
  check ("Cả huyện đã đối thoại:", "", 0);
  check ("Có 5/6 huyện đã đối thoại:", "", 0);
  check ("Có 12 huyện đã đối thoại:", "", 0);
  check ("Tất cả 12/12 đơn vị trực thuộc:", "", 0);
  check ("Toàn bộ cán bộ; cả 3 buổi:", "", 0);
  check ("", "", 0);
}

static void
test_choice (void)
{
  /* The one of as many as are listed goes before a nearer one. */
  check ("Cả 3 huyện đối thoại; 98/98 xã đạt chuẩn:", "Cả 3 huyện", 3);
  check ("Cả 7 huyện đối thoại; 98/98 xã đạt chuẩn:", "98/98 xã", 98);
}

/* The words that say "all" of the figures in text. */
static char *
said_of (const char *text, const char *const *places)
{
  g_autoptr (GPtrArray) all = read (text, places);
  const ChisoListed *listed = &((ChisoObservation *) all->pdata[0])->listed;

  g_assert_true (listed->beside);
  return g_strndup (text + listed->said.start, listed->said.end - listed->said.start);
}

static void
test_behind (void)
{
  static const char *const two[] = { "35/Bình Lục", "35/Kim Bảng", NULL };
  static const char *const three[] = { "35/Bình Lục", "35/Kim Bảng", "36", NULL };
  static const struct
  {
    const char *text, *said;
    const char *const *places;
  } cases[] = {
    { "Bình Lục #; Kim Bảng #. Đó là tất cả 2 huyện.", "tất cả 2 huyện", two },
    { "Bình Lục #; Kim Bảng # (2/2 huyện).", "2/2 huyện", two },
    { "Bình Lục #; Kim Bảng #. Như vậy tất cả các huyện đã đối thoại.", "tất cả các huyện", two },
    /* Another number is about something else, and so is what stands behind another figure. */
    { "Bình Lục #; Kim Bảng #. Cả 6 huyện có kế hoạch.", "", two },
    { "Bình Lục #; Kim Bảng #. Tỉnh bạn # ở tất cả các huyện.", "", three },
    /* As many as are listed go before other words in front, and these before "all" without a number. */
    { "98/98 xã đạt chuẩn. Bình Lục #; Kim Bảng #; cả 2 huyện.", "cả 2 huyện", two },
    { "Cả 2 huyện: Bình Lục #; Kim Bảng #; tất cả các huyện.", "Cả 2 huyện", two },
    { "98/98 xã đạt chuẩn. Bình Lục #; Kim Bảng #; tất cả các huyện.", "98/98 xã", two },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = said_of (cases[i].text, cases[i].places);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

static void
test_lists (void)
{
  const char *between = "Tất cả các huyện. Nam Định #. Bình Lục #; Kim Bảng #.";
  const char *alone = "Tất cả các huyện. Bình Lục #; tỉnh #; cả nước #.";
  g_autoptr (GPtrArray)
      two = read (between, (const char *const[]){ "36", "35/Bình Lục", "35/Kim Bảng", NULL });
  g_autoptr (GPtrArray)
      three = read (alone, (const char *const[]){ "35/Bình Lục", "35", "VN", NULL });

  /* What another province stands behind is about that. */
  g_assert_false (((ChisoObservation *) two->pdata[0])->listed.beside);
  g_assert_true (((ChisoObservation *) two->pdata[1])->listed.beside);
  g_assert_cmpuint (((ChisoObservation *) two->pdata[1])->listed.said.end, ==, 0);
  /* One is no list. */
  for (guint i = 0; i < three->len; i++)
    g_assert_false (((ChisoObservation *) three->pdata[i])->listed.beside);
}

static void
test_apart (void)
{
  const char *text = "Tất cả các huyện: Bình Lục #; Kim Bảng #; Lý Nhân #; Bình Lục #.";
  g_autoptr (GPtrArray)
      all = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_observation_free);

  /* Other years, changes and doubtful figures are of no list of theirs. */
  add (all, text, 0, "35/Bình Lục");
  add (all, text, 1, "35/Kim Bảng")->period = chiso_period_year (2022);
  add (all, text, 2, "35/Lý Nhân")->measure = CHISO_MEASURE_RATIO;
  add (all, text, 3, "35/Phủ Lý")->confidence = 0.3;
  find (all, text);
  for (guint i = 0; i < all->len; i++)
    g_assert_false (((ChisoObservation *) all->pdata[i])->listed.beside);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/listed/words", test_words);
  g_test_add_func ("/core/listed/choice", test_choice);
  g_test_add_func ("/core/listed/behind", test_behind);
  g_test_add_func ("/core/listed/lists", test_lists);
  g_test_add_func ("/core/listed/apart", test_apart);
  return g_test_run ();
}

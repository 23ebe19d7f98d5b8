/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of facts against a look at all that were added. */

#include "core/chiso-facts.h"

#include <math.h>

static ChisoObservation *
make (const char *indicator, const char *place, double value, int year)
{
  ChisoObservation *observation = chiso_observation_new (indicator, place);

  observation->value = value;
  observation->period = chiso_period_year (year);
  return observation;
}

static ChisoObservation *
make_any (void)
{
  static const char *const indicators[] = { "petitions", "dialogues", "ntm_share" };
  static const char *const places[] = { "40", "38", "40/Nam Đàn" };

  return make (indicators[g_test_rand_int_range (0, 3)], places[g_test_rand_int_range (0, 3)],
               g_test_rand_int_range (0, 12) / 2.0, g_test_rand_int_range (2019, 2025));
}

static ChisoObservation *
find (GPtrArray *all, const ChisoObservation *observation)
{
  for (guint i = 0; i < all->len; i++)
    if (chiso_observation_same_fact (all->pdata[i], observation))
      return all->pdata[i];
  return NULL;
}

static void
test_many (void)
{
  g_autoptr (ChisoFacts) facts = chiso_facts_new ();

  /* The second round in the memory of the first. */
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray)
          all = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_observation_free);

      for (guint i = 0; i < 1500; i++)
        {
          g_autoptr (ChisoObservation) observation = make_any ();
          ChisoObservation *expected = find (all, observation);

          g_assert_true (chiso_facts_add (facts, observation) == expected);
          if (expected == NULL)
            g_ptr_array_add (all, g_steal_pointer (&observation));
          g_assert_cmpuint (chiso_facts_n (facts), ==, all->len);
        }
      g_assert_cmpuint (all->len, >, 500);
      chiso_facts_clear (facts);
      g_assert_cmpuint (chiso_facts_n (facts), ==, 0);
    }
}

/* Equal numbers may be written in different bits. */
static void
test_numbers (void)
{
  g_autoptr (ChisoFacts) facts = chiso_facts_new ();
  g_autoptr (ChisoObservation) zero = make ("petitions", "40", 0.0, 2023);
  g_autoptr (ChisoObservation) minus_zero = make ("petitions", "40", -0.0, 2023);
  g_autoptr (ChisoObservation) unknown = make ("petitions", "40", NAN, 2023);
  g_autoptr (ChisoObservation) unknown_too = make ("petitions", "40", NAN, 2023);

  g_assert_null (chiso_facts_add (facts, zero));
  g_assert_true (chiso_facts_add (facts, minus_zero) == zero);
  g_assert_null (chiso_facts_add (facts, unknown));
  g_assert_true (chiso_facts_add (facts, unknown_too) == unknown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/facts/many", test_many);
  g_test_add_func ("/core/facts/numbers", test_numbers);
  return g_test_run ();
}

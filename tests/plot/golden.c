/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot-golden show DATA FOLDER: a page of what has changed since charts were kept in DATA; exit 3 where
 * something has.  plot-golden accept DATA: keeps what is drawn now. For ./dev golden. */

#include <stdio.h>
#include <string.h>

#include "golden-charts.h"
#include "plot-test-support.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int n = 0;

  if (argc < 3 || (strcmp (argv[1], "show") == 0) != (argc == 4))
    {
      fprintf (stderr, "usage: plot-golden show DATA FOLDER | accept DATA\n");
      return 2;
    }
  if (!plot_test_has_font ())
    {
      fprintf (stderr, "The font Inter (Debian package fonts-inter) is not installed, and the kept "
                       "charts are set in it\n");
      return 1;
    }
  if (argc == 4)
    n = golden_show (argv[2], argv[3], &error);
  else
    golden_accept (argv[2], &error);
  if (error != NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  if (argc == 4)
    printf (n == 0 ? "No kept chart has changed\n" : "%d of the kept charts have changed\n", n);
  return n > 0 ? 3 : 0;
}

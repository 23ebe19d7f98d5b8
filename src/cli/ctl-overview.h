/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview's headline charts as pictures in a folder. */

#pragma once

#include "ctl-picture.h"
#include "ctl.h"

G_BEGIN_DECLS

/* place, set and year as typed, or NULL: then the place and year with most to show. picture's
 * output is the folder. */
CtlStatus ctl_overview (const CtlPicture *picture, const CtlCommon *common, const char *place,
                        const char *set, const char *year);

G_END_DECLS

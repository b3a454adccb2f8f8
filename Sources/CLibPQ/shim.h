// libpq as Swift sees it. Macros that Swift cannot import get a named accessor here.
#pragma once
#include <libpq-fe.h>

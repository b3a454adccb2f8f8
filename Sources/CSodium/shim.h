// libsodium as Swift sees it, and the one call of the system that has no fixed arguments.
#pragma once
#include <sodium.h>
#include <sys/prctl.h>

/// Takes this process out of reach of debuggers of its own user and out of core dumps.
static inline int paradero_hide_memory(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

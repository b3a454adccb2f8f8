// The C library's allocator as Swift sees it: Glibc's own module leaves this header out.
#pragma once
#include <malloc.h>

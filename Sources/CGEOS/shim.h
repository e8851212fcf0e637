// Only the re-entrant functions exist for Swift: a context belongs to one thread at a time.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

/// Who a call is for: every read and every write is scoped by it.
@NullMarked
package dev.wavetank.engine.tenant;

import org.jspecify.annotations.NullMarked;

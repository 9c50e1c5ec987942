/// HTTP/1.1 towards engines, on kept connections: what a gateway needs of it and no more.
@NullMarked
package dev.wavetank.gateway.wire;

import org.jspecify.annotations.NullMarked;

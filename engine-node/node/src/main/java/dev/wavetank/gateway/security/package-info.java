/// Who calls, and for which tenant: decided once, at the gateway's door.
@NullMarked
package dev.wavetank.gateway.security;

import org.jspecify.annotations.NullMarked;

/// Users, groups and memberships of each tenant, in tables of our own: the engine's identity management is off, as
/// it would cost every node's start.
@NullMarked
package dev.wavetank.engine.identity;

import org.jspecify.annotations.NullMarked;

/// What travels between node, gateway and their clients: records and enums, nothing else. JSON is written with
/// Jackson's defaults plus `jackson-datatype-jsr310` with ISO-8601 instants; unknown properties are ignored, so
/// that an older client reads a newer node.
@NullMarked
package dev.wavetank.engine.api;

import org.jspecify.annotations.NullMarked;

/// What the leading gateway does when a node dies: notices it, and gives its work to the others.
@NullMarked
package dev.wavetank.gateway.takeover;

import org.jspecify.annotations.NullMarked;

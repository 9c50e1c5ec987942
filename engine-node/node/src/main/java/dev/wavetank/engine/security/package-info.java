/// Secrets, the check of callers, and what a process may not do.
@NullMarked
package dev.wavetank.engine.security;

import org.jspecify.annotations.NullMarked;

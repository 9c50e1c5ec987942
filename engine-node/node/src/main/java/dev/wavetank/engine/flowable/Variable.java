package dev.wavetank.engine.flowable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A variable as a caller gives it.
///
/// @param scope empty if the caller does not say
public record Variable(String name, @Nullable Object value, Optional<Scope> scope) {}

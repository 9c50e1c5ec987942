package dev.wavetank.cluster.api;

import java.util.List;

/// What became of a file of tenants, or of a part of it.
///
/// @param users    written, whether they were there or not
/// @param failures the first thousand of those that failed
/// @param newKeys  of tenants that were created, if keys were asked for
/// @param stopped  why the rest of the file was not read; empty if all was
public record TenantImport(
        int rows,
        int created,
        int changed,
        int unchanged,
        int users,
        int failed,
        List<Failure> failures,
        List<TenantKey> newKeys,
        String stopped) {
    /// A record that was refused.
    ///
    /// @param line where it begins in what was sent, counted from 1
    public record Failure(int line, String sentence) {}

    public TenantImport {
        failures = List.copyOf(failures);
        newKeys = List.copyOf(newKeys);
    }
}

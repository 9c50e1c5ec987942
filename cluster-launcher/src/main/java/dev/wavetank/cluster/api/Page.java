package dev.wavetank.cluster.api;

import java.util.List;

/// A part of a longer answer.
///
/// @param start index of the first item in the whole
/// @param total how many the whole has
public record Page<T>(List<T> items, int start, long total) {
    public Page {
        items = List.copyOf(items);
    }

    /// Whether there is more after this page.
    public boolean hasNext() {
        return start + items.size() < total && !items.isEmpty();
    }
}

package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.ElementId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The glyphs of each element. Immutable: the next index after an edit keeps the large map of an earlier one and
/// notes beside it what differs.
final class GlyphIndex {
    private static final int MOST_CHANGES = 200;

    private final Map<ElementId, Entry> all;
    private final Map<ElementId, Entry> changed;

    /// @param body the shape or edge of an element that is in front of none of its others
    record Entry(@Nullable Glyph body, @Nullable Glyph label) {
        static final Entry NONE = new Entry(null, null);
    }

    private GlyphIndex(Map<ElementId, Entry> all, Map<ElementId, Entry> changed) {
        this.all = all;
        this.changed = changed;
    }

    /// @param all becomes the index's own
    static GlyphIndex of(Map<ElementId, Entry> all) {
        return new GlyphIndex(all, Map.of());
    }

    Entry get(ElementId id) {
        Entry entry = changed.get(id);
        return entry != null ? entry : all.getOrDefault(id, Entry.NONE);
    }

    GlyphIndex with(Map<ElementId, Entry> changes) {
        if (changed.size() + changes.size() <= MOST_CHANGES) {
            var more = new HashMap<>(changed);
            more.putAll(changes);
            return new GlyphIndex(all, more);
        }
        var anew = new HashMap<>(all);
        anew.putAll(changed);
        anew.putAll(changes);
        anew.values().removeIf(Entry.NONE::equals);
        return of(anew);
    }
}

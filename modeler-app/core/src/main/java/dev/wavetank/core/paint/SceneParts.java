package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What scenes are made of and what one takes over from the next: the slots of the glyphs, the grid, the index
/// by element, and who depends on whom.
final class SceneParts {
    /// When more than this part of all glyphs changed, grid and index are better made anew.
    private static final int FEW = 8;
    /// No glyph's place in the drawing order is higher.
    private static final int ORDERS = GlyphOrder.HIGHEST + 1;

    private final Map<ElementId, List<Drawn>> dependents = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int slots;
    private GlyphGrid grid = GlyphGrid.over(new Glyph[0]);
    private GlyphIndex index = GlyphIndex.of(new HashMap<>());
    private List<Change> pending = List.of();
    private boolean anew;
    private boolean orderStays;
    private Glyph[] order = {};
    private int[] places = {};
    private @Nullable Scene last;

    /// @param before nothing if the shape or edge is new
    /// @param after nothing if it is gone
    record Change(@Nullable Drawn before, @Nullable Drawn after) {
        boolean keepsOrder() {
            if (before == null || after == null || before.glyphs.size() != after.glyphs.size()) {
                return false;
            }
            for (int i = 0; i < before.glyphs.size(); i++) {
                Glyph old = before.glyphs.get(i);
                Glyph now = after.glyphs.get(i);
                if (old.order() != now.order() || old.role() != now.role()) {
                    return false;
                }
            }
            return true;
        }
    }

    void markStale(ElementId touched) {
        List<Drawn> all = dependents.get(touched);
        if (all != null) {
            for (Drawn drawn : all) {
                drawn.stale = true;
            }
        }
    }

    /// The keys of the edges that belong to the element.
    List<Integer> edges(ElementId element) {
        return dependents.getOrDefault(element, List.of()).stream()
                .filter(drawn -> drawn.depiction instanceof Edge && drawn.element.equals(element))
                .map(drawn -> drawn.key)
                .toList();
    }

    void replaceAll(List<Drawn> all) {
        for (Drawn drawn : all) {
            enter(drawn);
            drawn.slot = slots;
            slots += 2;
        }
        anew = true;
    }

    /// @param inLine nothing else changed its place on the plane
    void replace(List<Change> changes, List<Drawn> all, boolean inLine) {
        for (Change change : changes) {
            Drawn before = change.before;
            Drawn after = change.after;
            if (before != null) {
                leave(before);
            }
            if (after != null) {
                enter(after);
                after.slot = before != null ? before.slot : takeSlot();
            } else if (before != null) {
                free.push(before.slot);
            }
        }
        pending = changes;
        anew = changes.size() > all.size() / FEW + FEW;
        orderStays = inLine && changes.stream().allMatch(Change::keepsOrder);
    }

    /// The scene of these shapes and edges, in the plane's order.
    Scene scene(List<Drawn> all) {
        if (orderStays) {
            patch();
        } else {
            sort(all);
        }
        Optional<GlyphGrid> changed = anew ? Optional.empty() : grid.with(moves());
        grid = changed.orElseGet(() -> GlyphGrid.over(bySlot(all)));
        index = anew ? GlyphIndex.of(entries(dependents.keySet())) : index.with(entries(elements()));
        var scene = new Scene(List.of(order), places, grid, index, last, changed());
        pending = List.of();
        anew = false;
        orderStays = false;
        last = scene;
        return scene;
    }

    /// Puts the new glyphs where the old ones were.
    private void patch() {
        order = order.clone();
        for (Change change : pending) {
            if (change.after != null) {
                for (Glyph glyph : change.after.glyphs) {
                    order[places[change.after.slotOf(glyph)]] = glyph;
                }
            }
        }
    }

    /// Sorts by counting, for the numbers are few.
    private void sort(List<Drawn> all) {
        int[] next = new int[ORDERS + 1];
        for (int i = 0; i < all.size(); i++) {
            List<Glyph> glyphs = all.get(i).glyphs;
            for (int j = 0; j < glyphs.size(); j++) {
                next[glyphs.get(j).order() + 1]++;
            }
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        order = new Glyph[next[ORDERS]];
        places = new int[slots];
        for (int i = 0; i < all.size(); i++) {
            Drawn drawn = all.get(i);
            for (int j = 0; j < drawn.glyphs.size(); j++) {
                Glyph glyph = drawn.glyphs.get(j);
                int place = next[glyph.order()]++;
                order[place] = glyph;
                places[drawn.slotOf(glyph)] = place;
            }
        }
    }

    private Optional<Bounds> changed() {
        return pending.stream()
                .flatMap(change -> Stream.of(change.before, change.after))
                .filter(Objects::nonNull)
                .flatMap(drawn -> drawn.glyphs.stream())
                .map(Glyph::ink)
                .reduce(Bounds::union);
    }

    private List<GlyphGrid.Change> moves() {
        var moves = new ArrayList<GlyphGrid.Change>(pending.size() * 2);
        for (Change change : pending) {
            for (int label = 0; label < 2; label++) {
                Bounds before = ink(change.before, label == 1);
                Bounds after = ink(change.after, label == 1);
                Drawn drawn = change.after != null ? change.after : change.before;
                if (drawn != null && (before != null || after != null)) {
                    moves.add(new GlyphGrid.Change(drawn.slot + label, before, after));
                }
            }
        }
        return moves;
    }

    private static @Nullable Bounds ink(@Nullable Drawn drawn, boolean label) {
        Glyph glyph = drawn == null ? null : drawn.glyph(label);
        return glyph == null ? null : glyph.ink();
    }

    private @Nullable Glyph[] bySlot(List<Drawn> all) {
        @Nullable Glyph[] bySlot = new Glyph[slots];
        for (Drawn drawn : all) {
            for (Glyph glyph : drawn.glyphs) {
                bySlot[drawn.slotOf(glyph)] = glyph;
            }
        }
        return bySlot;
    }

    private Set<ElementId> elements() {
        var elements = new LinkedHashSet<ElementId>();
        for (Change change : pending) {
            if (change.before != null) {
                elements.add(change.before.element);
            }
            if (change.after != null) {
                elements.add(change.after.element);
            }
        }
        return elements;
    }

    private Map<ElementId, GlyphIndex.Entry> entries(Set<ElementId> elements) {
        var entries = new HashMap<ElementId, GlyphIndex.Entry>(elements.size() * 2);
        for (ElementId element : elements) {
            entries.put(element, entry(element));
        }
        return entries;
    }

    private GlyphIndex.Entry entry(ElementId element) {
        Glyph body = null;
        Glyph label = null;
        int bodyPlace = Integer.MAX_VALUE;
        int labelPlace = Integer.MAX_VALUE;
        for (Drawn drawn : dependents.getOrDefault(element, List.of())) {
            if (!drawn.element.equals(element)) {
                continue;
            }
            for (Glyph glyph : drawn.glyphs) {
                int place = places[drawn.slotOf(glyph)];
                if (glyph.role() == Glyph.Role.LABEL && place < labelPlace) {
                    label = glyph;
                    labelPlace = place;
                } else if (glyph.role() != Glyph.Role.LABEL && place < bodyPlace) {
                    body = glyph;
                    bodyPlace = place;
                }
            }
        }
        return body == null && label == null ? GlyphIndex.Entry.NONE : new GlyphIndex.Entry(body, label);
    }

    private int takeSlot() {
        if (!free.isEmpty()) {
            return free.pop();
        }
        slots += 2;
        return slots - 2;
    }

    private void enter(Drawn drawn) {
        for (ElementId id : drawn.dependsOn) {
            dependents.computeIfAbsent(id, _ -> new ArrayList<>(2)).add(drawn);
        }
    }

    private void leave(Drawn drawn) {
        for (ElementId id : drawn.dependsOn) {
            List<Drawn> others = dependents.get(id);
            if (others != null) {
                others.remove(drawn);
                if (others.isEmpty()) {
                    dependents.remove(id);
                }
            }
        }
    }
}

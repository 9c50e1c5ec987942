package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.notation.Notation;
import dev.wavetank.core.paint.text.SansMeasure;
import dev.wavetank.core.paint.text.TextLayout;
import dev.wavetank.core.paint.text.TextMeasure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes scenes of a plane, one after the other as it is edited.
///
/// After an edit only the glyphs of what it touched are made. Everything else is taken over by comparing
/// references, so that an edit among ten thousand shapes and edges takes less than a millisecond. The builder is
/// not safe for threads; the scenes are.
public final class SceneBuilder {
    /// When more than half of a plane was touched, and more than these, looking at who is near to whom costs more than
    /// starting anew.
    private static final int MOST_TOUCHED = 1000;

    private final GlyphMaker maker;
    private final boolean jumps;
    private Crossings crossings = new Crossings();
    private @Nullable Plane sheet;
    private @Nullable Surroundings surroundings;
    private List<Drawn> shown = List.of();
    private Map<Integer, Drawn> byKey = new HashMap<>();
    private SceneParts parts = new SceneParts();
    private int round;

    public SceneBuilder(Theme theme) {
        this(theme, new SansMeasure());
    }

    public SceneBuilder(Theme theme, TextMeasure measure) {
        this(theme, measure, true);
    }

    /// @param jumps whether flows jump over those they cross
    public SceneBuilder(Theme theme, TextMeasure measure, boolean jumps) {
        this.jumps = jumps;
        maker = new GlyphMaker(new Notation(theme, new TextLayout(measure)));
    }

    /// The scene of a plane; `elements` finds what its shapes refer to.
    public Scene build(Plane plane, Function<ElementId, Optional<BpmnElement>> elements) {
        Surroundings around = Surroundings.of(plane, elements);
        var next = new ArrayList<Drawn>(plane.shapes().size() + plane.edges().size());
        for (Shape shape : plane.shapes()) {
            next.add(maker.draw(shape, byKey.get(shape.xml().key()), around));
        }
        crossings = new Crossings();
        for (Edge edge : plane.edges()) {
            boolean flows = jumps && GlyphMaker.isFlow(edge, around);
            List<Point> over = flows ? crossings.under(edge, _ -> true) : List.of();
            next.add(maker.draw(edge, byKey.get(edge.xml().key()), around, over));
            if (flows) {
                crossings.put(edge);
            }
        }
        byKey = new HashMap<>(next.size() * 2);
        next.forEach(drawn -> byKey.put(drawn.key, drawn));
        parts = new SceneParts();
        parts.replaceAll(next);
        return finish(plane, around, next);
    }

    /// The next scene after an edit that touched only these elements, as {@link
    /// dev.wavetank.core.bpmn.Diagram.Step} tells.
    public Scene build(Plane plane, Function<ElementId, Optional<BpmnElement>> elements, Set<ElementId> touched) {
        Plane last = sheet;
        Surroundings before = surroundings;
        if (last == null
                || before == null
                || touched.size() > Math.max(MOST_TOUCHED, shown.size() / 2)
                || last.xml().key() != plane.xml().key()
                || !last.element().equals(plane.element())) {
            return build(plane, elements);
        }
        touched.forEach(parts::markStale);
        var pass = new Pass(before.over(elements));
        touched.forEach(pass::noticeFlows);
        for (Shape shape : plane.shapes()) {
            Drawn old = pass.before(shape, shape.xml().key());
            pass.take(old, pass.keeps(old, shape) ? old : maker.draw(shape, old, pass.around));
        }
        for (Edge edge : plane.edges()) {
            Drawn old = pass.before(edge, edge.xml().key());
            boolean same = pass.keeps(old, edge);
            if (!same) {
                pass.noticeFlow(edge, old);
            }
            pass.take(old, same && !pass.unsure.contains(edge.xml().key()) ? old : pass.draw(edge, old));
        }
        pass.noticeRemoved();
        if (pass.changesOthers) {
            return build(plane, elements);
        }
        pass.changes.forEach(change -> {
            if (change.before() != null) {
                byKey.remove(change.before().key);
            }
        });
        pass.changes.forEach(change -> {
            if (change.after() != null) {
                byKey.put(change.after().key, change.after());
            }
        });
        parts.replace(pass.changes, pass.next, pass.inLine);
        return finish(plane, pass.around, pass.next);
    }

    private Scene finish(Plane plane, Surroundings around, List<Drawn> next) {
        sheet = plane;
        surroundings = around;
        shown = next;
        for (int i = 0; i < next.size(); i++) {
            Drawn drawn = next.get(i);
            drawn.position = i;
            drawn.stale = false;
            drawn.seen = round;
        }
        return parts.scene(next);
    }

    /// One walk over the plane beside the one before, which differs from it in a few places.
    private final class Pass {
        final Surroundings around;
        final List<Drawn> next = new ArrayList<>(shown.size() + 16);
        final List<SceneParts.Change> changes = new ArrayList<>();
        boolean changesOthers;
        /// All that was there before stands in the same place of the plane.
        boolean inLine = true;

        /// Keys of flows near to one that changes, and of those that may be gone.
        private final Set<Integer> unsure = new HashSet<>();

        private final List<Integer> suspects = new ArrayList<>();
        private final Set<Integer> fresh = new HashSet<>();
        private int cursor;
        private int met;
        private final int now = ++round;

        Pass(Surroundings around) {
            this.around = around;
        }

        @Nullable
        Drawn before(Object depiction, int key) {
            Drawn found = cursor < shown.size() ? shown.get(cursor) : null;
            if (found == null || found.depiction != depiction && found.key != key) {
                found = byKey.get(key);
            }
            if (found != null) {
                inLine &= found.position == cursor;
                cursor = found.position + 1;
                found.seen = now;
                met++;
            }
            return found;
        }

        boolean keeps(@Nullable Drawn old, Object depiction) {
            return old != null && old.depiction == depiction && !old.stale;
        }

        /// An edge of the element may change or go.
        void noticeFlows(ElementId touched) {
            if (jumps) {
                for (int key : parts.edges(touched)) {
                    suspects.add(key);
                    unsure.addAll(crossings.near(key));
                }
            }
        }

        /// An edge is new or another; those that come later and cross it look anew where it is now.
        void noticeFlow(Edge edge, @Nullable Drawn old) {
            if (!jumps) {
                return;
            }
            int key = edge.xml().key();
            if (old == null) {
                fresh.add(key);
            }
            if (GlyphMaker.isFlow(edge, around)) {
                crossings.put(edge);
                unsure.addAll(crossings.near(key));
            } else {
                crossings.remove(key);
            }
        }

        Drawn draw(Edge edge, @Nullable Drawn old) {
            if (!jumps || !GlyphMaker.isFlow(edge, around)) {
                return maker.draw(edge, old, around, List.of());
            }
            return maker.draw(edge, old, around, crossings.under(edge, this::isMet));
        }

        /// True if the walk met the edge already; what is gone is never met.
        private boolean isMet(int key) {
            Drawn known = byKey.get(key);
            return known == null ? fresh.contains(key) : known.seen == now;
        }

        void take(@Nullable Drawn old, @Nullable Drawn drawn) {
            if (drawn == null) {
                return;
            }
            next.add(drawn);
            if (drawn != old) {
                change(old, drawn);
            }
        }

        void noticeRemoved() {
            for (int key : suspects) {
                Drawn drawn = byKey.get(key);
                if (drawn != null && drawn.seen != now) {
                    crossings.remove(key);
                }
            }
            if (met < shown.size()) {
                for (Drawn drawn : shown) {
                    if (drawn.seen != now) {
                        change(drawn, null);
                    }
                }
            }
        }

        private void change(@Nullable Drawn old, @Nullable Drawn drawn) {
            changes.add(new SceneParts.Change(old, drawn));
            Object was = old == null ? Surroundings.NOTHING : old.outward;
            Object is = drawn == null ? Surroundings.NOTHING : drawn.outward;
            changesOthers |= !was.equals(is);
        }
    }
}

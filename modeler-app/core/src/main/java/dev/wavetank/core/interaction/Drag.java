package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.MoveElements.Onto;
import dev.wavetank.core.edit.command.MoveElements.Stay;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.ShapeRules;
import dev.wavetank.core.rules.Verdict;
import dev.wavetank.core.rules.Verdict.Forbidden;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Moves the selection. A press without a move selects just the element that was pressed; `Alt` suspends
/// snapping.
final class Drag implements State {
    private static final double THRESHOLD = 4;
    /// More than this move as outlines, so that dragging a whole file stays smooth.
    private static final int FEW = 150;

    private final Stage stage;
    private final PointerEvent start;
    private final ElementId pressed;
    private final Set<ElementId> dragged;
    private final Set<ElementId> carried = new HashSet<>();
    private final Bounds box;
    private final Snapper snapper;
    private boolean moving;
    private double dx;
    private double dy;
    private Verdict verdict = Verdict.ALLOWED;
    private MoveElements.Drop drop = new Stay();

    Drag(Stage stage, PointerEvent start, ElementId pressed) {
        this.stage = stage;
        this.start = start;
        this.pressed = pressed;
        this.dragged = new HashSet<>(stage.selection());
        this.box = stage.picker().shape(pressed).map(Shape::bounds).orElseThrow();
        for (ElementId id : dragged) {
            carried.add(id);
            stage.diagram().carried(id).stream().map(BpmnElement::id).forEach(carried::add);
            carried.addAll(stage.diagram().attachers(id));
            carried.addAll(stage.diagram().incoming(id));
            carried.addAll(stage.diagram().outgoing(id));
        }
        this.snapper = stage.snapper(box, carried, docks());
    }

    /// Where the lines of a single shape end elsewhere: at that height they would run straight.
    private List<Point> docks() {
        List<Point> docks = new ArrayList<>();
        if (dragged.size() == 1) {
            for (ElementId flow : stage.diagram().outgoing(pressed)) {
                stage.picker()
                        .edge(flow)
                        .filter(edge -> !edge.waypoints().isEmpty())
                        .ifPresent(edge -> docks.add(edge.waypoints().getLast()));
            }
            for (ElementId flow : stage.diagram().incoming(pressed)) {
                stage.picker()
                        .edge(flow)
                        .filter(edge -> !edge.waypoints().isEmpty())
                        .ifPresent(edge -> docks.add(edge.waypoints().getFirst()));
            }
        }
        return docks;
    }

    @Override
    public State moved(PointerEvent event) {
        if (!moving && start.point().distanceTo(event.point()) * 7.5 < THRESHOLD * stage.reach()) {
            return this;
        }
        moving = true;
        double wishedX = event.x() - start.x();
        double wishedY = event.y() - start.y();
        List<SnapGuide> guides = List.of();
        dx = wishedX;
        dy = wishedY;
        if (!event.has(Modifier.ALT)) {
            Snapper.Snapped snapped = snapper.move(box, wishedX, wishedY);
            dx = snapped.dx();
            dy = snapped.dy();
            guides = snapped.guides();
        }
        judge(event);
        show(guides);
        return this;
    }

    private void judge(PointerEvent event) {
        Optional<ElementId> host = host();
        Optional<ElementId> below = host.or(() -> stage.below(event, carried));
        drop = new Onto(below);
        verdict = host.isPresent() ? Verdict.ATTACHED : Verdict.ALLOWED;
        if (host.isPresent()) {
            return;
        }
        ShapeRules rules = new ShapeRules(stage.diagram());
        boolean free = dragged.stream().allMatch(id -> stage.type(id).isArtifact() || isPinned(id));
        if (free) {
            drop = new Stay();
            return;
        }
        for (ElementId id : dragged) {
            if (stage.picker().shape(id).isPresent() && !isPinned(id)) {
                Verdict one = rules.canDrop(id, below);
                verdict = one instanceof Forbidden || one instanceof Verdict.Inserted ? one : verdict;
            }
        }
        if (verdict instanceof Verdict.Inserted && dragged.size() > 1) {
            verdict = new Forbidden("Only one element at a time goes into a flow.");
        }
    }

    /// The activity on whose border a single event would sit if it were dropped now.
    private Optional<ElementId> host() {
        if (dragged.size() != 1 || !stage.type(pressed).isEvent()) {
            return Optional.empty();
        }
        Point center = box.translate(dx, dy).center();
        ShapeRules rules = new ShapeRules(stage.diagram());
        Bounds reach = new Bounds(center.x(), center.y(), 0, 0).inflate(ShapeRules.BORDER);
        return stage.picker().near(reach).stream()
                .filter(shape -> !carried.contains(shape.element()))
                .sorted(Comparator.comparingDouble(
                        shape -> shape.bounds().width() * shape.bounds().height()))
                .map(Shape::element)
                .filter(activity -> rules.canAttach(pressed, activity, center).isAllowed())
                .findFirst();
    }

    /// Lanes stay in their pool. Boundary events slide on their host, unless one is dragged by itself and can
    /// live without it.
    private boolean isPinned(ElementId id) {
        return switch (stage.type(id)) {
            case LANE -> true;
            case BOUNDARY_EVENT -> dragged.size() > 1 || !canLeave(id);
            default -> false;
        };
    }

    private boolean canLeave(ElementId event) {
        return drop instanceof Onto(Optional<ElementId> below)
                && new ShapeRules(stage.diagram()).canDrop(event, below).isAllowed();
    }

    private void show(List<SnapGuide> guides) {
        List<Preview> previews = new ArrayList<>(carried.size() > FEW ? outlines() : outcome());
        if (drop instanceof Onto(Optional<ElementId> below)) {
            below.ifPresent(id -> previews.add(new Preview.DropTarget(id, verdict.isAllowed())));
        }
        Optional<String> reason =
                verdict instanceof Forbidden forbidden ? Optional.of(forbidden.reason()) : Optional.empty();
        Pointer form = verdict.isAllowed() ? Pointer.MOVE : Pointer.FORBIDDEN;
        stage.show(stage.shown().withFeedback(previews, guides, form, reason));
    }

    /// What the move would do: shapes that come along, and the lines as they would be laid.
    private List<Preview> outcome() {
        ChangeSet would = stage.editor().preview(verdict.isAllowed() ? move() : MoveElements.by(dragged, dx, dy));
        List<Preview> previews = new ArrayList<>();
        for (ElementId id : would.touched()) {
            would.reshaped(id).ifPresent(shape -> previews.add(new Preview.Ghost(id, shape.after())));
            Optional<Edge> before = would.before().edge(id);
            would.after()
                    .edge(id)
                    .filter(edge -> !before.map(Edge::waypoints).equals(Optional.of(edge.waypoints())))
                    .ifPresent(edge -> previews.add(new Preview.Line(
                            edge.waypoints(), would.after().element(id).map(BpmnElement::type))));
        }
        return previews;
    }

    private List<Preview> outlines() {
        return dragged.stream()
                .flatMap(id -> stage.picker().shape(id).stream())
                .<Preview>map(shape ->
                        new Preview.Ghost(shape.element(), shape.bounds().translate(dx, dy)))
                .toList();
    }

    private MoveElements move() {
        return new MoveElements(dragged, dx, dy, pinned() ? new Stay() : drop);
    }

    @Override
    public State released(PointerEvent event) {
        if (!moving) {
            stage.select(Set.of(pressed));
        } else if (verdict.isAllowed() && (dx != 0 || dy != 0)) {
            stage.execute(move());
        }
        return new Select(stage);
    }

    private boolean pinned() {
        return !(verdict instanceof Verdict.Attached) && dragged.stream().anyMatch(this::isPinned);
    }

    @Override
    public State key(KeyStroke key) {
        return key.key().equals("Escape") ? new Select(stage) : this;
    }
}

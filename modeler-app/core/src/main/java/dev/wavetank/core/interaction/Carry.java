package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.command.Excerpt;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.PasteElements;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Carries what is to be pasted under the pointer until a click puts it down, or Enter where it is now.
final class Carry implements State {
    /// More shapes than this are shown as the one box around them.
    private static final int SHOWN_EACH = 400;

    private final Stage stage;
    private final Excerpt excerpt;
    private Optional<ElementId> target = Optional.empty();
    private Verdict verdict = Verdict.ALLOWED;
    private Optional<Point> center = Optional.empty();

    Carry(Stage stage, Excerpt excerpt) {
        this.stage = stage;
        this.excerpt = excerpt;
        stage.calm();
        stage.show(stage.shown().withPointer(Pointer.CROSSHAIR));
    }

    @Override
    public State moved(PointerEvent event) {
        center = Optional.of(event.point());
        target = stage.below(event, Set.of());
        verdict = excerpt.canPaste(stage.diagram(), target, stage.picker().sheet());
        List<Preview> previews = new ArrayList<>(ghosts(event.point()));
        target.ifPresent(id -> previews.add(new Preview.DropTarget(id, verdict.isAllowed())));
        Optional<String> reason =
                verdict instanceof Verdict.Forbidden forbidden ? Optional.of(forbidden.reason()) : Optional.empty();
        Pointer form = verdict.isAllowed() ? Pointer.CROSSHAIR : Pointer.FORBIDDEN;
        stage.show(stage.shown().withFeedback(previews, List.of(), form, reason));
        return this;
    }

    private List<Preview> ghosts(Point at) {
        Bounds all = excerpt.bounds().orElse(new Bounds(0, 0, 0, 0));
        double dx = Math.round(at.x() - all.center().x());
        double dy = Math.round(at.y() - all.center().y());
        if (excerpt.shapes().size() > SHOWN_EACH) {
            return List.of(new Preview.NewShape(NodeKind.of(BpmnType.GROUP), all.translate(dx, dy)));
        }
        List<Preview> ghosts = new ArrayList<>();
        for (Shape shape : excerpt.shapes()) {
            ghosts.add(new Preview.NewShape(
                    NodeKind.of(excerpt.type(shape)), shape.bounds().translate(dx, dy)));
        }
        excerpt.edges()
                .forEach(edge -> ghosts.add(new Preview.Line(edge.waypoints().stream()
                        .map(point -> point.translate(dx, dy))
                        .toList())));
        return ghosts;
    }

    @Override
    public State released(PointerEvent event) {
        moved(event);
        return putDown();
    }

    private State putDown() {
        if (center.isEmpty() || !verdict.isAllowed()) {
            return this;
        }
        paste(stage, excerpt, center.get(), target);
        return new Select(stage);
    }

    /// Pastes at once and selects what came, without what stands inside of it.
    static boolean paste(Stage stage, Excerpt excerpt, Point center, Optional<ElementId> target) {
        ChangeSet changes = stage.execute(
                new PasteElements(excerpt.text(), center, target, stage.picker().sheet()));
        Set<ElementId> created = new LinkedHashSet<>();
        changes.created().forEach(element -> created.add(element.id()));
        Set<ElementId> outermost = new LinkedHashSet<>(stage.selection());
        outermost.removeIf(id -> isInside(changes, id, created));
        stage.select(outermost);
        return !changes.isEmpty();
    }

    private static boolean isInside(ChangeSet changes, ElementId id, Set<ElementId> created) {
        Optional<ElementId> holder =
                changes.after().element(id).flatMap(BpmnElement::parent).filter(created::contains);
        return holder.flatMap(changes.after()::element)
                .filter(element -> element.type() != BpmnType.PROCESS
                        || Lanes.participant(changes.after(), element.id()).isPresent())
                .isPresent();
    }

    @Override
    public State key(KeyStroke key) {
        return switch (key.key()) {
            case "Escape" -> new Select(stage);
            case "Enter" -> putDown();
            default -> this;
        };
    }
}

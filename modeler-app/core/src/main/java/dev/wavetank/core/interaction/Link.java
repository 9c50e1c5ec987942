package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.ConnectionLayout;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.ConnectRules;
import dev.wavetank.core.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Draws a connection: the first press (or the context pad) names the source, the release over another element
/// the target. Without a mouse what is selected is the source, Tab and arrows go through what it may be connected
/// with, and Enter connects.
final class Link implements State {
    private final Stage stage;
    private final Optional<ElementId> source;
    /// The target that the keyboard chose.
    private Optional<ElementId> aimed = Optional.empty();

    Link(Stage stage, Optional<ElementId> source) {
        this.stage = stage;
        this.source = source;
        stage.calm();
        stage.show(stage.shown().withPointer(Pointer.CROSSHAIR));
    }

    @Override
    public State pressed(PointerEvent event) {
        return source.isPresent() ? this : new Link(stage, stage.below(event, Set.of()));
    }

    @Override
    public State moved(PointerEvent event) {
        Optional<ElementId> target = stage.below(event, Set.of());
        if (source.isEmpty()) {
            stage.show(stage.shown().withHover(target).withPointer(Pointer.CROSSHAIR));
        } else {
            aimed = Optional.empty();
            show(target, event.point());
        }
        return this;
    }

    /// @param pointer where the line goes if it leads to nothing yet
    private void show(Optional<ElementId> target, Point pointer) {
        Optional<Verdict> verdict = target.map(to -> new ConnectRules(stage.diagram()).canConnect(source.get(), to));
        boolean allowed = verdict.map(Verdict::isAllowed).orElse(true);
        List<Preview> previews = new ArrayList<>();
        previews.add(new Preview.Line(line(verdict, target, pointer), type(verdict)));
        target.ifPresent(id -> previews.add(new Preview.DropTarget(id, allowed)));
        Optional<String> reason = verdict.filter(Verdict.Forbidden.class::isInstance)
                .map(forbidden -> ((Verdict.Forbidden) forbidden).reason());
        Pointer form = allowed ? Pointer.CROSSHAIR : Pointer.FORBIDDEN;
        stage.show(stage.shown().withFeedback(previews, List.of(), form, reason));
    }

    private static Optional<BpmnType> type(Optional<Verdict> verdict) {
        return verdict.filter(Verdict.ConnectedBy.class::isInstance).map(by -> ((Verdict.ConnectedBy) by).connection());
    }

    private List<Point> line(Optional<Verdict> verdict, Optional<ElementId> target, Point pointer) {
        if (verdict.isPresent() && verdict.get() instanceof Verdict.ConnectedBy by) {
            Optional<List<Point>> route = new ConnectionLayout(stage.diagram())
                    .route(by.connection(), source.orElseThrow(), target.orElseThrow());
            if (route.isPresent()) {
                return route.get();
            }
        }
        Point from = stage.picker()
                .shape(source.orElseThrow())
                .map(shape -> shape.bounds().center())
                .orElse(pointer);
        return List.of(from, pointer);
    }

    @Override
    public State released(PointerEvent event) {
        Optional<ElementId> target = stage.below(event, Set.of());
        if (source.isEmpty() || target.isEmpty()) {
            return new Select(stage);
        }
        if (target.equals(source)) {
            return this; // a click on the source: the next click says where to
        }
        stage.execute(new Connect(source.get(), target.get()));
        return new Select(stage);
    }

    @Override
    public State key(KeyStroke key) {
        return switch (key.key()) {
            case "Escape" -> new Select(stage);
            case "Tab" -> aim(key.modifiers().contains(Modifier.SHIFT));
            case "ArrowLeft" -> aim(-1, 0);
            case "ArrowRight" -> aim(1, 0);
            case "ArrowUp" -> aim(0, -1);
            case "ArrowDown" -> aim(0, 1);
            case "Enter" -> connect();
            default -> this;
        };
    }

    private State aim(boolean backwards) {
        return aim(from -> stage.plane()
                .flatMap(plane ->
                        Traversal.nextOf(stage.diagram(), plane, aimed.orElse(from), backwards, allowed(from))));
    }

    private State aim(int x, int y) {
        return aim(from ->
                stage.plane().flatMap(plane -> Traversal.towards(plane, aimed.orElse(from), x, y, allowed(from))));
    }

    private Predicate<ElementId> allowed(ElementId from) {
        var rules = new ConnectRules(stage.diagram());
        return id -> rules.canConnect(from, id).isAllowed();
    }

    /// Without a source it begins at what is selected.
    private State aim(Function<ElementId, Optional<ElementId>> choose) {
        if (source.isEmpty()) {
            return stage.selection().size() == 1
                    ? new Link(stage, stage.selection().stream().findFirst()).aim(choose)
                    : this;
        }
        Optional<ElementId> next = choose.apply(source.get());
        next.ifPresent(target -> {
            aimed = next;
            show(next, new Point(0, 0));
            stage.show(stage.shown().withHover(next));
        });
        return this;
    }

    private State connect() {
        if (aimed.isEmpty()) {
            return this;
        }
        stage.execute(new Connect(source.orElseThrow(), aimed.get()));
        return new Select(stage);
    }
}

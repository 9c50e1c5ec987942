package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.Reconnect;
import dev.wavetank.core.edit.command.Reconnect.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Leads one end of a connection to another element by keys: Tab goes through what the rules allow in the order of
/// the flows, arrows to the next of them on that side, Enter leads it there, Escape leaves it as it is.
final class Redirect implements State {
    private final Stage stage;
    private final MovedEnd moved;
    private Optional<ElementId> aimed = Optional.empty();

    Redirect(Stage stage, ElementId connection, End end) {
        this.stage = stage;
        this.moved = new MovedEnd(connection, end);
        stage.calm();
        aim(next(false));
    }

    End end() {
        return moved.end();
    }

    @Override
    public State pressed(PointerEvent event) {
        return new Select(stage).pressed(event);
    }

    @Override
    public State key(KeyStroke key) {
        return switch (key.key()) {
            case "Escape" -> new Select(stage);
            case "Tab" -> aim(next(key.modifiers().contains(Modifier.SHIFT)));
            case "ArrowLeft" -> aim(towards(-1, 0));
            case "ArrowRight" -> aim(towards(1, 0));
            case "ArrowUp" -> aim(towards(0, -1));
            case "ArrowDown" -> aim(towards(0, 1));
            case "Enter" -> commit();
            default -> this;
        };
    }

    private Optional<ElementId> next(boolean backwards) {
        return at().flatMap(from ->
                stage.plane().flatMap(plane -> Traversal.nextOf(diagram(), plane, from, backwards, allowed())));
    }

    private Optional<ElementId> towards(int x, int y) {
        return at().flatMap(from -> stage.plane().flatMap(plane -> Traversal.towards(plane, from, x, y, allowed())));
    }

    private Optional<ElementId> at() {
        return aimed.or(() -> moved.home(diagram())).or(() -> Optional.of(moved.connection()));
    }

    private Predicate<ElementId> allowed() {
        Optional<ElementId> home = moved.home(diagram());
        return id ->
                !home.equals(Optional.of(id)) && moved.verdict(diagram(), id).isAllowed();
    }

    private State aim(Optional<ElementId> there) {
        aimed = there.or(() -> aimed);
        List<Preview> previews = new ArrayList<>();
        aimed.ifPresent(id -> {
            moved.wouldBe(diagram(), id).ifPresent(previews::add);
            previews.add(new Preview.DropTarget(id, true));
        });
        Optional<String> reason = aimed.isPresent()
                ? Optional.empty()
                : Optional.of("There is no other element that this end may go to.");
        stage.show(stage.shown()
                .withFeedback(previews, List.of(), Pointer.CROSSHAIR, reason)
                .withHover(aimed));
        return this;
    }

    private State commit() {
        aimed.ifPresent(id -> stage.execute(new Reconnect(moved.connection(), moved.end(), id)));
        return new Select(stage);
    }

    private Diagram diagram() {
        return stage.diagram();
    }
}

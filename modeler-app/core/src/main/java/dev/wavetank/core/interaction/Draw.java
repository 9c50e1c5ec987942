package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.command.AppendAt;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Outline;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Carries a new shape under the pointer until it is put down, by a click or by releasing a drag from the
/// palette.
final class Draw implements State {
    private final Stage stage;
    private final NodeKind kind;
    private Verdict verdict = Verdict.ALLOWED;
    private final Optional<ElementId> source;
    private Point center = new Point(0, 0);
    private Optional<ElementId> target = Optional.empty();
    private boolean seen;

    Draw(Stage stage, NodeKind kind) {
        this(stage, kind, Optional.empty());
    }

    /// @param source what the new shape is connected with
    Draw(Stage stage, NodeKind kind, Optional<ElementId> source) {
        this.stage = stage;
        this.kind = kind;
        this.source = source;
        stage.calm();
        stage.show(stage.shown().withPointer(Pointer.CROSSHAIR));
    }

    @Override
    public State moved(PointerEvent event) {
        seen = true;
        Bounds wished = kind.around(event.point());
        Snapper.Snapped snapped = event.has(Modifier.ALT)
                ? new Snapper.Snapped(0, 0, List.of())
                : stage.snapper(wished, Set.of()).move(wished, 0, 0);
        Bounds bounds = wished.translate(snapped.dx(), snapped.dy());
        target = stage.below(event, Set.of());
        verdict = create(event.point()).verdict(stage.diagram());
        center = verdict instanceof Verdict.Attached ? event.point() : bounds.center();
        show(verdict instanceof Verdict.Attached ? wished : bounds, snapped.guides());
        return this;
    }

    private CreateShape create(Point at) {
        return new CreateShape(kind, at, target, stage.picker().sheet());
    }

    private void show(Bounds bounds, List<SnapGuide> guides) {
        List<Preview> previews = new ArrayList<>();
        previews.add(new Preview.NewShape(kind, bounds));
        source.flatMap(stage.picker()::shape).map(Shape::bounds).ifPresent(from -> {
            Point start = Outline.RECTANGLE.crop(from, from.center(), bounds.center());
            previews.add(
                    new Preview.Line(List.of(start, Outline.RECTANGLE.crop(bounds, bounds.center(), from.center()))));
        });
        target.ifPresent(id -> previews.add(new Preview.DropTarget(id, verdict.isAllowed())));
        Optional<String> reason =
                verdict instanceof Verdict.Forbidden forbidden ? Optional.of(forbidden.reason()) : Optional.empty();
        Pointer form = verdict.isAllowed() ? Pointer.CROSSHAIR : Pointer.FORBIDDEN;
        stage.show(stage.shown().withFeedback(previews, guides, form, reason));
    }

    @Override
    public State released(PointerEvent event) {
        if (!seen) {
            return this; // the release of the click on the palette
        }
        moved(event);
        if (!verdict.isAllowed()) {
            return this;
        }
        CreateShape create = create(center);
        stage.execute(source.<Command>map(from -> new AppendAt(from, create)).orElse(create));
        Select rest = new Select(stage);
        if (source.isPresent()) {
            stage.show(stage.shown().withEditLabel(stage.selection().stream().findFirst()));
        }
        return rest;
    }

    @Override
    public State key(KeyStroke key) {
        return key.key().equals("Escape") ? new Select(stage) : this;
    }
}

package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.edit.command.MakeSpace;
import dev.wavetank.core.geometry.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The space tool: the direction of the drag says whether the line is upright or level, and everything beyond it
/// moves on. With the shortcut key space is taken away instead. Only what is in the pool or sub-process under the
/// pointer gives way; with Shift everything on the sheet.
final class MoveSpace implements State {
    private static final double GRID = 10;
    /// Longer than any sheet; whoever draws it cuts it off.
    private static final double ENDLESS = 1e6;

    private final Stage stage;
    private final PointerEvent start;
    private final Optional<ElementId> container;
    private Optional<Boolean> level = Optional.empty();
    private Optional<MakeSpace> space = Optional.empty();

    MoveSpace(Stage stage, PointerEvent start) {
        this.stage = stage;
        this.start = start;
        this.container = stage.picker()
                .at(start.point(), 0, this::isContainer)
                .map(Picker.Hit::element)
                .map(id -> Lanes.pool(stage.diagram(), id)
                        .filter(pool -> stage.type(id) == BpmnType.LANE)
                        .orElse(id));
    }

    private boolean isContainer(Picker.Hit hit) {
        BpmnType type = stage.type(hit.element());
        boolean open = type.isSwimlane()
                || type.isSubProcess()
                        && stage.picker()
                                .shape(hit.element())
                                .map(Shape::expanded)
                                .orElse(false);
        return hit.part() == Picker.Part.SHAPE && open;
    }

    @Override
    public State moved(PointerEvent event) {
        double dx = event.x() - start.x();
        double dy = event.y() - start.y();
        if (level.isEmpty() && Math.max(Math.abs(dx), Math.abs(dy)) > stage.reach() / 2) {
            level = Optional.of(Math.abs(dy) > Math.abs(dx));
        }
        space = level.map(horizontal -> space(event, horizontal, horizontal ? dy : dx));
        space.ifPresent(this::show);
        return this;
    }

    private MakeSpace space(PointerEvent event, boolean horizontal, double dragged) {
        double step = stage.hasGrid() && !event.has(Modifier.ALT) ? GRID : 1;
        double distance = Math.round(Math.abs(dragged) / step) * step;
        boolean removes = event.has(Modifier.SHORTCUT);
        return new MakeSpace(
                stage.sheet(),
                container.filter(id -> !event.has(Modifier.SHIFT)),
                horizontal,
                Math.round(horizontal ? start.y() : start.x()),
                removes ? -distance : distance,
                dragged < 0 != removes);
    }

    private void show(MakeSpace command) {
        List<Preview> previews = new ArrayList<>();
        previews.add(new Preview.Space(area(command), command.distance() > 0));
        for (Map.Entry<Shape, Bounds> moved : command.plan(stage.diagram()).entrySet()) {
            previews.add(new Preview.Ghost(moved.getKey().element(), moved.getValue()));
        }
        Pointer form = command.horizontal() ? Pointer.RESIZE_NORTH : Pointer.RESIZE_EAST;
        stage.show(stage.shown().withFeedback(previews, List.of(), form, Optional.empty()));
    }

    private Bounds area(MakeSpace command) {
        boolean ahead = command.before() == command.distance() < 0;
        double size = Math.abs(command.distance());
        double from = ahead ? command.at() : command.at() - size;
        Bounds all = command.container()
                .flatMap(stage.picker()::shape)
                .map(Shape::bounds)
                .orElse(new Bounds(-ENDLESS, -ENDLESS, 2 * ENDLESS, 2 * ENDLESS));
        return command.horizontal()
                ? new Bounds(all.x(), from, all.width(), size)
                : new Bounds(from, all.y(), size, all.height());
    }

    @Override
    public State released(PointerEvent event) {
        space.ifPresent(stage::execute);
        return new Select(stage);
    }

    @Override
    public State key(KeyStroke key) {
        return key.key().equals("Escape") ? new Select(stage) : this;
    }
}

package dev.wavetank.core.interaction;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;

/// The eight places at which a selected shape is resized.
public enum Handle {
    NORTH_WEST(0, 0, Pointer.RESIZE_NORTH_WEST),
    NORTH(0.5, 0, Pointer.RESIZE_NORTH),
    NORTH_EAST(1, 0, Pointer.RESIZE_NORTH_EAST),
    EAST(1, 0.5, Pointer.RESIZE_EAST),
    SOUTH_EAST(1, 1, Pointer.RESIZE_NORTH_WEST),
    SOUTH(0.5, 1, Pointer.RESIZE_NORTH),
    SOUTH_WEST(0, 1, Pointer.RESIZE_NORTH_EAST),
    WEST(0, 0.5, Pointer.RESIZE_EAST);

    /// Those of a label, whose height is that of its text.
    public static final List<Handle> SIDES = List.of(EAST, WEST);

    private final double across;
    private final double down;
    private final Pointer pointer;

    Handle(double across, double down, Pointer pointer) {
        this.across = across;
        this.down = down;
        this.pointer = pointer;
    }

    public Pointer pointer() {
        return pointer;
    }

    /// Where the handle is on a shape.
    public Point on(Bounds shape) {
        return new Point(shape.x() + across * shape.width(), shape.y() + down * shape.height());
    }

    /// The handle of a shape that is within reach of a point.
    public static Optional<Handle> at(Bounds shape, Point point, double reach) {
        return at(List.of(values()), shape, point, reach);
    }

    static Optional<Handle> at(List<Handle> handles, Bounds shape, Point point, double reach) {
        for (Handle handle : handles) {
            if (handle.on(shape).distanceTo(point) <= reach) {
                return Optional.of(handle);
            }
        }
        return Optional.empty();
    }

    /// Whether dragging the handle moves a border that could lie on that line.
    boolean moves(SnapGuide guide) {
        return (guide.vertical() ? across : down) != 0.5;
    }

    /// The shape after the handle was dragged to `to`.
    Bounds drag(Bounds shape, Point to) {
        double left = across == 0 ? Math.min(to.x(), shape.right()) : shape.x();
        double right = across == 1 ? Math.max(to.x(), shape.x()) : shape.right();
        double top = down == 0 ? Math.min(to.y(), shape.bottom()) : shape.y();
        double bottom = down == 1 ? Math.max(to.y(), shape.y()) : shape.bottom();
        return new Bounds(left, top, right - left, bottom - top);
    }
}

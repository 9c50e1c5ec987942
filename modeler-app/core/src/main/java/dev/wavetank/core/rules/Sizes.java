package dev.wavetank.core.rules;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;

/// How large new shapes are, and how small shapes may become. The figures are those of the editors people know,
/// so that diagrams drawn here and there look alike.
public final class Sizes {
    /// The strip of a pool or lane that holds its name.
    public static final double LANE_STRIP = 30;
    /// The width of a new external label.
    public static final double LABEL_WIDTH = 90;
    /// The height of an external label of one line.
    public static final double LABEL_HEIGHT = 14;

    private Sizes() {}

    /// The box of a new shape around `center`.
    public static Bounds initial(BpmnType type, boolean expanded, Point center) {
        Bounds size = initial(type, expanded);
        return size.translate(center.x() - size.width() / 2, center.y() - size.height() / 2);
    }

    private static Bounds initial(BpmnType type, boolean expanded) {
        if (type.isEvent()) {
            return size(36, 36);
        }
        if (type.isGateway()) {
            return size(50, 50);
        }
        if (isOpen(type, expanded)) {
            return size(350, 200);
        }
        return switch (type) {
            case PARTICIPANT -> expanded ? size(600, 250) : size(600, 60);
            case LANE -> size(400, 100);
            case DATA_OBJECT_REFERENCE, DATA_INPUT, DATA_OUTPUT -> size(36, 50);
            case DATA_STORE_REFERENCE -> size(50, 50);
            case TEXT_ANNOTATION -> size(100, 40);
            case GROUP -> size(300, 300);
            default -> size(100, 80);
        };
    }

    /// The smallest size a shape may be given.
    public static Bounds minimum(BpmnType type, boolean expanded, boolean horizontal) {
        if (isOpen(type, expanded)) {
            return size(140, 120);
        }
        return switch (type) {
            case PARTICIPANT -> expanded ? turned(300, 150, horizontal) : turned(300, 60, horizontal);
            case LANE -> turned(300, 60, horizontal);
            case GROUP -> size(140, 120);
            case TEXT_ANNOTATION -> size(50, 30);
            default -> type.isActivity() ? size(60, 40) : size(20, 20);
        };
    }

    private static boolean isOpen(BpmnType type, boolean expanded) {
        return expanded && (type.isSubProcess() || type == BpmnType.CALL_ACTIVITY);
    }

    private static Bounds turned(double length, double thickness, boolean horizontal) {
        return horizontal ? size(length, thickness) : size(thickness, length);
    }

    private static Bounds size(double width, double height) {
        return new Bounds(0, 0, width, height);
    }
}

package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.layout.EdgeRouter.Port;
import dev.wavetank.core.layout.EdgeRouter.Side;
import java.util.List;

/// Where flows leave and arrive: at the middles of the sides, and what each side costs, by the habits of the
/// field. Activities let go to the right and take from the left; gateways use all four corners; what closes a
/// cycle goes over or under.
final class Ports {
    private static final double UNUSUAL = 35;

    private Ports() {}

    static List<Port> leaving(BpmnType type, Bounds bounds, boolean back) {
        double across = type.isGateway() || back ? 0 : UNUSUAL;
        return List.of(
                right(bounds, back ? UNUSUAL : 0), bottom(bounds, across), top(bounds, across + 1), left(bounds, 400));
    }

    static List<Port> arriving(BpmnType type, Bounds bounds, boolean back) {
        double across = type.isGateway() || back ? 0 : type == BpmnType.END_EVENT ? 10 : UNUSUAL;
        return List.of(
                left(bounds, back ? UNUSUAL : 0), bottom(bounds, across), top(bounds, across + 1), right(bounds, 400));
    }

    static List<Port> boundary(Bounds event, boolean onTop) {
        return List.of(onTop ? top(event, 0) : bottom(event, 0), right(event, 80), left(event, 120));
    }

    /// For message flows, associations and the like: any side, up and down first.
    static List<Port> any(Bounds bounds) {
        return List.of(bottom(bounds, 0), top(bounds, 0), right(bounds, UNUSUAL), left(bounds, UNUSUAL));
    }

    private static Port right(Bounds b, double cost) {
        return new Port(new Point(b.right(), b.center().y()), Side.RIGHT, cost);
    }

    private static Port left(Bounds b, double cost) {
        return new Port(new Point(b.x(), b.center().y()), Side.LEFT, cost);
    }

    private static Port bottom(Bounds b, double cost) {
        return new Port(new Point(b.center().x(), b.bottom()), Side.BOTTOM, cost);
    }

    private static Port top(Bounds b, double cost) {
        return new Port(new Point(b.center().x(), b.y()), Side.TOP, cost);
    }
}

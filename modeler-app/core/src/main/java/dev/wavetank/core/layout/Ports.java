package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.layout.EdgeRouter.Port;
import dev.wavetank.core.layout.EdgeRouter.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where flows leave and arrive: at the middles of the sides, and what each side costs, by the habits of the
/// field. Activities let go to the right and take from the left; gateways use all four corners; what closes a
/// cycle goes over or under.
final class Ports {
    static final double WIDE = 80;
    static final double ASIDE = 24;
    private static final double UNUSUAL = 35;
    private static final double SIDEWAYS = 70;
    private static final double TAKEN = 60;
    private static final double SHARED = 40;

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

    /// For message flows, associations and the like: up and down first, wide shapes at several places, used
    /// places last.
    static List<Port> any(Bounds bounds, Set<Point> used) {
        var ports = new ArrayList<Port>();
        double[] asides = bounds.width() >= WIDE ? new double[] {0, -ASIDE, ASIDE} : new double[] {0};
        for (double aside : asides) {
            for (Port port : List.of(bottom(bounds, 0), top(bounds, 0))) {
                Point at = port.at().translate(aside, 0);
                ports.add(new Port(at, port.side(), (aside == 0 ? 0 : 4) + (used.contains(at) ? TAKEN : 0)));
            }
        }
        ports.add(right(bounds, SIDEWAYS));
        ports.add(left(bounds, SIDEWAYS));
        return ports;
    }

    /// A pool's border straight above or below the other end, or a little aside where that is taken.
    static List<Port> pool(Bounds pool, double x, Set<Point> used) {
        var ports = new ArrayList<Port>();
        for (double aside : new double[] {0, ASIDE, -ASIDE, 2 * ASIDE, -2 * ASIDE, 3 * ASIDE, -3 * ASIDE}) {
            double at = Math.clamp(x + aside, pool.x() + 10, Math.max(pool.x() + 10, pool.right() - 10));
            for (Port port : List.of(bottom(pool, 0), top(pool, 0))) {
                Point place = new Point(at, port.at().y());
                double cost = Math.abs(aside) / 6 + (used.contains(place) ? TAKEN : 0);
                ports.add(new Port(place, port.side(), cost));
            }
        }
        return ports;
    }

    /// The same ports, those that another flow of a gateway uses already made dearer, so that each has its
    /// corner.
    static List<Port> avoiding(List<Port> ports, Set<Point> used) {
        return ports.stream()
                .map(port -> used.contains(port.at()) ? new Port(port.at(), port.side(), port.cost() + SHARED) : port)
                .toList();
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

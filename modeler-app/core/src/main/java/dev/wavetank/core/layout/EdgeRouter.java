package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// Finds orthogonal ways around obstacles.
///
/// The ways run on a sparse grid: the vertical and horizontal lines that the layout leaves free, and the
/// middles of the nodes. A search (A*, states are grid points with the direction of arrival) takes the cheapest
/// way by length, bends, crossings and company: running along another flow costs much unless both come from or
/// go to the same node. Since every obstacle has grid lines through its middle, no step between neighbouring
/// grid points can jump over one.
final class EdgeRouter {
    private static final double BEND = 30;
    private static final double CROSSING = 12;
    private static final double COMPANY = 60;
    private static final double CLEARANCE = 5;
    private static final int RIGHT = 0;
    private static final int DOWN = 1;
    private static final int LEFT = 2;
    private static final int UP = 3;
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private static final double STUB = 12;

    private final RoutingBudget budget;
    private final double[] xs;
    private final double[] ys;
    private final boolean[] blocked;
    private final float[] dear;
    /// Who runs from each point to its right and lower neighbour: an edge's two ends.
    private final Ends[][] users;

    /// Side of a node where a flow leaves or arrives, and what that costs.
    record Port(Point at, Side side, double cost) {}

    enum Side {
        RIGHT,
        BOTTOM,
        LEFT,
        TOP
    }

    private record Ends(ElementId source, ElementId target) {
        boolean meets(Ends other) {
            return source.equals(other.source) || target.equals(other.target);
        }
    }

    private record Visit(int state, double estimate) {}

    EdgeRouter(double[] xs, double[] ys, Collection<Bounds> obstacles, Collection<Bounds> soft, RoutingBudget budget) {
        this.budget = budget;
        this.xs = xs;
        this.ys = ys;
        blocked = new boolean[xs.length * ys.length];
        dear = new float[xs.length * ys.length];
        users = new Ends[xs.length * ys.length * 2][];
        obstacles.forEach(obstacle -> mark(obstacle.inflate(CLEARANCE), true));
        soft.forEach(obstacle -> mark(obstacle, false));
    }

    private void mark(Bounds bounds, boolean hard) {
        for (int y = firstAtLeast(ys, bounds.y()); y < ys.length && ys[y] <= bounds.bottom(); y++) {
            for (int x = firstAtLeast(xs, bounds.x()); x < xs.length && xs[x] <= bounds.right(); x++) {
                if (hard) {
                    blocked[y * xs.length + x] = true;
                } else {
                    dear[y * xs.length + x] = 25;
                }
            }
        }
    }

    /// The cheapest way from one of the sources to one of the targets; empty if all are walled in or the budget is
    /// spent.
    Optional<List<Point>> route(ElementId source, ElementId target, List<Port> sources, List<Port> targets) {
        if (budget.isSpent()) {
            return Optional.empty();
        }
        var ends = new Ends(source, target);
        int points = xs.length * ys.length;
        budget.spend(points);
        var cost = new double[points * 4];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        var from = new int[points * 4];
        Arrays.fill(from, -1);
        var startPort = new int[points * 4];
        var finish = new double[points * 4];
        Arrays.fill(finish, Double.POSITIVE_INFINITY);
        var finishPort = new int[points * 4];
        double goalX = targets.getFirst().at().x();
        double goalY = targets.getFirst().at().y();
        for (int i = 0; i < targets.size(); i++) {
            Port port = targets.get(i);
            int point = outside(port);
            if (point >= 0) {
                int arrival = (direction(port.side()) + 2) % 4;
                double rest = port.cost() + distance(point, port.at());
                if (rest < finish[point * 4 + arrival]) {
                    finish[point * 4 + arrival] = rest;
                    finishPort[point * 4 + arrival] = i;
                }
            }
        }
        var queue = new PriorityQueue<Visit>((a, b) ->
                a.estimate != b.estimate ? Double.compare(a.estimate, b.estimate) : Integer.compare(a.state, b.state));
        for (int i = 0; i < sources.size(); i++) {
            Port port = sources.get(i);
            int point = outside(port);
            int state = point * 4 + direction(port.side());
            double begin = port.cost() + (point < 0 ? 0 : distance(point, port.at()));
            if (point >= 0 && begin < cost[state]) {
                cost[state] = begin;
                startPort[state] = i;
                queue.add(new Visit(state, begin));
            }
        }
        double best = Double.POSITIVE_INFINITY;
        int bestState = -1;
        int bestPort = -1;
        while (!queue.isEmpty()) {
            if (budget.isSpent()) {
                return Optional.empty();
            }
            Visit visit = queue.poll();
            if (visit.estimate >= best) {
                break;
            }
            int state = visit.state;
            int point = state / 4;
            int heading = state % 4;
            double so = cost[state];
            for (int arrival = 0; arrival < 4; arrival++) {
                if (finish[point * 4 + arrival] < Double.POSITIVE_INFINITY && (arrival + 2) % 4 != heading) {
                    double whole = so + finish[point * 4 + arrival] + (arrival == heading ? 0 : BEND);
                    if (whole < best) {
                        best = whole;
                        bestState = state;
                        bestPort = finishPort[point * 4 + arrival];
                    }
                }
            }
            for (int turn = 0; turn < 4; turn++) {
                if ((turn + 2) % 4 == heading) {
                    continue;
                }
                int x = point % xs.length + DX[turn];
                int y = point / xs.length + DY[turn];
                if (x < 0 || y < 0 || x >= xs.length || y >= ys.length || blocked[y * xs.length + x]) {
                    continue;
                }
                int next = (y * xs.length + x) * 4 + turn;
                double now = so + step(point, turn, x, y, ends) + (turn == heading ? 0 : BEND);
                if (now < cost[next]) {
                    cost[next] = now;
                    from[next] = state;
                    startPort[next] = startPort[state];
                    double ahead = Math.max(0, Math.abs(xs[x] - goalX) + Math.abs(ys[y] - goalY) - 400);
                    queue.add(new Visit(next, now + ahead * 0.5));
                }
            }
        }
        if (bestState < 0) {
            return Optional.empty();
        }
        return Optional.of(trace(bestState, from, ends, sources.get(startPort[bestState]), targets.get(bestPort)));
    }

    /// A way of upright and level lines that looks at nothing in between.
    static List<Point> plain(Port source, Port target) {
        Point out = ahead(source);
        Point in = ahead(target);
        boolean level = isLevel(source);
        var way = new ArrayList<Point>(List.of(source.at(), out));
        if (level != isLevel(target)) {
            way.add(level ? new Point(in.x(), out.y()) : new Point(out.x(), in.y()));
        } else if (level) {
            double x = (out.x() + in.x()) / 2;
            way.add(new Point(x, out.y()));
            way.add(new Point(x, in.y()));
        } else {
            double y = (out.y() + in.y()) / 2;
            way.add(new Point(out.x(), y));
            way.add(new Point(in.x(), y));
        }
        way.add(in);
        way.add(target.at());
        return straightened(way);
    }

    private static Point ahead(Port port) {
        int direction = direction(port.side());
        return port.at().translate(DX[direction] * STUB, DY[direction] * STUB);
    }

    private static boolean isLevel(Port port) {
        return port.side() == Side.LEFT || port.side() == Side.RIGHT;
    }

    /// Marks a way that was found elsewhere, so that others keep off it.
    void occupy(List<Point> way, ElementId source, ElementId target) {
        var ends = new Ends(source, target);
        for (int i = 1; i < way.size(); i++) {
            Point a = way.get(i - 1);
            Point b = way.get(i);
            int y = Arrays.binarySearch(ys, a.y());
            if (Math.abs(a.y() - b.y()) < 0.01 && y >= 0) {
                double right = Math.max(a.x(), b.x());
                int first = firstAtLeast(xs, Math.min(a.x(), b.x()));
                for (int x = first; x + 1 < xs.length && xs[x + 1] <= right; x++) {
                    use(y * xs.length + x, RIGHT, ends);
                }
            }
            int x = Arrays.binarySearch(xs, a.x());
            if (Math.abs(a.x() - b.x()) < 0.01 && x >= 0) {
                double bottom = Math.max(a.y(), b.y());
                int first = firstAtLeast(ys, Math.min(a.y(), b.y()));
                for (int row = first; row + 1 < ys.length && ys[row + 1] <= bottom; row++) {
                    use(row * xs.length + x, DOWN, ends);
                }
            }
        }
    }

    private List<Point> trace(int last, int[] from, Ends ends, Port source, Port target) {
        var way = new ArrayList<Point>();
        way.add(target.at());
        for (int state = last; state >= 0; state = from[state]) {
            int point = state / 4;
            way.add(new Point(xs[point % xs.length], ys[point / xs.length]));
            if (from[state] >= 0) {
                use(from[state] / 4, state % 4, ends);
            }
        }
        way.add(source.at());
        return straightened(way.reversed());
    }

    private double step(int point, int turn, int x, int y, Ends ends) {
        double length =
                turn % 2 == 0 ? Math.abs(xs[x] - xs[point % xs.length]) : Math.abs(ys[y] - ys[point / xs.length]);
        double price = length + dear[y * xs.length + x];
        Ends[] along = users[segment(point, turn)];
        budget.spend(along == null ? 1 : 1 + along.length);
        if (along != null) {
            for (Ends other : along) {
                price += other.meets(ends) ? 0 : COMPANY;
            }
        }
        int to = y * xs.length + x;
        if (users[to * 2 + (turn % 2 == 0 ? 1 : 0)] != null) {
            price += CROSSING;
        }
        return price;
    }

    private void use(int point, int turn, Ends ends) {
        int segment = segment(point, turn);
        Ends[] before = users[segment];
        Ends[] now = before == null ? new Ends[1] : Arrays.copyOf(before, before.length + 1);
        now[now.length - 1] = ends;
        users[segment] = now;
    }

    /// Each stretch belongs to its left or upper end: even for those to the right, odd for those downwards.
    private int segment(int point, int turn) {
        return switch (turn) {
            case RIGHT -> point * 2;
            case LEFT -> (point - 1) * 2;
            case DOWN -> point * 2 + 1;
            default -> (point - xs.length) * 2 + 1;
        };
    }

    /// The first free grid point straight out of a port, or -1.
    private int outside(Port port) {
        int x = Arrays.binarySearch(xs, port.at().x());
        int y = Arrays.binarySearch(ys, port.at().y());
        boolean level = isLevel(port);
        if (level && y < 0 || !level && x < 0) {
            return -1;
        }
        int dx = DX[direction(port.side())];
        int dy = DY[direction(port.side())];
        x = x >= 0 ? x : dx > 0 ? -x - 1 : -x - 2;
        y = y >= 0 ? y : dy > 0 ? -y - 1 : -y - 2;
        for (int steps = 0; steps < 4; steps++) {
            if (x < 0 || y < 0 || x >= xs.length || y >= ys.length) {
                return -1;
            }
            if (!blocked[y * xs.length + x]) {
                return y * xs.length + x;
            }
            x += dx;
            y += dy;
        }
        return -1;
    }

    private double distance(int point, Point to) {
        return Math.abs(xs[point % xs.length] - to.x()) + Math.abs(ys[point / xs.length] - to.y());
    }

    private static int direction(Side side) {
        return switch (side) {
            case RIGHT -> RIGHT;
            case BOTTOM -> DOWN;
            case LEFT -> LEFT;
            case TOP -> UP;
        };
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        return at >= 0 ? at : -at - 1;
    }

    static List<Point> straightened(List<Point> way) {
        var points = new ArrayList<Point>();
        for (Point point : way) {
            if (!points.isEmpty() && points.getLast().distanceTo(point) < 0.01) {
                continue;
            }
            while (points.size() >= 2 && inLine(points.get(points.size() - 2), points.getLast(), point)) {
                points.removeLast();
            }
            points.add(point);
        }
        return points;
    }

    private static boolean inLine(Point a, Point b, Point c) {
        return Math.abs(a.x() - b.x()) < 0.01 && Math.abs(b.x() - c.x()) < 0.01
                || Math.abs(a.y() - b.y()) < 0.01 && Math.abs(b.y() - c.y()) < 0.01;
    }
}

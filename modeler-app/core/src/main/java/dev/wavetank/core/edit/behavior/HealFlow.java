package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.ConnectionLayout;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.rules.ConnectRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A deleted node with one flow in and one flow out leaves a flow from the one neighbour to the other, along
/// both old lines; so do several such nodes in a row. Where the neighbours could not be connected, nothing is healed.
public final class HealFlow implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        for (BpmnElement removed : changes.removed()) {
            if (removed.type().isFlowNode() && removed.type() != BpmnType.BOUNDARY_EVENT) {
                heal(transaction, removed.id());
            }
        }
    }

    /// Begins behind what is left and goes over everything deleted in a row.
    private static void heal(Transaction transaction, ElementId removed) {
        Diagram now = transaction.diagram();
        List<BpmnElement> chain = new ArrayList<>();
        Set<ElementId> seen = new HashSet<>();
        Optional<ElementId> at = Optional.of(removed);
        while (at.isPresent() && now.element(at.get()).isEmpty()) {
            List<BpmnElement> in = flows(now, now.incoming(at.get()));
            List<BpmnElement> out = flows(now, now.outgoing(at.get()));
            if (in.size() != 1 || out.size() != 1 || in.equals(out) || !seen.add(at.get())) {
                return;
            }
            if (chain.isEmpty()) {
                chain.add(in.getFirst());
            }
            chain.add(out.getFirst());
            at = out.getFirst().target();
        }
        Optional<ElementId> target = at;
        Optional<ElementId> source = chain.getFirst().source();
        boolean allowed = source.isPresent()
                && target.isPresent()
                && !source.equals(target)
                && new ConnectRules(now).canConnect(source.get(), target.get()).isAllowed();
        if (allowed) {
            for (BpmnElement out : chain.subList(1, chain.size())) {
                join(transaction, transaction.diagram(), chain.getFirst(), out, target.get());
            }
        }
    }

    private static void join(Transaction transaction, Diagram now, BpmnElement in, BpmnElement out, ElementId target) {
        transaction.setAttribute(in.id(), "targetRef", target.value());
        now.edge(in.id())
                .ifPresent(first -> now.edge(out.id()).ifPresent(second -> {
                    if (first.waypoints().size() >= 2 && second.waypoints().size() >= 2) {
                        List<Point> line = new ArrayList<>(first.waypoints());
                        line.removeLast();
                        line.addAll(
                                second.waypoints().subList(1, second.waypoints().size()));
                        List<Point> joined = Polyline.simplify(
                                orthogonal(line, first.waypoints().size() - 1));
                        transaction.setWaypoints(first, reaching(now, in, target, joined));
                    }
                }));
        transaction.remove(out.id());
    }

    /// Where one of the two lines did not reach what it connected, the joined one is drawn anew.
    private static List<Point> reaching(Diagram now, BpmnElement flow, ElementId target, List<Point> joined) {
        ElementId source = flow.source().orElseThrow();
        ConnectionLayout layout = new ConnectionLayout(now);
        return layout.reaches(source, joined.getFirst()) && layout.reaches(target, joined.getLast())
                ? joined
                : layout.route(flow.type(), source, target).orElse(joined);
    }

    /// Puts a corner where the two lines are joined by a slanted segment.
    private static List<Point> orthogonal(List<Point> line, int joint) {
        if (joint < 1 || joint >= line.size()) {
            return line;
        }
        Point before = line.get(joint - 1);
        Point after = line.get(joint);
        if (before.x() == after.x() || before.y() == after.y()) {
            return line;
        }
        List<Point> cornered = new ArrayList<>(line);
        double middle = (before.x() + after.x()) / 2;
        cornered.add(joint, new Point(middle, before.y()));
        cornered.add(joint + 1, new Point(middle, after.y()));
        return cornered;
    }

    private static List<BpmnElement> flows(Diagram diagram, List<ElementId> connections) {
        return connections.stream()
                .flatMap(id -> diagram.element(id).stream())
                .filter(flow -> flow.type() == BpmnType.SEQUENCE_FLOW)
                .toList();
    }
}

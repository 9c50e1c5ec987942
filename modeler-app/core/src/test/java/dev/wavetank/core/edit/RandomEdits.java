package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.catalogue.Catalogue;
import dev.wavetank.core.catalogue.Entry;
import dev.wavetank.core.catalogue.Offers;
import dev.wavetank.core.edit.command.AddLane;
import dev.wavetank.core.edit.command.AlignElements;
import dev.wavetank.core.edit.command.AppendAt;
import dev.wavetank.core.edit.command.AppendShape;
import dev.wavetank.core.edit.command.AttachShape;
import dev.wavetank.core.edit.command.ChangeId;
import dev.wavetank.core.edit.command.Colours;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.CopiedElements;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.DistributeElements;
import dev.wavetank.core.edit.command.DrawMissing;
import dev.wavetank.core.edit.command.EngineFields;
import dev.wavetank.core.edit.command.GroupElements;
import dev.wavetank.core.edit.command.HideContents;
import dev.wavetank.core.edit.command.MakeSpace;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.MoveLabel;
import dev.wavetank.core.edit.command.MoveLane;
import dev.wavetank.core.edit.command.MoveToOrigin;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.PasteElements;
import dev.wavetank.core.edit.command.Reconnect;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.edit.command.ReplaceElement;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.edit.command.SetAttribute;
import dev.wavetank.core.edit.command.SetChildText;
import dev.wavetank.core.edit.command.SetColour;
import dev.wavetank.core.edit.command.SetEngineField;
import dev.wavetank.core.edit.command.SplitLane;
import dev.wavetank.core.edit.command.ToggleExpanded;
import dev.wavetank.core.edit.command.ToggleMarker;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.layout.LayoutDiagram;
import dev.wavetank.core.layout.LayoutSelection;
import dev.wavetank.core.layout.TidyConnections;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.rules.Sheets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Commands as a restless person would give them: mostly sensible, sometimes not allowed.
final class RandomEdits {
    private static final List<NodeKind> KINDS =
            Catalogue.ALL.stream().map(Entry::kind).toList();
    private static final List<String> NAMES =
            List.of("", "Check invoice", "größer & <b>\"x\"</b>", "line\nbreak", "日本語 😀", "  blanks  ", "]]>");

    private final Random random;
    /// How many times something was set.
    private int settings;

    RandomEdits(Random random) {
        this.random = random;
    }

    Command next(Diagram diagram) {
        List<BpmnElement> drawn = new ArrayList<>();
        List<BpmnElement> lines = new ArrayList<>();
        for (BpmnElement element : diagram.elements()) {
            if (diagram.shape(element.id()).isPresent()) {
                drawn.add(element);
            } else if (diagram.edge(element.id()).isPresent()) {
                lines.add(element);
            }
        }
        if (drawn.isEmpty()) {
            return create(diagram, drawn, lines);
        }
        ElementId one = pick(drawn).id();
        ElementId other = pick(drawn).id();
        return switch (random.nextInt(35)) {
            case 0, 1 -> MoveElements.by(Set.of(one), random.nextInt(-20, 21) * 10, random.nextInt(-20, 21) * 10);
            case 2 -> MoveElements.by(set(one, other), random.nextInt(-100, 100), random.nextInt(-100, 100) + 0.5);
            case 3 -> new MoveElements(Set.of(one), 10, 20, new MoveElements.Onto(Optional.of(other)));
            case 4 -> {
                Optional<ElementId> onto = lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(pick(lines).id());
                yield new MoveElements(Set.of(one), -30, 10, new MoveElements.Onto(onto));
            }
            case 5 -> {
                Bounds bounds = diagram.shape(one).orElseThrow().bounds();
                yield new ResizeShape(
                        one, new Bounds(bounds.x(), bounds.y() - 10, bounds.width() + random.nextInt(-50, 99), 150));
            }
            case 6 -> create(diagram, drawn, lines);
            case 7 -> new Connect(one, other);
            case 8 ->
                new RenameElement(
                        pick(random.nextInt(4) == 0 && !lines.isEmpty() ? lines : drawn)
                                .id(),
                        pick(NAMES));
            case 9 -> new DeleteElements(random.nextInt(4) == 0 ? set(one, other) : Set.of(one));
            case 10 -> new AppendShape(one, pick(KINDS));
            case 11 -> {
                if (lines.isEmpty() || random.nextInt(3) == 0) {
                    yield new MoveLabel(
                            random.nextBoolean() || lines.isEmpty()
                                    ? one
                                    : pick(lines).id(),
                            new Bounds(random.nextInt(500), 5, 90, 14));
                }
                Edge edge = diagram.edge(pick(lines).id()).orElseThrow();
                List<Point> points = new ArrayList<>(edge.waypoints());
                points.add(points.size() / 2, new Point(random.nextInt(900), random.nextInt(900)));
                yield new UpdateWaypoints(edge.element(), points);
            }
            case 12 -> {
                List<BpmnElement> pools = drawn.stream()
                        .filter(element -> element.type().isSwimlane())
                        .toList();
                ElementId at = pools.isEmpty() ? one : pick(pools).id();
                yield switch (random.nextInt(4)) {
                    case 0 -> new SplitLane(at, random.nextInt(4));
                    case 1 -> new DeleteElements(Set.of(at));
                    case 2 ->
                        new ResizeShape(
                                at, diagram.shape(at).orElseThrow().bounds().inflate(random.nextInt(-60, 60)));
                    default -> new AddLane(at, random.nextBoolean());
                };
            }
            case 19 -> {
                Set<ElementId> some =
                        new HashSet<>(List.of(one, other, pick(drawn).id()));
                yield random.nextBoolean()
                        ? new DistributeElements(some, random.nextBoolean())
                        : new AlignElements(some, pick(List.of(AlignElements.Line.values())));
            }
            case 20, 21 -> {
                Point at = new Point(random.nextInt(900), random.nextInt(600));
                Optional<ElementId> below = random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(pick(drawn).id());
                yield new PasteElements(CopiedElements.of(diagram, set(one, other)), at, below);
            }
            case 17, 18 -> {
                List<Entry> offers = new Offers(diagram).replaceBy(one);
                yield new ReplaceElement(
                        one, offers.isEmpty() ? pick(KINDS) : pick(offers).kind());
            }
            case 23 -> {
                List<BpmnElement> open = drawn.stream()
                        .filter(element -> element.type().isSubProcess())
                        .toList();
                yield new ToggleExpanded(open.isEmpty() ? one : pick(open).id());
            }
            case 24 -> new ToggleMarker(one, pick(List.of(Marker.values())));
            case 25 -> {
                List<BpmnElement> lanes = drawn.stream()
                        .filter(element -> element.type() == BpmnType.LANE)
                        .toList();
                ElementId lane = lanes.isEmpty() ? one : pick(lanes).id();
                yield new MoveLane(lane, random.nextInt(-300, 300), random.nextInt(-300, 300));
            }
            case 26 ->
                new ChangeId(
                        pick(diagram.elements()).id(),
                        random.nextBoolean() ? "Id_" + random.nextInt(1_000_000) : one.value());
            case 27 -> {
                List<Entry> offers = new Offers(diagram).appendTo(one);
                List<Entry> onBorder = new Offers(diagram).attachTo(one);
                if (!onBorder.isEmpty() && random.nextBoolean()) {
                    yield new AttachShape(one, pick(onBorder).kind());
                }
                yield new AppendShape(
                        one, offers.isEmpty() ? pick(KINDS) : pick(offers).kind());
            }
            case 29 -> new AppendAt(one, create(diagram, drawn, lines));
            case 30 -> new GroupElements(set(one, other));
            case 31 -> {
                Set<ElementId> some =
                        set(one, pick(lines.isEmpty() ? drawn : lines).id());
                yield new SetColour(
                        some, random.nextBoolean() ? Optional.of(new Colours("#bbdefb", "#0d4372")) : Optional.empty());
            }
            case 32 -> {
                BpmnElement element = pick(lines.isEmpty() ? drawn : lines);
                boolean flow = element.type() == BpmnType.SEQUENCE_FLOW;
                yield new SetChildText(element.id(), flow ? "conditionExpression" : "documentation", pick(NAMES));
            }
            case 33 -> whole(diagram, set(one, other));
            case 13 -> new MakeSpace(0, random.nextBoolean(), random.nextInt(900), random.nextInt(-300, 300));
            case 14 -> {
                ElementId line = lines.isEmpty() ? one : pick(lines).id();
                yield new Reconnect(line, random.nextBoolean() ? Reconnect.End.SOURCE : Reconnect.End.TARGET, other);
            }
            case 15, 16 -> {
                List<BpmnElement> events = drawn.stream()
                        .filter(element -> element.type().isEvent())
                        .toList();
                ElementId moving = events.isEmpty() ? one : pick(events).id();
                Bounds from = diagram.shape(moving).orElseThrow().bounds();
                Bounds onto = diagram.shape(other).orElseThrow().bounds();
                yield new MoveElements(
                        Set.of(moving),
                        onto.x() - from.center().x(),
                        onto.bottom() - from.center().y(),
                        new MoveElements.Onto(random.nextBoolean() ? Optional.of(other) : Optional.empty()));
            }
            default -> {
                boolean on = random.nextBoolean();
                settings++;
                yield settings % 3 == 0
                        ? engineField(diagram, one)
                        : new SetAttribute(
                                one,
                                "http://flowable.org/bpmn",
                                "flowable",
                                "async",
                                on ? Optional.of("true") : Optional.empty());
            }
        };
    }

    private Command engineField(Diagram diagram, ElementId task) {
        String field = diagram.element(task).map(EngineFields::names).orElse(List.of()).stream()
                .findFirst()
                .orElse("requestUrl");
        return new SetEngineField(task, field, NAMES.get(settings % NAMES.size()));
    }

    /// Commands that go over all of a file or a sheet, which people give now and then.
    private Command whole(Diagram diagram, Set<ElementId> some) {
        int sheet = random.nextInt(Math.max(1, diagram.planes().size()));
        return switch (random.nextInt(6)) {
            case 0 -> new DrawMissing();
            case 1 -> new HideContents();
            case 2 -> new MoveToOrigin(sheet);
            case 3 -> new TidyConnections(sheet, random.nextBoolean() ? some : Set.of());
            case 4 -> new LayoutDiagram();
            default -> new LayoutSelection(some);
        };
    }

    private CreateShape create(Diagram diagram, List<BpmnElement> drawn, List<BpmnElement> lines) {
        List<BpmnElement> below = random.nextInt(4) == 0 ? lines : drawn;
        Optional<ElementId> target = below.isEmpty() || random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(pick(below).id());
        Point at = target.flatMap(diagram::shape)
                .map(shape -> random.nextBoolean()
                        ? shape.bounds().center()
                        : new Point(shape.bounds().x(), shape.bounds().y()))
                .orElse(new Point(random.nextInt(1000), random.nextInt(600)));
        int sheet = random.nextInt(Math.max(1, diagram.planes().size()));
        return new CreateShape(
                pick(KINDS),
                at,
                target,
                target.map(id -> Sheets.of(diagram, id)).orElse(sheet));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Set<ElementId> set(ElementId one, ElementId other) {
        return one.equals(other) ? Set.of(one) : Set.of(one, other);
    }
}

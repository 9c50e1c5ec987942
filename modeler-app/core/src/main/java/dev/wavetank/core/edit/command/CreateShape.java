package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.DiagramInterchange;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.ShapeRules;
import dev.wavetank.core.rules.Verdict;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Creates an element with its shape. What it is dropped on decides where it belongs: a container holds it, a
/// sequence flow is split by it, an activity's border makes a catching event a boundary event, a pool or lane
/// gets another lane.
///
/// @param target what lies below, empty for the sheet
/// @param sheet the index of the sheet among the diagram's planes
public record CreateShape(NodeKind kind, Point center, Optional<ElementId> target, int sheet) implements Command {
    /// On the first sheet.
    public CreateShape(NodeKind kind, Point center, Optional<ElementId> target) {
        this(kind, center, target, 0);
    }

    @Override
    public void apply(Transaction transaction) {
        create(transaction);
    }

    /// What the rules say to it.
    public Verdict verdict(Diagram diagram) {
        ShapeRules rules = new ShapeRules(diagram);
        Set<Kind> kinds = kind.event().map(Set::of).orElse(Set.of());
        Optional<Verdict> attached = target.map(host -> rules.canAttach(kind.type(), kinds, host, center))
                .filter(Verdict::isAllowed);
        return attached.orElseGet(() -> kind.type() == BpmnType.BOUNDARY_EVENT
                ? new Verdict.Forbidden("A boundary event sits on the border of an activity.")
                : rules.canCreate(kind.nature(), target, sheet));
    }

    /// The new element; empty if the rules forbid it.
    Optional<ElementId> create(Transaction transaction) {
        return switch (verdict(transaction.diagram())) {
            case Verdict.Forbidden _ -> Optional.empty();
            case Verdict.Attached _ -> write(transaction, BpmnType.BOUNDARY_EVENT, target);
            case Verdict.Inserted _ -> {
                Optional<ElementId> created = write(transaction, kind.type(), Optional.empty());
                created.ifPresent(node -> target.ifPresent(flow -> FlowSplit.insert(transaction, flow, node)));
                yield created;
            }
            case Verdict.Allowed _, Verdict.ConnectedBy _ ->
                switch (kind.type()) {
                    case PARTICIPANT -> PoolCreation.create(transaction, kind, center);
                    case LANE -> addLane(transaction);
                    default -> write(transaction, kind.type(), Optional.empty());
                };
        };
    }

    /// Beyond the middle of what it is dropped on, or before.
    private Optional<ElementId> addLane(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        ElementId beside = target.orElseThrow();
        boolean horizontal = Lanes.isHorizontal(diagram, beside);
        boolean after = diagram.shape(beside)
                .map(shape -> shape.bounds().center())
                .filter(middle -> horizontal ? center.y() < middle.y() : center.x() < middle.x())
                .isEmpty();
        return new AddLane(beside, after).add(transaction);
    }

    private Optional<ElementId> write(Transaction transaction, BpmnType type, Optional<ElementId> host) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> below = host.flatMap(diagram::element);
        Optional<XmlElement> holder = below.isPresent()
                ? below.flatMap(activity -> Placement.enclosing(diagram, activity))
                        .map(BpmnElement::xml)
                : Optional.of(Placement.holder(diagram, type, target, sheet)
                        .map(BpmnElement::xml)
                        .orElseGet(() -> element(transaction, addProcess(transaction))));
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        ElementId id = transaction.newId(kind.idPrefix());
        XmlName name = Connect.bpmnName(transaction, holder.get(), type.localName());
        Markup markup = Markup.of(name).with("id", id.value());
        if (host.isPresent()) {
            markup = markup.with(
                    "attachedToRef", transaction.identify(host.get()).value());
        }
        if (type == BpmnType.CALL_ACTIVITY && kind.expanded()) {
            markup = markup.with("calledElement", addProcess(transaction).value());
        }
        markup = DataMarkup.referring(transaction, kind, markup, holder.get());
        markup = new KindMarkup(transaction, kind.as(type), holder.get()).complete(markup);
        if (Placement.isSpecified(type)) {
            DataMarkup.specify(transaction, holder.get(), markup, type);
        } else {
            transaction.insert(holder.get(), markup);
        }
        Bounds bounds = kind.around(center);
        DiagramInterchange interchange = new DiagramInterchange(transaction);
        interchange.addShape(
                id,
                host.flatMap(diagram::shape).isPresent() ? onBorder(diagram, bounds) : bounds,
                interchange.sheet(sheet),
                flags());
        SubProcessStart.add(transaction, id);
        return Optional.of(id);
    }

    /// A boundary event's centre lies on the border of its host.
    private Bounds onBorder(Diagram diagram, Bounds event) {
        Bounds host = target.flatMap(diagram::shape).orElseThrow().bounds();
        Point on = Borders.nearest(host, center);
        return event.translate(
                on.x() - event.center().x(), on.y() - event.center().y());
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (kind.type().isSubProcess() || kind.type() == BpmnType.CALL_ACTIVITY && kind.expanded()) {
            flags.add("isExpanded=" + kind.expanded());
        }
        if (kind.type() == BpmnType.EXCLUSIVE_GATEWAY) {
            flags.add("isMarkerVisible=true");
        }
        return flags;
    }

    private static XmlElement element(Transaction transaction, ElementId id) {
        return transaction.diagram().element(id).orElseThrow().xml();
    }

    private static ElementId addProcess(Transaction transaction) {
        XmlElement root = transaction.diagram().document().root();
        ElementId id = transaction.newId("Process");
        XmlName name = root.name().is(Namespaces.BPMN, "definitions")
                ? root.name().sibling("process")
                : transaction.name(root, Namespaces.BPMN, "bpmn", "process");
        transaction.insert(root, Markup.of(name).with("id", id.value()).with("isExecutable", "true"));
        return id;
    }
}

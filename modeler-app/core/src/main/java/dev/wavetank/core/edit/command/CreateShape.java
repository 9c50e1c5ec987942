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
import dev.wavetank.core.rules.Sizes;
import dev.wavetank.core.rules.Verdict;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Creates an element with its shape. What it is dropped on decides where it belongs: a container holds it, a
/// sequence flow is split by it, an activity's border makes a catching event a boundary event.
///
/// @param target what lies below, empty for the sheet
public record CreateShape(NodeKind kind, Point center, Optional<ElementId> target) implements Command {
    @Override
    public void apply(Transaction transaction) {
        create(transaction);
    }

    /// The new element; empty if the rules forbid it.
    Optional<ElementId> create(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        ShapeRules rules = new ShapeRules(diagram);
        Set<Kind> kinds = kind.event().map(Set::of).orElse(Set.of());
        boolean attached = target.filter(host ->
                        rules.canAttach(kind.type(), kinds, host, center).isAllowed())
                .isPresent();
        if (attached) {
            return write(transaction, BpmnType.BOUNDARY_EVENT, target);
        }
        Verdict verdict = rules.canCreate(kind.type(), target);
        if (kind.type() == BpmnType.BOUNDARY_EVENT || !verdict.isAllowed()) {
            return Optional.empty();
        }
        Optional<ElementId> created = kind.type() == BpmnType.PARTICIPANT
                ? PoolCreation.create(transaction, kind, center)
                : write(transaction, kind.type(), Optional.empty());
        if (verdict instanceof Verdict.Inserted) {
            created.ifPresent(node -> target.ifPresent(flow -> FlowSplit.insert(transaction, flow, node)));
        }
        return created;
    }

    private Optional<ElementId> write(Transaction transaction, BpmnType type, Optional<ElementId> host) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> below = host.flatMap(diagram::element);
        Optional<XmlElement> holder = below.isPresent()
                ? below.flatMap(activity -> Placement.enclosing(diagram, activity))
                        .map(BpmnElement::xml)
                : Optional.of(Placement.holder(diagram, type, target)
                        .map(BpmnElement::xml)
                        .orElseGet(() -> addProcess(transaction)));
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
        for (var attribute : kind.attributes().entrySet()) {
            markup = markup.with(attribute.getKey(), attribute.getValue());
        }
        markup = withParts(transaction, markup, name, holder.get());
        transaction.insert(holder.get(), markup);
        Bounds bounds = Sizes.initial(type, kind.expanded(), center);
        new DiagramInterchange(transaction)
                .addShape(
                        id,
                        host.flatMap(diagram::shape).isPresent() ? onBorder(diagram, bounds) : bounds,
                        target,
                        flags());
        return Optional.of(id);
    }

    private Markup withParts(Transaction transaction, Markup markup, XmlName name, XmlElement holder) {
        Markup result = markup;
        if (kind.event().isPresent()) {
            ElementId definition = transaction.newId("EventDefinition");
            Markup event =
                    Markup.of(name.sibling(kind.event().get().localName())).with("id", definition.value());
            result = result.with(event);
        }
        if (kind.type() == BpmnType.TEXT_ANNOTATION) {
            result = result.with(Markup.of(name.sibling("text")));
        }
        if (kind.type() == BpmnType.DATA_OBJECT_REFERENCE) {
            ElementId object = transaction.newId("DataObject");
            transaction.insert(holder, Markup.of(name.sibling("dataObject")).with("id", object.value()));
            result = result.with("dataObjectRef", object.value());
        }
        return result;
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
        if (kind.type().isSubProcess()) {
            flags.add("isExpanded=" + kind.expanded());
        }
        if (kind.type() == BpmnType.EXCLUSIVE_GATEWAY) {
            flags.add("isMarkerVisible=true");
        }
        return flags;
    }

    private static XmlElement addProcess(Transaction transaction) {
        XmlElement root = transaction.diagram().document().root();
        ElementId id = transaction.newId("Process");
        XmlName name = root.name().is(Namespaces.BPMN, "definitions")
                ? root.name().sibling("process")
                : transaction.name(root, Namespaces.BPMN, "bpmn", "process");
        transaction.insert(root, Markup.of(name).with("id", id.value()).with("isExecutable", "true"));
        return transaction.diagram().element(id).orElseThrow().xml();
    }
}

package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.ConnectionLayout;
import dev.wavetank.core.edit.DiagramInterchange;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.ConnectRules;
import dev.wavetank.core.rules.Sheets;
import dev.wavetank.core.rules.Verdict;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.Optional;

/// Connects two elements by the kind of connection that the rules give for them; does nothing if they give
/// none.
public record Connect(ElementId source, ElementId target) implements Command {
    /// The name that the common editors give it.
    private static final String PLACEHOLDER = "__targetRef_placeholder";

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        if (Sheets.areOnOne(diagram, source, target)
                && new ConnectRules(diagram).canConnect(source, target) instanceof Verdict.ConnectedBy connectedBy) {
            ElementId from = transaction.identify(source);
            ElementId to = transaction.identify(target);
            write(transaction, connectedBy.connection(), from, to);
        }
    }

    /// Writes the connection and, where both ends are drawn, its edge; empty if no element may hold it.
    static Optional<ElementId> write(Transaction transaction, BpmnType type, ElementId from, ElementId to) {
        Diagram diagram = transaction.diagram();
        Optional<XmlElement> holder = holder(diagram, type, from, to).map(BpmnElement::xml);
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        ElementId id = transaction.newId(prefix(type));
        XmlName name = bpmnName(transaction, holder.get(), type.localName());
        Markup markup = Markup.of(name).with("id", id.value());
        markup = switch (type) {
            case DATA_INPUT_ASSOCIATION ->
                markup.with(Markup.of(name.sibling("sourceRef")).withText(from.value()))
                        .with(Markup.of(name.sibling("targetRef"))
                                .withText(dataPlaceholder(transaction, holder.get(), name)));
            case DATA_OUTPUT_ASSOCIATION ->
                markup.with(Markup.of(name.sibling("targetRef")).withText(to.value()));
            case ASSOCIATION -> {
                boolean undoes =
                        diagram.element(from).map(BpmnElement::type).equals(Optional.of(BpmnType.BOUNDARY_EVENT))
                                && diagram.element(to)
                                        .filter(it -> it.type().isActivity())
                                        .isPresent();
                Markup line = markup.with("sourceRef", from.value()).with("targetRef", to.value());
                yield undoes ? line.with("associationDirection", "One") : line;
            }
            default -> markup.with("sourceRef", from.value()).with("targetRef", to.value());
        };
        transaction.insert(holder.get(), markup);
        Diagram now = transaction.diagram();
        new ConnectionLayout(now)
                .route(type, from, to)
                .ifPresent(line -> new DiagramInterchange(transaction).addEdge(id, line, from));
        return Optional.of(id);
    }

    /// The schema demands a target inside the activity; an empty property stands for "whatever the activity
    /// makes of it".
    private static String dataPlaceholder(Transaction transaction, XmlElement activity, XmlName name) {
        Optional<String> known = transaction.current(activity).children(Namespaces.BPMN, "property").stream()
                .filter(Connect::isPlaceholder)
                .findFirst()
                .flatMap(property -> property.attribute("id"));
        if (known.isPresent()) {
            return known.get();
        }
        ElementId id = transaction.newId("Property");
        transaction.insert(
                activity,
                Markup.of(name.sibling("property")).with("id", id.value()).with("name", PLACEHOLDER));
        return id.value();
    }

    /// Whether an element is the property that stands for the target of data input associations.
    public static boolean isPlaceholder(XmlElement property) {
        return property.name().is(Namespaces.BPMN, "property")
                && property.attribute("name").filter(PLACEHOLDER::equals).isPresent();
    }

    /// The element that holds a connection of that kind between these two.
    static Optional<BpmnElement> holder(Diagram diagram, BpmnType type, ElementId from, ElementId to) {
        Optional<BpmnElement> source = diagram.element(from);
        Optional<BpmnElement> target = diagram.element(to);
        return switch (type) {
            case DATA_INPUT_ASSOCIATION -> target;
            case DATA_OUTPUT_ASSOCIATION -> source;
            case MESSAGE_FLOW -> collaboration(diagram);
            case ASSOCIATION -> source.flatMap(element -> container(diagram, element));
            default -> source.flatMap(element -> Placement.enclosing(diagram, element));
        };
    }

    private static Optional<BpmnElement> container(Diagram diagram, BpmnElement element) {
        return element.type() == BpmnType.PARTICIPANT
                ? collaboration(diagram)
                : Placement.enclosing(diagram, element).or(() -> collaboration(diagram));
    }

    private static Optional<BpmnElement> collaboration(Diagram diagram) {
        return diagram.definitions().stream()
                .flatMap(root -> diagram.children(root.id()).stream())
                .filter(element -> element.type() == BpmnType.COLLABORATION)
                .findFirst();
    }

    /// A name in the BPMN namespace with the prefix this part of the file uses.
    static XmlName bpmnName(Transaction transaction, XmlElement place, String local) {
        return place.name().namespace().equals(Namespaces.BPMN)
                ? place.name().sibling(local)
                : transaction.name(place, Namespaces.BPMN, "bpmn", local);
    }

    private static String prefix(BpmnType type) {
        return switch (type) {
            case SEQUENCE_FLOW, MESSAGE_FLOW -> "Flow";
            case ASSOCIATION -> "Association";
            case DATA_INPUT_ASSOCIATION -> "DataInputAssociation";
            default -> "DataOutputAssociation";
        };
    }
}

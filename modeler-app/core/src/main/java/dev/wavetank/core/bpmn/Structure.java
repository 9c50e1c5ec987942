package dev.wavetank.core.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a drawn model says, apart from ids, places and order: one line for each element that is drawn. Two models
/// with the same lines are structurally equal, as the navigations of the test suite see them.
public final class Structure {
    private final Diagram model;

    private Structure(Diagram model) {
        this.model = model;
    }

    public static List<String> of(Diagram model) {
        var structure = new Structure(model);
        Stream<ElementId> shapes = model.planes().stream()
                .flatMap(plane -> plane.shapes().stream())
                .map(Shape::element);
        Stream<ElementId> edges =
                model.planes().stream().flatMap(plane -> plane.edges().stream()).map(edge -> edge.element());
        return Stream.concat(shapes, edges)
                .distinct()
                .flatMap(id -> model.element(id).stream())
                .filter(structure::isSeen)
                .map(structure::line)
                .sorted()
                .toList();
    }

    /// A pool without a name is no more than the sheet.
    private boolean isSeen(BpmnElement element) {
        return element.type() != BpmnType.PARTICIPANT
                || model.label(element.id()).isPresent();
    }

    private String line(BpmnElement element) {
        return element.type().isConnection() ? connection(element) : node(element);
    }

    private String node(BpmnElement node) {
        var line = new StringBuilder(named(node));
        node.eventDefinitions().forEach(it -> line.append(" ").append(it.kind()));
        if (!node.isInterrupting()) {
            line.append(" non-interrupting");
        }
        if (node.isTriggeredByEvent()) {
            line.append(" triggered by event");
        }
        if (node.isForCompensation()) {
            line.append(" for compensation");
        }
        if (node.loop() != BpmnElement.Loop.NONE) {
            line.append(" ").append(node.loop());
        }
        look(node).forEach(it -> line.append(" ").append(it));
        node.attachedTo().ifPresent(host -> line.append(" on ").append(named(host)));
        if (node.type().isArtifact()) { // stands beside the process that the file has it in
            return line.toString();
        }
        return line.append(" in ").append(path(node)).toString();
    }

    /// What tells it from others of its type: what it calls, that it is a list, how its sign is drawn.
    private List<String> look(BpmnElement node) {
        Shape shape = model.shape(node.id()).orElseThrow();
        List<String> look = new ArrayList<>();
        switch (node.type()) {
            case SUB_PROCESS, TRANSACTION, AD_HOC_SUB_PROCESS -> look.add(shape.expanded() ? "open" : "closed");
            case CALL_ACTIVITY ->
                look.add(OpenCalls.process(model, node)
                        .map(_ -> "open")
                        .or(() -> node.attribute("calledElement").map("calls "::concat))
                        .orElse("calls nothing"));
            case EXCLUSIVE_GATEWAY -> look.add(shape.markerVisible() ? "marked" : "unmarked");
            case EVENT_BASED_GATEWAY -> look.add(node.isInstantiating() ? "instantiating" : "inside");
            case PARTICIPANT -> {
                look.add(node.process().isPresent() ? "open" : "closed");
                look.add(node.isMultiple() ? "several" : "one");
                look.add(shape.horizontal() ? "lying" : "standing");
            }
            case DATA_OBJECT_REFERENCE -> {
                boolean list = node.reference("dataObjectRef")
                        .flatMap(model::element)
                        .filter(BpmnElement::isCollection)
                        .isPresent();
                look.add(list ? "list" : "item");
            }
            default -> {}
        }
        return look;
    }

    private String connection(BpmnElement connection) {
        String isDefault = connection
                .source()
                .flatMap(model::element)
                .flatMap(BpmnElement::defaultFlow)
                .filter(connection.id()::equals)
                .map(_ -> " default")
                .orElse("");
        String direction = connection.type() == BpmnType.ASSOCIATION
                ? " " + connection.associationDirection().toLowerCase(Locale.ROOT)
                : "";
        String condition = connection.conditionExpression().isPresent() ? " conditional" : "";
        return named(connection) + isDefault + condition + direction + ": "
                + connection.source().map(this::named).orElse("?") + " to "
                + connection.target().map(this::named).orElse("?");
    }

    /// The containers it lies in, lanes included.
    private String path(BpmnElement element) {
        String lanes = model.lanes().stream()
                .filter(lane -> lane.references("flowNodeRef").contains(element.id()))
                .map(lane -> model.label(lane.id()).orElse(""))
                .sorted()
                .collect(Collectors.joining("|"));
        Optional<BpmnElement> holder = element.parent().flatMap(model::element);
        while (holder.isPresent()
                && model.shape(holder.get().id()).isEmpty()
                && holder.get().type() != BpmnType.PROCESS) {
            holder = holder.get().parent().flatMap(model::element);
        }
        String container = holder.map(it -> it.type() == BpmnType.PROCESS ? around(it.id()) : named(it))
                .orElse("");
        return container + (lanes.isEmpty() ? "" : " lane " + lanes);
    }

    /// The open call activity or the pool that shows a process.
    private String around(ElementId process) {
        return OpenCalls.of(model, process).map(this::named).orElseGet(() -> pool(process));
    }

    private String pool(ElementId process) {
        return model.planes().stream()
                .flatMap(plane -> plane.shapes().stream())
                .flatMap(shape -> model.element(shape.element()).stream())
                .filter(it -> it.process().filter(process::equals).isPresent())
                .filter(this::isSeen)
                .map(this::named)
                .findFirst()
                .orElse("the sheet");
    }

    private String named(ElementId id) {
        return model.element(id).map(this::named).orElse("?");
    }

    private String named(BpmnElement element) {
        return element.type() + " '"
                + model.label(element.id()).orElse("").strip().replaceAll("\\s+", " ") + "'";
    }
}

package dev.wavetank.core.rules;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnElement.Loop;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.rules.Verdict.Forbidden;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which markers an element has and may have.
public final class MarkerRules {
    private static final Set<Kind> ALWAYS_INTERRUPTING = Set.of(Kind.ERROR, Kind.CANCEL, Kind.COMPENSATE);

    private final Diagram diagram;

    public MarkerRules(Diagram diagram) {
        this.diagram = diagram;
    }

    /// Whether the element shows the marker now.
    public boolean isMarked(ElementId id, Marker marker) {
        return diagram.element(id)
                .filter(element -> switch (marker) {
                    case LOOP -> element.loop() == Loop.STANDARD;
                    case PARALLEL -> element.loop() == Loop.PARALLEL;
                    case SEQUENTIAL -> element.loop() == Loop.SEQUENTIAL;
                    case AD_HOC -> element.type() == BpmnType.AD_HOC_SUB_PROCESS;
                    case COMPENSATION -> element.isForCompensation();
                    case COLLECTION ->
                        collection(element).filter(BpmnElement::isCollection).isPresent();
                    case NON_INTERRUPTING -> !element.isInterrupting();
                    case MULTIPLE -> element.isMultiple();
                    case CROSS ->
                        element.type() == BpmnType.EXCLUSIVE_GATEWAY
                                && diagram.shape(id)
                                        .filter(Shape::markerVisible)
                                        .isPresent();
                    case DEFAULT ->
                        source(element)
                                .flatMap(BpmnElement::defaultFlow)
                                .filter(id::equals)
                                .isPresent();
                    case INSTANTIATING -> element.isInstantiating();
                })
                .isPresent();
    }

    /// The element that says whether data is a list: the data object behind its sign.
    public Optional<BpmnElement> collection(BpmnElement data) {
        return data.type() == BpmnType.DATA_OBJECT_REFERENCE
                ? data.reference("dataObjectRef").flatMap(diagram::element)
                : Optional.of(data).filter(it -> it.type() == BpmnType.DATA_INPUT || it.type() == BpmnType.DATA_OUTPUT);
    }

    private Optional<BpmnElement> source(BpmnElement flow) {
        return flow.type() == BpmnType.SEQUENCE_FLOW ? flow.source().flatMap(diagram::element) : Optional.empty();
    }

    /// Whether the flows out of it have conditions (BPMN 2.0, section 8.3.13).
    private static boolean chooses(BpmnElement source) {
        return switch (source.type()) {
            case EXCLUSIVE_GATEWAY, INCLUSIVE_GATEWAY, COMPLEX_GATEWAY -> true;
            default -> source.type().isActivity();
        };
    }

    /// Whether the marker may be switched, in whichever direction.
    public Verdict canToggle(ElementId id, Marker marker) {
        Optional<BpmnElement> element = diagram.element(id);
        return element.isEmpty()
                ? new Forbidden("There is nothing to mark.")
                : switch (marker) {
                    case LOOP, PARALLEL, SEQUENTIAL, COMPENSATION -> activity(element.get());
                    case AD_HOC -> adHoc(element.get());
                    case COLLECTION ->
                        collection(element.get()).isPresent()
                                ? Verdict.ALLOWED
                                : new Forbidden("Only data objects, inputs and outputs can be lists.");
                    case NON_INTERRUPTING -> interrupting(element.get());
                    case MULTIPLE ->
                        element.get().type() == BpmnType.PARTICIPANT
                                ? Verdict.ALLOWED
                                : new Forbidden("Only a participant can stand for several.");
                    case CROSS ->
                        element.get().type() == BpmnType.EXCLUSIVE_GATEWAY
                                        && diagram.shape(id).isPresent()
                                ? Verdict.ALLOWED
                                : new Forbidden("Only an exclusive gateway is drawn with or without its sign.");
                    case DEFAULT ->
                        source(element.get()).filter(MarkerRules::chooses).isPresent()
                                ? Verdict.ALLOWED
                                : new Forbidden("Only where flows have conditions one can be the default.");
                    case INSTANTIATING ->
                        element.get().type() == BpmnType.EVENT_BASED_GATEWAY
                                        && diagram.incoming(id).isEmpty()
                                ? Verdict.ALLOWED
                                : new Forbidden("Only an event-based gateway that nothing leads to begins a process.");
                };
    }

    /// The markers that may be switched, in the order of `Marker`.
    public List<Marker> toggles(ElementId id) {
        return List.of(Marker.values()).stream()
                .filter(marker -> canToggle(id, marker).isAllowed())
                .toList();
    }

    private static Verdict activity(BpmnElement element) {
        if (!element.type().isActivity() || ReplaceRules.isChoreography(element.type())) {
            return new Forbidden("Only activities are repeated or compensate.");
        }
        return element.isTriggeredByEvent()
                ? new Forbidden("An event sub-process runs when its event occurs, and has no such marker.")
                : Verdict.ALLOWED;
    }

    private static Verdict adHoc(BpmnElement element) {
        boolean plain = element.type() == BpmnType.SUB_PROCESS && !element.isTriggeredByEvent();
        return plain || element.type() == BpmnType.AD_HOC_SUB_PROCESS
                ? Verdict.ALLOWED
                : new Forbidden("Only a plain sub-process can be done in any order.");
    }

    private Verdict interrupting(BpmnElement event) {
        boolean starts = event.type() == BpmnType.START_EVENT
                && event.parent()
                        .flatMap(diagram::element)
                        .filter(BpmnElement::isTriggeredByEvent)
                        .isPresent();
        if (!starts && event.type() != BpmnType.BOUNDARY_EVENT) {
            return new Forbidden("Only boundary events and the start of an event sub-process interrupt.");
        }
        return event.eventDefinitions().stream().anyMatch(it -> ALWAYS_INTERRUPTING.contains(it.kind()))
                ? new Forbidden("After an error, a cancellation or a compensation nothing goes on.")
                : Verdict.ALLOWED;
    }
}

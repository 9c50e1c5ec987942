package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.ArrayList;
import java.util.List;

/// Writes what a kind consists of, so that creating and replacing give the same XML. The schema's required parts
/// are always there, be they empty.
final class KindMarkup {
    private final Transaction transaction;
    private final NodeKind kind;
    private final XmlElement place;

    /// @param place where it will stand, which decides on the prefixes
    KindMarkup(Transaction transaction, NodeKind kind, XmlElement place) {
        this.transaction = transaction;
        this.kind = kind;
        this.place = place;
    }

    /// Adds attributes, markers and parts to the element's own markup.
    Markup complete(Markup bare) {
        Markup result = bare;
        for (var attribute : kind.attributes().entrySet()) {
            result = result.with(attribute.getKey(), attribute.getValue());
        }
        if (kind.markers().contains(Marker.NON_INTERRUPTING)) {
            result = result.with(interruptingAttribute(kind.type()), "false");
        }
        if (kind.markers().contains(Marker.COMPENSATION)) {
            result = result.with("isForCompensation", "true");
        }
        List<XmlAttribute> attributes = new ArrayList<>(result.attributes());
        attributes.addAll(flowableAttributes());
        result = new Markup(result.name(), attributes, result.children(), result.text());
        if (!kind.flowable().elements().isEmpty()) {
            Markup extensions = Markup.of(bare.name().sibling("extensionElements"));
            for (Markup element : extensionElements()) {
                extensions = extensions.with(element);
            }
            result = result.with(extensions);
        }
        for (Marker marker : kind.markers()) {
            if (marker.isRepetition()) {
                result = result.with(repetition(bare.name(), marker));
            } else if (marker == Marker.MULTIPLE) {
                result = result.with(Markup.of(bare.name().sibling("participantMultiplicity")));
            }
        }
        if (kind.event().isPresent()) {
            result = result.with(definition(bare.name(), kind.event().get()));
        }
        return kind.type() == BpmnType.TEXT_ANNOTATION
                ? result.with(Markup.of(bare.name().sibling("text")))
                : result;
    }

    static String interruptingAttribute(BpmnType type) {
        return type == BpmnType.START_EVENT ? "isInterrupting" : "cancelActivity";
    }

    /// @param beside any name in the BPMN namespace that stands there
    Markup definition(XmlName beside, Kind event) {
        Markup definition = Markup.of(beside.sibling(event.localName()))
                .with("id", transaction.newId("EventDefinition").value());
        return switch (event) {
            case LINK -> definition.with("name", "");
            case CONDITIONAL -> definition.with(Markup.of(beside.sibling("condition")));
            default -> definition;
        };
    }

    static Markup repetition(XmlName beside, Marker marker) {
        return switch (marker) {
            case LOOP -> Markup.of(beside.sibling("standardLoopCharacteristics"));
            case SEQUENTIAL ->
                Markup.of(beside.sibling("multiInstanceLoopCharacteristics")).with("isSequential", "true");
            default -> Markup.of(beside.sibling("multiInstanceLoopCharacteristics"));
        };
    }

    List<XmlAttribute> flowableAttributes() {
        return kind.flowable().attributes().entrySet().stream()
                .map(attribute -> new XmlAttribute(flowable(attribute.getKey()), attribute.getValue()))
                .toList();
    }

    List<Markup> extensionElements() {
        return kind.flowable().elements().stream().map(this::extension).toList();
    }

    private Markup extension(FlowableParts.Element element) {
        Markup markup = Markup.of(flowable(element.local())).withText(element.text());
        for (var attribute : element.attributes().entrySet()) {
            markup = markup.with(attribute.getKey(), attribute.getValue());
        }
        for (FlowableParts.Element child : element.children()) {
            markup = markup.with(extension(child));
        }
        return markup;
    }

    private XmlName flowable(String local) {
        return transaction.name(place, Namespaces.FLOWABLE, "flowable", local);
    }
}

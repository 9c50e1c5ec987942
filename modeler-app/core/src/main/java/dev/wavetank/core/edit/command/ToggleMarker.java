package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.rules.MarkerRules;
import dev.wavetank.core.xml.XmlElement;

/// Switches a marker of an element on, or off if it has it. Of the markers for repetition only one is on: the
/// new one takes the place of the old.
public record ToggleMarker(ElementId element, Marker marker) implements Command {
    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        MarkerRules rules = new MarkerRules(diagram);
        if (!rules.canToggle(element, marker).isAllowed()) {
            return;
        }
        boolean on = !rules.isMarked(element, marker);
        BpmnElement marked = diagram.element(element).orElseThrow();
        switch (marker) {
            case LOOP, PARALLEL, SEQUENTIAL -> repeat(transaction, marked, on);
            case AD_HOC ->
                new ReplaceElement(element, NodeKind.of(on ? BpmnType.AD_HOC_SUB_PROCESS : BpmnType.SUB_PROCESS))
                        .apply(transaction);
            case COMPENSATION -> flag(transaction, element, "isForCompensation", on, "true");
            case COLLECTION -> {
                ElementId list = transaction.identify(
                        rules.collection(marked).orElseThrow().id());
                flag(transaction, list, "isCollection", on, "true");
                transaction.touch(element);
            }
            case NON_INTERRUPTING ->
                flag(transaction, element, KindMarkup.interruptingAttribute(marked.type()), on, "false");
            case MULTIPLE -> multiply(transaction, marked.xml(), on);
            case CROSS ->
                transaction.edit(
                        diagram.shape(element).orElseThrow().xml(),
                        xml -> xml.withAttribute("isMarkerVisible", Boolean.toString(on)));
            case DEFAULT -> {
                ElementId source = transaction.identify(marked.source().orElseThrow());
                flag(
                        transaction,
                        source,
                        "default",
                        on,
                        transaction.identify(element).value());
                transaction.touch(element);
            }
            case INSTANTIATING -> flag(transaction, element, "instantiate", on, "true");
        }
    }

    private static void flag(Transaction transaction, ElementId id, String attribute, boolean on, String value) {
        if (on) {
            transaction.setAttribute(id, attribute, value);
        } else {
            transaction.removeAttribute(id, attribute);
        }
    }

    private void repeat(Transaction transaction, BpmnElement activity, boolean on) {
        XmlElement xml = activity.xml();
        boolean staysMultiple = on && marker != Marker.LOOP;
        for (XmlElement multiple : xml.children(Namespaces.BPMN, "multiInstanceLoopCharacteristics")) {
            if (staysMultiple) { // with its collection, cardinality and completion condition
                transaction.editDetail(
                        xml,
                        multiple,
                        known -> marker == Marker.SEQUENTIAL
                                ? known.withAttribute("isSequential", "true")
                                : known.withoutAttribute("", "isSequential"));
                return;
            }
            transaction.remove(xml, multiple);
        }
        xml.children(Namespaces.BPMN, "standardLoopCharacteristics").forEach(loop -> transaction.remove(xml, loop));
        if (on) {
            transaction.insert(xml, KindMarkup.repetition(xml.name(), marker));
        }
    }

    private static void multiply(Transaction transaction, XmlElement participant, boolean on) {
        participant
                .children(Namespaces.BPMN, "participantMultiplicity")
                .forEach(known -> transaction.remove(participant, known));
        if (on) {
            transaction.insert(participant, Markup.of(participant.name().sibling("participantMultiplicity")));
        }
    }
}

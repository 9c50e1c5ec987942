package dev.wavetank.core.bpmn;

import dev.wavetank.core.xml.XmlElement;
import java.util.Optional;

/// What triggers an event, or what it raises: one `…EventDefinition` inside it.
///
/// @param reference the message, signal, error or escalation it names, or the activity of a compensation
public record EventDefinition(Kind kind, Optional<ElementId> reference, XmlElement xml) {
    /// The kinds in the BPMN specification, table 10.93.
    public enum Kind {
        MESSAGE("messageEventDefinition", "messageRef"),
        TIMER("timerEventDefinition", ""),
        CONDITIONAL("conditionalEventDefinition", ""),
        SIGNAL("signalEventDefinition", "signalRef"),
        ERROR("errorEventDefinition", "errorRef"),
        ESCALATION("escalationEventDefinition", "escalationRef"),
        COMPENSATE("compensateEventDefinition", "activityRef"),
        LINK("linkEventDefinition", ""),
        CANCEL("cancelEventDefinition", ""),
        TERMINATE("terminateEventDefinition", "");

        private final String localName;
        private final String referenceAttribute;

        Kind(String localName, String referenceAttribute) {
            this.localName = localName;
            this.referenceAttribute = referenceAttribute;
        }

        public String localName() {
            return localName;
        }

        /// The attribute that names another element; empty if this kind has none.
        public String referenceAttribute() {
            return referenceAttribute;
        }

        static Optional<Kind> of(String localName) {
            for (Kind kind : values()) {
                if (kind.localName.equals(localName)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    static Optional<EventDefinition> of(XmlElement xml) {
        return Kind.of(xml.name().local())
                .map(kind -> new EventDefinition(
                        kind, xml.attribute(kind.referenceAttribute).map(ElementId::reference), xml));
    }
}

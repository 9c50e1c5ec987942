package dev.wavetank.core.validation.engine;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.validation.ProcessValidator;
import org.flowable.validation.ProcessValidatorFactory;
import org.flowable.validation.ValidationError;
import org.flowable.validation.validator.ValidatorSet;
import org.flowable.validation.validator.impl.SequenceflowValidator;

/// Would the engine accept this document? Flowable's own process validation, with codes that begin with
/// `engine/`.
///
/// Only processes that say `isExecutable="true"` are asked about: a process drawn for people need not satisfy
/// an engine. Never throws on a bad document; what Flowable's reader trips over is a finding. Holds no state.
public final class EngineValidation {
    /// The engine's own order depends on the addresses of its validator classes and so differs from run to run.
    private static final Comparator<ValidationError> DOCUMENT_ORDER = Comparator.comparingInt(
                    ValidationError::getXmlLineNumber)
            .thenComparingInt(ValidationError::getXmlColumnNumber)
            .thenComparing(error -> String.valueOf(error.getActivityId()))
            .thenComparing(error -> String.valueOf(error.getProblem()))
            .thenComparing(error -> String.valueOf(error.getDefaultDescription()));

    /// What the engine objects to, in document order.
    public List<Finding> validate(byte[] document) {
        try {
            Set<String> executable = executableProcesses(document);
            return executable.isEmpty() ? List.of() : validate(document, executable);
        } catch (XMLStreamException e) {
            // Not well-formed: the reader and the schema have said so.
            return List.of();
        }
    }

    private static List<Finding> validate(byte[] document, Set<String> executable) throws XMLStreamException {
        XMLStreamReader reader = secureReader(document);
        try {
            BpmnModel model = new ScopedConverter().convertToBpmnModel(reader);
            model.getProcesses().removeIf(process -> !executable.contains(process.getId()));
            forgetDrawing(model);
            return validator().validate(model).stream()
                    .filter(EngineValidation::isOurs)
                    .sorted(DOCUMENT_ORDER)
                    .map(EngineValidation::finding)
                    .distinct()
                    .toList();
        } catch (RuntimeException e) {
            return List.of(new Finding(
                    "engine/unreadable",
                    Severity.ERROR,
                    Optional.empty(),
                    "The engine cannot read this document" + reason(e)
                            + ". Mend the other problems first; this one often goes with them."));
        } finally {
            reader.close();
        }
    }

    private static ProcessValidator validator() {
        ProcessValidator validator = new ProcessValidatorFactory().createDefaultProcessValidator();
        for (ValidatorSet set : validator.getValidatorSets()) {
            if (set.getValidators().removeIf(SequenceflowValidator.class::isInstance)) {
                set.addValidator(new SequenceFlowEnds());
            }
        }
        return validator;
    }

    private static Set<String> executableProcesses(byte[] document) throws XMLStreamException {
        Set<String> ids = new HashSet<>();
        XMLStreamReader reader = secureReader(document);
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("process")
                        && Boolean.parseBoolean(reader.getAttributeValue(null, "isExecutable"))) {
                    ids.add(String.valueOf(reader.getAttributeValue(null, "id")));
                }
            }
        } finally {
            reader.close();
        }
        return ids;
    }

    private static XMLStreamReader secureReader(byte[] document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(document));
    }

    /// The engine also checks the drawing, looking through all elements for each one that is drawn: minutes for a
    /// large file, and what it finds is not ours to tell.
    private static void forgetDrawing(BpmnModel model) {
        model.getLocationMap().clear();
        model.getFlowLocationMap().clear();
        model.getLabelLocationMap().clear();
    }

    /// The engine knows only a part of what can be drawn; the schema check does it better.
    private static boolean isOurs(ValidationError error) {
        return error.getProblem() == null || !error.getProblem().startsWith("flowable-di-");
    }

    private static Finding finding(ValidationError error) {
        Optional<ElementId> element = Optional.ofNullable(error.getActivityId())
                .or(() -> Optional.ofNullable(error.getProcessDefinitionId()))
                .filter(id -> !id.isBlank())
                .map(ElementId::new);
        String code = Optional.ofNullable(error.getProblem()).orElse("problem");
        String text = Optional.ofNullable(error.getDefaultDescription()).orElse(code);
        return new Finding(
                "engine/" + code.replaceFirst("^flowable-", ""),
                error.isWarning() ? Severity.WARNING : Severity.ERROR,
                element,
                "The engine objects: " + sentence(text.strip()));
    }

    private static String sentence(String text) {
        String begun = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return begun.endsWith(".") ? begun : begun.replaceFirst("\\s+$", "") + ".";
    }

    /// The engine's own reason, as far as it has one: where it fell over a missing or odd value, Java's message
    /// speaks of its code and says nothing to a modeller.
    private static String reason(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case NumberFormatException number ->
                ": it expects a number where it found something else (" + number.getMessage() + ")";
            case NullPointerException _ -> ": a value it needs is missing";
            case ClassCastException _ -> ": a reference leads to an element of the wrong kind";
            default -> cause.getMessage() == null ? "" : ": " + cause.getMessage();
        };
    }
}

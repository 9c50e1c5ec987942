package dev.wavetank.core.validation.schema;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.impl.BpmnModelInstanceImpl;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.camunda.bpm.model.xml.instance.DomElement;

/// The Camunda parser without its gate: it reads half-finished documents too.
///
/// The library's own parser refuses a document at the first violation of the schema and adds the schema's
/// default attributes to what it reads. This one does neither. Without the schema no attribute is typed as an
/// id, so each `id` is registered by hand; otherwise no reference would resolve.
final class LenientBpmnParser extends BpmnParser {

    /// @throws ModelParseException if the bytes are not well-formed XML or carry a document type declaration
    BpmnModelInstanceImpl parse(byte[] document) {
        BpmnModelInstanceImpl model = parseModelFromStream(new ByteArrayInputStream(document));
        registerIds(model.getDocument());
        return model;
    }

    /// The BPMN 2.0 schema as the library carries it.
    Schema schema() {
        return Objects.requireNonNull(schemas.get(BpmnModelConstants.BPMN20_NS));
    }

    @Override
    protected void configureFactory(DocumentBuilderFactory factory) {
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException e) {
            throw new ModelParseException("This Java runtime cannot refuse document type declarations", e);
        }
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
    }

    @Override
    public void validateModel(DomDocument document) {
        // The schema is a source of findings (SchemaReader), not a gate.
    }

    private static void registerIds(DomDocument document) {
        Deque<DomElement> open = new ArrayDeque<>();
        open.push(document.getRootElement());
        while (!open.isEmpty()) {
            DomElement element = open.pop();
            if (element.hasAttribute("id")) {
                element.setIdAttribute("id", element.getAttribute("id"));
            }
            element.getChildElements().forEach(open::push);
        }
    }
}

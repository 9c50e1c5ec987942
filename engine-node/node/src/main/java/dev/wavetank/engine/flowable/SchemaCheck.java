package dev.wavetank.engine.flowable;

import javax.xml.validation.Schema;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// Reads a BPMN file as the engine does, checked against BPMN's XML schema. The engine would compile the schema anew
/// for each file, which takes longer than all the rest of a small deployment.
final class SchemaCheck extends BpmnXMLConverter {
    private static volatile @Nullable Schema compiled;

    @Override
    protected Schema createSchema() throws SAXException {
        Schema known = compiled;
        if (known != null) return known;
        Schema fresh = super.createSchema();
        compiled = fresh;
        return fresh;
    }
}

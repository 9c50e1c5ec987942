package dev.wavetank.core.validation.schema;

import dev.wavetank.core.validation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// Everything that the BPMN 2.0 schema and metamodel have to say about a document, with codes that begin with
/// `schema/`.
///
/// It streams the document through the schema and collects every violation with the element it concerns, and follows
/// every reference that the metamodel knows; the schema alone overlooks those that are qualified names
/// (`attachedToRef`, `messageRef`, `bpmnElement`, …). Never throws on a bad document: what cannot be read is a finding.
/// Nothing holds the document as a whole.
///
/// The schema is compiled once per instance, when it is first needed, so keep one. Safe for use by several threads.
public final class SchemaValidation {
    private @Nullable Schema schema;

    private synchronized Schema schema() {
        if (schema == null) {
            schema = new BpmnSchema().compiled();
        }
        return schema;
    }

    /// All findings on one document: the schema's, then the metamodel's, each in document order.
    public List<Finding> validate(byte[] document) {
        List<Finding> references = List.of();
        Set<String> unresolved = Set.of();
        try {
            var ids = new ReferenceCheck.Ids();
            SchemaReader.read(document, ids);
            var check = new ReferenceCheck(ids.all);
            SchemaReader.read(document, check);
            references = check.findings();
            unresolved = check.unresolved();
        } catch (SAXException e) {
            // Not well-formed: the pass through the schema says so, with the place.
        }
        List<Finding> findings = new ArrayList<>(new SchemaReader(schema(), unresolved).read(document));
        findings.addAll(references);
        return List.copyOf(findings);
    }
}

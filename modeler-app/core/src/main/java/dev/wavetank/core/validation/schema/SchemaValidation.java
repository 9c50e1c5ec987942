package dev.wavetank.core.validation.schema;

import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.validation.Schema;
import org.camunda.bpm.model.xml.ModelParseException;

/// Everything that the BPMN 2.0 schema and metamodel have to say about a document, with codes that begin with
/// `schema/`.
///
/// Two passes. The first streams the document through the schema and collects every violation with the element
/// it concerns. The second loads the document into the Camunda model, leniently, and follows every reference
/// that the metamodel knows; the schema alone overlooks those that are qualified names (`attachedToRef`,
/// `messageRef`, `bpmnElement`, …). Never throws on a bad document: what cannot be read is a finding.
///
/// The schema is compiled once per instance, so keep one. Safe for use by several threads.
public final class SchemaValidation {
    private final LenientBpmnParser parser = new LenientBpmnParser();
    private final Schema schema = parser.schema();

    /// All findings on one document: the schema's, then the metamodel's, each in document order.
    public List<Finding> validate(byte[] document) {
        List<Finding> references = new ArrayList<>();
        Set<String> unresolved = Set.of();
        try {
            ReferenceCheck check = new ReferenceCheck(parser.parse(document));
            references.addAll(check.findings());
            unresolved = check.unresolved();
        } catch (ModelParseException e) {
            // Not well-formed: the pass through the schema says so, with the place.
        } catch (RuntimeException e) {
            references.add(new Finding(
                    "schema/model",
                    Severity.WARNING,
                    Optional.empty(),
                    "The references in this document could not all be followed, since some elements are in no"
                            + " namespace that BPMN knows. Mend the other problems first."));
        }
        List<Finding> findings = new ArrayList<>(new SchemaReader(schema, unresolved).read(document));
        findings.addAll(references);
        return List.copyOf(findings);
    }
}

package dev.wavetank.core.validation.schema;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/// Streams one document through the schema and collects every violation.
///
/// The validator speaks while the parser stands at the element in question, so [OpenElements] in front of it
/// always knows whom a violation concerns: no search by line and column.
final class SchemaReader implements ErrorHandler {
    /// More findings than this help nobody; the document is then of another kind altogether.
    private static final int LIMIT = 2_000;

    private final Schema schema;
    private final Set<String> reportedElsewhere;
    private final OpenElements open = new OpenElements();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable String reason;
    private @Nullable Violation previous;

    /// @param reportedElsewhere ids that do not exist and whose users are known already: the schema reports
    ///     them once more at the end of the document, without the place
    SchemaReader(Schema schema, Set<String> reportedElsewhere) {
        this.schema = schema;
        this.reportedElsewhere = reportedElsewhere;
    }

    List<Finding> read(byte[] document) {
        try {
            ValidatorHandler validator = schema.newValidatorHandler();
            validator.setErrorHandler(this);
            validator.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
            open.forwardTo(validator);
            XMLReader reader = secureReader();
            reader.setContentHandler(open);
            reader.setErrorHandler(this);
            reader.parse(new InputSource(new ByteArrayInputStream(document)));
        } catch (SAXParseException e) {
            add(Violation.notWellFormed(e));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            add(new Violation("schema/unreadable", "The document cannot be read as XML: " + e.getMessage()));
        }
        return List.copyOf(findings);
    }

    /// Reads a document for someone who looks at its elements.
    ///
    /// @throws SAXException if it is not well-formed or carries a document type declaration
    static void read(byte[] document, DefaultHandler handler) throws SAXException {
        try {
            XMLReader reader = secureReader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(new InputSource(new ByteArrayInputStream(document)));
        } catch (IOException | ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    private static XMLReader secureReader() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser().getXMLReader();
    }

    @Override
    public void error(SAXParseException e) {
        // An ill-typed value comes as two errors: why it is wrong, then where. They become one finding.
        Violation violation = Violation.of(String.valueOf(e.getMessage()), reason, open.describe());
        if (violation.isReasonOnly()) {
            reason = violation.sentence();
            return;
        }
        reason = null;
        if (!isKnown(violation)) {
            add(violation);
            previous = violation;
        }
    }

    @Override
    public void warning(SAXParseException e) {
        // The schema's warnings concern the schema, not the document.
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }

    /// The schema reports a dangling reference at the end of the document once more, and a duplicate id also as
    /// an ill-typed value.
    private boolean isKnown(Violation violation) {
        return violation.code().equals(Violation.DANGLING_REFERENCE) && reportedElsewhere.contains(violation.subject())
                || violation.code().equals(Violation.BAD_VALUE)
                        && previous != null
                        && previous.code().equals(Violation.DUPLICATE_ID)
                        && previous.subject().equals(violation.subject());
    }

    private void add(Violation violation) {
        if (findings.size() < LIMIT) {
            Optional<ElementId> element = violation.concernsOneElement() ? open.nearestId() : Optional.empty();
            findings.add(new Finding(violation.code(), Severity.ERROR, element, violation.sentence()));
        }
    }
}

package dev.wavetank.core.validation.schema;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.ElementWords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/// The elements that are open at this point of a stream, innermost first. Passes all events on.
final class OpenElements extends XMLFilterImpl {
    private record Open(String localName, @Nullable String id) {}

    private final Deque<Open> open = new ArrayDeque<>();

    void forwardTo(ContentHandler next) {
        setContentHandler(next);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        open.push(new Open(localName, attributes.getValue("", "id")));
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        super.endElement(uri, localName, qName);
        open.pop();
    }

    /// The id of the innermost open element that has one.
    Optional<ElementId> nearestId() {
        return open.stream()
                .map(Open::id)
                .filter(id -> id != null && !id.isBlank())
                .findFirst()
                .map(ElementId::new);
    }

    /// The current element in words, for example `condition expression in sequence flow 'Flow_1'`.
    String describe() {
        StringBuilder text = new StringBuilder();
        for (Open element : open) {
            if (!text.isEmpty()) {
                text.append(" in ");
            }
            text.append(ElementWords.words(element.localName()));
            if (element.id() != null && !element.id().isBlank()) {
                return text.append(" '").append(element.id()).append('\'').toString();
            }
        }
        return text.isEmpty() ? "document" : text.toString();
    }
}

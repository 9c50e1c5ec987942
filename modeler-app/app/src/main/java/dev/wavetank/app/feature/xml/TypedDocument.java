package dev.wavetank.app.feature.xml;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A diagram's text with what has been typed into it and is not in the diagram yet.
///
/// @param typed in the text of the diagram
record TypedDocument(Diagram diagram, LineEnds lines, Optional<TextChange> typed) {
    static TypedDocument of(Diagram diagram) {
        return new TypedDocument(diagram, LineEnds.of(diagram.document().text()), Optional.empty());
    }

    XmlDocument document() {
        return diagram.document();
    }

    /// The text as it stands on the screen.
    String text() {
        return typed.map(change -> lines.shown().substring(0, change.from())
                        + change.text()
                        + lines.shown().substring(change.to()))
                .orElse(lines.shown());
    }

    TypedDocument with(TextChange change) {
        boolean asBefore = lines.shown()
                        .regionMatches(
                                change.from(), change.text(), 0, change.text().length())
                && change.growth() == 0;
        return new TypedDocument(diagram, lines, asBefore ? Optional.empty() : Optional.of(change));
    }

    /// Characters on the screen that are an element's.
    Optional<XmlDocument.Span> span(ElementId id) {
        return diagram.element(id)
                .flatMap(element -> document().span(way(element.xml().key())))
                .map(span -> new XmlDocument.Span(
                        onScreen(lines.inShown(span.start())), onScreen(lines.inShown(span.end()))));
    }

    /// The keys from the root down to an element.
    private List<Integer> way(int key) {
        List<Integer> way = new ArrayList<>();
        for (OptionalInt at = OptionalInt.of(key); at.isPresent(); at = diagram.parentKey(at.getAsInt())) {
            way.addFirst(at.getAsInt());
        }
        return way;
    }

    private int onScreen(int shown) {
        return shown
                + typed.filter(change -> change.to() <= shown)
                        .map(TextChange::growth)
                        .orElse(0);
    }

    /// The element whose text, or whose drawing's text, the character on the screen is part of; none within what
    /// is not in the diagram yet.
    Optional<ElementId> elementAt(int position) {
        Optional<TextChange> change = typed;
        if (change.isPresent()
                && position >= change.get().from()
                && position <= change.get().end()) {
            return Optional.empty();
        }
        int shown = position
                - change.filter(before -> position > before.end())
                        .map(TextChange::growth)
                        .orElse(0);
        List<XmlElement> around =
                document().at(lines.inOriginal(Math.min(shown, lines.shown().length())));
        return around.reversed().stream().flatMap(this::depicted).findFirst();
    }

    private java.util.stream.Stream<ElementId> depicted(XmlElement element) {
        return diagram
                .elementAt(element.key())
                .filter(known -> known.parent().isPresent())
                .map(known -> known.id())
                .or(() -> element.attribute("bpmnElement")
                        .map(ElementId::new)
                        .filter(id -> diagram.element(id).isPresent()))
                .stream();
    }
}

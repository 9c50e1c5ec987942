package dev.wavetank.core.rules;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.rules.Verdict.Forbidden;
import dev.wavetank.core.xml.XmlElement;
import java.util.regex.Pattern;

/// Which ids an element may be given.
public final class IdRules {
    /// An XML name without colon, as the schema has it (XML Schema 1.0 part 2, section 3.3.8).
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}_.\\-·]*");

    private final Diagram diagram;

    public IdRules(Diagram diagram) {
        this.diagram = diagram;
    }

    /// Whether the element may have that id. The sentence of a refusal tells what to write instead.
    public Verdict canChange(ElementId element, String id) {
        if (diagram.element(element).isEmpty()) {
            return new Forbidden("There is nothing to name.");
        }
        if (id.isEmpty()) {
            return new Forbidden("Every element needs an id: write one that begins with a letter.");
        }
        if (id.chars().anyMatch(Character::isWhitespace)) {
            return new Forbidden(
                    "An id has no blanks in it: write '" + id.strip().replaceAll("\\s+", "_") + "'.");
        }
        if (!NAME.matcher(id).matches()) {
            return new Forbidden(
                    "An id begins with a letter or '_', and goes on with letters, digits, '_', '-' or '.'.");
        }
        return !element.value().equals(id) && isTaken(diagram.document().root(), id)
                ? new Forbidden("Another element has the id '" + id + "': choose one that is free.")
                : Verdict.ALLOWED;
    }

    /// Any element counts, even those that only describe another one, since an id may be there once in a file.
    private static boolean isTaken(XmlElement xml, String id) {
        if (xml.attribute("id").filter(id::equals).isPresent()) {
            return true;
        }
        for (XmlElement child : xml.children()) {
            if (isTaken(child, id)) {
                return true;
            }
        }
        return false;
    }
}

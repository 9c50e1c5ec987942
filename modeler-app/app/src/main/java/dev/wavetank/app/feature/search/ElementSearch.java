package dev.wavetank.app.feature.search;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the drawn elements whose name or id contains what is sought, whatever its case: first where it is the
/// whole text, then a whole word, then the start of a word, then anything else; names before ids, then in the
/// order of the file.
final class ElementSearch {
    private static final int WHOLE = 0;
    private static final int WORD = 2;
    private static final int START_OF_WORD = 4;
    private static final int INSIDE = 6;
    private static final int NOWHERE = Integer.MAX_VALUE;

    private record Ranked(int rank, Match match) {}

    private ElementSearch() {}

    static List<Match> find(Diagram diagram, String sought) {
        String wanted = sought.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return diagram.elements().stream()
                .filter(element -> !element.id().isSynthetic())
                .filter(element -> diagram.shape(element.id()).isPresent()
                        || diagram.edge(element.id()).isPresent())
                .map(element -> ranked(diagram, element, wanted))
                .filter(found -> found.rank() != NOWHERE)
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::match)
                .toList();
    }

    private static Ranked ranked(Diagram diagram, BpmnElement element, String wanted) {
        String label = diagram.label(element.id()).orElse("").replaceAll("\\s+", " ");
        String id = element.id().value();
        int byName = rank(label, wanted);
        int byId = rank(id, wanted);
        int rank = Math.min(byName, byId == NOWHERE ? NOWHERE : byId + 1);
        return new Ranked(
                rank,
                new Match(
                        element.id(),
                        label.isBlank() ? id : label,
                        element.type().localName()));
    }

    private static int rank(String text, String wanted) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals(wanted)) {
            return WHOLE;
        }
        int best = NOWHERE;
        for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
            int end = at + wanted.length();
            boolean ends = end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end));
            best = Math.min(best, begins && ends ? WORD : begins ? START_OF_WORD : INSIDE);
        }
        return best;
    }
}

package dev.wavetank.core.edit.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.catalogue.Catalogue;
import dev.wavetank.core.catalogue.Entry;
import dev.wavetank.core.catalogue.Offers;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.geometry.Point;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplaceTableTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private static final List<String> KINDS = List.of(
            "task",
            "http-task",
            "sub-process",
            "event-sub-process",
            "start-event",
            "intermediate-event",
            "catch-timer",
            "end-event",
            "boundary-timer",
            "exclusive-gateway",
            "data-object",
            "data-store",
            "participant",
            "participant-empty",
            "text-annotation",
            "group");

    /// One line for each kind: what it may become.
    @Test
    void theTableSaysWhatBecomesWhat() throws Exception {
        StringBuilder table = new StringBuilder();
        for (String kind : KINDS) {
            Editor editor = open();
            Entry entry = Catalogue.entry(kind).orElseThrow();
            ElementId drawn = draw(editor, entry.kind());
            table.append(kind).append(": ");
            table.append(new Offers(editor.diagram())
                    .replaceBy(drawn).stream().map(Entry::id).collect(Collectors.joining(" ")));
            table.append('\n');
        }

        assertThat(table.toString()).isEqualTo(fixture("replace.txt"));
    }

    /// What the menu offers is done, and what it does not offer for want of a rule is not.
    @Test
    void whatIsOfferedIsDone() throws Exception {
        for (String kind : KINDS) {
            Editor editor = open();
            ElementId drawn = draw(editor, Catalogue.entry(kind).orElseThrow().kind());
            for (Entry offer : new Offers(editor.diagram()).replaceBy(drawn)) {
                assertThat(editor.preview(new ReplaceElement(drawn, offer.kind()))
                                .isEmpty())
                        .as(kind + " to " + offer.id())
                        .isFalse();
            }
        }
    }

    private static ElementId draw(Editor editor, NodeKind kind) {
        boolean attached = kind.type() == BpmnType.BOUNDARY_EVENT;
        boolean pool = kind.type() == BpmnType.PARTICIPANT;
        Point at = attached ? new Point(270, 230) : pool ? new Point(400, 1000) : new Point(350, 300);
        Optional<ElementId> target = pool ? Optional.empty() : Optional.of(attached ? id("Task") : id("Pool"));
        return editor.execute(new CreateShape(kind, at, target)).created().stream()
                .filter(it -> it.type() == kind.type())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Editor open() throws Exception {
        return invariants.open("drop.bpmn");
    }

    private static String fixture(String name) throws Exception {
        try (InputStream in = ReplaceTableTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}

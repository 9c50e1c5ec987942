package dev.wavetank.core.edit.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.catalogue.Catalogue;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.ConnectRules;
import dev.wavetank.core.rules.Verdict;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectTableTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private static final List<String> KINDS = List.of(
            "task",
            "receive-task",
            "sub-process",
            "event-sub-process",
            "start-event",
            "start-message",
            "intermediate-event",
            "catch-message",
            "catch-timer",
            "catch-link",
            "throw-message",
            "throw-link",
            "end-event",
            "end-message",
            "boundary-timer",
            "boundary-compensation",
            "exclusive-gateway",
            "event-based-gateway",
            "data-object",
            "data-store",
            "data-input",
            "data-output",
            "text-annotation",
            "group");

    /// One line for each source, one sign for each target in the same order: inside one pool, then from it to the
    /// other. `s` sequence flow, `m` message flow, `a` association, `i` and `o` data input and output, `.` nothing.
    @Test
    void theTableSaysWhatConnectsEverything() throws Exception {
        Editor editor = open();
        Map<String, ElementId> here = draw(editor, "Pool");
        Map<String, ElementId> there = draw(editor, "Laned");
        ConnectRules rules = new ConnectRules(editor.diagram());
        StringBuilder table = new StringBuilder();
        here.forEach((name, from) -> {
            StringBuilder line = new StringBuilder();
            for (Map<String, ElementId> side : List.of(here, there)) {
                side.values().forEach(to -> line.append(sign(rules.canConnect(from, to))));
                line.append(' ');
            }
            table.append(line).append(name).append('\n');
        });

        assertThat(table.toString()).isEqualTo(fixture("connect.txt"));
    }

    private static Map<String, ElementId> draw(Editor editor, String pool) {
        Map<String, ElementId> drawn = new LinkedHashMap<>();
        drawn.put("pool", id(pool));
        for (String kind : KINDS) {
            NodeKind wanted = Catalogue.entry(kind).orElseThrow().kind();
            boolean attached = wanted.type() == BpmnType.BOUNDARY_EVENT;
            ElementId target = attached ? drawn.get("task") : id(pool);
            Bounds box = editor.diagram().shape(target).orElseThrow().bounds();
            Point at = attached ? new Point(box.center().x(), box.bottom()) : box.center();
            ChangeSet changes = editor.execute(new CreateShape(wanted, at, Optional.of(target)));
            drawn.put(
                    kind,
                    changes.created().stream()
                            .filter(it -> it.type() == wanted.type())
                            .filter(it -> editor.diagram().shape(it.id()).isPresent())
                            .findFirst()
                            .orElseThrow()
                            .id());
        }
        return drawn;
    }

    private static char sign(Verdict verdict) {
        if (!(verdict instanceof Verdict.ConnectedBy(BpmnType connection))) {
            return '.';
        }
        return switch (connection) {
            case SEQUENCE_FLOW -> 's';
            case MESSAGE_FLOW -> 'm';
            case ASSOCIATION -> 'a';
            case DATA_INPUT_ASSOCIATION -> 'i';
            case DATA_OUTPUT_ASSOCIATION -> 'o';
            default -> '?';
        };
    }

    private Editor open() throws Exception {
        return invariants.open("drop.bpmn");
    }

    private static String fixture(String name) throws Exception {
        try (InputStream in = ConnectTableTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}

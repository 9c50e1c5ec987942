package dev.wavetank.core.edit.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.catalogue.Catalogue;
import dev.wavetank.core.catalogue.Entry;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Verdict;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DropTableTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private static final List<String> TARGETS =
            List.of("Pool", "Empty", "Lane", "Open", "Closed", "Book", "EventSubProcess", "Task", "Gateway", "Flow");

    /// One line for each kind: what happens on the sheet, then on each of the targets, in their middle and on their
    /// border. `+` it stands there, `a` it is attached, `i` it goes into the flow, `.` it may not.
    @Test
    void theTableSaysWhereEverythingMayBePut() throws Exception {
        Editor editor = open();
        StringBuilder table = new StringBuilder();
        for (Entry entry : Catalogue.ALL) {
            StringBuilder line = new StringBuilder();
            for (CreateShape command : commands(editor, entry)) {
                line.append(sign(command.verdict(editor.diagram())));
            }
            table.append(line).append(' ').append(entry.id()).append('\n');
        }

        assertThat(table.toString()).isEqualTo(fixture("drop.txt"));
    }

    /// The verdict that forms the cursor is the one that decides when the button is released.
    @Test
    void whatTheVerdictAllowsIsDoneAndNothingElse() throws Exception {
        for (Entry entry : Catalogue.ALL) {
            Editor editor = open();
            for (CreateShape command : commands(editor, entry)) {
                boolean allowed = command.verdict(editor.diagram()).isAllowed();
                boolean done = !editor.preview(command).isEmpty();
                assertThat(done).as(entry.id() + " on " + command.target()).isEqualTo(allowed);
            }
        }
    }

    private static List<CreateShape> commands(Editor editor, Entry entry) {
        List<CreateShape> commands = new ArrayList<>();
        commands.add(new CreateShape(entry.kind(), new Point(2000, 1000), Optional.empty()));
        for (String target : TARGETS) {
            Bounds box = editor.diagram().shape(id(target)).map(Shape::bounds).orElse(new Bounds(355, 185, 10, 10));
            commands.add(new CreateShape(entry.kind(), box.center(), Optional.of(id(target))));
            Point border = new Point(box.center().x(), box.bottom());
            commands.add(new CreateShape(entry.kind(), border, Optional.of(id(target))));
        }
        return commands;
    }

    private static char sign(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> '+';
            case Verdict.Attached _ -> 'a';
            case Verdict.Inserted _ -> 'i';
            case Verdict.ConnectedBy _ -> '?';
            case Verdict.Forbidden _ -> '.';
        };
    }

    private Editor open() throws Exception {
        return invariants.open("drop.bpmn");
    }

    private static String fixture(String name) throws Exception {
        try (InputStream in = DropTableTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}

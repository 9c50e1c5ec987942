package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LaneMembershipTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("lane-membership.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aNodeBelongsToTheLaneItStandsIn() {
        editor.execute(MoveElements.by(Set.of(id("One")), 0, 125));

        assertThat(seen.named("Upper", "flowNodeRef")).isEmpty();
        assertThat(seen.named("Lower", "flowNodeRef")).containsExactly(id("Two"), id("One"));
    }

    @Test
    void aNewNodeIsListedWhereItIsDrawn() {
        ElementId made = editor.execute(
                        new CreateShape(NodeKind.of(BpmnType.TASK), new Point(500, 160), Optional.of(id("Upper"))))
                .created()
                .getFirst()
                .id();

        assertThat(seen.named("Upper", "flowNodeRef")).containsExactly(id("One"), made);
    }

    @Test
    void aLaneThatComesToLieBelowANodeTakesIt() {
        editor.execute(new ResizeShape(id("Upper"), new Bounds(130, 100, 570, 190)));

        assertThat(seen.named("Upper", "flowNodeRef")).containsExactly(id("One"), id("Two"));
    }

    @Test
    void whatDoesNotMoveKeepsTheLaneThatTheFileGivesIt() {
        editor.execute(new RenameElement(id("Two"), "again"));

        assertThat(seen.named("Lower", "flowNodeRef")).containsExactly(id("Two"));
    }
}

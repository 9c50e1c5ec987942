package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.Reconnect;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlaceholdersLeaveWithAssociationsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void theLastAssociationTakesThePropertyItLeadToAlong() throws Exception {
        Editor editor = open();
        editor.execute(new Connect(id("Order"), id("Check")));
        assertThat(properties(editor)).hasSize(1);

        editor.execute(new DeleteElements(Set.copyOf(editor.diagram().outgoing(id("Order")))));

        assertThat(properties(editor)).isEmpty();
    }

    @Test
    void anAssociationThatGoesElsewhereLeavesNothingBehind() throws Exception {
        Editor editor = open();
        editor.execute(new Connect(id("Order"), id("Check")));
        ElementId line = editor.diagram().outgoing(id("Order")).getFirst();

        editor.execute(new Reconnect(line, Reconnect.End.TARGET, id("Ship")));

        assertThat(properties(editor)).isEmpty();
        assertThat(editor.diagram().incoming(id("Ship"))).hasSize(1);
    }

    private Editor open() throws Exception {
        return invariants.open("placeholders-leave-with-associations.bpmn");
    }

    private static List<BpmnElement> properties(Editor editor) {
        return editor.diagram().children(id("Check")).stream()
                .filter(child -> child.type() == BpmnType.PROPERTY)
                .toList();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}

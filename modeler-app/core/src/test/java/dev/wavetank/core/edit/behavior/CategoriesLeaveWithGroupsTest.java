package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.DeleteElements;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CategoriesLeaveWithGroupsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void theValueOfADeletedGroupGoesWithItsCategory() throws Exception {
        Editor editor = open();

        editor.execute(new DeleteElements(Set.of(id("One"))));

        assertThat(editor.diagram().element(id("AloneValue"))).isEmpty();
        assertThat(editor.diagram().element(id("Alone"))).isEmpty();
    }

    @Test
    void aValueThatAnotherGroupHasStays() throws Exception {
        Editor editor = open();

        editor.execute(new DeleteElements(Set.of(id("Two"))));

        assertThat(editor.diagram().label(id("Three"))).contains("Shared");
    }

    private Editor open() throws Exception {
        return invariants.open("categories-leave-with-groups.bpmn");
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}

package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.geometry.Bounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LabelsComeWithNamesTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("labels-come-with-names.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aFirstNameGetsAPlaceBelowItsSign() {
        editor.execute(new RenameElement(id("End"), "Done"));

        assertThat(seen.label("End")).contains(new Bounds(405, 145, 26, 14));
    }

    @Test
    void theNameOfAFlowStandsAboveIt() {
        editor.execute(new RenameElement(id("Flow"), "yes"));

        assertThat(seen.label("Flow")).contains(new Bounds(158, 103, 20, 14));
    }

    @Test
    void withItsLastNameALabelLosesItsPlace() {
        editor.execute(new RenameElement(id("Start"), ""));

        assertThat(seen.label("Start")).isEmpty();
    }

    @Test
    void anotherNameKeepsThePlace() {
        editor.execute(new RenameElement(id("Start"), "Asked again"));

        assertThat(seen.label("Start")).contains(new Bounds(103, 145, 30, 14));
    }

    @Test
    void aTaskHasItsNameInside() {
        editor.execute(new RenameElement(id("Work"), "Pack"));

        assertThat(seen.label("Work")).isEmpty();
    }
}

package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.command.Colours;
import dev.wavetank.core.edit.command.SetColour;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ColourTest {
    private static final Colours BLUE = new Colours("#bbdefb", "#0d4372");

    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void shapesAndLinesTakeAColourInOneStep() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new SetColour(Set.of(id("Check"), id("Flow_1")), Optional.of(BLUE)));

        var shape = editor.diagram().shape(id("Check")).orElseThrow();
        var line = editor.diagram().edge(id("Flow_1")).orElseThrow();
        assertThat(shape.fill()).contains("#bbdefb");
        assertThat(shape.stroke()).contains("#0d4372");
        assertThat(line.stroke()).contains("#0d4372");
        assertThat(shape.xml().attribute(Namespaces.BIOC, "fill")).contains("#bbdefb");
        assertThat(shape.xml().attribute(Namespaces.COLOR, "background-color")).contains("#bbdefb");
        assertThat(line.xml().attribute(Namespaces.COLOR, "background-color"))
                .as("a line has no paper")
                .isEmpty();
        assertThat(editor.history().depth()).isOne();
    }

    @Test
    void theFilesOwnColoursCanBeTakenAway() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        editor.execute(new SetColour(Set.of(id("Check")), Optional.of(BLUE)));

        editor.execute(new SetColour(Set.of(id("Check"), id("Start")), Optional.empty()));

        assertThat(editor.diagram().shape(id("Check")).orElseThrow().fill()).isEmpty();
        assertThat(editor.diagram().shape(id("Check")).orElseThrow().xml().attributes())
                .noneMatch(attribute -> attribute.name().namespace().equals(Namespaces.BIOC));
    }

    @Test
    void theSameColourAgainIsNoStep() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        editor.execute(new SetColour(Set.of(id("Check")), Optional.of(BLUE)));

        assertThat(editor.execute(new SetColour(Set.of(id("Check")), Optional.of(BLUE)))
                        .isEmpty())
                .isTrue();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}

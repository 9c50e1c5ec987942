package dev.wavetank.core.edit.command;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CreateParticipantTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("create-participant.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void theFirstPoolWrapsWhatIsThereWithRoomAndAStripForItsName() {
        ElementId pool = put(BpmnType.PARTICIPANT, true);

        assertThat(seen.element(pool.value()).process()).contains(id("Order"));
        assertThat(seen.bounds(pool.value())).isEqualTo(new Bounds(50, 60, 970, 420));
        assertThat(seen.bounds("One")).as("nothing moves").isEqualTo(new Bounds(100, 80, 100, 80));
        assertThat(editor.diagram().planes().getFirst().shapes().getFirst().element())
                .as("it lies below all else")
                .isEqualTo(pool);
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void theNextOneStandsWhereItIsPut() {
        put(BpmnType.PARTICIPANT, true);

        ElementId second = put(BpmnType.PARTICIPANT, true);

        assertThat(seen.bounds(second.value())).isEqualTo(new Bounds(200, 675, 600, 250));
        assertThat(seen.element(second.value()).process()).isPresent().isNotEqualTo(Optional.of(id("Order")));
    }

    private ElementId put(BpmnType type, boolean open) {
        return editor
                .execute(new CreateShape(NodeKind.of(type).asExpanded(open), new Point(500, 800), Optional.empty()))
                .created()
                .stream()
                .filter(element -> element.type() == type)
                .findFirst()
                .orElseThrow()
                .id();
    }
}

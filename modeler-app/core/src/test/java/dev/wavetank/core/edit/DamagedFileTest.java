package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Edits of files whose parts name or hold what they should not.
class DamagedFileTest {
    @RegisterExtension
    final EditorInvariants editors = new EditorInvariants();

    private static byte[] file(String process, String sheet) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="all">
                  <process id="p">%s</process>
                  %s
                </definitions>
                """.formatted(process, sheet).getBytes(StandardCharsets.UTF_8);
    }

    private static String sheet(String... shown) {
        StringBuilder shapes = new StringBuilder();
        for (String id : shown) {
            shapes.append("""
                    <bpmndi:BPMNShape id="%1$s_di" bpmnElement="%1$s">
                      <dc:Bounds x="10" y="10" width="300" height="200"/>
                    </bpmndi:BPMNShape>
                    """.formatted(id));
        }
        return "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement=\"p\">" + shapes
                + "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>";
    }

    @Test
    void nothingIsPutIntoWhatItHolds() throws Exception {
        Diagram diagram = Diagram.read(file("<subProcess id='s'><subProcess id='t'/></subProcess>", sheet("s", "t")));
        XmlElement outer = diagram.element(new ElementId("s")).orElseThrow().xml();
        XmlElement inner = diagram.element(new ElementId("t")).orElseThrow().xml();
        Transaction transaction = new Transaction(diagram, new Random(1));

        transaction.move(outer, inner);
        transaction.move(outer, outer);

        assertThat(transaction.diagram()).isSameAs(diagram);
    }

    @Test
    void whatWasJustPutIntoAnotherDoesNotTakeThatOneIn() throws Exception {
        Diagram diagram = Diagram.read(file("<subProcess id='s'/><subProcess id='t'/>", sheet("s", "t")));
        XmlElement one = diagram.element(new ElementId("s")).orElseThrow().xml();
        XmlElement other = diagram.element(new ElementId("t")).orElseThrow().xml();
        Transaction transaction = new Transaction(diagram, new Random(1));

        transaction.move(one, other);
        transaction.move(other, one);

        Diagram after = transaction.diagram();
        assertThat(after.element(new ElementId("s")).orElseThrow().parent()).contains(new ElementId("t"));
        assertThat(after.element(new ElementId("t")).orElseThrow().parent()).contains(new ElementId("p"));
    }

    @Test
    void theRootIsPutNowhere() throws Exception {
        Editor editor = editors.open(file("<task id='t'/>", sheet("all")));

        editor.execute(new MoveElements(Set.of(new ElementId("all")), 10, 0, new MoveElements.Onto(Optional.empty())));

        assertThat(parent(editor, "all")).isEmpty();
        assertThat(parent(editor, "p")).contains(new ElementId("all"));
    }

    @Test
    void whatStandsOnASheetInsideTheProcessIsDeletedWithItsShape() throws Exception {
        Editor editor = editors.open(file("<task id='t'/><task id='u'/>" + sheet("t", "u"), ""));

        editor.execute(new DeleteElements(Set.of(new ElementId("t"))));

        assertThat(editor.diagram().element(new ElementId("t"))).isEmpty();
        assertThat(editor.diagram().shape(new ElementId("t"))).isEmpty();
        assertThat(editor.diagram().shape(new ElementId("u"))).isPresent();
    }

    @Test
    void whatIsGoneWithItsHolderMayBeRemovedAgain() throws Exception {
        Diagram diagram = Diagram.read(file("<subProcess id='s'><task id='t'/></subProcess>", sheet("s", "t")));
        XmlElement holder = diagram.element(new ElementId("s")).orElseThrow().xml();
        XmlElement held = diagram.element(new ElementId("t")).orElseThrow().xml();
        Transaction transaction = new Transaction(diagram, new Random(1));

        transaction.remove(holder);
        Diagram without = transaction.diagram();
        transaction.remove(holder, held);
        transaction.remove(held);

        assertThat(without.element(new ElementId("t"))).isEmpty();
        assertThat(transaction.diagram()).isSameAs(without);
    }

    @Test
    void aFlowThatBeginsAtItselfIsDeletedWithItsOtherEnd() throws Exception {
        Editor editor =
                editors.open(file("<task id='t'/><sequenceFlow id='f' sourceRef='f' targetRef='t'/>", sheet("t")));

        editor.execute(new DeleteElements(Set.of(new ElementId("t"))));

        assertThat(editor.diagram().element(new ElementId("f"))).isEmpty();
    }

    @Test
    void whatIsDrawnTwiceKeepsItsFirstDrawingWhenThatChanges() throws Exception {
        Editor editor = editors.open(file("<task id='t'/>", sheet("t", "t")));

        editor.execute(MoveElements.by(Set.of(new ElementId("t")), 40, 0));

        assertThat(editor.diagram()
                        .shape(new ElementId("t"))
                        .orElseThrow()
                        .bounds()
                        .x())
                .isEqualTo(50);
    }

    @Test
    void anIdGivenTwiceGoesToTheOtherElementWhenTheFirstIsDeleted() throws Exception {
        Editor editor = editors.open(file("<task id='t'/><userTask id='t'/>", sheet("t")));

        ChangeSet changes = editor.execute(new DeleteElements(Set.of(new ElementId("t"))));

        assertThat(editor.diagram().element(new ElementId("t")).orElseThrow().type())
                .isEqualTo(BpmnType.USER_TASK);
        assertThat(changes.touched()).contains(new ElementId("t"));
    }

    private static Optional<ElementId> parent(Editor editor, String id) {
        return editor.diagram().element(new ElementId(id)).orElseThrow().parent();
    }
}

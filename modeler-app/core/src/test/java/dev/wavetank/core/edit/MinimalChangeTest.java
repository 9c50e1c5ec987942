package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.edit.command.SetAttribute;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a change does to the lines of the file: `-` a line that went, `+` one that came.
class MinimalChangeTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private List<String> before;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("order.bpmn");
        before = lines();
    }

    @Test
    void aRenameChangesOneAttributeInItsStyle() {
        editor.execute(new RenameElement(id("Check"), "It's \"checked\" & done"));

        assertThat(diff())
                .containsExactly(
                        "-                     name='Check &quot;order&quot;'>",
                        "+                     name='It&apos;s \"checked\" &amp; done'>");
    }

    @Test
    void aMoveChangesItsCoordinatesAndThoseOfItsLinesAndLabels() {
        editor.execute(MoveElements.by(Set.of(id("Start")), 0, 10));

        assertThat(diff())
                .containsExactly(
                        "-        <dc:Bounds x=\"100\" y=\"182\" width=\"36\" height=\"36\" />",
                        "+        <dc:Bounds x=\"100\" y=\"192\" width=\"36\" height=\"36\" />",
                        "-          <dc:Bounds x=\"79\" y=\"225\" width=\"78\" height=\"14\" />",
                        "+          <dc:Bounds x=\"79\" y=\"235\" width=\"78\" height=\"14\" />",
                        "-        <di:waypoint x=\"136\" y=\"200\" />",
                        "+        <di:waypoint x=\"136\" y=\"210\" />",
                        "+        <di:waypoint x=\"168\" y=\"210\" />",
                        "+        <di:waypoint x=\"168\" y=\"200\" />");
    }

    @Test
    void aNewElementTakesTheFilesIndentationAndPrefixes() {
        editor.execute(new CreateShape(NodeKind.of(BpmnType.TASK), new Point(250, 500), Optional.empty()));

        assertThat(diff())
                .containsExactly(
                        "+    <bpmn:task id=\"ID\" />",
                        "+      <bpmndi:BPMNShape id=\"ID_di\" bpmnElement=\"ID\">",
                        "+        <dc:Bounds x=\"200\" y=\"460\" width=\"100\" height=\"80\" />",
                        "+      </bpmndi:BPMNShape>");
    }

    @Test
    void aConnectionIsReferredToAtBothEnds() {
        editor.execute(new Connect(id("Check"), id("Refused")));

        assertThat(diff())
                .contains("+      <bpmn:outgoing>ID</bpmn:outgoing>", "+      <bpmn:incoming>ID</bpmn:incoming>")
                .contains("+    <bpmn:sequenceFlow id=\"ID\" sourceRef=\"Check\" targetRef=\"Refused\" />")
                .noneMatch(line -> line.startsWith("-"));
    }

    @Test
    void anExtensionAttributeDeclaresItsPrefixOnce() {
        editor.execute(new SetAttribute(
                id("Check"), "http://flowable.org/bpmn", "flowable", "assignee", Optional.of("kermit")));
        editor.execute(
                new SetAttribute(id("Ship"), "http://flowable.org/bpmn", "flowable", "async", Optional.of("true")));

        String text = editor.diagram().document().text();
        assertThat(text).containsOnlyOnce("xmlns:flowable=\"http://flowable.org/bpmn\"");
        assertThat(diff()).anyMatch(line -> line.contains("flowable:assignee=\"kermit\">"));
        assertThat(diff()).hasSize(7);
    }

    @Test
    void aDeleteTakesWholeLines() {
        editor.execute(new DeleteElements(Set.of(id("Note"))));

        assertThat(diff()).allMatch(line -> line.startsWith("-")).hasSize(11);
    }

    @Test
    void theLineEndsOfTheFileAreKept() throws Exception {
        byte[] windows =
                editor.diagram().document().text().replace("\n", "\r\n").getBytes();
        Editor other = invariants.open(windows);

        other.execute(new CreateShape(NodeKind.of(BpmnType.TASK), new Point(250, 500), Optional.empty()));

        assertThat(other.diagram().document().text().replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void aFileOnOneLineStaysOnOneLine() throws Exception {
        byte[] flat = editor.diagram()
                .document()
                .text()
                .replaceAll(">\\s+<", "><")
                .replaceAll("\\s*\n\\s*", " ")
                .getBytes();
        Editor other = invariants.open(flat);

        other.execute(new CreateShape(NodeKind.of(BpmnType.TASK), new Point(250, 500), Optional.empty()));
        other.execute(new DeleteElements(Set.of(id("Note"))));

        assertThat(other.diagram().document().text().lines()).hasSize(1);
    }

    @Test
    void aFileWithoutADiagramGetsOne() throws Exception {
        Editor bare = invariants.open("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
                  <process id="P"/>
                </definitions>
                """.getBytes());

        bare.execute(new CreateShape(NodeKind.of(BpmnType.START_EVENT), new Point(100, 100), Optional.empty()));

        Diagram diagram = bare.diagram();
        assertThat(diagram.planes()).hasSize(1);
        assertThat(diagram.planes().getFirst().shapes()).hasSize(1);
        assertThat(diagram.planes().getFirst().element()).contains(id("P"));
        assertThat(diagram.findings()).isEmpty();
    }

    /// Longest common subsequence over lines; new ids read `ID`.
    private List<String> diff() {
        List<String> after = lines();
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> diff = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j >= after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                diff.add("-" + before.get(i++));
            } else {
                diff.add("+" + after.get(j++).replaceAll("(Activity|Flow)_[0-9a-z]{7}", "ID"));
            }
        }
        return diff;
    }

    private List<String> lines() {
        return editor.diagram().document().text().lines().toList();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}

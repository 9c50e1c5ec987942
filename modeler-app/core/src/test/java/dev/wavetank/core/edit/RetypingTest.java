package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.sample.GeneratedDiagram;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlReader;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A typed text becomes one step of the history and shares with the version before all that it leaves alone.
class RetypingTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("order.bpmn");
    }

    private ChangeSet type(UnaryOperator<String> typing) throws DocumentException {
        XmlDocument before = editor.diagram().document();
        String text = typing.apply(before.text());
        ChangeSet changes = editor.adopt(new XmlReader().retype(before, text));
        assertThat(editor.diagram().document().text()).isEqualTo(text);
        SameDiagram.check(editor.diagram(), Diagram.of(editor.diagram().document()));
        return changes;
    }

    private XmlElement xml(String id) {
        return editor.diagram().element(new ElementId(id)).orElseThrow().xml();
    }

    @Test
    void aNameThatIsTypedTouchesItsElementAlone() throws Exception {
        XmlElement other = xml("Ship");
        int key = xml("Check").key();

        ChangeSet changes = type(text -> text.replace("Check &quot;order&quot;", "Look at it"));

        assertThat(changes.touched()).containsExactly(new ElementId("Check"));
        assertThat(editor.diagram().label(new ElementId("Check"))).contains("Look at it");
        assertThat(xml("Check").key()).isEqualTo(key);
        assertThat(xml("Ship")).isSameAs(other);
    }

    @Test
    void aBlankLineIsAStepThatTouchesNothing() throws Exception {
        ChangeSet changes = type(text -> text.replaceFirst("<bpmn:process", "\n  <bpmn:process"));

        assertThat(changes.touched()).isEmpty();
        assertThat(editor.history().depth()).isEqualTo(1);
    }

    @Test
    void whatStandsBeforeTheRootCanBeTyped() throws Exception {
        type(text -> text.replaceFirst("<bpmn:definitions", "<!-- ours -->\n<bpmn:definitions"));

        assertThat(editor.diagram().document().text()).contains("<!-- ours -->");
    }

    @Test
    void theSameTextIsNoStep() throws Exception {
        type(UnaryOperator.identity());

        assertThat(editor.history().canUndo()).isFalse();
    }

    @Test
    void elementsComeGoAndMove() throws Exception {
        type(text -> text.replaceFirst("(?s)(<bpmn:process[^>]*>)", "$1<bpmn:task id=\"Fresh\" name=\"x\"/>"));
        assertThat(editor.diagram().element(new ElementId("Fresh"))).isPresent();

        type(text -> text.replaceFirst("(?s)<bpmn:task id=\"Fresh\" name=\"x\"/>", ""));
        assertThat(editor.diagram().element(new ElementId("Fresh"))).isEmpty();

        type(text -> text.replace("id=\"Ship\"", "id=\"Send\"").replace("\"Ship\"", "\"Send\""));
        assertThat(editor.diagram().element(new ElementId("Send"))).isPresent();
    }

    @Test
    void aPrefixThatMeansSomethingElseIsSeenInEverythingBelow() throws Exception {
        type(text -> text.replace("http://www.omg.org/spec/BPMN/20100524/MODEL", "urn:other"));

        assertThat(editor.diagram().definitions()).isEmpty();
        type(text -> text.replace("urn:other", "http://www.omg.org/spec/BPMN/20100524/MODEL"));
        assertThat(editor.diagram().label(new ElementId("Check"))).contains("Check \"order\"");
    }

    @Test
    void anIdThatTwoElementsBearIsReadAsInAFile() throws Exception {
        type(text -> text.replace("id=\"Ship\"", "id=\"Check\""));
        type(text -> text.replaceFirst("id=\"Check\"", "id=\"Other\""));

        assertThat(editor.diagram().element(new ElementId("Other"))).isPresent();
    }

    @Test
    void drawingAndTypingShareOneHistory() throws Exception {
        editor.execute(MoveElements.by(Set.of(new ElementId("Start")), 0, 10));
        type(text -> text.replace("Check &quot;order&quot;", "Look"));
        editor.execute(new RenameElement(new ElementId("Check"), "Drawn"));

        editor.undo();
        assertThat(editor.diagram().label(new ElementId("Check"))).contains("Look");
        editor.undo();
        assertThat(editor.diagram().label(new ElementId("Check"))).contains("Check \"order\"");
        editor.redo();
        editor.redo();
        assertThat(editor.diagram().label(new ElementId("Check"))).contains("Drawn");
    }

    @Test
    void textThatIsNoXmlNamesItsLine() {
        XmlDocument before = editor.diagram().document();
        String broken = before.text().replace("</bpmn:process>", "</bpmn:proces>");
        int line = (int) broken.substring(0, broken.indexOf("</bpmn:proces>"))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;

        assertThatThrownBy(() -> new XmlReader().retype(before, broken))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        refusal -> assertThat(refusal.line()).hasValue(line));
    }

    @Test
    void elementsAreFoundInTheTextAndTheTextOfElements() throws Exception {
        editor.execute(new RenameElement(new ElementId("Check"), "A longer name than before"));
        XmlDocument document = editor.diagram().document();
        String text = document.text();

        int offset = text.indexOf("A longer name");
        assertThat(document.at(offset).getLast().attribute("id")).contains("Check");
        var keys = document.at(offset).stream().map(XmlElement::key).toList();
        XmlDocument.Span span = document.span(keys).orElseThrow();
        assertThat(text.substring(span.start(), span.end()))
                .isEqualTo(xml("Check").toString());
        assertThat(document.at(0)).isEmpty();
    }

    /// Random words, tags and cuts; whatever is still XML must be indexed as if it had been read.
    @Test
    void anythingThatIsTypedIsIndexedAsIfItHadBeenRead() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        String[] pieces = {" ", "x", "<bpmn:task id=\"N\"/>", "<!-- c -->", "\n", "name=\"y\" ", "1"};
        int taken = 0;
        for (int i = 0; i < 400; i++) {
            XmlDocument before = editor.diagram().document();
            String text = before.text();
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + (random.nextInt(4) == 0 ? random.nextInt(80) : 0));
            String typed = text.substring(0, at) + pieces[random.nextInt(pieces.length)] + text.substring(end);
            Optional<XmlDocument> next = retyped(before, typed);
            if (next.isPresent()) {
                editor.adopt(next.get());
                taken++;
                assertThat(editor.diagram().document().text()).isEqualTo(typed);
                SameDiagram.check(editor.diagram(), Diagram.of(editor.diagram().document()));
            }
        }
        assertThat(taken).as("seed " + seed).isPositive();
    }

    private static Optional<XmlDocument> retyped(XmlDocument before, String text) {
        try {
            return Optional.of(new XmlReader().retype(before, text));
        } catch (DocumentException notXml) {
            return Optional.empty();
        }
    }

    @Test
    void aWordInALargeFileSharesTheRest() throws Exception {
        editor = invariants.open(GeneratedDiagram.of(2000));
        XmlDocument before = editor.diagram().document();
        String text = before.text();
        int at = text.indexOf("name=\"", text.length() / 4) + "name=\"".length();

        XmlDocument after = new XmlReader().retype(before, text.substring(0, at) + "X" + text.substring(at));
        ChangeSet changes = editor.adopt(after);

        assertThat(changes.touched()).hasSize(1);
    }
}

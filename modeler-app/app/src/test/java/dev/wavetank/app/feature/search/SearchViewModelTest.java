package dev.wavetank.app.feature.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.TestSessions;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.core.bpmn.ElementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private final Workspace workspace = new Workspace();
    private final List<String> shown = new ArrayList<>();
    private final SearchViewModel model = new SearchViewModel(workspace, () -> Optional.of(new FakeCanvas()));
    private final DocumentSession document = TestSessions.of("names.bpmn", bpmn());

    @BeforeEach
    void open() {
        workspace.add(document);
        model.begin();
    }

    @Test
    void theWholeTextComesFirstThenWordsThenTheirStartsThenTheRest() {
        model.soughtProperty().set("SHIP");

        assertThat(model.matches())
                .extracting(match -> match.element().value())
                .containsExactly("whole", "word", "begin", "inside");
    }

    @Test
    void anIdIsFoundToo() {
        model.soughtProperty().set("insi");

        assertThat(model.matches()).singleElement().satisfies(match -> {
            assertThat(match.element().value()).isEqualTo("inside");
            assertThat(match.name()).isEqualTo("Worship");
        });
    }

    @Test
    void goingThroughShowsEachAndGoesRound() {
        model.soughtProperty().set("ship");
        model.move(1);
        model.move(-1);
        model.move(-1);

        assertThat(shown).containsExactly("whole", "word", "whole", "inside");
    }

    @Test
    void choosingSelectsAndEnds() {
        model.soughtProperty().set("shipping");
        model.choose();

        assertThat(document.selectionProperty().get()).isEqualTo(Set.of(new ElementId("begin")));
        assertThat(model.openProperty().get()).isFalse();
        assertThat(shown).containsExactly("begin", "focus");
    }

    @Test
    void givingUpPutsThePictureBackAndSelectsNothing() {
        model.soughtProperty().set("ship");
        model.giveUp();

        assertThat(shown).containsExactly("whole", "back", "focus");
        assertThat(document.selectionProperty().get()).isEmpty();
    }

    private static String bpmn() {
        String tasks = "";
        String shapes = "";
        for (String[] task : new String[][] {
            {"inside", "Worship"},
            {"begin", "Shipping costs"},
            {"word", "Please ship it"},
            {"whole", "Ship"},
            {"no", "Pay"}
        }) {
            tasks += "<task id='%s' name='%s'/>".formatted(task[0], task[1]);
            shapes +=
                    "<di:BPMNShape id='%s_di' bpmnElement='%s'><dc:Bounds x='0' y='0' width='9' height='9'/></di:BPMNShape>"
                            .formatted(task[0], task[0]);
        }
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"
                    xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
                  <process id="p">%s</process>
                  <di:BPMNDiagram id="g"><di:BPMNPlane id="l" bpmnElement="p">%s</di:BPMNPlane></di:BPMNDiagram>
                </definitions>
                """.formatted(tasks, shapes);
    }

    private final class FakeCanvas implements SearchedCanvas {
        @Override
        public void centre(ElementId element) {
            shown.add(element.value());
        }

        @Override
        public Runnable remember() {
            return () -> shown.add("back");
        }

        @Override
        public void focus() {
            shown.add("focus");
        }
    }
}

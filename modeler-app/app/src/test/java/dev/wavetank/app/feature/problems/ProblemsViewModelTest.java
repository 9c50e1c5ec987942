package dev.wavetank.app.feature.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.TestSessions;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.CurrentThreadTasks;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemsViewModelTest {
    private static final ElementId SHIP = new ElementId("ship");

    private final Workspace workspace = new Workspace();
    private final CurrentThreadTasks tasks = new CurrentThreadTasks();
    private final DocumentSession document = TestSessions.order();
    private final List<Diagram> validated = new ArrayList<>();
    private final List<ElementId> revealed = new ArrayList<>();
    private final ProblemsViewModel model = new ProblemsViewModel(
            workspace,
            tasks,
            new Messages(Locale.ENGLISH),
            (diagram, _) -> {
                validated.add(diagram);
                return List.of(
                        Finding.of("rule/b", Severity.WARNING, SHIP, "A warning."),
                        Finding.of("rule/a", Severity.ERROR, SHIP, "An error."));
            },
            (_, element) -> revealed.add(element));

    @Test
    void findingsComeGravestFirstAndAreCounted() {
        workspace.add(document);
        tasks.elapse();

        assertThat(model.findings()).extracting(Finding::code).containsExactly("rule/a", "rule/b");
        assertThat(model.errorsProperty().get()).isEqualTo(1);
        assertThat(model.warningsProperty().get()).isEqualTo(1);
    }

    @Test
    void anEmptyTableSaysWhetherItIsCheckedAtAll() {
        assertThat(model.stateProperty().get()).isEqualTo(ProblemsViewModel.State.NO_DIAGRAM);
        workspace.add(document);
        assertThat(model.stateProperty().get()).isEqualTo(ProblemsViewModel.State.CHECKING);
        tasks.elapse();
        assertThat(model.stateProperty().get()).isEqualTo(ProblemsViewModel.State.CHECKED);

        document.execute(new RenameElement(SHIP, "A"));
        assertThat(model.stateProperty().get()).isEqualTo(ProblemsViewModel.State.CHECKED);
    }

    @Test
    void onlyTheNewestOfSeveralChangesIsValidated() {
        workspace.add(document);
        document.execute(new RenameElement(SHIP, "A"));
        document.execute(new RenameElement(SHIP, "B"));

        tasks.elapse();

        assertThat(validated).containsExactly(document.diagram());
    }

    @Test
    void aClickSelectsAndRevealsTheElement() {
        workspace.add(document);
        tasks.elapse();

        model.go(model.findings().getFirst());

        assertThat(document.selectionProperty().get()).isEqualTo(Set.of(SHIP));
        assertThat(revealed).containsExactly(SHIP);
        assertThat(model.elementName(model.findings().getFirst())).isEqualTo("Ship");
    }
}

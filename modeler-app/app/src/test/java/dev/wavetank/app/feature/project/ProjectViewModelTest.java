package dev.wavetank.app.feature.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.CurrentThreadTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectViewModelTest {
    private static final String BPMN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn">
              <process id="%s" name="The %1$s">%s</process>
            </definitions>
            """;

    @TempDir
    Path folder;

    private final CurrentThreadTasks tasks = new CurrentThreadTasks();
    private final ProjectViewModel model = new ProjectViewModel(new Workspace(), tasks, new Messages(Locale.ENGLISH));

    @BeforeEach
    void files() throws IOException {
        write("order.bpmn", "order", "<callActivity id=\"c\" name=\"Ship it\" calledElement=\"ship\"/>");
        write("sub/ship.bpmn20.xml", "ship", """
                <serviceTask id="s"><extensionElements>
                  <flowable:field name="url" stringValue="http://carrier"/>
                </extensionElements></serviceTask>""");
        write("node_modules/x.bpmn", "ignored", "");
        write("target/x.bpmn", "ignored", "");
        write(".git/x.bpmn", "ignored", "");
        Files.writeString(folder.resolve("rates.dmn"), "<definitions id=\"rates\" name=\"Rates\"/>");
        Files.writeString(folder.resolve("package.json"), "{\"name\": \"web\"}");
        Files.writeString(folder.resolve("broken.bpmn"), "<definitions");
        Files.createSymbolicLink(folder.resolve("sub/again"), folder);
    }

    private void write(String name, String process, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, BPMN.formatted(process, content));
    }

    private static Reference process(String id) {
        return new Reference(Reference.Kind.PROCESS, id);
    }

    private java.util.List<String> search(String sought) {
        model.soughtProperty().set(sought);
        tasks.elapse();
        return model.hits().stream()
                .map(hit -> model.relative(hit.file()) + " " + hit.element().id())
                .toList();
    }

    @Test
    void everyModelIsListedOnceAndWhatProgramsFillIsNot() {
        model.open(folder);

        assertThat(model.indexProperty().get().paths().stream().map(model::relative))
                .containsExactly("broken.bpmn", "order.bpmn", "rates.dmn", "sub/ship.bpmn20.xml");
    }

    @Test
    void namesIdsAndAttributesAreFoundInAllFiles() {
        model.open(folder);

        assertThat(search("ship it")).containsExactly("order.bpmn c");
        assertThat(search("SHIP")).startsWith("sub/ship.bpmn20.xml ship").contains("order.bpmn c");
        assertThat(search("carrier")).containsExactly("sub/ship.bpmn20.xml s");
        assertThat(model.hits().getFirst().why()).isEqualTo("stringValue = http://carrier");
        assertThat(search("rates")).containsExactly("rates.dmn rates");
        assertThat(search("")).isEmpty();
    }

    @Test
    void whatOtherProgramsWriteIsFollowed() throws IOException {
        model.open(folder);
        write("new.bpmn", "fresh", "");
        Files.delete(folder.resolve("order.bpmn"));

        tasks.elapse();

        assertThat(model.indexProperty().get().paths().stream().map(model::relative))
                .contains("new.bpmn")
                .doesNotContain("order.bpmn");
        assertThat(model.targets(process("fresh"))).hasSize(1);
    }

    @Test
    void aLookThatFindsNothingNewChangesNothing() {
        model.open(folder);
        ProjectIndex before = model.indexProperty().get();

        tasks.elapse();

        assertThat(model.indexProperty().get()).isSameAs(before);
    }

    @Test
    void calledProcessesAndTheirCallersAreFound() {
        model.open(folder);

        assertThat(model.targets(process("ship")))
                .singleElement()
                .matches(target -> target.file().orElseThrow().endsWith("ship.bpmn20.xml"));
        assertThat(model.targets(process("nobody"))).isEmpty();
        assertThat(model.indexProperty().get().callers(java.util.List.of("ship")))
                .singleElement()
                .matches(hit -> hit.element().id().equals("c"));
    }

    @Test
    void decisionsAndFormsAreFoundByTheirKeys() throws IOException {
        Files.writeString(folder.resolve("risk.dmn"), "<definitions id=\"d\"><decision id=\"risk\"/></definitions>");
        Files.writeString(
                folder.resolve("approve.form"), "{\"key\": \"approval\", \"fields\": [{\"id\": \"amount\"}]}");
        Files.writeString(folder.resolve("sub/ask.json"), "{\"id\": \"ask\", \"components\": []}");
        model.open(folder);

        assertThat(files(Reference.Kind.DECISION, "risk")).containsExactly("risk.dmn");
        assertThat(files(Reference.Kind.DECISION, "d")).isEmpty();
        assertThat(files(Reference.Kind.FORM, "approval")).containsExactly("approve.form");
        assertThat(files(Reference.Kind.FORM, "camunda-forms:deployment:sub/ask.json"))
                .containsExactly("sub/ask.json");
        assertThat(search("amount")).containsExactly("approve.form approval");
    }

    private java.util.List<String> files(Reference.Kind kind, String key) {
        return model.targets(new Reference(kind, key)).stream()
                .map(target -> model.relative(target.file().orElseThrow()))
                .toList();
    }
}

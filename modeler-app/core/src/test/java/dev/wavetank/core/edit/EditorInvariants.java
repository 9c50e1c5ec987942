package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Diagram;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Opens editors for tests, and after each test undoes all, redoes all, saves, reloads and compares: what
/// nobody has to remember to check.
public final class EditorInvariants implements BeforeEachCallback, AfterEachCallback {
    private record Opened(Editor editor, byte[] bytes) {}

    private final List<Opened> opened = new ArrayList<>();
    private Class<?> test = EditorInvariants.class;

    @Override
    public void beforeEach(ExtensionContext context) {
        opened.clear();
        test = context.getRequiredTestClass();
    }

    /// An editor on the fixture beside the test.
    public Editor open(String fixture) throws Exception {
        try (InputStream in = test.getResourceAsStream(fixture)) {
            assertThat(in).as("fixture " + fixture).isNotNull();
            return open(in.readAllBytes());
        }
    }

    public Editor open(Path file) throws Exception {
        return open(Files.readAllBytes(file));
    }

    public Editor open(byte[] bytes) throws Exception {
        Editor editor = new Editor(Diagram.read(bytes), Behaviors.ALL, new Random(42));
        opened.add(new Opened(editor, bytes));
        return editor;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isEmpty()) {
            for (Opened one : opened) {
                check(one.editor, one.bytes);
            }
        }
    }

    static void check(Editor editor, byte[] original) throws Exception {
        byte[] edited = editor.diagram().document().bytes();
        int steps = 0;
        while (editor.undo().isPresent()) {
            steps++;
        }
        assertThat(editor.diagram().document().bytes()).as("after undoing all").isEqualTo(original);
        for (int i = 0; i < steps; i++) {
            editor.redo();
        }
        assertThat(editor.diagram().document().bytes()).as("after redoing all").isEqualTo(edited);
        SameDiagram.check(editor.diagram(), Diagram.read(edited));
    }
}

package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.Seed;
import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Long random sessions on all real files, the same ones in each build. `-Dwavetank.seed=…` plays others
/// (`random` any), `-Dwavetank.steps=…` longer ones; a failure prints its seed.
class RandomEditsTest {
    private static final long SEED = Seed.get();
    private static final int STEPS = Integer.getInteger("wavetank.steps", 25);
    private static final int EVERY = Integer.getInteger("wavetank.every", 1);

    /// All files, or every n-th with `-Dwavetank.every=n`.
    static List<Path> files() {
        List<Path> all = Corpus.files();
        int from = Math.floorMod(SEED, EVERY);
        return IntStream.range(0, all.size())
                .filter(i -> i % EVERY == from)
                .mapToObj(all::get)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsEveryInvariant(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Editor editor = new Editor(Diagram.read(bytes), Behaviors.ALL, new Random(SEED));
        boolean drawn = !editor.diagram().planes().isEmpty();
        RandomEdits edits = new RandomEdits(new Random(SEED + file.hashCode()));
        TreeSet<String> before = broken(editor.diagram(), drawn);
        Command last = null;
        try {
            for (int i = 0; i < STEPS; i++) {
                last = edits.next(editor.diagram());
                editor.execute(last);
                if (i % 8 == 7) {
                    editor.undo();
                    editor.redo();
                }
                TreeSet<String> now = broken(editor.diagram(), drawn);
                now.removeAll(before);
                assertThat(now).as("new damage").isEmpty();
            }
            EditorInvariants.check(editor, bytes);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dwavetank.seed=" + SEED + " on " + file.getFileName() + " after " + last, e);
        }
    }

    /// Findings that no command may add: dangling references and drawings, flows without ends, ids used twice.
    private static TreeSet<String> broken(Diagram diagram, boolean drawn) {
        return diagram.findings().stream()
                .filter(finding -> !finding.code().equals("reader/no-diagram")
                        && !finding.code().equals("reader/missing-id"))
                .filter(finding -> drawn || !finding.code().equals("reader/not-drawn"))
                .map(RandomEditsTest::withoutName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A rename must not make an old finding a new one.
    private static String withoutName(Finding finding) {
        return finding.message().replaceFirst("(?s)^The (\\w+) '.*' \\(", "The $1 (");
    }
}

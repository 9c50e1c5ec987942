package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.Seed;
import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.edit.command.ChangeId;
import dev.wavetank.core.edit.command.PasteElements;
import dev.wavetank.core.validation.Finding;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Long random sessions on all real files, the same ones in each build. `-Dwavetank.seed=…` plays others
/// (`random` any), `-Dwavetank.steps=…` longer ones; a failure prints its seed.
class RandomEditsTest {
    private static final long SEED = Seed.get();
    private static final String NOT_DRAWN = "is in the file but not on any of its diagrams.";
    private static final int STEPS = Integer.getInteger("wavetank.steps", 18);
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
        Map<String, Long> before = broken(editor.diagram(), drawn);
        Set<String> loose = LooseEnds.of(editor.diagram());
        Command last = null;
        try {
            for (int i = 0; i < STEPS; i++) {
                last = edits.next(editor.diagram());
                editor.execute(last);
                if (i % 8 == 7) {
                    editor.undo();
                    editor.redo();
                }
                Map<String, Long> now = broken(editor.diagram(), drawn);
                if (last instanceof PasteElements) { // a copy of what was nowhere drawn is not drawn either
                    before.replaceAll((damage, count) ->
                            damage.endsWith(NOT_DRAWN) ? Math.max(count, now.getOrDefault(damage, 0L)) : count);
                }
                now.keySet().removeIf(damage -> now.get(damage) <= before.getOrDefault(damage, 0L));
                assertThat(now).as("new damage").isEmpty();
                Set<String> ends = LooseEnds.of(editor.diagram());
                boolean byOtherNames = last instanceof ChangeId || last instanceof PasteElements && !loose.isEmpty();
                if (!byOtherNames) {
                    assertThat(ends).as("nothing comes loose").allMatch(loose::contains);
                }
                loose = ends;
            }
            EditorInvariants.check(editor, bytes);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dwavetank.seed=" + SEED + " on " + file.getFileName() + " after " + last, e);
        }
    }

    /// A command that nobody thinks of here is one that nobody tries.
    @Test
    void everyCommandIsAmongThem() throws Exception {
        Set<Class<?>> given = new HashSet<>();
        for (String file : List.of("lanes.bpmn", "markers.bpmn")) {
            try (InputStream in = getClass().getResourceAsStream(file)) {
                Diagram diagram = Diagram.read(in.readAllBytes());
                RandomEdits edits = new RandomEdits(new Random(SEED));
                for (int i = 0; i < 2_000; i++) {
                    given.add(edits.next(diagram).getClass());
                }
            }
        }

        assertThat(given).containsExactlyInAnyOrderElementsOf(commands());
    }

    private static Set<Class<?>> commands() throws Exception {
        Path classes = Path.of(Command.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<Class<?>> commands = new HashSet<>();
        try (Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(it -> it.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
                Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
                if (Command.class.isAssignableFrom(type) && !type.isInterface()) {
                    commands.add(type);
                }
            }
        }
        return commands;
    }

    /// Findings that no command may add: dangling references and drawings, flows without ends, ids used twice.
    private static Map<String, Long> broken(Diagram diagram, boolean drawn) {
        return diagram.findings().stream()
                .filter(finding -> !finding.code().equals("reader/no-diagram")
                        && !finding.code().equals("reader/missing-id"))
                .filter(finding -> drawn || !finding.code().equals("reader/not-drawn"))
                .collect(Collectors.groupingBy(RandomEditsTest::withoutName, TreeMap::new, Collectors.counting()));
    }

    /// Another name or id must not make an old finding a new one.
    private static String withoutName(Finding finding) {
        return finding.message().replaceFirst("(?s)^The (\\w+) ('.*' )?\\(.*?\\)", "The $1");
    }
}

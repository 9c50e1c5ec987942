package dev.wavetank.core.edit;

import dev.wavetank.core.Seed;
import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a diagram means must not depend on how it came about: after every command on a file, damaged or whole,
/// the diagram that was kept up to date says the same as the one that is read from its bytes.
/// `-Dwavetank.seed=…` plays other commands and damage; a failure prints what was played.
class RereadFuzzTest {
    private static final long SEED = Seed.get();
    private static final int STEPS = Integer.getInteger("wavetank.steps", 12);
    private static final int EVERY = Integer.getInteger("wavetank.every", 6);
    private static final int LARGEST = 120_000;
    private static final Pattern ATTRIBUTE = Pattern.compile(" (\\w+)=\"([^\"<>]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"<>]*)\"");
    private static final Pattern REFERENCE =
            Pattern.compile(" (?:sourceRef|targetRef|bpmnElement|attachedToRef|processRef)=\"([^\"<>]*)\"");

    static List<Path> files() {
        List<Path> all = Corpus.files();
        List<Path> some = new ArrayList<>();
        for (int i = Math.floorMod(SEED, EVERY); i < all.size(); i += EVERY) {
            if (all.get(i).toFile().length() < LARGEST) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    @ParameterizedTest
    @MethodSource("files")
    void aWholeFile(Path file) throws Exception {
        play(file, Files.readAllBytes(file), 1);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aDamagedFile(Path file) throws Exception {
        Random random = new Random(SEED ^ file.getFileName().toString().hashCode());
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 6; i++) {
            text = damaged(text, random);
        }
        play(file, text.getBytes(StandardCharsets.ISO_8859_1), 2);
    }

    private static void play(Path file, byte[] bytes, int salt) throws Exception {
        Editor editor = new Editor(Diagram.read(bytes), Behaviors.ALL, new Random(SEED));
        RandomEdits edits = new RandomEdits(
                new Random(SEED + salt * 31L + file.getFileName().toString().hashCode()));
        List<Command> played = new ArrayList<>();
        try {
            for (int i = 0; i < STEPS; i++) {
                played.add(edits.next(editor.diagram()));
                editor.execute(played.getLast());
                SameDiagram.check(
                        editor.diagram(),
                        Diagram.read(editor.diagram().document().bytes()));
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dwavetank.seed=" + SEED + " on " + file.getFileName() + " after " + played, e);
        }
    }

    /// The same file with one thing wrong that an editor or a merge may have left: an attribute missing, an id
    /// given twice, a reference to something else.
    private static String damaged(String text, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> replaced(text, ATTRIBUTE, random, (match, other) -> "");
            case 1, 2 -> replaced(text, ID, random, (match, other) -> " id=\"" + other + '"');
            default ->
                replaced(
                        text,
                        REFERENCE,
                        random,
                        (match, other) -> match.group().replace('"' + match.group(1) + '"', '"' + other + '"'));
        };
    }

    private static String replaced(
            String text, Pattern what, Random random, BiFunction<MatchResult, String, String> by) {
        List<MatchResult> places = what.matcher(text).results().toList();
        List<MatchResult> ids = ID.matcher(text).results().toList();
        if (places.isEmpty() || ids.isEmpty()) {
            return text;
        }
        MatchResult place = places.get(random.nextInt(places.size()));
        boolean declares = place.group().startsWith(" xmlns") || place.group().startsWith(" version");
        String other = ids.get(random.nextInt(ids.size())).group(1);
        return declares
                ? text
                : text.substring(0, place.start()) + by.apply(place, other) + text.substring(place.end());
    }
}

package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.Seed;
import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Glyph;
import dev.wavetank.core.paint.Scene;
import dev.wavetank.core.paint.SceneBuilder;
import dev.wavetank.core.paint.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A scene that followed thousands of edits is the scene that would be made from nothing. A failure prints the
/// seed: `-Dwavetank.seed=…` plays it again.
class IncrementalSceneTest {
    private static final long SEED = Seed.get();
    private static final int EDITS = 3000;
    private static final int EDITS_PER_FILE = 60;

    @Test
    void aSceneThatFollowsEditsIsTheOneMadeFromNothing() throws Exception {
        var random = new Random(SEED);
        List<Path> files = new ArrayList<>(Corpus.files());
        Collections.shuffle(files, random);
        int edits = 0;
        int kept = 0;
        int followed = 0;
        for (int i = 0; edits < EDITS; i = (i + 1) % files.size()) {
            Path file = files.get(i);
            var follower = new Follower(Diagram.read(file), random);
            for (int step = 0; step < EDITS_PER_FILE; step++) {
                String what = follower.edit();
                edits++;
                follower.check("-Dwavetank.seed=" + SEED + " on " + file.getFileName() + " after " + what);
            }
            kept += follower.kept;
            followed += follower.followed;
        }
        assertThat(followed).as("edits that painted a part only").isGreaterThan(EDITS / 2);
        assertThat(kept).as("glyphs taken over").isGreaterThan(EDITS);
    }

    @Test
    void listedPlanesAreThoseOfTheDocument() throws Exception {
        var random = new Random(SEED);
        List<Path> files = Corpus.files();
        for (int i = 0; i < 40; i++) {
            Path file = files.get(random.nextInt(files.size()));
            Editor editor = new Editor(Diagram.read(file), Behaviors.ALL, random);
            var commands = new RandomEdits(random);
            for (int step = 0; step < 30; step++) {
                editor.diagram().planes();
                editor.execute(commands.next(editor.diagram()));
                assertThat(editor.diagram().planes())
                        .as("-Dwavetank.seed=%d on %s", SEED, file)
                        .isEqualTo(Diagram.of(editor.diagram().document()).planes());
            }
        }
    }

    /// One editor with a scene that follows it, and another that is made new each time.
    private static final class Follower {
        private final Random random;
        private final RandomEdits edits;
        private final Editor editor;
        private final SceneBuilder builder = new SceneBuilder(Theme.LIGHT);
        private Optional<Scene> scene = Optional.empty();
        private int kept;
        private int followed;

        Follower(Diagram diagram, Random random) {
            this.random = random;
            this.edits = new RandomEdits(random);
            this.editor = new Editor(diagram, Behaviors.ALL, random);
            editor.addListener(changes -> follow(changes));
            diagram.planes().stream()
                    .findFirst()
                    .ifPresent(plane -> scene = Optional.of(builder.build(plane, diagram::element)));
        }

        private void follow(ChangeSet changes) {
            Diagram now = changes.after();
            Optional<Scene> before = scene;
            scene = now.planes().stream()
                    .findFirst()
                    .map(plane -> builder.build(plane, now::element, changes.touched()));
            Set<Glyph> old = identities(before);
            Set<Glyph> fresh = identities(scene);
            kept += (int) fresh.stream().filter(old::contains).count();
            if (before.isPresent() && scene.isPresent() && scene.get().follows(before.get())) {
                Optional<Bounds> changed = scene.get().changed();
                Stream.concat(
                                old.stream().filter(glyph -> !fresh.contains(glyph)),
                                fresh.stream().filter(glyph -> !old.contains(glyph)))
                        .forEach(glyph -> assertThat(
                                        changed.orElseThrow().inflate(0.001).contains(glyph.ink()))
                                .as("-Dwavetank.seed=%d: %s is painted again", SEED, glyph.element())
                                .isTrue());
                followed++;
            }
        }

        private static Set<Glyph> identities(Optional<Scene> scene) {
            Set<Glyph> all = Collections.newSetFromMap(new IdentityHashMap<>());
            scene.ifPresent(it -> all.addAll(it.glyphs()));
            return all;
        }

        String edit() {
            int kind = random.nextInt(10);
            if (kind == 0) {
                editor.undo();
                return "undo";
            }
            if (kind == 1) {
                editor.redo();
                return "redo";
            }
            Command command = edits.next(editor.diagram());
            editor.execute(command);
            return command.toString();
        }

        void check(String where) {
            Diagram now = editor.diagram();
            Optional<Plane> plane = now.planes().stream().findFirst();
            if (plane.isEmpty()) {
                return;
            }
            Scene fresh = new SceneBuilder(Theme.LIGHT).build(plane.get(), now::element);
            Scene followed = scene.orElseThrow();
            assertThat(followed.glyphs()).as(where).isEqualTo(fresh.glyphs());
            assertThat(followed.bounds()).as(where).isEqualTo(fresh.bounds());
            for (Glyph glyph : fresh.glyphs()) {
                assertThat(followed.body(glyph.element())).as(where).isEqualTo(fresh.body(glyph.element()));
                assertThat(followed.label(glyph.element())).as(where).isEqualTo(fresh.label(glyph.element()));
            }
            var area = new Bounds(random.nextInt(-500, 2000), random.nextInt(-500, 1500), 300, 300);
            var expected = new BitSet();
            for (int i = 0; i < fresh.glyphs().size(); i++) {
                expected.set(i, fresh.glyphs().get(i).ink().intersects(area));
            }
            assertThat(followed.in(area)).as(where).isEqualTo(expected);
            assertThat(fresh.in(area)).as(where).isEqualTo(expected);
        }
    }
}

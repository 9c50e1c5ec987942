package dev.wavetank.cluster.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.testing.StandInProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final LauncherSettings SETTINGS = StandInProgram.settings();

    @TempDir
    Path folder;

    @Test
    void theCacheIsMadeOnceAndATouchedJarHasNone() throws Exception {
        NodeProgram program = copyOfTheProgram();
        AotCache caches = new AotCache(folder.resolve("aot"));
        assertThat(caches.find(SETTINGS.javaHome(), program)).isEmpty();

        Optional<Path> made = make(caches, program);

        assertThat(made).isPresent().hasValueSatisfying(file -> assertThat(file).isNotEmptyFile());
        FileTime when = Files.getLastModifiedTime(made.orElseThrow());
        assertThat(make(caches, program)).isEqualTo(made);
        assertThat(Files.getLastModifiedTime(made.orElseThrow())).isEqualTo(when);
        Files.setLastModifiedTime(program.jars().getFirst(), FileTime.fromMillis(1_000_000));
        assertThat(caches.find(SETTINGS.javaHome(), program)).isEmpty();
    }

    @Test
    void aProgramThatCannotRehearseHasNoCacheAndIsNotAskedAgain() throws Exception {
        Path library = Files.createDirectories(folder.resolve("lib"));
        Files.writeString(library.resolve("broken.jar"), "no jar at all");
        AotCache caches = new AotCache(folder.resolve("aot"));
        NodeProgram program = NodeProgram.read(library);

        assertThat(make(caches, program)).isEmpty();

        assertThat(folder.resolve("aot"))
                .isDirectoryContaining(file -> file.toString().endsWith(".failed"))
                .isDirectoryNotContaining(file -> file.toString().endsWith(".aot"));
        assertThat(make(caches, program)).isEmpty();
    }

    @Test
    void theProgramsHashChangesWithItsContent() throws Exception {
        NodeProgram before = copyOfTheProgram();

        Files.writeString(before.library().resolve("another.jar"), "x");

        assertThat(NodeProgram.read(before.library()).hash()).isNotEqualTo(before.hash());
    }

    private static Optional<Path> make(AotCache caches, NodeProgram program) throws Exception {
        return caches.make(SETTINGS.javaHome(), program, Progress.NONE, CancelToken.never());
    }

    private NodeProgram copyOfTheProgram() throws Exception {
        Path library = Files.createDirectories(folder.resolve("lib"));
        for (Path jar : NodeProgram.find(SETTINGS).jars()) Files.copy(jar, library.resolve(jar.getFileName()));
        return NodeProgram.read(library);
    }
}

package dev.wavetank.cluster.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarWriterTest {
    private static final TarWriter.Owner OWNER = new TarWriter.Owner(10_001, 10_001, 0640);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenTheSystemsTarReads() throws Exception {
        String deep = "a/very/deep/place/".repeat(7) + "file.txt";
        Path tar = folder.resolve("x.tar");
        try (TarWriter writer = new TarWriter(Files.newOutputStream(tar), 1_767_225_600)) {
            writer.folder("etc", new TarWriter.Owner(0, 0, 0755));
            writer.file("etc/one", OWNER, "one\n".getBytes());
            writer.link("etc/two", "one");
            writer.file(deep, OWNER, new byte[513]);
        }

        Process extract = new ProcessBuilder("tar", "-xf", tar.toString(), "--no-same-owner", "-C", folder.toString())
                .inheritIO()
                .start();

        assertThat(extract.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(extract.exitValue()).isZero();
        assertThat(folder.resolve("etc/two")).hasContent("one\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("etc/one"))))
                .isEqualTo("rw-r-----");
        assertThat(Files.getLastModifiedTime(folder.resolve("etc/one")).to(TimeUnit.SECONDS))
                .isEqualTo(1_767_225_600);
        assertThat(folder.resolve(deep)).hasSize(513);
    }

    @Test
    void aNameThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> {
                    try (TarWriter writer = new TarWriter(OutputStream.nullOutputStream(), 0)) {
                        writer.file("x".repeat(300), OWNER, new byte[0]);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too long");
    }
}

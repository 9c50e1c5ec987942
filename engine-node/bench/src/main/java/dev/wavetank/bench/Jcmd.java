package dev.wavetank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Asks a running JVM through the JDK's `jcmd`.
final class Jcmd {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private Jcmd() {}

    /// What is alive on the heap.
    static double heapMiB(long pid) {
        ask(pid, "GC.run");
        long kib = USED.matcher(ask(pid, "GC.heap_info"))
                .results()
                .map(MatchResult::group)
                .mapToLong(found -> Long.parseLong(found.replaceAll("\\D", "")))
                // the young and the old generation; metaspace comes after them
                .limit(2)
                .sum();
        return kib / 1024.0;
    }

    private static String ask(long pid, String question) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            question)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) throw new IOException(answer);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

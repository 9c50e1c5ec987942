package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Shows how a long action gets on: one line that is written over where a person looks on, else a line for each
/// new step, at most one per second.
final class ProgressLine implements Progress, AutoCloseable {
    private static final Duration PLAIN_PACE = Duration.ofSeconds(1);
    private static final int WIDTH = 100;

    private final Terminal terminal;
    private final InstantSource clock;
    private String shown = "";
    private Instant next = Instant.MIN;

    ProgressLine(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public synchronized void report(double fraction, String sentence) {
        String line = "%3.0f %%  %s"
                .formatted(fraction * 100, sentence.lines().findFirst().orElse(""));
        if (terminal.interactive()) {
            String cut = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
            terminal.err().print("\r\u001b[K" + terminal.dim(cut));
            terminal.err().flush();
        } else if (!sentence.equals(shown) && !clock.instant().isBefore(next)) {
            terminal.err().println(line);
            next = clock.instant().plus(PLAIN_PACE);
        }
        shown = sentence;
    }

    /// Removes the line, so that results stand alone.
    @Override
    public synchronized void close() {
        if (terminal.interactive()) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}

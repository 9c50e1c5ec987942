package dev.wavetank.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What of the stock application's calls we do not serve, and why; `docs/api.md` tells each reason.
///
/// Read from `left-out.txt`: three lines each, a pattern of calls, a pattern of names (`-` for the whole call) and
/// the reason.
record LeftOut(Pattern call, Pattern name, String reason) {
    static List<LeftOut> all() {
        try (InputStream stream = LeftOut.class.getResourceAsStream("left-out.txt")) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            if (lines.size() % 3 != 0) throw new AssertionError("left-out.txt has three lines for each");
            return IntStream.range(0, lines.size() / 3)
                    .mapToObj(i -> new LeftOut(
                            Pattern.compile(lines.get(3 * i)),
                            Pattern.compile(lines.get(3 * i + 1)),
                            lines.get(3 * i + 2)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @param what a call, or a call, a space and one of its names
    boolean explains(String what) {
        String[] parts = what.split(" ", 3);
        return call.matcher(parts[0] + " " + parts[1]).matches()
                && name.matcher(parts.length > 2 ? parts[2] : "-").matches();
    }
}

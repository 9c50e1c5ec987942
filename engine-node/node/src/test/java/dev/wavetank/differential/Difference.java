package dev.wavetank.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A way in which we answer differently on purpose, and why; `docs/api.md` tells each.
///
/// Read from `differences.txt`: three lines each, a pattern of calls, a pattern of places and the reason.
record Difference(Pattern call, Pattern place, String reason) {
    static List<Difference> all() {
        try (InputStream stream = Difference.class.getResourceAsStream("differences.txt")) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            if (lines.size() % 3 != 0) throw new AssertionError("differences.txt has three lines for each");
            return java.util.stream.IntStream.range(0, lines.size() / 3)
                    .mapToObj(i -> new Difference(
                            Pattern.compile(lines.get(3 * i)),
                            Pattern.compile(lines.get(3 * i + 1)),
                            lines.get(3 * i + 2)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean explains(Finding finding) {
        return call.matcher(finding.call()).matches()
                && place.matcher(finding.place()).matches();
    }
}

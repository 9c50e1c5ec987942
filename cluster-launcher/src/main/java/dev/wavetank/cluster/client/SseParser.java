package dev.wavetank.cluster.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Cuts a `text/event-stream` into the data of its events, as the HTML standard says (section 9.2.6).
final class SseParser {
    private SseParser() {}

    /// Reads until the stream ends.
    ///
    /// @param anyLine runs at every line, comments included: a sign of life
    static void read(InputStream in, Runnable anyLine, Consumer<String> data) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        StringBuilder event = new StringBuilder();
        boolean hasData = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            anyLine.run();
            if (line.isEmpty()) {
                if (hasData) data.accept(event.toString());
                event.setLength(0);
                hasData = false;
            } else if (line.equals("data") || line.startsWith("data:")) {
                if (hasData) event.append('\n');
                String value = line.length() > 5 ? line.substring(5) : "";
                event.append(value.startsWith(" ") ? value.substring(1) : value);
                hasData = true;
            }
        }
    }
}

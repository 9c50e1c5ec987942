package dev.wavetank.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// An answer that is checked: a benchmark that measures failures measures nothing.
record Reply(Wire.Answer answer) {
    private static final JsonMapper JSON = new JsonMapper();

    static Reply of(Wire.Answer answer) {
        return new Reply(answer);
    }

    Reply expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(status -> status == answer.status())) {
            throw new IllegalStateException("Status " + answer.status() + ": " + answer.text());
        }
        return this;
    }

    /// The first text under the last name, within the names before it; by search, since parsing would cost the load
    /// more than some servers' answers do.
    String first(String... names) {
        String text = answer.text();
        int at = 0;
        for (String name : names) at = text.indexOf("\"" + name + "\":", at) + name.length() + 3;
        int from = text.indexOf('"', at) + 1;
        int to = text.indexOf('"', from);
        if (at < names[0].length() + 3 || from == 0 || to < 0) throw new IllegalStateException("No id in " + text);
        return text.substring(from, to);
    }

    JsonNode json() {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}

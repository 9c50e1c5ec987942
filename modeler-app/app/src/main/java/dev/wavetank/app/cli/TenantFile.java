package dev.wavetank.app.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A file of tenants, cut into parts that are imported one after the other: each is small enough for one call,
/// and a part that was imported before changes nothing.
final class TenantFile {
    /// Some records of the file.
    ///
    /// @param lines the line of the file that each line of the content came from
    record Part(byte[] content, String mediaType, List<Integer> lines) {
        /// Where in the file a line of this part is.
        int lineInFile(int line) {
            return lines.get(Math.clamp(line, 1, lines.size()) - 1);
        }
    }

    private static final int RECORDS = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private TenantFile() {}

    /// @throws IOException if the file cannot be read, or is JSON and damaged
    static List<Part> parts(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".ndjson") || name.endsWith(".jsonl") ? json(file) : csv(file);
    }

    private static List<Part> csv(Path file) throws IOException {
        List<Part> parts = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String names = reader.readLine();
            if (names == null) throw new IOException("it is empty");
            Draft draft = Draft.begunWith(names);
            int line = 1;
            boolean quoted = false;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                draft.add(text, line);
                quoted ^= text.chars().filter(c -> c == '"').count() % 2 == 1;
                if (!quoted && draft.lines.size() > RECORDS) {
                    parts.add(draft.part("text/csv"));
                    draft = Draft.begunWith(names);
                }
            }
            if (draft.lines.size() > 1) parts.add(draft.part("text/csv"));
        }
        return parts;
    }

    private static List<Part> json(Path file) throws IOException {
        List<Part> parts = new ArrayList<>();
        Draft draft = new Draft();
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) continue;
                int line = parser.currentTokenLocation().getLineNr();
                draft.add(JSON.writeValueAsString(JSON.readTree(parser)), line);
                if (draft.lines.size() >= RECORDS) {
                    parts.add(draft.part("application/x-ndjson"));
                    draft = new Draft();
                }
            }
        }
        if (!draft.lines.isEmpty()) parts.add(draft.part("application/x-ndjson"));
        return parts;
    }

    private static final class Draft {
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> lines = new ArrayList<>();

        static Draft begunWith(String first) {
            return new Draft().add(first, 1);
        }

        Draft add(String next, int line) {
            text.append(next).append('\n');
            lines.add(line);
            return this;
        }

        Part part(String mediaType) {
            return new Part(text.toString().getBytes(StandardCharsets.UTF_8), mediaType, List.copyOf(lines));
        }
    }
}

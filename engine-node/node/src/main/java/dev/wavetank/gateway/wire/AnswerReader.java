package dev.wavetank.gateway.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads answers off a connection (RFC 9112): head, then a body whose end a length, chunks or the connection's own end
/// tells.
final class AnswerReader {
    private static final int BUFFER = 8 * 1024;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;

    private final Connection connection;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    AnswerReader(Connection connection, InputStream in) {
        this.connection = connection;
        this.in = in;
    }

    Answer read(boolean headOnly) throws IOException {
        int status = status(line());
        // 1xx answers only announce the one that counts.
        while (status < 200) {
            headers();
            status = status(line());
        }
        Map<String, List<String>> headers = headers();
        boolean reusable = !says(headers, "connection", "close");
        if (headOnly || status == 204 || status == 304) return empty(status, headers, reusable);
        if (says(headers, "transfer-encoding", "chunked")) {
            return new Answer(status, headers, new AnswerBody(connection, this, 0, true, reusable));
        }
        List<String> length = headers.getOrDefault("content-length", List.of());
        if (length.isEmpty()) {
            return new Answer(status, headers, new AnswerBody(connection, this, Long.MAX_VALUE, false, false));
        }
        long bytes = number(length.getFirst(), 10);
        if (bytes == 0) return empty(status, headers, reusable);
        return new Answer(status, headers, new AnswerBody(connection, this, bytes, false, reusable));
    }

    private Answer empty(int status, Map<String, List<String>> headers, boolean reusable) {
        if (reusable) connection.release();
        else connection.close();
        return new Answer(status, headers, InputStream.nullInputStream());
    }

    private static int status(String line) throws IOException {
        if (!line.startsWith("HTTP/1.") || line.length() < 12) throw new IOException("No HTTP answer: " + line);
        return (int) number(line.substring(9, 12), 10);
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        int seen = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || ++seen > MOST_HEADERS) throw new IOException("No HTTP header: " + line);
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static boolean says(Map<String, List<String>> headers, String name, String word) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(word));
    }

    /// The size of the next chunk; 0 after the last one, whose trailers are read.
    long chunk() throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        long size = number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
        if (size == 0) {
            while (!line().isEmpty()) {
                // a trailer says nothing that is passed on
            }
        }
        return size;
    }

    void endOfChunk() throws IOException {
        if (!line().isEmpty()) throw new IOException("A chunk is longer than it said.");
    }

    /// Up to that many bytes; -1 at the connection's end.
    int read(byte[] into, int from, int most) throws IOException {
        if (position == limit) {
            if (most >= BUFFER) return in.read(into, from, most);
            if (!fill()) return -1;
        }
        int taken = Math.min(most, limit - position);
        System.arraycopy(buffer, position, into, from, taken);
        position += taken;
        return taken;
    }

    private String line() throws IOException {
        StringBuilder whole = new StringBuilder();
        while (true) {
            for (int at = position; at < limit; at++) {
                if (buffer[at] != '\n') continue;
                int end = at > position && buffer[at - 1] == '\r' ? at - 1 : at;
                whole.append(new String(buffer, position, end - position, StandardCharsets.ISO_8859_1));
                position = at + 1;
                if (!whole.isEmpty() && whole.charAt(whole.length() - 1) == '\r') whole.setLength(whole.length() - 1);
                return whole.toString();
            }
            whole.append(new String(buffer, position, limit - position, StandardCharsets.ISO_8859_1));
            position = limit;
            if (whole.length() > LONGEST_LINE) throw new IOException("A line of the answer is too long.");
            if (!fill()) throw new EOFException("The engine closed the connection.");
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private static long number(String text, int radix) throws IOException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) return number;
        } catch (NumberFormatException notOne) {
            // told below, together with a negative one
        }
        throw new IOException("No number: " + text);
    }
}

package dev.wavetank.engine.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a `multipart/form-data` body (RFC 7578) that is in memory already; its size is bounded by the server.
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("[; ]filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^;\\s]+)");
    private static final int MOST_PARTS = 100;

    private Multipart() {}

    /// One part of the form.
    ///
    /// @param file the name of the file it brings, empty for a plain field
    /// @param type its media type, empty if unsaid
    public record Part(String name, String file, String type, byte[] content) {
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /// @throws ProblemException 400 when it is not such a body, 415 when it does not claim to be one
    public static List<Part> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") || !boundary.find()) {
            throw ProblemException.of(
                    415, "unsupported-media-type", "Unsupported media type", "Send the file as multipart/form-data.");
        }
        String token = Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2));
        byte[] delimiter = ("\r\n--" + token).getBytes(StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        // The first delimiter may stand at the very beginning, without the line break that belongs to the others.
        int at = startsWith(body, delimiter, 2) ? delimiter.length - 2 : next(body, delimiter, 0) + delimiter.length;
        while (!ends(body, at)) {
            if (parts.size() == MOST_PARTS) throw ProblemException.badRequest("The form has too many parts.");
            int headEnd = next(body, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), at);
            int end = next(body, delimiter, headEnd + 2);
            String head = new String(body, at, headEnd - at, StandardCharsets.UTF_8);
            int start = Math.min(headEnd + 4, end);
            parts.add(new Part(
                    find(NAME, head).orElse(""),
                    find(FILE, head).orElse(""),
                    find(TYPE, head).orElse("").toLowerCase(Locale.ROOT),
                    java.util.Arrays.copyOfRange(body, start, end)));
            at = end + delimiter.length;
        }
        return parts;
    }

    private static boolean ends(byte[] body, int at) {
        if (at + 1 >= body.length) throw malformed();
        return body[at] == '-' && body[at + 1] == '-';
    }

    private static Optional<String> find(Pattern pattern, String head) {
        Matcher matcher = pattern.matcher(head);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static int next(byte[] body, byte[] pattern, int from) {
        for (int i = from; i <= body.length - pattern.length; i++) {
            if (java.util.Arrays.equals(body, i, i + pattern.length, pattern, 0, pattern.length)) return i;
        }
        throw malformed();
    }

    private static boolean startsWith(byte[] body, byte[] pattern, int skipped) {
        int length = pattern.length - skipped;
        return body.length >= length && java.util.Arrays.equals(body, 0, length, pattern, skipped, pattern.length);
    }

    private static ProblemException malformed() {
        return ProblemException.badRequest("The multipart body is cut off or malformed.");
    }
}

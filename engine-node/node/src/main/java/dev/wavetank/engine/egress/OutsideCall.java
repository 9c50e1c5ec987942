package dev.wavetank.engine.egress;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a task asks of a host outside.
///
/// @param headers  whatever their case
/// @param deadline for all of it: the name, the connection, the answer to its last byte
public record OutsideCall(
        String tenant,
        String method,
        String url,
        Map<String, List<String>> headers,
        Optional<byte[]> body,
        Duration deadline) {
    /// What belongs to the connection is the client's to say, not the task's: with it a call could be split in two.
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E\\t]{0,8000}");
    private static final int MOST_HEADERS = 50;

    public OutsideCall {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = copy;
    }

    /// @throws EgressRefusedException naming the header that may not be sent
    void checkHeaders() throws EgressRefusedException {
        if (headers.size() > MOST_HEADERS) {
            throw new EgressRefusedException("An HTTP task sends at most " + MOST_HEADERS + " headers.");
        }
        for (var header : headers.entrySet()) {
            String name = header.getKey();
            if (!NAME.matcher(name).matches() || OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                throw new EgressRefusedException("An HTTP task may not set the header '" + shown(name) + "'.");
            }
            if (!header.getValue().stream()
                    .allMatch(value -> VALUE.matcher(value).matches())) {
                throw new EgressRefusedException(
                        "The header '" + name + "' of an HTTP task is one line of ASCII text, up to 8,000 characters.");
            }
        }
    }

    private static String shown(String name) {
        String harmless = name.replaceAll("[^\\x20-\\x7E]", "?");
        return harmless.length() > 40 ? harmless.substring(0, 40) + "…" : harmless;
    }
}

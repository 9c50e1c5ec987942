package dev.wavetank.gateway.wire;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The head of an engine's answer, and what is to be read of its body. A body that was read to its end gives its
/// connection back; one that is closed before, closes it.
///
/// @param headers under their names in lower case
public record Answer(int status, Map<String, List<String>> headers, InputStream body) {
    /// The length of the body, where the engine said one.
    public OptionalLong length() {
        List<String> values = headers.getOrDefault("content-length", List.of());
        return values.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(values.getFirst()));
    }
}

package dev.wavetank.cluster.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One call to be made to any gateway.
///
/// @param repeatable sending it twice has the effect of once
/// @param deadline   for all attempts together
record Call(
        String method,
        String path,
        Map<String, String> headers,
        Optional<byte[]> body,
        boolean repeatable,
        Duration deadline) {
    private static final Duration USUAL = Duration.ofSeconds(20);

    static Call get(String path) {
        return new Call("GET", path, Map.of(), Optional.empty(), true, USUAL);
    }

    static Call post(String path, byte[] body) {
        return new Call("POST", path, Map.of("Content-Type", "application/json"), Optional.of(body), false, USUAL);
    }

    static Call put(String path, byte[] body) {
        return new Call("PUT", path, Map.of("Content-Type", "application/json"), Optional.of(body), false, USUAL);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), Optional.empty(), true, USUAL);
    }

    Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body, repeatable, deadline);
    }

    Call asRepeatable() {
        return new Call(method, path, headers, body, true, deadline);
    }

    Call within(Duration time) {
        return new Call(method, path, headers, body, repeatable, time);
    }

    /// Adds a parameter; an empty value is left out.
    Call query(String name, Object value) {
        String text = value.toString();
        if (text.isEmpty()) return this;
        String pair = name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return new Call(method, path + (path.contains("?") ? "&" : "?") + pair, headers, body, repeatable, deadline);
    }

    Call query(String name, Optional<?> value) {
        return value.isPresent() ? query(name, value.get()) : this;
    }

    /// A segment of a path, escaped.
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The gateways in the order in which this call tries them.
    static <T> List<T> rotated(List<T> all, int first) {
        List<T> order = new ArrayList<>(all.subList(first, all.size()));
        order.addAll(all.subList(0, first));
        return order;
    }
}

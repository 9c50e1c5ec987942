package dev.wavetank.engine.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Ids in addresses.
final class Links {
    private Links() {}

    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package dev.wavetank.bench;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// What is measured: a running application with its database.
///
/// @param rest      where its REST API begins
/// @param headers   that every call carries
/// @param dialect   how it is spoken to
/// @param servers   whose processor time its operations cost
/// @param databases the same, of the database
record Subject(
        String name,
        URI rest,
        Map<String, String> headers,
        Dialect dialect,
        List<ServerProcess> servers,
        List<ServerProcess> databases) {
    Wire connect() {
        return new Wire(rest, headers);
    }
}

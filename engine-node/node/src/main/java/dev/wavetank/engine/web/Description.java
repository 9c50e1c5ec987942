package dev.wavetank.engine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Supplier;

/// `GET /openapi.json`, and `GET /docs`: a page that shows it, of this program's own and without a network.
public final class Description {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Description() {}

    /// @param document asked for with each call
    public static void declare(Api api, Supplier<ObjectNode> document) {
        Api.Section section = api.section("Description", "");
        section.get("/openapi.json", "Describes every call as OpenAPI 3.1")
                .to((request, response) -> Json.send(response, 200, document.get()));
        section.get("/docs", "Shows the description as a page")
                .answers(200, "text/html")
                .to(file("docs.html", "text/html; charset=utf-8"));
        section.get("/docs/docs.js", "The page's script")
                .answers(200, "text/javascript")
                .to(file("docs.js", "text/javascript; charset=utf-8"));
        section.get("/docs/docs.css", "The page's looks")
                .answers(200, "text/css")
                .to(file("docs.css", "text/css; charset=utf-8"));
    }

    private static Handler file(String name, String type) {
        return (request, response) -> {
            response.header(HeaderNames.CONTENT_TYPE, type)
                    .header(HeaderNames.create("Content-Security-Policy"), POLICY)
                    .header(HeaderNames.create("Referrer-Policy"), "no-referrer")
                    .send(read(name));
        };
    }

    private static byte[] read(String name) {
        try (InputStream stream = Objects.requireNonNull(Description.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.wavetank.gateway.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.policy.TenantPolicy;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.config.StrictJson;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tenants as a JSON array, or as one object after the other:
/// `{"id", "name", "policy": {…}, "users": [{"id", "firstName", "lastName", "email", "groups": […]}]}`.
final class JsonRows implements Rows {
    private final JsonParser parser;

    JsonRows(Reader source) throws IOException {
        this.parser = Json.mapper().createParser(source);
    }

    @Override
    public Optional<Row> next() throws IOException, BadRowException {
        JsonToken token = parser.nextToken();
        while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) token = parser.nextToken();
        if (token == null) return Optional.empty();
        int line = parser.currentTokenLocation().getLineNr();
        JsonNode node = Json.mapper().readTree(parser);
        if (!node.isObject()) throw new BadRowException(line, "Each tenant is a JSON object.");
        return Optional.of(row(line, node));
    }

    private static Row row(int line, JsonNode node) throws BadRowException {
        List<Row.User> users = new ArrayList<>();
        for (JsonNode user : node.path("users")) {
            List<String> groups = new ArrayList<>();
            for (JsonNode group : user.path("groups")) groups.add(group.asText());
            users.add(new Row.User(
                    user.path("id").asText(),
                    text(user, "firstName"),
                    text(user, "lastName"),
                    text(user, "email"),
                    List.copyOf(groups)));
        }
        return new Row(
                line,
                node.path("id").asText(),
                text(node, "name"),
                policy(line, node.get("policy")),
                List.copyOf(users));
    }

    private static @Nullable TenantPolicy policy(int line, @Nullable JsonNode policy) throws BadRowException {
        if (policy == null || policy.isNull()) return null;
        try {
            return StrictJson.read(policy, TenantPolicy.class);
        } catch (ProblemException wrong) {
            throw new BadRowException(line, wrong.detail());
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
